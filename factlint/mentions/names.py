"""Passage text and the lexicon of its document -> mentions of names, each with its kind.

A capital makes a name in the middle of a sentence. At its start, and in lines where nearly every
word has one, other evidence is asked for: the gazetteer, a cue, or the same name in running text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factlint.mentions import name_cues as cues
from factlint.mentions import name_groups as groups
from factlint.mentions import name_index as indexes
from factlint.mentions import name_pieces as pieces
from factlint.mentions import name_words as words
from factlint.mentions.name_groups import Group
from factlint.mentions.name_index import Index
from factlint.mentions.name_pieces import Piece, Vocabulary
from factlint.model import Entity, EntityKind, Gazetteer, Mention, Value

#: Words that start small or with a digit: "chip", "iPhone", "3M".
_SMALL = re.compile(r"(?<![\w.@#/-])[a-z0-9]\w*")
#: After plain words, this makes them a term: "Variational Autoencoders (VAEs)".
_EXPLAINED = re.compile(r" \([A-Z]{2,6}s?\)")
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,5}s$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?$")


@dataclass(frozen=True, slots=True)
class Known:
    """The gazetteer, prepared for finding: built once for all documents.

    `specials` are the spellings that start with a small letter or a digit, `plain` those that are
    plain words as well.
    """

    entities: Mapping[str, Entity]
    index: Index
    products: frozenset[str]
    specials: tuple[str, ...]
    plain: frozenset[str]
    kinds: Mapping[str, EntityKind]


@dataclass(frozen=True, slots=True)
class Fact:
    """What one document says of one spelling: its full form, its kind, how often it is a name."""

    canonical: str
    kind: EntityKind
    count: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the names of one document.

    `small` are the words it writes in lower case, `names` the facts by spelling, `pieces` the
    pieces of its texts, `index` finds its names in lines where capitals say nothing.
    """

    known: Known
    vocabulary: Vocabulary
    small: frozenset[str] = frozenset()
    names: Mapping[str, Fact] = field(default_factory=dict)
    pieces: Mapping[str, Sequence[Piece]] = field(default_factory=dict)
    index: Index = field(default_factory=Index)


def known(gazetteer: Gazetteer) -> Known:
    """The gazetteer, prepared for finding."""
    entities: dict[str, Entity] = {}
    for spelling, entity in gazetteer.entries.items():
        for variant in indexes.variants(spelling):
            entities.setdefault(variant, entity)
    entities.update(gazetteer.entries)
    return Known(
        entities,
        indexes.build(entities),
        frozenset(name for name, entity in entities.items() if entity.kind == "product"),
        tuple(sorted((s for s in entities if not s[:1].isupper()), key=lambda s: (-len(s), s))),
        frozenset(name for name in entities if _is_plain(name)),
        {name: entity.kind for name, entity in entities.items()},
    )


def _is_plain(spelling: str) -> bool:
    return indexes.plain(spelling) or spelling in words.CALENDAR


def lexicon(texts: Iterable[str], known: Known) -> Lexicon:
    """The names of one document: two looks, the second with what the first has found."""
    texts = tuple(dict.fromkeys(texts))
    small = frozenset(word for text in texts for word in _SMALL.findall(text))
    vocabulary = Vocabulary(known.index, known.products, known.plain, _special(small, known))
    scanned = {text: pieces.find(text, vocabulary) for text in texts}
    first = Lexicon(known, vocabulary, small, pieces=scanned)
    seen: Counter[str] = Counter()
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    shorts: dict[str, str] = {}
    for text, found in scanned.items():
        spans = list(_spans(text, found, first))
        for start, end in spans:
            name = text[start:end]
            seen[name] += 1
            if name in known.products and not cues.funded(text, end):
                continue
            if name in known.products or name not in known.entities:
                for kind, weight in cues.context_votes(text, start, end):
                    votes[name][kind] += weight
        shorts.update(_definitions(text, spans))
    names = _facts(seen, votes, shorts, known)
    return replace(first, names=names, index=indexes.build(names))


