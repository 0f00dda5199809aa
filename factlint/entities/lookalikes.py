"""Claims -> pairs of names that differ by one slip of the pen, and of which the same is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from factlint import intervals
from factlint.entities import likeness, neighbours
from factlint.entities.keys import key
from factlint.intervals import Interval
from factlint.model import COMPARED, Claim, Value

#: Shorter names are one letter apart by chance: "Groq" and "Grok".
SHORTEST = 5
#: What very many things have in common.
COMMON = frozenset(("funding_round", "investor"))
#: What siblings have in common, whose short names may be alike ...
FAMILY = frozenset(("developer", "parent_company"))
#: ... while names of so many letters are not.
LONG = 7
#: So many claims of a subject are looked through for what is told of its lookalike.
MOST = 80


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that tell the same of two names, and the names as they are spelled."""

    one: Claim
    other: Claim
    name: str
    near: str


@dataclass(slots=True)
class _Told:
    """What a corpus tells of one subject, by attribute."""

    claims: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    count: int = 0


def find(claims: Iterable[Claim], plain: Collection[str]) -> Iterator[Pair]:
    """Pairs of subjects with names one slip apart of which one fact is told.

    `plain` are words in lower case: two names that differ in two of them are two names.
    """
    told: dict[str, _Told] = defaultdict(_Told)
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims:
        if claim.confidence < COMPARED or not claim.key:
            continue
        known = told[claim.key]
        known.count += 1
        if known.count <= MOST:
            known.claims[claim.attribute].append(claim)
            for text in _spellings(claim):
                owners[likeness.squeezed(text)].setdefault(claim.key, text)
    yield from _pairs(told, owners, plain)


def _spellings(claim: Claim) -> Iterator[str]:
    """The names of a subject: in full, as its text has it, without the words companies add."""
    for text in (claim.subject, claim.named, claim.subject_text):
        if text[:1].isupper():
            yield text
            if short := likeness.stem(text):
                yield short


def _pairs(
    told: Mapping[str, _Told], owners: Mapping[str, Mapping[str, str]], plain: Collection[str]
) -> Iterator[Pair]:
    seen: set[tuple[str, ...]] = set()
    for first, second in neighbours.alike(owners, SHORTEST):
        for one, text in owners[first].items():
            for other, near in owners[second].items():
                both = tuple(sorted((one, other)))
                if one == other or both in seen or not likeness.is_one_slip(text, near, plain):
                    continue
                seen.add(both)
                skipped = COMMON | FAMILY if min(len(first), len(second)) < LONG else COMMON
                for a, b in _shared(told[one], told[other], skipped):
                    yield Pair(a, b, text, near)


def _shared(one: _Told, other: _Told, skipped: Collection[str]) -> Iterator[tuple[Claim, Claim]]:
    """The first fact that two subjects share, if any."""
    both = (
        (a, b)
        for attribute, claims in one.claims.items()
        if attribute not in skipped
        for a in claims
        for b in other.claims.get(attribute, ())
        if _may_be_one(a, b) and _agree(a.value, b.value)
    )
    yield from islice(both, 1)


def _may_be_one(a: Claim, b: Claim) -> bool:
    """Whether the kinds of two subjects leave it open."""
    return a.subject_kind == b.subject_kind or "unknown" in (a.subject_kind, b.subject_kind)


def _agree(a: Value, b: Value) -> bool:
    if a.interval is not None and b.interval is not None:
        # Users are people, too: what is counted of one attribute is one thing.
        counted = a.kind == b.kind == "count" or a.interval.unit == b.interval.unit
        return counted and a.per == b.per and _same_number(a.interval, b.interval)
    if a.days and b.days:
        return a.days.overlaps(b.days)
    return a.kind == b.kind == "name" and key(a.canonical or a.text) == key(b.canonical or b.text)


def _same_number(a: Interval, b: Interval) -> bool:
    """Whether two figures are one as written; with an open end they need the same number."""
    if {a.bound, b.bound} & {"at_least", "at_most"}:
        return a.number == b.number
    return intervals.agree(a, replace(b, unit=a.unit))
