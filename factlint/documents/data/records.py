"""Nodes of a data file -> its records, each with its scalars and the keys that lead to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.documents.data import ways
from factlint.documents.data.nodes import Node

#: So many keys are remembered to suggest one of them.
_KEYS = 200


class Scalar(NamedTuple):
    """A value of a record, and the dotted keys that lead to it; `*` is an entry of a list."""

    keys: str
    node: Node


#: One record as it stands in the source.
Entry = tuple[Scalar, ...]


@dataclass(slots=True)
class Tally:
    """What is seen on the way to records and in them.

    `reached` says that something stands where records should, `strays` counts scalars there,
    `aliases` what stands elsewhere; each of them with the first place. `keys` are the first keys.
    """

    records: int = 0
    reached: bool = False
    strays: int = 0
    stray: Node | None = None
    aliases: int = 0
    alias: Node | None = None
    keys: dict[str, None] = field(default_factory=dict)

    def miss(self, node: Node) -> None:
        """Count a scalar where a record should stand; nothing at all is no loss."""
        self.reached = True
        if node.kind != "other":
            self.strays += 1
            self.stray = self.stray or node

    def refer(self, node: Node) -> None:
        """Count an alias."""
        self.aliases += 1
        self.alias = self.alias or node


def find(nodes: Iterable[Node], way: str, tally: Tally) -> Iterator[Entry]:
    """The mappings that `way` leads to, in order; each is complete."""
    above: list[tuple[str, bool]] = []  # the keys of each open collection; whether it is a mapping
    outside = -1  # how many collections are open around the record at hand
    name = ""
    scalars: list[Scalar] = []
    for node in nodes:
        if node.kind == "key":
            name = node.text
            if len(tally.keys) < _KEYS:
                tally.keys.setdefault(ways.below(above[-1][0], name))
            continue
        if node.kind == "end":
            above.pop()
            if len(above) == outside:
                tally.records += 1
                yield tuple(scalars)
                outside = -1
            continue
        keys = ways.below(above[-1][0], name if above[-1][1] else ways.ANY) if above else ""
        if node.kind == "alias":
            tally.refer(node)
        elif node.kind not in ("mapping", "list"):
            if outside >= 0:
                scalars.append(Scalar(keys, node))
            elif ways.fits(way, keys):
                tally.miss(node)
        else:
            if outside < 0 and ways.fits(way, keys):
                tally.reached = True
                if node.kind == "mapping":
                    outside, keys, scalars = len(above), "", []
            above.append((keys, node.kind == "mapping"))
