"""A folder -> its documents as the linter reads them; changed texts -> the same with them.

Only a document whose text changes is extracted again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.injection import comparing
from benchmarks.injection.texts import Span, placed
from factlint import documents, linter, rules, sources
from factlint.config import Corpus
from factlint.linter import Tools
from factlint.model import (
    COMPARED,
    SEVERITIES,
    Claim,
    Extract,
    Finding,
    Mention,
    Reading,
    Related,
    Value,
)

LOUD = ("error", "warning")

Mentions = Mapping[str, tuple[tuple[Span, Mention], ...]]  # by path, in order


@dataclass(frozen=True, slots=True)
class State:
    """The documents of a corpus at one time, by path, and what the linter makes of them."""

    tools: Tools
    readings: Mapping[str, Reading]
    extracts: Mapping[str, Extract]
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()

    def text(self, path: str) -> str:
        """The source of a document."""
        return self.readings[path].text

    def span(self, claim: Claim) -> Span:
        """Where the value of a claim stands."""
        return placed(self.readings[claim.place.path], claim.place)

    def at(self, path: str, span: Span) -> tuple[Claim, ...]:
        """The claims, sure or not, whose value meets a stretch of a document."""
        here = (claim for claim in self.claims if claim.place.path == path)
        return tuple(claim for claim in here if self.span(claim).meets(span))


def is_sure(claim: Claim) -> bool:
    """Whether rules compare a claim."""
    return claim.confidence >= COMPARED


def sampled(folder: Path, sample: int, seed: int) -> Corpus:
    """The documents of a folder, or so many of them drawn by the seed."""
    everything = Corpus(folder, (folder,))
    found, _ = sources.find(everything)
    if not 0 < sample < len(found):
        return everything
    drawn = Random(f"{seed}:sample").sample(found, sample)
    return replace(everything, paths=tuple(sorted(source.path for source in drawn)))


def load(corpus: Corpus) -> State:
    """Read a corpus and compare its claims."""
    tools = linter.equip(corpus)
    found, _ = sources.find(corpus)
    readings = {reading.document.path: reading for reading in sources.read(found)}
    extracts = {path: linter.extract(reading, tools) for path, reading in readings.items()}
    return _compared(State(tools, readings, extracts))


def mentions(corpus: Corpus, state: State) -> Mentions:
    """Every figure, date and name of a corpus that was loaded, with its place in the source."""
    found: dict[str, list[tuple[Span, Mention]]] = {path: [] for path in state.readings}
    for place, mention in linter.list_mentions((corpus,)):
        found[place.path].append((placed(state.readings[place.path], place), mention))
    return {path: tuple(here) for path, here in found.items()}


def changed(state: State, texts: Mapping[str, str]) -> State:
    """The corpus with the new texts of some documents, or with documents that are new."""
    fresh = {path: documents.read(path, text.encode()) for path, text in texts.items()}
    readings = {**state.readings, **fresh}
    extracts = {**state.extracts}
    for path, reading in fresh.items():
        extracts[path] = linter.extract(reading, state.tools)
    return _compared(State(state.tools, readings, extracts))


def _compared(state: State) -> State:
    extracts = [state.extracts[path] for path in sorted(state.extracts)]
    tools = state.tools
    compared = linter.compare(extracts, tools.packs.rules, tools.gazetteer)
    found = (*compared.ran.found, *compared.ran.slips)
    faults = rules.report_problems(problem for one in extracts for problem in one.problems)
    return replace(state, claims=compared.claims, findings=(*found, *faults))


def new_findings(before: State, after: State) -> tuple[Finding, ...]:
    """The findings, infos included, that were not there before, wherever they have moved.

    A contradiction that was there, and is told of the same values in other words or of fewer
    places, is not new.
    """
    marks = {finding.fingerprint for finding in before.findings}
    told = {_told(finding) for finding in before.findings}
    known: dict[object, list[Finding]] = {}
    for finding in before.findings:
        known.setdefault(_about(finding), []).append(finding)
    return tuple(
        finding
        for finding in after.findings
        if finding.fingerprint not in marks
        and _told(finding) not in told
        and not any(_repeats(finding, one) for one in known.get(_about(finding), ()))
    )


def _about(finding: Finding) -> object:
    return finding.rule, finding.subject, finding.attribute


def _repeats(finding: Finding, known: Finding) -> bool:
    """Whether a finding says no more than one about the same thing that was there before."""
    if SEVERITIES.index(finding.severity) < SEVERITIES.index(known.severity):
        return False
    there = list(_values(known))
    return bool(there) and all(
        any(path == home and comparing.same(value, other) for home, other in there)
        for path, value in _values(finding)
    )


def _values(finding: Finding) -> Iterator[tuple[str, Value]]:
    """The values that a finding over claims shows, each with its document."""
    places: list[Finding | Related] = [finding, *finding.related]
    for shown in places:
        if shown.value is not None:
            yield shown.place.path, shown.value


def _told(finding: Finding) -> tuple[object, ...]:
    """What a finding says and shows, without lines and columns."""
    shown = (
        (finding.place.path, finding.quote),
        *((r.place.path, r.quote) for r in finding.related),
    )
    return finding.rule, finding.severity, tuple(sorted(shown))


def is_loud(finding: Finding) -> bool:
    """Whether a finding is an error or a warning."""
    return finding.severity in LOUD


def touches(state: State, finding: Finding, path: str, span: Span) -> bool:
    """Whether one of the places that a finding shows meets a stretch of a document."""
    shown: list[Finding | Related] = [finding, *finding.related]
    places = (place for one in shown for place in (one.place, one.quote_place) if place)
    return any(
        place.path == path and placed(state.readings[path], place).meets(span) for place in places
    )
