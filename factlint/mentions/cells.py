"""What stands alone under a head -> its mention, read with the unit and kind that the head gives.

"1950" under "Revenue ($M)" is money, under "Founded" a date, under "Employees" a count.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from factlint import intervals
from factlint.intervals import Interval
from factlint.mentions import amounts, heads, hedges, rounds
from factlint.mentions.calendars import YEAR, full_year
from factlint.mentions.captions import Under
from factlint.mentions.heads import Head
from factlint.model import Mention, Value

#: Longer texts are prose.
_LONGEST = 48
# what may stand before and behind the only value of a cell: signs, notes, hedges in signs
_BEFORE = r"[\s~≈<>≥≤*(\[+−–-]*"
_BEHIND = re.compile(r"\s* (?: [*†‡§^+)\]] | \[\^?\w+\] | \([^()\d]*\) | \s )* $", re.VERBOSE)
_NUMBER = re.compile(rf"{_BEFORE}(?=\d)")
_NEGATIVE = re.compile(r"[−–(-] $", re.VERBOSE)
# "2025", "FY25", "2025E", "CY2024", "FY 2026A"
_YEAR_ALONE = re.compile(
    rf"\s* (?P<whole> (?: [FC]Y [\ ]? '? (?P<short> \d\d ) | (?: [FC]Y [\ ]? )? (?P<y> {YEAR} ) )"
    r" [EFAP]? ) (?: \s* \([^()]*\) )? \W* $",
    re.VERBOSE,
)
_SHORT_ROUND = re.compile(
    r"""
    \W* (?P<pre> pre [\ -]? )?
    (?: (?P<series> series [\ _-]? )? (?P<letter> [a-k] ) (?P<part> [1-9] | \+ )?
      | (?P<seed> seed ) (?: \+ )? | (?P<named> angel | bridge | growth | debt | ipo ) )
    (?P<rest> (?: [\ _-] (?: round | funding | stage | financing | extension | ext\.? ) )? ) \W* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN_SCALE = re.compile(r"[A-Za-z]")


def under(text: str, counted: tuple[Mention, ...], above: Under) -> tuple[Mention, ...]:
    """The figures of a passage that stands under heads, or is a head itself."""
    if above.is_head:
        year = _year(text)
        return (year,) if year else counted
    if not above.start:
        return _find(text, counted, heads.given(above.heads, above.caption))
    before = tuple(one for one in counted if one.start < above.start)
    behind = tuple(_moved(one, -above.start) for one in counted if one.start >= above.start)
    read = _find(text[above.start :], behind, heads.given(above.heads, above.caption))
    return (*before, *(_moved(one, above.start) for one in read))


def _moved(mention: Mention, by: int) -> Mention:
    return mention._replace(start=mention.start + by, end=mention.end + by, core=mention.core + by)


def _find(text: str, figures: tuple[Mention, ...], head: Head) -> tuple[Mention, ...]:
    """The figures of a cell under its heads; one that says several values stays as it is."""
    if len(text) > _LONGEST:
        return figures
    if head.dates and not figures and (one := _year(text)):
        return (one,)
    if head.rounds and not figures and (one := _round(text)):
        return (one,)
    if len(figures) > 1:
        return figures
    number = figures[0] if figures else _number(text)
    if number is None or not _is_bare(number) or not _is_alone(text, number):
        return figures
    return (_measured(text, number, head),)


def _year(text: str) -> Mention | None:
    """The year that a text consists of."""
    match = _YEAR_ALONE.match(text)
    if match is None:
        return None
    days = intervals.year(full_year(match["y"] or match["short"]))
    value = Value("date", match["whole"], canonical=days.text, days=days)
    return Mention(*match.span("whole"), match.start("whole"), value)


def _round(text: str) -> Mention | None:
    """ "A", "series-b", "Seed" in a column of rounds."""
    match = _SHORT_ROUND.match(text)
    if match is None:
        return None
    spelt = f"Series {match['letter'].upper()}{match['part'] or ''}" if match["letter"] else ""
    if match["seed"]:
        spelt = "seed round"
    if match["named"]:
        spelt = "IPO" if match["named"].lower() == "ipo" else f"{match['named']} round"
    found = rounds.read(spelt, 0)
    if found is None:
        return None
    name = ("pre-" if match["pre"] else "") + found.canonical
    if "ext" in match["rest"].lower():
        name += " extension"
    start = len(text) - len(text.lstrip(" *_~`"))
    end = len(text.rstrip(" *_~`."))
    return Mention(start, end, start, Value("round", text[start:end], canonical=name))


def _number(text: str) -> Mention | None:
    """A number that only prose would not take for one: "1950", "4K"."""
    match = _NUMBER.match(text)
    amount = amounts.read(text, match.end()) if match else None
    if match is None or amount is None or amount.unit is not None:
        return None
    hedge = hedges.before(text, amount.start)
    bound = hedge.bound if hedge and hedge.bound != "range" else "exact"
    start = hedge.at if hedge else amount.start
    low = None if bound == "at_most" else amount.plain
    high = None if bound == "at_least" else amount.plain
    interval = Interval(low, high, "", bound, amount.step * amount.factor, amount.pointed)
    return Mention(
        start, amount.end, amount.start, Value("count", text[start : amount.end], interval)
    )


def _is_bare(mention: Mention) -> bool:
    interval = mention.value.interval
    return mention.value.kind == "count" and interval is not None and not interval.unit


def _is_alone(text: str, mention: Mention) -> bool:
    before = re.fullmatch(_BEFORE, text[: mention.start])
    return before is not None and _BEHIND.match(text, mention.end) is not None


def _measured(text: str, mention: Mention, head: Head) -> Mention:
    """A bare number in the unit and magnitude that its head gives."""
    interval = mention.value.interval
    assert interval is not None
    unit = head.unit
    own = _OWN_SCALE.search(text[mention.core : mention.end]) is not None
    factor = (unit.factor if unit else Decimal(1)) if own else head.factor
    kind = unit.kind if unit else "count"
    if kind in ("money", "percent") and _NEGATIVE.search(text, 0, mention.start):
        factor = -factor
    low, high = interval.low, interval.high
    ends = [None if end is None else end * factor for end in (low, high)]
    if factor < 0:
        ends.reverse()
    scaled = replace(
        interval,
        low=ends[0],
        high=ends[1],
        step=interval.step * abs(factor),
        unit=unit.name if unit else "",
    )
    return mention._replace(
        value=replace(mention.value, kind=kind, interval=scaled, per=mention.value.per or head.per)
    )
