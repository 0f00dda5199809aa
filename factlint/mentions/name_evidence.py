"""Candidates of a text and the lexicon of its document -> the spans that are names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factlint.mentions import name_contexts as contexts
from factlint.mentions import name_cues as cues
from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_pieces as pieces
from factlint.mentions import name_words as words
from factlint.mentions.name_groups import Group
from factlint.mentions.name_lexicon import Lexicon
from factlint.mentions.name_pieces import Piece

#: After plain words, this makes them a term: "Variational Autoencoders (VAEs)".
_EXPLAINED = re.compile(r" \([A-Z]{2,6}s?\)")
#: A run of more plain words is a phrase with capitals, no name.
_LONGEST_PLAIN = 4
#: So many plain words with capitals may open a sentence as a name: "Neural Magic raises".
_MOST_PLAIN = 2
#: What firms are called.
_FIRMS = nouns.ORG_NOUNS | nouns.OFFERS
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,5}s$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?$")


def spans(text: str, groups: Iterable[Group], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The places of the names of `text`, whose candidates are `groups`; none overlaps another."""
    at = 0
    no_names = lexicon.known.words
    for group in groups:
        for start, short in _accepted(text, group, lexicon):
            end = _end_of_form(text, start, short)
            if start >= at and not (no_names and text[start:end] in no_names):
                yield start, end
                at = end


#: The full stop of a legal form, where no sentence ends: "Acme, Inc. has".
_DOTTED = re.compile(r"\b(?:Inc|Corp|Co|Ltd)(?=\.(?:,| [a-z(]))")


def _end_of_form(text: str, start: int, end: int) -> int:
    """Where a name ends, with the full stop of its legal form."""
    found = _DOTTED.search(text, max(start, end - len("Corp")), end)
    return end if found is None or found.end() != end else end + 1


def _accepted(text: str, group: Group, lexicon: Lexicon) -> Iterable[tuple[int, int]]:
    """The spans of a candidate that are names."""
    group = _without_deed(text, group)
    first = group.pieces[0]
    if first.titled:
        return _in_title_case(text, group, lexicon)
    if len(group.pieces) > 1:
        group = _without_opener(text, group)
        first = group.pieces[0]
    if len(group.pieces) == 1 and first.kind == "known":
        known = _is_known_name(text, first, lexicon)
        return ((first.start, first.end),) if known else ()
    if _is_new_name(text, group, lexicon):
        return ((group.start, group.end),)
    return [
        (piece.start, piece.end)
        for piece in group.pieces
        if piece.kind == "known" and _is_known_name(text, piece, lexicon)
    ]


#: A verb in -s has more letters: "Cris Lee" and "Els Lee" are names that few lists hold.
_SHORT_VERB = 4


def _without_deed(text: str, group: Group) -> Group:
    """The candidate without what somebody does in a headline: "Acme CEO Slams Altman"."""
    first = group.pieces[0]
    does = first.text.istitle() and first.text[-1] == "s" and len(first.text) > _SHORT_VERB
    if len(group.pieces) == 1 or first.kind != "word" or not does:
        return group
    holds = cues.last_word(text, first.start) in cues.OFFICES
    named = first.text in words.given_names()
    return group._replace(pieces=group.pieces[1:]) if holds and not named else group


def _without_opener(text: str, group: Group) -> Group:
    """The candidate without a plain word that only its place capitalises: "Buying Foobar"."""
    first, *rest = group.pieces
    if not rest or not first.initial or first.kind != "word":
        return group
    if text[first.end : rest[0].start] != " " or first.text.casefold() not in words.common():
        return group
    second = rest[0].text
    opens = first.text.endswith(("ing", "ed", "ly")) or rest[0].kind == "known" or rest[0].versioned
    if opens and (second.casefold() not in words.common()) and second not in words.ORG_SUFFIXES:
        return group._replace(pieces=tuple(rest))
    return group


