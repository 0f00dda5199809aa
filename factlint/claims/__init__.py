"""Mentions of a document -> claims: cues find the attribute, roles find the subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims import assembly, columns, drafts, headlines, tracing
from factlint.claims.discourse import Discourse
from factlint.claims.drafting import Draft
from factlint.claims.scene import Scene
from factlint.claims.tracing import Trace
from factlint.claims.wordings import Wordings
from factlint.model import Claim, ClaimDefinition, Counts, Mention, Reading


def compile(definitions: Sequence[ClaimDefinition]) -> Wordings:
    """The wordings of all definitions, ready to be matched. Done once a run."""
    return Wordings.of(definitions)


def discourses(reading: Reading, mentions: Sequence[Sequence[Mention]]) -> Iterator[Discourse]:
    """The stories of a document, none of which knows of another."""
    first = 0
    for story in reading.stories():
        last = first + len(story.passages)
        yield Discourse(story, mentions[first:last])
        first = last


def scenes(discourse: Discourse, index: Wordings) -> Iterator[Scene]:
    """The sentences of a document that a cue could fit."""
    passages = discourse.reading.passages
    for at, (number, start, end) in enumerate(discourse.spans):
        mentions = discourse.inside(at)
        told = columns.told(passages[number], index.columns)
        listed = bool(index.rosters) and any(mention.backs for mention in mentions)
        if told or listed or index.cues.may_match(passages[number].text[start:end], mentions):
            yield Scene(discourse, at)


def _drafted(discourse: Discourse, index: Wordings) -> Iterator[tuple[Scene, tuple[Draft, ...]]]:
    """The drafts of each sentence.

    Sentences that name their subject are read first; they tell who the others are about.
    """
    found: list[tuple[Scene, tuple[Draft, ...], bool]] = []
    for scene in scenes(discourse, index):
        asked = discourse.asked
        drafted = tuple(drafts.find(scene, index))
        drafts.learn(discourse, scene.at, drafted)
        found.append((scene, drafted, discourse.asked > asked))
    for scene, drafted, is_open in found:
        yield scene, tuple(drafts.find(scene, index)) if is_open else drafted


def extract(
    reading: Reading, mentions: Sequence[Sequence[Mention]], index: Wordings
) -> tuple[tuple[Claim, ...], Counts]:
    """The claims of one document in order, and how many of its figures they hold.

    `mentions` holds the mentions of each passage of `reading`, in the same order.
    """
    found: list[Claim] = []
    for discourse in discourses(reading, mentions):
        own: list[Claim] = []
        for scene, drafted in _drafted(discourse, index):
            own += assembly.claims(scene, drafted)
        found += headlines.echoed(discourse.reading, discourse.mentions, own)
    figures = sum(1 for passage in mentions for _ in assembly.figures(passage))
    bound = len({claim.place for claim in found if claim.value.interval is not None})
    return tuple(found), Counts(figures, bound)


def trace(
    reading: Reading, mentions: Sequence[Sequence[Mention]], index: Wordings
) -> Iterator[Trace]:
    """How `extract` gets at the claims, for each sentence that holds figures or claims."""
    for discourse in discourses(reading, mentions):
        yield from _traced(discourse, index)


def _traced(discourse: Discourse, index: Wordings) -> Iterator[Trace]:
    drafted = {scene.at: (scene, found) for scene, found in _drafted(discourse, index)}
    for at in range(len(discourse)):
        inside = discourse.within(at)
        scene, found = drafted.get(at) or (Scene(discourse, at), ())
        if found or any(assembly.figures(inside)):
            yield tracing.trace(scene, found, inside, index)
