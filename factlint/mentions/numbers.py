"""Text at a place -> the numeral written there: digits ("1,500.5") or words ("twenty-five")."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factlint.mentions.units import alternatives, numbered

#: Longer runs of digits are serial numbers, not quantities.
LONGEST = 24


class Numeral(NamedTuple):
    """A number without its scale and unit.

    `step` is the place of its last written digit behind a decimal point, else of its last digit
    that is not zero; `grouped` says that commas part its thousands.
    """

    value: Decimal
    step: Decimal
    pointed: bool
    end: int
    grouped: bool = False
    spelt: bool = False


# "1,500,000.5", "1.500.000", "12,34,567", "12 345 €", "29,99 €", "1.5"; not "1.2.3", "2,0000"
_DIGITS = re.compile(
    r"""
    (?: (?P<grouped>  \d{1,3} (?: ,\d{3} )+  (?P<cents> \.\d+ )? )
      | (?P<dotted>   \d{1,3} (?: \.\d{3} ){2,} )
      | (?P<indian>   \d{1,2} (?: ,\d{2} )+ ,\d{3} )
      | (?P<spaced>   \d{1,3} (?: [\u00a0\u202f\u2009] \d{3} )+
                    | \d{1,3} (?: \ \d{3} )+
                      (?= \ ? (?: [€] | (?: EUR|SEK|NOK|kr|kronor|euros? )\b ) ) )
      | (?P<comma>    \d{1,3} (?: \.\d{3} )+ ,\d{1,2}
                    | \d{1,3} ,\d{1,2} (?= \ ? (?: [€] | (?:EUR|euros?)\b ) )
                    | (?<=€) \d{1,3} ,\d{1,2} | (?<=€\ ) \d{1,3} ,\d{1,2} )
      | \d+ (?P<point> \.\d+ )?
    )
    (?! [.,]? \d )
    (?: (?: [\ -]? (?P<vulgar> [½¼¾⅓⅔] ) | [\ -] (?P<over> 1/2 | 1/4 | 3/4 ) (?! [\d/] ) ) )?
    """,
    re.VERBOSE | re.ASCII,
)
# "e6", " × 10^9"; behind a ten also "^24"
_POWER = re.compile(
    r"""
    (?: [eE] \+? (?P<e> \d{1,2} )
      | (?P<times> [\ ]? [×x*·] [\ ]? 10 )?
        (?: \^ \{? (?P<to> \d{1,2} ) \}? | (?P<raised> [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2} ) ) )
    (?! [\w.] \d? )
    """,
    re.VERBOSE,
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

#: Fractions behind a whole number: "3½ million", "3 1/2 million".
_PARTS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"),
    "⅓": Decimal("0.333"), "⅔": Decimal("0.667"),
    "1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75"),
}  # fmt: skip

ONES = numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = {
    word: 10 * number + 10
    for word, number in numbered("twenty thirty forty fifty sixty seventy eighty ninety").items()
}

_ONES = rf"(?: {alternatives(ONES)} ) \b"
_SMALL = rf"(?: (?: {alternatives(TENS)} ) (?: [\ -] {_ONES} )? \b | {_ONES} )"
# "two hundred and fifty", "twenty-five"
_GROUP = rf"(?: {_SMALL} [\ -] hundred \b (?: [\ -] (?: and [\ -] )? {_SMALL} )? | {_SMALL} )"
# "three", "twenty-five", "two hundred fifty", "five thousand two hundred", "one point five"
_WORDS = re.compile(
    rf"""
    (?: (?P<thousands> {_GROUP} ) [\ -] thousand \b [\ -] (?: and [\ -] )? (?P<rest> {_GROUP} )
      | (?P<hundreds> {_SMALL} [\ -] hundred \b [\ -] (?: and [\ -] )? {_SMALL} )
      | (?P<small> {_SMALL} ) )
    (?: [\ -] and [\ -] (?: a [\ -] (?P<half> half ) | a [\ -] (?P<quarter> quarter ) ) \b
      | \ point (?P<point> (?: \ (?: zero | oh | {alternatives(list(ONES)[:9])} ) \b )+ ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# " and five", " twenty": behind "a hundred"
_MORE = re.compile(rf"[\ -] (?: and [\ -] )? (?P<more> {_SMALL} )", re.VERBOSE | re.IGNORECASE)


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit of a whole number that is not zero: 1,000 of 2,000."""
    _, digits, exponent = value.as_tuple()
    whole = "".join(map(str, digits)) + "0" * max(0, int(exponent))
    zeros = len(whole) - len(whole.rstrip("0"))
    return Decimal(10) ** zeros if value else Decimal(1)


def digits(text: str, at: int) -> Numeral | None:
    """The numeral in digits that starts at `at`."""
    match = _DIGITS.match(text, at)
    if match is None or match.end() - at > LONGEST:
        return None
    point = match["point"] or match["cents"] or ""
    dotted = match["dotted"] is not None
    part = match["vulgar"] or match["over"] or ""
    raw = (
        match.group()[: match.start("vulgar" if match["vulgar"] else "over") - at]
        if part
        else match.group()
    )
    if match["comma"] or match["spaced"]:
        return _european(match)
    value, step = _written(raw.rstrip(" -"), point, dotted)
    if part:
        return Numeral(value + _PARTS[part], _PARTS["¼"], True, match.end(), "," in raw)
    power = _POWER.match(text, match.end())
    if power and (power["e"] or power["times"] or raw == "10"):
        exponent = int((power["e"] or power["to"] or power["raised"]).translate(_RAISED))
        factor = Decimal(10) ** (exponent if power["e"] or power["times"] else exponent - 1)
        return Numeral(value * factor, step * factor, bool(point), power.end())
    return Numeral(value, step, bool(point), match.end(), dotted or "," in raw)


def _european(match: re.Match[str]) -> Numeral:
    """The numeral with a comma before its cents, or blanks between its thousands."""
    whole, _, cents = match.group().partition(",")
    value = Decimal(
        "".join(mark for mark in whole if mark.isdigit()) + (f".{cents}" if cents else "")
    )
    step = Decimal(1).scaleb(-len(cents)) if cents else last_place(value)
    return Numeral(value, step, bool(cents), match.end(), True)


@lru_cache(maxsize=4096)
def _written(raw: str, point: str, dotted: bool) -> tuple[Decimal, Decimal]:
    """The value of written digits, and the place of the last one: few numerals stand once."""
    value = Decimal(raw.replace(".", "") if dotted else raw.replace(",", ""))
    return value, Decimal(1).scaleb(1 - len(point)) if point else last_place(value)


def words(text: str, at: int) -> Numeral | None:
    """The numeral in words that starts at `at`, without the scale words behind it."""
    match = _WORDS.match(text, at)
    if match is None:
        return None
    value = 1000 * _spelt(match["thousands"] or "") + _spelt(
        match["rest"] or match["hundreds"] or match["small"]
    )
    if match["half"] or match["quarter"]:
        step = _PARTS["½" if match["half"] else "¼"]
        return Numeral(value + step, step, True, match.end(), spelt=True)
    if match["point"]:
        places = [str(ONES.get(word.lower(), 0)) for word in match["point"].split()]
        value += Decimal("0." + "".join(places))
        return Numeral(value, Decimal(1).scaleb(-len(places)), True, match.end(), spelt=True)
    return Numeral(value, last_place(value), False, match.end(), spelt=True)


def more(text: str, at: int) -> tuple[Decimal, int] | None:
    """What a round number in words goes on with at `at`: the "and five" of "a hundred and five"."""
    match = _MORE.match(text, at)
    return (_spelt(match["more"]), match.end()) if match else None


def _spelt(text: str) -> Decimal:
    """A number below a thousand in words; 0 for no words."""
    value = 0
    for word in re.split(r"[\ -]", text.lower()):
        value = 100 * value if word == "hundred" else value + TENS.get(word, 0) + ONES.get(word, 0)
    return Decimal(value)
