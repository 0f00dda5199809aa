"""What wordings need and the words of a sentence -> which of them may fit there.

The words of a sentence are known before it is cut into tokens. That is asked of all sentences, and
few are worth more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import Generic, TypeVar

from factlint.claims import words
from factlint.claims.tokens import MARKS, mark
from factlint.claims.tokens import words as words_of
from factlint.model import EntityKind, Mention

_Thing = TypeVar("_Thing")
#: Words, or what else a sentence shows, of which one at least is needed.
Need = frozenset[str]


def unit(mention: Mention) -> str:
    """What shows the unit of a mention, else its kind of value."""
    value = mention.value
    return of_unit(value.interval.unit if value.interval else value.kind)


def of_unit(name: str) -> str:
    """What shows a mention in a unit, or of a kind of value: no word starts with a blank."""
    return " " + name


def kind(mention: Mention) -> str:
    """What shows which kind of entity a mention names."""
    return of_kind(mention.entity_kind)


def of_kind(entity_kind: EntityKind) -> str:
    """What shows a name of a kind of entity."""
    return MARKS["name"] + entity_kind


def shown(text: str, start: int, end: int, mentions: Sequence[Mention]) -> set[str]:
    """The words, marks, units and kinds of text[start:end], with the mentions that lie in it."""
    found = words_of(text, start, end, mentions)
    for mention in mentions:
        found |= {mark(mention), unit(mention), kind(mention)}
    return found


#: How often a word shows, where it matters: figures stand in most sentences that are looked at.
_RARE, _SCARCE, _OFTEN, _ALWAYS = 1, 5, 60, 400
_FREQUENT = words.words(
    "a about an and are as at be been by for from had has have in into is it its more new not of on"
    " or out that the their to up was were which who will with would"
)


class Sieve(Generic[_Thing]):
    """Things by what they need: at least one word of each of their sets. Made once a run.

    A thing is looked up by the set that is hardest to meet: most are never looked at.
    """

    def __init__(self, things: Iterable[tuple[_Thing, Sequence[Need]]]) -> None:
        self._keyed: dict[str, list[tuple[_Thing, tuple[Need, ...]]]] = {}
        for thing, needs in things:
            hardest = min(needs, key=_frequency)
            others = tuple([need for need in needs if need is not hardest])
            for word in hardest:
                self._keyed.setdefault(word, []).append((thing, others))

    def find(self, shown: Set[str]) -> Iterator[_Thing]:
        """What may fit where these words show; one thing may come several times."""
        lacks = shown.isdisjoint
        for word in self._keyed.keys() & shown:
            for thing, needs in self._keyed[word]:
                for need in needs:
                    if lacks(need):
                        break
                else:
                    yield thing

    def passes(self, shown: Set[str]) -> bool:
        """Whether anything may fit."""
        return any(True for _ in self.find(shown))


@lru_cache(maxsize=4096)
def _frequency(need: Need) -> int:
    """A guess at how often one word of a set shows."""
    return sum(map(_commonness, need))


def _commonness(word: str) -> int:
    if not word[0].isalpha():
        return _MARKED.get(word, _OFTEN)
    return _OFTEN if word in _FREQUENT else _RARE


_MARKED = {
    **dict.fromkeys((MARKS["name"], of_kind("unknown"), of_kind("org")), _ALWAYS),
    **dict.fromkeys((MARKS["round"], of_kind("place"), of_kind("product")), _SCARCE),
}
