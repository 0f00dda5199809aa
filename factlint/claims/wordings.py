"""Claim definitions -> everything that tells what a value is: cues, and the words that govern it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.claims import cues, governors
from factlint.model import ClaimDefinition


@dataclass(frozen=True, slots=True)
class Wordings:
    """The cues and governors of all definitions, ready to be matched. Made once a run."""

    cues: cues.Index
    governors: governors.Index

    @classmethod
    def of(cls, definitions: Sequence[ClaimDefinition]) -> Wordings:
        """All wordings of these definitions."""
        return cls(cues.Index(definitions), governors.Index(definitions))
