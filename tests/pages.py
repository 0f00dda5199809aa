"""Marked lines -> the claims of a document, by definitions that a test makes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from factlint import claims
from factlint.claims.discourse import Discourse
from factlint.claims.wordings import Wordings
from factlint.mentions import captions, cells
from factlint.model import (
    Claim,
    ClaimDefinition,
    Cue,
    Document,
    Mention,
    Passage,
    PassageKind,
    Reading,
    Segment,
    SourceMap,
    ValueKind,
)
from tests import marked

Page = tuple[Reading, list[tuple[Mention, ...]]]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _pieces(lines: Iterable[str]) -> Iterator[tuple[PassageKind, str, str | None, str | None]]:
    """The passages of lines: what they are, their text, the heads of their column and row."""
    heads: list[str] = []
    for line in lines:
        if not line.startswith("|"):
            heads = []
            kinds: dict[str, PassageKind] = {"# ": "heading", "- ": "item"}
            kind = kinds.get(line[:2], "paragraph")
            yield kind, line if kind == "paragraph" else line[2:], None, None
            continue
        row = _cells(line)
        for column, cell in enumerate(row):
            yield "cell", cell, heads[column] if heads else None, row[0] if heads else None
        heads = heads or row


def page(*lines: str, title: str | None = None) -> Page:
    """A document with its mentions: "# " opens a heading, "- " an item, "|" a row of a table.

    The first row of a table holds the heads of its columns.
    """
    pieces = list(_pieces(lines))
    read = [marked.read(text) for _, text, _, _ in pieces]
    starts = list(accumulate((len(text) + 1 for text, _ in read), initial=0))
    passages: list[Passage] = []
    section, headings = 0, ()
    for (kind, _, column, row), (text, _), start in zip(pieces, read, starts, strict=False):
        if kind == "heading":
            section, headings = section + 1, (text,)  # type: ignore[assignment]
        heads = [None if head is None else marked.read(head)[0] for head in (column, row)]
        place = SourceMap((Segment(0, start),), (0,))
        passages.append(
            Passage(text, kind, place, section, headings, column=heads[0], row=heads[1])
        )
    found = [
        cells.under(text, mentions, above)
        for (text, mentions), above in zip(read, captions.above(passages), strict=True)
    ]
    source = "\n".join(text for text, _ in read)
    reading = Reading(Document("a.md", title), source, tuple(starts[:-1]), tuple(passages))
    return reading, found


def discourse(*lines: str, title: str | None = None) -> Discourse:
    """The discourse of a document, before anything of it is read."""
    return Discourse(*page(*lines, title=title))


def found(wordings: Wordings, *lines: str, title: str | None = None) -> tuple[Claim, ...]:
    """The claims of a document."""
    return claims.extract(*page(*lines, title=title), wordings)[0]


def told(wordings: Wordings, *lines: str, title: str | None = None) -> set[str]:
    """The claims of a document as "subject attribute value"."""
    return {
        f"{claim.subject} {claim.attribute} {claim.value.canonical or claim.value.text}"
        for claim in found(wordings, *lines, title=title)
    }


def wordings(*definitions: ClaimDefinition) -> Wordings:
    """What the definitions word."""
    return claims.compile(definitions)


def definition(name: str, value: ValueKind, *cues: str, **keys: Any) -> ClaimDefinition:
    """A definition with the attribute of its name, of organizations unless `keys` say otherwise."""
    known: dict[str, Any] = {"holds": "many", "subject_kinds": ("org",), "attribute": name, **keys}
    return ClaimDefinition(name, "", value, cues=tuple(map(Cue, cues)), **known)
