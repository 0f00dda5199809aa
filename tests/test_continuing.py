"""A figure without a wording of its own goes on with what was told right before it."""

from __future__ import annotations

import pytest

from tests.test_claims import told

GOES_ON = {
    "what it was before": (
        "*Acme* was valued at $9.9 billion in June. That is up from $2.6 billion a year before.",
        "Acme valuation $2.6 billion",
    ),
    "the figure": (
        "*Acme* had sales of $400 million in 2024. A year earlier the figure was $150 million.",
        "Acme revenue $150 million",
    ),
    "what is expected": (
        "Revenue at *Acme* reached $400 million in 2024. For 2025 it expects $700 million.",
        "Acme revenue $700 million",
    ),
    "another one's": (
        "*Acme* has 3 million users. By May *Bar* had reached 5 million.",
        "Bar users 5 million",
    ),
    "another one's figure": (
        "*Acme* will spend $7 billion this year. *Bar*'s figure is $8 billion.",
        "Bar spending $8 billion",
    ),
    "owned behind a comparison": (
        "*Acme* was fined €530 million. The record is still higher, after *Bar*'s €1.2 billion.",
        "Bar fine €1.2 billion",
    ),
    "as many more": (
        "*Acme* cut 300 jobs in May. Another 120 jobs followed in August.",
        "Acme layoffs 120 jobs",
    ),
    "a second clause": (
        "*Acme* has a capex of $7 billion; *Bar* is at $9 billion.",
        "Bar spending $9 billion",
    ),
}


@pytest.mark.parametrize(("text", "claim"), GOES_ON.values(), ids=GOES_ON)
def test_goes_on(text: str, claim: str) -> None:
    assert claim in told(text, sure=0.75)


STOPS = {
    "a noun says what it is": "*Acme* had sales of $9 million. *Bar* has $5 million in debt.",
    "cash, perhaps": "*Acme* raised $9 million. Before that it had $5 million.",
    "no other time": "*Acme* had sales of $9 million. It is $5 million.",
    "how far it moved": "*Acme* had sales of $9 million in 2024. It is up $5 million since then.",
    "a rate": "*Acme* had sales of $9 million. *Bar* is at $5 million a month.",
    "of another size": "*Acme* had sales of $9 billion. *Bar* is at $50.",
    "a paragraph later": "*Acme* had sales of $9 million in 2024.\n\nIn 2023 it was $5 million.",
}


@pytest.mark.parametrize("text", STOPS.values(), ids=STOPS)
def test_does_not_go_on(text: str) -> None:
    assert not [claim for claim in told(text, sure=0.75) if " $5" in claim]
