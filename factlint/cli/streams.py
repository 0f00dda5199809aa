"""Text -> stdout, files and stderr: encodings, colours, progress, closed pipes."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TextIO

import click

from factlint.errors import FactlintError

ColourMode = Literal["auto", "always", "never"]
Progress = Callable[[int, int], None]

#: Seconds between two changes of the progress line.
PAUSE = 0.1


def write(text: str) -> None:
    """Print on stdout: UTF-8 into files and pipes, what it can show on a terminal.

    A reader that has gone away ("| head") is no error of ours, so the exit code stays.
    """
    stream = sys.stdout
    try:
        if stream.isatty():
            shown = text.encode(stream.encoding, "backslashreplace").decode(stream.encoding)
            click.echo(shown, nl=False, color=True)
        else:
            click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def save(text: str, path: Path) -> None:
    """Write a report into a file: the whole of it, or nothing if that fails or is interrupted."""
    data = text.encode("utf-8", "backslashreplace")
    target = path.resolve()  # what a link leads to is written, the link stays
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe has no other to take its place
        else:
            _replace(target, data)
    except OSError as error:
        raise FactlintError(f"cannot write: {error.strerror}", str(path)) from None


def create(text: str, path: Path, shown: str) -> None:
    """Write a new file, its folder too; one that is there already is an error."""
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise FactlintError(f"cannot write: {error.strerror}", shown) from None


def _replace(target: Path, data: bytes) -> None:
    beside = target.with_name(f".factlint-{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except BaseException:  # an interrupt, too, leaves nothing behind
        beside.unlink(missing_ok=True)
        raise


def append(text: str, path: Path) -> None:
    """Write at the end of a file that others have begun; one that cannot be written is told."""
    try:
        with path.open("ab") as opened:
            opened.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        warn(f"{path}: cannot write: {error.strerror}")


def announce(line: str, on_stdout: bool) -> None:
    """Tell what will be done before it is: on stdout where people read, else on stderr."""
    if on_stdout:
        write(f"{line}\n")
    else:
        click.echo(line.encode("utf-8", "backslashreplace"), err=True)


def complain(error: FactlintError) -> None:
    """Tell on stderr what the user can repair."""
    _tell("error:", "red", str(error))


def warn(message: str) -> None:
    """Tell on stderr what is weak but does not stop the work."""
    _tell("warning:", "yellow", message)


def _tell(label: str, colour: str, message: str) -> None:
    shown = click.style(label, fg=colour, bold=True) if coloured("auto", sys.stderr) else label
    text = message.encode("utf-8", "backslashreplace").decode()
    click.echo(f"{shown} {text}", err=True, color=True)


def coloured(mode: ColourMode, stream: TextIO) -> bool:
    """Whether to use colours: as told, else by NO_COLOR and FORCE_COLOR, else on terminals."""
    if mode != "auto":
        return mode == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or terminal(stream)


def terminal(stream: TextIO) -> bool:
    """Whether a person watches the stream on a terminal that understands escapes."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def progress() -> Iterator[Progress]:
    """A function that keeps one line on stderr up to date; silent unless a person watches."""
    if not terminal(sys.stderr):
        yield _silent
        return
    shown = 0.0

    def show(done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown >= PAUSE:
            shown = now
            sys.stderr.write(f"\rreading {done}/{total} documents\x1b[K")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _silent(done: int, total: int) -> None:
    """Nobody watches."""
