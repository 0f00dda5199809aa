"""The nouns of data files: what the readers of JSON and YAML tell, in the order of the source."""

from __future__ import annotations

from typing import Literal, NamedTuple

NodeKind = Literal["mapping", "list", "end", "key", "string", "number", "other", "alias"]

#: Collections inside collections; what lies deeper is no record that anybody wrote.
DEEPEST = 100


class Node(NamedTuple):
    """One step through a data file, at source offsets [start, end).

    `text` is what a key says; strings are read from the source when they are asked for. "other"
    is null, true, false and the like, "alias" stands for a collection written elsewhere.
    """

    kind: NodeKind
    start: int
    end: int
    text: str = ""


class Broken(Exception):
    """The source is not the data it should be, at offset `at`; what came before holds."""

    def __init__(self, message: str, at: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint


def too_deep(at: int) -> Broken:
    """The fault of a collection at `at` that lies too deep."""
    return Broken(f"collections lie more than {DEEPEST} deep", at, "keep records flat")
