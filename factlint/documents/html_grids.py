"""Rows and cells of HTML tables, as they come -> the heads that each cell stands under.

As in Markdown, a row of heads names the columns and a first cell names its row. Heads are the cells
of `<thead>`, a row of nothing but `<th>`, or a first row without any; a `<th>` further in names its
row. A cell that spans rows or columns counts in each of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factlint.documents.contents import Draft

#: Cells of rows above that are remembered; with more of them columns are no longer told apart.
_MOST_CARRIED = 64
_WIDEST = 1000
_HEAD_ROWS = 3
#: A cell of more passages than this holds prose, and so does one whose head would be this long.
_PASSAGES = 3
_LONGEST_HEAD = 120


class Spot(NamedTuple):
    """A cell in its row: its number on the page and the columns [first, end) that it covers.

    `rows` counts the rows below that it reaches into.
    """

    cell: int
    first: int
    end: int
    head: bool
    rows: int = 0


@dataclass(slots=True)
class Grid:
    """An open table. A `layout` is no table of data: headings or further tables stand in it."""

    layout: bool = False
    row: list[Spot] = field(default_factory=list)
    heads: list[Sequence[Spot]] = field(default_factory=list)
    carried: list[Spot] = field(default_factory=list)
    filled: bool = False  # a row below the heads has come
    passed: int = 0  # the carried cells to the left of `column`
    column: int = 0  # where the next cell of the row stands


@dataclass(slots=True)
class Cell:
    """A cell of a page, and the numbers of the cells that head its column and its row."""

    grid: Grid
    columns: Sequence[int] = ()
    row: int | None = None


def open_cell(grid: Grid, number: int, head: bool, columns: int, rows: int) -> None:
    """A further cell of the open row, over so many columns and rows."""
    at = grid.column
    while grid.passed < len(grid.carried) and grid.carried[grid.passed].first <= at:
        at = max(at, grid.carried[grid.passed].end)
        grid.passed += 1
    columns, rows = min(max(columns, 1), _WIDEST), min(rows or _WIDEST, _WIDEST)
    grid.row.append(Spot(number, at, at + columns, head, rows - 1))
    grid.column = at + columns


def close_row(grid: Grid, in_head: bool, cells: Sequence[Cell]) -> None:
    """End the open row: its cells are heads, or learn which ones they have."""
    if not grid.row:
        return
    row = grid.row
    every = sorted([*grid.carried, *row], key=lambda spot: spot.first) if grid.carried else row
    if _is_head(grid, in_head):
        grid.heads = [] if grid.filled else grid.heads[1 - _HEAD_ROWS :]
        grid.heads.append(every)
        grid.filled = False
    elif not _is_label(row):
        grid.filled = True
        holder = next((spot for spot in every if spot.head), every[0]).cell
        for spot in row:
            cells[spot.cell].columns = tuple(_above(grid, spot.first))
            cells[spot.cell].row = None if spot.cell == holder else holder
    reaching = [spot._replace(rows=spot.rows - 1) for spot in grid.carried if spot.rows > 1]
    reaching += [spot for spot in row if spot.rows > 0]
    grid.carried = sorted(reaching, key=lambda spot: spot.first)[:_MOST_CARRIED]
    grid.row, grid.passed, grid.column = [], 0, 0


def _is_label(row: Sequence[Spot]) -> bool:
    """Whether a row is one wide cell: it says what stands below, over all columns."""
    return len(row) == 1 and row[0].end - row[0].first > 1


def _is_head(grid: Grid, in_head: bool) -> bool:
    row = grid.row
    if _is_label(row):
        return False
    first = not grid.filled and not grid.heads
    if in_head or (first and not any(spot.head for spot in row)):
        return True
    return all(spot.head for spot in row) and (len(row) > 1 or first)


def _above(grid: Grid, column: int) -> Iterator[int]:
    """The heads of a column, outermost first."""
    for heads in grid.heads:
        at = bisect_right(heads, column, key=lambda spot: spot.first) - 1
        if at >= 0 and heads[at].first <= column < heads[at].end:
            yield heads[at].cell


def headed(drafts: Sequence[Draft], cells: Sequence[Cell]) -> list[Draft]:
    """Drafts with the texts of the heads of their column and row, once all of them are known."""
    texts: dict[int, list[str]] = {}
    for draft in drafts:
        if draft.cell is not None:
            texts.setdefault(draft.cell, []).append(draft.text)
    return [
        draft if draft.cell is None else _headed(draft, cells[draft.cell], texts)
        for draft in drafts
    ]


def _headed(draft: Draft, cell: Cell, texts: dict[int, list[str]]) -> Draft:
    if cell.grid.layout or len(texts[draft.cell or 0]) > _PASSAGES:
        return replace(draft, kind="paragraph")
    names = {_name(texts, number): None for number in cell.columns}
    # "2025" above "Revenue" is "Revenue, 2025": what is counted comes first
    columns = sorted(filter(None, names), key=lambda name: name[0].isdigit())
    row = _name(texts, cell.row) if cell.row is not None else ""
    return replace(draft, column=", ".join(columns) or None, row=row or None)


def _name(texts: dict[int, list[str]], number: int) -> str:
    """What a head says; nothing if it is too long for one."""
    name = " ".join(texts.get(number, ()))
    return name if len(name) <= _LONGEST_HEAD else ""
