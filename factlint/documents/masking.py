"""Stretches of a text that are no prose -> the text with them masked, each character in its place.

A mask is of zero-width characters, which no passage keeps; a line of nothing else becomes blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factlint.documents.contents import Span

MASK = "\u200b"

_CHARACTER = re.compile(r"[^\r\n]")
_MASKED_LINE = re.compile(rf"^[ \t]*{MASK}[ \t{MASK}]*$", re.MULTILINE)


def masked(text: str, spans: Iterable[Span]) -> str:
    """`text` with the spans masked; they are sorted, one that starts inside another goes on it.

    Where two spans meet there is a blank, so that what stands around them is not one word.
    """
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        meets = start == position and bool(pieces)
        start = max(start, position)
        if end <= start:
            continue
        pieces += text[position:start], _CHARACTER.sub(MASK, text[start:end])
        if meets and pieces[-1][0] == MASK:
            pieces[-1] = " " + pieces[-1][1:]
        position = end
    if not pieces:
        return text
    pieces.append(text[position:])
    return _MASKED_LINE.sub(lambda found: " " * len(found[0]), "".join(pieces))
