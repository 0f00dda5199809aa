"""Markdown -> passages: front matter, paragraphs, list items, headings and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.documents import blocks, frontmatter, inline, meta, outline, sourcemap, tags
from factlint.documents.blocks import Block, Span
from factlint.documents.contents import Contents, Draft, Field
from factlint.documents.sourcemap import Origin
from factlint.model import PassageKind, Segment, SourceMap

#: Two blanks or a backslash at the end of a line, and a next line that starts something new
_HARD_BREAK = re.compile(r"(?:[ \t]{2}|\\)$")
_NEW_STATEMENT = re.compile(r"\W*[A-Z0-9]")
_MARKS = 20


def read(path: str, text: str) -> Contents:
    """The passages of a Markdown file and what it says of itself."""
    front = frontmatter.split(text)
    found, labels = blocks.scan(text, front.body)
    body = [draft for block in found for draft in _drafts(text, block, labels)]
    titled = any(field.key == "title" for field in front.fields)
    drafts = [*_fields(front.fields), *(body if titled else _titled(body))]
    passages = tuple(outline.passages(drafts))
    return Contents(passages, meta.of(path, front.fields, passages), front.faults)


def _drafts(text: str, block: Block, labels: frozenset[str]) -> list[Draft]:
    """The passages of one block of `text`."""
    if block.kind == "html":
        return _html(text, block, labels)
    drafts: list[Draft] = []
    for spans in _statements(text, block):
        raw, origin = _raw(text, spans, block.whole)
        made = _draft(raw, origin, block.kind, block.level, labels)
        if block.kind == "cell":
            column, row = _cell(text, block.column, labels), _cell(text, block.row, labels)
            made = tuple(replace(draft, column=column, row=row) for draft in made)
        drafts += made
    return drafts


def _cell(text: str, span: Span | None, labels: frozenset[str]) -> str | None:
    """What another cell of the table says, without marks."""
    if span is None or span[0] == span[1]:
        return None
    raw = text[span[0] : span[1]]
    return sourcemap.build(raw, inline.cuts(raw, labels), span[0])[0]


def _draft(
    raw: str,
    origin: Origin,
    kind: PassageKind,
    level: int = 0,
    labels: frozenset[str] = frozenset(),
    field: str | None = None,
) -> tuple[Draft, ...]:
    """One passage, or none if nothing is left of `raw` that could be read."""
    text, way = sourcemap.build(raw, inline.cuts(raw, labels), origin)
    if text[:1].isalnum() or any(map(str.isalnum, text)):
        return (Draft(kind, text, way, level, field),)
    return ()


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


def _raw(text: str, spans: Sequence[Span], whole: bool) -> tuple[str, Origin]:
    """The text of lines and where it comes from; marks of quotes between them are left out."""
    if whole or len(spans) == 1:
        start = spans[0][0]
        return text[start : spans[-1][1]], start
    segments = []
    length = 0
    for start, end in spans:
        segments.append(Segment(length, start))
        length += end - start + 1
    return "\n".join([text[start:end] for start, end in spans]), sourcemap.mapping(segments)


def _html(text: str, block: Block, labels: frozenset[str]) -> list[Draft]:
    drafts: list[Draft] = []
    raw, origin = _raw(text, block.spans, block.whole)
    for kind, level, start, end in tags.parts(raw):
        way = origin + start if isinstance(origin, int) else _shifted(origin, start)
        drafts += _draft(raw[start:end], way, kind, level, labels)
    return drafts


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


def _fields(fields: Sequence[Field]) -> Iterator[Draft]:
    """The front-matter values that are prose or facts; long ones are Markdown of their own."""
    for field in fields:
        if not (frontmatter.is_prose(field) or frontmatter.is_fact(field)):
            continue
        kind: PassageKind = "title" if field.key == "title" else "field"
        if not field.blocks:
            yield from _draft(field.raw, field.origin, kind, field=field.key)
            continue
        found, labels = blocks.scan(field.raw)
        for block in found:
            for spans in _statements(field.raw, block):
                raw, way = _raw(field.raw, spans, block.whole)
                inner = way if isinstance(way, SourceMap) else sourcemap.line(way)
                origin = sourcemap.chained(inner, len(raw), field.origin)
                yield from _draft(raw, origin, kind, labels=labels, field=field.key)


def _titled(drafts: list[Draft]) -> list[Draft]:
    """The heading of the first level is the title, if it is the only one or stands first of all."""
    tops = [index for index, draft in enumerate(drafts) if draft.level == 1]
    if not tops or (len(tops) > 1 and tops[0] > 0):
        return drafts
    head = drafts[tops[0]]
    drafts[tops[0]] = Draft("title", head.text, head.map, head.level)
    return drafts
