"""A YAML scalar as it stands in the source -> what it says, and the way back.

Folded lines are joined as YAML joins them, so that the line breaks left are those of the text.
"""

from __future__ import annotations

import re

from factlint.documents import scalars, sourcemap
from factlint.documents.sourcemap import Origin
from factlint.model import SourceMap

_BREAK = re.compile(r"\r\n?|\n")
_FOLD_FORM = r"(?<![ \t])[ \t]*+(?:\r\n?|\n)(?:[ \t]*+(?:\r\n?|\n))*+[ \t]*+"
_FOLD = re.compile(_FOLD_FORM)
_SINGLE = re.compile(rf"''|{_FOLD_FORM}")
_DOUBLE = re.compile(rf"{scalars.ESCAPE.pattern}|{_FOLD_FORM}", re.DOTALL)
#: Folded blocks keep the breaks before lines that are indented further.
_BLOCK_FOLD = re.compile(r"(?:\r\n?|\n)++(?=[^ \t\r\n])")


def read(text: str, start: int, end: int) -> tuple[str, Origin]:
    """The scalar in text[start:end] with its marks -> what it says, but for breaks at its end."""
    if found := scalars.PROPERTIES.match(text, start, end):
        start = found.end()
    mark = text[start : start + 1] if start < end else ""
    if mark in ("|", ">") and (header := scalars.BLOCK_HEADER.match(text, start, end)):
        return _block(text, header.end(), end, folded=mark == ">")
    if mark in ("'", '"') and end - start > 1:
        pattern = _SINGLE if mark == "'" else _DOUBLE
        return scalars.unescaped(text[start + 1 : end - 1], start + 1, pattern, _meant)
    return scalars.unescaped(text[start:end], start, _FOLD, _meant)


def _block(text: str, start: int, end: int, *, folded: bool) -> tuple[str, Origin]:
    raw, origin = scalars.dedented(text[start:end], start)
    if not folded:
        return raw, origin
    joined, way = scalars.unescaped(raw, 0, _BLOCK_FOLD, _meant)
    inner = way if isinstance(way, SourceMap) else sourcemap.line(way)
    return joined, sourcemap.chained(inner, len(joined), origin)


def _meant(escape: str) -> str:
    """What an escape says; of several line breaks the first one is folded away."""
    if escape[0] not in " \t\r\n":
        return scalars.meant(escape)
    breaks = len(_BREAK.findall(escape))
    return " " if breaks == 1 else "\n" * (breaks - 1)
