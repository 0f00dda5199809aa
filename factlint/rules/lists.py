"""Texts with `<list>` references -> texts in which the words of the lists stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from factlint.rules.nodes import Mistake, Node, unknown_part

_REFERENCE = re.compile(r"<(?P<name>[^<>\s]*)>")  # must: <raise>; must not: a < b > c


@dataclass(frozen=True, slots=True)
class Expanded:
    """A text with the lists written out, and where its pieces came from.

    `pieces` are (start here, start in the written text, whether it is a list).
    """

    text: str
    pieces: tuple[tuple[int, int, bool], ...]

    def written(self, offset: int) -> int:
        """An offset in the expanded text -> the offset in the written one."""
        here, there, is_list = max(piece for piece in self.pieces if piece[0] <= offset)
        return there if is_list else there + offset - here


def expand(node: Node, lists: Mapping[str, tuple[str, ...]], mistakes: list[Mistake]) -> Expanded:
    """A cue with `(raised|has raised)` in the place of `<raise>`."""
    text = ""
    pieces = [(0, 0, False)]
    end = 0
    for found in _REFERENCE.finditer(node.text):
        text += node.text[end : found.start()]
        end = found.end()
        words = lists.get(found["name"])
        if words is None:
            mistakes.append(
                unknown_part(node, found.start(), f"list {found.group()}", found["name"], lists)
            )
        pieces.append((len(text), found.start(), True))
        text += f"({'|'.join(words)})" if words else ""
        pieces.append((len(text), end, False))
    return Expanded(text + node.text[end:], tuple(pieces))


def words(
    node: Node, lists: Mapping[str, tuple[str, ...]], mistakes: list[Mistake]
) -> tuple[str, ...]:
    """One word of a word list, or all words of the list that it names."""
    found = _REFERENCE.fullmatch(node.text.strip())
    if found is None:
        return (node.text.strip(),)
    if found["name"] in lists:
        return lists[found["name"]]
    mistakes.append(
        unknown_part(node, found.start(), f"list {found.group()}", found["name"], lists)
    )
    return ()
