"""A record -> its passages, and what is known of it as a document of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factlint.documents import dates, frontmatter, markdown, outline, plain, sourcemap
from factlint.documents.contents import Draft, Field
from factlint.documents.data import plan as plans
from factlint.documents.data import values
from factlint.documents.data.nodes import Node
from factlint.documents.data.plan import Part, Plan
from factlint.documents.data.records import Entry
from factlint.documents.data.values import Strings
from factlint.documents.sourcemap import Origin
from factlint.intervals import DateRange
from factlint.model import Document, Passage, PassageKind

#: A field that is not declared is read by its own name if it says no more characters than this.
_SHORT = 60
#: Headings inside the text of a record stand below its own.
_BELOW = 2


class Value(NamedTuple):
    """A value of a record that is for something."""

    part: Part
    raw: str
    origin: Origin
    node: Node


@dataclass(frozen=True, slots=True)
class Told:
    """A record as passages; `undated` is where its date stands if that is none."""

    document: Document
    passages: tuple[Passage, ...]
    declared: frozenset[str]
    undated: Node | None = None


def read(
    text: str, entry: Entry, plan: Plan, strings: Strings, file: Document, section: int
) -> Told:
    """The passages of one record; its sections start with `section`."""
    held = tuple(_values(text, entry, plan, strings))
    dataset = plan.dataset
    dated, undated = _date(value for value in held if dataset.date in value.part.declared)
    subject = _subject(held)
    sign = dataset.currency
    if way := plans.currency_of(dataset):
        sign = _first(held, way)
    about = _line(subject) if subject else None
    fields = [draft for value in held for draft in _field(value, about, sign)]
    prose = list(_prose(held, subject, plan))
    title = about or next((draft.text for draft in prose if draft.kind == "title"), None)
    source = _first(held, dataset.source) or file.source
    return Told(
        Document(file.path, title, dated or file.dated, source),
        (
            *outline.passages(fields, section, dated),
            *outline.passages(prose, section + 1, dated),
        ),
        frozenset().union(*(value.part.declared for value in held)),
        undated,
    )


def _values(text: str, entry: Entry, plan: Plan, strings: Strings) -> Iterator[Value]:
    """What of a record is for something; what is mapped may be a number, all else are texts."""
    for keys, node in entry:
        part = plan.part(keys)
        if part.use == "none" and not part.declared:
            continue
        if part.use == "own" and (node.kind != "string" or node.end - node.start > 4 * _SHORT):
            continue
        yield Value(part, *values.read(text, node, strings), node)


def _first(held: Iterable[Value], way: str) -> str:
    """What the first value of a declared field says; nothing if no field is declared."""
    return next((_line(value) for value in held if way in value.part.declared), "")


def _line(value: Value) -> str:
    return " ".join(value.raw.split())


def _date(told: Iterable[Value]) -> tuple[DateRange | None, Node | None]:
    """The first date of a record; if it has none, where it tries to say one."""
    tried: Node | None = None
    for value in told:
        found = dates.parse(value.raw)
        if found is not None:
            return found, None
        if value.raw.strip():
            tried = tried or value.node
    return None, tried


def _subject(held: Sequence[Value]) -> Value | None:
    """Whom a record is about; nobody if it names several."""
    named = [value for value in held if value.part.use == "subject" and _line(value)]
    return named[0] if len({_line(value) for value in named}) == 1 else None


def _field(value: Value, about: str | None, sign: str) -> Iterator[Draft]:
    """A mapped value, or a short one that its own name may explain."""
    part = value.part
    if part.use == "own":
        line = _line(value)
        said = Field(part.name, line, value.raw, value.origin)
        if len(line) > _SHORT or not frontmatter.is_prose(said):
            return
    elif not part.head:
        return
    column = f"{part.head} ({sign})" if part.head and sign and "(" not in part.head else part.head
    for draft in _whole(value, "field"):
        yield replace(draft, field=part.name, column=column or None, row=about)


def _prose(held: Sequence[Value], subject: Value | None, plan: Plan) -> Iterator[Draft]:
    """Whom the record is about and its title as headings, then its texts in order."""
    if subject is not None:
        (whole,) = _whole(subject, "heading", 1) or (None,)
        if whole is not None:
            yield replace(whole, field=plan.dataset.subject, row=whole.text)
    for value in held:
        if value.part.use == "title":
            yield from _whole(value, "title")
    for value in held:
        if value.part.use in ("markdown", "text") and value.node.kind == "string":
            yield from _texts(value)


def _whole(value: Value, kind: PassageKind, level: int = 0) -> tuple[Draft, ...]:
    """A value as one passage; none if it says nothing."""
    text, way = sourcemap.build(value.raw, (), value.origin)
    return (Draft(kind, text, way, level),) if any(map(str.isalnum, text)) else ()


def _texts(value: Value) -> Iterator[Draft]:
    """A text as a file of its own would be read, with the way on to the source."""
    read = markdown.drafts if value.part.use == "markdown" else plain.drafts
    for draft in read(value.raw):
        way = sourcemap.chained(draft.map, len(draft.text), value.origin)
        level = draft.level + _BELOW if draft.level else 0
        kind: PassageKind = "heading" if draft.kind == "title" else draft.kind
        yield replace(draft, kind=kind, map=way, level=level)
