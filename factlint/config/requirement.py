"""`required-version` of a settings file -> whether this program will do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factlint import __version__, shapes, versions
from factlint.config import toml
from factlint.config.toml import Mistake
from factlint.errors import FactlintError

KEY = "required-version"
SHAPE = shapes.text('Which factlint understands these settings: ">=0.1, <1".')


def mistakes(given: object, source: str) -> Iterator[Mistake]:
    """What is wrong with the way a requirement is written."""
    if not isinstance(given, str):
        yield Mistake(KEY, f'{KEY!r} must be a text such as ">=0.1", not {toml.kind(given)}')
        return
    yield from (Mistake(KEY, f"{KEY!r}: {fault}") for fault in versions.faults(given))


def require(given: object, source: str, path: Path) -> None:
    """Raise if a well-formed requirement is not met by this program."""
    if not isinstance(given, str) or any(mistakes(given, source)):
        return
    if versions.meets(__version__, given):
        return
    raise FactlintError(
        f"this is factlint {__version__}, but the settings need {given!r};"
        " install such a version, or change 'required-version'",
        str(path),
        toml.line(source, KEY),
    )
