"""Two ends of a growth, their years and a yearly rate -> rates that the ends do not give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factlint.checks import spans
from factlint.checks.spans import Number, Span
from factlint.model import Relation, Slip

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
#: Reports count from the first forecast as often as from the year of the first value.
LEEWAY = 1
#: With so many years the ends are those of another time, or the years were misread.
MOST_YEARS = 60


def _years(relation: Relation) -> frozenset[int]:
    """How many years the growth may take; none where the text does not tell.

    A further year between the ends may be that in which the rate starts.
    """
    days = [one.value.days if one else None for one in map(relation.one, ("since", "until"))]
    start, end = days
    if start is None or end is None:
        return frozenset()
    first, last = start.first.year, end.last.year
    further = {one.value.days.first.year for one in relation.all("when") if one.value.days}
    if not first < last <= first + MOST_YEARS or any(not first <= at <= last for at in further):
        return frozenset()
    near = range(max(1, last - first - LEEWAY), last - first + LEEWAY + 1)
    return frozenset((*near, *(last - at for at in further if at < last)))


def _length(relation: Relation) -> int:
    """The years from one end to the other."""
    since, until = relation.one("since"), relation.one("until")
    start, end = (one.value.days if one else None for one in (since, until))
    return end.last.year - start.first.year if start and end else 1


def _rate(share: Span, counts: frozenset[int]) -> Span:
    """The rate in percent by which a share is reached in one of so many years."""
    ends = [
        (end ** (_ONE / count) - _ONE) * _HUNDRED
        for end in share
        if end is not None
        for count in sorted(counts)
    ]
    return Span(min(ends), max(ends))


def judged(relation: Relation, before: Number, after: Number) -> Iterator[Slip]:
    """A rate of growth by year is the one that leads from the first value to the second."""
    stated = relation.one("rate")
    rate = spans.number(stated.value) if stated else None
    share = spans.divided(spans.exact(after), spans.exact(before))
    counts = _years(relation)
    if rate is None or share is None or not counts or None in share or rate.interval.unit != "%":
        return
    computed = _rate(share, counts)
    if computed.meets(rate.span):
        return
    years = _length(relation)
    exactly = ((after.plain / before.plain) ** (_ONE / years) - _ONE) * _HUNDRED
    because = (
        f"from {before.value.text} to {after.value.text} in {years} years is "
        f"{spans.shown(exactly)} % a year, not {rate.value.text}"
    )
    formula = f"({after.value.text} / {before.value.text}) ^ (1 / {years}) - 1"
    worked = spans.worked(formula, f"{spans.told(computed)} %", rate.value.text)
    yield Slip(relation, because, at=stated, worked=worked)
