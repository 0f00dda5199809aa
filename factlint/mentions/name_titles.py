"""Pieces of a text -> the same, those marked that stand where nearly all words are capitalised."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from factlint.mentions import name_words as words
from factlint.mentions.name_pieces import Piece, shouted

#: Where a sentence, a label or a quotation ends.
_CLOSE = re.compile(r'[.!?:;|](?=\s|$)|"(?=\W|$)')


#: Behind a quotation, who says it: `," said Kim Lee, CEO of Acme`.
_TOLD = re.compile(
    r"\W*(?:said|says|added|adds|wrote|writes|told|tells|recalls|recalled|explained|explains|argued"
    r"|argues|noted|notes|boasts|insists|according)\b"
)


def mark(text: str, pieces: list[Piece], plain: Collection[str]) -> list[Piece]:
    """Mark the pieces of sentences, labels and quotations that are written in Title Case."""
    if shouted(text):
        return [piece._replace(titled=True) for piece in pieces]
    result: list[Piece] = []
    opened = 0
    for segment, stop in _segments(text, pieces):
        told = _TOLD.match(text, opened) is not None
        title = text[segment[0].start : stop]
        if len(segment) > 1 and not told and _title_case(title, segment, plain):
            segment = [piece._replace(titled=True) for piece in segment]
        result += segment
        opened = stop + 1
    return result


def _segments(text: str, pieces: list[Piece]) -> Iterator[tuple[list[Piece], int]]:
    """The pieces of each sentence, label or quotation, and where it ends."""
    held: list[Piece] = []
    for piece in pieces:
        if held and piece.initial and text[piece.start - 1] not in "([":
            close = _CLOSE.search(text, held[-1].end, piece.start)
            yield held, close.start() if close else piece.start
            held = []
        elif (
            held
            and text[held[-1].end : piece.start] != " "
            and (close := _CLOSE.search(text, held[-1].end, piece.start))
        ):
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
    rest = [_is_styled(piece, plain) for piece in pieces[1:]]
    if not any(rest):
        return False
    styled = [pieces[0].kind != "stop" and _is_styled(pieces[0], plain), *rest]
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
