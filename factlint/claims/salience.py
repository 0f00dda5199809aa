"""What is known of the names around an unnamed subject -> which of them it stands for.

Each sign that a name is what the text is about has a weight: the logarithm of how much likelier it
makes the name, fitted to annotated articles and rounded. Weights are added up; what counts for the
confidence is how far the best name lies ahead of the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from factlint.model import EntityKind

Sign = Literal[
    "subject of this sentence", "named in this sentence", "subject before", "named before",
    "subject further back", "named further back", "opens the passage", "opens the text",
    "in the heading", "in the title", "early", "late", "spread", "hero", "hero of such deals",
    "gives money", "gives money by trade", "unknown kind", "tells the news", "seat fits",
    "a product", "right before", "labels the passage", "in passing", "a public body",
    "beside a pronoun", "heads the section",
]  # fmt: skip

#: For a subject that is left out, or stood for by "the company".
TOPIC: Mapping[Sign, float] = {
    "subject of this sentence": 2.2,
    "named in this sentence": 0.5,
    "subject before": 1.4,
    "named before": 0.4,
    "subject further back": 1.2,
    "named further back": 1.1,
    "opens the passage": 2.4,
    "opens the text": -0.1,
    "in the heading": 2.4,
    "in the title": 2.6,
    "early": 1.3,
    "late": -1.8,
    "spread": 2.9,
    "hero": 2.1,
    "hero of such deals": 2.3,
    "gives money": -2.0,
    "gives money by trade": -2.7,
    "unknown kind": -2.1,
    "tells the news": -1.0,
    "seat fits": 4.4,
    "a product": -2.5,
    "right before": -0.7,
    "labels the passage": 2.4,
    "in passing": -1.5,
    "a public body": -1.7,
    # Not fitted: a section under a name alone is about it.
    "heads the section": 6.0,
    # Not fitted: grammar rules it out, as what "it" is does not stand in its own clause by name.
    "beside a pronoun": -4.5,
}
#: For a pronoun, which goes back to what was just spoken of.
PRONOUN: Mapping[Sign, float] = {
    **TOPIC,
    "subject of this sentence": 4.1,
    "subject before": 2.8,
    "named before": 0.8,
    "subject further back": 1.7,
    "named further back": 0.9,
    "opens the passage": 0.7,
    "opens the text": 0.6,
    "in the heading": 3.6,
    "in the title": 2.4,
    "early": 2.2,
    "late": -1.6,
    "spread": 2.2,
    "hero": 1.2,
    "hero of such deals": 1.0,
    "gives money": -2.6,
    "gives money by trade": -2.0,
    "unknown kind": -0.7,
    "seat fits": 2.7,
    "a product": -1.8,
    "right before": 2.4,
    "in passing": -2.0,
    "named in this sentence": -0.5,
    "a public body": -2.7,
    "beside a pronoun": -3.5,
}


#: For an unnamed product, which is the one last named; a page is seldom about one alone.
PRODUCT: Mapping[Sign, float] = {
    **TOPIC,
    "subject of this sentence": 0.1,
    "subject before": 2.4,
    "named before": 2.2,
    "subject further back": 1.4,
    "opens the text": 0.3,
    "in the title": 1.7,
    "early": 0.5,
    "late": -1.3,
    "spread": 1.7,
    "hero": 1.0,
    "hero of such deals": 1.2,
    "gives money by trade": -2.2,
    "a product": 0.1,
    "right before": 0.2,
    "in passing": -0.4,
    "seat fits": 2.9,
    "opens the passage": 1.4,
    "unknown kind": -1.6,
    "beside a pronoun": -3.5,
    "in the heading": 3.4,
    "gives money": -2.5,
}


@dataclass(slots=True)
class Candidate:
    """A name that an unnamed subject may stand for; each sign counts once, at its strongest."""

    name: str
    text: str
    kind: EntityKind
    signs: dict[Sign, float] = field(default_factory=dict)

    def show(self, sign: Sign, strength: float = 1.0) -> None:
        """Note a sign, with a strength from 0 to 1."""
        self.signs[sign] = max(strength, self.signs.get(sign, 0.0))

    def score(self, weights: Mapping[Sign, float]) -> float:
        """The sum of the weights of what is known of the name."""
        return sum(weights[sign] * strength for sign, strength in self.signs.items())
