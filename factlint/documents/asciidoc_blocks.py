"""AsciiDoc -> its blocks of prose, its fields and the values of its attributes.

One pass over the lines. Blocks between delimiters hold prose, a table, or what is passed over to
the closing delimiter; lists and paragraphs are told by how their lines start.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from factlint.documents import asciidoc_inline, asciidoc_tables, dates, grids, lines
from factlint.documents.contents import Block, Field, Span
from factlint.documents.lines import Line
from factlint.model import PassageKind

_LONGEST_MEANING = 80
_LONGEST_ATTRIBUTES = 2_000
_SETEXT = "=-~^+"

_CODE_FRAME = re.compile(r"(?:(?P<fence>`{3,})[\w,+-]*|-{4,}|\.{4,}|\+{4,}|/{4,})$")
_PROSE_FRAME = re.compile(r"(?:={4,}|\*{4,}|_{4,}|~{4,}|--)$")
_TABLE_FRAME = re.compile(r"[|,:!]={3,}$")
_HEADING = re.compile(r"(?P<marks>={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+|~+|\^+|\++)$")
_ATTRIBUTES = re.compile(r"\[(?:\[[^\[\]\n]*\]|[\w.#%{,\"'][^\[\]\n]*)?\]$")
_STYLE = re.compile(r"\[(?P<style>[A-Za-z]*)")
#: Styles of blocks that hold no prose
_CODE_STYLES = frozenset(
    ("source", "listing", "literal", "stem", "latexmath", "asciimath", "pass", "comment", "ditaa",
     "plantuml", "mermaid", "graphviz")
)  # fmt: skip
_ENTRY = re.compile(r":(?P<off>!?)(?P<name>\w[\w-]*+)!?:(?:[ \t]+(?P<value>\S.*))?$")
_TITLE = re.compile(r"\.(?=[^\s.\d])")
_MACRO = re.compile(r"[A-Za-z][\w-]*::[^\s\[]*\[.*\]$")
_BREAK = re.compile(r"(?:'{3,}|<{3,}|-{3}|\*{3})$")
_MARKER = re.compile(
    r"(?:\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-z]\.|[ivx]{1,6}\)|<(?:\d{1,3}|\.)>|•)[ \t]+(?=\S)"
    r"(?:\[[ x*]\][ \t]+)?"
)
_TERM = re.compile(r"(?<![:;\s])(?P<mark>:{2,4}|;;)(?=[ \t]|$)")
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+")
_FOOTNOTE = re.compile(r"footnote(?:ref)?:[\w-]*\[")
#: v1.2, 2026-03-16: remark
_REVISION = re.compile(r"(?:v?\d[\w.]*,\s*)?(?P<date>[^:]{4,40})(?::\s.*)?$")
#: Prefixes that site generators set before the names of their own attributes
_PREFIXES = ("page-", "jbake-")


@dataclass(frozen=True, slots=True)
class Scanned:
    """What stands in a source text; `meanings` are the values of its attributes."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]
    meanings: dict[str, str]


@dataclass(slots=True)
class _State:
    """Where the pass over the lines stands."""

    text: str
    lines: list[Line]
    frames: dict[str, list[int]] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    meanings: dict[str, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)  # attributes that change their value
    open: list[Span] = field(default_factory=list)
    kind: PassageKind = "paragraph"
    attributes: str = ""
    attached: bool = False  # the next block belongs to the list item before
    nested: bool = False  # inside of a table cell
    passing: bool = False  # lines up to the next empty one are no prose


def scan(text: str, start: int = 0) -> Scanned:
    """The blocks of AsciiDoc from offset `start` on, in order."""
    state = _state(text, lines.split(text, start))
    _body(state, _header(state))
    known = {name: told for name, told in state.meanings.items() if name not in state.unsure}
    return Scanned(tuple(state.blocks), tuple(state.fields), known)


def _state(text: str, held: list[Line], *, nested: bool = False) -> _State:
    """The pass at its start; it knows all lines that may close a block, the last one first."""
    frames: dict[str, list[int]] = {}
    for number in range(len(held) - 1, -1, -1):
        inside = text[held[number].at : held[number].end]
        if _CODE_FRAME.match(inside) or _PROSE_FRAME.match(inside) or _TABLE_FRAME.match(inside):
            frames.setdefault(inside, []).append(number)
    return _State(text, held, frames, nested=nested)


