"""Text at a place and a base date -> the days that a relative phrase names ("last June")."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from factlint import intervals
from factlint.intervals import DateRange
from factlint.mentions.calendars import MONTHS, Found, nearest
from factlint.mentions.numbers import ONES
from factlint.mentions.units import alternatives, numbered

WEEKDAYS = numbered("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
HOLIDAYS = {"Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
            "New Year's Eve": (12, 31), "New Year's Day": (1, 1)}  # fmt: skip

# "last week", "next Monday", "this year", "last June"
_SHIFTED = re.compile(
    rf"""
    (?P<shift> last|next|this ) [\ ]
    (?P<what> week|month|quarter|year | {alternatives((*SEASONS, *WEEKDAYS, *MONTHS))} )
    (?! \w | [\ -] \d | , [\ ] [A-Z] [a-z]+ [\ ] \d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHIFTS = {"last": -1, "this": 0, "next": 1}

# "two months ago", "10 days ago", "a year ago"
_AGO = re.compile(
    rf"""
    (?P<n> \d{{1,2}} | {alternatives(ONES)} | an? ) [\ ]
    (?P<unit> day|week|month|year ) s? [\ ] (?: ago | earlier ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?P<day> {alternatives(WEEKDAYS)} ) (?! [\w'] | ,? [\ ] [A-Z\d] )", re.VERBOSE
)
# What makes a date of a bare weekday: "on Monday", "said Monday", "Monday morning"
_ON = re.compile(
    r"(?: \b (?: on | said | late | early | until | since | by ) | \w\wed ) [\ ] $", re.VERBOSE
)
_TIME_OF_DAY = re.compile(r"[\ ] (?: morning | afternoon | evening | night ) \b", re.VERBOSE)
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DAY = re.compile(r"(?P<day> [Yy]esterday | [Tt]oday | [Tt]omorrow ) (?! [\w'] )", re.VERBOSE)
# "today" alone mostly means these days
_TODAY = re.compile(r"(?: \w\wed | \w\wes | said | on | until ) [\ ] $", re.VERBOSE)
_HOLIDAY = re.compile(rf"(?P<day> {alternatives(HOLIDAYS)} ) (?! \w )", re.VERBOSE)


def at_word(text: str, at: int, base: date) -> Found | None:
    """The relative date that starts at `at`."""
    for read in (_shifted, ago, _weekday, _named_day, _holiday):
        if found := read(text, at, base):
            return found
    return None


def _shifted(text: str, at: int, base: date) -> Found | None:
    match = _SHIFTED.match(text, at)
    if match is None:
        return None
    if text.endswith(("the ", "The "), 0, at) and match["what"].lower() in _PERIODS:
        return None
    shift, what = _SHIFTS[match["shift"].lower()], match["what"]
    days = _turned(what, shift, base)
    return Found(days, at, match.end()) if days else None


def _turned(what: str, shift: int, base: date) -> DateRange | None:
    if what.lower() in _PERIODS:
        return _PERIODS[what.lower()](base, shift)
    if what in WEEKDAYS:
        return _same_weekday(what, shift, base)
    if what.lower() in SEASONS:
        first, last = SEASONS[what.lower()]
        return _turn(lambda y: intervals.months(y, first, last), shift, base)
    if what in MONTHS:
        return _turn(lambda y: intervals.month(y, MONTHS[what]), shift, base)
    return None


def _turn(make: Callable[[int], DateRange], shift: int, base: date) -> DateRange | None:
    """The last, the nearest or the next turn of a yearly date."""
    turns = [make(base.year + offset) for offset in (-1, 0, 1)]
    if shift < 0:
        return max(days for days in turns if days.last < base)
    if shift > 0:
        return min(days for days in turns if days.first > base)
    return nearest(make, base)


def _same_weekday(name: str, shift: int, base: date) -> DateRange:
    if shift > 0:
        return intervals.day(
            base + timedelta(days=(WEEKDAYS[name] - base.isoweekday() - 1) % 7 + 1)
        )
    back = (base.isoweekday() - WEEKDAYS[name]) % 7
    return intervals.day(base - timedelta(days=back or (7 if shift < 0 else 0)))


def _week(base: date, shift: int) -> DateRange:
    monday = base - timedelta(days=base.weekday() - 7 * shift)
    sunday = monday + timedelta(days=6)
    return DateRange(monday, sunday, f"{monday.isoformat()}/{sunday.isoformat()}")


def _month(base: date, shift: int) -> DateRange:
    years, month = divmod(base.year * 12 + base.month - 1 + shift, 12)
    return intervals.month(years, month + 1)


def _quarter(base: date, shift: int) -> DateRange:
    years, quarter = divmod(base.year * 4 + (base.month - 1) // 3 + shift, 4)
    return intervals.quarter(years, quarter + 1)


def _year(base: date, shift: int) -> DateRange:
    return intervals.year(base.year + shift)


def _day(base: date, shift: int) -> DateRange:
    return intervals.day(base + timedelta(days=shift))


_PERIODS = {"day": _day, "week": _week, "month": _month, "quarter": _quarter, "year": _year}


def ago(text: str, at: int, base: date) -> Found | None:
    """ "two months ago", "10 days ago" at `at`."""
    match = _AGO.match(text, at)
    if match is None:
        return None
    written = match["n"].lower()
    count = int(written) if written.isdigit() else ONES.get(written, 1)
    if match["unit"].lower() == "year" and count >= base.year:
        return None
    return Found(_PERIODS[match["unit"].lower()](base, -count), at, match.end())


def _weekday(text: str, at: int, base: date) -> Found | None:
    match = _WEEKDAY.match(text, at)
    if match is None:
        return None
    if not (_ON.search(text, max(0, at - 12), at) or _TIME_OF_DAY.match(text, match.end())):
        return None
    return Found(_same_weekday(match["day"], 0, base), at, match.end())


def _named_day(text: str, at: int, base: date) -> Found | None:
    match = _DAY.match(text, at)
    if match is None:
        return None
    shift = _DAYS[match["day"].lower()]
    if shift == 0 and not _TODAY.search(text, max(0, at - 12), at):
        return None
    return Found(intervals.day(base + timedelta(days=shift)), at, match.end())


def _holiday(text: str, at: int, base: date) -> Found | None:
    match = _HOLIDAY.match(text, at)
    if match is None:
        return None
    month, day = HOLIDAYS[match["day"]]
    days = nearest(lambda y: intervals.day(date(y, month, day)), base)
    return Found(days, at, match.end()) if days else None
