"""Passage text -> days that no calendar has: "June 31", "2026-02-30", "February 29, 2026"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from factlint.mentions.calendars import MONTH, MONTH_WORDS
from factlint.model import Relation, RelationDefinition
from factlint.relations.page import Page

_YEAR = r"(?:19|20)\d\d"
#: What shows that a day without a year is one: "In April 31 companies raised" counts companies.
_ENDS = r"""(?= \s* (?: [.,;:)!?\]"'] | $ ) | \ (?:and|or|at|in|on|to|until|for|is|was|by)\b )"""
_DAY = re.compile(
    rf"""
    (?<! [\w-] ) (?: (?P<iso> {_YEAR} ) - (?P<m> \d\d ) - (?P<d> \d\d ) (?! [\w-] )
      | (?P<month> {MONTH} ) \b \.? \ (?P<day> \d\d ) (?: st|nd|rd|th )? \b (?! [%:.,] \d | \ ?% )
        (?: ,? \ (?P<year> {_YEAR} ) \b | {_ENDS} )
      | (?P<dd> \d\d ) (?: st|nd|rd|th )? \ (?P<mm> {MONTH} ) \b (?! \ [A-Z] )
        (?: ,? \ (?P<yy> {_YEAR} ) \b | {_ENDS} ) )
    """,
    re.VERBOSE,
)
#: Only these can be too late: no month is shorter than 28 days, and most have no "May 42".
_LATE = re.compile(r"2(?<!\w2)9|3(?<!\w3)\d")
#: A leap year, for a day without its year.
_LEAP = 2024


def find(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each day that cannot be."""
    for passage in page.passages:
        if not _LATE.search(passage.text):
            continue
        for found in _DAY.finditer(passage.text):
            what = _impossible(found)
            if what:
                yield page.relation(definition, passage, found.span(), (), {"what": what})


def _impossible(found: re.Match[str]) -> str:
    """Why a day cannot be; empty where it can, or is none."""
    name = found["month"] or found["mm"]
    month = int(found["m"]) if found["iso"] else MONTH_WORDS[name]
    day = int(found["d"] or found["day"] or found["dd"])
    written = found["iso"] or found["year"] or found["yy"]
    year = int(written or _LEAP)
    if not 1 <= month <= 12 or not 29 <= day <= 31:
        return ""
    most = calendar.monthrange(year, month)[1]
    if day <= most:
        return ""
    named = calendar.month_name[month]
    when = f"{named} {written}" if month == 2 and written else named
    return f"{when} has {most} days"
