"""Text at a place -> the money, percentage, quantity or count that stands there, with its hedge."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factlint.intervals import Bound, Interval
from factlint.mentions import amounts, counts, hedges, rates
from factlint.mentions.amounts import Amount
from factlint.mentions.hedges import Hedge
from factlint.mentions.units import Unit, listed
from factlint.mentions.vague import Vague
from factlint.model import Mention, Value


class Hit(NamedTuple):
    """A mention, and where reading goes on: behind "per million tokens", which is no count."""

    mention: Mention
    resume: int


#: Verbs that make two amounts the ends of a change, not of a range: "rose 5% to 8%".
_CHANGES = listed(
    "rose rise rises rising grew grow grows growing fell fall falls falling dropped drop drops "
    "climbed jumped increased increase increases decreased went gone up down from soared slid "
    "slipped surged cut raised moved"
)
#: The ends of a range "by 5 to 8 million" lie closer than this; "by 5 to 80" tells a change, and
#: what it led to.
_SPREAD = 4
_PREVIOUS = re.compile(r"(?P<word> [A-Za-z]+ ) [\ ] $", re.VERBOSE)
_NEGATIVE = re.compile(r"(?: ^ | [\s(\[|:] ) [-−] $", re.VERBOSE)

#: Times and turns that follow "over": "$5 billion over three years", "$9M over four rounds".
_DURATION_UNITS = frozenset(
    ("s", "months", "years", "quarters", "decades", "rounds", "tranches", "phases", "seasons")
)
_LASTING = listed("for in took takes take lasting lasted lasts after is was has had of")


def read(text: str, at: int, floor: int) -> Hit | None:
    """The figure that starts at `at`; its hedge may reach back to `floor`."""
    first = amounts.read(text, at)
    if first is None or first.start < floor:
        return None
    return measure(text, first, floor)


def measure(text: str, first: Amount, floor: int) -> Hit | None:
    """The figure that `first` opens: a range or a single amount, with its hedge."""
    hedge = hedges.before(text, first.start)
    hedge = hedge if hedge and hedge.at >= floor else None
    spread = hedge is not None and hedge.bound == "range"
    ends = amounts.partner(text, first, spread=spread)
    if ends is None:
        return _single(text, first, None if spread else hedge)
    previous = _word_before(text, first.start)
    changed = previous == "by" and ends[1].plain > _SPREAD * ends[0].plain
    if previous == "from" or changed or (previous in _CHANGES and _full(text, first)):
        return _single(text, ends[0]._replace(end=first.end), hedge, bare_unit=first.unit is None)
    return _range(text, ends, hedge)


def _full(text: str, first: Amount) -> bool:
    """Whether `first` has a unit of its own and "to" behind it."""
    return first.unit is not None and text.startswith(" to ", first.end)


def _word_before(text: str, at: int) -> str:
    match = _PREVIOUS.search(text, max(0, at - 16), at)
    return match["word"].lower() if match else ""


def _range(text: str, ends: tuple[Amount, Amount], hedge: Hedge | None) -> Hit | None:
    low, high = ends
    counted = None
    unit = high.unit
    if unit is None:
        counted = counts.judge(text, high._replace(start=low.start), hedged=hedge is not None)
        if counted is None:
            return None
        unit = Unit("count", counted.unit)
    interval = Interval(
        low.plain,
        high.plain,
        unit.name,
        "range",
        max(low.step * low.factor, high.step * high.factor),
        low.pointed or high.pointed,
    )
    end = counted.end if counted else high.end
    return _hit(text, unit, interval, (hedge.at if hedge else low.start, low.start, end))


def _single(
    text: str, amount: Amount, hedge: Hedge | None, *, bare_unit: bool = False
) -> Hit | None:
    unit, end = amount.unit, amount.end
    if unit is None:
        counted = counts.judge(text, amount, hedged=hedge is not None)
        if counted is None:
            return None
        unit, end = Unit("count", counted.unit), counted.end
    number = amount.plain
    if unit.kind in ("money", "percent") and _NEGATIVE.search(
        text, max(0, amount.start - 2), amount.start
    ):
        number = -number
    if hedge and (_is_duration(text, hedge, unit) or _is_place(text, hedge, amount, unit)):
        hedge = None
    bound, end = _bound(text, amount, hedge, end)
    interval = _interval(number, unit, bound, amount)
    return _hit(text, unit, interval, (hedge.at if hedge else amount.start, amount.start, end))


def _is_duration(text: str, hedge: Hedge, unit: Unit) -> bool:
    """Whether "over three years" says how long, not how much at least."""
    if unit.name not in _DURATION_UNITS or text[hedge.at : hedge.at + 4].lower() != "over":
        return False
    return _word_before(text, hedge.at) not in _LASTING


def _is_place(text: str, hedge: Hedge, amount: Amount, unit: Unit) -> bool:
    """Whether "past 10 schools" says where, not how many."""
    word = text[hedge.at : amount.start].strip().lower()
    return word in hedges.MONEY_ONLY and unit.kind != "money" and amount.scale is None


def _bound(text: str, amount: Amount, hedge: Hedge | None, end: int) -> tuple[Bound, int]:
    """The bound by the hedge before, the plus sign or the hedge behind, and the new end."""
    behind = hedges.after(text, end)
    if behind and (hedge is None or behind.bound == hedge.bound):
        return behind.bound, behind.at
    if hedge:
        return hedge.bound, end
    if amount.plus or hedges.far_after(text, end):
        return "at_least", end
    return "exact", end


def _interval(number: Decimal, unit: Unit, bound: Bound, amount: Amount) -> Interval:
    return Interval(
        None if bound == "at_most" else number,
        None if bound == "at_least" else number,
        unit.name,
        bound,
        amount.step * amount.factor,
        amount.pointed,
    )


def _hit(text: str, unit: Unit, interval: Interval, span: tuple[int, int, int]) -> Hit:
    start, core, end = span
    adverbs = unit.kind in ("money", "percent")
    rate = rates.after(text, end, adverbs=adverbs) if unit != amounts.TIMES else None
    value = Value(unit.kind, text[start:end], interval, per=rate.per if rate else None)
    return Hit(Mention(start, end, core, value), rate.end if rate else end)


def vague(text: str, found: Vague, floor: int) -> Hit | None:
    """A number in words that gives its own bounds ("eight-figure"), with its hedge."""
    if found.start < floor:
        return None
    hedge = hedges.before(text, found.start)
    if hedge and (hedge.at < floor or hedge.bound == "range"):
        hedge = None
    low, high, bound = _hedged(found, hedge)
    step = found.low if found.bound == "at_least" else Decimal(1)
    pointed = found.unit.kind == "percent"
    interval = Interval(
        low, high, found.unit.name, bound, Decimal("0.1") if pointed else step, pointed
    )
    start = hedge.at if hedge else found.start
    return _hit(text, found.unit, interval, (start, found.start, found.end))


def _hedged(found: Vague, hedge: Hedge | None) -> tuple[Decimal | None, Decimal | None, Bound]:
    """The ends of a vague number under a hedge; ranges and open ends keep their own."""
    if hedge is None or found.bound in ("range", "at_least"):
        return found.low, found.high, found.bound
    return (
        None if hedge.bound == "at_most" else found.low,
        None if hedge.bound == "at_least" else found.high,
        hedge.bound,
    )
