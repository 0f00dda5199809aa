"""A part and its whole -> percentages that they do not give, or that no whole number can give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factlint.checks import spans
from factlint.checks.spans import Number, Span
from factlint.model import Operand, Relation, Slip

_HUNDRED = Decimal(100)
#: With more things than this nearly every percentage is some number of them.
MOST = 40


def _number(operand: Operand | None) -> Number | None:
    return spans.number(operand.value) if operand else None


def _of_one_sort(part: Number, whole: Number) -> bool:
    units = {part.interval.unit, whole.interval.unit}
    counted = part.value.kind == whole.value.kind == "count" and "times" not in units
    return (len(units) == 1 or counted) and part.value.kind != "percent"


def _share(relation: Relation) -> Iterator[Slip]:
    part, whole = _number(relation.one("part")), _number(relation.one("whole"))
    stated = relation.one("percent")
    if whole is None:
        yield from _implied(relation, part, stated)
        return
    percent = _number(stated)
    if part is None or whole is None or percent is None or percent.interval.unit != "%":
        return
    share = spans.divided(part.span, whole.span) if _of_one_sort(part, whole) else None
    if share is None:
        return
    computed = share.scaled(_HUNDRED)
    rest = Span(
        None if computed.high is None else _HUNDRED - computed.high,
        None if computed.low is None else _HUNDRED - computed.low,
    )
    if computed.meets(percent.span) or rest.meets(percent.span):
        return
    because = (
        f"{part.value.text} of {whole.value.text} is "
        f"{spans.shown(part.plain / whole.plain * _HUNDRED)} %, not {percent.value.text}"
    )
    formula = f"{part.value.text} / {whole.value.text}"
    worked = spans.worked(formula, f"{spans.told(computed)} %", percent.value.text)
    yield Slip(relation, because, at=stated, worked=worked)


def _implied(relation: Relation, part: Number | None, stated: Operand | None) -> Iterator[Slip]:
    """A part and what is left of its whole give the share of the part."""
    left, percent = _number(relation.one("left")), _number(stated)
    if part is None or left is None or percent is None or percent.interval.unit != "%":
        return
    if not _of_one_sort(part, left):
        return
    whole = spans.added((part.span, left.span))
    share = spans.divided(part.span, whole)
    # The more there is of the part the larger is the whole, so that this is wider than it need be.
    if share is None or share.scaled(_HUNDRED).meets(percent.span):
        return
    implied = part.plain + left.plain
    because = (
        f"{part.value.text} and {left.value.text} left make {spans.shown(implied)}, of which "
        f"{part.value.text} is {spans.shown(part.plain / implied * _HUNDRED)} %, "
        f"not {percent.value.text}"
    )
    formula = f"{part.value.text} / ({part.value.text} + {left.value.text})"
    computed = f"{spans.told(share.scaled(_HUNDRED))} %"
    worked = spans.worked(formula, computed, percent.value.text)
    yield Slip(relation, because, at=stated, worked=worked)


def _possible(relation: Relation) -> Iterator[Slip]:
    """A percentage of few things is that of some whole number of them."""
    if relation.one("part"):
        return
    whole, stated = _number(relation.one("whole")), relation.one("percent")
    percent = _number(stated)
    if whole is None or percent is None or percent.interval.bound != "exact":
        return
    if not spans.is_counted(whole) or not 1 < whole.plain <= MOST:
        return
    if not 0 <= percent.plain < _HUNDRED:
        return
    size = int(whole.plain)
    shares = [_HUNDRED * count / size for count in range(size + 1)]
    span = percent.span
    if any(span.meets(Span(share, share)) for share in shares):
        return
    count = int(percent.plain * size / _HUNDRED)
    because = (
        f"of {whole.value.text}, {count} are {spans.shown(shares[count])} % and {count + 1} are "
        f"{spans.shown(shares[count + 1])} %; no whole number of them is {percent.value.text}"
    )
    shown = f"{spans.shown(shares[count])} % or {spans.shown(shares[count + 1])} %"
    formula = f"{count} or {count + 1} / {whole.value.text}"
    worked = spans.worked(formula, shown, percent.value.text)
    yield Slip(relation, because, "warning", stated, worked=worked)


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """A stated percentage is the part of its whole.

    The whole may be implied by what is left of it. Without the part: some whole number of the
    things counted gives the percentage.

    Would fool it:
        A percentage of another whole that the sentence names further on; weighted shares.
    """
    for relation in relations:
        yield from _share(relation)
        yield from _possible(relation)
