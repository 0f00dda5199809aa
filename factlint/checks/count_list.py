"""A number and the list that it announces -> lists with more or fewer entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import spans
from factlint.model import Relation, Slip


def check(relations: Sequence[Relation], *, units: tuple[str, ...] = ()) -> Iterator[Slip]:
    """A list has as many entries as the words before it say.

    Options:
        units: the things whose lists are judged; all, if none are named.

    Would fool it:
        A list that goes on in another paragraph, or whose last entry holds two.
    """
    for relation in relations:
        count, entries = relation.one("count"), relation.all("list")
        if count is None or count.value.interval is None or not entries:
            continue
        if units and count.value.interval.unit not in units:
            continue
        if count.value.interval.bound != "exact" or count.value.interval.number == len(entries):
            continue
        because = f"the list has {len(entries)} entries, not {count.value.text}"
        worked = spans.worked("entries of the list", str(len(entries)), count.value.text)
        yield Slip(relation, because, at=count, worked=worked)
