"""`.gitignore` files around a path -> whether git passes the path over."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pathspec import GitIgnoreSpec

NAME = ".gitignore"


class Ignored(NamedTuple):
    """The patterns of one file, and the folder that they refer to."""

    folder: Path
    spec: GitIgnoreSpec


#: Of the folders above a path, outermost first; the nearest one that says anything decides.
Ignores = tuple[Ignored, ...]


def above(folder: Path) -> Ignores:
    """What the folders above one ignore, up to that of the repository; nothing outside of one."""
    if (folder / ".git").exists():
        return ()
    for count, each in enumerate(folder.parents, start=1):
        if (each / ".git").exists():
            inner = reversed(folder.parents[:count])
            return tuple(one for parent in inner for one in _read(parent))
    return ()


def within(known: Ignores, folder: Path) -> Ignores:
    """What holds for the entries of a folder: what is known, and what its own file says.

    A repository inside another one has its own rules only.
    """
    return _read(folder) if (folder / ".git").exists() else (*known, *_read(folder))


def passes_over(known: Ignores, path: Path, *, is_folder: bool) -> bool:
    """Whether a path is ignored; a pattern with `!` takes it back."""
    for one in reversed(known):
        inside = path.relative_to(one.folder).as_posix() + ("/" if is_folder else "")
        said = one.spec.check_file(inside).include
        if said is not None:
            return said
    return False


def _read(folder: Path) -> Ignores:
    """The patterns of a folder; a file that cannot be read ignores nothing, as for git."""
    try:
        lines = (folder / NAME).read_text("utf-8-sig", errors="replace").splitlines()
    except OSError:
        return ()
    return (Ignored(folder, GitIgnoreSpec.from_lines(lines)),)