def _is_known_name(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a spelling of the gazetteer is the name here, and not the plain word."""
    if piece.text[0].isdigit() and piece.text not in lexicon.names:
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
        # "Neural Magic raises $15 million": plain words with capitals that say what only names do
        if len(group.pieces) <= _MOST_PLAIN and cues.funded(text, group.end):
            return True
        return _ends_as_org(group) and cues.acts(text, group.end)
    if _ends_as_org(group):
        return True
    if group.pieces[-1].text == "AI":
        return _is_told(text, group.start, group.end)
    if len(group.pieces) > _LONGEST_PLAIN or _EXPLAINED.match(text, group.end):
        return False
    last = group.pieces[-1].text
    if last in words.ORG_SUFFIXES or not _is_plural(last):
        return True
    return _is_told(text, group.start, group.end)


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
    if cues.next_word(text, piece.end) in words.DEMONYMS:
        return False  # "North American", "Latin American"
    if len(piece.text) < 2 or piece.text in words.ORG_SUFFIXES or piece.text in words.given_names():
        return (
            piece.text in words.given_names()
            and not piece.initial
            and piece.text not in words.PRODUCT_PARTS
        )
    if _PLURAL_ACRONYM.match(piece.text) or _is_several(piece.text, lexicon):
        return False
    ordinary = _is_ordinary(piece, lexicon)
    if piece.text in words.PRODUCT_PARTS and (ordinary or not _is_said(text, piece)):
        return False  # "Large and Medium variants", "the Max tier"
    if not ordinary:
        if not (piece.initial and words.WORDISH.match(piece.text)):
            return True
        if cues.next_word(text, piece.end) in words.AUXILIARIES and piece.text.endswith("ly"):
            return True  # no adverb stands before "has"
        return _is_said(text, piece)
    if piece.initial:
        glued = text[piece.start - 1 : piece.start] == "."  # "Infra.Market"
        told = cues.raises(text, piece.end) or cues.explained(text, piece.end)
        return told and not (glued or _is_plural(piece.text))
    if group.loose or _ACRONYM.match(piece.text):
        return False
    if piece.text.casefold() in lexicon.small:
        return cues.named(text, piece.start, piece.end)
    if cues.last_word(text, piece.start) in words.DETERMINERS:
        return False
    if cues.does(text, piece.start, piece.end):
        return True
    beside = cues.joined(text, piece.start)
    if beside in lexicon.names and beside.casefold() not in words.common():
        return True
    return piece.text in lexicon.often or _is_told(text, piece.start, piece.end)


def _is_said(text: str, piece: Piece) -> bool:
    """Whether the words around a word say outright that it is a name."""
    told = cues.raises(text, piece.end) or cues.explained(text, piece.end)
    return told or cues.named(text, piece.start, piece.end)


def _is_told(text: str, start: int, end: int) -> bool:
    """Whether the words around plain words with a capital say what is said of names."""
    return any(weight > 1 for _, weight in contexts.votes(text, start, end))


def _is_several(word: str, lexicon: Lexicon) -> bool:
    """Whether a word means more than one of what a known firm is named: "Discords"."""
    return word.endswith("s") and lexicon.known.kinds.get(word[:-1]) == "org"


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
            at = _variant_end(text, piece, group, lexicon)
            yield piece.start, at
        elif _is_described(text, piece, lexicon):
            at = _described_end(text, piece, group, lexicon)
            yield piece.start, at
        elif piece is group.pieces[0] and (named := _headline_subject(text, group, lexicon)):
            yield _behind_noun(named, lexicon), named[-1].end
            return


#: Verbs whose object in a headline is a firm: "SiriusXM Is Buying Stitcher".
_BUYING = frozenset(("buy", "buys", "buying", "acquire", "acquires", "acquiring"))


def _is_described(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    """Whether a new word stands behind what it is, or who buys it: "Payroll Startup Zedex"."""
    if piece.kind != "word" or _is_ordinary(piece, lexicon) or _is_inflected(piece.text):
        return False
    goes_on = not text.startswith(":", piece.end)  # not "Chasing Startup Glory: Why"
    before = cues.last_word(text, piece.start).casefold()
    described = before in _FIRMS or before.endswith(("-backed", "-based", "-owned"))
    return goes_on and (described or before in _BUYING)


#: What a verb ends in: "Owner Abandons Deal", "Firm Amassed a Stake".
_ENDINGS = ("s", "es", "ed", "d", "ing")


def _is_inflected(word: str) -> bool:
    """Whether a word may be a form of a plain one."""
    small = word.casefold()
    return any(
        small.endswith(ending) and small.removesuffix(ending) in words.common()
        for ending in _ENDINGS
    )


def _described_end(text: str, piece: Piece, group: Group, lexicon: Lexicon) -> int:
    """Where a name ends that starts with a new word: "Zedex Labs" in "Startup Zedex Labs at"."""
    end = piece.end
    for part in group.pieces:
        if part.start != end + 1 or text[end] != " ":
            continue
        if part.text in words.ORG_SUFFIXES or not _is_ordinary(part, lexicon):
            end = part.end
    return end


def _behind_noun(named: Sequence[Piece], lexicon: Lexicon) -> int:
    """Where a name starts that a noun for firms describes: "Esports Training Site Zedex"."""
    for piece, before in pairwise(reversed(named)):
        if _is_ordinary(piece, lexicon):
            break
        if before.text.casefold() in _FIRMS:
            return piece.start
    return named[0].start


def _variant_end(text: str, piece: Piece, group: Group, lexicon: Lexicon) -> int:
    """Where a product ends with its variants: "Gemini 3.1" in "Gemini 3.1 Flash-Lite"."""
    end = piece.end
    known = lexicon.known
    if not (piece.versioned or known.kinds.get(piece.text) == "product"):
        return end
    for part in group.pieces:
        if part.start == end + 1 and text[end] == " " and part.text in words.PRODUCT_PARTS:
            end = part.end
    return end


def _is_item(text: str, piece: Piece) -> bool:
    """Whether a piece is an item of a list of names: "Thrive Capital, Fidelity, MGX"."""
    return (
        text[max(0, piece.start - 2) : piece.start] == ", "
        and text[piece.end : piece.end + 1] in ",."
    )


def _headline_subject(text: str, group: Group, lexicon: Lexicon) -> tuple[Piece, ...]:
    """The words that name who takes money: "Wayve" in "Wayve Raises $1 Billion"; none if unclear.

    A plain word must be none for a firm: "Liquid Set to Raise $9M", not "Startup Raises $9M".
    """
    first = group.pieces[0]
    if not first.initial or first.kind != "word":
        return ()
    for count, piece in enumerate(group.pieces, start=1):
        if cues.takes_money(text, piece.end):
            told = piece.text.casefold() in cues.NOUN_KINDS or _is_plural(piece.text)
            ends = count > 1 and piece.text in words.ORG_SUFFIXES  # "Goat Group Raises $9M"
            plain = told and not ends and _is_ordinary(piece, lexicon)
            return () if plain else group.pieces[:count]
    if _is_ordinary(first, lexicon):
        return ()
    acts = len(group.pieces) > 1 and group.pieces[1].text in words.RAISES
    return group.pieces if not acts and cues.raises(text, group.end) else ()
