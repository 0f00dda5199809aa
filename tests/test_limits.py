"""Texts nobody writes: they are read all the same, and what comes out stands in them.

The inputs are so large that anything quadratic would not come to an end.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint import documents, linter
from factlint.config import Corpus
from factlint.linter import Tools
from factlint.model import Extract

MANY = 3_000

LARGE = {
    "sentence": "Acme raised $5 million and " * MANY,
    "sentence without names": "and then some more of it " * MANY,
    "word": "a" * 20 * MANY,
    "names": "Acme Labs, " * MANY,
    "one name after the other": "Acme " * MANY,
    "possessives": "Acme's " * MANY + "round of $5 million",
    "coordinated names": "Acme and " * MANY + "Globex raised $5 million.",
    "amounts": "$5 million, " * MANY,
    "amounts side by side": "$5 million " * MANY,
    "sized markets": "The tea market, at $5 million, grew and the " * MANY,
    "markets behind one size": "$5 million " + "tea market " * MANY,
    "currency signs": "$" * MANY + "5 million",
    "digits": "$" + "1" * MANY + " million",
    "groups of digits": "$1" + ",000" * MANY,
    "ranges": "$1-" * MANY + "5 million",
    "a long sum": "$9 million: " + "$5 million and " * MANY,
    "ends of changes": "rose from 5 % to 6 % " * MANY,
    "percentages in brackets": "10 of 48 (21 %) " * MANY,
    "weekdays": "Mon, " * MANY + "Aug 25, 2026",
    "announced lists": "Two ways:\n\n- a\n- b\n\n" * MANY,
    "hedges": "about " * MANY + "$5 million",
    "spelt numbers": "one hundred " * MANY + "dollars",
    "percentages": "5% " * MANY,
    "dates": "on March 5, 2026, " * MANY,
    "rounds": "Series A, " * MANY,
    "nested brackets": "(" * MANY + "Acme raised $5 million" + ")" * MANY,
    "nested square brackets": "[" * MANY + "Acme" + "]" * MANY,
    "amounts in brackets": "Acme ($5 million) " * MANY,
    "opening brackets": "(" * 2 * MANY,
    "opening square brackets": "[" * 2 * MANY,
    "links": "[Acme](a.md) raised $5 million " * MANY,
    "links that do not close": "[Acme](" * MANY,
    "images in links": "[![" * MANY,
    "emphasis": "**Acme *raised " * MANY,
    "stars": "*" * 2 * MANY + "Acme",
    "backticks": "`Acme `` " * MANY,
    "quotes": '"Acme raised $5 million ' * MANY,
    "tags": "<b>Acme" * MANY,
    "comments": "<!-- Acme " * MANY,
    "entities": "&amp;&#36;5 million " * MANY,
    "backslashes": "\\" * 2 * MANY,
    "dashes": "Acme — raised — $5 million — " * MANY,
    "relative clauses": "Acme, which raised $5 million, " * MANY,
    "conditions": "if Acme raised $5 million, " * MANY,
    "abbreviations": "U.S. Inc. Corp. " * MANY,
    "full stops": "." * 2 * MANY,
    "sentences": "It raised $5 million. " * MANY,
    "list": "- Acme raised $5 million.\n" * MANY,
    "nested list": "".join("  " * depth + "- Acme\n" for depth in range(300)),
    "nested quotations": ">" * MANY + " Acme raised $5 million",
    "headings": "# Acme\n\nIt raised $5 million.\n\n" * MANY,
    "heading of names": "# " + "Acme Labs, " * MANY + "\n\n" + "It raised $5 million. " * 2_000,
    "chain of relative clauses": "Acme, " + "who, " * 280 + "raised $5 million.",
    "table": "| Acme | Funding |\n|---|---|\n" + "| Globex | $5 million |\n" * MANY,
    "table row": "|" + " Acme |" * MANY + "\n|" + "---|" * MANY + "\n",
    "front matter": "---\n" + "a: [" * MANY + "\n---\n\nAcme raised $5 million.\n",
    "blank lines": "\n" * 20 * MANY,
    "blanks": "Acme raised" + " " * 20 * MANY + "$5 million",
    "combining marks": "e" + "\u0301" * 2 * MANY,
    "zero bytes": "\0" * 2 * MANY,
}


@cache
def tools() -> Tools:
    return linter.equip(Corpus(Path.cwd(), ()))


def extracted(path: str, text: str) -> Extract:
    return linter.extract(documents.read(path, text.encode()), tools())


def misplaced(extract: Extract, text: str) -> list[object]:
    """The claims whose quote is not what stands at its place."""
    lines = text.split("\n")
    return [
        claim
        for claim in extract.claims
        if claim.quote_place.line == claim.quote_place.end_line
        and claim.quote
        != lines[claim.quote_place.line - 1][
            claim.quote_place.column - 1 : claim.quote_place.end_column - 1
        ]
    ]


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_texts_are_read(text: str, suffix: str) -> None:
    extract = extracted(f"a.{suffix}", text)
    assert extract.counts.bound <= extract.counts.figures
    assert misplaced(extract, text) == []


PIECES = st.sampled_from(
    [
        "Acme", "Acme's", "the company", "it", "raised", "is valued at", "which", "said", "and",
        "of", "to", "led by", "a", "round", "$5 million", "$1-2bn", "30%", "5 MW", "12,000 people",
        "Series A", "March 5", "2026", "over", "five times", ",", ".", ":", ";", "—", "(", ")",
        "[", "]", "](a.md)", "**", "*", "`", '"', "|", "<", "<!--", "\\", "&amp;", "\n", "\n\n",
        "\n- ", "\n# ", "\n> ", "\n| ", "?", "If",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    pieces=st.lists(PIECES, min_size=1, max_size=8),
    times=st.sampled_from([1, 50, 2000]),
    glue=st.sampled_from(["", " "]),
    suffix=st.sampled_from(["md", "txt", "html"]),
)
def test_any_text_is_read(pieces: list[str], times: int, glue: str, suffix: str) -> None:
    text = glue.join(pieces * times)
    extract = extracted(f"a.{suffix}", text)
    assert extract.counts.bound <= extract.counts.figures
    assert misplaced(extract, text) == []
