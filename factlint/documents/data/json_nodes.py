"""JSON -> nodes with their places, and its strings -> raw text and the way back.

A scanner of our own, since the parsers there are tell no places and recurse. NaN and Infinity,
which some programs write, are no values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from factlint.documents import scalars
from factlint.documents.data import nodes
from factlint.documents.data.nodes import Broken, Node, NodeKind
from factlint.documents.sourcemap import Origin

State = Literal[
    "a value", "a value or ]", "a key", "a key or }", "a colon", "a comma or the end"
]  # fmt: skip

_CHARACTERS = r'(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+'
_TOKEN = re.compile(
    rf"""
      (?P<open> [\[{{] )
    | (?P<close> [\]}}] )
    | (?P<comma> , )
    | (?P<colon> : )
    | (?P<string> "{_CHARACTERS}" )
    | (?P<number> -?(?: 0 | [1-9][0-9]*+ )(?: \.[0-9]++ )?(?: [eE][+-]?[0-9]++ )?(?![\w.]) )
    | (?P<other> (?: null | true | false | NaN | -?Infinity )(?!\w) )
    """,
    re.VERBOSE,
)
_BLANKS = re.compile(r"[ \t\r\n]*+")
_LINES = re.compile(r"[^\r\n]++")
_OPEN_STRING = re.compile(f'"{_CHARACTERS}')
_WORD = re.compile(r"[\w.+-]{1,20}|.", re.DOTALL)
#: \ud83d\ude00, \u20ac, \n
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_BLANK_ESCAPES: Mapping[str, str] = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}

_VALUES = frozenset(("open", "string", "number", "other"))
_ALLOWED: Mapping[State, frozenset[str]] = {
    "a value": _VALUES,
    "a value or ]": _VALUES | {"close"},
    "a key": frozenset(("string",)),
    "a key or }": frozenset(("string", "close")),
    "a colon": frozenset(("colon",)),
    "a comma or the end": frozenset(("comma", "close")),
}
_OPENED: Mapping[str, tuple[NodeKind, State]] = {
    "{": ("mapping", "a key or }"),
    "[": ("list", "a value or ]"),
}
_PAIRS = {"]": "[", "}": "{"}
_SCALARS: Mapping[str, NodeKind] = {"string": "string", "number": "number", "other": "other"}


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text with one JSON value a line."""
    return (found.span() for found in _LINES.finditer(text))


def read(text: str, start: int, end: int) -> Iterator[Node]:
    """The nodes of the JSON value in text[start:end]; blanks alone hold none."""
    at = _after_blanks(text, start, end)
    stack: list[str] = []
    state: State = "a value"
    while at < end:
        found = _TOKEN.match(text, at, end)
        kind = (found.lastgroup if found else None) or ""
        if found is None or kind not in _ALLOWED[state] or not _pairs(found[0], stack):
            raise _unexpected(text, at, end, state)
        token, last = found[0], found.end()
        if kind == "open":
            if len(stack) == nodes.DEEPEST:
                raise nodes.too_deep(at)
            stack.append(token)
            opened, state = _OPENED[token]
            yield Node(opened, at, last)
        elif kind == "close":
            stack.pop()
            state = "a comma or the end"
            yield Node("end", at, last)
        elif kind == "comma":
            state = "a key" if stack[-1] == "{" else "a value"
        elif kind == "colon":
            state = "a value"
        elif state in ("a key", "a key or }"):
            state = "a colon"
            yield Node("key", at, last, string(text, at, last)[0])
        else:
            state = "a comma or the end"
            yield Node(_SCALARS[kind], at, last)
        at = _after_blanks(text, last, end)
        if not stack:
            break
    if at < end:
        raise Broken("not valid JSON: it goes on behind its end", at, "one value a line is .jsonl")
    if stack:
        raise Broken(f"not valid JSON: it ends where {state} should stand", max(start, end - 1))


def string(text: str, start: int, end: int) -> tuple[str, Origin]:
    """A string with its quotes -> what it says, and where each character comes from.

    Half of a surrogate pair says U+FFFD.
    """
    return scalars.unescaped(text[start + 1 : end - 1], start + 1, _ESCAPE, _meant)


def _meant(escape: str) -> str:
    code = escape[1]
    if code != "u":
        return _BLANK_ESCAPES.get(code, code)
    number = int(escape[2:6], 16)
    if len(escape) > 6:
        return chr(0x10000 + ((number & 0x3FF) << 10) + (int(escape[8:], 16) & 0x3FF))
    character = chr(number)
    if 0xD800 <= number < 0xE000:
        return "\ufffd"
    return character if number >= 0x20 or character in "\t\n\r" else " "


def _after_blanks(text: str, at: int, end: int) -> int:
    found = _BLANKS.match(text, at, end)
    return found.end() if found else at


def _pairs(token: str, stack: list[str]) -> bool:
    """Whether a closing bracket closes what is open; all other tokens are in pairs anyway."""
    return token not in _PAIRS or stack[-1:] == [_PAIRS[token]]


def _unexpected(text: str, at: int, end: int, state: State) -> Broken:
    """What stands at `at` instead of what should: in a string, what ends it too early."""
    if text[at] == '"' and (found := _OPEN_STRING.match(text, at, end)):
        return _broken_string(text, at, found.end(), end) or _instead(text, at, end, state)
    return _instead(text, at, end, state)


def _instead(text: str, at: int, end: int, state: State) -> Broken:
    found = _WORD.match(text, at, end)
    shown = found[0] if found else text[at]
    message = f"not valid JSON: {shown!r} stands where {state} should"
    return Broken(message, at, _HINTS.get(shown[0], ""))


def _broken_string(text: str, start: int, at: int, end: int) -> Broken | None:
    if at == end:
        return Broken("not valid JSON: a string is never closed", start)
    if text[at] == "\\":
        shown = text[at : at + 2]
        return Broken(f"not valid JSON: {shown!r} is no escape", at, "a backslash is written \\\\")
    if text[at] == '"':
        return None
    hint = "in strings, line breaks are written \\n and tabs \\t"
    return Broken(f"not valid JSON: a string holds {text[at]!r} as it is", at, hint)


_HINTS = {
    "'": "strings and keys stand in double quotes",
    "/": "JSON has no comments",
    "#": "JSON has no comments",
    "}": "no comma stands before a closing bracket",
    "]": "no comma stands before a closing bracket",
}
