"""Spellings -> an index that finds the longest known spelling at a place of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from factlint.mentions import name_words as words

#: The first word of a spelling: "J" of "J.P. Morgan", "1789" of "1789 Capital".
_FIRST = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Index:
    """Spellings by their first word, the longest first.

    `folded` holds them by the first word in lower case, for lines that are all capitals.
    """

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def match(self, text: str, start: int, first: str) -> str | None:
        """The longest spelling that stands at `start`, where the word `first` begins."""
        for spelling in self.spellings.get(first, ()):
            if text.startswith(spelling, start) and ends(text, start + len(spelling)):
                return spelling
        return None

    def match_folded(self, text: str, start: int, first: str) -> str | None:
        """The same without regard to case."""
        for spelling in self.folded.get(first.casefold(), ()):
            end = start + len(spelling)
            if text[start:end].casefold() == spelling.casefold() and ends(text, end):
                return spelling
        return None


def ends(text: str, end: int) -> bool:
    """Whether a word that is read up to `end` goes no further: not in "Amazon.com", "AT&T"."""
    after = text[end : end + 2]
    if after[:1] in ("", " "):
        return True
    if after[0].isalnum() or after[0] == "_":
        return False
    if after[0] == ".":
        return len(after) == 1 or not (after[1].isdigit() or after[1].islower())
    if after[0] == "-":
        return len(after) == 1 or not after[1].isdigit()
    return after[0] != "&" or len(after) == 1 or not after[1].isalnum()


def build(spellings: Iterable[str]) -> Index:
    """An index over `spellings`."""
    by_first: dict[str, list[str]] = defaultdict(list)
    by_folded: dict[str, list[str]] = defaultdict(list)
    for spelling in spellings:
        first = _FIRST.match(spelling)
        if first is None:
            continue
        by_first[first[0]].append(spelling)
        by_folded[first[0].casefold()].append(spelling)
    return Index(_longest_first(by_first), _longest_first(by_folded))


def _longest_first(table: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {
        first: tuple(sorted(found, key=lambda spelling: (-len(spelling), spelling)))
        for first, found in table.items()
    }


def plain(spelling: str) -> bool:
    """Whether a spelling is also a plain word: "Target", "Ramp", but not "TI" or "Nvidia"."""
    return spelling[1:].islower() and spelling.casefold() in words.common()


def variants(spelling: str) -> Iterable[str]:
    """Other ways to write the same name: "NVIDIA" and "Openai" for "Nvidia" and "OpenAI"."""
    if len(spelling) < 5 or not spelling.isalpha() or plain(spelling):
        return ()
    found = {spelling.upper()}
    if not spelling.isupper() and spelling[0].isupper():
        found.add(spelling.capitalize())
    return found - {spelling}
