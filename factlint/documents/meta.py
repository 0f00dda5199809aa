"""Front matter, passages and file name -> what a document says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from factlint.documents import dates
from factlint.documents.contents import Field, Meta
from factlint.intervals import DateRange
from factlint.model import Passage

#: Keys in order of preference, compared without case, `_` and `-`.
_DATES = (
    "date",
    "pubdate",
    "published",
    "publishdate",
    "publishedat",
    "publicationdate",
    "publishedtime",
    "datepublished",
    "revdate",
    "created",
    "createdat",
    "datecreated",
    "updated",
    "updatedat",
    "lastmod",
    "lastupdated",
    "datemodified",
    "modified",
)
_TITLES = ("headline", "ogtitle", "metatitle")
_SOURCES = ("source", "publisher", "publication")
_URLS = ("url", "canonical", "canonicalurl", "link", "originalurl")

#: A line that dates the whole document stands near its start or its end.
_EDGE = 12


def of(path: str, fields: Sequence[Field], passages: Sequence[Passage]) -> Meta:
    """What the front matter says; else title and date as the text and the file name give them."""
    held: dict[str, str] = {}
    for field in fields:
        held.setdefault(_key(field.key), " ".join(field.value.split()))
    return Meta(
        title=_title(path, held, passages),
        dated=_dated(path, held, passages),
        source=_first(held, _SOURCES),
        url=_first(held, _URLS),
    )


def _key(key: str) -> str:
    return key.lower().replace("_", "").replace("-", "")


def _first(held: dict[str, str], keys: Iterable[str]) -> str | None:
    return next((held[key] for key in keys if held.get(key)), None)


def _title(path: str, held: dict[str, str], passages: Sequence[Passage]) -> str | None:
    """The title; else what the page is called elsewhere, its file name, or the first heading."""
    title = next((passage.text for passage in passages if passage.kind == "title"), None)
    name = PurePosixPath(path).stem
    headings = (passage.text for passage in passages if passage.kind == "heading")
    return (
        title
        or _first(held, _TITLES)
        or (name if " " in name and dates.of_file(path) is None else None)
        or next(headings, None)
    )


def _dated(path: str, held: dict[str, str], passages: Sequence[Passage]) -> DateRange | None:
    told = (dates.parse(held[key]) for key in _DATES if key in held)
    in_matter = next((dated for dated in told if dated), None)
    if in_matter or (in_name := dates.of_file(path)):
        return in_matter or in_name
    edges = (*passages[:_EDGE], *passages[max(len(passages) - _EDGE, _EDGE) :])
    lines = (dates.of_line(passage.text) for passage in edges)
    return next((dated for dated in lines if dated), None)
