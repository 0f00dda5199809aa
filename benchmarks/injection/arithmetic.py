"""A relation -> what its operands give and what it states: arithmetic of our own.

It shares nothing with the checks but the values as read. A number may mean what its precision and
its hedge allow; what is falsified has to lie well outside of that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factlint.model import Relation, Value

_HUNDRED = Decimal(100)
_ONE = Decimal(1)
_ABOUT = Decimal("0.1")
_ROUND = Decimal("0.05")
_INFINITY = Decimal("1e30")
#: What is falsified lies so far off that no looser reading of the words makes it true.
CLEAR = Decimal("0.25")
#: Lists that name fewer parts and do not say that these are all leave room for others.
_FEWEST_CLOSED = 3


@dataclass(frozen=True, slots=True)
class Range:
    """What a number may be."""

    low: Decimal
    high: Decimal

    def is_apart(self, other: Range, by: Decimal) -> bool:
        """Whether a share of either lies between the two."""
        room = by * max(abs(self.low), abs(other.low), Decimal("0.01"))
        room = min(room, by * max(min(abs(self.high), abs(other.high)), Decimal("0.01")))
        return self.high + room < other.low or other.high + room < self.low


@dataclass(frozen=True, slots=True)
class Statement:
    """What a relation states and what its operands give; `ways` are all readings that are true."""

    stated: Range
    ways: tuple[Range, ...]
    clear: Decimal = CLEAR

    @property
    def is_false(self) -> bool:
        """Whether no reading comes near to what is stated."""
        return all(self.stated.is_apart(way, self.clear) for way in self.ways)

    @property
    def is_true(self) -> bool:
        """Whether some reading gives what is stated."""
        return any(not self.stated.is_apart(way, Decimal(0)) for way in self.ways)


def _range(value: Value) -> Range | None:
    """What a written number may mean."""
    one = value.interval
    if one is None:
        return None
    low = one.low if one.low is not None else one.high
    high = one.high if one.high is not None else one.low
    if low is None or high is None:
        return None
    room = one.step if one.pointed else min(one.step / 2, abs(high) * _ROUND)
    if one.unit == "%" and not one.pointed:
        room = max(room, _ONE)
    if one.bound == "about":
        room = max(room, abs(high) * _ABOUT)
    if one.bound == "at_least":
        return Range(low - room, _INFINITY)
    if one.bound == "at_most":
        return Range(Decimal(0), high + room)
    return Range(low - room, high + room)


def _unsigned(one: Range) -> Range:
    if one.low >= 0:
        return one
    if one.high <= 0:
        return Range(-one.high, -one.low)
    return Range(Decimal(0), max(-one.low, one.high))


def _minus(a: Range, b: Range) -> Range:
    return Range(a.low - b.high, a.high - b.low)


def _over(a: Range, b: Range) -> Range | None:
    if b.low <= 0 or a.low < 0:
        return None
    return Range(a.low / b.high, a.high / b.low)


def _scaled(one: Range, factor: Decimal, offset: Decimal = Decimal(0)) -> Range:
    return Range(one.low * factor + offset, one.high * factor + offset)


def _added(some: Sequence[Range]) -> Range:
    return Range(
        sum((one.low for one in some), Decimal(0)), sum((one.high for one in some), Decimal(0))
    )


def _ranges(relation: Relation, *slots: str) -> list[Range]:
    """One range a slot, fewer where one of them is no number."""
    found = [relation.one(slot) for slot in slots]
    return [one for operand in found if operand and (one := _range(operand.value)) is not None]


def _unit(relation: Relation, slot: str) -> str:
    operand = relation.one(slot)
    return operand.value.interval.unit if operand and operand.value.interval else ""


def _changed(relation: Relation) -> Iterator[Statement]:
    ends = _ranges(relation, "from", "to")
    if len(ends) < 2:
        return
    before, after = ends
    result = _ranges(relation, "result")
    share = _over(after, before)
    if share is None:
        return
    if not result:
        yield from _directed(relation, before, after)
        return
    unit = _unit(relation, "result")
    relative = _unsigned(_scaled(share, _HUNDRED, -_HUNDRED))
    points = _unsigned(_minus(after, before))
    if unit == "%":
        of_shares = _unit(relation, "from") == "%"
        yield Statement(_unsigned(result[0]), (relative, points) if of_shares else (relative,))
    elif unit == "times":
        back = _over(before, after)
        ways = [share, _scaled(share, _ONE, -_ONE), *([back] if back else [])]
        # "doubled" and "3x" are said of what comes near to it.
        yield Statement(_scaled(result[0], _ONE), tuple(_loose(one) for one in ways))
    else:
        yield Statement(_unsigned(result[0]), (points,))


def _loose(one: Range) -> Range:
    return Range(
        one.low * Decimal("0.8") - Decimal("0.5"), one.high * Decimal("1.2") + Decimal("0.5")
    )


def _directed(relation: Relation, before: Range, after: Range) -> Iterator[Statement]:
    way = relation.says.get("way")
    if way == "up":
        yield Statement(after, (Range(before.low, _INFINITY),), CLEAR / 4)
    if way == "down":
        yield Statement(after, (Range(Decimal(0), before.high),), CLEAR / 4)


def _rate(share: Decimal, years: int) -> Decimal:
    return (share ** (_ONE / years) - _ONE) * _HUNDRED


def _grown(relation: Relation) -> Iterator[Statement]:
    ends = _ranges(relation, "from", "to", "rate")
    days = [one.value.days for slot in ("since", "until") if (one := relation.one(slot))]
    if len(ends) < 3 or len(days) < 2 or days[0] is None or days[1] is None:
        return
    years = days[1].last.year - days[0].first.year
    share = _over(ends[1], ends[0])
    if years < 2 or share is None:
        return
    counts = (years - 1, years, years + 1)
    rates = [
        Range(*((end ** (_ONE / n) - _ONE) * _HUNDRED for end in (share.low, share.high)))
        for n in counts
    ]
    yield Statement(ends[2], tuple(rates))


def _shared(relation: Relation) -> Iterator[Statement]:
    found = _ranges(relation, "part", "whole", "percent")
    left = _ranges(relation, "left")
    if left and len(found) == 2:
        found = [found[0], _added((found[0], left[0])), found[1]]
    if len(found) < 3:
        return
    share = _over(found[0], found[1])
    if share is not None:
        percent = _scaled(share, _HUNDRED)
        yield Statement(found[2], (percent, Range(_HUNDRED - percent.high, _HUNDRED - percent.low)))


def _summed(relation: Relation) -> Iterator[Statement]:
    total = _ranges(relation, "total")
    parts = [one for part in relation.all("parts") if (one := _range(part.value)) is not None]
    if not total or len(parts) < 2:
        return
    made = _added(parts)
    said = relation.says.get("parts")
    closed = said == "all" or (
        (said == "listed" or len(parts) >= _FEWEST_CLOSED) and relation.says.get("ends") == "yes"
    )
    # Other parts may go unnamed, so that the total may be anything above those that are named.
    ways = made if closed and said != "some" else Range(made.low, _INFINITY)
    yield Statement(total[0], (ways,), CLEAR / 2)


def _handed_out(relation: Relation) -> Iterator[Statement]:
    shares = [one for part in relation.all("shares") if (one := _range(part.value)) is not None]
    if len(shares) >= 2:
        yield Statement(_added(shares), (Range(Decimal(0), _HUNDRED),), CLEAR / 5)


def _multiplied(relation: Relation) -> Iterator[Statement]:
    found = _ranges(relation, "count", "each", "product")
    if len(found) == 3:
        made = Range(found[0].low * found[1].low, found[0].high * found[1].high)
        yield Statement(found[2], (made,))


def _left(relation: Relation) -> Iterator[Statement]:
    found = _ranges(relation, "whole", "taken", "left")
    if len(found) == 3:
        yield Statement(found[2], (_unsigned(_minus(found[0], found[1])),))


#: What a dollar costs, roughly, of late; it has been a third more or less in ten years.
_RATES: Mapping[str, Decimal] = {
    code: Decimal(rate)
    for code, rate in (
        ("USD", "1"), ("EUR", "0.9"), ("GBP", "0.77"), ("JPY", "135"), ("CNY", "7"),
        ("INR", "80"), ("KRW", "1300"), ("CHF", "0.91"), ("CAD", "1.34"), ("AUD", "1.45"),
        ("SEK", "9.5"), ("NOK", "9.5"), ("DKK", "6.7"), ("BRL", "5"), ("ILS", "3.6"),
        ("SGD", "1.35"), ("HKD", "7.8"), ("TWD", "31"),
    )
}  # fmt: skip
_MOVED = Decimal(1) / 3
_DEGREES = {("°C", "°F"): (Decimal("1.8"), Decimal(32))}


def _converted(relation: Relation) -> Iterator[Statement]:
    """Quantities are in one plain unit already, sums in two currencies."""
    found = _ranges(relation, "value", "converted")
    units = _unit(relation, "value"), _unit(relation, "converted")
    if len(found) < 2 or found[0].low <= 0:
        return
    if units[0] == units[1]:
        yield Statement(found[1], (found[0],))
    elif units[0] in _RATES and units[1] in _RATES:
        made = _scaled(found[0], _RATES[units[1]] / _RATES[units[0]])
        yield Statement(found[1], (Range(made.low * (1 - _MOVED), made.high * (1 + _MOVED)),))
    elif units in _DEGREES:
        yield Statement(found[1], (_scaled(found[0], *_DEGREES[units]),))


def _weekday(relation: Relation) -> Iterator[Statement]:
    named, dated = relation.one("weekday"), relation.one("date")
    days = dated.value.days if dated else None
    if named is None or days is None or days.first != days.last or dated is None:
        return
    told = Range(Decimal(named.value.canonical or 0), Decimal(named.value.canonical or 0))
    years = [days.first.year]
    if str(days.first.year) not in dated.value.text:
        if relation.document.dated is None:
            return  # of which year the day is, nobody knows
        years += [days.first.year - 1, days.first.year + 1]
    if (days.first.month, days.first.day) == (2, 29):
        years = years[:1]
    days_of = (Decimal(days.first.replace(year=year).weekday()) for year in years)
    yield Statement(told, tuple(Range(day, day) for day in days_of), Decimal(0))


def _listed(relation: Relation) -> Iterator[Statement]:
    count, entries = _ranges(relation, "count"), relation.all("list")
    if count and entries:
        number = Decimal(len(entries))
        yield Statement(count[0], (Range(number, number),), Decimal(0))


def _aged(relation: Relation) -> Iterator[Statement]:
    since, told = relation.one("since"), relation.document.dated
    aged = _ranges(relation, "nth") or _ranges(relation, "age") or _ranges(relation, "years")
    start = since.value.days if since else None
    if not aged or start is None or told is None or relation.all("when"):
        return
    years = Decimal(told.first.year - start.first.year)
    yield Statement(aged[0], (Range(years - 1, years + 1),), Decimal(0))


_FORMULAS: Mapping[str, Callable[[Relation], Iterator[Statement]]] = {
    "change": _changed, "changed_columns": _changed, "premium": _changed, "multiple": _changed,
    "difference": _changed, "compound_growth": _grown,
    "ratio": _shared, "ratio_columns": _shared, "rest_of_whole": _shared,
    "parts": _summed, "column_total": _summed, "announced_sum": _summed, "list_total": _summed,
    "row_total": _summed, "products": _multiplied, "left_over": _left,
    "shares": _handed_out, "listed_shares": _handed_out, "share_column": _handed_out,
    "converted_sum": _converted, "converted_quantity": _converted,
    "converted_columns": _converted,
    "weekday": _weekday, "weekday_columns": _weekday,
    "announced_list": _listed, "inline_list": _listed, "named_list": _listed,
    "anniversary": _aged, "age": _aged, "aged": _aged,
}  # fmt: skip


def statement(relation: Relation) -> Statement | None:
    """What a relation states, if that can be worked out."""
    formula = _FORMULAS.get(relation.kind)
    return next(formula(relation), None) if formula else None
