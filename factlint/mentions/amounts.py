"""Text at a place -> one number with its scale and unit, or a range of two."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factlint.mentions import money, numbers
from factlint.mentions.numbers import Numeral
from factlint.mentions.units import (
    MONEY_LETTERS,
    PERCENTS,
    SCALE_LETTERS,
    SCALE_SHORT,
    SCALE_WORDS,
    UNITS,
    Unit,
    alternatives,
)

_ONE = Decimal(1)
#: Ends further apart are two numbers: "$80 to $100,000".
_WIDEST = 500
TIMES = Unit("count", "times")


class Amount(NamedTuple):
    """A number as written: its scale and unit are None where the text gives none.

    `plus` says that a plus sign follows the number, `grouped` that commas part its thousands,
    `soft` that the scale is a letter that needs a noun ("5m").
    """

    start: int
    end: int
    number: Decimal
    step: Decimal
    pointed: bool
    scale: Decimal | None = None
    unit: Unit | None = None
    plus: bool = False
    grouped: bool = False
    spelt: bool = False
    soft: bool = False

    @property
    def factor(self) -> Decimal:
        """From the written number to the plain unit."""
        return (self.scale or _ONE) * (self.unit.factor if self.unit else _ONE)

    @property
    def plain(self) -> Decimal:
        """The number in the plain unit."""
        return self.number * self.factor


# " million", "-billion", "hundred thousand"
_SCALE_WORD = re.compile(
    rf"[\ -]? (?P<word> {alternatives(SCALE_WORDS)} ) s? (?! \w )", re.VERBOSE | re.IGNORECASE
)
# "128k", "70B"; with money also "$5 M", "$73m"
_SCALE_LETTER = re.compile(
    rf"(?P<gap> [\ -]? ) (?P<letter> {alternatives(MONEY_LETTERS)} ) (?! \w )", re.VERBOSE
)
# "%", " percent", "-percentage-point"
_PERCENT = re.compile(
    rf"""
    [\ -]? (?: [%％] (?! [\w-]*points? | pts )
             | (?P<word> (?i: {alternatives(w for w in PERCENTS if w not in "%％")} ) ) (?! \w ) )
    """,
    re.VERBOSE,
)
# "GB", " gigawatts", "-hour"
_UNIT = re.compile(rf"(?P<gap> [\ -]? ) (?P<unit> {alternatives(UNITS)} ) (?! \w )", re.VERBOSE)
# "2010s", "30s": years and ages
_DECADE = re.compile(r"(?: (?:1[89]|20) \d 0 | [1-9] 0 ) s (?! \w )", re.VERBOSE)
_UNIT_WORD = re.compile(r"[\ -]? (?P<unit> [A-Za-z]+ (?: [\ -] hours? )? ) (?! \w )", re.VERBOSE)
# "10x", "2.5×", " times", "-fold"
_TIMES = re.compile(
    r"(?: [\ ]? [x×] | X (?! [\ ] [A-Z] ) | [\ ] times | -?fold ) (?! \w )", re.VERBOSE
)
# "4x H200 GPUs" counts, it does not compare
_PIECES = re.compile(
    r"[x×] (?= [\ ] (?: [A-Z]\w*\d | (?: RTX|GTX|GPUs?|Nvidia|NVIDIA|AMD )\b ) )", re.VERBOSE
)
_PLUS = re.compile(r"\+ (?! [\w$€£] )", re.VERBOSE)
_INNER_PLUS = re.compile(r"\+ (?= [\ ]? [A-Za-z%] )", re.VERBOSE)

# "A" before "$285 million": whose dollars they are
_OWNER = re.compile(r"[A-Z]{1,3} (?= \$ )", re.VERBOSE)
# "$10-20M", "5 to 7 percent": what joins two ends
_JOINT = re.compile(r"(?P<dash> [\ ]?[-–—][\ ]? ) | [\ ](?P<word> to|and )[\ ]", re.VERBOSE)


def read(text: str, at: int) -> Amount | None:
    """The single amount that starts at `at`, at its currency or its number."""
    currency = money.before(text, at)
    begin = currency.end if currency else at
    numeral = numbers.digits(text, begin) or (None if currency else numbers.words(text, begin))
    if numeral is None:
        return None
    start = currency.start if currency else at
    end = numeral.end
    if currency and currency.opens:  # "$(8.7)M": a loss as accountants write it
        inside = _scaled(text, Amount(start, end, numeral.value, numeral.step, False), rich=True)
        if text[end : end + 1] == ")":
            end += 1
        elif text[inside.end : inside.end + 1] == ")":
            amount = inside._replace(end=inside.end + 1, pointed=numeral.pointed)
            return amount._replace(unit=Unit("money", currency.code))
        else:
            return None
    amount = Amount(
        start,
        end,
        numeral.value,
        numeral.step,
        numeral.pointed,
        grouped=numeral.grouped,
        spelt=numeral.spelt,
    )
    return _measured(text, _scaled(text, amount, rich=currency is not None), currency)


def spoken(text: str, numeral: Numeral, start: int) -> Amount:
    """An amount whose number was read elsewhere ("half a billion dollars")."""
    amount = Amount(start, numeral.end, numeral.value, numeral.step, False, spelt=True)
    return _measured(text, amount._replace(scale=_ONE), None)


def _scaled(text: str, amount: Amount, *, rich: bool) -> Amount:
    """The amount with its plus sign and its scale; money is `rich` in letters."""
    if match := _INNER_PLUS.match(text, amount.end):
        amount = amount._replace(end=match.end(), plus=True)
    if words := scale_words(text, amount.end):
        return amount._replace(scale=words[0], end=words[1])
    if amount.spelt:
        return amount
    match = _SCALE_LETTER.match(text, amount.end)
    if match is None:
        return amount
    letter = match["letter"]
    if rich or letter in SCALE_SHORT or (letter in SCALE_LETTERS and not match["gap"]):
        return amount._replace(scale=MONEY_LETTERS[letter], end=match.end())
    if letter == "m" and not match["gap"]:
        return amount._replace(scale=MONEY_LETTERS[letter], end=match.end(), soft=True)
    return amount


def scale_words(text: str, at: int) -> tuple[Decimal, int] | None:
    """The scale words that start at `at`: their product and end."""
    match = _SCALE_WORD.match(text, at)
    if match is None:
        return None
    scale, end = SCALE_WORDS[match["word"].lower()], match.end()
    further = _SCALE_WORD.match(text, end)
    if further:
        return scale * SCALE_WORDS[further["word"].lower()], further.end()
    return scale, end


def _measured(text: str, amount: Amount, currency: money.Currency | None) -> Amount:
    """The amount with its unit, if one stands beside it."""
    at = amount.end
    if match := _INNER_PLUS.match(text, at):
        amount, at = amount._replace(plus=True), match.end()
    if currency:
        named = money.after(text, at, large=False)
        code = named.code if named and currency.code == "USD" else currency.code
        end = named.end if named else at
        return _closed(text, amount._replace(unit=Unit("money", code), soft=False), end)
    large = amount.scale is not None or amount.number >= 1000
    if behind := money.after(text, at, large=large):
        return _closed(
            text, amount._replace(unit=Unit("money", behind.code), soft=False), behind.end
        )
    cents = money.cents(text, at)
    if cents is not None:
        return amount._replace(unit=Unit("money", "USD", Decimal("0.01")), end=cents)
    return _physical(text, amount, at)


def _physical(text: str, amount: Amount, at: int) -> Amount:
    if match := _PERCENT.match(text, at):
        unit = PERCENTS[(match["word"] or "%").lower()]
        return _closed(text, amount._replace(unit=unit), match.end())
    if match := _PIECES.match(text, at):
        return amount._replace(end=match.end())
    if amount.number and (match := _TIMES.match(text, at)):
        return _closed(text, amount._replace(unit=TIMES), match.end())
    if found := None if _DECADE.match(text, amount.start) else _unit(text, at):
        return _closed(text, amount._replace(unit=found[0], soft=False), found[1])
    return _closed(text, amount, at) if amount.plus else _closed(text, amount, amount.end)


def _unit(text: str, at: int) -> tuple[Unit, int] | None:
    """The physical unit that starts at `at`, in its own case or in any other if it is a word."""
    if match := _UNIT.match(text, at):
        return UNITS[match["unit"]], match.end()
    match = _UNIT_WORD.match(text, at)
    if match is None:
        return None
    word = match["unit"]
    unit = UNITS.get(word.lower()) if len(word) > 3 else None
    return (unit, match.end()) if unit else None


def _closed(text: str, amount: Amount, end: int) -> Amount:
    """The amount up to `end`, with a plus sign behind it."""
    match = _PLUS.match(text, end)
    if match is None:
        return amount if amount.end == end else amount._replace(end=end)
    return amount._replace(end=match.end(), plus=True)


def partner(text: str, first: Amount, *, spread: bool) -> tuple[Amount, Amount] | None:
    """The two ends of a range that `first` opens, each with its scale and unit.

    `spread` allows "and" between them.
    """
    joint = _JOINT.match(text, first.end)
    if joint is None or (joint["word"] == "and") != spread:
        return None
    owner = _OWNER.match(text, joint.end())
    second = read(text, owner.end() if owner else joint.end())
    if second is None:
        return None
    if joint["dash"] and " " in joint["dash"] and not (first.unit and second.unit):
        return None
    return shared(first, second)


def shared(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """Two ends that hold scale and unit in common; None if they are of different kinds."""
    if first.unit and second.unit and first.unit.name != second.unit.name:
        return None
    if first.unit and first.unit.kind == "percent" and second.scale and not second.unit:
        return None  # "up 31% to 286M": a change and what it led to
    if first.scale is None and second.scale is not None and _alike(first, second):
        first = first._replace(scale=second.scale)
    first_unit, second_unit = first.unit or second.unit, second.unit or first.unit
    low, high = first._replace(unit=first_unit), second._replace(unit=second_unit)
    return (low, high) if low.plain < high.plain < low.plain * _WIDEST else None


def _alike(first: Amount, second: Amount) -> bool:
    """Whether the scale of the second can hold for the first: "$10-20M", not "$1,000 to $1M"."""
    own = first.unit is not None and first.unit.kind not in ("money", "percent")
    return not own and not first.grouped and first.number < 1000
