"""Passage text -> mentions of money, percent, quantities, counts, dates and rounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from factlint.mentions import dates, measures, relative, rounds, units, vague
from factlint.mentions.dates import Found
from factlint.mentions.measures import Hit
from factlint.mentions.numbers import ONES, TENS
from factlint.mentions.rounds import Round
from factlint.model import Mention, Value

#: A document's date outside these years is a mistake and no base for relative dates.
_BASES = range(1900, 2200)


class Spot(NamedTuple):
    """A place to read at: the text, the word or digits there, the document's date, and the end
    of the mention before.
    """

    text: str
    at: int
    word: str
    base: date | None
    floor: int


Reader = Callable[[Spot], "Hit | None"]


def _dated(spot: Spot, found: Found | None) -> Hit | None:
    if found is None or found.start < spot.floor:
        return None
    said = spot.text[found.start : found.end]
    value = Value("date", said, canonical=found.days.text, days=found.days)
    return Hit(Mention(found.start, found.end, found.start, value), found.end)


def _rounded(spot: Spot, found: Round | None) -> Hit | None:
    if found is None or found.start < spot.floor:
        return None
    value = Value("round", spot.text[found.start : found.end], canonical=found.canonical)
    return Hit(Mention(found.start, found.end, found.start, value), found.end)


#: A digit behind one of these is a piece of a name, a version, a path or a clock.
_LEFT_GLUE = frozenset("._,/:#@&\\^'’=%")


def _glued(text: str, at: int) -> bool:
    """Whether the digit at `at` belongs to what stands before it: "CS-3", "1.36", "v2"."""
    if not at:
        return False
    mark = text[at - 1]
    if mark == "-":
        return at > 1 and text[at - 2].isalnum() and not text.endswith("sub-", 0, at)
    return mark in _LEFT_GLUE or mark.isalnum()


def _digits(spot: Spot) -> Hit | None:
    text, at, base = spot.text, spot.at, spot.base
    if _glued(text, at):
        return None
    if hit := _dated(spot, dates.at_digit(text, at, base)):
        return hit
    if base and (hit := _dated(spot, relative.ago(text, at, base))):
        return hit
    if figure := vague.figure(text, at):
        return measures.vague(text, figure, spot.floor)
    return measures.read(text, at, spot.floor)


def _currency(spot: Spot) -> Hit | None:
    return measures.read(spot.text, spot.at, spot.floor)


def _number_word(spot: Spot) -> Hit | None:
    text, at, base = spot.text, spot.at, spot.base
    if base and (hit := _dated(spot, relative.ago(text, at, base))):
        return hit
    for found in (vague.figure(text, at), vague.fraction(text, at)):
        if found:
            return measures.vague(text, found, spot.floor)
    return measures.read(text, at, spot.floor)


def _scale_word(spot: Spot) -> Hit | None:
    found = vague.scaled(spot.text, spot.at)
    if found is None or found.start < spot.floor:
        return None
    if isinstance(found, vague.Vague):
        return measures.vague(spot.text, found, spot.floor)
    return measures.measure(spot.text, found, spot.floor)


def _share(spot: Spot) -> Hit | None:
    found = vague.fraction(spot.text, spot.at - 2) if spot.at > 1 else None
    return measures.vague(spot.text, found, spot.floor) if found else None


def _multi(spot: Spot) -> Hit | None:
    found = vague.multi(spot.text, spot.at)
    return measures.vague(spot.text, found, spot.floor) if found else None


def _multiple(spot: Spot) -> Hit | None:
    found = vague.multiple(spot.text, spot.at, spot.word)
    return measures.vague(spot.text, found, spot.floor) if found else None


def _month(spot: Spot) -> Hit | None:
    return _dated(spot, dates.at_month(spot.text, spot.at, spot.base))


def _part(spot: Spot) -> Hit | None:
    return _dated(spot, dates.at_part(spot.text, spot.at, spot.base)) or _relative(spot)


def _relative(spot: Spot) -> Hit | None:
    if spot.base is None:
        return None
    return _dated(spot, relative.at_word(spot.text, spot.at, spot.base))


def _ago(spot: Spot) -> Hit | None:
    """ "a year ago": the number words are read at their own place."""
    match = _ARTICLE_BEFORE.search(spot.text, max(0, spot.at - 9), spot.at)
    if match is None or spot.base is None:
        return None
    return _dated(spot, relative.ago(spot.text, match.start(), spot.base))


_ARTICLE_BEFORE = re.compile(r"\b an? [\ ] [a-z]+ [\ ] $", re.VERBOSE | re.IGNORECASE)


def _round(spot: Spot) -> Hit | None:
    return _rounded(spot, rounds.read(spot.text, spot.at))


def _cases(words: str | frozenset[str]) -> list[str]:
    """Words in lower case -> with their capitalised forms."""
    each = words.split() if isinstance(words, str) else sorted(words)
    return [form for word in each for form in (word, word.capitalize())]


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(_cases(frozenset(ONES) | frozenset(TENS)), _number_word),
    **dict.fromkeys(_cases("third quarter fourth fifth tenth"), _share),
    **dict.fromkeys(
        _cases(
            "hundred thousand million billion trillion dozen crore lakh "
            "hundreds thousands millions billions trillions dozens tens"
        ),
        _scale_word,
    ),
    **dict.fromkeys(_cases("multi"), _multi),
    **dict.fromkeys(_cases(vague.MULTIPLES), _multiple),
    **dict.fromkeys(units.CURRENCY_CODES, _currency),
    **dict.fromkeys(dates.MONTH_WORDS, _month),
    **dict.fromkeys(("Q1", "Q2", "Q3", "Q4", "H1", "H2", "FY"), _part),
    **dict.fromkeys(_cases("fiscal first second early mid late end beginning start final"), _part),
    **dict.fromkeys(_cases("last next this"), _part),
    **dict.fromkeys((*relative.WEEKDAYS, "Christmas", "New"), _relative),
    **dict.fromkeys(_cases("yesterday today tomorrow"), _relative),
    "ago": _ago,
    **dict.fromkeys(
        (*_cases("series seed angel growth bridge debt venture initial"), "SERIES", "SEED", "IPO"),
        _round,
    ),
}

_DIGITS_OR_SIGNS = re.compile(rf"[0-9][0-9.,]*|[{''.join(units.CURRENCY_SIGNS)}](?=\ ?[0-9])")
_WORDS = re.compile(rf"(?:{units.alternatives(_READERS)})(?![A-Za-z])")


def _spots(text: str) -> list[tuple[int, str]]:
    """The places where a figure may start, in order."""
    found = [(match.start(), match.group()) for match in _DIGITS_OR_SIGNS.finditer(text)]
    found += [(match.start(), match.group()) for match in _WORDS.finditer(text)]
    found.sort()
    return found


def _reader(text: str, at: int, word: str) -> Reader | None:
    """How to read on from `word`; None inside a longer word."""
    if word[0].isdigit():
        return _digits
    if not word[0].isalpha():
        return _currency
    if at and (text[at - 1].isalnum() or text[at - 1] in "_/@#.") and text[at - 3 : at].lower() != "pre":
        return None
    return _READERS[word]


def find(text: str, base: date | None) -> tuple[Mention, ...]:
    """All figures of one passage, sorted and apart; `base` is the date of the document."""
    if base is not None and base.year not in _BASES:
        base = None
    mentions: list[Mention] = []
    floor = resume = 0
    for at, word in _spots(text):
        reader = _reader(text, at, word) if at >= resume else None
        hit = reader(Spot(text, at, word, base, floor)) if reader else None
        if hit is None:
            continue
        mentions.append(hit.mention)
        floor, resume = hit.mention.end, hit.resume
    return _respectively(text, mentions)


_BOTH = re.compile(r",? (?:and )?")
_RESPECTIVELY = re.compile(r"[^.;]{0,60}?\brespectively\b")


def _respectively(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """A hedge before the first of several amounts holds for all that "respectively" closes."""
    if "respectively" not in text:
        return tuple(mentions)
    done: list[Mention] = []
    for mention in mentions:
        previous = done[-1] if done else None
        shared = previous and _shared(text, previous, mention)
        done.append(shared or mention)
    return tuple(done)


def _shared(text: str, first: Mention, second: Mention) -> Mention | None:
    """The second amount under the hedge of the first, where the two are coordinated."""
    one, two = first.value.interval, second.value.interval
    if one is None or two is None or one.unit != two.unit or two.bound != "exact":
        return None
    if one.bound not in ("about", "at_least", "at_most"):
        return None
    if not _BOTH.fullmatch(text, first.end, second.start):
        return None
    if not _RESPECTIVELY.match(text, second.end):
        return None
    interval = replace(
        two,
        low=None if one.bound == "at_most" else two.low,
        high=None if one.bound == "at_least" else two.high,
        bound=one.bound,
    )
    return replace(second, value=replace(second.value, interval=interval))
