"""reStructuredText -> its blocks of prose, its fields and the texts of its substitutions.

One pass over the lines with a stack of open containers: what is indented by more than the base of
a container belongs to it. Literal blocks, comments and directives that hold no prose are containers
that are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from factlint.documents import grids, lines, rst_directives, rst_tables
from factlint.documents.contents import Block, Field, Span
from factlint.documents.grids import Cell
from factlint.documents.lines import Line
from factlint.model import PassageKind

_DEEPEST = 60
_LONGEST_MEANING = 80
_TRANSITION = 4

_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BULLET = re.compile(r"[-*+•‣⁃](?=[ \t]|$)")
_NUMBER = r"(?:\d{1,4}|\#|[a-z]|[ivxlcdm]{2,8})"
_ENUMERATOR = re.compile(rf"(?:{_NUMBER}[.)]|\({_NUMBER}\))(?=[ \t])")
#: :name: value
_FIELD = re.compile(r":(?P<name>[^:`\s][^:`\r\n]*+):(?=[ \t]|$)")
_FOOTNOTE = re.compile(r"\[[^\[\]\s]{1,80}\](?=[ \t]|$)")
_TARGET = re.compile(r"_(?:[^:\\\r\n`]|\\.|`[^`\r\n]*+`)*+:(?=[ \t]|$)|__(?=[ \t]|:|$)")
_SUBSTITUTION = re.compile(r"\|(?P<name>[^|\r\n]{1,100})\|[ \t]+(?P<kind>[\w-]+)::(?=[ \t]|$)")
_DIRECTIVE = re.compile(r"(?P<name>[A-Za-z0-9]++(?:[-_+:.][A-Za-z0-9]++)*+)[ ]?::(?=[ \t]|$)")
#: .. title: as static site generators have it in comments at the top
_COMMENT_FIELD = re.compile(r"(?P<name>[a-z][a-z_]*+):(?=[ \t])")
_EXPLICIT = re.compile(r"\.\.(?=[ \t]|$)")
_LINE_BLOCK = re.compile(r"\|(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Scanned:
    """What stands in a source text; `meanings` are the texts of its substitutions."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    meanings: dict[str, str]


@dataclass(slots=True)
class _Container:
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
class _State:
    """Where the pass over the lines stands."""

    text: str
    lines: list[Line]
    blocks: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    meanings: dict[str, str] = field(default_factory=dict)
    containers: list[_Container] = field(default_factory=lambda: [_Container(-1, 0)])
    open: list[Span] = field(default_factory=list)
    styles: list[tuple[str, bool]] = field(default_factory=list)
    literal: bool = False  # the paragraph before ended with "::"
    passing: bool = False  # lines up to the next empty one are code


#: What a line that may open something gives: the number of the next line to read, the rest of the
#: line, or nothing.
_Opened = int | Line | None


def scan(text: str, start: int = 0) -> Scanned:
    """The blocks of reStructuredText from offset `start` on, in order."""
    state = _State(text, lines.split(text, start))
    number = 0
    while number < len(state.lines):
        number = _line(state, number)
    _leave(state, -1)
    _close(state)
    return Scanned(tuple(state.blocks), tuple(state.fields), state.meanings)


def _line(state: _State, number: int) -> int:
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
    elif state.literal and state.text[line.at] in _PUNCTUATION:
        state.passing = True
        state.literal = False
        return number + 1
    state.literal = False
    if state.open:
        if not _underlined(state, line):
            state.open.append(line.span)
        return number + 1
    return _start(state, number, line)


def _leave(state: _State, indent: int) -> None:
    """End the containers that a line with this indentation does not belong to."""
    while len(state.containers) > 1 and indent <= state.containers[-1].base:
        _close(state)
        state.literal = state.passing = False
        left = state.containers.pop()
        if left.rows:
            _list_table(state, left.rows, left.heads)


def _option(state: _State, top: _Container, line: Line) -> bool:
    """Whether the line is an option of a directive, or goes on with one."""
    found = _FIELD.match(state.text, line.at, line.end)
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
        _keep(state, found["name"], lines.rest(state.text, line, found.end()).span)
    return True


def _keep(state: _State, name: str, span: Span) -> None:
    """Keep what the document says of itself."""
    raw = state.text[span[0] : span[1]]
    if raw:
        state.fields.append(Field(name.lower(), " ".join(raw.split()), raw, span[0]))


def _indented(state: _State, top: _Container, line: Line) -> _Container:
    """A line further in: literal text, the body of a definition, or a quotation."""
    term = len(state.open) == 1
    if state.open:
        kind = top.kind
        _close(state)
        if term and state.blocks and not state.literal and kind == "paragraph":
            state.blocks[-1] = state.blocks[-1]._replace(kind="item")
    if len(state.containers) > _DEEPEST and not state.literal:
        return top
    if state.literal:
        inside = _Container(top.indent or 0, skip=True)
    else:
        inside = _Container(line.indent - 1, line.indent, "item" if term else "paragraph")
    state.literal = False
    state.containers.append(inside)
    return inside


