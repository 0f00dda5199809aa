"""Subjects that cannot hold an attribute -> the companies and products that they stand for."""

from __future__ import annotations

import pytest

from tests import pages

REVENUE = pages.definition("revenue", "money", "revenue of {V}")
SIZE = pages.definition("size", "count", "(scaling|with) ..1 {V}", subject_kinds=("product",))
CEO = pages.definition("ceo", "name", "CEO {V}")
WORDINGS = pages.wordings(REVENUE, SIZE, CEO)

HEADS = {
    "title behind the name of the company": (
        ("*Acme* CEO *Kim Lee/person* expects revenue of $9 million.",),
        {"Acme revenue $9 million"}),
    "possessor before the title": (
        ("*Acme*'s chief executive *Kim Lee/person* expects revenue of $9 million.",),
        {"Acme revenue $9 million"}),
    "head of the company of the text": (
        ("*Acme* makes robots.",
         "*Kim Lee/person*, co-founder and boss, expects revenue of $9 million."),
        {"Acme revenue $9 million"}),
    "nobody's head": (
        ("*Acme* makes robots.", "*Kim Lee/person* expects revenue of $9 million."), set()),
    "of which company is unclear": (
        ("*Acme* makes robots.",
         "*Kim Lee/person*, a founder, with *Foo* expects revenue of $9 million."), set()),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), HEADS.values(), ids=HEADS)
def test_who_heads_a_company_tells_its_figures(lines: tuple[str, ...], expected: set[str]) -> None:
    found = pages.told(WORDINGS, *lines)
    assert {one for one in found if " revenue " in one} == expected


def test_whom_the_text_tells_to_head_a_company() -> None:
    lines = (
        "*Acme* CEO *Kim Lee/person* left.",
        "*Foo* makes boats. *Kim Lee/person* expects revenue of $9 million.",
    )
    assert "Acme revenue $9 million" in pages.told(WORDINGS, *lines)


LAUNCHES = {
    "participle": ("*Acme* released *Zeta/product*, scaling 9 people.",
                   {"Zeta size 9 people"}),
    "with": ("*Acme* has unveiled the small *Zeta/product* model with 9 people.",
             {"Zeta size 9 people"}),
    "several": ("*Acme* released *Zeta/product* and *Eta/product* with 9 people.",
                set()),
    "another verb": ("*Acme* compared *Zeta/product* with 9 people.", set()),
    "beside a product": ("*Acme* released tools for *Zeta/product* with 9 people.",
                         set()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAUNCHES.values(), ids=LAUNCHES)
def test_what_is_brought_out_has_its_own_figures(text: str, expected: set[str]) -> None:
    assert pages.told(WORDINGS, text) == expected
