"""Sentences beside a table that call a row the first of a column -> that row, and who is.

"Oslo has the most stores" beside a table with a column "Stores": who, in which words, which column
must be written out; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factlint.model import Mention, Operand, Passage, Relation, RelationDefinition, Value
from factlint.relations import tables
from factlint.relations.page import Page
from factlint.relations.tables import Row, Table

_RANKS = {
    **dict.fromkeys(("most", "highest", "largest", "biggest", "greatest"), "most"),
    **dict.fromkeys(("least", "lowest", "smallest", "fewest"), "least"),
}
#: No claim of a rank without one of these.
_WORDS = re.compile(rf"\b(?:{'|'.join(_RANKS)}|leads|led|tops)\b", re.IGNORECASE)
_WHO = r"(?P<who> [^\s.,;:(] [^.,;:(]{0,50}? )"
_RANK = rf"(?P<rank> {'|'.join(_RANKS)} )"
_HEAD = r"(?: number \s of \s )? (?P<head> [^.,;:()]{2,40}? )"
_END = r"(?= \s* (?: [.,;:] | \s of \s all \b | $ ) )"
#: How a sentence calls a row the first of a column.
_CLAIMS = tuple(
    re.compile(shape, re.VERBOSE | re.IGNORECASE)
    for shape in (
        # "Oslo has the most stores"; not "one of the most", "the second most", "the most in 2024"
        rf"""{_WHO} \s (?: has | had | shows | posts | posted | reports | reported | reached
            | scores | scored | recorded | counts ) \s the \s {_RANK} \s {_HEAD} {_END}""",
        # "Oslo is the city with the most stores"
        rf"""{_WHO} \s (?: is | was ) \s the \s (?: \w+ \s ){{1,2}} with \s the \s
            {_RANK} \s {_HEAD} {_END}""",
        # "The largest number of stores is in Oslo", "the highest score is that of Lamp 2"
        rf"""\b the \s {_RANK} \s {_HEAD} \s (?: is | are | was | were ) \s
            (?: in | at | that \s of | held \s by | found \s in ) \s
            (?P<who> [^.,;:()]{{1,50}}? ) {_END}""",
    )
)
# "Oslo leads with 12 stores": the number must be that of its row
_LEADS = re.compile(
    rf"""{_WHO} \s (?: leads | led | tops \s the \s (?: table | list | ranking ) ) \s with \s
        (?P<number> [\d.,]+ ) \s (?P<head> [^.,;:()]{{2,40}}? ) {_END}""",
    re.VERBOSE | re.IGNORECASE,
)
#: A passage is held against so many tables under its heading.
_MOST_TABLES = 3
_FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of numbers: its head, each row's number by its label, the first row by rank."""

    head: str
    numbers: Mapping[str, tuple[Passage, Mention]]
    first: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Lookup:
    """A table by what sentences call its rows and its columns of numbers."""

    rows: Mapping[str, Row]
    columns: Mapping[str, _Column]


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
        for found, rank in _claims(passage.text):
            for lookup in known[passage.section]:
                yield from _held(page, definition, passage, (found, rank), lookup)


def _claims(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What a text says of ranks, and which rank it is; one that leads is the first."""
    if _WORDS.search(text) is None:
        return
    for pattern in _CLAIMS:
        for found in pattern.finditer(text):
            yield found, _RANKS[found["rank"].lower()]
    for found in _LEADS.finditer(text):
        yield found, "most"


def _held(
    page: Page,
    definition: RelationDefinition,
    passage: Passage,
    claim: tuple[re.Match[str], str],
    table: _Lookup,
) -> Iterator[Relation]:
    found, rank = claim
    column = table.columns.get(found["head"].strip().lower())
    row = table.rows.get(found["who"].strip().lower())
    if column is None or row is None:
        return
    first = column.first[rank]
    cell = column.numbers[first]
    operands = [
        Operand("holder", Value("text", row.label.text), page.place(passage, *found.span("who"))),
        page.operand("value", *column.numbers[row.label.text]),
        Operand("name", Value("text", first), page.place(cell[0], 0, 1)),
        page.operand("other", *cell),
    ]
    said = {"rank": rank, "column": column.head}
    yield page.relation(definition, passage, found.span(), operands, said)


def _lookup(table: Table) -> _Lookup:
    columns = {
        head.lower(): column
        for head in table.heads
        if (column := _column(table.rows, head)) is not None
    }
    return _Lookup({row.label.text.lower(): row for row in table.rows}, columns)


def _column(rows: Sequence[Row], head: str) -> _Column | None:
    """A column by its head; None where a row has no number or two are called alike."""
    found: dict[str, tuple[Passage, Mention]] = {}
    sizes: dict[str, Decimal] = {}
    for row in rows:
        cell, number = row.cells.get(head, (row.label, None))
        if number is None or number.value.interval is None or row.label.text in found:
            return None
        found[row.label.text] = cell, number
        sizes[row.label.text] = number.value.interval.number
    if len(found) < _FEWEST_ROWS:
        return None
    first = {"most": max(sizes, key=sizes.__getitem__), "least": min(sizes, key=sizes.__getitem__)}
    return _Column(head, found, first)
