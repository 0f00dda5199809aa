"""Two claims or values -> whether they say the same, or exclude each other.

Judged by what stands written, with the tolerance of the written precision; what a check makes of
that is its own affair.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factlint import intervals
from factlint.entities.keys import key
from factlint.intervals import Interval
from factlint.mentions import figures
from factlint.model import Claim, Qualifiers, Value

#: Two documents further apart, in days, may tell of another state of what changes.
NEAR = 60
#: Qualifiers that must be the same where both claims state them ...
IF_STATED = ("round", "basis", "period", "scope", "counterparty")
#: ... or on both sides.
ALWAYS = ("part_of", "office")
#: Of what a subject has many values, one of these must be stated on both sides.
TELLS_APART = ("counterparty", "period", "as_of")
#: Digits of a sum of money that is known again, one fewer of large sums.
ODD, LARGE = 3, 10**9
#: Numbers further apart are no two tellings of one figure, whatever their hedges allow.
ALIKE = 2


def reading(text: str) -> Value | None:
    """What a figure says as it stands in the source, emphasis and all, if it is one figure."""
    found = figures.find(text.replace("*", ""), None)
    return found[0].value if len(found) == 1 else None


def _number(value: Value) -> Interval | None:
    """What is compared of a figure: 100 million users are 100 million people."""
    if value.interval is None or value.kind != "count":
        return value.interval
    return replace(value.interval, unit="")


def same(a: Value, b: Value) -> bool:
    """Whether two values can be tellings of one."""
    first, second = _number(a), _number(b)
    if first is not None and second is not None:
        return a.per == b.per and _same_number(first, second)
    if a.kind != b.kind or a.kind == "text":
        return False
    if a.days and b.days:
        return a.days.overlaps(b.days)
    return key(a.canonical or a.text) == key(b.canonical or b.text)


def _same_number(a: Interval, b: Interval) -> bool:
    if a.unit != b.unit or intervals.disjoint(a, b):
        return False
    low, high = sorted((abs(a.number), abs(b.number)))
    return high <= ALIKE * low


def excludes(a: Value, b: Value) -> bool:
    """Whether two figures cannot both be right: apart, other units, or "over" against "under"."""
    first, second = _number(a), _number(b)
    if first is None or second is None:
        return False
    return (
        first.unit != second.unit
        or intervals.disjoint(first, second)
        or _faces(first, second)
        or _faces(second, first)
    )


def says(claimed: Value, written: Value) -> bool:
    """Whether the value of a claim is the written figure, hedge and unit included."""
    return _number(claimed) is not None and _number(claimed) == _number(written)


def differs(a: Value, b: Value) -> bool:
    """Whether two values of one sort, figures or names, are not the same."""
    if a.interval is not None and b.interval is not None:
        return excludes(a, b)
    return a.kind == b.kind == "name" and not same(a, b)


def is_odd(value: Value) -> bool:
    """Whether two things hardly have one figure: three digits, two of a billion or more."""
    if value.kind != "money" or value.interval is None:
        return False
    digits = intervals.significant_digits(value.interval)
    return digits >= ODD or (digits == ODD - 1 and abs(value.interval.number) >= LARGE)


def _faces(low: Interval, high: Interval) -> bool:
    return low.high is None and high.low is None and low.number >= high.number


def same_fact(a: Claim, b: Claim, holds: str) -> bool:
    """Whether two claims speak of one thing at one time, whatever they say of it."""
    if (a.key, a.attribute) != (b.key, b.attribute) or a.moved or b.moved:
        return False
    first, second = a.qualifiers, b.qualifiers
    if any(getattr(first, name) != getattr(second, name) for name in ALWAYS):
        return False
    for name in IF_STATED:
        one, other = getattr(first, name), getattr(second, name)
        if one and other and key(one) != key(other):
            return False
    if first.as_of and second.as_of and not first.as_of.overlaps(second.as_of):
        return False
    if holds == "many" and not any(map(_both(first, second), TELLS_APART)):
        return False
    return holds == "once" or days_apart(a, b) <= NEAR


def _both(a: Qualifiers, b: Qualifiers) -> Callable[[str], bool]:
    """Whether both state a qualifier."""
    return lambda name: bool(getattr(a, name) and getattr(b, name))


def days_apart(a: Claim, b: Claim) -> int:
    """The days between what two claims speak of, or their documents; 0 where one has no date."""
    first, second = (one.qualifiers.as_of or one.document.dated for one in (a, b))
    if first is None or second is None:
        return 0
    return max((second.first - first.last).days, (first.first - second.last).days, 0)


def is_older(a: Claim, b: Claim) -> bool:
    """Whether the document of one claim is known to be older than that of the other."""
    first, second = a.document.dated, b.document.dated
    return bool(first and second and first.last < second.first)
