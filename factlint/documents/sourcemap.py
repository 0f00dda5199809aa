"""Raw text and the cuts to make in it -> normalised text, and the way back to the source.

Blank runs and line breaks become one space, zero-width characters vanish, curly quotes and
typographic hyphens become plain ones; dashes stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from factlint.model import Segment, SourceMap

#: A stretch [start, end) of raw text and what stands in its place.
Cut = tuple[int, int, str]

#: Where raw text comes from: from this offset on character by character, or by a map.
Origin = int | SourceMap

BLANKS = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
ZERO_WIDTH = (
    "\xad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062"
    "\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)

#: One character for another, so that the map stays straight.
ALIKE = {
    **dict.fromkeys(BLANKS.replace(" ", ""), " "),
    **dict.fromkeys("\u2010\u2011\u2012\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
}

_BLANK = frozenset(BLANKS)
_ASCII_ALIKE = {character: plain for character, plain in ALIKE.items() if character.isascii()}
_BLANK_RUN = re.compile(f"[{BLANKS}][{BLANKS}]+")
_ZERO_WIDTH = re.compile(f"[{ZERO_WIDTH}]+")
_EMPTY = SourceMap((), ())


def build(raw: str, cuts: Sequence[Cut] = (), origin: Origin = 0) -> tuple[str, SourceMap]:
    """Cut and normalise `raw`; the cuts are sorted.

    A cut inside an earlier one is ignored, one that reaches out of it takes the rest away.

    >>> build("a **b**  c", [(2, 4, ""), (5, 7, "")])[0]
    'a b c'
    """
    base = origin if isinstance(origin, int) else 0
    pieces: list[str] = []
    starts: list[int] = []
    segments: list[Segment] = []
    position = length = 0
    blank = True
    for start, end, instead in (*_all(raw, cuts), (len(raw), len(raw), "")):
        if start < position:
            if end <= position:
                continue
            start = position
            instead = " " if instead == " " else ""
        if position < start:
            position += blank and raw[position] in _BLANK
            if position < start:
                pieces.append(raw[position:start])
                starts.append(length)
                segments.append(Segment(length, base + position))
                length += start - position
                blank = raw[start - 1] in _BLANK
        if instead and not (blank and instead == " "):
            pieces.append(instead)
            starts.append(length)
            segments.append(Segment(length, base + start, end - start))
            length += len(instead)
            blank = instead[-1] == " "
        position = end
    text = _plain("".join(pieces)).rstrip(" ")
    while starts and starts[-1] >= len(text):
        starts.pop()
        segments.pop()
    if not segments:
        return text, _EMPTY
    way = SourceMap(tuple(segments), tuple(starts))
    return text, way if isinstance(origin, int) else chained(way, len(text), origin)


def mapping(segments: Iterable[Segment]) -> SourceMap:
    """Segments in order of `start` as a map."""
    held = tuple(segments)
    return SourceMap(held, tuple([segment.start for segment in held]))


def line(start: int) -> SourceMap:
    """The map of text that is one stretch of what it comes from."""
    return SourceMap((Segment(0, start),), (0,))


def _all(raw: str, cuts: Sequence[Cut]) -> Sequence[Cut]:
    """The cuts, and with them the blank runs and zero-width characters of `raw`.

    Looking for single characters first is faster by far than a search for any of them.
    """
    ascii_only = raw.isascii()
    if ascii_only and "  " not in raw and raw.isprintable():
        return cuts
    runs = [(found.start(), found.end(), " ") for found in _BLANK_RUN.finditer(raw)]
    if not ascii_only and any(map(raw.__contains__, ZERO_WIDTH)):
        runs += [(found.start(), found.end(), "") for found in _ZERO_WIDTH.finditer(raw)]
    return sorted([*cuts, *runs]) if runs else cuts


def _plain(text: str) -> str:
    """Text with each typographic character as the plain one it stands for."""
    alike = _ASCII_ALIKE if text.isascii() else ALIKE
    for character, plain in alike.items():
        if character in text:
            text = text.replace(character, plain)
    return text


def chained(outer: SourceMap, length: int, origin: Origin) -> SourceMap:
    """The way of a text of `length` to raw text by `outer`, and on to the source by `origin`."""
    if isinstance(origin, SourceMap):
        return mapping(_composed(outer.segments, length, origin))
    return mapping(
        [Segment(held.start, held.source + origin, held.width) for held in outer.segments]
    )


def _composed(segments: Sequence[Segment], length: int, inner: SourceMap) -> Iterable[Segment]:
    """The way text -> raw, then raw -> source by `inner`, as one."""
    ends = [segment.start for segment in segments[1:]] + [length]
    for segment, end in zip(segments, ends, strict=True):
        raw_end = segment.source + (
            end - segment.start if segment.width is None else max(segment.width, 1)
        )
        if segment.width is not None:
            start, stop = inner.span(segment.source, raw_end)
            yield Segment(segment.start, start, stop - start)
            continue
        index = max(bisect_right(inner.starts, segment.source) - 1, 0)
        while index < len(inner.segments) and inner.starts[index] < raw_end:
            piece = inner.segments[index]
            raw = max(piece.start, segment.source)
            source = piece.source if piece.width is not None else piece.source + raw - piece.start
            yield Segment(segment.start + raw - segment.source, source, piece.width)
            index += 1
