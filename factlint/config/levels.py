"""`rules` and `[[overrides]]` of a settings file -> how severe each rule is, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from factlint import shapes
from factlint.config import toml
from factlint.config.toml import Mistake, Stretch
from factlint.model import SEVERITIES, Severity
from factlint.spelling import listing, suggestion

Level = Severity | Literal["off"]

LEVELS: tuple[Level, ...] = (*SEVERITIES, "off")


@dataclass(frozen=True, slots=True)
class RuleLevel:
    """What a settings file says of a rule, and on which line."""

    rule: str
    level: Level
    line: int


@dataclass(frozen=True, slots=True)
class Override:
    """Rules that have other levels in files: patterns as in .gitignore, relative to the root."""

    files: tuple[str, ...]
    rules: tuple[RuleLevel, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Levels:
    """All levels of a settings file; `path` is what messages call the file."""

    rules: tuple[RuleLevel, ...] = ()
    overrides: tuple[Override, ...] = ()
    path: str = ""


#: Every rule is as severe as its pack says.
NONE = Levels()


def rule_mistakes(given: object, source: str) -> Iterator[Mistake]:
    """What is wrong with the value of `rules`; whether a rule exists only the packs know."""
    yield from _levels(given, toml.plain_table(source, "rules"))


def override_mistakes(given: object, source: str) -> Iterator[Mistake]:
    """What is wrong with the value of `overrides`."""
    if not isinstance(given, list):
        message = f"'overrides' must be tables ([[overrides]]), not {toml.kind(given)}"
        yield Mistake("overrides", message)
        return
    for table, within in zip(given, toml.tables(source, "overrides", len(given)), strict=True):
        if isinstance(table, dict):
            yield from _in_override(table, within)
        else:
            message = f"'overrides' must be tables ([[overrides]]), but holds {toml.kind(table)}"
            yield Mistake("overrides", message)


def read(rules: object, overrides: object, source: str, path: Path) -> Levels:
    """The levels of values that have no mistakes."""
    if not (rules or overrides):
        return NONE
    held = overrides if isinstance(overrides, list) else []
    stretches = toml.tables(source, "overrides", len(held))
    return Levels(
        _read_rules(rules, source, toml.plain_table(source, "rules")),
        tuple(
            Override(
                tuple(table["files"]),
                _read_rules(table["rules"], source, within),
                toml.line(source, "files", within),
            )
            for table, within in zip(held, stretches, strict=True)
        ),
        path.name,
    )


def _read_rules(given: object, source: str, within: Stretch) -> tuple[RuleLevel, ...]:
    held: Mapping[str, object] = given if isinstance(given, dict) else {}
    return tuple(
        RuleLevel(rule, cast(Level, level), toml.line(source, rule, within))
        for rule, level in held.items()
    )


def _in_override(table: Mapping[str, object], within: Stretch) -> Iterator[Mistake]:
    for key in table:
        if key not in _KEYS:
            near = f"{suggestion(key, _KEYS)} (allowed: {listing(_KEYS)})"
            yield Mistake(key, f"unknown key {key!r} of 'overrides'{near}", within)
    for key, what in _KEYS.items():
        if not table.get(key):
            yield Mistake("overrides", f"'overrides' needs {key!r}: {what}", within)
    if table.get("files"):
        yield from _files(table["files"], within)
    if table.get("rules"):
        yield from _levels(table["rules"], within)


_KEYS = {
    "files": "patterns of the documents that it is about",
    "rules": "which rules have which level there",
}
_LEVEL = shapes.choice("", LEVELS)
SHAPE = shapes.mapping("How severe each rule is at most.", {}, other=_LEVEL)
_OVERRIDE_SHAPES = {
    "files": shapes.listed("", shapes.text()),
    "rules": shapes.mapping("", {}, other=_LEVEL),
}
OVERRIDES_SHAPE = shapes.listed(
    "Other levels for some documents; the last one that fits counts.",
    shapes.mapping(
        "",
        {
            key: shapes.told(f"{says.capitalize()}.", _OVERRIDE_SHAPES[key])
            for key, says in _KEYS.items()
        },
        needs=tuple(_KEYS),
    ),
)


def _files(given: object, within: Stretch) -> Iterator[Mistake]:
    if not isinstance(given, list):
        yield Mistake("files", f"'files' must be a list of texts, not {toml.kind(given)}", within)
        return
    for entry in given:
        if not isinstance(entry, str):
            message = f"'files' must be a list of texts, but holds {toml.kind(entry)}"
            yield Mistake("files", message, within)
        elif not entry.strip():
            yield Mistake("files", "'files': an empty pattern matches nothing", within)


def _levels(given: object, within: Stretch) -> Iterator[Mistake]:
    if not isinstance(given, dict):
        message = f"'rules' must be a table of rules and levels, not {toml.kind(given)}"
        yield Mistake("rules", message, within)
        return
    for rule, level in given.items():
        if not isinstance(level, str):
            message = f"{rule!r} must be {listing(LEVELS)}, not {toml.kind(level)}"
            yield Mistake(rule, message, within)
        elif level not in LEVELS:
            near = f"{suggestion(level, LEVELS)} (allowed: {listing(LEVELS)})"
            yield Mistake(rule, f"{rule!r}: unknown level {level!r}{near}", within)
