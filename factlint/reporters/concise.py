"""Report -> one line a finding, for editors and for a quick look; the last line is the summary."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.model import Finding, Place
from factlint.reporters import excerpt, statistics, words
from factlint.reporters.paint import paint
from factlint.reporters.report import Report


def report(given: Report) -> str:
    """The findings in order and one line with what was read."""
    summary = f"{words.verdict(given.summary, given.findings)}; {words.coverage(given.summary)}"
    counts = statistics.table(given.statistics or ())
    return "\n".join([*_lines(given), paint(summary, "faint", given.colour), counts])


def _lines(given: Report) -> Iterator[str]:
    for finding in given.findings:
        name = paint(f"{finding.severity}[{finding.rule}]", finding.severity, given.colour)
        message = excerpt.visible(finding.message)
        yield f"{_place(finding.place)}: {name} {message}{_others(finding)}"


def _others(finding: Finding) -> str:
    """The related places that the message does not name itself."""
    unnamed = [
        _place(related.place)
        for related in finding.related
        if f"{related.place.path}:{related.place.line}" not in finding.message
    ]
    return f" [{', '.join(unnamed)}]" if unnamed else ""


def _place(place: Place) -> str:
    return excerpt.visible(f"{place.path}:{place.line}:{place.column}")
