"""Entities and suggestions -> a list of them: text, JSON lines, or lines for a file of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.entities import Listed, Suggestion
from factlint.entities.entity_files import HEADER
from factlint.entities.inventory import Spelling
from factlint.entities.suggestions import MISSPELLING
from factlint.model import Place
from factlint.reporters import excerpt, objects, words


def jsonl(entities: Sequence[Listed], suggestions: Sequence[Suggestion]) -> str:
    """One JSON object a line: the entities, then the suggestions; `record` tells them apart."""
    plain = (*map(objects.entity, entities), *map(objects.suggestion, suggestions))
    return "".join(objects.dumps(each) + "\n" for each in plain)


def text(entities: Sequence[Listed], suggestions: Sequence[Suggestion]) -> str:
    """One line an entity, one line a suggestion, then how many there are."""
    unknown = sum(entity.entry is None for entity in entities)
    total = f"{len(entities):,} {'entity' if len(entities) == 1 else 'entities'}"
    end = f"{total}, {unknown:,} new; {words.plural(len(suggestions), 'suggestion')}"
    lines = (*map(_entity, entities), *map(_suggestion, suggestions), end)
    return "".join(excerpt.visible(each) + "\n" for each in lines)


def _entity(entity: Listed) -> str:
    """How often, name, kind, spellings, first places; "new" is what no file has."""
    written = ", ".join(f"{one.text!r} {one.count:,}" for one in entity.spellings)
    found = ", ".join(map(_at, entity.places))
    return (
        f"{entity.count:,} {entity.name} ({entity.kind}{'' if entity.entry else ', new'}):"
        f" {words.plural(len(entity.documents), 'document')},"
        f" {words.plural(entity.claims, 'claim')}; {written}; {found}"
    )


def _suggestion(given: Suggestion) -> str:
    label = "misspelling" if given.kind == MISSPELLING else "alias"
    return f"{label}? {_pair(given)}"


def _pair(given: Suggestion) -> str:
    score = "" if given.score is None else f" ({given.score:.0f} of 100)"
    return f"{_sample(given.found)} for {_sample(given.told)}: {given.reason}{score}"


def _sample(spelling: Spelling) -> str:
    return f"{spelling.text!r} ({spelling.count:,}, {_at(spelling.place)})"


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def tsv(entities: Sequence[Listed], suggestions: Sequence[Suggestion]) -> str:
    """A file of names: a line for each entity that no file has, suggestions as comments.

    An entity that may be another one has no line of its own, so that the "#" before a suggestion
    can be taken off.
    """
    offered = {one.other.key for one in suggestions}
    new = (one for one in entities if one.entry is None and one.key not in offered)
    lines = ("\t".join(HEADER), *map(_line, new), *_commented(suggestions))
    return "".join(f"{each}\n" for each in lines)


def _line(entity: Listed) -> str:
    """What the documents tell of an entity; where they do not tell a kind, none is written."""
    aliases = (one.text for one in entity.spellings if one.shared and one.text != entity.name)
    return _row(entity, aliases=";".join(filter(_is_name, aliases)))


def _is_name(spelling: str) -> bool:
    return spelling[:1].isalnum() and ";" not in spelling


def _row(entity: Listed, aliases: str) -> str:
    kind = "" if entity.entry or entity.kind == "unknown" else entity.kind
    return "\t".join((entity.entry.name if entity.entry else entity.name, kind, aliases, "", ""))


def _commented(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    for one in suggestions:
        aliases = (each.text for each in one.other.spellings if each.shared)
        yield f"# {_pair(one)}"
        yield "#" + _row(one.entity, ";".join(filter(_is_name, aliases)))
