"""A document -> what stands in its rows, mappings, headings and labelled items, once asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from factlint.claims import beside, rows
from factlint.claims.actor import Actor
from factlint.claims.beside import Beside
from factlint.claims.rows import Row
from factlint.intervals import DateRange
from factlint.model import ClaimDefinition, Mention, Reading

Strict = Mapping[str, Sequence[ClaimDefinition]]

#: An item or a line that says of what the next ones are: at most so many characters.
_OPENER = 60
_LABELLED = re.compile(r"[^\W_][^:|.?!]{1,40}:\s+\S")
#: Mappings inside mappings that are asked whom a field is about.
_DEEPEST = 8


def _is_short(text: str) -> bool:
    """Whether a line is a name or a label rather than a sentence."""
    return len(text) <= _OPENER and not text.endswith((".", "!", "?"))


class Structure:
    """The rows of a document and the names of its headings. A class, to read each only once."""

    def __init__(self, reading: Reading, mentions: Sequence[Sequence[Mention]]) -> None:
        self.reading = reading
        self.mentions = mentions
        self._known: dict[int, Beside] = {}

    @cached_property
    def _rows(self) -> Mapping[int, Row]:
        return rows.find(self.reading.passages)

    def beside(self, number: int, strict: Strict) -> Beside:
        """What the row of a passage says; nothing of a passage outside any."""
        row = self._rows.get(number)
        return self._of(row, strict) if row is not None else beside.NOTHING

    def outer(self, number: int, strict: Strict) -> Iterator[Beside]:
        """What the mappings around that of a field say, the nearest first."""
        row = self._rows.get(number)
        for _ in range(_DEEPEST):
            row = row.outer if row is not None else None
            if row is None:
                return
            yield self._of(row, strict)

    def _of(self, row: Row, strict: Strict) -> Beside:
        key = row.members[0]
        if key not in self._known:
            self._known[key] = beside.of(row, self.reading.passages, self.mentions, strict)
        return self._known[key]

    @cached_property
    def _cells(self) -> Mapping[str, Actor]:
        found: dict[str, Actor] = {}
        for passage, mentions in zip(self.reading.passages, self.mentions, strict=True):
            holds = passage.kind == "cell" or passage.text == passage.row
            if not holds or passage.text in found:
                continue
            if one := beside.actor(passage.text, mentions, None):
                found[passage.text] = one
        return found

    def cell(self, text: str) -> Actor | None:
        """The name that a cell with this text opens with, or is."""
        return self._cells.get(text)

    @cached_property
    def _dates(self) -> Mapping[str, DateRange]:
        found: dict[str, DateRange] = {}
        for passage, mentions in zip(self.reading.passages, self.mentions, strict=True):
            if passage.kind == "cell" and passage.column is None and passage.row is None:
                days = next((one.value.days for one in mentions if one.value.days), None)
                if days is not None:
                    found.setdefault(passage.text, days)
        return found

    def dated(self, head: str | None) -> DateRange | None:
        """The days that a head speaks of: "2025", "Q1 2026", "FY25 revenue"."""
        return self._dates.get(head) if head else None

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """The names of the running text, which shows that a heading with one names something."""
        return frozenset(
            one.value.text
            for passage, mentions in zip(self.reading.passages, self.mentions, strict=True)
            if passage.kind not in ("title", "heading")
            for one in mentions
            if one.value.kind == "name"
        )

    @cached_property
    def _headings(self) -> Mapping[str, tuple[Actor, ...]]:
        found: dict[str, tuple[Actor, ...]] = {}
        for passage, mentions in zip(self.reading.passages, self.mentions, strict=True):
            if passage.kind in ("title", "heading") and passage.text not in found:
                named = {
                    one.value.canonical or one.value.text: one
                    for one in mentions
                    if one.value.kind == "name"
                    and (one.entity_kind != "unknown" or one.value.text in self._spoken)
                }
                found[passage.text] = tuple(
                    Actor(name, one.value.text, one.entity_kind, 1.0) for name, one in named.items()
                )
        return found

    def headed(self, text: str) -> tuple[Actor, ...]:
        """The names in a heading or title."""
        return self._headings.get(text, ())

    @cached_property
    def _openers(self) -> Mapping[int, int]:
        found: dict[int, int] = {}
        opener, section = None, -1
        for number, passage in enumerate(self.reading.passages):
            if passage.section != section:
                opener, section = None, passage.section
            if passage.kind not in ("item", "paragraph"):
                opener = None
            elif _LABELLED.match(passage.text):
                if opener is not None:
                    found[number] = opener
            elif passage.kind == "item" or _is_short(passage.text):
                opener = number
            else:
                opener = None
        return found

    def opener(self, number: int) -> int | None:
        """The passage above labelled items that says of what they are, if one stands there."""
        return self._openers.get(number)
