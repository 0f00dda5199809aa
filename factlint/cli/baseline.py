"""`factlint baseline`: documents -> the file of known findings, and where to begin with them."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import baseline, linter
from factlint.baseline import Entry
from factlint.cli import known, options, streams
from factlint.errors import FactlintError
from factlint.linter import Choice, Outcome
from factlint.reporters import baselines


@click.command("baseline")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--prune", is_flag=True, help="Only drop entries that nothing fits any more.")
@known.PATH
@options.levelled
@options.configured
@options.parallel
def command(
    paths: tuple[Path, ...],
    prune: bool,
    baseline_path: Path | None,
    severity: options.Levels,
    config_path: Path | None,
    isolated: bool,
    jobs: int | None,
) -> None:
    """Write down what is found now, so that check reports only what is new.

    Known findings are counted and fail nothing. An entry has no line numbers: it holds until one of
    its documents says something else, or until the finding becomes more severe. With PATHS, only
    the entries of these documents are renewed.

    \b
    Examples:
      factlint baseline                    all that is found now
      factlint baseline --prune            drop what has been repaired
      factlint check --no-baseline         everything, the known findings too

    \b
    Exit codes: 0 written, 2 could not do the job.
    """
    corpora = options.corpora(paths, None, config_path, isolated)
    path, shown = known.place(corpora, baseline_path)
    before = _before(path, shown, needed=prune, kept=bool(paths))
    choice = Choice(levels=severity)
    with streams.progress() as progress:
        outcome = linter.lint(corpora, choice, progress, jobs)
    for warning in outcome.warnings:
        streams.warn(warning)
    judged = known.judged(corpora, choice, outcome)
    if prune:
        gone = baseline.stale(before, outcome.findings, judged)
        if gone:
            dropped = set(gone)
            streams.save(baseline.dump(one for one in before if one not in dropped), path)
        streams.write(baselines.pruned(gone, len(before) - len(gone), shown))
        return
    others = [one for one in before if paths and not judged(one)]
    _write(outcome, others, path, shown)


def _before(path: Path, shown: str, *, needed: bool, kept: bool) -> tuple[Entry, ...]:
    """The entries so far; a broken file is an error only if some of them are to be kept."""
    if not needed and not path.exists():
        return ()
    try:
        return baseline.load(path, shown)
    except FactlintError:
        if needed or kept:
            raise
        return ()


def _write(outcome: Outcome, others: list[Entry], path: Path, shown: str) -> None:
    entries = (*others, *map(baseline.entry, outcome.findings))
    streams.save(baseline.dump(entries), path)
    hint = "" if _merges(path) else baseline.ATTRIBUTES.format(path.name)
    streams.write(baselines.written(outcome.findings, len(others), shown, hint))


def _merges(path: Path) -> bool:
    """Whether .gitattributes beside the file says how to merge it."""
    try:
        lines = (path.parent / ".gitattributes").read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    return any(path.name in line and "merge=union" in line for line in lines)
