"""The tag at [start, end) of HTML -> its attributes, and what they say."""

from __future__ import annotations

import re
from html import unescape

#: name, name=value, name="value"
_ATTRIBUTE = re.compile(
    r"""(?P<name> [^\s"'<>/=]++ )
    (?: \s*+ = \s*+
        (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\s"'<>]++) ) )?+""",
    re.VERBOSE,
)
_NAME = re.compile(r"<[^\s/<>\"'=]++")
#: What a tag must hold to be looked at closer
_MAY_HIDE = re.compile(r"hidden|role|display|visibility", re.IGNORECASE)
_MAY_SPAN = re.compile(r"span", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NUMBER = re.compile(r"\s*+(\d{1,5})")
#: Roles of elements that lead to other places or wait for an answer.
_SILENT_ROLES = frozenset(
    ("alertdialog", "dialog", "menu", "menubar", "navigation", "search", "tablist", "toolbar")
)


def read(raw: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """The attributes of a tag by name, each with the place of its value; the first one holds."""
    found: dict[str, tuple[int, int]] = {}
    name = _NAME.match(raw, start, end)
    for attribute in _ATTRIBUTE.finditer(raw, name.end() if name else start, end):
        group = attribute.lastgroup or "name"
        span = attribute.span(group) if group != "name" else (attribute.end(), attribute.end())
        found.setdefault(attribute["name"].lower(), span)
    return found


def value(raw: str, found: dict[str, tuple[int, int]], name: str) -> str:
    """What an attribute says, in one line; nothing if it is not there."""
    start, end = found.get(name, (0, 0))
    return text(raw[start:end])


def text(written: str) -> str:
    """What a value says, as it is written in the source."""
    return " ".join(unescape(written).split())


def lays_out(raw: str, start: int, end: int) -> bool:
    """Whether a table says that it holds no data."""
    return value(raw, read(raw, start, end), "role").lower() in ("none", "presentation")


def hide(raw: str, start: int, end: int) -> bool:
    """Whether a tag opens something that is not shown, or only leads to other places."""
    if _MAY_HIDE.search(raw, start, end) is None:
        return False
    found = read(raw, start, end)
    return (
        "hidden" in found
        or value(raw, found, "aria-hidden").lower() == "true"
        or value(raw, found, "role").lower() in _SILENT_ROLES
        or _INVISIBLE.search(value(raw, found, "style")) is not None
    )


def spans(raw: str, start: int, end: int) -> tuple[int, int]:
    """How many columns and rows a cell spans; no rows means all that follow."""
    if _MAY_SPAN.search(raw, start, end) is None:
        return 1, 1
    found = read(raw, start, end)
    return _number(raw, found, "colspan"), _number(raw, found, "rowspan")


def _number(raw: str, found: dict[str, tuple[int, int]], name: str) -> int:
    number = _NUMBER.match(value(raw, found, name))
    return int(number[1]) if number else 1
