"""Claims of one group -> clashes: what stays silent, then what is reported, and how loudly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from factlint.checks import CHECKS, agree, misattribution, scale, status, values
from factlint.checks.crowds import is_family
from factlint.model import Claim
from tests.claims_builder import claim, days, money, name, quantity

valuation = partial(claim, "Acme", "valuation")
funding = partial(claim, "Acme", "funding_amount")
spending = partial(claim, "Acme", "spending")
acquirer = partial(claim, "Acme", "acquirer")

STATE: dict[str, Any] = {"same_if_present": ("round", "basis"), "undated": "warning"}
ROUND: dict[str, Any] = {"holds": "once", "same_if_present": ("round",), "undated": "warning"}
PRICE: dict[str, Any] = {"holds": "once", "same_if_present": ("counterparty",)}
NEEDED: dict[str, Any] = {"holds": "many", "need": ("counterparty", "purpose")}


def severities(clashes: Any) -> list[str]:
    return [clash.severity for clash in clashes]


# agree: a state that is held one at a time

SILENT_STATES = {
    "alone": [valuation("9 billion")],
    "rounding": [valuation("1 billion"), valuation("1.03 billion", line=2)],
    "floor": [valuation("over 9 billion"), valuation("9.6 billion", path="b.md")],
    "next-step-above": [valuation("9 billion"), valuation("12 billion", line=2, status="in_talks")],
    "next-step-above-across": [
        valuation("9 billion"),
        valuation("12 billion", path="b.md", status="rumored"),
    ],
    "forecast-below": [valuation("9 billion"), valuation("5 billion", line=2, status="forecast")],
    "told-fall": [
        valuation("9 billion"),
        valuation("5 billion", line=2, status="in_talks", sentence="Acme eyes a down round."),
    ],
    "moved-in-one-document": [valuation("9 billion"), valuation("4 billion", line=2, moved=True)],
    "other-date-in-one-document": [
        valuation("9 billion", as_of="2026"),
        valuation("4 billion", line=2, as_of="2024"),
    ],
    "pre-and-post": [
        valuation("3 billion", basis="pre-money"),
        valuation("4 billion", line=2, basis="post-money"),
    ],
    "other-rounds": [
        valuation("3 billion", round="Series A"),
        valuation("9 billion", line=2, round="Series B"),
    ],
    "part-and-whole": [valuation("9 billion"), valuation("4 billion", line=2, part_of="whole")],
    "other-period": [
        valuation("9 billion", period="2025"),
        valuation("4 billion", line=2, period="2026"),
    ],
    "other-office": [
        valuation(name("Ann Lee"), office="former"),
        valuation(name("Bo Ray"), line=2),
    ],
    "denied": [valuation("9 billion"), valuation("4 billion", line=2, status="denied")],
    "other-currency": [
        valuation("9 billion"),
        valuation(money("4 billion", "EUR"), line=2),
    ],
}
LOUD_STATES = {
    "one-document": ("error", [valuation("9 billion"), valuation("7 billion", line=2)]),
    "talks-below-done": (
        "error",
        [valuation("14.6 billion"), valuation("7.5 billion", line=9, status="in_talks")],
    ),
    "same-days": (
        "error",
        [
            valuation("9 billion", dated="2026-03-01"),
            valuation("7 billion", path="b.md", dated="2026-03-08"),
        ],
    ),
    "basis-unsaid": (
        "warning",
        [valuation("9 billion"), valuation("7 billion", line=2, basis="post-money")],
    ),
    "undated": ("warning", [valuation("9 billion"), valuation("7 billion", path="b.md")]),
    "two-rumors": (
        "warning",
        [
            valuation("9 billion", status="rumored"),
            valuation("7 billion", line=2, status="in_talks"),
        ],
    ),
    "two-sources": (
        "warning",
        [
            valuation("9 billion", attribution="Reuters"),
            valuation("7 billion", line=2, attribution="Bloomberg"),
        ],
    ),
    "one-date-in-an-undated-document": (
        "warning",
        [valuation("9 billion", as_of="2026"), valuation("7 billion", line=2)],
    ),
    "update": (
        "info",
        [
            valuation("7 billion", dated="2025-01-01"),
            valuation("9 billion", path="b.md", dated="2026-03-01"),
        ],
    ),
    "update-by-as-of": (
        "info",
        [valuation("7 billion", as_of="2024"), valuation("9 billion", path="b.md", as_of="2026")],
    ),
    "moved-across": (
        "info",
        [valuation("9 billion"), valuation("4 billion", path="b.md", moved=True)],
    ),
    "far-above-the-floor": ("info", [valuation("over 1 billion"), valuation("9 billion", line=2)]),
    "a-series": (
        "warning",
        [valuation(f"{at} billion", line=at) for at in (2, 5, 9)],
    ),
    "both-in-the-other-sentence": (
        "info",
        [
            valuation("9 billion", sentence="Acme is worth $9 billion, from $7 billion."),
            valuation("7 billion", line=2),
        ],
    ),
    "a-piece-of-a-longer-figure": (
        "error",
        [valuation("9 billion", sentence="Acme is worth $9 billion."), valuation("9", line=2)],
    ),
    "one-sentence": (
        "info",
        [
            valuation("9 billion", sentence="Acme."),
            valuation("7 billion", column=30, sentence="Acme."),
        ],
    ),
}


@pytest.mark.parametrize("claims", SILENT_STATES.values(), ids=SILENT_STATES)
def test_states_that_may_differ(claims: Sequence[Claim]) -> None:
    assert not list(agree.check(claims, **STATE))


@pytest.mark.parametrize(("severity", "claims"), LOUD_STATES.values(), ids=LOUD_STATES)
def test_states_that_conflict(severity: str, claims: Sequence[Claim]) -> None:
    assert severities(agree.check(claims, **STATE)) == [severity]


@pytest.mark.parametrize(("severity", "claims"), LOUD_STATES.values(), ids=LOUD_STATES)
def test_the_order_of_claims_does_not_matter(severity: str, claims: Sequence[Claim]) -> None:
    assert severities(agree.check(claims[::-1], **STATE)) == [severity]


# agree: facts of events

SILENT_ROUNDS = {
    "other-rounds": [
        funding("20 million", round="Series A"),
        funding("80 million", line=2, round="Series B"),
    ],
    "long-after": [
        funding("20 million", dated="2025-01-01"),
        funding("80 million", path="b.md", dated="2026-01-01"),
    ],
    "planned-next": [funding("20 million"), funding("5 million", line=2, status="in_talks")],
}
LOUD_ROUNDS = {
    "one-round-one-document": (
        "error",
        [funding("20 million", round="Series A"), funding("25 million", line=2, round="Series A")],
    ),
    "one-round-same-days": (
        "error",
        [
            funding("20 million", round="Series A", dated="2026-03-01"),
            funding("25 million", path="b.md", round="Series A", dated="2026-03-05"),
        ],
    ),
    "unnamed-one-document": ("error", [funding("20 million"), funding("35 million", line=2)]),
    "one-round-later": (
        "info",
        [
            funding("20 million", round="Series A", dated="2025-01-01"),
            funding("25 million", path="b.md", round="Series A", dated="2026-03-05"),
        ],
    ),
    "extended": (
        "warning",
        [
            funding("20 million", round="Series A"),
            funding("25 million", line=2, round="Series A", sentence="An extension followed."),
        ],
    ),
    "unnamed-near": (
        "warning",
        [
            funding("20 million", dated="2026-03-01"),
            funding("35 million", path="b.md", dated="2026-03-09"),
        ],
    ),
    "unnamed-undated": ("warning", [funding("20 million"), funding("35 million", path="b.md")]),
    "named-once-near": (
        "warning",
        [
            funding("20 million", round="Series A", dated="2026-03-01"),
            funding("35 million", path="b.md", dated="2026-03-09"),
        ],
    ),
    "named-once-undated": (
        "info",
        [funding("20 million", round="Series A"), funding("35 million", path="b.md")],
    ),
    "another": (
        "info",
        [
            funding("20 million"),
            funding("35 million", line=2, sentence="Acme raised another $35M."),
        ],
    ),
}


LOUD_ROUNDS |= {
    "unnamed-and-unlike": ("warning", [funding("20 million"), funding("90 million", line=2)]),
    "unnamed-and-far-apart": ("info", [funding("20 million"), funding("200 million", line=2)]),
    "a-series": (
        "info",
        [funding(f"{at} million", line=at, round=None) for at in (20, 30, 40)],
    ),
}


@pytest.mark.parametrize("claims", SILENT_ROUNDS.values(), ids=SILENT_ROUNDS)
def test_rounds_that_may_differ(claims: Sequence[Claim]) -> None:
    assert not list(agree.check(claims, **ROUND))


@pytest.mark.parametrize(("severity", "claims"), LOUD_ROUNDS.values(), ids=LOUD_ROUNDS)
def test_rounds_that_conflict(severity: str, claims: Sequence[Claim]) -> None:
    assert severities(agree.check(claims, **ROUND)) == [severity]


def test_bids_of_two_buyers_may_differ() -> None:
    bids = [
        claim("Acme", "acquisition_price", "40 million", counterparty="Initech"),
        claim("Acme", "acquisition_price", "50 million", line=2, counterparty="Hooli"),
    ]
    assert not list(agree.check(bids, **PRICE))


def test_two_prices_of_one_sale_conflict() -> None:
    prices = [
        claim("Acme", "acquisition_price", "40 million"),
        claim("Acme", "acquisition_price", "50 million", line=2),
    ]
    assert severities(agree.check(prices, **PRICE)) == ["error"]


# agree: facts that a subject holds many of

SILENT_SETS = {
    "no-purpose": [spending("40 billion"), spending("70 billion", line=2)],
    "general-purpose": [
        spending("40 billion", purpose="AI data centers"),
        spending("70 billion", line=2, purpose="data centers"),
    ],
    "other-purpose": [
        spending("40 billion", purpose="chip plants"),
        spending("70 billion", line=2, purpose="schools"),
    ],
    "other-party": [
        spending("40 billion", counterparty="Globex", purpose="robots"),
        spending("70 billion", line=2, counterparty="Hooli", purpose="robots"),
    ],
}


@pytest.mark.parametrize("claims", SILENT_SETS.values(), ids=SILENT_SETS)
def test_sets_that_may_differ(claims: Sequence[Claim]) -> None:
    assert not list(agree.check(claims, **NEEDED))


def test_members_of_a_set_never_conflict() -> None:
    investors = [claim("Acme", "investor", name(one)) for one in ("Initech", "Hooli")]
    assert not list(agree.check(investors, holds="many"))


def test_one_purpose_conflicts() -> None:
    plans = [
        spending("40 billion", purpose="chip plants in Norway", status="planned"),
        spending("70 billion", line=2, purpose="new chip plants in Norway", status="planned"),
    ]
    assert severities(agree.check(plans, **NEEDED)) == ["error"]


# agree: names, dates, families

ONE_NAME = {
    "case": ("OpenAI", "Openai"),
    "parent": ("Google", "Google Cloud"),
    "prefix": ("Acme", "AcmeSoft"),
    "initials": ("AWS", "Amazon Web Services"),
}


@pytest.mark.parametrize(("a", "b"), ONE_NAME.values(), ids=ONE_NAME)
def test_names_that_may_be_one(a: str, b: str) -> None:
    assert not list(agree.check([acquirer(name(a)), acquirer(name(b), line=2)], **PRICE))


def test_what_everybody_buys_is_no_single_thing() -> None:
    buyers = [acquirer(name(one), line=at) for at, one in enumerate(("Initech", "Hooli", "Umbra"))]
    assert not list(agree.check(buyers, **PRICE))


def test_two_buyers_conflict() -> None:
    found = agree.check([acquirer(name("Initech")), acquirer(name("Hooli"), line=2)], **PRICE)
    assert severities(found) == ["error"]


SIZES = [quantity(f"{size} billion", "parameters") for size in (7, 34, 70)]


def test_three_sizes_are_a_family() -> None:
    claims = [claim("Falcon", "parameters", size, line=at) for at, size in enumerate(SIZES)]
    assert is_family(claims)
    assert not list(agree.check(claims, families=True))


def test_two_sizes_are_a_conflict() -> None:
    claims = [claim("Falcon", "parameters", size, line=at) for at, size in enumerate(SIZES[:2])]
    assert severities(agree.check(claims, families=True)) == ["error"]


# agree: one figure under two names

SILENT_NAMES = {
    "same-round": ("Series A", "Series A", "23 million"),
    "round-figure": ("Series A", "Series B", "20 million"),
}


@pytest.mark.parametrize(("a", "b", "sum_"), SILENT_NAMES.values(), ids=SILENT_NAMES)
def test_rounds_of_one_sum_that_may_differ(a: str, b: str, sum_: str) -> None:
    claims = [funding(sum_, round=a), funding(sum_, line=2, round=b)]
    assert not list(agree.check(claims, holds="once", compare="round"))


def test_one_odd_sum_in_two_rounds() -> None:
    claims = [
        funding("350 million", round="Series E"),
        funding("350 million", line=2, round="Series F"),
    ]
    assert severities(agree.check(claims, holds="once", compare="round")) == ["error"]


def test_one_valuation_before_and_after_the_money() -> None:
    claims = [
        valuation("3.5 billion", basis="pre-money"),
        valuation("3.5 billion", path="b.md", basis="post-money"),
    ]
    found = list(agree.check(claims, compare="basis", undated="warning"))
    assert severities(found) == ["warning"]


# agree: one clash per contradiction


def test_all_places_of_a_contradiction_are_one_clash() -> None:
    claims = [
        *(valuation("9 billion", path=f"{at}.md") for at in range(5)),
        *(valuation("7 billion", path=f"{at}.md", line=3) for at in range(5)),
    ]
    (found,) = agree.check(claims, **STATE)
    assert found.severity == "error"
    assert len(found.claims) == 10


def test_a_contradiction_and_an_update_are_two_clashes() -> None:
    claims = [
        valuation("9 billion", dated="2026-03-01"),
        valuation("7 billion", line=2, dated="2026-03-01"),
        valuation("2 billion", path="b.md", dated="2020-01-01"),
    ]
    assert severities(agree.check(claims, **STATE)) == ["error", "info"]


def test_a_huge_group_is_not_compared_pair_by_pair() -> None:
    claims = [valuation(f"{at} million", path=f"{at}.md") for at in range(1, 20_001)]
    assert len(list(agree.check(claims, **STATE))) == 1


# status

OPEN = {"same_if_present": ("round",)}
SILENT_STATUSES = {
    "both-done": [funding("15 million"), funding("15 million", path="b.md")],
    "both-open": [
        funding("15 million", status="in_talks"),
        funding("15 million", path="b.md", status="planned"),
    ],
    "one-document": [funding("15 million", status="in_talks"), funding("15 million", line=2)],
    "other-sum": [funding("90 million", status="in_talks"), funding("15 million", path="b.md")],
    "far-above-the-floor": [
        funding("over 2 million"),
        funding("15 million", path="b.md", status="in_talks"),
    ],
    "other-round": [
        funding("15 million", status="in_talks", round="Series B"),
        funding("15 million", path="b.md", round="Series A"),
    ],
    "rumor-denied": [
        acquirer(name("Hooli"), status="rumored"),
        acquirer(name("Hooli"), path="b.md", status="denied"),
    ],
}
LOUD_STATUSES = {
    "undated": (
        "warning",
        [funding("under 15 million", status="in_talks"), funding("15 million", path="b.md")],
    ),
    "same-day": (
        "warning",
        [
            funding("1 billion", status="in_talks", dated="2026-03-16"),
            funding("over 1 billion", path="b.md", dated="2026-03-16"),
        ],
    ),
    "still-open-later": (
        "warning",
        [
            funding("15 million", status="in_talks", dated="2026-03-16"),
            funding("15 million", path="b.md", dated="2026-03-09"),
        ],
    ),
    "closed-later": (
        "info",
        [
            funding("15 million", status="in_talks", dated="2026-03-01"),
            funding("15 million", path="b.md", dated="2026-03-16"),
        ],
    ),
    "open-long-after": (
        "info",
        [
            funding("15 million", status="in_talks", dated="2026-03-16"),
            funding("15 million", path="b.md", dated="2026-01-09"),
        ],
    ),
    "denied": (
        "warning",
        [acquirer(name("Hooli")), acquirer(name("Hooli"), path="b.md", status="denied")],
    ),
    "plan-denied": (
        "warning",
        [
            acquirer(name("Hooli"), status="planned", dated="2020-01-01"),
            acquirer(name("Hooli"), path="b.md", status="denied", dated="2026-01-01"),
        ],
    ),
}


@pytest.mark.parametrize("claims", SILENT_STATUSES.values(), ids=SILENT_STATUSES)
def test_statuses_that_may_differ(claims: Sequence[Claim]) -> None:
    assert not list(status.check(claims, **OPEN))


@pytest.mark.parametrize(("severity", "claims"), LOUD_STATUSES.values(), ids=LOUD_STATUSES)
def test_statuses_that_conflict(severity: str, claims: Sequence[Claim]) -> None:
    assert severities(status.check(claims, **OPEN)) == [severity]


# scale


def hubs(low: str, high: str, sentence: str, **options: Any) -> list[Claim]:
    values_ = [quantity(low, "MW"), quantity(high, "MW")]
    at = [sentence.index(one.text) for one in values_]
    return [
        claim(
            "Acme",
            "power_capacity",
            value,
            column=column + 1,
            phrase=3,
            sentence=sentence,
            **options,
        )
        for value, column in zip(values_, at, strict=True)
    ]


SILENT_PHRASES = {
    "alike": hubs("400", "120", "Acme plans 400 MW hubs exceeding 120 MW."),
    "moved": hubs("2000", "120", "Acme plans 2000 MW hubs exceeding 120 MW.", moved=True),
    "other-phrases": [
        replace(claim, phrase=number)
        for number, claim in enumerate(hubs("2000", "120", "Acme plans 2000 MW, then 120 MW."))
    ],
}


@pytest.mark.parametrize("claims", SILENT_PHRASES.values(), ids=SILENT_PHRASES)
def test_magnitudes_that_may_stand_together(claims: Sequence[Claim]) -> None:
    assert not list(scale.check(claims, within="phrase"))


def test_magnitudes_that_clash_in_one_phrase() -> None:
    claims = hubs("2000", "120", "Acme plans 2000 MW hubs exceeding 120 MW.")
    assert severities(scale.check(claims, within="phrase", holds="many")) == ["error"]


SILENT_SCALES = {
    "other-digits": [valuation("110 million"), valuation("120 billion", line=2)],
    "other-rounds": [
        funding("2 million", round="seed"),
        funding("2 billion", line=2, round="Series D"),
    ],
    "one-zero": [valuation("2.5 billion"), valuation("25 billion", line=2)],
    "round-figure-across": [valuation("1 million"), valuation("1 billion", path="b.md")],
    "update": [
        valuation("1.1 million", dated="2015-01-01"),
        valuation("1.1 billion", path="b.md", dated="2026-01-01"),
    ],
    "rounded-elsewhere": [valuation("300 billion"), valuation("293 million", path="b.md")],
    "rounded-too-far": [valuation("300 billion"), valuation("253 million", line=2)],
}
LOUD_SCALES = {
    "one-document": ("error", [valuation("110 million"), valuation("110", line=2)]),
    "across": ("warning", [valuation("2.4 million"), valuation("2.4 billion", path="b.md")]),
    "rounded": ("warning", [valuation("300 billion"), valuation("293 million", line=2)]),
    "one-zero-of-one-round": (
        "error",
        [funding("2.5 million", round="seed"), funding("25 million", line=2, round="seed")],
    ),
}


@pytest.mark.parametrize("claims", SILENT_SCALES.values(), ids=SILENT_SCALES)
def test_scales_that_may_differ(claims: Sequence[Claim]) -> None:
    assert not list(scale.check(claims, **{"same_if_present": ("round",)}))


@pytest.mark.parametrize(("severity", "claims"), LOUD_SCALES.values(), ids=LOUD_SCALES)
def test_scales_that_conflict(severity: str, claims: Sequence[Claim]) -> None:
    assert severities(scale.check(claims, same_if_present=("round",))) == [severity]


# misattribution

owner = partial(claim, "Acme", "valuation", "7.5 billion")
borrowed = partial(claim, "Globex", "valuation", "7.5 billion", path="b.md", line=9)
own = partial(claim, "Globex", "valuation", "14.6 billion", path="b.md", line=4)

SILENT_FIGURES = {
    "shared": [owner(), borrowed()],
    "owner-has-another": [
        owner(),
        borrowed(),
        own(),
        valuation("3 billion", path="c.md", dated="2020-01-01"),
    ],
    "round-figure": [
        valuation("7 billion"),
        claim("Globex", "valuation", "7 billion", path="b.md"),
        own(),
    ],
    "told-as-past": [owner(), borrowed(moved=True), own()],
    "maker-and-product": [
        owner(),
        borrowed(sentence="Globex, the firm behind Acme, is worth $7.5 billion."),
        own(),
    ],
    "unsure-conflict": [owner(), borrowed(), own(basis="post-money")],
    "long-ago": [owner(dated="2020-01-01"), borrowed(dated="2026-01-01"), own(dated="2026-01-01")],
    "figure-of-many": [
        *(claim(f"Firm {at}", "valuation", "7.5 billion", path=f"{at}.md") for at in range(3)),
        borrowed(),
        own(),
    ],
}


@pytest.mark.parametrize("claims", SILENT_FIGURES.values(), ids=SILENT_FIGURES)
def test_figures_that_may_be_shared(claims: Sequence[Claim]) -> None:
    assert not list(misattribution.check(claims))


def test_a_borrowed_figure() -> None:
    claims = [owner(status="in_talks"), own(), borrowed(status="in_talks")]
    (found,) = misattribution.check(claims)
    assert [one.subject for one in found.claims] == ["Globex", "Acme", "Globex"]
    assert (found.severity, found.odd) == ("error", "this")


jane = partial(claim, attribute="ceo", value=name("Jane Roe"))
SILENT_BORROWERS = {
    "two-digits": [owner(dated="2026-01-01"), borrowed(dated="2026-01-02")],
    "other-rounds": [
        owner(dated="2026-01-01", round="Series C"),
        borrowed(dated="2026-01-02", round="Series D"),
    ],
    "three-digits-long-ago": [
        valuation("7.53 billion", dated="2025-01-01"),
        claim("Globex", "valuation", "7.53 billion", path="b.md", dated="2026-01-01"),
    ],
    "heads-two": [
        jane("Acme", dated="2026-01-01"),
        jane("Globex", path="b.md", dated="2026-01-03"),
    ],
    "went-to-another": [
        jane("Acme", dated="2025-01-01"),
        jane("Globex", path="b.md", dated="2026-01-03"),
        claim("Globex", "ceo", name("Mary Major"), path="c.md", dated="2025-06-03"),
    ],
}
LOUD_BORROWERS = {
    "three-digits": (
        "undecided",
        [
            valuation("7.53 billion"),
            claim("Globex", "valuation", "7.53 billion", path="b.md"),
        ],
    ),
    "large-sums-of-one-round": (
        "undecided",
        [
            owner(dated="2026-01-01", round="Series C"),
            borrowed(dated="2026-01-02", round="Series C"),
        ],
    ),
    "chief-executive": (
        "this",
        [
            jane("Acme", dated="2026-01-01"),
            jane("Globex", path="b.md", dated="2026-01-03"),
            claim("Globex", "ceo", name("Mary Major"), path="c.md", dated="2025-06-03"),
        ],
    ),
}


@pytest.mark.parametrize("claims", SILENT_BORROWERS.values(), ids=SILENT_BORROWERS)
def test_values_that_two_may_have(claims: Sequence[Claim]) -> None:
    assert not list(misattribution.check(claims, same_if_present=("round",)))


@pytest.mark.parametrize(("odd", "claims"), LOUD_BORROWERS.values(), ids=LOUD_BORROWERS)
def test_values_that_two_hardly_have(odd: str, claims: Sequence[Claim]) -> None:
    (found,) = misattribution.check(claims, same_if_present=("round",))
    assert (found.severity, found.odd) == ("warning", odd)


# values and the table


SPELLINGS = {
    "number": (money("20 million"), money("20000000"), True),
    "hedge": (money("20 million"), money("over 20 million"), False),
    "currency": (money("20 million"), money("20 million", "EUR"), False),
    "name": (name("Together AI"), name("together ai"), True),
}


@pytest.mark.parametrize(("a", "b", "same"), SPELLINGS.values(), ids=SPELLINGS)
def test_signatures(a: Any, b: Any, same: bool) -> None:
    assert (values.signature(a) == values.signature(b)) == same


def test_dates_conflict_when_they_share_no_day() -> None:
    def founded(text: str, line: int) -> Claim:
        found = days(text)
        assert found is not None
        return claim("Acme", "founded_on", values.Value("date", text, days=found), line=line)

    assert not list(agree.check([founded("2026", 1), founded("2026-03-01", 2)], holds="once"))
    assert list(agree.check([founded("2025", 1), founded("2026-03-01", 2)], holds="once"))


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_check_is_silent_about_nothing(check: Any) -> None:
    assert not list(check([]))
