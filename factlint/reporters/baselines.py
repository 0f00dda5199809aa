"""A baseline that was written or pruned -> what is in it now, and what to look at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.baseline import Entry
from factlint.model import Finding
from factlint.reporters import excerpt, statistics, words

#: Errors that are listed; a terminal shows about so many lines.
SHOWN = 20


def written(findings: Sequence[Finding], others: int, shown: str, attributes: str) -> str:
    """How many findings of which rule are known now; the errors with their places.

    `others` is the number of entries of documents that were not looked at, `attributes` a line that
    `.gitattributes` lacks.
    """
    kept = f", {words.plural(others, 'entry', 'entries')} of other documents kept" if others else ""
    head = f"{shown}: {words.plural(len(findings), 'finding')} written{kept}\n"
    errors = sorted((one for one in findings if one.severity == "error"), key=lambda one: one.rule)
    return "".join(
        (
            head,
            statistics.table(statistics.count(findings)),
            *_first(errors),
            f"\nSo that merges never conflict in it, add to .gitattributes: {attributes}\n"
            if attributes
            else "",
        )
    )


def _first(errors: Sequence[Finding]) -> Iterator[str]:
    if not errors:
        return
    yield "\nLook at the errors first, they leave little room:\n"
    for one in errors[:SHOWN]:
        place = excerpt.visible(f"{one.place.path}:{one.place.line}:{one.place.column}")
        yield f"  [{one.rule}] {place}: {excerpt.visible(one.message)}\n"
    if len(errors) > SHOWN:
        yield f"  and {len(errors) - SHOWN} more: factlint check --no-baseline\n"


def pruned(gone: Sequence[Entry], left: int, shown: str) -> str:
    """Which entries were dropped, and how many are left."""
    dropped = words.plural(len(gone), "stale entry", "stale entries")
    lines = (f"  {excerpt.visible(f'[{one.rule}] {one.message}')}\n" for one in gone)
    return f"{shown}: {dropped} dropped, {left} left\n" + "".join(lines)
