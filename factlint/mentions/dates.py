"""Text at a place -> the calendar date named there, as a range of days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from factlint import intervals
from factlint.intervals import DateRange
from factlint.mentions.units import PLURALS, alternatives

MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December"
        .split(),
        start=1,
    )
}
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
MONTH_WORDS = {
    **MONTHS,
    **_SHORT,
    **{word.upper(): number for word, number in (MONTHS | _SHORT).items()},
}


class Found(NamedTuple):
    """The days a date names, and the span of its mention."""

    days: DateRange
    start: int
    end: int


_YEAR = r"(?:19|20)\d\d"
_ORDINAL = r"(?:st|nd|rd|th)?"
_MONTH = rf"(?:{alternatives(MONTH_WORDS)})"

# "2026-03-15", "2026/03/15", "2026-03"
_ISO = re.compile(
    rf"(?P<y>{_YEAR}) (?P<sep>[-/]) (?P<m>\d\d) (?: (?P=sep) (?P<d>\d\d) )? (?! [\d/-] )",
    re.VERBOSE,
)
# "15 March 2026", "2nd of June", "15 Mar"
_DAY_FIRST = re.compile(
    rf"""
    (?P<d> \d{{1,2}} ) {_ORDINAL} (?: [\ ] of )? [\ -] (?P<m> {_MONTH} ) \b \.?
    (?: ,?[\ -] (?P<y> {_YEAR} ) \b )?
    """,
    re.VERBOSE,
)
# "March 15, 2026", "Feb. 2nd", "June 3-5"
_MONTH_FIRST = re.compile(
    rf"""
    (?P<m> {_MONTH} ) \b \.? [\ ] (?P<d> \d{{1,2}} ) {_ORDINAL}
    (?: [\ ]?[-–][\ ]? (?P<last> \d{{1,2}} ) {_ORDINAL} (?! [\w%] ) )?
    (?! [\w%] | [.,:]\d )
    (?: ,? [\ ] (?P<y> {_YEAR} ) (?! [\w%] ) )?
    """,
    re.VERBOSE,
)
# "March 2026", "Mar, 2026", "March of 2026"
_MONTH_YEAR = re.compile(
    rf"(?P<m> {_MONTH} ) \b \.? (?: ,?[\ ] | -| [\ ]of[\ ] | [\ ]? '(?=\d) ) (?P<y> {_YEAR} | (?<=') \d\d ) (?! [\w%] )",
    re.VERBOSE,
)
_MONTH_ALONE = re.compile(rf"(?P<m> {_MONTH} ) \b (?! [\ ][A-Z\d] )", re.VERBOSE)

# "3/15/2026"
_SLASHED = re.compile(rf"(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})/(?P<y>{_YEAR})(?![\d/])")

# "Q3 2026", "Q3'26", "H1", "Q2 FY26"
_PART = re.compile(
    rf"""
    (?P<kind> [QH] ) (?P<n> [1-4] ) (?! [\w.] )
    (?: [\ -]? (?: of[\ ] )? (?: (?:FY|CY|fiscal)[\ ]? )? (?: '(?P<yy> \d\d ) | (?P<y> {_YEAR} ) | (?<=Y) (?P<fy> \d\d ) ) \b )?
    """,
    re.VERBOSE,
)
# "3Q 2026", "1H26", "2026 Q3"
_PART_BACK = re.compile(
    rf"""
    (?: (?P<n> [1-4] ) (?P<kind> [QH] ) [\ ]? '? (?P<y> {_YEAR} | \d\d ) (?! [\w%] )
      | (?P<y2> {_YEAR} ) [\ -]? (?P<kind2> [QH] ) (?P<n2> [1-4] ) (?! \w ) )
    """,
    re.VERBOSE,
)
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
             "last": 4, "final": 4}  # fmt: skip
# "third quarter of 2026", "first-half 2026"
_SPELT_PART = re.compile(
    rf"""
    (?P<nth> {alternatives(_ORDINALS)} ) [\ -] (?: fiscal [\ ] )? (?P<kind> quarter|half )
    (?: [\ ] (?: of [\ ] )? (?: (?:the|its|fiscal|calendar) [\ ] ){{0,2}} (?: year [\ ] )? (?P<y> {_YEAR} ) \b )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "FY2026", "fiscal 2026", "FY26", "fiscal year 2026"
_FISCAL = re.compile(
    rf"(?: FY [\ ]?'? (?P<y> {_YEAR} | \d\d ) | [Ff]iscal [\ ] (?:year[\ ])? (?P<y2> {_YEAR} ) ) \b",
    re.VERBOSE,
)
# "early 2026", "late-2025", "end of September", "mid-March 2026"
_EDGE = re.compile(
    rf"""
    (?P<edge> early|mid|late|end|beginning|start )
    (?: [\ -] (?: of [\ ] | in [\ ] )? (?: the [\ ] year [\ ] )? )
    (?: (?P<m> {_MONTH} ) \b (?: ,? [\ ] (?P<y> {_YEAR} ) \b )? | (?P<y2> {_YEAR} ) (?! [\w%] | [.,]\d ) )
    """,
    re.VERBOSE,
)
_EDGE_MONTHS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12),
                "beginning": (1, 1), "start": (1, 1)}  # fmt: skip
