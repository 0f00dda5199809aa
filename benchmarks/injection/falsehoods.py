"""A relation -> its text with one part falsified, or said otherwise: the tables of both.

A kind names the slots that it edits and how; `arithmetic` says whether what comes out is false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from benchmarks.injection import comparing, written
from benchmarks.injection.texts import Change, Span, placed
from factlint.model import Operand, Reading, Relation, Value


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes of a text, and what a relation says after them."""

    changes: tuple[Change, ...]
    after: Relation


Edits = Callable[[Reading, Relation, frozenset[str], Random], Iterator[Edit]]

#: So often another falsehood is tried before a relation is one that cannot be falsified.
TRIES = 12
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Relations of a count with the list that follows in the same sentence.
_LISTS = frozenset(("inline_list", "named_list"))
_HEDGE = re.compile(r"[A-Za-z~≈<>]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit of relations: what it does, to which slots, and how."""

    summary: str
    slots: frozenset[str]
    edits: Edits


def _in_order(relation: Relation, slots: frozenset[str], rng: Random) -> list[Operand]:
    found = [one for one in relation.operands if one.slot in slots]
    rng.shuffle(found)
    return found


def _span(reading: Reading, operand: Operand) -> Span:
    return placed(reading, operand.place)


def _text(reading: Reading, span: Span) -> str:
    return reading.text[span.start : span.end]


def _with(relation: Relation, old: Operand, value: Value) -> Relation:
    """A relation with another value in the place of one of its operands."""
    operands = (replace(one, value=value) if one is old else one for one in relation.operands)
    return replace(relation, operands=tuple(operands))


def _resized(value: Value, old: str, new: str) -> Value | None:
    """A value whose digits have been changed, in the style that they were written in."""
    before, after = written.read(old), written.read(new)
    interval = value.interval
    if before is None or after is None or interval is None or not before.number:
        return None
    if before.scale != after.scale:
        read = comparing.reading(new)
        alike = read is not None and read.interval and read.interval.unit == interval.unit
        return read if alike else None
    factor = after.number / before.number
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return replace(value, text=new, interval=replace(interval, low=low, high=high))


def _renumbered(
    reading: Reading, relation: Relation, operand: Operand, new: str | None
) -> Iterator[Edit]:
    span = _span(reading, operand)
    value = _resized(operand.value, _text(reading, span), new) if new else None
    if new is not None and value is not None:
        yield Edit((Change(span, new),), _with(relation, operand, value))


# What falsifies


def _other_numbers(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    operands = _in_order(relation, slots, rng)
    for _ in range(TRIES):
        for operand in operands:
            span = _span(reading, operand)
            new = written.another_number(_text(reading, span), rng)
            yield from _renumbered(reading, relation, operand, new)


def _other_conversions(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    """Slips of the magnitude and of digits."""
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        slip = written.another_magnitude(_text(reading, span), rng)
        if rng.random() < 0.5:
            yield from _renumbered(reading, relation, operand, slip)
    yield from _other_numbers(reading, relation, slots, rng)


def _other_days(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old = _text(reading, span)
        others = [day for day in _DAYS if not old.lower().startswith(day[:3].lower())]
        rng.shuffle(others)
        for day in others:
            new = day if len(old.rstrip(".")) > 4 else day[:3]
            value = replace(operand.value, text=new, canonical=str(_DAYS.index(day)))
            yield Edit((Change(span, new),), _with(relation, operand, value))


def _without_an_entry(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    """Lists of items lose the lines of one, lists in a sentence one with its comma."""
    entries = [one for one in relation.operands if one.slot in slots]
    spans = [_span(reading, one) for one in entries]
    if relation.kind in _LISTS:
        # The last two are joined by "and", which would have to move.
        pairs = zip(entries, pairwise(spans[:-1]), strict=False)
        cuts = [(one, Span(a.start, b.start)) for one, (a, b) in pairs]
    elif _is_by_lines(entries):
        cuts = [(one, _line(reading, span)) for one, span in zip(entries, spans, strict=True)]
    else:
        return
    rng.shuffle(cuts)
    for dropped, cut in cuts:
        rest = tuple(one for one in relation.operands if one is not dropped)
        yield Edit((Change(cut, ""),), replace(relation, operands=rest))


def _is_by_lines(entries: Sequence[Operand]) -> bool:
    """Whether each entry of a list has a line of its own."""
    lines = [one.place.line for one in entries]
    return len(set(lines)) == len(lines)


def _line(reading: Reading, span: Span) -> Span:
    """The lines of an item with those that belong to it, up to the next one of its kind."""
    text = reading.text
    start = text.rfind("\n", 0, span.start) + 1
    indent = len(text[start : span.start]) - len(text[start : span.start].lstrip(" \t>"))
    end = text.find("\n", span.end) + 1 or len(text)
    while end < len(text):
        stop = text.find("\n", end) + 1 or len(text)
        line = text[end:stop]
        if not line.strip() or len(line) - len(line.lstrip(" \t>")) <= indent:
            break
        end = stop
    return Span(start, end)


_RESULTS = frozenset(("result", "percent", "rate", "shares"))
_OPERANDS = frozenset(
    (
        "from",
        "to",
        "part",
        "whole",
        "left",
        "parts",
        "each",
        "taken",
        "value",
        "age",
        "nth",
        "since",
    )
)
_TOTALS = frozenset(("total", "product"))

#: Kinds of falsehoods.
ERRORS: Mapping[str, Kind] = {
    "percentage": Kind("a percentage or other result falsified", _RESULTS, _other_numbers),
    "operand": Kind("a number that the result is worked out from", _OPERANDS, _other_numbers),
    "total": Kind("the total of parts falsified", _TOTALS, _other_numbers),
    "weekday": Kind("a weekday shifted", frozenset(("weekday",)), _other_days),
    "conversion": Kind("a conversion slipped", frozenset(("converted",)), _other_conversions),
    "item": Kind("an item of a list dropped", frozenset(("list", "parts")), _without_an_entry),
}  # fmt: skip


# What leaves it true


def _rounded(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        new = written.rounded(_text(reading, span), rng)
        yield from _renumbered(reading, relation, operand, new)


_NOTATIONS = ((" percent", "%"), ("%", " percent"), (" %", "%"))


def _other_notation(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old = _text(reading, span)
        found = [
            *written.notations(old, stands_alone=False),
            *(old.removesuffix(a) + b for a, b in _NOTATIONS if old.endswith(a)),
            *(day if old == day[:3] else day[:3] for day in _DAYS if old in (day, day[:3])),
        ]
        if found:
            yield Edit((Change(span, rng.choice(found)),), relation)


def _hedged(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    """ "about" before a number that has no hedge; not behind "a", where nobody would write it."""
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old, before = _text(reading, span), reading.text[max(0, span.start - 6) : span.start]
        is_plain = operand.value.interval is not None and not _HEDGE.match(old)
        if is_plain and not re.search(r"\b(?:an?|the|its)\ $|[-/+(|]$", before):
            yield Edit((Change(span, f"about {old}"),), relation)


def _swapped(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[Edit]:
    """Two neighbours of a list in each other's place, with their lines where they have some."""
    entries = [one for one in relation.operands if one.slot in slots]
    spans = [_span(reading, one) for one in entries]
    if _is_by_lines(entries) and relation.kind not in _LISTS:
        spans = [_line(reading, span) for span in spans]
    pairs = [(a, b) for a, b in pairwise(spans) if a.end <= b.start]
    rng.shuffle(pairs)
    for a, b in pairs:
        first, second = _text(reading, a), _text(reading, b)
        if first != second and first.endswith("\n") == second.endswith("\n"):
            yield Edit((Change(a, second), Change(b, first)), relation)


_NUMBERS = _RESULTS | _OPERANDS | _TOTALS | frozenset(("converted", "count"))

#: Kinds of edits that leave a relation true.
HARMLESS: Mapping[str, Kind] = {
    "rounding": Kind("73.2 % for 73.24 %", _NUMBERS - {"count"}, _rounded),
    "notation": Kind(
        "$9M for $9 million, Mon for Monday", _NUMBERS | {"weekday"}, _other_notation
    ),
    "reordered": Kind(
        "two entries of a list swapped", frozenset(("list", "parts", "shares")), _swapped
    ),
    "added-hedge": Kind('"about"', _NUMBERS - {"count", "nth"}, _hedged),
}  # fmt: skip
