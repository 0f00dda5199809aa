"""Markdown -> its blocks of prose, and the labels of its link definitions.

One pass over the lines with a stack of open containers (quotes, list items). Code, maths, comments
and definitions are passed over; what is left are paragraphs, items, headings, cells and HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.documents import links, tables, tags
from factlint.documents.contents import Block, BlockKind, Span

_QUOTE = -1
_DEEPEST = 60
_CODE_INDENT = 4
_FOOTNOTE_INDENT = 4

_LINE = re.compile(r"([^\r\n]*+)(\r\n?|\n|\Z)")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_RULE = re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_HASHES = re.compile(r"#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=+|--+)[ \t]*$")
_FENCE = re.compile(r"`{3,}+(?=[^`]*$)|~{3,}+")
_FOOTNOTE = re.compile(r"\[\^[^\]\[\s]++\]:[ \t]*")
_TYPOGRAPHIC_BULLET = re.compile(r"[•◦▪‣●·⁃][ \t\xa0]+")
_TEMPLATE_LINE = re.compile(r"(?:\{%[^}]*\}|\{\{[<%][^}]*\}\}|\{:[^}]*\})[ \t]*$")
_CODE_TEMPLATE = re.compile(r"\{(?P<open>%-?|\{[<%])\s*(?P<name>highlight|comment|codeblock|raw)\b")
#: > [!NOTE]- Title
_CALLOUT = re.compile(r"\[![A-Za-z][^\[\]\r\n]{0,60}\][+-]?[ \t]*")
#: :::note Title, :::note[Title], ::: {.note}
_ADMONITION = re.compile(
    r"""(?P<marks>:{3,}) [ \t]*+ (?:[A-Za-z][\w-]*+)?+ (?:\[(?P<label>[^\[\]\r\n]*+)\])?+
    (?:[ \t]*+ \{[^{}\r\n]*+\})?+ (?:[ \t]++(?P<title>[^\s:{][^\r\n]*+))?+ [ \t:]*+ $""",
    re.VERBOSE,
)
#: !!! note "Title", ??? note, === "Title": what is indented below belongs to it
_INDENTED = re.compile(
    r"""(?: (?:!!!|\?\?\?\+?) (?:[ \t]++[A-Za-z][\w-]*+)++ | ===[!+]? (?=[ \t]++") )
    (?:[ \t]++ "(?P<title>[^"\r\n]*+)")?+ [ \t]*+ $""",
    re.VERBOSE,
)
_DEFINITION = re.compile(r":[ \t]+(?=\S)")
#: key:: value on a line of its own
_FIELD = re.compile(r"(?P<mark>\*\*|__|)(?P<key>[A-Za-z][\w -]{0,40})(?P=mark)::[ \t]+(?=\S)")
_LONE_TAG_REST = re.compile(r"[ \t]*$")


class _Note(int):
    """The column of a container that holds paragraphs, where that of a list would hold items."""


@dataclass(frozen=True, slots=True)
class _Fence:
    mark: str
    depth: int


@dataclass(slots=True)
class _State:
    """Where the pass over the lines stands."""

    text: str
    end: int
    indented_code: bool
    has_fields: bool  # there may be some
    blocks: list[Block] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    containers: list[int] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    fence: _Fence | None = None
    skip: int = 0  # source before this offset is code, a comment or maths
    table: bool = False
    head: list[Span] = field(default_factory=list)
    bare: bool = False  # the line before was a list marker without text

    @property
    def plain(self) -> bool:
        """Whether a line that starts with a letter can only be text of no container."""
        return not (self.containers or self.fence or self.table or self.kind == "html")


class _Line(NamedTuple):
    """The rest of a line behind its containers: offsets, columns, matched containers."""

    at: int
    end: int
    column: int
    base: int
    depth: int


def scan(
    text: str, start: int = 0, *, indented_code: bool = True
) -> tuple[list[Block], frozenset[str]]:
    """The blocks of Markdown from offset `start` on, in order, and the labels it defines."""
    state = _State(text, len(text), indented_code, ":: " in text)
    for found in _LINE.finditer(text, start):
        _line(state, found.start(), found.end(1))
    _close(state)
    return state.blocks, frozenset(state.labels)


def _line(state: _State, start: int, end: int) -> None:
    if start < state.skip:
        if end > state.skip:
            _html_rest(state, state.skip, end)
        return
    if start == end and state.fence is None:
        _blank(state, 0)
        return
    if state.plain and state.text[start : start + 1].isalpha():
        _plain(state, start, end)
        return
    line = _contained(state, start, end)
    if state.fence and _in_fence(state, state.fence, line):
        return
    if line.at == line.end or (
        not state.text[line.at].isalnum() and not state.text[line.at : line.end].strip()
    ):
        _blank(state, line.depth)
        return
    if state.kind == "html" and state.lines:
        if line.depth == len(state.containers):
            state.lines.append((line.at, end))
            return
        _close(state)
    _open(state, line)


def _plain(state: _State, start: int, end: int) -> None:
    """The shortest way for the most frequent line: text that stands in no container."""
    if state.has_fields and _field(state, start, end):
        return
    if not state.lines:
        state.kind = "item" if state.bare else "paragraph"
        state.bare = False
    state.lines.append((start, end))


def _contained(state: _State, start: int, end: int) -> _Line:
    """How far the open containers reach into this line."""
    text = state.text
    at, column = _indent(text, start, end, 0)
    depth = base = 0
    for container in state.containers:
        if container == _QUOTE:
            if at == end or text[at] != ">" or column - base >= _CODE_INDENT:
                break
            at, column, base = _quoted(text, at, end, column)
        elif at == end or column >= container:
            base = container
        else:
            break
        depth += 1
    return _Line(at, end, column, base, depth)


def _indent(text: str, at: int, end: int, column: int) -> tuple[int, int]:
    """The first character that is no blank, and its column with tabs to stops of four."""
    while at < end:
        char = text[at]
        if char == " ":
            column += 1
        elif char == "\t":
            column += 4 - column % 4
        else:
            break
        at += 1
    return at, column


def _quoted(text: str, at: int, end: int, column: int) -> tuple[int, int, int]:
    """Behind the mark of a quote: the next character, its column, and where contents start."""
    after, after_column = _indent(text, at + 1, end, column + 1)
    return after, after_column, column + (2 if after > at + 1 else 1)


def _in_fence(state: _State, fence: _Fence, line: _Line) -> bool:
    """Whether the line is code; a fence ends with its mark or with its container."""
    blank = line.at == line.end
    if line.depth < fence.depth and not (blank and _QUOTE not in state.containers):
        state.fence = None
        return False
    rest = state.text[line.at : line.end].rstrip()
    if rest.startswith(fence.mark) and not rest.strip(fence.mark[0]):
        state.fence = None
    return True


def _blank(state: _State, depth: int) -> None:
    """An empty line ends paragraphs and quotes, but no list items."""
    _close(state)
    state.bare = False
    if _QUOTE not in state.containers:
        return
    quote = next((i for i, held in enumerate(state.containers) if held == _QUOTE), None)
    if quote is not None and depth <= quote:
        del state.containers[quote:]


def _open(state: _State, line: _Line) -> None:
    """Open containers and blocks as long as the line holds some; the rest is text."""
    text = state.text
    while True:
        deep = state.indented_code and line.column - line.base >= _CODE_INDENT
        if deep and not state.bare:
            if not state.lines:
                del state.containers[line.depth :]
                return
            break
        opener = _OPENERS.get(text[line.at])
        if opener is None:
            break
        rest = opener(state, line)
        if rest is None:
            return
        if rest is line:
            break
        line = rest
        if line.at == line.end:
            return
    _text(state, line)


def _text(state: _State, line: _Line) -> None:
    if state.table:
        if line.depth == len(state.containers):
            _row(state, line)
            return
        state.table = False
    if state.has_fields and _field(state, line.at, line.end):
        return
    if state.lines:
        state.lines.append((line.at, line.end))
        return
    del state.containers[line.depth :]
    inside = bool(state.containers) and _is_list(state.containers[-1])
    state.kind = "item" if inside or state.bare else "paragraph"
    state.bare = False
    state.lines.append((line.at, line.end))


def _is_list(container: int) -> bool:
    return container != _QUOTE and not isinstance(container, _Note)


def _field(state: _State, start: int, end: int) -> bool:
    """Whether the line is a field of its own among the text."""
    found = _FIELD.match(state.text, start, end)
    if found is None:
        return False
    _close(state)
    state.blocks.append(Block("field", ((found.end(), end),), field=found["key"].strip()))
    return True


def _close(state: _State) -> None:
    """End the open paragraph, table or piece of HTML."""
    state.table = False
    if not state.lines:
        return
    whole = _QUOTE not in state.containers or len(state.lines) == 1
    spans = tuple(state.lines)
    state.blocks.append(Block(state.kind, spans, whole=whole))
    state.lines = []
    state.kind = "paragraph"


def _start(state: _State, line: _Line) -> None:
    """A new block starts in this line: end what is open and does not hold it."""
    _close(state)
    state.bare = False
    del state.containers[line.depth :]


def _own(state: _State, line: _Line) -> bool:
    """Whether the open paragraph stands in just the containers that this line is in."""
    return bool(state.lines) and line.depth == len(state.containers)


# One function an opening character: the rest of the line, the line itself if nothing starts here,
# None when the line is used up.


def _heading(state: _State, line: _Line) -> _Line | None:
    found = _HASHES.match(state.text, line.at, line.end)
    if found is None:
        return line
    _start(state, line)
    start, _ = _indent(state.text, found.end(), line.end, 0)
    inside = state.text[start : line.end].rstrip(" \t")
    bare = inside.rstrip("#")
    if not bare or bare[-1] in " \t":
        inside = bare.rstrip(" \t")
    if inside:
        span = (start, start + len(inside))
        state.blocks.append(Block("heading", (span,), level=len(found[0])))
    return None


def _underline(state: _State, line: _Line) -> _Line | None:
    if not _own(state, line) or not _UNDERLINE.match(state.text, line.at, line.end):
        return line
    level = 1 if state.text[line.at] == "=" else 2
    spans, whole = tuple(state.lines), _QUOTE not in state.containers
    state.lines = []
    _close(state)
    state.blocks.append(Block("heading", spans, level, whole or len(spans) == 1))
    return None


def _fence(state: _State, line: _Line) -> _Line | None:
    found = _FENCE.match(state.text, line.at, line.end)
    if found is None:
        return line
    _start(state, line)
    state.fence = _Fence(found[0], line.depth)
    return None


def _quote(state: _State, line: _Line) -> _Line | None:
    if line.depth >= _DEEPEST:
        return line
    _start(state, line)
    state.containers.append(_QUOTE)
    at, column, base = _quoted(state.text, line.at, line.end, line.column)
    return _Line(at, line.end, column, base, line.depth + 1)


def _marker(state: _State, line: _Line) -> _Line | None:
    text = state.text
    found = _MARKER.match(text, line.at, line.end)
    if found is None or line.depth >= _DEEPEST:
        return line
    at, column = _indent(text, found.end(), line.end, line.column + len(found[0]))
    if _own(state, line) and (at == line.end or not _first(found[0])) and text[line.at] != "-":
        return line  # only the first item of a list may follow a paragraph directly
    _start(state, line)
    width = line.column + len(found[0])
    content = width + 1 if at == line.end or column - width > _CODE_INDENT else column
    state.containers.append(content)
    state.bare = at == line.end
    return _Line(at, line.end, column, content, line.depth + 1)


def _first(marker: str) -> bool:
    return not marker[0].isdigit() or marker[:-1] == "1"


def _rule(state: _State, line: _Line) -> _Line | None:
    if not _RULE.match(state.text, line.at, line.end):
        return line
    _start(state, line)
    return None


def _is_item(state: _State, line: _Line) -> bool:
    """Whether the line is surely a list item: a bullet, a blank, a word."""
    start = state.text[line.at + 1 : min(line.at + 3, line.end)]
    return start[:1] == " " and start[1:].isalnum()


def _dash(state: _State, line: _Line) -> _Line | None:
    if (
        state.text[line.at + 1 : line.at + 2] == " "
        and state.text[line.at + 2 : line.at + 3].isalnum()
    ):
        return _marker(state, line)
    for opener in (_underline, _delimiters, _rule, _marker):
        rest = opener(state, line)
        if rest is not line:
            return rest
    return line


def _star(state: _State, line: _Line) -> _Line | None:
    if _is_item(state, line):
        return _marker(state, line)
    rest = _rule(state, line)
    return _marker(state, line) if rest is line else rest


def _bullet(state: _State, line: _Line) -> _Line | None:
    """Typographic bullets are no Markdown, but their authors mean a list."""
    found = _TYPOGRAPHIC_BULLET.match(state.text, line.at, line.end)
    if found is None:
        return line
    _start(state, line)
    state.kind = "item"
    state.lines.append((found.end(), line.end))
    return None


def _delimiters(state: _State, line: _Line) -> _Line | None:
    """The line of dashes below the head of a table."""
    if not _own(state, line) or state.kind == "html":
        return line
    start, end = state.lines[-1]
    if not tables.is_delimiter_row(state.text, line.at, line.end):
        return line
    head = tables.cells(state.text, start, end)
    if len(head) != len(tables.cells(state.text, line.at, line.end)):
        return line
    state.lines.pop()
    _close(state)
    state.head = []
    _cells(state, head)
    state.head = head
    state.table = True
    return None


def _row(state: _State, line: _Line) -> None:
    _cells(state, tables.cells(state.text, line.at, line.end))


def _cells(state: _State, spans: list[Span]) -> None:
    for number, span in enumerate(spans):
        if span[0] == span[1]:
            continue
        column = tuple(state.head[number : number + 1])
        row = (spans[0],) if number and state.head else ()
        state.blocks.append(Block("cell", (span,), column=column, row=row))


def _bracket(state: _State, line: _Line) -> _Line | None:
    """Footnotes, link definitions and the marks of callouts."""
    text = state.text
    quoted = line.depth > 0 and state.containers[line.depth - 1] == _QUOTE
    if quoted and not state.lines and (mark := _CALLOUT.match(text, line.at, line.end)):
        _titled(state, mark.end(), line.end)
        return None
    if note := _FOOTNOTE.match(text, line.at, line.end):
        _start(state, line)
        state.containers.append(line.base + _FOOTNOTE_INDENT)
        column = line.base + _FOOTNOTE_INDENT
        return _Line(note.end(), line.end, column, column, line.depth + 1)
    if state.lines or text.find("]:", line.at, line.end) < 0:
        return line
    found = links.DEFINITION.match(text, line.at, line.end)
    if found is None:
        return line
    _start(state, line)
    state.labels.add(links.label(found["label"]))
    return None


def _angle(state: _State, line: _Line) -> _Line | None:
    """HTML: code and comments are passed over, other tags start a block up to a blank line."""
    text, at, end = state.text, line.at, line.end
    if text.startswith("<!--", at):
        return _passed_over(state, line, text.find("-->", at + 4), 3)
    if found := tags.CODE_START.match(text, at, end):
        closing = tags.SILENT_END[found["name"].lower()].search(text, found.end())
        return _passed_over(state, line, closing.start() if closing else -1, len(found["name"]) + 3)
    lone = not state.lines and (tag := tags.TAG.match(text, at)) and tag.end() <= end
    if tags.BLOCK_START.match(text, at, end) or (
        lone and tag and _LONE_TAG_REST.match(text, tag.end(), end)
    ):
        _start(state, line)
        state.kind = "html"
        state.lines.append((at, end))
        return None
    return line


def _maths(state: _State, line: _Line) -> _Line | None:
    """$$ that opens a line, and closes the same or a later one."""
    if not state.text.startswith("$$", line.at):
        return line
    closing = state.text.find("$$", line.at + 2)
    return _passed_over(state, line, closing, 2) if closing >= 0 else line


def _passed_over(state: _State, line: _Line, closing: int, width: int) -> _Line | None:
    """Source up to the closing mark is no prose; without one, all that follows is not."""
    _start(state, line)
    state.skip = closing + width if closing >= 0 else state.end
    if state.skip < line.end:
        _html_rest(state, state.skip, line.end)
    return None


def _html_rest(state: _State, start: int, end: int) -> None:
    """What stands in a line behind a comment or the like."""
    at, _ = _indent(state.text, start, end, 0)
    if at < end:
        state.blocks.append(Block("html", ((at, end),)))


def _template(state: _State, line: _Line) -> _Line | None:
    """A line that is a template tag; those that hold code are passed over to their end."""
    found = _CODE_TEMPLATE.match(state.text, line.at, line.end)
    if found:
        name = re.escape(found["name"])
        ending = re.compile(rf"\{{(?:%-?|\{{[<%])\s*(?:end|/)\s*{name}\b[^}}\n]*\}}+")
        closing = ending.search(state.text, found.end())
        if closing:
            return _passed_over(state, line, closing.start(), len(closing[0]))
    if not _TEMPLATE_LINE.match(state.text, line.at, line.end):
        return line
    _start(state, line)
    return None


def _colon(state: _State, line: _Line) -> _Line | None:
    """::: of an admonition, a definition of the term above, or a delimiter row."""
    if found := _ADMONITION.match(state.text, line.at, line.end):
        _start(state, line)
        name = "label" if found["label"] else "title"
        _titled(state, *found.span(name))
        return None
    definition = _DEFINITION.match(state.text, line.at, line.end)
    own = _own(state, line)
    if definition is None or line.depth >= _DEEPEST or (own and len(state.lines) > 1):
        return _delimiters(state, line)
    state.kind = "item" if own else state.kind
    _start(state, line)
    column = line.column + definition.end() - line.at
    state.containers.append(column)
    return _Line(definition.end(), line.end, column, column, line.depth + 1)


def _indented(state: _State, line: _Line) -> _Line | None:
    """!!! of an admonition: what is indented below it are paragraphs, no code."""
    found = _INDENTED.match(state.text, line.at, line.end)
    if found is None or line.depth >= _DEEPEST:
        return line
    _start(state, line)
    _titled(state, *found.span("title"))
    state.containers.append(_Note(line.column + _CODE_INDENT))
    return None


def _equals(state: _State, line: _Line) -> _Line | None:
    rest = _underline(state, line)
    return _indented(state, line) if rest is line else rest


def _titled(state: _State, start: int, end: int) -> None:
    """The title of an admonition, if it has one."""
    if 0 <= start < end:
        state.blocks.append(Block("paragraph", ((start, end),)))


def _comment(state: _State, line: _Line) -> _Line | None:
    """%% that opens a line, and closes the same or a later one."""
    if not state.text.startswith("%%", line.at):
        return line
    closing = state.text.find("%%", line.at + 2)
    return _passed_over(state, line, closing, 2) if closing >= 0 else line


_OPENERS: dict[str, Callable[[_State, _Line], _Line | None]] = {
    "#": _heading,
    "=": _equals,
    "!": _indented,
    "?": _indented,
    "%": _comment,
    "`": _fence,
    "~": _fence,
    ">": _quote,
    "-": _dash,
    "*": _star,
    "+": _marker,
    "_": _rule,
    **dict.fromkeys("0123456789", _marker),
    **dict.fromkeys("•◦▪‣●·⁃", _bullet),
    "|": _delimiters,
    ":": _colon,
    "[": _bracket,
    "<": _angle,
    "$": _maths,
    "{": _template,
}
