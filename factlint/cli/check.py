"""`factlint check`: documents -> findings, and whether they are bad enough to fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

import click

from factlint import linter, scopes, snapshots, sources
from factlint.cli import known, options, outputs, streams
from factlint.config import Corpus
from factlint.linter import Choice, Outcome
from factlint.model import SEVERITIES, Finding, Severity
from factlint.reporters import REPORTERS, Report
from factlint.reporters import statistics as counting
from factlint.reporters.report import Tally


@click.command("check")
@options.reading
@options.parallel
@click.option(
    "--diff-base",
    metavar="REF",
    help="Show only findings that are new since HEAD left this commit, wherever they lie.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("text",),
    callback=outputs.parse,
    shell_complete=outputs.complete,
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
@options.levelled
@known.comparing
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
    "--statistics",
    is_flag=True,
    help="Count the findings of each rule, too: in text, concise, json and jsonl.",
)
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours on stdout; auto heeds NO_COLOR and FORCE_COLOR.",
)
@click.option(
    "--today",
    envvar="FACTLINT_TODAY",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day (2026-12-31) that until= of suppressions is held against; by default today's.",
)
@click.pass_context
def command(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    diff_base: str | None,
    formats: tuple[outputs.Output, ...],
    **asked: Any,
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
      factlint check --format sarif=factlint.sarif --format github
      factlint check --select valuation-conflict,funding-magnitude-slip
      factlint check --diff-base origin/main    what this branch adds
      factlint check - --stdin-filename notes/today.md < draft.md

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not do the job.
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    if diff_base is not None:
        corpora = tuple(_since(diff_base, corpora, outputs.is_prose(formats)))
    judge(ctx, corpora, formats=formats, isolated=isolated, **asked)


def _since(ref: str, corpora: Sequence[Corpus], on_stdout: bool) -> Iterator[Corpus]:
    """The corpora with what is known of them; tells on one line what that is."""
    chosen = [scopes.since(snapshots.top(corpus), ref) for corpus in corpora]
    for against in dict.fromkeys(scope.against for scope in chosen):
        streams.announce(f"factlint check: what is new {against}", on_stdout)
    for corpus, scope in zip(corpora, chosen, strict=True):
        yield replace(corpus, before=scope.before)


def judge(
    ctx: click.Context,
    corpora: Sequence[Corpus],
    *,
    jobs: int | None,
    formats: Sequence[outputs.Output],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: options.Levels,
    baseline_path: Path | None,
    no_baseline: bool,
    isolated: bool,
    show: str | None,
    fail_on: Severity | Literal["never"],
    exit_zero: bool,
    statistics: bool,
    colour: streams.ColourMode,
    today: datetime | None,
) -> None:
    """Lint the corpora, print what is new to the baseline, and leave with the exit code.

    `hook` ends here, too.
    """
    day = today.date() if today else date.today()
    baseline = known.load(corpora, baseline_path, no_baseline, isolated)
    choice = Choice(select, ignore, severity)
    with streams.progress() as progress:
        found = linter.lint(corpora, choice, progress, jobs, day)
    for warning in (*found.warnings, *known.stale_warnings(baseline, corpora, choice, found)):
        streams.warn(warning)
    outcome = known.settle(found, baseline)
    shown = tuple(finding for finding in outcome.findings if show or finding.severity != "info")
    counted = counting.count(outcome.findings) if statistics else None
    outputs.put(formats, partial(_report, outcome, shown, counted), colour)
    ctx.exit(0 if exit_zero else exit_code(outcome.findings, fail_on))


def exit_code(findings: Sequence[Finding], fail_on: Severity | Literal["never"]) -> int:
    """1 if a finding is at least as severe as `fail_on`, else 0."""
    levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return int(any(finding.severity in levels for finding in findings))


def _report(
    outcome: Outcome,
    shown: tuple[Finding, ...],
    statistics: tuple[Tally, ...] | None,
    coloured: bool,
    linked: bool,
) -> Report:
    """What reporters get: colours and links are for stdout only."""
    return Report(
        findings=shown,
        summary=outcome.summary,
        lines=_lines(outcome),
        link=_address(outcome, linked),
        colour=coloured,
        rules=outcome.rules,
        statistics=statistics,
    )


def _lines(outcome: Outcome) -> Callable[[str], Sequence[str]]:
    @cache
    def lines(path: str) -> Sequence[str]:
        return sources.lines(outcome.sources[path])

    return lines


def _address(outcome: Outcome, linked: bool) -> Callable[[str], str | None]:
    def address(path: str) -> str | None:
        return outcome.sources[path].path.as_uri() if linked else None

    return address
