"""JavaScript in a text: where brackets, templates and JSX tags end.

Strings, comments and templates are told from code, regular expressions are not. What was seen once
is kept, and after so many brackets that never close no further one is tried: the time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factlint.documents.contents import Span

_TOKEN = re.compile(
    r"""(?<!:)//[^\r\n]*+ | /\*(?:[^*]|\*(?!/))*+\*/ | "(?:[^"\\\r\n]|\\.)*+"
    | '(?:[^'\\\r\n]|\\.)*+' | [{}`]""",
    re.VERBOSE,
)
_IN_TEMPLATE = re.compile(r"\\.|\$\{|`", re.DOTALL)
_TAG = re.compile(r"<(?P<close>/?)\s*(?P<name>[A-Za-z_$][\w$]*+(?:[.:-][\w$]+)*+)?")
_ATTRIBUTE = re.compile(
    r"""(?P<name>[A-Za-z_$@][\w:.$@-]*+)
    (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<braced>(?=\{)) ) )?+""",
    re.VERBOSE,
)
_BLANKS = re.compile(r"\s*+")
_ATTEMPTS = 100


@dataclass(slots=True)
class Code:
    """A text, and where its brackets and templates are known to end; -1 for never."""

    text: str
    ends: dict[int, int] = field(default_factory=dict)
    attempts: int = _ATTEMPTS


@dataclass(frozen=True, slots=True)
class Tag:
    """A JSX tag at [start, end); a fragment has no name, `strings` are its attributes of text."""

    name: str
    start: int
    end: int
    closes: bool = False
    empty: bool = False
    strings: tuple[tuple[str, Span], ...] = ()


def close(code: Code, at: int) -> int:
    """Behind the bracket or template that opens at `at`, -1 if it never closes."""
    if at in code.ends:
        return code.ends[at]
    if code.attempts <= 0:
        return -1
    stack = [(code.text[at], at)]
    position = at + 1
    while stack:
        pattern = _IN_TEMPLATE if stack[-1][0] == "`" else _TOKEN
        found = pattern.search(code.text, position)
        if found is None:
            code.attempts -= 1
            code.ends.update((start, -1) for _, start in stack)
            return -1
        position = found.end()
        _step(code, stack, found[0], position)
    return position


def _step(code: Code, stack: list[tuple[str, int]], token: str, end: int) -> None:
    """Open or close what the token says."""
    held = stack[-1][0]
    if token in ("{", "${"):
        stack.append(("{", end - 1))
    elif token == "`" and held != "`":
        stack.append(("`", end - 1))
    elif (token == "}" and held == "{") or (token == "`" and held == "`"):
        code.ends[stack.pop()[1]] = end


def tag(code: Code, at: int) -> Tag | None:
    """The tag that starts at `at`, if it is one."""
    text = code.text
    found = _TAG.match(text, at)
    if found is None:
        return None
    name, closes = found["name"] or "", bool(found["close"])
    strings: list[tuple[str, Span]] = []
    position = found.end()
    while True:
        position = _blanks(text, position)
        if text.startswith(">", position):
            return Tag(name, at, position + 1, closes, strings=tuple(strings))
        if text.startswith("/>", position):
            return Tag(name, at, position + 2, closes, empty=True, strings=tuple(strings))
        if text.startswith("{", position):
            position = close(code, position)
        elif name and (attribute := _ATTRIBUTE.match(text, position)):
            position = attribute.end()
            if attribute["braced"] is not None:
                position = close(code, position)
            kind = next((kind for kind in ("double", "single") if attribute[kind]), None)
            if kind:
                strings.append((attribute["name"], attribute.span(kind)))
        else:
            return None
        if position < 0:
            return None


def _blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at
