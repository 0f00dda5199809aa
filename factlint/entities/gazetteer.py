"""Tab-separated files -> the gazetteer: known names with their kinds, aliases and makers.

One entity a line, sorted, under the header `name kind aliases made-by in`; aliases are separated
by `;`, a line that starts with `#` is a comment. Files given later win over earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from factlint.errors import FactlintError
from factlint.model import Entity, EntityKind, Gazetteer
from factlint.spelling import listing, suggestion

HEADER = ("name", "kind", "aliases", "made-by", "in")
#: Kinds with a word of their own: who gives money to companies by trade, and a country or larger.
INVESTOR, REGION = "investor", "region"
KINDS: dict[str, EntityKind] = {
    **{kind: kind for kind in get_args(EntityKind) if kind != "unknown"},
    INVESTOR: "org",
    REGION: "place",
}


@dataclass(frozen=True, slots=True)
class _Fault:
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


#: Path, line and what stands there; a bare tuple, as there are so many.
_Entry = tuple[str, int, Entity]
#: Blanks around a column.
_LOOSE = (" \t", "\t ", " \n", "\n ")


def load(paths: Sequence[Path]) -> Gazetteer:
    """The entities of all files; a spelling in a later file takes it from the earlier ones.

    Files in one folder are read as one: a spelling has one owner there. All faults are reported at
    once.
    """
    faults: list[_Fault] = []
    spellings: dict[str, Entity] = {}
    for group in _by_folder(paths):
        entries = [entry for path in group for entry in _read(path, faults)]
        spellings.update(_spellings(entries, faults))
    if faults:
        first, *rest = faults
        raise FactlintError(
            first.message, first.path, first.line, notes=tuple(str(fault) for fault in rest)
        )
    return Gazetteer(spellings)


def _by_folder(paths: Sequence[Path]) -> Iterator[list[Path]]:
    held: list[Path] = []
    for path in paths:
        if held and path.parent != held[-1].parent:
            yield held
            held = []
        held.append(path)
    if held:
        yield held


def _read(path: Path, faults: list[_Fault]) -> Iterator[_Entry]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        faults.append(_Fault(str(path), 1, f"cannot be read: {error}"))
        return
    name = str(path)
    loose = any(pair in text for pair in _LOOSE)
    header_seen = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line[0] == "#" or line.isspace():
            continue
        columns = line.split("\t")
        if loose:
            columns = [column.strip() for column in columns]
        if not header_seen:
            header_seen = True
            if tuple(columns) == HEADER:
                continue
            faults.append(_Fault(name, number, f"the header must be {_shown(HEADER)}"))
            return
        message = _fault(columns)
        if message:
            faults.append(_Fault(name, number, message))
            continue
        yield name, number, _entity(columns)


def _shown(columns: Sequence[str]) -> str:
    return "<tab>".join(columns)


def _fault(columns: Sequence[str]) -> str:
    """What is wrong with a line, "" if nothing is."""
    if len(columns) != len(HEADER):
        return f"{len(columns)} columns, not {len(HEADER)}: {_shown(HEADER)}"
    name, kind = columns[:2]
    if not name:
        return "an entity without a name"
    if kind not in KINDS:
        return f"no kind {kind!r}, only {listing(KINDS)}{suggestion(kind, KINDS)}"
    return ""


def _entity(columns: Sequence[str]) -> Entity:
    name, kind, aliases, made_by, within = columns
    return Entity(
        name,
        KINDS[kind],
        tuple(alias.strip() for alias in aliases.split(";") if alias.strip()) if aliases else (),
        made_by or None,
        within or None,
        kind == INVESTOR,
        kind == REGION,
    )


def _spellings(entries: Sequence[_Entry], faults: list[_Fault]) -> dict[str, Entity]:
    """Each spelling with its entity; a spelling with two owners is a fault."""
    owners: dict[str, _Entry] = {}
    for entry in entries:
        path, line, entity = entry
        for spelling in (entity.name, *entity.aliases):
            owner = owners.setdefault(spelling, entry)
            if owner is not entry:
                faults.append(_Fault(path, line, _claimed(spelling, entity, owner)))
    return {spelling: entity for spelling, (_, _, entity) in owners.items()}


def _claimed(spelling: str, entity: Entity, owner: _Entry) -> str:
    path, line, other = owner
    if spelling == entity.name == other.name:
        return f"{spelling!r} is already defined at {path}:{line}"
    return f"{spelling!r} already names {other.name!r} at {path}:{line}"
