"""Relation definitions -> their cues, ready to be matched over the tokens of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factlint.claims import cues, sieve
from factlint.claims.cues import Grammar, Pattern, Slot
from factlint.claims.tokens import MARKS, Sentence
from factlint.model import RelationCue, RelationDefinition, SlotKind

#: The marks of all numbers; gaps never cross one.
NUMBERS = "".join(MARKS[kind] for kind in ("money", "percent", "count", "quantity"))
_NUMBER = f"[{NUMBERS}] "
_NAME = MARKS["name"] + " "

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: Mapping[str, int] = {
    **{day: number for number, day in enumerate(DAYS)},
    **{day[:3]: number for number, day in enumerate(DAYS)},
    **{"tues": 1, "wednes": 2, "thur": 3, "thurs": 3},
}

#: Between two numbers of a list stands one of `_JOINTS`, and none of `_BREAKS`. Only one way leads
#: from a number to the next, so that matching stays linear.
_JOINTS = r"(?:,|and|&|plus|;|\+)"
_BREAKS = r"(?:\(|\)|:|\.|—|–|!|\?|which|while|but|up|down|compared|versus|vs|including)"
_STEP = rf"(?=(?:[^ {NUMBERS}]+ ){{0,9}}?{_JOINTS} )(?:(?!{_BREAKS} )[^ {NUMBERS}]+ ){{1,10}}"
_LIST = rf"{_NUMBER}(?:{_STEP}{_NUMBER})+"
_PERCENT = MARKS["percent"] + " "
_PERCENTS = rf"{_PERCENT}(?:{_STEP}{_PERCENT})+"
_NAMES = rf"{_NAME}(?:, {_NAME})*(?:, )?(?:and|&) {_NAME}"

SLOTS: Mapping[SlotKind, Slot] = {
    "number": Slot(_NUMBER),
    **{kind: Slot.of(MARKS[kind]) for kind in ("money", "percent", "quantity", "count", "date")},
    "times": Slot.of(MARKS["percent"]),
    "weekday": Slot(rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))}) "),
    "ordinal": Slot(r"\d+(?:st|nd|rd|th)(?:-year)? "),
    "age": Slot(r"\d+-year-old "),
    "numbers": Slot(_LIST),
    "percents": Slot(_PERCENTS),
    "names": Slot(_NAMES),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue of a relation, ready to be matched."""

    cue: RelationCue
    definition: RelationDefinition
    pattern: Pattern

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What a sentence needs where the cue fits: the word that triggers it, and others."""
        needs, triggers = self.pattern.needs, self.pattern.triggers
        return needs if triggers in needs else (triggers, *needs)


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a sentence: the tokens [start, end) of the whole, and those of each slot."""

    entry: Entry
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


@lru_cache(maxsize=256)
def _grammar(slots: tuple[tuple[str, SlotKind], ...]) -> Grammar:
    return Grammar({name: SLOTS[kind] for name, kind in slots}, NUMBERS)


def parse(match: str, slots: Mapping[str, SlotKind]) -> Pattern:
    """The pattern of a relation's cue; CueError says what is wrong and where."""
    return cues.parse_with(match, _grammar(tuple(slots.items())))


@lru_cache(maxsize=2048)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(" " + expression)


class Index:
    """The cues of all relations by what must stand in the sentence."""

    def __init__(self, definitions: Sequence[RelationDefinition]) -> None:
        entries = [
            Entry(cue, definition, parse(cue.match, definition.slots))
            for definition in definitions
            for cue in definition.cues
        ]
        self._numbers = {id(entry): number for number, entry in enumerate(entries)}
        self.sieve = sieve.Sieve((entry, entry.needs) for entry in entries)

    def match(self, sentence: Sentence) -> Iterator[Match]:
        """Where cues fit: of one definition the longest first, none inside of another one."""
        padded = " " + sentence.encoded
        words = set(sentence.encoded.split(" "))
        able = {id(entry): entry for entry in self.sieve.find(words)}

        def place(entry: Entry) -> tuple[str, int]:
            return min(entry.pattern.triggers & words), self._numbers[id(entry)]

        found = [
            match
            for entry in sorted(able.values(), key=place)
            for match in _matches(entry, sentence, padded)
        ]
        taken: dict[str, list[Match]] = {}
        for match in sorted(found, key=lambda one: (one.start - one.end, one.start)):
            others = taken.setdefault(match.entry.definition.name, [])
            if not any(match.start < one.end and one.start < match.end for one in others):
                others.append(match)
                yield match


def _matches(entry: Entry, sentence: Sentence, padded: str) -> Iterator[Match]:
    for found in _compiled(entry.pattern.expression).finditer(padded):
        slots = {
            name: (
                sentence.token_at(found.start(name) - 1),
                sentence.token_at(found.end(name) - 1),
            )
            for name in found.re.groupindex
            if found.start(name) >= 0
        }
        start = sentence.token_at(found.start())
        yield Match(entry, start, sentence.token_at(found.end() - 1), slots)
