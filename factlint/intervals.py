"""Numbers and dates that can be compared: what was written, and what it may mean."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

Bound = Literal["exact", "about", "at_least", "at_most", "range"]

#: How far "about" may lie off, and the most a round number is widened: shares of the number.
ABOUT = Decimal("0.10")
ROUND = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Interval:
    """The written numbers in the plain unit, never widened; an open end is None.

    `step` is the place of the last digit that was written (after a decimal point) or of the last
    one that is not zero (whole numbers), in the plain unit: $14.6 billion has the step 100,000,000
    and is `pointed`, $2,000 has the step 1,000 and is not.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound = "exact"
    step: Decimal = Decimal(1)
    pointed: bool = False

    @property
    def number(self) -> Decimal:
        """The one number that stands for the interval: its finite end, the lower of two."""
        return (
            self.low if self.low is not None else self.high if self.high is not None else Decimal(0)
        )


def slack(value: Interval, end: Decimal) -> Decimal:
    """How far the true number may lie from a written `end`, by precision and hedge."""
    written = value.step if value.pointed else min(value.step / 2, abs(end) * ROUND)
    return max(written, abs(end) * ABOUT) if value.bound == "about" else written


def widened(value: Interval) -> tuple[Decimal | None, Decimal | None]:
    """The range that the true number may lie in; None is an open end."""
    low = None if value.low is None else value.low - slack(value, value.low)
    high = None if value.high is None else value.high + slack(value, value.high)
    return low, high


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether the two cannot both be true of one number.

    Different units (also different currencies) are never disjoint: what they say cannot be
    compared. "At least" is from there upwards and "at most" below it: no precision makes one of the
    two the other.
    """
    if a.unit != b.unit:
        return False
    if _face(a, b) or _face(b, a):
        return True
    a_low, a_high = widened(a)
    b_low, b_high = widened(b)
    return (a_high is not None and b_low is not None and a_high < b_low) or (
        b_high is not None and a_low is not None and b_high < a_low
    )


def _face(floor: Interval, ceiling: Interval) -> bool:
    """Whether one begins where the other has ended: "over 100" and "under 100"."""
    if floor.bound != "at_least" or ceiling.bound != "at_most":
        return False
    return floor.number >= ceiling.number


def agree(a: Interval, b: Interval) -> bool:
    """Whether the two can both be true of one number."""
    return not disjoint(a, b)


def scaled(value: Interval, factor: int) -> Interval:
    """The same written a whole number of times larger: $293 million as $293 billion."""
    low, high = (None if end is None else end * factor for end in (value.low, value.high))
    return replace(value, low=low, high=high, step=value.step * factor)


def powers_of_ten_apart(a: Interval, b: Interval) -> int:
    """N if the same digits are written n powers of ten apart in one unit, else 0."""
    if a.unit != b.unit or a.number * b.number <= 0:
        return 0
    if a.number.normalize().as_tuple().digits != b.number.normalize().as_tuple().digits:
        return 0
    return abs(a.number.adjusted() - b.number.adjusted())


def significant_digits(value: Interval) -> int:
    """Digits of the written number without trailing zeros: 2 for $7.5 billion, 1 for $1,000."""
    return len(value.number.normalize().as_tuple().digits) if value.number else 0


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """Whole days from `first` to `last`, both included.

    `text` is the canonical form ("2026-Q3").
    """

    first: date
    last: date
    text: str

    def overlaps(self, other: DateRange) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def day(when: date) -> DateRange:
    """One day as a range."""
    return DateRange(when, when, when.isoformat())


def month(year: int, number: int) -> DateRange:
    """One month as a range; ValueError for a month that does not exist."""
    last = calendar.monthrange(year, number)[1]
    return DateRange(date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}")


def months(year: int, first: int, last: int, text: str | None = None) -> DateRange:
    """From the first day of one month to the last of another; `text` defaults to "first/last"."""
    start, end = date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    return DateRange(start, end, text or f"{start.isoformat()}/{end.isoformat()}")


def quarter(year: int, number: int) -> DateRange:
    """One calendar quarter as a range."""
    return months(year, 3 * number - 2, 3 * number, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> DateRange:
    """One half of a year as a range."""
    return months(year, 6 * number - 5, 6 * number, f"{year:04d}-H{number}")


def year(number: int) -> DateRange:
    """One year as a range."""
    return months(number, 1, 12, f"{number:04d}")


def days_before(when: DateRange, days: int) -> DateRange:
    """From `days` days before the first day of `when` to its last day."""
    first = when.first - timedelta(days=days)
    return DateRange(first, when.last, f"{first.isoformat()}/{when.last.isoformat()}")
