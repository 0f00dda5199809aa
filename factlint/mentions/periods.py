"""Text at a place -> the quarter, half, fiscal year or edge of a year or month named there."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factlint import intervals
from factlint.intervals import DateRange
from factlint.mentions.calendars import (
    MONTH,
    MONTH_WORDS,
    YEAR,
    Found,
    found,
    full_year,
    made,
    span,
    word_before,
    yearly,
)
from factlint.mentions.units import alternatives, listed

# "Q3 2026", "Q3'26", "H1", "Q2 FY26"
_PART = re.compile(
    rf"""
    (?P<kind> [QH] ) (?P<n> [1-4] ) (?! [\w.] )
    (?: [\ -]? (?: of[\ ] )? (?: (?:FY|CY|fiscal)[\ ]? )?
        (?: '(?P<yy> \d\d ) | (?P<y> {YEAR} ) | (?<=Y) (?P<fy> \d\d ) ) \b )?
    """,
    re.VERBOSE,
)
# "3Q 2026", "1H26"
_PART_BACK = re.compile(
    rf"(?P<n> [1-4] ) (?P<kind> [QH] ) [\ ]? '? (?P<y> {YEAR} | \d\d ) (?! [\w%] )", re.VERBOSE
)
# "2026 Q3", "2026-H1"
_YEAR_PART = re.compile(
    rf"(?P<y> {YEAR} ) [\ -]? (?P<kind> [QH] ) (?P<n> [1-4] ) (?! \w )", re.VERBOSE
)
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 4, "final": 4,
}  # fmt: skip
# "third quarter of 2026", "first-half 2026", "second quarter of its fiscal year 2026"
_SPELT_PART = re.compile(
    rf"""
    (?P<nth> {alternatives(_ORDINALS)} ) [\ -] (?: fiscal [\ ] )? (?P<kind> quarter|half )
    (?: [\ ] (?: of [\ ] )? (?: (?:the|its|fiscal|calendar) [\ ] ){{0,2}} (?: year [\ ] )?
        (?P<y> {YEAR} ) \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "FY2026", "FY26", "fiscal 2026", "fiscal year 2026"
_FISCAL = re.compile(
    rf"(?: FY [\ ]?'? | [Ff]iscal [\ ] (?:year[\ ])? (?={YEAR}) ) (?P<y> {YEAR} | \d\d ) \b",
    re.VERBOSE,
)
# "early 2026", "late-2025", "end of September", "mid-March 2026"
_EDGE = re.compile(
    rf"""
    (?P<edge> [Ee]arly|[Mm]id|[Ll]ate|[Ee]nd|[Bb]eginning|[Ss]tart )
    [\ -] (?: (?: of|in ) [\ ] )? (?: the [\ ] year [\ ] )?
    (?: (?P<m> {MONTH} ) \b (?: ,? [\ ] (?P<y> {YEAR} ) \b )?
      | (?P<y2> {YEAR} ) (?! [\w%] | [.,]\d ) )
    """,
    re.VERBOSE,
)
_EDGE_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12),
                "beginning": (1, 1), "start": (1, 1)}  # fmt: skip
_EDGE_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}

#: What makes a quarter of a "Q4" without a year: data formats have such names too.
_CUES = listed("in for of during since by last this next its fiscal until early late")
_REPORTED = re.compile(
    r"[\ ] (?: results|earnings|revenues?|sales|profits?|report|guidance ) \b", re.VERBOSE
)


def at_digit(text: str, at: int, base: date | None) -> Found | None:
    """ "3Q 2026", "2026 Q3", "1st half of 2026" at `at`."""
    if match := _PART_BACK.match(text, at) or _YEAR_PART.match(text, at):
        return found(match, _part(match["kind"], int(match["n"]), match["y"], base))
    return _spelt_part(text, at, base)


def at_word(text: str, at: int, base: date | None) -> Found | None:
    """ "Q3 2026", "H1", "FY2026", "third quarter of 2026", "early 2026" at `at`."""
    if match := _PART.match(text, at):
        y = match["y"] or match["yy"] or match["fy"]
        named = y or _is_period(text, match)
        return found(match, _part(match["kind"], int(match["n"]), y, base)) if named else None
    if match := _FISCAL.match(text, at):
        return found(match, made(intervals.year, full_year(match["y"])))
    if match := _EDGE.match(text, at):
        return found(match, _edge(match, base))
    return _spelt_part(text, at, base)


def _part(kind: str, n: int, written: str | None, base: date | None) -> DateRange | None:
    """A quarter or a half of a year."""
    if kind in "Qq":
        return yearly(lambda y: intervals.quarter(y, n), written, base)
    return yearly(lambda y: intervals.half(y, n), written, base) if n <= 2 else None


def _is_period(text: str, match: re.Match[str]) -> bool:
    before = word_before(text, match.start())
    return before in _CUES or _REPORTED.match(text, match.end()) is not None


def _spelt_part(text: str, at: int, base: date | None) -> Found | None:
    match = _SPELT_PART.match(text, at)
    if match is None:
        return None
    kind, nth = match["kind"][0], match["nth"].lower()
    last = nth in ("last", "final")
    if last and not match["y"]:
        return None
    n = 2 if last and kind in "Hh" else _ORDINALS[nth]
    return found(match, _part(kind, n, match["y"], base))


def _edge(match: re.Match[str], base: date | None) -> DateRange | None:
    edge = match["edge"].lower()
    if match["y2"]:
        first, last = _EDGE_MONTHS[edge]
        text = f"{match['y2']}-{first:02d}" if first == last else None
        return made(lambda y: intervals.months(y, first, last, text), int(match["y2"]))
    m = MONTH_WORDS[match["m"]]
    return yearly(lambda y: _edge_of_month(y, m, edge), match["y"], base)


def _edge_of_month(y: int, m: int, edge: str) -> DateRange:
    whole = intervals.month(y, m)
    if edge not in _EDGE_DAYS:
        return whole
    first, last = _EDGE_DAYS[edge]
    return span(date(y, m, first), min(whole.last, whole.first + timedelta(days=last - 1)))
