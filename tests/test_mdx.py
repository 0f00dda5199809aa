"""MDX, JSX and TSX -> passages: no code is read, places are exact."""

from __future__ import annotations

import pytest

from tests.readings import cells, kinds, place, read, strays, texts

NO_PROSE = {
    "import": 'import A from "./a"\nimport {b} from "c"\n',
    "export": "export const a = {\n  b: 'Acme raised $5',\n\n  c: `x\n\ny`,\n}\n",
    "component": "export default function A({children}) {\n\n  return <p>{children}</p>\n}\n",
    "expression": "{a.map((b) => <li>$5 {b}</li>)}\n",
    "expression-over-lines": "{\n  a > 5\n\n  ? 'b' : \"c\"\n}\n",
    "comment": "{/* $5 million */}\n",
    "empty-component": '<Card size="5" icon={<b>6</b>} {...more} />\n',
    "code-component": "<CodeBlock>\nx = 5\n\ny\n</CodeBlock>\n",
    "fence": "```jsx\n<Card>$5</Card>\n```\n",
    "title-of-code": '<Card title="five" label="Acme raised $5 million." />\n',
}


@pytest.mark.parametrize("source", NO_PROSE.values(), ids=NO_PROSE)
def test_no_prose_in_mdx(source: str) -> None:
    assert texts(read(source, "a.mdx")) == []


PROSE = {
    "a-line-that-opens-with-export": (
        "Lamps, its\nexport business, grew to $5 million.",
        "Lamps, its export business, grew to $5 million.",
    ),
    "a-line-that-opens-with-import": (
        "It paid\nimport duties of $5 million.",
        "It paid import duties of $5 million.",
    ),
    "markdown": ("**Acme** [raised](x) $5", "Acme raised $5"),
    "indented-is-no-code": ("<Card>\n    Acme raised\n    $5\n</Card>", "Acme raised $5"),
    "in-a-line": ("<Card>Acme</Card> raised <Big>$5</Big>", "Acme raised $5"),
    "side-by-side": ("<A>Acme</A><B>raised</B>", "Acme raised"),
    "in-a-word": ("two <Term>GPU</Term>s", "two GPUs"),
    "html": ("Acme<sup>1</sup> raised<br/>$5", "Acme raised $5"),
    "html-with-style": ('<b style={{a: "b"}}>Acme</b> raised', "Acme raised"),
    "expression": ("raised {a ? '1' : `${b}`} million", "raised {} million"),
    "string": ("Acme{' '}raised{\" $5\"}", "Acme raised $5"),
    "empty-string": ("Acme{''} raised{\"\"}", "Acme raised"),
    "comment": ("Acme {/* $6 */}grew", "Acme grew"),
    "code": ("the `<Card>` and `{x}` of Acme", "the and of Acme"),
    "escape": (r"\{5} and 3 \< 4", "{5} and 3 < 4"),
    "less": ("3 < 4 and a <3 b", "3 < 4 and a <3 b"),
    "never-closed": ("{5 and <Card a={ b", "{5 and <Card a={ b"),
    "behind-an-import": ("import a from 'b'\n\nAcme grew", "Acme grew"),
    "heading-in-a-div": ('<div className="a">\n## Acme\n</div>', "Acme"),
    "prop": ('<Card title="Acme raised $5 million." icon="a b c" />', "Acme raised $5 million."),
}


@pytest.mark.parametrize(("source", "expected"), PROSE.values(), ids=PROSE)
def test_prose_of_mdx(source: str, expected: str) -> None:
    assert texts(read(source, "a.mdx")) == [expected]


def test_blocks_of_mdx() -> None:
    source = (
        "---\ntitle: T\ndate: 2026-03-16\n---\nimport A from 'a'\n\n# H\n\n<Tabs>\n  <Tab>\n"
        "    - a\n    - b\n  </Tab>\n</Tabs>\n\n| Name | Raised |\n|---|---|\n| Acme | {'$5'} |\n"
    )
    reading = read(source, "a.mdx")
    held = [("title", "T"), ("heading", "H"), ("item", "a"), ("item", "b")]
    assert kinds(reading)[:4] == held
    assert cells(reading)[2:] == [("Acme", "Name", None), ("$5", "Raised", "Acme")]
    assert reading.document.dated is not None


NO_TEXT = {
    "code": "const a = 'Acme raised $5';\n// <p>no</p>\n/* <p>no</p> */\n",
    "template": "const a = `<p>${`<p>no</p>`}</p>`;\n",
    "comparison": "if (a <b && c> d) { return x < 5 && y > 3 }\n",
    "types": "const a: Array<string> = f<Acme>(b);\nconst g = <T,>(x: T) => x;\n",
    "generics": "const g = <T extends object>(x: T) => { return x };\n",
    "attributes": '<Card title="Acme raised $5" a={5} />;\n',
    "code-elements": "a = <div><pre>x = 5</pre><code>y</code><CodeBlock>z</CodeBlock></div>;\n",
    "no-closing-tag": "a = (<p>Acme raised $5);\n",
    "wrong-closing-tag": "a = <p>Acme raised $5</div>;\n",
    "expression": "a = <p>{b > 5}</p>;\n",
}


