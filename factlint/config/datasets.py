"""The `[[data]]` tables of a settings file -> declarations of data files, or what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from factlint import shapes
from factlint.config import toml
from factlint.config.toml import Mistake, Stretch
from factlint.model import Dataset, FieldHead
from factlint.shapes import Shape
from factlint.spelling import listing, suggestion

Table = Mapping[str, object]


def mistakes(given: object, source: str) -> Iterator[Mistake]:
    """What is wrong with the value of `data`."""
    if not isinstance(given, list):
        yield Mistake("data", f"'data' must be tables ([[data]]), not {toml.kind(given)}")
        return
    for table, within in zip(given, toml.tables(source, "data", len(given)), strict=True):
        if not isinstance(table, dict):
            yield Mistake("data", f"'data' must be tables ([[data]]), but holds {toml.kind(table)}")
            continue
        found = list(_in_table(table))
        yield from (one._replace(within=within) for one in found)


def read(given: object, source: str, path: Path) -> tuple[Dataset, ...]:
    """The declarations of a value of `data` that has no mistakes."""
    held = given if isinstance(given, list) else []
    stretches = toml.tables(source, "data", len(held))
    return tuple(
        _dataset(table, source, path, within) for table, within in zip(held, stretches, strict=True)
    )


def _dataset(table: Table, source: str, path: Path, within: Stretch) -> Dataset:
    fields = table.get("fields")
    heads = fields.items() if isinstance(fields, dict) else ()
    return Dataset(
        files=_texts(table, "files"),
        records=_text(table, "records"),
        text=_texts(table, "text"),
        markdown=_texts(table, "markdown"),
        title=_text(table, "title"),
        subject=_text(table, "subject"),
        date=_text(table, "date"),
        source=_text(table, "source"),
        currency=_text(table, "currency"),
        fields=tuple(
            FieldHead(str(name), str(head), toml.line(source, name, within)) for name, head in heads
        ),
        path=path.name,
        line=toml.line(source, "files", within),
    )


def _text(table: Table, key: str) -> str:
    return str(table.get(key, ""))


def _texts(table: Table, key: str) -> tuple[str, ...]:
    held = table.get(key)
    return tuple(map(str, held)) if isinstance(held, list) else ()


def _in_table(table: Table) -> Iterator[Mistake]:
    for key, value in table.items():
        if key not in KEYS:
            near = f"{suggestion(key, KEYS)} (allowed: {listing(KEYS)})"
            yield Mistake(key, f"unknown key {key!r} of 'data'{near}")
        else:
            yield from KEYS[key].mistakes(key, value)
    if not table.get("files"):
        yield Mistake("data", "'data' needs 'files': patterns of the data files to read")


def _is_texts(key: str, value: object, *, way: bool = True) -> Iterator[Mistake]:
    if not isinstance(value, list):
        yield Mistake(key, f"{key!r} must be a list of texts, not {toml.kind(value)}")
        return
    for entry in value:
        if not isinstance(entry, str):
            yield Mistake(key, f"{key!r} must be a list of texts, but holds {toml.kind(entry)}")
        elif not entry.strip():
            yield Mistake(entry, f"{key!r}: an empty text stands for nothing")
        elif way:
            yield from _is_way(key, entry)


def _is_patterns(key: str, value: object) -> Iterator[Mistake]:
    return _is_texts(key, value, way=False)


def _is_text(key: str, value: object) -> Iterator[Mistake]:
    if not isinstance(value, str):
        yield Mistake(key, f"{key!r} must be a text, not {toml.kind(value)}")
    elif not value.strip():
        yield Mistake(key, f"{key!r}: an empty text stands for nothing")
    else:
        yield from _is_way(key, value)


def _is_way(key: str, value: str) -> Iterator[Mistake]:
    if "" in value.split("."):
        yield Mistake(value, f"{key!r}: {value!r} has an empty step; ways are written a.b or a.*.b")


def _is_mapping(key: str, value: object) -> Iterator[Mistake]:
    if not isinstance(value, dict):
        yield Mistake(key, f"{key!r} must be a table of fields, not {toml.kind(value)}")
        return
    for name, head in value.items():
        if isinstance(head, str) and head.strip():
            yield from _is_way(key, name)
        else:
            shown = "an empty text" if isinstance(head, str) else toml.kind(head)
            yield Mistake(
                name, f"{key!r}: {name!r} must name an attribute or a column, not {shown}"
            )


class _Key(NamedTuple):
    """What is wrong with the value of a key, and what may stand there."""

    mistakes: Callable[[str, object], Iterator[Mistake]]
    shape: Shape


def _key_of_text(says: str) -> _Key:
    return _Key(_is_text, shapes.text(says))


def _key_of_texts(says: str) -> _Key:
    return _Key(_is_texts, shapes.listed(says, shapes.text()))


#: Every key of a table.
KEYS: Mapping[str, _Key] = {
    "files": _Key(_is_patterns, shapes.listed("Patterns of the data files.", shapes.text())),
    "records": _key_of_text("The way to the records, as a.b or a.*.b."),
    "text": _key_of_texts("Fields of prose, read as plain text."),
    "markdown": _key_of_texts("Fields of prose that are Markdown."),
    "title": _key_of_text("The field that heads a record."),
    "subject": _key_of_text("The field that names whom a record is about."),
    "date": _key_of_text("The field with the date of the record."),
    "source": _key_of_text("The field that says who published it."),
    "currency": _key_of_text("The currency of bare numbers, or the field that says it."),
    "fields": _Key(
        _is_mapping,
        shapes.mapping(
            "Fields of figures and names: the attribute of each, or the head of its column.",
            {},
            other=shapes.text(),
        ),
    ),
}
SHAPE = shapes.listed(
    "Data files and what stands where in them.",
    shapes.mapping("", {name: key.shape for name, key in KEYS.items()}, needs=("files",)),
)
