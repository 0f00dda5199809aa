"""A document while its relations are read: its passages, their mentions, and their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factlint.model import Mention, Operand, Passage, Place, Reading, Relation, RelationDefinition


@dataclass(frozen=True, slots=True)
class Page:
    """The passages of a document, and the mentions of each, bare numbers included."""

    reading: Reading
    mentions: Sequence[Sequence[Mention]]

    @property
    def passages(self) -> Sequence[Passage]:
        """The passages in order."""
        return self.reading.passages

    def at(self) -> Mapping[int, Sequence[Mention]]:
        """The mentions of each passage by its identity, for readers that come from the passage."""
        return {
            id(passage): here for passage, here in zip(self.passages, self.mentions, strict=True)
        }

    def place(self, passage: Passage, start: int, end: int) -> Place:
        """A span of a passage -> where it stands in the source."""
        return self.reading.place(*passage.map.span(start, end))

    def operand(self, slot: str, passage: Passage, mention: Mention) -> Operand:
        """A mention as the operand of a slot."""
        return Operand(slot, mention.value, self.place(passage, mention.start, mention.end))

    def relation(
        self,
        definition: RelationDefinition,
        passage: Passage,
        span: tuple[int, int],
        operands: Iterable[Operand],
        says: Mapping[str, str],
        sentence: str | None = None,
    ) -> Relation:
        """A relation that a span of a passage states."""
        source = passage.map.span(*span)
        document = self.reading.document
        if passage.dated:
            document = replace(document, dated=passage.dated)
        return Relation(
            kind=definition.name,
            operands=tuple(operands),
            place=self.reading.place(*source),
            quote=" ".join(self.reading.text[slice(*source)].split()),
            sentence=passage.text if sentence is None else sentence,
            document=document,
            says=says,
        )
