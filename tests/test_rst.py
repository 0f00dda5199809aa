"""reStructuredText -> passages with their places, cells with their heads."""

from __future__ import annotations

import re

import pytest
from docutils import nodes
from docutils.core import publish_doctree

from tests.readings import cells, kinds, place, read, strays, texts

NO_PROSE = {
    "comment": ".. not $5\n\n   still not\n",
    "comment-below": "..\n   not $5\n",
    "code": ".. code-block:: py\n   :linenos:\n\n   x = 5\n\n   y = 6\n",
    "unknown-directive": ".. plot:: x\n\n   x = 5\n",
    "open-directive": ".. raw:: html\n\n   <b>$5\n",
    "literal": "::\n\n  x = 5\n\n  y = 6\n",
    "maths": ".. math::\n\n   x = 5\n",
    "image": ".. image:: x.png\n   :alt: 5 stars\n",
    "toctree": ".. toctree::\n   :maxdepth: 2\n\n   a/b\n",
    "target": ".. _a b: https://a.example\n.. __: https://b.example\n__ https://c.example\n",
    "substitution": ".. |a| replace:: five\n.. |b| image:: x.png\n",
    "doctest": ">>> x = 5\n5\n",
    "transition": "----\n",
    "url": "https://a.example/2026/5\n",
    "data-of-a-file": ".. csv-table::\n   :file: a.csv\n",
}


