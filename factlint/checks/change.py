"""A change with both of its ends -> results that the ends do not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from factlint.checks import spans
from factlint.checks.spans import Number, Span
from factlint.model import Operand, Relation, Slip, Value

#: How far a multiple may lie off: "doubled" of what grew 1.9 times; "3x" of 3.4 times.
LOOSE = Decimal("0.1")
WHOLE_TIMES = Decimal("0.5")
_HUNDRED = Decimal(100)
_ONE = Decimal(1)


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
    """The change in percent, without its sign."""
    share = spans.divided(_end(after), _end(before))
    if share is None:
        return None
    return _unsigned(share.scaled(_HUNDRED, -_HUNDRED))


def _unsigned(span: Span) -> Span:
    low, high = span
    if low is not None and low >= 0:
        return span
    if high is not None and high <= 0:
        return Span(-high, None if low is None else -low)
    return Span(Decimal(0), None if low is None or high is None else max(-low, high))


def _difference(before: Number, after: Number) -> Span:
    old, new = _end(before), _end(after)
    low = None if new.low is None or old.high is None else new.low - old.high
    high = None if new.high is None or old.low is None else new.high - old.low
    return _unsigned(Span(low, high))


def _stated(result: Number) -> Span:
    span = result.span
    if result.plain < 0:
        return _unsigned(span)
    return span


def _percent(before: Number, after: Number, result: Number) -> str:
    relative = _relative(before, after)
    if relative is None or relative.meets(_stated(result)):
        return ""
    exactly = abs(after.plain / before.plain - _ONE) * _HUNDRED
    sign = "+" if after.plain >= before.plain else "-"
    if before.interval.unit == "%":
        points = spans.shown(abs(after.plain - before.plain))
        return f"{sign}{points} percentage points or {sign}{spans.shown(exactly)} %"
    return f"{sign}{spans.shown(exactly)} % ({spans.told(relative)} at the precision written)"


def _points(before: Number, after: Number, result: Number) -> str:
    difference = _difference(before, after)
    if before.interval.unit != "%" or difference.meets(_stated(result)):
        return ""
    return f"{spans.shown(abs(after.plain - before.plain))} percentage points"


def _times(before: Number, after: Number, result: Number) -> str:
    if after.plain == 0:
        return ""
    grown = spans.divided(_end(after), _end(before))
    fallen = spans.divided(_end(before), _end(after))
    about = result.interval.bound == "about"
    span = result.span if about else result.span.widened(LOOSE)
    if any(mark.isdigit() for mark in result.value.text):
        span = span.widened(Decimal(0), Decimal(0) if result.interval.pointed else WHOLE_TIMES)
        span = Span(span.low, None if span.high is None else span.high + _ONE)  # "3 times more"
    if any(one is None or one.meets(span) for one in (grown, fallen)):
        return ""
    return f"{spans.shown(after.plain / before.plain, 2)} times"


def _absolute(before: Number, after: Number, result: Number) -> str:
    difference = _difference(before, after)
    if result.interval.unit != before.interval.unit or difference.meets(_stated(result)):
        return ""
    return spans.amount(abs(after.plain - before.plain), result.interval.unit)


_RESULTS = {"%": _percent, "pp": _points, "points": _points, "times": _times}


def _turned(relation: Relation, before: Number, after: Number) -> str:
    """What is wrong with the direction that the wording states."""
    way = relation.says.get("way")
    old, new = _end(before), _end(after)
    if way == "up" and new.high is not None and old.low is not None and new.high < old.low:
        return "a fall"
    if way == "down" and new.low is not None and old.high is not None and new.low > old.high:
        return "a rise"
    return ""


def _halved(relation: Relation, before: Number, after: Number) -> str:
    share = spans.divided(_end(after), _end(before))
    half = Span(Decimal("0.5"), Decimal("0.5")).widened(LOOSE * 2)
    if relation.says.get("result") != "half" or share is None or share.meets(half):
        return ""
    return f"{spans.shown(after.plain / before.plain, 2)} times"


def _names_points(result: Number, before: Number, after: Number) -> bool:
    """Whether a result in percent is the difference of two percentages."""
    if result.interval.unit != "%" or before.interval.unit != "%":
        return False
    return _difference(before, after).meets(_stated(result))


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """A stated change is the one from its first value to its second.

    Percent, percentage points, doubled, halved, N times, a difference, and the direction; with
    percentages at both ends also percent against percentage points.

    Would fool it:
        A change worked out from figures with more digits than those that are written; one that
        leaves out inflation or currencies.
    """
    for relation in relations:
        ends = _ends(relation)
        if ends is None:
            continue
        yield from _judged(relation, *ends)


def _judged(relation: Relation, before: Number, after: Number) -> Iterator[Slip]:
    way = f"from {before.value.text} to {after.value.text} is "
    turned = _turned(relation, before, after)
    if turned:
        yield Slip(relation, f"{way}{turned}", at=relation.one("to"))
        return
    halved = _halved(relation, before, after)
    if halved:
        yield Slip(relation, f"{way}{halved}, not half")
        return
    stated: Operand | None = relation.one("result")
    result = spans.number(stated.value) if stated else None
    if result is None:
        return
    judge = _RESULTS.get(result.interval.unit, _absolute)
    computed = judge(before, after, result)
    if not computed:
        return
    because = f"{way}{computed}, not {result.value.text}"
    if _names_points(result, before, after):
        hint = "A difference of two percentages is one in percentage points."
        yield Slip(relation, because, "warning", stated, hint)
    else:
        yield Slip(relation, because, at=stated)
