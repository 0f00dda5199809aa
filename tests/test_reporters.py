"""Findings, claims and mentions -> text and JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.intervals import Interval, day
from factlint.model import (
    Claim,
    Counts,
    Edit,
    Finding,
    Mention,
    Place,
    Qualifiers,
    Related,
    Summary,
    Value,
)
from factlint.reporters import (
    CLAIM_LISTS,
    EXPLANATIONS,
    MENTION_LISTS,
    REPORTERS,
    Report,
    excerpt,
    objects,
)

SOURCES = {
    "a.md": ["# Rounds", "", "Acme is valued at $9 billion."],
    "b.md": ["Acme is valued at $7 billion, people say."],
}


def usd(low: str | None, high: str | None, bound: str, text: str) -> Value:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Value("money", text, Interval(ends[0], ends[1], "USD", bound))  # type: ignore[arg-type]


NINE = usd("9e9", "9e9", "exact", "$9 billion")
SEVEN = usd("7e9", "7e9", "exact", "$7 billion")

CONFLICT = Finding(
    rule="valuation-conflict",
    severity="error",
    message="Acme is valued at $9 billion here, but at $7 billion at b.md:1",
    place=Place("a.md", 3, 19, 3, 29),
    quote="Acme is valued at $9 billion",
    because="a company has one valuation at a time",
    fingerprint="0123456789abcdef",
    hint="say which round each of them belongs to",
    subject="Acme",
    attribute="valuation",
    value=NINE,
    confidence=0.95,
    odd="other",
    odd_reason="it is older",
    related=(
        Related(
            Place("b.md", 1, 19, 1, 29),
            "valued at $7 billion",
            "$7 billion here",
            SEVEN,
            quote_place=Place("b.md", 1, 9, 1, 29),
            subject="Globex",
            attribute="valuation",
            qualifiers=Qualifiers(status="rumored"),
            copies=(Place("d.md", 1, 19, 1, 29),),
        ),
    ),
    edits=(Edit(Place("b.md", 1, 19, 1, 29), "$9 billion"),),
    quote_place=Place("a.md", 3, 1, 3, 29),
    qualifiers=Qualifiers(),
)
FAULT = Finding(
    rule="invalid-front-matter",
    severity="warning",
    message="the front matter is not YAML",
    place=Place("c.md", 2, 1, 2, 1),
    quote="",
    because="",
    fingerprint="fedcba9876543210",
)
SUMMARY = Summary(
    documents=3,
    unread={".mdx": 2, "(none)": 1},
    figures=12,
    bound=7,
    claims=9,
    compared=4,
    error=1,
    warning=1,
    info=2,
)


def reported(
    name: str, *findings: Finding, summary: Summary = SUMMARY, colour: bool = False
) -> str:
    lines = {**SOURCES}
    return REPORTERS[name](
        Report(findings, summary, lambda path: lines.get(path, []), colour=colour)
    )


QUIET = Summary(
    documents=1, unread={}, figures=0, bound=0, claims=0, compared=0, error=0, warning=0, info=0
)


def test_text_of_nothing() -> None:
    assert reported("text", summary=QUIET) == (
        "0 errors, 0 warnings\n"
        "1 document read; 0 figures seen, 0 bound to a claim; 0 claims, 0 compared\n"
    )


def test_text() -> None:
    assert reported("text", CONFLICT, FAULT) == (
        "error[valuation-conflict] Acme is valued at $9 billion here, but at $7 billion at b.md:1\n"
        " --> a.md:3:19\n"
        "  |\n"
        "3 | Acme is valued at $9 billion.\n"
        "  |                   ^^^^^^^^^^\n"
        " ::: b.md:1:19\n"
        "  |\n"
        "1 | Acme is valued at $7 billion, people say.\n"
        "  |                   ---------- $7 billion here\n"
        "  |\n"
        "  = because: a company has one valuation at a time\n"
        "  = odd: b.md:1; it is older\n"
        "  = hint: say which round each of them belongs to\n"
        "\n"
        "warning[invalid-front-matter] the front matter is not YAML\n"
        " --> c.md:2:1\n"
        "\n"
        "1 error, 1 warning, 2 info hidden (--show info)\n"
        "3 documents read (not read: 1 (none), 2 .mdx); 12 figures seen, 7 bound to a"
        " claim (58 %); 9 claims, 4 compared\n"
    )


def test_concise() -> None:
    assert reported("concise", CONFLICT, FAULT).splitlines()[:2] == [
        "a.md:3:19: error[valuation-conflict] Acme is valued at $9 billion here, but at $7 billion"
        " at b.md:1",
        "c.md:2:1: warning[invalid-front-matter] the front matter is not YAML",
    ]


def test_colours_are_only_added() -> None:
    plain, coloured = (reported("text", CONFLICT, colour=colour) for colour in (False, True))
    assert "\x1b[" not in plain
    assert "\x1b[1;31merror[valuation-conflict]\x1b[0m" in coloured


def test_escapes_in_documents_do_not_reach_the_terminal() -> None:
    SOURCES["escape.md"] = ["\x1b[2J costs $9"]
    place = Place("escape.md", 1, 12, 1, 14)
    assert "\x1b" not in reported("text", Finding("r", "error", "\x1b[2J", place, "", "", "f"))


QUALIFIERS = {
    "round": None,
    "basis": None,
    "status": "done",
    "as_of": None,
    "counterparty": None,
    "purpose": None,
    "scope": None,
    "period": None,
    "part_of": None,
    "office": None,
}


def test_json() -> None:
    value = {"kind": "money", "low": 9000000000, "high": 9000000000, "unit": "USD"}
    seven = {"kind": "money", "low": 7000000000, "high": 7000000000, "unit": "USD"}
    other = {"path": "b.md", "line": 1, "column": 19, "end_line": 1, "end_column": 29}
    assert json.loads(reported("json", CONFLICT)) == {
        "version": 1,
        "findings": [
            {
                "rule": "valuation-conflict",
                "severity": "error",
                "message": CONFLICT.message,
                "hint": "say which round each of them belongs to",
                "path": "a.md",
                "line": 3,
                "column": 19,
                "end_line": 3,
                "end_column": 29,
                "subject": "Acme",
                "attribute": "valuation",
                "quote": "Acme is valued at $9 billion",
                "value": {**value, "bound": "exact", "text": "$9 billion"},
                "confidence": 0.95,
                "because": "a company has one valuation at a time",
                "odd": "other",
                "odd_reason": "it is older",
                "edits": [{**other, "text": "$9 billion", "safety": "unsafe"}],
                "related": [
                    {
                        **other,
                        "quote": "valued at $7 billion",
                        "value": {**seven, "bound": "exact", "text": "$7 billion"},
                        "message": "$7 billion here",
                        "subject": "Globex",
                        "attribute": "valuation",
                        "quote_place": {**other, "column": 9},
                        "qualifiers": {**QUALIFIERS, "status": "rumored"},
                        "copies": [{**other, "path": "d.md"}],
                    }
                ],
                "fingerprint": "0123456789abcdef",
                "quote_place": {
                    "path": "a.md",
                    "line": 3,
                    "column": 1,
                    "end_line": 3,
                    "end_column": 29,
                },
                "qualifiers": QUALIFIERS,
                "copies": [],
            }
        ],
        "summary": {
            "documents": 3,
            "unread": {"(none)": 1, ".mdx": 2},
            "figures": 12,
            "bound": 7,
            "claims": 9,
            "compared": 4,
            "error": 1,
            "warning": 1,
            "info": 2,
            "suppressed": 0,
            "baselined": 0,
        },
    }


def test_json_of_a_finding_without_a_claim_has_the_same_keys() -> None:
    with_claim, without = objects.finding(CONFLICT), objects.finding(FAULT)
    assert list(with_claim) == list(without)
    assert (without["subject"], without["value"], without["confidence"]) == (None, None, None)


VALUES = [
    pytest.param(NINE, (9000000000, 9000000000, "USD", "exact"), id="exact"),
    pytest.param(
        usd("1e9", None, "at_least", "over $1B"), (1000000000, None, "USD", "at_least"), id="open"
    ),
    pytest.param(usd("0.5", "0.5", "exact", "$0.50"), (0.5, 0.5, "USD", "exact"), id="fraction"),
    pytest.param(
        usd("14600000000.0", "14600000000.0", "exact", "$14.6B"),
        (14600000000, 14600000000, "USD", "exact"),
        id="integral",
    ),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_numbers(value: Value, expected: tuple[object, ...]) -> None:
    plain = objects.value(value)
    assert tuple(plain[key] for key in ("low", "high", "unit", "bound")) == expected
    assert list(map(type, plain.values()))[1:3] == [type(end) for end in expected[:2]]


NAMED = [
    pytest.param(Value("name", "Nvidia's", canonical="Nvidia"), "Nvidia", id="name"),
    pytest.param(Value("round", "series-c", canonical="Series C"), "Series C", id="round"),
    pytest.param(Value("date", "Mar 16", days=day(date(2026, 3, 16))), "2026-03-16", id="date"),
    pytest.param(Value("text", "the largest"), "the largest", id="text"),
]


@pytest.mark.parametrize(("value", "expected"), NAMED)
def test_names_and_dates_have_a_value_and_no_numbers(value: Value, expected: str) -> None:
    plain = objects.value(value)
    assert (plain["value"], plain["low"], plain["high"]) == (expected, None, None)


CLAIM = Claim(
    place=Place("a.md", 9, 41, 9, 54),
    attribute="valuation",
    subject="Nscale",
    subject_text="its",
    subject_kind="org",
    value=usd("14.6e9", "14.6e9", "exact", "$14.6 billion"),
    qualifiers=Qualifiers(as_of=day(date(2026, 3, 16)), round="Series C"),
    sentence="Nscale told of its $14.6 billion valuation.",
    quote="its $14.6 billion valuation",
    quote_place=Place("a.md", 9, 37, 9, 64),
    confidence=0.95,
    reasons=(),
    definition="valuation",
    phrase=1,
)


def test_claims_jsonl() -> None:
    text = CLAIM_LISTS["jsonl"]([CLAIM], Counts(3, 1))
    assert json.loads(text) == {
        "path": "a.md",
        "line": 9,
        "column": 41,
        "end_line": 9,
        "end_column": 54,
        "subject": "Nscale",
        "entity": "Nscale",
        "subject_text": "its",
        "attribute": "valuation",
        "value": {
            "kind": "money",
            "low": 14600000000,
            "high": 14600000000,
            "unit": "USD",
            "bound": "exact",
            "text": "$14.6 billion",
        },
        "qualifiers": {
            "round": "Series C",
            "basis": None,
            "status": "done",
            "as_of": "2026-03-16",
            "counterparty": None,
            "purpose": None,
            "scope": None,
            "period": None,
            "part_of": None,
            "office": None,
        },
        "attribution": None,
        "sentence": "Nscale told of its $14.6 billion valuation.",
        "event": None,
        "confidence": 0.95,
        "definition": "valuation",
    }


def test_a_subject_in_its_documents_words_and_the_canonical_one() -> None:
    plain = objects.claim(replace(CLAIM, named="Nscale Global Holdings"))
    assert (plain["subject"], plain["entity"], plain["subject_text"]) == (
        "Nscale Global Holdings",
        "Nscale",
        "its",
    )


def test_a_list_of_claims_shows_the_canonical_subject() -> None:
    shown = CLAIM_LISTS["text"]([replace(CLAIM, named="Nscale Global Holdings")], Counts())
    assert shown.startswith("a.md:9:41: Nscale (as 'its'): valuation")


def test_claims_text() -> None:
    assert CLAIM_LISTS["text"]([CLAIM], Counts(17_512, 940)) == (
        "a.md:9:41: Nscale (as 'its'): valuation = $14.6 billion"
        " [round=Series C, as_of=2026-03-16] (0.95)\n"
        "17,512 figures seen, 940 bound to a claim (5 %)\n"
    )


RANGE = Mention(0, 7, 0, usd("1e7", "2e7", "range", "$10-20M"))


def test_mentions_jsonl() -> None:
    text = MENTION_LISTS["jsonl"]([(Place("a.md", 1, 1, 1, 8), RANGE)])
    assert json.loads(text) == {
        "path": "a.md",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 8,
        "kind": "money",
        "text": "$10-20M",
        "low": 10000000,
        "high": 20000000,
        "unit": "USD",
        "per": None,
        "bound": "range",
        "value": None,
        "entity_kind": None,
    }


def test_mentions_jsonl_tells_the_kind_of_a_name() -> None:
    lumo = Mention(0, 4, 0, Value("name", "Lumo", canonical="Lumo"), "org")
    text = MENTION_LISTS["jsonl"]([(Place("a.md", 1, 1, 1, 5), lumo)])
    assert json.loads(text)["entity_kind"] == "org"


def test_mentions_text() -> None:
    assert MENTION_LISTS["text"]([(Place("a.md", 1, 1, 1, 8), RANGE)]) == (
        "a.md:1:1: money '$10-20M' = 10000000 to 20000000 USD\n"
    )


def test_lists_of_nothing_are_empty() -> None:
    assert [make([]) for make in MENTION_LISTS.values()] == [""] * 2
    assert CLAIM_LISTS["jsonl"]([], Counts()) == EXPLANATIONS["jsonl"]([]) == ""
    nothing = "0 figures seen, 0 bound to a claim\n"
    assert CLAIM_LISTS["text"]([], Counts()) == EXPLANATIONS["text"]([]) == nothing


LONG = "word " * 60 + "costs $9 billion a year " + "word " * 60
AT = LONG.index("$9")

EXCERPTS = [
    pytest.param("costs $9", 6, 8, "costs $9", "      ^^", id="short"),
    pytest.param("", 0, 0, "", "^", id="empty line"),
    pytest.param("ab", 2, 2, "ab", "  ^", id="behind the end"),
    pytest.param("\t$9", 1, 3, " $9", " ^^", id="tab"),
    pytest.param("東京 $9", 3, 5, "東京 $9", "     ^^", id="wide"),
    pytest.param("cafe\u0301 $9", 6, 8, "cafe\u0301 $9", "     ^^", id="combining"),
]


@pytest.mark.parametrize(("line", "start", "end", "text", "marks"), EXCERPTS)
def test_excerpts(line: str, start: int, end: int, text: str, marks: str) -> None:
    assert excerpt.cut(line, start, end) == excerpt.Excerpt(text, marks)


def test_a_long_line_is_cropped_at_words_around_the_value() -> None:
    shown = excerpt.cut(LONG, AT, AT + 10)
    assert shown.text.startswith("…word ")
    assert shown.text.endswith(" word…")
    assert len(shown.text) <= excerpt.WIDTH + 2
    assert shown.text[shown.marks.index("^") : len(shown.marks)] == "$9 billion"


@given(st.text(alphabet="ab $9…", min_size=1, max_size=400), st.data())
def test_marks_stand_under_the_value(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 30)))
    shown = excerpt.cut(line, start, end)
    at = shown.marks.index("^")
    assert shown.text[at:].ljust(end - start)[: end - start] == line[start:end]


def test_a_long_value_in_a_long_line_is_fast_and_short() -> None:
    shown = excerpt.cut("x" * 100_000, 50_000, 99_000)
    assert len(shown.text) <= excerpt.WIDTH + 2
    assert len(shown.marks) <= excerpt.WIDTH + 2
