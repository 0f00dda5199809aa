"""Passage text and its mentions -> the same mentions, and one for each number that counts nothing.

A relation gives a meaning to numbers that have no noun: "10 of 48", "one in four", "3/7 (43 %)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factlint.intervals import Interval
from factlint.mentions import numbers
from factlint.model import Mention, Value

# "48", "1,200", "3" and "7" of "3/7"; not "v2", "2.0.1", "48-bit", "$5", "12:30", "1st", "1990s"
_DIGITS = re.compile(
    r"""
    (?: (?<! [\w.,:$€£¥₹/#+@&*^=<>~'"-] ) | (?<= [\ (] \d / ) | (?<= \d\d / ) )
    \d [\d,]* (?: \.\d+ )?
    (?= [\ ),.;:!?—–] | $ | / \d+ (?! [\w/.%] ) ) (?! [.,:]\d )
    """,
    re.VERBOSE,
)
_WORDS = re.compile(rf"\b(?:{'|'.join(numbers.ONES)})\b(?!-)", re.IGNORECASE)
#: Bare numbers among these are years.
_YEARS = range(1900, 2101)


def _value(text: str, read: numbers.Numeral) -> Value:
    interval = Interval(read.value, read.value, "", "exact", read.step, read.pointed)
    return Value("count", text, interval)


def _bare(text: str, start: int, end: int) -> Iterator[Mention]:
    """The bare numbers of a stretch that holds no mention."""
    spots = [(m.start(), numbers.digits(text, m.start())) for m in _DIGITS.finditer(text, start, end)]
    spots += [(m.start(), numbers.words(text, m.start())) for m in _WORDS.finditer(text, start, end)]
    for at, read in sorted(spots, key=lambda spot: spot[0]):
        if read is None or read.end > end:
            continue
        if read.value in _YEARS and not read.grouped:
            continue
        yield Mention(at, read.end, at, _value(text[at : read.end], read))


def filled(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions in order, the bare numbers between them included."""
    found: list[Mention] = []
    at = 0
    for mention in mentions:
        found += _bare(text, at, mention.start)
        found.append(mention)
        at = mention.end
    found += _bare(text, at, len(text))
    return tuple(found)
