"""Source text -> the comments in it that are for factlint, whatever the format.

Comments inside code are documentation, not meant: what stands in such a place is no prose, so each
comment is replaced by words, and counts only if a reader finds these.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml
from yaml.events import ScalarEvent

from factlint.documents import frontmatter, yaml_marks
from factlint.documents.contents import Contents, Span

WORD = "factlint:"
UNCLOSED = "this comment is never closed, so that it says nothing"
IN_HEAD = "this is no comment of front matter, which has # factlint: instead"

#: Words in the place of a comment, and what a reader makes of them: in `code`, "&lt;" stays so.
_FILLER = {True: "x&lt;", False: "xxxxx"}
_FILLED = {True: re.compile(r"x<x{4,}"), False: re.compile(r"x{9,}")}
_LINE_END = re.compile(r"[^\r\n]*")
_LINE = re.compile(r"[^\r\n]+")
#: What looks like a comment here is shown, or run.
_RAW_HTML = re.compile(
    r"<(?P<name>script|style|textarea|title|xmp)\b.*?(?:</(?P=name)|\Z)", re.I | re.DOTALL
)
_TOML = re.compile(
    rf'"{{3}}.*?(?:"{{3}}|\Z)|\'{{3}}.*?(?:\'{{3}}|\Z)|"(?:[^"\\\r\n]|\\.)*+"|\'[^\'\r\n]*+\''
    rf"|\#(?P<told>[ \t]*+{WORD})?[^\r\n]*+",
    re.DOTALL,
)
_HASH = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*+{WORD}", re.MULTILINE)
#: The header of an AsciiDoc document, in which no line opens a block
_ASCIIDOC_HEADER = re.compile(r"= [^\r\n]*(?:\r?\n(?![-.`/|]{3,}|\[)[^\r\n]++)*+")


class Comment(NamedTuple):
    """Source offsets [start, end), what stands behind "factlint:", why that cannot be heeded."""

    start: int
    end: int
    said: str
    fault: str = ""


class _Syntax(NamedTuple):
    """How a format writes comments; without a `closing` mark they end with their line."""

    opening: re.Pattern[str]
    closing: str = ""


_HTML = _Syntax(re.compile(rf"<!--\s*+{WORD}"), "-->")
_BRACED = _Syntax(re.compile(rf"\{{\s*+/\*\s*+{WORD}"), "*/}")
_TEMPLATE = _Syntax(re.compile(rf"\{{#-?\s*+{WORD}"), "#}")
_RST = _Syntax(re.compile(rf"^[ \t]*+\.\.[ \t]++{WORD}", re.MULTILINE))
_ASCIIDOC = _Syntax(re.compile(rf"^//(?!/)[ \t]*+{WORD}", re.MULTILINE))

_MARKDOWN = (_HTML,)
#: The comments of a format by its suffix. Plain text and JSON have none.
SYNTAXES: Mapping[str, Sequence[_Syntax]] = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".mdx": (_BRACED, _HTML),
    ".jsx": (_BRACED,),
    ".tsx": (_BRACED,),
    ".rst": (_RST,),
    ".adoc": (_ASCIIDOC,),
    ".asciidoc": (_ASCIIDOC,),
    ".html": (_HTML,),
    ".htm": (_HTML,),
    ".xhtml": (_HTML,),
    ".njk": (_HTML, _TEMPLATE),
    ".astro": (_HTML, _BRACED),
}
#: Formats in which comments are told from all else by their marks alone.
_MARKED = frozenset((".html", ".htm", ".xhtml", ".njk", ".astro"))
#: Formats that know `code` in a line, and entities outside of it.
_WITH_ENTITIES = frozenset((".md", ".markdown", ".mdx", ".jsx", ".tsx"))
_WITH_HEADER = frozenset((".adoc", ".asciidoc"))
_YAML = frozenset((".yml", ".yaml"))


def of_data(suffix: str, text: str) -> Iterator[Comment]:
    """The comments of a data file; only YAML has some."""
    if WORD in text and suffix in _YAML:
        yield from _hashes(text, len(text))


def find(suffix: str, text: str, read: Callable[[str], Contents]) -> list[Comment]:
    """The comments of a document in order, those of its front matter included.

    `read` is the reader of its format. It reads the text once more, if there is a comment.
    """
    if WORD not in text or suffix not in SYNTAXES:
        return []
    body = frontmatter.split(text).body
    found = sorted(
        comment for syntax in SYNTAXES[suffix] for comment in _written(text, body, syntax)
    )
    if suffix in _MARKED:
        found = _outside(found, [raw.span() for raw in _RAW_HTML.finditer(text, body)])
    elif found:
        shown = _shown(text, found, read, entities=suffix in _WITH_ENTITIES)
        header = _ASCIIDOC_HEADER.match(text, body) if suffix in _WITH_HEADER else None
        end = header.end() if header else body
        found = [one for one in found if one in shown or one.start < end]
    if not body:
        return found
    strays = (one for syntax in SYNTAXES[suffix] for one in _written(text, 0, syntax, body))
    wrong = [one._replace(fault=IN_HEAD) for one in strays if text.startswith(("---", "+++"))]
    return sorted([*_of_head(text, body), *wrong]) + found


def _written(
    text: str, begin: int, syntax: _Syntax, before: int | None = None
) -> Iterator[Comment]:
    """The comments of one syntax that open in a part of the text."""
    stop = len(text) if before is None else before
    opening = syntax.opening.search(text, begin, stop)
    while opening is not None:
        start, at = opening.end() - len(opening[0].lstrip(" \t")), opening.end()
        closing = text.find(syntax.closing, at) if syntax.closing else _line_end(text, at)
        if closing < 0:  # nor is any further one closed
            end = _line_end(text, at)
            yield Comment(start, end, text[at:end], UNCLOSED)
            return
        end = closing + len(syntax.closing)
        yield Comment(start, end, text[at:closing])
        opening = syntax.opening.search(text, end, stop)


def _line_end(text: str, at: int, end: int | None = None) -> int:
    found = _LINE_END.match(text, at, len(text) if end is None else end)
    return found.end() if found else at


def _outside(found: Iterable[Comment], spans: Sequence[Span]) -> list[Comment]:
    """The comments that start in none of the spans, which are in order."""
    starts = [start for start, _ in spans]
    kept = []
    for comment in found:
        before = bisect_left(starts, comment.start) - 1
        if before < 0 or spans[before][1] <= comment.start:
            kept.append(comment)
    return kept


def _shown(
    text: str, found: Sequence[Comment], read: Callable[[str], Contents], *, entities: bool
) -> frozenset[Comment]:
    """The comments in whose place words would be prose."""
    pieces: list[str] = []
    at = 0
    for comment in found:
        start = max(comment.start, at)
        pieces += text[at:start], _filled(text[start : comment.end], _FILLER[entities])
        at = max(comment.end, at)
    probe = read("".join((*pieces, text[at:])))
    starts = sorted(
        passage.map.span(*filled.span())[0]
        for passage in probe.passages
        for filled in _FILLED[entities].finditer(passage.text)
    )
    return frozenset(one for one in found if _between(starts, one.start, one.end))


def _filled(comment: str, filler: str) -> str:
    """Words of the same length, line by line."""
    return _LINE.sub(lambda line: filler.ljust(len(line[0]), "x")[: len(line[0])], comment)


def _between(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _of_head(text: str, body: int) -> Iterator[Comment]:
    if text.startswith("---"):
        yield from _hashes(text, body)
    elif text.startswith("+++"):
        for found in _TOML.finditer(text, 0, body):
            if found["told"] is not None:
                yield Comment(*found.span(), text[found.end("told") : found.end()])


def _hashes(text: str, end: int) -> Iterator[Comment]:
    """The comments of YAML that stand in no scalar."""
    found = []
    for opening in _HASH.finditer(text, 0, end):
        stop = _line_end(text, opening.end(), end)
        found.append(Comment(opening.start(), stop, text[opening.end() : stop]))
    yield from _outside(found, _scalars(text[:end])) if found else ()


def _scalars(text: str) -> list[Span]:
    """Where the scalars of YAML stand, up to what is no YAML."""
    spans = []
    try:
        for event in yaml.parse(text, Loader=yaml_marks.Loader):
            if isinstance(event, ScalarEvent):
                spans.append(_scalar(text, event))
    except (yaml.YAMLError, RecursionError):
        return spans
    return spans


def _scalar(text: str, event: ScalarEvent) -> Span:
    """Behind the mark of a block scalar a comment may stand."""
    start, end = yaml_marks.index(event.start_mark), yaml_marks.index(event.end_mark)
    return (_line_end(text, start) if event.style in ("|", ">") else start), end
