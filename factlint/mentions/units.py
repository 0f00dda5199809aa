"""The tables of the number readers: scales, currencies, physical units, percentages, rates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from factlint.model import ValueKind


class Unit(NamedTuple):
    """What a number counts: the kind of value, the plain unit, and the factor to reach it."""

    kind: ValueKind
    name: str
    factor: Decimal = Decimal(1)


def listed(words: str) -> frozenset[str]:
    """Words parted by blanks -> their set."""
    return frozenset(words.split())


def numbered(words: str) -> dict[str, int]:
    """Words parted by blanks -> their places in the row, from 1."""
    return {word: number for number, word in enumerate(words.split(), start=1)}


def alternatives(words: Iterable[str]) -> str:
    """Words -> the inside of a regex group, longest first, safe under re.VERBOSE."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


def _powers(**exponents: int) -> dict[str, Decimal]:
    return {word: Decimal(10) ** exponent for word, exponent in exponents.items()}


SCALE_WORDS = _powers(
    hundred=2, thousand=3, million=6, billion=9, trillion=12, quadrillion=15, lakh=5, crore=7
) | {"dozen": Decimal(12)}

#: Letters behind any number: 128k, 1M, 70B, 15T.
SCALE_LETTERS = _powers(k=3, K=3, M=6, mn=6, B=9, b=9, bn=9, Bn=9, BN=9, T=12, tn=12)

#: Letters that scale only an amount of money, or a number with a noun behind it.
MONEY_LETTERS = SCALE_LETTERS | _powers(
    m=6, mm=6, MM=6, MN=6, Mn=6, mil=6, Mil=6, mln=6, bln=9, t=12, trn=12, Tn=12, Cr=7, cr=7
)

#: Letters that scale any number, also behind a blank: "19.5 mln euros".
SCALE_SHORT = listed("mln bln trn mn bn tn")

CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "₺": "TRY", "₪": "ILS", "₫": "VND", "฿": "THB", "₴": "UAH", "₦": "NGN", "₱": "PHP",
}  # fmt: skip

#: Letters that stand glued before a sign and say whose it is.
CURRENCY_OWNERS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL",
    "MX$": "MXN", "CN¥": "CNY", "RMB¥": "CNY", "U.S.$": "USD", "USD$": "USD",
}  # fmt: skip

CURRENCY_CODES = {
    code: code
    for code in listed(
        "USD EUR GBP JPY CNY CHF CAD AUD NZD HKD SGD INR KRW SEK NOK DKK PLN CZK HUF BRL MXN TWD "
        "ILS AED SAR QAR ZAR TRY THB MYR IDR PHP VND NGN KES EGP RUB UAH"
    )
} | {
    "RMB": "CNY",
    "CNH": "CNY",
    "Rs": "INR",
    "Rs.": "INR",
    "NIS": "ILS",
    "kr": "SEK",
    "Fr.": "CHF",
    "KSh": "KES",
    "Ksh": "KES",
    "RM": "MYR",
    "Rp": "IDR",
    "SFr": "CHF",
    "GH₵": "GHS",
}

#: Nouns behind a number; those in `AMBIGUOUS_CURRENCY_WORDS` need a scale or four digits.
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "us dollars": "USD", "u.s. dollars": "USD",
    "american dollars": "USD", "canadian dollars": "CAD", "australian dollars": "AUD",
    "hong kong dollars": "HKD", "singapore dollars": "SGD", "new zealand dollars": "NZD",
    "taiwan dollars": "TWD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "stg": "GBP", "british pounds": "GBP",
    "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "won": "KRW", "rupees": "INR", "indian rupees": "INR", "rupee": "INR",
    "swiss francs": "CHF", "francs": "CHF", "kronor": "SEK", "swedish kronor": "SEK",
    "kroner": "NOK", "norwegian kroner": "NOK", "danish kroner": "DKK", "reais": "BRL",
    "pesos": "MXN", "rubles": "RUB", "roubles": "RUB", "shekels": "ILS", "ringgit": "MYR",
    "baht": "THB", "rand": "ZAR", "dirhams": "AED", "riyals": "SAR", "zloty": "PLN", "lira": "TRY",
    "naira": "NGN", "rupiah": "IDR",
}  # fmt: skip
AMBIGUOUS_CURRENCY_WORDS = frozenset(("pound", "pounds", "won", "rand", "baht", "francs"))

_SI = _powers(n=-9, u=-6, m=-3, k=3, M=6, G=9, T=12, P=15, E=18) | dict.fromkeys(
    ("\u00b5", "\u03bc"), Decimal("1e-6")
)
_SI_WORDS = _powers(nano=-9, micro=-6, milli=-3, kilo=3, mega=6, giga=9, tera=12, peta=15, exa=18)


def _family(
    base: str, symbol: str, prefixes: str, word: str = "", factor: Decimal = Decimal(1)
) -> dict[str, Unit]:
    """A unit with its SI prefixes, as symbols and as words."""
    named = {prefix + symbol: Unit("quantity", base, _SI[prefix] * factor) for prefix in prefixes}
    spelt = {
        prefix + word + plural: Unit("quantity", base, power * factor)
        for prefix, power in (*_SI_WORDS.items(), ("", Decimal(1)))
        for plural in ("", "s")
        if word
    }
    return named | spelt


def _same(base: str, factor: str, *words: str) -> dict[str, Unit]:
    return dict.fromkeys(words, Unit("quantity", base, Decimal(factor)))


_BINARY = {
    spelling: Unit("quantity", "B", Decimal(1024) ** power)
    for power, symbol, word in (
        (1, "KiB", "kibibyte"), (2, "MiB", "mebibyte"), (3, "GiB", "gibibyte"),
        (4, "TiB", "tebibyte"),
    )
    for spelling in (symbol, word, word + "s")
}  # fmt: skip

