"""Arithmetic on what numbers may mean: intervals at stated precision, and how a sum is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from factlint import intervals
from factlint.intervals import Interval
from factlint.model import Value

#: Whole percentages are rounded or cut off; numbers of things below this are counted.
WHOLE_PERCENT = Decimal(1)
COUNTED = 1000


class Span(NamedTuple):
    """The range that a number may lie in; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: Span) -> bool:
        """Whether the two have a number in common."""
        return not (
            (self.high is not None and other.low is not None and self.high < other.low)
            or (other.high is not None and self.low is not None and other.high < self.low)
        )

    def scaled(self, factor: Decimal, offset: Decimal = Decimal(0)) -> Span:
        """Each end times a positive factor, then shifted."""
        return Span(*(None if end is None else end * factor + offset for end in self))

    def widened(self, share: Decimal, least: Decimal = Decimal(0)) -> Span:
        """The span with some room at both ends: a share of them, at least `least`."""
        low, high = self
        return Span(
            None if low is None else low - max(abs(low) * share, least),
            None if high is None else high + max(abs(high) * share, least),
        )


@dataclass(frozen=True, slots=True)
class Number:
    """A written number and what it may mean."""

    value: Value
    interval: Interval

    @property
    def plain(self) -> Decimal:
        """The written number."""
        return self.interval.number

    @property
    def span(self) -> Span:
        """What it may mean by its hedge and its precision; few things are counted exactly."""
        one = self.interval
        if one.unit == "%" and one.bound == "exact":
            room = one.step if one.pointed else max(WHOLE_PERCENT, intervals.slack(one, one.number))
            return Span(one.number - room, one.number + room)
        if is_counted(self):
            return Span(one.number, one.number)
        return Span(*intervals.widened(one))


def number(value: Value) -> Number | None:
    """The number of a value; None for what is none."""
    return Number(value, value.interval) if value.interval is not None else None


def is_counted(one: Number) -> bool:
    """Whether a number is so small and plain that somebody counted."""
    interval = one.interval
    return (
        one.value.kind == "count"
        and interval.unit != "times"
        and interval.bound == "exact"
        and interval.number == int(interval.number)
        and abs(interval.number) < COUNTED
    )


def exact(one: Number) -> Span:
    """What a number means beside others of its construction, written to one precision.

    A round "$30 billion" beside "$45 billion" is meant to the billion.
    """
    interval = one.interval
    if interval.bound != "exact" or is_counted(one):
        return one.span
    if interval.pointed:
        room = interval.step
    else:
        magnitude = Decimal(10) ** (max(0, interval.number.adjusted()) // 3 * 3)
        room = min(interval.step, magnitude) / 2
    return Span(interval.number - room, interval.number + room)


def added(spans: Iterable[Span]) -> Span:
    """The sum of several numbers."""
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    for span in spans:
        low = None if low is None or span.low is None else low + span.low
        high = None if high is None or span.high is None else high + span.high
    return Span(low, high)


def subtracted(a: Span, b: Span) -> Span:
    """The first number less the second one."""
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Span(low, high)


def multiplied(a: Span, b: Span) -> Span:
    """The product of two numbers that are not negative."""
    low = None if a.low is None or b.low is None else a.low * b.low
    high = None if a.high is None or b.high is None else a.high * b.high
    return Span(low, high)


def divided(part: Span, whole: Span) -> Span | None:
    """The quotient of two numbers that are not negative; None where it could be anything."""
    if whole.low is None or whole.low <= 0 or (part.low is not None and part.low < 0):
        return None
    low = None if part.low is None or whole.high is None else part.low / whole.high
    high = None if part.high is None else part.high / whole.low
    return Span(low, high)


def shown(value: Decimal, places: int = 1) -> str:
    """A computed number for people: grouped, with as many decimals as tell anything."""
    cut = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    plain = cut.normalize()
    return format(plain, ",f") if plain else "0"


def told(span: Span, places: int = 1) -> str:
    """A computed span for people: one number where its ends look alike."""
    if span.low is None:
        return "any number" if span.high is None else f"at most {shown(span.high, places)}"
    if span.high is None:
        return f"at least {shown(span.low, places)}"
    low, high = shown(span.low, places), shown(span.high, places)
    return low if low == high else f"{low} to {high}"


def worked(formula: str, computed: str, stated: str) -> str:
    """A sum in full: "(63 - 84) / 84 = -26 to -24 %; stated: 33%"."""
    return f"{formula} = {computed}; stated: {stated}"


#: Magnitudes for people, the largest first.
_MAGNITUDES = (
    (Decimal(10) ** 12, " trillion"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 6, " million"),
)


def amount(value: Decimal, unit: str) -> str:
    """A number with its unit for people: "$93 million", "12.5 %", "42 km"."""
    for factor, word in _MAGNITUDES:
        if abs(value) >= factor:
            text = shown(abs(value) / factor, 2) + word
            break
    else:
        text = shown(abs(value), 2)
    sign = "-" if value < 0 and text != "0" else ""
    if unit == "USD":
        return f"{sign}${text}"
    return f"{sign}{text} {unit}".strip()


_LEADING = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNIT = re.compile(r"[^\W\d_]+[^\d]*$|[°%\"'].*$")


def written_unit(one: Number) -> str:
    """The unit of a number in its own words: "km" of "26 km", "GB" of "32 GB"."""
    found = _UNIT.search(one.value.text)
    return found.group().strip() if found else ""


def written_factor(one: Number) -> Decimal:
    """What one of the unit that a number is written in is in the plain one: 1000 for "26 km"."""
    found = _LEADING.search(one.value.text)
    digits = found.group().replace(",", "") if found else ""
    written = Decimal(digits) if digits.strip("0.") else Decimal(0)
    return one.plain / written if written and one.plain else Decimal(1)


def alike(value: Decimal, like: Number) -> str:
    """A computed number in the unit and magnitude that another one is written in."""
    if like.value.kind == "quantity":
        return f"{shown(value / written_factor(like), 2)} {written_unit(like)}".strip()
    return amount(value, like.interval.unit)


def ends_alike(span: Span, like: Number) -> str:
    """A computed span as another number is written: "$93 million to $95 million"."""
    if span.low is None:
        return "any number" if span.high is None else f"at most {alike(span.high, like)}"
    if span.high is None:
        return f"at least {alike(span.low, like)}"
    low, high = alike(span.low, like), alike(span.high, like)
    return low if low == high else f"{low} to {high}"
