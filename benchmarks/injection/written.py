"""A figure as written, hedge and unit included -> the same figure changed, in the same style.

Every function gives None where the figure is not of a sort that it can change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from random import Random

#: How far a changed number lies from the old one: at least so many times, at most so many.
LEAST, MOST = Decimal("1.2"), Decimal(3)
TRIES = 30

# "over $1.5 billion", "€20M", "1,200 employees", "70B", "38%"; not "$5-10 million", "ten"
_FIGURE = re.compile(
    r"""
    (?P<head> [^\d]*? )
    (?P<sign> (?: US | C | A )?\$ | [€£¥] )?
    (?P<digits> \d{1,3} (?:,\d{3})+ (?:\.\d+)? | \d+ (?:\.\d+)? )
    (?P<gap> [\ \-]? )
    (?P<scale> (?: thousand | [mbtMBT]r?illion )\b | [kKMBT] (?! [A-Za-z] ) )?
    (?P<tail> [^\d]* )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """The pieces of a written figure; their texts joined are the figure."""

    head: str
    sign: str
    digits: str
    gap: str
    scale: str
    tail: str

    @property
    def number(self) -> Decimal:
        """The number of the digits alone."""
        return Decimal(self.digits.replace(",", ""))

    @property
    def text(self) -> str:
        """The figure as written."""
        return "".join((self.head, self.sign, self.digits, self.gap, self.scale, self.tail))


def read(text: str) -> Figure | None:
    """The pieces of a text that holds one number in digits."""
    found = _FIGURE.fullmatch(text)
    return (
        Figure(**{name: part or "" for name, part in found.groupdict().items()}) if found else None
    )


def _style(number: Decimal, like: str) -> str:
    """A number with the decimals and the commas of another."""
    places = len(like.partition(".")[2])
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    return f"{rounded:,}" if "," in like or ("." not in like and rounded >= 10000) else f"{rounded}"


def _step(number: Decimal, digits: str) -> Decimal:
    """The place of the last digit after a point, else of the last not zero; 10 for 100."""
    places = len(digits.partition(".")[2])
    if places:
        return Decimal(1).scaleb(-places)
    plain = str(int(number))
    digits = plain.rstrip("0")
    zeros = len(plain) - len(digits)
    return Decimal(1).scaleb(zeros - 1 if zeros and digits == "1" else zeros)


def _is_share(figure: Figure) -> bool:
    return figure.tail.lstrip().startswith(("%", "percent", "per cent"))


def _far_enough(old: Decimal, new: Decimal) -> bool:
    low, high = sorted((old, new))
    return low > 0 and LEAST <= high / low <= MOST


