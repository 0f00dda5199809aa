"""Report -> JSON lines: one finding each, and a last line with version and summary."""

from __future__ import annotations

from factlint.reporters import objects
from factlint.reporters.report import Report


def report(given: Report) -> str:
    """The findings as in JSON; the last line alone has the key `summary`."""
    end = {
        "version": objects.VERSION,
        "summary": objects.summary(given.summary),
        **objects.statistics(given.statistics),
    }
    lines = (*map(objects.finding, given.findings), end)
    return "".join(objects.dumps(line) + "\n" for line in lines)
