"""A run of Markdown -> the cuts that leave its prose.

Markers of emphasis, targets of links, images, code, comments, tags, maths and bare URLs go, the
text of links and emphasis stays. A scanner from special character to special character; it never
looks twice for a closing mark that is not there.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from factlint.documents import emphasis, links, tags
from factlint.documents.sourcemap import BLANKS, ZERO_WIDTH, Cut

_SPECIAL = re.compile(r"[\\`*_\[\]<&$~:{]")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
#: **bold** and [text](https://a.b) without any other mark inside: most marks there are, taken whole
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\W_])[^\\`*_\[\]<&$~:{]*(?<=[^\W_])\*\*(?!\*)")
_LINK = re.compile(r"(?<!!)\[[^\\`*_\[\]<&$~:{]*+\](?=\()(?P<target>\([^\s()<>\\]*+\))")
_TICKS = re.compile(r"`+")
#: Code that is a figure with its unit, as technical digests set them: `8B`, `~16 tok/s`, `$0.30/M`
_FIGURE = re.compile(
    r"""
    [~≈<>≤≥+±-]? \ ? [$€£]? \d (?:[\d.,]*+(?<=\d))? \ ?
    (?: /[A-Za-z]{1,10}
      | [A-Za-z%]{1,12} (?: /[A-Za-z]{1,10} )? (?: [ -][A-Za-z]{1,12} (?: /[A-Za-z]{1,10} )? ){0,2}
    )?
    """,
    re.VERBOSE,
)
_STARS = re.compile(r"\*+|_+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: <https://a.b>, <mailto:a@b.c>, <a@b.c>
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>")
#: What may follow "http:" in a bare URL
_URL_REST = re.compile(r"//[^\s<>\[\]`\"|{}\\]++")
_SCHEME = re.compile(r"(?<![A-Za-z])(?:https?|ftp)$", re.IGNORECASE)
_LONGEST_SCHEME = 5
#: $x^2$, $\alpha$, $n$; never $5 and $6
_MATHS = re.compile(r"\$(?=[\\A-Za-z({|])(?P<inside>[^$\n]{1,200})(?<!\s)\$(?![\w$])")
_MATHS_MARKS = frozenset("\\^_={}")
#: {: .class}, {#anchor}, {.class}
_ATTRIBUTES = re.compile(r"\{(?::[^{}\n]*+|[#.][\w-]++)\}")
#: {{< shortcode >}}, {{% shortcode %}}, {% tag %}; {{ name }} is text, a template left unfilled
_TEMPLATE_ENDS = {"{{<": ">}}", "{{%": "%}}", "{%": "%}"}


#: ==text==, %% comment %%, and ^id at the end of a block, as in Obsidian
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])(?:[^=]|=(?!=))++(?<=[^\s=])==(?!=)")
_COMMENT = re.compile(r"(?<![\w%])%%(?:[^%]|%(?!%))*+%%")
_BLOCK_ID = re.compile(r"(?<=\s)\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]{2,40}\s*$")
_LONGEST_ID = 60
#: [key:: value]: only one colon is shown
_INLINE_FIELD = re.compile(r"\[[A-Za-z][\w -]{0,40}:(?P<colon>:)(?=\s)")


@dataclass(slots=True)
class _Bracket:
    """An open bracket: where its text starts, and how many emphasis runs stood before it."""

    start: int
    text: int
    image: bool
    runs: int


@dataclass(slots=True)
class _Scan:
    """What is known so far of one run of Markdown."""

    raw: str
    labels: frozenset[str]
    cuts: list[Cut] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    runs: list[emphasis.Run] = field(default_factory=list)
    dead: int = 0  # brackets below this depth are no links: a link stands inside them
    missing: set[str] = field(default_factory=set)  # closing marks that do not come any more
    ticks: dict[int, list[int]] | None = None


def cuts(raw: str, labels: frozenset[str] = frozenset()) -> list[Cut]:
    """What of `raw` is no prose; `labels` are those of the link definitions of the document.

    >>> cuts("**a** [b](c)")
    [(0, 2, ''), (3, 5, ''), (6, 7, ''), (8, 12, '')]
    """
    found = _SPECIAL.search(raw)
    apart = list(_apart(raw)) if "==" in raw or "%%" in raw or "^" in raw else []
    if found is None:
        return apart
    scan = _Scan(raw, labels, apart)
    while found is not None:
        at = found.start()
        found = _SPECIAL.search(raw, _HANDLERS[raw[at]](scan, at))
    scan.cuts += emphasis.cuts(scan.runs)
    scan.cuts.sort()
    return scan.cuts


def _apart(raw: str) -> Iterator[Cut]:
    """Marks that are too rare to be looked for with all others."""
    if "==" in raw:
        for found in _HIGHLIGHT.finditer(raw):
            yield found.start(), found.start() + 2, ""
            yield found.end() - 2, found.end(), ""
    if "%%" in raw:
        for found in _COMMENT.finditer(raw):
            yield *found.span(), ""
    if "^" in raw and (block := _BLOCK_ID.search(raw, max(len(raw) - _LONGEST_ID, 0))):
        yield *block.span(), ""


def _find(scan: _Scan, mark: str, start: int) -> int:
    """Where `mark` comes next, -1 if never; a mark that is missing is looked for only once."""
    if mark in scan.missing:
        return -1
    at = scan.raw.find(mark, start)
    if at < 0:
        scan.missing.add(mark)
    return at


def _escape(scan: _Scan, at: int) -> int:
    after = scan.raw[at + 1 : at + 2]
    if after in _ESCAPED and after:
        scan.cuts.append((at, at + 1, ""))
        return at + 2
    if after == "\n" or after == "\r":
        scan.cuts.append((at, at + 1, ""))
    return at + 1


def _code(scan: _Scan, at: int) -> int:
    """`word` and a figure like `16 tokens/s` stay as they are, any other code leaves a blank."""
    if scan.ticks is None:
        scan.ticks = {}
        for found in _TICKS.finditer(scan.raw, at):
            scan.ticks.setdefault(len(found[0]), []).append(found.start())
    length = _length(_TICKS, scan.raw, at)
    start = at + length
    ends = scan.ticks.get(length, [])
    later = bisect_right(ends, at)
    if later == len(ends):
        return start
    end = ends[later]
    said = scan.raw[start:end]
    if said.isalpha() or _FIGURE.fullmatch(said):
        scan.cuts += ((at, start, ""), (end, end + length, ""))
    else:
        scan.cuts.append((at, end + length, " "))
    return end + length


def _emphasis(scan: _Scan, at: int) -> int:
    if bold := _BOLD.match(scan.raw, at):
        end = bold.end()
        scan.cuts += ((at, at + 2, ""), (end - 2, end, ""))
        return end
    end = at + _length(_STARS, scan.raw, at)
    scan.runs.append(emphasis.run(scan.raw, at, end))
    return end


def _length(pattern: re.Pattern[str], raw: str, at: int) -> int:
    found = pattern.match(raw, at)
    return found.end() - at if found else 1


def _open(scan: _Scan, at: int) -> int:
    raw = scan.raw
    if link := _LINK.match(raw, at):
        scan.cuts += ((at, at + 1, ""), (link.start("target") - 1, link.end(), ""))
        scan.dead = len(scan.brackets)
        return link.end()
    image = at > 0 and raw[at - 1] == "!" and not (at > 1 and raw[at - 2] == "\\")
    if raw.startswith("[[", at) and (wiki := links.WIKI.match(raw, at)):
        return _wiki(scan, wiki, image)
    if note := links.FOOTNOTE.match(raw, at):
        scan.cuts.append((at, note.end(), ""))
        return note.end()
    scan.brackets.append(_Bracket(at - image, at + 1, image, len(scan.runs)))
    return at + 1


def _wiki(scan: _Scan, wiki: re.Match[str], image: bool) -> int:
    if image:
        scan.cuts.append((wiki.start() - 1, wiki.end(), ""))
        return wiki.end()
    shown = wiki.start("shown")
    end = wiki.end() - 2
    if shown < 0:
        page, mark, _ = wiki["page"].partition("#")
        shown = wiki.start("page") + len(page) - len(page.rpartition("/")[2])
        shown, end = (shown, wiki.start("page") + len(page)) if page else (shown + len(mark), end)
    scan.cuts += ((wiki.start(), shown, ""), (end, wiki.end(), ""))
    return wiki.end()


def _close(scan: _Scan, at: int) -> int:
    if not scan.brackets:
        return at + 1
    bracket = scan.brackets.pop()
    alive = bracket.image or len(scan.brackets) >= scan.dead
    scan.dead = min(scan.dead, len(scan.brackets))
    end = _target(scan, bracket, at) if alive else -1
    if end < 0:
        return _citation(scan, bracket, at)
    if bracket.image:
        scan.cuts.append((bracket.start, end, ""))
        del scan.runs[bracket.runs :]
        return end
    scan.cuts += ((bracket.start, bracket.text, ""), (at, end, ""))
    scan.cuts += emphasis.cuts(scan.runs, bracket.runs)
    scan.dead = len(scan.brackets)
    return end


def _target(scan: _Scan, bracket: _Bracket, at: int) -> int:
    """Where the link whose text ends at `at` ends, -1 if it is none."""
    raw, after = scan.raw, scan.raw[at + 1 : at + 2]
    if after == "(" and (found := links.INLINE.match(raw, at + 1)):
        return found.end()
    if after == "[" and (found := links.LABEL.match(raw, at + 1)):
        start, end = found.span("label") if found["label"] else (bracket.text, at)
        return found.end() if links.defined(raw, start, end, scan.labels) else -1
    return at + 1 if links.defined(raw, bracket.text, at, scan.labels) else -1


def _citation(scan: _Scan, bracket: _Bracket, at: int) -> int:
    """Brackets that are no link stay; a number in them that is glued to a word is a citation."""
    start = bracket.start
    if inline := _INLINE_FIELD.match(scan.raw, start):
        scan.cuts += ((start, start + 1, ""), (*inline.span("colon"), ""), (at, at + 1, ""))
        return at + 1
    glued = start > 0 and not scan.raw[start - 1].isspace()
    if glued and not bracket.image and links.CITATION.match(scan.raw, start):
        scan.cuts.append((start, at + 1, ""))
    return at + 1


def _angle(scan: _Scan, at: int) -> int:
    raw = scan.raw
    if raw.startswith("<!--", at):
        end = _find(scan, "-->", at + 4)
        return _cut(scan, at, end + 3, "") if end >= 0 else at + 4
    if (found := tags.SILENT_START.match(raw, at)) and (end := _silent_end(scan, found)):
        return _cut(scan, at, end, tags.SILENT[found["name"].lower()])
    if cut := tags.raised(raw, at):
        return _cut(scan, *cut)
    if found := tags.TAG.match(raw, at):
        return _cut(scan, at, found.end(), tags.instead(found["name"]))
    if found := _AUTOLINK.match(raw, at):
        return _cut(scan, at, found.end(), "")
    return at + 1


def _silent_end(scan: _Scan, found: re.Match[str]) -> int:
    """Where an element without prose ends, 0 if it is never closed."""
    name = found["name"].lower()
    key = f"</{name}>"
    end = None if key in scan.missing else tags.SILENT_END[name].search(scan.raw, found.end())
    if end is None:
        scan.missing.add(key)
    return end.end() if end else 0


def _cut(scan: _Scan, start: int, end: int, instead: str) -> int:
    scan.cuts.append((start, end, instead))
    return end


def _entity(scan: _Scan, at: int) -> int:
    found = entity(scan.raw, at)
    return _cut(scan, *found) if found else at + 1


def entity(raw: str, at: int) -> Cut | None:
    """What an entity at `raw[at]` stands for: "&amp;" for "&"; None if there is no such entity."""
    found = _ENTITY.match(raw, at)
    character = html.unescape(found[0]) if found else ""
    if found is None or character == found[0]:
        return None
    meant = " " if character in BLANKS else character
    return at, found.end(), "" if character in ZERO_WIDTH else meant


def entities(raw: str) -> Iterator[Cut]:
    """The entities of `raw` as cuts: &amp;, &#36;, &nbsp;."""
    at = raw.find("&")
    while at >= 0:
        found = entity(raw, at)
        if found is not None:
            yield found
        at = raw.find("&", at + 1)


