"""Delimiter runs of a line of Markdown -> the stars and underscores that are emphasis.

The pairing of CommonMark over a stack: a run that was looked at in vain is never looked at again,
so the time is linear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.documents.sourcemap import Cut


@dataclass(slots=True)
class Run:
    """A run of `*` or `_` at [start, end).

    What it opens eats its end, what it closes its start; `length` stays as written.
    """

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int


def run(raw: str, start: int, end: int) -> Run:
    """The delimiter run at raw[start:end], with its sides looked at.

    A run opens when text follows and closes when text stands before it; an underscore inside a
    word does neither.
    """
    before = raw[start - 1] if start else " "
    after = raw[end] if end < len(raw) else " "
    blank_before, blank_after = before.isspace(), after.isspace()
    mark_before = not blank_before and not before.isalnum()
    mark_after = not blank_after and not after.isalnum()
    left = not blank_after and (not mark_after or blank_before or mark_before)
    right = not blank_before and (not mark_before or blank_after or mark_after)
    if raw[start] == "_":
        left, right = left and (not right or mark_before), right and (not left or mark_after)
    return Run(raw[start], start, end, left, right, end - start)


def cuts(runs: list[Run], first: int = 0) -> Iterator[Cut]:
    """Pair the runs from `first` on, take them off the list, and yield what to cut."""
    stack: list[Run] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in runs[first:]:
        if closer.closes:
            yield from _closed(stack, closer, floors)
        if closer.opens and closer.start < closer.end:
            stack.append(closer)
    del runs[first:]


def _closed(
    stack: list[Run], closer: Run, floors: dict[tuple[str, bool, int], int]
) -> Iterator[Cut]:
    key = (closer.char, closer.opens, closer.length % 3)
    while closer.start < closer.end:
        last = floors.get(key, 0) - 1
        at = next((i for i in range(len(stack) - 1, last, -1) if _pair(stack[i], closer)), -1)
        if at < 0:
            floors[key] = len(stack)
            return
        opener = stack[at]
        width = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
        opener.end -= width
        yield opener.end, opener.end + width, ""
        yield closer.start, closer.start + width, ""
        closer.start += width
        del stack[at + (opener.start < opener.end) :]
        for other, floor in floors.items():
            floors[other] = min(floor, len(stack))


def _pair(opener: Run, closer: Run) -> bool:
    """Whether the two match; `**a*b` and the like are kept apart by the rule of three."""
    if opener.char != closer.char:
        return False
    both = opener.closes or closer.opens
    return not (
        both
        and (opener.length + closer.length) % 3 == 0
        and (opener.length % 3 or closer.length % 3)
    )
