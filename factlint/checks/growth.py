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


def _years(relation: Relation) -> int:
    """How many years lie between the ends; 0 where the text does not tell."""
    since, until = relation.one("since"), relation.one("until")
    start, end = (one.value.days if one else None for one in (since, until))
    if start is None or end is None or relation.all("when"):
        return 0
    years = end.last.year - start.first.year
    return years if 0 < years <= MOST_YEARS else 0


def _rate(share: Span, years: int) -> Span:
    """The rate in percent by which a share is reached in so many years, one more or less."""
    ends = [
        (end ** (_ONE / count) - _ONE) * _HUNDRED
        for end in share
        if end is not None
        for count in range(max(1, years - LEEWAY), years + LEEWAY + 1)
    ]
    return Span(min(ends), max(ends))


def judged(relation: Relation, before: Number, after: Number) -> Iterator[Slip]:
    """A rate of growth by year is the one that leads from the first value to the second."""
    stated = relation.one("rate")
    rate = spans.number(stated.value) if stated else None
    share = spans.divided(spans.exact(after), spans.exact(before))
    years = _years(relation)
    if rate is None or share is None or not years or None in share or rate.interval.unit != "%":
        return
    computed = _rate(share, years)
    if computed.meets(rate.span):
        return
    exactly = ((after.plain / before.plain) ** (_ONE / years) - _ONE) * _HUNDRED
    because = (
        f"from {before.value.text} to {after.value.text} in {years} years is "
        f"{spans.shown(exactly)} % a year, not {rate.value.text}"
    )
    formula = f"({after.value.text} / {before.value.text}) ^ (1 / {years}) - 1"
    worked = spans.worked(formula, f"{spans.told(computed)} %", rate.value.text)
    yield Slip(relation, because, at=stated, worked=worked)
