"""Plain text -> passages: paragraphs, list items, and headings known by their look.

A line is a passage of its own unless it is wrapped by hand; a heading is a short line without a
full stop that text follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factlint.documents import dates, links, meta, outline, sourcemap
from factlint.documents.contents import Contents, Draft, Meta
from factlint.model import Passage, PassageKind

_LINE = re.compile(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_BULLET = re.compile(r"(?:[•◦▪‣●·⁃*+–—-]|\(?\d{1,3}[.)])[ \t\xa0]+(?=\S)")
_BARE_BULLET = re.compile(r"[•◦▪‣●·⁃*-]$")
#: "... to local innovation. -": the bullet of the next item, glued to the end of this one
_GLUED_BULLET = re.compile(r"(?<=[.!?:;)\"'”’])[ \t\xa0]+[•-]$")
_SEPARATOR = re.compile(r"[-=_*~#+.•\s]{3,}$")
_HASHES = re.compile(r"(?P<marks>#{1,6})[ \t]+")
#: "Title - Publisher | Site | site.com", the name of the page that was left at the end
_PAGE_NAME = re.compile(r"(?P<title>.+) [-–—] (?P<source>[^|]{2,80}?) \| .*\w\.[a-z]{2,}$")

_SENTENCE_END = frozenset(".!?:;,…")
_CLOSING = "\"'”’)]*_ "
_LONGEST_HEADING = 160
_LONGEST_PLAIN_HEADING = 110
_SMALL_WORDS = 3
_TITLE_CASE = 0.6

#: Widths that text is wrapped to, and the share of lines that must be full.
_NARROWEST, _WIDEST = 45, 120
_FULL_LINES = 0.6
_CARRIED_ON = 1 / 3

#: How many passages at the start may be the heading of the document without looking like one.
_HEAD = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line says: its text without marks, and what kind of line its marks make it.

    `group` counts the stretches of lines between empty ones and items; `width` is the length of
    the line as written.
    """

    start: int
    end: int
    text: str
    group: int
    width: int
    item: bool = False
    bare: bool = False  # a bullet stands on a line of its own above
    level: int = 0


def read(path: str, text: str) -> Contents:
    """The passages of a text file, and what it says of itself."""
    passages = tuple(outline.passages(drafts(text)))
    return Contents(passages, _named(meta.of(path, (), passages), passages))


def drafts(text: str) -> Iterator[Draft]:
    """The passages of plain text."""
    return _drafts(text, list(_joined(_lines(text))))


def _lines(text: str) -> Iterator[_Line]:
    """The lines that say something."""
    group = 0
    bare = False
    for found in _LINE.finditer(text):
        raw = found[1]
        inside = raw.strip()
        if not inside or _SEPARATOR.match(inside):
            bullet = bool(_BARE_BULLET.match(inside))
            group += not bullet
            bare = bullet
            continue
        if _BARE_BULLET.match(inside):
            bare = True
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        end = start + len(inside)
        glued = _GLUED_BULLET.search(text, max(start, end - 4), end)
        bullet_mark, hashes = _BULLET.match(inside), _HASHES.match(inside)
        mark = bullet_mark or hashes
        group += bool(mark or bare)
        start += mark.end() if mark else 0
        end = glued.start() if glued else end
        level = len(hashes["marks"]) if hashes else 0
        yield _Line(
            start, end, text[start:end], group, len(raw.rstrip()), bool(bullet_mark), bare, level
        )
        bare = bool(glued)


def _joined(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Lines with those that were wrapped by hand put together."""
    held: list[_Line] = []
    for line in lines:
        if held and held[-1].group != line.group:
            yield from _unwrapped(held)
            held = []
        held.append(line)
    yield from _unwrapped(held)


def _unwrapped(lines: Sequence[_Line]) -> Iterator[_Line]:
    """One stretch of lines: those that are full are carried on by the next one."""
    if not lines:
        return
    width = max(line.width for line in lines)
    full = [
        line.width + 1 + len(following.text.partition(" ")[0]) > width
        for line, following in pairwise(lines)
    ]
    carried = [
        following.text[0].islower()
        for following, is_full in zip(lines[1:], full, strict=True)
        if is_full
    ]
    wrapped = (
        _NARROWEST <= width <= _WIDEST
        and sum(full) >= _FULL_LINES * len(full)
        and sum(carried) >= max(_CARRIED_ON * len(carried), 1)
    )
    head = lines[0]
    for line, follows in zip(lines[1:], full, strict=True):
        if wrapped and follows:
            head = replace(head, end=line.end, text=f"{head.text} {line.text}")
            continue
        yield head
        head = line
    yield head


def _drafts(text: str, lines: Sequence[_Line]) -> Iterator[Draft]:
    below_label = False
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        level = _level(lines, index, following)
        kind: PassageKind = "item" if line.item or line.bare or below_label else "paragraph"
        if level:
            kind = "title" if level == 1 and not index else "heading"
        below_label = bool(level) and line.bare
        raw = text[line.start : line.end]
        passage, way = sourcemap.build(raw, links.cuts(raw), line.start)
        if any(map(str.isalnum, passage)):
            yield Draft(kind, passage, way, level)


def _level(lines: Sequence[_Line], index: int, following: _Line | None) -> int:
    """The heading level of a line, 0 if it is none: title 1, headings 2, heads of items 3."""
    line = lines[index]
    if line.level:
        return line.level
    if line.item or following is None or not _may_head(line.text):
        return 0
    longer = len(following.text) > len(line.text) and not following.item
    if line.bare:
        return 3 if longer and not following.bare else 0
    if _is_title_case(line.text):
        return 2 if index else 1
    if index < _HEAD and len(line.text) <= _LONGEST_PLAIN_HEADING and _only_heads(lines, index):
        return 2 if index else 1
    alone = line.group != following.group and (not index or lines[index - 1].group != line.group)
    long_text = len(following.text) > 2 * len(line.text)
    return 2 if alone and long_text and len(line.text) <= _LONGEST_PLAIN_HEADING else 0


def _only_heads(lines: Sequence[_Line], index: int) -> bool:
    """Whether the lines up to this one look like the head of a document, with text soon after."""
    soon = lines[index + 1 : index + 1 + 2 * _HEAD]
    longer = any(len(line.text) > 2 * len(lines[index].text) for line in soon)
    return longer and all(_may_head(line.text) for line in lines[:index])


def _may_head(text: str) -> bool:
    """Whether a line may be a heading: short, no full stop, and no date of the document."""
    bare = text.rstrip(_CLOSING)
    return (
        0 < len(text) <= _LONGEST_HEADING
        and bool(bare)
        and bare[-1] not in _SENTENCE_END
        and any(map(str.isalpha, text))
        and dates.of_line(text) is None
    )


def _is_title_case(text: str) -> bool:
    """Whether most words but the small ones start with a capital: "Key Figures of the Week"."""
    words = [word.lstrip("\"'“‘(") for word in text.split()]
    long = [word for word in words if len(word) > _SMALL_WORDS and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return bool(words[0][:1].isupper()) and capital >= _TITLE_CASE * max(len(long), 1)


def _named(found: Meta, passages: Sequence[Passage]) -> Meta:
    """The name of the page at the end tells title and publisher apart."""
    page = _PAGE_NAME.fullmatch(passages[-1].text) if passages else None
    return replace(found, title=page["title"], source=page["source"]) if page else found
