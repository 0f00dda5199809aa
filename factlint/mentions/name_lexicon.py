"""What is known of names: the gazetteer prepared for finding, and the facts of one document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factlint.mentions import name_index as indexes
from factlint.mentions import name_kinds
from factlint.mentions import name_words as words
from factlint.mentions.name_groups import Group
from factlint.mentions.name_index import Index
from factlint.mentions.name_pieces import Piece, Vocabulary
from factlint.model import Entity, EntityKind, Gazetteer, Value

#: What a mention says of a name: value, kind, whether it backs, its seat, a region, its maker.
Read = tuple[Value, EntityKind, bool, str | None, bool, str | None]


@dataclass(frozen=True, slots=True)
class Known:
    """The gazetteer, prepared for finding: built once for all documents.

    `specials` are the spellings that start with a small letter or a digit, `plain` those that are
    plain words as well, `words` what the user says is no name.
    """

    entities: Mapping[str, Entity]
    index: Index
    products: frozenset[str]
    specials: tuple[str, ...]
    plain: frozenset[str]
    kinds: Mapping[str, EntityKind]
    backers: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """What one document says of one spelling: its full form, its kind, how often it is a name."""

    canonical: str
    kind: EntityKind
    count: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the names of one document.

    `small` are the words it writes in lower case, `often` the plain words that it often writes
    with a capital inside a sentence, `names` the facts by spelling, `pieces` the
    pieces of its texts, `groups` the candidates that they make and `named` the places of those that
    are names, `index` finds its names in lines
    where capitals say nothing. `read` remembers what names of it were read as.
    """

    known: Known
    vocabulary: Vocabulary
    small: frozenset[str] = frozenset()
    often: frozenset[str] = frozenset()
    names: Mapping[str, Fact] = field(default_factory=dict)
    pieces: Mapping[str, Sequence[Piece]] = field(default_factory=dict)
    groups: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    named: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    index: Index = field(default_factory=Index)
    read: dict[str, Read] = field(default_factory=dict)


def known(gazetteer: Gazetteer) -> Known:
    """The gazetteer, prepared for finding."""
    entries = gazetteer.entries
    entities: dict[str, Entity] = {}
    for spelling, entity in entries.items():
        for variant in indexes.variants(spelling):
            entities.setdefault(variant, entity)
    entities.update(entries)
    kinds: dict[str, EntityKind] = {name: entity.kind for name, entity in entities.items()}
    return Known(
        entities,
        indexes.build(entities),
        frozenset(name for name, kind in kinds.items() if kind == "product"),
        tuple(sorted((s for s in entities if not s[:1].isupper()), key=lambda s: (-len(s), s))),
        frozenset(name for name in entities if " " not in name and _is_plain(name)),
        kinds,
        frozenset(entity.name for entity in entries.values() if entity.backs),
        gazetteer.words,
    )


def _is_plain(spelling: str) -> bool:
    return indexes.plain(spelling) or spelling in words.CALENDAR


def facts(
    seen: Counter[str],
    kinds: Mapping[str, EntityKind],
    shorts: Mapping[str, str],
    terms: Collection[str],
    lexicon: Lexicon,
) -> Mapping[str, Fact]:
    """The facts of one document: `seen` counts its names, `shorts` are its definitions.

    `terms` are short forms of plain words, and so of no name.
    """
    known = lexicon.known
    full = {
        short: long
        for short, long in _short_forms(seen, kinds, known)
        if short not in terms
        and (short.casefold() not in lexicon.small or not indexes.plain(short))
    }
    full.update({short: long for short, long in shorts.items() if _may_define(short, long, known)})
    found = {}
    for name in {*seen, *full}:
        long = full.get(name, name)
        if "unknown" not in (own := {kinds.get(name, "unknown"), kinds.get(long, "unknown")}):
            long = long if len(own) == 1 else name  # "Cruise", the firm, beside "Tom Cruise"
        _, canonical = _of_gazetteer(long, known)
        kind = kinds.get(long, "unknown")
        if kind == "unknown":
            kind = kinds.get(name, "unknown")
        found[name] = Fact(canonical, kind, seen[name])
    return found


