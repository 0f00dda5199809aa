"""Days and years that the words around them fix -> those that the calendar refutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from factlint.checks import spans
from factlint.intervals import DateRange
from factlint.model import Operand, Relation, Severity, Slip

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: A day without its year is taken for the turn nearest to the document only so many days off.
NEAR = 120
#: ... and so close to it no other year is meant, even one in which the weekday would fit.
AT_HAND = 30
#: Years are counted to the year, so that one more or less may be right.
LEEWAY = 1


def _days(operand: Operand | None) -> DateRange | None:
    return operand.value.days if operand else None


def _has_year(operand: Operand, days: DateRange) -> bool:
    return str(days.first.year) in operand.value.text


def _weekday(relation: Relation) -> Iterator[Slip]:
    """A weekday beside a date is that of the date."""
    named, dated = relation.one("weekday"), relation.one("date")
    days = _days(dated)
    if named is None or dated is None or days is None or days.first != days.last:
        return
    wanted = int(named.value.canonical or 0)
    if days.first.weekday() == wanted:
        return
    level: Severity | None = None
    if not _has_year(dated, days):
        told = relation.document.dated
        if told is None or not _surely_of_its_year(days.first, told.first, wanted):
            return
        level = "warning"
    because = f"{days.first.isoformat()} is a {_NAMES[days.first.weekday()]}"
    worked = spans.worked(
        f"weekday of {days.first.isoformat()}", _NAMES[days.first.weekday()], named.value.text
    )
    yield Slip(relation, f"{because}, not a {_NAMES[wanted]}", level, named, worked=worked)


def _surely_of_its_year(day: date, told: date, weekday: int) -> bool:
    """Whether a day without its year is meant as that nearest to its document."""
    apart = abs((day - told).days)
    return apart <= AT_HAND or (apart <= NEAR and not _in_another_year(day, weekday))


def _in_another_year(day: date, weekday: int) -> bool:
    """Whether the same day of the year before or after falls on a weekday."""
    years = (day.year - 1, day.year + 1)
    leap = day.month == 2 and day.day == 29
    return not leap and any(day.replace(year=year).weekday() == weekday for year in years)


def _impossible(relation: Relation) -> Iterator[Slip]:
    what = relation.says.get("what")
    if what:
        worked = f"{what}; stated: {' '.join(relation.quote.split())}"
        yield Slip(relation, what, worked=worked)


def _ago(relation: Relation) -> Iterator[Slip]:
    """ "In 2015, ten years ago" counts from the date of the document."""
    since, ago = relation.one("since"), relation.one("ago")
    start, counted = _days(since), _days(ago)
    told = relation.document.dated
    if since is None or ago is None or start is None or counted is None or told is None:
        return
    if not ago.value.text.lower().endswith("ago") or "year" not in ago.value.text.lower():
        return
    if (
        start.first.year - LEEWAY <= counted.last.year
        and counted.first.year <= start.last.year + LEEWAY
    ):
        return
    because = (
        f"seen from {told.first.year}, {ago.value.text} was {counted.first.year}, "
        f"not {since.value.text}"
    )
    computed = f"{told.first.year - start.last.year} years"
    formula = f"{told.first.year} - {since.value.text}"
    worked = spans.worked(formula, computed, ago.value.text)
    yield Slip(relation, because, at=ago, worked=worked)


def _anniversary(relation: Relation) -> Iterator[Slip]:
    """The Nth anniversary of a year is N years later."""
    since, nth = relation.one("since"), relation.one("nth")
    start, told = _days(since), relation.document.dated
    if since is None or nth is None or nth.value.interval is None or start is None:
        return
    whens = [one.value.days for one in relation.all("when") if one.value.days]
    if told is None or start.first.year == told.first.year:
        return
    turned = int(nth.value.interval.number)
    due = start.first.year + turned
    years = {told.first.year, *(one.first.year for one in whens)}
    if any(abs(due - year) <= LEEWAY for year in years):
        return
    because = f"{start.first.year} + {turned} = {due}, but the document is of {told.first.year}"
    worked = spans.worked(
        f"{told.first.year} - {start.first.year}",
        f"{told.first.year - start.first.year} years",
        nth.value.text,
    )
    yield Slip(relation, because, "warning", nth, worked=worked)


def _age(relation: Relation) -> Iterator[Slip]:
    """What began in a year is as old as the years since."""
    since, aged = relation.one("since"), relation.one("age") or relation.one("years")
    start, told = _days(since), relation.document.dated
    interval = aged.value.interval if aged else None
    if since is None or aged is None or interval is None or start is None or told is None:
        return
    if interval.bound != "exact" or interval.unit not in ("", "years"):
        return
    others = (one.value.days for one in relation.all("when"))
    if any(one and one.first.year != told.first.year for one in others):
        return  # another year may be the one that the age is of
    years = told.first.year - start.first.year
    if abs(years - int(interval.number)) <= LEEWAY:
        return
    because = f"{start.first.year} is {years} years before {told.first.year}, not {aged.value.text}"
    worked = spans.worked(
        f"{told.first.year} - {start.first.year}", f"{years} years", aged.value.text
    )
    yield Slip(relation, because, "warning", aged, worked=worked)


def _promise(relation: Relation) -> Iterator[Slip]:
    """What "will" happen lies ahead of the document."""
    promised, told = relation.one("promised"), relation.document.dated
    days = _days(promised)
    if promised is None or days is None or told is None or not _has_year(promised, days):
        return
    if days.last >= told.first or any(one.value.days for one in relation.all("when")):
        return  # with a second date the text may tell of an earlier promise
    because = f"{promised.value.text} was over when this was written, on {told.text}"
    worked = f"{days.last.isoformat()} < {told.first.isoformat()}; stated: as to come"
    yield Slip(relation, because, "warning", promised, worked=worked)


_JUDGES: tuple[Callable[[Relation], Iterator[Slip]], ...] = (
    _weekday,
    _impossible,
    _ago,
    _anniversary,
    _age,
    _promise,
)


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """Weekdays, days, years ago, anniversaries, ages and promises fit the calendar.

    A day without its year is that nearest to the date of its document.

    Would fool it:
        A document whose date is that of a later edition; a weekday that belongs to another date
        of the sentence.
    """
    for relation in relations:
        for judge in _JUDGES:
            yield from judge(relation)
