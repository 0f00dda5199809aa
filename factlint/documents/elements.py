"""HTML -> its parts: runs of prose, with the tags to cut out of them and the cell they stand in.

One pass over the tags. Nothing is looked for twice, so the time is linear whatever the input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.documents import attributes, nesting, tags
from factlint.documents.nesting import Element, Page
from factlint.documents.sourcemap import Cut
from factlint.model import PassageKind

#: A tag or the start of a comment. Quotes stand behind "=" only and no "<" outside of them, so that
#: no place is in reach of many tags; a tag that breaks this ends at its first ">".
_TOKEN = re.compile(
    r"""<(?: (?P<close>/?+) (?P<name> [A-Za-z] [^\s/<>"'=]*+ )
             (?: [^<>"'=]++ | = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s<>"']++ )?+ )*+ >
        | (?P<loose> /?+ [A-Za-z] [^<>]*+ ) >
        | (?P<mark> !-- | [!?] ) )""",
    re.VERBOSE,
)
_COMMENT_END = re.compile(r"--!?>")
#: Elements whose text holds no tags.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>", re.IGNORECASE)
    for name in ("iframe", "noembed", "noframes", "script", "style", "textarea", "xmp")
}
#: <code>word</code> is a word
_CODE_WORD = re.compile(r"<code\b[^<>]*+>[^\W\d_]++</code", re.IGNORECASE)
#: What follows a line break that starts a new statement: one more, a capital or a figure
_BREAK = re.compile(r"\s*+<br\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?: \s | <[^<>]*+> | &[#\w]++; | [^\w<&] )*+ [A-Z0-9]", re.VERBOSE)
_AHEAD = 400

_PARTING = tags.BLOCK | {"hgroup", "pre"}
#: Elements that are no prose if most of it is in links.
_LINKING = frozenset(("aside", "footer", "header"))
_TELLING = frozenset(("link", "meta", "script", "time"))


class Part(NamedTuple):
    """A run of prose at [start, end), what to cut out of it (from its start on), and its cell."""

    kind: PassageKind
    level: int
    start: int
    end: int
    cuts: list[Cut]
    cell: int | None


class Told(NamedTuple):
    """A tag that tells of the page (`<meta>`, `<time>`), and how many parts came before.

    A script goes up to its closing tag.
    """

    name: str
    start: int
    end: int
    parts: int


@dataclass(slots=True)
class _Skip:
    """An element without prose, up to its closing tag or the end of the elements around it.

    One that parts no text has a `name`, and `depth` counts those of its name inside it.
    """

    name: str
    height: int
    start: int
    instead: str
    depth: int = 1


@dataclass(slots=True)
class Found:
    """The parts of a piece of HTML, and the tags that tell of the page.

    `unclosed` are the place and the name of a comment or script that does not end.
    """

    parts: list[Part] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    unclosed: tuple[int, str] | None = None


@dataclass(slots=True)
class _Scan:
    """Where the pass stands, and the part that is open: its start, its cuts, if it says any."""

    raw: str
    page: Page
    found: Found = field(default_factory=Found)
    start: int = 0
    cuts: list[Cut] = field(default_factory=list)
    said: bool = False
    skip: _Skip | None = None
    link: bool = False


def find(raw: str, page: Page) -> Found:
    """The runs of prose of a piece of HTML; `page` is what was open before it, and is after it.

    >>> [raw[a.start : a.end] for raw in ["<li>a</li><li>b"] for a in find(raw, Page()).parts]
    ['a', 'b']
    """
    scan = _Scan(raw, page)
    at, last = 0, raw.rfind(">") + 1
    token = _TOKEN.search(raw, 0, last)
    while token is not None:
        _text(scan, at, token.start())
        at = _token(scan, token)
        token = _TOKEN.search(raw, at, last)
    _text(scan, at, len(raw))
    if scan.skip is not None:
        _unskip(scan, scan.skip, len(raw))
    _flush(scan, page.top, len(raw), len(raw))
    return scan.found


def finish(page: Page) -> None:
    """Close what is still open at the end of a document."""
    for _ in nesting.pop(page, 0):
        pass


def _text(scan: _Scan, start: int, end: int) -> None:
    if start >= end or scan.skip is not None or scan.raw[start:end].isspace():
        return
    scan.said = True
    scan.page.heard += end - start
    if scan.link:
        scan.page.linked += end - start


def _token(scan: _Scan, token: re.Match[str]) -> int:
    """Read a tag or comment; where the scan goes on."""
    close, name, loose, mark = token.groups()
    start, end = token.span()
    if mark:
        return _comment(scan, mark, start)
    if loose:
        close, name = loose[0] == "/", loose.split()[0].strip("/")
    return (_closed if close else _opened)(scan, name.lower(), start, end)


def _comment(scan: _Scan, mark: str, start: int) -> int:
    raw = scan.raw
    if mark != "!--":
        return _cut(scan, start, raw.find(">", start) + 1, "")
    closing = _COMMENT_END.search(raw, start + 2)  # <!--> is a comment, too
    if closing is None:
        scan.found.unclosed = (start, "comment")
    return _cut(scan, start, closing.end() if closing else len(raw), "")


def _cut(scan: _Scan, start: int, end: int, instead: str) -> int:
    if scan.skip is None:
        scan.cuts.append((start - scan.start, end - scan.start, instead))
    return end


def _flush(scan: _Scan, holder: Element, end: int, start: int) -> None:
    """End the open part, text of the element `holder`; the next one starts at `start`."""
    if scan.said:
        part = Part(holder.kind, holder.level, scan.start, end, scan.cuts, holder.cell)
        scan.found.parts.append(part)
        scan.page.made += 1
        scan.said = False
    scan.start = start
    scan.cuts = []


def _opened(scan: _Scan, name: str, start: int, end: int) -> int:
    raw = scan.raw
    if name in _RAW and raw[end - 2] != "/":
        return _raw_text(scan, name, start, end)
    if name in _TELLING and scan.skip is None:
        scan.found.told.append(Told(name, start, end, scan.page.made))
    if name in _PARTING:
        _block(scan, name, start, end)
        return end
    if scan.skip is not None:
        scan.skip.depth += name == scan.skip.name and raw[end - 2] != "/"
        return end
    if name == "br":
        return _line_break(scan, start, end)
    if name == "sup" and (cut := tags.raised(raw, start)):
        return _cut(scan, *cut)
    scan.link = scan.link or name == "a"
    silent = _silent(scan, name, start, end)
    if silent is None:
        return _cut(scan, start, end, tags.instead(name))
    scan.skip = _Skip(name, len(scan.page.stack) - 1, start, silent)
    return end


def _silent(scan: _Scan, name: str, start: int, end: int) -> str | None:
    """What stands in the place of an element without prose; None for one that has some."""
    raw = scan.raw
    if name in tags.VOID or raw[end - 2] == "/":
        return None
    if name in tags.SILENT and not (name == "code" and _CODE_WORD.match(raw, start)):
        shown = name == "dialog" and "open" in attributes.read(raw, start, end)
        return None if shown else tags.SILENT[name]
    bare = end - start == len(name) + 2
    return "" if not bare and attributes.hide(raw, start, end) else None


def _raw_text(scan: _Scan, name: str, start: int, end: int) -> int:
    """An element that holds no tags goes as a whole."""
    closing = _RAW[name].search(scan.raw, end)
    if closing is None:
        scan.found.unclosed = (start, name)
    after = closing.end() if closing else len(scan.raw)
    if name in _TELLING:
        scan.found.told.append(Told(name, start, after, scan.page.made))
    return _cut(scan, start, after, " ")


def _line_break(scan: _Scan, start: int, end: int) -> int:
    """A line break parts statements, as two blanks at the end of a line do in Markdown."""
    holder = scan.page.top
    parts = holder.kind in ("paragraph", "item") and _CAPITAL.match(scan.raw, end, end + _AHEAD)
    if holder.level or not (parts or _BREAK.match(scan.raw, end)):
        return _cut(scan, start, end, " ")
    _flush(scan, holder, start, end)
    return end


def _block(scan: _Scan, name: str, start: int, end: int) -> None:
    """An element that stands apart is opened."""
    page, raw = scan.page, scan.raw
    if scan.skip is None:
        _flush(scan, page.top, start, end)
    _pop(scan, nesting.implied(page, name), start)
    silent = None
    if scan.skip is None:
        silent = _silent(scan, name, start, end)
        scan.start = end if silent is None else start
    height = len(page.stack)
    pushed = name not in tags.VOID and raw[end - 2] != "/"
    pushed = pushed and nesting.push(page, name, raw, start, end)
    if silent is not None:
        scan.skip = _Skip("", height, start, silent) if pushed else None


def _closed(scan: _Scan, name: str, start: int, end: int) -> int:
    """A closing tag."""
    skip = scan.skip
    if name in _PARTING:
        if skip is None:
            _flush(scan, scan.page.top, start, end)
        _pop(scan, nesting.closed(scan.page, name), end)
        return end
    if skip is None:
        scan.link = scan.link and name != "a"
        return _cut(scan, start, end, tags.instead(name))
    skip.depth -= skip.name == name
    if not skip.depth:
        _unskip(scan, skip, end)
    return end


def _pop(scan: _Scan, height: int, at: int) -> None:
    """Close elements until the stack has this height."""
    page, skip = scan.page, scan.skip
    if height >= len(page.stack):
        return
    if skip is not None and height <= skip.height:
        holder = page.stack[skip.height]
        _unskip(scan, skip, at)
        _flush(scan, holder, at, at)
    for element in nesting.pop(page, height):
        if element.name in _LINKING:
            _unlink(scan, element)


def _unskip(scan: _Scan, skip: _Skip, end: int) -> None:
    """The end of an element without prose."""
    scan.skip = None
    _cut(scan, skip.start, end, skip.instead)


def _unlink(scan: _Scan, element: Element) -> None:
    """Take back what an element said if most of it were links: it leads to other pages."""
    page, parts = scan.page, scan.found.parts
    if (page.linked - element.linked) * 2 <= page.heard - element.heard:
        return
    kept = max(len(parts) - (page.made - element.made), 0)
    page.made -= len(parts) - kept
    del parts[kept:]
