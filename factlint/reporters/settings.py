"""Settings with their origins -> a table for people, or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factlint.reporters import excerpt, objects


@dataclass(frozen=True, slots=True)
class Shown:
    """A setting as it is shown: `origin` is "file", "default" or "command line"."""

    key: str
    value: object
    origin: str
    path: str | None
    line: int | None


def text(settings: Sequence[Shown]) -> str:
    """One line each: the key, the value as in TOML, where it comes from."""
    rows = [(one.key, _toml(one.value), _origin(one)) for one in settings]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return "".join(
        excerpt.visible(f"{key:{wide[0]}}  {value:{wide[1]}}  {origin}") + "\n"
        for key, value, origin in rows
    )


def _origin(one: Shown) -> str:
    return f"{one.path}:{one.line}" if one.path else one.origin


def _toml(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False, default=str)


def as_json(settings: Sequence[Shown]) -> str:
    """An object with one entry for each setting."""
    entries = [
        {
            "key": one.key,
            "value": one.value,
            "origin": one.origin,
            "path": one.path,
            "line": one.line,
        }
        for one in settings
    ]
    return objects.dumps({"version": objects.VERSION, "settings": entries}, indent=2) + "\n"


SETTINGS: Mapping[str, Callable[[Sequence[Shown]], str]] = {"text": text, "json": as_json}
