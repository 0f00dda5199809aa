"""Files of names -> the gazetteer: what ships, and over it what the user's own files say.

A line of the user's adds a name, or joins the entity that ships under it: an empty cell keeps what
ships, an alias that ships as a name of its own brings its whole entity along, `-Alias` takes one
away. A line for what ships as an alias makes it an entity of its own. The kind `word` says that
something is no name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from factlint.entities.entity_files import (
    HEADER,
    INVESTOR,
    KINDS,
    REGION,
    WORD,
    Faults,
    Line,
    raised,
    read,
)
from factlint.entities.keys import key
from factlint.model import Entity, Gazetteer
from factlint.spelling import suggestion

#: Cells of which all lines of one name must say the same, and how they are called in a `Line`.
_SINGLE = {"kind": "kind", "made-by": "made_by", "in": "within"}


class _Entry(NamedTuple):
    """All lines of one name in the files of one side: they add up."""

    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return self.lines[0].name

    @property
    def is_word(self) -> bool:
        return any(line.kind == WORD for line in self.lines)

    def said(self, cell: str) -> str:
        """What its lines say in a cell, "" if nothing."""
        return next(filter(None, (getattr(line, _SINGLE[cell]) for line in self.lines)), "")

    def spellings(self) -> tuple[str, ...]:
        """The name and its aliases, each once."""
        return tuple(dict.fromkeys(text for line in self.lines for text in line.spellings))

    def dropped(self) -> Iterator[tuple[Line, str]]:
        """The spellings that it has no more."""
        return ((line, text) for line in self.lines for text in line.dropped)


@dataclass(frozen=True, slots=True)
class _Shipped:
    """What ships, by spelling; entities by the key of their name, if only one has it."""

    spellings: Mapping[str, Entity]
    named: Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class _Own:
    """What the user's files say, by spelling and by its key, and what they say is no name.

    Two lines may tell "MAX" from "Max": a key that both have is nobody's.
    """

    entries: Mapping[str, _Entry]
    keys: Mapping[str, _Entry]
    words: frozenset[str]

    def owner(self, spelling: str) -> _Entry | None:
        """The entry that a spelling belongs to."""
        return self.entries.get(spelling) or self.keys.get(key(spelling))


def load(
    shipped: Sequence[Path], own: Sequence[Path] = (), shown: Callable[[Path], str] = str
) -> Gazetteer:
    """The shipped entities as the user's own files change them; all faults are told at once.

    `shown` makes the path for messages.
    """
    faults: Faults = []
    base = _plain(shipped)
    if base is None:
        base = _spelled(map(_entity, _entries(_lines(shipped, shown, faults), faults)))
    entries = _entries(_lines(own, shown, faults), faults)
    changed = _changed(base, entries, faults) if entries else Gazetteer(base)
    raised(faults)
    return changed


def _plain(paths: Sequence[Path]) -> dict[str, Entity] | None:
    """The entities of files without a fault by their spellings; None if there is any.

    What ships is large and read at every start, and nearly always right: only where it is not, the
    lines are read again with their places.
    """
    found: dict[str, Entity] = {}
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError):
            return None
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        if not rows or tuple(rows[0]) != HEADER:
            return None
        for row in rows[1:]:
            entity = _of_row(row)
            if entity is None or any(text in found for text in (entity.name, *entity.aliases)):
                return None
            found[entity.name] = entity
            for text in entity.aliases:
                found[text] = entity
    return found


def _of_row(row: Sequence[str]) -> Entity | None:
    """The entity of a whole line as it should be; None for what needs a second look."""
    if len(row) != len(HEADER) or row[1] not in KINDS:
        return None
    name, kind, listed, made_by, within = row
    aliases = tuple(listed.split(";")) if listed else ()
    if not all(text[:1].isalnum() and text == text.strip() for text in (name, *aliases)):
        return None
    backs, region = kind == INVESTOR, kind == REGION
    return Entity(name, KINDS[kind], aliases, made_by or None, within or None, backs, region)


def _changed(base: Mapping[str, Entity], entries: Sequence[_Entry], faults: Faults) -> Gazetteer:
    """What ships as the entries of the user's change it."""
    shipped = _Shipped(base, _by_key(base))
    own = _own(entries)
    made = [_joined(entry, shipped, own, faults) for entry in entries if not entry.is_word]
    gone = {part.name for _, parts in made for part in parts}
    left = (one for one in _entities(base) if one.name not in gone)
    entities = (*(_reduced(one, own) for one in left), *(entity for entity, _ in made))
    spellings = {text: one for text, one in _spelled(entities).items() if text not in own.words}
    _check_makers(entries, spellings, faults)
    return Gazetteer(spellings, frozenset(entity.name for entity, _ in made), own.words)


def _own(entries: Sequence[_Entry]) -> _Own:
    names = [entry for entry in entries if not entry.is_word]
    keys: dict[str, list[_Entry]] = defaultdict(list)
    for entry in names:
        for shared in dict.fromkeys(map(key, entry.spellings())):
            keys[shared].append(entry)
    return _Own(
        {spelling: entry for entry in names for spelling in entry.spellings()},
        {shared: held[0] for shared, held in keys.items() if len(held) == 1},
        frozenset(word for entry in entries if entry.is_word for word in entry.spellings()),
    )


