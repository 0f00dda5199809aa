"""A row that is called the first of a column -> the row that is before it."""

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
    """A row that the text calls the first of a column of its table is not behind another one.

    Would fool it:
        A superlative about fewer rows than the table has, without a word that says so.
    """
    for relation in relations:
        holder, value = relation.one("holder"), relation.one("value")
        first, other = relation.one("name"), relation.one("other")
        if holder is None or value is None or first is None or other is None:
            continue
        own, best = spans.number(value.value), spans.number(other.value)
        if own is None or best is None or not _beats(best, own, relation.says["rank"]):
            continue
        because = (
            f"{holder.value.text} has {value.value.text} in the column "
            f"{relation.says['column']}, {first.value.text} has {other.value.text}"
        )
        formula = f"{relation.says['rank']} of the column {relation.says['column']}"
        computed = f"{other.value.text} ({first.value.text})"
        worked = spans.worked(formula, computed, f"{value.value.text} ({holder.value.text})")
        yield Slip(relation, because, at=holder, worked=worked)
