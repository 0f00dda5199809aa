"""Passage text and the lexicon of its document -> mentions of names, each with its kind.

A capital makes a name in the middle of a sentence. At its start, and in lines where nearly every
word has one, other evidence is asked for: the gazetteer, a cue, or the same name in running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from factlint.mentions import name_definitions, name_evidence, name_kinds, name_titles
from factlint.mentions import name_groups as groups
from factlint.mentions import name_index as indexes
from factlint.mentions import name_pieces as pieces
from factlint.mentions.name_groups import Group
from factlint.mentions.name_lexicon import Fact, Known, Lexicon, Read, backs, facts, known, resolve
from factlint.mentions.name_pieces import Piece, Vocabulary
from factlint.model import EntityKind, Mention, Value

__all__ = ["Known", "Lexicon", "definitions", "find", "kind_of", "known", "lexicon"]

Place = tuple[int, int]

#: A plain word that has a capital so often inside a sentence is a name.
_OFTEN = 3
#: Words that start small or with a digit: "chip", "iPhone", "3M".
#: A run of what such a word may not stand behind, and the word that it opens with.
_SMALL = re.compile(r"([a-z0-9]\w*)[\w.@#/-]*|[\w.@#/-]+")


def lexicon(texts: Iterable[str], known: Known) -> Lexicon:
    """The names of one document: two looks, the second with what the first has found."""
    texts = tuple(dict.fromkeys(texts))
    small = frozenset(chain.from_iterable(map(_SMALL.findall, texts))) - {""}
    vocabulary = Vocabulary(known.index, known.products, known.plain, _special(small, known))
    scanned = {text: _scan(text, vocabulary) for text in texts}
    found = ((text, tuple(groups.find(text, scanned[text], known.kinds))) for text in texts)
    grouped = {text: candidates for text, candidates in found if candidates}
    often = _often(grouped.values())
    blank = Lexicon(known, vocabulary, small, often, pieces=scanned, groups=grouped)
    terms = frozenset(chain.from_iterable(map(name_definitions.terms, grouped)))
    heard: name_kinds.Heard = {}
    return _learned(_learned(blank, heard, terms, last=False), heard, terms, last=True)


def _learned(
    lexicon: Lexicon, heard: name_kinds.Heard, terms: frozenset[str], *, last: bool
) -> Lexicon:
    """The lexicon with the facts of one look at all texts; the `last` one settles the kinds.

    `terms` are the short forms that the document defines by plain words.
    """
    named = {
        text: _places(text, candidates, lexicon) for text, candidates in lexicon.groups.items()
    }
    known = lexicon.known
    seen = Counter([text[start:end] for text, spans in named.items() for start, end in spans])
    kinds, ballots = name_kinds.guess(seen, named, known.entities, known.index, heard)
    if last:
        kinds = name_kinds.elect(named, known.entities, kinds, ballots)
    shorts: dict[str, str] = {}
    for text, spans in named.items():
        shorts.update(name_definitions.find(text, spans, tickers=True))
    names = facts(seen, kinds, shorts, terms, lexicon)
    told = [name for name, fact in names.items() if _tells(name, fact)]
    return replace(lexicon, names=names, index=indexes.build(told), named=named)


def _places(text: str, candidates: Sequence[Group], lexicon: Lexicon) -> Sequence[Place]:
    """Where the names of a text are; another look at one whose candidates all are finds no more."""
    spans = lexicon.named.get(text)
    if spans is not None and len(spans) == len(candidates) and _are_whole(spans, candidates):
        return spans
    return tuple(name_evidence.spans(text, candidates, lexicon))


def _are_whole(spans: Sequence[Place], candidates: Sequence[Group]) -> bool:
    return all(
        span == (one.start, one.end) and not one.pieces[0].titled
        for span, one in zip(spans, candidates, strict=True)
    )


def _tells(name: str, fact: Fact) -> bool:
    """Whether a name is one in a heading as well: not a plain word that hardly is one."""
    return not indexes.plain(name) or fact.count >= (_OFTEN if fact.kind == "unknown" else 2)


def _often(grouped: Iterable[Sequence[Group]]) -> frozenset[str]:
    """The single words that often have a capital where only names have one."""
    counted = Counter(
        group.pieces[0].text
        for candidates in grouped
        for group in candidates
        if group.single and not (group.pieces[0].initial or group.pieces[0].titled or group.loose)
    )
    return frozenset(word for word, count in counted.items() if count >= _OFTEN)


def _scan(text: str, vocabulary: Vocabulary) -> list[Piece]:
    return name_titles.mark(text, pieces.find(text, vocabulary), vocabulary.plain)


def _special(small: frozenset[str], known: Known) -> re.Pattern[str] | None:
    """A pattern for the names of the document that start small or with a digit."""
    present = [name for name in known.specials if pieces.first_word(name) in small]
    if not present:
        return None
    return re.compile("|".join(map(re.escape, present)))


def find(text: str, figures: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """All names of one passage text, in order; none overlaps a figure, save by its own digits."""
    found = lexicon.pieces.get(text)
    if found is None:
        found = _scan(text, lexicon.vocabulary)
    kept = pieces.beside(figures, found)
    if len(kept) == len(found) and text in lexicon.pieces:
        spans = lexicon.named.get(text, ())
    else:
        candidates = groups.find(text, kept, lexicon.known.kinds)
        spans = tuple(name_evidence.spans(text, candidates, lexicon))
    return tuple([_mention(text, start, end, lexicon) for start, end in spans])


#: A name that a field holds, without what is set off behind it: "Acme (formerly Foo)", "Acme, Inc."
_DECLARED = re.compile(r"[^(,;|]*[^(,;|\s]")


def declared(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The name that a text is known to be, whatever it looks like."""
    found = _DECLARED.match(text)
    return (_mention(text, 0, found.end() if found else len(text), lexicon),)


def _mention(text: str, start: int, end: int, lexicon: Lexicon) -> Mention:
    name = text[start:end]
    read = lexicon.read.get(name)
    if read is None:
        read = lexicon.read[name] = _read(name, lexicon)
    return Mention(start, end, start, *read)


def _read(name: str, lexicon: Lexicon) -> Read:
    """What the lexicon says of a name, wherever it stands."""
    canonical, kind = resolve(name, lexicon)
    value = Value("name", name, canonical=canonical)
    entity = lexicon.known.entities.get(canonical)
    within = entity.within if entity else None
    region = entity is not None and entity.region
    made_by = entity.made_by if entity else None
    return value, kind, backs(canonical, kind, lexicon), within, region, made_by


def kind_of(name: str, lexicon: Lexicon) -> EntityKind:
    """The kind of a name by the gazetteer, else by what its document says of it."""
    return resolve(name, lexicon)[1]


def definitions(text: str, mentions: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """(short, long) pairs that a text defines itself: ("AWS", "Amazon Web Services")."""
    spans = [(mention.start, mention.end) for mention in mentions if mention.value.kind == "name"]
    return tuple(name_definitions.find(text, spans))
