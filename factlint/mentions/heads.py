"""The head of a column or row -> what it gives to bare values: unit, magnitude, rate, kind.

"Amount ($M)", "Params (B)", "Context, K tokens", "Memory GB", "Price per 1M tokens", "Founded".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factlint.mentions import rates
from factlint.mentions.countables import PLURALS
from factlint.mentions.units import (
    CURRENCY_CODES,
    CURRENCY_OWNERS,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    MONEY_LETTERS,
    PERCENTS,
    SCALE_LETTERS,
    SCALE_WORDS,
    UNITS,
    Unit,
    alternatives,
    listed,
)

_ONE = Decimal(1)
#: Longer heads are sentences.
_LONGEST = 120


class Head(NamedTuple):
    """What a head says of the values below it.

    `unit` and `factor` hold for numbers that have none of their own, `per` is what they are
    counted by; `dates` and `rounds` say that values are dates or funding rounds.
    """

    unit: Unit | None = None
    factor: Decimal = _ONE
    per: str | None = None
    dates: bool = False
    rounds: bool = False


_SIGNS = CURRENCY_SIGNS | CURRENCY_OWNERS
_MONEY = (
    rf"(?: (?P<sign> {alternatives(_SIGNS)} ) | (?P<code> (?i: {alternatives(CURRENCY_CODES)} )"
    rf" ) (?! [a-z] ) | (?P<word> (?i: {alternatives(CURRENCY_WORDS)} ) ) )"
)
_ZEROS = {"000": 3, "000s": 3, "'000": 3, "'000s": 3, "000,000": 6}
_SCALE = (
    rf"(?: (?P<scale> (?i: {alternatives(SCALE_WORDS)} ) s? ) (?! \w )"
    rf" | (?P<letter> {alternatives(MONEY_LETTERS)} ) (?! \w )"
    rf" | (?P<zeros> {alternatives(_ZEROS)} ) )"
)
# "$M", "US$ millions", "USD", "€ bn"; "M€", "millions of dollars", "$ in millions"
_SUM = re.compile(rf"{_MONEY} [\ ]? (?: in [\ ] )? (?: {_SCALE} )?", re.VERBOSE)
_SUM_BACK = re.compile(rf"{_SCALE} [\ ]? (?: of [\ ] )? {_MONEY}", re.VERBOSE)
# "B", "millions", "K tokens", "millions of users"
_COUNT = re.compile(rf"(?: {_SCALE} [\ ]? (?: of [\ ] )? )? (?P<noun> [A-Za-z]+ )?", re.VERBOSE)
# "(€M)", "[GB]"
_BRACKET = re.compile(r"[(\[] ([^()\[\]]*) [)\]]", re.VERBOSE)
# "Revenue, €m", "Revenue - $bn", "sales in millions of dollars"
_ASIDE = re.compile(r"(?: [,;:–—] | \ - | \ (?:in|of) (?=\ ) ) \s* ([^,;:–—()\[\]]+) $", re.VERBOSE)
# "Memory GB", "amount usd m": one to three words at the end, behind something that is no number
_TAIL = re.compile(r"[A-Za-z)'.] [\ ] ( \S+ (?: [\ ] \S+ ){0,2} ) $", re.VERBOSE)
_RATE = re.compile(r"(?= \ ?/\ ?(?=[A-Za-z1]) | [\ ] per [\ ] )", re.VERBOSE)
_IN = re.compile(
    r"(?: all [\ ] )? (?: (?: figures|amounts|values|numbers) [\ ] )? in [\ ]", re.VERBOSE
)

_DATES = listed(
    """
    date year founded established founding incorporated launched released launch release announced
    announcement closed since month when period quarter started day
    """
)
_NO_DATES = listed("revenue sales amount raised users employees budget price rate growth per days")
_ROUNDS = listed("round series stage")
#: What is counted, and never a sum of money.
_COUNTED = listed(
    "headcount employees staff workers layoffs users customers subscribers parameters params tokens"
)
_WORDS = re.compile(r"[a-z]+")
#: Units of time that are no units of a column: "Year", "Price per month".
_CALENDAR = listed("day days week weeks month months quarter quarters year years decade decades")
#: Money that a caption may give its currency and magnitude: "($ in millions)".
_MONEYED = listed(
    """
    revenue revenues sales income profit loss ebitda earnings cost costs expense expenses spending
    capex cash amount raised funding valuation cap capitalization value worth assets debt budget arr
    investment margin turnover price
    """
)


#: Heads that are years or quarters: the caption says what the numbers are.
_PERIODS = re.compile(r"(?:19|20)\d\d|\b[QH][1-4]\b|\bFY|\d[QH]\d\d")


@lru_cache(maxsize=4096)
def read(text: str) -> Head:
    """What one head gives to the values below it."""
    if len(text) > _LONGEST:
        return Head()
    words = _WORDS.findall(text.lower())
    found = next(filter(None, map(_phrase, _phrases(text))), None) or Head()
    if found.unit is not None and found.unit.kind == "money" and not _COUNTED.isdisjoint(words):
        found = Head()  # "headcount (USD)", where one currency is given for all fields
    return found._replace(
        per=found.per or _rate(text),
        dates=found.unit is None and not _DATES.isdisjoint(words) and _NO_DATES.isdisjoint(words),
        rounds=found.unit is None and not _ROUNDS.isdisjoint(words[-2:]),
    )


@lru_cache(maxsize=4096)
def given(heads: tuple[str, ...], caption: str = "") -> Head:
    """What the heads of a value give together; the first one that gives a unit counts.

    `caption` stands above the whole table and gives money only.
    """
    read_heads = [read(head) for head in heads]
    united = next((one for one in read_heads if one.unit or one.factor != _ONE), Head())
    said = {word for head in heads for word in _WORDS.findall(head.lower())}
    if _PERIODS.search(heads[0] if heads else ""):
        said |= set(_WORDS.findall(caption.lower()))
    if united == Head() and caption and not _MONEYED.isdisjoint(said):
        united = _captioned(caption)
    return united._replace(
        per=united.per or next((one.per for one in read_heads if one.per), None),
        dates=united.unit is None and any(one.dates for one in read_heads),
        rounds=united.unit is None and any(one.rounds for one in read_heads),
    )


@lru_cache(maxsize=256)
def _captioned(caption: str) -> Head:
    """ "All figures in millions of dollars", "Results ($ in millions)"."""
    brackets = _BRACKET.findall(caption)
    tails = [caption[found.end() :] for found in _IN.finditer(caption)]
    for phrase in (*brackets, *map(_up_to_unit, tails)):
        found = _phrase(phrase)
        if found is not None and found.unit is not None and found.unit.kind == "money":
            return found
    return Head()


def _up_to_unit(tail: str) -> str:
    """ "millions of dollars unless noted." -> "millions of dollars"."""
    found = _SUM.match(tail) or _SUM_BACK.match(tail)
    return found[0].strip() if found else ""


def _phrases(text: str) -> Iterator[tuple[str, bool]]:
    """The parts of a head that may name a unit, and whether a magnitude alone will do."""
    for inside in _BRACKET.findall(text):
        yield from ((part.strip(), True) for part in re.split(r"[,;]", inside))
    plain = _BRACKET.sub("", text).strip(" *_.")
    yield plain, False
    if plain.startswith("% "):
        yield "%", False
    if found := _ASIDE.search(plain):
        yield found[1].strip(), True
    if found := _TAIL.search(plain):
        words = found[1].split(" ")
        yield from ((" ".join(words[at:]), False) for at in range(len(words)))


def _phrase(said: tuple[str, bool] | str) -> Head | None:
    """A unit, with its magnitude and what it is counted by."""
    text, alone = said if isinstance(said, tuple) else (said, True)
    text = text.removeprefix("in ").removeprefix("In ").strip()
    if not text:
        return None
    at = _RATE.search(text, 1)
    rate = rates.after(text, at.start()) if at else None
    if at is not None and rate is not None and rate.end == len(text):
        text = text[: at.start()].strip()
    else:
        rate = None
    found = _sum(text) or _plain_unit(text) or (_count(text) if alone else None)
    return found._replace(per=rate.per if rate else None) if found else None


def _sum(text: str) -> Head | None:
    match = _SUM.fullmatch(text) or _SUM_BACK.fullmatch(text)
    if match is None:
        return None
    sign, code, word = match["sign"], match["code"], match["word"]
    if code and not code.isupper() and code.lower() not in ("usd", "eur", "gbp"):
        return None
    currency = (
        _SIGNS[sign]
        if sign
        else CURRENCY_CODES[code.upper()]
        if code
        else CURRENCY_WORDS[word.lower()]
    )
    return Head(Unit("money", currency), _factor(match))


def _factor(match: re.Match[str]) -> Decimal:
    if match["scale"]:
        word = match["scale"].lower()
        return SCALE_WORDS.get(word) or SCALE_WORDS[word.rstrip("s")]
    if match["letter"]:
        return MONEY_LETTERS[match["letter"]]
    return Decimal(10) ** _ZEROS[match["zeros"]] if match["zeros"] else _ONE


def _plain_unit(text: str) -> Head | None:
    if text.lower() in PERCENTS or text.lower() in ("% change", "pct"):
        return Head(PERCENTS.get(text.lower(), Unit("percent", "%")))
    unit = UNITS.get(text) or (UNITS.get(text.lower()) if len(text) > 3 else None)
    return Head(unit, unit.factor) if unit and text.lower() not in _CALENDAR else None


def _count(text: str) -> Head | None:
    """ "B", "K tokens", "users in millions" -> a magnitude, with the noun that it counts."""
    match = _COUNT.fullmatch(text)
    if match is None or (match["letter"] and match["letter"] not in (*SCALE_LETTERS, "m")):
        return None
    noun = PLURALS.get((match["noun"] or "").lower())
    if match["noun"] and (noun is None or match["noun"].lower() in _CALENDAR):
        return None
    if match["noun"] == text and noun != text.lower():
        return None  # one word that counts nothing: "post"
    return Head(Unit("count", noun or ""), _factor(match))


def _rate(text: str) -> str | None:
    """ "Price per 1M tokens", "Input $/M": what a price in this column is counted by."""
    for found in _RATE.finditer(text, 1):
        rate = rates.after(text, found.start())
        if rate is not None:
            return rate.per
    return None
