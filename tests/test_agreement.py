"""Small corpora through the whole pipeline: what must not change what contradicts what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint import config, documents, linter
from factlint.model import Extract

HERE = Path(__file__).parent

#: Ways to write one sum of millions; the first one is exact at any size.
NOTATIONS = (
    "${0} million",
    "${0}M",
    "${0} mn",
    "US${0} million",
    "{0} million dollars",
    "${0},000,000",
)
SENTENCES = (
    "Northwind Robotics raised {0} in a Series B round led by Foo Ventures.",
    "Northwind Robotics closed its Series B of {0} on Monday.",
    "Tidewater Energy raised {0} in a Series A round.",
    "Tidewater Energy is valued at {0}.",
    "Tidewater Energy has been valued at {0} in the deal.",
)
SUMS = st.integers(11, 999)
LINES = st.tuples(st.sampled_from(SENTENCES), SUMS, st.sampled_from(NOTATIONS))
CORPORA = st.lists(LINES, min_size=1, max_size=5)
UNRELATED = "Globex opened a plant in Oslo. Globex hired 340 people. Globex raised $77 million."


@cache
def tools() -> linter.Tools:
    return linter.equip(config.Corpus(HERE, (HERE,)))


@cache
def extract(path: str, text: str) -> Extract:
    return linter.extract(documents.read(path, text.encode()), tools())


def found(texts: Sequence[str], reverse: bool = False) -> list[tuple[str, str, str]]:
    """What is found in documents of these texts: rule, severity and the place, in order."""
    extracts = [extract(f"{number}.md", text) for number, text in enumerate(texts)]
    ordered = extracts[::-1] if reverse else extracts
    ran = linter.compare(ordered, tools().packs.rules, tools().gazetteer).ran
    return sorted((one.rule, one.severity, one.place.path) for one in (*ran.found, *ran.slips))


def written(lines: Sequence[tuple[str, int, str]], notation: str | None = None) -> list[str]:
    return [sentence.format((notation or own).format(sum_)) for sentence, sum_, own in lines]


@given(CORPORA)
@settings(max_examples=40, deadline=None)
def test_notation_changes_nothing(lines: Sequence[tuple[str, int, str]]) -> None:
    assert found(written(lines)) == found(written(lines, NOTATIONS[0]))


@given(CORPORA)
@settings(max_examples=40, deadline=None)
def test_the_order_of_documents_changes_nothing(lines: Sequence[tuple[str, int, str]]) -> None:
    texts = written(lines)
    assert found(texts) == found(texts, reverse=True)


@given(CORPORA)
@settings(max_examples=40, deadline=None)
def test_an_unrelated_document_changes_nothing(lines: Sequence[tuple[str, int, str]]) -> None:
    texts = written(lines)
    assert found([*texts, UNRELATED]) == found(texts)


@given(st.sampled_from(SENTENCES), SUMS, st.sampled_from(NOTATIONS))
@settings(max_examples=40, deadline=None)
def test_a_figure_agrees_with_itself(sentence: str, sum_: int, notation: str) -> None:
    texts = written([(sentence, sum_, notation), (sentence, sum_, NOTATIONS[0])])
    assert found([texts[0], f"It was told again. {texts[1]}"]) == []


HEDGES = ("about", "nearly", "roughly", "more than")


@pytest.mark.parametrize("hedge", HEDGES)
@given(SUMS)
@settings(max_examples=20, deadline=None)
def test_an_added_hedge_is_no_contradiction(hedge: str, sum_: int) -> None:
    plain = f"Tidewater Energy raised ${sum_} million in a Series A round."
    hedged = f"Tidewater Energy raised {hedge} ${sum_} million in its Series A round."
    assert found([plain, hedged]) == []
