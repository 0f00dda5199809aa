"""AsciiDoc -> passages with their places, cells with their heads."""

from __future__ import annotations

import pytest

from tests.readings import cells, kinds, place, read, strays, texts

NO_PROSE = {
    "comment": "// not $5\n",
    "comments": "////\nnot $5\n\nstill not\n////\n",
    "open-comments": "////\nnot $5\n\nstill not\n",
    "listing": "----\nx = 5\n\ny = 6\n----\n",
    "source": "[source,python]\n----\nx = 5\n----\n",
    "source-paragraph": "[source]\nx = 5\ny = 6\n",
    "source-in-open-block": "[source]\n--\nx = 5\n--\n",
    "literal": "....\n$5\n....\n",
    "indented": " $5 in code\n still\n",
    "passthrough": "++++\n<b>$5</b>\n++++\n",
    "maths": "[stem]\n++++\nx = 5\n++++\n",
    "fence": "```py\nx = 5\n```\n",
    "image": "image::x.png[5 stars]\n",
    "macros": "toc::[]\ninclude::a.adoc[]\nifdef::x[]\nendif::[]\n",
    "attributes": ":amount: $5 million\n",
    "anchor": "[[a]]\n[#b.c]\n",
    "breaks": "'''\n\n<<<\n\n---\n",
    "url": "https://a.example/2026/5\n",
    "index": "(((Acme, raised)))\n",
}


