"""Passages -> the rows of tables and the mappings of front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import documents
from factlint.claims import rows

TABLES = {
    "two rows": ("| A | B |\n|--|--|\n| a | b |\n| c | d |", ["a b", "c d"]),
    "an empty first cell": ("| A | B | C |\n|--|--|--|\n| | b | c |\n| | d | e |", ["b c", "d e"]),
    "an empty last cell": ("| A | B | C |\n|--|--|--|\n| a | b | |\n| c | d | |", ["a b", "c d"]),
    "a head without a name": ("| | B |\n|--|--|\n| a | b |\n| c | d |", ["a b", "c d"]),
    "the same first cell": ("| A | B |\n|--|--|\n| a | b |\n| a | d |", ["a b", "a d"]),
    "the same head twice": ("| A | B | B |\n|--|--|--|\n| a | b | c |", ["a b c"]),
    "two tables": ("| A | B |\n|--|--|\n| a | b |\n\n| A | B |\n|--|--|\n| c | d |",
                   ["a b", "c d"]),
    "heads only": ("| A | B |\n|--|--|", []),
    "no table": ("a b\n\n- c d", []),
}  # fmt: skip
MAPPINGS = {
    "one": ("company: a\nceo: b", ["a b"]),
    "a list of names": ("company: a\ninvestors: [b, c]", ["a b c"]),
    "a list of mappings": ("rounds:\n- {series: a, amount: b}\n- {series: c, amount: d}",
                           ["a b", "c d"]),
    "a mapping in each": (
        "companies:\n- {name: a, rounds: [{series: b}]}\n- {name: c, rounds: [{series: d}]}",
        ["a", "b", "c", "d"]),
}  # fmt: skip


def found(text: str) -> list[str]:
    passages = documents.read("a.md", text.encode()).passages
    known = rows.find(passages)
    unique = {id(row): row for row in known.values()}
    return [" ".join(passages[number].text for number in row.members) for row in unique.values()]


@pytest.mark.parametrize(("text", "expected"), TABLES.values(), ids=TABLES)
def test_rows_of_tables(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("text", "expected"), MAPPINGS.values(), ids=MAPPINGS)
def test_mappings(text: str, expected: list[str]) -> None:
    assert found(f"---\n{text}\n---\n") == expected


def test_a_mapping_knows_the_one_around_it() -> None:
    head = "---\ncompany: a\nrounds:\n- {series: b, lead: c}\n- {series: d, lead: e}\n---\n"
    passages = documents.read("a.md", head.encode()).passages
    known = rows.find(passages)
    top, first, second = (known[number] for number in (0, 1, 3))
    assert top.outer is None
    assert first.outer is top
    assert second.outer is top
    assert first is not second


@given(st.lists(st.lists(st.sampled_from(["", "a", "b"]), min_size=3, max_size=3), max_size=6))
def test_each_cell_below_the_head_is_in_one_row(cells: list[list[str]]) -> None:
    table = ["| A | B | C |", "|--|--|--|", *(f"| {' | '.join(row)} |" for row in cells)]
    passages = documents.read("a.md", "\n".join(table).encode()).passages
    members = [n for row in {id(r): r for r in rows.find(passages).values()}.values()
               for n in row.members]  # fmt: skip
    assert sorted(members) == [n for n, one in enumerate(passages) if one.column is not None]
