"""Texts -> pairs that may be alike: a few for each text, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

#: In sorted order, a text is compared with so many that follow it.
WINDOW = 4
#: A key that more texts share says nothing of them.
CROWD = 40

Pair = tuple[str, str]


def alike(texts: Iterable[str], least: int) -> Iterator[Pair]:
    """Pairs of texts of at least `least` characters, each pair once and in order.

    They stand near each other when sorted, from the front or from the back, or are the same
    without one character each.
    """
    known = sorted({text for text in texts if len(text) >= least})
    seen: set[Pair] = set()
    for pair in (*_near(known), *_deletions(known)):
        if pair not in seen:
            seen.add(pair)
            yield pair


def _near(texts: Sequence[str]) -> Iterator[Pair]:
    backwards = sorted(texts, key=lambda text: text[::-1])
    for ordered in (texts, backwards):
        for index, text in enumerate(ordered):
            for other in ordered[index + 1 : index + 1 + WINDOW]:
                yield (text, other) if text < other else (other, text)


def _deletions(texts: Sequence[str]) -> Iterator[Pair]:
    keys: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        keys[text].append(text)
        for shorter in {text[:at] + text[at + 1 :] for at in range(len(text))}:
            keys[shorter].append(text)
    for held in keys.values():
        if 1 < len(held) <= CROWD:
            yield from combinations(sorted(held), 2)
