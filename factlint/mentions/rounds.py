"""Text at a place -> the funding round named there: "Series C", "seed", "IPO"."""

from __future__ import annotations

import re
from typing import NamedTuple


class Round(NamedTuple):
    """The canonical name of a round and the span of its mention."""

    canonical: str
    start: int
    end: int


_FUNDING = "round|funding|financing|raise|fundraise|fundraising|investment|capital|deal|extension"

# "Series C", "series B2", "Series A-1", "Series C extension"; not "series a" without its round
_SERIES = re.compile(
    rf"""
    (?P<word> [Ss]eries | SERIES ) [\ -]
    (?: (?P<letter> [A-K] ) | (?P<small> [b-k] | a (?= -?\d? [\ ] (?: {_FUNDING} ) ) )
      | (?P<seed> [Ss]eed ) )
    (?P<part> -?[1-9] | \+ )? (?! \w | [&'.]\w )
    (?P<extension> [\ ] [Ee]xtension )?
    """,
    re.VERBOSE,
)
_PRE = re.compile(r"\b [Pp]re-? [\ ]? $", re.VERBOSE)

# "seed round", "pre-seed", "seed-stage", "Seed Funding"
_SEED = re.compile(
    rf"""
    (?P<seed> (?: [Ss]eed | SEED ) (?P<part> \+ )? )
    (?P<extension> [\ ] [Ee]xtension )?
    (?P<round> [\ -] (?i: {_FUNDING} | money | stage | rounds | fund | funded ) \b )?
    (?! [\w'] | [\ ] \d )
    """,
    re.VERBOSE,
)
# "a $5M seed", "in seed": what says that a seed without its round is one
_BEFORE_SEED = re.compile(
    r"""
    (?: [$€£] \d [\d.,]* [\ ]? [A-Za-z]* | [mb]illion (?: [\ ] \w+ )? | \d [MBmb]
      | \b in | largest | biggest )
    [\ ] (?: in [\ ] )? $
    """,
    re.VERBOSE,
)
_AFTER_SEED = re.compile(
    r"(?: [\ ] (?: of | at ) [\ ] (?: an? [\ ] )? | :[\ ]? | [\ ]\( ) [$€£~]", re.VERBOSE
)

# "angel round", "growth equity round", "bridge financing"
_NAMED = re.compile(
    r"""
    (?P<name> angel|growth|bridge|debt )
    (?: [\ ] equity )? [\ -] (?: round | (?: funding | financing ) (?: [\ ] round )? ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IPO = re.compile(r"(?: IPO | [Ii]nitial [\ ] [Pp]ublic [\ ] [Oo]ffering ) (?! \w )", re.VERBOSE)


def read(text: str, at: int) -> Round | None:
    """The round whose first word starts at `at`."""
    match text[at]:
        case "S" | "s":
            return _series(text, at) or _seed(text, at)
        case "I" | "i":
            ipo = _IPO.match(text, at)
            return Round("IPO", at, ipo.end()) if ipo else None
        case _:
            named = _NAMED.match(text, at)
            return Round(named["name"].lower(), at, named.end("name")) if named else None


def _early(text: str, at: int) -> int:
    """Where "pre-" before a round starts, else `at`."""
    match = _PRE.search(text, max(0, at - 5), at)
    return match.start() if match else at


def _series(text: str, at: int) -> Round | None:
    match = _SERIES.match(text, at)
    if match is None:
        return None
    start = _early(text, at)
    letter = "Seed" if match["seed"] else (match["letter"] or match["small"]).upper()
    name = f"Series {letter}{match['part'] or ''}" if not match["seed"] else "seed"
    early = "pre-" if start != at else ""
    return Round(early + name + (" extension" if match["extension"] else ""), start, match.end())


def _seed(text: str, at: int) -> Round | None:
    match = _SEED.match(text, at)
    if match is None:
        return None
    start = _early(text, at)
    extension = (match["part"] or "") + (" extension" if match["extension"] else "")
    end = match.end("extension" if match["extension"] else "seed")
    if start != at:
        return Round("pre-seed" + extension, start, end)
    named = extension or match["round"] or _AFTER_SEED.match(text, end)
    if named or _BEFORE_SEED.search(text, max(0, at - 32), at) or text.strip() == match["seed"]:
        return Round("seed" + extension, at, end)
    return None
