"""Lines of an AsciiDoc table and its attributes -> rows of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factlint.documents import grids
from factlint.documents.contents import Block, Span
from factlint.documents.grids import Cell
from factlint.documents.lines import Line

_MOST_COLUMNS = 10_000
_LONGEST_SPEC = 16
#: 2+^.>s before a bar: how often or how wide, how aligned, which sort
_SPEC = re.compile(
    r"""(?: (?P<wide>\d{0,3}) (?:\.(?P<high>\d{1,3}))? (?P<how>[+*]) )?
    [<^>]? (?:\.[<^>])? (?P<sort>[adehlmsv]?) $""",
    re.VERBOSE,
)
#: What stands right before a bar, behind a blank
_NEAR = re.compile(r"(?:^|(?<=\s))[^\s|]*$")
_COLUMNS = re.compile(
    r"""\bcols\s*=\s*(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s,\]]+))"""
)
_COLUMN = re.compile(r"(?:(?P<times>\d{1,4})\*)?[<^>.\d~%]*(?P<sort>[adehlmsv]?)")
_HEADER = re.compile(r"""%header\b|\bopt(?:ion)?s\s*=\s*["']?[^"'\]]*\bheader\b""")
_NO_HEADER = re.compile(r"%noheader\b|\bnoheader\b")
_SEPARATOR = re.compile(r"""\bseparator\s*=\s*["']?(?P<mark>[^"'\s\]])""")
_FORMAT = re.compile(r"""\bformat\s*=\s*["']?(?P<format>[a-z]+)""")
_MARKS = {"csv": ",", "tsv": "\t", "dsv": ":"}
_FRAMES = {",": "csv", ":": "dsv"}

#: Reads the contents of a cell that holds blocks of its own: source offsets -> blocks.
Inner = Callable[[int, int], Sequence[Block]]


@dataclass(slots=True)
class _Placing:
    """Where the next cell goes: `taken` counts the rows that a cell from above still covers."""

    columns: int
    rows: list[list[Cell]] = field(default_factory=lambda: [[]])
    taken: dict[int, int] = field(default_factory=dict)
    column: int = 0
    budget: int = 20_000  # how many places may still be covered from above


def rows(
    text: str, lines: Sequence[Line], frame: str, attributes: str, inner: Inner
) -> tuple[list[list[Cell]], int]:
    """The rows between the frames of a table, and how many of them hold heads."""
    held = [line for line in lines if not line.blank]
    if not held:
        return [], 0
    start, end = held[0].at, held[-1].end
    heads = int(_has_header(lines, attributes))
    named = _FORMAT.search(attributes)
    form = named["format"] if named else _FRAMES.get(frame[0], "psv")
    mark = _SEPARATOR.search(attributes)
    if form in _MARKS:
        return grids.separated(text, (start, end), mark["mark"] if mark else _MARKS[form]), heads
    bars = list(_bars(text, start, end, mark["mark"] if mark else "|"))
    sorts = _sorts(attributes)
    first = sum(_width(spec) for at, _, spec in bars if at < held[0].end)
    placing = _Placing(min(len(sorts) or first or 1, _MOST_COLUMNS))
    for (_, inside, spec), (stop, _, _) in pairwise([*bars, (end, end, None)]):
        _place(placing, spec, sorts, _trimmed(text, inside, stop), inner)
    return placing.rows, heads


def _has_header(lines: Sequence[Line], attributes: str) -> bool:
    """A first row that stands alone above an empty line is one of heads, unless told otherwise."""
    if _NO_HEADER.search(attributes):
        return False
    alone = len(lines) > 1 and not lines[0].blank and lines[1].blank
    return alone or bool(_HEADER.search(attributes))


def _bars(
    text: str, start: int, end: int, mark: str
) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Each bar: where the cell before it ends, where the one behind it starts, its specifier."""
    for found in re.finditer(rf"(?<!\\){re.escape(mark)}", text[start:end]):
        at = start + found.start()
        near = _NEAR.search(text[max(start, at - _LONGEST_SPEC) : at])
        spec = _SPEC.match(near[0]) if near and near[0] else None
        yield (at - len(near[0]) if near and spec else at), at + 1, spec


def _width(spec: re.Match[str] | None) -> int:
    return min(int(spec["wide"] or 1), _MOST_COLUMNS) if spec and spec["how"] else 1


def _sorts(attributes: str) -> list[str]:
    """The sort of each column, as `cols` tells it."""
    found = _COLUMNS.search(attributes)
    if found is None:
        return []
    told = found["quoted"] or found["single"] or found["bare"] or ""
    sorts: list[str] = []
    for part in re.split(r"[,;]", told)[:_MOST_COLUMNS]:
        column = _COLUMN.match(part.strip())
        if column:
            sorts += [column["sort"]] * int(column["times"] or 1)
    return sorts[:_MOST_COLUMNS]


def _place(
    placing: _Placing, spec: re.Match[str] | None, sorts: Sequence[str], span: Span, inner: Inner
) -> None:
    """Put a cell into the next free columns."""
    _advance(placing)
    column = placing.column
    sort = (spec["sort"] if spec else "") or (sorts[column] if column < len(sorts) else "")
    width = min(_width(spec), placing.columns - column)
    if sort == "a":
        cell = Cell(tuple(inner(*span)), column, width)
    else:
        cell = grids.cell([span] if sort != "l" else [], column, width)
    placing.rows[-1].append(cell)
    high = int(spec["high"] or 1) if spec and spec["how"] == "+" else 1
    if high > 1 and (high - 1) * width <= placing.budget:
        placing.budget -= (high - 1) * width
        placing.taken.update(dict.fromkeys(range(column, column + width), high - 1))
    placing.column += width


def _advance(placing: _Placing) -> None:
    """Go on to the next free column, in a new row if this one is full."""
    while True:
        if placing.column >= placing.columns:
            placing.column = 0
            placing.rows.append([])
            placing.taken = {key: left for key, left in placing.taken.items() if left > 0}
        if not placing.taken.get(placing.column):
            return
        placing.taken[placing.column] -= 1
        placing.column += 1


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return start, start + len(inside.strip())