@pytest.mark.parametrize("path", ["a.jsx", "a.tsx"])
@pytest.mark.parametrize("source", NO_TEXT.values(), ids=NO_TEXT)
def test_no_prose_in_jsx(source: str, path: str) -> None:
    assert texts(read(source, path)) == []


ELEMENTS = {
    "inline": (
        "<p>\n  <b>Acme</b> raised{' '}\n  <a href='x'>$5 million</a>.\n</p>",
        [("paragraph", "Acme raised $5 million.")],
    ),
    "blocks": (
        "<main><h1>A</h1><h2>B</h2><p>c</p><ul><li>d</li></ul><table><td>e</td></table></main>",
        [("title", "A"), ("heading", "B"), ("paragraph", "c"), ("item", "d"), ("cell", "e")],
    ),
    "components": (
        "<Card><Title>A b</Title>c<br/>d</Card>",
        [("paragraph", "A b"), ("paragraph", "c"), ("paragraph", "d")],
    ),
    "fragment": ("<>a<B.c>d</B.c></>", [("paragraph", "a"), ("paragraph", "d")]),
    "expression": ("<p>raised {a} million</p>", [("paragraph", "raised {} million")]),
    "nested": (
        "<div>{a && <p>b</p>}{c.map((d) => (<li key={d}>{d} e</li>))}</div>",
        [("paragraph", "b"), ("item", "{} e")],
    ),
    "entities": (
        "<p>Acme&apos;s AT&amp;T &mdash; $5</p>",
        [("paragraph", "Acme's AT&T \u2014 $5")],
    ),
    "url": ("<p>see https://a.example/5 now</p>", [("paragraph", "see now")]),
    "struck": ("<p>raised <del>$5</del> $6</p>", [("paragraph", "raised $6")]),
}


@pytest.mark.parametrize(("source", "expected"), ELEMENTS.values(), ids=ELEMENTS)
def test_elements(source: str, expected: list[tuple[str, str]]) -> None:
    code = f"export default function A() {{\n  return (\n    {source}\n  );\n}}\n"
    assert kinds(read(code, "a.jsx")) == expected


EXPORT = (
    "export const metadata = {\n  title:\n    'A \\'title\\'',\n  image: 'a b.png',\n"
    '  openGraph: {title: "Other", publishedTime: "2026-03-16"},\n};\n\n'
)


@pytest.mark.parametrize(("path", "text"), [("a.mdx", "# Acme\n"), ("a.tsx", "a = <p>Acme</p>\n")])
def test_what_a_module_exports_of_itself(path: str, text: str) -> None:
    reading = read(EXPORT + text, path)
    document = reading.document
    assert document.dated is not None
    assert (document.title, document.dated.text) == ("A 'title'", "2026-03-16")
    assert [p.text for p in reading.passages] == ["A 'title'", "Acme"]
    assert strays(reading) == []


PLACES = {
    "component": ("a.mdx", "<Card>\n    x **$5** y\n</Card>", "$5", (2, 9, 2, 11)),
    "behind-an-expression": ("a.mdx", "a {b} $5", "$5", (1, 7, 1, 9)),
    "string": ("a.mdx", "a {'$5'} b", "$5", (1, 5, 1, 7)),
    "prop": ("a.mdx", '<A title="X is at $5 now." />', "$5", (1, 19, 1, 21)),
    "crlf": ("a.mdx", "import a\r\n\r\n<A>\r\n$5 b\r\n</A>", "$5", (4, 1, 4, 3)),
    "element": ("a.tsx", "a = <p>\n  x <b>$5</b></p>;", "$5", (2, 8, 2, 10)),
    "entity": ("a.tsx", "a = <p>x &euro;5</p>;", "€5", (1, 10, 1, 17)),
}


@pytest.mark.parametrize(("path", "source", "part", "expected"), PLACES.values(), ids=PLACES)
def test_places(path: str, source: str, part: str, expected: tuple[int, int, int, int]) -> None:
    reading = read(source, path)
    held = next(passage for passage in reading.passages if part in passage.text)
    assert place(reading, held, part) == expected


@pytest.mark.parametrize(
    ("path", "source"),
    [
        *(("a.mdx", source) for source, _ in PROSE.values()),
        *(("a.jsx", f"a = {source};") for source, _ in ELEMENTS.values()),
        *((path, source) for path, source, *_ in PLACES.values()),
    ],
)
def test_every_character_leads_back(path: str, source: str) -> None:
    assert strays(read(source, path)) == []
