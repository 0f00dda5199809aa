"""A word nobody knows, and the known ones -> "; did you mean ...?", or nothing."""

from __future__ import annotations

from collections.abc import Iterable

#: Below this likeness (0 to 100) a suggestion would only confuse.
ALIKE = 60


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: its nearest right word, if one is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(
        word, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=ALIKE
    )
    return f"; did you mean {best[0]!r}?" if best else ""


def listing(words: Iterable[str]) -> str:
    """The allowed words for a message: "a, b or c"."""
    *firsts, last = words
    return f"{', '.join(firsts)} or {last}" if firsts else last
