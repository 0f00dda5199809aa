"""Text at a word -> the number it stands for: "half a billion", "billions of", "eight-figure",
"multi-gigawatt", "tripled", "two-thirds".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factlint.intervals import Bound
from factlint.mentions import amounts, numbers
from factlint.mentions.countables import PLURALS
from factlint.mentions.units import SCALE_WORDS, UNITS, Unit, alternatives


class Vague(NamedTuple):
    """The two ends of a number in the plain unit and the span that says it."""

    low: Decimal
    high: Decimal | None
    unit: Unit
    bound: Bound
    start: int
    end: int


_COUNT = Unit("count", "")
_USD = Unit("money", "USD")
_TWO = Decimal(2)

# "half a ", "a ", "several ": before a scale word
_OPENING = re.compile(
    r"""
    \b (?: (?P<half> (?:a[\ ])? half [\ -] (?: an? [\ -] )? )
         | (?P<quarter> (?: a[\ ] )? quarter [\ -] (?: of [\ ] )? (?: an? [\ -] )? )
         | (?P<few> (?: a [\ ] )? (?: several|few|couple (?: [\ ] of )? ) [\ ] )
         | (?P<one> an? [\ -] ) )
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHARES = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "one": Decimal(1), "few": _TWO}

#: Round numbers that go on: "a hundred and five", not "a dozen, two dozen".
_COUNTED = (Decimal(100), Decimal(1000))
# "a billion and a half"
_AND_HALF = re.compile(r"[\ -] and [\ -] a [\ -] half \b", re.VERBOSE)

