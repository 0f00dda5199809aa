"""Numbers and dates that can be compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import intervals
from factlint.intervals import Interval
from tests.claims_builder import interval

# What is written, what it is compared with, and whether both can be true.
AGREE = {
    "same": ("14.6 billion", "14.6 billion"),
    "rounded-down": ("1 billion", "1.03 billion"),
    "one-unit-of-the-last-digit": ("14.6 billion", "14.7 billion"),
    "rounded-or-truncated": ("1.65", "1.659"),
    "touching": ("14.6 billion", "14.8 billion"),
    "whole-at-most-five-percent": ("2 billion", "2.09 billion"),
    "zeros-tell-precision": ("2000", "2090"),
    "about-ten-percent": ("about 5 million", "5.5 million"),
    "about-on-both-sides": ("about 5 million", "about 6 million"),
    "floor-below": ("over 1 billion", "1.2 billion"),
    "floor-far-below": ("over 1 billion", "40 billion"),
    "ceiling-above": ("under 15 million", "15 million"),
    "ceiling-far-above": ("under 15 million", "2 million"),
    "floor-and-ceiling": ("over 1 billion", "under 3 billion"),
    "two-floors": ("over 1 billion", "over 9 billion"),
    "floor-and-the-number": ("over 1 billion", "1 billion"),
}
DISJOINT = {
    "far-apart": ("14.6 billion", "7.5 billion"),
    "three-percent-apart": ("14.3 billion", "14.8 billion"),
    "whole-more-than-five-percent": ("2 billion", "2.3 billion"),
    "exact-digits": ("2345", "2347"),
    "about-more-than-ten-percent": ("about 5 million", "5.7 million"),
    "below-the-floor": ("over 1 billion", "900 million"),
    "above-the-ceiling": ("under 15 million", "17 million"),
    "ceiling-below-floor": ("under 1 billion", "over 2 billion"),
    "magnitude": ("110 million", "110 billion"),
    "over-and-under": ("over 1 billion", "under 1 billion"),
}


@pytest.mark.parametrize(("a", "b"), AGREE.values(), ids=AGREE)
def test_both_can_be_true(a: str, b: str) -> None:
    assert intervals.agree(interval(a), interval(b))


@pytest.mark.parametrize(("a", "b"), DISJOINT.values(), ids=DISJOINT)
def test_both_cannot_be_true(a: str, b: str) -> None:
    assert intervals.disjoint(interval(a), interval(b))


def test_other_units_are_never_disjoint() -> None:
    assert intervals.agree(interval("1 million", "USD"), interval("9 million", "EUR"))


RANGE = Interval(Decimal(10), Decimal(20), "USD", "range", Decimal(10))


@pytest.mark.parametrize("text", ["10", "15", "20", "21"])
def test_a_range_holds_what_lies_within(text: str) -> None:
    assert intervals.agree(RANGE, interval(text))


@pytest.mark.parametrize("text", ["8", "24"])
def test_a_range_excludes_what_lies_outside(text: str) -> None:
    assert intervals.disjoint(RANGE, interval(text))


POWERS = {
    "same": ("110 million", "110 million", 0),
    "other-digits": ("110 million", "120 billion", 0),
    "nothing": ("0", "0", 0),
    "one": ("2.5 million", "25 million", 1),
    "three": ("110 million", "110 billion", 3),
    "six": ("110", "110 million", 6),
}


@pytest.mark.parametrize(("a", "b", "zeros"), POWERS.values(), ids=POWERS)
def test_powers_of_ten(a: str, b: str, zeros: int) -> None:
    assert intervals.powers_of_ten_apart(interval(a), interval(b)) == zeros


def test_a_loss_is_no_gain_with_more_zeros() -> None:
    loss, gain = interval("5 million"), interval("5 billion")
    loss = replace(loss, low=-loss.number, high=-loss.number)
    assert intervals.powers_of_ten_apart(loss, gain) == 0


DIGITS = {"0": 0, "1000": 1, "7.5 billion": 2, "14.6 billion": 3, "350 million": 2, "1.0": 1}


@pytest.mark.parametrize(("text", "count"), DIGITS.items(), ids=DIGITS)
def test_significant_digits(text: str, count: int) -> None:
    assert intervals.significant_digits(interval(text)) == count


numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=2)
steps = st.sampled_from([Decimal(10) ** power for power in range(-2, 10)])


@st.composite
def written(draw: st.DrawFn) -> Interval:
    a, b = sorted((draw(numbers), draw(numbers)))
    bound = draw(st.sampled_from(["exact", "about", "at_least", "at_most", "range"]))
    low, high = {"at_least": (a, None), "at_most": (None, a), "range": (a, b)}.get(bound, (a, a))
    return Interval(
        low, high, draw(st.sampled_from(["USD", "W"])), bound, draw(steps), draw(st.booleans())
    )


@given(written())
def test_agree_is_reflexive(a: Interval) -> None:
    assert intervals.agree(a, a)


@given(written(), written())
def test_agree_is_symmetric(a: Interval, b: Interval) -> None:
    assert intervals.agree(a, b) == intervals.agree(b, a)


@given(written(), written(), steps)
def test_less_precision_never_makes_a_conflict(a: Interval, b: Interval, more: Decimal) -> None:
    rougher = replace(a, step=a.step + more)
    assert intervals.disjoint(a, b) or intervals.agree(rougher, b)


@given(written(), written())
def test_a_hedge_never_makes_a_conflict(a: Interval, b: Interval) -> None:
    assert intervals.disjoint(a, b) or intervals.agree(replace(a, bound="about"), b)


@given(written())
def test_widening_keeps_the_written_ends_inside(a: Interval) -> None:
    low, high = intervals.widened(a)
    assert a.low is None or (low is not None and low <= a.low)
    assert a.high is None or (high is not None and high >= a.high)


def test_an_impossible_month_is_an_error() -> None:
    with pytest.raises(ValueError, match="month"):
        intervals.month(2026, 13)


RANGES = {
    "month": (intervals.month(2026, 2), date(2026, 2, 1), date(2026, 2, 28), "2026-02"),
    "quarter": (intervals.quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30), "2026-Q3"),
    "half": (intervals.half(2026, 1), date(2026, 1, 1), date(2026, 6, 30), "2026-H1"),
    "year": (intervals.year(2026), date(2026, 1, 1), date(2026, 12, 31), "2026"),
}


@pytest.mark.parametrize(("found", "first", "last", "text"), RANGES.values(), ids=RANGES)
def test_date_ranges(found: intervals.DateRange, first: date, last: date, text: str) -> None:
    assert (found.first, found.last, found.text) == (first, last, text)


def test_ranges_overlap_when_they_share_a_day() -> None:
    assert intervals.year(2026).overlaps(intervals.month(2026, 12))
    assert not intervals.year(2026).overlaps(intervals.month(2027, 1))
