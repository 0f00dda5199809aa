"""A run of AsciiDoc -> the cuts that leave its prose.

Marks of emphasis, macros, targets, anchors, code and footnotes go; the text that a reader is shown
stays. A scanner from special character to special character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factlint.documents import inline, links
from factlint.documents.sourcemap import Cut

_SPECIAL = re.compile(
    r"""(?P<macro> (?: (?<!\w) (?: link | mailto | xref | image | icon | kbd | btn | menu | stem |
    latexmath | asciimath | pass | anchor | indexterm2? | https? | ftp ) | footnote(?:ref)? ) : )
    | [\\`*_\#+^~\[<{("'&]""",
    re.VERBOSE,
)
_MACRO = re.compile(r"(?P<name>\w+):(?P<target>[^\s\[\]]*+)(?=\[)")
#: What macros show: their text, nothing, or a blank in place of code.
_MACROS: Mapping[str, str | None] = {
    **dict.fromkeys(("link", "mailto", "xref", "btn", "pass", "indexterm2"), None),
    **dict.fromkeys(("http", "https", "ftp"), None),
    **dict.fromkeys(("image", "icon", "footnote", "footnoteref", "anchor", "indexterm"), ""),
    **dict.fromkeys(("kbd", "menu", "stem", "latexmath", "asciimath"), " "),
}
_BRACKETS = re.compile(r"\\.|[\[\]]", re.DOTALL)
#: text^,window=_blank: what is not shown of the text of a link
_LINK_ATTRIBUTES = re.compile(r"\^?\s*,\s*[\w-]+\s*=")
_ANCHOR = re.compile(r"\[\[\[?[^\[\]\n]{0,200}\]\]\]?")
#: [.big]#text#, [line-through]#text#
_ROLE = re.compile(r"\[(?P<roles>[.#]?[A-Za-z][\w.# -]{0,80})\](?=[#*_`])")
_STRUCK = re.compile(r"line-through|strike")
_REFERENCE = re.compile(r"<<(?P<target>[^<>,\n]{1,200})(?:,(?P<shown>[^<>]{0,400}))?>>")
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+>")
_ATTRIBUTE = re.compile(r"\{(?P<name>\w[\w-]*+)(?P<rest>:[^{}\n]{1,80})?\}")
#: The value of an attribute that holds a URL, or the name of one whose value is not known
_ADDRESS = re.compile(r"(?:https?://|link:|(?:ur[il]|link)-|[\w-]+-ur[il]$)")
_URL_REST = re.compile(r"[^\s\[\]{}]*+")
_HIDDEN_TERM = re.compile(r"\(\(\([^()\n]{1,200}\)\)\)")
_TERM = re.compile(r"\(\((?P<shown>[^()\n]{1,200})\)\)")
_RAISED = re.compile(r"\^[^\s^]{1,80}\^|~[^\s~]{1,80}~")
_LONGEST_TEXT = 1000
_ESCAPED = frozenset("*_`#+^~{[<(|&\\:h")
_CLOSING = {
    **{char: re.compile(rf"(?<=[^\s\\])[{char}](?![\w{char}])") for char in "*_#`+"},
    **{mark: re.compile(re.escape(mark)) for mark in ("**", "__", "##", "``", "++", "+++")},
    **{mark: re.compile(mark) for mark in ('`"', "`'")},
}


@dataclass(slots=True)
class _Scan:
    """What is known so far of one run."""

    raw: str
    meanings: Mapping[str, str]
    cuts: list[Cut] = field(default_factory=list)
    ends: dict[str, tuple[int, int]] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)  # closing marks that are taken
    pairs: dict[int, int] | None = None


def cuts(raw: str, meanings: Mapping[str, str]) -> list[Cut]:
    """What of `raw` is no prose; `meanings` are the values of the attributes.

    >>> cuts("*a* link:b[c]", {})
    [(0, 1, ''), (2, 3, ''), (4, 11, ''), (12, 13, '')]
    """
    scan = _Scan(raw, meanings)
    found = _SPECIAL.search(raw)
    while found is not None:
        handler = _macro if found["macro"] else _HANDLERS[found[0]]
        found = _SPECIAL.search(raw, handler(scan, found.start()))
    scan.cuts.sort()
    return scan.cuts


