"""What ".." opens in reStructuredText: notes, targets, substitutions, directives, comments."""

from __future__ import annotations

import re

from factlint.documents import grids, lines, rst_directives
from factlint.documents.contents import Block
from factlint.documents.lines import Line
from factlint.documents.rst_state import FIELD, Container, Opened, State, keep

_LONGEST_MEANING = 80
_FOOTNOTE = re.compile(r"\[[^\[\]\s]{1,80}\](?=[ \t]|$)")
_TARGET = re.compile(r"_(?:[^:\\\r\n`]|\\.|`[^`\r\n]*+`)*+:(?=[ \t]|$)|__(?=[ \t]|:|$)")
_SUBSTITUTION = re.compile(r"\|(?P<name>[^|\r\n]{1,100})\|[ \t]+(?P<kind>[\w-]+)::(?=[ \t]|$)")
_DIRECTIVE = re.compile(r"(?P<name>[A-Za-z0-9]++(?:[-_+:.][A-Za-z0-9]++)*+)[ ]?::(?=[ \t]|$)")
#: .. title: as static site generators have it in comments at the top
_COMMENT_FIELD = re.compile(r"(?P<name>[a-z][a-z_]*+):(?=[ \t])")
_EXPLICIT = re.compile(r"\.\.(?=[ \t]|$)")
_OTHERS = frozenset((rst_directives.META, rst_directives.POST))


def explicit(state: State, number: int, line: Line) -> Opened:
    """What ".." opens: a note, a target, a directive, or else a comment."""
    text = state.text
    if not _EXPLICIT.match(text, line.at, line.end):
        return None
    rest = lines.rest(text, line, line.at + 2)
    if rest.blank:
        if number + 1 == len(state.lines) or state.lines[number + 1].blank:
            return number + 1
    elif note := _FOOTNOTE.match(text, rest.at, rest.end):
        state.containers.append(Container(line.indent, None, "item"))
        return lines.rest(text, rest, note.end())
    elif not _TARGET.match(text, rest.at, rest.end):
        found = _DIRECTIVE.match(text, rest.at, rest.end)
        name = found["name"].lower() if found else ""
        if found and (name in rst_directives.PROSE or name in _OTHERS):
            return _directive(state, number, line, found, name)
        _said(state, number, line, rest)
    state.containers.append(Container(line.indent, skip=True))
    return number + 1


def _said(state: State, number: int, line: Line, rest: Line) -> None:
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
        keep(state, found["name"], lines.rest(text, rest, found.end()).span)


def _directive(state: State, number: int, line: Line, found: re.Match[str], name: str) -> Opened:
    """A directive that holds prose or data of the document."""
    argument = lines.rest(state.text, Line(found.start(), line.end, line.indent + 3), found.end())
    if name == rst_directives.POST:
        keep(state, "date", argument.span)
        state.containers.append(Container(line.indent, skip=True))
        return number + 1
    sort = rst_directives.PROSE.get(name, "none")
    if sort == "title" and not argument.blank:
        state.blocks.append(Block("paragraph", (argument.span,)))
    if name == "csv-table":
        return _csv_table(state, number, line)
    inside = Container(line.indent, options=True, meta=name == rst_directives.META)
    inside.rows = [] if name == "list-table" else None
    state.containers.append(inside)
    return argument if sort == "text" else number + 1


#: Delimiters that have a word.
_DELIMITERS = {"tab": "\t", "space": " "}


def _csv_table(state: State, number: int, line: Line) -> int:
    """Rows of comma-separated values below the options of the directive."""
    end = lines.below(state.lines, number + 1, line.indent)
    options, body = {}, number + 1
    while body < end and (found := FIELD.match(state.text, *state.lines[body].span)):
        options[found["name"]] = (found.end(), state.lines[body].end)
        body += 1
    header = options.get("header", (0, 0))
    count, mark = (
        state.text[slice(*options.get(name, (0, 0)))].strip() for name in ("header-rows", "delim")
    )
    mark = _DELIMITERS.get(mark, mark if len(mark) == 1 and mark != '"' else ",")
    rows = grids.separated(state.text, header, mark)
    heads = len(rows) + (int(count) if count.isdecimal() and len(count) < 4 else 0)
    if body < end:
        rows += grids.separated(state.text, (state.lines[body].at, state.lines[end - 1].end), mark)
    state.blocks += grids.blocks(rows, heads)
    return end
