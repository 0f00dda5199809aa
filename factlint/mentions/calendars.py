"""The words of the calendar, and the turn of a yearly date that is meant without its year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from factlint import intervals
from factlint.intervals import DateRange
from factlint.mentions.units import alternatives, numbered

MONTHS = numbered(
    "January February March April May June July August September October November December"
)
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
MONTH_WORDS = {
    **MONTHS,
    **_SHORT,
    **{word.upper(): number for word, number in (MONTHS | _SHORT).items()},
}

#: Inner patterns of the date readers.
YEAR = r"(?:19|20)\d\d"
MONTH = rf"(?:{alternatives(MONTH_WORDS)})"

_BEFORE = re.compile(r"(?P<word> [A-Za-z]+ ,? ) [\ ] $", re.VERBOSE)


class Found(NamedTuple):
    """The days a date names, and the span of its mention."""

    days: DateRange
    start: int
    end: int


def found(match: re.Match[str], days: DateRange | None) -> Found | None:
    """The whole match as a date, if it makes one."""
    return Found(days, match.start(), match.end()) if days else None


def made(make: Callable[[int], DateRange], number: int) -> DateRange | None:
    """The date of a year; None where the calendar has none ("June 31")."""
    try:
        return make(number)
    except ValueError:
        return None


def nearest(make: Callable[[int], DateRange], base: date) -> DateRange | None:
    """The turn of a yearly date that lies nearest to `base`; the future counts double."""
    turns = [made(make, base.year + offset) for offset in (-1, 0, 1)]
    return min(
        (days for days in turns if days), key=lambda days: _distance(days, base), default=None
    )


def _distance(days: DateRange, base: date) -> int:
    return max((base - days.last).days, 2 * (days.first - base).days, 0)


def yearly(
    make: Callable[[int], DateRange], written: str | None, base: date | None
) -> DateRange | None:
    """A date of the year as written, or of the year that `base` suggests."""
    if written:
        return made(make, full_year(written))
    return nearest(make, base) if base else None


def full_year(written: str) -> int:
    """ "2026" and "26" -> 2026."""
    return int(written) if len(written) == 4 else 2000 + int(written)


def span(first: date, last: date) -> DateRange:
    """From one day to another; ValueError if the second comes first."""
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    text = f"{first.isoformat()}/{last.isoformat()}"
    return intervals.day(first) if first == last else DateRange(first, last, text)


def word_before(text: str, at: int) -> str:
    """The word directly before `at`, in lower case."""
    match = _BEFORE.search(text, max(0, at - 16), at)
    return match["word"].lower() if match else ""
