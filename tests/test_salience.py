"""Signs around an unnamed subject -> the name it stands for, and how clear that is."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.claims import salience
from factlint.claims.actor import Actor
from factlint.claims.discourse import ALONE, Antecedent, Discourse
from factlint.claims.salience import PRODUCT, PRONOUN, TOPIC, Candidate, Sign
from factlint.model import EntityKind
from tests import pages

SIGNS: tuple[Sign, ...] = get_args(Sign)
TABLES = {"topic": TOPIC, "pronoun": PRONOUN, "product": PRODUCT}
STRENGTHS = st.dictionaries(st.sampled_from(SIGNS), st.floats(0, 1))


def candidate(signs: Mapping[Sign, float]) -> Candidate:
    made = Candidate("Acme", "Acme", "org")
    for sign, strength in signs.items():
        made.show(sign, strength)
    return made


@pytest.mark.parametrize("weights", TABLES.values(), ids=TABLES)
def test_every_sign_has_a_weight(weights: Mapping[Sign, float]) -> None:
    assert set(weights) == set(SIGNS)


@pytest.mark.parametrize("weights", TABLES.values(), ids=TABLES)
@given(signs=STRENGTHS, sign=st.sampled_from(SIGNS), strength=st.floats(0, 1))
def test_a_sign_moves_the_score_its_own_way(
    weights: Mapping[Sign, float], signs: dict[Sign, float], sign: Sign, strength: float
) -> None:
    made = candidate(signs)
    before = made.score(weights)
    made.show(sign, strength)
    moved = made.score(weights) - before
    assert moved * weights[sign] >= -1e-9
    assert abs(moved) <= abs(weights[sign]) + 1e-9


@given(STRENGTHS, st.sampled_from(SIGNS), st.floats(0, 1), st.floats(0, 1))
def test_a_sign_counts_once_at_its_strongest(
    signs: dict[Sign, float], sign: Sign, one: float, other: float
) -> None:
    twice, once = candidate(signs), candidate(signs)
    for strength in (one, other):
        twice.show(sign, strength)
    once.show(sign, max(one, other))
    assert twice.signs == once.signs


@given(STRENGTHS)
def test_a_score_is_the_sum_of_what_its_signs_weigh(signs: dict[Sign, float]) -> None:
    alone = [candidate({sign: 1.0}).score(TOPIC) * strength for sign, strength in signs.items()]
    assert candidate(signs).score(TOPIC) == pytest.approx(sum(alone))


def resolved(
    read: Discourse,
    *,
    at: int = -1,
    kinds: tuple[EntityKind, ...] = ("org",),
    excluded: frozenset[str] = frozenset(),
    event: str | None = None,
    pronoun: bool = False,
) -> Antecedent | None:
    """What the start of a sentence, the last one by default, goes on about."""
    number = at % len(read)
    return read.resolve(number, 0, kinds, excluded, event, pronoun=pronoun)


def meant(*lines: str, title: str | None = None, **asked: object) -> str | None:
    """The name that the last sentence of a document goes on about."""
    found = resolved(pages.discourse(*lines, title=title), **asked)  # type: ignore[arg-type]
    return found.name if found else None


IT = "It raised $9 million."
MEANT = {
    "subject before": (("*Acme* makes robots.", IT), "Acme"),
    "subject, not object": (("*Acme* met *Globex* in *Oslo/place*.", IT), "Acme"),
    "subject, not owner": (("*Acme* sells boats for *Globex*.", IT), "Acme"),
    "the heading": (("# *Acme* grows", "*Globex* makes robots.", "The company grew."), "Acme"),
    "an earlier one that opens the passage": (
        ("*Acme* makes robots. *Globex* makes boats. Its rival grew.",), "Acme"),
    "a label": (("*Acme*. *Globex* sells boats. The company grew.",), "Acme"),
    "who gets, not who gives": (
        ("*Foo Ventures/investor* backed the startup *Acme*.", IT), "Acme"),
    "a name of known kind": (("*Acme/unknown* makes boats and *Globex* makes robots.", IT),
                             "Globex"),
    "who is told of, not who tells": (("*Reuters* and *Zedex* met.", IT), "Zedex"),
    "the seat": (("*Acme@Oslo* met *Globex@Rome*.", "The *Rome/place* company grew."), "Globex"),
    "the other seat": (("*Acme@Oslo* met *Globex@Rome*.", "The *Oslo/place* company grew."),
                       "Acme"),
    "often named": (("*Acme* makes robots. *Globex* makes boats.", "*Globex* grew in May.",
                     "*Globex* and *Acme* met.", "*Globex* hired ten people.", IT), "Globex"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), MEANT.values(), ids=MEANT)
def test_meant(lines: tuple[str, ...], expected: str) -> None:
    assert meant(*lines, event="funding") == expected


NOBODY = {
    "nothing is named": ("Robots are sold.", IT),
    "another kind": ("*Kim Lee/person* makes robots.", IT),
    "an item begins anew": ("- *Acme* makes robots.", "- It raised $9 million."),
}


@pytest.mark.parametrize("lines", NOBODY.values(), ids=NOBODY)
def test_nobody_is_meant(lines: tuple[str, ...]) -> None:
    assert meant(*lines) is None


def test_what_is_excluded_is_not_meant() -> None:
    lines = ("*Acme* met *Globex*.", IT)
    assert meant(*lines, excluded=frozenset(("Acme",))) == "Globex"
    assert meant(*lines, excluded=frozenset(("Acme", "Globex"))) is None


def test_a_product_is_the_last_one_named() -> None:
    lines = ("*Lamp 1/product* shines.", "*Lamp 2/product* shines too.", "The model has 9B.")
    assert meant(*lines, kinds=("product",)) == "Lamp 2"


def test_a_pronoun_goes_back_less_far_than_a_topic() -> None:
    read = pages.discourse("*Acme* makes robots. *Globex* makes boats. It raised $9 million.")
    topic, pronoun = resolved(read), resolved(read, pronoun=True)
    assert topic is not None
    assert pronoun is not None
    assert topic.name == pronoun.name == "Acme"
    assert pronoun.lead < topic.lead


def ahead(found: Antecedent | None, name: str) -> float:
    """How far a name lies ahead of all others, where it is one of the two likeliest."""
    assert found is not None
    return found.lead if found.name == name else -found.lead


def test_the_title_tells_what_a_short_text_is_about() -> None:
    lines = ("# *Globex* grows", "# Today", "*Acme* met *Globex*.", IT)
    plain, titled = (
        ahead(resolved(pages.discourse(*lines, title=title)), "Globex")
        for title in (None, "Globex grows")
    )
    assert titled > max(plain, 1)


def test_a_label_tells_what_its_passage_is_about() -> None:
    rest = "*Globex* makes boats. The company grew."
    label, sentence = (
        ahead(resolved(pages.discourse(f"{opening} {rest}")), "Acme")
        for opening in ("*Acme*.", "*Acme* makes robots.")
    )
    assert label > sentence


def test_a_pronoun_right_behind_a_name_is_its() -> None:
    near, far = (
        pages.discourse(f"*Acme* went through a cold month and met *Globex* {between}and its boss.")
        for between in ("", "in a very cold month ")
    )
    right_behind = ahead(near.resolve(0, 10, ("org",), frozenset(), None, pronoun=True), "Globex")
    further = ahead(far.resolve(0, 15, ("org",), frozenset(), None, pronoun=True), "Globex")
    assert right_behind > further


def test_a_name_without_rivals_is_far_ahead() -> None:
    found = resolved(pages.discourse("*Acme* makes robots.", IT))
    assert found is not None
    assert (found.lead, found.rivals, found.near) == (ALONE, (), True)


def test_rivals_are_named_and_close_in() -> None:
    alone = resolved(pages.discourse("*Acme* makes robots.", "*Globex* met *Acme*.", IT))
    crowd = resolved(
        pages.discourse("*Acme* makes robots.", "*Globex* and *Acme* met *Bar* and *Baz*.", IT)
    )
    assert alone is not None
    assert crowd is not None
    assert alone.rivals == ("Globex",)
    assert set(crowd.rivals) == {"Globex", "Bar", "Baz"}


@given(st.lists(st.sampled_from(["Acme", "Globex", "Bar", "Baz"]), min_size=1, max_size=6))
def test_the_lead_is_never_negative(names: list[str]) -> None:
    found = resolved(pages.discourse(*(f"*{name}* makes robots." for name in names), IT))
    assert found is not None
    assert found.lead >= 0
    assert found.name in names
    assert set(found.rivals) <= set(names) - {found.name}
    assert (found.lead == ALONE) == (len(set(names)) == 1)


def test_a_name_far_back_in_a_long_text_is_not_near() -> None:
    near = ("*Acme* makes robots.", IT)
    far = ("*Acme* makes robots.", "Rain fell.", "Rain fell.", *["Rain fell."] * 30)
    short, long = resolved(pages.discourse(*near)), resolved(pages.discourse(*far), at=3)
    assert short is not None
    assert long is not None
    assert (short.near, long.near) == (True, False)


def test_a_name_that_is_no_subject_is_near_in_a_short_text_only() -> None:
    lines = ("Rain fell.", "They met *Acme* in May.", IT)
    short = resolved(pages.discourse(*lines))
    long = resolved(pages.discourse(*lines, *["Rain fell."] * 30), at=2)
    assert short is not None
    assert long is not None
    assert (short.near, long.near) == (True, False)


def test_another_section_of_a_long_text_is_another_story() -> None:
    lines = ("*Acme* makes robots.", "# Others", *["Rain fell."] * 30)
    assert resolved(pages.discourse(*lines), at=2) is None


def test_who_gives_money_by_trade_says_so() -> None:
    found = resolved(pages.discourse("*Foo Ventures/investor* makes offers.", IT))
    assert found is not None
    assert found.backs


def test_who_gave_money_before_is_not_who_gets_it() -> None:
    lines = ("*Foo* and *Acme* met.", IT)
    plain, told = pages.discourse(*lines), pages.discourse(*lines)
    told.learn(Actor("Acme", "Acme", "org", 1.0), "funding", backs=True)
    found = [resolved(one, event="funding") for one in (plain, told)]
    assert [one.name for one in found if one] == ["Acme", "Foo"]


def test_whom_such_deals_are_about_is_meant_again() -> None:
    lines = ("*Acme* and *Foo* met.", IT)
    plain, told = pages.discourse(*lines), pages.discourse(*lines)
    for _ in range(2):
        told.learn(Actor("Foo", "Foo", "org", 1.0), "funding", backs=False)
    found = [resolved(one, event="funding") for one in (plain, told)]
    assert [one.name for one in found if one] == ["Acme", "Foo"]


def test_a_deal_of_the_same_kind_counts_more() -> None:
    read = pages.discourse("*Acme* and *Foo* met.", IT)
    read.learn(Actor("Foo", "Foo", "org", 1.0), "acquisition", backs=False)
    same, other = (ahead(resolved(read, event=event), "Foo") for event in ("acquisition", None))
    assert same > other


def test_what_is_told_fades_with_distance() -> None:
    read = pages.discourse(*["Rain fell."] * 9)
    read.tell(4, "revenue", None)
    told = [read.told(at, "revenue") for at in range(9)]
    assert told == told[::-1]
    assert all(further < nearer for further, nearer in pairwise(told[:5]))
    assert told[4] == 1.0
    assert read.told(4, "price") == 0
    read.tell(4, "revenue", None)
    assert read.told(4, "revenue") == 2.0


def test_a_deal_is_told_of_in_a_short_text_or_near() -> None:
    short, long = pages.discourse("Rain fell."), pages.discourse(*["Rain fell."] * 40)
    assert not short.tells(0, "funding")
    for read in (short, long):
        read.tell(0, "funding_amount", "funding")
    assert [short.tells(0, event) for event in ("funding", "acquisition")] == [True, False]
    assert [long.tells(at, "funding") for at in (0, 3, 30)] == [True, True, False]


def test_partners_are_who_was_met() -> None:
    read = pages.discourse("Rain fell.")
    read.meet("buyer", Actor("Acme", "Acme", "org", 1.0))
    read.meet("buyer", Actor("Acme", "Acme", "org", 1.0))
    assert [actor.name for actor in read.partners("buyer")] == ["Acme"]
    assert read.partners("target") == ()


CLAIMED = pages.wordings(
    pages.definition("funding", "money", "raised ..1 {V}", event="funding"),
    pages.definition("investor", "name", "backed by {V}", event="funding"),
)
UNNAMED = {
    "heading": ("# *Acme* grows", "The company raised $9 million."),
    "sentence before": ("*Acme* makes robots.", "It raised $9 million."),
    "seat": ("*Acme@Oslo* met *Globex@Rome*.", "The *Oslo/place* company raised $9 million."),
    "investor": ("*Foo Ventures/investor* met *Acme*.", "The startup raised $9 million."),
}  # fmt: skip


@pytest.mark.parametrize("lines", UNNAMED.values(), ids=UNNAMED)
def test_claims_of_an_unnamed_subject(lines: tuple[str, ...]) -> None:
    assert pages.told(CLAIMED, *lines) == {"Acme funding $9 million"}


@pytest.mark.parametrize("rivals", [1, 3])
def test_a_rival_makes_a_claim_less_sure(rivals: int) -> None:
    others = " and ".join(f"*Bar {at}*" for at in range(rivals))
    (alone,) = pages.found(CLAIMED, "*Acme* makes robots.", IT)
    (among,) = pages.found(CLAIMED, f"*Acme* met {others}.", IT)
    assert among.confidence < alone.confidence
    assert any("rival" in reason for reason in among.reasons)
    assert not any("rival" in reason for reason in alone.reasons)


def test_signs_are_known() -> None:
    with pytest.raises(KeyError):
        candidate({"a guess": 1.0}).score(salience.TOPIC)  # type: ignore[dict-item]


TICKERS = ("(Euronext Oslo: *FOO*)", "(*Globex*: *FOO*)", "(*Globex*: FOO)")


@pytest.mark.parametrize("ticker", TICKERS)
def test_where_shares_are_listed_is_nobody(ticker: str) -> None:
    found = resolved(pages.discourse(f"*Acme* {ticker} makes robots.", IT))
    assert found is not None
    assert (found.name, found.lead) == ("Acme", ALONE)


def test_another_bracket_names_somebody() -> None:
    found = resolved(pages.discourse("*Acme* (parent: *Globex Holding*) makes robots.", IT))
    assert found is not None
    assert found.rivals == ("Globex Holding",)


def test_who_rules_on_a_deal_is_not_who_it_is_about() -> None:
    lines = ("The *Harbour {}* met *Acme*.", "The company raised $9 million.")
    found = [
        resolved(pages.discourse(lines[0].format(word), lines[1]))
        for word in ("Motors", "Commission")
    ]
    assert [one.name for one in found if one] == ["Harbour Motors", "Acme"]


def test_who_buys_a_company_is_not_one_that_gives_money_by_trade() -> None:
    read = pages.discourse("*Foo* and *Acme* met.", IT)
    read.learn(Actor("Acme", "Acme", "org", 1.0), "acquisition", backs=True)
    bought, else_told = resolved(read, event="acquisition"), resolved(read)
    assert bought is not None
    assert else_told is not None
    assert (bought.name, else_told.name) == ("Foo", "Acme")


def test_a_long_text_asks_of_its_own_section_from_the_start() -> None:
    filler = "It rained. " * 40
    lines = ("# Boats", "*Acme* and *Globex* met. *Globex* left. *Globex* slept.", IT,
             "# Lamps", "*Acme* shone. " + filler)  # fmt: skip
    read = pages.discourse(*lines)
    first, again = (resolved(read, at=4) for _ in range(2))
    assert first is not None
    assert first == again
