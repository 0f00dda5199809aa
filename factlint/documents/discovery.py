"""Paths of the command line -> the files to read, and a count of those that are not read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pathspec import GitIgnoreSpec

from factlint.documents import FORMATS
from factlint.errors import FactlintError

_NO_SUFFIX = "(none)"
_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))


@dataclass(frozen=True, slots=True)
class Found:
    """The documents, each as its absolute path and as it is shown; other files by suffix."""

    files: tuple[tuple[Path, str], ...]
    unread: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Scope:
    """What decides on a file: the folder that patterns and links refer to, and the patterns."""

    base: Path
    include: GitIgnoreSpec | None
    exclude: GitIgnoreSpec


def discover(
    paths: Sequence[Path], root: Path, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Found:
    """The documents below `paths`, sorted, each once.

    `include` and `exclude` are patterns as in a .gitignore file, relative to `root`; they hold for
    files that are named too. Hidden files and folders, installed packages and links that lead out
    of the root are passed over, unless they are named.
    """
    wanted = GitIgnoreSpec.from_lines(include) if include else None
    unwanted = GitIgnoreSpec.from_lines(exclude)
    top = _absolute(root)
    files: dict[Path, tuple[Path, str]] = {}
    others: set[Path] = set()
    for named in paths:
        scope = _Scope(_base(_absolute(named), top), wanted, unwanted)
        for file in sorted(_below(named, scope), key=_is_alias):
            if not _is_wanted(file, scope):
                continue
            if _suffix(file) in FORMATS:
                files.setdefault(file.resolve(), (file, _shown(file, top)))
            else:
                others.add(file)
    unread = Counter(map(_suffix, others))
    return Found(
        tuple(sorted(files.values(), key=lambda file: file[1])), dict(sorted(unread.items()))
    )


def _below(named: Path, scope: _Scope) -> Sequence[Path]:
    """The file that is named, or the files of a folder; at least one of them is a document."""
    path = _absolute(named)
    if not path.exists():
        raise FactlintError(_missing(named))
    found = [path] if path.is_file() else list(_walk(path, scope, set()))
    if not any(_suffix(file) in FORMATS for file in found):
        raise FactlintError(_nothing(named, path, found))
    return found


def _absolute(path: Path) -> Path:
    """The path without `..`, but with its links: they are part of what the user calls it."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _base(path: Path, root: Path) -> Path:
    """The root if it holds the path; a path outside is a corpus of its own."""
    if path.is_relative_to(root):
        return root
    return path if path.is_dir() else path.parent


def _walk(folder: Path, scope: _Scope, seen: set[Path]) -> Iterator[Path]:
    """The files below a folder, in order; a folder that two links lead to is walked once."""
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    for entry in _entries(folder):
        path = Path(entry.path)
        if entry.name.startswith(".") or (entry.is_symlink() and not _stays(path, scope)):
            continue
        if entry.is_file():
            yield path
        elif entry.is_dir() and entry.name not in _SKIPPED_FOLDERS:
            inside = _relative(path, scope)
            if not scope.exclude.match_file(f"{inside}/"):
                yield from _walk(path, scope, seen)


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


def _is_wanted(file: Path, scope: _Scope) -> bool:
    inside = _relative(file, scope)
    wanted = scope.include is None or scope.include.match_file(inside)
    return wanted and not scope.exclude.match_file(inside)


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