_EDGE_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}

# "2024-2025", "2024–25"
_YEARS = re.compile(rf"(?P<a>{_YEAR})[-–](?P<b>{_YEAR}|\d\d)(?![\w%/-]|[.,]\d)")
_BARE = re.compile(rf"(?P<y>{_YEAR})(?:'s\b)?(?![\w%$€£/+]|[.,:]\d|-[a-z\d])", re.VERBOSE)

#: What stands before a bare year; behind the weak ones only a likely year counts.
_CUES = frozenset(
    "in by since until till during year mid late early circa around fiscal calendar year, back"
    " throughout spring summer autumn fall winter".split()
)
_WEAK_CUES = frozenset(
    "of for before after from through to and the than last vs against pre post a".split()
)
_LIKELY = range(1950, 2041)
_VERBS = frozenset(
    "is was will has had may could should marks marked saw sees brings brought promises embodies "
    "ended began starts started became becomes represents stands looks proved shapes".split()
)
_NEXT_WORD = re.compile(r"[\ ]?-?[\ ]? (?P<word> [A-Za-z%]+ )", re.VERBOSE)
_BEFORE = re.compile(r"(?P<word> [A-Za-z]+ ,? ) [\ ] $", re.VERBOSE)

#: Words before a month that make it a date without day and year.
_MONTH_CUES = frozenset(
    "in since by last until till of from during this through to next late early mid for "
    "before after between and around that".split()
)


def nearest(make: Callable[[int], DateRange], base: date) -> DateRange | None:
    """The year's turn of a yearly date that lies nearest to `base`, the past being nearer."""
    best: tuple[int, DateRange] | None = None
    for number in (base.year - 1, base.year, base.year + 1):
        days = _made(make, number)
        if days is None:
            continue
        cost = max((base - days.last).days, 2 * (days.first - base).days, 0)
        if best is None or cost < best[0]:
            best = cost, days
    return best[1] if best else None


def _made(make: Callable[[int], DateRange], number: int) -> DateRange | None:
    try:
        return make(number)
    except ValueError:
        return None


def _yearly(
    make: Callable[[int], DateRange], written: str | None, base: date | None
) -> DateRange | None:
    """A date of the year as written, or of the year that `base` suggests."""
    if written:
        return _made(make, full_year(written))
    return nearest(make, base) if base else None


def full_year(written: str) -> int:
    """ "2026" and "26" -> 2026."""
    return int(written) if len(written) == 4 else 2000 + int(written)


def _span(first: date, last: date) -> DateRange:
    return DateRange(first, last, f"{first.isoformat()}/{last.isoformat()}")


def at_digit(text: str, at: int, base: date | None) -> Found | None:
    """The date that starts with the digit at `at`."""
    if match := _ISO.match(text, at):
        y, m, d = int(match["y"]), int(match["m"]), match["d"]
        days = _made(lambda y: intervals.day(date(y, m, int(d))) if d else intervals.month(y, m), y)
        if days and (d or match["sep"] == "-"):
            return Found(days, at, match.end())
    if match := _DAY_FIRST.match(text, at):
        return _day_first(match, base)
    if match := _SLASHED.match(text, at):
        return _slashed(match)
    if match := _PART_BACK.match(text, at):
        n, kind = match["n"] or match["n2"], match["kind"] or match["kind2"]
        return _found(match, _part(kind, int(n), match["y"] or match["y2"], base))
    return _ordinal_part(text, at, base) or bare_year(text, at)


def _found(match: re.Match[str], days: DateRange | None) -> Found | None:
    return Found(days, match.start(), match.end()) if days else None


def _day_first(match: re.Match[str], base: date | None) -> Found | None:
    m, d = MONTH_WORDS[match["m"]], int(match["d"])
    return _found(match, _yearly(lambda y: intervals.day(date(y, m, d)), match["y"], base))


def _slashed(match: re.Match[str]) -> Found | None:
    """American order; where that makes no date, the other one."""
    a, b, y = int(match["m"]), int(match["d"]), int(match["y"])
    days = _made(lambda y: intervals.day(date(y, a, b)), y)
    return _found(match, days or _made(lambda y: intervals.day(date(y, b, a)), y))