@pytest.mark.parametrize("source", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose(source: str) -> None:
    assert texts(read(source, "a.rst")) == []


PROSE = {
    "emphasis": ("*Acme* raised **$5** million", "Acme raised $5 million"),
    "stars-alone": ("5 * 3, 2*3*4 and *", "5 * 3, 2*3*4 and *"),
    "literal-word": ("the ``deploy`` command", "the deploy command"),
    "literal": ("run ``x = 5`` now", "run now"),
    "tick-alone": ("a ` tick and ``more", "a ` tick and ``more"),
    "link": ("`Acme <https://a.example/x_y>`_ grew", "Acme grew"),
    "anonymous-link": ("`Acme`__ grew, Beta_ too", "Acme grew, Beta too"),
    "no-reference": ("snake_case, __init__ and _x", "snake_case, __init__ and _x"),
    "url": ("see https://a.example/5_(x). Now", "see . Now"),
    "role-with-text": (":ref:`Acme <acme-org>` grew", "Acme grew"),
    "role-without-text": ("see :ref:`acme-5`: it grew", "see : it grew"),
    "code-role": ("run :py:func:`f(5)` now", "run now"),
    "shown-role": (":abbr:`LLM (large language model)` use", "LLM (large language model) use"),
    "title": ("`The Times` said", "The Times said"),
    "footnote": ("grew 5% [1]_ and 6% [#a]_.", "grew 5% and 6%."),
    "citation": ("as told [CIT2020]_ [5]", "as told [5]"),
    "substitution": (
        "|acme| raised |sum|, |logo| |none|\n\n.. |acme| replace:: Acme Labs\n"
        ".. |sum| replace:: $5M\n.. |logo| image:: x.png",
        "Acme Labs raised $5M, |none|",
    ),
    "escape": (r"\*a\* b\ c", "*a* bc"),
    "target": ("_`Acme` grew", "Acme grew"),
    "wrapped": ("Acme raised\n$5\nmillion", "Acme raised $5 million"),
    "two-colons": ("Acme raised $5::\n\n  x = 6", "Acme raised $5:"),
    "two-colons-apart": ("Acme raised $5 ::\n\n  x = 6", "Acme raised $5"),
    "quoted-literal": ("Acme raised $5::\n\n> x = 6\n> y", "Acme raised $5:"),
    "markdown-money": ("from $5 to $6", "from $5 to $6"),
}


@pytest.mark.parametrize(("source", "expected"), PROSE.values(), ids=PROSE)
def test_prose(source: str, expected: str) -> None:
    assert texts(read(source, "a.rst")) == [expected]


BLOCKS = {
    "headings": (
        "==\nA1\n==\n\nB\n-\n\nb\n\nC\n~\n\nD\n-\n",
        [("title", "A1"), ("heading", "B"), ("paragraph", "b"), ("heading", "C"), ("heading", "D")],
    ),
    "short-underline": ("Heading\n---\n\nb\n", [("paragraph", "Heading ---"), ("paragraph", "b")]),
    "bullets": (
        "- a\n- b\n  c\n\n  d\n\n  * e\n\nf\n",
        [*(("item", t) for t in ("a", "b c", "d", "e")), ("paragraph", "f")],
    ),
    "numbers": ("1. a\n2) b\n#. c\n(4) d\n", [("item", t) for t in "abcd"]),
    "year-first": ("2024. It grew\nagain.\n", [("paragraph", "2024. It grew again.")]),
    "initial": ("A. Smith joined.\n", [("paragraph", "A. Smith joined.")]),
    "definitions": ("a\n  b\n  c\n\nd\n  e\n", [("item", t) for t in ("a", "b c", "d", "e")]),
    "field": ("x\n\n:Price: $5\n  million\n", [("paragraph", "x"), ("item", "Price: $5 million")]),
    "field-in-a-section": (
        "x\n\nHead\n====\n\nBelow\n-----\n\n:date: 2026\n",
        [("paragraph", "x"), ("title", "Head"), ("heading", "Below"), ("item", "date: 2026")],
    ),
    "quote": ("a\n\n   b\n\n      c\n\nd\n", [("paragraph", t) for t in "abcd"]),
    "note": (
        ".. note:: a\n   b\n\n   - c\n\nd\n",
        [("paragraph", "a b"), ("item", "c"), ("paragraph", "d")],
    ),
    "options": (".. note::\n   :class: x\n\n   a\n", [("paragraph", "a")]),
    "titled": (".. admonition:: A b\n\n   c\n", [("paragraph", "A b"), ("paragraph", "c")]),
    "figure": (".. figure:: x.png\n   :alt: 5\n\n   Caption.\n", [("paragraph", "Caption.")]),
    "code-in-note": (
        ".. tip::\n\n   a::\n\n     x = 5\n\n   b\n",
        [("paragraph", "a:"), ("paragraph", "b")],
    ),
    "code-in-list": ("- a\n\n  ::\n\n    5\n\n- b\n", [("item", "a"), ("item", "b")]),
    "note-in-list": ("- .. note:: a\n\n- b\n", [("paragraph", "a"), ("item", "b")]),
    "footnote": (
        ".. [1] a\n   b\n.. [#x] c\n",
        [("item", "a b"), ("item", "c")],
    ),
    "verse": ("| a\n| b\n\nc\n", [("paragraph", t) for t in "abc"]),
    "empty-comment": ("..\n\n   a\n", [("paragraph", "a")]),
    "tabs": ("-\ta\n\tb\n", [("item", "a b")]),
    "open-table": (
        "=====  =====\na      b\n\nc\n",
        [("cell", "a"), ("cell", "b"), ("paragraph", "c")],
    ),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(source, "a.rst")) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_line_ends_do_not_matter(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert kinds(read(source.replace("\n", end), "a.rst")) == expected


#: The same cells in each kind of table: what they say below the head of which column, in which row
CELLS = [
    ("Name", None, None),
    ("Raised by now", None, None),
    ("Acme, Inc.", "Name", None),
    ("$5 million", "Raised by now", "Acme, Inc."),
    ("Beta", "Name", None),
    ("$6M", "Raised by now", "Beta"),
]
TABLES = {
    "grid": (
        "+------------+---------+\n| Name       | Raised  |\n|            | by now  |\n"
        "+============+=========+\n| Acme, Inc. | $5      |\n|            | million |\n"
        "+------------+---------+\n| Beta       | $6M     |\n+------------+---------+\n"
    ),
    "simple": (
        "==========  =============\nName        Raised by now\n==========  =============\n"
        "Acme, Inc.  $5\n            million\nBeta        $6M\n==========  =============\n"
    ),
    "list-table": (
        ".. list-table::\n   :header-rows: 1\n\n   * - Name\n     - Raised\n       by now\n"
        "   * - Acme, Inc.\n     - $5 million\n   * - Beta\n     - $6M\n"
    ),
    "csv-table": (
        '.. csv-table::\n   :header: "Name", Raised by now\n\n   "Acme, Inc.", $5 million\n'
        '   Beta, "$6M"\n'
    ),
}


@pytest.mark.parametrize("source", TABLES.values(), ids=TABLES)
def test_tables(source: str) -> None:
    assert cells(read(source, "a.rst")) == CELLS


SPANNING = {
    "rows": (
        "+---+----+\n| A | b  |\n+===+====+\n| c | d  |\n|   +----+\n|   | e  |\n+---+----+\n",
        [("A", None, None), ("b", None, None), ("c", "A", None), ("d", "b", "c"), ("e", "b", "c")],
    ),
    "columns": (
        "+---+----+\n| A      |\n+===+====+\n| c | d  |\n+---+----+\n",
        [("A", None, None), ("c", "A", None), ("d", "A", "c")],
    ),
    "wide": (
        "+------+---+\n| 会社 | b |\n+======+===+\n| c    | d |\n+------+---+\n",
        [("会社", None, None), ("b", None, None), ("c", "会社", None), ("d", "b", "c")],
    ),
    "no-head": ("+---+---+\n| a | b |\n+---+---+\n", [("a", None, None), ("b", None, "a")]),
}


@pytest.mark.parametrize(("source", "expected"), SPANNING.values(), ids=SPANNING)
def test_cells_that_span(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert cells(read(source, "a.rst")) == expected


PLACES = {
    "emphasis": ("a **Ac**\\ me b", "Acme", (1, 5, 1, 13)),
    "over-lines": ("x $5\nmillion y", "$5 million", (1, 3, 2, 8)),
    "item": ("- x\n  y $5", "$5", (2, 5, 2, 7)),
    "note": (".. note:: x\n   y $5", "$5", (2, 6, 2, 8)),
    "link": ("`Acme <x>`_ raised $5", "$5", (1, 20, 1, 22)),
    "cell": (TABLES["grid"], "$5 million", (5, 16, 6, 23)),
    "csv": (TABLES["csv-table"], "$6M", (5, 11, 5, 14)),
    "substitution": ("a |b| c\n\n.. |b| replace:: $5", "$5", (1, 3, 1, 6)),
    "field": (":summary: x\n  $5 y", "$5", (2, 3, 2, 5)),
}


@pytest.mark.parametrize(("source", "part", "expected"), PLACES.values(), ids=PLACES)
def test_places(source: str, part: str, expected: tuple[int, int, int, int]) -> None:
    reading = read(source, "a.rst")
    held = next(passage for passage in reading.passages if part in passage.text)
    assert place(reading, held, part) == expected


@pytest.mark.parametrize(
    "source",
    [*TABLES.values()]
    + [source for source, *_ in (*PROSE.values(), *BLOCKS.values(), *PLACES.values())],
)
def test_every_character_leads_back(source: str) -> None:
    assert strays(read(source, "a.rst")) == []


HEADS = {
    "fields": "A week\n======\n\n:date: 2026-03-16\n:title: A\n   title\n\nx\n",
    "fields-first": ":title: A title\n:date: March 16, 2026\n\nx\n",
    "comments": ".. title: A title\n.. date: 2026-03-16 10:00:00 UTC\n\nx\n",
    "yaml": "---\ntitle: A title\ndate: 2026-03-16\n---\n\nx\n",
    "post": ".. post:: 2026-03-16\n   :tags: a\n\nA title\n=======\n\nx\n",
    "meta": ".. meta::\n   :date: 2026-03-16\n\nA title\n=======\n\nx\n",
}


@pytest.mark.parametrize("source", HEADS.values(), ids=HEADS)
def test_what_a_document_says_of_itself(source: str) -> None:
    document = read(source, "a.rst").document
    assert document.dated is not None
    assert (document.title, document.dated.first.isoformat()) == ("A title", "2026-03-16")


def test_dated_headings() -> None:
    reading = read(
        "News\n====\n\na\n\nJune 8, 2026\n------------\n\nb\n\nMore\n----\n\nc\n", "a.rst"
    )
    held = [(p.text, p.dated.text if p.dated else "") for p in reading.passages if len(p.text) == 1]
    assert held == [("a", ""), ("b", "2026-06-08"), ("c", "")]


#: Snippets that docutils reads as this scanner does.
AGREED = (
    "a *b* **c** ``de`` f\n\n*a b* c* d\n",
    "`a <b>`_ and `c`_ d_ :emphasis:`e f` :sup:`2`\n\n.. _c: x\n.. _d: x\n",
    "Title\n=====\n\na\n\nSub\n---\n\nb\n\nTitle 2\n=======\n\nc\n",
    "====\nOver\n====\n\na\n\nB\n=\n\nc\n",
    "- a\n- b\n  c\n\n  d\n\n  - e\n\n- f\n\ng\n",
    "1. a\n2. b\n\n   c\n\n#. d\n\n2024. It grew\nand more\n",
    "a\n  b\n  c\n\nd\n  e\n\n  f\n",
    "a::\n\n  code\n\nb ::\n\n  code\n\n::\n\n  code\n\nc\n",
    "a::\n\n> code\n> more\n\nb\n",
    "a\n\n  quote\n\n    deeper\n\n  quote2\n\nend\n",
    ".. note:: a\n   b\n\n   c\n\n.. warning::\n\n   d\n\n   - e\n\n.. comment\n   x\n\ny\n",
    ".. admonition:: T\n\n   a\n\n.. topic:: T2\n\n   b\n\n.. sidebar:: T3\n\n   c\n",
    ".. figure:: x.png\n   :alt: y\n\n   Cap tion.\n\n   Legend.\n",
    "a [1]_ b [#n]_ c [CIT]_\n\n.. [1] one\n   more\n.. [#n] two\n.. [CIT] three\n\n   four\n",
    "+---+---+\n| a | b |\n+===+===+\n| c | d |\n|   | e |\n+---+---+\n| f     |\n+---+---+\n",
    "+---+----+\n| a | b  |\n|   +----+\n|   | c  |\n+---+----+\n",
    "== ====\na  b c\n== ====\nd  e\nf  g h\n== ====\n\nx\n",
    "===== =====\na b   c\n===== =====\nd e   f g\n      h\n===== =====\n",
    ".. list-table:: T\n   :header-rows: 1\n\n   * - a\n     - b\n   * - c\n     - d\n",
    '.. csv-table:: T\n   :header: "a", "b"\n\n   "c, d", e\n   f, "g"\n',
    "| a\n| b\n|   c\n\nd\n",
    "5 * 3 and * or ** and ` x\n",
    "a\n\n----\n\nb\n",
    "..\n\n   quote\n\n.. \n   comment\n\nx\n",
    "\"*a*\" (*b*) '``c``' *d*. **e**: x*y* \n",
    "a. one\nb. two\n\n(i) x\n(ii) y\n",
    "* a\n\n  b::\n\n    code\n\n  c\n* d\n",
    ".. |a| image:: x.png\n\nb |a| c\n",
    ".. |a| replace:: x y\n\nb |a| c\n",
)
_UNREAD = (
    nodes.literal_block,
    nodes.comment,
    nodes.image,
    nodes.system_message,
    nodes.substitution_definition,
    nodes.label,
    nodes.footnote_reference,
    nodes.citation_reference,
)
_READ = (nodes.paragraph, nodes.title, nodes.term, nodes.caption, nodes.line)


def oracle(source: str) -> list[str]:
    """The text of all blocks as docutils reads them."""
    settings = {"report_level": 5, "docinfo_xform": False, "doctitle_xform": False}
    tree = publish_doctree(source, settings_overrides=settings)
    for unread in list(tree.findall(lambda node: isinstance(node, _UNREAD))):
        unread.parent.remove(unread)
    held = tree.findall(lambda node: isinstance(node, _READ))
    joined = (" ".join(node.astext().split()) for node in held)
    return [text for text in joined if re.search(r"\w", text)]


@pytest.mark.parametrize("source", AGREED, ids=range(len(AGREED)))
def test_agrees_with_docutils(source: str) -> None:
    assert [" ".join(text.split()) for text in texts(read(source, "a.rst"))] == oracle(source)
