"""What a JavaScript module exports of itself -> fields: export const metadata = {title: "..."}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.documents import javascript
from factlint.documents.contents import Field
from factlint.documents.javascript import Code
from factlint.documents.sourcemap import Cut

_EXPORT = re.compile(
    r"""^export\s+const\s+(?:metadata|meta|frontmatter|frontMatter)\b[^={}\r\n]{0,60}=\s*(?=\{)""",
    re.MULTILINE,
)
_STRING = re.compile(
    r"""(?<![\w$])["']?(?P<key>[A-Za-z_]\w{0,40})["']?\s*:\s*
    (?: "(?P<double>(?:[^"\\\r\n]|\\.)++)" | '(?P<single>(?:[^'\\\r\n]|\\.)++)' )""",
    re.VERBOSE,
)
#: All else in such an object may be anything: words to search for, settings, code
_KEYS = frozenset(
    ("title", "subtitle", "headline", "description", "summary", "excerpt", "date", "pubDate",
     "published", "publishDate", "publishedAt", "publishedTime", "datePublished", "updated",
     "updatedAt", "modified", "dateModified", "lastmod", "source", "publisher", "canonical")
)  # fmt: skip
_ESCAPE = re.compile(r"\\(?=[^\w\s])")


def fields(code: Code) -> tuple[Field, ...]:
    """The first text of each key, in order."""
    found = _EXPORT.search(code.text)
    end = javascript.close(code, found.end()) if found else -1
    if found is None or end < 0:
        return ()
    held: dict[str, Field] = {}
    for field in _strings(code.text, found.end(), end):
        if field.key in _KEYS:
            held.setdefault(field.key, field)
    return tuple(held.values())


def cuts(raw: str) -> list[Cut]:
    """The backslashes of a string go."""
    return [(found.start(), found.end(), "") for found in _ESCAPE.finditer(raw)]


def _strings(text: str, start: int, end: int) -> Iterator[Field]:
    for found in _STRING.finditer(text, start, end):
        name = "single" if found["double"] is None else "double"
        yield Field(found["key"], " ".join(found[name].split()), found[name], found.start(name))
