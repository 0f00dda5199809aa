"""Settings file, paths of the command line -> the corpora to read.

The settings stand in `factlint.toml`, `.factlint.toml` or `[tool.factlint]` of `pyproject.toml`,
in the nearest folder from the working directory up to the root of the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from factlint import shapes
from factlint.config import datasets, installed, levels, requirement, toml
from factlint.config.levels import NONE, Levels
from factlint.config.toml import Mistake
from factlint.model import Dataset
from factlint.shapes import Shape
from factlint.spelling import listing, suggestion

#: The key of the tables that declare data files.
DATA = "data"
RULES = "rules"
OVERRIDES = "overrides"
BASELINE = "baseline"
REQUIRED = "required-version"
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
    data: tuple[Dataset, ...] = ()
    levels: Levels = NONE
    baseline: Path | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents that are read together, and what they are read with.

    Documents are looked for below `paths` and shown relative to `root`. Only findings that touch a
    document at or below one of `focus` are shown; without any, all are. `overlay` holds the bytes
    to read instead of those of a file. `baseline` is the file of known findings that the settings
    name.

    `state` is what git knows the documents by: a commit or the index; without it they are the files
    on disk. Findings that were there at one of the commits `before` are not shown.
    """

    root: Path
    paths: tuple[Path, ...]
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()
    data: tuple[Dataset, ...] = ()
    levels: Levels = NONE
    baseline: Path | None = None
    focus: tuple[Path, ...] = ()
    overlay: Mapping[Path, bytes] = field(default_factory=dict)
    state: str | None = None
    before: tuple[str, ...] = ()


def find(start: Path) -> Path | None:
    """The settings file that holds for the folder `start`: its own or that of a folder above.

    A folder with `.git` is the last one that is looked into.
    """
    for folder in (start, *start.parents):
        for path in (folder / name for name in NAMES):
            if path.is_file() and (path.name != "pyproject.toml" or "factlint" in toml.tools(path)):
                return path
        if (folder / ".git").exists():
            break
    return None


def load(path: Path) -> Config:
    """Read a settings file; every mistake in it is told at once."""
    source, table = toml.table(path)
    requirement.require(table.get(REQUIRED), source, path)  # first: a newer file has newer keys
    toml.raise_all(path, source, tuple(_mistakes(table, source, path.parent)))
    baseline = table.get(BASELINE)
    return Config(
        path,
        include=_texts(table, "include"),
        exclude=_texts(table, "exclude"),
        packs=tuple(_pack(entry, path.parent) for entry in _texts(table, "packs")),
        entities=tuple(path.parent / entry for entry in _texts(table, "entities")),
        data=datasets.read(table.get(DATA), source, path),
        levels=levels.read(table.get(RULES), table.get(OVERRIDES), source, path),
        baseline=path.parent / baseline if isinstance(baseline, str) else None,
    )


def _pack(entry: str, folder: Path) -> Path:
    name = installed.name(entry)
    return folder / entry if name is None else installed.folder(name)


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
            # A file that is named is read even if git passes it over.
            (root, *(path for path in inside if path.is_file())),
            include=config.include,
            exclude=config.exclude,
            packs=config.packs,
            entities=config.entities,
            data=config.data,
            levels=config.levels,
            baseline=config.baseline,
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


def _mistakes(table: Mapping[str, object], source: str, folder: Path) -> Iterator[Mistake]:
    for key, value in table.items():
        if key in _VALUES:
            yield from _VALUES[key].mistakes(value, source)
        elif key not in KEYS:
            near = f"{suggestion(key, ALLOWED)} (allowed: {listing(ALLOWED)})"
            yield Mistake(key, f"unknown key {key!r}{near}")
        elif not isinstance(value, list):
            yield Mistake(key, f"{key!r} must be a list of texts, not {toml.kind(value)}")
        else:
            yield from _entries(key, value, folder)


def _entries(key: str, entries: Sequence[object], folder: Path) -> Iterator[Mistake]:
    for entry in entries:
        if not isinstance(entry, str):
            yield Mistake(key, f"{key!r} must be a list of texts, but holds {toml.kind(entry)}")
        elif problem := KEYS[key].problem(entry, folder):
            yield Mistake(entry, f"{key!r}: {problem}")


def _baseline_mistakes(value: object, source: str) -> Iterator[Mistake]:
    """A file that does not exist is no mistake here: `factlint baseline` writes it."""
    if not isinstance(value, str):
        yield Mistake(BASELINE, f"{BASELINE!r} must be a text, not {toml.kind(value)}")
    elif not value.strip():
        yield Mistake(BASELINE, f"{BASELINE!r} must name a file, not an empty text")


def _no_pattern(entry: str, folder: Path) -> str:
    return "" if entry.strip() else "an empty pattern matches nothing"


def _missing(entry: str, folder: Path) -> str:
    return "" if (folder / entry).exists() else f"{entry!r} does not exist in {folder}"


def _no_pack(entry: str, folder: Path) -> str:
    name = installed.name(entry)
    return _missing(entry, folder) if name is None else installed.problem(name)


def _not_table(entry: str, folder: Path) -> str:
    missing = _missing(entry, folder)
    return missing or ("" if (folder / entry).is_file() else f"{entry!r} is not a file")


class _Texts(NamedTuple):
    """A key that is a list of texts: what is wrong with an entry, given the folder."""

    problem: Callable[[str, Path], str]
    says: str


class _Value(NamedTuple):
    """Any other key: what is wrong with its value, given the source of the file."""

    mistakes: Callable[[object, str], Iterator[Mistake]]
    shape: Shape


KEYS: Mapping[str, _Texts] = {
    "include": _Texts(_no_pattern, "Patterns of what is read; everything, if they are not there."),
    "exclude": _Texts(_no_pattern, "Patterns of what is not read, even if it is named."),
    "packs": _Texts(_no_pack, "Rule packs: files, folders, or package:NAME for installed ones."),
    "entities": _Texts(_not_table, "Files of names, with their kinds and aliases."),
}
_VALUES: Mapping[str, _Value] = {
    DATA: _Value(datasets.mistakes, datasets.SHAPE),
    RULES: _Value(levels.rule_mistakes, levels.SHAPE),
    OVERRIDES: _Value(levels.override_mistakes, levels.OVERRIDES_SHAPE),
    BASELINE: _Value(_baseline_mistakes, shapes.text("The file of known findings.")),
    REQUIRED: _Value(requirement.mistakes, requirement.SHAPE),
}
ALLOWED = (*KEYS, *_VALUES)
#: Every key, with what may stand there.
SHAPES: Mapping[str, Shape] = {
    **{name: shapes.listed(key.says, shapes.text()) for name, key in KEYS.items()},
    **{name: key.shape for name, key in _VALUES.items()},
}


def _texts(table: Mapping[str, object], key: str) -> tuple[str, ...]:
    entries = table.get(key, ())
    return tuple(map(str, entries)) if isinstance(entries, list) else ()
