"""A comment -> the lines it is about: its own if they hold text, else those of the next block."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from factlint.documents.comments import Comment
from factlint.documents.contents import Span
from factlint.model import PassageKind, Reading

_BLANKS = re.compile(r"\s*+")
_TAG = re.compile(r"<[^<>]*+>")
#: description: >   what it is of stands in the lines below
_GOES_ON = re.compile(r"(?::|[>|][+-]?\d?)[ \t]*$")
_BLANK_LINE = re.compile(r"\n[ \t>]*\r?\n")


class _Piece(NamedTuple):
    """The source of a passage."""

    start: int
    end: int
    kind: PassageKind
    number: int


class Reach:
    """The lines that comments of one document are about."""

    def __init__(
        self, reading: Reading, comments: Sequence[Comment], heads: Sequence[Span]
    ) -> None:
        """Where the passages of `reading` stand; `heads` are parts of the text that are YAML."""
        self._reading = reading
        self._heads = heads
        self._comments = {comment.start: comment for comment in comments}
        self._starts = sorted(self._comments)
        pieces = [
            _Piece(*passage.map.span(0, len(passage.text)), passage.kind, number)
            for number, passage in enumerate(reading.passages)
            if passage.text
        ]
        self._pieces = sorted(pieces)
        self._ends: list[int] = []  # how far passages reach up to each: never falls
        for piece in self._pieces:
            self._ends.append(max(piece.end, self._ends[-1] if self._ends else 0))
        self._blocks = _Blocks(reading, self._pieces)
        self._lines: dict[tuple[int, int], str] = {}

    def of(self, comment: Comment) -> tuple[int, int]:
        """The first and the last line that a comment is about."""
        place = self._reading.place(comment.start, comment.end)
        beside = self._beside(comment)
        head = any(start <= comment.start < end for start, end in self._heads)
        if beside and not (head and _GOES_ON.search(beside)):
            return place.line, place.end_line
        at = bisect_right(self._ends, comment.end)
        if at == len(self._pieces):
            return place.line, place.end_line
        start = max(self._pieces[at].start, self._behind(comment.end))
        block = self._reading.place(start, max(start, self._blocks.end(at)))
        return block.line, block.end_line

    def _behind(self, at: int) -> int:
        """The next character that is no blank."""
        found = _BLANKS.match(self._reading.text, at)
        return found.end() if found else at

    def _beside(self, comment: Comment) -> str:
        """What stands in the lines of a comment beside comments, if anything can be read."""
        place = self._reading.place(comment.start, comment.end)
        lines = place.line, place.end_line
        if lines not in self._lines:
            beside = _TAG.sub("", self._uncommented(*lines)).strip()
            self._lines[lines] = beside if any(map(str.isalnum, beside)) else ""
        return self._lines[lines]

    def _uncommented(self, line: int, end_line: int) -> str:
        """The text of lines without the comments that start in them."""
        text, starts = self._reading.text, self._reading.line_starts
        at = starts[line - 1]
        stop = starts[end_line] if end_line < len(starts) else len(text)
        pieces = []
        for number in range(bisect_left(self._starts, at), bisect_left(self._starts, stop)):
            start = self._starts[number]
            pieces.append(text[at:start])
            at = max(self._comments[start].end, at)
        return "".join((*pieces, text[at:stop]))


class _Blocks:
    """Where blocks end: paragraphs, whole tables, and the records of data files."""

    def __init__(self, reading: Reading, pieces: Sequence[_Piece]) -> None:
        """`pieces` are the passages in the order of the source."""
        self._reading = reading
        self._pieces = pieces
        self._records = {record.first: record for record in reading.records}
        self._ends = [piece.end for piece in pieces]
        for at in range(len(pieces) - 2, -1, -1):
            if self._goes_on(pieces[at], pieces[at + 1]):
                self._ends[at] = max(self._ends[at], self._ends[at + 1])

    def end(self, at: int) -> int:
        """The end of the block that starts with a piece."""
        piece = self._pieces[at]
        if self._reading.census is None:
            return self._ends[at]
        record = self._records.get(piece.number)
        if record is None:
            return piece.end
        held = self._reading.passages[record.first : record.last]
        return max(passage.map.span(0, len(passage.text))[1] for passage in held if passage.text)

    def _goes_on(self, piece: _Piece, following: _Piece) -> bool:
        """Whether the passage behind another is of the same block."""
        if piece.kind != following.kind or piece.kind not in ("cell", "paragraph"):
            return False
        between = self._reading.text[piece.end : following.start]
        return piece.kind == "cell" or not (
            between.strip(" \t\r\n\\>") or _BLANK_LINE.search(between)
        )
