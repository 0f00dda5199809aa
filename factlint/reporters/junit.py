"""Report -> JUnit XML: a test suite for each document with findings, a failure for each finding.

Infos are skipped tests: they are shown and fail nothing. Without any finding there is one test
that passes, because many readers take an empty file for a broken run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from factlint.model import Finding, Place, Severity
from factlint.reporters import words
from factlint.reporters.report import Report

OUTCOMES: Mapping[Severity, str] = {"error": "failure", "warning": "failure", "info": "skipped"}

#: What XML 1.0 cannot write, not even as a reference. Must: "\x1b", "\ufffe"; must not: "\t".
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
    | {"\r": "&#13;"}
)


def report(given: Report) -> str:
    """The findings in order, with both quotes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_suites(given), ""]
    return "\n".join(lines)


def _suites(given: Report) -> Iterator[str]:
    yield f"<testsuites {_counts('factlint', given.findings)}>"
    for path, found in groupby(given.findings, key=lambda finding: finding.place.path):
        findings = tuple(found)
        yield f"  <testsuite {_counts(path, findings)}>"
        for finding in findings:
            yield from _case(finding)
        yield "  </testsuite>"
    if not given.findings:
        yield '  <testsuite name="factlint" tests="1" failures="0" errors="0" skipped="0">'
        yield '    <testcase classname="factlint" name="no findings"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(name: str, findings: Sequence[Finding]) -> str:
    outcomes = [OUTCOMES[finding.severity] for finding in findings]
    return _attributes(
        name=name,
        tests=len(outcomes) or 1,
        failures=outcomes.count("failure"),
        errors=0,
        skipped=outcomes.count("skipped"),
    )


def _case(finding: Finding) -> Iterator[str]:
    place = finding.place
    name = f"{finding.rule} {place.line}:{place.column}"
    where = _attributes(classname=place.path, name=name, file=place.path, line=place.line)
    told = _attributes(message=finding.message, type=finding.severity)
    outcome = OUTCOMES[finding.severity]
    yield f"    <testcase {where}>"
    yield f"      <{outcome} {told}>{_text(_body(finding))}</{outcome}>"
    yield "    </testcase>"


def _body(finding: Finding) -> str:
    """Both sides with their quotes, and the reason."""
    sides = ((finding.place, finding.quote), *((one.place, one.quote) for one in finding.related))
    told = (f"{label}: {text}" for label, text in words.notes(finding))
    return "\n".join((*(_side(*side) for side in sides), *told))


def _side(place: Place, quote: str) -> str:
    where = f"{place.path}:{place.line}:{place.column}"
    return f"{where}: {quote}" if quote else where


def _attributes(**values: str | int) -> str:
    return " ".join(f'{name}="{_escaped(str(value))}"' for name, value in values.items())


def _escaped(text: str) -> str:
    return _IMPOSSIBLE.sub("", text).translate(_REFERENCES)


def _text(text: str) -> str:
    """As in attributes, but line breaks stay readable."""
    return _escaped(text).replace("&#10;", "\n")