def _cell(text: str, start: int, end: int) -> tuple[Block, ...]:
    """The blocks of a cell that holds AsciiDoc of its own."""
    inner = _state(text, lines.split(text, start, end), nested=True)
    _body(inner, 0)
    return tuple(inner.blocks)


def _body(state: _State, number: int) -> None:
    while number < len(state.lines):
        number = _line(state, number)
    _close(state)


def _header(state: _State) -> int:
    """The title of the document, who wrote it and when, its attributes."""
    number = 0
    while number < len(state.lines) and (after := _entry_or_comment(state, number)):
        number = after
    if number == len(state.lines):
        return number
    title = _HEADING.match(state.text, state.lines[number].at, state.lines[number].end)
    if title is None or len(title["marks"]) > 1:
        return number
    _heading(state, title.end(), state.lines[number].end, 1)
    number += 1
    told = 0
    while number < len(state.lines) and not state.lines[number].blank:
        after = _entry_or_comment(state, number)
        if not after and not _byline(state, state.lines[number], told):
            return number
        told += not after
        number = after or number + 1
    return number


def _entry_or_comment(state: _State, number: int) -> int:
    """The line behind an attribute, a comment or an empty line of the header; else 0."""
    line = state.lines[number]
    if state.text.startswith("////", line.at):
        return 0
    if state.text.startswith("//", line.at) or _MACRO.match(state.text, line.at, line.end):
        return number + 1
    return _entry(state, number, head=True)


def _byline(state: _State, line: Line, told: int) -> bool:
    """The line of the author or the one of the revision."""
    text = state.text[line.at : line.end]
    revision = _REVISION.match(text)
    if revision and dates.parse(revision["date"]):
        _keep(state, "revdate", (line.at + revision.start("date"), line.at + revision.end("date")))
        return True
    if told or not text[0].isalpha():
        return False
    _keep(state, "author", line.span)
    return True


def _keep(state: _State, name: str, span: Span) -> None:
    raw = state.text[span[0] : span[1]]
    if raw.strip():
        state.fields.append(Field(name, " ".join(raw.split()), raw, span[0]))


def _entry(state: _State, number: int, *, head: bool = False) -> int:
    """The line behind ":name: value", which may go on after a backslash; 0 if it is none."""
    line = state.lines[number]
    found = _ENTRY.match(state.text[line.at : line.end])
    if found is None:
        return 0
    end = number
    while end + 1 < len(state.lines) and state.text.endswith("\\", line.at, state.lines[end].end):
        end += 1
    name, start = found["name"].lower(), line.at + found.start("value")
    if found["value"] is None or found["off"]:
        return end + 1
    if head and end == number:
        known = next((name[len(held) :] for held in _PREFIXES if name.startswith(held)), name)
        _keep(state, known, (start, line.end))
    value = " ".join(found["value"].split())
    if end > number or "{" in value or len(value) > _LONGEST_MEANING:
        return end + 1
    if state.meanings.setdefault(name, value) != value:
        state.unsure.add(name)
    return end + 1


def _line(state: _State, number: int) -> int:
    """Read a line; the number of the next one."""
    line = state.lines[number]
    if line.blank:
        _close(state)
        state.passing = False
        return number + 1
    inside = state.text[line.at : line.end]
    if line.indent == 0 and (framed := _framed(state, number, inside)):
        return framed
    if state.passing or (inside.startswith("//") and line.indent == 0):
        return number + 1
    if inside == "+":
        _close(state)
        state.attached = True
        return number + 1
    if line.indent == 0 and _ATTRIBUTES.match(inside):
        _close(state)
        state.attributes = f"{state.attributes}{inside}"[-_LONGEST_ATTRIBUTES:]
        return number + 1
    if not state.open and (after := _opened(state, number, inside)):
        return after
    if _listed(state, line, inside):
        return number + 1
    return _text(state, number, line)


def _framed(state: _State, number: int, inside: str) -> int:
    """The line behind a delimiter, or behind the block that it opens; 0 if it is none."""
    if inside[-1].isalnum() and inside[0] != "`":
        return 0
    if _underlined(state, inside):
        return number + 1
    code, holder = _CODE_FRAME.match(inside), _PROSE_FRAME.match(inside)
    if code or (holder and _is_code(state)):
        _close(state)
        state.attributes, state.attached = "", False
        closing = _closing(state, (code and code["fence"]) or inside, number)
        return len(state.lines) if closing < 0 else closing + 1
    if _TABLE_FRAME.match(inside):
        return _table(state, number, inside)
    if holder:
        _close(state)
        state.attributes, state.attached = "", False
        return number + 1
    return 0


