"""Files -> readings: passages of prose with exact places, and what a document says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from factlint.documents import (
    asciidoc,
    comments,
    data,
    decoding,
    directives,
    frontmatter,
    html,
    jsx,
    markdown,
    mdx,
    plain,
    rst,
)
from factlint.documents.comments import Comment
from factlint.documents.contents import Contents, Fault
from factlint.model import Dataset, Document, Problem, Reading

#: The formats that are read: the suffix of a file and its reader, `(path, text) -> Contents`.
FORMATS: Mapping[str, Callable[[str, str], Contents]] = {
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".mdx": mdx.read,
    ".jsx": jsx.read,
    ".tsx": jsx.read,
    ".rst": rst.read,
    ".adoc": asciidoc.read,
    ".asciidoc": asciidoc.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".njk": html.read,
    ".astro": html.read_astro,
}


def read(path: str, content: bytes, dataset: Dataset | None = None) -> Reading:
    """The bytes of a document -> its passages; `path` is what is shown, its suffix the format.

    `dataset` declares a data file. A suffix without a reader is read as plain text.
    """
    text, faults = decoding.decode(content)
    suffix = PurePosixPath(path).suffix.lower()
    if dataset is not None:
        contents = data.read(path, text, dataset, data.FORMATS[suffix])
        told = list(comments.of_data(suffix, text))
    else:
        reader = FORMATS.get(suffix, plain.read)
        contents = reader(path, text)
        told = comments.find(suffix, text, partial(reader, path))
    reading = _reading(path, text, contents, (*faults, *contents.faults))
    if not told:
        return reading
    return _directed(reading, told, len(text) if dataset else frontmatter.split(text).body)


def _directed(reading: Reading, told: Sequence[Comment], head: int) -> Reading:
    """A reading with what its comments say; up to `head` it is YAML."""
    found, wrong = directives.read(reading, told, [(0, head)])
    problems = (*reading.problems, *_problems(reading, wrong))
    return replace(reading, directives=found, problems=problems)


def load(path: Path, shown: str, dataset: Dataset | None = None) -> Reading:
    """Read a file; one that cannot be opened is a problem of the document."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        fault = Fault(decoding.UNREADABLE, f"the file cannot be opened: {reason}", 0, 0)
        return _reading(shown, "", Contents(), (fault,))
    return read(shown, content, dataset)


def lines(path: Path) -> list[str]:
    """The lines of a file as they were read; none if it cannot be opened (`load` says why)."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    return decoding.lines(decoding.decode(content)[0])


def _reading(path: str, text: str, contents: Contents, faults: tuple[Fault, ...]) -> Reading:
    meta = contents.meta
    document = Document(path, meta.title, meta.dated, meta.source, meta.url)
    reading = Reading(
        document,
        text,
        decoding.line_starts(text),
        contents.passages,
        records=contents.records,
        census=contents.census,
    )
    return replace(reading, problems=_problems(reading, faults)) if faults else reading


def _problems(reading: Reading, faults: Sequence[Fault]) -> tuple[Problem, ...]:
    return tuple(
        Problem(fault.rule, fault.message, reading.place(fault.start, fault.end), fault.hint)
        for fault in faults
    )
