"""Passage text -> pieces: known names and capitalised words, each with its class and place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from factlint.mentions import name_words as words
from factlint.mentions.name_index import Index, ends
from factlint.model import Mention

Class = Literal["known", "word", "generic", "title", "stop"]

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_TLD = r"(?:ai|Ai|AI|io|com|co|net|org|dev|app|js|xyz|so|eu|tv|gg|fm|me)\b"

#: "Nvidia", "U.S.", "T.", "CS-3", "AT&T", "O'Brien", "Dyna.Ai", "Qwen3.5", "Disney+"; not the 's of
#: "Rivian's", not the end of "Europe.The" and "Intel-backed".
_TOKEN = re.compile(
    rf"""
    [{_CAPITALS}]
    (?: (?: \. [{_CAPITALS}] ){{0,5}} \. (?= [\s,;:)"'?!-] | $ )
      | \w*
        (?: - [{_CAPITALS}0-9] \w*
          | [&'] [{_CAPITALS}] \w+
          | & [{_CAPITALS}] \b
          | \. {_TLD}
          | (?<= \d ) \. \d+ [a-z]?
        )*
        \+? (?! \w )
    )
    """,
    re.VERBOSE,
)
#: What stands before a word that starts small or with a digit, and is no part of it.
_LEFT = frozenset(" (\"'[:;—–")
#: "1789 Capital", "500 Global": the number belongs to the firm.
_NUMBERED = re.compile(r"\d{1,4} (?:Capital|Ventures|Partners|Labs|Global|Media|Group|Holdings)\b")
#: " 3.1", " 70B", "-4o", " v2", " 2.0 mini": what a product's name may go on with.
_VERSION = re.compile(
    r"""
    (?: [ -] v? \d{1,4} (?: \.\d+ ){0,3} [A-Za-z]? (?: -?A?\d*[Bb] )?
        (?! [\w%$€] | [.,-]\d | \ ?(?:percent|per\ cent|million|billion|trillion|thousand|bn)\b
          | -(?:year|month|day|week|hour|minute|fold|inch|nm|bit) )
    ){1,2}
    """,
    re.VERBOSE,
)
_VERSION_STARTS = frozenset("0123456789v" + "".join(word[0] for word in words.VARIANTS))
_VARIANT = re.compile(rf"[ -](?:{'|'.join(sorted(words.VARIANTS))})\b(?! of\b)")
#: "AR/VR", "Lumo/Zedex", but not "src/Main".
_SLASHED = re.compile(rf"(?:^|[\s(])[{_CAPITALS}][\w.+-]*/$")
#: "Series C" is a round, "Mixture-of-Experts" a term.
_NO_NAME = re.compile(r"Series [A-K]\b|\w+-(?:of|in|to|the|and|as|on|by|for|up|out|a|per)-")
_YEAR = re.compile(r" (?:19|20)\d\d\b")
#: What may follow a number that belongs to the unknown name before it.
_AFTER_VERSION = re.compile(
    rf"(?:$|[,;:.)]|'s\b| [{_CAPITALS}(]"
    r"| (?:is|are|was|were|has|have|can|as|at|by|or|will|and|with|in|on|to|from|for|now)\b"
    r"| (?:supports?|introduces?|adds?|brings?|runs?|scores?)\b)"
)
_NEVER_NAMED = re.compile(r"[@#$\\_]$|://\S*$|www\.\S*$")


_WORD = re.compile(r"\w+")
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


@dataclass(frozen=True, slots=True)
class Line:
    """A text, and how known names and products are looked up in it."""

    text: str
    match: Callable[[str, int, str], str | None]
    products: Collection[str]


def find(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """All pieces of `text`, in order."""
    shouted = len(text) > 3 and text.isupper() and " " in text
    match = vocabulary.index.match_folded if shouted else vocabulary.index.match
    line = Line(text, match, vocabulary.products)
    pieces = list(_capitals(line))
    special = list(_specials(line, vocabulary.special))
    if special:
        pieces = _merged(pieces, sorted(special))
    if shouted:
        return [piece._replace(titled=True) for piece in pieces]
    return _titled(text, pieces, vocabulary.plain)


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
        stop = _versioned(line, end, is_product=found[0] in line.products, is_known=True)
        yield Piece(
            start, stop, text[start:stop], "known", starts(text, start), versioned=stop != end
        )


def _capitals(line: Line) -> Iterator[Piece]:
    text = line.text
    at = 0
    while token := _TOKEN.search(text, at):
        start, at = token.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@#$\\_/.'"):
            start = _true_start(text, start)
            if start < 0:
                continue
        piece = _piece(line, start, token.end())
        at = token.end() if text.startswith(_TAILS_GLUED, piece.end) else piece.end
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
    spelling = line.match(text, start, first_word(token))
    if spelling is not None:
        stop = start + len(spelling)
        is_product = spelling in line.products
        if is_product and stop < end and text[stop] == "-":
            stop = end
        tail = _versioned(line, stop, is_product=is_product, is_known=True)
        versioned = tail != start + len(spelling)
        return Piece(start, tail, text[start:tail], "known", initial, versioned=versioned)
    compound = text[start - 1 : start] == "-" or text[end : end + 1] == "-"
    if "-" in token:
        head = _head(line, token, start)
        if head is not None:
            kind = _class(head, initial, compound=True)
            return Piece(start, start + len(head), head, kind, initial)
        if _plain_compound(token):
            return Piece(start, end, token, "stop", initial)
    if (compound or token == "Series") and _NO_NAME.match(text, start):
        return Piece(start, end, token, "stop", initial)
    kind = _class(token, initial, compound=compound)
    if kind != "word":
        return Piece(start, end, token, kind, initial)
    tail = _versioned(line, end, is_product=False, is_known=False)
    if tail != end and token.casefold() in words.common():
        return Piece(start, tail, token, "stop", initial)
    return Piece(start, tail, text[start:tail], "word", initial, versioned=tail != end)


def _head(line: Line, token: str, start: int) -> str | None:
    """The part of a hyphen compound that is read alone: "Singapore" of "Singapore-Based"."""
    head, hyphen, rest = token.partition("-")
    if not hyphen:
        return None
    alone = (
        (rest.rpartition("-")[2] in words.COMPOUND_TAILS and not _plain_compound(token))
        or (head.casefold() in words.COMPOUND_HEADS and not _plain_compound(token))
        or (
            not rest[0].isdigit()
            and line.match(line.text, start + len(head) + 1, first_word(rest)) is not None
        )
    )
    return head if alone else None


def first_word(token: str) -> str:
    """The leading word of a token: "J" of "J.P.", what spellings are indexed by."""
    if token.isalnum():
        return token
    word = _WORD.match(token)
    return word[0] if word else token


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
def _class(token: str, initial: bool, *, compound: bool = False) -> Class:
    if token in words.TITLES or token.rstrip(".") in words.TITLES:
        return "title"
    if token in words.GENERIC:
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


def _versioned(line: Line, end: int, *, is_product: bool, is_known: bool) -> int:
    """Where a name that is read up to `end` ends with its version: "Seed" in "Seed 2.0 mini"."""
    text = line.text
    if text[end : end + 1] not in (" ", "-") or text[end + 1 : end + 2] not in _VERSION_STARTS:
        return end
    stop = end
    version = _VERSION.match(text, end)
    if version and _belongs(text, version, is_product=is_product, is_known=is_known):
        stop = version.end()
    if stop == end and not is_product:
        return end
    while variant := _VARIANT.match(text, stop):
        stop = variant.end()
    return stop


def _belongs(text: str, version: re.Match[str], *, is_product: bool, is_known: bool) -> bool:
    """Whether a number after a name is part of it: "Weaviate 1.36", not "Tesla 3 times"."""
    if _YEAR.match(text, version.start()):
        return False
    if is_product or version[0].startswith("-"):
        return is_product or not is_known
    number = version[0]
    if is_known:
        return "." in number and bool(_AFTER_VERSION.match(text, version.end()))
    return "." in number or number[-1].isalpha() or bool(_AFTER_VERSION.match(text, version.end()))


def starts(text: str, start: int) -> bool:
    """Whether a sentence, label or quotation starts here."""
    at = start - 1
    if at > 0 and text[at] == " " and (text[at - 1].isalnum() or text[at - 1] == ","):
        return False
    while at >= 0 and text[at] in ' "*_[':
        if text[at] == '"' and at + 1 == start:
            return True
        at -= 1
    if at < 0 or text[at] in "!?:;•|>([":
        return True
    if text[at] != ".":
        return text[at] == "-" and at + 1 < start and (at == 0 or text[at - 1] == " ")
    word = text[max(0, at - 8) : at].rpartition(" ")[2]
    return word not in words.ABBREVIATIONS and not (len(word) == 1 and word.isupper())


#: Where a sentence, a label or a quotation ends.
_CLOSE = re.compile(r'[.!?:;|](?=\s|$)|"(?=\W|$)')


def _titled(text: str, pieces: list[Piece], plain: Collection[str]) -> list[Piece]:
    """Mark the pieces of sentences, labels and quotations that are written in Title Case."""
    result: list[Piece] = []
    for segment, stop in _segments(text, pieces):
        if len(segment) > 1 and _title_case(text[segment[0].start : stop], segment, plain):
            segment = [piece._replace(titled=True) for piece in segment]
        result += segment
    return result


def _segments(text: str, pieces: list[Piece]) -> Iterator[tuple[list[Piece], int]]:
    """The pieces of each sentence, label or quotation, and where it ends."""
    held: list[Piece] = []
    for piece in pieces:
        if held and piece.initial and text[piece.start - 1] not in "([":
            close = _CLOSE.search(text, held[-1].end, piece.start)
            yield held, close.start() if close else piece.start
            held = []
        elif held and (close := _CLOSE.search(text, held[-1].end, piece.start)):
            yield held, close.start()
            held = []
        held.append(piece)
    if held:
        close = _CLOSE.search(text, held[-1].end)
        yield held, close.start() if close else len(text)


#: A line with fewer capitals than one in so many characters is no title.
_TITLE_WIDTH = 30


def _title_case(segment: str, pieces: Sequence[Piece], plain: Collection[str]) -> bool:
    if len(segment) > _TITLE_WIDTH * len(pieces):
        return False
    styled = [_is_styled(piece, plain) for piece in pieces]
    styled[0] = styled[0] and pieces[0].kind != "stop"
    if not any(styled[1:]):
        return False
    small = [word for word in segment.split() if word[0].islower()]
    if sum(styled) == 1:
        return 3 * len(small) <= len(pieces) and all(len(word) < 4 for word in small)
    return 3 * sum(1 for word in small if len(word) > 3) <= len(pieces)


def _is_styled(piece: Piece, plain: Collection[str]) -> bool:
    """Whether a word may have its capital only from the style of the line."""
    if piece.kind == "known":
        return piece.text in plain
    if piece.kind not in ("stop", "word") or piece.text in words.ORG_SUFFIXES:
        return False
    return piece.text.casefold() in words.common() or words.WORDISH.match(piece.text) is not None
