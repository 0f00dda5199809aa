"""A settings file, the command line -> every setting with its value and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from factlint.config import ALLOWED, BASELINE, DATA, OVERRIDES, REQUIRED, RULES, toml

Origin = Literal["file", "default", "command line"]

#: What holds if nobody says anything.
DEFAULTS: Mapping[str, object] = {REQUIRED: None, RULES: {}}


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and its origin; `path` and `line` are there if that is a file."""

    key: str
    value: object
    origin: Origin
    path: Path | None = None
    line: int | None = None


def settings(
    path: Path | None, given: Mapping[str, object], baseline: str | None = None
) -> tuple[Setting, ...]:
    """All settings of a file without mistakes, under those that are `given` on the command line.

    `baseline` is the one that holds if nobody names any. Rules, overrides and data files come one
    by one ("rules.name-misspelled", "overrides[0]").
    """
    source, table = toml.table(path) if path else ("", {})
    defaults = {**DEFAULTS, BASELINE: baseline}
    found = {
        one.key: one
        for key in ALLOWED
        for one in _of(key, table, defaults.get(key, []), source, path)
    }
    for key, value in given.items():
        found.pop(key.partition(".")[0], None)  # no rules at all were a setting of its own
        found[key] = Setting(key, value, "command line")
    order = {key: index for index, key in enumerate(ALLOWED)}
    return tuple(sorted(found.values(), key=lambda one: order[_top(one.key)]))


def _top(key: str) -> str:
    return key.partition(".")[0].partition("[")[0]


def _of(
    key: str, table: Mapping[str, object], default: object, source: str, path: Path | None
) -> Iterator[Setting]:
    value = table.get(key, default)
    if key not in table or value in ([], {}):
        yield Setting(key, value, "default")
    elif key in (DATA, OVERRIDES) and isinstance(value, list):
        stretches = toml.tables(source, key, len(value))
        for index, (one, within) in enumerate(zip(value, stretches, strict=True)):
            line = toml.line(source, "files", within)
            yield Setting(f"{key}[{index}]", one, "file", path, line)
    elif key == RULES and isinstance(value, dict):
        within = toml.plain_table(source, key)
        for rule, level in value.items():
            line = toml.line(source, rule, within)
            yield Setting(f"{key}.{rule}", level, "file", path, line)
    else:
        yield Setting(key, value, "file", path, toml.line(source, key))
