"""Text at a place -> the numeral written there: digits ("1,500.5") or words ("twenty-five")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factlint.mentions.units import alternatives, numbered

#: Longer runs of digits are serial numbers, not quantities.
LONGEST = 24


class Numeral(NamedTuple):
    """A number without its scale and unit.

    `step` is the place of its last written digit behind a decimal point, else of its last digit
    that is not zero; `grouped` says that commas part its thousands.
    """

    value: Decimal
    step: Decimal
    pointed: bool
    end: int
    grouped: bool = False
    spelt: bool = False


# "1,500,000.5", "1.500.000", "12,34,567", "1.5"; not "1.2.3", "1,5", "2,0000"
_DIGITS = re.compile(
    r"""
    (?: (?P<grouped>  \d{1,3} (?: ,\d{3} )+  (?P<cents> \.\d+ )? )
      | (?P<dotted>   \d{1,3} (?: \.\d{3} ){2,} )
      | (?P<indian>   \d{1,2} (?: ,\d{2} )+ ,\d{3} )
      | \d+ (?P<point> \.\d+ )?
    )
    (?! [.,]? \d )
    """,
    re.VERBOSE | re.ASCII,
)

ONES = numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = {
    word: 10 * number + 10
    for word, number in numbered("twenty thirty forty fifty sixty seventy eighty ninety").items()
}

# "three", "twenty-five", "thirty"
_WORDS = re.compile(
    rf"""
    (?: (?P<tens> {alternatives(TENS)} ) (?: [\ -] (?P<unit> {alternatives(ONES)} ) )?
      | (?P<ones> {alternatives(ONES)} ) )
    \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit of a whole number that is not zero: 1,000 of 2,000."""
    _, digits, exponent = value.as_tuple()
    whole = "".join(map(str, digits)) + "0" * max(0, int(exponent))
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(10) ** zeros if value else Decimal(1)


def digits(text: str, at: int) -> Numeral | None:
    """The numeral in digits that starts at `at`."""
    match = _DIGITS.match(text, at)
    if match is None or match.end() - at > LONGEST:
        return None
    point = match["point"] or match["cents"] or ""
    dotted = match["dotted"] is not None
    value, step = _written(match.group(), point, dotted)
    return Numeral(value, step, bool(point), match.end(), dotted or "," in match.group())


@lru_cache(maxsize=4096)
def _written(raw: str, point: str, dotted: bool) -> tuple[Decimal, Decimal]:
    """The value of written digits, and the place of the last one: few numerals stand once."""
    value = Decimal(raw.replace(".", "") if dotted else raw.replace(",", ""))
    return value, Decimal(1).scaleb(1 - len(point)) if point else last_place(value)


def words(text: str, at: int) -> Numeral | None:
    """The numeral in words that starts at `at`, without scale words."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    ones = match["unit"] or match["ones"]
    value = Decimal(TENS.get((match["tens"] or "").lower(), 0) + ONES.get((ones or "").lower(), 0))
    return Numeral(value, last_place(value), False, match.end(), spelt=True)
