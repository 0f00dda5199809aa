"""A run of reStructuredText -> the cuts that leave its prose.

Marks of emphasis, targets, roles, literals, references to notes and bare URLs go; the text that a
reader is shown stays. A scanner from special character to special character.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factlint.documents import links
from factlint.documents.sourcemap import Cut

_SPECIAL = re.compile(r"[\\`*|_\[:]")
#: What may stand right before and right after inline markup
_BEFORE = re.compile(r"(?<![^\s'\"(\[{<\-/:\u2018\u201c\u00ab\u2013\u2014])")
_AFTER = r"(?![^\s'\")\]}>\-/:.,;!?\\\u2019\u201d\u00bb\u2013\u2014])"
_STRONG_END = re.compile(rf"(?<=[^\s\\])\*\*{_AFTER}")
_EMPHASIS_END = re.compile(rf"(?<=[^\s\\*])\*{_AFTER}")
_LITERAL_END = re.compile(rf"(?<=\S)``{_AFTER}")
_TEXT_END = re.compile(rf"(?<=[^\s\\])`(?:(?P<role>:[A-Za-z][\w.:+-]{0, 80}:)|__?)?+{_AFTER}")
_SUBSTITUTION = re.compile(rf"\|(?P<name>[^|\s](?:[^|\n]{{0,98}}[^|\s])?)\|(?:__?)?+{_AFTER}")
#: [1]_, [#note]_, [CIT2002]_
_NOTE = re.compile(r"\[[^\[\]\s]{1,80}\]_(?!\w)")
#: :ref:, :py:class: before interpreted text
_ROLE = re.compile(r":(?P<role>[A-Za-z][\w+-]{0,40}+(?:[.:][\w+-]{1,40}+){0,3}+):(?=`[^`])")
#: "text <target>"
_TARGET = re.compile(r"\s*<[^<>]*>$")
#: The name before the underscore of a reference
_NAME = re.compile(r"(?<!\w)[^\W_]\w*$")
_LONGEST_NAME = 80
_CODE_ROLES = frozenset(
    (
        "attr", "class", "code", "command", "const", "data", "dir", "envvar", "exc",
        "expr", "file", "func", "guilabel", "kbd", "literal", "mailheader", "makevar",
        "math", "meth", "mimetype", "mod", "module", "newsgroup", "obj", "option",
        "program", "raw", "regexp", "samp", "token",
    )
)  # fmt: skip
#: References whose text is a label, unless they give another one
_LABELS = frozenset(["ref", "doc", "numref", "any", "download", "cite", "footcite", "eq"])


@dataclass(slots=True)
class _Scan:
    """What is known so far of one run."""

    raw: str
    meanings: Mapping[str, str]
    cuts: list[Cut] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)  # closing marks that do not come any more


def cuts(raw: str, meanings: Mapping[str, str]) -> list[Cut]:
    """What of `raw` is no prose; `meanings` are the texts of the substitutions.

    >>> cuts("**a** `b <c>`_", {})
    [(0, 2, ''), (3, 5, ''), (6, 7, ''), (8, 14, '')]
    """
    scan = _Scan(raw, meanings)
    urls = iter(list(links.bare(raw)))
    url = next(urls, None)
    found = _SPECIAL.search(raw)
    while found is not None:
        at = found.start()
        while url is not None and url[1] <= at:
            scan.cuts.append((*url, ""))
            url = next(urls, None)
        end = url[1] if url is not None and url[0] <= at else _HANDLERS[raw[at]](scan, at)
        found = _SPECIAL.search(raw, end)
    scan.cuts += [(*held, "") for held in (url, *urls) if held is not None]
    scan.cuts.sort()
    return scan.cuts


def _end(scan: _Scan, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
    """The next closing mark; one that is missing is looked for only once."""
    if pattern.pattern in scan.missing:
        return None
    found = pattern.search(scan.raw, start)
    if found is None:
        scan.missing.add(pattern.pattern)
    return found


def _opens(scan: _Scan, at: int, after: int) -> bool:
    """Whether a mark at [at, after) may open markup: text follows, and no word stands before."""
    following = scan.raw[after : after + 1]
    return bool(following.strip()) and _BEFORE.match(scan.raw, at) is not None


def _pair(scan: _Scan, at: int, width: int, pattern: re.Pattern[str]) -> int:
    """Cut both marks around text that stays."""
    end = _end(scan, pattern, at + width + 1) if _opens(scan, at, at + width) else None
    if end is None:
        return at + width
    scan.cuts += ((at, at + width, ""), (end.start(), end.end(), ""))
    return end.end()


def _escape(scan: _Scan, at: int) -> int:
    """A backslash goes, and with it a blank behind it."""
    after = scan.raw[at + 1 : at + 2]
    if not after:
        return at + 1
    scan.cuts.append((at, at + 1 + after.isspace(), ""))
    return at + 2


def _star(scan: _Scan, at: int) -> int:
    if scan.raw.startswith("**", at):
        return _pair(scan, at, 2, _STRONG_END)
    end = _end(scan, _EMPHASIS_END, at + 2) if _opens(scan, at, at + 1) else None
    if end is None:
        return at + 1
    scan.cuts += ((at, at + 1, ""), (end.start(), end.end(), ""))
    return end.end()


def _tick(scan: _Scan, at: int) -> int:
    if scan.raw.startswith("``", at):
        end = _end(scan, _LITERAL_END, at + 3) if _opens(scan, at, at + 2) else None
        return _code(scan, at, at + 2, end) if end else at + 2
    if not _opens(scan, at, at + 1):
        return at + 1
    end = _end(scan, _TEXT_END, at + 1)
    if end is None:
        return at + 1
    role = (end["role"] or "").strip(":")
    return _interpreted(scan, at, at + 1, end, role)


def _code(scan: _Scan, start: int, inside: int, end: re.Match[str]) -> int:
    """A word in code stays as a word, any other code leaves a blank."""
    if scan.raw[inside : end.start()].isalpha():
        scan.cuts += ((start, inside, ""), (end.start(), end.end(), ""))
    else:
        scan.cuts.append((start, end.end(), " "))
    return end.end()


def _role(scan: _Scan, at: int) -> int:
    found = _ROLE.match(scan.raw, at)
    if found is None or _BEFORE.match(scan.raw, at) is None:
        return at + 1
    inside = found.end() + 1
    end = _end(scan, _TEXT_END, inside)
    if end is None:
        return inside
    return _interpreted(scan, at, inside, end, found["role"])


def _interpreted(scan: _Scan, start: int, inside: int, end: re.Match[str], role: str) -> int:
    """Text in single ticks: a reference, or what its role makes of it."""
    last = role.rpartition(":")[2].lower()
    if last in _CODE_ROLES or role.count(":"):
        return _code(scan, start, inside, end)
    shown = scan.raw[inside : end.start()]
    target = _TARGET.search(shown, max(shown.rfind("<") - 1, 0)) if shown.endswith(">") else None
    if target is None and last in _LABELS:
        scan.cuts.append((start, end.end(), " "))
        return end.end()
    stop = inside + len(shown[: target.start()].rstrip()) if target else end.start()
    if links.URL.match(shown):
        stop = inside
    scan.cuts += ((start, inside, ""), (stop, end.end(), ""))
    return end.end()


def _bar(scan: _Scan, at: int) -> int:
    found = _SUBSTITUTION.match(scan.raw, at)
    meaning = scan.meanings.get(found["name"].lower()) if found else None
    if found is None or meaning is None:
        return at + 1
    scan.cuts.append((at, found.end(), meaning))
    return found.end()


def _note(scan: _Scan, at: int) -> int:
    found = _NOTE.match(scan.raw, at)
    if found is None:
        return at + 1
    start = at - 1 if at and scan.raw[at - 1] == " " else at
    scan.cuts.append((start, found.end(), ""))
    return found.end()


def _underscore(scan: _Scan, at: int) -> int:
    """word_ refers to a target of that name; _`text` is a target itself."""
    raw = scan.raw
    if raw.startswith("_`", at) and _opens(scan, at, at + 2):
        end = _end(scan, _TEXT_END, at + 2)
        if end is not None:
            return _interpreted(scan, at, at + 2, end, "")
    end_at = at + (2 if raw.startswith("__", at) else 1)
    after = raw[end_at : end_at + 1]
    named = _NAME.search(raw[max(at - _LONGEST_NAME, 0) : at])
    if named and not (after.isalnum() or after == "_"):
        scan.cuts.append((at, end_at, ""))
    return end_at


_HANDLERS: dict[str, Callable[[_Scan, int], int]] = {
    "\\": _escape,
    "`": _tick,
    "*": _star,
    "|": _bar,
    "_": _underscore,
    "[": _note,
    ":": _role,
}
