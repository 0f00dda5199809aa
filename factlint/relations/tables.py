"""The cells of a table -> relations between them: columns with a total, changes between columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factlint.model import Mention, Operand, Passage, Relation, RelationDefinition
from factlint.relations.page import Page

#: A cell says more than its number in so many further characters at most.
_ASIDE = 12
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PLAIN = re.compile(r"[^\w%]+")
#: Cells that stand for nothing.
_EMPTY = frozenset(("", "-", "—", "–", "--", "n/a", "na", "none", "nil", "·", "…"))
#: Heads of pairs of columns that say which of them is the earlier one.
_EARLIER = frozenset(("before", "old", "previous", "prior", "from", "then", "last"))
_LATER = frozenset(("after", "new", "current", "to", "now", "this"))
#: Columns whose cells are no parts of anything.
_NO_PARTS = re.compile(
    r"""\b(?: avg | average | mean | median | rate | rank | year | date | growth | change | yoy
      | margin | per | price | score | ratio | cagr | age | id | version | valuation | unique
      | index | multiple | max | min | no )\b | % | [#/] | ^ Δ""",
    re.VERBOSE | re.IGNORECASE,
)
#: Rows that make a table one of several levels, or of further numbers than parts.
_LEVELS = re.compile(
    r"""\b(?: sub-?totals? | total | of\ which | average | avg | mean | median | change | growth
      | net | gross | remaining )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FEWEST = 2
#: Labels of a row that adds up what stands above it; "total raised" may know of more.
_WHOLE = frozenset(("total", "totals", "sum", "grand total", "total sum"))


@dataclass(slots=True)
class Row:
    """A row while its table is read: its first cell, and its further cells by their heads."""

    label: Passage
    number: Mention | None = None
    cells: dict[str, tuple[Passage, Mention | None]] = field(default_factory=dict)

    def cell(self, head: str) -> tuple[Passage, Mention | None] | None:
        """The cell under a head, and the number that is all it says; the first one included."""
        if head == self.label.column:
            return self.label, self.number
        return self.cells.get(head)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns without the first, and its rows."""

    heads: Sequence[str]
    rows: Sequence[Row]


def tables(page: Page) -> Iterator[Table]:
    """The tables of a document that name their columns, each head once."""
    rows: list[Row] = []
    for passage, mentions in zip(page.passages, page.mentions, strict=True):
        if passage.kind == "cell" and passage.column is not None:
            if passage.row is None:
                rows.append(Row(passage, _only(passage, mentions)))
            elif rows and rows[-1].label.text == passage.row:
                rows[-1].cells.setdefault(passage.column, (passage, _only(passage, mentions)))
            continue
        if len(rows) > 1:
            yield _table(rows)
        rows = []
    if len(rows) > 1:
        yield _table(rows)


def _table(rows: Sequence[Row]) -> Table:
    return Table(list(dict.fromkeys(head for row in rows for head in row.cells)), rows)


def _only(passage: Passage, mentions: Sequence[Mention]) -> Mention | None:
    """The number that is all that a cell says."""
    numbers = [one for one in mentions if one.value.interval is not None]
    if len(numbers) != 1:
        return None
    number = numbers[0]
    aside = len(passage.text) - (number.end - number.start)
    return number if aside <= _ASIDE and number.start <= 2 else None


def has_no_parts(head: str) -> bool:
    """Whether the cells of a column are no parts of anything: rates, ranks, dates."""
    return _NO_PARTS.search(head) is not None


def totals(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each column with a number in every row and a last row that is called their total."""
    words = frozenset(definition.words)
    for table in tables(page):
        *rows, last = table.rows
        if plain(last.label.text) not in words or len(rows) < _FEWEST:
            continue
        if any(_LEVELS.search(row.label.text) for row in rows):
            continue
        for head in table.heads:
            if not has_no_parts(head):
                yield from _column(page, definition, rows, last, head)


def _column(
    page: Page, definition: RelationDefinition, rows: Sequence[Row], last: Row, head: str
) -> Iterator[Relation]:
    passage, total = last.cells.get(head, (last.label, None))
    if total is None or total.value.kind == "percent":
        return
    operands = [page.operand("total", passage, total)]
    for row in rows:
        cell, number = row.cells.get(head, (row.label, None))
        if number is not None:
            operands.append(page.operand("parts", cell, number))
        elif cell is row.label or cell.text.strip().lower() not in _EMPTY:
            return  # a cell that cannot be read: the column cannot be added up
    if len(operands) > _FEWEST:
        span = (total.start, total.end)
        said = {"parts": "all"} if plain(last.label.text) in _WHOLE else {"ends": "yes"}
        yield page.relation(definition, passage, span, operands, said, told(last))


def changes(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each row with an earlier and a later number and, in the next column, their change."""
    words = frozenset(definition.words)
    for table in tables(page):
        for at, head in enumerate(table.heads):
            if at < 2 or plain(head) not in words:
                continue
            pair = _ordered(table.heads[at - 2], table.heads[at - 1])
            if pair is None or _tells_of_more(table.heads, at):
                continue
            for row in table.rows:
                yield from _change(page, definition, row, (*pair, head))


def _tells_of_more(heads: Sequence[str], at: int) -> bool:
    """Whether further years stand before a column of changes, which may be over all of them."""
    return any(_YEAR.search(head) for head in heads[: at - 2])


def _ordered(a: str, b: str) -> tuple[str, str] | None:
    """Two heads, the earlier one first; None where they do not tell."""
    years = [_YEAR.findall(head) for head in (a, b)]
    if all(len(found) == 1 for found in years) and years[0] != years[1]:
        return (a, b) if years[0] < years[1] else (b, a)
    first, second = ({*plain(head).split()} for head in (a, b))
    if first & _EARLIER and second & _LATER:
        return a, b
    return (b, a) if first & _LATER and second & _EARLIER else None


def _change(
    page: Page, definition: RelationDefinition, row: Row, heads: tuple[str, str, str]
) -> Iterator[Relation]:
    operands: list[Operand] = []
    span, cell = (0, 0), row.label
    for slot, head in zip(("from", "to", "result"), heads, strict=True):
        cell, number = row.cells.get(head, (row.label, None))
        if number is None:
            return
        operands.append(page.operand(slot, cell, number))
        span = number.start, number.end
    yield page.relation(definition, cell, span, operands, {}, told(row))


def told(row: Row) -> str:
    """A row as one line of text."""
    return " | ".join((row.label.text, *(cell.text for cell, _ in row.cells.values())))


def plain(text: str) -> str:
    """A head or label in small letters, without marks."""
    return _PLAIN.sub(" ", text.lower()).strip()
