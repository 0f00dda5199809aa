"""Mentions of a document -> claims: cues find the attribute, roles find the subject."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.claims import assembly, cues, drafts
from factlint.claims.discourse import Discourse
from factlint.claims.scene import Scene
from factlint.model import Claim, ClaimDefinition, Counts, Mention, Reading


def compile(definitions: Sequence[ClaimDefinition]) -> cues.Index:
    """The cues of all definitions, ready to be matched. Done once a run."""
    return cues.Index(definitions)


def extract(
    reading: Reading, mentions: Sequence[Sequence[Mention]], index: cues.Index
) -> tuple[tuple[Claim, ...], Counts]:
    """The claims of one document in order, and how many of its figures they hold.

    `mentions` holds the mentions of each passage of `reading`, in the same order.
    """
    discourse = Discourse(reading, mentions)
    found: list[Claim] = []
    for at, (number, start, end) in enumerate(discourse.spans):
        text = reading.passages[number].text[start:end]
        if not index.may_match(text, discourse.inside(at)):
            continue
        scene = Scene(discourse, at)
        found += assembly.claims(scene, tuple(drafts.find(scene, index)))
    figures = sum(1 for passage in mentions for _ in assembly.figures(passage))
    bound = len({claim.place for claim in found if claim.value.interval is not None})
    return tuple(found), Counts(figures, bound)
