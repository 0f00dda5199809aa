"""An entry of `relations:` -> a relation definition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast, get_args

from factlint import shapes
from factlint.claims.cues import CueError
from factlint.model import RelationCue, RelationDefinition, SlotKind
from factlint.relations import PROSE, READERS, grammar
from factlint.rules import entries, lists, nodes
from factlint.rules.entries import Context, Entry, given, many_of, one_of
from factlint.rules.nodes import Mistake, Node, mistake
from factlint.shapes import Shape
from factlint.spelling import suggestion

_WORD = shapes.text("A word, a few words, or a <list>.")
CUE_KEYS: Mapping[str, Shape] = {
    "match": shapes.text("The wording, with its slots in braces."),
    "says": shapes.mapping("What the wording itself states.", {}, other=shapes.text()),
    "unless-before": shapes.many("Words that must not stand right before it.", _WORD),
    "unless-after": shapes.many("Words that must not stand right behind it.", _WORD),
    "unless-within": shapes.many("Words that must not stand in it or right behind it.", _WORD),
}
_CUE = shapes.either(
    "", shapes.text("A wording."), shapes.mapping("A wording.", CUE_KEYS, needs=("match",))
)
KEYS: Mapping[str, Shape] = {
    "extends": shapes.text("The relation that this one is a variant of; keys replace its."),
    "summary": shapes.text("Which values it ties together, in one sentence."),
    "slots": shapes.mapping(
        "The places of its cues, and what they hold.",
        {},
        other=shapes.choice("", get_args(SlotKind)),
    ),
    "same": shapes.many("Slots whose values must be of one sort.", shapes.text()),
    "reader": shapes.choice("What reads it, where no cue can.", (*READERS, PROSE)),
    "words": shapes.many("Words that its reader looks for.", _WORD),
    "columns": shapes.mapping(
        "The heads of the columns of a table that hold its slots, for the reader `columns`.",
        {},
        other=shapes.many("", _WORD),
    ),
    "cues": shapes.many("Its wordings.", _CUE),
}
#: What a relation needs that does not extend another one.
NEEDED = ("summary",)
#: What readers cannot do without.
_OF_READERS: Mapping[str, tuple[str, ...]] = {
    PROSE: ("slots", "cues"), "columns": ("slots", "columns"),
}  # fmt: skip

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")  # must: count_of_list; must not: count-list
_SLOT = re.compile(r"[a-z]+")  # must: from; must not: from_value


def _slots(node: Node, mistakes: list[Mistake]) -> dict[str, SlotKind]:
    found: dict[str, SlotKind] = {}
    for key, value in nodes.entries(node, mistakes):
        if not _SLOT.fullmatch(key.text):
            mistakes.append(mistake(key, f"{key.text!r} is no slot: a slot is one plain word"))
            continue
        kind = one_of("kind of slot", get_args(SlotKind))(value, mistakes)
        if kind:
            found[key.text] = cast(SlotKind, kind)
    return found


def _says(node: Node, mistakes: list[Mistake]) -> dict[str, str]:
    return {key.text: nodes.text(value, mistakes) for key, value in nodes.entries(node, mistakes)}


def _cue(node: Node, slots: Mapping[str, SlotKind], context: Context) -> RelationCue:
    mistakes = context.mistakes
    found = {"match": node}
    if node.kind != "text":
        found = nodes.fields(node, "key of a cue", CUE_KEYS, mistakes)
    match = found.get("match")
    if match is None:
        mistakes.append(mistake(node, "a cue without 'match'"))
        return RelationCue("")
    known = len(mistakes)
    nodes.text(match, mistakes)
    expanded = lists.expand(match, context.lists, mistakes)
    if len(mistakes) == known:
        _validate(match, expanded, slots, mistakes)
    nothing: dict[str, str] = {}
    none: tuple[str, ...] = ()
    says = given(found, "says", _says, nothing, mistakes)

    def read_words(words: Node, _: list[Mistake]) -> tuple[str, ...]:
        return _words(words, context)

    before = given(found, "unless-before", read_words, none, mistakes)
    after = given(found, "unless-after", read_words, none, mistakes)
    within = given(found, "unless-within", read_words, none, mistakes)
    text, place = (expanded.text, match.text), (match.path, match.line)
    return RelationCue(*text, says, before, after, within, *place)


def _validate(
    match: Node, expanded: lists.Expanded, slots: Mapping[str, SlotKind], mistakes: list[Mistake]
) -> None:
    try:
        pattern = grammar.parse(expanded.text, slots)
    except CueError as error:
        mistakes.append(mistake(match, error.message, expanded.written(error.offset)))
        return
    if not pattern.triggers:
        mistakes.append(mistake(match, "a cue needs a word that must stand in the text"))
    if len(pattern.slots) < 1:
        mistakes.append(mistake(match, "a cue needs a slot"))


def _words(node: Node, context: Context) -> tuple[str, ...]:
    found: list[str] = []
    for item in nodes.items(node, context.mistakes):
        if nodes.text(item, context.mistakes):
            found += lists.words(item, context.lists, context.mistakes)
    return tuple(word.lower() for word in found)


def _columns(
    node: Node, slots: Mapping[str, SlotKind], context: Context
) -> dict[str, tuple[str, ...]]:
    """The heads of the column of each slot."""
    found: dict[str, tuple[str, ...]] = {}
    for key, value in nodes.entries(node, context.mistakes):
        if key.text in slots:
            found[key.text] = _words(value, context)
        else:
            known = suggestion(key.text, slots)
            context.mistakes.append(mistake(key, f"no slot {key.text!r}{known}"))
    return found


def read(entry: Entry, context: Context) -> RelationDefinition:
    """The relation definition of an entry: cues with slots, or a reader with words."""
    mistakes = context.mistakes
    entries.check_name(entry, NAME, "the name of a relation in snake_case", mistakes)
    entries.require(entry, NEEDED, "relation", mistakes)
    get = entry.fields
    reader = given(get, "reader", one_of("reader", (*READERS, PROSE)), PROSE, mistakes)
    needed = _OF_READERS.get(reader or PROSE, ())
    entries.require(entry, needed, "relation", mistakes)
    no_slots: dict[str, SlotKind] = {}
    slots = given(get, "slots", _slots, no_slots, mistakes)
    items = entries.listed(get, "cues", mistakes)

    def read_words(node: Node, _: list[Mistake]) -> tuple[str, ...]:
        return _words(node, context)

    def read_columns(node: Node, _: list[Mistake]) -> dict[str, tuple[str, ...]]:
        return _columns(node, slots, context)

    no_columns: dict[str, tuple[str, ...]] = {}
    return RelationDefinition(
        name=entry.key.text,
        summary=entries.string(entry, "summary", mistakes),
        slots=slots,
        same=given(get, "same", many_of("slot", slots), (), mistakes),
        cues=tuple(_cue(item, slots, context) for item in items),
        reader=reader or PROSE,
        words=given(get, "words", read_words, (), mistakes),
        columns=given(get, "columns", read_columns, no_columns, mistakes),
        path=entry.key.path,
        line=entry.key.line,
    )
