"""`required-version` of a settings file -> whether this program will do.

A specifier is written as for packages: ">=0.1", ">=0.2, <1", "~=0.3", "==0.4". Versions are
numbers with dots; missing ones are 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from factlint import __version__
from factlint.config import toml
from factlint.config.toml import Mistake
from factlint.errors import FactlintError
from factlint.spelling import listing

Numbers = tuple[int, ...]

KEY = "required-version"

_PART = re.compile(r"\s*(?P<sign>[<>=!~]=|[<>])\s*(?P<version>\d+(?:\.\d+)*)\s*")
_LEADING = re.compile(r"\d+(?:\.\d+)*")


def mistakes(given: object, source: str) -> Iterator[Mistake]:
    """What is wrong with the way a requirement is written."""
    if not isinstance(given, str):
        yield Mistake(KEY, f'{KEY!r} must be a text such as ">=0.1", not {toml.kind(given)}')
        return
    for part in given.split(","):
        found = _PART.fullmatch(part)
        if not found:
            signs = listing(_SIGNS)
            yield Mistake(KEY, f"{KEY!r}: {part.strip()!r} is not {signs} and a version")
        elif found["sign"] == "~=" and "." not in found["version"]:
            yield Mistake(KEY, f"{KEY!r}: {part.strip()!r} needs two numbers, as in ~=0.1")


def require(given: object, source: str, path: Path) -> None:
    """Raise if a well-formed requirement is not met by this program."""
    if not isinstance(given, str) or any(mistakes(given, source)) or meets(__version__, given):
        return
    raise FactlintError(
        f"this is factlint {__version__}, but the settings need {given!r};"
        " install such a version, or change 'required-version'",
        str(path),
        toml.line(source, KEY),
    )


def meets(version: str, specifier: str) -> bool:
    """Whether a version meets all parts of a well-formed specifier."""
    parts = (_PART.fullmatch(part) for part in specifier.split(","))
    return all(_SIGNS[part["sign"]](version, part["version"]) for part in parts if part)


def _numbers(version: str, length: int = 0) -> Numbers:
    """ "0.2.0" -> (0, 2); what comes behind the numbers ("rc1") does not count."""
    hit = _LEADING.match(version)
    found = [int(number) for number in hit[0].split(".")] if hit else [0]
    while len(found) > max(1, length) and not found[-1]:
        found.pop()
    return (*found, *[0] * (length - len(found)))


def _compatible(version: str, least: str) -> bool:
    """At least this one, and the same in all numbers but the last."""
    fixed = least.count(".")
    same = _numbers(version, fixed)[:fixed] == tuple(map(int, least.split(".")))[:fixed]
    return same and _numbers(version) >= _numbers(least)


_SIGNS: Mapping[str, Callable[[str, str], bool]] = {
    ">=": lambda mine, other: _numbers(mine) >= _numbers(other),
    "<=": lambda mine, other: _numbers(mine) <= _numbers(other),
    "==": lambda mine, other: _numbers(mine) == _numbers(other),
    "!=": lambda mine, other: _numbers(mine) != _numbers(other),
    "~=": _compatible,
    ">": lambda mine, other: _numbers(mine) > _numbers(other),
    "<": lambda mine, other: _numbers(mine) < _numbers(other),
}
