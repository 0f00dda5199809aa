"""A name that a sentence, a heading or a cell speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.model import EntityKind


@dataclass(frozen=True, slots=True)
class Actor:
    """A name at a token of a sentence, and how much the sentence is about it (0..1)."""

    name: str
    text: str
    kind: EntityKind
    weight: float
    at: int = 0
    backs: bool = False
