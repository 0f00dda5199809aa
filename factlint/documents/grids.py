"""Rows of the cells of any table -> blocks that know the heads of their column and row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factlint.documents.contents import Block, Span


class Cell(NamedTuple):
    """A cell: what stands in it, and the columns that it covers."""

    parts: tuple[Block, ...]
    column: int
    width: int = 1


def cell(spans: Sequence[Span], column: int, width: int = 1) -> Cell:
    """A cell with one run of text; spans in order, empty ones count for nothing."""
    held = tuple([span for span in spans if span[0] < span[1]])
    return Cell((Block("cell", held, whole=len(held) < 2),) if held else (), column, width)


def blocks(rows: Sequence[Sequence[Cell]], heads: int) -> Iterator[Block]:
    """The cells as blocks; the first `heads` rows hold the heads of the columns.

    A row without a first cell stands beside the one of the row above.
    """
    columns: dict[int, tuple[Span, ...]] = {}
    first: tuple[Span, ...] = ()
    for number, row in enumerate(rows):
        for held in row:
            spans = held.parts[0].spans if held.parts else ()
            if held.column == 0:
                first = spans
            if number < heads:
                covered = range(held.column, held.column + held.width)
                columns.update(dict.fromkeys(covered, spans))
                yield from _placed(held, (), ())
            else:
                yield from _placed(held, columns.get(held.column, ()), first)


def _placed(held: Cell, column: tuple[Span, ...], first: tuple[Span, ...]) -> Iterator[Block]:
    row = first if held.column else ()
    for part in held.parts:
        yield part._replace(kind="cell", level=0, column=column, row=row)


def separated(text: str, span: Span, mark: str = ",") -> list[list[Cell]]:
    """Comma-separated values in text[start:end] -> rows; quoted cells may hold line breaks."""
    start, end = span
    sign = re.escape(mark)
    blank = "[ ]*+" if mark == "\t" else r"[ \t]*+"
    pattern = re.compile(
        rf"""{blank} (?: "(?P<quoted>(?:[^"]|"")*+)" {blank} (?={sign}|[\r\n]|\Z)
        | (?P<plain>[^\r\n{sign}]*+) ) (?P<next>{sign}|\r\n?|\n|\Z)""",
        re.VERBOSE,
    )
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    while start < end and (found := pattern.match(text, start, end)):
        name = "plain" if found["quoted"] is None else "quoted"
        row.append(cell([_trimmed(text, *found.span(name))], len(row)))
        if found["next"] != mark:
            rows.append(row)
            row = []
        start = found.end()
    return [row for row in (*rows, row) if any(held.parts for held in row)]


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())
