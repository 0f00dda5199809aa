"""Sources of all sorts -> passages, places, dates, faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factlint import documents
from factlint.documents import blocks, dates, emphasis, frontmatter, inline, scalars, sourcemap
from tests.readings import kinds, place, read, strays, texts

# Markdown: what is prose


PROSE = {
    "plain": ("Acme raised $5 million.", "Acme raised $5 million."),
    "emphasis": ("**Acme** raised *$5* __million__.", "Acme raised $5 million."),
    "emphasis-in-word": ("snake_case and 2*3*4", "snake_case and 234"),
    "star-alone": ("5 * 3 and *", "5 * 3 and *"),
    "nested-emphasis": ("***Acme** raised* it", "Acme raised it"),
    "link": ("[Acme](https://a.example/x_(y) 'title') grew", "Acme grew"),
    "link-with-brackets": ("[Acme [EU] unit](x) grew", "Acme [EU] unit grew"),
    "reference": (
        "[Acme][a], [Acme][], [a]\n\n[a]: http://a.example\n[acme]: <x>",
        "Acme, Acme, a",
    ),
    "no-reference": ("[Acme][b] and [c]", "[Acme][b] and [c]"),
    "image": ("Acme ![logo of 5 stars](x.png) grew", "Acme grew"),
    "linked-image": ("[![5 stars](x.png)](y) Acme grew", "Acme grew"),
    "autolink": ("see <https://a.example/5> now", "see now"),
    "bare-url": ("see https://a.example/5_(x). Now", "see . Now"),
    "url-as-link-text": ("see [https://a.example/5](https://a.example/5) now", "see now"),
    "code-word": ("the `deploy` command", "the deploy command"),
    "code": ("run `x = 5` now", "run now"),
    "code-figures": (
        "a `~16 tok/s` `8B` model at `$20/month`",
        "a ~16 tok/s 8B model at $20/month",
    ),
    "code-digits": ("run `x5` or `5.py` or `v1.2` now", "run or or now"),
    "code-open": ("a ` tick", "a ` tick"),
    "escape": (r"\$5 and \*stars\*", "$5 and *stars*"),
    "entity": ("AT&amp;T &euro;5&nbsp;million &bogus;", "AT&T €5 million &bogus;"),
    "tags": ("<b>Acme</b> raised<br>it <3", "Acme raised it <3"),
    "comment": ("Acme <!-- not $6 --> grew", "Acme grew"),
    "money": ("from $5 to $6 and US$7", "from $5 to $6 and US$7"),
    "maths": ("with $x^2$, $n$ and $$y = 5$$ done", "with , and done"),
    "struck": ("~~$5~~ $6 for ~7 of them", "$6 for ~7 of them"),
    "struck-by-tags": ("<del>$5</del> $6 for <s class='x'>7</S > <s>8", "$6 for 8"),
    "footnote": ("grew 5%[^1][^note].", "grew 5%."),
    "citation": ("grew 5%[1][12]. See [3]", "grew 5%. See [3]"),
    "wikilink": ("[[orgs/Acme]] bought [[orgs/Beta|Beta]]", "Acme bought Beta"),
    "wikilink-to-a-heading": ("[[orgs/Acme#Funding]], [[#Other]], [[a#b|c]]", "Acme, Other, c"),
    "embed": ("![[chart 5.png]] Acme grew ![[x#y]]", "Acme grew"),
    "highlight": ("Acme ==raised $5== and a == b ==", "Acme raised $5 and a == b =="),
    "highlight-open": ("a ==b and c=== d", "a ==b and c=== d"),
    "obsidian-comment": ("Acme %%not $6%% grew 5%%", "Acme grew 5%%"),
    "block-id": ("Acme grew ^37066d", "Acme grew"),
    "power": ("Acme grew 2^10 and x ^2", "Acme grew 2^10 and x ^2"),
    "inline-field": ("Acme [raised:: $5] and [it]", "Acme raised: $5 and [it]"),
    "paired-shortcode": ("{{< b >}}Acme{{< /b >}} {{% c %}}grew{{% /c %}}", "Acme grew"),
    "liquid": ("{% if a %}Acme{% endif %} grew", "Acme grew"),
    "shortcode": ('{{< fig n="5" >}}Acme {% x %}grew{: .big }', "Acme grew"),
    "unfilled-template": ("raised {{ amount }}", "raised {{ amount }}"),
    "raised-figure": ("grew<sup>1</sup> by 10<sup>9</sup>", "grew by 10^9"),
    "quotes": ("“Acme’s” ‘plan’", "\"Acme's\" 'plan'"),
    "hyphens": ("co\u2011founder 5\u20136 \u2014 x", "co-founder 5\u20136 \u2014 x"),
    "blanks": ("a\u00a0b  c\u200bd\te", "a b cd e"),
    "wrapped": ("Acme raised\n   $5\nmillion", "Acme raised $5 million"),
    "kept-in-heading": ("## Acme *grew* ##", "Acme grew"),
    "anchor": ("## Acme {#acme}", "Acme"),
}


@pytest.mark.parametrize(("source", "expected"), PROSE.values(), ids=PROSE)
def test_prose(source: str, expected: str) -> None:
    assert texts(read(source)) == [expected]


NO_PROSE = {
    "nothing": "",
    "blanks": " \n\t\n\u00a0\n",
    "rules": "---\n***\n_ _ _\n",
    "fence": "```py\nx = 5\n```\n~~~\n$5\n~~~\n",
    "open-fence": "```\n# no heading\n",
    "indented": "    x = 5\n",
    "comment": "<!-- x\n\n$5 -->\n",
    "script": "<script>\nlet x = 5\n\nlet y\n</script>\n",
    "style": "<style>.a {width: 5%}</style>\n",
    "maths": "$$\nx = 5\n\ny\n$$\n",
    "definition": "[a]: https://a.example '5 stars'\n",
    "image": "![5 stars](x.png)\n",
    "shortcodes": '{{< fig n="5" >}}\n{% highlight py %}\nx = 5\n{% endhighlight %}\n',
    "admonition": ":::\n",
    "empty-admonitions": ":::note\n:::\n\n::: {.note}\n:::\n\n!!! note\n\n> [!NOTE]\n",
    "obsidian-comment": "%%\nAcme\n\n$5\n%%\n",
    "url": "https://a.example/2026/03/16\n",
}


@pytest.mark.parametrize("source", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose(source: str) -> None:
    assert texts(read(source)) == []


BLOCKS = {
    "list": ("- a\n- b\n  c\n\n  d\n", [("item", "a"), ("item", "b c"), ("item", "d")]),
    "nested-list": ("1. a\n   - b\n2. c\n", [("item", "a"), ("item", "b"), ("item", "c")]),
    "list-then-text": ("- a\n\nb\n", [("item", "a"), ("paragraph", "b")]),
    "number-in-text": ("sold in\n2024. It grew\n", [("paragraph", "sold in 2024. It grew")]),
    "bullet-alone": ("-\nAcme grew\n", [("item", "Acme grew")]),
    "bullet-alone-below-text": ("x\n-\ny\n", [("paragraph", "x"), ("item", "y")]),
    "typographic-bullets": ("x:\n• a\n• b\n", [("paragraph", "x:"), ("item", "a"), ("item", "b")]),
    "quote": ("> a\n> b\nc\n>\n> d\n", [("paragraph", "a b c"), ("paragraph", "d")]),
    "list-in-quote": ("> - a\n>   b\n", [("item", "a b")]),
    "quote-in-list": ("- a\n\n  > b\n  > c\n", [("item", "a"), ("paragraph", "b c")]),
    "setext": ("Acme\ngrew\n---\nx\n", [("heading", "Acme grew"), ("paragraph", "x")]),
    "code-in-list": ("- a\n\n      x = 5\n- b\n", [("item", "a"), ("item", "b")]),
    "fence-in-list": ("- a\n  ```\n  5\n  ```\n- b\n", [("item", "a"), ("item", "b")]),
    "fence-ends-with-list": ("- ```\n  5\nb\n", [("paragraph", "b")]),
    "tabs": ("-\ta\n\t- b\n", [("item", "a"), ("item", "b")]),
    "table": (
        "x\n\n| A | B |\n|---|:-:|\n| c\\|d | |\n| e | f |\n\ny\n",
        [
            ("paragraph", "x"),
            *(("cell", t) for t in ("A", "B", "c|d", "e", "f")),
            ("paragraph", "y"),
        ],
    ),
    "table-without-edges": ("A | B\n--- | ---\nc | d\n", [("cell", t) for t in "ABcd"]),
    "no-table": ("a | b\n---|---|---\n", [("paragraph", "a | b ---|---|---")]),
    "html": (
        "<div>\n<h2>A</h2><p>b</p><ul><li>c</li></ul></div>\n",
        [("heading", "A"), ("paragraph", "b"), ("item", "c")],
    ),
    "behind-comment": ("<!-- x --> a\n", [("paragraph", "a")]),
    "hard-break": ("**A**: b  \n**C**: d\\\ne\n", [("paragraph", "A: b"), ("paragraph", "C: d e")]),
    "footnote": ("a[^1]\n\n[^1]: b\n", [("paragraph", "a"), ("item", "b")]),
    "callout": (
        "> [!NOTE]- A b\n> c\n>\n> - d\n\n> [!tip]\n> e\n",
        [("paragraph", "A b"), ("paragraph", "c"), ("item", "d"), ("paragraph", "e")],
    ),
    "no-callout": ("[!NOTE] a\n", [("paragraph", "[!NOTE] a")]),
    "admonition": (
        ":::note A b\nc\n:::\n\n:::tip[D]\ne\n:::\n\n::: {.x}\nf\n:::\n",
        [("paragraph", t) for t in ("A b", "c", "D", "e", "f")],
    ),
    "indented-admonition": (
        '!!! note "A b"\n    c\n\n    - d\n\n        e\n\nf\n\n??? tip\n    g\n\n=== "H"\n    i\n',
        [
            *(("paragraph", "A b"), ("paragraph", "c"), ("item", "d"), ("item", "e")),
            *(("paragraph", t) for t in "fgHi"),
        ],
    ),
    "code-in-admonition": ("!!! note\n\n    a\n\n        x = 5\n", [("paragraph", "a")]),
    "exclamations": ("!!! Acme grew!\n", [("paragraph", "!!! Acme grew!")]),
    "definitions": (
        "a\n: b\n  c\n: d\n\ne\n\n: f\n",
        [("item", "a"), ("item", "b c"), ("item", "d"), ("paragraph", "e"), ("item", "f")],
    ),
    "fields": (
        "a\nfunding:: $5 b\n**Seat**:: c\n- d:: e\n\nx::y z:: w\n",
        [
            ("paragraph", "a"),
            *(("field", t) for t in ("$5 b", "c", "e")),
            ("paragraph", "x::y z:: w"),
        ],
    ),
    "title": ("# A\n\n## B\n", [("title", "A"), ("heading", "B")]),
    "several-tops": ("x\n\n# A\n\n# B\n", [("paragraph", "x"), ("heading", "A"), ("heading", "B")]),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(source)) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_line_ends_do_not_matter(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert kinds(read(source.replace("\n", end))) == expected


#: Snippets that markdown-it reads as this scanner does, marks and all.
AGREED = (
    "a *b **c** d* e",
    "**a*b** c*",
    "*a **b*** c",
    "a * b * c **",
    "_a_b_ __c__d",
    "**a** **b**c **d*e***f",
    "*[a*b](c)* d*",
    "[a](b 'c') [d](<e f>) [g](h(i)j) [k] (l) [m](n o)",
    "[a [b](c) d](e) ![f [g](h)](i)",
    "\\[a\\](b) \\\\*c*",
    "`a` ``b`` `c",
    "<b>a</b> <b c='d'>e <f:g> < h",
    "a\n===\n\nb\n---\n\n# c #\n\n#d\n\n###### e ## f",
    "- a\n- b\n\n  c\n   - d\n- - e\n",
    "1. a\n1) b\n3. c\n\n10. d",
    "a\n- b\nc\n* d\n+ e\n***\n",
    "> a\nb\n> - c\n> d\n\n> > e\n> f",
    "    a\n\nb\n    c\n\n- d\n\n      e\n   f",
    "~~~\na\n~~~\n```\nb\n````\nc\n",
    "- ```\n  a\nb\n",
    "|a|b|\n|-|-|\n|c|d|\ne\n\nf|g\n-|-\n",
    "[a]\n\n[a]: b\n[c]: <d> 'e'\n\n[c] [f][a]",
    "<div>\na\n\nb\n</div>\n\n<i>c</i> d\n",
    "a\\\nb  \nc",
    "* * *\n- a\n - b\n  - c\n   - d\n    - e",
)
_ORACLE = MarkdownIt("commonmark").enable("table")


def oracle(source: str) -> list[str]:
    """The text of all blocks as markdown-it reads them."""
    inlines = [token.children or [] for token in _ORACLE.parse(source) if token.type == "inline"]
    shown = {"softbreak": " ", "hardbreak": " "}
    joined = (
        "".join(
            shown.get(token.type, token.content * (token.type in ("text", "code_inline")))
            for token in children
        )
        for children in inlines
    )
    return [" ".join(text.split()) for text in joined if re.search(r"\w", text)]


def scanned(source: str) -> list[str]:
    found, labels = blocks.scan(source)
    raws = ((block, "\n".join(source[a:b] for a, b in block.spans)) for block in found)
    built = (
        sourcemap.build(raw, inline.cuts(raw, labels))[0]
        for block, raw in raws
        if block.kind != "html"
    )
    return [text for text in built if re.search(r"\w", text)]


@pytest.mark.parametrize("source", AGREED, ids=range(len(AGREED)))
def test_agrees_with_markdown_it(source: str) -> None:
    assert scanned(source) == oracle(source)


@given(st.text(alphabet="ab *_[]()", max_size=24))
@settings(max_examples=300, deadline=None)
def test_brackets_and_stars_agree_with_markdown_it(source: str) -> None:
    source = re.sub(r"\[(?=\[)", "[ ", f"x{source}")  # wikilinks are no CommonMark
    assert scanned(source) == oracle(source)


# Places


PLACES = {
    "plain": ("a Acme b", "Acme", (1, 3, 1, 7)),
    "emphasis": ("a **Ac**me b", "Acme", (1, 5, 1, 11)),
    "link": ("a [Acme](x) raised $5", "$5", (1, 20, 1, 22)),
    "entity": ("&euro;5 million", "€5", (1, 1, 1, 8)),
    "escape": (r"x \$5", "$5", (1, 4, 1, 6)),
    "blank-run": ("x  y   $5", "$5", (1, 8, 1, 10)),
    "over-lines": ("x $5\n   million y", "$5 million", (1, 3, 2, 11)),
    "in-quote": ("> x $5\n> million y", "$5 million", (1, 5, 2, 10)),
    "in-item": ("- x\n  y $5", "$5", (2, 5, 2, 7)),
    "crlf": ("x\r\n$5 y", "$5", (2, 1, 2, 3)),
    "wide-character": ("\U0001f680 $5", "$5", (1, 3, 1, 5)),
    "cell": ("|a|b|\n|-|-|\n| c | $5 |", "$5", (3, 7, 3, 9)),
    "html": ("<p>x <b>$5</b></p>", "$5", (1, 9, 1, 11)),
    "html-in-quote": ("> <p>\n> x $5</p>", "$5", (2, 5, 2, 7)),
    "folded": ("---\nd: >-\n  x $5\n  million\n---\n", "$5 million", (3, 5, 4, 10)),
    "literal": ("---\nd: |\n  x y\n\n  - z $5\n---\n", "$5", (5, 7, 5, 9)),
    "plain-scalar": ("---\nd: x\n  y $5\n---\n", "$5", (3, 5, 3, 7)),
    "single-quoted": ("---\nd: 'it''s $5'\n---\n", "$5", (2, 11, 2, 13)),
    "double-quoted": ('---\nd: "a \\"b\\" \\u20ac5"\n---\n', "€5", (2, 13, 2, 20)),
    "emphasis-in-folded": ("---\nd: >\n  **x** $5\n---\n", "$5", (3, 9, 3, 11)),
    "list-in-front-matter": ("---\nd: [a, 'b $5']\n---\n", "$5", (2, 11, 2, 13)),
    "toml": ('+++\ntitle = "x $5"\n+++\n', "$5", (2, 12, 2, 14)),
    "broken-front-matter": ("---\ntitle: a: b $5\n---\n", "$5", (2, 13, 2, 15)),
}


@pytest.mark.parametrize(("source", "part", "expected"), PLACES.values(), ids=PLACES)
def test_places(source: str, part: str, expected: tuple[int, int, int, int]) -> None:
    reading = read(source)
    held = next(passage for passage in reading.passages if part in passage.text)
    assert place(reading, held, part) == expected


@pytest.mark.parametrize(
    "source",
    [source for source, *_ in (*PROSE.values(), *BLOCKS.values(), *PLACES.values())],
)
def test_every_character_leads_back(source: str) -> None:
    assert strays(read(source)) == []


_WORDS = st.sampled_from(
    ("Acme", "raised", "$5", "million", "“quoted”", "it’s", "co\u2011lead", "a\u00a0b", "z\u200bw")
)
_MARKED = st.one_of(
    _WORDS,
    st.builds("**{}**".format, _WORDS),
    st.builds("*{} {}*".format, _WORDS, _WORDS),
    st.builds("[{}](https://a.example/{})".format, _WORDS, st.sampled_from("xyz")),
    st.builds("`{}`".format, _WORDS),
    st.builds("~~{}~~".format, _WORDS),
    st.sampled_from(("&amp;", "&nbsp;", "\\*", "<b>", "<br>", "![i](j)", "<!-- c -->", "[^1]")),
)
_LINES = st.lists(_MARKED, min_size=1, max_size=6).map(" ".join)
_RUNS = st.lists(_LINES, min_size=1, max_size=3)
_BLOCKS = st.one_of(
    _RUNS.map("\n".join),
    _RUNS.map(lambda lines: "> " + "\n> ".join(lines)),
    _RUNS.map(lambda lines: "- " + "\n  ".join(lines)),
    _RUNS.map(lambda lines: "-\n" + "\n".join(lines)),
    _LINES.map("## {}".format),
    st.builds("| {} | {} |\n|---|---|\n| {} | x |".format, _WORDS, _WORDS, _WORDS),
    _LINES.map("<div><p>{}</p></div>".format),
    _LINES.map("```\n{}\n```".format),
)
_HEADS = st.one_of(
    st.just(""),
    _RUNS.map(lambda lines: "---\ntitle: x\nd: >-\n  " + "\n  ".join(lines) + "\n---\n"),
    _RUNS.map(lambda lines: "---\nd: |\n  " + "\n\n  ".join(lines) + "\n---\n"),
    _LINES.map(lambda line: "---\nd: 'it''s " + line.replace("'", "''") + "'\n---\n"),
    _LINES.map(lambda line: f"---\ntitle: a: {line}\n---\n"),
)
_SOURCES = st.builds(
    lambda head, body, end: (head + "\n\n".join(body)).replace("\n", end),
    _HEADS,
    st.lists(_BLOCKS, max_size=5),
    st.sampled_from(("\n", "\r\n")),
)


@given(_SOURCES, st.sampled_from(("a.md", "a.txt")))
@settings(max_examples=200, deadline=None)
def test_every_character_of_any_text_leads_back(source: str, path: str) -> None:
    assert strays(read(source, path)) == []


@given(st.binary(max_size=200), st.sampled_from(("a.md", "a.txt")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_can_be_read(data: bytes, path: str) -> None:
    assert documents.read(path, data).document.path == path


@given(
    st.text(alphabet="-+>#*_`~[](){}<>|:\\&$!'\"= \t\r\n0ax\u2022\u00a0", max_size=80),
    st.sampled_from(("", "---\n", "---\na: ", "+++\n", "Title: x\n", "<div>", "|a|b|\n|-|-|\n")),
)
@settings(max_examples=500, deadline=None)
def test_any_text_can_be_read(source: str, start: str) -> None:
    reading = read(f"{start}{source}")
    assert all(passage.text == " ".join(passage.text.split()) for passage in reading.passages)


LARGE = {
    "brackets": "[" * 20_000,
    "nested-brackets": "[" * 10_000 + "]" * 10_000,
    "link-starts": "[](" * 20_000,
    "references": "[a][b]" * 20_000 + "\n\n[c]: d",
    "wikilinks": "[[" * 20_000,
    "stars": "a" + "*" * 100_000 + "a",
    "starred-words": "a**b*" * 30_000,
    "underscores": "_a_ " * 40_000,
    "angles": "<" * 20_000,
    "open-tags": '<a b="' * 20_000,
    "open-comments": "x <!-- " * 20_000,
    "open-scripts": "x <script>" * 10_000,
    "ticks": " ".join("`" * (length % 300) for length in range(3_000)),
    "line": "word " * 30_000,
    "quotes": ">" * 20_000,
    "bullets": "- " * 40_000,
    "nested-items": "".join(" " * 2 * depth + "- x\n" for depth in range(500)),
    "nested-quotes": "".join(">" * depth + " x\n" for depth in range(500)),
    "blanks": " " * 100_000 + "x",
    "bars": "|" * 50_000 + "\n" + "|-" * 25_000,
    "entities": "&amp" * 25_000,
    "dollars": "$a" * 30_000,
    "double-dollars": "$$ " * 20_000,
    "tildes": "~~a " * 30_000,
    "urls": "http://" * 20_000,
    "url-tail": "http://a" + ")" * 50_000,
    "templates": "{{<" * 20_000,
    "front-matter-open": "---\n" + "a: b\n" * 20_000,
    "front-matter-deep": "---\na: " + "[" * 100_000 + "\n---\n",
    "front-matter-aliases": "---\na0: &a0 [x y]\n"
    + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    + "---\n",
}


@pytest.mark.parametrize("path", ["a.md", "a.txt"], ids=["markdown", "plain"])
@pytest.mark.parametrize("source", LARGE.values(), ids=LARGE)
def test_large_inputs_end(source: str, path: str) -> None:
    assert read(source, path).text == source


# Front matter


SCALARS = {
    "plain": "one two",
    "plain-lines": "one\n  two\n\n  three",
    "single": "'it''s two'",
    "single-lines": "'one\n\n  two'",
    "double": '"a \\"b\\" \\u20ac \\x41 \\U0001F680"',
    "double-lines": '"one\n  two \\\n  three"',
    "folded": ">\n  one\n  two\n\n  three\n",
    "folded-strip": ">-\n  one\n   two\n",
    "literal": "|\n  one\n  two\n",
    "literal-indent": "|2-\n    one\n  two\n",
    "anchor": "&x one two",
    "tagged": "!!str 'one two'",
}


@pytest.mark.parametrize("source", SCALARS.values(), ids=SCALARS)
def test_scalars_say_what_yaml_says(source: str) -> None:
    event = next(
        event
        for event in yaml.parse(f"key: {source}\n", Loader=yaml.BaseLoader)
        if isinstance(event, yaml.ScalarEvent) and event.value != "key"
    )
    assert event.start_mark is not None
    assert event.end_mark is not None
    raw, _, _ = scalars.read(f"key: {source}\n", event.start_mark.index, event.end_mark.index)
    assert raw.split() == event.value.split()


FIELDS = {
    "title": ("title: Acme", [("title", "title", "Acme")]),
    "nested": (
        "seo:\n  about: a b\nx: c d",
        [("field", "seo.about", "a b"), ("field", "x", "c d")],
    ),
    "list": (
        "tags:\n  - a b\n  - {name: c d}",
        [("field", "tags", "a b"), ("field", "tags.name", "c d")],
    ),
    "amount": (
        "raised: $150M\nshare: 40%",
        [("field", "raised", "$150M"), ("field", "share", "40%")],
    ),
    "alias": ("a: &a b c\nd: *a\ne: f g", [("field", "a", "b c"), ("field", "e", "f g")]),
    "one-word": ("layout: post\nslug: a b\nid: 5\nimage_url: a b", []),
    "date": ("date: Mar 16, 2026\nupdated_at: '2026-03-16 10:00'", []),
    "url": ("home: https://a.example/b c", [("field", "home", "c")]),
    "paragraphs": ("d: |\n  a b\n\n  - c d", [("field", "d", "a b"), ("field", "d", "c d")]),
    "empty": ("a:\nb: ''\nc: '  '", []),
}


@pytest.mark.parametrize(("source", "expected"), FIELDS.values(), ids=FIELDS)
def test_fields(source: str, expected: list[tuple[str, str | None, str]]) -> None:
    reading = read(f"---\n{source}\n---\n")
    assert reading.problems == ()
    assert [(p.kind, p.field, p.text) for p in reading.passages] == expected


HEADS = {
    "closed-with-blanks": ("---  \ntitle: A b\n--- \nx\n", ["A b", "x"]),
    "closed-with-dots": ("---\ntitle: A b\n...\nx\n", ["A b", "x"]),
    "empty": ("---\n---\nx\n", ["x"]),
    "comment": ("---\n# none\n---\nx\n", ["x"]),
    "never-closed": ("---\ntitle: A b\n\nx\n", ["title: A b", "x"]),
    "rule": ("---\nNo matter.\n\n---\nx\n", ["No matter.", "x"]),
    "list-between-rules": ("---\n- a\n- b\n---\nx\n", ["a", "b", "x"]),
    "toml": ('+++\ntitle = "A b"\ntags = ["c d", "e"]\n+++\nx\n', ["A b", "c d", "x"]),
    "toml-long": ('+++\nd = """\na b\nc"""\n+++\nx\n', ["a b c", "x"]),
    "without-fence": ("Title: A b\nDate: 2026-03-16\n\nx\n", ["A b", "x"]),
    "no-head": ("Title: A b is the name.\n\nx\n", ["Title: A b is the name.", "x"]),
}


@pytest.mark.parametrize(("source", "expected"), HEADS.values(), ids=HEADS)
def test_front_matter(source: str, expected: list[str]) -> None:
    reading = read(source)
    assert (texts(reading), reading.problems) == (expected, ())


BROKEN = {
    "colon": (
        "---\ntitle: Acme: a story\ndate: 2026-03\n---\nx\n",
        (2, 12),
        ["Acme: a story", "x"],
    ),
    "folded": ("---\nt: a: b\nd: >-\n  c d\n  e\n---\nx\n", (2, 5), ["a: b", "c d e", "x"]),
    "list": ("---\nt: a: b\ntags:\n  - c d\n---\nx\n", (2, 5), ["a: b", "c d", "x"]),
    "quote": ("---\ntitle: 'Acme\nb: c d\n---\nx\n", (2, 8), ["Acme", "c d", "x"]),
    "at-sign": ("---\ntitle: @acme grew\n---\nx\n", (2, 8), ["@acme grew", "x"]),
    "tab": ("---\ntitle: A b\n\tc: d\n---\nx\n", (3, 1), ["A b c: d", "x"]),
    "deep": (f"---\nt: a b\nd: {'[' * 99}\n---\nx\n", (3, 63), ["a b", "x"]),
    "toml": ("+++\ntitle = Acme grew\n+++\nx\n", (2, 9), ["Acme grew", "x"]),
}


@pytest.mark.parametrize(("source", "where", "expected"), BROKEN.values(), ids=BROKEN)
def test_broken_front_matter(source: str, where: tuple[int, int], expected: list[str]) -> None:
    reading = read(source)
    (problem,) = reading.problems
    assert (problem.rule, problem.place.line, problem.place.column) == (frontmatter.INVALID, *where)
    assert problem.message.startswith("front matter ")
    assert problem.hint
    assert texts(reading) == expected


# What a document says of itself


META = {
    "nothing": ("x y z, and so on.", (None, None, None, None)),
    "front-matter": (
        "---\ntitle: A *b*\ndate: 2026-03-16\nsource: The Wire\nurl: https://a.example\n---\n# C\n",
        ("A b", "2026-03-16", "The Wire", "https://a.example"),
    ),
    "heading": ("x\n\n# A b\n", ("A b", None, None, None)),
    "lower-heading": ("x\n\n## A b\n", ("A b", None, None, None)),
    "publisher": ("---\npublisher: W\ncanonical_url: u\n---\n", (None, None, "W", "u")),
    "month": ("---\ndate: 2026-03\n---\n", (None, "2026-03", None, None)),
    "later-key": (
        "---\nlastmod: 2026\npubDate: May 2, 2026\n---\n",
        (None, "2026-05-02", None, None),
    ),
    "no-date": ("---\ndate: soon\nupdated: 2026-13-45\n---\n", (None, None, None, None)),
    "line": ("# A\n\n*Updated Mar 16, 2026*\n", ("A", "2026-03-16", None, None)),
    "label": ("# A\n\n**Published:** March 3, 2026\n", ("A", "2026-03-03", None, None)),
    "broken": ("---\ntitle: a: b\ndate: 2026-03-16\n---\n", ("a: b", "2026-03-16", None, None)),
}


@pytest.mark.parametrize(("source", "expected"), META.values(), ids=META)
def test_meta(source: str, expected: tuple[str | None, ...]) -> None:
    document = read(source).document
    dated = document.dated.text if document.dated else None
    assert (document.title, dated, document.source, document.url) == expected


DATES = {
    "2026-03-16": (
        "2026-03-16",
        "2026/3/16",
        "20260316",
        "2026-03-16T10:00:00Z",
        "2026-03-16 10:00:00 +0000",
        "Mar 16, 2026",
        "March 16th 2026",
        "Monday, March 16, 2026",
        "16 March 2026",
        "Mon, 16 Mar 2026 10:00:00 +0000",
        "16-Mar-2026",
        "'2026-03-16'",
        "Mon Mar 16 2026 08:25:15 GMT+0000 (UTC)",
    ),
    "2026-09": ("2026-09", "September 2026", "Sept. 2026"),
    "2026": ("2026",),
    "": ("", "soon", "2026-02-30", "2026-13", "1.2.2026", "March", "16 March", "in 2026", "v2026"),
}


@pytest.mark.parametrize(
    ("text", "expected"), [(text, day) for day, spellings in DATES.items() for text in spellings]
)
def test_dates(text: str, expected: str) -> None:
    dated = dates.parse(text)
    assert (dated.text if dated else "") == expected


FILES = {
    "2026-03-16-a.md": "2026-03-16",
    "x/25-07-15-a.md": "2025-07-15",
    "2026-03-a.md": "2026-03",
    "digest-2026-03-16.md": "2026-03-16",
    "2026-03-16/a.md": "",
    "2026-a.md": "",
    "99-99-99-a.md": "",
    "a-12026-03-16.md": "",
}


@pytest.mark.parametrize(("path", "expected"), FILES.items())
def test_dates_of_files(path: str, expected: str) -> None:
    dated = read("x", path).document.dated
    assert (dated.text if dated else "") == expected


HEADINGS = {
    "June 8, 2026": "2026-06-08",
    "2026-06-08": "2026-06-08",
    "Monday, June 8, 2026": "2026-06-08",
    "June 8, 2026: chips": "2026-06-08",
    "Chips (June 8, 2026)": "2026-06-08",
    "[1.2.0] - 2026-06-08": "2026-06-08",
    "June 2026": "2026-06",
    "Chips in 2026": "",
    "A launch planned for June 8, 2026": "",
    "Chips": "",
}


@pytest.mark.parametrize(("heading", "expected"), HEADINGS.items())
def test_dated_headings(heading: str, expected: str) -> None:
    below = read(f"## {heading}\n\nx\n").passages[-1]
    assert (below.dated.text if below.dated else "") == expected


def test_headings_above() -> None:
    reading = read(
        "---\ntitle: T\n---\na\n\n## 2026\n\nb\n\n### June\n\nc\n\n### June 8\n\nd\n\n## E\n\ne\n"
    )
    held = [
        (p.text, p.section, p.headings, p.dated.text if p.dated else "")
        for p in reading.passages
        if p.kind == "paragraph"
    ]
    assert held == [
        ("a", 0, (), ""),
        ("b", 1, ("2026",), "2026"),
        ("c", 2, ("2026", "June"), "2026-06"),
        ("d", 3, ("2026", "June 8"), "2026-06-08"),
        ("e", 4, ("E",), ""),
    ]


# Plain text


LONG = "The company said that it will build a plant in the north, and that it will take two years."

PLAIN = {
    "lines": (f"{LONG}\n{LONG}\n", [("paragraph", LONG)] * 2),
    "title": (
        f"Plants and money\n\n{LONG}\n",
        [("title", "Plants and money"), ("paragraph", LONG)],
    ),
    "headings": (
        f"Plants\nNew Plants in the North\n{LONG}\nThe Way Ahead\n{LONG}\n",
        [
            ("title", "Plants"),
            ("heading", "New Plants in the North"),
            ("paragraph", LONG),
            ("heading", "The Way Ahead"),
            ("paragraph", LONG),
        ],
    ),
    "bullets": (
        f"{LONG}\n\n  • One plant.\n\n  • Two plants.\n",
        [("paragraph", LONG), ("item", "One plant."), ("item", "Two plants.")],
    ),
    "bullets-alone": (
        f"{LONG}\n-\nAcme builds: {LONG}\n-\nBeta builds: {LONG}\n{LONG}\n",
        [
            ("paragraph", LONG),
            ("item", f"Acme builds: {LONG}"),
            ("item", f"Beta builds: {LONG}"),
            ("paragraph", LONG),
        ],
    ),
    "bullets-glued": (
        f"{LONG}\n-\nAcme in the North\n{LONG} -\nBeta in the South\n{LONG}\n",
        [
            ("paragraph", LONG),
            ("heading", "Acme in the North"),
            ("item", LONG),
            ("heading", "Beta in the South"),
            ("item", LONG),
        ],
    ),
    "label-in-list": (
        f"{LONG}\n-\nPlants in the North:\n- One: {LONG}\n",
        [("paragraph", LONG), ("item", "Plants in the North:"), ("item", f"One: {LONG}")],
    ),
    "wrapped": (
        "The company said on Monday that it will build a plant in the\n"
        "north of the country, at a cost of about $5 million, and hire\n"
        "300 people there.\n\nThe plant opens in May.\n",
        [
            (
                "paragraph",
                "The company said on Monday that it will build a plant in the north of "
                "the country, at a cost of about $5 million, and hire 300 people there.",
            ),
            ("paragraph", "The plant opens in May."),
        ],
    ),
    "headlines-are-not-wrapped": (
        "Acme will build a plant in the north of the country\nBeta sells its unit\n"
        "Gamma buys the unit of Beta for five million dollars.\n",
        [
            ("paragraph", "Acme will build a plant in the north of the country"),
            ("heading", "Beta sells its unit"),
            ("paragraph", "Gamma buys the unit of Beta for five million dollars."),
        ],
    ),
    "footer": (
        f"{LONG}\n\nSources (22)\nUpdated Mar 16, 2026\n",
        [("paragraph", LONG), ("heading", "Sources (22)"), ("paragraph", "Updated Mar 16, 2026")],
    ),
    "numbered": (
        "1. One plant.\n2) Two plants.\n",
        [("item", "One plant."), ("item", "Two plants.")],
    ),
    "year-first": ("2026 was good.\n", [("paragraph", "2026 was good.")]),
    "hashes": (f"# Plants\n\n{LONG}\n", [("title", "Plants"), ("paragraph", LONG)]),
    "url": ("See https://a.example/5, and so on.\n", [("paragraph", "See , and so on.")]),
    "stars-stay": ("Rated 5*, said _he_.\n", [("paragraph", "Rated 5*, said _he_.")]),
    "rule": ("One.\n-----\nTwo.\n", [("paragraph", "One."), ("paragraph", "Two.")]),
}


@pytest.mark.parametrize(("source", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain_text(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(read(source, "a.txt")) == expected


def test_page_name_at_the_end() -> None:
    document = read(
        f"The Plant Digest\n\nPlants and money\n\n{LONG}\n\nUpdated Mar 16, 2026\n"
        "Plants and money - The Plant Digest | Reader | reader.example",
        "a.txt",
    ).document
    assert (document.title, document.source) == ("Plants and money", "The Plant Digest")
    assert document.dated is not None
    assert document.dated.text == "2026-03-16"


# Bytes


ENCODINGS = {
    "utf-8": "é $5".encode(),
    "utf-8-sig": "é $5".encode("utf-8-sig"),
    "utf-16": "é $5".encode("utf-16"),
    "utf-16-be": b"\xfe\xff" + "é $5".encode("utf-16-be"),
    "utf-32": "é $5".encode("utf-32"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(data: bytes) -> None:
    reading = documents.read("a.md", data)
    assert (texts(reading), reading.problems) == (["é $5"], ())
    assert place(reading, reading.passages[0], "$5") == (1, 3, 1, 5)


UNREADABLE = {
    "latin-1": (b"one\ncaf\xe9 $5\n", "line 2 is not UTF-8: byte 8 of the file is 0xe9", 2, 1),
    "cut-off": (b"one \xe2\x82", "line 1 is not UTF-8: byte 5 of the file is 0xe2", 1, 1),
    "binary": (b"\x89PNG\r\n\0\0", "this is not a text file: byte 7 is NUL", 1, 0),
    "no-mark": ("wide text".encode("utf-16-le"), "this is not a text file: byte 2 is NUL", 1, 0),
    "odd-utf-16": (b"\xff\xfea\0b", "line 1 is not UTF-16-LE: byte 5 of the file is 0x62", 1, 1),
}


@pytest.mark.parametrize(
    ("data", "message", "line", "passages"), UNREADABLE.values(), ids=UNREADABLE
)
def test_unreadable(data: bytes, message: str, line: int, passages: int) -> None:
    reading = documents.read("a.md", data)
    (problem,) = reading.problems
    assert (problem.rule, problem.message) == ("unreadable-document", message)
    assert (problem.place.line, len(reading.passages)) == (line, passages)
    assert problem.hint


def test_load(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"\xef\xbb\xbfone\r\n\r\ntwo\rthree")
    assert texts(documents.load(file, "x/a.md")) == ["one", "two three"]
    assert documents.lines(file) == ["one", "", "two", "three"]


def test_load_what_cannot_be_opened(tmp_path: Path) -> None:
    reading = documents.load(tmp_path / "a.md", "a.md")
    assert [problem.rule for problem in reading.problems] == ["unreadable-document"]
    assert reading.passages == ()
    assert documents.lines(tmp_path / "a.md") == []


def test_a_run_of_stars_is_paired_once() -> None:
    runs = [emphasis.run("**a**", 0, 2), emphasis.run("**a**", 3, 5)]
    assert list(emphasis.cuts(runs)) == [(0, 2, ""), (3, 5, "")]
    assert runs == []
