"""Passage text -> mentions of money, percent, quantities, counts, dates and rounds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factlint.intervals import Bound
from factlint.mentions import readers, units
from factlint.mentions.readers import READERS, Reader, Spot
from factlint.model import Mention

#: A document's date outside these years is a mistake and no base for relative dates.
_BASES = range(1900, 2200)

_DIGITS_OR_SIGNS = re.compile(rf"[0-9][0-9.,]*|[{''.join(units.CURRENCY_SIGNS)}](?=\ ?\(?[0-9])")
_TOKEN = re.compile(r"[QH][1-4]|[A-Za-z]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_TRIGGERS = frozenset(READERS)

#: A trigger word behind one of these is a piece of a name, a handle or a path.
_LEFT_GLUE = frozenset("_/@#.")

_COORDINATION = re.compile(r",?\ (?:and\ )?")
_RESPECTIVELY = re.compile(r"[^.;]{0,60}?\brespectively\b")
_HEDGED: frozenset[Bound] = frozenset(("about", "at_least", "at_most"))


def find(text: str, base: date | None) -> tuple[Mention, ...]:
    """All figures of one passage, sorted and apart; `base` is the date of the document."""
    if base is not None and base.year not in _BASES:
        base = None
    mentions: list[Mention] = []
    floor = resume = 0
    for at, word in _spots(text):
        read = _reader(text, at, word) if at >= resume else None
        hit = read(Spot(text, at, word, base, floor)) if read else None
        if hit is None:
            continue
        mentions.append(hit.mention)
        floor, resume = hit.mention.end, hit.resume
    return tuple(_respectively(text, mentions) if "respectively" in text else mentions)


def _spots(text: str) -> list[tuple[int, str]]:
    """The places where a figure may start, in order.

    Words are looked up as a set first and then found by name: one alternation of all of them,
    searched everywhere, costs eight times as much.
    """
    found = [(match.start(), match.group()) for match in _DIGITS_OR_SIGNS.finditer(text)]
    tokens = set(_LETTERS.findall(text))
    if "Q" in tokens or "H" in tokens:  # "Q1": the slower pattern tells
        tokens = set(_TOKEN.findall(text))
    for word in _TRIGGERS.intersection(tokens):
        at = text.find(word)
        while at >= 0:
            found.append((at, word))
            at = text.find(word, at + len(word))
    found.sort()
    return found


def _reader(text: str, at: int, word: str) -> Reader | None:
    """How to read on from `word`; None inside a longer word."""
    if word[0].isdigit():
        return readers.digits
    if not word[0].isalpha():
        return readers.currency
    if text[at + len(word) : at + len(word) + 1].isalpha():
        return None
    if at and (text[at - 1].isalnum() or text[at - 1] in _LEFT_GLUE):
        return READERS[word] if text[max(0, at - 3) : at].lower() == "pre" else None
    return READERS[word]


def _respectively(text: str, mentions: list[Mention]) -> list[Mention]:
    """A hedge before the first of several amounts holds for all that "respectively" closes."""
    done: list[Mention] = []
    for mention in mentions:
        shared = _shared(text, done[-1], mention) if done else None
        done.append(shared or mention)
    return done


def _shared(text: str, first: Mention, second: Mention) -> Mention | None:
    """The second of two coordinated amounts under the hedge of the first."""
    one, two = first.value.interval, second.value.interval
    if one is None or two is None or one.unit != two.unit or two.bound != "exact":
        return None
    joined = _COORDINATION.fullmatch(text, first.end, second.start)
    if one.bound not in _HEDGED or not joined or not _RESPECTIVELY.match(text, second.end):
        return None
    low = None if one.bound == "at_most" else two.low
    high = None if one.bound == "at_least" else two.high
    value = replace(second.value, interval=replace(two, low=low, high=high, bound=one.bound))
    return second._replace(value=value)
