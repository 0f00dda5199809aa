"""Passage text -> figures: one value in all its spellings, every bound, what is no figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.intervals import Bound, Interval
from factlint.mentions import figures
from factlint.model import Mention

BASE = date(2026, 3, 16)


def numbers(text: str) -> list[tuple[str, float | None, float | None, str, Bound]]:
    """The numeric mentions of a text: kind, ends, unit, bound."""
    return [
        (
            m.value.kind,
            None if i.low is None else float(i.low),
            None if i.high is None else float(i.high),
            i.unit,
            i.bound,
        )
        for m in figures.find(text, BASE)
        if (i := m.value.interval) is not None
    ]


def only(text: str) -> Mention:
    (mention,) = figures.find(text, BASE)
    return mention


def interval(text: str) -> Interval:
    found = only(text).value.interval
    assert found is not None
    return found


NO_FIGURES = {
    "model number": "An RTX 4070 or an RX 9070 will do.",
    "model glued to a digit": "Phi4 and Gemma3n ran on an M5.",
    "model version": "Grok 4.2 and Claude 6 Sonnet were compared.",
    "hyphenated name": "The WSE-3 and the GPT-7 share a rack.",
    "letter in a name": "The A22B variant in Q5_K_S was slower.",
    "software version": "Version 4.11.2 fixes v0.9.1.",
    "dimension": "A 3D view of 2D maps in 4K.",
    "clock": "Doors open at 18:45 or at 7 pm.",
    "round the clock": "Support is open 24/7.",
    "address": "Call 555-0147-22 or see 10.0.0.12.",
    "ordinal": "The 21st and the first try.",
    "one of": "One of the founders left.",
    "plain one": "Only one company answered.",
    "bare number": "The answer was 7 again.",
    "fraction": "About 1/2 was lost.",
    "form": "It filed a 10-K and an 8-K.",
    "plan": "Savers like their 401k.",
    "phone": "The iPhone 19 Pro sold out.",
    "operating system": "Windows 12 users waited.",
    "index": "Fortune 500 companies signed up.",
    "rank": "It is a top 10 university.",
    "label": "See chapter 12 tables.",
    "years without a cue": "Resolution 2048 was tried, then 2084.",
    "word in a word": "The recently trained attendants often stone-walled.",
    "decade": "Music of the 1990s and people in their 30s.",
    "sports": "They won 3-2 at home.",
    "seed of a plant": "The Seed 2.0 model and sunflower seeds.",
    "age": "A 28-year-old founder of a three-year-old firm.",
    "hexadecimal": "It wrote 0x41 to the port.",
    "identifier": "Ticket #4711 and order no. 12 were closed.",
    "quantisation": "The Q4 files are small.",
}


@pytest.mark.parametrize("text", NO_FIGURES.values(), ids=NO_FIGURES)
def test_quiet(text: str) -> None:
    assert figures.find(text, None) == ()


SPELLINGS = {
    "20 million dollars": (
        ("money", 20e6, 20e6, "USD", "exact"),
        (
            "$20M", "$20m", "$20mn", "$20mm", "$20 million", "$20 Million", "$20-million", "$ 20 M",
            "$20million", "US$20 million", "USD 20 million", "USD20m", "20 million USD",
            "20 million dollars", "20 million U.S. dollars", "$20 million USD", "USD $20 million",
            "$20-million-dollar", "$20,000,000", "20,000,000 dollars",
            "twenty million dollars", "a $20 million", "the $20M",
        ),
    ),
    "short scales": (
        ("money", 19.5e6, 19.5e6, "EUR", "exact"),
        ("19.5 mln euros", "19.5-mln-euro", "€19.5 mln", "19.5 mn euros", "€19½ million",
         "€19 1/2 million", "19½ million euros", "nineteen and a half million euros",
         "nineteen point five million euros", "€19,5 million"),
    ),
    "losses in brackets": (
        ("money", 8.7e6, 8.7e6, "USD", "exact"), ("$(8.7)M", "$(8.7 million)", "$(8.7)m"),
    ),
    "pounds sterling": (("money", 6e9, 6e9, "GBP", "exact"), ("6 bln stg", "6 billion sterling")),
    "commas before cents": (
        ("money", 1234.56, 1234.56, "EUR", "exact"),
        ("1.234,56 €", "€1.234,56", "1.234,56 euros", "1,234.56 EUR", "€ 1,234.56"),
    ),
    "blanks between thousands": (
        ("money", 12_345, 12_345, "EUR", "exact"), ("12 345 €", "12\u00a0345 EUR", "12 345 euros"),
    ),
    "a sign behind": (("money", 5, 5, "USD", "exact"), ("5$", "$5", "5 dollars")),
    "words of hundreds": (
        ("count", 123_405, 123_405, "people", "exact"),
        ("one hundred twenty-three thousand four hundred and five people",
         "one hundred and twenty three thousand and four hundred five people"),
    ),
    "a hundred and five": (
        ("count", 105, 105, "employees", "exact"),
        ("a hundred and five employees", "one hundred five employees", "105 employees"),
    ),
    "a billion and a half": (
        ("money", 1.5e9, 1.5e9, "USD", "exact"),
        ("a billion and a half dollars", "one and a half billion dollars", "$1.5e9",
         "one-and-a-half billion dollars", "$1.5 × 10^9", "$1.5·10⁹"),
    ),
    "powers of ten": (("count", 1e24, 1e24, "tokens", "exact"), ("10^24 tokens", "1e24 tokens")),
    "one in five": (
        ("percent", 20, 20, "%", "exact"), ("one in five", "one out of every five", "two in ten"),
    ),
    "three quarters of": (
        ("percent", 75, 75, "%", "exact"), ("three quarters of all", "three-quarters of users"),
    ),
    "half a billion dollars": (
        ("money", 5e8, 5e8, "USD", "exact"),
        ("half a billion dollars", "a half-billion dollars", "half-a-billion dollars", "$0.5B"),
    ),
    "a billion dollars": (
        ("money", 1e9, 1e9, "USD", "exact"),
        ("a billion dollars", "one billion dollars", "$1B", "$1bn", "$1,000 million"),
    ),
    "two trillion": (("money", 2e12, 2e12, "USD", "exact"), ("$2T", "$2 trillion", "$2tn")),
    "300 thousand": (("money", 3e5, 3e5, "USD", "exact"), ("$300k", "$300K", "$300 thousand")),
    "euros": (
        ("money", 6e8, 6e8, "EUR", "exact"),
        ("€600M", "€ 600 million", "EUR 600m", "600 million euros", "€600.000.000", "600M€"),
    ),
    "pounds": (("money", 2.5e9, 2.5e9, "GBP", "exact"), ("£2.5bn", "2.5 billion pounds")),
    "yuan": (("money", 38e10, 38e10, "CNY", "exact"), ("RMB 380 billion", "380 billion yuan")),
    "rupees": (
        ("money", 5e9, 5e9, "INR", "exact"),
        ("₹500 crore", "Rs 500 crore", "Rs. 500 crore", "₹500Cr", "₹5,00,00,00,000",
        "₹50,000 lakh"),
    ),
    "won": (("money", 134.8e9, 134.8e9, "KRW", "exact"), ("134.8 billion won", "₩134.8 billion")),
    "yen": (("money", 9e9, 9e9, "JPY", "exact"), ("¥9 billion", "9 billion yen", "JPY 9bn")),
    "francs": (("money", 7e6, 7e6, "CHF", "exact"), ("CHF 7 million", "7 million Swiss francs")),
    "kronor": (("money", 8e6, 8e6, "SEK", "exact"), ("SEK 8m", "8 million kronor", "kr 8 million")),
    "Canadian dollars": (
        ("money", 5e6, 5e6, "CAD", "exact"),
        ("C$5M", "CA$5 million", "$5 million CAD", "CAD 5 million", "5 million Canadian dollars"),
    ),
    "other dollars": (("money", 5e6, 5e6, "HKD", "exact"), ("HK$5M", "HKD 5 million")),
    "cents": (("money", 0.15, 0.15, "USD", "exact"), ("15 cents", "$0.15", "15¢")),
    "range of money": (
        ("money", 10e6, 20e6, "USD", "range"),
        (
            "$10-20M", "$10M-$20M", "$10M to $20M", "$10 million to $20 million", "$10–20 million",
            "between $10 million and $20 million", "$10 to $20 million", "$10M – $20M", "$10M-20M",
        ),
    ),
    "figures": (
        ("money", 1e7, 99_999_999, "USD", "range"),
        ("eight-figure", "Eight-figure", "8-figure", "eight figures"),
    ),
    "billions of dollars": (
        ("money", 1e9, None, "USD", "at_least"),
        ("billions of dollars", "Billions of dollars"),
    ),
    "percent": (
        ("percent", 12.5, 12.5, "%", "exact"),
        ("12.5%", "12.5 %", "12.5 percent", "12.5 per cent", "12.5-percent", "+12.5%"),
    ),
    "negative percent": (("percent", -4.0, -4.0, "%", "exact"), ("-4%", "(-4%", "−4 percent")),
    "range of percent": (
        ("percent", 40, 50, "%", "range"),
        ("40 to 50 percent", "40-50%", "40% to 50%", "between 40% and 50%", "40–50 per cent"),
    ),
    "percentage points": (
        ("percent", 6.5, 6.5, "pp", "exact"),
        ("6.5 percentage points", "6.5-percentage-point", "6.5 pp", "650 basis points"),
    ),
    "two thirds": (("percent", 66.7, 66.7, "%", "about"), ("two-thirds", "two thirds",
        "Two-thirds")),
    "power": (
        ("quantity", 2.2e9, 2.2e9, "W", "exact"),
        ("2.2GW", "2.2 GW", "2.2 gigawatts", "2.2-gigawatt", "2,200 MW", "2.2 Gigawatts"),
    ),
    "vague power": (
        ("quantity", 2e9, None, "W", "at_least"),
        ("multi-gigawatt", "Multi-gigawatt", "multigigawatt"),
    ),
    "energy": (("quantity", 5e6, 5e6, "Wh", "exact"), ("5 MWh", "5 megawatt-hours", "5,000 kWh")),
    "memory": (("quantity", 24e9, 24e9, "B", "exact"), ("24GB", "24 GB", "24 gigabytes",
        "24-gigabyte")),
    "time": (("quantity", 0.35, 0.35, "s", "exact"), ("350ms", "350 ms", "350 milliseconds",
        "0.35 s")),
    "hours": (("quantity", 7200, 7200, "s", "exact"), ("two hours", "2 hours", "2h",
        "120 minutes")),
    "data rate": (("quantity", 4e11, 4e11, "bit/s", "exact"), ("400Gbps", "400 Gbps")),
    "frequency": (("quantity", 3.5e9, 3.5e9, "Hz", "exact"), ("3.5GHz", "3.5 GHz", "3,500 MHz")),
    "times": (("count", 3, 3, "times", "exact"), ("3x", "3×", "three times", "3 times", "tripled")),
    "range of times": (("count", 2, 3, "times", "range"), ("2-3x", "2 to 3 times")),
    "tokens": (
        ("count", 1e6, 1e6, "tokens", "exact"),
        ("1M tokens", "1 million tokens", "1,000,000 tokens", "1M-token", "one million tokens",
         "1 million token"),
    ),
    "parameters": (
        ("count", 405e9, 405e9, "parameters", "exact"),
        ("405B-parameter", "405B parameters", "405 billion parameters", "405 Billion Parameters"),
    ),
    "dozens": (("count", 24, 24, "engineers", "exact"), ("two dozen engineers", "24 engineers")),
    "a dozen": (("count", 12, 12, "staff", "exact"), ("a dozen staff", "12 staff", "twelve staff")),
    "hundreds of thousands": (
        ("count", 2e5, None, "tokens", "at_least"),
        ("hundreds of thousands of tokens",),
    ),
    "range of counts": (
        ("count", 300, 400, "roles", "range"),
        ("300 to 400 roles", "300-400 roles", "between 300 and 400 roles"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value"),
    [(text, value) for value, texts in SPELLINGS.values() for text in texts],
    ids=[text for _, texts in SPELLINGS.values() for text in texts],
)
def test_one_value_all_its_spellings(text: str, value: tuple[object, ...]) -> None:
    assert numbers(text) == [value]
    assert numbers(f"They said it is {text}, no less.") == [value]


BOUNDS: dict[str, tuple[Bound, tuple[str, ...]]] = {
    "about": (
        "about",
        (
            "about $5 million", "About $5 million", "around $5 million", "roughly $5 million",
            "approximately $5 million", "approx. $5 million", "some $5 million",
            "nearly $5 million",
            "almost $5 million", "close to $5 million", "approaching $5 million",
            "nearing $5 million",
            "near $5 million", "an estimated $5 million", "estimated $5 million", "~$5 million",
            "~ $5 million", "≈$5 million", "circa $5 million", "$5 million or so",
            "nearly a $5 million",
            "on the order of $5 million", "shy of $5 million",
        ),
    ),
    "at least": (
        "at_least",
        (
            "over $5 million", "more than $5 million", "above $5 million", "at least $5 million",
            "upwards of $5 million", "no fewer than $5 million", "no less than $5 million",
            "exceeding $5 million", "exceeds $5 million", "in excess of $5 million",
            "north of $5 million", "greater than $5 million", "> $5 million", ">$5 million",
            "≥$5 million", "$5 million+", "$5M+", "$5 million or more", "$5 million-plus",
            "over a $5 million", "over a staggering $5 million", "surpassing $5 million",
            "crossed $5 million", "past $5 million", "beyond $5 million", "well over $5 million",
            "$5 million and above", "a minimum of $5 million",
        ),
    ),
    "at most": (
        "at_most",
        (
            "under $5 million", "up to $5 million", "up to a $5 million", "as much as $5 million",
            "as high as $5 million", "at most $5 million", "no more than $5 million",
            "less than $5 million", "below $5 million", "< $5 million", "<$5 million",
            "≤$5 million",
            "$5 million or less", "a maximum of $5 million", "not exceeding $5 million",
            "sub-$5 million", "capped at $5 million",
        ),
    ),
    "exact": (
        "exact",
        (
            "$5 million", "talks about the $5 million", "talking about $5 million",
            "a total of $5 million",
            "under the $5 million", "a dispute over $5 million", "wins over $5 million",
            "talks over a $5 million",
            "an incredible $5 million", "raised $5 million", "worth $5 million",
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "bound"),
    [(text, bound) for bound, texts in BOUNDS.values() for text in texts],
    ids=[text for _, texts in BOUNDS.values() for text in texts],
)
def test_bounds(text: str, bound: Bound) -> None:
    low = None if bound == "at_most" else 5e6
    high = None if bound == "at_least" else 5e6
    assert numbers(text) == [("money", low, high, "USD", bound)]


COUNT_BOUNDS: dict[str, tuple[str, float | None, float | None, Bound]] = {
    "as many as": ("as many as 40 GPUs", None, 40, "at_most"),
    "fewer than": ("fewer than 40 GPUs", None, 40, "at_most"),
    "plus": ("40+ GPUs", 40, None, "at_least"),
    "plus and scale": ("40K+ GPUs", 40_000, None, "at_least"),
    "or more": ("40 GPUs or more", 40, None, "at_least"),
    "and beyond": ("40,000-GPU clusters and beyond", 40_000, None, "at_least"),
    "an incredible": ("an incredible 40 GPUs", 40, 40, "exact"),
    "past": ("walked past 40 GPUs", 40, 40, "exact"),
    "some": ("some 40 GPUs", 40, 40, "about"),
}


@pytest.mark.parametrize(("text", "low", "high", "bound"), COUNT_BOUNDS.values(), ids=COUNT_BOUNDS)
def test_bounds_of_counts(text: str, low: float | None, high: float | None, bound: Bound) -> None:
    assert numbers(text) == [("count", low, high, "gpus", bound)]


SENTENCES = {
    "conversion in brackets": (
        "It took $1.03B (€890M) at once.",
        [("money", 1.03e9, 1.03e9, "USD", "exact"), ("money", 8.9e8, 8.9e8, "EUR", "exact")],
    ),
    "respectively": (
        "They want up to $15 million and $6 million, respectively.",
        [("money", None, 15e6, "USD", "at_most"), ("money", None, 6e6, "USD", "at_most")],
    ),
    "a list is not shared": (
        "They want up to $15 million and $6 million in debt.",
        [("money", None, 15e6, "USD", "at_most"), ("money", 6e6, 6e6, "USD", "exact")],
    ),
    "a change is no range": (
        "Sales rose from $5 million to $8 million.",
        [("money", 5e6, 5e6, "USD", "exact"), ("money", 8e6, 8e6, "USD", "exact")],
    ),
    "a change shares its unit": (
        "The share rose from 22 to 38 percent.",
        [("percent", 22, 22, "%", "exact"), ("percent", 38, 38, "%", "exact")],
    ),
    "far ends are no range": (
        "Prices went from $80 to $100,000.",
        [("money", 80, 80, "USD", "exact"), ("money", 1e5, 1e5, "USD", "exact")],
    ),
    "list in digits": (
        "Rounds of $1M, $2M and $3M.",
        [("money", n * 1e6, n * 1e6, "USD", "exact") for n in (1, 2, 3)],
    ),
    "over a span of time": (
        "It spends $5 billion over three years.",
        [("money", 5e9, 5e9, "USD", "exact"), ("count", 3, 3, "years", "exact")],
    ),
    "size of a model": (
        "The 70B model beats other 9B models.",
        [("count", 70e9, 70e9, "", "exact"), ("count", 9e9, 9e9, "", "exact")],
    ),
    "context window": ("A 128k context window.", [("count", 128_000, 128_000, "", "exact")]),
    "adjectives before the noun": (
        "With 800 million weekly active users.",
        [("count", 8e8, 8e8, "users", "exact")],
    ),
    "a product counted": ("They own 20,000 H200s.", [("count", 20_000, 20_000, "H200s", "exact")]),
    "pieces": ("A box of 8x B200 GPUs.", [("count", 8, 8, "gpus", "exact")]),
    "one processor": ("It fits a single RTX 5090.", [("count", 1, 1, "gpus", "exact")]),
    "noun before the number": ("Sources (31)", [("count", 31, 31, "sources", "exact")]),
    "grouped digits without a noun": (
        "That brings the total to 30,000.",
        [("count", 30_000, 30_000, "", "exact")],
    ),
    "hedged number without a noun": (
        "It cut around 200, most of them here.",
        [("count", 200, 200, "", "about")],
    ),
    "a cell": ("569", [("count", 569, 569, "", "exact")]),
    "a label": ("SWE-bench Verified: 69.4", [("count", 69.4, 69.4, "points", "exact")]),
    "a plain noun": ("It closed 14 boutiques.", [("count", 14, 14, "boutiques", "exact")]),
    "a target year": ("The target for 2025 deliveries fell.", []),
    "bits": ("It holds 6 billion bits.", [("quantity", 6e9, 6e9, "bit", "exact")]),
    "precision of weights": ("A 4-bit copy.", []),
    "a year is no count": ("The 2025 models cost more.", []),
    "doubled": ("Sales doubled in a week.", [("count", 2, 2, "times", "exact")]),
    "headline": ("Acme Cuts 700 Positions", [("count", 700, 700, "positions", "exact")]),
    "stuck to a word": ("Acme pays $100million now.", [("money", 1e8, 1e8, "USD", "exact")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(text: str, expected: list[tuple[object, ...]]) -> None:
    assert numbers(text) == expected


RATES = {
    "month": ("$20/month", "month"),
    "mo": ("$20/mo", "month"),
    "a month": ("$20 a month", "month"),
    "per user and month": ("$5 per user per month", "user per month"),
    "annually": ("$9 million annually", "year"),
    "hour": ("$2.50/hr", "hour"),
    "tokens": ("$0.15 per million input tokens", "million input tokens"),
    "slash tokens": ("$3/1M tokens", "million tokens"),
    "MTok": ("$3 per MTok", "million tokens"),
    "bandwidth": ("8 TB/s", "s"),
    "speed": ("140 tokens per second", "s"),
    "short for tokens": ("about 45 tok/s here", "s"),
    "glued and short": ("It reached 100t/s.", "s"),
    "short in capitals": ("It reached 45 Tok/sec.", "s"),
    "scale alone": ("$2 / M on their site", "million"),
    "adjective": ("40 million monthly users", None),
    "none": ("$20 in cash", None),
}


@pytest.mark.parametrize(("text", "per"), RATES.values(), ids=RATES)
def test_rates(text: str, per: str | None) -> None:
    assert only(text).value.per == per


CHANGES = {
    "what it led to": ("It fell by 600,000 to 71.3 million.", ["600,000", "71.3 million"]),
    "a range": ("It grew by 5 to 8 percent.", ["5 to 8 percent"]),
    "a range with scales": ("It grew by 5 million to 8 million.", ["5 million to 8 million"]),
}


@pytest.mark.parametrize(("text", "said"), CHANGES.values(), ids=CHANGES)
def test_changes(text: str, said: list[str]) -> None:
    assert [m.value.text for m in figures.find(text, BASE)] == said


SCORES = {
    "on a benchmark": ("It got 71.9 on GPQA Diamond.", ["71.9"]),
    "behind its name": ("IFBench 63.61, MMLU: 84.6", ["63.61", "84.6"]),
    "ahead": ("On AIME 2025, it reached 83.3.", ["83.3"]),
    "scored": ("It scored 61.3 there.", ["61.3"]),
    "a version": ("It is better than 4.5 on SWE-bench.", []),
    "a rank": ("It ranks 5 in MMLU.", []),
    "no benchmark": ("He was 34 in Ohio.", []),
}


@pytest.mark.parametrize(("text", "said"), SCORES.values(), ids=SCORES)
def test_scores(text: str, said: list[str]) -> None:
    assert [m.value.text for m in figures.find(text, BASE)] == said


SHORT_TOKENS = {
    "tok": ("It reads 45 tok/s.", "tokens"),
    "t": ("It reads 180 t/s.", "tokens"),
    "range": ("It reads 50–60 tok/s.", "tokens"),
    "thousands": ("It reads 1,400 toks/sec.", "tokens"),
}


@pytest.mark.parametrize(("text", "unit"), SHORT_TOKENS.values(), ids=SHORT_TOKENS)
def test_short_for_tokens(text: str, unit: str) -> None:
    assert interval(text).unit == unit


def test_tons_are_no_tokens() -> None:
    assert figures.find("It moves 12 t a year.", BASE) == ()


SPANS = {
    "hedge": ("It is over $1 billion now.", "over $1 billion", "$1 billion"),
    "rate stays outside": ("It is $0.15 per million tokens.", "$0.15", "$0.15"),
    "noun inside": ("It has about 1,200 employees.", "about 1,200 employees", "1,200 employees"),
    "distant noun outside": ("It has 14,000 more corporate workers.", "14,000", "14,000"),
    "owner of the sign": ("It is US$427 million.", "US$427 million", "US$427 million"),
    "range": ("It is between $5B and $7B.", "between $5B and $7B", "$5B and $7B"),
    "glued dash": ("the rest—nearly $5B—went", "nearly $5B", "$5B"),
    "bracket": ("(about 40%)", "about 40%", "40%"),
}


@pytest.mark.parametrize(("text", "said", "core"), SPANS.values(), ids=SPANS)
def test_spans(text: str, said: str, core: str) -> None:
    mention = only(text)
    assert mention.value.text == text[mention.start : mention.end] == said
    assert text[mention.core : mention.end] == core


STEPS = {
    "point": ("$14.6 billion", "100000000", True),
    "whole": ("$2 billion", "1000000000", False),
    "zeros": ("$2,000", "1000", False),
    "trailing zero behind the point": ("$1.50", "0.01", True),
    "unit": ("120 MW", "10000000", False),
    "percent": ("12.5%", "0.1", True),
    "digits": ("256,000 tokens", "1000", False),
}


@pytest.mark.parametrize(("text", "step", "pointed"), STEPS.values(), ids=STEPS)
def test_written_precision(text: str, step: str, pointed: bool) -> None:
    found = interval(text)
    assert (found.step, found.pointed) == (Decimal(step), pointed)


NO_ROUNDS = {
    "model": "ByteDance shipped Seed 2.0 today.",
    "plant": "They plant seed and sell seeds.",
    "television": "The series a week later.",
    "console": "An Xbox Series X is out.",
    "growth": "Its growth was steady; a bridge was built.",
}


@pytest.mark.parametrize("text", NO_ROUNDS.values(), ids=NO_ROUNDS)
def test_no_round(text: str) -> None:
    assert [m for m in figures.find(text, None) if m.value.kind == "round"] == []


ROUNDS = {
    "series": ("It closed a Series C round.", "Series C", "Series C"),
    "small letters": ("a series b from them", "Series B", "series b"),
    "small a": ("its series a round", "Series A", "series a"),
    "part": ("a Series A-1 was added", "Series A-1", "Series A-1"),
    "plus": ("Series A+ Funding", "Series A+", "Series A+"),
    "seed plus": ("Seed+ Funding", "seed+", "Seed+"),
    "digit": ("its Series B2 came", "Series B2", "Series B2"),
    "extension": ("a Series C extension", "Series C extension", "Series C extension"),
    "before": ("a pre-Series A round", "pre-Series A", "pre-Series A"),
    "seed round": ("the seed round is done", "seed", "seed"),
    "seed funding": ("Seed Funding for Acme", "seed", "Seed"),
    "seed of money": ("a seed of €9M", "seed", "seed"),
    "seed at a value": ("closed its seed at $9M", "seed", "seed"),
    "seed before its sum": ("(seed: $9M in May)", "seed", "seed"),
    "seed and a bracket": ("a seed ($9M)", "seed", "seed"),
    "money before": ("a $5M seed for Acme", "seed", "seed"),
    "pre-seed": ("Pre-Seed for Acme", "pre-seed", "Pre-Seed"),
    "angel": ("an angel round", "angel", "angel"),
    "growth": ("a growth equity round", "growth", "growth"),
    "bridge": ("bridge financing", "bridge", "bridge"),
    "offering": ("its IPO is near", "IPO", "IPO"),
    "spelt offering": ("an initial public offering", "IPO", "initial public offering"),
}


@pytest.mark.parametrize(("text", "canonical", "said"), ROUNDS.values(), ids=ROUNDS)
def test_rounds(text: str, canonical: str, said: str) -> None:
    found = [m.value for m in figures.find(text, None) if m.value.kind == "round"]
    assert [(value.canonical, value.text) for value in found] == [(canonical, said)]


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from((("K", 3), ("M", 6), ("B", 9))))
def test_notation_does_not_matter(whole: int, tenth: int, scale: tuple[str, int]) -> None:
    letter, power = scale
    word = {"K": "thousand", "M": "million", "B": "billion"}[letter]
    plain = (whole * 10 + tenth) * 10 ** (power - 1)
    written = f"{whole}.{tenth}"
    spellings = (
        f"${written}{letter}",
        f"${written} {word}",
        f"USD {written} {word}",
        f"{written} {word} dollars",
        f"{plain:,} dollars",
        f"${plain}",
    )
    assert {interval(text).number for text in spellings} == {Decimal(plain)}


PIECES = st.sampled_from(
    ["$", "€", "USD ", "1", "2.5", "10-20", "1,000", "M", " million", " billion", "%", " to ", "–",
     "over ", "up to ", "about a ", "between ", " and ", "GB", " tokens", " per ", "month", "/s",
     "half a ", "dozen ", "March ", "15", ", 2026", "Q3 ", "early ", "last ", "week", " ago",
     "Series ",
     "C", "seed", " round", "respectively", " (", ")", ".", "\n", "—", "x", "-", "+",
     "twenty-", "two "]
)  # fmt: skip
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=30).map("".join)
BASES = st.none() | st.dates()


@given(TEXTS, BASES)
def test_mentions_are_sorted_apart_and_inside(text: str, base: date | None) -> None:
    found = figures.find(text, base)
    starts = [m.start for m in found]
    ends = [m.end for m in found]
    assert starts == sorted(starts)
    assert all(0 <= m.start <= m.core < m.end <= len(text) for m in found)
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert [m.value.text for m in found] == [text[m.start : m.end] for m in found]


@given(TEXTS, BASES)
def test_ends_are_in_order(text: str, base: date | None) -> None:
    intervals = [m.value.interval for m in figures.find(text, base)]
    assert all(i.low <= i.high for i in intervals if i and i.low is not None and i.high is not None)


LONG = {
    "brackets": "[" * 20_000,
    "digits": "1" * 100_000,
    "groups": "1,000," * 16_000,
    "points": "1." * 50_000,
    "dashes": "$1-" * 30_000,
    "words": "two " * 25_000,
    "adjectives": "10 big " * 15_000,
    "rates": "$5 per " * 15_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_lines_end(text: str) -> None:
    assert isinstance(figures.find(text, BASE), tuple)
