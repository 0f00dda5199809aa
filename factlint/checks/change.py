"""A change with both of its ends -> results that the ends do not give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from factlint.checks import growth, spans
from factlint.checks.spans import Number, Span
from factlint.model import Operand, Relation, Slip, Value

#: How far a multiple may lie off: "doubled" of what grew 1.9 times; "3x" of 3.4 times.
LOOSE = Decimal("0.1")
WHOLE_TIMES = Decimal("0.5")
#: Ranks fall where their holder rises; larger numbers are hardly ranks.
PLACES = Decimal(100)
_HUNDRED = Decimal(100)
_ONE = Decimal(1)
#: Multiples that the wording itself states: "halved", "the doubling of".
_WORDED: Mapping[str, Decimal] = {
    "half": Decimal("0.5"), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4),
}  # fmt: skip


#: What a difference in points may be one of; scores and indices are bare numbers.
_SCORED: Mapping[str, tuple[str, ...]] = {"pp": ("%",), "points": ("%", "", "points")}


class _Computed(NamedTuple):
    """What two ends give: as told in a sentence, and as a formula with its interval."""

    told: str
    formula: str
    interval: str


def _ends(relation: Relation) -> tuple[Number, Number] | None:
    """Both ends of a change, if they are numbers of one unit that are not negative."""
    operands = relation.one("from"), relation.one("to")
    if operands[0] is None or operands[1] is None:
        return None
    before, after = _plainly(relation, operands[0].value), spans.number(operands[1].value)
    if before is None or after is None or not _of_one_rate(before.value, after.value):
        return None
    units = {before.interval.unit, after.interval.unit}
    same = len(units) == 1 or (before.value.kind == after.value.kind == "count" and "" in units)
    positive = before.plain > 0 and after.plain >= 0
    return (before, after) if same and positive and "times" not in units else None


def _of_one_rate(a: Value, b: Value) -> bool:
    """Whether two values are counted by the same: "$210 a share" and "$168.32" may be."""
    return a.per == b.per or None in (a.per, b.per)


def _plainly(relation: Relation, value: Value) -> Number | None:
    """The first end; in "a premium over $9" the word "over" is no hedge."""
    found = spans.number(value)
    if found is None or relation.says.get("from") != "exact":
        return found
    plain = found.interval.number
    interval = replace(found.interval, low=plain, high=plain, bound="exact")
    return Number(value, interval)


def _end(one: Number) -> Span:
    """What an end of a change may mean; a percentage is rounded to the percent."""
    return spans.exact(one) if one.interval.unit == "%" else one.span


def _relative(before: Number, after: Number) -> Span | None:
    """The change in percent; a fall is negative."""
    share = spans.divided(_end(after), _end(before))
    return share.scaled(_HUNDRED, -_HUNDRED) if share else None


def _unsigned(span: Span) -> Span:
    low, high = span
    if low is not None and low >= 0:
        return span
    if high is not None and high <= 0:
        return Span(-high, None if low is None else -low)
    return Span(Decimal(0), None if low is None or high is None else max(-low, high))


def _difference(before: Number, after: Number) -> Span:
    return spans.subtracted(_end(after), _end(before))


def _stated(result: Number) -> Span:
    span = result.span
    if result.plain < 0:
        return _unsigned(span)
    return span


def _less(before: Number, after: Number) -> str:
    return f"{after.value.text} - {before.value.text}"


def _percent(before: Number, after: Number, result: Number) -> _Computed | None:
    relative = _relative(before, after)
    if relative is None or _unsigned(relative).meets(_stated(result)):
        return None
    exactly = abs(after.plain / before.plain - _ONE) * _HUNDRED
    sign = "+" if after.plain >= before.plain else "-"
    formula = f"({_less(before, after)}) / {before.value.text}"
    interval = f"{spans.told(relative)} %"
    if before.interval.unit == "%":
        points = spans.shown(abs(after.plain - before.plain))
        told = f"{sign}{points} percentage points or {sign}{spans.shown(exactly)} %"
        return _Computed(told, formula, interval)
    within = spans.told(_unsigned(relative))
    told = f"{sign}{spans.shown(exactly)} % ({within} at the precision written)"
    return _Computed(told, formula, interval)


def _points(before: Number, after: Number, result: Number) -> _Computed | None:
    difference = _difference(before, after)
    unit = before.interval.unit
    if unit not in _SCORED.get(result.interval.unit, ()):
        return None
    if _unsigned(difference).meets(_stated(result)):
        return None
    name = "percentage points" if unit == "%" else "points"
    told = f"{spans.shown(abs(after.plain - before.plain))} {name}"
    return _Computed(told, _less(before, after), f"{spans.told(difference)} {name}")


def _times(before: Number, after: Number, result: Number) -> _Computed | None:
    if after.plain == 0:
        return None
    grown = spans.divided(_end(after), _end(before))
    fallen = spans.divided(_end(before), _end(after))
    about = result.interval.bound == "about"
    span = result.span if about else result.span.widened(LOOSE)
    if any(mark.isdigit() for mark in result.value.text):
        span = span.widened(Decimal(0), Decimal(0) if result.interval.pointed else WHOLE_TIMES)
        span = Span(span.low, None if span.high is None else span.high + _ONE)  # "3 times more"
    if grown is None or fallen is None or grown.meets(span) or fallen.meets(span):
        return None
    return _multiple(before, after, grown)


def _multiple(before: Number, after: Number, grown: Span) -> _Computed:
    told = f"{spans.shown(after.plain / before.plain, 2)} times"
    formula = f"{after.value.text} / {before.value.text}"
    return _Computed(told, formula, f"{spans.told(grown, 2)} times")


def _absolute(before: Number, after: Number, result: Number) -> _Computed | None:
    difference = _difference(before, after)
    unit = result.interval.unit
    if unit != before.interval.unit or _unsigned(difference).meets(_stated(result)):
        return None
    told = spans.alike(abs(after.plain - before.plain), result)
    return _Computed(told, _less(before, after), spans.ends_alike(difference, result))


_RESULTS: Mapping[str, Callable[[Number, Number, Number], _Computed | None]] = {
    "%": _percent, "pp": _points, "points": _points, "times": _times,
}  # fmt: skip


def _are_places(relation: Relation, before: Number, after: Number) -> bool:
    """Whether two bare numbers may be ranks: "3, up from 7"."""
    bare = not before.interval.unit and not after.interval.unit
    return bare and relation.one("result") is None and max(before.plain, after.plain) < PLACES


def _turned(relation: Relation, before: Number, after: Number) -> _Computed | None:
    """What is wrong with the direction that the wording states."""
    if _are_places(relation, before, after):
        return None
    way = relation.says.get("way")
    old, new = _end(before), _end(after)
    interval = spans.ends_alike(_difference(before, after), after)
    if way == "up" and new.high is not None and old.low is not None and new.high < old.low:
        return _Computed("a fall", _less(before, after), interval)
    if way == "down" and new.low is not None and old.high is not None and new.low > old.high:
        return _Computed("a rise", _less(before, after), interval)
    return None


def _worded(relation: Relation, before: Number, after: Number) -> _Computed | None:
    """What is wrong with a multiple that is no number: halved, doubling."""
    times = _WORDED.get(relation.says.get("result", ""))
    share = spans.divided(_end(after), _end(before))
    if times is None or share is None:
        return None
    wanted = Span(times, times).widened(LOOSE * 2)
    if relation.says.get("bound") == "more":
        wanted = Span(wanted.low, None)
    return None if share.meets(wanted) else _multiple(before, after, share)


def _names_points(result: Number, before: Number, after: Number) -> bool:
    """Whether a result in percent is the difference of two percentages."""
    if result.interval.unit != "%" or before.interval.unit != "%":
        return False
    return _unsigned(_difference(before, after)).meets(_stated(result))


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """A stated change is the one from its first value to its second.

    Percent, percentage points, doubled, halved, N times, a difference, a rate of growth by year,
    and the direction; with percentages at both ends also percent against percentage points.

    Would fool it:
        A change worked out from figures with more digits than those that are written; one that
        leaves out inflation or currencies.
    """
    for relation in relations:
        ends = _ends(relation)
        if ends is None:
            continue
        if relation.one("rate"):
            yield from growth.judged(relation, *ends)
        else:
            yield from _judged(relation, *ends)


def _judged(relation: Relation, before: Number, after: Number) -> Iterator[Slip]:
    way = f"from {before.value.text} to {after.value.text} is "
    turned = _turned(relation, before, after)
    if turned:
        stated = {"up": "a rise", "down": "a fall"}[relation.says["way"]]
        worked = spans.worked(turned.formula, turned.interval, stated)
        yield Slip(relation, f"{way}{turned.told}", at=relation.one("to"), worked=worked)
        return
    worded = _worded(relation, before, after)
    if worded:
        stated = relation.says["result"]
        worked = spans.worked(worded.formula, worded.interval, stated)
        yield Slip(relation, f"{way}{worded.told}, not {stated}", worked=worked)
        return
    yield from _resulting(relation, before, after)


def _resulting(relation: Relation, before: Number, after: Number) -> Iterator[Slip]:
    stated: Operand | None = relation.one("result")
    result = spans.number(stated.value) if stated else None
    if result is None:
        return
    computed = _RESULTS.get(result.interval.unit, _absolute)(before, after, result)
    if computed is None:
        return
    because = (
        f"from {before.value.text} to {after.value.text} is {computed.told}, "
        f"not {result.value.text}"
    )
    worked = spans.worked(computed.formula, computed.interval, result.value.text)
    if _names_points(result, before, after):
        hint = "A difference of two percentages is one in percentage points."
        yield Slip(relation, because, "warning", stated, hint, worked)
    else:
        yield Slip(relation, because, at=stated, worked=worked)
