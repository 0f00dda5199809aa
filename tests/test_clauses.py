"""Sentences -> clauses, shown as brackets, and the subject of each clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.claims import clauses, roles, sentences, tokens
from tests import marked

SENTENCES = [
    pytest.param("Acme Inc. raised money.", ["Acme Inc. raised money."], id="legal form"),
    pytest.param("The U.S. market grew.", ["The U.S. market grew."], id="abbreviation"),
    pytest.param("It paid $1.5B. Then it left.", ["It paid $1.5B. ", "Then it left."], id="amount"),
    pytest.param("He joined Acme Inc. The firm grew.", ["He joined Acme Inc. ", "The firm grew."],
                 id="legal form at the end"),
    pytest.param("Version 3.1 is out! Try it.", ["Version 3.1 is out! ", "Try it."], id="version"),
    pytest.param("no final stop", ["no final stop"], id="no stop"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences.split(text, ())] == expected


@given(st.text(max_size=400))
def test_sentences_cover_the_text(text: str) -> None:
    assert "".join(text[a:b] for a, b in sentences.split(text, ())) == text


def test_an_endless_sentence_is_cut() -> None:
    spans = list(sentences.split("word, " * 5_000, ()))
    assert max(end - start for start, end in spans) <= sentences.LONGEST


CLAUSES = [
    pytest.param("*Acme* raised $5 million.", "[main Acme raised $5 million]", id="main"),
    pytest.param("*Acme*, a *UK*-based maker of robots, secured $5 million.",
                 "[main Acme] [app a UK -based maker of robots] [cont secured $5 million]",
                 id="apposition"),
    pytest.param("*Acme*, backed by *Foo*, raised $5 million.",
                 "[main Acme] [ed backed by Foo] [cont raised $5 million]", id="participle"),
    pytest.param("*Acme*'s ring, which secured $5 million, sells.",
                 "[main Acme 's ring] [rel which secured $5 million] [cont sells]", id="relative"),
    pytest.param("In *Spain*, *Acme* spent $5 million.",
                 "[prep In Spain] [main Acme spent $5 million]", id="leading adverbial"),
    pytest.param("*Acme* bought *Bar* and *Foo* sold *Baz*.",
                 "[main Acme bought Bar] [main and Foo sold Baz]", id="two main clauses"),
    pytest.param("*Acme* and *Foo* are building sites.",
                 "[main Acme and Foo are building sites]", id="joined subjects"),
    pytest.param("Robots: *Acme* raised $5 million.",
                 "[label Robots] [main Acme raised $5 million]", id="label"),
    pytest.param("*Acme* raised $5 million—bringing its valuation to $9 billion.",
                 "[main Acme raised $5 million] [ing bringing its valuation to $9 billion]",
                 id="dash"),
    pytest.param("They heard *Acme* is raising $5 million.",
                 "[main They heard] [main Acme is raising $5 million]", id="what is heard"),
    pytest.param("We are proud to share that we have raised $5 million.",
                 "[main We are proud to share] [main that we have raised $5 million]",
                 id="what is told"),
    pytest.param("*Acme* met a group that includes *Foo*, at a price of $5.",
                 "[main Acme met a group] [rel that includes Foo] [prep at a price of $5]",
                 id="that with a verb"),
    pytest.param("Firms like *Acme* are raising funds (up to $5 million).",
                 "[main Firms like Acme are raising funds] [paren up to $5 million]",
                 id="parenthesis"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_clauses(text: str, expected: str) -> None:
    assert marked.bracketed(text) == expected


def test_brackets_hold_every_word() -> None:
    line = marked.sentence("*Acme*, backed by *Foo*, and (oddly) *Bar*: what; then - raised $5M?")
    held = sum(clause.end - clause.start for clause in clauses.split(line.tokens))
    cuts = sum(token.text in ",():;-?." for token in line.tokens)
    assert held + cuts == len(line.tokens)


def subject(text: str, word: str) -> str | None:
    """The names that the clause of `word` is about, or the anaphor in brackets."""
    line = marked.sentence(text)
    parts = clauses.split(line.tokens)
    at = next(i for i, token in enumerate(line.tokens) if token.lower == word)
    found = roles.clause_subject(line.tokens, parts, clauses.clause_at(parts, at), at)
    if found is None:
        return None
    names = " + ".join(line.tokens[i].text for i in found.names)
    return names or f"<{found.anaphor}: {found.text}>"


SUBJECTS = [
    pytest.param("A fine-tuned model costs $5 million.", "costs", None, id="generic phrase"),
    pytest.param("Many startups raised $5 million.", "raised", None, id="generic plural"),
    pytest.param("*Acme* raised $5 million.", "raised", "Acme", id="plain"),
    pytest.param("*Acme* has recently raised $5 million.", "raised", "Acme", id="adverb"),
    pytest.param("*Acme*, with backing from *Foo* and *Bar*, secured $5 million.", "secured",
                 "Acme", id="prepositional phrase between"),
    pytest.param("*Acme* (formerly *Foo*) secured $5 million.", "secured", "Acme",
                 id="parenthesis between"),
    pytest.param("*Foo*'s *Acme* raised $5 million.", "raised", "Acme", id="possessive chain"),
    pytest.param("*Acme*'s smart ring, which won $5 million, sells.", "won", "Acme",
                 id="relative clause"),
    pytest.param("Startups like *Acme*, valued at $5 billion, build robots.", "valued", "Acme",
                 id="companies like"),
    pytest.param("Firms such as *Acme* and *Foo* have raised $5 million.", "raised",
                 "Acme + Foo", id="such as two"),
    pytest.param("*Acme* closed a round, bringing its valuation to $5 billion.", "bringing",
                 "Acme", id="participle of the main clause"),
    pytest.param("*Foo* bought *Acme*, valued at $5 billion.", "valued", "Acme",
                 id="participle of the object"),
    pytest.param("*Foo* is small, while *Acme* raised $5 million.", "raised", "Acme",
                 id="second clause"),
    pytest.param("The company raised $5 million.", "raised", "<org: The company>", id="anaphor"),
    pytest.param("It raised $5 million.", "raised", "<it: It>", id="pronoun"),
    pytest.param("The round for *Acme* brings in $5 million.", "brings", "Acme", id="event noun"),
    pytest.param("*Acme*-backed startups raised $5 million.", "raised", None, id="modifier"),
    pytest.param("*Acme*, a bank that sold *Baz*, last raised $5 million.", "raised", "Acme",
                 id="last between"),
    pytest.param("*Acme*, set up in *Oslo*, first raised $5 million.", "raised", "Acme",
                 id="first between"),
    pytest.param("Each *Zeta* chip packs a lamp, moves boats and is rated at $5.", "rated", "Zeta",
                 id="verbs in a row"),
    pytest.param("*Acme* propels boats, dwarfs rivals and withstands storms.", "withstands", "Acme",
                 id="rare verbs"),
    pytest.param("*Foo*'s *Zeta* model takes in $5 million.", "takes", "Zeta", id="what is owned"),
    pytest.param("*Foo*'s model takes in $5 million.", "takes", "Foo", id="what has no name"),
    pytest.param("*Baz* is small, whereas its fast *Zeta* model, was sold for $5.", "sold", "Zeta",
                 id="contrast with a comma"),
    pytest.param("They met *Zeta*, which has a lamp, drives a boat, consumes $5.", "consumes",
                 "Zeta", id="verbs of a relative clause"),
    pytest.param("*Zeta*, which has a lamp, consumes $5.", "consumes", "Zeta",
                 id="verb of the main clause"),
    pytest.param("Thanks to *Foo*, *Acme* raised $5 million.", "raised", "Acme", id="thanks"),
    pytest.param("We raised $5 million.", "raised", "<it: We>", id="first person"),
    pytest.param("A spokesman put sales at $5 million.", "put", "<it: A spokesman>",
                 id="who speaks for it"),
    pytest.param("We've raised $5 million.", "raised", "<it: We>", id="contracted"),
    pytest.param("The operating loss came to $5 million.", "came", "<it: The operating loss>",
                 id="participle of a noun"),
    pytest.param("A year before there was a loss of $5 million.", "was", "<it: there>", id="there"),
    pytest.param("Sales last year amounted to $5 million.", "amounted", "<it: Sales>",
                 id="a time behind the noun"),
    pytest.param("The stock trades at $5.", "trades", "<it: The stock>", id="a noun of measure"),
    pytest.param("In 2019 *Acme*, then a tiny firm, raised $5 million.", "raised", "Acme",
                 id="an aside without a verb"),
    pytest.param("In May the *Oslo/place* company, which makes lamps, raised $5 million.", "raised",
                 "<org: the Oslo company>", id="a relative clause behind a time"),
    pytest.param("In May it, too, raised $5 million.", "raised", "<it: it>", id="the month of May"),
    pytest.param("They met in *Oslo*, where the company raised $5 million.", "raised",
                 "<org: the company>", id="where"),
    pytest.param("Firms including *Acme*, *Foo* and *Bar* have put in $5 million.", "put", None,
                 id="the last of several examples"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected"), SUBJECTS)
def test_subjects(text: str, word: str, expected: str | None) -> None:
    assert subject(text, word) == expected


FIRST_VERBS = {
    "a noun in -s": ("Privacy coins of *Acme* rose.", "rose"),
    "a verb in -s": ("*Acme* tackles boats that sank.", "tackles"),
    "a noun that is a verb behind a name": ("*Acme* echoes boats that sank.", "echoes"),
    "no verb": ("Thanks to *Foo*, *Acme* raised $5.", None),
    "what a plural does": ("Readers applauded *Acme*.", "applauded"),
    "what describes a plural": ("The boats applauded by *Acme* sank.", "sank"),
}


@pytest.mark.parametrize(("text", "verb"), FIRST_VERBS.values(), ids=FIRST_VERBS)
def test_the_verb_of_the_first_clause(text: str, verb: str | None) -> None:
    line = marked.sentence(text)
    at = clauses.split(line.tokens)[0].verb
    assert (line.tokens[at].lower if at is not None else None) == verb


@given(st.text(alphabet="Acme raised, (which) and $5M: — who'stnBbe ", max_size=200))
def test_any_text_can_be_taken_apart(text: str) -> None:
    line = tokens.tokenize(text, 0, len(text), ())
    parts = clauses.split(line.tokens)
    found = [roles.clause_subject(line.tokens, parts, i) for i in range(len(parts))]
    assert len(found) == len(parts)
