"""What a line of reStructuredText opens: functions by the character that it starts with."""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.documents import grids, lines, rst_tables
from factlint.documents.contents import Block
from factlint.documents.lines import Line
from factlint.documents.rst_explicit import explicit
from factlint.documents.rst_state import (
    FIELD,
    TRANSITION,
    Container,
    Opened,
    State,
    add_row,
    heading,
    is_drawn,
    keep,
    long_enough,
)
from factlint.model import PassageKind

_BULLET = re.compile(r"[-*+•‣⁃](?=[ \t]|$)")
_NUMBER = r"(?:\d{1,4}|\#|[a-z]|[ivxlcdm]{2,8})"
_ENUMERATOR = re.compile(rf"(?:{_NUMBER}[.)]|\({_NUMBER}\))(?=[ \t])")
_LINE_BLOCK = re.compile(r"\|(?=[ \t]|$)")


def _marked(state: State, line: Line, at: int, kind: PassageKind) -> Line:
    """What stands behind a mark is the start of a container."""
    rest = lines.rest(state.text, line, at)
    indent = None if rest.blank else rest.indent
    add_row(state)
    state.containers.append(Container(line.indent, indent, kind))
    return rest


def _overline(state: State, number: int, line: Line) -> Opened:
    """A heading between two lines, or a transition."""
    if len(state.containers) > 1 or not is_drawn(state.text, line):
        return None
    if number + 2 < len(state.lines):
        title, below = state.lines[number + 1 : number + 3]
        same = state.text[line.at : line.end] == state.text[below.at : below.end]
        if same and not title.blank and long_enough(line, title.end - title.at):
            heading(state, title.span, (state.text[line.at], True))
            return number + 3
    return number + 1 if line.end - line.at >= TRANSITION else None


def _bullet(state: State, number: int, line: Line) -> Opened:
    found = _BULLET.match(state.text, line.at, line.end)
    return _marked(state, line, found.end(), "item") if found else None


def _enumerated(state: State, number: int, line: Line) -> Opened:
    """A numbered item; what follows it tells a list from text that starts with a number."""
    found = _ENUMERATOR.match(state.text, line.at, line.end)
    if found is None:
        return None
    if number + 1 < len(state.lines) and line == state.lines[number]:
        below = state.lines[number + 1]
        listed = _ENUMERATOR.match(state.text, below.at, below.end)
        if not below.blank and below.indent == line.indent and not listed:
            return None
    return _marked(state, line, found.end(), "item")


def _field(state: State, number: int, line: Line) -> Opened:
    """:name: value, which belongs to the document if it stands above all text."""
    found = FIELD.match(state.text, line.at, line.end)
    if found is None:
        return None
    if len(state.containers) == 1 and _is_head(state):
        end = number + 1
        while end < len(state.lines) and state.lines[end].indent > line.indent:
            if state.lines[end].blank:
                break
            end += 1
        start = lines.rest(state.text, line, found.end()).at
        keep(state, found["name"], (start, max(start, state.lines[end - 1].end)))
        return end
    state.containers.append(Container(line.indent, None, "item"))
    return Line(line.at + 1, line.end, line.indent + 1)


def _is_head(state: State) -> bool:
    """Whether nothing but a title, and one below it, was read so far."""
    return len(state.blocks) <= 2 and all(block.kind == "heading" for block in state.blocks)


def _verse(state: State, number: int, line: Line) -> Opened:
    """A line of a line block stands for itself."""
    found = _LINE_BLOCK.match(state.text, line.at, line.end)
    if found is None:
        return None
    rest = lines.rest(state.text, line, found.end())
    if not rest.blank:
        state.blocks.append(Block(state.containers[-1].kind, (rest.span,)))
    return number + 1


def _doctest(state: State, number: int, line: Line) -> Opened:
    if not state.text.startswith(">>>", line.at):
        return None
    state.passing = True
    return number + 1


def _anonymous(state: State, number: int, line: Line) -> Opened:
    return number + 1 if state.text.startswith("__ ", line.at) else None


def _grid(state: State, number: int, line: Line) -> Opened:
    if line != state.lines[number] or not rst_tables.is_frame(state.text, line):
        return None
    end = rst_tables.grid_end(state.text, state.lines, number)
    state.blocks += grids.blocks(*rst_tables.grid(state.text, state.lines[number:end]))
    return end


def _simple(state: State, number: int, line: Line) -> Opened:
    if line != state.lines[number] or not rst_tables.is_ruled(state.text, line):
        return None
    end = rst_tables.simple_end(state.text, state.lines, number)
    state.blocks += grids.blocks(*rst_tables.simple(state.text, state.lines[number:end]))
    return end


Opener = Callable[[State, int, Line], Opened]
NUMBERED: tuple[Opener, ...] = (_enumerated,)
DRAWN: tuple[Opener, ...] = (_overline,)
OPENERS: dict[str, tuple[Opener, ...]] = {
    ".": (explicit, _overline),
    ":": (_field, _overline),
    "|": (_verse, _overline),
    ">": (_doctest, _overline),
    "_": (_anonymous, _overline),
    "=": (_simple, _overline),
    "+": (_grid, _bullet, _overline),
    "(": (_enumerated, _overline),
    "#": (_enumerated, _overline),
    **dict.fromkeys("-*•‣⁃", (_bullet, _overline)),
}
