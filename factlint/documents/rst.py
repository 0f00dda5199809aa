"""reStructuredText -> passages: fields, paragraphs, items, headings, cells, notes."""

from __future__ import annotations

from functools import partial

from factlint.documents import frontmatter, prose, rst_blocks, rst_inline
from factlint.documents.contents import Contents


def read(path: str, text: str) -> Contents:
    """The passages of a reStructuredText file and what it says of itself."""
    front = frontmatter.split(text)
    found = rst_blocks.scan(text, front.body)
    cuts = partial(rst_inline.cuts, meanings=found.meanings)
    fields = (*front.fields, *found.fields)
    body = list(prose.of_blocks(text, found.blocks, cuts))
    return prose.contents(path, fields, prose.of_fields(fields, cuts), body, front.faults)
