"""Report -> the diagnostic format of reviewdog; its columns count bytes of UTF-8.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factlint.model import Finding, Place, Related
from factlint.reporters import objects
from factlint.reporters.report import Report

Lines = Callable[[str], Sequence[str]]


def report(given: Report) -> str:
    """The findings in order."""
    content = {
        "source": {"name": "factlint"},
        "diagnostics": [_diagnostic(finding, given.lines) for finding in given.findings],
    }
    return objects.dumps(content, indent=2) + "\n"


def _diagnostic(finding: Finding, lines: Lines) -> objects.Plain:
    return {
        "message": finding.message,
        "location": _location(finding.place, lines),
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
        "suggestions": [
            {"range": _range(edit.place, lines), "text": edit.text}
            for edit in finding.edits
            if edit.place.path == finding.place.path  # a suggestion names no file of its own
        ],
        "related_locations": [_related(each, lines) for each in finding.related],
    }


def _related(related: Related, lines: Lines) -> objects.Plain:
    return {"message": related.message, "location": _location(related.place, lines)}


def _location(place: Place, lines: Lines) -> objects.Plain:
    return {"path": place.path, "range": _range(place, lines)}


def _range(place: Place, lines: Lines) -> objects.Plain:
    text = lines(place.path)
    return {
        "start": _position(text, place.line, place.column),
        "end": _position(text, place.end_line, place.end_column),
    }


def _position(lines: Sequence[str], line: int, column: int) -> objects.Plain:
    """A line and a column in code points -> the column in bytes, as far as the line is known."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    wider = len(before.encode("utf-8", "surrogatepass")) - len(before)
    return {"line": line, "column": column + wider}