@pytest.mark.parametrize("source", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose(source: str) -> None:
    assert [p.text for p in read(source, "a.adoc").passages if p.kind != "field"] == []


PROSE = {
    "emphasis": ("*Acme* raised _$5_ #million#", "Acme raised $5 million"),
    "in-words": ("**A**cme __r__aised ##$##5", "Acme raised $5"),
    "nested-emphasis": ("*_Acme_ raised* $5", "Acme raised $5"),
    "marks-alone": ("5 * 3, 2*3*4, C# and F#, a_b_c", "5 * 3, 2*3*4, C# and F#, a_b_c"),
    "code-word": ("the `deploy` command", "the deploy command"),
    "code": ("run `x = 5` now", "run now"),
    "plus": ("+$5+ and ++*6*++", "$5 and *6*"),
    "passthrough": ("a +++<u>5</u>+++ b +++*c*+++", "a b *c*"),
    "quotes": ("\"`Acme`\" and '`it`' Acme`'s", "\"Acme\" and 'it' Acme's"),
    "raised": ("10^9^ and H~2~O, ~5 of ^them", "10^9 and H2O, ~5 of ^them"),
    "url-with-text": ("https://a.example/5[Acme^] grew", "Acme grew"),
    "url": ("see https://a.example/5_(x). Now", "see . Now"),
    "url-without-text": ("see https://a.example/5[] now", "see now"),
    "link": ("link:a.html[Acme,role=x] and mailto:a@b.example[us]", "Acme and us"),
    "link-with-brackets": ("link:a[Acme [EU] unit] grew", "Acme [EU] unit grew"),
    "reference": ("<<a,Acme>> and xref:b[Beta] grew, see <<c>>", "Acme and Beta grew, see"),
    "inline-image": ("image:x.png[5 stars] Acme grew", "Acme grew"),
    "keys": ("press kbd:[Ctrl+5] or btn:[OK]", "press or OK"),
    "maths": ("with stem:[x = 5] done", "with done"),
    "attribute": (":sum: $5M\n\nraised {sum}{nbsp}now, {none}", "raised $5M now, {none}"),
    "attribute-that-changes": (":a: $5\n\nx {a}\n\n:a: $6\n", "x {a}"),
    "attribute-of-a-url": (
        ":a: https://a.example\n\n{a}/b[Acme] and {uri-c}[Beta] grew at {a}",
        "Acme and Beta grew at",
    ),
    "role": ("[.big]#Acme# raised [line-through]#$5# $6", "Acme raised $6"),
    "anchor": ("[[a]]Acme anchor:b[]grew", "Acme grew"),
    "index-term": ("the ((Acme)) round(((round)))", "the Acme round"),
    "escape": (r"\*a\* and \{b}", "*a* and {b}"),
    "entity": ("AT&amp;T &euro;5 &bogus;", "AT&T €5 &bogus;"),
    "hard-break": ("Acme +\ngrew", "Acme grew"),
    "comment-within": ("Acme\n// not $6\ngrew", "Acme grew"),
    "money": ("from $5 to $6", "from $5 to $6"),
    "brackets": ("[1] text [2]", "[1] text [2]"),
}


@pytest.mark.parametrize(("source", "expected"), PROSE.values(), ids=PROSE)
def test_prose(source: str, expected: str) -> None:
    reading = read(f"x\n\n{source}", "a.adoc")
    assert texts(reading)[1:] == [expected]


BLOCKS = {
    "headings": (
        "= A\n\n== B ==\n\nb\n\n=== C\n\n## D\n",
        [("title", "A"), ("heading", "B"), ("paragraph", "b"), ("heading", "C"), ("heading", "D")],
    ),
    "underlined": (
        "Heading\n-------\n\nb\n-------\nx = 5\n-------\n",
        [("heading", "Heading"), ("paragraph", "b")],
    ),
    "bullets": (
        "* a\nb\n** c\n- d\n\n* [x] e\n\nf\n",
        [*(("item", t) for t in ("a b", "c", "d", "e")), ("paragraph", "f")],
    ),
    "numbers": (". a\n.. b\n1. c\n", [("item", t) for t in "abc"]),
    "continued": (
        "* a\n+\nb\n+\n----\n5\n----\n\nc\n",
        [("item", "a"), ("item", "b"), ("paragraph", "c")],
    ),
    "terms": (
        "Price:: $5\nmillion\nName::\n  Acme\n",
        [("item", "Price: $5 million"), ("item", "Name: Acme")],
    ),
    "callouts": ("<1> a\n<2> b\n", [("item", "a"), ("item", "b")]),
    "admonition": ("NOTE: a\nb\n\nc\n", [("paragraph", "a b"), ("paragraph", "c")]),
    "admonition-block": (
        "[NOTE]\n====\na\n\n* b\n====\n\nc\n",
        [("paragraph", "a"), ("item", "b"), ("paragraph", "c")],
    ),
    "sidebar": ("****\na\n****\n", [("paragraph", "a")]),
    "quote": ("[quote, A, B]\n____\na\n____\n", [("paragraph", "a")]),
    "quoted-paragraph": ("[quote]\na b\n", [("paragraph", "a b")]),
    "open-block": ("--\na\n--\nb\n", [("paragraph", "a"), ("paragraph", "b")]),
    "never-closed": ("====\na\n\nb\n", [("paragraph", "a"), ("paragraph", "b")]),
    "table-never-closed": ("|===\n\na\n", [("paragraph", "a")]),
    "caption": (".A b\nimage::x.png[]\n", [("paragraph", "A b")]),
    "decimal": (".5 million\n", [("paragraph", ".5 million")]),
    "footnote": (
        "afootnote:[b *c* https://d.example[e]] f.footnote:x[g]\n",
        [("paragraph", "a f."), ("item", "b c e"), ("item", "g")],
    ),
    "code-in-a-paragraph": ("a\n----\n5\n----\nb\n", [("paragraph", "a"), ("paragraph", "b")]),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(source, "a.adoc")) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_line_ends_do_not_matter(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert kinds(read(source.replace("\n", end), "a.asciidoc")) == expected


#: The same cells in each kind of table: what they say below the head of which column, in which row
CELLS = [
    ("Name", None, None),
    ("Raised", None, None),
    ("Acme, Inc.", "Name", None),
    ("$5 million", "Raised", "Acme, Inc."),
    ("Beta", "Name", None),
    ("$6M", "Raised", "Beta"),
]
TABLES = {
    "rows": "|===\n|Name |Raised\n\n|Acme, Inc. |$5 million\n|Beta |$6M\n|===\n",
    "cells": "|===\n|Name |Raised\n\n|Acme, Inc.\n|$5\nmillion\n\n|Beta\n|$6M\n|===\n",
    "header": (
        '[%header,cols="1,^2"]\n|===\n|Name\n|Raised\n|Acme, Inc.\n|$5 million\n|Beta |$6M\n|===\n'
    ),
    "options": (
        '[cols=2*,options="header"]\n|===\n|Name |Raised |Acme, Inc. |$5 million |Beta |$6M\n|===\n'
    ),
    "blocks": (
        '[cols="1,a"]\n|===\n|Name |Raised\n\n|Acme, Inc.\n|$5 million\n\n|Beta\n|----\nx = 7\n'
        "----\n\n$6M\n|===\n"
    ),
    "csv": ',===\nName,Raised\n\n"Acme, Inc.",$5 million\nBeta,"$6M"\n,===\n',
    "tsv-with-an-empty-cell": (
        "[%header,format=tsv]\n|===\nName\tRaised\nAcme, Inc.\t$5 million\n\t\nBeta\t$6M\n|===\n"
    ),
    "csv-format": (
        "[%header,format=csv,separator=;]\n|===\nName;Raised\nAcme, Inc.;$5 million\n"
        "Beta;$6M\n|===\n"
    ),
}


@pytest.mark.parametrize("source", TABLES.values(), ids=TABLES)
def test_tables(source: str) -> None:
    assert cells(read(source, "a.adoc")) == CELLS


SPANNING = {
    "rows": (
        "|===\n|A |B\n\n.2+|c |d\n|e\n|f |g\n|===\n",
        [("c", "A", None), ("d", "B", "c"), ("e", "B", "c"), ("f", "A", None), ("g", "B", "f")],
    ),
    "columns": (
        "|===\n2+|A |B\n\n|c |d |e\n|===\n",
        [("c", "A", None), ("d", "A", "c"), ("e", "B", "c")],
    ),
    "escaped": ("|===\n|A |B\n\n|c\\|d |e\n|===\n", [("c|d", "A", None), ("e", "B", "c|d")]),
    "literal": ("|===\n|A |B\n\n|c l|x = 5\n|===\n", [("c", "A", None)]),
}


@pytest.mark.parametrize(("source", "expected"), SPANNING.values(), ids=SPANNING)
def test_cells_that_span(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert [cell for cell in cells(read(source, "a.adoc")) if cell[1]] == expected


PLACES = {
    "emphasis": ("a **Ac**me b", "Acme", (1, 5, 1, 11)),
    "over-lines": ("x $5\nmillion y", "$5 million", (1, 3, 2, 8)),
    "item": ("* x\n  y $5", "$5", (2, 5, 2, 7)),
    "link": ("link:x[Acme] raised $5", "$5", (1, 21, 1, 23)),
    "footnote": ("a footnote:[b $5]", "$5", (1, 15, 1, 17)),
    "cell": (TABLES["cells"], "$5 million", (5, 2, 6, 8)),
    "cell-of-blocks": (TABLES["blocks"], "$6M", (13, 1, 13, 4)),
    "csv": (TABLES["csv"], "$6M", (5, 7, 5, 10)),
    "attribute": ("x {nbsp}$5", "$5", (1, 9, 1, 11)),
    "defined": ("x {b} c\n\n:b: $5", "$5", (1, 3, 1, 6)),
    "term": ("Price::\n  $5", "Price: $5", (1, 1, 2, 5)),
}


@pytest.mark.parametrize(("source", "part", "expected"), PLACES.values(), ids=PLACES)
def test_places(source: str, part: str, expected: tuple[int, int, int, int]) -> None:
    reading = read(source, "a.adoc")
    held = next(passage for passage in reading.passages if part in passage.text)
    assert place(reading, held, part) == expected


@pytest.mark.parametrize(
    "source",
    [*TABLES.values()]
    + [source for source, *_ in (*PROSE.values(), *BLOCKS.values(), *PLACES.values())],
)
def test_every_character_leads_back(source: str) -> None:
    assert strays(read(source, "a.adoc")) == []


HEADS = {
    "revision": "= A title\nKim Lee <k@a.example>\nv1.0, 2026-03-16: first\n\nx\n",
    "date": "= A title\nKim Lee\n2026-03-16\n\nx\n",
    "no-author": "= A title\nMarch 16, 2026\n\nx\n",
    "attribute": "// x\n:toc:\n= A title\n:revdate: 2026-03-16\n\nx\n",
    "conditions": "= A title\nifdef::x[:y:]\n:revdate: 2026-03-16\n\nx\n",
    "page-attribute": "= A title\n:page-date: 2026-03-16\n\nx\n",
    "yaml": "---\ntitle: A title\ndate: 2026-03-16\n---\n\nx\n",
}


@pytest.mark.parametrize("source", HEADS.values(), ids=HEADS)
def test_what_a_document_says_of_itself(source: str) -> None:
    document = read(source, "a.adoc").document
    assert document.dated is not None
    assert (document.title, document.dated.first.isoformat()) == ("A title", "2026-03-16")


def test_fields_of_the_header_are_passages() -> None:
    reading = read("= T\n:description: Acme raised $5M.\n:icons: font\n\nx\n", "a.adoc")
    assert kinds(reading) == [("field", "Acme raised $5M."), ("title", "T"), ("paragraph", "x")]


def test_dated_headings() -> None:
    source = "= News\n\na\n\n== June 8, 2026\n\nb\n\n=== More\n\nc\n\n== Rest\n\nd\n"
    held = [
        (p.text, p.dated.text if p.dated else "")
        for p in read(source, "a.adoc").passages
        if p.kind == "paragraph"
    ]
    assert held == [("a", ""), ("b", "2026-06-08"), ("c", "2026-06-08"), ("d", "")]
