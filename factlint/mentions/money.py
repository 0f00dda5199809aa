"""Text at a place -> the currency that stands there, before a number or behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.mentions import units


class Currency(NamedTuple):
    """An ISO code, where its spelling starts and where it ends, and whether a bracket opens."""

    code: str
    start: int
    end: int
    opens: bool = False


# "$", "USD ", "€ ", "Rs. ", "RMB ": directly before a digit
_PREFIX = re.compile(
    rf"""
    (?: (?P<sign> [{"".join(units.CURRENCY_SIGNS)}] )
      | (?P<code> {units.alternatives(units.CURRENCY_CODES)} )
        [\ ]? [{"".join(units.CURRENCY_SIGNS)}]? )
    [\ ]? (?P<opens> \( )? (?= \d )
    """,
    re.VERBOSE,
)

# " dollars", "-euro", " USD", " Canadian dollars", "€"
_SUFFIX = re.compile(
    rf"""
    [\ -]? (?: (?P<code> {units.alternatives(units.CURRENCY_CODES)} ) (?! \w )
             | (?P<word> (?i: {units.alternatives(units.CURRENCY_WORDS)} ) ) (?! \w )
             | (?P<sign> [€£₹₽₩] | (?<= [\dkKmMbB] ) \$ ) (?! \s? \d ) )
    """,
    re.VERBOSE,
)

# "cents" behind a bare number
_CENTS = re.compile(r"(?: [\ -]? cents? \b | ¢ )", re.VERBOSE)

_OWNER_WIDTH = max(map(len, units.CURRENCY_OWNERS))


def before(text: str, at: int) -> Currency | None:
    """The currency that starts at `at` and has a number behind it."""
    match = _PREFIX.match(text, at)
    if match is None:
        return None
    opens = match["opens"] is not None
    if match["code"]:
        return Currency(units.CURRENCY_CODES[match["code"]], at, match.end(), opens)
    for width in range(min(_OWNER_WIDTH, at + 1), 1, -1):
        code = units.CURRENCY_OWNERS.get(text[at + 1 - width : at + 1])
        if code and not text[max(0, at - width) : at + 1 - width].isalnum():
            return Currency(code, at + 1 - width, match.end(), opens)
    return Currency(units.CURRENCY_SIGNS[match["sign"]], at, match.end(), opens)


def after(text: str, at: int, *, large: bool) -> Currency | None:
    """The currency that starts at `at` behind a number; `large` numbers also take "won"."""
    match = _SUFFIX.match(text, at)
    if match is None:
        return None
    if match["code"]:
        return Currency(units.CURRENCY_CODES[match["code"]], at, match.end())
    if match["sign"]:
        return Currency(units.CURRENCY_SIGNS[match["sign"]], at, match.end())
    word = match["word"].lower()
    if word in units.AMBIGUOUS_CURRENCY_WORDS and not large:
        return None
    return Currency(units.CURRENCY_WORDS[word], at, match.end())


def cents(text: str, at: int) -> int | None:
    """Where "cents" ends that starts at `at`."""
    match = _CENTS.match(text, at)
    return match.end() if match else None
