"""Settings file, paths of the command line -> the corpora to read.

The settings stand in `factlint.toml`, `.factlint.toml` or `[tool.factlint]` of `pyproject.toml`,
in the nearest folder from the working directory up to the root of the repository.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factlint.errors import FactlintError
from factlint.spelling import listing, suggestion

NAMES = ("factlint.toml", ".factlint.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Config:
    """What a settings file says.

    `path` is the file, its folder is the root of the corpus. Without a file, `path` is None.
    """

    path: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents that are read together, and what they are read with.

    Documents are looked for below `paths` and shown relative to `root`. Only findings that touch a
    document at or below one of `focus` are shown; without any, all are. `overlay` holds the bytes
    to read instead of those of a file.
    """

    root: Path
    paths: tuple[Path, ...]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()
    focus: tuple[Path, ...] = ()
    overlay: Mapping[Path, bytes] = field(default_factory=dict)


def find(start: Path) -> Path | None:
    """The settings file that holds for the folder `start`: its own or that of a folder above.

    A folder with `.git` is the last one that is looked into.
    """
    for folder in (start, *start.parents):
        for path in (folder / name for name in NAMES):
            if path.is_file() and (path.name != "pyproject.toml" or "factlint" in _tools(path)):
                return path
        if (folder / ".git").exists():
            break
    return None


def load(path: Path) -> Config:
    """Read a settings file; every mistake in it is told at once."""
    source, table = _table(path)
    mistakes = tuple(_mistakes(table, path.parent))
    if mistakes:
        placed = [(_line(source, word), message) for word, message in mistakes]
        notes = tuple(f"{path}:{line}: {message}" for line, message in placed[1:])
        raise FactlintError(placed[0][1], str(path), placed[0][0], notes=notes)
    return Config(
        path,
        include=_texts(table, "include"),
        exclude=_texts(table, "exclude"),
        packs=tuple(path.parent / entry for entry in _texts(table, "packs")),
        entities=tuple(path.parent / entry for entry in _texts(table, "entities")),
    )


def corpora(
    config: Config, paths: Sequence[Path], here: Path, overlay: Mapping[Path, bytes]
) -> Iterator[Corpus]:
    """The corpora that `paths` stand for, all absolute; `here` is the working directory.

    Without settings, `paths` are the corpus. With settings, these name the corpus and `paths` in
    it are the focus; paths elsewhere are a corpus of their own, read without the settings.
    """
    if config.path is None:
        yield Corpus(here, tuple(paths) or (here,), overlay=overlay)
        return
    root = config.path.parent
    seated = [_seated(path, root) for path in paths]
    inside = tuple(path for path in seated if path.is_relative_to(root))
    outside = tuple(path for path in seated if path not in inside)
    if inside or not paths:
        yield Corpus(
            root,
            (root,),
            include=config.include,
            exclude=config.exclude,
            packs=config.packs,
            entities=config.entities,
            focus=() if root in inside else inside,
            overlay=_only(overlay, inside, root),
        )
    if outside:
        yield Corpus(here, outside, overlay=_only(overlay, outside, root))


def _seated(path: Path, root: Path) -> Path:
    """A path that reaches the root over a link, as a path below the root; others as they are."""
    real, base = path.resolve(), root.resolve()
    if path.is_relative_to(root) or not real.is_relative_to(base):
        return path
    return root / real.relative_to(base)


def _only(overlay: Mapping[Path, bytes], paths: Sequence[Path], root: Path) -> Mapping[Path, bytes]:
    seated = {_seated(path, root): data for path, data in overlay.items()}
    return {path: data for path, data in seated.items() if path in paths}


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
        message, line, column = _where(str(error))
        raise FactlintError(f"not valid TOML: {message}", str(path), line, column) from None


def _table(path: Path) -> tuple[str, Mapping[str, object]]:
    """The source of a settings file, and the table that holds the settings."""
    source = _read(path)
    if path.name != "pyproject.toml":
        return source, _parse(path, source)
    table = _tools(path).get("factlint", {})
    if not isinstance(table, dict):
        raise FactlintError("[tool.factlint] must be a table", str(path))
    return source, table


def _tools(path: Path) -> Mapping[str, object]:
    """The `[tool]` table; a `pyproject.toml` without a word of factlint is not even parsed."""
    source = _read(path)
    table = _parse(path, source).get("tool") if "factlint" in source else None
    return table if isinstance(table, dict) else {}


#: "Invalid value (at line 3, column 7)", "Unclosed array (at end of document)"
_POSITION = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")


def _where(message: str) -> tuple[str, int | None, int | None]:
    """The message of the TOML reader -> what it says, and its line and column."""
    at = _POSITION.search(message)
    if at is None:
        return message, None, None
    return message[: at.start()], int(at["line"]), int(at["column"])


def _line(source: str, word: str) -> int:
    """The line that a key or a quoted value stands on; the first line if none does."""
    written = re.escape(word)
    hit = re.compile(
        rf"""
        ^ [\ \t]* ["']? {written} ["']? [\ \t]* =    # include = [
        | ["'] {written} ["']                        # "docs/**"
        """,
        re.VERBOSE | re.MULTILINE,
    ).search(source, max(0, source.find("[tool.factlint")))
    return source.count("\n", 0, hit.start()) + 1 if hit else 1


Mistake = tuple[str, str]  # the word to look for in the file, and the message


def _mistakes(table: Mapping[str, object], folder: Path) -> Iterator[Mistake]:
    for key, value in table.items():
        if key not in KEYS:
            yield key, f"unknown key {key!r}{suggestion(key, KEYS)} (allowed: {listing(KEYS)})"
        elif not isinstance(value, list):
            yield key, f"{key!r} must be a list of texts, not {_kind(value)}"
        else:
            yield from _entries(key, value, folder)


def _entries(key: str, entries: Sequence[object], folder: Path) -> Iterator[Mistake]:
    for entry in entries:
        if not isinstance(entry, str):
            yield key, f"{key!r} must be a list of texts, but holds {_kind(entry)}"
        elif problem := KEYS[key](entry, folder):
            yield entry, f"{key!r}: {problem}"


def _no_pattern(entry: str, folder: Path) -> str:
    return "" if entry.strip() else "an empty pattern matches nothing"


def _missing(entry: str, folder: Path) -> str:
    return "" if (folder / entry).exists() else f"{entry!r} does not exist in {folder}"


def _not_table(entry: str, folder: Path) -> str:
    missing = _missing(entry, folder)
    return missing or ("" if (folder / entry).is_file() else f"{entry!r} is not a file")


#: Every key: all are lists of texts; the function says what is wrong with an entry.
KEYS: Mapping[str, Callable[[str, Path], str]] = {
    "include": _no_pattern,
    "exclude": _no_pattern,
    "packs": _missing,
    "entities": _not_table,
}

_KINDS = {bool: "a boolean", int: "a number", float: "a number", str: "a text", dict: "a table"}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), "something else")


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    entries = table.get(key, ())
    return tuple(map(str, entries)) if isinstance(entries, list) else ()
