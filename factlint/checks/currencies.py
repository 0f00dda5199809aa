"""A currency and a year -> the band of what a US dollar cost in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from factlint.checks.spans import Span

FIRST_YEAR = 2015

#: Units of a currency for one US dollar, on the average of each year from 2015 on. Rounded to
#: what is generally known of the reference rates of central banks; the last year is an outlook.
#: The second column is how far the rate of a day may lie from the average of its year.
_TABLE = """
EUR 0.15 0.901 0.904 0.887 0.847 0.893 0.877 0.846 0.951 0.925 0.924 0.886 0.86
GBP 0.15 0.655 0.741 0.777 0.750 0.784 0.780 0.727 0.811 0.804 0.783 0.759 0.75
JPY 0.18 121   108.8 112.2 110.4 109.0 106.8 109.8 131.5 140.5 151.4 149.7 155
CNY 0.10 6.28  6.64  6.76  6.61  6.91  6.90  6.45  6.73  7.08  7.20  7.19  7.05
INR 0.12 64.2  67.2  65.1  68.4  70.4  74.1  73.9  78.6  82.6  83.7  87.2  89
KRW 0.15 1131  1160  1131  1100  1166  1180  1144  1292  1306  1364  1422  1430
CHF 0.15 0.962 0.985 0.985 0.978 0.994 0.939 0.914 0.955 0.899 0.881 0.831 0.80
CAD 0.12 1.279 1.325 1.298 1.296 1.327 1.341 1.254 1.302 1.350 1.370 1.398 1.39
AUD 0.15 1.331 1.345 1.305 1.338 1.439 1.452 1.331 1.442 1.506 1.516 1.551 1.50
SEK 0.15 8.43  8.56  8.55  8.69  9.46  9.21  8.58  10.12 10.61 10.57 9.80  9.4
NOK 0.18 8.06  8.40  8.27  8.13  8.80  9.42  8.59  9.61  10.56 10.75 10.40 10.1
DKK 0.15 6.72  6.73  6.60  6.31  6.67  6.54  6.29  7.07  6.89  6.90  6.61  6.4
BRL 0.25 3.33  3.49  3.19  3.65  3.94  5.16  5.39  5.16  5.00  5.39  5.59  5.5
ILS 0.14 3.89  3.84  3.60  3.59  3.56  3.44  3.23  3.36  3.69  3.70  3.46  3.3
SGD 0.10 1.375 1.381 1.381 1.349 1.364 1.380 1.344 1.379 1.343 1.336 1.307 1.29
HKD 0.04 7.752 7.762 7.793 7.839 7.836 7.757 7.773 7.831 7.829 7.803 7.79  7.79
TWD 0.12 31.9  32.3  30.4  30.2  30.9  29.6  28.0  29.8  31.2  32.1  31.2  31.5
"""


def _read(line: str) -> tuple[str, tuple[Span, ...]]:
    code, room, *rates = line.split()
    return code, tuple(Span(Decimal(r), Decimal(r)).widened(Decimal(room)) for r in rates)


_BANDS: Mapping[str, tuple[Span, ...]] = {
    **dict(map(_read, _TABLE.strip().splitlines())),
}
_DOLLAR = Span(Decimal(1), Decimal(1))
LAST_YEAR = FIRST_YEAR + len(_BANDS["EUR"]) - 1


def band(code: str, years: Iterable[int]) -> Span | None:
    """What one US dollar cost in some years, from the least to the most; None where unknown."""
    if code == "USD":
        return _DOLLAR
    known = _BANDS.get(code)
    wanted = sorted(set(years)) or range(FIRST_YEAR, LAST_YEAR + 1)
    if known is None or wanted[0] < FIRST_YEAR or wanted[-1] > LAST_YEAR:
        return None
    found = [known[year - FIRST_YEAR] for year in wanted]
    lows = [one.low for one in found if one.low is not None]
    highs = [one.high for one in found if one.high is not None]
    return Span(min(lows), max(highs))
