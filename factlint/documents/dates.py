"""Text that is a date as a whole -> the days it means: "2026-03", "Mar 16, 2026"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from factlint.intervals import DateRange, day, month, year

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = f"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\\b\\.?"
_WEEKDAY = r"(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = r"(?:,?(?:\s+(?:at\s+)?|T)\d{1,2}:\d\d.{0,60})?"


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _exact(found: re.Match[str]) -> DateRange:
    written = found["month"].lower()
    number = int(written) if written.isdigit() else _MONTHS[written]
    return day(date(int(found["year"]), number, int(found["day"])))


def _month(found: re.Match[str]) -> DateRange:
    written = found["month"].lower()
    return month(int(found["year"]), int(written) if written.isdigit() else _MONTHS[written])


def _year(found: re.Match[str]) -> DateRange:
    return year(int(found["year"]))


#: How dates are written, and how each is read.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateRange]], ...] = (
    # 2026-03-16, 2026/3/16, 2026-03-16T10:00:00Z, 2026-03-16 10:00:00 +0000
    (
        _pattern(rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_TIME}"),
        _exact,
    ),
    # 20260316
    (_pattern(rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)"), _exact),
    # Mar 16, 2026; Monday, March 16th 2026; Wed Sep 12 2018 08:25:15 GMT+0000 (UTC)
    (_pattern(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}{_TIME}"), _exact),
    # 16 March 2026; Mon, 16 Mar 2026 10:00:00 +0000; 23-Feb-2024
    (_pattern(rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_MONTH}[\s,-]+{_YEAR}{_TIME}"), _exact),
    # 2026-03, 2026/03
    (_pattern(rf"{_YEAR}[-/](?P<month>\d\d?)"), _month),
    # March 2026; Mar, 2026
    (_pattern(rf"{_MONTH},?\s+{_YEAR}"), _month),
    # 2026
    (_pattern(_YEAR), _year),
)

#: Forms that need a year from elsewhere: June 8; 8 June; June
_IN_YEAR = (
    _pattern(rf"{_WEEKDAY}{_MONTH}\s+{_DAY}"),
    _pattern(rf"{_WEEKDAY}{_DAY}\s+{_MONTH}"),
    _pattern(_MONTH),
)

#: A heading that is dated: "June 8, 2026: title", "title (2026-06-08)", "[1.2] - 2026-06-08".
_LEADING = re.compile(r"(?P<date>.{6,40}?)(?:\s*:\s|\s+[-–—|]\s|\s*[–—]\s)")
_TRAILING = re.compile(r"(?:\((?P<inside>[^()]{6,40})\)|\s[-–—|]\s(?P<after>[^|–—]{6,40}))$")
_NAME = re.compile(r"(?P<date>(?:19|20)\d\d-\d\d-\d\d|\d\d-\d\d-\d\d|(?:19|20)\d\d-\d\d)(?!\d)")
_NAME_ANYWHERE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
#: "Feb 2024 notes", "notes-february-2024", "week-november-25-2023"
_NAME_MONTH = re.compile(
    rf"(?<![a-z])(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
    r"(?P<day>[ _-]\d{1,2})?[ _-](?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"""(?:last\s+)? (?:updated|published|posted|modified|dated?)
    (?:\s+on)? \s* :? \s+ (?P<date>.{4,60})""",
    re.IGNORECASE | re.VERBOSE,
)


def parse(text: str, within: DateRange | None = None) -> DateRange | None:
    """The days that `text` as a whole means; `within` lends its year to "June 8" and "June".

    A text that is no date, or names a day that does not exist, means none.
    """
    text = " ".join(text[:120].split()).strip("\"'")
    for form, read in _FORMS:
        if found := form.fullmatch(text):
            return _existing(read, found)
    if within is None:
        return None
    return next(
        (
            parse(f"{text.rstrip('.')} {within.first.year}")
            for form in _IN_YEAR
            if form.fullmatch(text)
        ),
        None,
    )


def of_heading(text: str, within: DateRange | None = None) -> DateRange | None:
    """The date of a dated heading: the whole of it, or set off at its start or end."""
    whole = parse(text, within)
    if whole is not None or not any(map(str.isdigit, text)):
        return whole
    leading = _LEADING.match(text)
    if leading and (dated := parse(leading["date"])):
        return _day_or_none(dated)
    trailing = _TRAILING.search(text, max(len(text) - 60, 0))
    if trailing and (dated := parse(trailing["inside"] or trailing["after"])):
        return _day_or_none(dated)
    return None


def of_file(path: str) -> DateRange | None:
    """The date in a file name: "2026-03-16-title.md", "25-07-15-title.md", "Feb 2024 notes.md"."""
    name = path.rpartition("/")[2]
    if found := _NAME.match(name):
        written = found["date"]
        return parse(written if len(written) != 8 else f"20{written}")
    if found := _NAME_ANYWHERE.search(name):
        return parse(found[0])
    if found := _NAME_MONTH.search(name):
        day_of = (found["day"] or "").strip(" _-")
        return parse(" ".join((found["month"], day_of and f"{day_of},", found["year"])))
    return None


def of_line(text: str) -> DateRange | None:
    """The date of a line that tells it: "Updated Mar 16, 2026", "Published: March 3, 2026"."""
    found = _LINE.fullmatch(text[:100].rstrip(" ."))
    return parse(found["date"]) if found else None


def _existing(read: Callable[[re.Match[str]], DateRange], found: re.Match[str]) -> DateRange | None:
    try:
        return read(found)
    except ValueError:  # 31 February, month 13
        return None


def _day_or_none(dated: DateRange) -> DateRange | None:
    return dated if dated.first == dated.last else None