def _special(small: frozenset[str], known: Known) -> re.Pattern[str] | None:
    """A pattern for the names of the document that start small or with a digit."""
    present = [name for name in known.specials if pieces.first_word(name) in small]
    if not present:
        return None
    return re.compile("|".join(map(re.escape, present)))


def _facts(
    seen: Counter[str],
    votes: Mapping[str, Counter[EntityKind]],
    shorts: Mapping[str, str],
    known: Known,
) -> Mapping[str, Fact]:
    kinds: dict[str, EntityKind] = {}
    for name in seen:
        kinds[name] = _elected(name, votes.get(name, Counter()), known)
    full = dict(_short_forms(seen, kinds, known))
    full.update({short: long for short, long in shorts.items() if _may_define(short, long, known)})
    facts = {}
    for name in {*seen, *full}:
        long = full.get(name, name)
        bare = without_legal(long)
        entity = known.entities.get(long) or known.entities.get(bare)
        canonical = entity.name if entity else bare
        kind = kinds.get(long, "unknown")
        if kind == "unknown":
            kind = kinds.get(name, "unknown")
        facts[name] = Fact(canonical, kind, seen[name])
    return facts


def _elected(name: str, votes: Counter[EntityKind], known: Known) -> EntityKind:
    """The kind with the most votes; two alike are none.

    The gazetteer decides, save that a product that is said to raise money is a company here.
    """
    entity = known.entities.get(name)
    if entity is not None:
        return "org" if entity.kind == "product" and votes["org"] > 2 else entity.kind
    if _extends_product(name, known):
        return "product"
    total = Counter(votes)
    for kind, weight in cues.shape_votes(name):
        total[kind] += weight
    if known.kinds.get(name.rpartition(" ")[2]) == "person":
        total["person"] += 2
    best = total.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return "unknown"
    return best[0][0]


def _extends_product(name: str, known: Known) -> bool:
    """Whether a name starts with a product of the gazetteer: "Gemini 3.1 Pro"."""
    head = re.split(r"[ -]", name, maxsplit=1)[0]
    return head != name and any(
        spelling in known.products and name.startswith(spelling) and name[len(spelling)] in " -"
        for spelling in known.index.spellings.get(head, ())
        if len(spelling) < len(name)
    )


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
        return
    if kind == "person":
        surname = parts[-1]
        holder = known.entities.get(surname)
        plain = surname in words.FUNCTION or len(surname) < 3
        if not plain and (holder is None or holder.kind == "person"):
            yield surname
        return
    if kind != "org" or any(mark.isdigit() for mark in name):
        return
    stem = parts
    while len(stem) > 1 and stem[-1] in words.ORG_SUFFIXES:
        stem = stem[:-1]
    short = " ".join(stem)
    if len(stem) < len(parts) and short not in known.entities:
        yield short
    first = parts[0]
    if first == short or first in known.entities or first.casefold() in words.common():
        return
    if first not in words.FIRST_NAMES and first not in words.OF_HEADS and len(first) > 2:
        yield first


def without_legal(name: str) -> str:
    """A name without its legal form: "Acme" for "Acme, Inc."."""
    head, _, last = name.rpartition(" ")
    while head and last in words.LEGAL:
        name = head.rstrip(",")
        head, _, last = name.rpartition(" ")
    return name


