"""Claim definitions -> what the heads of columns, the names of fields and labels mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factlint.claims import heads
from factlint.claims.cues import Entry
from factlint.model import ClaimDefinition, Cue, Passage


@dataclass(frozen=True, slots=True)
class Columns:
    """The definitions by the heads that hold their values.

    A head of `strict` says so wherever it stands, one of `loose` only beside others of the same
    kind of deal, or where the text above tells of it. `attributes` are what the settings may map a
    field to by its very name.
    """

    strict: Mapping[str, tuple[Entry, ...]]
    loose: Mapping[str, tuple[Entry, ...]]
    definitions: Mapping[str, tuple[ClaimDefinition, ...]]
    attributes: Mapping[str, tuple[Entry, ...]]


NO_COLUMNS = Columns({}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Cell:
    """What says what a value is: the head, the other head, and where the value starts."""

    head: str
    other: str = ""
    start: int = 0
    side: str = "column"


#: "Founded: 2019", "**Valuation:** $3B"
_LABEL = re.compile(r"(?P<label>[^\W_][^:|.?!]{1,40}):\s+(?=\S)")


def of(definitions: Sequence[ClaimDefinition]) -> Columns:
    """The definitions by the heads of the columns that hold their values."""
    strict = _by_heads((one, one.columns) for one in definitions)
    loose = _by_heads((one, one.loose_columns) for one in definitions)
    meant = {head: tuple(one.definition for one in found) for head, found in strict.items()}
    return Columns(strict, loose, meant, _by_attributes(definitions))


def meant(columns: Columns, head: str) -> tuple[Entry, ...]:
    """All that a head may mean: a column of a definition, or an attribute of the settings."""
    names = heads.names(head)
    found = [one for name in names for table in (columns.strict, columns.loose)
             for one in table.get(name, ())]  # fmt: skip
    return (*found, *columns.attributes.get(attribute(head), ()))


def knows(columns: Columns, head: str) -> bool:
    """Whether the settings can mean this head: an attribute, or the head of a column."""
    return bool(meant(columns, head))


def attribute(head: str) -> str:
    """The attribute that a head names, without what it says beside it: "revenue (EUR)"."""
    return head.partition("(")[0].strip()


def _by_attributes(definitions: Sequence[ClaimDefinition]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for definition in definitions:
        if definition.value == "text":
            continue
        name = definition.attribute
        cue = Cue(f"attribute: {name}", priority=6, path=definition.path, line=definition.line)
        found[name] = (*found.get(name, ()), Entry.of(cue, definition))
    return found


def _by_heads(
    listed: Iterator[tuple[ClaimDefinition, tuple[str, ...]]],
) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for definition, names in listed:
        for head in names:
            cue = Cue(f"column: {head}", priority=6, path=definition.path, line=definition.line)
            name = " ".join(head.lower().split())
            found[name] = (*found.get(name, ()), Entry.of(cue, definition))
    return found


def told(passage: Passage, known: Columns) -> bool:
    """Whether a passage stands under a head or a label that may say what it holds."""
    if passage.kind == "cell":
        return passage.column is not None or passage.row is not None
    return passage.field is not None or label(passage, known) is not None


def label(passage: Passage, known: Columns) -> tuple[str, int] | None:
    """The label of an item that a definition knows as a head, and where its value starts."""
    if passage.kind not in ("item", "paragraph"):
        return None
    match = _LABEL.match(passage.text)
    if match is None:
        return None
    names = heads.names(match["label"])
    listed = any(name in known.strict or name in known.loose for name in names)
    return (match["label"], match.end()) if listed else None
