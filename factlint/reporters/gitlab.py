"""Report -> GitLab's code quality report: a list of issues.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Mapping

from factlint.model import Finding, Place, Severity
from factlint.reporters import objects
from factlint.reporters.report import Report

SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def report(given: Report) -> str:
    """The findings in order; GitLab drops issues whose fingerprint it has seen, ours are unique."""
    return objects.dumps([_issue(finding) for finding in given.findings], indent=2) + "\n"


def _issue(finding: Finding) -> objects.Plain:
    return {
        "type": "issue",
        "check_name": finding.rule,
        "description": finding.message,
        "severity": SEVERITIES[finding.severity],
        "fingerprint": finding.fingerprint,
        "location": _location(finding.place),
        "other_locations": [_location(related.place) for related in finding.related],
    }


def _location(place: Place) -> objects.Plain:
    path = place.path.removeprefix("./")
    return {"path": path, "lines": {"begin": place.line, "end": place.end_line}}
