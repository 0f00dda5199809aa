"""A settings file -> its table of settings, and the lines that words stand on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from factlint.errors import FactlintError

Stretch = tuple[int, int]  # offsets [start, end) of the source

_TOOL = "[tool.factlint]"
_HEAD = re.compile(r"^[ \t]*\[(?P<array>\[)?(?P<name>[^\[\]\n\"']+)\]", re.MULTILINE)


class Mistake(NamedTuple):
    """What is wrong, the word of the file that it is about, and where to look for it."""

    word: str
    message: str
    within: Stretch | None = None


def kind(value: object) -> str:
    """What messages call a value of the wrong kind."""
    return _KINDS.get(type(value), "something else")


_KINDS = {
    bool: "a boolean",
    int: "a number",
    float: "a number",
    str: "a text",
    dict: "a table",
    list: "a list",
}


def raise_all(path: Path, source: str, mistakes: Sequence[Mistake]) -> None:
    """Tell the mistakes of a file, each with its line; nothing if there are none."""
    if not mistakes:
        return
    placed = [(line(source, one.word, one.within), one.message) for one in mistakes]
    notes = tuple(f"{path}:{row}: {message}" for row, message in placed[1:])
    raise FactlintError(placed[0][1], str(path), placed[0][0], notes=notes)


def table(path: Path) -> tuple[str, Mapping[str, object]]:
    """The source of a settings file, and the table that holds the settings."""
    source = _read(path)
    if path.name != "pyproject.toml":
        return source, _parse(path, source)
    found = tools(path).get("factlint", {})
    if not isinstance(found, dict):
        raise FactlintError(f"{_TOOL} must be a table", str(path))
    return source, found


def tools(path: Path) -> Mapping[str, object]:
    """The `[tool]` table; a `pyproject.toml` without a word of factlint is not even parsed."""
    source = _read(path)
    found = _parse(path, source).get("tool") if "factlint" in source else None
    return found if isinstance(found, dict) else {}


def line(source: str, word: str, within: Stretch | None = None) -> int:
    """The line that a key or quoted value stands on, else the first one: of `within`, if given."""
    start, end = within or _everywhere(source)
    written = re.escape(word)
    hit = re.compile(
        rf"""
        ^ [\ \t]* ["']? {written} ["']? [\ \t]* =    # include = [
        | ["'] {written} ["']                        # "docs/**"
        | [{{,] [\ \t]* {written} [\ \t]* =           # fields = {{amount = "..."}}
        """,
        re.VERBOSE | re.MULTILINE,
    ).search(source, start, end)
    first = start if within else 0
    return source.count("\n", 0, hit.start() if hit else first) + 1


def tables(source: str, key: str, count: int) -> tuple[Stretch, ...]:
    """Where the `count` tables of an array stand in the source.

    For an array without heads ("data = [{...}]") that is anywhere.
    """
    heads = [(hit.start(), hit["array"], hit["name"].strip()) for hit in _HEAD.finditer(source)]
    found = []
    for index, (start, array, name) in enumerate(heads):
        if array and name in (key, f"tool.factlint.{key}"):
            later = (at for at, _, other in heads[index + 1 :] if not other.startswith(f"{name}."))
            found.append((start, next(later, len(source))))
    return tuple(found) if len(found) == count else (_everywhere(source),) * count


def plain_table(source: str, key: str) -> Stretch:
    """Where the table `[key]` stands in the source; one without a head may stand anywhere."""
    heads = list(_HEAD.finditer(source))
    ends = [*(later.start() for later in heads[1:]), len(source)]
    for hit, end in zip(heads, ends, strict=False):  # no heads at all leave one end over
        if not hit["array"] and hit["name"].strip() in (key, f"tool.factlint.{key}"):
            return hit.start(), end
    return _everywhere(source)


def _everywhere(source: str) -> Stretch:
    return max(0, source.find("[tool.factlint")), len(source)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise FactlintError("not valid TOML: the file is not UTF-8", str(path)) from None
    except OSError as error:
        raise FactlintError(f"cannot read: {error.strerror}", str(path)) from None


def _parse(path: Path, source: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        message, row, column = _where(str(error))
        raise FactlintError(f"not valid TOML: {message}", str(path), row, column) from None


#: "Invalid value (at line 3, column 7)", "Unclosed array (at end of document)"
_POSITION = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")


def _where(message: str) -> tuple[str, int | None, int | None]:
    """The message of the TOML reader -> what it says, and its line and column."""
    at = _POSITION.search(message)
    if at is None:
        return message, None, None
    return message[: at.start()], int(at["line"]), int(at["column"])