def _is_code(state: _State) -> bool:
    """Whether the attributes above a block say that it holds code."""
    return any(found.lower() in _CODE_STYLES for found in _STYLE.findall(state.attributes))


def _closing(state: _State, frame: str, number: int) -> int:
    """The number of the line that closes a block, -1 without one."""
    held = state.frames.get(frame, [])
    while held and held[-1] <= number:
        held.pop()
    return held[-1] if held else -1


def _underlined(state: _State, inside: str) -> bool:
    """Whether the line makes a heading of the line above, which is as long."""
    if len(state.open) != 1 or state.kind != "paragraph" or not _UNDERLINE.match(inside):
        return False
    start, end = state.open[0]
    if abs(end - start - len(inside)) > 1 or len(inside) < 3:
        return False
    state.open = []
    _heading(state, start, end, _SETEXT.index(inside[0]) + 1)
    return True


def _heading(state: _State, start: int, end: int, level: int) -> None:
    _close(state)
    inside = state.text[start:end]
    bare = inside.rstrip("=#")
    stop = start + len(bare.rstrip()) if bare[-1:] in (" ", "\t") else end
    state.blocks.append(Block("heading", ((start, stop),), level))


def _table(state: _State, number: int, inside: str) -> int:
    _close(state)
    closing = -1 if state.nested else _closing(state, inside, number)
    attributes, state.attributes, state.attached = state.attributes, "", False
    if closing < 0:
        return number + 1
    held: Sequence[Line] = state.lines[number + 1 : closing]
    rows, heads = asciidoc_tables.rows(
        state.text, held, inside, attributes, partial(_cell, state.text)
    )
    state.blocks += grids.blocks(rows, heads)
    return closing + 1


def _opened(state: _State, number: int, inside: str) -> int:
    """The line behind one that is no text at all: a heading, an attribute, a macro; else 0."""
    line = state.lines[number]
    if line.indent:
        return 0
    if found := _HEADING.match(inside):
        state.attributes, state.attached = "", False
        _heading(state, line.at + found.end(), line.end, len(found["marks"]))
    elif found := _TITLE.match(inside):
        state.blocks.append(Block("paragraph", ((line.at + 1, line.end),)))
    elif not (_MACRO.match(inside) or _BREAK.match(inside)):
        return _entry(state, number)
    return number + 1


def _listed(state: _State, line: Line, inside: str) -> bool:
    """Whether the line starts an item of a list or of a list of terms."""
    if state.open and state.kind != "item":
        return False
    if found := _MARKER.match(inside):
        _close(state)
        state.kind = "item"
        state.open.append((line.at + found.end(), line.end))
        return True
    term = _TERM.search(inside)
    if term is None or inside.startswith("//"):
        return False
    _close(state)
    state.kind = "item"
    after = lines.rest(state.text, line, line.at + term.end())
    state.open.append((line.at, line.at + term.start() + (term["mark"][0] == ":")))
    if not after.blank:
        state.open.append(after.span)
    return True


def _text(state: _State, number: int, line: Line) -> int:
    if state.open:
        state.open.append(line.span)
        return number + 1
    if _is_code(state) or (line.indent and not state.attached):
        state.passing = True
        state.attributes = ""
        return number + 1
    state.kind = "item" if state.attached else "paragraph"
    label = _ADMONITION.match(state.text, line.at, line.end)
    state.open.append((label.end() if label else line.at, line.end))
    return number + 1


def _close(state: _State) -> None:
    """End the open paragraph or item; its footnotes are passages of their own."""
    if not state.open:
        return
    spans, state.open = tuple(state.open), []
    state.attributes, state.attached = "", False
    whole = not state.text[spans[0][0] : spans[-1][1]].count("\n//")
    terms = len(spans) > 1 and state.text[spans[0][1] : spans[1][0]].strip() != ""
    state.blocks.append(Block(state.kind, spans, whole=whole and not terms))
    state.kind = "paragraph"
    start, end = spans[0][0], spans[-1][1]
    if state.text.find("footnote", start, end) >= 0:
        state.blocks += _footnotes(state.text, start, end)


def _footnotes(text: str, start: int, end: int) -> list[Block]:
    raw = text[start:end]
    pairs = asciidoc_inline.brackets(raw)
    notes = []
    for found in _FOOTNOTE.finditer(raw):
        closing = pairs.get(found.end() - 1)
        if closing is not None and closing > found.end():
            notes.append(Block("item", ((start + found.end(), start + closing),)))
    return notes