# "hundreds of thousands of ", "billions of "
_PLURALS = re.compile(
    r"""
    (?P<tens> (?: tens|hundreds|dozens ) (?: [\ ] of )? [\ ] )? \b
    (?P<scale> dozens|hundreds|thousands|millions|billions|trillions ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TENS_FACTORS = {"tens": Decimal(10), "hundreds": Decimal(200), "dozens": Decimal(24)}
_OF = re.compile(r"[\ ] of [\ ] (?: U\.?S\.?[\ ] )? (?P<word> [A-Za-z]+ )", re.VERBOSE)
_CURRENCIES = {"dollars": "USD", "euros": "EUR", "pounds": "GBP", "yen": "JPY", "yuan": "CNY",
               "rupees": "INR"}  # fmt: skip

_FIGURES = {word: number for word, number in numbers.ONES.items() if 4 < number < 13}
# "eight-figure", "seven figures", "8-figure"
_FIGURE = re.compile(
    rf"(?: (?P<word> {alternatives(_FIGURES)} ) | (?P<digits> [5-9] | 1[0-2] ) ) [\ -] figures? \b",
    re.VERBOSE | re.IGNORECASE,
)
_MULTI_UNITS = [word for word in UNITS if "watt" in word or "byte" in word]
# "multi-gigawatt", "multibillion-dollar", "multi-million-euro"
_MULTI = re.compile(
    rf"""
    multi-? (?: (?P<scale> million|billion|trillion|thousand|hundred )
                (?: [\ -] (?P<currency> dollar|euro|pound ) s? )?
              | (?P<unit> {alternatives(_MULTI_UNITS)} ) ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MULTI_CURRENCIES = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}

# "single RTX 3090", "single H100", "single GPU"
_SINGLE = re.compile(
    r"""
    [Ss]ingle
    (?= [\ ] (?: (?:[Nn]vidia|NVIDIA|AMD|consumer) [\ ] )? (?: RTX|GTX|GPU|[ABHV]\d00 ) \b )
    """,
    re.VERBOSE,
)

_MULTIPLES = {
    **dict.fromkeys(("doubled", "doubles", "doubling", "twice", "double", "twofold"), 2),
    **dict.fromkeys(("tripled", "triples", "tripling", "triple", "thrice", "threefold"), 3),
    **dict.fromkeys(("quadrupled", "quadruples", "quadrupling", "fourfold"), 4),
    **dict.fromkeys(("quintupled", "quintuples", "fivefold"), 5),
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "tenfold": 10,
}  # fmt: skip
MULTIPLES = frozenset(_MULTIPLES)
_AS_MUCH = re.compile(
    r"[\ ] (?: the|its|his|her|their|that|this|what|as|those|last|from|in|to )\b | $ | [.,;]",
    re.VERBOSE | re.IGNORECASE,
)
_NEEDS_OBJECT = frozenset(("twice", "double", "triple"))

_SHARE_NAMES = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
# "two-thirds", "one third", "three-quarters"; "a third" only where `_PART_OF` says so
_FRACTION = re.compile(
    rf"""
    (?P<top> one|two|three|four|a ) [\ -] (?P<name> {alternatives(_SHARE_NAMES)} ) s? \b
    (?! [\ -] (?: quarter | of [\ ] \d ) | - [a-z] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART_OF = re.compile(r"[\ ] of [\ ] | [.,;)] | $", re.VERBOSE)
_BY = ("by ", "about ", "nearly ", "almost ", "over ", "than ", "roughly ")


def scaled(text: str, at: int) -> Vague | amounts.Amount | None:
    """The number around the scale word at `at`: "half a billion dollars", "billions of dollars"."""
    opening = _OPENING.search(text, max(0, at - 16), at)
    scale = amounts.scale_words(text, at)
    if opening is None or scale is None:
        return _plural(text, at)
    if text[scale[1] - 1] == "s" and opening.lastgroup != "few":
        return _plural(text, at)
    value = _SHARES[str(opening.lastgroup)] * scale[0]
    end = scale[1]
    if opening.lastgroup == "one" and (half := _AND_HALF.match(text, end)):
        value, end = value + scale[0] / 2, half.end()
    elif opening.lastgroup == "one" and scale[0] in _COUNTED and (tail := numbers.more(text, end)):
        value, end = value + tail[0], tail[1]
    numeral = numbers.Numeral(value, numbers.last_place(value), False, end)
    amount = amounts.spoken(text, numeral, opening.start())
    if opening.lastgroup != "few":
        return amount
    unit = amount.unit or _COUNT
    return Vague(amount.plain, None, unit, "at_least", opening.start(), amount.end)


def _plural(text: str, at: int) -> Vague | None:
    match = _PLURALS.match(text, at)
    if match is None:
        return None
    tens = (match["tens"] or "").partition(" ")[0].lower()
    low = _TENS_FACTORS.get(tens, Decimal(1)) * SCALE_WORDS[match["scale"].lower()[:-1]]
    low *= _TWO if not tens and low < 1000 else 1
    counted = _OF.match(text, match.end())
    word = counted["word"].lower() if counted else ""
    if counted and word in _CURRENCIES:
        unit = Unit("money", _CURRENCIES[word])
        return Vague(low, None, unit, "at_least", at, counted.end())
    if counted and word in PLURALS:
        return Vague(low, None, Unit("count", PLURALS[word]), "at_least", at, counted.end())
    if low < 1_000_000 and not tens and not counted:
        return None
    return Vague(low, None, _COUNT, "at_least", at, match.end())


def figure(text: str, at: int) -> Vague | None:
    """ "eight-figure" at `at`: the least and the greatest whole number of so many digits."""
    match = _FIGURE.match(text, at)
    if match is None:
        return None
    count = _FIGURES[match["word"].lower()] if match["word"] else int(match["digits"])
    low = Decimal(10) ** (count - 1)
    return Vague(low, low * 10 - 1, _USD, "range", at, match.end())


def multi(text: str, at: int) -> Vague | None:
    """ "multi-gigawatt", "multi-billion-dollar" at `at`: two of them at least."""
    match = _MULTI.match(text, at)
    if match is None:
        return None
    if match["unit"]:
        unit = UNITS[match["unit"].lower()]
        plain = Unit(unit.kind, unit.name)
        return Vague(_TWO * unit.factor, None, plain, "at_least", at, match.end())
    money = _MULTI_CURRENCIES.get((match["currency"] or "").lower())
    unit = Unit("money", money) if money else _COUNT
    return Vague(
        _TWO * SCALE_WORDS[match["scale"].lower()], None, unit, "at_least", at, match.end()
    )


def single(text: str, at: int) -> Vague | None:
    """ "single RTX 3090" at `at`: one processor."""
    match = _SINGLE.match(text, at)
    one = Decimal(1)
    return Vague(one, one, Unit("count", "gpus"), "exact", at, match.end()) if match else None


def multiple(text: str, at: int, word: str) -> Vague | None:
    """ "tripled", "twice the", "fivefold" at `at`: a number of times."""
    end = at + len(word)
    if word.lower() in _NEEDS_OBJECT and not _AS_MUCH.match(text, end):
        return None
    times = Decimal(_MULTIPLES[word.lower()])
    return Vague(times, times, amounts.TIMES, "exact", at, end)


# "one in five", "nine out of ten"
_IN = re.compile(
    rf"""
    (?P<top> {alternatives(numbers.ONES)} ) [\ ]
    (?: in (?: [\ ] every )? | out [\ ] of (?: [\ ] every | (?= [\ ] (?: ten|100 ) \b ) ) ) [\ ]
    (?P<of> {alternatives([*numbers.ONES, *numbers.TENS])} | 100 ) \b
    (?! [\ ] (?: million | billion | hundred | years? | months? | weeks? | days? | quarters? ) \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _one_in(text: str, at: int) -> Vague | None:
    match = _IN.match(text, at)
    if match is None:
        return None
    of = match["of"].lower()
    parts = 100 if of == "100" else numbers.ONES.get(of) or numbers.TENS[of]
    top = numbers.ONES[match["top"].lower()]
    if top >= parts:
        return None
    share = (Decimal(100 * top) / parts).quantize(Decimal("0.1"))
    bound: Bound = "exact" if share * parts == 100 * top else "about"
    return Vague(share, share, Unit("percent", "%"), bound, at, match.end())


def fraction(text: str, at: int) -> Vague | None:
    """ "two-thirds", "by a third", "one in five" at `at`, in percent."""
    if found := _one_in(text, at):
        return found
    match = _FRACTION.match(text, at)
    if match is None or not _is_share(text, match):
        return None
    parts = _SHARE_NAMES[match["name"].lower()]
    whole = Decimal(100 * numbers.ONES.get(match["top"].lower(), 1))
    share = (whole / parts).quantize(Decimal("0.1"))
    bound: Bound = "exact" if share * parts == whole else "about"
    return Vague(share, share, Unit("percent", "%"), bound, at, match.end())


def _is_share(text: str, match: re.Match[str]) -> bool:
    """Whether a fraction is meant, not an ordinal ("a third round") or a time ("a quarter")."""
    if match["top"] not in ("a", "A"):
        whole = match["name"].lower() not in ("quarter", "fourth")
        return whole or "-" in match.group() or text.startswith((" of ", "s of "), match.end())
    if text.endswith(_BY, 0, match.start()):
        return True
    ahead = _PART_OF.match(text, match.end())
    named = match["name"].lower() in ("third", "quarter", "fourth")
    return ahead is not None and (ahead.group() == " of " or not named)
