"""Passages -> rows: the cells of each row of a table, the fields of each mapping.

One pass over the passages, whatever format they were read from: a row ends where a column comes
again, a mapping where a key does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factlint.model import Passage


@dataclass(slots=True)
class Row:
    """Passages that tell of one thing, in order; `outer` is the mapping that holds this one."""

    members: list[int] = field(default_factory=list)
    outer: Row | None = None


def find(passages: Sequence[Passage]) -> Mapping[int, Row]:
    """The row of each cell and field, by the number of its passage."""
    found: dict[int, Row] = {}
    _tables(passages, found)
    _mappings(passages, found)
    return found


def _tables(passages: Sequence[Passage], found: dict[int, Row]) -> None:
    heads: list[str | None] = []
    row, last, is_open = Row(), -1, False
    for number, passage in enumerate(passages):
        if passage.kind != "cell":
            heads, is_open = [], False
            continue
        if _is_head(passages, number):
            if is_open:
                heads, is_open = [], False
            heads.append(passage.text)
            continue
        at = _index(heads, passage.column, last + 1) if is_open else None
        if at is None:
            row, is_open = Row(), True
            at = _index(heads, passage.column, 0)
        if at is None and passage.column is not None:
            heads.append(passage.column)
            at = len(heads) - 1
        at = -1 if at is None else at  # the first column has no head
        row.members.append(number)
        found[number] = row
        last = at


def _is_head(passages: Sequence[Passage], number: int) -> bool:
    """Whether a cell stands in the first row: below no head, and not the first of a row itself."""
    passage = passages[number]
    if passage.column is not None or passage.row is not None:
        return False
    following = passages[number + 1] if number + 1 < len(passages) else None
    return following is None or following.row != passage.text


def _index(heads: Sequence[str | None], column: str | None, start: int) -> int | None:
    return next((at for at in range(start, len(heads)) if heads[at] == column), None)


def _mappings(passages: Sequence[Passage], found: dict[int, Row]) -> None:
    rows: dict[str, Row] = {}
    keys: dict[str, set[str]] = {}
    inner: dict[str, list[str]] = {}
    before = None
    for number, passage in enumerate(passages):
        if passage.field is None or passage.kind not in ("field", "title"):
            continue
        mapping, _, key = passage.field.rpartition(".")
        again = key in keys.get(mapping, ()) and passage.field != before
        if mapping not in rows or again:
            for one in inner.pop(mapping, ()) if mapping else ():
                rows.pop(one, None)
                keys.pop(one, None)
            rows[mapping] = Row(outer=_outer(rows, mapping))
            keys[mapping] = set()
            for around in _around(mapping):
                inner.setdefault(around, []).append(mapping)
        keys[mapping].add(key)
        rows[mapping].members.append(number)
        found[number] = rows[mapping]
        before = passage.field


def _around(mapping: str) -> Iterator[str]:
    """The keys of the mappings around one, the nearest first; "" is the front matter itself."""
    while mapping:
        mapping = mapping.rpartition(".")[0]
        yield mapping


def _outer(rows: Mapping[str, Row], mapping: str) -> Row | None:
    return next((rows[one] for one in _around(mapping) if one in rows), None)
