"""Report -> one JSON object: version, findings, summary."""

from __future__ import annotations

from factlint.reporters import objects
from factlint.reporters.report import Report


def report(given: Report) -> str:
    """The contract for programs; the same bytes for the same findings."""
    content = {
        "version": objects.VERSION,
        "findings": [objects.finding(finding) for finding in given.findings],
        "summary": objects.summary(given.summary),
        **objects.statistics(given.statistics),
    }
    return objects.dumps(content, indent=2) + "\n"
