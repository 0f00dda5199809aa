"""What a reporter is given: the findings to show, the summary, and the lines of the documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factlint.model import Finding, Rule, Severity, Summary


def _plain(path: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings a rule has of one severity."""

    rule: str
    severity: Severity
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in order, and how to show them.

    `lines` gives the lines of a document by the path shown to users (none for one that cannot be
    read again), `link` its address on a terminal that knows links. `rules` are those that ran,
    `statistics` counts what they found where that is asked for.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    lines: Callable[[str], Sequence[str]]
    link: Callable[[str], str | None] = _plain
    colour: bool = False
    rules: tuple[Rule, ...] = ()
    statistics: tuple[Tally, ...] | None = None
