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
    " \t\n\r\x0b\x0c\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
ZERO_WIDTH = (
    "\xad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062"
    "\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)

#: One character for another, so that the map stays straight.
ALIKE = {
    **dict.fromkeys(map(ord, BLANKS), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\ufe63\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f"), '"'),
}

_BLANK_RUN = re.compile(f"[{BLANKS}][{BLANKS}]+")
_ZERO_WIDTH = re.compile(f"[{ZERO_WIDTH}]+")
_EMPTY = SourceMap((), ())


def build(raw: str, cuts: Sequence[Cut] = (), origin: Origin = 0) -> tuple[str, SourceMap]:
    """Cut and normalise `raw`; the cuts are sorted, a cut inside an earlier one is ignored.

    >>> build("a **b**  c", [(2, 4, ""), (5, 7, "")])[0]
    'a b c'
    """
    ascii_only = raw.isascii()
    cuts = [*cuts, *_runs(raw, ascii_only)]
    cuts.sort()
    pieces: list[str] = []
    segments: list[Segment] = []
    position = length = 0
    blank = True
    for start, end, instead in (*cuts, (len(raw), len(raw), "")):
        if end <= position and start < position:
            continue
        start = max(start, position)
        if position < start:
            if blank and raw[position] in BLANKS:
                position += 1
            if position < start:
                pieces.append(raw[position:start])
                segments.append(Segment(length, position))
                length += start - position
                blank = raw[start - 1] in BLANKS
        if instead and not (blank and instead == " "):
            pieces.append(instead)
            segments.append(Segment(length, start, end - start))
            length += len(instead)
            blank = instead[-1] == " "
        position = end
    text = "".join(pieces)
    text = _plain(text, ascii_only and text.isascii()).rstrip(" ")
    while segments and segments[-1].start >= len(text):
        segments.pop()
    return text, _sourced(segments, len(text), origin)


def mapping(segments: Iterable[Segment]) -> SourceMap:
    """Segments in order of `start` as a map."""
    held = tuple(segments)
    return SourceMap(held, tuple([segment.start for segment in held]))


def _runs(raw: str, ascii_only: bool) -> list[Cut]:
    """The blank runs and zero-width characters of `raw` as cuts."""
    runs = [(found.start(), found.end(), " ") for found in _BLANK_RUN.finditer(raw)]
    if not ascii_only:
        runs += [(found.start(), found.end(), "") for found in _ZERO_WIDTH.finditer(raw)]
    return runs


def _plain(text: str, ascii_only: bool) -> str:
    if not ascii_only:
        return text.translate(ALIKE)
    return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _sourced(segments: Sequence[Segment], length: int, origin: Origin) -> SourceMap:
    """Segments that lead to raw offsets -> a map that leads to source offsets."""
    if not segments:
        return _EMPTY
    if isinstance(origin, SourceMap):
        return mapping(_composed(segments, length, origin))
    if not origin:
        return mapping(segments)
    return mapping(
        [Segment(segment.start, segment.source + origin, segment.width) for segment in segments]
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