def _close(state: _State) -> None:
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


def _underlined(state: _State, line: Line) -> bool:
    """Whether the line makes a heading of the open paragraph."""
    if len(state.open) > 1 or len(state.containers) > 1 or not _is_drawn(state.text, line):
        return False
    start, end = state.open[0]
    if not _long_enough(line, end - start):
        return False
    state.open = []
    _heading(state, (start, end), (state.text[line.at], False))
    return True


def _is_drawn(text: str, line: Line) -> bool:
    """Whether a line is one mark of punctuation all over."""
    char = text[line.at]
    return char in _PUNCTUATION and not text[line.at : line.end].strip(char)


def _long_enough(line: Line, length: int) -> bool:
    return line.end - line.at >= min(length, _TRANSITION)


def _heading(state: _State, span: Span, style: tuple[str, bool]) -> None:
    """Levels are told by the order in which the styles of headings appear."""
    if style not in state.styles:
        state.styles.append(style)
    state.blocks.append(Block("heading", (span,), state.styles.index(style) + 1))


def _start(state: _State, number: int, line: Line) -> int:
    """Open what the line opens, as long as there is some; the rest is text."""
    depth = len(state.containers)
    while len(state.containers) - depth < _DEEPEST:
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


def _opened(state: _State, number: int, line: Line) -> _Opened:
    char = state.text[line.at]
    for opener in _OPENERS.get(char, _NUMBERED if char.isalnum() else _DRAWN):
        opened = opener(state, number, line)
        if opened is not None:
            return opened
    return None


def _overline(state: _State, number: int, line: Line) -> _Opened:
    """A heading between two lines, or a transition."""
    if len(state.containers) > 1 or not _is_drawn(state.text, line):
        return None
    if number + 2 < len(state.lines):
        title, below = state.lines[number + 1 : number + 3]
        same = state.text[line.at : line.end] == state.text[below.at : below.end]
        if same and not title.blank and _long_enough(line, title.end - title.at):
            _heading(state, title.span, (state.text[line.at], True))
            return number + 3
    return number + 1 if line.end - line.at >= _TRANSITION else None


def _marked(state: _State, line: Line, at: int, kind: PassageKind) -> Line:
    """What stands behind a mark is the start of a container."""
    rest = lines.rest(state.text, line, at)
    indent = None if rest.blank else rest.indent
    _row(state)
    state.containers.append(_Container(line.indent, indent, kind))
    return rest


def _bullet(state: _State, number: int, line: Line) -> _Opened:
    found = _BULLET.match(state.text, line.at, line.end)
    return _marked(state, line, found.end(), "item") if found else None


def _enumerated(state: _State, number: int, line: Line) -> _Opened:
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


def _field(state: _State, number: int, line: Line) -> _Opened:
    """:name: value, which belongs to the document if it stands above all text."""
    found = _FIELD.match(state.text, line.at, line.end)
    if found is None:
        return None
    if len(state.containers) == 1 and all(block.kind == "heading" for block in state.blocks[-2:]):
        end = number + 1
        while end < len(state.lines) and state.lines[end].indent > line.indent:
            if state.lines[end].blank:
                break
            end += 1
        start = lines.rest(state.text, line, found.end()).at
        _keep(state, found["name"], (start, max(start, state.lines[end - 1].end)))
        return end
    state.containers.append(_Container(line.indent, None, "item"))
    return Line(line.at + 1, line.end, line.indent + 1)


def _verse(state: _State, number: int, line: Line) -> _Opened:
    """A line of a line block stands for itself."""
    found = _LINE_BLOCK.match(state.text, line.at, line.end)
    if found is None:
        return None
    rest = lines.rest(state.text, line, found.end())
    if not rest.blank:
        state.blocks.append(Block(state.containers[-1].kind, (rest.span,)))
    return number + 1


def _doctest(state: _State, number: int, line: Line) -> _Opened:
    if not state.text.startswith(">>>", line.at):
        return None
    state.passing = True
    return number + 1


def _anonymous(state: _State, number: int, line: Line) -> _Opened:
    return number + 1 if state.text.startswith("__ ", line.at) else None


def _grid(state: _State, number: int, line: Line) -> _Opened:
    if line != state.lines[number] or not rst_tables.is_frame(state.text, line):
        return None
    end = rst_tables.grid_end(state.text, state.lines, number)
    state.blocks += grids.blocks(*rst_tables.grid(state.text, state.lines[number:end]))
    return end