def _part(kind: str, n: int, written: str | None, base: date | None) -> DateRange | None:
    """A quarter ("Q") or half ("H") of a year."""
    if kind.upper() == "Q":
        return _yearly(lambda y: intervals.quarter(y, n), written, base)
    if n > 2:
        return None
    return _yearly(lambda y: intervals.half(y, n), written, base)


def _ordinal_part(text: str, at: int, base: date | None) -> Found | None:
    match = _SPELT_PART.match(text, at)
    if match is None:
        return None
    kind, nth = match["kind"][0], match["nth"].lower()
    if not match["y"] and (nth in ("last", "final") or base is None):
        return None
    n = 2 if kind in "hH" and nth in ("last", "final") else _ORDINALS[nth]
    return _found(match, _part(kind, n, match["y"], base))


def at_part(text: str, at: int, base: date | None) -> Found | None:
    """ "Q3 2026", "H1", "FY2026", "third quarter of 2026", "early 2026" at `at`."""
    if match := _PART.match(text, at):
        y = match["y"] or match["yy"] or match["fy"]
        return _found(match, _part(match["kind"], int(match["n"]), y, base))
    if match := _FISCAL.match(text, at):
        return _found(match, _made(intervals.year, full_year(match["y"] or match["y2"])))
    if match := _EDGE.match(text, at):
        return _found(match, _edge(match, base))
    return _ordinal_part(text, at, base)


def _edge(match: re.Match[str], base: date | None) -> DateRange | None:
    edge = match["edge"]
    if match["y2"]:
        first, last = _EDGE_MONTHS[edge]
        text = f"{match['y2']}-{first:02d}" if first == last else None
        return _made(lambda y: intervals.months(y, first, last, text), int(match["y2"]))
    m = MONTH_WORDS[match["m"]]
    return _yearly(lambda y: _edge_of_month(y, m, edge), match["y"], base)


def _edge_of_month(y: int, m: int, edge: str) -> DateRange:
    whole = intervals.month(y, m)
    if edge not in _EDGE_DAYS:
        return whole
    first, last = _EDGE_DAYS[edge]
    return _span(date(y, m, first), min(whole.last, whole.first + timedelta(days=last - 1)))


def at_month(text: str, at: int, base: date | None) -> Found | None:
    """The date that starts with the month at `at`."""
    if match := _MONTH_YEAR.match(text, at):
        m = MONTH_WORDS[match["m"]]
        return _found(match, _made(lambda y: intervals.month(y, m), full_year(match["y"])))
    if match := _MONTH_FIRST.match(text, at):
        return _found(match, _month_first(match, base))
    if base is None:
        return None
    match = _MONTH_ALONE.match(text, at)
    if match is None or match["m"] not in MONTHS or _word_before(text, at) not in _MONTH_CUES:
        return None
    m = MONTHS[match["m"]]
    return _found(match, nearest(lambda y: intervals.month(y, m), base))


def _month_first(match: re.Match[str], base: date | None) -> DateRange | None:
    m, d, last = MONTH_WORDS[match["m"]], int(match["d"]), match["last"]
    if last:
        return _yearly(lambda y: _span(date(y, m, d), date(y, m, int(last))), match["y"], base)
    return _yearly(lambda y: intervals.day(date(y, m, d)), match["y"], base)


def _word_before(text: str, at: int) -> str:
    match = _BEFORE.search(text, max(0, at - 16), at)
    return match["word"].lower() if match else ""


def bare_year(text: str, at: int) -> Found | None:
    """A year that the words around it tell from a number."""
    before = _word_before(text, at)
    if match := _YEARS.match(text, at):
        a, b = int(match["a"]), match["b"]
        z = int(b) if len(b) == 4 else a // 100 * 100 + int(b)
        if a < z < a + 60 and a in _LIKELY:
            return Found(_span(date(a, 1, 1), date(z, 12, 31)), at, match.end())
    match = _BARE.match(text, at)
    if match is None or not _is_year(text, at, match, before):
        return None
    return Found(intervals.year(int(match["y"])), at, match.end("y"))


def _is_year(text: str, at: int, match: re.Match[str], before: str) -> bool:
    likely = int(match["y"]) in _LIKELY
    ahead = _NEXT_WORD.match(text, match.end())
    word = ahead["word"].lower() if ahead else ""
    if word in PLURALS and before not in ("the", "in", "since", "by", "until"):
        return False
    if before in _CUES:
        return word not in ("million", "billion", "thousand", "percent")
    if not likely:
        return False
    if before in _WEAK_CUES or word in _VERBS or match.group().endswith("s"):
        return True
    return text[at - 1 : at] == "(" and text[match.end() : match.end() + 1] in ")"
