"""Corpora -> outcome: the whole pipeline.

`extract` needs one document and nothing of the others; `compare` needs all extracts and no text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factlint import claims as claiming
from factlint import documents, entities, mentions, rules
from factlint.claims import cues
from factlint.config import Corpus
from factlint.documents import decoding, discovery
from factlint.entities import gazetteer as gazetteers
from factlint.errors import FactlintError
from factlint.mentions import names
from factlint.model import (
    SEVERITIES,
    Claim,
    Extract,
    Finding,
    Gazetteer,
    Mention,
    Packs,
    Place,
    Reading,
    Rule,
    Summary,
)
from factlint.rules import packs as rule_packs
from factlint.spelling import suggestion

Progress = Callable[[int, int], None]  # documents read, documents in all
Mentions = tuple[tuple[Mention, ...], ...]  # of one document, passage by passage


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules to run, by id: those selected (all if none), without those ignored."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What one run reads documents with; made once."""

    packs: Packs
    gazetteer: Gazetteer
    known: names.Known
    cues: cues.Index


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from; `data` if its bytes are not those of the file."""

    shown: str
    path: Path
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, in order, and where its documents came from by the path shown."""

    findings: tuple[Finding, ...]
    summary: Summary
    sources: Mapping[str, Source]


def _unwatched(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def lint(
    corpora: Sequence[Corpus], choice: Choice = Choice(), progress: Progress = _unwatched
) -> Outcome:
    """Find what contradicts each other in each corpus."""
    return _together([_lint(corpus, choice, progress) for corpus in corpora])


def _lint(corpus: Corpus, choice: Choice, progress: Progress) -> Outcome:
    tools = tools_of(corpus)
    chosen = choose(tools.packs.rules, choice)
    sources, unread = find(corpus)
    extracts = tuple(extract(reading, tools) for reading in read(sources, progress))
    claims = entities.resolve(extracts, tools.gazetteer)
    findings, compared = rules.run(claims, chosen)
    faults = rules.faults(extracts, choice)
    focus = focused(corpus, sources)
    shown = tuple(sorted(filter(focus.touches, (*findings, *faults)), key=_order))
    levels = Counter(finding.severity for finding in shown)
    summary = Summary(
        documents=len(extracts),
        unread=unread,
        figures=sum(extract.counts.figures for extract in extracts),
        bound=sum(extract.counts.bound for extract in extracts),
        claims=len(claims),
        compared=compared,
        **{severity: levels[severity] for severity in SEVERITIES},
    )
    return Outcome(shown, summary, {source.shown: source for source in sources})
