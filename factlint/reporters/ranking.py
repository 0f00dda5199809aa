"""Findings -> the worst first, for readers that show only so many."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.model import SEVERITIES, Finding


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity, then the surer, then in the order given; a fault of a document is sure."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[int, float]:
    sure = 1.0 if finding.confidence is None else finding.confidence
    return SEVERITIES.index(finding.severity), -sure
