"""A scalar in the source of a data file -> what it says, and where each character comes from."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from factlint.documents import sourcemap
from factlint.documents.data.nodes import Node
from factlint.documents.sourcemap import Origin
from factlint.model import Segment

#: text, start, end of a string with its marks -> what it says
Strings = Callable[[str, int, int], tuple[str, Origin]]

#: A number that takes more digits than this is none that anybody claims.
_MOST_DIGITS = 40


def read(text: str, node: Node, strings: Strings) -> tuple[str, Origin]:
    """What a string or number says; nothing else says anything."""
    if node.kind == "string":
        return strings(text, node.start, node.end)
    if node.kind != "number":
        return "", node.start
    written = text[node.start : node.end]
    plain = _plain(written)
    if plain == written:
        return written, node.start
    return plain, sourcemap.mapping((Segment(0, node.start, node.end - node.start),))


def _plain(written: str) -> str:
    """A number without the marks that only programs write: "2.5e7" is 25000000."""
    plain = written.replace("_", "")
    if "e" not in plain.lower():
        return plain
    number = Decimal(plain)
    return f"{number:f}" if abs(number.adjusted()) < _MOST_DIGITS else plain
