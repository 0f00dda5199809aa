"""Tags of HTML, as they come -> what is open: a stack of the elements that part text.

A closing tag that fits nothing is passed over, what is left open ends with what holds it, and
elements close one another as in a browser (`<li>` ends the `<li>` before). The places of each name
are kept, so that no tag walks up the stack.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factlint.documents import attributes, html_grids, tags
from factlint.documents.html_grids import Cell, Grid
from factlint.model import PassageKind

#: Elements inside elements; what lies deeper parts text, but its kind is no longer known.
_DEEPEST = 512

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Their text is what the element around them is.
_THROUGH = frozenset(("p", "div", "center"))

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


class Element(NamedTuple):
    """An open element: what its text is, its cell, and how much the page had said before it."""

    name: str
    kind: PassageKind = "paragraph"
    level: int = 0
    cell: int | None = None
    made: int = 0
    heard: int = 0
    linked: int = 0


_ROOT = Element("")


@dataclass(slots=True)
class Page:
    """What is open and what was said: `made` parts of `heard` characters, `linked` in links."""

    cells: list[Cell] = field(default_factory=list)
    stack: list[Element] = field(default_factory=list)
    where: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    grids: list[Grid] = field(default_factory=list)
    made: int = 0
    heard: int = 0
    linked: int = 0

    @property
    def top(self) -> Element:
        """The innermost element."""
        return self.stack[-1] if self.stack else _ROOT


def push(page: Page, name: str, raw: str, start: int, end: int) -> bool:
    """Open an element with the tag raw[start:end]; not below the greatest depth."""
    if len(page.stack) >= _DEEPEST:
        return False
    above = page.top
    kind = tags.KINDS.get(name, "paragraph")
    level = int(name[1]) if name in _HEADINGS else 0
    cell = None
    if name in _THROUGH:
        kind, level, cell = above.kind, above.level, above.cell
    elif kind == "cell" and page.grids and page.grids[-1].layout:
        kind = "paragraph"
    elif kind == "cell" and page.grids:
        cell = _cell(page, name, raw, start, end)
    elif name == "tr" and page.grids:
        _end_row(page)
    elif name == "table":
        _lay_out(page)
        page.grids.append(Grid(layout=attributes.lays_out(raw, start, end)))
    elif level and above.cell is not None:
        _lay_out(page)
    page.where[name].append(len(page.stack))
    page.stack.append(Element(name, kind, level, cell, page.made, page.heard, page.linked))
    return True


def _lay_out(page: Page) -> None:
    """A table or heading inside a table makes that one a matter of layout."""
    if page.grids:
        page.grids[-1].layout = True


def _cell(page: Page, name: str, raw: str, start: int, end: int) -> int:
    number = len(page.cells)
    page.cells.append(Cell(page.grids[-1]))
    columns, rows = attributes.spans(raw, start, end)
    html_grids.open_cell(page.grids[-1], number, name == "th", columns, rows)
    return number


def _end_row(page: Page) -> None:
    in_head = _innermost(page, ("thead",)) > _innermost(page, ("table",))
    html_grids.close_row(page.grids[-1], in_head, page.cells)


def implied(page: Page, name: str) -> int:
    """The height that the stack has to be cut to before the element `name` can be opened."""
    height = len(page.stack)
    last = page.top.name
    if last == "p" or (last in _HEADINGS and name != "div"):
        height -= 1
    if name not in _IMPLIED:
        return height
    names, barriers = _IMPLIED[name]
    floor = _innermost(page, barriers)
    ended = [place[-1] for other in names if (place := page.where[other]) and place[-1] > floor]
    return min([height, *ended])


def closed(page: Page, name: str) -> int:
    """The height that the stack has to be cut to at the closing tag of `name`.

    No tag closes what stands outside of the cell or table around it.
    """
    place = page.where[name]
    if place and (not page.grids or place[-1] > _innermost(page, _barriers(name))):
        return place[-1]
    return len(page.stack)


def _barriers(name: str) -> Collection[str]:
    if name == "table":
        return ()
    return ("table",) if name in _IN_TABLES else _OVER_TABLES


def _innermost(page: Page, names: Collection[str]) -> int:
    return max([place[-1] for name in names if (place := page.where[name])], default=-1)


def pop(page: Page, height: int) -> Iterator[Element]:
    """Close the elements above a height, the innermost first."""
    while len(page.stack) > height:
        element = page.stack[-1]
        if element.name in ("tr", "table") and page.grids:
            _end_row(page)
        if element.name == "table":
            page.grids.pop()
        page.stack.pop()
        page.where[element.name].pop()
        yield element
