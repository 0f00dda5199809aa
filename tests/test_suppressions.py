"""Comments that suppress and correct: where they are read, what they hold for, what they do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint import corrections, documents, rules, suppressions
from factlint.intervals import DateRange
from factlint.model import Dataset, Directive, Place, Reading

from .claims_builder import claim
from .conftest import Run, Write
from .test_rules import AGREE

RULE = "valuation-conflict"


def spans(reading: Reading) -> list[tuple[int, int]]:
    """The lines that the directives of a document hold for."""
    return [(one.first, one.last) for one in reading.directives]


# where they are read

QUIET = [
    pytest.param("a.md", "```\n<!-- factlint: ignore[x] -->\n```\n", id="fenced code"),
    pytest.param("a.md", "~~~\n<!-- factlint: ignore[x] -->\n", id="a fence without an end"),
    pytest.param("a.md", "Text.\n\n    <!-- factlint: ignore[x] -->\n", id="indented code"),
    pytest.param("a.md", "So `<!-- factlint: ignore[x] -->` is it.\n", id="code in a line"),
    pytest.param("a.md", "``a ` <!-- factlint: ignore[x] --> b``\n", id="more code in a line"),
    pytest.param("a.md", "<pre>\n<!-- factlint: ignore[x] -->\n</pre>\n", id="preformatted"),
    pytest.param("a.md", "factlint: ignore[x]\n", id="prose"),
    pytest.param("a.md", "<!-- see factlint: ignore[x] -->\n", id="a comment about it"),
    pytest.param("a.md", "# factlint: ignore[x]\n", id="a heading"),
    pytest.param("a.md", '---\ntitle: "a # factlint: ignore[x]"\n---\n', id="a quoted scalar"),
    pytest.param("a.md", "---\nabout: |\n  # factlint: ignore[x]\n---\n", id="a block scalar"),
    pytest.param("a.md", "---\nabout: a#factlint:ignore[x]\n---\n", id="a hash in a word"),
    pytest.param("a.md", '+++\ntitle = "a # factlint: ignore[x]"\n+++\n', id="a string of TOML"),
    pytest.param("a.mdx", "```\n{/* factlint: ignore[x] */}\n```\n", id="fenced code in MDX"),
    pytest.param("a.mdx", "export const a = {/* factlint: ignore[x] */}\n", id="code of MDX"),
    pytest.param("a.rst", "Code::\n\n    .. factlint: ignore[x]\n\nEnd.\n", id="literal text"),
    pytest.param("a.rst", ".. note that\n   .. factlint: ignore[x]\n", id="a comment of RST"),
    pytest.param("a.adoc", "----\n// factlint: ignore[x]\n----\n", id="a listing"),
    pytest.param("a.adoc", "////\n// factlint: ignore[x]\n////\n", id="a comment of AsciiDoc"),
    pytest.param("a.html", "<script>'<!-- factlint: ignore[x] -->'</script>", id="a script"),
    pytest.param("a.html", "<p>&lt;!-- factlint: ignore[x] --></p>", id="shown on a page"),
    pytest.param("a.txt", "<!-- factlint: ignore[x] -->\nfactlint: ignore[x]\n", id="plain text"),
]


@pytest.mark.parametrize(("path", "text"), QUIET)
def test_what_is_no_directive(path: str, text: str) -> None:
    reading = documents.read(path, text.encode())
    assert (reading.directives, reading.problems) == ((), ())


READ = [
    pytest.param("a.md", "Acme. <!-- factlint: ignore[x] -->\nMore.\n", [(1, 1)], id="in a line"),
    pytest.param("a.md", "<!-- factlint: ignore[x] --> Acme.\n", [(1, 1)], id="before a text"),
    pytest.param("a.md", "<!-- factlint: ignore[x] -->\nAcme\nis.\n\nNo.\n", [(2, 3)], id="above"),
    pytest.param("a.md", "<!-- factlint: ignore[x] -->\n\n\nAcme.\n", [(4, 4)], id="empty lines"),
    pytest.param("a.md", "<!--\nfactlint: ignore[x]\n-->\nAcme.\n", [(4, 4)], id="of many lines"),
    pytest.param("a.md", "Acme.\n<!-- factlint: ignore[x] -->\nNo.\n", [(3, 3)], id="between"),
    pytest.param("a.md", "Acme.\n\n<!-- factlint: ignore[x] -->\n", [(3, 3)], id="at the end"),
    pytest.param("a.md", "<!-- factlint: ignore[x] -->\nA one.  \nB two.\n", [(2, 3)], id="breaks"),
    pytest.param("a.md", "- a\n<!-- factlint: ignore[x] -->\n- b\n- c\n", [(3, 3)], id="an item"),
    pytest.param("a.md", "> <!-- factlint: ignore[x] -->\n> Acme.\n", [(2, 2)], id="a quote"),
    pytest.param(
        "a.md",
        "<!-- factlint: ignore[x] -->\n| A | B |\n|---|---|\n| c | d |\n| e | f |\n\nEnd.\n",
        [(2, 5)],
        id="a table",
    ),
    pytest.param(
        "a.md", "| A |\n|---|\n| c <!-- factlint: ignore[x] --> |\n| d |\n", [(3, 3)], id="a row"
    ),
    pytest.param(
        "a.md",
        "<!-- factlint: ignore[x] -->\n<!-- factlint: ignore[y] -->\nAcme.\n",
        [(3, 3), (3, 3)],
        id="two above",
    ),
    pytest.param("a.md", "A.\n\n<!-- factlint: ignore-file[x] -->\n", [(1, 4)], id="a file"),
    pytest.param(
        "a.md",
        "<!-- factlint: ignore-start[x] -->\nA.\n\nB.\n<!-- factlint: ignore-end[x] -->\n",
        [(1, 5)],
        id="from start to end",
    ),
    pytest.param(
        "a.md",
        "<!-- factlint: ignore-start[x] -->\n<!-- factlint: ignore-start[y] -->\nA.\n"
        "<!-- factlint: ignore-end[x] -->\n<!-- factlint: ignore-end -->\n",
        [(1, 4), (2, 5)],
        id="one across the other",
    ),
    pytest.param("a.md", "---\ntitle: A b # factlint: ignore[x]\n---\n", [(2, 2)], id="a field"),
    pytest.param("a.md", "---\n# factlint: ignore[x]\ntitle: A b\n---\n", [(3, 3)], id="the next"),
    pytest.param(
        "a.md",
        "---\ndescription: > # factlint: ignore[x]\n  Acme b\n  c\ntitle: A b\n---\n",
        [(3, 4)],
        id="a folded field",
    ),
    pytest.param(
        "a.md", "---\n# factlint: ignore[x]\ntitle: a: b\n---\nB.\n", [(3, 3)], id="broken"
    ),
    pytest.param("a.md", "+++\ntitle = 'A b' # factlint: ignore[x]\n+++\n", [(2, 2)], id="TOML"),
    pytest.param("a.mdx", "{/* factlint: ignore[x] */}\n\nAcme.\n", [(3, 3)], id="MDX"),
    pytest.param("a.mdx", "Acme. {/* factlint: ignore[x] */}\n", [(1, 1)], id="a line of MDX"),
    pytest.param("a.tsx", "a = <p>Acme. {/* factlint: ignore[x] */}</p>", [(1, 1)], id="TSX"),
    pytest.param("a.rst", ".. factlint: ignore[x]\n\nAcme\nis.\n", [(3, 4)], id="RST"),
    pytest.param("a.rst", "- a\n\n  .. factlint: ignore[x]\n\n  Acme.\n", [(5, 5)], id="inside"),
    pytest.param("a.adoc", "// factlint: ignore[x]\nAcme\nis.\n", [(2, 3)], id="AsciiDoc"),
    pytest.param("a.adoc", "One\n// factlint: ignore[x]\ntwo.\n", [(3, 3)], id="the rest of it"),
    pytest.param(
        "a.adoc",
        "= A title\n// factlint: ignore-file[x]\n:author: B\n\nC.\n",
        [(1, 6)],
        id="the header of AsciiDoc",
    ),
    pytest.param("a.html", "<p>Acme. <!-- factlint: ignore[x] --></p>", [(1, 1)], id="HTML"),
    pytest.param(
        "a.html",
        "<head>\n<!-- factlint: ignore-file[x] -->\n</head>\n<p>A</p>",
        [(1, 4)],
        id="the head of a page",
    ),
    pytest.param(
        "a.html",
        "<!-- factlint: ignore[x] -->\n<p>\nAcme.\n</p>\n<p>No.</p>",
        [(3, 3)],
        id="the next element",
    ),
    pytest.param("a.njk", "{# factlint: ignore[x] #}\n<p>A</p>", [(2, 2)], id="Nunjucks"),
    pytest.param("a.astro", "---\na\n---\n{/* factlint: ignore[x] */}\n<p>A</p>", [(5, 5)], id="a"),
]


@pytest.mark.parametrize(("path", "text", "expected"), READ)
def test_the_lines_of_a_directive(
    path: str, text: str, expected: Sequence[tuple[int, int]]
) -> None:
    reading = documents.read(path, text.encode())
    assert spans(reading) == expected
    assert [one for one in reading.problems if one.rule == "invalid-directive"] == []


DEALS = Dataset(files=("*.yml",), subject="company", text=("note",))


def test_comments_of_yaml_data() -> None:
    text = (
        "# factlint: ignore[x] -- all of Acme\n- company: Acme\n  note: It is a firm.\n"
        "- company: Globex # factlint: ignore[y]\n  note: It is another.\n"
    )
    assert spans(documents.read("deals.yml", text.encode(), DEALS)) == [(2, 3), (4, 4)]


def test_all_that_a_directive_says() -> None:
    text = '<!-- factlint: ignore[a, b-c] until=2026-12-31 — "old"  news -->\nA.\n'
    (directive,) = documents.read("a.md", text.encode()).directives
    assert directive == Directive(
        "ignore", Place("a.md", 1, 1, 1, 65), 2, 2, "ignore", ("a", "b-c"), date(2026, 12, 31),
        '"old" news',
    )  # fmt: skip


def test_all_that_a_correction_says() -> None:
    text = "<!-- factlint: claim as-of=2024-03 subject=\"Acme Labs\" basis='net' -- why -->\nA.\n"
    (directive,) = documents.read("a.md", text.encode()).directives
    values = (("as-of", "2024-03"), ("subject", "Acme Labs"), ("basis", "net"))
    assert (directive.kind, directive.values) == ("claim", values)


WRONG = [
    pytest.param("ignor[x]", "no directive 'ignor'; did you mean 'ignore'?", id="a slip"),
    pytest.param("", "no directive ''", id="nothing"),
    pytest.param("ignore", "ignore names no rule", id="no rule"),
    pytest.param("ignore[ , ] -- a reason", "ignore names no rule", id="empty brackets"),
    pytest.param("ignore-file", "ignore-file names no rule", id="a file without rules"),
    pytest.param("ignore[x", "ignore names no rule", id="an open bracket"),
    pytest.param("ignore[x] for ever", "cannot read 'for ever'", id="a reason without its mark"),
    pytest.param("ignore[x] untill=2026-01-01", "no option 'untill'; did you mean", id="an option"),
    pytest.param("ignore[x] until=soon", "until=soon is no day", id="no day"),
    pytest.param("ignore-start[x]", "ignore-start[x] has no ignore-end", id="no end"),
    pytest.param("ignore-end[x]", "no ignore-start is open for this ignore-end[x]", id="no start"),
    pytest.param("ignore-end", "no ignore-start is open for this ignore-end", id="a bare end"),
    pytest.param("claim", "this correction says nothing", id="an empty correction"),
    pytest.param("claim[x] status=done", "a correction takes no rules", id="rules"),
    pytest.param("claim status", "cannot read 'status'", id="a key without a value"),
    pytest.param('claim subject="Acme', "cannot read 'subject=\"Acme'", id="an open quote"),
]


@pytest.mark.parametrize(("said", "message"), WRONG)
def test_what_cannot_be_read_is_told(said: str, message: str) -> None:
    reading = documents.read("a.md", f"<!-- factlint: {said} -->\nAcme.\n".encode())
    (problem,) = reading.problems
    assert (problem.rule, problem.place.line, reading.directives) == ("invalid-directive", 1, ())
    assert problem.message.startswith(message)
    assert problem.hint


def test_a_comment_without_an_end_is_told() -> None:
    (problem,) = documents.read("a.md", b"Acme. <!-- factlint: ignore[x]\nMore.\n").problems
    assert problem.message == "this comment is never closed, so that it says nothing"


def test_a_comment_of_the_body_in_the_head_is_told() -> None:
    text = '---\ntitle: "A b <!-- factlint: ignore[x] -->"\n---\nB.\n'
    (problem,) = documents.read("a.md", text.encode()).problems
    assert (problem.rule, problem.place.line) == ("invalid-directive", 2)
    assert problem.message == "this is no comment of front matter, which has # factlint: instead"


PIECES = st.sampled_from(
    ["<!-- factlint: ", "-->", "ignore", "-start", "-end", "[x]", " -- ", "\n", "\n\n", "Acme. ",
     "claim ", "a=b ", "until=2026-01-01 ", "```", "`", "---\n", "# factlint: ", "{/* factlint:",
     "*/}", ".. factlint: ", "// factlint: ", "| a |\n|---|\n", "<p>", "> ", "- ", '"', "\r\n"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["a.md", "a.mdx", "a.rst", "a.adoc", "a.html", "a.njk", "a.tsx", "a.txt"]),
    st.lists(PIECES, max_size=30).map("".join),
)
def test_directives_and_problems_lie_in_their_file(path: str, text: str) -> None:
    reading = documents.read(path, text.encode())
    for one in reading.directives:
        assert 1 <= one.first <= one.last <= len(reading.line_starts)
    for problem in reading.problems:
        assert 1 <= problem.place.line <= len(reading.line_starts)


# which lines are held

LINES = st.tuples(st.integers(1, 30), st.integers(0, 6)).map(lambda two: (two[0], sum(two)))


@given(st.lists(LINES, max_size=8), LINES)
def test_a_claim_is_tagged_if_a_directive_holds_for_one_of_its_lines(
    held: Sequence[tuple[int, int]], lines: tuple[int, int]
) -> None:
    directives = [
        Directive("ignore", Place("a.md", 1, 1, 1, 9), *one, codes=(RULE,)) for one in held
    ]
    told = replace(
        claim("Acme", "valuation", "9 billion"), place=Place("a.md", lines[0], 1, lines[1], 9)
    )
    tagged = suppressions.tags(suppressions.active(directives, None), [told], [RULE])
    meets = any(first <= lines[1] and last >= lines[0] for first, last in held)
    assert bool(tagged) == meets


RULES = [
    replace(AGREE, id=RULE, claims=("valuation",)),
    replace(AGREE, id="revenue-conflict", claims=("revenue",), holds={}),
]
TOLD = st.tuples(
    st.sampled_from(["Acme", "Globex"]),
    st.sampled_from(["valuation", "revenue"]),
    st.sampled_from(["2 billion", "5 billion", "9 billion"]),
    st.sampled_from(["a.md", "b.md"]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TOLD, st.booleans()), max_size=10))
def test_what_is_left_is_what_is_found_without_the_tagged_claims(
    told: Sequence[tuple[tuple[str, str, str, str], bool]],
) -> None:
    claims = [
        claim(subject, attribute, value, path=path, line=line)
        for line, ((subject, attribute, value, path), _) in enumerate(told, start=1)
    ]
    tagged = frozenset(
        id(one) for one, (_, is_tagged) in zip(claims, told, strict=True) if is_tagged
    )
    ran = rules.run_twice(claims, RULES, {RULE: tagged})
    others = [one for one in claims if one.attribute != "valuation" or id(one) not in tagged]
    assert ran.found == rules.run(claims, RULES)[0]
    assert ran.kept == rules.run(others, RULES)[0]


# corrections

CHANGES = [
    pytest.param("status", "in-talks", "status", "in_talks", id="status"),
    pytest.param("round", "series c", "round", "Series C", id="a round"),
    pytest.param("round", "Pre-seed", "round", "pre-seed", id="an early round"),
    pytest.param("round", "IPO", "round", "IPO", id="no round"),
    pytest.param("basis", "post-money", "basis", "post-money", id="basis"),
    pytest.param("scope", "active", "scope", "active", id="scope"),
    pytest.param("period", "2026-Q1", "period", "2026-Q1", id="period"),
]


def correction(*values: tuple[str, str]) -> Directive:
    return Directive("claim", Place("a.md", 1, 1, 1, 9), 1, 1, "claim", values=values)


@pytest.mark.parametrize(("key", "written", "name", "value"), CHANGES)
def test_a_correction_changes_one_thing(key: str, written: str, name: str, value: str) -> None:
    before = claim("Acme", "valuation", "9 billion")
    done = corrections.apply([before], [correction((key, written))])
    assert done.problems == ()
    assert done.claims == (replace(before, qualifiers=replace(before.qualifiers, **{name: value})),)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        pytest.param("2024", date(2024, 1, 1), date(2024, 12, 31), id="a year"),
        pytest.param("2024-03", date(2024, 3, 1), date(2024, 3, 31), id="a month"),
        pytest.param("2024-03-09", date(2024, 3, 9), date(2024, 3, 9), id="a day"),
        pytest.param("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), id="a quarter"),
        pytest.param("2024-H2", date(2024, 7, 1), date(2024, 12, 31), id="a half"),
    ],
)
def test_a_correction_of_the_time(written: str, first: date, last: date) -> None:
    done = corrections.apply(
        [claim("Acme", "valuation", "9 billion")], [correction(("as-of", written))]
    )
    days = done.claims[0].qualifiers.as_of
    assert days == DateRange(first, last, written)


@pytest.mark.parametrize(
    ("key", "written", "message"),
    [
        pytest.param("as-off", "2024", "a claim has no 'as-off'; did you mean 'as-of'?", id="key"),
        pytest.param("as-of", "lately", "as-of=lately is no date", id="date"),
        pytest.param(
            "status", "rumord", "no status 'rumord'; did you mean 'rumored'?", id="status"
        ),
        pytest.param("round", "big", "no round 'big'", id="round"),
        pytest.param("subject", "", "a correction cannot say nothing", id="nothing"),
    ],
)
def test_a_wrong_correction_is_told_and_does_nothing(key: str, written: str, message: str) -> None:
    before = claim("Acme", "valuation", "9 billion")
    done = corrections.apply([before], [correction(("scope", "active"), (key, written))])
    assert done.claims == (before,)
    (problem,) = done.problems
    assert problem.message.startswith(message)


# the command line

A = "Acme is valued at $9 billion.\n"
B = "Acme is valued at $7 billion.\n"
WHY = "-- an old article"


def checked(run: Run, *arguments: str) -> tuple[list[str], int]:
    """The rules of all findings, each with its place, and how many are suppressed."""
    result = run("check", "--format", "json", "--show", "info", *arguments)
    report = json.loads(result.stdout)
    found = [f"{one['path']}:{one['line']} {one['rule']}" for one in report["findings"]]
    return found, report["summary"]["suppressed"]


CORPORA = [
    pytest.param({"a.md": A, "b.md": B}, [f"a.md:1 {RULE}"], 0, id="nothing suppressed"),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}", "b.md": B}, [], 1, id="one"
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}", "b.md": A},
        ["a.md:1 unused-suppression"],
        0,
        id="no contradiction",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}, deal-magnitude-slip] {WHY} -->\n{A}", "b.md": B},
        ["a.md:1 unused-suppression"],
        1,
        id="one of two",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore-file[{RULE}] {WHY} -->\n\n{A}", "b.md": B},
        [],
        1,
        id="a file",
    ),
    pytest.param(
        {
            "a.md": f"<!-- factlint: ignore-start[{RULE}] {WHY} -->\n\n{A}\n"
            "<!-- factlint: ignore-end -->\n\nMore.\n",
            "b.md": B,
        },
        [],
        1,
        id="from start to end",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}", "b.md": B, "c.md": A},
        [f"b.md:1 {RULE}"],
        0,
        id="somebody else says so, too",
    ),
    pytest.param(
        {
            "a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\nAcme is valued at $5 billion.\n",
            "b.md": B,
            "c.md": A,
        },
        [f"b.md:1 {RULE}"],
        0,
        id="the others still contradict each other",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] -->\n{A}", "b.md": B},
        ["a.md:1 unexplained-suppression"],
        1,
        id="no reason",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[valuation-conflit] {WHY} -->\n{A}", "b.md": B},
        ["a.md:1 unknown-suppressed-rule", f"a.md:2 {RULE}"],
        0,
        id="a slip",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] until=2026-03-01 {WHY} -->\n{A}", "b.md": B},
        [],
        1,
        id="its last day",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore[{RULE}] until=2026-02-28 {WHY} -->\n{A}", "b.md": B},
        ["a.md:1 expired-suppression", f"a.md:2 {RULE}"],
        0,
        id="past its last day",
    ),
    pytest.param(
        {"a.md": f"---\ntitle: a: b\n# factlint: ignore-file[invalid-front-matter] {WHY}\n---\n"},
        [],
        1,
        id="a problem of the document",
    ),
    pytest.param(
        {
            "a.md": f"<!-- factlint: ignore-file[unused-suppression] {WHY} -->\n\n"
            f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}"
        },
        [],
        1,
        id="an unused one",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: ignore-file[unused-suppression] {WHY} -->\n\n{A}"},
        ["a.md:1 unused-suppression"],
        0,
        id="no unused one",
    ),
    pytest.param(
        {"a.md": f"<!-- factlint: claim subject=Globex -->\n{A}", "b.md": B}, [], 0, id="corrected"
    ),
    pytest.param(
        {
            "a.md": A,
            "b.md": f"<!-- factlint: claim subject=Acme -->\n{B.replace('Acme', 'Globex')}",
        },
        [f"a.md:1 {RULE}"],
        0,
        id="a correction that shows a contradiction",
    ),
    pytest.param(
        {"a.md": "<!-- factlint: claim status=done -->\nNothing here.\n", "b.md": B},
        ["a.md:1 unused-correction"],
        0,
        id="a correction of nothing",
    ),
]


@pytest.mark.parametrize(("files", "expected", "hidden"), CORPORA)
def test_what_is_reported(
    run: Run, write: Write, files: dict[str, str], expected: list[str], hidden: int
) -> None:
    write(files)
    assert checked(run, "--today", "2026-03-01") == (expected, hidden)


def test_two_processes_report_the_same(run: Run, write: Write) -> None:
    write(
        {
            "a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}",
            "b.md": f"{B}\n<!-- factlint: ignore[sum] {WHY} -->\n",
            "c.md": f"<!-- factlint: claim subject=Globex -->\n{A}",
        }
    )
    assert checked(run, "--jobs", "2") == (["b.md:3 unknown-suppressed-rule"], 1)


def test_a_rule_that_did_not_run_leaves_no_suppression_unused(run: Run, write: Write) -> None:
    write({"a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}"})
    assert checked(run, "--ignore", RULE) == ([], 0)
    assert checked(run, "--ignore", "unused-suppression") == ([], 0)
    assert checked(run) == (["a.md:1 unused-suppression"], 0)


def test_what_is_suppressed_does_not_come_back_by_another_name(run: Run, write: Write) -> None:
    """Without the slip of a magnitude, both raised amounts would merely differ."""
    slip = "Acme raised $40 billion in its Series A round.\n"
    comment = f"<!-- factlint: ignore[funding-magnitude-slip] {WHY} -->\n"
    write({"a.md": "Acme raised $40 million in a Series A round.\n", "b.md": comment + slip})
    assert checked(run, "--ignore", "funding-magnitude-slip") == (
        ["a.md:1 funding-amount-conflict"],
        0,
    )
    assert checked(run) == ([], 1)


def test_only_what_touches_the_focus_is_counted(run: Run, write: Write) -> None:
    write(
        {
            "factlint.toml": 'include = ["*.md"]\n',
            "a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}",
            "b.md": B,
            "c.md": "Nothing.\n",
        }
    )
    assert checked(run, "c.md") == ([], 0)
    assert checked(run, "b.md") == ([], 1)


def test_the_day_may_stand_in_the_environment(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.md": f"<!-- factlint: ignore[{RULE}] until=2099-01-01 {WHY} -->\n{A}", "b.md": B})
    assert checked(run) == ([], 1)
    monkeypatch.setenv("FACTLINT_TODAY", "2099-01-02")
    assert checked(run) == (["a.md:1 expired-suppression", f"a.md:2 {RULE}"], 0)
    result = run("check", "--today", "tomorrow")
    assert (result.exit_code, "tomorrow" in result.stderr) == (2, True)


def test_what_is_suppressed_is_counted_in_text_and_fails_nothing(run: Run, write: Write) -> None:
    write({"a.md": f"<!-- factlint: ignore[{RULE}] {WHY} -->\n{A}", "b.md": B})
    result = run("check", "--fail-on", "info")
    assert result.exit_code == 0
    assert result.stdout.startswith("0 errors, 0 warnings, 1 suppressed\n")


def test_corrected_claims_are_listed_as_corrected(run: Run, write: Write) -> None:
    said = 'as-of=2024-03 status=rumored subject="Acme Labs" round="series c" basis=post-money'
    write({"a.md": f"<!-- factlint: claim {said} -->\n{A}"})
    listed = json.loads(run("claims", "--format", "jsonl").stdout.splitlines()[0])
    assert (listed["subject"], listed["subject_text"]) == ("Acme Labs", "Acme")
    expected = {"as_of": "2024-03", "status": "rumored", "round": "Series C", "basis": "post-money"}
    assert {key: listed["qualifiers"][key] for key in expected} == expected
