"""A cell, a field or a labelled item -> drafts: its heads say what its value is, and whose.

"$9M" below "Amount raised" in the row of Acme, `founded: 2019` in front matter about Acme, and
"- Employees: 300" under the heading "Acme" are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factlint.claims import beside, cell_values, heads, subjects
from factlint.claims.actor import Actor
from factlint.claims.beside import Beside
from factlint.claims.cues import Entry, Match
from factlint.claims.drafting import Draft
from factlint.claims.governors import Index
from factlint.claims.heads import plain
from factlint.claims.roles import How, Subject
from factlint.claims.scene import Party, Scene
from factlint.claims.words import words
from factlint.model import ClaimDefinition, Cue, Passage, Qualifiers

__all__ = ["Columns", "columns", "find", "plain", "told"]


@dataclass(frozen=True, slots=True)
class Columns:
    """The definitions by the heads that hold their values.

    A head of `strict` says so wherever it stands, one of `loose` only beside others of the same
    kind of deal, or where the text above tells of it.
    """

    strict: Mapping[str, tuple[Entry, ...]]
    loose: Mapping[str, tuple[Entry, ...]]
    definitions: Mapping[str, tuple[ClaimDefinition, ...]]


NO_COLUMNS = Columns({}, {}, {})

#: "Founded: 2019", "**Valuation:** $3B"
_LABEL = re.compile(r"(?P<label>[^\W_][^:|.?!]{1,40}):\s+(?=\S)")
#: Heads of columns that hold what the first column names.
_UNTOLD = frozenset(
    ("", "value", "detail", "details", "figure", "figures", "number", "numbers", "info", "data",
     "amount", "answer", "fact", "facts", "metric", "today", "now", "status", "result", "spec",
     "specification", "description")
)  # fmt: skip
_ASSUMED = "USD"
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
#: A heading of so many words that names somebody is about him.
_SHORT = 4
#: So much of a heading is read for what it tells of, in characters.
_TOLD = 200


def columns(definitions: Sequence[ClaimDefinition]) -> Columns:
    """The definitions by the heads of the columns that hold their values."""
    strict = _by_heads((one, one.columns) for one in definitions)
    loose = _by_heads((one, one.loose_columns) for one in definitions)
    meant = {head: tuple(one.definition for one in found) for head, found in strict.items()}
    return Columns(strict, loose, meant)


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


@dataclass(frozen=True, slots=True)
class Cell:
    """What says what a value is: the head, the other head, and where the value starts."""

    head: str
    other: str = ""
    start: int = 0
    side: str = "column"


def told(passage: Passage, known: Columns) -> bool:
    """Whether a passage stands under a head or a label that may say what it holds."""
    if passage.kind == "cell":
        return passage.column is not None or passage.row is not None
    return passage.field is not None or _label(passage, known) is not None


def find(scene: Scene, known: Columns, index: Index) -> Iterator[Draft]:
    """The drafts that a cell gives for its row, or for the column where the row says what it is."""
    if len(scene.tokens) > _longest(scene.passage):
        return
    around = scene.discourse.structure.beside(scene.analysis.passage, known.definitions)
    if around.skipped:
        return
    bound: set[int] = set()
    for cell in _cells(scene, known):
        for entry in _entries(scene, cell, known, around, index):
            for one in _read(scene, entry, cell, around, known):
                if one.token not in bound:
                    bound.add(one.token)
                    yield one
        if bound:
            return


def _longest(passage: Passage) -> int:
    """The most tokens that are no prose; lists of names in front matter are long."""
    return 8 * cell_values.LONGEST if passage.field is not None else cell_values.LONGEST


def _cells(scene: Scene, known: Columns) -> Iterator[Cell]:
    passage = scene.passage
    if passage.kind == "cell":
        column, row = passage.column or "", passage.row or ""
        yield Cell(column, row)
        yield Cell(row, column, side="row")
        if passage.headings and scene.discourse.structure.dated(column):
            yield Cell(passage.headings[-1], row, side="heading")
    elif passage.field is not None:
        yield Cell(beside.head_of(passage), passage.row or "", side="field")
    elif label := _label(passage, known):
        start = next((i for i, t in enumerate(scene.tokens) if t.start >= label[1]), None)
        if start is not None and scene.sentence.start == 0:
            yield Cell(label[0], start=start, side="label")


def _label(passage: Passage, known: Columns) -> tuple[str, int] | None:
    """The label of an item that a definition knows as a head, and where its value starts."""
    if passage.kind not in ("item", "paragraph"):
        return None
    match = _LABEL.match(passage.text)
    if match is None:
        return None
    names = heads.names(match["label"])
    listed = any(name in known.strict or name in known.loose for name in names)
    return (match["label"], match.end()) if listed else None


def _entries(
    scene: Scene, cell: Cell, known: Columns, around: Beside, index: Index
) -> Iterator[Entry]:
    """The definitions that a head means here."""
    names = heads.names(cell.head)
    sure = next((known.strict[name] for name in names if name in known.strict), ())
    unsure = next((known.loose[name] for name in names if name in known.loose), ())
    for entry in (*sure, *unsure):
        event = entry.definition.event
        if event == "acquisition" and cell.side == "row":
            continue  # the head of the column is who bids
        if event == "funding" and around.sold:
            continue
        if entry in sure or event in around.events or _tells(scene, entry, index):
            yield entry


def _tells(scene: Scene, entry: Entry, index: Index) -> bool:
    """Whether the cell, the heading, the words before or the title tell of what an entry means."""
    inside = (token.mention.value.kind for token in scene.tokens if token.mention is not None)
    if entry.definition.event == "funding" and "round" in inside:
        return True
    passage, discourse = scene.passage, scene.discourse
    said = (*passage.headings, discourse.intro(scene.at), discourse.reading.document.title or "")
    for text in said:
        for one in index.told(text[:_TOLD]):
            same = one.definition.event == entry.definition.event is not None
            if same or one.definition.attribute == entry.definition.attribute:
                return True
    return False


def _read(
    scene: Scene, entry: Entry, cell: Cell, around: Beside, known: Columns
) -> Iterator[Draft]:
    held = list(cell_values.of(scene, entry, cell.start, _currency(scene, entry, cell, around)))
    if not held:
        return
    match = Match(entry, held[0][0], held[0][1], held[0][0], None, None, held[0][0])
    party = _holder(scene, entry, match, cell, around, known)
    if party is None:
        return
    narrowed = _beside(scene, entry, cell, around)
    for start, end, value in held:
        if value.canonical != party.name:
            own = replace(match, start=start, end=end, value=start, trigger=start)
            yield Draft(own, party, start, end, value, narrowed, _under(cell))


def _under(cell: Cell) -> str:
    """What a claim stands under, for an editor."""
    other = {"column": "row", "row": "column", "heading": "row"}.get(cell.side, "of")
    return f"{cell.side} {cell.head!r}" + (f", {other} {cell.other!r}" if cell.other else "")


def _currency(scene: Scene, entry: Entry, cell: Cell, around: Beside) -> str | None:
    """The currency of bare numbers: that of the mapping, else the usual one of a money field."""
    if around.currency is not None or cell.side != "field":
        return around.currency
    return _ASSUMED if entry.definition.least else None


def _beside(scene: Scene, entry: Entry, cell: Cell, around: Beside) -> Qualifiers:
    """What the row says of each of its claims."""
    definition = entry.definition
    passage, structure = scene.passage, scene.discourse.structure
    period = structure.dated(passage.column) or structure.dated(passage.row)
    own = definition.event is not None or not around.events  # the dates of a deal are its own
    days = period or (around.days if own else None) or passage.dated
    if definition.value in ("date", "name", "round") and definition.event is None:
        days = None
    by = around.buyers if definition.event == "acquisition" and definition.value == "money" else ()
    above = (cell.head, passage.column or "", passage.row or "")
    forecast = any(map(heads.is_forecast, above))
    return Qualifiers(
        status="forecast" if forecast else around.status or "done",
        round=around.round if _of_round(definition) else None,
        as_of=days if definition.value != "date" else None,
        counterparty=by[0] if by else None,
        purpose=_purpose(cell.head) if "purpose" in definition.qualifiers else None,
        **{
            name: value
            for name, values in definition.qualifiers.items()
            for value, signs in values.items()
            if _says(cell.head, signs)
        },  # type: ignore[arg-type]
    )


def _says(head: str, signs: Sequence[str]) -> bool:
    """Whether a head has one of these words, parted by blanks or hyphens."""
    said = f"-{'-'.join(re.findall(r'[a-z]+', head.lower()))}-"
    return any(f"-{sign}-" in said for sign in signs)


def _of_round(definition: ClaimDefinition) -> bool:
    """Whether an attribute belongs to a single round; a total does not."""
    several = definition.holds == "one at a time" and "basis" not in definition.qualifiers
    return definition.event == "funding" and not several


def _purpose(head: str) -> str | None:
    """What a change is one of, or a score is of: "Revenue growth", "MMLU (5-shot)"."""
    said = re.sub(r"[(\[][^)\]]*[)\]]|(?i:\b(?:growth|change|score|rate|yoy|y/y|in)\b)|%", " ", head)
    return " ".join(said.split()).strip(" ,:") or None


def _holder(
    scene: Scene, entry: Entry, match: Match, cell: Cell, around: Beside, known: Columns
) -> Party | None:
    """Whom the cell is about: who its row names, else what the page is about."""
    structure = scene.discourse.structure
    if cell.side == "row":
        if structure.cell(around.corner) is not None:
            return None  # heads that lack the one of their first column
        if plain(cell.other) in _UNTOLD or structure.dated(cell.other) is not None:
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
    if _named(scene, entry, around):
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
    here = scene.analysis.passage
    found = [(head, one) for number, head, one in around.named if number != here]
    if entry.definition.event == "acquisition":
        found.sort(key=lambda pair: plain(pair[0]) not in heads.TARGETS)
    return [one for head, one in found]


def _party(actor: Actor, entry: Entry, how: How) -> Party | None:
    if actor.kind not in (*entry.kinds, "unknown"):
        return None
    return Party(actor.name, actor.text, actor.kind, 0, how)


def _of_field(
    scene: Scene, entry: Entry, match: Match, cell: Cell, known: Columns
) -> Party | None:
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
