"""HTML -> its parts: runs of prose, with the tags to cut out of them and the cell they stand in.

One pass over the tags with a stack of the elements that part text. A closing tag that fits nothing
is passed over, what is left open ends with what holds it, and elements close one another as in a
browser (`<li>` ends the `<li>` before). Nothing is looked for twice, so the time is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.documents import attributes, grids, tags
from factlint.documents.grids import Cell, Grid
from factlint.documents.sourcemap import Cut
from factlint.model import PassageKind

#: Elements inside elements; what lies deeper parts text, but its kind is no longer known.
_DEEPEST = 512

#: A tag or the start of a comment. Quotes stand behind "=" only and no "<" outside of them, so that
#: no place is in reach of many tags; a tag that breaks this ends at its first ">".
_TOKEN = re.compile(
    r"""<(?: (?P<close>/?+) (?P<name> [A-Za-z] [^\s/<>"'=]*+ )
             (?P<rest> (?: [^<>"'=]++ | = \s*+ (?: "[^"]*+" | '[^']*+' | [^\s<>"']++ )?+ )*+ ) >
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
_STATEMENT = re.compile(
    r"\s*+<br\b | (?: \s | <[^<>]*+> | &[#\w]++; | [^\w<&] )*+ [A-Z0-9]", re.VERBOSE
)
_AHEAD = 400

_PARTING = tags.BLOCK | {"hgroup", "pre"}
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th"))
#: Their text is what the element around them is.
_THROUGH = frozenset(("p", "div", "center"))
#: Elements that are no prose if most of it is in links.
_LINKING = frozenset(("aside", "footer", "header"))
_TELLING = frozenset(("link", "meta", "script", "time"))
#: What ends where another one starts, and the elements that this does not reach out of.
_OVER_TABLES = ("caption", "table", "td", "th")
_IMPLIED: Mapping[str, tuple[Collection[str], Collection[str]]] = {
    "li": (("li",), ("dir", "menu", "ol", "ul", *_OVER_TABLES)),
    **dict.fromkeys(("dt", "dd"), (("dt", "dd"), ("dl", *_OVER_TABLES))),
    **dict.fromkeys(("td", "th"), (("caption", "td", "th"), ("table",))),
    "tr": (("caption", "td", "th", "tr"), ("table",)),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (("caption", "tbody", "td", "tfoot", "th", "thead", "tr"), ("table",)),
    ),
}
_IN_TABLES = frozenset((*_IMPLIED["tbody"][0], "colgroup"))


class Part(NamedTuple):
    """A run of prose at [start, end), what to cut out of it (from its start on), and its cell."""

    kind: PassageKind
    level: int
    start: int
    end: int
    cuts: list[Cut]
    cell: int | None


class Told(NamedTuple):
    """A tag that tells of the page (`<meta>`, `<time>`), up to `end`; how many parts came before.

    For a script, `end` is where it is closed.
    """

    name: str
    start: int
    end: int
    parts: int


class _Open(NamedTuple):
    """An open element: what its text is, and how much the page had said before it."""

    name: str
    kind: PassageKind = "paragraph"
    level: int = 0
    cell: int | None = None
    made: int = 0
    heard: int = 0
    linked: int = 0


_ROOT = _Open("")


@dataclass(slots=True)
class _Skip:
    """An element without prose, up to its closing tag or the end of the elements around it.

    An element that parts no text has a `name`, and `depth` counts those inside it.
    """

    name: str
    height: int
    start: int
    instead: str
    depth: int = 1


@dataclass(slots=True)
class Page:
    """What is open; it goes on from one piece of HTML to the next.

    `unclosed` are the place and the name of a comment or script that does not end.
    """

    cells: list[Cell] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    unclosed: tuple[int, str] | None = None
    stack: list[_Open] = field(default_factory=list)
    where: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    grids: list[Grid] = field(default_factory=list)
    skip: _Skip | None = None
    link: bool = False
    made: int = 0  # parts
    heard: int = 0  # characters of prose, and those of them in links
    linked: int = 0

    @property
    def top(self) -> _Open:
        """The innermost element."""
        return self.stack[-1] if self.stack else _ROOT


@dataclass(slots=True)
class _Scan:
    """Where the pass over one piece of HTML stands: the part that is open, and those before it."""

    raw: str
    page: Page
    parts: list[Part] = field(default_factory=list)
    start: int = 0
    cuts: list[Cut] = field(default_factory=list)
    said: bool = False


def parts(raw: str, page: Page) -> list[Part]:
    """The runs of prose of a piece of HTML.

    >>> [raw[part.start : part.end] for raw in ["<li>a</li><li>b</li>"] for part in parts(raw, Page())]
    ['a', 'b']
    """
    scan = _Scan(raw, page)
    at, end = 0, raw.rfind(">") + 1
    found = _TOKEN.search(raw, 0, end)
    while found is not None:
        _text(scan, at, found.start())
        at = _token(scan, found)
        found = _TOKEN.search(raw, at, end)
    _text(scan, at, len(raw))
    if page.skip is not None:
        _unskip(scan, page.skip, len(raw))
    _flush(scan, page.top, len(raw), len(raw))
    return scan.parts


def finish(page: Page) -> None:
    """Close what is still open at the end of a document."""
    _pop(_Scan("", page), 0, 0)


def _text(scan: _Scan, start: int, end: int) -> None:
    page = scan.page
    if start >= end or page.skip is not None or scan.raw[start:end].isspace():
        return
    scan.said = True
    page.heard += end - start
    page.linked += page.link * (end - start)


def _token(scan: _Scan, found: re.Match[str]) -> int:
    """Read a tag or comment; where the scan goes on."""
    start, end = found.span()
    if found["mark"]:
        return _comment(scan, found)
    name = found["name"] or found["loose"].split()[0].strip("/")
    name = name.lower()
    if found["close"] or scan.raw.startswith("/", start + 1):
        return _closed(scan, name, start, end)
    return _opened(scan, name, start, end)


def _comment(scan: _Scan, found: re.Match[str]) -> int:
    start = found.start()
    if found["mark"] != "!--":
        end = scan.raw.find(">", start) + 1
        return _cut(scan, start, end, "")
    closing = _COMMENT_END.search(scan.raw, start + 2)  # <!--> is a comment, too
    if closing is None:
        scan.page.unclosed = (start, "comment")
    return _cut(scan, start, closing.end() if closing else len(scan.raw), "")


def _cut(scan: _Scan, start: int, end: int, instead: str) -> int:
    if scan.page.skip is None:
        scan.cuts.append((start - scan.start, end - scan.start, instead))
    return end


def _flush(scan: _Scan, holder: _Open, end: int, start: int) -> None:
    """End the open part, text of the element `holder`; the next one starts at `start`."""
    if scan.said:
        scan.parts.append(
            Part(holder.kind, holder.level, scan.start, end, scan.cuts, holder.cell)
        )
        scan.page.made += 1
        scan.said = False
    scan.start = start
    scan.cuts = []


def _opened(scan: _Scan, name: str, start: int, end: int) -> int:
    page, raw = scan.page, scan.raw
    if name in _RAW and raw[end - 2] != "/":
        return _raw_text(scan, name, start, end)
    if name in _TELLING and page.skip is None:
        page.told.append(Told(name, start, end, page.made))
    if name in _PARTING:
        _block(scan, name, start, end)
        return end
    if page.skip is not None:
        page.skip.depth += name == page.skip.name and raw[end - 2] != "/"
        return end
    if name == "br":
        return _line_break(scan, start, end)
    if name == "sup" and (cut := tags.raised(raw, start)):
        return _cut(scan, *cut)
    page.link = page.link or name == "a"
    silent = _silent(scan, name, start, end)
    if silent is None:
        return _cut(scan, start, end, tags.instead(name))
    page.skip = _Skip(name, len(page.stack) - 1, start, silent)
    return end


def _silent(scan: _Scan, name: str, start: int, end: int) -> str | None:
    """What stands in the place of an element without prose; None for one that has some."""
    raw = scan.raw
    if name in tags.VOID or raw[end - 2] == "/":
        return None
    if name in tags.SILENT and not (name == "code" and _CODE_WORD.match(raw, start)):
        shown = name == "dialog" and "open" in attributes.read(raw, start, end)
        return None if shown else tags.SILENT[name]
    return "" if attributes.hide(raw, start, end) else None


def _raw_text(scan: _Scan, name: str, start: int, end: int) -> int:
    """An element that holds no tags goes as a whole."""
    closing = _RAW[name].search(scan.raw, end)
    if closing is None and scan.page.unclosed is None:
        scan.page.unclosed = (start, name)
    after = closing.end() if closing else len(scan.raw)
    if name in _TELLING:
        scan.page.told.append(Told(name, start, after, scan.page.made))
    return _cut(scan, start, after, " ")


def _line_break(scan: _Scan, start: int, end: int) -> int:
    """A line break parts statements, as two blanks at the end of a line do in Markdown."""
    holder = scan.page.top
    joins = holder.kind in ("title", "heading", "cell")
    if joins or not _STATEMENT.match(scan.raw, end, end + _AHEAD):
        return _cut(scan, start, end, " ")
    _flush(scan, holder, start, end)
    return end


def _block(scan: _Scan, name: str, start: int, end: int) -> None:
    """An element that stands apart is opened."""
    page = scan.page
    if page.skip is None:
        _flush(scan, page.top, start, end)
    _imply(scan, name, start)
    silent = _silent(scan, name, start, end) if page.skip is None else None
    if silent is not None:
        page.skip = _Skip("", len(page.stack), start, silent)
        scan.start = start
    elif page.skip is None:
        scan.start = end
    pushed = name not in tags.VOID and scan.raw[end - 2] != "/" and len(page.stack) < _DEEPEST
    if pushed:
        _push(scan, name, start, end)
    elif silent is not None and page.skip is not None:
        page.skip.name, page.skip.height = name, len(page.stack) - 1


def _imply(scan: _Scan, name: str, at: int) -> None:
    """Close the elements that cannot hold this one."""
    page = scan.page
    last = page.top.name
    if last == "p" or (last in _HEADINGS and name != "div"):
        _pop(scan, len(page.stack) - 1, at)
    if name not in _IMPLIED:
        return
    names, barriers = _IMPLIED[name]
    floor = _innermost(page, barriers)
    ended = [place[-1] for other in names if (place := page.where[other]) and place[-1] > floor]
    if ended:
        _pop(scan, min(ended), at)


def _innermost(page: Page, names: Collection[str]) -> int:
    return max([place[-1] for name in names if (place := page.where[name])], default=-1)


def _push(scan: _Scan, name: str, start: int, end: int) -> None:
    page = scan.page
    above = page.top
    kind = tags.KINDS.get(name, "paragraph")
    level = int(name[1]) if name in _HEADINGS else 0
    cell = None
    if name in _THROUGH:
        kind, level, cell = above.kind, above.level, above.cell
    elif name in _CELLS and page.grids:
        cell = _cell(page, name, scan.raw, start, end)
    elif name == "tr" and page.grids:
        _end_row(page)
    elif name == "table" or (level and page.grids and above.cell is not None):
        _lay_out(page, name, attributes.role(scan.raw, start, end))
    page.where[name].append(len(page.stack))
    page.stack.append(_Open(name, kind, level, cell, page.made, page.heard, page.linked))


def _lay_out(page: Page, name: str, role: str) -> None:
    """A table or heading inside a cell makes the table around it one of layout."""
    if page.grids:
        page.grids[-1].layout = True
    if name == "table":
        page.grids.append(Grid(layout=role in ("presentation", "none")))


def _cell(page: Page, name: str, raw: str, start: int, end: int) -> int:
    number = len(page.cells)
    page.cells.append(Cell(page.grids[-1]))
    columns, rows = attributes.spans(raw, start, end)
    grids.open_cell(page.grids[-1], number, name == "th", columns, rows)
    return number


def _end_row(page: Page) -> None:
    in_head = _innermost(page, ("thead",)) > _innermost(page, ("table",))
    grids.close_row(page.grids[-1], in_head, page.cells)


def _closed(scan: _Scan, name: str, start: int, end: int) -> int:
    """A closing tag: it ends the last element of its name, unless a table lies between."""
    page = scan.page
    if name in _PARTING:
        if page.skip is None:
            _flush(scan, page.top, start, end)
        places = page.where[name]
        if places and (not page.grids or places[-1] > _innermost(page, _barriers(name))):
            _pop(scan, places[-1], end)
        return end
    skip = page.skip
    if skip is None:
        page.link = page.link and name != "a"
        return _cut(scan, start, end, tags.instead(name))
    skip.depth -= skip.name == name
    if not skip.depth:
        _unskip(scan, skip, end)
    return end


def _barriers(name: str) -> Collection[str]:
    if name == "table":
        return ()
    return ("table",) if name in _IN_TABLES else _OVER_TABLES


def _unskip(scan: _Scan, skip: _Skip, end: int) -> None:
    """The end of an element without prose."""
    scan.page.skip = None
    start = max(skip.start, scan.start)
    _cut(scan, start, end, skip.instead)


def _pop(scan: _Scan, height: int, at: int) -> None:
    """Close elements until the stack has this height."""
    page = scan.page
    skip = page.skip
    if skip is not None and height <= skip.height:
        holder = page.stack[skip.height] if skip.height < len(page.stack) else page.top
        _unskip(scan, skip, at)
        _flush(scan, holder, at, at)
    while len(page.stack) > height:
        element = page.stack[-1]
        if element.name == "tr" and page.grids:
            _end_row(page)
        elif element.name == "table":
            _end_row(page)
            page.grids.pop()
        elif element.name in _LINKING:
            _unlink(scan, element)
        page.stack.pop()
        page.where[element.name].pop()


def _unlink(scan: _Scan, element: _Open) -> None:
    """Take back what an element said if most of it were links: it leads to other pages."""
    page = scan.page
    if (page.linked - element.linked) * 2 <= page.heard - element.heard:
        return
    kept = max(len(scan.parts) - (page.made - element.made), 0)
    page.made -= len(scan.parts) - kept
    del scan.parts[kept:]
