"""Declared data files: records, places through escapes and scalars, faults, claims, findings."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factlint import documents, linter
from factlint.config import Corpus
from factlint.documents.data import json_nodes, ways, yaml_nodes, yaml_strings
from factlint.documents.sourcemap import ALIKE, BLANKS, ZERO_WIDTH
from factlint.linter import Tools
from factlint.model import Dataset, FieldHead, Passage, Reading

from .conftest import Run, Write

NEWS = Dataset(
    ("*",),
    text=("title", "body", "tags.*"),
    markdown=("body",),
    subject="company",
    date="date",
    source="by",
    currency="USD",
    fields=(FieldHead("raised", "funding_amount"), FieldHead("deal.worth", "valuation")),
)


def read(text: str, suffix: str = "json", dataset: Dataset = NEWS) -> Reading:
    return documents.read(f"a.{suffix}", text.encode(), dataset)


def shown(passage: Passage) -> tuple[str, str]:
    return passage.kind, passage.text


def sources(reading: Reading) -> list[str]:
    """What stands in the source where each passage was read."""
    spans = [passage.map.span(0, len(passage.text)) for passage in reading.passages]
    return [reading.text[start:end] for start, end in spans]


# Records and their passages

PASSAGES = {
    "a short field that is not declared": (
        "json", '{"ceo": "a b", "id": "c d", "n": 5}', [("field", "a b")]),
    "a number without a head": ("json", '{"staff": 500}', []),
    "a long field that is not declared": ("json", json.dumps({"note": "$5 is due " * 9}), []),
    "a nested field that is not declared": ("json", '{"old": {"valuation": "$5M"}}', []),
    "null, true and NaN": ("json", '{"title": null, "raised": NaN, "company": true}', []),
    "a title": ("json", '{"title": "Hi all"}', [("title", "Hi all")]),
    "a list of records": (
        "json", '[{"title": "a"}, {"title": "b"}]', [("title", "a"), ("title", "b")]),
    "lines": ("jsonl", '{"title": "a"}\r\n\r\n{"title": "b"}', [("title", "a"), ("title", "b")]),
    "documents of YAML": ("yml", "title: a\n---\ntitle: b\n", [("title", "a"), ("title", "b")]),
    "a byte-order mark": ("json", '\ufeff{"title": "a"}', [("title", "a")]),
    "a subject goes before": (
        "json", '{"title": "a", "company": "B"}', [("heading", "B"), ("title", "a")]),
    "several subjects are none": ("json", '{"company": ["A", "B"]}', []),
    "entries of a list": ("json", '{"tags": ["a b", "c"]}',
                          [("paragraph", "a b"), ("paragraph", "c")]),
    "a key that stands twice": ("json", '{"title": "a", "title": "b"}',
                                [("title", "a"), ("title", "b")]),
    "Markdown": (
        "json", r'{"body": "# Top\n\n- **one**\n\n| a | b |\n|---|---|\n| [c](d) | e |"}',
        [("heading", "Top"), ("item", "one"), ("cell", "a"), ("cell", "b"), ("cell", "c"),
         ("cell", "e")]),
    "mapped numbers": ("json", '{"raised": 2.5e7, "deal": {"worth": 9000000}}',
                       [("field", "25000000"), ("field", "9000000")]),
    "numbers of YAML": ("yaml", "raised: 20_000_000\n", [("field", "20000000")]),
    "escapes": ("json", r'{"title": "\ud83d\ude00 \u20ac5 \"x\" \/ \ud83d"}',
                [("title", '😀 €5 "x" / \ufffd')]),
    "folded lines": ("yaml", "title: one\n  two\n\n  three\n", [("title", "one two three")]),
    "lines of a block": ("yaml", "tags:\n  - |\n    One.\n\n    Two.\n",
                         [("paragraph", "One."), ("paragraph", "Two.")]),
    "an alias of a short text": ("yaml", "- company: &c Acme\n- company: *c\n",
                                 [("heading", "Acme"), ("heading", "Acme")]),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "expected"), PASSAGES.values(), ids=PASSAGES)
def test_passages(suffix: str, text: str, expected: list[tuple[str, str]]) -> None:
    reading = read(text, suffix)
    assert list(map(shown, reading.passages)) == expected
    assert reading.problems == ()


def test_a_record_is_a_document_of_its_own() -> None:
    record = '{"company": "Acme", "date": "2026-03-01", "by": "Times", "title": "a", "raised": 5}'
    reading = read(f'[{record}, {{"title": "b"}}]')
    first, second = reading.records
    assert (first.document.title, first.document.source) == ("Acme", "Times")
    assert first.document.dated is not None
    assert first.document.dated.text == "2026-03-01"
    assert (second.document.title, second.document.dated) == ("b", None)
    field, heading, title, other = reading.passages
    assert (field.field, field.column, field.row) == ("raised", "funding_amount (USD)", "Acme")
    assert (heading.row, title.headings, title.dated) == ("Acme", ("Acme",), first.document.dated)
    assert len({heading.section, field.section, other.section}) == 3


RECORDS = {
    "top list": ("", '[{"title": "a"}]', 1),
    "single": ("", '{"title": "a"}', 1),
    "a way": ("data.items", '{"data": {"items": [{"title": "a"}, {"title": "b"}]}}', 2),
    "a mapping of records": ("deals.*", '{"deals": {"x": {"title": "a"}, "y": {}}}', 2),
    "lists in lists": ("", '[[{"title": "a"}], [{"title": "b"}]]', 2),
    "an empty list": ("items", '{"items": []}', 0),
}


@pytest.mark.parametrize(("way", "text", "count"), RECORDS.values(), ids=RECORDS)
def test_the_way_to_records(way: str, text: str, count: int) -> None:
    reading = read(text, dataset=Dataset(("*",), records=way, text=("title",)))
    assert (len(reading.records), reading.problems) == (count, ())


WAYS = [
    pytest.param("", "", True, id="nowhere"),
    pytest.param("a", "a", True, id="key"),
    pytest.param("a", "b", False, id="another key"),
    pytest.param("a.b", "a", False, id="not far enough"),
    pytest.param("a", "a.b", False, id="too far"),
    pytest.param("a", "a.*", True, id="lists go without saying"),
    pytest.param("a.*", "a.*", True, id="entries"),
    pytest.param("a.b", "a.*.b", True, id="through a list"),
    pytest.param("a.*.c", "a.b.c", True, id="any key"),
    pytest.param("*", "a.b", False, id="one key"),
]


@pytest.mark.parametrize(("way", "keys", "fits"), WAYS)
def test_ways(way: str, keys: str, fits: bool) -> None:
    assert ways.fits(way, keys) is fits


# Places


def test_places_through_escapes() -> None:
    text = r'{"title": "The \u20ac5 \"deal\"", "body": "a\n\n**b** \ud83d\ude00 c"}'
    reading = read(text)
    assert sources(reading) == [
        r"The \u20ac5 \"deal\"",
        "a",
        r"b** \ud83d\ude00 c",
    ]
    assert reading.place(*reading.passages[-1].map.span(2, 3)).column == text.index("\\ud83d") + 1


def said(piece: str) -> str:
    """What a stretch of a JSON string says."""
    return str(json.loads(f'"{piece}"'))


DROPPED = str.maketrans("", "", ZERO_WIDTH)
BLANK = BLANKS + "".join(map(chr, range(0x20)))


def normalised(text: str) -> str:
    """What the passage holds for a stretch of text."""
    kept = text.translate(DROPPED)
    return ALIKE.get(kept, kept) if kept.strip(BLANK) else " "


@given(
    texts=st.lists(st.text(max_size=40), min_size=1, max_size=4),
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 1]),
    field=st.sampled_from(["title", "tags"]),
)
def test_each_character_is_what_its_place_says(
    texts: list[str], ascii_only: bool, indent: int | None, field: str
) -> None:
    source = json.dumps([{field: text} for text in texts], ensure_ascii=ascii_only, indent=indent)
    reading = read(source)
    for passage in reading.passages:
        for index, character in enumerate(passage.text):
            start, end = passage.map.span(index, index + 1)
            assert normalised(said(reading.text[start:end])) == character


@given(st.text(alphabet='ab"\\/€😀\n*_#-[](). ', max_size=60))
def test_places_in_markdown(text: str) -> None:
    reading = read(json.dumps({"body": text}))
    for passage in reading.passages:
        for index, character in enumerate(passage.text):
            start, end = passage.map.span(index, index + 1)
            assert normalised(said(reading.text[start:end])) == character


WORDS = st.text(alphabet='ab"\\/€😀\n\t\u2028', max_size=30)


@given(WORDS, st.booleans())
def test_a_title_is_read_whole(text: str, ascii_only: bool) -> None:
    reading = read(json.dumps({"title": text}, ensure_ascii=ascii_only))
    expected = " ".join(text.split()) if any(map(str.isalnum, text)) else ""
    assert [passage.text for passage in reading.passages] == [expected] * bool(expected)


YAML_TEXT = st.text(alphabet="ab c\n\t'\"\\:#-€😀\xa0>|&*!{}[],?0", max_size=60)


@given(
    text=YAML_TEXT,
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    unescaped=st.booleans(),
    width=st.sampled_from([10, 80]),
)
def test_scalars_say_what_yaml_says(
    text: str, style: str | None, unescaped: bool, width: int
) -> None:
    content = [{"k": {"t": text}}]
    source = yaml.dump(content, default_style=style, allow_unicode=unescaped, width=width)
    kinds = ("string", "number", "other")
    node = next(one for one in yaml_nodes.read(source, 0, len(source)) if one.kind in kinds)
    raw, _ = yaml_strings.read(source, node.start, node.end)
    block = source[node.start] in "|>"
    told, expected = (" ".join(one.split()) if block else one.rstrip("\n") for one in (raw, text))
    assert told == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_nodes_say_what_json_says(content: object, indent: int | None, ascii_only: bool) -> None:
    source = json.dumps(content, indent=indent, ensure_ascii=ascii_only)
    found = [
        json_nodes.string(source, node.start, node.end)[0]
        for node in json_nodes.read(source, 0, len(source))
        if node.kind == "string"
    ]
    assert len(found) == len(list(strings(content)))


def strings(content: object) -> list[str]:
    """The strings of a value, without keys."""
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        return [text for one in content for text in strings(one)]
    return [content] if isinstance(content, str) else []


@given(st.text(alphabet='{}[]:,"a\\ 1-.e\nnulltrue', max_size=30))
def test_the_scanner_knows_json(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        right = not text.strip()
    else:
        right = True
    problems = [one for one in read(text).problems if "JSON" in one.message]
    assert bool(problems) is not right


# Faults

HERE = '[{"title": "a b"}, '
FAULTS = {
    "a missing comma": ("json", HERE + '{"a": 1 "b": 2}]', "not valid JSON: '\"' stands", 28),
    "a trailing comma": ("json", HERE + "]", "not valid JSON: ']' stands where a value", 20),
    "single quotes": ("json", HERE + "{'a': 1}]", "not valid JSON: \"'\" stands where a key", 21),
    "a comment": ("json", HERE + "// c\n]", "not valid JSON: '/' stands where a value", 20),
    "a word": ("json", HERE + "None]", "not valid JSON: 'None' stands where", 20),
    "a bracket of another kind": ("json", HERE + '{"a": 1]', "not valid JSON: ']' stands", 27),
    "an open list": ("json", HERE, "not valid JSON: it ends where a value should stand", 19),
    "an open string": ("json", HERE + '"a', "not valid JSON: a string is never closed", 20),
    "a line break in a string": ("json", HERE + '"a\nb"]', "not valid JSON: a string holds", 22),
    "no escape": ("json", HERE + r'"\x"]', r"not valid JSON: '\\x' is no escape", 21),
    "two values": ("json", HERE + "{}] {}", "not valid JSON: it goes on behind its end", 24),
    "deep lists": ("json", HERE + "[" * 9_000, "collections lie more than 100 deep", 119),
    "deep YAML": ("yml", "- title: a b\n- " + "- " * 9_000, "collections lie more than", None),
    "no record": ("json", HERE + "5]", "1 value stands where records should stand", 20),
    "broken YAML": ("yml", "title: a b\n---\na: b: c\n", "not valid YAML: mapping values", 5),
    "a list for a key": ("yml", "title: a b\n---\n? [a]\n: b\n", "a list or mapping stands", 3),
    "an alias of a mapping": (
        "yml", "title: a b\n---\na: &a {b: c}\nd: *a\n", "what 1 alias stands for", 4),
    "no date": ("json", '{"title": "a b", "date": "soon"}', "'date' is no date in 1 record", 26),
    "a broken line": ("jsonl", '{"title": \n{"title": "a b"}', "not valid JSON: it ends", 10),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "message", "column"), FAULTS.values(), ids=FAULTS)
def test_faults(suffix: str, text: str, message: str, column: int | None) -> None:
    reading = read(text, suffix)
    (problem,) = reading.problems
    assert problem.rule == "unreadable-data"
    assert problem.message.startswith(message)
    assert column in (None, problem.place.column)
    assert ("title", "a b") in map(shown, reading.passages)


def test_no_record_where_the_settings_say() -> None:
    (problem,) = read('{"itmes": []}', dataset=Dataset(("*",), records="items")).problems
    assert problem.message == "no record stands at 'items'; did you mean 'itmes'?"


def test_of_many_broken_lines_some_are_told() -> None:
    problems = read("{\n" * 1_000, "jsonl").problems
    assert len(problems) == 21
    assert problems[-1].message == "980 further lines are not valid JSON"


NOTHING = ["", " \n", "[]", "{}", "null"]


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("suffix", ["json", "jsonl", "yml"])
def test_nothing_to_read(text: str, suffix: str) -> None:
    reading = read(text, suffix)
    assert (reading.passages, reading.problems) == ((), ())


# Sizes that would not come to an end if anything were quadratic

MANY = 20_000
RECORD = '{"company": "Acme", "title": "A \\"title\\"", "id": [1, 2, {"a": null}]}'
LARGE = {
    "records in one line": ("json", f"[{','.join([RECORD] * MANY)}]"),
    "lines": ("jsonl", f"{RECORD}\n" * MANY),
    "records of YAML": ("yaml", "- company: Acme\n  title: >\n    A\n    title\n" * (MANY // 4)),
    "a string": ("json", json.dumps({"title": "a" * 50 * MANY})),
    "escapes": ("json", json.dumps({"title": "€" * 10 * MANY})),
    "line breaks": ("json", json.dumps({"body": "\n" * 10 * MANY})),
    "an open string": ("json", '{"title": "' + '\\"' * 20 * MANY),
    "quotes": ("json", '"' * 20 * MANY),
    "blanks": ("json", " " * 50 * MANY + "{"),
    "blanks of YAML": ("yaml", "title: a" + " " * 20 * MANY + "\n  b\n"),
    "keys": ("json", "{" + ",".join(f'"k{one}": 5' for one in range(MANY)) + "}"),
    "a key": ("json", '{"' + "k" * 50 * MANY + '": 5}'),
    "the same key": ("json", "{" + '"title": "a",' * MANY + '"a": 5}'),
    "digits": ("json", '{"raised": ' + "9" * 10 * MANY + "}"),
    "a power": ("json", '{"raised": 1e' + "9" * MANY + "}"),
    "lists": ("json", "[" * MANY + "]" * MANY),
    "mappings": ("json", '{"a":' * MANY + "1" + "}" * MANY),
    "lists of YAML": ("yaml", "[" * MANY),
    "items of YAML": ("yaml", "- " * MANY),
    "an alias bomb": ("yaml", "a: &a [x]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(1, 60)
    ).replace("*a1", "*a")),
    "aliases of a text": ("yaml", f"tags: [&a {'x' * 99}, " + "*a, " * MANY + "]"),
    "a subject": ("json", '{"company": "' + "(" * 10 * MANY + '"}'),
}  # fmt: skip


@cache
def tools() -> Tools:
    return linter.equip(Corpus(Path.cwd(), ()))


@pytest.mark.parametrize(("suffix", "text"), LARGE.values(), ids=LARGE)
def test_large_files_are_read(suffix: str, text: str) -> None:
    extract = linter.extract(read(text, suffix), tools())
    assert extract.census is not None
    assert len(extract.problems) <= 21


# Claims

SETTINGS = """
[[data]]
files = ["deals.jsonl", "firms.yml"]
text = ["title", "body"]
markdown = ["body"]
subject = "company"
date = "announced"
currency = "USD"
fields = {raised = "funding_amount", "deal.worth" = "valuation", staff = "employees"}
"""


def record(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def told(run: Run) -> list[str]:
    lines = str(run("claims").stdout).splitlines()[:-1]
    return [re.sub(r" \(\d\.\d\d\)$", "", line) for line in lines]


CLAIMS = {
    "another record lends no subject": (
        record(title="Acme raises $5 million", body="It is well.") + record(body="It raised $7M."),
        ["deals.jsonl:1:24: Acme: funding_amount = $5 million"],
    ),
    "another record lends no topic": (
        record(company="Acme") + record(body="The company raised $7 million."), [],
    ),
    "the subject of the record": (
        record(company="poolside", body="The company raised **$7 million**."),
        ["deals.jsonl:1:55: poolside (as 'The company'): funding_amount = $7 million"],
    ),
    "the subject goes before the title": (
        record(company="Acme", title="A win for Globex", body="The company raised $7 million."),
        ["deals.jsonl:1:78: Acme (as 'The company'): funding_amount = $7 million"],
    ),
    "another record lends no long form": (
        record(company="Hooli", title="Globex Robotics raises $5 million")
        + record(company="Hooli", title="Globex raises $7 million"),
        ["deals.jsonl:1:55: Globex Robotics: funding_amount = $5 million",
         "deals.jsonl:2:46: Globex: funding_amount = $7 million"],
    ),
    "whom a title names": (
        record(title="Acme grows", body="The company raised $7 million."),
        ["deals.jsonl:1:53: Acme (as 'The company'): funding_amount = $7 million"],
    ),
    "numbers with the currency of the settings": (
        record(company="Acme Labs", raised=20000000, deal={"worth": 5e8}, staff=400),
        ["deals.jsonl:1:36: Acme Labs: funding_amount = 20000000",
         "deals.jsonl:1:64: Acme Labs: valuation = 500000000",
         "deals.jsonl:1:87: Acme Labs: headcount = 400"],
    ),
    "a field by its own name": (
        record(company="Acme", valuation="$5 billion", notes="$4 billion"),
        ["deals.jsonl:1:35: Acme: valuation = $5 billion"],
    ),
    "a number by its own name": (record(company="Acme", valuation=5), []),
    "nobody": (record(raised=20000000), []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS.values(), ids=CLAIMS)
def test_claims(run: Run, write: Write, text: str, expected: list[str]) -> None:
    write({"factlint.toml": SETTINGS, "deals.jsonl": text, "a.md": "Nothing.\n"})
    assert told(run) == expected


def test_the_currency_of_a_record(run: Run, write: Write) -> None:
    settings = SETTINGS.replace('"USD"', '"unit"')
    write(
        {
            "factlint.toml": settings,
            "deals.jsonl": record(company="Acme", raised=9000000, unit="EUR"),
        }
    )
    (claim,) = map(json.loads, str(run("claims", "--format", "jsonl").stdout).splitlines())
    assert (claim["value"]["low"], claim["value"]["unit"]) == (9_000_000, "EUR")


def test_yaml(run: Run, write: Write) -> None:
    firms = "- company: Acme\n  body: >\n    The company raised\n    $7 million: in cash.\n"
    write({"factlint.toml": SETTINGS, "firms.yml": firms})
    assert told(run) == ["firms.yml:4:5: Acme (as 'The company'): funding_amount = $7 million"]


def test_explain_claims(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS, "deals.jsonl": record(company="Acme", raised=9000000) * 2})
    lines = str(run("claims", "--explain").stdout).splitlines()
    assert sum("Acme: funding_amount" in line for line in lines) == 2


# Findings

ARTICLE = {"a.md": "---\ndate: 2026-03-02\n---\n\nAcme is valued at $9 billion.\n"}


def found(run: Run, *options: str) -> list[str]:
    arguments = ("check", "--format", "concise", "--show", "info", *options)
    return str(run(*arguments).stdout).splitlines()[:-1]


def test_an_article_against_a_record(run: Run, write: Write) -> None:
    deals = record(company="Globex") + record(
        company="Acme", announced="2026-03-01", deal={"worth": 7_000_000_000}
    )
    write({"factlint.toml": SETTINGS, "deals.jsonl": deals, **ARTICLE})
    assert found(run, "--ignore", "unknown-field") == [
        "a.md:5:19: error[valuation-conflict] Acme is valued at $9 billion here,"
        " but at 7000000000 in deals.jsonl:2"
    ]
    findings = json.loads(run("check", "--format", "json").stdout)["findings"]
    (finding,) = (one for one in findings if one["rule"] == "valuation-conflict")
    (related,) = finding["related"]
    line = deals.splitlines()[1]
    assert line[related["column"] - 1 : related["end_column"] - 1] == "7000000000"


def test_a_title_is_held_against_its_own_record(run: Run, write: Write) -> None:
    deals = record(
        title="Acme raises $20 million in Series A", body="Acme raised a $25 million Series A."
    ) + record(company="Globex", body="Globex raised a $20 million Series A.")
    write({"factlint.toml": SETTINGS, "deals.jsonl": deals})
    (line,) = found(run, "--select", "title-figure")
    assert line.startswith("deals.jsonl:1:24: ")


QUIET = {
    "records of different times": record(company="Acme", announced="2024", body="It has 90 people.")
    + record(company="Acme", announced="2026", body="It has 900 people."),
    "records that agree": record(company="Acme", raised=9_000_000) * 2,
    "another subject": record(company="Globex", deal={"worth": 7_000_000_000}),
}


@pytest.mark.parametrize("deals", QUIET.values(), ids=QUIET)
def test_no_contradiction(run: Run, write: Write, deals: str) -> None:
    write({"factlint.toml": SETTINGS, "deals.jsonl": deals, **ARTICLE})
    assert found(run, "--ignore", "unknown-field") == []


def test_records_of_one_time_contradict_each_other(run: Run, write: Write) -> None:
    deals = "".join(
        record(company="Acme", announced="2026-03-01", deal={"worth": worth})
        for worth in (7_000_000_000, 9_000_000_000)
    )
    write({"factlint.toml": SETTINGS, "deals.jsonl": deals})
    (line,) = (one for one in found(run) if "conflict" in one)
    assert line.startswith("deals.jsonl:1:66: error[valuation-conflict]")


def test_many_records_are_no_archive(run: Run, write: Write) -> None:
    deals = "".join(record(company=f"Firm{n} Labs", raised=9_000_000 + n) for n in range(70))
    deals += record(company="Acme", announced="2026-03-01", deal={"worth": 7_000_000_000})
    write({"factlint.toml": SETTINGS, "deals.jsonl": deals, **ARTICLE})
    assert any("error[valuation-conflict]" in line for line in found(run))


# What is declared and not there


def test_data_files_are_read_only_if_they_are_declared(run: Run, write: Write) -> None:
    write({"package.json": record(title="Acme raised $5 million"), "a.yml": "a: b\n", **ARTICLE})
    summary = str(run("check").stdout).splitlines()[-1]
    assert summary.startswith("1 document read (not read: 1 .json, 1 .yml)")


def test_a_field_that_no_record_has(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS, "deals.jsonl": record(company="Acme", titel="a")})
    (line, *_) = [one for one in found(run) if "'title'" in one]
    assert line == (
        "deals.jsonl:1:1: warning[unknown-field] no record has the field 'title'"
        " that the settings declare; did you mean 'titel'?"
    )


def test_a_field_that_another_file_has_is_known(run: Run, write: Write) -> None:
    files = {"deals.jsonl": record(title="a"), "firms.yml": "body: b\n"}
    write({"factlint.toml": '[[data]]\nfiles = ["*"]\ntext = ["title", "body"]\n', **files})
    assert found(run) == []


def test_a_pattern_that_nothing_fits(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS, "firms.yml": "[]", **ARTICLE})
    assert run("check").stderr == (
        "warning: factlint.toml:3: 'files': no data file fits 'deals.jsonl'\n"
    )


def test_an_attribute_that_no_pack_knows(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS.replace('"valuation"', '"valuatoin"'), **ARTICLE})
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: factlint.toml:9: 'fields': no attribute or column 'valuatoin';"
        " did you mean 'valuation'?\n"
    )


INCLUDED = [
    pytest.param('include = ["*.md"]\n', 2, id="whatever is included"),
    pytest.param('exclude = ["*.jsonl"]\n', 1, id="excluded"),
]


@pytest.mark.parametrize(("settings", "count"), INCLUDED)
def test_declared_files_are_included(run: Run, write: Write, settings: str, count: int) -> None:
    write({"factlint.toml": settings + SETTINGS, "deals.jsonl": "{}\n", **ARTICLE})
    assert f"{count} document" in str(run("check").stdout)


def test_a_record_on_stdin(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS, **ARTICLE})
    text = record(company="Acme", deal={"worth": 7_000_000_000})
    result = run("check", "-", "--stdin-filename", "deals.jsonl", "--format=concise", stdin=text)
    assert "but at 7000000000 in deals.jsonl:1" in result.stdout