def _lines(paths: Iterable[Path], shown: Callable[[Path], str], faults: Faults) -> list[Line]:
    return [line for path in paths for line in read(path, shown, faults)]


def _entries(lines: Sequence[Line], faults: Faults) -> tuple[_Entry, ...]:
    """The lines of each name together."""
    by_name: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_name[line.name].append(line)
    for held in by_name.values():
        if len(held) > 1:
            _check_single(held, faults)
    _check_owners(lines, faults)
    return tuple(_Entry(tuple(held)) for held in by_name.values())


def _check_single(lines: Sequence[Line], faults: Faults) -> None:
    """Lines of one name must not contradict each other."""
    for cell, attribute in _SINGLE.items():
        said = [(text, line) for line in lines if (text := getattr(line, attribute))]
        for text, line in said[1:]:
            known, first = said[0]
            if text != known:
                message = f"{line.name!r} has {text!r} here, but {known!r} at {first.at(cell)}"
                faults.append(line.fault(message, cell))


def _check_owners(lines: Sequence[Line], faults: Faults) -> None:
    """A spelling belongs to one name."""
    owners: dict[str, Line] = {}
    for line in lines:
        for text in line.spellings:
            owner = owners.setdefault(text, line)
            if owner is not line and owner.name != line.name:
                at = owner.at(owner.spelling_cell(text), text)
                message = f"{text!r} already names {owner.name!r} at {at}"
                faults.append(line.fault(message, line.spelling_cell(text), text))


def _entity(entry: _Entry) -> Entity:
    """The entity of an entry by itself; without a kind, the text tells what it is."""
    line = entry.lines[0]
    kind, made_by, within, aliases = line.kind, line.made_by, line.within, line.aliases
    if len(entry.lines) > 1:
        kind, made_by, within = map(entry.said, _SINGLE)
        aliases = entry.spellings()[1:]
    return Entity(
        line.name,
        KINDS.get(kind, "unknown"),
        aliases,
        made_by or None,
        within or None,
        kind == INVESTOR,
        kind == REGION,
    )


def _spelled(entities: Iterable[Entity]) -> dict[str, Entity]:
    return {text: entity for entity in entities for text in (entity.name, *entity.aliases)}


def _entities(spellings: Mapping[str, Entity]) -> Iterable[Entity]:
    return {entity.name: entity for entity in spellings.values()}.values()


def _by_key(base: Mapping[str, Entity]) -> Mapping[str, Entity]:
    names = [(key(entity.name), entity) for entity in _entities(base)]
    counts = Counter(shared for shared, _ in names)
    return {shared: entity for shared, entity in names if counts[shared] == 1}


def _named(name: str, shipped: _Shipped, own: _Own) -> Entity | None:
    """The shipped entity that a spelling is the very name of; its key will do for one that is."""
    exact = shipped.spellings.get(name)
    entity = exact if exact is not None else shipped.named.get(key(name))
    if entity is None or key(entity.name) != key(name):
        return None
    return entity if own.owner(entity.name) is own.entries[name] else None


def _joined(
    entry: _Entry, shipped: _Shipped, own: _Own, faults: Faults
) -> tuple[Entity, tuple[Entity, ...]]:
    """The entity of a user's entry, and the shipped ones that it takes the place of."""
    found = (_named(spelling, shipped, own) for spelling in entry.spellings())
    parts = tuple({part.name: part for part in found if part is not None}.values())
    spellings = dict.fromkeys(entry.spellings())
    for part in parts:
        for text in (part.name, *part.aliases):
            if text not in own.words and own.owner(text) in (None, entry):
                spellings.setdefault(text)
    for line, dropped in entry.dropped():
        if dropped not in spellings:
            near = suggestion(dropped, spellings)
            message = f"{entry.name!r} has no alias {dropped!r} to take away{near}"
            faults.append(line.fault(message, "aliases", dropped))
        spellings.pop(dropped, None)
    aliases = tuple(text for text in spellings if text != entry.name)
    return _filled(_entity(entry)._replace(aliases=aliases), parts), parts


def _filled(entity: Entity, parts: Sequence[Entity]) -> Entity:
    """An entity with what ships where the user says nothing; nothing is made by itself."""
    if parts and entity.kind == "unknown":
        first = parts[0]
        entity = entity._replace(kind=first.kind, backs=first.backs, region=first.region)
    makers = (entity.made_by, *(part.made_by for part in parts))
    places = (entity.within, *(part.within for part in parts))
    itself = (entity.name, *entity.aliases)
    return entity._replace(
        made_by=next((maker for maker in makers if maker and maker not in itself), None),
        within=next(filter(None, places), None),
    )


def _reduced(entity: Entity, own: _Own) -> Entity:
    """A shipped entity without the aliases that the user's files have for others."""
    kept = (text for text in entity.aliases if text not in own.words and not own.owner(text))
    return entity._replace(aliases=tuple(kept))


def _check_makers(
    entries: Sequence[_Entry], spellings: Mapping[str, Entity], faults: Faults
) -> None:
    """A maker must be an entity, too, or nothing could ever be said of it."""
    for line in (line for entry in entries for line in entry.lines):
        maker = line.made_by
        if maker and maker not in spellings:
            near = suggestion(maker, spellings)
            message = f"no entity {maker!r}{near or '; give it a line of its own'}"
            faults.append(line.fault(message, "made-by"))
