"""The tokens of a cell and what its head means -> the values that it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factlint.claims import beside
from factlint.claims.columns import Cell
from factlint.claims.cues import Entry
from factlint.claims.scene import Scene
from factlint.claims.tokens import Token
from factlint.claims.words import words
from factlint.model import ClaimDefinition, Value

#: A cell that says more than so many tokens is prose.
LONGEST = 16
#: So many tokens may stand before a figure, and so many behind it, for the cell to be that figure;
#: a field has room for prose.
_BEFORE, _BEHIND = 3, 5
_IN_FIELDS = 1
#: Words that say that the figure is not what the head asks for.
_NOT = words("not no undisclosed unknown unspecified none n/a tbd without excluding if credits")
_JOINTS = frozenset((",", ";", "/", "|", "·", "•"))
#: Items of a list that belong to the name before them: "Acme, Inc.", "Kim Lee, M.D."
_SUFFIXES = words(
    "inc inc. llc l.p. lp ltd ltd. jr. jr sr. m.d. ph.d. s.a. gmbh co. co corp. plc mba"
)

#: A value and the tokens [start, end) that hold it.
Held = tuple[int, int, Value]


def of(scene: Scene, entry: Entry, cell: Cell, currency: str | None) -> Iterator[Held]:
    """The values of a cell, of the kind that the definition asks for.

    `currency` is that of bare numbers, where the row or the field leaves no doubt.
    """
    definition, start = entry.definition, cell.start
    if definition.value == "name":
        yield from _names(scene, definition, start)
        return
    for at in range(start, len(scene.tokens)):
        value = _value(scene.tokens[at], definition, cell.head, currency)
        if value is not None:
            if _says_only(scene, start, at) and not _is_span(scene, at):
                yield at, at + 1, value
            return


def _says_only(scene: Scene, start: int, at: int) -> bool:
    """Whether a cell gives a figure and little else."""
    said = {token.lower for token in scene.tokens[start:]}
    in_field = scene.passage.field is not None
    if not said.isdisjoint(_NOT) or at - start > (_IN_FIELDS if in_field else _BEFORE):
        return False
    before = scene.tokens[start:at]
    if any(token.mention is not None and token.mention.value.interval for token in before):
        return False
    behind = 0
    for token in scene.tokens[at + 1 :]:
        if token.lower in ("(", "[", ";", ","):
            break
        behind += 1
    return behind <= (_IN_FIELDS if in_field else _BEHIND)


def _is_span(scene: Scene, at: int) -> bool:
    """Whether a round is the first of several: "Series B-E"."""
    token, text = scene.tokens[at], scene.passage.text
    joined = text[token.end : token.end + 1] in ("-", "–", "—", "/")
    return token.mention is not None and token.mention.value.kind == "round" and joined


def _value(
    token: Token, definition: ClaimDefinition, head: str, currency: str | None
) -> Value | None:
    """What a token says, if it is of the kind that the column has."""
    if token.mention is None:
        return None
    value = token.mention.value
    if value.kind == "count" and value.interval is not None and not value.interval.unit:
        value = _united(value, definition, head, currency) or value
    if value.kind != definition.value or not definition.may_be_per(value.per):
        return None
    if value.interval is None:
        return value
    unit = value.interval.unit
    if definition.units and unit and unit not in definition.units:
        return None
    if not definition.admits(value.interval.number):
        return None
    return value


def _united(
    value: Value, definition: ClaimDefinition, head: str, currency: str | None
) -> Value | None:
    """A bare number in the unit that its column can only mean."""
    interval = value.interval
    assert interval is not None
    if (
        definition.value == "count" and definition.units
    ):  # the head says what no word beside it does
        said = head.lower().split()
        unit = next((unit for unit in definition.units if unit in said), definition.units[0])
        return replace(value, interval=replace(interval, unit=unit))
    if definition.value == "money" and currency is not None:
        return replace(value, kind="money", interval=replace(interval, unit=currency))
    of_hundred = definition.subject_kinds == ("product",) and 1 < interval.number <= 100
    if definition.value == "percent" and of_hundred:  # the score of a model, not a change
        return replace(value, kind="percent", interval=replace(interval, unit="%"))
    return None


def _names(scene: Scene, definition: ClaimDefinition, start: int) -> Iterator[Held]:
    """The names of a list, known ones and such as can only be names; one if one is asked for."""
    for first, end in _parts(scene, start):
        held = _known(scene, definition, first, end) or _unknown(scene, definition, first, end)
        if held is not None:
            yield held
        if definition.holds != "many":
            return


def _parts(scene: Scene, start: int) -> Iterator[tuple[int, int]]:
    """The items of a list, without what stands in brackets."""
    said = [token.lower for token in scene.tokens] + [","]
    last = max((at for at in range(start, len(said) - 1) if said[at] in _JOINTS), default=start)
    first, end, depth = start, None, 0
    for at in range(start, len(said)):
        if said[at] in ("(", "["):
            end = at if depth == 0 and end is None else end
            depth += 1
        elif said[at] in (")", "]"):
            depth = max(0, depth - 1)
        elif depth == 0 and (said[at] in _JOINTS or (said[at] == "and" and at > last)):
            stop = at if end is None else end
            if first < stop:
                yield first, stop
            first, end = at + 1, None


def _known(scene: Scene, definition: ClaimDefinition, first: int, end: int) -> Held | None:
    """The only name of an item, if nothing else stands in it."""
    names = [at for at in range(first, end) if scene.tokens[at].is_name]
    if len(names) != 1 or end - first > 1 or beside.is_nobody(scene.tokens[names[0]].text):
        return None
    kind = scene.kind(names[0])
    if definition.value_kinds and kind not in (*definition.value_kinds, "unknown"):
        return None
    mention = scene.tokens[names[0]].mention
    if mention is None or ("place" in definition.value_kinds and mention.region):
        return None
    return names[0], names[0] + 1, scene.value(names[0])


def _unknown(scene: Scene, definition: ClaimDefinition, first: int, end: int) -> Held | None:
    """An item that no list knows, as it is written."""
    if scene.tokens[first].lower == "the":
        first += 1
    text = (
        scene.passage.text[scene.tokens[first].start : scene.tokens[end - 1].end]
        if first < end
        else ""
    )
    inside = [t for t in scene.tokens[first:end] if t.mention is not None]
    if any(t.mention is not None and t.mention.value.kind != "name" for t in inside):
        return None
    kinds = definition.value_kinds
    if len(inside) == 1 and end - first == 1:
        return None  # a name of another kind
    if text.lower() in _SUFFIXES or text.endswith(("'s", "'")) or not beside.is_name(text):
        return None
    if kinds == ("person",) and not 2 <= len(text.split()) <= 4:
        return None
    return first, end, Value("name", text, canonical=text)
