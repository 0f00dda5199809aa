"""Figures without words of their own -> claims in the words of their neighbours."""

from __future__ import annotations

import pytest

from factlint.claims import drafting
from tests import pages

SPENDING = pages.definition(
    "spending", "money", "(spent|spends) ..2 {V}", "(put|puts) {V} (in|into|on) {S}"
)
REVENUE = pages.definition(
    "revenue", "money", "revenue ..1 (was|of) {V}", "{V} in revenue", least=1000
)
FUNDING = pages.definition("funding", "money", "raised ..1 {V}", event="funding", least=1000)
USERS = pages.definition("users", "count", "has ..1 {V}")
FINE = pages.definition("fine", "money", least=1000, nouns=("fine", "privacy fine"))
PRICE = pages.definition("price", "money", event="acquisition", nouns=("takeover",))
WORDINGS = pages.wordings(SPENDING, REVENUE, FUNDING, USERS, FINE, PRICE)

LENT = {
    "one verb for all": (
        "*Acme* spent $9 billion, *Globex* $5 billion and *Initech* $3 billion.",
        {"Acme spending $9 billion", "Globex spending $5 billion", "Initech spending $3 billion"}),
    "semicolon": ("*Acme* spends $9 billion; *Globex*, $5 billion.",
                  {"Acme spending $9 billion", "Globex spending $5 billion"}),
    "possessors": ("*Acme*'s revenue was $9 billion, *Globex*'s $5 billion.",
                   {"Acme revenue $9 billion", "Globex revenue $5 billion"}),
    "counts": ("*Acme* has 400 people, *Globex* 200 people.",
               {"Acme users 400 people", "Globex users 200 people"}),
    "rival behind than": ("*Acme*'s revenue was $9 billion, more than *Globex*'s $3 billion.",
                          {"Acme revenue $9 billion", "Globex revenue $3 billion"}),
    "mirrored": ("The state put $9 million in *Acme* and $5 million in *Globex*.",
                 {"Acme spending $9 million", "Globex spending $5 million"}),
    "another time": ("*Acme*'s revenue was $9 billion, against $7 billion a year earlier.",
                     {"Acme revenue $9 billion", "Acme revenue $7 billion"}),
    "compared with": ("*Acme*'s revenue was $9 billion, compared with $7 billion in 2020.",
                      {"Acme revenue $9 billion", "Acme revenue $7 billion"}),
    "a multiple": ("*Acme*'s revenue was $9 billion, three times the $3 billion a year earlier.",
                   {"Acme revenue $9 billion", "Acme revenue $3 billion"}),
    "an expectation": ("*Acme*'s revenue was $9 billion, above the $7 billion analysts expected.",
                       {"Acme revenue $9 billion", "Acme revenue $7 billion"}),
    "a forecast": ("*Acme*'s revenue was $9 billion, up from an earlier forecast of $8 billion.",
                   {"Acme revenue $9 billion", "Acme revenue $8 billion"}),
    "compared with another's": ("*Acme*'s revenue was $9 billion versus $3 billion at *Globex*.",
                                {"Acme revenue $9 billion", "Globex revenue $3 billion"}),
    "behind a share of the change": (
        "*Acme*'s revenue was $9 million in 2025, up 41% from $6 million the year before.",
        {"Acme revenue $9 million", "Acme revenue $6 million"}),
    "each at its time": ("*Acme*'s revenue was $9 million in 2025 and $12 million in 2026.",
                         {"Acme revenue $9 million", "Acme revenue $12 million"}),
    "said again of another time": ("*Acme*'s revenue was $9 million; in 2024 it was $6 million.",
                                   {"Acme revenue $9 million", "Acme revenue $6 million"}),
    "ranked behind": ("*Acme*'s revenue was $9 million, behind *Globex* with $12 million.",
                      {"Acme revenue $9 million", "Globex revenue $12 million"}),
    "an article": ("*Acme* spent $9 billion and the *Globex* $5 billion.",
                   {"Acme spending $9 billion", "Globex spending $5 billion"}),
    "of": ("*Acme* has revenue of $9 million, *Globex* of $5 million.",
           {"Acme revenue $9 million", "Globex revenue $5 million"}),
    "an estimate": ("*Acme*'s revenue was $9 billion, vs. $7 billion est.",
                    {"Acme revenue $9 billion", "Acme revenue $7 billion"}),
    "announced before": ("*Acme* raised $9 million in its *Series B*, up from a previously"
                         " announced $5 million.",
                         {"Acme funding $9 million", "Acme funding $5 million"}),
    "what is expected, too": ("*Acme* spent $9 million in 2025 and guides to $12 million.",
                              {"Acme spending $9 million", "Acme spending $12 million"}),
    "a part": ("*Acme* raised $9 million, of which $5 million has been paid.",
               {"Acme funding $9 million", "Acme funding $5 million"}),
    "the other end": ("*Acme* went from $2 billion in 2020 to nearly $9 billion in revenue.",
                      {"Acme revenue $2 billion", "Acme revenue nearly $9 billion"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LENT.values(), ids=LENT)
def test_lent(text: str, expected: set[str]) -> None:
    assert pages.told(WORDINGS, text) == expected


OWN = {
    "another kind": "*Acme* spent $9 billion and *Globex* 40%.",
    "a bare number": "*Acme* spent $9 billion and *Globex* 4,000.",
    "another unit": "*Acme* spent $9 billion and *Globex* €5 billion.",
    "a rate": "*Acme* spent $9 billion and *Globex* $5 per seat.",
    "a person": "*Acme* spent $9 billion and *Kim Lee/person* $5 billion.",
    "a verb of its own": "*Acme* spent $9 billion and sued *Globex* for $5 billion.",
    "an object": "*Acme* spent $9 billion to buy *Globex* $5 billion of boats.",
    "another preposition": "The state put $9 million in *Acme* and $5 million for *Globex*.",
    "no name": "The state put $9 million in *Acme* and $5 million in boats.",
    "a sum of something": "*Acme* spent $9 billion, after $5 billion of costs.",
    "what is owed": "*Acme* spent $9 billion, above the $7 billion it owed.",
    "what another verb governs": "*Acme* spent $9 billion and owes $5 billion.",
    "another clause": "*Acme* spent $9 billion, which is more than the $3 billion it owes.",
    "a turn": "*Acme* spent $9 billion but owes more than $3 billion.",
    "another figure between": "*Acme* spent $9 billion on 40 boats, against $7 billion.",
    "another sentence": "*Acme* spent $9 billion. It owes more than $3 billion.",
    "what it will be": "*Acme* may go from $2 billion to $9 billion in revenue.",
    "no change": "*Acme* went from $2 billion in loans and $9 billion in revenue.",
    "past the bracket of the first": (
        "*Acme*'s boats ($9 billion in revenue) suggest sums from $7 billion by 2030."
    ),
    "what it may become": "*Acme* spent $9 billion, extendable to $11 billion.",
    "a price beside it": "*Acme* spent $9 billion, up from $40 on each of its boats.",
    "people and money": "*Acme* went from 200 people to $9 billion in revenue.",
}


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_not_lent(text: str) -> None:
    found = pages.told(WORDINGS, text)
    assert len(found) == 1
    assert next(iter(found)).startswith("Acme ")
    assert next(iter(found)).endswith(("$9 billion", "$9 million"))


def test_a_comparison_is_less_sure() -> None:
    text = "*Acme*'s revenue was $9 billion, compared with $7 billion in 2020."
    worded, lent = pages.found(WORDINGS, text)
    assert (worded.value.text, lent.value.text) == ("$9 billion", "$7 billion")
    assert lent.confidence < worded.confidence


ROUNDS = ("- *Acme*, robots: raised $9 million", "- *Globex*, lamps: raised $5 million")
BUDGETS = tuple(item.replace("raised", "spent") for item in ROUNDS)
SAME = {
    "after siblings": ((*ROUNDS, "- *Initech*, boats: $3 million"), "Initech funding $3 million"),
    "before them": (("- *Initech*, boats: $3 million", *ROUNDS), "Initech funding $3 million"),
    "the first figure only": ((*ROUNDS, "- *Initech*, boats: $3 million ($2 million in debt)"),
                              "Initech funding $3 million"),
    "what the whole text tells of": ((*BUDGETS, "*Bar* spent $7 million.",
                                      "- *Initech*, boats: $3 million"),
                                     "Initech spending $3 million"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), SAME.values(), ids=SAME)
def test_an_item_says_what_its_siblings_do(lines: tuple[str, ...], expected: str) -> None:
    found = pages.told(WORDINGS, *lines)
    assert {one for one in found if one.startswith("Initech")} == {expected}


LED = (
    "- *Acme*, $9 million, robots. *Foo* led.",
    "- *Globex*, $5 million, lamps. *Bar* led.",
)
LEAD = pages.definition("lead", "name", "{V} led", event="funding")


def test_items_that_say_who_led_are_about_rounds() -> None:
    rounds = pages.definition(
        "funding", "money", "raised ..1 {V}", event="funding", least=1000, nouns=("{round}",)
    )
    found = pages.told(pages.wordings(rounds, LEAD), *LED, "- *Initech*, $3 million, boats.")
    assert {one for one in found if " funding " in one} == {
        "Acme funding $9 million",
        "Globex funding $5 million",
        "Initech funding $3 million",
    }


ALONE = {
    "one sibling": (ROUNDS[0], "- *Initech*, boats: $3 million"),
    "siblings that differ": (ROUNDS[0], BUDGETS[1], "- *Initech*, boats: $3 million"),
    "siblings that mostly differ": (
        *ROUNDS,
        *BUDGETS,
        "- *Qux*, cars: $9 million in revenue",
        "- *Initech*, boats: $3 million",
    ),
    "one sibling with two figures": (
        "- *Acme*, robots: raised $9 million and raised $5 million",
        "- *Initech*, boats: $3 million",
    ),
    "no deals": (*BUDGETS, "- *Initech*, boats: $3 million"),
    "a heading that states something": (
        "# Privacy fines are open",
        "- *Acme*, robots: $9 million",
    ),
    "a verb of its own": (*ROUNDS, "- *Initech*, which lost $3 million"),
    "figure before the name": (*ROUNDS, "- $3 million for *Initech*"),
    "a rate": (*ROUNDS, "- *Initech*, boats: $3 million a month"),
    "too little": (*ROUNDS, "- *Initech*, boats: $300"),
    "a share": (*ROUNDS, "- *Initech*, boats: 40%"),
    "a person": (*ROUNDS, "- *Initech/person*, boats: $3 million"),
    "no item": (*ROUNDS, "*Initech*, boats: $3 million"),
    "another list": (*ROUNDS, "# Others", "- *Initech*, boats: $3 million"),
    "name far behind": (*ROUNDS, "- Boats made of glass by *Initech*: $3 million"),
}


@pytest.mark.parametrize("lines", ALONE.values(), ids=ALONE)
def test_an_item_that_says_something_else(lines: tuple[str, ...]) -> None:
    assert not any(one.startswith("Initech") for one in pages.told(WORDINGS, *lines))


INTROS = {
    "a sentence": "The largest fines so far:",
    "a longer noun": "Privacy fines, by size:",
    "a heading": "# Fines of the year",
}


@pytest.mark.parametrize("intro", INTROS.values(), ids=INTROS)
def test_what_a_list_is_under_says_what_its_items_are(intro: str) -> None:
    items = ("- *Acme*, robots: $9 million", "- *Globex*, lamps: $5 million")
    found = pages.told(WORDINGS, intro, *items)
    assert found == {"Acme fine $9 million", "Globex fine $5 million"}


UNDER = {
    "nothing": ("Nothing new:", "- *Acme*, robots: $9 million"),
    "two nouns": ("Fines and takeovers:", "- *Acme*, robots: $9 million"),
    "a purchase": ("Takeovers so far:", "- *Acme*, robots: $9 million"),
    "too little": ("The largest fines so far:", "- *Acme*, robots: $90"),
    "no name": ("The largest fines so far:", "- Robots: $9 million"),
    "a person": ("The largest fines so far:", "- *Kim Lee/person*, robots: $9 million"),
    "no item": ("The largest fines so far:", "*Acme*, robots: $9 million"),
    "a verb of its own": ("The largest fines so far:", "- *Acme*, which lost $9 million"),
}


@pytest.mark.parametrize("lines", UNDER.values(), ids=UNDER)
def test_a_list_under_something_else(lines: tuple[str, ...]) -> None:
    assert pages.told(WORDINGS, *lines) == set()


def test_an_item_with_a_wording_is_not_what_its_list_is_under() -> None:
    lines = ("The largest fines so far:", "- *Acme*, robots: $9 million in revenue")
    assert pages.told(WORDINGS, *lines) == {"Acme revenue $9 million"}


STORY = ("*Acme* spent $9 billion.", "*Globex* spent $5 billion.", "*Initech* spent $3 billion.")


def of_bar(*lines: str) -> set[str]:
    return {one for one in pages.told(WORDINGS, *lines) if one.startswith("Bar ")}


@pytest.mark.parametrize("verb", ["might reach", "will follow with", "hit", "adds"])
def test_a_text_with_one_theme_lends_it(verb: str) -> None:
    assert of_bar(*STORY, f"*Bar* {verb} $7 billion.") == {"Bar spending $7 billion"}


def test_what_is_lent_says_so() -> None:
    found = pages.found(WORDINGS, *STORY, "*Bar* might reach $7 billion.")
    assert drafting.LENT in found[-1].reasons
    assert found[-1].confidence < min(claim.confidence for claim in found[:-1])


CHANGED = {
    "a verb that tells": (*STORY, "*Bar* sued for $7 billion."),
    "too few": (*STORY[:2], "*Bar* might reach $7 billion."),
    "too little": (*STORY, "*Bar* might reach $700."),
    "another kind": (*STORY, "*Bar* might reach 7 billion people."),
    "a rate": (*STORY, "*Bar* might reach $7 billion a month."),
    "two names": (*STORY, "*Bar* and *Baz* might reach $7 billion."),
    "a person": (*STORY, "*Bar/person* might reach $7 billion."),
    "two themes": (*STORY, *(line.replace("spent", "raised") for line in STORY),
                   "*Bar* might reach $7 billion."),
    "a deal": (*(line.replace("spent", "raised") for line in STORY),
               "*Bar* might reach $7 billion."),
    "a long text": (*STORY, *["Rain fell."] * 30, "*Bar* might reach $7 billion."),
}  # fmt: skip


@pytest.mark.parametrize("lines", CHANGED.values(), ids=CHANGED)
def test_a_figure_off_the_theme(lines: tuple[str, ...]) -> None:
    assert of_bar(*lines) == set()


def test_a_sentence_may_change_the_theme() -> None:
    text = "With $6 billion in revenue, *Bar* could hit $7 billion."
    assert of_bar(*STORY, text) == {"Bar revenue $6 billion"}


def test_who_tells_the_news_is_not_told_of() -> None:
    found = pages.told(WORDINGS, *STORY, "*Reuters* put it at $7 billion.")
    assert not any(one.startswith("Reuters") for one in found)


TOLD = "*Acme*'s revenue was $9 billion."
BEFORE = {
    "expected": ((f"{TOLD} Analysts had expected $8 billion.",), {"Acme revenue $8 billion"}),
    "consensus": ((f"{TOLD} The consensus forecast was $8 billion.",), {"Acme revenue $8 billion"}),
    "nobody expects": ((f"{TOLD} Some $8 billion had been expected.",), set()),
    "nothing expected": ((f"{TOLD} Analysts hold $8 billion.",), set()),
    "another unit": ((f"{TOLD} Analysts had expected 8 people.",), set()),
    "a rate": ((f"{TOLD} Analysts had expected $8 billion a month.",), set()),
    "another passage": ((TOLD, "Analysts had expected $8 billion."), set()),
    "not right before": ((f"{TOLD} Rain fell. Analysts had expected $8 billion.",), set()),
}


@pytest.mark.parametrize(("lines", "expected"), BEFORE.values(), ids=BEFORE)
def test_what_was_expected_is_what_was_told_before(
    lines: tuple[str, ...], expected: set[str]
) -> None:
    assert pages.told(WORDINGS, *lines) - {"Acme revenue $9 billion"} == expected
