"""How a subject was found, and the warning signs nearby -> how sure a claim is.

The numbers are shares measured right on annotated articles, those of the signs that make a claim a
guess on claims read in newsletters and blogs; rounded. A sign takes its share off. Those of many
names and of numbers rest on 23 and 5 claims, that of what was expected is as that of another time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factlint.claims.phrases import How

#: The share of claims that were right, by how the subject was found, without any warning sign.
BASE: Mapping[How, float] = {
    "slot": 0.95,
    "adjacent": 0.97,
    "clause": 0.93,
    "antecedent": 0.92,
    "possessive": 0.92,
    "list": 0.90,
    "label": 0.88,
    "event": 0.86,
    "modifier": 0.50,
    "anaphor": 0.91,
    "topic": 0.91,
    "row": 0.95,
    "page": 0.92,
}
SIGNS: Mapping[str, float] = {
    "kind of the subject unknown": 0.03,
    "a product by nothing but its attribute": 0.12,
    "the subject hangs on a preposition": 0.60,
    "another name between subject and value": 0.50,
    "far from the value": 0.10,
    "a comparison": 0.50,
    "a comparison with another time": 0.05,
    "a comparison with what was expected": 0.05,
    "a rival further behind": 0.08,
    "a rival not far behind": 0.40,
    "several rivals": 0.60,
    "the topic is a name of unknown kind": 0.05,
    "one of many names": 0.45,
    "told apart by a number": 0.45,
    "not named nearby": 0.60,
    "a writer whom no title names": 0.40,
    "weak wording": 0.55,
    "a loose wording": 0.10,
    "read as its neighbours are": 0.10,
    "no currency given": 0.10,
    "read off the word that governs it": 0.05,
}
LEAST, MOST = 0.05, 0.99


def of(how: How, signs: Sequence[str]) -> float:
    """The confidence of a claim, rounded to two places."""
    value = BASE[how] - sum(SIGNS[sign] for sign in signs)
    return round(min(MOST, max(LEAST, value)), 2)
