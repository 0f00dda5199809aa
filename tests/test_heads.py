"""The heads of columns, rows and fields: what they give to values, and what they name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.claims import heads as naming
from factlint.mentions import heads

SILENT = {
    "a plan": "Plan B",
    "a round": "Series B",
    "a model": "GB200 NVL72 (72)",
    "a calendar": "Days per year",
    "a sentence": "What each of the companies " * 6 + "($M)",
    "nothing": "",
    "a card": "A100 80 GB",
}


@pytest.mark.parametrize("head", SILENT.values(), ids=SILENT)
def test_a_head_without_a_unit(head: str) -> None:
    assert (heads.read(head).unit, heads.read(head).factor) == (None, 1)


UNITS = {
    "Amount ($M)": ("USD", "1e6"),
    "Revenue, €m": ("EUR", "1e6"),
    "Revenue FY2025 ($bn)": ("USD", "1e9"),
    "Revenue in millions of dollars": ("USD", "1e6"),
    "Revenue (US$ in millions)": ("USD", "1e6"),
    "R&D, $000s": ("USD", "1e3"),
    "amount usd m": ("USD", "1e6"),
    "Valuation (post, $B)": ("USD", "1e9"),
    "Params (B)": ("", "1e9"),
    "Users (M)": ("", "1e6"),
    "Context (K tokens)": ("tokens", "1e3"),
    "Context window (tokens)": ("tokens", "1"),
    "Memory GB": ("B", "1e9"),
    "Bandwidth (TB/s)": ("B", "1e12"),
    "Power MW": ("W", "1e6"),
    "MW": ("W", "1e6"),
    "TTFT (ms)": ("s", "0.001"),
    "Growth %": ("%", "1"),
    "% of staff": ("%", "1"),
}


@pytest.mark.parametrize(("head", "expected"), UNITS.items(), ids=UNITS)
def test_a_head_gives_a_unit_and_a_magnitude(head: str, expected: tuple[str, str]) -> None:
    found = heads.read(head)
    assert found.unit is not None
    assert (found.unit.name, found.factor) == (expected[0], Decimal(expected[1]))


RATES = {
    "Price per 1M tokens": "million tokens",
    "Input ($/1M tokens)": "million tokens",
    "Input $/M": "million",
    "Price ($/month)": "month",
    "Bandwidth (GB/s)": "s",
    "Price": None,
}


@pytest.mark.parametrize(("head", "expected"), RATES.items(), ids=RATES)
def test_a_head_gives_a_rate(head: str, expected: str | None) -> None:
    assert heads.read(head).per == expected


def test_the_first_head_that_gives_a_unit_counts() -> None:
    both = heads.given(("Amount (€M)", "Acme ($K)"))
    assert (both.unit.name if both.unit else "", both.factor) == ("EUR", 10**6)


CAPTIONS = {
    "figures": ("Revenue", "All figures in millions of dollars unless noted.", "1e6"),
    "brackets": ("Net income", "Results by quarter ($ in thousands)", "1e3"),
    "years as heads": ("2025", "Revenue ($bn)", "1e9"),
    "no money": ("Employees", "All figures in millions of dollars.", None),
    "no unit": ("Revenue", "The best years of Acme", None),
}


@pytest.mark.parametrize(("head", "caption", "factor"), CAPTIONS.values(), ids=CAPTIONS)
def test_a_caption_gives_money_its_currency(head: str, caption: str, factor: str | None) -> None:
    found = heads.given((head,), caption)
    assert (found.factor if found.unit else None) == (Decimal(factor) if factor else None)


NAMED = {
    "Revenue ($M)": "revenue",
    "2025 revenue": "revenue",
    "Revenue Q1 2026": "revenue",
    "Est. revenue": "revenue",
    "Memory GB": "memory",
    "Price per seat": "price",
    "**Amount raised**": "amount raised",
    "Valuation (post-money)": "valuation post-money",
}


@pytest.mark.parametrize(("head", "expected"), NAMED.items(), ids=NAMED)
def test_a_head_is_looked_up_by_shorter_and_shorter_names(head: str, expected: str) -> None:
    assert expected in naming.names(head)


@given(st.text(max_size=40))
def test_the_names_of_a_head_are_never_longer_than_it(head: str) -> None:
    assert all(len(name) <= len(head.lower()) for name in naming.names(head))


SUMS = {"Total": True, "Grand total": True, "Average": True, "Median*": True, "Others": True,
        "Total funding": False, "All Turtles": False, "Acme": False}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUMS.items(), ids=SUMS)
def test_rows_that_sum_up_others(text: str, *, expected: bool) -> None:
    assert naming.is_sum(text) is expected
