"""Version numbers and specifiers -> whether a version will do.

A specifier is written as for packages: ">=0.1", ">=0.2, <1", "~=0.3", "==0.4". Versions are
numbers with dots; missing ones are 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from factlint.spelling import listing

Numbers = tuple[int, ...]

_PART = re.compile(r"\s*(?P<sign>[<>=!~]=|[<>])\s*(?P<version>\d+(?:\.\d+)*)\s*")
_LEADING = re.compile(r"\d+(?:\.\d+)*")


def is_plain(version: str) -> bool:
    """Whether a version is numbers with dots: "0.2", not "0.2rc1"."""
    return bool(_LEADING.fullmatch(version))


def faults(specifier: str) -> Iterator[str]:
    """What is wrong with the way a specifier is written."""
    for part in specifier.split(","):
        found = _PART.fullmatch(part)
        if not found:
            yield f"{part.strip()!r} is not {listing(_SIGNS)} and a version"
        elif found["sign"] == "~=" and "." not in found["version"]:
            yield f"{part.strip()!r} needs two numbers, as in ~=0.1"


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
