"""Options and corpora -> the baseline of a run; an outcome and a baseline -> what is new in it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import click

from factlint import baseline, sources
from factlint.baseline import Entry
from factlint.config import Corpus
from factlint.linter import Choice, Outcome

Command = TypeVar("Command", bound=Callable[..., None])

PATH = click.option(
    "--baseline",
    "baseline_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"File of known findings; by default that of the settings, else {baseline.NAME}.",
)
NONE = click.option("--no-baseline", is_flag=True, help="Take no finding for known.")


@dataclass(frozen=True, slots=True)
class Known:
    """A baseline that holds for a run: what messages call it, and its entries."""

    shown: str
    entries: tuple[Entry, ...]


def comparing(command: Command) -> Command:
    """The options that say which findings are known."""
    return PATH(NONE(command))


def place(corpora: Sequence[Corpus], given: Path | None) -> tuple[Path, str]:
    """The baseline file of a run, which need not exist, and what messages call it."""
    home = corpora[0]
    path = given or home.baseline or home.root / baseline.NAME
    full = Path(os.path.abspath(path))  # noqa: PTH100 -- resolve() would follow links
    return full, sources.shown_path(full, Path.cwd())


def usual(root: Path, isolated: bool) -> str | None:
    """The baseline of the usual name, if there is one and the run takes it."""
    return baseline.NAME if not isolated and (root / baseline.NAME).is_file() else None


def excluded(given: Path | None, no_baseline: bool) -> bool:
    """Whether the command line wants no baseline; both options at once are a mistake."""
    if no_baseline and given:
        raise click.UsageError("--baseline and --no-baseline exclude each other")
    return no_baseline


def load(
    corpora: Sequence[Corpus], given: Path | None, no_baseline: bool, isolated: bool
) -> Known | None:
    """The baseline to compare with.

    One that is named must be there; the one of the usual name counts if it is there and the run is
    not isolated.
    """
    none = excluded(given, no_baseline)
    named = given or corpora[0].baseline or usual(corpora[0].root, isolated)
    if none or not named:
        return None
    path, shown = place(corpora, given)
    return Known(shown, baseline.load(path, shown))


def settle(outcome: Outcome, known: Known | None) -> Outcome:
    """An outcome without its known findings, which are only counted."""
    if known is None:
        return outcome
    new, old = baseline.split(outcome.findings, known.entries)
    levels = Counter(finding.severity for finding in new)
    summary = replace(
        outcome.summary,
        error=levels["error"],
        warning=levels["warning"],
        info=levels["info"],
        baselined=len(old),
    )
    return replace(outcome, findings=new, summary=summary)


def stale_warnings(
    known: Known | None, corpora: Sequence[Corpus], choice: Choice, outcome: Outcome
) -> Iterator[str]:
    """What to say of entries that nothing fits any more; only after a run over everything."""
    if known is None or any(map(_is_partial, corpora)):
        return
    gone = baseline.stale(known.entries, outcome.findings, judged(corpora, choice, outcome))
    if gone:
        count = "1 entry is" if len(gone) == 1 else f"{len(gone)} entries are"
        yield (
            f"{known.shown}:{gone[0].line}: {count} stale, from this line on: no such finding any"
            f" more ([{gone[0].rule}] {gone[0].message}); to drop: factlint baseline --prune"
        )


def _is_partial(corpus: Corpus) -> bool:
    """Whether only some of the findings of a corpus are shown."""
    return bool(corpus.focus or corpus.overlay or corpus.before)


def judged(corpora: Sequence[Corpus], choice: Choice, outcome: Outcome) -> Callable[[Entry], bool]:
    """Whether a run would have found a finding again: its rule ran, its documents were looked at.

    With a focus, findings that touch it are found; without, those all of whose documents lie below
    the paths of the corpus.
    """
    ran = {rule.id for rule in outcome.rules}
    partly = bool(choice.select or choice.ignore or "off" in choice.levels.values())

    def could(entry: Entry) -> bool:
        if partly and entry.rule not in ran:
            return False
        return any(_within(entry, corpus) for corpus in corpora)

    return could


def _within(entry: Entry, corpus: Corpus) -> bool:
    quantifier, named = (any, corpus.focus) if corpus.focus else (all, corpus.paths)
    full = (Path(os.path.normpath(corpus.root / path)) for path in entry.paths)
    return quantifier(any(path.is_relative_to(one) for one in named) for path in full)
