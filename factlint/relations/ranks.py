"""Sentences beside a table that call a row the first of a column -> that row, and all others.

"Oslo has the most stores" beside a table with a column "Stores": who, in which words, which column
must be written out; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factlint.model import Mention, Operand, Passage, Relation, RelationDefinition, Value
from factlint.relations import tables
from factlint.relations.page import Page
from factlint.relations.tables import Row, Table

_RANKS = {
    **dict.fromkeys(("most", "highest", "largest", "biggest", "greatest"), "most"),
    **dict.fromkeys(("least", "lowest", "smallest", "fewest"), "least"),
}
# "Oslo has the most stores"; not "one of the most", "the second most", "the most in 2024"
_CLAIM = re.compile(
    rf"""
    (?P<who> [^\s.,;:(] [^.,;:(]{{0,50}}? ) \s
    (?: has | had | shows | posts | posted | reports | reported | reached | scores | scored ) \s
    the \s (?P<rank> {"|".join(_RANKS)} ) \s (?P<head> [^.,;:()]{{2,40}}? )
    (?= \s* (?: [.,;:] | \s of \s all \b | $ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: A passage is held against so many tables under its heading.
_MOST_TABLES = 3
_FEWEST_ROWS = 3


#: The number of each row of a column, by its label.
Column = Mapping[str, tuple[Passage, Mention]]


@dataclass(frozen=True, slots=True)
class _Lookup:
    """A table by what sentences call its rows and its columns of numbers."""

    rows: Mapping[str, Row]
    columns: Mapping[str, tuple[str, Column]]


def find(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each claim of a rank under the heading of a table that has the row and the column."""
    known: dict[int, list[_Lookup]] = {}
    for table in tables.tables(page):
        under = known.setdefault(table.rows[0].label.section, [])
        if len(under) < _MOST_TABLES:
            under.append(_lookup(table))
    for passage in page.passages if known else ():
        if passage.kind not in ("paragraph", "item") or passage.section not in known:
            continue
        for found in _CLAIM.finditer(passage.text):
            for lookup in known[passage.section]:
                yield from _held(page, definition, passage, found, lookup)


def _held(
    page: Page,
    definition: RelationDefinition,
    passage: Passage,
    found: re.Match[str],
    table: _Lookup,
) -> Iterator[Relation]:
    head = table.columns.get(found["head"].strip().lower())
    row = table.rows.get(found["who"].strip().lower())
    if head is None or row is None:
        return
    name, column = head
    operands = [
        Operand("holder", Value("text", row.label.text), page.place(passage, *found.span("who"))),
        page.operand("value", *column[row.label.text]),
    ]
    for label, cell in column.items():
        if label != row.label.text:
            operands.append(Operand("name", Value("text", label), page.place(cell[0], 0, 1)))
            operands.append(page.operand("other", *cell))
    said = {"rank": _RANKS[found["rank"].lower()], "column": name}
    yield page.relation(definition, passage, found.span(), operands, said)


def _lookup(table: Table) -> _Lookup:
    columns = {
        head.lower(): (head, column)
        for head in table.heads
        if (column := _column(table.rows, head)) is not None
    }
    return _Lookup({row.label.text.lower(): row for row in table.rows}, columns)


def _column(rows: Sequence[Row], head: str) -> Column | None:
    """The number of each row by its label; None where one has none or two are called alike."""
    found: dict[str, tuple[Passage, Mention]] = {}
    for row in rows:
        cell, number = row.cells.get(head, (row.label, None))
        if number is None or row.label.text in found:
            return None
        found[row.label.text] = cell, number
    return found if len(found) >= _FEWEST_ROWS else None
