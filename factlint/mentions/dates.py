"""Text at a place -> the calendar date named there, as a range of days."""

from __future__ import annotations

import re
from datetime import date

from factlint import intervals
from factlint.intervals import DateRange
from factlint.mentions import periods, years
from factlint.mentions.calendars import (
    MONTH,
    MONTH_WORDS,
    MONTHS,
    YEAR,
    Found,
    found,
    full_year,
    made,
    nearest,
    span,
    word_before,
    yearly,
)
from factlint.mentions.units import listed

_ORDINAL = r"(?:st|nd|rd|th)?"

# "2026-03-15", "2026/03/15"
_ISO = re.compile(
    rf"(?P<y> {YEAR} ) (?P<sep> [-/] ) (?P<m> \d\d ) (?P=sep) (?P<d> \d\d ) (?! [\d/-] )",
    re.VERBOSE,
)
# "2026-03"
_ISO_MONTH = re.compile(rf"(?P<y> {YEAR} ) - (?P<m> \d\d ) (?! [\w/-] | [.,]\d )", re.VERBOSE)
# "2026, Jan 01", "2026 March 15"
_YEAR_FIRST = re.compile(
    rf"""
    (?P<y> {YEAR} ) ,? [\ ] (?P<m> {MONTH} ) \b \.? [\ ] (?P<d> \d{{1,2}} ) {_ORDINAL}
    (?! \w | ,? [\ ] {YEAR} )
    """,
    re.VERBOSE,
)
# "15 March 2026", "2nd of June", "15 Mar"
_DAY_FIRST = re.compile(
    rf"""
    (?P<d> \d{{1,2}} ) {_ORDINAL} (?: [\ ] of )? [\ -] (?P<m> {MONTH} ) \b \.?
    (?: ,?[\ -] (?P<y> {YEAR} ) \b )?
    """,
    re.VERBOSE,
)
# "March 15, 2026", "Feb. 2nd", "June 3-5"
_MONTH_FIRST = re.compile(
    rf"""
    (?P<m> {MONTH} ) \b \.? [\ ] (?P<d> \d{{1,2}} ) {_ORDINAL}
    (?: [\ ]?[-–][\ ]? (?P<last> \d{{1,2}} ) {_ORDINAL} (?! [\w%] ) )?
    (?! [\w%] | [.,:]\d )
    (?: ,? [\ ] (?P<y> {YEAR} ) (?! [\w%] ) )?
    """,
    re.VERBOSE,
)
# "March 2026", "Mar, 2026", "March of 2026", "Mar '26"
_MONTH_YEAR = re.compile(
    rf"""
    (?P<m> {MONTH} ) \b \.?
    (?: (?: ,?[\ ] | - | [\ ] of [\ ] ) (?P<y> {YEAR} ) | [\ ]?' (?P<yy> \d\d ) ) (?! [\w%] )
    """,
    re.VERBOSE,
)
_MONTH_ALONE = re.compile(rf"(?P<m> {MONTH} ) \b (?! [\ ][A-Z\d] )", re.VERBOSE)
# "3/15/2026"
_SLASHED = re.compile(
    rf"(?P<a> \d{{1,2}} )/(?P<b> \d{{1,2}} )/(?P<y> {YEAR} )(?! [\d/] )", re.VERBOSE
)

#: Words before a month that make it a date without day and year.
_MONTH_CUES = listed(
    "in since by last until till of from during this through to next late early mid for before "
    "after between and around that"
)


def at_digit(text: str, at: int, base: date | None) -> Found | None:
    """The date that starts with the digit at `at`."""
    if match := _ISO.match(text, at) or _YEAR_FIRST.match(text, at) or _DAY_FIRST.match(text, at):
        m = int(match["m"]) if match["m"].isdigit() else MONTH_WORDS[match["m"]]
        d = int(match["d"])
        return found(match, yearly(lambda y: intervals.day(date(y, m, d)), match["y"], base))
    if match := _SLASHED.match(text, at):
        return found(match, _slashed(int(match["a"]), int(match["b"]), int(match["y"])))
    return _iso_month(text, at) or periods.at_digit(text, at, base) or years.read(text, at)


def _iso_month(text: str, at: int) -> Found | None:
    match = _ISO_MONTH.match(text, at)
    if match is None:
        return None
    m = int(match["m"])
    return found(match, made(lambda y: intervals.month(y, m), int(match["y"])))


def _slashed(a: int, b: int, y: int) -> DateRange | None:
    """American order; where that makes no date, the other one."""
    american = made(lambda y: intervals.day(date(y, a, b)), y)
    return american or made(lambda y: intervals.day(date(y, b, a)), y)


def at_month(text: str, at: int, base: date | None) -> Found | None:
    """The date that starts with the month at `at`."""
    if match := _MONTH_YEAR.match(text, at):
        m = MONTH_WORDS[match["m"]]
        y = full_year(match["y"] or match["yy"])
        return found(match, made(lambda y: intervals.month(y, m), y))
    if match := _MONTH_FIRST.match(text, at):
        return found(match, _month_first(match, base))
    if base is None:
        return None
    match = _MONTH_ALONE.match(text, at)
    if match is None or match["m"] not in MONTHS or word_before(text, at) not in _MONTH_CUES:
        return None
    m = MONTHS[match["m"]]
    return found(match, nearest(lambda y: intervals.month(y, m), base))


def _month_first(match: re.Match[str], base: date | None) -> DateRange | None:
    m, d = MONTH_WORDS[match["m"]], int(match["d"])
    last = int(match["last"] or d)
    return yearly(lambda y: span(date(y, m, d), date(y, m, last)), match["y"], base)
