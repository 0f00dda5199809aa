"""Extracts and the gazetteer -> what the corpus says of names, and what each name stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factlint.entities.keys import has_legal_form, key
from factlint.model import Entity, EntityKind, Extract, Gazetteer


@dataclass(frozen=True, slots=True)
class Canon:
    """What a name stands for: the canonical name, its kind if that is known, the key of both.

    `named` is the fullest form that the document at hand uses, `entity` the line of the gazetteer.
    """

    name: str
    kind: EntityKind
    key: str
    named: str
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all documents say of names.

    `known` are the entities of the gazetteer by key, `keys` the keys of entities by name, `longs`
    the long forms by the key of the short one where the corpus agrees, `spellings` the most
    frequent spelling by key, `kinds` the kind, `shown` the name of an entity that readers of the
    corpus know it by.
    """

    gazetteer: Gazetteer
    known: Mapping[str, Entity]
    keys: Mapping[str, str]
    longs: Mapping[str, str]
    spellings: Mapping[str, str]
    kinds: Mapping[str, EntityKind]
    shown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds in one document: its own definitions before those of the corpus.

    `longs` are long forms by the key of the short one, `used` the fullest form that the document
    uses of the name of an entity.
    """

    corpus: Corpus
    longs: Mapping[str, str]
    used: Mapping[str, str]


def corpus(extracts: Sequence[Extract], gazetteer: Gazetteer) -> Corpus:
    """What all extracts together say of names; their order does not matter."""
    known = _by_key(gazetteer)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for extract in extracts:
        for name in extract.names:
            spellings[key(name.spelling)][name.spelling] += name.count
            if name.kind != "unknown":
                kinds[key(name.spelling)][name.kind] += name.count
        for claim in extract.claims:
            spellings[key(claim.subject)][claim.subject] += 1
    return Corpus(
        gazetteer,
        known,
        _keys(gazetteer),
        _agreed(extracts, gazetteer, known),
        {shared: _most_used(counts) for shared, counts in spellings.items()},
        {shared: _elected(counts) for shared, counts in kinds.items()},
        _shown(extracts, gazetteer, known),
    )


def scope(extract: Extract, corpus: Corpus) -> Scope:
    """What holds in the document of an extract."""
    return Scope(corpus, {**corpus.longs, **definitions(extract)}, _used(extract, corpus))


def everywhere(corpus: Corpus) -> Scope:
    """What holds in documents that define nothing."""
    return Scope(corpus, corpus.longs, {})


def canon(name: str, scope: Scope) -> Canon:
    """The gazetteer's name, else the long form of a definition, else the common spelling."""
    corpus = scope.corpus
    short = key(name)
    long = scope.longs.get(short)
    defined = key(long) if long else short
    entity = entity_of(long or name, corpus.gazetteer, corpus.known)
    if entity is not None:
        shown = corpus.shown.get(entity.name, entity.name)
        kind = entity.kind if entity.kind != "unknown" else corpus.kinds.get(defined, "unknown")
        named = scope.used.get(entity.name, shown)
        return Canon(shown, kind, corpus.keys[entity.name], named, entity)
    kind = corpus.kinds.get(defined, corpus.kinds.get(short, "unknown"))
    shown = corpus.spellings.get(defined, long or name)
    return Canon(shown, kind, key(shown), shown)


def definitions(extract: Extract) -> Mapping[str, str]:
    """The long forms that a document defines, by the key of the short one."""
    return {key(name.spelling): name.defined_as for name in extract.names if name.defined_as}


def entity_of(name: str, gazetteer: Gazetteer, known: Mapping[str, Entity]) -> Entity | None:
    """The entity of a name: "KIA" and "Kia" are two where the gazetteer has both."""
    exact = gazetteer.entries.get(name)
    if exact is not None:
        return exact
    entity = known.get(key(name))
    if entity is not None and entity.kind == "place" and has_legal_form(name):
        return None  # the "Oslo Corporation"
    return entity


@lru_cache(maxsize=4)
def _by_key(gazetteer: Gazetteer) -> Mapping[str, Entity]:
    """Entities by the keys of their spellings; a key that two entities share is nobody's."""
    owners: dict[str, dict[str, Entity]] = defaultdict(dict)
    for spelling, entity in gazetteer.entries.items():
        owners[key(spelling)][entity.name] = entity
    found = {}
    for shared, entities in owners.items():
        named = [entity for entity in entities.values() if key(entity.name) == shared]
        candidates = named or list(entities.values())
        if len(candidates) == 1:
            found[shared] = candidates[0]
    return found


@lru_cache(maxsize=4)
def _keys(gazetteer: Gazetteer) -> Mapping[str, str]:
    """Entity -> its key: the name itself where two have one key ("Block" and "The Block")."""
    names = {entity.name for entity in gazetteer.entries.values()}
    counts = Counter(map(key, names))
    return {name: key(name) if counts[key(name)] == 1 else name for name in names}


def _shown(
    extracts: Iterable[Extract], gazetteer: Gazetteer, known: Mapping[str, Entity]
) -> Mapping[str, str]:
    """Entity -> its own name where the corpus uses it, else the spelling the corpus uses most.

    A corpus that only ever writes "AWS" reads better with that than with a name it never uses; but
    a name that the user has given is one to use.
    """
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for extract in extracts:
        for name in extract.names:
            entity = entity_of(name.spelling, gazetteer, known)
            if entity is not None:
                used[entity.name][name.spelling] += name.count
    return {
        name: name if name in counts or name in gazetteer.own else _most_used(counts)
        for name, counts in used.items()
    }


def _agreed(
    extracts: Iterable[Extract], gazetteer: Gazetteer, known: Mapping[str, Entity]
) -> Mapping[str, str]:
    """Short forms that mean one thing in the whole corpus, and no entity of the gazetteer.

    Those of two letters are none: "SP" is too much.
    """
    longs: dict[str, Counter[str]] = defaultdict(Counter)
    for extract in extracts:
        for name in extract.names:
            if name.defined_as and entity_of(name.spelling, gazetteer, known) is None:
                longs[key(name.spelling)][name.defined_as] += 1
    return {
        short: _most_used(counts)
        for short, counts in longs.items()
        if len(short) > 2 and len({key(long) for long in counts}) == 1
    }


def _used(extract: Extract, corpus: Corpus) -> Mapping[str, str]:
    """Entity -> the fullest form of its name that the document uses."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in extract.names:
        entity = entity_of(name.spelling, corpus.gazetteer, corpus.known)
        if entity is not None:
            forms[entity.name].add(name.spelling)
    return {
        name: max(spellings, key=lambda form: (len(form), form))
        for name, spellings in forms.items()
    }


def _most_used(counts: Counter[str]) -> str:
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _elected(counts: Counter[EntityKind]) -> EntityKind:
    return min(counts, key=lambda kind: (-counts[kind], kind))
