"""A YAML scalar as it stands in the source -> its text and the way back.

Blanks and line breaks are left to the source map; only the marks of quoting, the escapes and the
header and indentation of block scalars are taken off here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from factlint.documents import sourcemap
from factlint.documents.sourcemap import Origin
from factlint.model import Segment, SourceMap

PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
#: >, |2-, >+ # comment
BLOCK_HEADER = re.compile(r"[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n|$)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_QUOTE = re.compile("''")
ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n?[ \t]*|\n[ \t]*|.)", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "_": "\xa0", "N": "\x85", "L": "\u2028", "P": "\u2029"}
_BLANK_ESCAPES = frozenset("0abevf")


def read(text: str, start: int, end: int) -> tuple[str, Origin, bool]:
    """text[start:end], one scalar with its marks -> raw text, its origin, whether lines matter."""
    if found := PROPERTIES.match(text, start, end):
        start = found.end()
    mark = text[start : start + 1] if start < end else ""
    if mark in ("|", ">") and (header := BLOCK_HEADER.match(text, start, end)):
        return _block(text, header.end(), end, literal=mark == "|")
    if mark not in ("'", '"') or end - start < 2:
        return text[start:end], start, False
    inside = text[start + 1 : end - 1]
    if mark == "'" and "''" in inside:
        raw, origin = unescaped(inside, start + 1, _QUOTE, meant)
        return raw, origin, _parted(raw)
    if mark == '"' and "\\" in inside:
        raw, origin = unescaped(inside, start + 1, ESCAPE, meant)
        return raw, origin, _parted(raw)
    return inside, start + 1, _parted(inside)


def _parted(raw: str) -> bool:
    """Whether an empty line parts the text."""
    return "\n" in raw and bool(re.search(r"\n[ \t\r]*\n", raw))


def unescaped(
    inside: str, start: int, escape: re.Pattern[str], meaning: Callable[[str], str]
) -> tuple[str, Origin]:
    """Text from offset `start` on, with each escape as what it means, and where it comes from."""
    pieces: list[str] = []
    segments: list[Segment] = []
    length = position = 0
    for found in escape.finditer(inside):
        if position < found.start():
            segments.append(Segment(length, start + position))
            pieces.append(inside[position : found.start()])
            length += found.start() - position
        said = meaning(found[0])
        if said:
            segments.append(Segment(length, start + found.start(), len(found[0])))
            pieces.append(said)
            length += len(said)
        position = found.end()
    if not position:
        return inside, start
    segments.append(Segment(length, start + position))
    return "".join((*pieces, inside[position:])), sourcemap.mapping(segments)


def meant(escape: str) -> str:
    """What an escape of YAML stands for: a character, or nothing for an escaped line break."""
    if escape == "''":
        return "'"
    code = escape[1]
    if code in "xuU" and len(escape) > 2:
        number = int(escape[2:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if code in "\r\n":
        return ""
    if code in _BLANK_ESCAPES:
        return " "
    return _NAMED.get(code, code)


def _block(text: str, start: int, end: int, *, literal: bool) -> tuple[str, Origin, bool]:
    """A block scalar without its indentation; folded lines are joined later as any paragraph is."""
    raw = text[start:end]
    if not _parted(raw.strip()) and not (literal and "\n" in raw.strip()):
        return raw, start, False
    return *dedented(raw, start), True


def dedented(raw: str, start: int) -> tuple[str, SourceMap]:
    """Lines of a block scalar from offset `start` on, without what all of them are indented by."""
    lines = [found[0] for found in _LINE.finditer(raw) if found[0]]
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    indent = min(indents, default=0)
    segments: list[Segment] = []
    pieces: list[str] = []
    length = 0
    for line in lines:
        piece = line[indent:] if line.strip() else line.lstrip(" ")
        if piece:
            segments.append(Segment(length, start + len(line) - len(piece)))
            pieces.append(piece)
        length += len(piece)
        start += len(line)
    return "".join(pieces), sourcemap.mapping(segments)
