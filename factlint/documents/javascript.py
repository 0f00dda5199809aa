"""JavaScript in a text: where brackets, templates and JSX tags end.

Strings, comments and templates are told from code, regular expressions are not. What was seen once
is kept, and the length that may be read in vain is bounded: the time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factlint.documents.contents import Span

_TOKEN = re.compile(
    r"""(?<!:)//[^\r\n]*+ | /\* | "(?:[^"\\\r\n]|\\.)*+"
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
#: How often the length of a text may be read for what never closes
_VAIN = 3


@dataclass(slots=True)
class Code:
    """A text, and where its brackets and templates are known to end; -1 for never.

    `spent` is the length that was read in vain.
    """

    text: str
    ends: dict[int, int] = field(default_factory=dict)
    spent: int = 0
    uncommented: bool = False  # no comment ends any more

    @property
    def exhausted(self) -> bool:
        """Whether so much was read in vain that nothing more is tried."""
        return self.spent > _VAIN * len(self.text)


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
    if code.exhausted:
        return -1
    stack = [(code.text[at], at)]
    position = at + 1
    while stack:
        pattern = _IN_TEMPLATE if stack[-1][0] == "`" else _TOKEN
        found = pattern.search(code.text, position)
        if found is None:
            code.spent += len(code.text) - at
            code.ends.update((start, -1) for _, start in stack)
            return -1
        position = behind(code, found)
        _step(code, stack, found[0], position)
    return position


def behind(code: Code, token: re.Match[str]) -> int:
    """Behind a token; a comment that opens is passed over if it closes."""
    if token[0] != "/*" or code.uncommented:
        return token.end()
    end = code.text.find("*/", token.end())
    code.uncommented = end < 0
    return token.end() if end < 0 else end + 2


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
