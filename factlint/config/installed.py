"""`package:NAME` in a list of packs -> the folder of rule packs that an installed package brings.

A package names it as an entry point of the group "factlint.packs": a name, and the dotted name of
the package or folder with the packs. No code of the package is run to find it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.spelling import suggestion

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PREFIX = "package:"
GROUP = "factlint.packs"


def name(entry: str) -> str | None:
    """The name behind "package:", None for an entry that is a path."""
    return entry.removeprefix(PREFIX).strip() if entry.startswith(PREFIX) else None


def problem(name: str) -> str:
    """Why a name leads to no folder; empty if it does."""
    found = _points(name)
    if not found:
        known = sorted({point.name for point in _all_points()})
        hint = suggestion(name, known) or (f"; installed: {', '.join(known)}" if known else "")
        return f"no installed package brings rule packs named {name!r}{hint}"
    folders = set(_folders(found))
    if len(folders) > 1:
        return f"{len(folders)} installed packages bring rule packs named {name!r}"
    return "" if folders else f"{name!r} stands for {found[0].value!r}, which is no folder of packs"


def folder(name: str) -> Path:
    """The folder of a name without a problem."""
    return next(_folders(_points(name)))


def _points(name: str) -> list[EntryPoint]:
    return [point for point in _all_points() if point.name == name]


def _all_points() -> list[EntryPoint]:
    """The entry points of all installed packages that bring packs."""
    from importlib.metadata import entry_points  # slow to import, and few settings name a package

    return list(entry_points(group=GROUP))


def _folders(points: list[EntryPoint]) -> Iterator[Path]:
    """The folders of entry points; only the first name is looked up, which runs no code."""
    for point in points:
        first, *rest = point.value.split(".")
        spec = find_spec(first)
        for base in (spec.submodule_search_locations if spec else None) or ():
            path = Path(base, *rest)
            if path.is_dir():
                yield path
                break
