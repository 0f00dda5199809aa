"""Paths of the command line -> the files to read, and a count of those that are not read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from pathspec import GitIgnoreSpec

from factlint.documents import FORMATS, ignores
from factlint.documents.data import FORMATS as DATA
from factlint.documents.ignores import Ignores
from factlint.errors import FactlintError, NothingToRead
from factlint.model import Dataset

_NO_SUFFIX = "(none)"
_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))


class File(NamedTuple):
    """A document: its absolute path, how it is shown, and what declares it if it is data."""

    path: Path
    shown: str
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The documents in order; other files by suffix."""

    files: tuple[File, ...]
    unread: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Scope:
    """What decides on a file: the folder that patterns and links refer to, and the patterns."""

    base: Path
    include: GitIgnoreSpec | None
    exclude: GitIgnoreSpec
    declared: tuple[tuple[GitIgnoreSpec, Dataset], ...] = ()


def discover(
    paths: Sequence[Path],
    root: Path,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    data: Sequence[Dataset] = (),
) -> Found:
    """The documents below `paths`, sorted, each once.

    `include` and `exclude` are patterns as in a .gitignore file, relative to `root`; they hold for
    files that are named too. Data files are read if one of `data` declares them, whatever is
    included. Hidden files and folders, installed packages, what a .gitignore file says and links
    that lead out of the root are passed over, unless they are named.
    """
    wanted = GitIgnoreSpec.from_lines(include) if include else None
    unwanted = GitIgnoreSpec.from_lines(exclude)
    declared = _declared(data)
    top = _absolute(root)
    files: dict[Path, File] = {}
    others: set[Path] = set()
    for named in paths:
        scope = _Scope(_base(_absolute(named), top), wanted, unwanted, declared)
        for path in sorted(_below(named, scope), key=_is_alias):
            dataset = _dataset(path, scope)
            if not _is_wanted(path, scope, dataset):
                continue
            if dataset or _suffix(path) in FORMATS:
                files.setdefault(path.resolve(), File(path, _shown(path, top), dataset))
            else:
                others.add(path)
    return _found(files.values(), others)


def sift(
    stored: Collection[Path],
    paths: Sequence[Path],
    root: Path,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    data: Sequence[Dataset] = (),
) -> Found:
    """The documents among files that need not be on disk, by the rules of `discover`.

    There may be none below a path.
    """
    wanted = GitIgnoreSpec.from_lines(include) if include else None
    unwanted = GitIgnoreSpec.from_lines(exclude)
    top = _absolute(root)
    files: dict[Path, File] = {}
    others: set[Path] = set()
    for named in map(_absolute, paths):
        scope = _Scope(_base(named, top), wanted, unwanted, _declared(data))
        for path in (named,) if named in stored else _stored_below(named, stored, scope):
            dataset = _dataset(path, scope)
            if not _is_wanted(path, scope, dataset):
                continue
            if dataset or _suffix(path) in FORMATS:
                files[path] = File(path, _shown(path, top), dataset)
            else:
                others.add(path)
    return _found(files.values(), others)


def _found(files: Collection[File], others: Collection[Path]) -> Found:
    unread = Counter(map(_suffix, others))
    shown = sorted(files, key=lambda file: file.shown)
    return Found(tuple(shown), dict(sorted(unread.items())))


def _stored_below(named: Path, stored: Collection[Path], scope: _Scope) -> Iterator[Path]:
    """The files below a folder in folders that `_walk` would enter."""
    entered = {named: True}

    def enters(folder: Path) -> bool:
        if folder not in entered:
            hidden = folder.name.startswith(".") or folder.name in _SKIPPED_FOLDERS
            entered[folder] = (
                not hidden
                and enters(folder.parent)
                and not scope.exclude.match_file(f"{_relative(folder, scope)}/")
            )
        return entered[folder]

    for path in stored:
        below = path.is_relative_to(named) and not path.name.startswith(".")
        if below and enters(path.parent):
            yield path


def unmatched(dataset: Dataset, shown: Sequence[str]) -> tuple[str, ...]:
    """The patterns of a declaration that fit none of its files, by the paths shown."""
    return tuple(
        pattern
        for pattern in dataset.files
        if not pattern.startswith("!")
        and not any(GitIgnoreSpec.from_lines((pattern,)).match_files(shown))
    )


