"""HTML -> passages: headings, paragraphs, items and cells, and what the page says of itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.documents import (
    elements,
    frontmatter,
    head,
    html_grids,
    inline,
    links,
    markdown,
    meta,
    outline,
    sourcemap,
    templates,
)
from factlint.documents.contents import Contents, Draft, Fault, Field
from factlint.documents.decoding import UNREADABLE
from factlint.documents.elements import Found, Part
from factlint.documents.nesting import Page
from factlint.documents.sourcemap import Cut
from factlint.documents.templates import Masked

#: " | The Wire" behind the title of a page
_MARKS = "|–—·•»-"
_SUFFIX = re.compile(r"\s*+[|–—·•»-]\s++(?:.*[|–—·•»]\s+)?(?P<source>[^\d|]{2,60})")
_LONGEST_TITLE = 300
#: How many passages at the start may hold the heading that the title repeats.
_OPENING = 12


def read(path: str, text: str) -> Contents:
    """The passages of an HTML page and what it says of itself; it may be a template."""
    return _read(path, text, templates.nunjucks(text))


def read_astro(path: str, text: str) -> Contents:
    """The same of an Astro component: what stands between its tags."""
    return _read(path, text, templates.astro(text))


def _read(path: str, text: str, masked: Masked) -> Contents:
    coded = not masked.text.startswith(text[:3])  # the code of an Astro page is no front matter
    front = frontmatter.FrontMatter() if coded else frontmatter.split(text)
    raw, page = masked.text[front.body :], Page()
    starts = [cut[0] for cut in masked.cuts]
    drafts: list[Draft] = []
    found = elements.find(raw, page)
    for part in found.parts:
        drafts += _draft(raw, part, front.body, _within(masked.cuts, starts, part, front.body))
    elements.finish(page)
    if page.cells:
        drafts = html_grids.headed(drafts, page.cells)
    told = head.fields(raw, found.told, front.body)
    site = next((field.value for field in told if field.key == "source"), "")
    fields = [*markdown.of_fields(front.fields), *_fields(told)]
    drafts, source = _named(fields, drafts, site)
    passages = tuple(outline.passages(drafts))
    known = (*front.fields, *told, Field("source", source, source, 0))
    faults = (*front.faults, *_faults(found, front.body))
    return Contents(passages, meta.of(path, known, passages), faults)


def _within(cuts: Sequence[Cut], starts: Sequence[int], part: Part, offset: int) -> Iterator[Cut]:
    """The cuts of a template that lie in a part, from its start on."""
    base = part.start + offset
    for start, end, instead in cuts[
        bisect_left(starts, base) : bisect_left(starts, part.end + offset)
    ]:
        yield start - base, end - base, instead


def _draft(raw: str, part: Part, offset: int, masks: Iterator[Cut]) -> Iterator[Draft]:
    """The passage of a part, unless nothing of it can be read."""
    piece = raw[part.start : part.end]
    cuts = part.cuts
    if further := [*masks, *inline.entities(piece), *links.cuts(piece)]:
        cuts = sorted((*cuts, *further))
    text, way = sourcemap.build(piece, cuts, part.start + offset)
    if any(map(str.isalnum, text)):
        yield Draft(part.kind, text, way, part.level, cell=part.cell)


def _fields(told: Sequence[Field]) -> Iterator[Draft]:
    """What a page says of itself in words, each only once."""
    said: set[str] = set()
    for field in told:
        if field.key not in ("title", "description") or not isinstance(field.origin, int):
            continue
        cuts = sorted((*inline.entities(field.raw), *links.cuts(field.raw)))
        text, way = sourcemap.build(field.raw, cuts, field.origin)
        if text not in said and any(map(str.isalnum, text)):
            said.add(text)
            yield Draft("field", text, way, field=field.key)


def _named(fields: list[Draft], body: list[Draft], site: str) -> tuple[list[Draft], str]:
    """The drafts with one title, without the name of the site behind it, and that name.

    The title is that of the front matter, of `<title>`, of `og:title`, or the first heading.
    """
    titles = [draft for draft in (*fields, *body) if draft.kind == "title"]
    fields = [draft for draft in fields if draft.kind != "title"]
    body = [draft for draft in body if draft.kind != "title"]
    titles += [draft for draft in fields if draft.field == "title"]
    if not titles:
        return [*fields, *outline.titled(body)], ""
    names = [draft.text for draft in titles[1:]]
    names += [draft.text for draft in body[:_OPENING] if draft.level == 1]
    text, source = _bare(titles[0].text, names, site)
    title = replace(titles[0], kind="title", text=text, level=0, field="title")
    others = [
        draft
        for draft in fields
        if draft.field != "title" or draft.text not in (text, titles[0].text)
    ]
    return [title, *others, *body], source


def _bare(title: str, names: Sequence[str], site: str) -> tuple[str, str]:
    """A title without the name of the site behind it, as other places of the page give it."""
    if len(title) > _LONGEST_TITLE:
        return title, ""
    for name in names:
        found = _SUFFIX.fullmatch(title, len(name)) if title.startswith(name) else None
        if found is not None:
            return name, found["source"]
    stem = title.removesuffix(site) if site else title
    bare = stem.rstrip().rstrip(_MARKS).rstrip()
    return (bare, site) if bare and stem != title and bare != stem.rstrip() else (title, "")


def _faults(found: Found, offset: int) -> Iterator[Fault]:
    """What keeps the rest of a page from being read."""
    if found.unclosed is None:
        return
    start, name = found.unclosed
    hint = f"close it with {'-->' if name == 'comment' else f'</{name}>'}"
    message = f"nothing is read from here on: this {name} is never closed"
    yield Fault(UNREADABLE, message, start + offset, start + offset + 1, hint)
