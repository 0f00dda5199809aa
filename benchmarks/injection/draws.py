"""A corpus, a kind and a mode -> draws: one edit each, with the places that contradict it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeVar

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


T = TypeVar("T")

#: So often a claim may be restated, in other words or with another edit.
PASSES = 3

Draws = Callable[[Index, Kind, Random], Iterator[Draw]]


def _shuffled(index: Index, kind: Kind, rng: Random) -> list[Site]:
    """All sites of a corpus for a kind, a stretch once for every claim, in an order of chance."""
    sites = [site for scene in index.scenes.values() for site in SLOTS[kind.slot](scene)]
    return spread(sites, lambda site: site.path, rng)


def spread(some: Iterable[T], home: Callable[[T], str], rng: Random) -> list[T]:
    """In an order of chance, one of each document first, then the second of each, and so on."""
    order = list(some)
    rng.shuffle(order)
    seen = Counter[str]()
    ranks = []
    for one in order:
        ranks.append(seen[home(one)])
        seen[home(one)] += 1
    return [order[at] for at in sorted(range(len(order)), key=lambda at: ranks[at])]


def _partners(index: Index, kind: Kind, site: Site, new: str) -> tuple[Claim, ...]:
    find = index.repeating if kind.slot == "title" else index.agreeing
    return tuple(other for other in find(site) if kind.fair(site, new, other, index.pool))


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
    told_again = list(restated.tellable(index)) * PASSES
    claims = spread(told_again, lambda claim: claim.place.path, rng)
    originals = _by_claim(index, kind)
    for claim in claims:
        draw = _restated(index, kind, claim, originals.get(id(claim)), rng)
        if draw is not None and kind.fair(draw.site, draw.new, claim, index.pool):
            yield draw


def _restated(index: Index, kind: Kind, claim: Claim, own: Site | None, rng: Random) -> Draw | None:
    here = own is None or rng.random() < 0.5
    new = kind.make(own, index.pool, rng) if own and not here else None
    if not here and new is None:
        return None
    needed = kind.slot if here or kind.slot in restated.ON_BOTH_SIDES else ""
    again = restated.restate(index, claim, rng, needed)
    site = again.sites[kind.slot] if again and here else own
    new = kind.make(site, index.pool, rng) if here and site else new
    if again is None or site is None or new is None or _alarms(index, again):
        return None
    path, value = (claim.place.path, index.span(claim)) if here else (again.path, again.value)
    partner = Partner(path, value, claim.key, claim.attribute)
    return Draw(kind, again.state, site, new, (partner,))


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
