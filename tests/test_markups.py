"""All formats of marked text alike: the same article, any text, texts nobody writes."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.readings import read, strays

from .conftest import Run, Write

FORMATS = ("md", "rst", "adoc", "mdx", "tsx")

# The same small article in each format: its claims, and where they stand.


ARTICLES = {
    "a.md": (
        "---\ntitle: A week of rounds\ndate: 2026-06-08\n---\n\n"
        "**Acme Labs** raised $20 million in a [Series A](https://x.example/5) round.\n\n"
        "> [!NOTE]\n> Globex is valued at $9 billion.\n\n"
        "- Initech employs 300 people.\n\n```\nAcme Labs raised $7 million.\n```\n\n"
        "| Company | Funding |\n|---|---|\n| Hooli | $5 million |\n"
    ),
    "a.rst": (
        "A week of rounds\n================\n\n:date: 2026-06-08\n\n"
        "**Acme Labs** raised $20 million in a `Series A <https://x.example/5>`_ round.\n\n"
        ".. note:: Globex is valued at $9 billion.\n\n"
        "- Initech employs 300 people.\n\n::\n\n  Acme Labs raised $7 million.\n\n"
        "=======  ==========\nCompany  Funding\n=======  ==========\nHooli    $5 million\n"
        "=======  ==========\n"
    ),
    "a.adoc": (
        "= A week of rounds\n:revdate: 2026-06-08\n\n"
        "*Acme Labs* raised $20 million in a https://x.example/5[Series A] round.\n\n"
        "NOTE: Globex is valued at $9 billion.\n\n"
        "* Initech employs 300 people.\n\n----\nAcme Labs raised $7 million.\n----\n\n"
        "|===\n|Company |Funding\n\n|Hooli |$5 million\n|===\n"
    ),
    "a.mdx": (
        "---\ntitle: A week of rounds\ndate: 2026-06-08\n---\nimport Note from './note'\n\n"
        "**Acme Labs** raised $20 million in a [Series A](https://x.example/5) round.\n\n"
        "<Note size={5}>\n    Globex is valued at $9 billion.\n</Note>\n\n"
        "- Initech employs 300 people.\n\n{/* Acme Labs raised $7 million. */}\n\n"
        "| Company | Funding |\n|---|---|\n| Hooli | $5 million |\n"
    ),
    "a.tsx": (
        "// Acme Labs raised $7 million.\nexport function Week() {\n  return (\n    <main>\n"
        "      <h1>A week of rounds</h1>\n      <p>\n        <b>Acme Labs</b> raised $20 million\n"
        '        in a <Link href="https://x.example/5">Series A</Link> round.\n      </p>\n'
        "      <Note size={5}>Globex is valued at $9 billion.</Note>\n"
        "      <ul><li>Initech employs 300 people.</li></ul>\n"
        "      <p>Hooli raised $5 million.</p>\n    </main>\n  );\n}\n"
    ),
}
CLAIMED = {
    "Acme Labs: funding_amount = $20 million",
    "Globex: valuation = $9 billion",
    "Hooli: funding_amount = $5 million",
    "Initech: headcount = 300 people",
}


@pytest.mark.parametrize("path", ARTICLES)
def test_the_same_article_gives_the_same_claims(run: Run, write: Write, path: str) -> None:
    write({path: ARTICLES[path]})
    listed = str(run("claims", "--format", "jsonl").stdout).splitlines()
    claims = [claim for claim in map(json.loads, listed) if claim["value"]["kind"] != "round"]
    assert {
        f"{claim['subject']}: {claim['attribute']} = {claim['value']['text']}" for claim in claims
    } == CLAIMED
    lines = ARTICLES[path].split("\n")
    at_places = [
        lines[claim["line"] - 1][claim["column"] - 1 : claim["end_column"] - 1] for claim in claims
    ]
    assert at_places == [claim["value"]["text"] for claim in claims]


def test_documents_of_all_formats_are_compared(run: Run, write: Write) -> None:
    write(
        {
            "a.rst": "Acme is valued at $9 billion.\n",
            "b.adoc": "Acme is valued at $7 billion.\n",
            "c.org": "",
        }
    )
    result = run("check", "--format", "concise")
    assert "a.rst:1:19" in result.stdout
    assert "b.adoc:1" in result.stdout
    assert "1 .org" in result.stdout


# Any text


_PIECES: dict[str, tuple[str, ...]] = {
    "md": ("**", "==", "%%", "[[", "]]", "[!NOTE]", "> ", ":::note ", '!!! note "x"', "a:: ", ": "),
    "rst": (
        "**", "``", "`", "`_", ":ref:`", " <b>`_", "|a|", "[1]_", "_", "::", ".. ", ".. note:: ",
        ".. |a| replace:: b", ".. csv-table::", ".. list-table::", "   ", "* - ", "====", "== ==",
        "+--+--+", "+==+==+", "| a|b |", ":a: b", ">>> ", "\\", "(1) ", "\t",
    ),
    "adoc": (
        "*", "**", "_", "`", "+", "++", "+++", "^", "~", "#", "[.a]#", "[[a]]", "<<a,b>>", "{a}",
        "footnote:[", "link:a[", "https://a.b[", "]", "((", "))", '"`', '`"', "\\", "|", "|===",
        ",===", "a|", "2+|", ".2+|", "----", "====", "--", "////", "//", "= ", "== ", "* ", ". ",
        "a:: ", "+", "NOTE: ", "[source]", '[cols="1a,2"]', ":a: b", ".A", "&amp;", '"a",',
    ),
    "mdx": (
        "import ", "export ", "{", "}", "{'", "'}", "{/*", "*/}", "`", "${", "<A>", "</A>", "<A/>",
        '<A title="It is so $5."', ">", "<", "<b>", "<Code>", "</Code>", "```", "\\", "**", '"',
    ),
    "tsx": (
        "(", "<A>", "</A>", "<b>", "</b>", "<h1>", "</h1>", "{", "}", "{'", "'}", "{/*", "*/}", "`",
        "${", "//", "&amp;", "&", "<code>", "</code>", "<br/>", "return ", '"', "'", "<", ">",
    ),
}  # fmt: skip
_PLAIN = (
    "Acme",
    "raised",
    "$5",
    "it\u2019s",
    "\u4f1a\u793e",
    " ",
    "\n",
    "\n\n",
    "\n  ",
    "\r\n",
    "\u200b",
)
_SOURCES = st.sampled_from(FORMATS).flatmap(
    lambda suffix: st.tuples(
        st.just(f"a.{suffix}"),
        st.lists(st.sampled_from(_PIECES[suffix] + _PLAIN), max_size=40).map("".join),
    )
)


@example(("a.mdx", "{{''}import "))
@given(_SOURCES)
@settings(max_examples=500, deadline=None)
def test_every_character_of_any_text_leads_back(source: tuple[str, str]) -> None:
    path, text = source
    assert strays(read(text, path)) == []


@given(st.sampled_from(FORMATS), st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(suffix: str, text: str) -> None:
    reading = read(text, f"a.{suffix}")
    assert all(passage.text == " ".join(passage.text.split()) for passage in reading.passages)


# Texts nobody writes; anything quadratic would not come to an end.


MANY = 10_000
LARGE = {
    "line": ("rst adoc mdx tsx", "Acme raised $5 million. " * 200_000),
    "directives": ("rst", ".. note:: a\n" * MANY),
    "deep-directives": ("rst", "".join("   " * depth + ".. note::\n\n" for depth in range(150))),
    "deep-quotes": ("rst", "".join(" " * depth + "x\n\n" for depth in range(200))),
    "bullets": ("rst adoc", "- " * MANY + "x"),
    "ticks": ("rst adoc mdx tsx", "`a " * MANY),
    "double-ticks": ("rst adoc", "``a " * MANY),
    "stars": ("rst adoc", "*a " * MANY + "x*"),
    "double-stars": ("rst adoc", "**a " * MANY),
    "bars": ("rst adoc", "|a " * MANY),
    "brackets": ("rst adoc mdx", "[a " * MANY),
    "colons": ("rst adoc md", ":a:" * MANY),
    "role": ("rst", ":" + "a:" * MANY),
    "angles": ("rst adoc mdx tsx", "`<a " * MANY),
    "underlines": ("rst", "a\n=\n" * MANY),
    "wide-grid": ("rst", ("+" + "--+" * MANY + "\n|" + "a |" * MANY + "\n") * 2),
    "wide-simple-table": ("rst", "= " * MANY + "=\n" + "a\n" * MANY + "= " * MANY + "=\n"),
    "open-tables": ("rst", "== ==\n\n" * MANY),
    "quotes-of-csv": ("rst", ".. csv-table::\n\n" + '   "a,""b\n' * MANY),
    "frames": ("adoc", "".join("=" * (4 + depth) + "\n" for depth in range(300))),
    "footnotes": ("adoc", "footnote:[" * MANY),
    "closed-links": ("adoc", "link:a[" * MANY + "]" * MANY),
    "attribute-lines": ("adoc", "[a]\n" * MANY),
    "pluses": ("adoc", "+++a " * MANY),
    "wide-table": ("adoc", "|===\n" + "|a " * MANY + "\n\n" + "|b " * MANY + "\n|===\n"),
    "covered-rows": ("adoc", '[cols="999*"]\n|===\n' + "999.999+|x\n" * MANY + "|===\n"),
    "open-in-cells": ("adoc", '[cols="1a"]\n|===\n' + "|----\n" * MANY + "|===\n"),
    "meanings": ("adoc", ":a: " + "b" * 70 + "\n\n" + "{a} " * MANY),
    "expressions": ("mdx tsx", "(<A>" + "{a} " * 10 * MANY + "</A>"),
    "braces": ("mdx tsx", "{" * MANY),
    "templates": ("mdx tsx", "`${" * MANY),
    "strings": ("mdx tsx", "{'" * MANY),
    "comments": ("mdx tsx", "{/*" * MANY),
    "tags": ("mdx tsx", "(<A " * MANY),
    "open-elements": ("mdx tsx", "(<A>{" * MANY),
    "nested-elements": ("mdx tsx", "(" + "<A>{" * MANY + "x" + "}</A>" * MANY),
    "wrong-elements": ("tsx", "(<A>x</B>" * MANY),
    "code-elements": ("mdx", "<Code>" * MANY),
    "imports": ("mdx", "import {\n\n" * MANY),
    "highlights": ("md", "==a " * MANY),
    "percents": ("md", "%%a " * MANY),
    "fields": ("md", "a:: " * MANY),
    "callouts": ("md", "> [!NOTE] a\n" * MANY),
    "admonitions": ("md", "".join("    " * depth + "!!! a\n" for depth in range(120))),
    "long-first-cell": (
        "md",
        ("|a" + " a" * 200_000 + "|" + "b|" * MANY + "\n" + "|-" * (MANY + 1) + "|\n") * 2,
    ),
}


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        pytest.param(suffix, text, id=f"{name}-{suffix}")
        for name, (suffixes, text) in LARGE.items()
        for suffix in suffixes.split()
    ],
)
def test_large_inputs_end(suffix: str, text: str) -> None:
    assert read(text, f"a.{suffix}").text == text
