"""A row that is called the first of a column -> rows that are before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import spans
from factlint.checks.spans import Number
from factlint.model import Relation, Slip


def _beats(other: Number, own: Number, rank: str) -> bool:
    """Whether another number surely lies before one's own."""
    if other.interval.unit != own.interval.unit or other.value.per != own.value.per:
        return False
    high, low = (other, own) if rank == "most" else (own, other)
    least, most = high.span.low, low.span.high
    return least is not None and most is not None and least > most


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """A row that the text calls the first of a column of its table is not behind another one."""
    for relation in relations:
        holder, value = relation.one("holder"), relation.one("value")
        own = spans.number(value.value) if value else None
        if holder is None or value is None or own is None:
            continue
        rank = relation.says["rank"]
        for name, cell in zip(relation.all("name"), relation.all("other"), strict=True):
            other = spans.number(cell.value)
            if other is None or not _beats(other, own, rank):
                continue
            because = (
                f"{holder.value.text} has {value.value.text} in the column "
                f"{relation.says['column']}, {name.value.text} has {cell.value.text}"
            )
            yield Slip(relation, because, at=holder)
            break
