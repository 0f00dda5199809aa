"""Findings and claims -> the formats of platforms and of spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.intervals import Interval
from factlint.model import Counts, Edit, Finding, Place, Related, Severity, Summary, Value
from factlint.reporters import CLAIM_LISTS, REPORTERS, Report, github, ranking, statistics
from factlint.reporters.report import Tally

from .claims_builder import claim

SUMMARY = Summary(3, {}, 12, 7, 9, 4, 1, 1, 0)
LINES = {"a.md": ["", "", "“Ça” – Acme is valued at $9 billion."], "b.md": ["at $7 billion"]}

CONFLICT = Finding(
    rule="valuation-conflict",
    severity="error",
    message="Acme is valued at $9 billion here, but at $7 billion at b.md:1",
    place=Place("a.md", 3, 26, 3, 36),
    quote="Acme is valued at $9 billion",
    because="a company has one valuation at a time",
    fingerprint="0123456789abcdef",
    hint="say which round",
    confidence=0.95,
    odd="other",
    odd_reason="it is older",
    related=(Related(Place("b.md", 1, 4, 1, 14), "at $7 billion", "$7 billion here"),),
    edits=(Edit(Place("b.md", 1, 4, 1, 14), "$9 billion"),),
)
FAULT = Finding("no-yaml", "warning", "no YAML", Place("c.md", 2, 1, 3, 1), "", "", "f")


def report(*findings: Finding) -> Report:
    return Report(findings, SUMMARY, lambda path: LINES.get(path, ()))


def shown(style: str, *findings: Finding) -> str:
    return REPORTERS[style](report(*findings))


def many(severity: Severity, count: int) -> list[Finding]:
    return [
        replace(FAULT, severity=severity, message=f"{severity} {number}", fingerprint=str(number))
        for number in range(count)
    ]


# JSON lines


def test_jsonl_is_json_in_lines() -> None:
    *findings, end = map(json.loads, shown("jsonl", CONFLICT, FAULT).splitlines())
    whole = json.loads(shown("json", CONFLICT, FAULT))
    assert findings == whole["findings"]
    assert end == {"version": 1, "summary": whole["summary"]}


# GitHub


def commands(*findings: Finding) -> list[str]:
    lines = shown("github", *findings).splitlines()
    assert [line for line in lines if not line.startswith("::")] == lines[-1:]
    return lines[:-1]


def test_nothing_to_annotate() -> None:
    assert commands() == []


def test_annotations() -> None:
    assert commands(CONFLICT, FAULT) == [
        "::error file=a.md,line=3,endLine=3,col=26,endColumn=36,title=factlint valuation-conflict"
        "::Acme is valued at $9 billion here, but at $7 billion at b.md:1"
        "%0Aa company has one valuation at a time%0Asay which round",
        "::warning file=c.md,line=2,endLine=3,title=factlint no-yaml::no YAML",
    ]


ESCAPES = [
    pytest.param("a%b", "x", "file=a%25b,", id="percent in a path"),
    pytest.param("a:b,c", "x", "file=a%3Ab%2Cc,", id="colon and comma in a path"),
    pytest.param("a.md", "1\n::error::2", "::1%0A::error::2", id="a command in a message"),
    pytest.param("a.md", "1\r2 50%", "::1%0D2 50%25", id="a return and a percent sign"),
]


@pytest.mark.parametrize(("path", "message", "escaped"), ESCAPES)
def test_escapes(path: str, message: str, escaped: str) -> None:
    (line,) = commands(replace(FAULT, place=Place(path, 1, 1, 1, 1), message=message))
    assert escaped in line


ANNOTATED = [
    pytest.param((10, 10, 10), (10, 10, 10), 0, id="all fit"),
    pytest.param((11, 0, 0), (10, 0, 0), 1, id="one error too many"),
    pytest.param((0, 0, 11), (0, 0, 9), 2, id="one notice too many"),
    pytest.param((30, 2, 10), (10, 2, 9), 21, id="room for the notice"),
]


@pytest.mark.parametrize(("given_", "annotated", "hidden"), ANNOTATED)
def test_no_more_annotations_than_are_shown(
    given_: Sequence[int], annotated: Sequence[int], hidden: int
) -> None:
    levels: tuple[Severity, ...] = ("info", "warning", "error")
    findings = [
        one
        for level, count in zip(levels, reversed(given_), strict=True)
        for one in many(level, count)
    ]
    lines = commands(*findings)
    kinds = [re.match("::([a-z]+)", line)[1] for line in lines]  # type: ignore[index]
    told = [line for line in lines if "title=factlint::" in line]
    notices = annotated[2] + bool(hidden)
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [
        *annotated[:2],
        notices,
    ]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert [re.findall(r"::(\d+) more", line) for line in told] == [[str(hidden)]] * bool(hidden)


def test_the_summary_of_a_step_shows_both_sides_and_no_markup() -> None:
    tricky = replace(CONFLICT, message="<b>|*x*` $9 and\n$7")
    text = github.step_summary(report(tricky))
    (row,) = [line for line in text.splitlines() if line.startswith("| error")]
    assert row == (
        "| error | valuation-conflict | a.md:3<br>b.md:1 |"
        " \\<b\\>\\|\\*x\\*\\` <span>$</span>9 and <span>$</span>7"
        "<br>because: a company has one valuation at a time<br>odd: b.md:1; it is older"
        "<br>hint: say which round |"
    )


def test_a_summary_without_findings_has_no_table() -> None:
    assert "|" not in github.step_summary(report())


@given(st.integers(0, 3000))
def test_a_summary_fits_and_counts_what_does_not(room: int) -> None:
    text = github.step_summary(report(*many("warning", 20), CONFLICT), room)
    rows = len(re.findall(r"^\| (?:warning|error) ", text, re.MULTILINE))
    hidden = sum(map(int, re.findall(r"^(\d+) more", text, re.MULTILINE)))
    assert len(text.encode()) <= room
    assert rows + hidden in (21, 0 if not text else 21)


# GitLab


def test_gitlab() -> None:
    assert json.loads(shown("gitlab", CONFLICT))[0] == {
        "type": "issue",
        "check_name": "valuation-conflict",
        "description": CONFLICT.message,
        "severity": "major",
        "fingerprint": "0123456789abcdef",
        "location": {"path": "a.md", "lines": {"begin": 3, "end": 3}},
        "other_locations": [{"path": "b.md", "lines": {"begin": 1, "end": 1}}],
    }


def test_gitlab_without_findings_is_an_empty_list() -> None:
    assert json.loads(shown("gitlab")) == []


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "major"), ("warning", "minor"), ("info", "info")]
)
def test_gitlab_knows_other_severities(severity: Any, level: str) -> None:
    assert json.loads(shown("gitlab", replace(FAULT, severity=severity)))[0]["severity"] == level


# JUnit


def suites(*findings: Finding) -> ElementTree.Element:
    return ElementTree.fromstring(shown("junit", *findings).encode())


def test_junit_without_findings_has_a_test_that_passes() -> None:
    (suite,) = suites()
    (case,) = suite
    assert (suite.get("tests"), suite.get("failures"), list(case)) == ("1", "0", [])


def test_junit_has_a_suite_for_each_document() -> None:
    root = suites(CONFLICT, replace(CONFLICT, rule="other"), replace(FAULT, severity="info"))
    counted = [(one.get("name"), one.get("tests"), one.get("failures")) for one in root]
    assert counted == [("a.md", "2", "2"), ("c.md", "1", "0")]
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("3", "2", "1")


def test_a_failure_shows_both_quotes() -> None:
    (failure,) = suites(CONFLICT).iter("failure")
    assert (failure.get("message"), failure.get("type")) == (CONFLICT.message, "error")
    assert failure.text == (
        "a.md:3:26: Acme is valued at $9 billion\n"
        "b.md:1:4: at $7 billion\n"
        "because: a company has one valuation at a time\n"
        "odd: b.md:1; it is older\n"
        "hint: say which round"
    )


@given(st.text(), st.text())
def test_any_text_makes_xml(message: str, quote: str) -> None:
    (failure,) = suites(replace(CONFLICT, message=message, quote=quote)).iter("failure")
    kept = "".join(one for one in message if one.isprintable() and not "\ud800" <= one <= "\udfff")
    assert [one for one in kept if one not in str(failure.get("message"))] == []


def test_line_breaks_survive_in_xml() -> None:
    (failure,) = suites(replace(CONFLICT, message="a\tb\nc\x1bd")).iter("failure")
    assert failure.get("message") == "a\tb\ncd"


# reviewdog


def test_rdjson_counts_bytes() -> None:
    (found,) = json.loads(shown("rdjson", CONFLICT))["diagnostics"]
    before = LINES["a.md"][2][:25]
    start = {"line": 3, "column": len(before.encode()) + 1}
    assert found["location"] == {
        "path": "a.md",
        "range": {"start": start, "end": {"line": 3, "column": start["column"] + 10}},
    }
    assert start["column"] == 33


def test_rdjson() -> None:
    (found,) = json.loads(shown("rdjson", CONFLICT))["diagnostics"]
    assert (found["severity"], found["code"]) == ("ERROR", {"value": "valuation-conflict"})
    other = {"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 14}}
    assert found["related_locations"] == [
        {"message": "$7 billion here", "location": {"path": "b.md", "range": other}}
    ]


def test_rdjson_suggests_what_is_to_change_in_the_same_file() -> None:
    here = replace(CONFLICT, edits=(*CONFLICT.edits, Edit(Place("a.md", 3, 1, 3, 2), "x")))
    (found,) = json.loads(shown("rdjson", here))["diagnostics"]
    place = {"start": {"line": 3, "column": 1}, "end": {"line": 3, "column": 4}}
    assert found["suggestions"] == [{"range": place, "text": "x"}]


def test_rdjson_of_a_file_that_has_gone_keeps_the_columns() -> None:
    (found,) = json.loads(shown("rdjson", FAULT))["diagnostics"]
    assert found["location"]["range"]["start"] == {"line": 2, "column": 1}


# CSV


def table(*claims: Any) -> list[dict[str, str]]:
    text = CLAIM_LISTS["csv"](claims, Counts())
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_of_no_claims_is_the_header() -> None:
    text = CLAIM_LISTS["csv"]([], Counts())
    assert (text.startswith("path,line,"), text.endswith(",confidence\r\n")) == (True, True)


def test_csv() -> None:
    (row,) = table(claim("Acme", "valuation", "14.6 billion", round="Series C", as_of="2026"))
    assert {name: text for name, text in row.items() if text} == {
        "path": "a.md",
        "line": "1",
        "column": "1",
        "end_line": "1",
        "end_column": "14",
        "subject": "Acme",
        "entity": "Acme",
        "subject_text": "Acme",
        "attribute": "valuation",
        "kind": "money",
        "low": "14600000000",
        "high": "14600000000",
        "unit": "USD",
        "bound": "exact",
        "text": "$14.6 billion",
        "round": "Series C",
        "status": "done",
        "as_of": "2026",
        "sentence": "a.md 1: Acme $14.6 billion.",
        "definition": "valuation",
        "confidence": "0.9",
    }


CELLS = [
    pytest.param("Acme, the\n\"firm\"", "Acme, the\n\"firm\"", id="commas, quotes, line breaks"),
    pytest.param("a=b", "a=b", id="inside"),
    pytest.param("=1+2", "'=1+2", id="formula"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="function"),
    pytest.param("-9", "'-9", id="text that looks like a number"),
    pytest.param("\t=1", "'\t=1", id="behind a tab"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "cell"), CELLS)
def test_csv_texts_are_no_formulas(sentence: str, cell: str) -> None:
    assert table(claim("Acme", "valuation", "1 billion", sentence=sentence))[0]["sentence"] == cell


def test_csv_numbers_stay_numbers() -> None:
    loss = Interval(-5, -5, "USD", "exact")  # type: ignore[arg-type]
    (row,) = table(claim("Acme", "profit", Value("money", "-$5", loss)))
    assert (row["low"], row["text"]) == ("-5", "'-$5")


# Order and counts


def test_the_worst_come_first() -> None:
    unsure = replace(CONFLICT, confidence=0.8)
    assert ranking.worst_first([FAULT, unsure, CONFLICT]) == [CONFLICT, unsure, FAULT]


def test_statistics_are_sorted() -> None:
    findings = [CONFLICT, *many("info", 2), *many("warning", 2)]
    assert statistics.count(findings) == (
        Tally("no-yaml", "warning", 2),
        Tally("no-yaml", "info", 2),
        Tally("valuation-conflict", "error", 1),
    )
