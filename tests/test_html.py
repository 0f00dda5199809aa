"""Pages of HTML -> passages, places, what they say of themselves."""

from __future__ import annotations

import html
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factlint import documents
from factlint.documents import sourcemap
from factlint.model import Passage, Reading
from tests.conftest import Run, Write


def read(text: str, path: str = "a.html") -> Reading:
    return documents.read(path, text.encode(errors="replace"))


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in reading.passages]


def texts(reading: Reading) -> list[str]:
    return [passage.text for passage in reading.passages]


def cells(reading: Reading) -> list[tuple[str, str | None, str | None]]:
    return [(p.text, p.column, p.row) for p in reading.passages if p.kind == "cell"]


def place(reading: Reading, passage: Passage, part: str) -> tuple[int, int, int, int]:
    """Line and column of a part of a passage, start and end."""
    start = passage.text.index(part)
    found = reading.place(*passage.map.span(start, start + len(part)))
    return found.line, found.column, found.end_line, found.end_column


# What is no prose


NO_PROSE = {
    "nothing": "",
    "blanks": " \n<p> &nbsp; </p>\n",
    "doctype": '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><?xml version="1.0"?>',
    "script": "<script>let a = '<p>$5 million</p>'</script>",
    "style": "<STYLE>p:after {content: '5%'}</STYLE >",
    "template": "<template><p>$5 million</p></template>",
    "noscript": "<noscript><p>5 million</p></noscript>",
    "navigation": "<nav><ul><li>5 offers</ul></nav><div role=navigation><p>6 more</div>",
    "code": "<pre><code>x = 5</code></pre><p><kbd>Ctrl 5</kbd> <samp>6</samp> <code>a 7</code></p>",
    "svg": "<svg viewBox='0 0 5 5'><title>Five</title><text>5</text></svg>",
    "maths": "<math><mn>5</mn></math>",
    "controls": "<button>Buy 5</button><select><option>5<option>6</select><textarea>7</textarea>",
    "input": "<input value='5 million' placeholder='6'>",
    "comment": "<!-- $5 million --><!--[if mso]><p>6</p><![endif]--><!--><!-- 7 -->",
    "hidden": "<p hidden>5<p hidden=hidden>6</p><div aria-hidden='true'><p>7</p><div>8</div></div>",
    "not-displayed": "<div style='max-height:0; DISPLAY : none'>5 million</div>",
    "images": "<img alt='5 stars' src=5.png title=6><video>7</video><object>8</object>",
    "links-aside": "<aside><h2>More</h2><ul><li><a href=x>Zed raised $5 million</a></ul></aside>",
    "links-below": "<footer><a href=x>About us</a> · <a href=y>Jobs: 5 open</a></footer>",
    "dialog": "<dialog><p>5 cookies</p></dialog>",
    "struck": "<p><del>$5</del> <s>$6</s></p>",
}


