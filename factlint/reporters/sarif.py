"""Report -> SARIF 2.1.0 as code scanning reads it, the worst findings first.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/. What GitHub makes of it
(one place a result, related places only where the message links to them, limits):
https://docs.github.com/en/code-security/reference/code-scanning/sarif-files
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from factlint import __version__
from factlint.model import Edit, Finding, Place, Related, Rule, Severity
from factlint.reporters import objects, ranking, sarif_texts, words
from factlint.reporters.report import Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}

#: GitHub refuses a run with more results, and shows so many places of one.
MOST_RESULTS = 25_000
MOST_PLACES = 100

ROOT = "%SRCROOT%"


def report(given: Report) -> str:
    """One run; a notification says how many findings are left out."""
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(given)]}
    return objects.dumps(content, indent=2) + "\n"


def _run(given: Report) -> objects.Plain:
    ranked = ranking.worst_first(given.findings)
    shown = ranked[:MOST_RESULTS]
    rules = _rules(shown, given.rules)
    index = {rule.id: number for number, rule in enumerate(rules)}
    return {
        "tool": {
            "driver": {
                "name": "factlint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": "factlint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
        "invocations": [_invocation(len(ranked) - len(shown))],
        "results": [_result(finding, index) for finding in shown],
    }


def _invocation(left_out: int) -> objects.Plain:
    text = f"{words.plural(left_out, 'finding')} left out: no more than {MOST_RESULTS:,} are shown."
    notes = [{"level": "warning", "message": {"text": text}}] if left_out else []
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rules(findings: Sequence[Finding], known: Sequence[Rule]) -> list[Rule]:
    """The rules with findings, by name."""
    used = {finding.rule for finding in findings}
    return sorted((rule for rule in known if rule.id in used), key=lambda rule: rule.id)


def _rule(rule: Rule) -> objects.Plain:
    return {
        "id": rule.id,
        "shortDescription": {"text": " ".join(rule.summary.split())},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "help": {"text": sarif_texts.help_text(rule), "markdown": sarif_texts.help_markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["facts", rule.check]},
    }


def _result(finding: Finding, index: Mapping[str, int]) -> objects.Plain:
    related = finding.related[: MOST_PLACES - 1]
    content: dict[str, object] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": sarif_texts.message(finding, len(related))},
        "locations": [{"physicalLocation": _in_one_line(finding.place)}],
        "relatedLocations": [_related(number, each) for number, each in enumerate(related, 1)],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
        "properties": _properties(finding),
    }
    if finding.rule in index:
        content["ruleIndex"] = index[finding.rule]
    if finding.confidence is not None:
        content["rank"] = objects.number(round(100 * finding.confidence, 2))
    if finding.edits:
        content["fixes"] = [_fix(finding.edits)]
    return content


def _properties(finding: Finding) -> objects.Plain:
    """What programs may want and the standard has no place for."""
    names = ("subject", "attribute", "quote", "because", "odd", "odd_reason")
    found = {name: getattr(finding, name) for name in names}
    return {name: value for name, value in found.items() if value}


def _related(number: int, related: Related) -> objects.Plain:
    return {
        "id": number,
        "physicalLocation": _physical(related.place, _region(related.place)),
        "message": {"text": sarif_texts.escaped(related.message)},
    }


def _in_one_line(place: Place) -> objects.Plain:
    """The first line of a place: alerts on more lines show only if all of them have changed."""
    region = _region(place)
    if place.end_line != place.line:
        region = {"startLine": place.line, "startColumn": place.column}
    return _physical(place, region)


def _physical(place: Place, region: objects.Plain) -> objects.Plain:
    return {"artifactLocation": _artifact(place.path), "region": region}


def _region(place: Place) -> objects.Plain:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> objects.Plain:
    """A path below the root, relative to it; one of another place as an address of a file."""
    if path.startswith("/"):
        return {"uri": "file://" + quote(path)}
    if path[1:3] == ":/":  # a drive
        return {"uri": "file:///" + quote(path, safe="/:")}
    # A colon before the first slash would make the name before it a scheme.
    return {"uri": quote(path), "uriBaseId": ROOT}


def _fix(edits: Sequence[Edit]) -> objects.Plain:
    paths = dict.fromkeys(edit.place.path for edit in edits)
    changes = [
        {
            "artifactLocation": _artifact(path),
            "replacements": [_replacement(one) for one in edits if one.place.path == path],
        }
        for path in paths
    ]
    text = "Unsafe: write what the other side says. Check first which side is right."
    return {"description": {"text": text}, "artifactChanges": changes}


def _replacement(edit: Edit) -> objects.Plain:
    return {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