def find(text: str, figures: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """All names of one passage text, in order; none overlaps a figure, save by its own digits."""
    found = lexicon.pieces.get(text)
    if found is None:
        found = pieces.find(text, lexicon.vocabulary)
    return tuple(
        _mention(text, start, end, lexicon)
        for start, end in _spans(text, pieces.beside(figures, found), lexicon)
    )


def _spans(text: str, found: Sequence[Piece], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    for group in groups.find(text, found, lexicon.known.kinds):
        yield from _accepted(text, group, lexicon)


def _mention(text: str, start: int, end: int, lexicon: Lexicon) -> Mention:
    name = text[start:end]
    canonical, kind = _resolved(name, lexicon)
    return Mention(start, end, start, Value("name", name, canonical=canonical), kind)


def _resolved(name: str, lexicon: Lexicon) -> tuple[str, EntityKind]:
    fact = lexicon.names.get(name)
    if fact is not None:
        return fact.canonical, fact.kind
    bare = without_legal(name)
    entity = lexicon.known.entities.get(name) or lexicon.known.entities.get(bare)
    if entity is not None:
        return entity.name, entity.kind
    fact = lexicon.names.get(bare)
    if fact is not None:
        return fact.canonical, fact.kind
    return bare, _elected(name, Counter(), lexicon.known)


def kind_of(name: str, lexicon: Lexicon) -> EntityKind:
    """The kind of a name by the gazetteer, else by what its document says of it."""
    return _resolved(name, lexicon)[1]


def _accepted(text: str, group: Group, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The spans of a candidate that are names."""
    if group.pieces[0].titled:
        yield from _in_title_case(text, group, lexicon)
        return
    group = _without_opener(text, group)
    if group.single and group.pieces[0].kind == "known":
        if _is_known_name(text, group.pieces[0], lexicon):
            yield group.start, group.end
        return
    if _is_new_name(text, group, lexicon):
        yield group.start, group.end
        return
    for piece in group.pieces:
        if piece.kind == "known" and _is_known_name(text, piece, lexicon):
            yield piece.start, piece.end


def _without_opener(text: str, group: Group) -> Group:
    """The candidate without a plain word that only its place capitalises: "Buying Foobar"."""
    first, *rest = group.pieces
    if not rest or not first.initial or first.kind != "word":
        return group
    if text[first.end : rest[0].start] != " " or first.text.casefold() not in words.common():
        return group
    second = rest[0].text
    opens = first.text.endswith(("ing", "ed", "ly")) or rest[0].kind == "known"
    if opens and (second.casefold() not in words.common()) and second not in words.ORG_SUFFIXES:
        return group._replace(pieces=tuple(rest))
    return group


def _is_known_name(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a spelling of the gazetteer is the name here, and not the plain word."""
    if text[piece.start].isdigit() and piece.text not in lexicon.names:
        return (
            " " in piece.text
            or not piece.text[-1:].isupper()
            or len(piece.text) > 2
            or (cues.acts(text, piece.end))
        )
    if piece.text not in lexicon.known.plain:
        return True
    if piece.text in words.CALENDAR:
        return cues.not_a_day(text, piece.start, piece.end)
    if text[piece.end : piece.end + 1] == " " and text[piece.end + 1 : piece.end + 2].isdigit():
        return False
    if piece.initial:
        return cues.acts(text, piece.end) or lexicon.names.get(piece.text) is not None
    return cues.last_word(text, piece.start) not in words.DETERMINERS


def _is_new_name(text: str, group: Group, lexicon: Lexicon) -> bool:
    """Whether capitalised words that no list knows are a name here."""
    name = text[group.start : group.end]
    if name in lexicon.names or group.person:
        return True
    if group.single:
        return _is_new_word(text, group, lexicon)
    if not all(_is_ordinary(piece, lexicon) for piece in group.pieces):
        return True
    if group.loose:
        return False
    if group.pieces[0].initial:
        return _ends_as_org(group) and cues.acts(text, group.end)
    return _ends_as_org(group) or not (len(group.pieces) > 4 or _EXPLAINED.match(text, group.end))


def _ends_as_org(group: Group) -> bool:
    last = group.pieces[-1].text
    return last in words.ORG_SUFFIXES and last not in words.WEAK_SUFFIXES


def _is_ordinary(piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a piece is a plain word with a capital."""
    if piece.kind == "known":
        return piece.text in lexicon.known.plain
    if piece.kind == "generic":
        return True
    small = piece.text.casefold()
    inside = piece.text[1:]
    if inside.islower() or inside.isupper():
        return small in words.common() or (inside.islower() and small in lexicon.small)
    return not inside


def _is_new_word(text: str, group: Group, lexicon: Lexicon) -> bool:
    piece = group.pieces[0]
    if len(piece.text) < 2 or piece.text in words.ORG_SUFFIXES or piece.text in words.FIRST_NAMES:
        return piece.text in words.FIRST_NAMES and not piece.initial
    if _PLURAL_ACRONYM.match(piece.text):
        return False
    ordinary = _is_ordinary(piece, lexicon)
    if not ordinary:
        return not (piece.initial and words.WORDISH.match(piece.text)) or cues.raises(
            text, piece.end
        )
    if piece.initial:
        return not _is_plural(piece.text) and cues.raises(text, piece.end)
    if group.loose or _ACRONYM.match(piece.text):
        return False
    if piece.text.casefold() in lexicon.small:
        return cues.named(text, piece.start, piece.end)
    return cues.last_word(text, piece.start) not in words.DETERMINERS


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _in_title_case(text: str, group: Group, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Names of a line where capitals say nothing: known ones, and those of the running text."""
    at = group.start
    whole = len(group.pieces) > 1 and text[group.start : group.end] in lexicon.names
    if whole:
        yield group.start, group.end
        return
    for piece in group.pieces:
        if piece.start < at:
            continue
        spelling = lexicon.index.match(text, piece.start, pieces.first_word(piece.text))
        if spelling is not None and len(spelling) >= len(piece.text):
            at = piece.start + len(spelling)
            yield piece.start, at
        elif piece.kind == "known" and (
            piece.text not in lexicon.known.plain or _is_item(text, piece)
        ):
            yield piece.start, piece.end
        elif _is_headline_subject(text, piece, group, lexicon):
            yield group.start, group.end
            return


def _is_item(text: str, piece: Piece) -> bool:
    """Whether a piece is an item of a list of names: "Thrive Capital, Fidelity, MGX"."""
    return (
        text[max(0, piece.start - 2) : piece.start] == ", "
        and text[piece.end : piece.end + 1] in ",."
    )


def _is_headline_subject(text: str, piece: Piece, group: Group, lexicon: Lexicon) -> bool:
    """ "Wayve" in "Wayve Raises $1 Billion": an unknown word, a deed and an amount."""
    if not piece.initial or piece.kind != "word" or _is_ordinary(piece, lexicon):
        return False
    if len(group.pieces) > 1 and group.pieces[1].text in words.RAISES:
        return False
    return cues.raises(text, group.end)


#: "Amazon Web Services (AWS)", 'Foo Bar ("Foo")': a name, and another one in brackets.
_OPENING = re.compile(r' \(["\']?(?:or |the )?["\']?$')
_CLOSING = re.compile(r'["\']?[),;]')


def definitions(text: str, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """(short, long) pairs that a text defines itself: ("AWS", "Amazon Web Services")."""
    spans = [(mention.start, mention.end) for mention in mentions if mention.value.kind == "name"]
    return tuple(_definitions(text, spans))


def _definitions(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    for (start, end), (begin, stop) in pairwise(spans):
        if not 2 <= begin - end <= 9 or not _OPENING.match(text[end:begin]):
            continue
        if not _CLOSING.match(text, stop):
            continue
        pair = _definition(text[start:end], text[begin:stop])
        if pair is not None:
            yield pair


def _definition(outer: str, inner: str) -> tuple[str, str] | None:
    short, long = sorted((outer, inner), key=len)
    return (short, long) if abbreviates(short, long) else None


def abbreviates(short: str, long: str) -> bool:
    """Whether one name is a short form of the other: AWS, AMI Labs, a16z, Foo of Foo Systems."""
    if short == long or len(short) >= len(long):
        return False
    stem = [word for word in short.split() if word not in words.ORG_SUFFIXES] or short.split()
    letters = "".join(stem).replace(".", "").replace("&", "")
    parts = re.findall(r"\w+", long)
    if f" {short} " in f" {long} ":
        return True
    if len(letters) > 1 and letters.isupper() and _initials(letters, parts):
        return True
    squeezed = "".join(parts).casefold()
    return short.casefold() == f"{squeezed[0]}{len(squeezed) - 2}{squeezed[-1]}"


def _initials(letters: str, parts: Sequence[str]) -> bool:
    """Whether `letters` are the first letters of the words, small words and legal forms aside."""
    big = [part for part in parts if part[:1].isupper() or part[:1].isdigit()]
    for chosen in (parts, big):
        initials = "".join(part[0] for part in chosen).upper()
        if initials.startswith(letters) and len(initials) - len(letters) <= 1:
            return True
    capitals = "".join(mark for part in parts for mark in part if mark.isupper())
    return capitals == letters
