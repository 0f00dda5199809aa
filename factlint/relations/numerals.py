"""Passage text and its mentions -> the same mentions, and one for each number that counts nothing.

A relation gives a meaning to numbers that have no noun: "10 of 48", "one in four", "3/7 (43 %)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factlint.intervals import Interval
from factlint.mentions import numbers
from factlint.model import Mention, Value

# "48", "1,200", "3" and "7" of "3/7"; not "v2", "2.0.1", "48-bit", "$5", "12:30", "1st", "1990s".
# What stands before the first digit is looked at behind it: `re` skips to digits, but not to looks.
_DIGITS = re.compile(
    r"""
    \d
    (?: (?<! [\w.,:$€£¥₹/#+@&*^=<>~'"-] \d ) | (?<= [\ (] \d / \d ) | (?<= \d\d / \d ) )
    [\d,]* (?: \.\d+ )?
    (?= [\ ),.;:!?—–] | $ | / \d+ (?! [\w/.%] ) ) (?! [.,:]\d )
    """,
    re.VERBOSE,
)
_WORDS = re.compile(rf"\b(?:{'|'.join(numbers.ONES)})\b(?!-)", re.IGNORECASE)
#: So short is a heading: "Five things to know".
_SHORT = 60
#: Bare numbers among these are years.
_YEARS = range(1900, 2101)


def _value(text: str, read: numbers.Numeral) -> Value:
    interval = Interval(read.value, read.value, "", "exact", read.step, read.pointed)
    return Value("count", text, interval)


def _bare(text: str) -> Iterator[Mention]:
    """The bare numbers of a text in order; spelt ones only where they may matter.

    They do beside a percentage and before a list.
    """
    spots = [(m.start(), numbers.digits(text, m.start())) for m in _DIGITS.finditer(text)]
    if "%" in text or "percent" in text or len(text) < _SHORT or text.endswith(":"):
        spots += [(m.start(), numbers.words(text, m.start())) for m in _WORDS.finditer(text)]
        spots.sort(key=lambda spot: spot[0])
    for at, read in spots:
        if read is not None and (read.grouped or read.value not in _YEARS):
            yield Mention(at, read.end, at, _value(text[at : read.end], read))


def _is_ratio(mention: Mention) -> bool:
    """Whether a share is written as two numbers: "one in four" is a part and its whole."""
    said = mention.value.text
    return mention.value.kind == "percent" and (" in " in said or " out of " in said)


def filled(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions in order, the bare numbers between them included."""
    found: list[Mention] = []
    rest = iter((*(mention for mention in mentions if not _is_ratio(mention)), None))
    following = next(rest)
    for bare in _bare(text):
        while following is not None and following.end <= bare.start:
            found.append(following)
            following = next(rest)
        if following is None or bare.end <= following.start:
            found.append(bare)
    while following is not None:
        found.append(following)
        following = next(rest)
    return tuple(found)
