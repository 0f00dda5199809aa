"""JSX and TSX -> passages: the text between tags, and nothing of the code around it.

An element is read only if all of its tags match; a stretch of text is one passage across the
elements that stand in a line, and ends where others start or end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factlint.documents import exports, inline, javascript, links, masking, prose
from factlint.documents.contents import Block, Contents, Span
from factlint.documents.javascript import Code, Tag
from factlint.documents.sourcemap import Cut
from factlint.model import PassageKind

_CODE_TOKEN = re.compile(
    r"""(?<!:)//[^\r\n]*+ | /\* | "(?:[^"\\\r\n]|\\.)*+"
    | '(?:[^'\\\r\n]|\\.)*+' | ` | <(?=[A-Za-z_$>])""",
    re.VERBOSE,
)
#: What may stand before an element: it is no comparison and no type
_BEFORE = re.compile(r"(?:[(,=?:&|{}\[;>]|\breturn|\bdefault|^)\s*$")
_NEAR = 200
_IN_ELEMENT = re.compile(r"[<{]")
_STRING = re.compile(r"\{\s*(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)')\s*\}")

_IN_LINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
     "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
     "A", "Em", "Highlight", "Link", "NavLink", "Strong", "Trans")
)  # fmt: skip
_CODE = re.compile(
    r"(?:\w*(?:code|snippet|terminal)\w*|pre|script|style|textarea|svg|math|kbd|samp|del|s)$",
    re.IGNORECASE,
)
_KINDS: dict[str, PassageKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
}


@dataclass(slots=True)
class _Scan:
    """What is known so far of one text; `ranges` of it are still to be read as code."""

    code: Code
    ranges: list[Span]
    masks: list[Span] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _Tree:
    """An element that is being read: the open tags with what stands in them, the open text."""

    names: list[str] = field(default_factory=list)
    kinds: list[tuple[PassageKind, int]] = field(default_factory=lambda: [("paragraph", 0)])
    code: int = 0
    run: Span | None = None
    ranges: list[Span] = field(default_factory=list)
    masks: list[Span] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def read(path: str, text: str) -> Contents:
    """The passages of a JSX or TSX file."""
    scan = _Scan(Code(text), [(0, len(text))])
    while scan.ranges:
        _source(scan, *scan.ranges.pop())
    plain = masking.masked(text, sorted(scan.masks))
    found = sorted(scan.blocks, key=lambda block: block.spans[0])
    body = list(prose.of_blocks(plain, found, _cuts))
    fields = exports.fields(scan.code)
    return prose.contents(path, fields, prose.of_fields(fields, exports.cuts), body)


def _source(scan: _Scan, start: int, end: int) -> None:
    """Look for elements in code."""
    text = scan.code.text
    while found := _CODE_TOKEN.search(text, start, end):
        at, start = found.start(), javascript.behind(scan.code, found)
        if found[0] == "`":
            start = max(javascript.close(scan.code, at), start)
        near = text[max(at - _NEAR, 0) : at]
        if found[0] == "<" and not scan.code.exhausted and _BEFORE.search(near):
            start = max(_element(scan, at), start)


def _element(scan: _Scan, start: int) -> int:
    """Read the element that starts at `start`; behind its end, -1 if its tags do not match."""
    tree, text, at = _Tree(), scan.code.text, start
    while (end := _piece(scan.code, tree, at)) >= 0 and tree.names:
        found = _IN_ELEMENT.search(text, end)
        at = found.start() if found else len(text)
        _text(tree, text, end, at)
        if found is None:
            end = -1
            break
    if end < 0:
        scan.code.spent += at - start
        return -1
    scan.ranges += tree.ranges
    scan.masks += tree.masks
    scan.blocks += tree.blocks
    return end


def _piece(code: Code, tree: _Tree, at: int) -> int:
    """Read a tag or an expression of an element; behind its end, -1 if it is none."""
    if code.text[at] == "<":
        tag = javascript.tag(code, at)
        return tag.end if tag and _enter(tree, tag) else -1
    end = javascript.close(code, at)
    if end >= 0:
        _expression(tree, code.text, at, end)
    return end


def _enter(tree: _Tree, tag: Tag) -> bool:
    """Open or close the element of a tag; False if it closes none that is open."""
    if tag.name in _IN_LINE:
        tree.masks.append((tag.start, tag.end))
    else:
        _flush(tree)
    if tag.empty:
        return True
    is_code = bool(_CODE.match(tag.name))
    if tag.closes:
        if not tree.names or tree.names.pop() != tag.name:
            return False
        tree.kinds.pop()
        tree.code -= is_code
        return True
    tree.names.append(tag.name)
    kind = _KINDS.get(tag.name)
    level = int(tag.name[1]) if kind == "heading" else 0
    tree.kinds.append((kind, level) if kind else tree.kinds[-1])
    tree.code += is_code
    return True


def _text(tree: _Tree, text: str, start: int, end: int) -> None:
    if tree.code:
        tree.masks.append((start, end))
    elif text[start:end].strip():
        tree.run = (tree.run[0] if tree.run else start, end)


def _expression(tree: _Tree, text: str, start: int, end: int) -> None:
    """An expression that holds elements is code to read; any other leaves its brackets as a gap."""
    if tree.code:
        tree.masks.append((start, end))
    elif string := _STRING.match(text, start):
        inside = string.span("double" if string["double"] is not None else "single")
        tree.masks += ((start, inside[0]), (inside[1], end))
        _text(tree, text, *inside)
    elif text.find("<", start, end) >= 0:
        _flush(tree)
        tree.ranges.append((start + 1, end - 1))
    elif text.startswith("/*", start + 1):
        tree.masks.append((start, end))
    else:
        tree.masks.append((start + 1, end - 1))
        tree.run = (tree.run[0] if tree.run else start, end)


def _flush(tree: _Tree) -> None:
    """End the stretch of text that is open."""
    if tree.run is None:
        return
    kind, level = tree.kinds[-1]
    tree.blocks.append(Block(kind, (tree.run,), level))
    tree.run = None


def _cuts(raw: str) -> list[Cut]:
    """Entities and bare URLs."""
    found = links.cuts(raw)
    at = raw.find("&")
    while at >= 0:
        cut = inline.entity(raw, at)
        found += [cut] if cut else []
        at = raw.find("&", at + 1)
    return sorted(found)