def _simple(state: _State, number: int, line: Line) -> _Opened:
    if line != state.lines[number] or not rst_tables.is_ruled(state.text, line):
        return None
    end = rst_tables.simple_end(state.text, state.lines, number)
    state.blocks += grids.blocks(*rst_tables.simple(state.text, state.lines[number:end]))
    return end


def _explicit(state: _State, number: int, line: Line) -> _Opened:
    """What ".." opens: a note, a target, a directive, or else a comment."""
    text = state.text
    if not _EXPLICIT.match(text, line.at, line.end):
        return None
    rest = lines.rest(text, line, line.at + 2)
    if rest.blank:
        if number + 1 == len(state.lines) or state.lines[number + 1].blank:
            return number + 1
    elif note := _FOOTNOTE.match(text, rest.at, rest.end):
        state.containers.append(_Container(line.indent, None, "item"))
        return lines.rest(text, rest, note.end())
    elif not _TARGET.match(text, rest.at, rest.end):
        found = _DIRECTIVE.match(text, rest.at, rest.end)
        name = found["name"].lower() if found else ""
        if found and (name in rst_directives.PROSE or name in _OTHERS):
            return _directive(state, number, line, found, name)
        _said(state, number, line, rest)
    state.containers.append(_Container(line.indent, skip=True))
    return number + 1


def _said(state: _State, number: int, line: Line, rest: Line) -> None:
    """What a definition of a substitution, or a comment at the top, says."""
    text = state.text
    if found := _SUBSTITUTION.match(text, rest.at, rest.end):
        start = lines.rest(text, rest, found.end()).at
        end = lines.below(state.lines, number + 1, line.indent) if start < rest.end else number + 1
        meaning = "" if found["kind"] == "image" else " ".join(text[start : rest.end].split())
        short = end == number + 1 or all(held.blank for held in state.lines[number + 1 : end])
        known = found["kind"] in ("replace", "image") and short
        if known and len(meaning) <= _LONGEST_MEANING:
            state.meanings.setdefault(found["name"].strip().lower(), meaning)
    elif not state.blocks and (found := _COMMENT_FIELD.match(text, rest.at, rest.end)):
        _keep(state, found["name"], lines.rest(text, rest, found.end()).span)


def _directive(state: _State, number: int, line: Line, found: re.Match[str], name: str) -> _Opened:
    """A directive that holds prose or data of the document."""
    argument = lines.rest(state.text, Line(found.start(), line.end, line.indent + 3), found.end())
    if name == rst_directives.POST:
        _keep(state, "date", argument.span)
        state.containers.append(_Container(line.indent, skip=True))
        return number + 1
    sort = rst_directives.PROSE.get(name, "none")
    if sort == "title" and not argument.blank:
        state.blocks.append(Block("paragraph", (argument.span,)))
    if name == "csv-table":
        return _csv_table(state, number, line)
    inside = _Container(line.indent, options=True, meta=name == rst_directives.META)
    inside.rows = [] if name == "list-table" else None
    state.containers.append(inside)
    return argument if sort == "text" else number + 1


def _csv_table(state: _State, number: int, line: Line) -> int:
    """Rows of comma-separated values below the options of the directive."""
    end = lines.below(state.lines, number + 1, line.indent)
    options, body = {}, number + 1
    while body < end and (found := _FIELD.match(state.text, *state.lines[body].span)):
        options[found["name"]] = (found.end(), state.lines[body].end)
        body += 1
    header = options.get("header", (0, 0))
    count, mark = (
        state.text[slice(*options.get(name, (0, 0)))].strip() for name in ("header-rows", "delim")
    )
    mark = mark if len(mark) == 1 and mark != '"' else ","
    rows = grids.separated(state.text, header, mark)
    heads = len(rows) + (int(count) if count.isdecimal() and len(count) < 4 else 0)
    if body < end:
        rows += grids.separated(state.text, (state.lines[body].at, state.lines[end - 1].end), mark)
    state.blocks += grids.blocks(rows, heads)
    return end


def _row(state: _State) -> None:
    """In a list table, the items of the outer list are rows, those of the inner ones cells."""
    outer = state.containers[-1]
    if outer.rows is not None:
        outer.rows.append([])
    elif len(state.containers) > 1 and (rows := state.containers[-2].rows):
        rows[-1].append(len(state.blocks))


def _list_table(state: _State, rows: list[list[int]], heads: int) -> None:
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


_Opener = Callable[[_State, int, Line], _Opened]
_OTHERS = frozenset((rst_directives.META, rst_directives.POST))
_NUMBERED: tuple[_Opener, ...] = (_enumerated,)
_DRAWN: tuple[_Opener, ...] = (_overline,)
_OPENERS: dict[str, tuple[_Opener, ...]] = {
    ".": (_explicit, _overline),
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
