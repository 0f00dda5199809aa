"""Extracts and the gazetteer -> all their claims, with canonical subjects, names and keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factlint.entities.keys import key
from factlint.model import Claim, Entity, EntityKind, Extract, Gazetteer, Value

#: Deals of which a product is told as its maker is.
MONEY_GIVEN = frozenset(("funding", "investment"))
#: How far a place is followed upwards: district, city, state, country, continent.
DEEPEST = 5


@dataclass(frozen=True, slots=True)
class _Canon:
    """What a name stands for: the canonical name, its kind if that is known, the key of both.

    `named` is the fullest form that the document at hand uses; `entity` its line of the gazetteer.
    """

    name: str
    kind: EntityKind
    key: str
    named: str
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class _Corpus:
    """What all documents say of names.

    `known` are the entities of the gazetteer by key, `longs` the long forms by the key of the short
    one where the corpus agrees, `spellings` the most frequent spelling by key, `kinds` the kind,
    `shown` the name of an entity that readers of the corpus know it by.
    """

    gazetteer: Gazetteer
    known: Mapping[str, Entity]
    longs: Mapping[str, str]
    spellings: Mapping[str, str]
    kinds: Mapping[str, EntityKind]
    shown: Mapping[str, str]


def resolve(extracts: Sequence[Extract], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """All claims of all extracts, in order, with canonical names and the key to group them by."""
    corpus = _corpus(extracts, gazetteer)
    return tuple(claim for extract in extracts for claim in _resolved(extract, corpus))


def _corpus(extracts: Sequence[Extract], gazetteer: Gazetteer) -> _Corpus:
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
    return _Corpus(
        gazetteer,
        known,
        _agreed(extracts, known),
        {shared: _most_used(counts) for shared, counts in spellings.items()},
        {shared: _elected(counts) for shared, counts in kinds.items()},
        _shown(extracts, known),
    )


def _shown(extracts: Iterable[Extract], known: Mapping[str, Entity]) -> Mapping[str, str]:
    """Entity -> its own name where the corpus uses it, else the spelling the corpus uses most.

    A corpus that only ever writes "AWS" reads better with that than with a name it never uses.
    """
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for extract in extracts:
        for name in extract.names:
            entity = known.get(key(name.spelling))
            if entity is not None:
                used[entity.name][name.spelling] += name.count
    return {name: name if name in counts else _most_used(counts) for name, counts in used.items()}


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


def _definitions(extract: Extract) -> Mapping[str, str]:
    return {key(name.spelling): name.defined_as for name in extract.names if name.defined_as}


def _agreed(extracts: Iterable[Extract], known: Mapping[str, Entity]) -> Mapping[str, str]:
    """Short forms that mean one thing in the whole corpus, and no entity of the gazetteer."""
    longs: dict[str, Counter[str]] = defaultdict(Counter)
    for extract in extracts:
        for short, long in _definitions(extract).items():
            longs[short][long] += 1
    return {
        short: _most_used(counts)
        for short, counts in longs.items()
        if short not in known and len({key(long) for long in counts}) == 1
    }


def _most_used(counts: Counter[str]) -> str:
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))


def _elected(counts: Counter[EntityKind]) -> EntityKind:
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _resolved(extract: Extract, corpus: _Corpus) -> Iterator[Claim]:
    longs = {**corpus.longs, **_definitions(extract)}
    used = _used(extract, corpus)
    for claim in extract.claims:
        subject = _canon(claim.subject, longs, corpus, used)
        kind = claim.subject_kind if subject.kind == "unknown" else subject.kind
        counterparty = claim.qualifiers.counterparty
        qualifiers = claim.qualifiers
        other = _canon(counterparty, longs, corpus, used) if counterparty else None
        if other is not None:
            qualifiers = replace(qualifiers, counterparty=other.name)
        yield replace(
            claim,
            subject=subject.name,
            key=_party(claim, subject),
            counterparty_key=_party(claim, other) if other else "",
            owners=tuple(_around(subject, corpus)),
            named=subject.named,
            subject_kind=kind,
            value=_valued(claim.value, longs, corpus, used),
            qualifiers=qualifiers,
        )


def _party(claim: Claim, party: _Canon) -> str:
    """The key of whom a claim is compared with: money raised is that of the maker of a product.

    "Cursor raised $9M" and "Anysphere, which makes Cursor, raised $9M" tell of one deal. The two
    stay two entities in all else.
    """
    entity = party.entity
    if entity is None or entity.kind != "product" or not entity.made_by:
        return party.key
    return key(entity.made_by) if claim.event_kind in MONEY_GIVEN else party.key


def _used(extract: Extract, corpus: _Corpus) -> Mapping[str, str]:
    """Entity -> the fullest form of its name that the document uses."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in extract.names:
        entity = corpus.known.get(key(name.spelling))
        if entity is not None:
            forms[entity.name].add(name.spelling)
    return {
        name: max(spellings, key=lambda form: (len(form), form))
        for name, spellings in forms.items()
    }


def _valued(
    value: Value, longs: Mapping[str, str], corpus: _Corpus, used: Mapping[str, str]
) -> Value:
    if value.kind != "name":
        return value
    canon = _canon(value.canonical or value.text, longs, corpus, used)
    return replace(value, canonical=canon.name, within=tuple(_around(canon, corpus)))


def _around(canon: _Canon, corpus: _Corpus) -> Iterator[str]:
    """What a place lies in, and whom a company belongs to, the nearest first."""
    entity = canon.entity
    for _ in range(DEEPEST):
        above = (entity.within if entity.kind == "place" else entity.made_by) if entity else None
        if not above:
            return
        yield above
        entity = corpus.known.get(key(above))


def _canon(name: str, longs: Mapping[str, str], corpus: _Corpus, used: Mapping[str, str]) -> _Canon:
    """The gazetteer's name, else the long form of a definition, else the common spelling."""
    short = key(name)
    long = longs.get(short)
    defined = key(long) if long else short
    entity = (
        corpus.known.get(defined) or corpus.gazetteer.entries.get(name) or corpus.known.get(short)
    )
    if long and defined not in corpus.known:
        entity = None
    if entity is not None:
        shown = corpus.shown.get(entity.name, entity.name)
        return _Canon(shown, entity.kind, key(entity.name), used.get(entity.name, shown), entity)
    kind = corpus.kinds.get(defined, corpus.kinds.get(short, "unknown"))
    shown = corpus.spellings.get(defined, long or name)
    return _Canon(shown, kind, key(shown), shown)
