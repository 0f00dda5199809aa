"""AsciiDoc -> passages: header, paragraphs, items, headings, cells, footnotes."""

from __future__ import annotations

from functools import partial

from factlint.documents import asciidoc_blocks, asciidoc_inline, frontmatter, prose
from factlint.documents.contents import Contents

#: Attributes that every document has
_MEANINGS = {
    "amp": "&", "apos": "'", "asterisk": "*", "backslash": "\\", "backtick": "`", "blank": "",
    "caret": "^", "cpp": "C++", "deg": "°", "empty": "", "endsb": "]", "gt": ">", "lt": "<",
    "nbsp": " ", "plus": "+", "quot": '"', "rsquo": "'", "lsquo": "'", "ldquo": '"',
    "rdquo": '"', "sp": " ", "startsb": "[", "tilde": "~", "vbar": "|", "wj": "", "zwsp": "",
}  # fmt: skip


def read(path: str, text: str) -> Contents:
    """The passages of an AsciiDoc file and what it says of itself."""
    front = frontmatter.split(text)
    found = asciidoc_blocks.scan(text, front.body)
    cuts = partial(asciidoc_inline.cuts, meanings={**_MEANINGS, **found.meanings})
    fields = (*front.fields, *found.fields)
    body = list(prose.of_blocks(text, found.blocks, cuts))
    return prose.contents(path, fields, prose.of_fields(fields, cuts), body, front.faults)
