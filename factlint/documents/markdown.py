"""Markdown -> passages: front matter, paragraphs, list items, headings and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from factlint.documents import (
    blocks,
    elements,
    frontmatter,
    html_grids,
    inline,
    prose,
    sourcemap,
)
from factlint.documents.contents import Block, Contents, Draft, Field, Span
from factlint.documents.nesting import Page
from factlint.documents.prose import Cutter, Heads
from factlint.model import Segment, SourceMap

#: Two blanks or a backslash at the end of a line, and a next line that starts something new
_HARD_BREAK = re.compile(r"(?:[ \t]{2}|\\)$")
_NEW_STATEMENT = re.compile(r"\W*[A-Z0-9]")
_MARKS = 20


def read(path: str, text: str) -> Contents:
    """The passages of a Markdown file and what it says of itself."""
    front = frontmatter.split(text)
    body = drafts(text, front.body)
    return prose.contents(path, front.fields, of_fields(front.fields), body, front.faults)


def drafts(text: str, start: int = 0) -> list[Draft]:
    """The passages of Markdown without front matter, from offset `start` on."""
    return of_blocks(text, *blocks.scan(text, start))


def of_blocks(text: str, found: Iterable[Block], labels: frozenset[str]) -> list[Draft]:
    """The passages of the blocks of `text`; `labels` are those that its links refer to."""
    cuts = partial(inline.cuts, labels=labels)
    heads: Heads = {}
    page = Page()
    made: list[Draft] = []
    for block in found:
        if block.kind == "html":
            made += _html(text, block, cuts, page)
            continue
        inside = page.top.cell if block.kind == "paragraph" else None
        for spans in _statements(text, block):
            here = prose.of_block(text, block._replace(spans=tuple(spans)), cuts, heads)
            made += here if inside is None else _in_cell(here, inside)
    if not page.cells:
        return made
    elements.finish(page)
    return html_grids.headed(made, page.cells)


def _in_cell(drafts: Iterable[Draft], cell: int) -> Iterator[Draft]:
    """Paragraphs of Markdown that stand in a cell of an HTML table."""
    return (replace(draft, kind="cell", cell=cell) for draft in drafts)


def _statements(text: str, block: Block) -> Sequence[Sequence[Span]]:
    """The lines of a block, parted where a hard line break starts a new statement."""
    spans = block.spans
    if len(spans) == 1 or block.kind == "heading":
        return (spans,)
    parts = []
    first = 0
    for index, (start, end) in enumerate(spans[:-1], start=1):
        if text[end - 1] not in " \t\\" or not _HARD_BREAK.search(text, max(start, end - 2), end):
            continue
        if _NEW_STATEMENT.match(text, spans[index][0], spans[index][0] + _MARKS):
            parts.append(spans[first:index])
            first = index
    return (*parts, spans[first:])


def _html(text: str, block: Block, cuts: Cutter, page: Page) -> Iterator[Draft]:
    raw, origin = prose.raw(text, block.spans, block.whole)
    for part in elements.find(raw, page).parts:
        way = origin + part.start if isinstance(origin, int) else _shifted(origin, part.start)
        piece = raw[part.start : part.end]
        found = sourcemap.build(piece, sorted((*part.cuts, *cuts(piece))), way)
        if any(map(str.isalnum, found[0])):
            yield Draft(part.kind, *found, part.level, cell=part.cell)
    if not page.grids:
        elements.finish(page)  # nothing but a table goes on behind an empty line


def _shifted(origin: SourceMap, by: int) -> SourceMap:
    """The map of raw text from offset `by` on."""
    kept = [
        Segment(max(segment.start - by, 0), segment.source + max(by - segment.start, 0))
        for segment, following in zip(
            origin.segments, (*origin.starts[1:], len(origin.segments) and 1 << 62), strict=True
        )
        if following > by
    ]
    return sourcemap.mapping(kept)


def of_fields(fields: Sequence[Field]) -> Iterator[Draft]:
    """The front-matter values that are prose or facts; long ones are Markdown of their own."""
    for field in fields:
        if not field.blocks:
            yield from prose.of_fields((field,), inline.cuts)
            continue
        if not (frontmatter.is_prose(field) or frontmatter.is_fact(field)):
            continue
        found, labels = blocks.scan(field.raw)
        cuts = partial(inline.cuts, labels=labels)
        for block in found:
            for spans in _statements(field.raw, block):
                raw, way = prose.raw(field.raw, spans, block.whole)
                inner = way if isinstance(way, SourceMap) else sourcemap.line(way)
                origin = sourcemap.chained(inner, len(raw), field.origin)
                yield from prose.of_run(raw, origin, prose.kind_of(field), cuts, field=field.key)
