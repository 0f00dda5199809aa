"""Passage text and the lexicon of its document -> all its mentions: figures, dates and names."""

from __future__ import annotations

from datetime import date

from factlint.mentions import figures, names
from factlint.mentions.names import Lexicon
from factlint.model import Mention


def find(text: str, lexicon: Lexicon, base: date | None) -> tuple[Mention, ...]:
    """All mentions of one passage text, sorted, none overlapping another.

    Names own their digits, so a count that lies inside a name is none. `base` is the day that
    relative dates are reckoned from.
    """
    counted = figures.find(text, base)
    named = names.find(text, counted, lexicon)
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
