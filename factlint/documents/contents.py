"""The nouns of this stage: what a format reader makes of a source text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from factlint.intervals import DateRange
from factlint.model import Census, Passage, PassageKind, Record, SourceMap

#: Source offsets [start, end).
Span = tuple[int, int]
#: What a block becomes; "html" is still to be parted.
BlockKind = PassageKind | Literal["html"]


class Block(NamedTuple):
    """Lines of one block, as source spans without what belongs to the containers around them.

    `whole` says that nothing but blanks stands between the spans. A cell knows the head of its
    `column` and the first cell of its `row`, a field its name.
    """

    kind: BlockKind
    spans: tuple[Span, ...]
    level: int = 0
    whole: bool = True
    column: tuple[Span, ...] = ()
    row: tuple[Span, ...] = ()
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of a document, at source offsets [start, end)."""

    rule: str
    message: str
    start: int
    end: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself."""

    title: str | None = None
    dated: DateRange | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a reader finds in one source text."""

    passages: tuple[Passage, ...] = ()
    meta: Meta = Meta()
    faults: tuple[Fault, ...] = ()
    records: tuple[Record, ...] = ()
    census: Census | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage before it is known what stands above it.

    `level` is the level of a heading, 0 for all else. `cell` numbers the cells of HTML tables as
    long as their `column` and `row` are not known.
    """

    kind: PassageKind
    text: str
    map: SourceMap
    level: int = 0
    field: str | None = None
    column: str | None = None
    row: str | None = None
    cell: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One scalar of the front matter.

    `key` is the dotted way to it, `value` what it says in one line, `raw` its text with line
    breaks and `origin` the way from `raw` back to the source.
    """

    key: str
    value: str
    raw: str
    origin: int | SourceMap
    blocks: bool = False
