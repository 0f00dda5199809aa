"""A stretch of text and its mentions -> traces: what words may stand in it, before it has tokens.

A trace of a word is a run of its letters, or a sign in it. Every token leaves all of its traces, so
a cue whose words left none cannot fit. That is asked of all sentences, and few have to be cut into
tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Generic, TypeVar

from factlint.claims import words
from factlint.claims.tokens import MARKS, mark
from factlint.model import EntityKind, Mention

_TRACE = re.compile(r"[a-z]+|[^\sa-z]")
_MARKS = frozenset(MARKS.values())

_Thing = TypeVar("_Thing")
#: Words, or what else leaves a trace, of which one at least is needed.
Need = frozenset[str]


def unit(mention: Mention) -> str:
    """The trace of the unit of a mention, else of its kind of value."""
    value = mention.value
    return of_unit(value.interval.unit if value.interval else value.kind)


def of_unit(name: str) -> str:
    """The trace of mentions in a unit, or of a kind of value."""
    return " " + name


def kind(mention: Mention) -> str:
    """The trace of what kind of entity a mention names."""
    return kind_of(mention.entity_kind)


def kind_of(entity_kind: EntityKind) -> str:
    """The trace of names of a kind of entity."""
    return MARKS["name"] + entity_kind


def of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> set[str]:
    """The traces of all tokens of text[start:end]; `mentions` are those that are read there."""
    gaps: list[str] = []
    found: set[str] = set()
    at = start
    for mention in mentions:
        gaps.append(text[at : mention.start])
        at = mention.end
        found.add(mark(mention))
        found.add(unit(mention))
        found.add(kind(mention))
    gaps.append(text[at:end])
    found.update(_TRACE.findall("\n".join(gaps).lower()))
    return found


def of_word(word: str) -> str:
    """The trace to know a word by: its longest; other traces stay what they are."""
    if word[0] == " " or word[0] in _MARKS:
        return word
    runs: list[str] = _TRACE.findall(word)
    return max(runs, key=len)


#: How often a word shows, where it matters: figures stand in most sentences that are looked at.
_RARE, _SCARCE, _OFTEN, _ALWAYS = 1, 5, 60, 400
_FREQUENT = words.words(
    "a about an and are as at be been by for from had has have in into is it its more new not of on"
    " or out s that the their to up was were which who will with would"
)


class Sieve(Generic[_Thing]):
    """Things by what they need: at least one word of each of their sets. Made once a run.

    A thing is looked up by the set that is hardest to meet: most are never looked at.
    """

    def __init__(self, things: Iterable[tuple[_Thing, Sequence[Need]]]) -> None:
        self._keyed: dict[str, list[tuple[_Thing, tuple[Need, ...]]]] = {}
        for thing, needs in things:
            hardest, *others = sorted(needs, key=_frequency)
            for word in sorted(hardest):
                self._keyed.setdefault(word, []).append((thing, tuple(others)))

    def find(self, shown: Set[str]) -> Iterator[_Thing]:
        """What may be there, where these words show; one thing may come several times."""
        lacks = shown.isdisjoint
        for word in self._keyed.keys() & shown:
            for thing, needs in self._keyed[word]:
                for need in needs:
                    if lacks(need):
                        break
                else:
                    yield thing

    def passes(self, shown: Set[str]) -> bool:
        """Whether anything may be there."""
        return any(True for _ in self.find(shown))


def traced(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What the traces of a text need to show, where its tokens need to show words."""
    return tuple(frozenset(map(of_word, need)) for need in needs)


def _frequency(need: Need) -> int:
    """A guess at how often one word of a set shows."""
    return sum(map(_commonness, need))


def _commonness(word: str) -> int:
    if word in (MARKS["name"], kind_of("unknown"), kind_of("org")):
        return _ALWAYS
    if word in (MARKS["round"], kind_of("place"), kind_of("product")):
        return _SCARCE
    return _OFTEN if word in _FREQUENT or not word[0].isalpha() else _RARE
