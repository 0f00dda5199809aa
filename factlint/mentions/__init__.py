"""Passage text and the lexicon of its document -> all its mentions: figures, dates and names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factlint.mentions import cells, figures, name_markets, names
from factlint.mentions.captions import NOTHING, Under, above
from factlint.mentions.names import Lexicon
from factlint.model import Mention

__all__ = ["NOTHING", "Under", "above", "find"]


def find(
    text: str, lexicon: Lexicon, base: date | None, under: Under = NOTHING
) -> tuple[Mention, ...]:
    """All mentions of one passage text, sorted, none overlapping another.

    Names own their digits, so a count that lies inside a name is none. `base` is the day that
    relative dates are reckoned from, `under` the heads that say what the passage holds.
    """
    counted = figures.find(text, base)
    if under is not NOTHING:
        counted = cells.under(text, counted, under)
    named = names.find(text, counted, lexicon)
    sized = tuple(name_markets.find(text, counted, named))
    if sized:
        named = _apart(sized, named)
    if not named:
        return counted
    result = list(named)
    at = 0
    for figure in counted:
        while at < len(named) and named[at].end <= figure.start:
            at += 1
        if at == len(named) or named[at].start >= figure.end:
            result.append(figure)
    return tuple(sorted(result, key=lambda mention: mention.start))


def _apart(markets: Sequence[Mention], named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The markets, and the names that are no part of one: "the Osprey chip market" is one name."""
    others = [
        one
        for one in named
        if all(one.end <= market.start or one.start >= market.end for market in markets)
    ]
    return tuple(sorted((*markets, *others), key=lambda mention: mention.start))