def brackets(raw: str) -> dict[int, int]:
    """Where each square bracket that is closed ends: opening offset -> closing offset."""
    pairs: dict[int, int] = {}
    held: list[int] = []
    for found in _BRACKETS.finditer(raw):
        if found[0] == "[":
            held.append(found.start())
        elif found[0] == "]" and held:
            pairs[held.pop()] = found.start()
    return pairs


def _cut(scan: _Scan, start: int, end: int, instead: str = "") -> int:
    scan.cuts.append((start, end, instead))
    return end


def _end(scan: _Scan, mark: str, start: int) -> int:
    """Where the closing mark comes next, -1 if never; `ends` keeps what was found from where on."""
    since, at = scan.ends.get(mark, (start + 1, -1))
    if since > start or -1 < at < start:
        found = _CLOSING[mark].search(scan.raw, start)
        at = found.start() if found else -1
        scan.ends[mark] = start, at
    return at


def _span(scan: _Scan, at: int) -> tuple[int, int, int]:
    """Text between marks: its start, its end and the width of the marks, which is 0 for none."""
    raw, char = scan.raw, scan.raw[at]
    if raw.startswith(char * 2, at):
        end = _end(scan, char * 2, at + 3)
        return (at + 2, end, 2) if end > 0 and raw[at + 2 : at + 3] != char else (at, at + 2, 0)
    before, after = raw[at - 1 : at], raw[at + 1 : at + 2]
    if before.isalnum() or before in ("_", "\\", "}") or not after.strip():
        return at, at + 1, 0
    end = _end(scan, char, at + 2)
    return (at + 1, end, 1) if end > 0 and end not in scan.closed else (at, at + 1, 0)


def _marked(scan: _Scan, at: int) -> int:
    """The marks of emphasis go; what stands between them is read on."""
    start, end, width = _span(scan, at)
    if not width:
        return at + 1 if at in scan.closed else end
    scan.closed.add(end)
    scan.cuts += ((at, start, ""), (end, end + width, ""))
    return start


def _code(scan: _Scan, at: int) -> int:
    """A word in code stays as a word, any other code leaves a blank."""
    raw = scan.raw
    if raw[at - 1 : at].isalpha() and raw[at + 1 : at + 2] == "'":
        return _cut(scan, at, at + 1)
    start, end, width = _span(scan, at)
    if not width:
        return end
    if raw[start:end].isalpha():
        scan.cuts += ((at, start, ""), (end, end + width, ""))
    else:
        scan.cuts.append((at, end + width, " "))
    return end + width


def _plus(scan: _Scan, at: int) -> int:
    """+text+ is shown as it stands; a plus at the end of a line breaks it."""
    raw = scan.raw
    if raw.startswith("+++", at):
        end = _end(scan, "+++", at + 3)
        if end < 0:
            return at + 3
        if "<" in raw[at:end]:
            return _cut(scan, at, end + 3, " ")
        scan.cuts += ((at, at + 3, ""), (end, end + 3, ""))
        return end + 3
    if at and raw[at - 1] == " " and raw[at + 1 : at + 2] in ("\n", "\r", ""):
        return _cut(scan, at, at + 1)
    start, end, width = _span(scan, at)
    if not width:
        return end
    scan.cuts += ((at, start, ""), (end, end + width, ""))
    return end + width


def _escape(scan: _Scan, at: int) -> int:
    if scan.raw[at + 1 : at + 2] in _ESCAPED and at + 1 < len(scan.raw):
        scan.cuts.append((at, at + 1, ""))
    return at + 2


def _raised(scan: _Scan, at: int) -> int:
    """10^9^ is a power, H~2~O a name."""
    found = _RAISED.match(scan.raw, at)
    if found is None:
        return at + 1
    if not (scan.raw[at] == "^" and scan.raw[at - 1 : at].isdigit()):
        scan.cuts.append((at, at + 1, ""))
    return _cut(scan, found.end() - 1, found.end())


def _bracket(scan: _Scan, at: int) -> int:
    if anchor := _ANCHOR.match(scan.raw, at):
        return _cut(scan, at, anchor.end())
    role = _ROLE.match(scan.raw, at)
    if role is None:
        return at + 1
    _, end, width = _span(scan, role.end())
    if width and _STRUCK.search(role["roles"]):
        return _cut(scan, at, end + width)
    return _cut(scan, at, role.end()) if width else at + 1