def _dollar(scan: _Scan, at: int) -> int:
    if scan.raw.startswith("$$", at):
        end = _find(scan, "$$", at + 2)
        return _cut(scan, at, end + 2, " ") if end >= 0 else at + 2
    found = _MATHS.match(scan.raw, at)
    if found is None or (at and scan.raw[at - 1].isalnum()):
        return at + 1
    inside = found["inside"]
    clear = len(inside) == 1 or not _MATHS_MARKS.isdisjoint(inside)
    return _cut(scan, at, found.end(), " ") if clear else at + 1


def _struck(scan: _Scan, at: int) -> int:
    """~~struck text~~ is taken back by its author: it goes. One tilde is a hedge: it stays."""
    raw = scan.raw
    if not raw.startswith("~~", at) or raw[at + 2 : at + 3].strip() == "":
        return at + 1
    end = _find(scan, "~~", at + 2)
    return _cut(scan, at, end + 2, "") if end > at + 2 else at + 2


def _url(scan: _Scan, at: int) -> int:
    if not scan.raw.startswith("//", at + 1):
        return at + 1
    scheme = _SCHEME.search(scan.raw[max(at - _LONGEST_SCHEME - 1, 0) : at])
    rest = _URL_REST.match(scan.raw, at + 1)
    if scheme is None or rest is None:
        return at + 1
    end = at + 1 + len(links.url_end(rest[0]))
    return _cut(scan, at - len(scheme[0]), end, "")


def _template(scan: _Scan, at: int) -> int:
    for start, end in _TEMPLATE_ENDS.items():
        if scan.raw.startswith(start, at):
            close = _find(scan, end, at + len(start))
            return _cut(scan, at, close + len(end), "") if close >= 0 else at + 1
    found = _ATTRIBUTES.match(scan.raw, at)
    return _cut(scan, at, found.end(), "") if found else at + 1


_HANDLERS: dict[str, Callable[[_Scan, int], int]] = {
    "\\": _escape,
    "`": _code,
    "*": _emphasis,
    "_": _emphasis,
    "[": _open,
    "]": _close,
    "<": _angle,
    "&": _entity,
    "$": _dollar,
    "~": _struck,
    ":": _url,
    "{": _template,
}
