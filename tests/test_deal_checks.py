"""Claims of one group -> clashes of roles, ranks, orders, sums and titles: silent cases first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from factlint.checks import deal_sum, headline, leads, order, role_slip, unique, whole_round
from factlint.checks import range as ranges
from factlint.entities import deals
from factlint.model import Claim, Value
from tests.claims_builder import claim, days, money, name, quantity

valuation = partial(claim, "Acme", "valuation")
funding = partial(claim, "Acme", "funding_amount")
total = partial(claim, "Acme", "total_funding")
lead = partial(claim, "Acme", "lead_investor")
follower = partial(claim, "Acme", "investor")
Claims = Sequence[Claim]


def founded(when: str, **more: Any) -> Claim:
    """A claim about a day, which is its own as-of date too."""
    value = Value("date", when, canonical=when, days=days(when))
    return claim("Acme", "founded_on", value, as_of=when, **more)


def invested(amount: str, **more: Any) -> Claim:
    """Money that Northwind puts into Acme."""
    made = claim("Northwind", "investment", amount, counterparty="Acme", **more)
    return replace(made, counterparty_key="acme")


def ranked(subject: str, text: str, **more: Any) -> Claim:
    """A superlative that a subject holds."""
    return claim(subject, "superlative", Value("text", text), **more)


def of_deal(*claims: Claim) -> list[Claim]:
    """Claims that were found to tell of one deal."""
    return [replace(one, deal="acme#0") for one in claims]


def titled(made: Claim, *, echoed: bool | None = False) -> Claim:
    """A claim of a title, and whether the body has a figure that agrees."""
    return replace(made, in_title=True, echoed=echoed)


B = {"path": "b.md"}

SILENT: dict[str, tuple[Any, Claims]] = {
    "slip-of-nothing": (role_slip.check, []),
    "slip-without-another-value": (
        role_slip.check,
        [valuation("12.4 billion"), funding("12.4 billion", **B)],
    ),
    "slip-of-a-round-number": (
        role_slip.check,
        [valuation("2 billion"), funding("2 billion", **B), valuation("9 billion", path="c.md")],
    ),
    "slip-within-what-is-raised": (
        role_slip.check,
        [total("1.4 billion"), funding("1.4 billion", **B), total("2.5 billion", path="c.md")],
    ),
    "slip-years-apart": (
        role_slip.check,
        [
            valuation("1.4 billion", dated="2020-01-01"),
            funding("1.4 billion", dated="2026-01-01", **B),
            valuation("9 billion", path="c.md", dated="2026-01-01"),
        ],
    ),
    "leads-in-common": (
        leads.check,
        of_deal(lead(name("Foo")), lead(name("Foo"), **B), lead(name("Bar"), line=2, **B)),
    ),
    "leads-of-other-deals": (
        leads.check,
        [*of_deal(lead(name("Foo"))), replace(lead(name("Bar"), **B), deal="acme#1")],
    ),
    "follower-where-nobody-leads": (
        leads.check,
        of_deal(lead(name("Foo")), follower(name("Foo"), **B)),
    ),
    "whole-round-of-one": (
        whole_round.check,
        [invested("350 million"), *of_deal(funding("350 million", **B))],
    ),
    "part-of-the-round": (
        whole_round.check,
        [
            invested("50 million"),
            *of_deal(funding("350 million", **B), lead(name("Bar"), **B)),
        ],
    ),
    "order-kept": (
        partial(order.check, attributes=("funding_amount", "total_funding")),
        [
            funding("20 million"),
            total("90 million", **B),
        ],
    ),
    "total-older-than-the-round": (
        partial(order.check, attributes=("funding_amount", "total_funding")),
        [
            funding("95 million", dated="2026-03-10"),
            total("90 million", dated="2026-03-01", **B),
        ],
    ),
    "open-total": (
        partial(order.check, attributes=("funding_amount", "total_funding")),
        [funding("95 million"), total("over 90 million", **B)],
    ),
    "in-range": (
        partial(ranges.check, least=0, most=100),
        [
            claim("Acme", "market_share", quantity("99", "%")),
        ],
    ),
    "rounded-into-range": (
        partial(ranges.check, least=0, most=100),
        [
            claim("Acme", "market_share", quantity("about 105", "%")),
        ],
    ),
    "same-day": (partial(ranges.check, past=True), [founded("2026-03-01", dated="2026-03-01")]),
    "undated-document": (partial(ranges.check, past=True), [founded("2062-03-01")]),
    "sum-that-holds": (
        deal_sum.check,
        of_deal(
            valuation("3.5 billion", basis="pre-money"),
            funding("1.03 billion"),
            valuation("4.5 billion", basis="post-money", **B),
        ),
    ),
    "sum-in-two-currencies": (
        deal_sum.check,
        of_deal(
            valuation(money("3.5 billion", "EUR"), basis="pre-money"),
            funding("1.03 billion"),
            valuation("9 billion", basis="post-money", **B),
        ),
    ),
    "title-that-is-echoed": (
        headline.check,
        [titled(funding("20 million"), echoed=True), funding("20 million", line=4)],
    ),
    "title-over-a-body-without-figures": (
        headline.check,
        [titled(funding("20 million"), echoed=None), lead(name("Foo"), line=4)],
    ),
    "title-of-another-document": (
        headline.check,
        [titled(funding("20 million")), funding("30 million", **B)],
    ),
    "ranks-of-two-places": (
        unique.check,
        [ranked("Acme", "the world's largest bank"), ranked("Globex", "Europe's largest bank")],
    ),
    "rank-of-one-house": (
        unique.check,
        [
            ranked("Acme", "the world's largest bank"),
            ranked("Acme Holdings", "the world's largest bank", line=2),
        ],
    ),
    "own-records": (
        unique.check,
        [ranked("Acme", "its largest deal yet"), ranked("Globex", "its largest deal yet", line=2)],
    ),
}


@pytest.mark.parametrize(("check", "claims"), SILENT.values(), ids=SILENT)
def test_what_can_be_true_is_silent(check: Any, claims: Claims) -> None:
    assert not list(check(claims))


LOUD: dict[str, tuple[Any, Claims, str | None]] = {
    "slip-across-documents": (
        role_slip.check,
        [valuation("2.3 billion"), funding("2.3 billion", **B), funding("100 million")],
        "warning",
    ),
    "slip-in-one-document": (
        role_slip.check,
        [
            valuation("12.4 billion"),
            funding("12.4 billion", line=2),
            funding("250 million", line=3),
        ],
        "error",
    ),
    "no-lead-in-common": (leads.check, of_deal(lead(name("Foo")), lead(name("Bar"), **B)), None),
    "lead-that-follows-elsewhere": (
        leads.check,
        of_deal(lead(name("Foo")), lead(name("Bar"), **B), follower(name("Foo"), line=2, **B)),
        None,
    ),
    "whole-round-of-many": (
        whole_round.check,
        [invested("350 million"), *of_deal(funding("350 million", **B), lead(name("Bar"), **B))],
        None,
    ),
    "round-above-total": (
        partial(order.check, attributes=("funding_amount", "total_funding")),
        [funding("140 million"), total("64 million", line=2)],
        "error",
    ),
    "active-above-total": (
        partial(order.check, by="scope"),
        [
            claim("Heron", "parameters", quantity("70 billion", "parameters"), scope="active"),
            claim("Heron", "parameters", quantity("12 billion", "parameters"), **B),
        ],
        "warning",
    ),
    "total-that-fell": (
        partial(order.check, by="time"),
        [total("90 million", dated="2025-01-01"), total("60 million", dated="2026-01-01", **B)],
        "warning",
    ),
    "out-of-range": (
        partial(ranges.check, least=0, most=100),
        [claim("Acme", "market_share", quantity("140", "%"))],
        None,
    ),
    "ahead-of-its-document": (
        partial(ranges.check, past=True),
        [founded("2026-03-02", dated="2026-03-01")],
        None,
    ),
    "sum-that-does-not-hold": (
        deal_sum.check,
        of_deal(
            valuation("3.5 billion", basis="pre-money"),
            funding("1.03 billion"),
            valuation("3.5 billion", basis="post-money", **B),
        ),
        "warning",
    ),
    "title-without-a-body": (
        headline.check,
        [titled(funding("20 million")), funding("30 million", line=4)],
        None,
    ),
    "one-rank-for-two": (
        unique.check,
        [
            ranked("Acme", "the world's largest battery maker"),
            ranked("Globex", "the world's biggest battery maker", line=2),
        ],
        "warning",
    ),
    "record-that-is-none": (
        unique.check,
        [
            ranked("Acme", "the largest seed round ever", round="seed"),
            funding("1.03 billion", round="seed"),
            claim("Globex", "funding_amount", "2 billion", round="seed", **B),
        ],
        "warning",
    ),
}


@pytest.mark.parametrize(("check", "claims", "severity"), LOUD.values(), ids=LOUD)
def test_what_cannot_be_true_is_one_clash(check: Any, claims: Claims, severity: str | None) -> None:
    assert [clash.severity for clash in check(claims)] == [severity]


DEALS: dict[str, tuple[Claims, int]] = {
    "one-round-two-documents": (
        [funding("20 million", round="Series A"), funding("25 million", round="Series A", **B)],
        1,
    ),
    "one-sum-two-documents": (
        [funding("20 million", round="Series A"), funding("20 million", **B)],
        1,
    ),
    "one-sum-under-two-names": (
        [funding("20 million", round="Series A"), funding("20 million", round="Series B", **B)],
        2,
    ),
    "two-sums": ([funding("20 million"), funding("90 million", **B)], 2),
    "one-sum-years-apart": (
        [funding("20 million", dated="2020-01-01"), funding("20 million", dated="2026-01-01", **B)],
        2,
    ),
    "two-debts": (
        [funding("20 million", round="debt"), funding("90 million", round="debt", **B)],
        2,
    ),
    "a-lead-beside-the-only-round": (
        [funding("20 million", round="Series A"), lead(name("Foo"), line=2)],
        1,
    ),
    "a-lead-beside-two-rounds": (
        [
            funding("20 million", round="Series A"),
            funding("90 million", line=2, round="Series B"),
            lead(name("Foo"), line=3),
        ],
        3,
    ),
    "another-company": (
        [funding("20 million"), claim("Globex", "funding_amount", "20 million")],
        2,
    ),
}


@pytest.mark.parametrize(("claims", "count"), DEALS.values(), ids=DEALS)
def test_tellings_are_joined_to_deals(claims: Claims, count: int) -> None:
    joined = deals.join(claims)
    assert len({one.deal for one in joined}) == count
    assert [replace(one, deal="") for one in joined] == list(claims)


def test_a_price_takes_its_buyer_from_its_sentence() -> None:
    told = "Globex bought Acme for $9 million."
    price = claim("Acme", "acquisition_price", "9 million", sentence=told)
    buyer = claim("Acme", "acquirer", name("Globex"), sentence=told)
    joined = deals.join([price, buyer])
    assert joined[0].qualifiers.counterparty == "Globex"
