"""Lines of the two kinds of drawn reStructuredText tables -> rows of cells.

Grid tables have cells that are framed, of any width and height; simple tables have columns below
rules of `=`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factlint.documents import grids
from factlint.documents.contents import Span
from factlint.documents.grids import Cell
from factlint.documents.lines import Line

_FRAME = re.compile(r"\+(?:[-=]++\+)++$")
_RULES = re.compile(r"=++(?:[ \t]++=++)++$")
_SPANS = re.compile(r"-++(?:[ \t]++-++)*+$")
_RUN = re.compile(r"=+|-+")


@dataclass(slots=True)
class _Open:
    """A cell of a grid that is not closed yet: its row, what it covers, its lines so far."""

    row: int
    column: int
    width: int
    spans: list[Span] = field(default_factory=list)


def is_frame(text: str, line: Line) -> bool:
    """Whether a line is drawn all over, as the top of a grid is: +---+---+."""
    return bool(_FRAME.match(text, line.at, line.end))


def is_ruled(text: str, line: Line) -> bool:
    """Whether a line is the rule of a simple table: ====  ====."""
    return bool(_RULES.match(text, line.at, line.end))


def grid_end(text: str, lines: Sequence[Line], number: int) -> int:
    """The number of the line behind the grid that starts with line `number`."""
    indent = lines[number].indent
    while number < len(lines) and not lines[number].blank:
        if lines[number].indent != indent or text[lines[number].at] not in "+|":
            break
        number += 1
    return number


def simple_end(text: str, lines: Sequence[Line], number: int) -> int:
    """The number of the line behind the simple table that starts with line `number`."""
    indent = lines[number].indent
    rules, at = 1, number + 1
    while at < len(lines) and (lines[at].blank or lines[at].indent >= indent):
        if not lines[at].blank and is_ruled(text, lines[at]):
            rules += 1
            if rules == 3 or at + 1 == len(lines) or lines[at + 1].blank:
                return at + 1
        at += 1
    at = number
    while at < len(lines) and not lines[at].blank:
        at += 1
    return at


def grid(text: str, lines: Sequence[Line]) -> tuple[list[list[Cell]], int]:
    """The rows of a grid table, and how many of them hold heads."""
    places = [_offsets(text, line) for line in lines]
    edges = sorted(
        {
            column
            for line, offsets in zip(lines, places, strict=True)
            if is_frame(text, line)
            for column, at in offsets
            if text[at] == "+"
        }
    )
    numbers = {column: number for number, column in enumerate(edges)}
    held: dict[int, _Open] = {}
    closed: list[_Open] = []
    row, heads, drawn = -1, 0, True
    for line, offsets in zip(lines, places, strict=True):
        marks = [(numbers[column], at) for column, at in offsets if column in numbers]
        is_drawn = False
        for (column, at), (following, end) in pairwise(marks):
            if _is_drawn(text, at + 1, end):
                is_drawn = True
                closed += [held.pop(key) for key in range(column, following) if key in held]
                continue
            if drawn:
                row, drawn = row + 1, False
            width = following - column
            cell = held.setdefault(column, _Open(row, column, width))
            cell.spans.append(_trimmed(text, at + 1, end))
        if is_drawn and "=" in text[line.at : line.end] and is_frame(text, line) and row >= 0:
            heads = heads or row + 1
        drawn = drawn or is_drawn
    return list(_rows([*closed, *held.values()], row + 1)), heads


def _rows(cells: Sequence[_Open], count: int) -> Iterator[list[Cell]]:
    rows: list[list[Cell]] = [[] for _ in range(count)]
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(grids.cell(cell.spans, cell.column, cell.width))
    yield from rows


def _is_drawn(text: str, start: int, end: int) -> bool:
    found = _RUN.match(text, start, end)
    return found is not None and found.end() == end


def _offsets(text: str, line: Line) -> list[tuple[int, int]]:
    """Where the marks of a line stand: as columns of a terminal, and as offsets."""
    inside = text[line.at : line.end]
    if inside.isascii():
        return [(at, line.at + at) for at, char in enumerate(inside) if char in "|+"]
    marks = []
    column = 0
    for at, char in enumerate(inside):
        if char in "|+":
            marks.append((column, line.at + at))
        column += _width(char)
    return marks


def _width(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def simple(text: str, lines: Sequence[Line]) -> tuple[list[list[Cell]], int]:
    """The rows of a simple table, and how many of them hold heads."""
    top = lines[0]
    ends = [found.start() - top.at for found in _RUN.finditer(text, top.at, top.end)][1:]
    rules = [number for number, line in enumerate(lines) if number and is_ruled(text, line)]
    rows: list[dict[int, list[Span]]] = []
    heads = 0
    for number, line in enumerate(lines[1:], start=1):
        if line.blank or _SPANS.match(text, line.at, line.end):
            continue
        if number in rules:
            heads = heads or (len(rows) if number != rules[-1] else 0)
            continue
        spans = _columns(text, line, top, ends)
        if not rows or spans[0][0] < spans[0][1] or number - 1 in rules:
            rows.append({})
        for column, span in enumerate(spans):
            rows[-1].setdefault(column, []).append(span)
    return [[grids.cell(spans, column) for column, spans in row.items()] for row in rows], heads


def _columns(text: str, line: Line, top: Line, ends: Sequence[int]) -> list[Span]:
    """The cells of a line; text that runs over the start of a column stays in the one before."""
    origin = line.at - (line.indent - top.indent)
    spans = []
    at = line.at
    for column in range(len(ends) + 1):
        end = line.end
        if column < len(ends):
            end = min(max(origin + ends[column], at), line.end)
        while at < end < line.end and not (text[end - 1].isspace() or text[end].isspace()):
            end += 1
        spans.append(_trimmed(text, at, end))
        at = end
        if at >= line.end:
            break
    return spans


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())