def _angle(scan: _Scan, at: int) -> int:
    if link := _AUTOLINK.match(scan.raw, at):
        return _cut(scan, at, link.end())
    found = _REFERENCE.match(scan.raw, at)
    if found is None:
        return at + 1
    if not found["shown"]:
        return _cut(scan, at, found.end(), " ")
    start, end = found.span("shown")
    scan.cuts += ((at, start, ""), (end, found.end(), ""))
    return start


def _brace(scan: _Scan, at: int) -> int:
    found = _ATTRIBUTE.match(scan.raw, at)
    if found is None:
        return at + 1
    if found["rest"]:
        return _cut(scan, at, found.end(), " ")
    meaning = scan.meanings.get(found["name"].lower())
    if _ADDRESS.match(found["name"] if meaning is None else meaning):
        return _address(scan, at, found.end())
    return found.end() if meaning is None else _cut(scan, at, found.end(), meaning)


def _address(scan: _Scan, at: int, end: int) -> int:
    """An attribute that is the start of a URL: its text goes, that of the link behind it stays."""
    rest = _URL_REST.match(scan.raw, end)
    stop = rest.end() if rest else end
    if scan.pairs is None:
        scan.pairs = brackets(scan.raw)
    close = scan.pairs.get(stop)
    if close is None:
        return _cut(scan, at, end)
    scan.cuts += ((at, stop + 1, ""), (_shown(scan.raw, stop + 1, close), close + 1, ""))
    return stop + 1


def _parenthesis(scan: _Scan, at: int) -> int:
    """((term)) is listed in the index, (((term))) is only listed there."""
    if hidden := _HIDDEN_TERM.match(scan.raw, at):
        return _cut(scan, at, hidden.end())
    found = _TERM.match(scan.raw, at)
    if found is None:
        return at + 1
    scan.cuts += ((at, at + 2, ""), (found.end() - 2, found.end(), ""))
    return at + 2


def _quote(scan: _Scan, at: int) -> int:
    """ "`text`" stands for curly quotes."""
    if not scan.raw.startswith("`", at + 1):
        return at + 1
    end = _end(scan, f"`{scan.raw[at]}", at + 2)
    if end < 0:
        return at + 1
    scan.cuts += ((at + 1, at + 2, ""), (end, end + 1, ""))
    return at + 2


def _entity(scan: _Scan, at: int) -> int:
    found = inline.entity(scan.raw, at)
    return _cut(scan, *found) if found else at + 1


def _macro(scan: _Scan, at: int) -> int:
    found = _MACRO.match(scan.raw, at)
    if scan.pairs is None:
        scan.pairs = brackets(scan.raw)
    close = scan.pairs.get(found.end()) if found else None
    if found is None or close is None:
        return _url(scan, at)
    instead = _MACROS[found["name"]]
    if instead is not None:
        return _cut(scan, at, close + 1, instead)
    start = found.end() + 1
    stop = _shown(scan.raw, start, close)
    scan.cuts += ((at, start, ""), (stop, close + 1, ""))
    return start


def _shown(raw: str, start: int, close: int) -> int:
    """Where the text of a link ends: "text^", "text,role=x"."""
    if close - start > _LONGEST_TEXT:
        return close
    inside = raw[start:close]
    found = _LINK_ATTRIBUTES.search(inside) if "=" in inside else None
    if found:
        return start + found.start()
    return close - inside.endswith("^")


def _url(scan: _Scan, at: int) -> int:
    found = links.URL.match(scan.raw, at)
    if found is None:
        return scan.raw.index(":", at) + 1
    return _cut(scan, at, at + len(links.url_end(found[0])))


_HANDLERS: dict[str, Callable[[_Scan, int], int]] = {
    **dict.fromkeys("*_#", _marked),
    **dict.fromkeys("^~", _raised),
    **dict.fromkeys("\"'", _quote),
    "`": _code,
    "+": _plus,
    "\\": _escape,
    "[": _bracket,
    "<": _angle,
    "{": _brace,
    "(": _parenthesis,
    "&": _entity,
}
