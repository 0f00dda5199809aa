"""Claim definitions -> all that tells what a value is: cues, and words that govern it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.claims import columns, cues, governors
from factlint.claims.cues import Entry
from factlint.model import ClaimDefinition, Cue


@dataclass(frozen=True, slots=True)
class Wordings:
    """The cues and governors of all definitions, ready to be matched. Made once a run."""

    cues: cues.Index
    governors: governors.Index
    rosters: tuple[Entry, ...] = ()
    columns: columns.Columns = columns.NO_COLUMNS

    @classmethod
    def of(cls, definitions: Sequence[ClaimDefinition]) -> Wordings:
        """All wordings of these definitions."""
        lists = tuple(_roster(one) for one in definitions if one.roster)
        return cls(
            cues.Index(definitions),
            governors.Index(definitions),
            lists,
            columns.of(definitions),
        )


def _roster(definition: ClaimDefinition) -> Entry:
    """What stands for the wording of a list of investors."""
    cue = Cue("a list of investors", priority=0, path=definition.path, line=definition.line)
    return Entry.of(cue, definition)
