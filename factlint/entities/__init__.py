"""Extracts of all documents and the gazetteer -> claims about canonical entities and deals.

Names are merged on the exact key, declared aliases and definitions in the text, never because they
look alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from factlint.entities import deals, misspellings, resolution
from factlint.entities.inventory import Listed, take
from factlint.entities.keys import key
from factlint.entities.suggestions import Suggestion, suggest
from factlint.model import Claim, Extract, Gazetteer

__all__ = ["Listed", "Suggestion", "key", "misspelled", "resolve", "suggest", "take"]

misspelled = misspellings.take


def resolve(extracts: Sequence[Extract], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """All claims of all extracts, in order, with canonical names, keys and deals."""
    return deals.join(resolution.resolve(extracts, gazetteer))
