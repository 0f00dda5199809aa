"""A scalar in the source of a data file -> what it says, and where each character comes from."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factlint.documents import sourcemap
from factlint.documents.data.nodes import Node
from factlint.documents.sourcemap import Origin
from factlint.model import Segment

#: text, start, end of a string with its marks -> what it says
Strings = Callable[[str, int, int], tuple[str, Origin]]

#: "2.5e7"; powers of ten that nobody claims are left as they are
_POWER = re.compile(r"[-+]?[\d.]{1,30}[eE][-+]?\d{1,2}$")


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
    """A number without the marks that only programs write: "2.5e7" and "25000000.0"."""
    plain = written.replace("_", "")
    if _POWER.match(plain):
        plain = f"{Decimal(plain):f}"
    return plain.removesuffix(".0")
