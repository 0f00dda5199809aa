"""The tags of a page that tell of it -> fields, as the front matter of Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factlint.documents import attributes, dates
from factlint.documents.contents import Field
from factlint.documents.elements import Told

#: What `<meta>` names and how the field is called here.
_META: Mapping[str, str] = {
    **dict.fromkeys(("og:title", "headline"), "title"),
    **dict.fromkeys(("description", "og:description"), "description"),
    **dict.fromkeys(
        (
            "article:published_time", "og:article:published_time", "article.published", "date",
            "datepublished", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
            "parsely-pub-date", "pubdate", "publish-date", "publish_date", "publication_date",
            "sailthru.date",
        ),
        "date",
    ),
    **dict.fromkeys(
        ("article:modified_time", "datemodified", "last-modified", "og:updated_time"), "modified"
    ),
    "og:site_name": "source",
    "og:url": "url",
}  # fmt: skip
_PUBLISHED = re.compile(r'"datePublished"\s*+:\s*+"(?P<date>[^"]{4,40})"')
#: A `<time>` dates the page if it stands near its start.
_NEAR = 12


def fields(raw: str, told: Sequence[Told], offset: int) -> list[Field]:
    """The fields of a page, the surer sources of each first; `offset` leads to the source."""
    return [
        field
        for read in (_links, _metas, _scripts, _times)
        for field in read(raw, told, offset)
        if field.value
    ]


def _field(key: str, raw: str, start: int, end: int, offset: int) -> Field:
    piece = raw[start:end]
    return Field(key, attributes.text(piece), piece, start + offset)


def _links(raw: str, told: Sequence[Told], offset: int) -> Iterator[Field]:
    for tag in told:
        if tag.name != "link":
            continue
        found = attributes.read(raw, tag.start, tag.end)
        if attributes.value(raw, found, "rel").lower() == "canonical" and "href" in found:
            yield _field("url", raw, *found["href"], offset)


def _metas(raw: str, told: Sequence[Told], offset: int) -> Iterator[Field]:
    for tag in told:
        if tag.name != "meta":
            continue
        found = attributes.read(raw, tag.start, tag.end)
        names = (attributes.value(raw, found, name) for name in ("property", "name", "itemprop"))
        key = next((_META[name.lower()] for name in names if name.lower() in _META), None)
        if key is not None and "content" in found:
            yield _field(key, raw, *found["content"], offset)


def _scripts(raw: str, told: Sequence[Told], offset: int) -> Iterator[Field]:
    """The date in a description of the page as linked data."""
    for tag in told:
        if tag.name == "script" and "ld+json" in raw[tag.start : raw.index(">", tag.start)]:
            published = _PUBLISHED.search(raw, tag.start, tag.end)
            if published is not None:
                yield _field("date_published", raw, *published.span("date"), offset)
                return


def _times(raw: str, told: Sequence[Told], offset: int) -> Iterator[Field]:
    for tag in told:
        if tag.name != "time" or tag.parts > _NEAR:
            continue
        span = attributes.read(raw, tag.start, tag.end).get("datetime", (0, 0))
        field = _field("created", raw, *span, offset)
        if dates.parse(field.value):
            yield field
            return
