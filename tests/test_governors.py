"""Nouns and verbs of definitions -> the figures that hang on them, and those that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.claims import governors
from tests import marked, pages

REVENUE = pages.definition(
    "revenue",
    "money",
    holds="once",
    least=1000,
    nouns=("revenue", "recurring revenue"),
    verbs=("bill", "pull in"),
)
# Packs give nouns in lower case, "{ROUND}" too.
FUNDING = pages.definition(
    "funding", "money", holds="once", event="funding", nouns=("{round}", "financing")
)
LAYOFFS = pages.definition(
    "layoffs", "count", holds="once", nouns=("layoff",), verbs=("shed", "sack")
)
KNOWN = (REVENUE, FUNDING, LAYOFFS)
INDEX = governors.Index(KNOWN)
WORDINGS = pages.wordings(*KNOWN)


def governed(text: str, skipped: frozenset[int] = frozenset()) -> set[str]:
    """The governed figures of a marked sentence as "attribute figure"."""
    line = marked.sentence(text)
    return {
        f"{reading.entry.definition.name} {line.tokens[at].text}"
        for at, readings in governors.find(INDEX, line, skipped)
        for reading in readings
    }


NINE = {"revenue $9 million"}
GOVERNED = {
    "linking verb": ("*Acme*'s revenue came in at $9 million.", NINE),
    "adverbs": ("Revenue has now risen sharply to $9 million.", NINE),
    "a period": ("Revenue for the past fiscal year was $9 million.", NINE),
    "a name and a share": ("Revenue at *Acme* grew 40% to $9 million.", NINE),
    "a date": ("Revenue in March 2026 was $9 million.", NINE),
    "behind its figure": ("*Acme* has $9 million in revenue.", NINE),
    "adjectives": ("*Acme* has $9 million in new annual revenue.", NINE),
    "a tail": ("*Acme* hit the $9 million revenue milestone.", NINE),
    "label": ("Revenue: $9 million", NINE),
    "bracket": ("Revenue ($9 million) grew.", NINE),
    "comma before a preposition": ("Revenue set a record, at $9 million.", NINE),
    "the base of a verb": ("*Acme* will bill $9 million.", NINE),
    "a past form": ("*Acme* billed $9 million.", NINE),
    "a particle": ("*Acme* pulled in about $9 million.",
                   {"revenue about $9 million"}),
    "a gerund": ("*Acme* is now billing $9 million.", NINE),
    "a second verb": ("Revenue grew and has since reached $9 million.", NINE),
    "passive": ("At first $9 million was billed.", NINE),
    "relative": ("The $9 million that *Acme* billed went fast.", NINE),
    "plural": ("Layoffs of 400 people began.", {"layoffs 400 people"}),
    "round": ("*Acme*'s Series B of $9 million is done.", {"funding $9 million"}),
    "round behind its figure": ("*Acme* did a $9 million Series B.", {"funding $9 million"}),
    "one noun each": ("Revenue was $9 million and financing was $5 million.",
                      {"revenue $9 million", "funding $5 million"}),
    "the nearer noun": ("Revenue of $9 million drew $5 million in financing.",
                        {"revenue $9 million", "funding $5 million"}),
    "the nearer side": ("Revenue of $9 million in new annual big financing.", NINE),
    "the nearer other side": ("Revenue has now risen to $9 million in financing.",
                              {"funding $9 million"}),
    "a verb of no list": ("*Acme* sacked 400 people.", {"layoffs 400 people"}),
    "a verb of the right kind": ("*Acme* shed 400 jobs.", {"layoffs 400 jobs"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GOVERNED.values(), ids=GOVERNED)
def test_governed(text: str, expected: set[str]) -> None:
    assert governed(text) == expected


FREE = {
    "no noun": "*Acme* owes $9 million.",
    "another verb": "Revenue helped *Acme* buy a $9 million yacht.",
    "relative clause": "Revenue grew, which paid for $9 million of debt.",
    "semicolon": "Revenue grew; $9 million is left.",
    "what comes with it": "Financing came with $9 million.",
    "a later event": "Revenue grew after it took $9 million.",
    "modifier before a link": "The revenue desk stands at $9 million.",
    "modifier": "*Acme*'s revenue team cost $9 million.",
    "a share": "Revenue grew 40%.",
    "a count": "Revenue came from 400 customers.",
    "another figure": "Revenue of 400 people was $9 million.",
    "words that say too much": "Revenue of old glass house toys was $9 million.",
    "a gerund for a noun": "*Acme* was financing $9 million of boats.",
    "no particle": "*Acme* pulled $9 million out.",
    "money for a count": "*Acme* shed $9 million.",
    "how far it moved": "Revenue fell by $9 million.",
    "how far, without a preposition": "Revenue rose $9 million.",
    "adverbial": "*Acme* paid $9 million to lift revenue.",
}


@pytest.mark.parametrize("text", FREE.values(), ids=FREE)
def test_not_governed(text: str) -> None:
    assert governed(text) == set()


def test_an_interruption_is_no_obstacle() -> None:
    text = "Revenue, buoyed by sold toys, was $9 million."
    line = marked.sentence(text)
    aside = frozenset(range(1, 7))
    assert [line.tokens[at].lower for at in (1, 6)] == [",", ","]
    assert (governed(text), governed(text, aside)) == (set(), NINE)


HARMLESS = st.lists(
    st.sampled_from(["now", "also", "only", "then", "sharply", "about", "again", "in March 2026"]),
    max_size=5,
)


@given(HARMLESS)
def test_harmless_words_do_not_part_a_noun_from_its_figure(between: list[str]) -> None:
    assert governed(f"Revenue rose {' '.join(between)} to $9 million.") == NINE


@given(st.integers(1, 12))
def test_plain_words_do_from_the_fourth_on(count: int) -> None:
    assert bool(governed(f"Revenue of {'glass ' * count}was $9 million.")) == (count <= 3)


TEXTS = {
    "plural": ("The largest layoffs so far:", ["layoffs"]),
    "marks": ("**Revenue**, by year", ["revenue"]),
    "several": ("Revenue and layoffs", ["revenue", "layoffs"]),
    "a verb": ("They bill", []),
    "part of a word": ("Revenues-to-be", []),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_what_a_text_is_about_by_its_nouns(text: str, expected: list[str]) -> None:
    assert [entry.definition.name for entry in INDEX.told(text)] == expected


def test_a_sentence_without_figures_is_not_looked_at() -> None:
    assert governors.may_find(INDEX, marked.sentence("Revenue of $9 million."))
    assert not governors.may_find(INDEX, marked.sentence("Revenue was low."))
    assert not governors.may_find(INDEX, marked.sentence("Debt of $9 million."))


PIECES = ("revenue", "revenue", "billed", "bill", "of", "was", "$9M", "$5M", "7%", "Series B", ",")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_only_figures_of_the_right_kind_are_governed(pieces: list[str]) -> None:
    line = marked.sentence(" ".join(pieces))
    found = list(governors.find(INDEX, line, frozenset()))
    assert governors.may_find(INDEX, line) or not found
    for at, readings in found:
        for reading in readings:
            match = governors.match(reading, at)
            mention = line.tokens[at].mention
            assert mention is not None
            assert mention.value.kind == reading.entry.definition.value
            assert match.start <= at < match.end
            assert match.start <= reading.start < reading.end <= match.end
            assert match.value == at


CLAIMS = {
    "possessor": ("*Acme*'s revenue came in at $9 million.", {"Acme revenue $9 million"}),
    "subject": ("*Acme* has since won $9 million in revenue.", {"Acme revenue $9 million"}),
    "least": ("*Acme*'s revenue came in at $208.27.", set()),
    "rate": ("*Acme*'s revenue came in at $9,000 per seat.", set()),
    "question": ("Did *Acme*'s revenue come in at $9 million?", set()),
    "wrong kind": ("*Kim Lee/person*'s revenue came in at $9 million.", set()),
    "nobody": ("Revenue came in at $9 million.", set()),
}


@pytest.mark.parametrize(("text", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_claims(text: str, expected: set[str]) -> None:
    assert pages.told(WORDINGS, text) == expected


def test_a_governed_figure_is_less_sure_than_a_worded_one() -> None:
    text = "*Acme*'s revenue came in at $9 million."
    worded = pages.wordings(pages.definition("revenue", "money", "revenue came in at {V}"))
    (sure,), (unsure,) = pages.found(worded, text), pages.found(WORDINGS, text)
    assert unsure.confidence < sure.confidence
    assert "read off the word that governs it" in unsure.reasons


def test_a_cue_comes_before_a_governor() -> None:
    other = pages.wordings(REVENUE, pages.definition("other", "money", "revenue came in at {V}"))
    found = pages.told(other, "*Acme*'s revenue came in at $9 million.")
    assert found == {"Acme other $9 million"}


SHARED = (
    pages.definition("price", "money", "bought for {V}", event="acquisition", nouns=("deal",)),
    pages.definition("contract", "money", "signed for {V}", nouns=("deal",)),
)
TOLD = {
    "as the text does": ("*Acme* was bought for $5 million.", "Acme price $9 million"),
    "as the text does, too": ("*Acme* signed for $5 million.", "Acme contract $9 million"),
    "a purchase only if told of": ("*Acme* sells lamps.", "Acme contract $9 million"),
}


@pytest.mark.parametrize(("before", "expected"), TOLD.values(), ids=TOLD)
def test_a_noun_of_two_definitions_is_read(before: str, expected: str) -> None:
    found = pages.told(pages.wordings(*SHARED), before, "*Acme*'s deal came in at $9 million.")
    assert {one for one in found if one.endswith("$9 million")} == {expected}
