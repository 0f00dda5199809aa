"""The nouns of this stage: what a format reader makes of a source text."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.intervals import DateRange
from factlint.model import Census, Passage, PassageKind, Record, SourceMap


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

    `level` is the level of a heading, 0 for all else.
    """

    kind: PassageKind
    text: str
    map: SourceMap
    level: int = 0
    field: str | None = None
    column: str | None = None
    row: str | None = None


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
