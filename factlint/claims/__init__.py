"""Mentions of a document -> claims: cues find the attribute, roles find the subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims import assembly, cells, columns, continuing, drafts, headlines, sieve, tracing
from factlint.claims.discourse import Discourse, Question
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
    """The sentences of a document that may make a claim; no others are cut into tokens."""
    return (Scene(discourse, at) for at in range(len(discourse)) if _may_tell(discourse, at, index))


def _may_tell(discourse: Discourse, at: int, index: Wordings) -> bool:
    """A cheap look at a sentence: whether any wording could fit. Most sentences hold nothing."""
    number, start, end = discourse.spans[at]
    passage, mentions = discourse.reading.passages[number], discourse.inside(at)
    listed = bool(index.rosters) and any(mention.backs for mention in mentions)
    told = columns.told(passage, index.columns)
    if listed or (told and cells.may_find(passage, mentions, index.columns)):
        return True
    if not told and not index.cues.may_match(passage.text[start:end], mentions):
        return False
    shown = sieve.shown(passage.text, start, end, mentions)
    if any(assembly.figures(mentions)) and (
        index.governors.may_govern(mentions, shown) or continuing.may_find(discourse, at, shown)
    ):
        return True
    return index.cues.sieve.passes(shown)


def _drafted(discourse: Discourse, index: Wordings) -> Iterator[tuple[Scene, tuple[Draft, ...]]]:
    """The drafts of each sentence.

    Sentences that name their subject tell who the others are about: what is answered otherwise
    once all is read is read again.
    """
    found: list[tuple[Scene, tuple[Draft, ...], tuple[Question, ...]]] = []
    for scene in scenes(discourse, index):
        discourse.asked.clear()
        drafted = tuple(drafts.find(scene, index))
        drafts.learn(discourse, scene.at, drafted)
        found.append((scene, drafted, tuple(discourse.asked)))
    for scene, drafted, asked in found:
        is_open = any(question.has_changed() for question in asked)
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
