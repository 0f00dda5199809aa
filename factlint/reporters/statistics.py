"""Findings -> how many there are by rule and severity, and a table of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factlint.model import SEVERITIES, Finding
from factlint.reporters.report import Tally


def count(findings: Sequence[Finding]) -> tuple[Tally, ...]:
    """The rules that found something: most findings first, then the worse, then by name."""
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    tallies = (Tally(rule, severity, count) for (rule, severity), count in counts.items())
    return tuple(sorted(tallies, key=_rank))


def _rank(tally: Tally) -> tuple[int, int, str]:
    return -tally.count, SEVERITIES.index(tally.severity), tally.rule


def table(tallies: Sequence[Tally]) -> str:
    """One line each: count, severity, rule; an empty text for none."""
    if not tallies:
        return ""
    width = len(f"{tallies[0].count:,}")
    rows = (f"{one.count:>{width},}  {one.severity:7}  {one.rule}\n" for one in tallies)
    return "\n" + "".join(rows)
