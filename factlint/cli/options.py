"""Options that commands share, and what becomes of them: the corpora to read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, cast

import click

from factlint import config as settings
from factlint import linter
from factlint.cli import streams
from factlint.config import Config, Corpus, installed
from factlint.config.levels import LEVELS, Level
from factlint.errors import FactlintError
from factlint.model import Packs
from factlint.spelling import listing, suggestion

STDIN = Path("-")

Levels = Mapping[str, Level]  # of rules, by id

Command = TypeVar("Command", bound=Callable[..., None])


def reading(command: Command) -> Command:
    """The options that say what is read."""
    decorators = (
        click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
        click.option(
            "--stdin-filename",
            metavar="NAME",
            help="What the text on stdin (PATH -) is taken for: it stands for this file.",
        ),
        *_SETTINGS,
    )
    return _decorated(command, decorators)


def parallel(command: Command) -> Command:
    """The option that says how many processes read."""
    return _decorated(command, (_JOBS,))


def configured(command: Command) -> Command:
    """The options that say which settings hold."""
    return _decorated(command, _SETTINGS)


def levelled(command: Command) -> Command:
    """The option that says how severe rules are."""
    return _decorated(command, (_SEVERITY,))


def _levels(
    ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> Mapping[str, Level]:
    """ "range=warning" -> the rule and its level; whether there is such a rule the packs know."""
    found: dict[str, Level] = {}
    for entry in words(ctx, parameter, given):
        rule, equals, level = entry.partition("=")
        if not (rule and equals):
            raise click.UsageError(f"--severity takes RULE=LEVEL, not {entry!r}")
        found[rule] = cast(Level, known(level, LEVELS, "level"))
    return found


def _jobs(ctx: click.Context, parameter: click.Parameter, given: str) -> int | None:
    """ "auto" -> None, "2" -> 2."""
    if given == "auto":
        return None
    if not (given.isdecimal() and int(given)):
        raise click.UsageError(f"--jobs takes a number from 1 on, or auto, not {given!r}")
    return int(given)


_JOBS = click.option(
    "--jobs",
    "-j",
    default="auto",
    show_default=True,
    callback=_jobs,
    metavar="N",
    help="Processes that read documents; auto: one a core where there are many documents.",
)
_SEVERITY = click.option(
    "--severity",
    multiple=True,
    callback=_levels,
    metavar="RULE=LEVEL",
    help=f"How severe a rule is: {listing(LEVELS)}. Repeatable, or a list with commas.",
)
_SETTINGS = (
    click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Settings file; by default the nearest factlint.toml.",
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file."),
)


def _decorated(command: Command, decorators: Iterable[Callable[[Command], Command]]) -> Command:
    for decorate in reversed(tuple(decorators)):
        command = decorate(command)
    return command


def config(config_path: Path | None, isolated: bool) -> Config:
    """The settings that hold for this run."""
    if isolated and config_path:
        raise click.UsageError("--config and --isolated exclude each other")
    if isolated:
        return Config()
    path = _absolute(config_path) if config_path else settings.find(Path.cwd())
    return settings.load(path) if path else Config()


def packs(config_path: Path | None, isolated: bool) -> Packs:
    """The rule packs that hold for this run."""
    using = config(config_path, isolated)
    return linter.packs_of(using.packs, using.path.parent if using.path else Path.cwd())


def corpora(
    paths: tuple[Path, ...], stdin_filename: str | None, config_path: Path | None, isolated: bool
) -> tuple[Corpus, ...]:
    """The corpora that the options name; stdin is read here if it is one of the paths."""
    if (STDIN in paths) != (stdin_filename is not None):
        raise click.UsageError("stdin takes both: the path - and --stdin-filename NAME")
    overlay = {}
    if stdin_filename is not None:
        overlay[_absolute(Path(stdin_filename))] = sys.stdin.buffer.read()
    files = existing([path for path in paths if path != STDIN])
    using = config(config_path, isolated)
    found = tuple(settings.corpora(using, (*files, *overlay), Path.cwd(), overlay))
    if config_path and using.path:
        _warn_outside(found, using.path.parent)
    return found


def _warn_outside(found: Iterable[Corpus], root: Path) -> None:
    """Who names settings expects them to hold; they do for the documents of their folder."""
    for corpus in found:
        if not any(path.is_relative_to(root) for path in corpus.paths):
            where = ", ".join(map(str, corpus.paths))
            streams.warn(f"outside of the folder of the settings, so read without them: {where}")


def existing(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Absolute paths, each once; one that does not exist is an error."""
    for path in paths:
        if not path.exists():
            beside = path.parent.iterdir() if path.parent.is_dir() else ()
            near = suggestion(path.name, (other.name for other in beside))
            raise FactlintError(f"no such file or folder: {path}{near}")
    return tuple(dict.fromkeys(map(_absolute, paths)))


def packs_named(given: Sequence[Path]) -> tuple[Path, ...]:
    """Packs of a command line: files, folders, "package:NAME"."""
    named = {path: installed.name(str(path)) for path in given}
    for name in filter(None, named.values()):
        if problem := installed.problem(name):
            raise FactlintError(problem)
    found = (path if name is None else installed.folder(name) for path, name in named.items())
    return existing(tuple(found))


def _absolute(path: Path) -> Path:
    """Without "..", but with links as they are: they are part of the names people know."""
    return Path(os.path.abspath(path))  # noqa: PTH100 -- resolve() would follow links


def words(
    ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    """Repeated options and comma lists -> one flat list."""
    return tuple(word.strip() for entry in given for word in entry.split(",") if word.strip())


def known(word: str, allowed: Iterable[str], noun: str) -> str:
    """`word` if it is allowed, else a usage error with the nearest right one."""
    allowed = tuple(allowed)
    if word not in allowed:
        raise click.UsageError(
            f"no {noun} {word!r}{suggestion(word, allowed)} (allowed: {listing(allowed)})"
        )
    return word
