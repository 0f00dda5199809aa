"""Mentions of a document -> relations: values that the words around them tie together.

Arithmetic is judged inside one construction, never between figures that merely stand near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factlint.model import Mention, Reading, Relation, RelationDefinition
from factlint.relations import (
    breakdowns,
    columns,
    days,
    grammar,
    lists,
    numerals,
    prose,
    ranks,
    residue,
    series,
    tables,
)
from factlint.relations.page import Page

Reader = Callable[[Page, RelationDefinition], Iterator[Relation]]

#: What finds relations that no cue can describe, by the name that packs use.
READERS: Mapping[str, Reader] = {
    "announced-list": lists.counted,
    "announced-sum": lists.summed,
    "changed-columns": tables.changes,
    "column-rank": ranks.find,
    "columns": columns.find,
    "impossible-day": days.find,
    "inline-list": series.find,
    "list-total": breakdowns.list_totals,
    "listed-shares": breakdowns.shares,
    "residue": residue.find,
    "row-total": columns.totalled,
    "share-columns": breakdowns.share_columns,
    "total-row": tables.totals,
    "unit-columns": columns.converted,
}
#: The reader of definitions with cues.
PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Readers:
    """The definitions of a run, ready to be read with."""

    index: grammar.Index
    others: tuple[RelationDefinition, ...]


def compile(definitions: Sequence[RelationDefinition]) -> Readers:
    """All that reads relations. Done once a run."""
    others = tuple(one for one in definitions if one.reader != PROSE)
    return Readers(grammar.Index(definitions), others)


def extract(
    reading: Reading, mentions: Sequence[Sequence[Mention]], readers: Readers
) -> tuple[Relation, ...]:
    """The relations of one document, those of one kind in the order of the text."""
    filled = tuple(
        numerals.filled(passage.text, here)
        for passage, here in zip(reading.passages, mentions, strict=True)
    )
    page = Page(reading, filled)
    found = list(prose.find(page, readers.index))
    for definition in readers.others:
        found += READERS[definition.reader](page, definition)
    return tuple(found)
