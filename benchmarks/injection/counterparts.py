"""A claim of a corpus -> its counterparts: other claims that say the same of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from benchmarks.injection import comparing, slots
from benchmarks.injection.corpus import State, is_loud, is_sure
from benchmarks.injection.edits import Entity, Pool
from benchmarks.injection.slots import Scene, Site
from benchmarks.injection.texts import Span
from factlint.model import Claim, Finding


@dataclass(frozen=True)
class Index:
    """A state and its documents, with what is looked up often."""

    state: State
    scenes: Mapping[str, Scene]

    @cached_property
    def holds(self) -> Mapping[str, str]:
        """How many values a subject has of each attribute."""
        return {one.attribute: one.holds for one in self.state.tools.packs.definitions}

    @cached_property
    def groups(self) -> Mapping[tuple[str, str], tuple[Claim, ...]]:
        """The sure claims by subject and attribute."""
        found: dict[tuple[str, str], list[Claim]] = {}
        for claim in filter(is_sure, self.state.claims):
            found.setdefault((claim.key, claim.attribute), []).append(claim)
        return {key: tuple(claims) for key, claims in found.items()}

    @cached_property
    def accused(self) -> frozenset[tuple[str, int, int]]:
        """The places of findings before any edit: what is reported already is no place for one."""
        loud = filter(is_loud, self.state.findings)
        return frozenset(place for finding in loud for place in _places(finding))

    @cached_property
    def pool(self) -> Pool:
        """The entities that have claims, by kind, and all names of the corpus."""
        told: dict[str, list[Claim]] = {}
        for claim in filter(is_sure, self.state.claims):
            told.setdefault(claim.key, []).append(claim)
        entities: dict[str, list[Entity]] = {}
        names = next((scene.names for scene in self.scenes.values()), Counter[str]())
        for key, claims in sorted(told.items()):
            if claims[0].subject in names:
                kind = claims[0].subject_kind
                entities.setdefault(kind, []).append(Entity(claims[0].subject, key, tuple(claims)))
        documents = {path: reading.document for path, reading in self.state.readings.items()}
        return Pool(entities, frozenset(names), self.holds, documents)

    def is_accused(self, claim: Claim) -> bool:
        """Whether a finding shows the claim before any edit."""
        return (claim.place.path, claim.place.line, claim.place.column) in self.accused

    def span(self, claim: Claim) -> Span:
        """Where the value of a claim stands."""
        return self.state.span(claim)

    def agreeing(self, site: Site) -> Iterator[Claim]:
        """Claims elsewhere that agree with the claim of a site."""
        claim = site.claim
        if claim is None or self.is_accused(claim):
            return
        holds = self.holds.get(claim.attribute, "one at a time")
        for other in self.groups[claim.key, claim.attribute]:
            if other.place == claim.place or self.is_accused(other):
                continue
            agree = comparing.same_fact(claim, other, holds) and comparing.same(
                claim.value, other.value
            )
            if agree and not (other.place.path == site.path and self.span(other).meets(site.span)):
                yield other

    def repeating(self, site: Site) -> Iterator[Claim]:
        """Claims of the body that have the figure of a title."""
        value = comparing.reading(site.text)
        heads = {one.span for one in slots.titles(self.scenes[site.path])}
        for span, claim in self.scenes[site.path].claims:
            if value and span not in heads and comparing.same(claim.value, value):
                yield claim


def _places(finding: Finding) -> Iterator[tuple[str, int, int]]:
    for place in (finding.place, *(related.place for related in finding.related)):
        yield place.path, place.line, place.column
