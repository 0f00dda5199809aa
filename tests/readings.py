"""Texts -> readings, and what a test wants to know of them."""

from __future__ import annotations

import html
import re

import yaml

from factlint import documents
from factlint.documents import sourcemap
from factlint.model import Passage, Reading

#: |name| and {name}, which stand for a text that is defined elsewhere
_SUBSTITUTED = re.compile(r"\|[^|]+\|_{0,2}|\{[\w-]+\}")


def read(text: str, path: str = "a.md") -> Reading:
    """A document with this text."""
    return documents.read(path, text.encode())


def texts(reading: Reading) -> list[str]:
    """What its passages say."""
    return [passage.text for passage in reading.passages]


def kinds(reading: Reading) -> list[tuple[str, str]]:
    """What its passages are and say."""
    return [(passage.kind, passage.text) for passage in reading.passages]


def place(reading: Reading, passage: Passage, part: str) -> tuple[int, int, int, int]:
    """Line and column of a part of a passage, start and end."""
    start = passage.text.index(part)
    found = reading.place(*passage.map.span(start, start + len(part)))
    return found.line, found.column, found.end_line, found.end_column


def strays(reading: Reading) -> list[tuple[str, str]]:
    """Passage characters that do not lead to the source they were read from."""
    pairs = (
        (passage.text[index], passage.map.span(index, index + 1))
        for passage in reading.passages
        for index in range(len(passage.text))
    )
    sources = ((char, start, end, reading.text[start:end]) for char, (start, end) in pairs)
    return [
        (char, source)
        for char, start, end, source in sources
        if not 0 <= start < end <= len(reading.text) or not stands_for(source, char)
    ]


def stands_for(source: str, char: str) -> bool:
    """Whether the character is its source, or one of the known normalisations of it."""
    meant = html.unescape(source)
    return (
        char in (source, meant, sourcemap.ALIKE.get(source), sourcemap.ALIKE.get(meant))
        or (char == " " and bool(re.search(r"[\s`<$>\\:{]", source)))
        or (char == "'" and source == "''")
        or (source.startswith("\\") and yaml.safe_load(f'"{source}"') == char)
        or (source == "<sup>" and char == "^")
        or bool(_SUBSTITUTED.fullmatch(source))
    )


def cells(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    """The cells of a document, each with the head of its column and the first cell of its row."""
    return [(p.text, p.column, p.row) for p in reading.passages if p.kind == "cell"]