#: Symbols (case matters) and words (lower-case) of physical units.
UNITS: dict[str, Unit] = {
    **_family("W", "W", "mkMGT", "watt"),
    **_same("W", "1", "W"),
    **_family("Wh", "Wh", "kMGT"),
    **_same("Wh", "1", "Wh", "watt-hours", "watt hours"),
    **_same("Wh", "1000", "KWh", "kilowatt-hours", "kilowatt hours", "kilowatt-hour"),
    **_same("Wh", "1e6", "megawatt-hours", "megawatt hours", "megawatt-hour"),
    **_same("Wh", "1e9", "gigawatt-hours", "gigawatt hours", "gigawatt-hour"),
    **_same("Wh", "1e12", "terawatt-hours", "terawatt hours", "terawatt-hour"),
    **_family("B", "B", "kMGTPE", "byte"),
    **_same("B", "1e3", "KB", "kb"),
    **_same("B", "1e6", "mb"),
    **_same("B", "1e9", "gb", "gigs"),
    **_same("B", "1e12", "tb"),
    **_BINARY,
    **_family("bit", "b", "MGT"),
    **_same("bit", "1e6", "megabit", "megabits", "Mbit"),
    **_same("bit", "1", "bits"),
    **_same("bit", "1e9", "gigabit", "gigabits", "Gbit"),
    **_family("bit/s", "bps", "kMGT"),
    **_same("bit/s", "1e3", "Kbps"),
    **_family("Hz", "Hz", "kMGT", "hertz"),
    **_same("Hz", "1", "Hz"),
    **_family("s", "s", "num\u00b5\u03bc"),
    **_same("s", "1", "s", "sec", "secs", "second", "seconds"),
    **_same("s", "0.001", "msec", "millisecond", "milliseconds"),
    **_same("s", "0.000001", "microsecond", "microseconds"),
    **_same("s", "0.000000001", "nanosecond", "nanoseconds"),
    **_same("s", "60", "min", "mins", "minute", "minutes"),
    **_same("s", "3600", "h", "hr", "hrs", "hour", "hours"),
    **_same("s", "86400", "day", "days"),
    **_same("s", "604800", "week", "weeks"),
    **_family("FLOPS", "FLOPS", "kMGTPE", "flops"),
    **_family("FLOPS", "FLOPs", "MGTPE", "flop"),
    **_same("OPS", "1e12", "TOPS"),
    **_family("V", "V", "mk", "volt"),
    **_same("V", "1", "V"),
    **_same("Ah", "0.001", "mAh"),
    **_same("m", "1e-9", "nm", "nanometer", "nanometers", "nanometre", "nanometres"),
    **_same("m", "0.001", "mm", "millimeter", "millimeters", "millimetres"),
    **_same("m", "0.01", "cm", "centimeter", "centimeters", "centimetres"),
    **_same("m", "1", "meter", "meters", "metre", "metres"),
    **_same("m", "1000", "km", "kilometer", "kilometers", "kilometre", "kilometres"),
    **_same("m", "1609.344", "mile", "miles"),
    **_same("m", "0.3048", "ft", "foot", "feet"),
    **_same("m", "0.0254", "inch", "inches"),
    **_same("m2", "0.09290304", "square foot", "square feet", "square-foot", "sq ft", "sq. ft."),
    **_same("m2", "1", "square meter", "square meters", "square metres", "m²"),
    **_same("m2", "1e6", "square kilometers", "square kilometres", "km²"),
    **_same("m2", "4046.8564224", "acre", "acres"),
    **_same("m2", "10000", "hectare", "hectares"),
    **_same("kg", "0.001", "gram", "grams"),
    **_same("kg", "1", "kg", "kilogram", "kilograms", "kilos"),
    **_same("kg", "1000", "tonne", "tonnes", "metric tons", "metric ton"),
    **_same("L", "1", "liter", "liters", "litre", "litres"),
    **_same("°C", "1", "°C", "degrees celsius", "degrees Celsius"),
    **_same("°F", "1", "°F", "degrees fahrenheit", "degrees Fahrenheit"),
}

PERCENTS: dict[str, Unit] = {
    **dict.fromkeys(("%", "％", "percent", "per cent", "pct"), Unit("percent", "%")),
    **dict.fromkeys(
        (
            "percentage point", "percentage points", "percentage-point", "percent points",
            "pp", "ppt", "ppts", "pps", "%-points", "%pts",
        ),
        Unit("percent", "pp"),
    ),
    **dict.fromkeys(
        ("basis point", "basis points", "bps", "bp"), Unit("percent", "pp", Decimal("0.01"))
    ),
}  # fmt: skip


def plain_names() -> dict[ValueKind, frozenset[str]]:
    """The plain units that values of a kind are kept in, for the kinds that have a fixed set."""
    return {
        "quantity": frozenset(unit.name for unit in UNITS.values()),
        "percent": frozenset(unit.name for unit in PERCENTS.values()),
        "money": frozenset(CURRENCY_CODES.values()),
    }


#: Spellings of what a rate is counted by.
PER_NOUNS = {
    "sec": "s", "second": "s", "seconds": "s", "s": "s", "mo": "month", "mth": "month",
    "yr": "year", "annum": "year", "y": "year", "hr": "hour", "h": "hour", "min": "minute",
    "wk": "week", "d": "day", "mtok": "million tokens", "mtoks": "million tokens",
    "m tokens": "million tokens", "tok": "token", "toks": "tokens",
    "1m": "million", "m": "million", "mm": "million", "1k": "thousand", "k": "thousand",
    "1,000": "thousand", "1000": "thousand", "1,000,000": "million", "mil": "million",
}  # fmt: skip
