"""`factlint check`: documents -> findings, and whether they are bad enough to fail."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import click

from factlint import linter, sources
from factlint.cli import options, streams
from factlint.linter import Choice, Outcome
from factlint.model import SEVERITIES, Finding, Severity
from factlint.reporters import REPORTERS, Report

Output = tuple[str, Path | None]  # a format, and the file it goes to; None is stdout


def _outputs(
    ctx: click.Context, parameter: click.Parameter, given: tuple[str, ...]
) -> tuple[Output, ...]:
    """ "json=out.json" -> the format and the file; at most one format goes to stdout."""
    pairs = [entry.partition("=") for entry in given]
    outputs = tuple(
        (options.known(name, REPORTERS, "format"), Path(path) if equals else None)
        for name, equals, path in pairs
    )
    if sum(path is None for _, path in outputs) > 1:
        raise click.UsageError("only one format can go to stdout; write the others as FORMAT=FILE")
    return outputs


@click.command("check")
@options.reading
@click.option(
    "--format",
    "outputs",
    multiple=True,
    default=("text",),
    callback=_outputs,
    metavar="FORMAT[=FILE]",
    help=f"One of {', '.join(REPORTERS)}; into a file if one is named. Repeatable.",
)
@click.option(
    "--select",
    multiple=True,
    callback=options.words,
    metavar="RULE",
    help="Run only these rules. Repeatable, or a list with commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=options.words,
    metavar="RULE",
    help="Leave these rules out. Repeatable, or a list with commas.",
)
@click.option(
    "--show",
    type=click.Choice(["info"]),
    help="Show findings of this severity, too; they are counted anyway.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on stdout; auto heeds NO_COLOR and FORCE_COLOR.",
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    outputs: tuple[Output, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show: str | None,
    fail_on: Severity | Literal["never"],
    exit_zero: bool,
    colour: streams.ColourMode,
) -> None:
    """Find claims that contradict each other.

    Without settings, PATHS are the documents to compare (by default those of the working
    directory). With a settings file, it names the documents: all are read, and the findings that
    touch one of PATHS are shown.

    \b
    Examples:
      factlint check                            everything here
      factlint check --show info notes/         updates and roundings, too
      factlint check --format json=out.json --format text
      factlint check --select valuation-conflict,scale-slip
      factlint check - --stdin-filename notes/today.md < draft.md

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not do the job.
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    with streams.progress() as progress:
        outcome = linter.lint(corpora, Choice(select, ignore), progress)
    for warning in outcome.warnings:
        streams.warn(warning)
    shown = tuple(finding for finding in outcome.findings if show or finding.severity != "info")
    for name, path in outputs:
        _print(name, path, shown, outcome, colour)
    ctx.exit(0 if exit_zero else exit_code(outcome.findings, fail_on))


def exit_code(findings: Sequence[Finding], fail_on: Severity | Literal["never"]) -> int:
    """1 if a finding is at least as severe as `fail_on`, else 0."""
    levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return int(any(finding.severity in levels for finding in findings))


def _print(
    name: str,
    path: Path | None,
    shown: tuple[Finding, ...],
    outcome: Outcome,
    colour: streams.ColourMode,
) -> None:
    """One format on its way: colours and links are for stdout only."""
    coloured = path is None and streams.coloured(colour, sys.stdout)
    linked = coloured and streams.terminal(sys.stdout)
    text = REPORTERS[name](
        Report(shown, outcome.summary, _lines(outcome), _address(outcome, linked), coloured)
    )
    if path is None:
        streams.write(text)
    else:
        streams.save(text, path)


def _lines(outcome: Outcome) -> Callable[[str], Sequence[str]]:
    @cache
    def lines(path: str) -> Sequence[str]:
        return sources.lines(outcome.sources[path])

    return lines


def _address(outcome: Outcome, linked: bool) -> Callable[[str], str | None]:
    def address(path: str) -> str | None:
        return outcome.sources[path].path.as_uri() if linked else None

    return address
