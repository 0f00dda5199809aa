"""A cell, a field or a labelled item -> drafts: its heads say what its value is, and whose.

"$9M" below "Amount raised" in the row of Acme, `founded: 2019` in front matter about Acme, and
"- Employees: 300" under the heading "Acme" are read alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.claims import beside, cell_values, columns, heads, holders
from factlint.claims.beside import Beside
from factlint.claims.columns import Cell, Columns, label
from factlint.claims.cues import Entry, Match
from factlint.claims.drafting import Draft
from factlint.claims.governors import Index
from factlint.claims.scene import Scene
from factlint.model import ClaimDefinition, Mention, Passage, Qualifiers

#: The currency of a bare number in a field that can only hold money.
_ASSUMED = "USD"
_GUESSED = "no currency given"
#: So much of a heading is read for what it tells of, in characters.
_TOLD = 200


def find(scene: Scene, known: Columns, index: Index) -> Iterator[Draft]:
    """The drafts that a cell gives for its row, or for the column where the row says what it is."""
    if len(scene.tokens) > _longest(scene.passage):
        return
    if not may_find(scene.passage, scene.discourse.inside(scene.at), known):
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


def may_find(passage: Passage, mentions: Sequence[Mention], known: Columns) -> bool:
    """A cheap look at a passage: whether one of its heads tells of what it may hold."""
    if passage.kind == "cell":
        said: Sequence[str | None] = (passage.column, passage.row, *passage.headings[-1:])
    elif passage.field is not None:
        said = (passage.column, beside.head_of(passage))
    else:
        return label(passage, known) is not None
    counted = any(mention.value.kind != "name" for mention in mentions)
    return any(
        counted or entry.definition.value == "name"
        for head in said
        if head
        for entry in columns.meant(known, head)
    )


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
    elif said := label(passage, known):
        start = next((i for i, t in enumerate(scene.tokens) if t.start >= said[1]), None)
        if start is not None and scene.sentence.start == 0:
            yield Cell(said[0], start=start, side="label")


def _entries(
    scene: Scene, cell: Cell, known: Columns, around: Beside, index: Index
) -> Iterator[Entry]:
    """The definitions that a head means here."""
    mapped = scene.passage.column if scene.passage.field is not None else None
    if mapped and (named := known.attributes.get(columns.attribute(mapped))):
        yield from named
        return
    names = heads.names(cell.head)
    sure = next((known.strict[name] for name in names if name in known.strict), ())
    unsure = next((known.loose[name] for name in names if name in known.loose), ())
    for entry in (*sure, *unsure):
        event = entry.definition.event
        if event == "acquisition" and cell.side == "row":
            continue  # the head of the column is who bids
        if event == "funding" and around.sold:
            continue
        staged = around.staged and event in ("acquisition", "funding")
        if event == "acquisition" and entry not in sure and staged:
            continue  # what stands beside the stage of a round is no price
        is_percent = entry.definition.units == ("%",)
        if is_percent and _is_owned(around) and not holders.is_share(entry.definition):
            continue  # under "Share" beside "Shareholder" stand stakes
        if entry in sure or staged or event in around.events or _tells(scene, entry, index):
            yield entry


def _is_owned(around: Beside) -> bool:
    """Whether the row names who holds a part of something."""
    return any(heads.is_holder(head) for _, head, _ in around.named)


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
    held = list(cell_values.of(scene, entry, cell, _currency(scene, entry, cell, around)))
    if not held:
        return
    match = Match(entry, held[0][0], held[0][1], held[0][0], None, None, held[0][0])
    party = holders.find(scene, entry, match, cell, around, known)
    if party is None:
        return
    narrowed = _beside(scene, entry, cell, around)
    for start, end, value in held:
        if value.canonical != party.name:
            own = replace(match, start=start, end=end, value=start, trigger=start)
            sure = scene.tokens[start].mention is None or value == scene.value(start)
            guessed = value.kind == "money" and not sure and around.currency is None
            told = replace(party, signs=(*party.signs, _GUESSED)) if guessed else party
            yield Draft(own, told, start, end, value, narrowed, _under(cell))


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
    if holders.is_share(definition):
        by = tuple(one.name for _, head, one in around.named if not heads.is_holder(head))
    above = (cell.head, passage.column or "", passage.row or "")
    forecast = any(map(heads.is_forecast, above))
    said = {
        name: value
        for name, values in definition.qualifiers.items()
        for value, signs in values.items()
        if _says(cell.head, signs)
    }
    return Qualifiers(
        status="forecast" if forecast else around.status or "done",
        round=around.round if _of_round(definition) else None,
        basis=said.get("basis"),
        as_of=days if definition.value != "date" else None,
        counterparty=by[0] if by else None,
        purpose=_purpose(cell.head) if "purpose" in definition.qualifiers else None,
        scope=said.get("scope"),
        period=said.get("period"),
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
    said = re.sub(
        r"[(\[][^)\]]*[)\]]|(?i:\b(?:growth|change|score|rate|yoy|y/y|in)\b)|%", " ", head
    )
    return " ".join(said.split()).strip(" ,:") or None
