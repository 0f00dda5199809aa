"""A value and the same in another unit -> conversions that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factlint.checks import currencies, spans
from factlint.checks.spans import Number
from factlint.model import Relation, Slip

#: How far a conversion of units may be rounded: "about 5 miles (8 km)".
ROUNDED = Decimal("0.06")
#: Without any year the sum may be older than the table.
UNDATED = Decimal("0.3")
_NOTHING = ("", "")
_FAHRENHEIT = Decimal("1.8")
_DEGREES = {
    ("°C", "°F"): (_FAHRENHEIT, Decimal(32)),
    ("°F", "°C"): (1 / _FAHRENHEIT, -32 / _FAHRENHEIT),
}


def _years(relation: Relation) -> set[int]:
    """The years that a sum of money may be of: those of the sentence, else of the document."""
    told = [one.value.days for one in relation.all("when") if one.value.days]
    dated = relation.document.dated
    days = [*told, *([dated] if dated else [])]
    return {year for one in days for year in range(one.first.year, one.last.year + 1)}


def _money(relation: Relation, a: Number, b: Number) -> tuple[str, str]:
    """Why a sum is not the other one, and the sum in full; empty where it may be."""
    years = _years(relation)
    if any(year > currencies.LAST_YEAR for year in years):
        return _NOTHING
    one, other = (currencies.band(x.interval.unit, years) for x in (a, b))
    if one is None or other is None or a.interval.unit == b.interval.unit:
        return _NOTHING
    if not years:
        other = other.widened(UNDATED)
    dollars = spans.divided(a.span, one)
    computed = spans.multiplied(dollars, other) if dollars else None
    if computed is None or computed.meets(b.span):
        return _NOTHING
    when = f"in {', '.join(map(str, sorted(years)))}" if years else "in any year since 2015"
    ends = spans.ends_alike(computed, b)
    because = f"{a.value.text} was {ends} {when}, not {b.value.text}"
    rate = f"{b.interval.unit} for {a.interval.unit} {when}"
    worked = spans.worked(f"{a.value.text} x {rate}", ends, b.value.text)
    return because, worked


def _physical(relation: Relation, a: Number, b: Number) -> tuple[str, str]:
    """Why a quantity is not the other one, and the sum in full; empty where it may be."""
    if spans.written_unit(a).casefold() == spans.written_unit(b).casefold():
        return _NOTHING
    span = a.span
    plain = a.plain
    if a.interval.unit != b.interval.unit:
        turn = _DEGREES.get((a.interval.unit, b.interval.unit))
        if turn is None:
            return _NOTHING
        span, plain = span.scaled(*turn), plain * turn[0] + turn[1]
    if span.widened(ROUNDED).meets(b.span):
        return _NOTHING
    because = f"{a.value.text} is {spans.alike(plain, b)}, not {b.value.text}"
    within = spans.ends_alike(span.widened(ROUNDED), b)
    formula = f"{a.value.text} in {spans.written_unit(b)}"
    return because, spans.worked(formula, within, b.value.text)


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """A conversion gives the same value.

    Units of measure are computed, with room for rounding. Currencies are held against the rates of
    the years that the sentence or the document names, else of all years since 2015.

    Would fool it:
        A rate of the day in a year of wild rates; a sum converted at the rate of another year
        that is not named.
    """
    for relation in relations:
        value, converted = relation.one("value"), relation.one("converted")
        if value is None or converted is None:
            continue
        a, b = spans.number(value.value), spans.number(converted.value)
        if a is None or b is None or a.plain <= 0 or a.value.kind != b.value.kind:
            continue
        because, worked = _NOTHING
        if a.value.kind == "money":
            because, worked = _money(relation, a, b)
        elif a.value.kind == "quantity":
            because, worked = _physical(relation, a, b)
        if because:
            yield Slip(relation, because, at=converted, worked=worked)
