"""Extracts and the gazetteer -> the entities of a corpus: how often, how and where written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factlint.entities import canon as canons
from factlint.entities.canon import Canon, Corpus
from factlint.model import Claim, Entity, EntityKind, Extract, Gazetteer, Name, Place

#: So many places are kept of an entity.
PLACES = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name: how often, and where first.

    `shared` says that it stands for the entity in every document, not only in one that defines it.
    """

    text: str
    count: int
    place: Place
    shared: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """An entity of a corpus.

    `entry` is its line in the gazetteer, `spellings` and `places` are in the order to show them,
    `documents` the paths of those that name it, `claims` counts those that are about it.
    """

    name: str
    key: str
    kind: EntityKind
    entry: Entity | None
    spellings: tuple[Spelling, ...]
    documents: frozenset[str]
    claims: int
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(spelling.count for spelling in self.spellings)


def take(
    extracts: Sequence[Extract], gazetteer: Gazetteer, claims: Iterable[Claim] = ()
) -> tuple[Listed, ...]:
    """The entities that the documents name, the most frequent first, then by name.

    `claims` are the resolved ones that they may head.
    """
    corpus = canons.corpus(extracts, gazetteer)
    uses: dict[str, list[tuple[Canon, Name]]] = defaultdict(list)
    for extract in extracts:
        for stands_for, name in _names(extract, corpus):
            uses[stands_for.key].append((stands_for, name))
    heads: dict[str, int] = defaultdict(int)
    for claim in claims:
        heads[claim.key] += 1
    listed = (_listed(held, heads[shared], corpus) for shared, held in uses.items())
    return tuple(sorted(listed, key=lambda one: (-one.count, one.name, one.key)))


def _names(extract: Extract, corpus: Corpus) -> Iterator[tuple[Canon, Name]]:
    """The names of a document, each with what it stands for there."""
    scope = canons.scope(extract, corpus)
    return ((canons.canon(name.full, scope), name) for name in extract.names)


def _listed(uses: Sequence[tuple[Canon, Name]], claims: int, corpus: Corpus) -> Listed:
    canon = _elected(uses)
    everywhere = canons.everywhere(corpus)
    alone = {name.spelling: canons.canon(name.spelling, everywhere).key for _, name in uses}
    places = sorted((name.place for _, name in uses), key=position)
    return Listed(
        canon.name,
        canon.key,
        canon.kind,
        canon.entity,
        tuple(_spellings([name for _, name in uses], alone, canon.key)),
        frozenset(place.path for place in places),
        claims,
        tuple(places[:PLACES]),
    )


def _elected(uses: Sequence[tuple[Canon, Name]]) -> Canon:
    """What most of the names are read as; documents may differ in the kind of what they define."""
    counts: Counter[tuple[bool, str, EntityKind]] = Counter()
    read = {}
    for canon, name in uses:
        shown = (canon.kind == "unknown", canon.name, canon.kind)
        counts[shown] += name.count
        read[shown] = canon
    return read[min(counts, key=lambda shown: (shown[0], -counts[shown], shown))]


def _spellings(names: Sequence[Name], alone: dict[str, str], key: str) -> Iterator[Spelling]:
    """The spellings of one entity, the most frequent first."""
    by_text: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_text[name.spelling].append(name)
    counts = {text: sum(name.count for name in held) for text, held in by_text.items()}
    for text in sorted(counts, key=lambda text: (-counts[text], text)):
        first = min((name.place for name in by_text[text]), key=position)
        yield Spelling(text, counts[text], first, alone[text] == key)


def position(place: Place) -> tuple[str, int, int]:
    """The order of places."""
    return place.path, place.line, place.column