def _scaled(number: Decimal, digits: str, rng: Random) -> Decimal:
    factor = Decimal(str(round(rng.uniform(float(LEAST), float(MOST)), 3)))
    step = _step(number, digits)
    wanted = number * factor if rng.random() < 0.5 else number / factor
    return (wanted / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step


def _digit_changed(digits: str, rng: Random) -> Decimal:
    at = rng.choice([index for index, sign in enumerate(digits) if sign.isdigit()])
    return Decimal((digits[:at] + rng.choice("0123456789") + digits[at + 1 :]).replace(",", ""))


def another_number(text: str, rng: Random) -> str | None:
    """One digit or the value changed by a factor between 1.2 and 3."""
    figure = read(text)
    if figure is None or not figure.number:
        return None
    slips = rng.random() < 0.5
    for _ in range(TRIES):
        old = figure.number
        new = _digit_changed(figure.digits, rng) if slips else _scaled(old, figure.digits, rng)
        if _far_enough(old, new) and not (_is_share(figure) and old <= 100 < new):
            return replace(figure, digits=_style(new, figure.digits)).text
        slips = False
    return None


#: What a slip of the magnitude makes of a scale.
SLIPS: Mapping[str, str] = {
    "thousand": "million", "million": "billion", "billion": "million", "trillion": "billion",
    "Million": "Billion", "Billion": "Million", "Trillion": "Billion",
    "k": "M", "K": "M", "M": "B", "B": "M", "T": "B",
}  # fmt: skip


def another_magnitude(text: str, rng: Random) -> str | None:
    """Million for billion, M for B and so on; of money and what is counted."""
    figure = read(text)
    if figure is None or figure.scale not in SLIPS:
        return None
    return replace(figure, scale=SLIPS[figure.scale]).text


_SIGNS: Mapping[str, tuple[str, ...]] = {"$": ("€", "£"), "US$": ("€",), "€": ("$",), "£": ("$",)}
_UNITS: Mapping[str, str] = {
    "MW": "GW", "GW": "MW", "GB": "TB", "TB": "GB", "MB": "GB", "KB": "MB", "kW": "MW",
    "megawatts": "gigawatts", "gigawatts": "megawatts", "megawatt": "gigawatt",
    "gigawatt": "megawatt", "gigabytes": "terabytes", "ms": "s", "dollars": "euros",
    "euros": "dollars", "GWh": "MWh", "MWh": "GWh",
}  # fmt: skip
_UNIT = re.compile(r"(?P<gap>[ -]?)(?P<unit>[A-Za-z]+)(?P<rest>.*)", re.DOTALL)
_PARAMETERS = re.compile(r"[ -]?param(?:eter)?s?\b")


def another_unit(text: str, rng: Random) -> str | None:
    """Dollars for euros, MW for GW, GB for TB; B for M where the text counts parameters."""
    figure = read(text)
    if figure is None:
        return None
    if figure.sign in _SIGNS:
        return replace(figure, sign=rng.choice(_SIGNS[figure.sign])).text
    if _PARAMETERS.match(figure.tail) and figure.scale in SLIPS:
        return replace(figure, scale=SLIPS[figure.scale]).text
    found = _UNIT.fullmatch(figure.tail)
    if found is None or found["unit"] not in _UNITS:
        return None
    return replace(figure, tail=found["gap"] + _UNITS[found["unit"]] + found["rest"]).text


def rounded(text: str, rng: Random) -> str | None:
    """$14.63 billion -> $14.6 billion, 11,432 -> 11,400."""
    figure = read(text)
    if figure is None:
        return None
    whole, _, decimals = figure.digits.partition(".")
    number = figure.number
    if len(decimals) >= 2:
        shorter = number.quantize(Decimal(1).scaleb(1 - len(decimals)), ROUND_HALF_EVEN)
        return replace(figure, digits=_style(shorter, f"{whole}.{decimals[1:]}")).text
    significant = number.normalize().as_tuple().digits
    if decimals or len(significant) < 4:
        return None
    step = Decimal(1).scaleb(number.adjusted() - 2)
    shorter = (number / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step
    return replace(figure, digits=_style(shorter, figure.digits)).text


_POWERS: Mapping[str, int] = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "K": 3, "M": 6, "B": 9,
    "T": 12,
}  # fmt: skip
_LETTERS = {6: "M", 9: "B", 12: "T"}
_WORDS = {6: "million", 9: "billion", 12: "trillion"}
_CURRENCIES = {"$": "dollars", "€": "euros"}


def notations(text: str, *, stands_alone: bool) -> tuple[str, ...]:
    """Other ways to write a figure; with `stands_alone` also those that end in a noun."""
    figure = read(text)
    if figure is None or figure.scale not in _POWERS or figure.gap == "-":
        return ()
    power = _POWERS[figure.scale]
    if power not in _WORDS:
        return ()
    short = replace(figure, gap="", scale=_LETTERS[power])
    long = replace(figure, gap=" ", scale=_WORDS[power])
    found = [short.text, long.text]
    if figure.sign in _CURRENCIES and not figure.tail and stands_alone:
        found += _spelt_out(figure, power)
    return tuple(dict.fromkeys(one for one in found if one != text))


def _spelt_out(figure: Figure, power: int) -> list[str]:
    """1,500 million dollars, and 1,500,000,000 dollars."""
    noun = _CURRENCIES[figure.sign]
    lesser = figure.number.scaleb(3)
    plain = f"{int(figure.number.scaleb(power)):,}"
    found = [f"{figure.head}{plain} {noun}"]
    if power - 3 in _WORDS and lesser == int(lesser):
        found.append(f"{figure.head}{int(lesser):,} {_WORDS[power - 3]} {noun}")
    return found


def bare(text: str) -> str | None:
    """A figure without the noun that it counts: "over 10,000 customers" -> "over 10,000"."""
    figure = read(text)
    if figure is None:
        return None
    tail = figure.tail if figure.tail[:1] in ("%", "+") else ""
    gap = figure.gap if figure.scale or tail else ""
    return replace(figure, gap=gap, tail=tail[:1]).text
