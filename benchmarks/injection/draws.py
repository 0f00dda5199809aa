"""A corpus, a kind and a mode -> draws: one edit each, with the places that contradict it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.injection import restated
from benchmarks.injection.corpus import State, is_loud, new_findings
from benchmarks.injection.counterparts import Index
from benchmarks.injection.edits import Kind
from benchmarks.injection.slots import SLOTS, Site
from benchmarks.injection.texts import Span
from factlint.model import Claim


@dataclass(frozen=True, slots=True)
class Partner:
    """Where a draw is told again, as what; the place is one before the edit."""

    path: str
    span: Span
    key: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Draw:
    """A site and the text it gets, in the state before; `claim` is what stood there, if known."""

    kind: Kind
    before: State
    site: Site
    new: str
    partners: tuple[Partner, ...] = ()
    restated: bool = False


#: So often a claim may be restated, in other words or with another edit.
PASSES = 3

Draws = Callable[[Index, Kind, Random], Iterator[Draw]]


def _shuffled(index: Index, kind: Kind, rng: Random) -> list[Site]:
    """All sites of a corpus for a kind, a stretch once for every claim, in an order of chance."""
    sites = [site for scene in index.scenes.values() for site in SLOTS[kind.slot](scene)]
    rng.shuffle(sites)
    return sites


def _partners(index: Index, kind: Kind, site: Site, new: str) -> tuple[Claim, ...]:
    find = index.repeating if kind.slot == "title" else index.agreeing
    return tuple(other for other in find(site) if kind.fair(site, new, other))


def _partner(index: Index, claim: Claim) -> Partner:
    return Partner(claim.place.path, index.span(claim), claim.key, claim.attribute)


def told(index: Index, kind: Kind, rng: Random) -> Iterator[Draw]:
    """At claims that another claim of the corpus agrees with, and would not after the edit."""
    used: set[tuple[str, Span]] = set()
    for site in _shuffled(index, kind, rng):
        if (site.path, site.span) in used:
            continue
        new = kind.make(site, index.pool, rng)
        if new is None:
            continue
        partners = _partners(index, kind, site, new)
        if partners:
            used.add((site.path, site.span))
            yield Draw(kind, index.state, site, new, tuple(_partner(index, p) for p in partners))


def anywhere(index: Index, kind: Kind, rng: Random) -> Iterator[Draw]:
    """At any place of the text, whether a claim was read there or not, told again or not."""
    used: set[tuple[str, Span]] = set()
    for site in _shuffled(index, kind, rng):
        known = site.claim is not None and index.is_accused(site.claim)
        if (site.path, site.span) in used or known:
            continue
        new = kind.make(site, index.pool, rng)
        if new is None:
            continue
        used.add((site.path, site.span))
        partners = _partners(index, kind, site, new)
        yield Draw(kind, index.state, site, new, tuple(_partner(index, p) for p in partners))


def restatements(index: Index, kind: Kind, rng: Random) -> Iterator[Draw]:
    """At a claim or at the sentence that was added to tell it again, one as often as the other."""
    if kind.slot not in restated.SLOTS:
        return
    claims = list(restated.tellable(index)) * PASSES
    rng.shuffle(claims)
    originals = _by_claim(index, kind)
    for claim in claims:
        own = originals.get(id(claim))
        here = own is None or rng.random() < 0.5
        needed = kind.slot if here or kind.slot in restated.ON_BOTH_SIDES else ""
        again = restated.restate(index, claim, rng, needed)
        site = again.sites[kind.slot] if again and here else own
        new = kind.make(site, index.pool, rng) if again and site else None
        if again is None or site is None or new is None or not kind.fair(site, new, claim):
            continue
        if not _alarms(index, again):
            value = index.span(claim) if here else again.value
            path = claim.place.path if here else again.path
            partner = Partner(path, value, claim.key, claim.attribute)
            yield Draw(kind, again.state, site, new, (partner,), restated=here)


def _by_claim(index: Index, kind: Kind) -> Mapping[int, Site]:
    found: dict[int, Site] = {}
    for scene in index.scenes.values():
        for site in SLOTS[kind.slot](scene):
            found.setdefault(id(site.claim), site)
    return found


def _alarms(index: Index, again: restated.Restatement) -> bool:
    """Whether the added sentence alone makes a finding: that is counted as a false alarm."""
    return any(map(is_loud, new_findings(index.state, again.state)))


#: Where errors are put.
MODES: Mapping[str, Draws] = {"told": told, "restated": restatements, "anywhere": anywhere}
