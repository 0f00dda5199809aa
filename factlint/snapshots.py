"""A corpus and a state of its repository -> the documents of that state, without a checkout.

Settings, rule packs and names are those of now: a rule that changes is no news of the documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from factlint import git
from factlint.config import Corpus
from factlint.documents import discovery
from factlint.documents.discovery import File
from factlint.errors import FactlintError
from factlint.git import Blob


class Stored(NamedTuple):
    """A document as git keeps it."""

    file: File
    blob: Blob


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents of a state in order; its other files by suffix."""

    documents: tuple[Stored, ...]
    unread: Mapping[str, int]


def top(corpus: Corpus) -> Path:
    """The root of the repository that holds a corpus."""
    first = corpus.paths[0]
    found = git.top(first if first.is_dir() else first.parent)
    for path in corpus.paths:
        if not path.resolve().is_relative_to(found):
            raise FactlintError(f"not in the repository {found}", str(path))
    return found


def listing(corpus: Corpus, state: str) -> Listing:
    """The documents of a corpus in a state."""
    blobs = git.blobs(top(corpus), state)
    seated = {seat: blob for path in corpus.paths for seat, blob in _below(path, blobs)}
    found = discovery.sift(
        seated, corpus.paths, corpus.root, corpus.include, corpus.exclude, corpus.data
    )
    documents = tuple(Stored(file, seated[file.path]) for file in found.files)
    return Listing(documents, found.unread)


def changes(corpus: Corpus, state: str, commit: str) -> int:
    """How many documents of a state are new, gone, moved or different since a commit."""
    moved = renamed(corpus, commit)
    then = {
        moved.get(file.path, file.path): (file.path, blob)
        for file, blob in listing(corpus, commit).documents
    }
    now = {file.path: (file.path, blob) for file, blob in listing(corpus, state).documents}
    return sum(then.get(path) != now.get(path) for path in then.keys() | now.keys())


def renamed(corpus: Corpus, commit: str) -> Mapping[Path, Path]:
    """Documents of a commit that have another name now: old path -> new path, as they are named."""
    pairs = git.renames(top(corpus), commit, corpus.state)
    moved: dict[Path, Path] = {}
    for path in corpus.paths:
        real = path.resolve()
        inside = (pair for pair in pairs.items() if all(one.is_relative_to(real) for one in pair))
        moved |= {_seat(old, path, real): _seat(new, path, real) for old, new in inside}
    return moved


def _below(path: Path, blobs: Mapping[Path, Blob]) -> Iterator[tuple[Path, Blob]]:
    """The files at or below a path, called as the path is, which links may lead to."""
    real = path.resolve()
    if real in blobs:
        yield path, blobs[real]
        return
    if path.is_file():
        return
    for stored, blob in blobs.items():
        if stored.is_relative_to(real):
            yield _seat(stored, path, real), blob


def _seat(stored: Path, path: Path, real: Path) -> Path:
    return path / stored.relative_to(real)
