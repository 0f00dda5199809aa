"""Lines of a Markdown table -> the spans of their cells."""

from __future__ import annotations

import re

#: | --- | :-: |, --- | ---, |---|
_DELIMITERS = re.compile(r"\|?+[ \t]*+(?::?+-++:?+[ \t]*+(?:\|[ \t]*+)?+)++$")
_CELL = re.compile(r"(?:[^|\\]|\\.)*+\\?+", re.DOTALL)


def is_delimiter_row(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is the line below the head of a table."""
    return text.find("|", start, end) >= 0 and bool(_DELIMITERS.match(text, start, end))


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of one line, trimmed; an escaped bar parts no cells.

    >>> [text[a:b] for text in ["| a | b |"] for a, b in cells(text, 0, len(text))]
    ['a', 'b']
    """
    spans = []
    at = start
    while True:
        found = _CELL.match(text, at, end)
        stop = found.end() if found else end
        spans.append(_trimmed(text, at, stop))
        if stop >= end:
            break
        at = stop + 1
    if text.startswith("|", start) and len(spans) > 1:
        del spans[0]
    if len(spans) > 1 and spans[-1][0] == spans[-1][1] and _closed(text, start, end):
        del spans[-1]
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())


def _closed(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip().endswith("|")
