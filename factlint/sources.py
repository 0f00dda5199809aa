"""A corpus -> where its documents come from, their readings, and which of them are in focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factlint import documents, git, snapshots
from factlint.config import Corpus
from factlint.documents import decoding, discovery
from factlint.documents.discovery import File, Found
from factlint.errors import NothingToRead
from factlint.git import Blob
from factlint.model import Dataset, Reading

Progress = Callable[[int, int], None]  # documents read so far, documents in all


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from; `content` if its bytes are not those of the file.

    `dataset` declares a data file.
    """

    shown: str
    path: Path
    content: bytes | None = None
    dataset: Dataset | None = None


def unwatched(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def find(corpus: Corpus) -> tuple[tuple[Source, ...], Mapping[str, int]]:
    """The documents of a corpus in order, and how many files are not read, by suffix.

    On disk there is at least one; a commit or the index may hold none.
    """
    if corpus.state is not None:
        return _staged(corpus, corpus.state)
    files, unread = _discover(corpus.paths, corpus)
    sources = {file.path: Source(file.shown, file.path, dataset=file.dataset) for file in files}
    for path, content in corpus.overlay.items():
        if path in sources or not _is_excluded(path, corpus):
            dataset = discovery.dataset_of(path, corpus.root, corpus.data)
            sources[path] = Source(shown_path(path, corpus.root), path, content, dataset)
    if not sources:
        where = ", ".join(map(str, corpus.paths))
        raise NothingToRead(
            f"nothing to read: the settings or a .gitignore file exclude all documents in {where}"
        )
    return tuple(sorted(sources.values(), key=lambda source: source.shown)), unread


def _staged(corpus: Corpus, state: str) -> tuple[tuple[Source, ...], Mapping[str, int]]:
    stored = snapshots.listing(corpus, state)
    bytes_of = git.contents(one.blob for one in stored.documents)
    found = (
        Source(_printable(file.shown), file.path, bytes_of[blob], file.dataset)
        for file, blob in stored.documents
    )
    return tuple(found), stored.unread


def before(corpus: Corpus, commit: str, now: Sequence[Source]) -> tuple[Source, ...]:
    """The documents of a commit in order; one that has not changed since is that of `now` itself.

    A document that has another name now has it there, too, so that what is found in it is known.
    """
    moved = snapshots.renamed(corpus, commit)
    current = {source.path: source for source in now}
    kept: list[Source] = []
    changed: list[tuple[Source, Blob]] = []
    for file, blob in snapshots.listing(corpus, commit).documents:
        path = moved.get(file.path, file.path)
        source = current.get(path)
        if source and _holds(source, blob):
            kept.append(source)
        else:
            dataset = source.dataset if source else file.dataset
            changed.append((Source(shown_path(path, corpus.root), path, None, dataset), blob))
    bytes_of = git.contents(blob for _, blob in changed)
    then = (replace(source, content=bytes_of[blob]) for source, blob in changed)
    return tuple(sorted((*kept, *then), key=lambda source: source.shown))


def _holds(source: Source, blob: Blob) -> bool:
    """Whether a document is what git keeps in a blob."""
    try:
        content = source.path.read_bytes() if source.content is None else source.content
    except OSError:
        return False
    return git.is_content(content, blob)


def _discover(paths: Sequence[Path], corpus: Corpus) -> tuple[tuple[File, ...], Mapping[str, int]]:
    """The files below `paths` with the paths shown; those of the overlay need not exist."""
    on_disk = [path for path in paths if path not in corpus.overlay]
    found = _below(on_disk, corpus)
    return tuple(file._replace(shown=_printable(file.shown)) for file in found.files), found.unread


def _below(paths: Sequence[Path], corpus: Corpus) -> Found:
    return discovery.discover(paths, corpus.root, corpus.include, corpus.exclude, corpus.data)


def _is_excluded(path: Path, corpus: Corpus) -> bool:
    """Whether the settings keep a file from being read that would be there."""
    if not path.exists():
        return False
    return not _below((path,), corpus).files


def read(sources: Sequence[Source], progress: Progress = unwatched) -> Iterator[Reading]:
    """The documents of these sources, one at a time."""
    for done, source in enumerate(sources):
        progress(done, len(sources))
        if source.content is None:
            yield documents.load(source.path, source.shown, source.dataset)
        else:
            yield documents.read(source.shown, source.content, source.dataset)


def lines(source: Source) -> Sequence[str]:
    """The lines of a document as its places count them."""
    if source.content is None:
        return documents.lines(source.path)
    return decoding.lines(decoding.decode(source.content)[0])


def shown_path(path: Path, root: Path) -> str:
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return _printable(shown.as_posix())


def _printable(path: str) -> str:
    """A path as text; bytes in a file name that are none are written as escapes."""
    return path.encode("utf-8", "backslashreplace").decode()


def focus(corpus: Corpus, sources: Sequence[Source]) -> frozenset[str]:
    """The documents to show something of, by the path shown."""
    if not corpus.focus:
        return frozenset(source.shown for source in sources)
    files, _ = _discover(corpus.focus, corpus)
    overlaid = (source.shown for source in sources if source.content is not None)
    return frozenset((*overlaid, *(file.shown for file in files)))
