"""MDX -> passages: Markdown, the children of components, and their titles and descriptions.

Imports, exports, expressions, comments and tags are masked; what is left is read as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from factlint.documents import blocks, exports, frontmatter, javascript, markdown, masking, prose
from factlint.documents.contents import Block, Contents, Draft, Span
from factlint.documents.inline import cuts
from factlint.documents.javascript import Code, Tag

_SPECIAL = re.compile(
    r"""(?P<module>^(?: import (?= \s*["'{*] | \s+[\w$]+\s*(?:,|from\b) | \s+type\b )
        | export (?= \s*[{*]
            | \s+(?:default|const|let|var|function|async|class|type|interface)\b )))
    | (?P<fence>^[ \t>]*+(?P<mark>`{3,}+|~{3,}+)) | [`{<\\]""",
    re.MULTILINE | re.VERBOSE,
)
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"^[ \t]*$", re.MULTILINE)
#: What matters in an import or export: its end, and what may hold empty lines
_IN_MODULE = re.compile(
    r"""(?P<end>^[ \t]*$) | [{`] | "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+'
    | (?<!:)//[^\n]*+ | /\*""",
    re.MULTILINE | re.VERBOSE,
)
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_DEEPEST_INDENT = 100
_STRING = re.compile(r"\{\s*(?:\"(?P<double>[^\"\r\n]*)\"|'(?P<single>[^'\r\n]*)')\s*\}")
_COMMENT = re.compile(r"\{\s*/\*")
#: <Code>, <CodeBlock>, <Terminal>: components whose children are code
_CODE = re.compile(
    r"(?:\w*(?:code|snippet|terminal|mermaid|sandpack|playground|latex|math)\w*"
    r"|script|style|pre|textarea|svg|math)$",
    re.IGNORECASE,
)
#: Elements that only hold others: what stands in them is Markdown.
_HOLDERS = frozenset(
    ("article", "aside", "center", "details", "div", "figure", "footer", "header", "main",
     "nav", "section")
)  # fmt: skip
_PROPS = frozenset(
    ("title", "description", "summary", "caption", "text", "quote", "subtitle", "heading", "body",
     "message", "content", "excerpt")
)  # fmt: skip
#: At least three words that start as a sentence does, and no marks of code
_SENTENCE = re.compile(r"[\"'“‘]?[A-Z0-9$€£][^{}<>=;\\]*\s[^{}<>=;\\]*\s[^{}<>=;\\]*$")


@dataclass(slots=True)
class _Scan:
    """What is known so far of one text."""

    code: Code
    masks: list[Span] = field(default_factory=list)
    props: list[Block] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)  # closing tags that do not come any more
    paragraph: int = -1  # where the paragraph ends that was looked at last


def read(path: str, text: str) -> Contents:
    """The passages of an MDX file and what it says of itself."""
    front = frontmatter.split(text)
    text = text.replace("\r\n", " \n").replace("\r", "\n")  # all stays in its place
    scan = _scan(text, front.body)
    plain = masking.masked(text, scan.masks)
    found, labels = blocks.scan(plain, front.body, indented_code=False)
    props = set(map(id, scan.props))
    body: list[Draft] = []
    for block in sorted([*found, *scan.props], key=lambda block: block.spans[0]):
        if id(block) in props:
            body += prose.of_blocks(text, (block,), cuts)
        else:
            body += markdown.of_blocks(plain, (block,), labels)
    told = exports.fields(scan.code)
    head = (*markdown.of_fields(front.fields), *prose.of_fields(told, exports.cuts))
    return prose.contents(path, (*front.fields, *told), head, body, front.faults)


def _scan(text: str, start: int) -> _Scan:
    """What is to be masked, and the props that are prose."""
    scan = _Scan(Code(text))
    found = _SPECIAL.search(text, start)
    while found is not None:
        if found["module"]:
            end = _module(scan, found.start())
        elif found["fence"]:
            end = _fence(text, found)
        else:
            end = _HANDLERS[found[0]](scan, found.start())
        found = _SPECIAL.search(text, max(end, found.end()))
    return scan


def _module(scan: _Scan, at: int) -> int:
    """An import or export goes on to an empty line that stands in no bracket."""
    end = len(scan.code.text)
    position = at
    while found := _IN_MODULE.search(scan.code.text, position):
        if found["end"] is not None:
            end = found.start()
            break
        position = javascript.behind(scan.code, found)
        if found[0] in ("{", "`"):
            position = max(javascript.close(scan.code, found.start()), position)
    scan.masks.append((at, end))
    return end


def _fence(text: str, found: re.Match[str]) -> int:
    """Code between fences is passed over by the reader of Markdown."""
    mark = found["mark"]
    closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
    end = closing.search(text, found.end())
    return end.end() if end else len(text)


def _ticks(scan: _Scan, at: int) -> int:
    """Code in a line is passed over by the reader of Markdown."""
    text = scan.code.text
    opening = _TICKS.match(text, at)
    start = opening.end() if opening else at + 1
    if scan.paragraph < start:
        blank = _BLANK_LINE.search(text, start)
        scan.paragraph = blank.start() if blank else len(text)
    for found in _TICKS.finditer(text, start, scan.paragraph):
        if found.end() - found.start() == start - at:
            return found.end()
    return start


def _escape(scan: _Scan, at: int) -> int:
    return at + 2


def _expression(scan: _Scan, at: int) -> int:
    """An expression leaves its brackets as a gap, but one that is a text leaves that."""
    text = scan.code.text
    end = javascript.close(scan.code, at)
    if end < 0:
        return at + 1
    string = _STRING.match(text, at)
    if string and not (string["double"] or string["single"]):
        scan.masks.append((at, end))
    elif string:
        start, stop = string.span("double" if string["double"] is not None else "single")
        scan.masks += ((at, start), (stop, end))
    elif _COMMENT.match(text, at) or _alone(text, at, end):
        scan.masks.append((at, end))
    else:
        scan.masks.append((at + 1, end - 1))
    return end


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the lines of text[start:end]."""
    before = text[max(start - _DEEPEST_INDENT, 0) : start].rpartition("\n")[2]
    return not before.strip(" \t") and _LINE_END.match(text, end) is not None


def _angle(scan: _Scan, at: int) -> int:
    """A tag goes; HTML of a line is left to the reader of Markdown."""
    text = scan.code.text
    tag = javascript.tag(scan.code, at)
    if tag is None:
        return at + 1
    if _CODE.match(tag.name) and not tag.empty and not tag.closes:
        return _code(scan, tag)
    component = not tag.name or not tag.name.islower() or "." in tag.name
    if component:
        scan.props += _props(text, tag)
    if component or tag.name in _HOLDERS or "{" in text[tag.start : tag.end]:
        scan.masks.append((tag.start, tag.end))
    return tag.end


def _code(scan: _Scan, tag: Tag) -> int:
    key = f"</{tag.name}>"
    at = -1 if key in scan.missing else scan.code.text.find(key, tag.end)
    if at < 0:
        scan.missing.add(key)
    end = at + len(key) if at >= 0 else tag.end
    scan.masks.append((tag.start, end))
    return end


def _props(text: str, tag: Tag) -> list[Block]:
    """The attributes that read as sentences."""
    return [
        Block("paragraph", (span,))
        for name, span in tag.strings
        if name in _PROPS and _SENTENCE.match(text[span[0] : span[1]])
    ]


_HANDLERS: dict[str, Callable[[_Scan, int], int]] = {
    "`": _ticks,
    "{": _expression,
    "<": _angle,
    "\\": _escape,
}
