"""Text and changes of it -> the changed text, and where everything went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factlint.model import Passage, Place, Reading


class Span(NamedTuple):
    """Offsets in the source of a document, the end exclusive."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Change(NamedTuple):
    """A stretch of source and what is written in its place."""

    span: Span
    text: str


def apply(text: str, changes: Sequence[Change]) -> str:
    """The text with all changes made; they are in order and do not overlap."""
    pieces, at = [], 0
    for (start, end), new in changes:
        pieces += [text[at:start], new]
        at = end
    return "".join((*pieces, text[at:]))


def moved(span: Span, changes: Sequence[Change]) -> Span:
    """Where a stretch lies after the changes; one that is replaced becomes what replaced it."""
    start, end = span
    for old, new in changes:
        growth = len(new) - (old.end - old.start)
        if old.end <= span.start and old.start < span.start:
            start, end = start + growth, end + growth
        elif old.start < span.end:
            end += growth
    return Span(start, max(start, end))


def placed(reading: Reading, place: Place) -> Span:
    """Lines and columns -> offsets in the source."""
    starts = reading.line_starts
    return Span(
        starts[place.line - 1] + place.column - 1,
        starts[place.end_line - 1] + place.end_column - 1,
    )


def whole(passage: Passage) -> Span:
    """The source of a passage."""
    return Span(*passage.map.span(0, len(passage.text)))


def sentence_around(passage: Passage, value: Span, sentence: str) -> Span | None:
    """The source of the sentence that a value stands in, if it is one of this passage."""
    at = passage.text.find(sentence)
    while at >= 0:
        found = Span(*passage.map.span(at, at + len(sentence)))
        if found.meets(value):
            return found
        at = passage.text.find(sentence, at + 1)
    return None
