"""Spellings -> an index that finds the longest known spelling at a place of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factlint.mentions import name_words as words

#: The first word of a spelling: "J" of "J.P. Morgan", "1789" of "1789 Capital".
_FIRST = re.compile(r"\w+")


@dataclass(frozen=True)
class Index:
    """Spellings by their first word, the longest first."""

    spellings: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def folded(self) -> Mapping[str, Sequence[str]]:
        """The same by the first word in lower case; only lines that are all capitals need it."""
        found: dict[str, list[str]] = defaultdict(list)
        for first, spellings in self.spellings.items():
            found[first.casefold()] += spellings
        return _longest_first(found)

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
    for spelling in spellings:
        first = spelling.partition(" ")[0]
        if first.isalnum():  # nearly always; much cheaper than the search
            by_first[first].append(spelling)
        elif word := _FIRST.match(spelling):
            by_first[word[0]].append(spelling)
    return Index(_longest_first(by_first))


def _longest_first(table: Mapping[str, list[str]]) -> Mapping[str, Sequence[str]]:
    for found in table.values():
        if len(found) > 1:
            found.sort(key=lambda spelling: (-len(spelling), spelling))
    return table


def plain(spelling: str) -> bool:
    """Whether a spelling is also a plain word: "Target", "Ramp", but not "TI" or "Nvidia"."""
    return spelling[1:].islower() and spelling.casefold() in words.common()


def variants(spelling: str) -> Iterable[str]:
    """Other ways to write the same name: "NVIDIA" and "Openai" for "Nvidia" and "OpenAI"."""
    if not spelling.isalpha() or len(spelling) < 5 or plain(spelling):
        return ()
    found = {spelling.upper()}
    if not spelling.isupper() and spelling[0].isupper():
        found.add(spelling.capitalize())
    return found - {spelling}
