"""A source line and a stretch of it -> the part of the line to show, and the marks below it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

#: Terminal columns of a shown line, and how many of them stand before the marked stretch.
WIDTH = 92
BEFORE = 44
CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and the carets that go below it; both as wide as a terminal shows them."""

    text: str
    marks: str


def cut(line: str, start: int, end: int, mark: str = "^") -> Excerpt:
    """The surroundings of `line[start:end]` (offsets from 0), cropped at words to `WIDTH`.

    An empty stretch gets one mark.
    """
    end = min(max(start + 1, end), max(len(line), start + 1))
    first = _first(line, start)
    last = _last(line, first, end)
    head, tail = (CUT if first else ""), (CUT if last < len(line) else "")
    shown = [_visible(character) for character in line[first:last]]
    before = sum(map(_columns, shown[: start - first])) + len(head)
    marked = sum(map(_columns, shown[start - first : end - first]))
    return Excerpt(f"{head}{''.join(shown)}{tail}".rstrip(), " " * before + mark * max(1, marked))


def _first(line: str, start: int) -> int:
    """Where the shown part begins: at most `BEFORE` columns before `start`, at a word."""
    if sum(map(_columns, line[: min(start, BEFORE + 1)])) <= BEFORE and start <= BEFORE:
        return 0
    at, room = start, BEFORE
    while at > 0 and room > 0:
        at -= 1
        room -= _columns(line[at])
    blank = line.find(" ", at, start)
    return blank + 1 if blank >= 0 else at


def _last(line: str, first: int, end: int) -> int:
    """Where the shown part ends: when `WIDTH` columns are full, at a word after `end`."""
    at, room = first, WIDTH
    while at < len(line) and room > 0:
        room -= _columns(line[at])
        at += 1
    if at == len(line):
        return at
    blank = line.rfind(" ", end, at)
    return blank if blank >= 0 else at


def visible(text: str) -> str:
    """Text that can do a terminal no harm."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _visible(character: str) -> str:
    """A character that can do a terminal no harm: blanks for tabs, a sign for other controls."""
    if character == "\t":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cc" else character


def _columns(character: str) -> int:
    """How many columns a terminal gives a character."""
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
