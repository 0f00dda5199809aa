"""Lists and columns that break one whole down -> its shares, or its parts with their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factlint.model import Mention, Passage, Relation, RelationDefinition
from factlint.relations import lists, tables
from factlint.relations.page import Page

_FEWEST = 3
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
# "Total: 23 stores", "In total 23 stores", "**Sum** – $9M"; not "Total addressable market: $9M"
_TOTAL = re.compile(r"\W*(?:in\ )?(?:grand\ )?(?:total|sum|altogether)\b(?!\ [a-z]+)", re.I | re.X)
#: Words of an item or label that make it no share of its own.
_OTHERWISE = re.compile(
    r"\b(?:total|of which|of those|up|down|growth|increase|discount|apr|apy|per year|annual)\b",
    re.I,
)


def shares(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each list that is announced as a breakdown, with one percentage in each item."""
    words = frozenset(definition.words)
    mentions = page.at()
    for at, passage in enumerate(page.passages[:-1]):
        if page.passages[at + 1].kind != "item" or not _announces(passage, words):
            continue
        items = [item.passage for item in lists.items(page, at + 1)]
        found = [_only_percent(item, mentions) for item in items]
        operands = [
            page.operand("shares", item, one)
            for item, one in zip(items, found, strict=True)
            if one is not None
        ]
        if len(operands) >= _FEWEST and len(operands) == len(items):
            span = 0, len(passage.text)
            yield page.relation(definition, passage, span, operands, {})


def share_columns(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each column that hands out one whole, with a percentage in every row."""
    words = frozenset(definition.words)
    for table in tables.tables(page):
        rows = [row for row in table.rows if not _OTHERWISE.search(row.label.text)]
        for head in table.heads:
            if tables.plain(head) not in words or len(rows) < len(table.rows) - 1:
                continue
            cells = [row.cells.get(head) for row in rows]
            operands = [
                page.operand("shares", cell, one)
                for cell, one in (cell or (None, None) for cell in cells)
                if cell is not None and one is not None and one.value.kind == "percent"
            ]
            if len(operands) >= _FEWEST and len(operands) == len(rows):
                first = cells[0][0] if cells[0] else rows[0].label
                span = 0, len(first.text)
                row = " | ".join((head, *(one.value.text for one in operands)))
                yield page.relation(definition, first, span, operands, {}, row)


def list_totals(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each list whose last item is its total, with one number in each item."""
    mentions = page.at()
    first = None
    for at, passage in enumerate(page.passages):
        if passage.kind != "item":
            first = None
            continue
        first = at if first is None else first
        follows = page.passages[at + 1] if at + 1 < len(page.passages) else None
        if (follows is not None and follows.kind == "item") or not _TOTAL.match(passage.text):
            continue
        items = [item.passage for item in lists.items(page, first)]
        if len(items) > _FEWEST - 1 and items[-1] is passage:
            yield from _totalled(page, definition, items, mentions)


def _totalled(
    page: Page,
    definition: RelationDefinition,
    items: Sequence[Passage],
    mentions: Mapping[int, Sequence[Mention]],
) -> Iterator[Relation]:
    numbers = [_only_number(item, mentions) for item in items]
    if any(_OTHERWISE.search(item.text) for item in items[:-1]) or None in numbers:
        return
    *parts, total = (
        page.operand("parts", item, one)
        for item, one in zip(items, numbers, strict=True)
        if one is not None
    )
    last = items[-1]
    whole = page.operand("total", last, numbers[-1]) if numbers[-1] else total
    yield page.relation(definition, last, (0, len(last.text)), (whole, *parts), {"parts": "all"})


def _announces(passage: Passage, words: frozenset[str]) -> bool:
    text = passage.text.rstrip()
    if passage.kind not in ("paragraph", "heading"):
        return False
    if passage.kind == "paragraph" and not text.endswith(":"):
        return False
    return not words.isdisjoint(_WORDS.findall(text.lower()))


def _only_percent(item: Passage, mentions: Mapping[int, Sequence[Mention]]) -> Mention | None:
    """The one percentage of an item; None where it tells of several, or of something else."""
    found = [one for one in mentions[id(item)] if one.value.kind == "percent"]
    if len(found) != 1 or _OTHERWISE.search(item.text):
        return None
    interval = found[0].value.interval
    return found[0] if interval and interval.unit == "%" and interval.number >= 0 else None


def _only_number(item: Passage, mentions: Mapping[int, Sequence[Mention]]) -> Mention | None:
    found = [one for one in mentions[id(item)] if one.value.interval is not None]
    return found[0] if len(found) == 1 else None