def _of_gazetteer(name: str, known: Known) -> tuple[Entity | None, str]:
    """The entity of a name, with its legal form or without, and what it is called.

    The "America Corporation" is not America.
    """
    bare = without_legal(name)
    entity = known.entities.get(bare)
    if bare != name and entity is not None and entity.kind == "place":
        bare, entity = name, None
    entity = known.entities.get(name, entity)
    return entity, entity.name if entity else bare


def _may_define(short: str, long: str, known: Known) -> bool:
    """Whether an in-text definition says more than the gazetteer."""
    entity = known.entities.get(short)
    return entity is None or known.entities.get(long) is not entity


def _short_forms(
    seen: Counter[str], kinds: Mapping[str, EntityKind], known: Known
) -> Iterator[tuple[str, str]]:
    """(short, full) pairs of one document that have one reading: "LeCun", "Figure"."""
    fulls: dict[str, set[str]] = defaultdict(set)
    for name in seen:
        for short in _shorter(name, kinds[name], known):
            fulls[short].add(name)
    for short, names in fulls.items():
        if len(names) == 1:
            yield short, next(iter(names))


def _shorter(name: str, kind: EntityKind, known: Known) -> Iterator[str]:
    parts = without_legal(name).split()
    if len(parts) < 2:
        formed = parts != name.split() and not words.ORG_SUFFIXES.issuperset(parts)
        if formed and kind == "org" and not _is_numbered(parts):
            yield parts[0]  # "Anchor, Inc." is Anchor, though that is a plain word
        return
    if kind == "person":
        surname = parts[-1]
        holder = known.entities.get(surname)
        plain = surname in words.FUNCTION or len(surname) < 3
        if not plain and (holder is None or holder.kind == "person"):
            yield surname
        return
    if kind != "org" or _is_numbered(parts):
        return
    if "".join(parts) in known.entities:  # "Open AI": its short forms stand in the gazetteer
        return
    if parts[-1] in words.PAPERS:
        return  # the "Lumo Review" is not Lumo
    stem = parts
    while len(stem) > 1 and stem[-1] in words.ORG_SUFFIXES:
        stem = stem[:-1]
    short = " ".join(stem)
    says_something = _is_shortened(parts, stem) or not _says_nothing(short)
    if len(stem) < len(parts) and short not in known.entities and says_something:
        yield short
    first = parts[0]
    if first == short or {first, name} & known.entities.keys() or _says_nothing(first):
        return
    if parts[-1].isupper():
        return  # "Lumo HCM" is hardly what "Lumo" is short for
    if first not in words.given_names() and first not in words.OF_HEADS and len(first) > 2:
        yield first


def _is_numbered(parts: Sequence[str]) -> bool:
    return any(mark.isdigit() for part in parts for mark in part)


def _is_shortened(parts: Sequence[str], stem: Sequence[str]) -> bool:
    """Whether one word that says what a firm is was left off: "Figure" of "Figure AI".

    "Fast" is not "Fast Company".
    """
    return len(parts) - len(stem) < 2 and parts[-1] != "Company"


def _says_nothing(word: str) -> bool:
    """Whether a word names nobody by itself: "Legal" of "Legal Data Lab", "A.I." of "A.I. Wire"."""
    return word.casefold() in words.common() or word.replace(".", "") in words.GENERIC


def without_legal(name: str) -> str:
    """A name without its legal form: "Acme" for "Acme, Inc."."""
    head, _, last = name.rpartition(" ")
    while head and last in words.LEGAL:
        name = head.rstrip(",")
        head, _, last = name.rpartition(" ")
    return name


def backs(canonical: str, kind: EntityKind, lexicon: Lexicon) -> bool:
    """Whether a name is that of an investor, by the gazetteer or its last word: "X Ventures"."""
    if canonical in lexicon.known.backers:
        return True
    first, _, last = canonical.rpartition(" ")
    known = canonical in lexicon.known.entities
    return bool(first) and last in words.BACKERS and kind in ("org", "unknown") and not known


def resolve(name: str, lexicon: Lexicon) -> tuple[str, EntityKind]:
    """The full form of a name as written, and its kind."""
    fact = lexicon.names.get(name)
    if fact is not None:
        return fact.canonical, fact.kind
    entity, canonical = _of_gazetteer(name, lexicon.known)
    if entity is not None:
        return entity.name, entity.kind
    fact = lexicon.names.get(canonical)
    if fact is not None:
        return fact.canonical, fact.kind
    return canonical, name_kinds.alone(name, lexicon.known.entities, lexicon.known.index)
