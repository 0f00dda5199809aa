"""reStructuredText -> its blocks of prose, its fields and the texts of its substitutions.

One pass over the lines with a stack of open containers: what is indented by more than the base of
a container belongs to it. Literal blocks, comments and directives that hold no prose are containers
that are passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

from factlint.documents import lines
from factlint.documents.contents import Block, Field
from factlint.documents.lines import Line
from factlint.documents.rst_openers import DRAWN, NUMBERED, OPENERS
from factlint.documents.rst_state import (
    DEEPEST,
    FIELD,
    PUNCTUATION,
    Container,
    Opened,
    State,
    heading,
    is_drawn,
    keep,
    list_table,
    long_enough,
)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What stands in a source text; `meanings` are the texts of its substitutions."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    meanings: dict[str, str]


def scan(text: str, start: int = 0) -> Scanned:
    """The blocks of reStructuredText from offset `start` on, in order."""
    state = State(text, lines.split(text, start))
    number = 0
    while number < len(state.lines):
        number = _line(state, number)
    _leave(state, -1)
    _close(state)
    return Scanned(tuple(state.blocks), tuple(state.fields), state.meanings)


def _line(state: State, number: int) -> int:
    """Read a line; the number of the next one."""
    line = state.lines[number]
    if line.blank:
        _close(state)
        state.containers[-1].options = state.passing = False
        return number + 1
    _leave(state, line.indent)
    top = state.containers[-1]
    if top.skip or state.passing or (top.options and _option(state, top, line)):
        return number + 1
    if top.indent is None or line.indent < top.indent:
        top.indent = line.indent
    elif line.indent > top.indent:
        top = _indented(state, top, line)
        if top.skip:
            return number + 1
    elif state.literal and state.text[line.at] in PUNCTUATION:
        state.passing = True
        state.literal = False
        return number + 1
    state.literal = False
    if state.open:
        if not _underlined(state, line):
            state.open.append(line.span)
        return number + 1
    return _start(state, number, line)


def _leave(state: State, indent: int) -> None:
    """End the containers that a line with this indentation does not belong to."""
    while len(state.containers) > 1 and indent <= state.containers[-1].base:
        _close(state)
        state.literal = state.passing = False
        left = state.containers.pop()
        if left.rows:
            list_table(state, left.rows, left.heads)


def _option(state: State, top: Container, line: Line) -> bool:
    """Whether the line is an option of a directive, or goes on with one."""
    found = FIELD.match(state.text, line.at, line.end)
    if found is None and (top.indent is None or line.indent <= top.indent):
        top.options = False
        return False
    if found is None:
        return True
    top.indent = line.indent
    if found["name"] == "header-rows":
        value = state.text[found.end() : line.end].strip()
        top.heads = int(value) if value.isdecimal() and len(value) < 4 else 0
    if top.meta:
        keep(state, found["name"], lines.rest(state.text, line, found.end()).span)
    return True


def _indented(state: State, top: Container, line: Line) -> Container:
    """A line further in: literal text, the body of a definition, or a quotation."""
    term = len(state.open) == 1
    if state.open:
        kind = top.kind
        _close(state)
        if term and state.blocks and not state.literal and kind == "paragraph":
            state.blocks[-1] = state.blocks[-1]._replace(kind="item")
    if len(state.containers) > DEEPEST and not state.literal:
        return top
    if state.literal:
        inside = Container(top.indent or 0, skip=True)
    else:
        inside = Container(line.indent - 1, line.indent, "item" if term else "paragraph")
    state.literal = False
    state.containers.append(inside)
    return inside


def _close(state: State) -> None:
    """End the open paragraph; "::" at its end announces literal text, and shows one colon."""
    if not state.open:
        return
    start, end = state.open[0][0], state.open[-1][1]
    state.open = []
    if state.text.endswith("::", start, end):
        state.literal = True
        end -= 2 if end - start == 2 or state.text[end - 3].isspace() else 1
    if start < end:
        state.blocks.append(Block(state.containers[-1].kind, ((start, end),)))


def _underlined(state: State, line: Line) -> bool:
    """Whether the line makes a heading of the open paragraph."""
    if len(state.open) > 1 or len(state.containers) > 1 or not is_drawn(state.text, line):
        return False
    start, end = state.open[0]
    if not long_enough(line, end - start):
        return False
    state.open = []
    heading(state, (start, end), (state.text[line.at], False))
    return True


def _start(state: State, number: int, line: Line) -> int:
    """Open what the line opens, as long as there is some; the rest is text."""
    depth = len(state.containers)
    while len(state.containers) - depth < DEEPEST:
        opened = _opened(state, number, line)
        if isinstance(opened, int):
            return opened
        if opened is None:
            break
        line = opened
        if line.blank:
            return number + 1
    state.open.append(line.span)
    return number + 1


def _opened(state: State, number: int, line: Line) -> Opened:
    char = state.text[line.at]
    for opener in OPENERS.get(char, NUMBERED if char.isalnum() else DRAWN):
        opened = opener(state, number, line)
        if opened is not None:
            return opened
    return None
