"""Passage text -> pieces: known names and capitalised words, each with its class and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from factlint.mentions import name_words as words
from factlint.mentions.name_index import Index, ends, plain
from factlint.mentions.name_starts import starts
from factlint.mentions.name_versions import CAPITALS, versioned
from factlint.model import Mention

Class = Literal["known", "word", "generic", "title", "stop"]

_TLD = r"(?:ai|Ai|AI|io|com|co|net|org|dev|app|js|xyz|so|eu|tv|gg|fm|me)\b"

#: "Nvidia", "U.S.", "T.", "CS-3", "AT&T", "O'Brien", "Dyna.Ai", "Qwen3.5", "Disney+"; not the 's of
#: "Rivian's", not the end of "Europe.The" and "Intel-backed".
_TOKEN = re.compile(
    rf"""
    [{CAPITALS}]
    (?: (?: \. [{CAPITALS}] ){{0,5}} \. (?= [\s,;:)"'?!-] | $ )
      | \w*
        (?: - [{CAPITALS}0-9] \w*
          | [&'] [{CAPITALS}] \w+
          | & [{CAPITALS}] \b
          | \. {_TLD}
          | (?<= \d ) \. \d+ [a-z]?
        )*
        \+?\+? (?! \w )
    )
    """,
    re.VERBOSE,
)
#: What stands before a word that starts small or with a digit, and is no part of it.
_LEFT = frozenset(" (\"'[:;—–")
#: "1789 Capital", "500 Global": the number belongs to the firm.
_NUMBERED = re.compile(r"\d{1,4} (?:Capital|Ventures|Partners|Labs|Global|Media|Group|Holdings)\b")
#: "AR/VR", "Lumo/Zedex", but not "src/Main".
_SLASHED = re.compile(rf"(?:^|[\s(])[{CAPITALS}][\w.+-]*/$")
#: "Series C" is a round, "Mixture-of-Experts" a term.
_NO_NAME = re.compile(r"Series [A-K]\b|\w+-(?:of|in|to|the|and|as|on|by|for|up|out|a|per)-")
_NEVER_NAMED = re.compile(r"[@#$\\_]$|://\S*$|www\.\S*$")
_WORD = re.compile(r"\w+")
#: "-V4" of "Deepseek-V4": the release of a model that is named after its maker.
_RELEASE = re.compile(r"-[A-Z]{0,3}\d")
_TAILS_GLUED = tuple(f"-{tail}" for tail in sorted(words.COMPOUND_TAILS))


class Piece(NamedTuple):
    """A known name or a capitalised word.

    `initial` says that a sentence, label or quotation starts here, `titled` that nearly all words
    around are capitalised.
    """

    start: int
    end: int
    text: str
    kind: Class
    initial: bool
    titled: bool = False
    versioned: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The known names, which of them are products, and which are plain words as well.

    `special` finds those that start with a small letter or a digit.
    """

    index: Index
    products: Collection[str]
    plain: Collection[str] = frozenset()
    special: re.Pattern[str] | None = None


class Line(NamedTuple):
    """A text, and how known names and products are looked up in it.

    `firsts` are the words that known names open with; all may where case says nothing.
    """

    text: str
    match: Callable[[str, int, str], str | None]
    firsts: Collection[str]
    products: Collection[str]


def shouted(text: str) -> bool:
    """Whether a whole line is written in capitals."""
    return len(text) > 3 and text.isupper() and " " in text


def find(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """All pieces of `text`, in order."""
    index = vocabulary.index
    if shouted(text):
        line = Line(text, index.match_folded, (), vocabulary.products)
    else:
        line = Line(text, index.match, index.spellings, vocabulary.products)
    pieces = list(_capitals(line))
    special = list(_specials(line, vocabulary.special))
    return _merged(pieces, sorted(special)) if special else pieces


def beside(figures: Sequence[Mention], pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that are no words of a figure; a name of several words keeps its own number."""
    if not figures:
        return list(pieces)
    starts_of = [figure.start for figure in figures]
    return [piece for piece in pieces if not _inside(piece, figures, starts_of)]


def _inside(piece: Piece, figures: Sequence[Mention], starts_of: Sequence[int]) -> bool:
    number = bisect_right(starts_of, piece.start) - 1
    if number >= 0 and piece.start < figures[number].end:
        counted = figures[number].value.kind == "count" and piece.text[0].isdigit()
        return not counted or " " not in piece.text
    return False


def _merged(pieces: list[Piece], special: list[Piece]) -> list[Piece]:
    """Both lists in order of place; where two overlap the special one stays."""
    starts_of = [piece.start for piece in special]
    result = list(special)
    for piece in pieces:
        number = bisect_right(starts_of, piece.end - 1) - 1
        if number < 0 or special[number].end <= piece.start:
            result.append(piece)
    return sorted(result, key=lambda piece: piece.start)


def _specials(line: Line, special: re.Pattern[str] | None) -> Iterator[Piece]:
    text = line.text
    for found in _NUMBERED.finditer(text):
        start = found.start()
        if start and text[start - 1] not in _LEFT:
            continue
        if not 1900 <= int(found[0].split()[0]) <= 2099:
            yield Piece(found.start(), found.end(), found[0], "known", starts(text, found.start()))
    if special is None:
        return
    for found in special.finditer(text):
        start, end = found.span()
        if start and text[start - 1] not in _LEFT:
            continue
        if not ends(text, end) or _NEVER_NAMED.search(text[max(0, start - 80) : start]):
            continue
        stop = versioned(text, end, is_product=found[0] in line.products, is_known=True)
        yield Piece(
            start, stop, text[start:stop], "known", starts(text, start), versioned=stop != end
        )


def _capitals(line: Line) -> Iterator[Piece]:
    text = line.text
    at = 0
    while token := _TOKEN.search(text, at):
        start, at = token.span()
        end = at
        if start and text[start - 1] != " ":
            before = text[start - 1]
            if before.isalnum() or before in "@#$\\_/.'":
                start = _true_start(text, start)
                if start < 0:
                    continue
        piece = _piece(line, start, end)
        at = piece.end
        if text[at : at + 1] == "-" and text.startswith(_TAILS_GLUED, at):
            at = end
        yield piece


def _true_start(text: str, start: int) -> int:
    """Where the word of a capital starts: "iPhone" from its P; -1 for handles, paths, code."""
    before = text[start - 1]
    if before.islower():
        at = start
        while at and text[at - 1].islower() and start - at < 4:
            at -= 1
        return at if not at or text[at - 1] in " (\"'-" else -1
    if before == "/":
        return start if _SLASHED.search(text, max(0, start - 40), start) else -1
    if before == "'":
        return start if start == 1 or not text[start - 2].isalnum() else -1
    if before == ".":
        return start if start > 1 and text[start - 2].islower() else -1
    return -1


def _piece(line: Line, start: int, end: int) -> Piece:
    text = line.text
    initial = starts(text, start)
    token = text[start:end]
    first = token if token.isalnum() else first_word(token)
    spelling = None
    if not line.firsts or first in line.firsts:
        spelling = line.match(text, start, first)
    if spelling is not None and not _is_half(text, start + len(spelling), end, spelling):
        stop = start + len(spelling)
        is_product = spelling in line.products
        if stop < end and text[stop] == "-" and (is_product or _RELEASE.match(text, stop, end)):
            stop = end
        tail = versioned(text, stop, is_product=is_product, is_known=True)
        longer = tail != start + len(spelling)
        return Piece(start, tail, text[start:tail], "known", initial, versioned=longer)
    compound = text[end : end + 1] == "-" or text[start - 1 : start] == "-"
    if "-" in token:
        head = _head(line, token, start)
        if head is not None:
            kind = _class(head, initial, True)
            return Piece(start, start + len(head), head, kind, initial)
        if _plain_compound(token) and token not in words.PRODUCT_PARTS:
            return Piece(start, end, token, "stop", initial)
    if (compound or token == "Series") and _NO_NAME.match(text, start):
        return Piece(start, end, token, "stop", initial)
    kind = _class(token, initial, compound)
    if kind != "word":
        return Piece(start, end, token, kind, initial)
    tail = versioned(text, end, is_product=False, is_known=False)
    if tail != end and token.casefold() in words.common():
        return Piece(start, tail, token, "stop", initial)
    return Piece(start, tail, text[start:tail], "word", initial, versioned=tail != end)


def _is_half(text: str, stop: int, end: int, spelling: str) -> bool:
    """Whether a known plain word is the first part of another one: "Block-Sparse"."""
    return (
        stop < end
        and text[stop] == "-"
        and plain(spelling)
        and text[stop + 1 : end].rpartition("-")[2] not in words.COMPOUND_TAILS
    )


def _head(line: Line, token: str, start: int) -> str | None:
    """The part of a hyphen compound that is read alone: "Singapore" of "Singapore-Based"."""
    head, hyphen, rest = token.partition("-")
    if not hyphen:
        return None
    alone = (
        (rest.rpartition("-")[2] in words.COMPOUND_TAILS and not _plain_compound(token))
        or (head.casefold() in words.COMPOUND_HEADS and not _plain_compound(token))
        or (not rest[0].isdigit() and _is_named(line, start + len(head) + 1, rest))
    )
    return head if alone else None


def _is_named(line: Line, start: int, rest: str) -> bool:
    """Whether the rest of a compound is a name of its own; one of a product goes with its head."""
    spelling = line.match(line.text, start, first_word(rest))
    return spelling is not None and spelling not in line.products and not plain(spelling)


def first_word(token: str) -> str:
    """The leading word of a token: "J" of "J.P.", what spellings are indexed by."""
    if token.isalnum():
        return token
    word = _WORD.match(token)
    return word[0] if word else token


#: How the weights of a model are packed: "Q4_K_M", "IQ4_XS".
_WEIGHTS = re.compile(r"(?:UD-)?I?Q\d_[A-Z\d_]+")


@lru_cache(maxsize=4096)
def _plain_compound(token: str) -> bool:
    """Whether all parts of a hyphen compound are plain words: "Long-Horizon", "Co-Design"."""
    parts = token.split("-")
    return all(
        part.casefold() in words.common()
        or part in words.GENERIC
        or part.casefold() in words.COMPOUND_HEADS
        for part in parts
    )


@lru_cache(maxsize=16384)
def _class(token: str, initial: bool, compound: bool) -> Class:
    if token in words.TITLES or token.rstrip(".") in words.TITLES:
        return "title"
    if token in words.GENERIC or _WEIGHTS.fullmatch(token):
        return "generic"
    if token in words.CALENDAR or token in words.DEMONYMS or token.rstrip(".") in words.CALENDAR:
        return "stop"
    if compound and (
        token.casefold() in words.common() or token.casefold() in words.COMPOUND_HEADS
    ):
        return "stop"
    if (
        token in words.FUNCTION
        or token in words.HEADLINE_ACTS
        or (initial and token in words.OPENERS)
    ):
        return "stop"
    return "word"
