"""A trigger word, digit or currency sign -> how to read the figure that stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from factlint.mentions import dates, measures, periods, relative, rounds, units, vague
from factlint.mentions.calendars import MONTH_WORDS, Found
from factlint.mentions.measures import Hit
from factlint.mentions.numbers import ONES, TENS
from factlint.mentions.vague import Vague
from factlint.model import Mention, Value


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

#: A digit behind one of these is a piece of a name, a version, a path or a clock.
_LEFT_GLUE = frozenset("._,/:#@&\\^'’=%")

# "a year ago": before "ago"
_A_TIME = re.compile(r"\b an? [\ ] [a-z]+ [\ ] $", re.VERBOSE | re.IGNORECASE)


def _dated(spot: Spot, found: Found | None) -> Hit | None:
    if found is None or found.start < spot.floor:
        return None
    said = spot.text[found.start : found.end]
    value = Value("date", said, canonical=found.days.text, days=found.days)
    return Hit(Mention(found.start, found.end, found.start, value), found.end)


def _vague(spot: Spot, found: Vague | None) -> Hit | None:
    return measures.vague(spot.text, found, spot.floor) if found else None


def _glued(text: str, at: int) -> bool:
    """Whether the digit at `at` belongs to what stands before it: "CS-3", "1.36", "v2"."""
    if not at:
        return False
    mark = text[at - 1]
    if mark == "-":
        return at > 1 and text[at - 2].isalnum() and not text.endswith("sub-", 0, at)
    return mark in _LEFT_GLUE or mark.isalnum()


def digits(spot: Spot) -> Hit | None:
    """The figure that starts with a digit."""
    text, at, base = spot.text, spot.at, spot.base
    if _glued(text, at):
        return None
    if hit := _dated(spot, dates.at_digit(text, at, base)):
        return hit
    if hit := _ago(spot, at):
        return hit
    return _vague(spot, vague.figure(text, at)) or measures.read(text, at, spot.floor)


def currency(spot: Spot) -> Hit | None:
    """The amount that starts with a currency."""
    return measures.read(spot.text, spot.at, spot.floor)


def _number_word(spot: Spot) -> Hit | None:
    text, at = spot.text, spot.at
    if hit := _ago(spot, at):
        return hit
    found = vague.figure(text, at) or vague.fraction(text, at)
    return _vague(spot, found) if found else measures.read(text, at, spot.floor)


def _scale_word(spot: Spot) -> Hit | None:
    found = vague.scaled(spot.text, spot.at)
    if found is None or found.start < spot.floor:
        return None
    if isinstance(found, Vague):
        return _vague(spot, found)
    return measures.measure(spot.text, found, spot.floor)


def _share(spot: Spot) -> Hit | None:
    """ "a third", or "third quarter of 2026"; number words before a share have their own place."""
    share = vague.fraction(spot.text, spot.at - 2) if spot.at > 1 else None
    return _vague(spot, share) or _period(spot)


def _multi(spot: Spot) -> Hit | None:
    return _vague(spot, vague.multi(spot.text, spot.at))


def _single(spot: Spot) -> Hit | None:
    return _vague(spot, vague.single(spot.text, spot.at))


def _multiple(spot: Spot) -> Hit | None:
    return _vague(spot, vague.multiple(spot.text, spot.at, spot.word))


def _month(spot: Spot) -> Hit | None:
    return _dated(spot, dates.at_month(spot.text, spot.at, spot.base))


def _period(spot: Spot) -> Hit | None:
    return _dated(spot, periods.at_word(spot.text, spot.at, spot.base)) or _relative(spot)


def _relative(spot: Spot) -> Hit | None:
    if spot.base is None:
        return None
    return _dated(spot, relative.at_word(spot.text, spot.at, spot.base))


def _ago(spot: Spot, at: int) -> Hit | None:
    return _dated(spot, relative.ago(spot.text, at, spot.base)) if spot.base else None


def _a_time_ago(spot: Spot) -> Hit | None:
    match = _A_TIME.search(spot.text, max(0, spot.at - 9), spot.at)
    return _ago(spot, match.start()) if match else None


def _round(spot: Spot) -> Hit | None:
    found = rounds.read(spot.text, spot.at)
    if found is None or found.start < spot.floor:
        return None
    value = Value("round", spot.text[found.start : found.end], canonical=found.canonical)
    return Hit(Mention(found.start, found.end, found.start, value), found.end)


def _cased(words: Iterable[str]) -> Iterable[str]:
    """Words in lower case, with their capitalised forms."""
    return (form for word in words for form in (word, word.capitalize()))


_SCALES = units.listed(
    "hundred thousand million billion trillion dozen crore lakh "
    "hundreds thousands millions billions trillions dozens tens"
)
_MULTIS = units.listed("multi multimillion multibillion multitrillion multigigawatt multimegawatt")
_PERIODS = units.listed(
    "fiscal first second early mid late end beginning start final last next this"
)
_ROUNDS = units.listed("series seed angel growth bridge debt initial")

READERS: Mapping[str, Reader] = {
    **dict.fromkeys(_cased([*ONES, *TENS]), _number_word),
    **dict.fromkeys(_cased(("third", "quarter", "fourth", "fifth", "tenth")), _share),
    **dict.fromkeys(_cased(_SCALES), _scale_word),
    **dict.fromkeys(_cased(_MULTIS), _multi),
    **dict.fromkeys(_cased(("single",)), _single),
    **dict.fromkeys(_cased(vague.MULTIPLES), _multiple),
    **dict.fromkeys((code.rstrip(".") for code in units.CURRENCY_CODES), currency),
    **dict.fromkeys(MONTH_WORDS, _month),
    **dict.fromkeys(("Q1", "Q2", "Q3", "Q4", "H1", "H2", "FY"), _period),
    **dict.fromkeys(_cased(_PERIODS), _period),
    **dict.fromkeys((*relative.WEEKDAYS, "Christmas", "New"), _relative),
    **dict.fromkeys(_cased(("yesterday", "today", "tomorrow")), _relative),
    "ago": _a_time_ago,
    **dict.fromkeys((*_cased(_ROUNDS), "SERIES", "SEED", "IPO"), _round),
}
