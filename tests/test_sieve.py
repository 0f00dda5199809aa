"""Words of a sentence -> what may fit there, and which sentences are cut into tokens at all."""

from __future__ import annotations

import pytest

from factlint import claims
from factlint.claims import sieve, tokens
from factlint.claims.wordings import Wordings
from factlint.model import ClaimDefinition, Cue
from tests import marked, pages

SENTENCES = [
    pytest.param("", id="nothing"),
    pytest.param("*Acme* raised $9 million.", id="mentions"),
    pytest.param("*Acme*'s rivals' round, a bank's, isn't it's own.", id="possessives"),
    pytest.param("The Oslo-based start-up (Co-founded, U.S.) RAISED — at 10:30…", id="signs"),
    pytest.param("*Acme*-backed *Globex*-Based $9 million-a-year", id="glued to mentions"),
    pytest.param("ÉCOLE naïve foo_bar 1,200ish", id="letters of all sorts"),
]


@pytest.mark.parametrize("line", SENTENCES)
def test_words_are_known_before_there_are_tokens(line: str) -> None:
    text, mentions = marked.read(line)
    sentence = tokens.tokenize(text, 0, len(text), mentions)
    plain = {token.lower for token in sentence.tokens if token.mention is None}
    assert plain <= tokens.words(text, 0, len(text), mentions)
    assert set(sentence.encoded.split()) <= sieve.shown(text, 0, len(text), mentions)


NEEDS = {
    "raised": (frozenset(("raised", "raises")), frozenset(("$",))),
    "bought": (frozenset(("bought",)), frozenset(("for", "at")), frozenset(("$",))),
    "sold": (frozenset(("to", "for")), frozenset(("sold",))),
}
SHOWN = [
    pytest.param("", set(), id="nothing"),
    pytest.param("raised", set(), id="one of two"),
    pytest.param("bought $", set(), id="two of three"),
    pytest.param("raises $ for", {"raised"}, id="another word of the set"),
    pytest.param("sold bought at $", {"bought"}, id="one of them"),
    pytest.param("raised sold for $ bought", {"raised", "bought", "sold"}, id="all of them"),
]


@pytest.mark.parametrize(("words", "found"), SHOWN)
def test_a_thing_is_found_by_all_that_it_needs(words: str, found: set[str]) -> None:
    index = sieve.Sieve(NEEDS.items())
    assert set(index.find(set(words.split()))) == found
    assert index.passes(set(words.split())) == bool(found)


KNOWN = Wordings.of(
    (
        ClaimDefinition("raised", "", "money", "many", ("org",), (Cue("raised {V}"),)),
        ClaimDefinition(
            "seat",
            "",
            "name",
            "many",
            ("org",),
            (Cue("headquartered in {V}"),),
            value_kinds=("place",),
        ),
        ClaimDefinition("revenue", "", "money", "many", ("org",), nouns=("revenue",)),
    )
)
#: Thirty quiet sentences: a text that tells of more than one thing.
LONG = ("Nobody spoke.",) * 30
LINES = [
    pytest.param("It rained in *Oslo/place*.", False, id="no wording"),
    pytest.param("*Acme* gave *Globex* $9 million.", False, id="a figure without a wording"),
    pytest.param(
        "*Acme* is headquartered in *Globex*.", False, id="a wording with a name of another kind"
    ),
    pytest.param("Nobody raised anything.", False, id="a wording without a value"),
    pytest.param("*Acme* raised $9 million.", True, id="a cue"),
    pytest.param("*Acme* is headquartered in *Oslo/place*.", True, id="a name of the right kind"),
    pytest.param("Its revenue came to $9 million.", True, id="a noun that governs"),
    pytest.param("- *Acme*, lamps: $9 million", True, id="an item, which its list may explain"),
    pytest.param("Analysts had expected $9 million.", True, id="what the sentence before tells"),
]


@pytest.mark.parametrize(("line", "looked_at"), LINES)
def test_few_sentences_are_looked_at(line: str, looked_at: bool) -> None:
    scenes = list(claims.scenes(pages.discourse(*LONG, line), KNOWN))
    assert [scene.at for scene in scenes] == ([len(LONG)] if looked_at else [])


def test_an_answer_that_later_text_changes_is_noticed() -> None:
    discourse = pages.discourse("*Acme* raised $9 million.", "The deal was for $9 million.")
    assert discourse.told(0, "raised") == 0
    assert [question.has_changed() for question in discourse.asked] == [False]
    discourse.tell(1, "spent", None)
    assert [question.has_changed() for question in discourse.asked] == [False]
    discourse.tell(1, "raised", None)
    assert [question.has_changed() for question in discourse.asked] == [True]
