"""A relation -> its text with one part falsified, or said otherwise: the tables of both.

A kind names the slots that it edits and how; `arithmetic` says whether what comes out is false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from benchmarks.injection import written
from benchmarks.injection.texts import Change, Span, placed
from factlint.model import Operand, Reading, Relation

Edits = Callable[[Reading, Relation, frozenset[str], Random], Iterator[tuple[Change, ...]]]

#: So often another falsehood is tried before a relation is one that cannot be falsified.
TRIES = 12
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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


# What falsifies


def _other_numbers(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    operands = _in_order(relation, slots, rng)
    for _ in range(TRIES):
        for operand in operands:
            span = _span(reading, operand)
            new = written.another_number(_text(reading, span), rng)
            if new is not None:
                yield (Change(span, new),)


def _other_conversions(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    """Slips of the magnitude and of digits."""
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        slip = written.another_magnitude(_text(reading, span), rng)
        if slip is not None and rng.random() < 0.5:
            yield (Change(span, slip),)
    yield from _other_numbers(reading, relation, slots, rng)


def _other_days(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old = _text(reading, span)
        others = [day for day in _DAYS if not old.lower().startswith(day[:3].lower())]
        rng.shuffle(others)
        for day in others:
            yield (Change(span, day if len(old.rstrip(".")) > 4 else day[:3]),)


def _without_an_entry(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    """Lists of items lose the lines of one, lists in a sentence one with its comma."""
    entries = [one for one in relation.operands if one.slot in slots]
    spans = [_span(reading, one) for one in entries]
    lines = [one.place.line for one in entries]
    if len(set(lines)) == len(lines):
        cuts = [_line(reading, span) for span in spans]
    else:
        # The last two are joined by "and", which would have to move.
        cuts = [Span(a.start, b.start) for a, b in pairwise(spans[:-1])]
    rng.shuffle(cuts)
    return ((Change(cut, ""),) for cut in cuts if cut.start < cut.end)


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
) -> Iterator[tuple[Change, ...]]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        new = written.rounded(_text(reading, span), rng)
        if new is not None:
            yield (Change(span, new),)


_NOTATIONS = ((" percent", "%"), ("%", " percent"), (" %", "%"))


def _other_notation(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old = _text(reading, span)
        found = [
            *written.notations(old, stands_alone=False),
            *(old.removesuffix(a) + b for a, b in _NOTATIONS if old.endswith(a)),
            *(day if old == day[:3] else day[:3] for day in _DAYS if old in (day, day[:3])),
        ]
        if found:
            yield (Change(span, rng.choice(found)),)


def _hedged(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    """ "about" before a number that has no hedge; not behind "a", where nobody would write it."""
    for operand in _in_order(relation, slots, rng):
        span = _span(reading, operand)
        old, before = _text(reading, span), reading.text[max(0, span.start - 6) : span.start]
        is_plain = operand.value.interval is not None and not _HEDGE.match(old)
        if is_plain and not re.search(r"\b(?:an?|the|its)\ $|[-/+(|]$", before):
            yield (Change(span, f"about {old}"),)


def _swapped(
    reading: Reading, relation: Relation, slots: frozenset[str], rng: Random
) -> Iterator[tuple[Change, ...]]:
    """Two neighbours of a list in each other's place, with their lines where they have some."""
    entries = [one for one in relation.operands if one.slot in slots]
    spans = [_span(reading, one) for one in entries]
    lines = [one.place.line for one in entries]
    if len(set(lines)) == len(lines):
        spans = [_line(reading, span) for span in spans]
    pairs = [(a, b) for a, b in pairwise(spans) if a.end <= b.start]
    rng.shuffle(pairs)
    for a, b in pairs:
        first, second = _text(reading, a), _text(reading, b)
        if first != second and first.endswith("\n") == second.endswith("\n"):
            yield Change(a, second), Change(b, first)


_NUMBERS = _RESULTS | _OPERANDS | _TOTALS | frozenset(("converted", "count"))

#: Kinds of edits that leave a relation true.
HARMLESS: Mapping[str, Kind] = {
    "rounding": Kind("73.2 % for 73.24 %", _NUMBERS - {"since", "count"}, _rounded),
    "notation": Kind(
        "$9M for $9 million, Mon for Monday", _NUMBERS | {"weekday"}, _other_notation
    ),
    "reordered": Kind(
        "two entries of a list swapped", frozenset(("list", "parts", "shares")), _swapped
    ),
    "added-hedge": Kind('"about"', _NUMBERS - {"since", "count", "nth"}, _hedged),
}  # fmt: skip
