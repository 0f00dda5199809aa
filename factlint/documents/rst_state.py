"""Where the pass over lines of reStructuredText stands, and what its parts share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factlint.documents import grids
from factlint.documents.contents import Block, Field, Span
from factlint.documents.grids import Cell
from factlint.documents.lines import Line
from factlint.model import PassageKind

#: Containers inside one another; what lies deeper is text of the last one.
DEEPEST = 60
TRANSITION = 4
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: :name: value
FIELD = re.compile(r":(?P<name>[^:`\s][^:`\r\n]*+):(?=[ \t]|$)")
#: What a line that may open something gives: the number of the next line to read, the rest of the
#: line, or nothing.
Opened = int | Line | None


@dataclass(slots=True)
class Container:
    """What is indented by more than `base`; its text starts in column `indent`, once that is known.

    In the first lines of a directive stand its `options`. `rows` are those of a list table: where
    the blocks of each of its cells start.
    """

    base: int
    indent: int | None = None
    kind: PassageKind = "paragraph"
    skip: bool = False
    options: bool = False
    meta: bool = False
    rows: list[list[int]] | None = None
    heads: int = 0


@dataclass(slots=True)
class State:
    """Where the pass over the lines stands."""

    text: str
    lines: list[Line]
    blocks: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    meanings: dict[str, str] = field(default_factory=dict)
    containers: list[Container] = field(default_factory=lambda: [Container(-1, 0)])
    open: list[Span] = field(default_factory=list)
    styles: list[tuple[str, bool]] = field(default_factory=list)
    literal: bool = False  # the paragraph before ended with "::"
    passing: bool = False  # lines up to the next empty one are code


def keep(state: State, name: str, span: Span) -> None:
    """Keep what the document says of itself."""
    raw = state.text[span[0] : span[1]]
    if raw:
        state.fields.append(Field(name.lower(), " ".join(raw.split()), raw, span[0]))


def heading(state: State, span: Span, style: tuple[str, bool]) -> None:
    """Levels are told by the order in which the styles of headings appear."""
    if style not in state.styles:
        state.styles.append(style)
    state.blocks.append(Block("heading", (span,), state.styles.index(style) + 1))


def is_drawn(text: str, line: Line) -> bool:
    """Whether a line is one mark of punctuation all over."""
    char = text[line.at]
    return char in PUNCTUATION and not text[line.at : line.end].strip(char)


def long_enough(line: Line, length: int) -> bool:
    """Whether a line is long enough to underline a text of this length."""
    return line.end - line.at >= min(length, TRANSITION)


def add_row(state: State) -> None:
    """In a list table, the items of the outer list are rows, those of the inner ones cells."""
    outer = state.containers[-1]
    if outer.rows is not None:
        outer.rows.append([])
    elif len(state.containers) > 1 and (rows := state.containers[-2].rows):
        rows[-1].append(len(state.blocks))


def list_table(state: State, rows: list[list[int]], heads: int) -> None:
    """Make cells of the blocks in a list table."""
    starts = [start for row in rows for start in row]
    if not starts:
        return
    parts = [
        tuple(state.blocks[start:end])
        for start, end in zip(starts, (*starts[1:], len(state.blocks)), strict=True)
    ]
    del state.blocks[starts[0] :]
    state.blocks += grids.blocks(list(_grouped(rows, parts)), heads)


def _grouped(rows: list[list[int]], parts: list[tuple[Block, ...]]) -> Iterator[list[Cell]]:
    held = iter(parts)
    for row in rows:
        yield [Cell(next(held), column) for column in range(len(row))]