@pytest.mark.parametrize("source", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose(source: str) -> None:
    assert texts(read(source)) == []


PROSE = {
    "inline": ("<p><b>Ac</b>me <em>raised</em> <b>$5</b> million", "Acme raised $5 million"),
    "number": ("<p>1<span>,</span>500<!-- --> <i>p</i>eople", "1,500 people"),
    "entities": (
        "<p>AT&amp;T &euro;5&nbsp;&#109;illion &bogus; &lt;b&gt;",
        "AT&T €5 million &bogus; <b>",
    ),
    "blanks": ("<p>a &nbsp; b&nbsp;&nbsp;c\n\t d", "a b c d"),
    "soft-hyphen": ("<p>com&shy;pa&#8203;ny", "company"),
    "less-than": ("<p>if a < b & c <3 or <5% of 1<2</p>", "if a < b & c <3 or <5% of 1<2"),
    "break": ("<p>raised<br>over $5", "raised over $5"),
    "break-in-heading": ("<h2>Acme<br/>Grew</h2>", "Acme Grew"),
    "breakable": ("<p>Some<wbr>thing", "Something"),
    "note": ("<p>5%<sup>1</sup><sup id=a><a href='#b'>[2]</a></sup>.", "5%."),
    "power": ("<p>10<sup>9</sup> of H<sub>2</sub>O", "10^9 of H2O"),
    "struck": ("<p>for <s>$5</s> <strike>$6</strike> $7", "for $7"),
    "code-word": (
        "<p>the <code class=x>deploy</code> tool, <code>x = 5</code>!",
        "the deploy tool, !",
    ),
    "url": ("<p>see <a href=https://a.b/5>https://a.example/5?a=1&amp;b</a> now", "see now"),
    "link": ('<p><a title="5 > 3" href="x>y">Acme</a> grew', "Acme grew"),
    "hidden-inside": (
        "<p>a <span aria-hidden=true>x <span>y</span> z</span>b <i hidden>c",
        "a b",
    ),
    "shown": (
        "<p aria-hidden=false style='overflow: hidden'>Acme <i class=hidden>grew",
        "Acme grew",
    ),
    "word-tags": ("<p>Acme<o:p></o:p> grew<![if x]> by 5<![endif]>", "Acme grew by 5"),
    "upper-case": ("<P>Acme <B>GREW</B></P >", "Acme GREW"),
    "attribute-twice": ("<p class=a class='b' hidden=a>x</p><p id=1 id=2>y</p>", "y"),
    "quote-not-closed": ('<p>Acme <a href="x>grew</a> by <b>5</b>', "Acme grew by 5"),
    "no-blank-between": ("<p class='a'id=\"b\"data-x=5/>Acme", "Acme"),
    "label": ("<label><input type=checkbox> Acme raised $5</label>", "Acme raised $5"),
    "open-dialog": ("<dialog open>Acme grew</dialog>", "Acme grew"),
    "text-aside": (
        "<aside>Acme was founded in 2019. <a href=x>More</a></aside>",
        "Acme was founded in 2019. More",
    ),
}


@pytest.mark.parametrize(("source", "expected"), PROSE.values(), ids=PROSE)
def test_prose(source: str, expected: str) -> None:
    assert texts(read(source)) == [expected]


BLOCKS = {
    "paragraphs": ("<p>a<p>b</p>c<div>d</div>", [("paragraph", t) for t in "abcd"]),
    "headings": (
        "<h1>A</h1>x<h2>B<div>c</div></h2><H3>D<p>e",
        [
            ("title", "A"),
            ("paragraph", "x"),
            ("heading", "B"),
            ("heading", "c"),
            ("heading", "D"),
            ("paragraph", "e"),
        ],
    ),
    "several-tops": (
        "x<h1>A</h1><h1>B</h1>",
        [("paragraph", "x"), ("heading", "A"), ("heading", "B")],
    ),
    "list": (
        "<ul><li>a<li><p>b</p><p>c</p><ol><li>d</ol>e</ul>f",
        [*(("item", t) for t in "abcde"), ("paragraph", "f")],
    ),
    "definitions": ("<dl><dt>a<dd>b<dt>c<dd><p>d</dl>", [("item", t) for t in "abcd"]),
    "quote": (
        "<blockquote><p>a</p><footer>b</footer></blockquote>",
        [("paragraph", t) for t in "ab"],
    ),
    "figure": ("<figure><img alt=x><figcaption>a</figcaption></figure>", [("paragraph", "a")]),
    "details": ("<details><summary>a</summary>b</details>", [("paragraph", t) for t in "ab"]),
    "break": (
        "<p>Seat: Oslo<br>Staff: 300<br>\n<b>&bull;</b> New<br>and old",
        [("paragraph", "Seat: Oslo"), ("paragraph", "Staff: 300"), ("paragraph", "• New and old")],
    ),
    "breaks": ("a<br>b<br/> <BR>c", [("paragraph", "a b"), ("paragraph", "c")]),
    "code-between": (
        "a<pre>x</pre>b<script>y</script>c",
        [("paragraph", "a"), ("paragraph", "b c")],
    ),
    "caption": (
        "<table><caption>a</caption><tr><td>b<td>c</table>",
        [("paragraph", "a"), ("cell", "b"), ("cell", "c")],
    ),
    "hidden-ends-with-parent": (
        "<div>a<span hidden>b<p>c</div>d<p hidden>e<p>f",
        [("paragraph", "a"), ("paragraph", "d"), ("paragraph", "f")],
    ),
    "navigation-ends-with-parent": ("<div><nav><ul><li>a</div>b", [("paragraph", "b")]),
    "closed-twice": (
        "<div><p>a</div></div></p></b>b</li>",
        [("paragraph", "a"), ("paragraph", "b")],
    ),
    "not-closed": ("<div><ul><li><b>a<div>b", [("item", "a"), ("item", "b")]),
    "self-closed": ("<p/><script src='x'/><td/>a", [("paragraph", "a")]),
    "text-only": ("a\n\nb", [("paragraph", "a b")]),
    "last-word": ("<p>a</p> b <", [("paragraph", "a"), ("paragraph", "b <")]),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(source)) == expected


def test_headings_above() -> None:
    reading = read("<h2>2026</h2><h3>June 8</h3><p>a</p><h2>B</h2><ul><li>b</ul>")
    held = [(p.text, p.section, p.headings, bool(p.dated)) for p in reading.passages]
    assert held == [
        ("2026", 1, (), True),
        ("June 8", 2, ("2026",), True),
        ("a", 2, ("2026", "June 8"), True),
        ("B", 3, (), False),
        ("b", 3, ("B",), False),
    ]


# Tables


HEADED = [
    ("Firm", None, None),
    ("Sales", None, None),
    ("Acme", "Firm", None),
    ("$5", "Sales", "Acme"),
]
CELLS = {
    "heads": ("<tr><th>Firm<th>Sales<tr><td>Acme<td>$5", HEADED),
    "first-row": ("<tr><td>Firm</td><td>Sales</td></tr><tr><td>Acme</td><td>$5</td></tr>", HEADED),
    "head-and-body": ("<thead><tr><td>Firm<td>Sales<tbody><tr><td>Acme<td>$5", HEADED),
    "marks-inside": (
        "<tr><th><p>Firm<th><b>Sal</b>es<tr><th><div><a>Acme</a><td><p>$5</p>",
        HEADED,
    ),
    "columns-declared": (
        "<colgroup><col><col></colgroup><tr><th>Firm<th>Sales<tr><td>Acme<td>$5",
        HEADED,
    ),
    "names-to-the-left": (
        "<tr><th>Founded<td>2019<tr><th>Seat<td>Oslo",
        [
            ("Founded", None, None),
            ("2019", None, "Founded"),
            ("Seat", None, None),
            ("Oslo", None, "Seat"),
        ],
    ),
    "name-is-no-first-cell": (
        "<tr><th>No.<th>Firm<th>Sales<tr><td>1<th>Acme<td>$5",
        [
            *(("No.", None, None), ("Firm", None, None), ("Sales", None, None)),
            ("1", "No.", "Acme"),
            ("Acme", "Firm", None),
            ("$5", "Sales", "Acme"),
        ],
    ),
    "over-rows": (
        "<tr><th>Firm<th>Sales<tr><td rowspan=2>Acme<td>$5<tr><td>$6<tr><td>Zed<td>$7",
        [*HEADED, ("$6", "Sales", "Acme"), ("Zed", "Firm", None), ("$7", "Sales", "Zed")],
    ),
    "over-columns": (
        "<tr><th>Firm<th>Seat<th>Sales<tr><td colspan='2'>Acme<td>$5",
        [
            ("Firm", None, None),
            ("Seat", None, None),
            ("Sales", None, None),
            ("Acme", "Firm", None),
            ("$5", "Sales", "Acme"),
        ],
    ),
    "heads-over-heads": (
        "<tr><th rowspan=2>Firm<th colspan=2>2025<tr><th>Sales<th>Staff<tr><td>Acme<td>$5<td>6",
        [
            ("Firm", None, None),
            ("2025", None, None),
            ("Sales", None, None),
            ("Staff", None, None),
            ("Acme", "Firm", None),
            ("$5", "Sales, 2025", "Acme"),
            ("6", "Staff, 2025", "Acme"),
        ],
    ),
    "label-between": (
        "<tr><th>Firm<th>Sales<tr><th colspan=2>Europe<tr><td>Acme<td>$5",
        [*HEADED[:2], ("Europe", None, None), *HEADED[2:]],
    ),
    "new-heads": (
        "<tr><th>A<th>B<tr><td>c<td>d<tr><th>Firm<th>Sales<tr><td>Acme<td>$5",
        [("A", None, None), ("B", None, None), ("c", "A", None), ("d", "B", "c"), *HEADED],
    ),
    "empty-cells": (
        "<tr><th><th>Sales<tr><td>Acme<td>$5<tr><td><td>$6",
        [
            ("Sales", None, None),
            ("Acme", None, None),
            ("$5", "Sales", "Acme"),
            ("$6", "Sales", None),
        ],
    ),
    "more-cells-than-heads": (
        "<tr><th>Firm<tr><td>Acme<td>$5",
        [("Firm", None, None), ("Acme", "Firm", None), ("$5", None, "Acme")],
    ),
    "break": (
        "<tr><th>Firm<th>Sales<br>(US$)<tr><td>Acme<td>$5",
        [
            ("Firm", None, None),
            ("Sales (US$)", None, None),
            ("Acme", "Firm", None),
            ("$5", "Sales (US$)", "Acme"),
        ],
    ),
    "odd-spans": ("<tr><th colspan=x>Firm<th rowspan=-1>Sales<tr><td colspan=0>Acme<td>$5", HEADED),
}


@pytest.mark.parametrize(("source", "expected"), CELLS.values(), ids=CELLS)
def test_cells(source: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert cells(read(f"<table>{source}</table>")) == expected


@pytest.mark.parametrize(("source", "expected"), CELLS.values(), ids=CELLS)
def test_cells_in_markdown(source: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    over_lines = source.replace("<tr>", "\n\n<tr>")
    assert cells(read(f"A list:\n\n<table>{over_lines}</table>\n\nx\n", "a.md")) == expected


def test_markdown_inside_a_cell() -> None:
    source = "<table>\n<tr><th>Firm</th><th>Sales</th></tr>\n<tr><td>Acme</td><td>\n\n**$5**\n\n"
    reading = read(f"{source}</td></tr>\n</table>\n\nx\n", "a.md")
    assert cells(reading) == HEADED
    assert reading.passages[-1].kind == "paragraph"


LAYOUTS = {
    "nested": "<table><tr><td>a<td><table><tr><th>Firm<th>Sales<tr><td>Acme<td>$5</table>b</table>",
    "role": "<table role=presentation><tr><td>a<td><p>b</table>",
    "heading": "<table><tr><td><h2>c</h2>a<td>b</table>",
    "prose": "<table><tr><td><p>a<p>b<p>c<p>d</table>",
}


@pytest.mark.parametrize("source", LAYOUTS.values(), ids=LAYOUTS)
def test_tables_of_layout_hold_prose(source: str) -> None:
    reading = read(source)
    assert [(p.kind, p.column) for p in reading.passages if p.text in ("a", "b")] == [
        ("paragraph", None),
        ("paragraph", None),
    ]


def test_a_table_inside_a_table_has_heads_of_its_own() -> None:
    assert cells(read(LAYOUTS["nested"])) == HEADED


# Places


PLACES = {
    "plain": ("<p>a Acme b", "Acme", (1, 6, 1, 10)),
    "over-tags": ("<p>x <b>$5</b> million</p>", "$5 million", (1, 9, 1, 23)),
    "over-lines": ("<p>x\n  $5\n  million", "$5 million", (2, 3, 3, 10)),
    "entity": ("<p>x &#36;5&nbsp;million y", "$5 million", (1, 6, 1, 25)),
    "in-heading": ("<h1\nclass='a'>A <i>$5</i></h1>", "$5", (2, 16, 2, 18)),
    "in-cell": ("<table>\n<tr><td>a<td><p> $5", "$5", (2, 18, 2, 20)),
    "in-title": ("<title>\nAcme raised $5</title>", "$5", (2, 13, 2, 15)),
    "in-description": (
        "<meta content='x &euro;5 million' name=description>",
        "€5",
        (1, 18, 1, 25),
    ),
    "in-site-title": ('<meta property="og:title" content="A: $5">', "$5", (1, 39, 1, 41)),
    "in-front-matter": ("---\ntitle: A $5\n---\n<p>x", "$5", (2, 10, 2, 12)),
    "below-front-matter": ("---\ntitle: A\n---\n<p>x $5", "$5", (4, 6, 4, 8)),
    "behind-expression": ("<p>{{ a }} {# b #} $5", "$5", (1, 20, 1, 22)),
    "crlf": ("<p>x\r\n$5", "$5", (2, 1, 2, 3)),
    "wide-character": ("<p>\U0001f680 $5", "$5", (1, 6, 1, 8)),
}


@pytest.mark.parametrize(("source", "part", "expected"), PLACES.values(), ids=PLACES)
def test_places(source: str, part: str, expected: tuple[int, int, int, int]) -> None:
    reading = read(source)
    held = next(passage for passage in reading.passages if part in passage.text)
    assert place(reading, held, part) == expected


def strays(reading: Reading) -> list[tuple[str, str]]:
    """Passage characters other than blanks that are not what stands at their place."""
    held = (
        (char, passage.map.span(index, index + 1))
        for passage in reading.passages
        for index, char in enumerate(passage.text)
        if char != " "
    )
    return [
        (char, reading.text[start:end])
        for char, (start, end) in held
        if not stands_for(reading.text[start:end], char)
    ]


def stands_for(source: str, char: str) -> bool:
    """Whether the character is its source: as it stands, by an entity, a power or a template."""
    meant = html.unescape(source) if source.startswith("&") else source
    return (
        (bool(meant) and char in (meant, sourcemap.ALIKE.get(meant)))
        or (len(meant) > 1 and source.startswith("&") and char in meant)
        or (char == "^" and source.lower().startswith("<sup"))
        or (char == "{" and "{" in source)
    )


_FRAGMENTS = st.sampled_from(
    (
        "Acme", "raised", " ", "\n", "$5", "million", "A < B", "&amp;", "&euro;", "&nbsp;", "&#36;",
        "it’s", "co\u2011lead", "z\u200bw", "<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<br>",
        "<li>", "<ul>", "</ul>", "<h1>", "</h1>", "<h2>", "<table>", "</table>", "<tr>", "<td>",
        "<th>", "<td rowspan=2>", "<th colspan=2>", "<caption>", "<thead>", "</td>", "<title>",
        "</title>", "<nav>", "</nav>", "<span hidden>", "</span>", "<p hidden>", "<script>",
        "</script>", "<svg>", "</svg>", "<a href='x'>", "</a>", "<footer>", "</footer>", "<code>",
        "</code>", "<sup>", "1", "</sup>", "<!--", "-->", "<!", "<a b=\"", "\"", "'", ">", "<", "=",
        "{{ a }}", "{% if b %}", "{%", "{#", "#}", "{", "}", "---\n", "https://a.example/5",
        "<meta name=description content='a &amp; $5'>", "<meta property=og:title content=\"A b\">",
        "<time datetime=2026-03-16>", "\0",
    )
)  # fmt: skip
_PATHS = st.sampled_from(("a.html", "a.njk", "a.astro", "a.md"))


@given(st.lists(_FRAGMENTS, max_size=40).map("".join), _PATHS)
@settings(max_examples=400, deadline=None)
@example("<sup>1</sup>5<sup>2</sup>", "a.html")
@example("https://a.example/5&amp;<b>", "a.html")
@example("---\nlet a = {}\n---\n<p>a{b}c $5</p>", "a.astro")
def test_every_character_of_any_page_leads_back(source: str, path: str) -> None:
    assert strays(read(source, path)) == []


@given(st.text(max_size=80), st.sampled_from(("", "<p>", "<a b='", "<table><td>", "{{", "---\n")))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_read(source: str, start: str) -> None:
    reading = read(f"{start}{source}")
    assert all(passage.text == " ".join(passage.text.split()) for passage in reading.passages)
    assert strays(reading) == []


# What a page says of itself


HEADS = {
    "nothing": ("<p>x", (None, None, None, None)),
    "title": ("<title>A &amp; b</title><h1>C</h1>", ("A & b", None, None, None)),
    "heading": ("<p>x</p><h1>A <b>b</b></h1>", ("A b", None, None, None)),
    "site-behind-title": (
        "<meta property='og:site_name' content='The Wire'><title>A b - The Wire</title>",
        ("A b", None, "The Wire", None),
    ),
    "heading-in-title": (
        "<title>A b | News | The Wire</title><h1>A b</h1>",
        ("A b", None, "The Wire", None),
    ),
    "no-site-behind-title": (
        "<title>A b - c 5</title><h1>A b</h1>",
        ("A b - c 5", None, None, None),
    ),
    "other-title": ("<meta property=og:title content='A b'>", ("A b", None, None, None)),
    "published": (
        "<meta property='article:published_time' content='2026-03-16T10:00:00+01:00'>"
        "<meta property='article:modified_time' content='2026-04-01'>",
        (None, "2026-03-16", None, None),
    ),
    "named-date": ("<META NAME=Date CONTENT='Mar 16, 2026'>", (None, "2026-03-16", None, None)),
    "linked-data": (
        '<script type="application/ld+json">{"datePublished": "2026-03-16T10:00"}</script>',
        (None, "2026-03-16", None, None),
    ),
    "time": (
        "<p>x <time datetime=PT5M>5</time> <time datetime='2026-03-16'>then</time>",
        (None, "2026-03-16", None, None),
    ),
    "late-time": (
        "<p>x</p>" * 20 + "<time datetime='2026-03-16'>then</time>",
        (None, None, None, None),
    ),
    "time-in-navigation": (
        "<nav><time datetime='2026-03-16'>x</time></nav>",
        (None, None, None, None),
    ),
    "line": ("<h1>A</h1><p>Updated <b>Mar 16, 2026</b></p>", ("A", "2026-03-16", None, None)),
    "address": (
        "<meta property=og:url content=https://b.example>"
        "<link href='https://a.example/?a&amp;b' rel=canonical>",
        (None, None, None, "https://a.example/?a&b"),
    ),
    "front-matter": (
        "---\ntitle: A b\ndate: 2026-03-16\nsource: The Wire\n---\n"
        "<title>{{ title }}</title><h1>C</h1>",
        ("A b", "2026-03-16", "The Wire", None),
    ),
}


@pytest.mark.parametrize(("source", "expected"), HEADS.values(), ids=HEADS)
def test_what_a_page_says_of_itself(source: str, expected: tuple[str | None, ...]) -> None:
    document = read(source).document
    dated = document.dated.text if document.dated else None
    assert (document.title, dated, document.source, document.url) == expected


def test_fields() -> None:
    reading = read(
        "<head><title>A b</title><meta property=og:title content='A b'>"
        "<meta name=description content='C raised $5.'><meta property=og:description content='D.'>"
        "<meta name=twitter:description content='E.'><meta name=description content='C raised $5.'>"
        "</head><h1>F</h1><p>g"
    )
    assert [(p.kind, p.field, p.text) for p in reading.passages] == [
        ("title", "title", "A b"),
        ("field", "description", "C raised $5."),
        ("field", "description", "D."),
        ("heading", None, "F"),
        ("paragraph", None, "g"),
    ]


# Templates


TEMPLATES = {
    "expression": ("a.njk", "<p>raised {{ amount }} of {{ n | round }}", ["raised { of {"]),
    "word": ("a.njk", "<p>over ${{ n }}M and {{ n }},000 or 5{{ n }}", ["over { and { or {"]),
    "tag": ("a.njk", "{% extends 'x' %}<p>Acme{% if a > 5 %}s{% endif %} grew", ["Acmes grew"]),
    "branches": ("a.njk", "<p>$5{% else %}$6", ["$5{$6"]),
    "comment": ("a.njk", "{# <p>$5 #}<p>x", ["x"]),
    "raw": ("a.njk", "{%- raw -%}<p>$5{% endraw %}<p>x", ["x"]),
    "in-tag": (
        "a.njk",
        "<p{% if a %} class=b{% endif %}><{{ b }} c='>'>x</{{ b }}> <a href={{ c }}>y",
        ["x y"],
    ),
    "not-closed": ("a.njk", "<p>{{ x <p>y", ["{{ x", "y"]),
    "in-script": ("a.njk", "<script>if ({{a}} > '{%') {}</script><p>x", ["x"]),
    "jekyll": ("a.html", "---\nlayout: x\n---\n<p>{% include a.html %}{{ b }} x", ["{ x"]),
    "vue": ("a.html", "<p v-if='a < 5'>x {{ a < 5 ? '$6' : '$7' }}", ["x {"]),
    "astro-code": ("a.astro", "---\nconst a = '<p>$5</p>';\n---\n<p>x", ["x"]),
    "astro-code-windows": ("a.astro", "---\r\nconst a = 5;\r\n---\r\n<p>x", ["x"]),
    "astro-expression": ("a.astro", "<p>x {a} of ${b}M{' '}<b>y</b>{/* $5 */} z", ["x { of { y z"]),
    "astro-list": ("a.astro", "<ul>{a.map((b) => <li>{b} 5</li>)}<li>x</ul>", ["x"]),
    "astro-attributes": ("a.astro", "<A b={`${c} > 5`} {...d} e={{f: 5}}><p>x</p></A>", ["x"]),
    "astro-not-closed": ("a.astro", "<p>x {</p><p>y {a}</p>", ["x {", "y {"]),
    "astro-style": ("a.astro", "<style>p { a: 5 </style><p>x {a}</p>", ["x {"]),
    "no-astro-code": ("a.astro", "<p>x</p>\n---\ny", ["x", "--- y"]),
}


@pytest.mark.parametrize(("path", "source", "expected"), TEMPLATES.values(), ids=TEMPLATES)
def test_templates(path: str, source: str, expected: list[str]) -> None:
    assert texts(read(source, path)) == expected


# Pages nobody writes


UNCLOSED = {
    "comment": ("<p>x</p>\n<!-- y <p>z", "this comment is never closed", "close it with -->", 2),
    "script": (
        "<p>x</p><script>y <p>z",
        "this script is never closed",
        "close it with </script>",
        1,
    ),
    "style": (
        "---\na: b\n---\n<p>x<style>y",
        "this style is never closed",
        "close it with </style>",
        4,
    ),
}


@pytest.mark.parametrize(("source", "message", "hint", "line"), UNCLOSED.values(), ids=UNCLOSED)
def test_what_hides_the_rest_of_a_page_is_a_problem(
    source: str, message: str, hint: str, line: int
) -> None:
    reading = read(source)
    (problem,) = reading.problems
    assert problem.rule == "unreadable-document"
    assert problem.message == f"nothing is read from here on: {message}"
    assert (problem.hint, problem.place.line) == (hint, line)
    assert texts(reading) == ["x"]


MANY = 20_000
LARGE = {
    "angles": "<" * MANY,
    "open-tags": "<a " * MANY,
    "open-quotes": '<a b="' * MANY,
    "both-quotes": "<a b=\"<a c='" * MANY,
    "stray-quotes": '<a x="<a " ' * MANY,
    "declarations": "<!" * MANY + ">",
    "comments": "<!-- x " * MANY,
    "scripts": "<script>x" * MANY,
    "elements": "<div>" * MANY + "x" + "</div>" * MANY,
    "spans": "<span hidden>" * MANY,
    "hidden": "<div hidden>x" * MANY,
    "closed-only": "</div></p>" * MANY,
    "closed-behind-a-table": "<div><table><td>" + "</div>" * MANY,
    "lists": "<ul><li>x" * MANY,
    "items-in-elements": "<li><div>x" * MANY,
    "tables": "<table><tr><td>x" * 5_000,
    "row": "<table><tr>" + "<th>x" * 10_000 + "<tr>" + "<td>y" * 10_000 + "</table>",
    "wide-cells": "<table><tr>" + "<td colspan=9999 rowspan=0>x" * 5_000 + "<tr><td>y" * 5_000,
    "line": "<p>" + "word <b>word</b> " * MANY,
    "breaks": "x<br>" * MANY,
    "asides": "<aside>x<a>y" * 5_000,
    "attributes": "<div" + " a=b" * MANY + " hidden>x",
    "attribute": f"<meta name=description content='{'$5 ' * MANY}'>",
    "notes": "<sup><a>1" * MANY,
    "titles": "<title>" + "A | " * MANY + "</title>" + "<h1>A</h1>" * 1_000,
    "expressions": "{{ " * MANY + "{% raw %}" * MANY,
    "closed-expressions": "a{{b}}" * MANY,
    "braces": "{" * MANY + "}" * MANY,
    "open-braces": "{" * MANY,
    "zero-bytes": "<p>\0" * MANY,
}


@pytest.mark.parametrize("path", ["a.html", "a.astro", "a.md"])
@pytest.mark.parametrize("source", LARGE.values(), ids=LARGE)
def test_large_pages_are_read(source: str, path: str) -> None:
    assert documents.read(path, source.encode("utf-16")).text == source


# Through the command line


PAGE = """\
<!doctype html>
<html><head>
<title>Globex raises $40 million - The Wire</title>
<meta property="og:site_name" content="The Wire">
<meta property="article:published_time" content="2026-03-16T08:00:00Z">
</head><body>
<nav><a href="/">Initech raised $1 million</a></nav>
<h1>Globex raises $40 million</h1>
<p>Globex raised <b>&#36;40</b>&nbsp;million<sup><a href="#n">1</a></sup> in a Series&nbsp;B.</p>
<ul><li>Initech employs <em>1,200</em> people.</li></ul>
<table>
<tr><th>Company<th>Revenue
<tr><td>Hooli<td>$5 billion
</table>
<script>var a = "Globex raised $50 million";</script>
</body></html>
"""


def test_claims_of_a_page(run: Run, write: Write) -> None:
    write({"page.html": PAGE})
    lines = run("claims", "--format", "jsonl", "page.html").stdout.splitlines()
    told = [json.loads(line) for line in lines]
    assert [
        (c["subject"], c["attribute"], c["value"]["text"], c["line"], c["column"], c["end_column"])
        for c in told
    ] == [
        ("Globex", "funding_amount", "$40 million", 3, 22, 33),
        ("Globex", "funding_amount", "$40 million", 8, 19, 30),
        ("Globex", "funding_amount", "$40 million", 9, 21, 45),
        ("Globex", "funding_round", "Series B", 9, 80, 93),
        ("Initech", "headcount", "1,200 people", 10, 29, 46),
        ("Hooli", "revenue", "$5 billion", 13, 18, 28),
    ]


POST = "---\ndate: 2026-03-16\n---\nGlobex raised $50 million in a Series B.\n"


def test_a_page_contradicts_a_post(run: Run, write: Write) -> None:
    write({"page.html": PAGE, "post.md": POST})
    result = run("check", "page.html", "post.md")
    assert result.exit_code == 1
    assert "page.html:9:21" in result.stdout
