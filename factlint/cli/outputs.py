"""Options `--format` and a report -> stdout and files."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from factlint.cli import options, streams
from factlint.errors import FactlintError
from factlint.reporters import REPORTERS, SUMMARIES, Report

Output = tuple[str, Path | None]  # a format, and the file it goes to; None is stdout
Make = Callable[[bool, bool], Report]  # whether there are colours, and links


def parse(
    ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[Output, ...]:
    """ "json=out.json" -> the format and the file; "json" and "json=-" go to stdout.

    Told before any document is read: an unknown format, a file that cannot be, two formats for one
    place.
    """
    outputs = tuple(_output(entry) for entry in given)
    counts = Counter(None if path is None else path.resolve() for _, path in outputs)
    if counts[None] > 1:
        raise click.UsageError("only one format can go to stdout; write the others as FORMAT=FILE")
    for path, count in counts.items():
        if count > 1:
            raise click.UsageError(f"two formats cannot go to one file: {path}")
    return outputs


def _output(entry: str) -> Output:
    name, equals, path = entry.partition("=")
    known = options.known(name, REPORTERS, "format")
    if not equals or path == "-":
        return known, None
    if not path:
        raise click.UsageError(f"--format {entry} names no file; - is stdout")
    return known, _writable(Path(path))


def _writable(path: Path) -> Path:
    try:
        in_folder, is_folder = path.parent.is_dir(), path.is_dir()
    except OSError as error:  # a name too long to ask about
        raise FactlintError(f"cannot write: {error.strerror}", str(path)) from None
    if is_folder:
        raise FactlintError("cannot write: it is a folder", str(path))
    if not in_folder:
        raise FactlintError(f"cannot write: there is no folder {path.parent}", str(path))
    return path


def complete(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The formats that begin like this."""
    return [CompletionItem(name) for name in REPORTERS if name.startswith(incomplete)]


def is_prose(outputs: Sequence[Output]) -> bool:
    """Whether what goes to stdout is for people, so that one more line does no harm."""
    return any(path is None and name in ("text", "concise") for name, path in outputs)


def put(outputs: Sequence[Output], make: Make, colour: streams.ColourMode) -> None:
    """Make all reports, then write the files, then print: what fails prints nothing."""
    made = list(_reports(outputs, make, colour))
    for path, text in made:
        if path is not None:
            streams.save(text, path)
    for name, _ in outputs:
        _summarize(name, make)
    for path, text in made:
        if path is None:
            streams.write(text)


def _reports(
    outputs: Sequence[Output], make: Make, colour: streams.ColourMode
) -> Iterator[tuple[Path | None, str]]:
    for name, path in outputs:
        coloured = path is None and streams.coloured(colour, sys.stdout)
        linked = coloured and streams.terminal(sys.stdout)
        yield path, REPORTERS[name](make(coloured, linked))


def _summarize(name: str, make: Make) -> None:
    """What a format says in the file of its platform, if that runs us."""
    if name not in SUMMARIES:
        return
    variable, summary, limit = SUMMARIES[name]
    target = os.environ.get(variable)
    if target:
        path = Path(target)
        taken = path.stat().st_size if path.is_file() else 0
        streams.append(summary(make(False, False), limit - taken), path)
