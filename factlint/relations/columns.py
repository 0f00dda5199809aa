"""The rows of a table -> relations between their cells.

A part, its whole and their rate; a weekday and its date; one quantity in two units; a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from factlint.intervals import Interval
from factlint.model import Mention, Operand, Passage, Relation, RelationDefinition, SlotKind, Value
from factlint.relations import alike, tables
from factlint.relations.grammar import WEEKDAYS
from factlint.relations.page import Page
from factlint.relations.tables import Row, Table

#: A column is read only where so many of its rows can be.
_FEWEST = 2
#: So much of the rows must add up before the last column is taken for their total.
_MOST_ROWS_APART = Decimal("0.5")
#: Words of heads that name a unit, or go with one.
_UNIT_WORDS = frozenset(
    ("in", "mile", "miles", "mi", "kilometer", "kilometers", "kilometre", "kilometres", "km",
     "feet", "ft", "meter", "meters", "metre", "metres", "m", "inch", "inches", "cm", "mm", "kg",
     "pounds", "lb", "lbs", "tons", "tonnes", "acres", "hectares", "ha", "f", "c", "fahrenheit",
     "celsius", "hours", "hrs", "minutes", "min", "seconds", "gb", "tb", "mb", "gw", "mw", "kw")
)  # fmt: skip


def find(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each row of a table that has one column for each slot."""
    for table in tables.tables(page):
        heads = _heads(table, definition.columns)
        if len(heads) < len(definition.columns):
            continue
        mentions = page.at() if "date" in definition.slots.values() else {}
        for row in table.rows:
            operands = [
                one
                for slot, head in heads.items()
                for one in _operand(page, row, head, slot, definition, mentions)
            ]
            if len(operands) == len(heads) and _fits(operands, definition):
                yield _relation(page, definition, row, operands, heads)


def _heads(table: Table, columns: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The one column of each slot."""
    found: dict[str, str] = {}
    heads = (table.rows[0].label.column or "", *table.heads)
    for slot, words in columns.items():
        named = [head for head in heads if tables.plain(head) in words]
        if len(named) == 1:
            found[slot] = named[0]
    return found


def _operand(
    page: Page,
    row: Row,
    head: str,
    slot: str,
    definition: RelationDefinition,
    mentions: Mapping[int, Sequence[Mention]],
) -> Iterator[Operand]:
    cell = row.cell(head)
    if cell is None:
        return
    passage, number = cell
    kind = definition.slots.get(slot, "number")
    if kind == "weekday":
        day = WEEKDAYS.get(passage.text.strip(" .*").lower())
        if day is not None:
            value = Value("text", passage.text.strip(), canonical=str(day))
            yield Operand(slot, value, page.place(passage, 0, len(passage.text)))
    elif kind == "date":
        dates = [one for one in mentions[id(passage)] if one.value.kind == "date"]
        if len(dates) == 1 and dates[0].value.days:
            yield page.operand(slot, passage, dates[0])
    elif number is not None and _holds(number.value, kind):
        yield page.operand(slot, passage, number)


def _holds(value: Value, kind: SlotKind) -> bool:
    return kind == "number" or (kind == value.kind and alike.fits(value, kind))


def _fits(operands: Sequence[Operand], definition: RelationDefinition) -> bool:
    same = [one.value for one in operands if one.slot in definition.same]
    percents = [one for one in operands if definition.slots.get(one.slot) == "percent"]
    return (not same or alike.of_one_sort(same)) and all(
        one.value.kind == "percent" for one in percents
    )


def _relation(
    page: Page,
    definition: RelationDefinition,
    row: Row,
    operands: Sequence[Operand],
    heads: Mapping[str, str],
) -> Relation:
    cell = row.cell(heads[operands[-1].slot])
    last = cell[0] if cell else row.label
    span = 0, len(last.text)
    return page.relation(definition, last, span, operands, {}, tables.told(row))


# One quantity in two units


def converted(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each row with one quantity under two heads that differ in their unit alone."""
    for table in tables.tables(page):
        for first, second in _pairs(table):
            for row in table.rows:
                found = _measured(row, (first, second))
                if len(found) < _FEWEST:
                    continue
                slots = zip(("value", "converted"), found, (first, second), strict=True)
                operands = [_named(page.operand(slot, *one), head) for slot, one, head in slots]
                cell, number = found[-1]
                span = number.start, number.end
                yield page.relation(definition, cell, span, operands, {}, tables.told(row))


def _named(operand: Operand, head: str) -> Operand:
    """An operand whose text names the unit that its head gives: "26 km" of a bare "26"."""
    units = [word for word in tables.plain(head).split() if word in _UNIT_WORDS - {"in"}]
    text = operand.value.text
    if not units or not text[-1:].isdigit():
        return operand
    return replace(operand, value=replace(operand.value, text=f"{text} {units[-1]}"))


def _measured(row: Row, heads: Sequence[str]) -> list[tuple[Passage, Mention]]:
    return [
        (cell[0], cell[1])
        for cell in map(row.cell, heads)
        if cell and cell[1] and cell[1].value.kind == "quantity"
    ]


def _pairs(table: Table) -> Iterator[tuple[str, str]]:
    """Neighbouring columns that are called alike but for their units."""
    heads = [head for head in (table.rows[0].label.column, *table.heads) if head]
    for first, second in pairwise(heads):
        if first != second and _thing(first) == _thing(second):
            yield first, second


def _thing(head: str) -> str:
    """What a head says beside its unit: "distance" of "Distance (km)" and "Distance in miles"."""
    words = tables.plain(head).split()
    return " ".join(word for word in words if word not in _UNIT_WORDS)


# Parts and their total in a row


def totalled(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each row whose last number is under a head "Total", where most rows add up."""
    words = frozenset(definition.words)
    for table in tables.tables(page):
        *parts, last = table.heads if len(table.heads) > _FEWEST else ("", "", "")
        if tables.plain(last) not in words or any(map(tables.has_no_parts, parts)):
            continue
        rows = [
            (row, numbers)
            for row in table.rows
            if (numbers := _numbers(row, (*parts, last))) is not None
        ]
        if len(rows) != len(table.rows) or len(rows) < _FEWEST:
            continue
        right = sum(_adds_up([one.value.interval for _, one in numbers]) for _, numbers in rows)
        if right == 0 or right / Decimal(len(rows)) < _MOST_ROWS_APART:
            continue
        for row, numbers in rows:
            *cells, (cell, total) = numbers
            operands = [
                page.operand("total", cell, total),
                *(page.operand("parts", passage, one) for passage, one in cells),
            ]
            said = {"parts": "all"}
            span = total.start, total.end
            yield page.relation(definition, cell, span, operands, said, tables.told(row))


def _numbers(row: Row, heads: Sequence[str]) -> list[tuple[Passage, Mention]] | None:
    """The numbers of a row under some heads; None where one is missing or of another unit."""
    found = [
        (cell[0], cell[1])
        for cell in map(row.cell, heads)
        if cell is not None and cell[1] is not None
    ]
    units = {one.value.interval.unit for _, one in found if one.value.interval}
    if len(found) < len(heads) or len(units) != 1 or units & {"%", "times"}:
        return None
    return found


def _adds_up(numbers: Sequence[Interval | None]) -> bool:
    """Whether the plain numbers of a row make the last one, to the last digit."""
    plain = [one.number for one in numbers if one is not None]
    step = min((one.step for one in numbers if one is not None), default=Decimal(1))
    return abs(sum(plain[:-1]) - plain[-1]) <= step
