"""Data files that the settings declare (JSON, JSON lines, YAML) -> their records as passages.

Each record is a document of its own: who it is about and when it was told is its own affair, and
no other record may lend it a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from factlint.documents import dates
from factlint.documents.contents import Contents, Fault, Meta
from factlint.documents.data import json_nodes, passages, records, yaml_nodes, yaml_strings
from factlint.documents.data.nodes import Broken, Node
from factlint.documents.data.passages import Told
from factlint.documents.data.plan import Plan
from factlint.documents.data.records import Tally
from factlint.documents.data.values import Strings
from factlint.model import Census, Dataset, Document, Passage, Record
from factlint.spelling import suggestion

UNREADABLE = "unreadable-data"

#: Of so many broken lines each is told, the others are counted.
_TOLD = 20


@dataclass(frozen=True, slots=True)
class Syntax:
    """How data is written: its parts that can be read alone, their nodes, their strings."""

    parts: Callable[[str], Iterator[tuple[int, int]]]
    nodes: Callable[[str, int, int], Iterator[Node]]
    strings: Strings


def _one(text: str) -> Iterator[tuple[int, int]]:
    yield 0, len(text)


_JSON = Syntax(_one, json_nodes.read, json_nodes.string)
_LINES = Syntax(json_nodes.lines, json_nodes.read, json_nodes.string)
_YAML = Syntax(_one, yaml_nodes.read, yaml_strings.read)

FORMATS: Mapping[str, Syntax] = {
    ".json": _JSON,
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".yml": _YAML,
    ".yaml": _YAML,
}


@dataclass(slots=True)
class _State:
    """What is read of a file so far."""

    tally: Tally = field(default_factory=Tally)
    passages: list[Passage] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    declared: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    broken: int = 0
    undated: list[Node] = field(default_factory=list)


def read(path: str, text: str, dataset: Dataset, syntax: Syntax) -> Contents:
    """The records of a data file as its declaration says; what cannot be read is a fault."""
    state = _State()
    plan = Plan.of(dataset)
    file = Document(path, dated=dates.of_file(path))
    for start, end in syntax.parts(text):
        entries = records.find(syntax.nodes(text, start, end), dataset.records, state.tally)
        try:
            for entry in entries:
                section = state.passages[-1].section + 1 if state.passages else 0
                told = passages.read(text, entry, plan, syntax.strings, file, section)
                _keep(state, told)
        except Broken as fault:
            _break(state, fault)
    faults = (*state.faults, *_losses(text, state, dataset))
    tally = state.tally
    census = Census(tally.records, frozenset(state.declared), tuple(tally.keys))
    meta = Meta(dated=file.dated)
    return Contents(tuple(state.passages), meta, faults, tuple(state.records), census)


def _keep(state: _State, told: Told) -> None:
    first = len(state.passages)
    state.passages += told.passages
    state.records.append(Record(told.document, first, len(state.passages)))
    state.declared |= told.declared
    if told.undated is not None:
        state.undated.append(told.undated)


def _break(state: _State, fault: Broken) -> None:
    state.broken += 1
    if state.broken <= _TOLD:
        told = Fault(UNREADABLE, fault.message, fault.at, fault.at + 1, fault.hint)
        state.faults.append(told)


def _losses(text: str, state: _State, dataset: Dataset) -> Iterator[Fault]:
    """What is not read although it is declared, each kind told once with its first place."""
    tally = state.tally
    if state.broken > _TOLD:
        more = state.broken - _TOLD
        at = state.faults[-1].start
        yield Fault(UNREADABLE, f"{more:,} further lines are not valid JSON", at, at + 1)
    if not tally.reached and not state.broken and text.strip():
        where = f"no record stands at {dataset.records!r}{suggestion(dataset.records, tally.keys)}"
        message = where if dataset.records else "the file holds no record"
        yield Fault(UNREADABLE, message, 0, 0, "`records` leads to a mapping or a list of them")
    if tally.stray:
        message = f"{_count(tally.strays, 'value')} where records should stand"
        yield _at(tally.stray, message, "a record is a mapping of fields to values")
    if tally.alias:
        message = f"what {_count(tally.aliases, 'alias', 'aliases')} for is not read here"
        yield _at(tally.alias, message, "write the fields out in each record")
    if state.undated:
        message = f"{dataset.date!r} is no date in {_count(len(state.undated), 'record', verb='')}"
        yield _at(state.undated[0], message, "write dates as 2026-03-16")


def _at(node: Node, message: str, hint: str) -> Fault:
    return Fault(UNREADABLE, message, node.start, node.end, hint)


def _count(count: int, one: str, many: str = "", verb: str = " stand") -> str:
    """ "1 value stands", "2 values stand"."""
    if count == 1:
        return f"1 {one}{verb and verb + 's'}"
    return f"{count:,} {many or one + 's'}{verb}"
