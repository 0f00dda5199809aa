"""Blocks of a source text, and what its format cuts from a run of it -> drafts of passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from factlint.documents import frontmatter, meta, outline, sourcemap
from factlint.documents.contents import Block, Contents, Draft, Fault, Field, Span
from factlint.documents.sourcemap import Cut, Origin
from factlint.model import PassageKind, Segment

#: A run of raw text -> what of it is no prose.
Cutter = Callable[[str], Sequence[Cut]]
#: What the heads of columns and rows say, by their spans.
Heads = dict[tuple[Span, ...], str | None]

#: A longer cell is no head: a row of many cells would else cost the length of its first one each.
_LONGEST_HEAD = 500


def contents(
    path: str,
    fields: Sequence[Field],
    head: Iterable[Draft],
    body: list[Draft],
    faults: tuple[Fault, ...] = (),
) -> Contents:
    """All of a document: its fields, the passages of these, the passages of its text."""
    named = any(field.key == "title" for field in fields)
    passages = tuple(outline.passages([*head, *(body if named else outline.titled(body))]))
    return Contents(passages, meta.of(path, fields, passages), faults)


def of_blocks(text: str, blocks: Iterable[Block], cuts: Cutter) -> Iterator[Draft]:
    """The passages of the blocks of `text`, each the whole of one, where something can be read."""
    heads: Heads = {}
    for block in blocks:
        yield from of_block(text, block, cuts, heads)


def of_block(text: str, block: Block, cuts: Cutter, heads: Heads) -> tuple[Draft, ...]:
    """The passage of one block of `text`; `heads` keeps the heads of cells that were read."""
    run, origin = raw(text, block.spans, block.whole)
    kind: PassageKind = "paragraph" if block.kind == "html" else block.kind
    made = of_run(run, origin, kind, cuts, level=block.level, field=block.field)
    if not made or not (block.column or block.row):
        return made
    for spans in (block.column, block.row):
        if spans not in heads:
            heads[spans] = _head(text, spans, cuts)
    return (replace(made[0], column=heads[block.column], row=heads[block.row]),)


def of_run(
    run: str,
    origin: Origin,
    kind: PassageKind,
    cuts: Cutter,
    *,
    level: int = 0,
    field: str | None = None,
) -> tuple[Draft, ...]:
    """One passage, or none if nothing is left of `run` that could be read."""
    text, way = sourcemap.build(run, cuts(run), origin)
    if text[:1].isalnum() or any(map(str.isalnum, text)):
        return (Draft(kind, text, way, level, field),)
    return ()


def of_fields(fields: Iterable[Field], cuts: Cutter) -> Iterator[Draft]:
    """The fields of a document that hold words for readers, or facts, each as one passage."""
    for field in fields:
        if frontmatter.is_prose(field) or frontmatter.is_fact(field):
            yield from of_run(field.raw, field.origin, kind_of(field), cuts, field=field.key)


def kind_of(field: Field) -> PassageKind:
    """What the value of a field is to a reader."""
    return "title" if field.key == "title" else "field"


def raw(text: str, spans: Sequence[Span], whole: bool) -> tuple[str, Origin]:
    """The text of lines and where it comes from; what stands between them is left out."""
    if whole or len(spans) == 1:
        start = spans[0][0]
        return text[start : spans[-1][1]], start
    segments = []
    length = 0
    for start, end in spans:
        segments.append(Segment(length, start))
        length += end - start + 1
    return "\n".join([text[start:end] for start, end in spans]), sourcemap.mapping(segments)


def _head(text: str, spans: Sequence[Span], cuts: Cutter) -> str | None:
    """What another cell of the table says, without marks."""
    if not spans or not 0 < spans[-1][1] - spans[0][0] <= _LONGEST_HEAD:
        return None
    run = raw(text, spans, whole=False)[0]
    return sourcemap.build(run, cuts(run))[0]
