"""A cell, a field or a label -> whom it is about: who its row names, else the page's topic."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.claims import beside, heads, subjects
from factlint.claims.actor import Actor
from factlint.claims.beside import Beside
from factlint.claims.columns import Cell, Columns
from factlint.claims.cues import Entry, Match
from factlint.claims.heads import plain
from factlint.claims.phrases import How, Subject
from factlint.claims.scene import Party, Scene
from factlint.claims.words import words
from factlint.model import ClaimDefinition

#: Heads of columns that hold what the first column names.
_UNTOLD = frozenset(
    ("", "value", "detail", "details", "figure", "figures", "number", "numbers", "info", "data",
     "amount", "answer", "fact", "facts", "metric", "today", "now", "status", "result", "spec",
     "specification", "description")
)  # fmt: skip
#: Heads of first columns whose cells name attributes, so that the other heads name things.
_CORNERS = frozenset(
    ("", "metric", "metrics", "attribute", "spec", "specification", "feature", "field", "company",
     "category", "item", "dimension", "parameter", "property", "measure", "aspect", "fact", "kpi")
)  # fmt: skip
#: Words of heads that name a state, a case or a source of figures and no thing.
_COMPARED = words(
    "before after actual actuals estimate estimates surprise low high base bull bear case change"
    " current previous prior target guidance consensus old new us them free paid year years quarter"
    " date source note notes comment comments unit units min max best worst delta difference"
    " standard rank score yes no forecast plan planned expected reported total average you we ours"
    " beat miss variance claim claimed then first second third last next original revised"
)
#: Words of heads that tell what the page's own figures are.
_FORESEEN = words("guidance outlook forecast target actual reported expected consensus plan")
#: A heading of so many words that names somebody is about him.
_SHORT = 4


def find(
    scene: Scene, entry: Entry, match: Match, cell: Cell, around: Beside, known: Columns
) -> Party | None:
    """Whom the cell is about: who its row names, else what the page is about."""
    structure = scene.discourse.structure
    if cell.side == "row":
        if structure.cell(around.corner) is not None:
            return None  # heads that lack the one of their first column
        foreseen = _FORESEEN.issuperset(plain(cell.other).split())
        if plain(cell.other) in _UNTOLD or foreseen or structure.dated(cell.other) is not None:
            return _of_page(scene, entry, match)
        named = structure.cell(cell.other) or _column(cell.other, around)
        return _party(named, entry, "row") if named is not None else None
    if cell.side == "label":
        return _of_page(scene, entry, match, labelled=True)
    for actor in _named(scene, entry, around):
        party = _party(actor, entry, "row")
        if party is not None:
            return party
    if cell.side == "field":
        return _of_field(scene, entry, match, cell, known)
    if _named(scene, entry, around) or is_share(entry.definition):
        return None
    if around.first is not None:
        return _party(around.first, entry, "row")
    return _of_page(scene, entry, match) if around.plain else None


def _column(text: str, around: Beside) -> Actor | None:
    """Whom the head of a column names that no list knows, in a table of attributes by row."""
    if plain(around.corner) not in _CORNERS or plain(text) in _UNTOLD or heads.is_sum(text):
        return None
    said = plain(text).split()
    named = said and _COMPARED.isdisjoint(said) and not heads.is_general(text)
    return Actor(text, text, "unknown", 1.0) if named and beside.is_name(text) else None


def _named(scene: Scene, entry: Entry, around: Beside) -> Sequence[Actor]:
    """The names of a row by how likely it is about them: what is bought before who buys."""
    here, definition = scene.analysis.passage, entry.definition
    found = [(plain(head), one) for number, head, one in around.named if number != here]
    holds = is_share(definition)
    if definition.event == "acquisition":
        found.sort(key=lambda pair: pair[0] not in heads.TARGETS)
    return [one for head, one in found if heads.is_holder(head) == holds]


def is_share(definition: ClaimDefinition) -> bool:
    """Whether somebody holds a part of something else, which the row names, too."""
    return definition.value == "percent" and "person" in definition.subject_kinds


def _party(actor: Actor, entry: Entry, how: How) -> Party | None:
    if actor.kind not in (*entry.kinds, "unknown"):
        return None
    return Party(actor.name, actor.text, actor.kind, 0, how)


def _of_field(scene: Scene, entry: Entry, match: Match, cell: Cell, known: Columns) -> Party | None:
    """Whom a field is about: as told, else the mappings around it, else the page."""
    if cell.other:
        told_of = scene.discourse.structure.cell(cell.other) or _as_actor(cell.other, entry)
        return _party(told_of, entry, "row") if told_of else None
    for around in scene.discourse.structure.outer(scene.analysis.passage, known.definitions):
        for actor in _named(scene, entry, around):
            if party := _party(actor, entry, "row"):
                return party
    return _of_page(scene, entry, match)


def _as_actor(text: str, entry: Entry) -> Actor | None:
    return beside.actor(text, (), entry.kinds)


def _of_page(scene: Scene, entry: Entry, match: Match, *, labelled: bool = False) -> Party | None:
    """What the page is about: who opens the list, whom a heading or the title names, the topic."""
    passage, structure = scene.passage, scene.discourse.structure
    opener = structure.opener(scene.analysis.passage) if labelled else None
    if opener is not None:
        passages, mentions = structure.reading.passages, structure.mentions
        named = beside.actor(passages[opener].text, mentions[opener], ())
        return _party(named, entry, "page") if named else None
    for text in (*reversed(passage.headings), structure.reading.document.title or ""):
        found = structure.headed(text)
        if len(found) == 1 and _is_mostly(found[0].text, text):
            if party := _party(found[0], entry, "page"):
                return party
        elif not found and labelled and not heads.is_general(text):
            return None  # a heading of its own that no list knows: who knows what of
    topic = Subject("topic", "", anaphor="it")
    return next(iter(subjects.resolved(scene, topic, match, entry.kinds)), None)


def _is_mostly(name: str, heading: str) -> bool:
    """Whether a heading says little more than a name, or opens with it as with a label."""
    rest = heading.removeprefix(name)
    labels = rest != heading and rest.startswith((":", " —", " –", " |", " - ", ","))
    return labels or 2 * len(name) >= len(heading) or len(heading.split()) <= _SHORT