def dataset_of(path: Path, root: Path, data: Sequence[Dataset]) -> Dataset | None:
    """What declares a data file, whether it exists or not."""
    file, top = _absolute(path), _absolute(root)
    nothing = GitIgnoreSpec.from_lines(())
    return _dataset(file, _Scope(_base(file, top), None, nothing, _declared(data)))


def _declared(data: Sequence[Dataset]) -> tuple[tuple[GitIgnoreSpec, Dataset], ...]:
    return tuple((GitIgnoreSpec.from_lines(one.files), one) for one in data)


def _dataset(file: Path, scope: _Scope) -> Dataset | None:
    """The first declaration of a data file."""
    if not scope.declared or _suffix(file) not in DATA:
        return None
    inside = _relative(file, scope)
    return next((one for spec, one in scope.declared if spec.match_file(inside)), None)


def _below(named: Path, scope: _Scope) -> Sequence[Path]:
    """The file that is named, or the files of a folder; at least one of them is a document."""
    path = _absolute(named)
    if not path.exists():
        raise FactlintError(_missing(named))
    ignored = ignores.above(path)
    found = [path] if path.is_file() else list(_walk(path, scope, set(), ignored))
    if not any(_suffix(file) in FORMATS or _dataset(file, scope) for file in found):
        raise NothingToRead(_nothing(named, path, found))
    return found


def _absolute(path: Path) -> Path:
    """The path without `..`, but with its links: they are part of what the user calls it."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _base(path: Path, root: Path) -> Path:
    """The root if it holds the path; a path outside is a corpus of its own."""
    if path.is_relative_to(root):
        return root
    return path if path.is_dir() else path.parent


def _walk(folder: Path, scope: _Scope, seen: set[Path], ignored: Ignores) -> Iterator[Path]:
    """The files below a folder, in order; a folder that two links lead to is walked once."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    ignored = ignores.within(ignored, folder)
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.name.startswith(".") or (entry.is_symlink() and not _stays(path, scope)):
            continue
        if ignores.passes_over(ignored, path, is_folder=entry.is_dir()):
            continue
        if entry.is_file():
            yield path
        elif entry.is_dir() and entry.name not in _SKIPPED_FOLDERS:
            inside = _relative(path, scope)
            if not scope.exclude.match_file(f"{inside}/"):
                yield from _walk(path, scope, seen, ignored)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise FactlintError(f"cannot open the folder {folder}: {error.strerror}") from error


def _stays(link: Path, scope: _Scope) -> bool:
    """Whether a link leads to something inside the base."""
    return link.resolve().is_relative_to(scope.base.resolve())


def _is_alias(file: Path) -> bool:
    """Whether a link leads here: a file is shown by its own name rather than by that of a link."""
    return file.resolve() != file


def _is_wanted(file: Path, scope: _Scope, dataset: Dataset | None) -> bool:
    inside = _relative(file, scope)
    wanted = dataset or scope.include is None or scope.include.match_file(inside)
    return bool(wanted) and not scope.exclude.match_file(inside)


def _relative(path: Path, scope: _Scope) -> str:
    return path.relative_to(scope.base).as_posix()


def _shown(file: Path, root: Path) -> str:
    """Relative to the root, else to the working directory, with slashes."""
    if file.is_relative_to(root):
        return file.relative_to(root).as_posix()
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # another drive
        return file.as_posix()


def _suffix(file: Path) -> str:
    return file.suffix.lower() or _NO_SUFFIX


def _missing(named: Path) -> str:
    message = f"no such file or folder: {named}"
    parent = named.parent
    names = sorted(entry.name for entry in parent.iterdir()) if parent.is_dir() else []
    near = get_close_matches(named.name, names, n=1)
    return f"{message}; did you mean {(parent / near[0]).as_posix()}?" if near else message


def _nothing(named: Path, path: Path, found: Sequence[Path]) -> str:
    """Why a named path gives no document: the wrong suffix, or a folder without any."""
    read = f"files that are read end in {', '.join(FORMATS)}"
    if path.is_file():
        return f"{named} is not read: {read}"
    others = ", ".join(
        f"{count} {suffix}" for suffix, count in sorted(Counter(map(_suffix, found)).items())
    )
    return f"no documents in {named}: {read}" + (f"; found {others}" if others else "")
