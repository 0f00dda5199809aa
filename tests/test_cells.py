"""Tables -> claims by the heads of their columns and rows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import documents
from factlint.claims import heads
from tests import pages

WORDINGS = pages.wordings(
    pages.definition("revenue", "money", "revenue of {V}", columns=("revenue", "Annual Revenue")),
    pages.definition("seat", "name", columns=("seat",), value_kinds=("place",), holds="once"),
    pages.definition("backer", "name", columns=("backers",)),
    pages.definition("buyer", "name", columns=("buyer",), event="acquisition", holds="once"),
    pages.definition("users", "count", columns=("users", "size"), units=("people",)),
    pages.definition("weights", "count", columns=("size",), subject_kinds=("product",)),
    pages.definition(
        "price", "money", columns=("price",), rates=True, subject_kinds=("product",)
    ),
)  # fmt: skip

TABLES = {
    "columns": (
        ("| Company | Revenue | Seat |", "| *Acme* | $9 million | *Oslo/place* |",
         "| *Globex* | $5 million | *Rome/place* |"),
        {"Acme revenue $9 million", "Acme seat Oslo", "Globex revenue $5 million",
         "Globex seat Rome"}),
    "rows": (
        ("| Metric | *Acme* | *Globex* |", "| Revenue | $9 million | $5 million |",
         "| Seat | *Oslo/place* | *Rome/place* |"),
        {"Acme revenue $9 million", "Acme seat Oslo", "Globex revenue $5 million",
         "Globex seat Rome"}),
    "several values": (("| Company | Backers |", "| *Acme* | *Foo*, *Bar* and *Baz* |"),
                       {"Acme backer Foo", "Acme backer Bar", "Acme backer Baz"}),
    "the first of several": (("| Company | Seat |", "| *Acme* | *Oslo/place*, *Rome/place* |"),
                             {"Acme seat Oslo"}),
    "the first figure": (("| Company | Revenue |", "| *Acme* | $9 million, once $8 million |"),
                         {"Acme revenue $9 million"}),
    "bold head": (("| Company | **Revenue** |", "| *Acme* | $9 million |"),
                  {"Acme revenue $9 million"}),
    "head with a year": (("| Company | Annual revenue, 2025 |", "| *Acme* | $9 million |"),
                         {"Acme revenue $9 million"}),
    "a bare number": (("| Company | Users |", "| *Acme* | 400 |"), {"Acme users 400"}),
    "a rate where there are any": (("| Product | Price |", "| *Lamp/product* | $9 per month |"),
                                   {"Lamp price $9"}),
    "a buyer of a row": (("| Company | Buyer |", "| *Acme* | *Foo* |"), {"Acme buyer Foo"}),
    "one head, two definitions": (
        ("| Name | Size |", "| *Acme* | 400 people |", "| *Lamp/product* | 7,000 |"),
        {"Acme users 400 people", "Lamp weights 7,000"}),
    "the topic": (("# *Acme*", "It sells lamps.", "| Metric | Value |", "| Revenue | $9 million |"),
                  {"Acme revenue $9 million"}),
    "what is foreseen": (
        ("# *Acme*", "It sells lamps.", "| Q4 2025 | Guidance |", "| Revenue | $9 million |"),
        {"Acme revenue $9 million"}),
    "a cue of the row's subject": (
        ("| Company | Revenue | Notes |", "| *Acme* | $9 million | Has revenue of $9 million |"),
        {"Acme revenue $9 million"}),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), TABLES.values(), ids=TABLES)
def test_tables(lines: tuple[str, ...], expected: set[str]) -> None:
    assert pages.told(WORDINGS, *lines) == expected


SILENT = {
    "unknown head": ("| Company | Outlay |", "| *Acme* | $9 million |"),
    "subject of another kind": ("| Product | Revenue |", "| *Lamp/product* | $9 million |"),
    "nobody": ("| Year | Revenue |", "| 2025 | $9 million |"),
    "a row that says something": ("# *Acme*", "It sells lamps.", "| Where | Revenue |",
                                  "| Abroad | $9 million |"),
    "value of another kind": ("| Company | Revenue |", "| *Acme* | 40% |"),
    "a bare number": ("| Company | Revenue |", "| *Acme* | 90 |"),
    "another unit": ("| Company | Users |", "| *Acme* | 400 boats |"),
    "a rate": ("| Company | Revenue |", "| *Acme* | $9 million a month |"),
    "a company for a place": ("| Company | Seat |", "| *Acme* | *Foo* |"),
    "a buyer in a column's head": ("| Metric | *Acme* |", "| Buyer | *Foo* |"),
    "prose": ("| Company | Revenue |", "| *Acme* | " + "now and then " * 6 + "$9 million |"),
    "the head itself": ("| *Acme* | Revenue of $9 million |",),
}  # fmt: skip


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT)
def test_no_claim(lines: tuple[str, ...]) -> None:
    assert pages.told(WORDINGS, *lines) == set()


def test_a_definition_without_columns_reads_no_table() -> None:
    plain = pages.wordings(pages.definition("revenue", "money", "revenue of {V}"))
    assert pages.told(plain, "| Company | Revenue |", "| *Acme* | $9 million |") == set()


SCALES = {
    "Revenue (USD)": ("90", "USD"),
    "Revenue ($M)": ("90e6", "USD"),
    "Revenue (2025, $m)": ("90e6", "USD"),
    "Revenue (US$ million)": ("90e6", "USD"),
    "Revenue (USD millions)": ("90e6", "USD"),
    "Revenue in €bn": ("90e9", "EUR"),
    "Revenue (£k)": ("90e3", "GBP"),
    "Revenue ($ thousands)": ("90e3", "USD"),
    "Revenue (EUR billion)": ("90e9", "EUR"),
}


@pytest.mark.parametrize(("head", "expected"), SCALES.items(), ids=SCALES)
def test_a_head_gives_its_unit_to_bare_numbers(head: str, expected: tuple[str, str]) -> None:
    (claim,) = pages.found(WORDINGS, f"| Company | {head} |", "| *Acme* | 90 |")
    number, unit = expected
    assert claim.value.kind == "money"
    assert claim.value.interval is not None
    assert (claim.value.interval.low, claim.value.interval.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("cell", "bound"),
    [("90", "exact"), ("about 90", "about"), ("over 90", "at_least"), ("up to 90", "at_most")],
)
def test_a_bare_number_keeps_its_hedge(cell: str, bound: str) -> None:
    (claim,) = pages.found(WORDINGS, "| Company | Revenue ($M) |", f"| *Acme* | {cell} |")
    assert claim.value.interval is not None
    assert claim.value.interval.bound == bound


def test_a_head_leaves_money_as_it_is() -> None:
    (claim,) = pages.found(WORDINGS, "| Company | Revenue ($M) |", "| *Acme* | €9 billion |")
    assert claim.value.interval is not None
    assert (claim.value.interval.low, claim.value.interval.unit) == (Decimal("9e9"), "EUR")


@given(st.integers(20, 999))
def test_a_scale_multiplies_the_number_and_its_step(number: int) -> None:
    read = []
    for head in ("Revenue (USD)", "Revenue (USD M)"):
        (claim,) = pages.found(WORDINGS, f"| Company | {head} |", f"| *Acme* | {number} |")
        assert claim.value.interval is not None
        read.append((claim.value.interval.number, claim.value.interval.step))
    assert read[0][0] == number
    assert read[1] == tuple(one * 10**6 for one in read[0])


def test_the_row_holds_more_than_the_topic() -> None:
    lines = ("# *Globex*", "It sells lamps.", "| Company | Revenue |", "| *Acme* | $9 million |")
    assert pages.told(WORDINGS, *lines) == {"Acme revenue $9 million"}


PLAIN = {
    "Revenue": "revenue",
    " **Revenue** ": "revenue",
    "Revenue ($M)": "revenue",
    "Revenue [1]": "revenue",
    "Revenue, 2025": "revenue",
    "Revenue: total": "revenue",
    "Revenue in $": "revenue",
    "Revenue €bn": "revenue",
    "Number of users": "number of users",
    "": "",
}


@pytest.mark.parametrize(("head", "expected"), PLAIN.items(), ids=PLAIN)
def test_the_name_of_a_column(head: str, expected: str) -> None:
    assert heads.plain(head) == expected


@given(st.text(max_size=30))
def test_a_plain_head_stays_as_it_is(head: str) -> None:
    once = heads.plain(head)
    assert once == once.strip(" *_.")
    assert len(once) <= len(head.lower())


FIELDS = {
    "a list of mappings": "rounds:\n- {date: 2026-03-01, revenue: $9M}\n",
    "a currency beside": "currency: EUR\nrevenue: 9000000\n",
    "no currency": "revenue: 9000000\n",
}


@pytest.mark.parametrize("head", FIELDS.values(), ids=FIELDS)
def test_fields_that_are_facts_are_passages(head: str) -> None:
    text = f"---\ncompany: Acme\nslug: acme-page\nicon: a1\n{head}---\n"
    fields = [one.field for one in documents.read("a.md", text.encode()).passages]
    keys = [line.split(":")[0] for line in head.splitlines() if not line.startswith("rounds")]
    expected = ["rounds.date", "rounds.revenue"] if "rounds" in head else keys
    assert fields == ["company", *expected]


LABELS = {
    "below a heading": ("# *Acme*", "It sells lamps.", "- Revenue: $9 million"),
    "below a name": ("# Firms to know", "- *Acme*", "- Revenue: $9 million"),
}


@pytest.mark.parametrize("lines", LABELS.values(), ids=LABELS)
def test_labelled_items(lines: tuple[str, ...]) -> None:
    assert pages.told(WORDINGS, *lines) == {"Acme revenue $9 million"}


UNLABELLED = {
    "behind a sentence": ("# *Acme*", "- *Globex* sells lamps", "- Revenue: $9 million"),
    "below an unknown heading": ("# *Acme*", "# Lamps and more", "- Revenue: $9 million"),
    "with more behind": ("# *Acme*", "- Revenue: in all of the years before it was $9 million"),
    "denied": ("# *Acme*", "- Revenue: not $9 million"),
}


@pytest.mark.parametrize("lines", UNLABELLED.values(), ids=UNLABELLED)
def test_labels_of_something_else(lines: tuple[str, ...]) -> None:
    assert pages.told(WORDINGS, *lines) == set()


def test_what_a_row_says_narrows_its_claims() -> None:
    lines = (
        "| Company | Date | Status | Revenue |",
        "| *Acme* | May 2026 | Rumored | $9 million |",
    )
    (claim,) = pages.found(WORDINGS, *lines)
    assert (claim.qualifiers.as_of and claim.qualifiers.as_of.text) == "2026-05"
    assert claim.qualifiers.status == "rumored"
