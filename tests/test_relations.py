"""Texts -> relations, and relations -> what their own numbers refute."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint import documents, linter
from factlint.checks import RELATION_CHECKS, change, convert, currencies, ratio, spans
from factlint.checks import sum as sums
from factlint.config import Corpus
from factlint.intervals import Interval
from factlint.linter import Tools
from factlint.mentions import figures
from factlint.model import Document, Operand, Place, Relation, Value
from factlint.relations import numerals

from .claims_builder import days
from .conftest import Run, Write

HERE = Place("a.md", 1, 1, 1, 2)


@cache
def tools() -> Tools:
    return linter.equip(Corpus(Path.cwd(), ()))


def read(text: str) -> list[tuple[str, str]]:
    """The relations of a text: kind, and slots with what they hold."""
    extract = linter.extract(documents.read("a.md", text.encode()), tools())
    return [
        (
            relation.kind,
            ", ".join(f"{o.slot} {o.value.text}" for o in relation.operands if o.slot != "when"),
        )
        for relation in extract.relations
    ]


SILENT = {
    "two figures and a percentage": "Sales came to $4 million, costs to $3 million, and 16% left.",
    "a range of prices": "Tickets cost from $20 to $80, up 5% this year.",
    "years": "From 2019 to 2025, up 25%, it grew.",
    "a version": "It went from v2 to v3 (20% faster).",
    "an enumeration": "They link to two papers (1, 2) on it.",
    "a hidden change": "It cut the time from seven days to 24 hours, a 60% reduction in errors.",
    "a percentage further on": "Of 48 startups 10 left. Some 25% stayed.",
    "code": "Write `10 of 48 (25 %)` here.",
    "a weekday elsewhere": "It rained on Friday. March 16, 2026 was dry.",
    "a list nobody announced": "Lamps come in many forms:\n\n- round\n- square\n",
    "two changes side by side": "It scores 95.9% to 99.95% and others from 97.0%.",
    "one of several names": "One of three founders (Kim Lee and Ann Ray) met in Oslo.",
    "entries with an and": "It has three units: sales, research and development, and support.",
    "one of five stages": "It is one of five stages: seed, growth and exit.",
    "people that were asked": "We asked 12 owners:\n\n- What do you build?\n- Why?\n",
    "a column that only shares a name": (
        "| City | Stores | Staff | Total |\n|---|---|---|---|\n| Oslo | 3 | 40 | 7 |\n"
        "| Bergen | 1 | 20 | 3 |\n"
    ),
    "two different ways": (
        "| Trip | Walk (miles) | Ride (km) |\n|---|---|---|\n| A | 10 | 26 |\n| B | 5 | 18 |\n"
    ),
    "a rate of something else": (
        "From $2 billion in 2025 to $8 billion by 2030, at a CAGR of 12% lower than before."
    ),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_figures_side_by_side_are_no_relation(text: str) -> None:
    assert read(text) == []


READ = {
    "change": (
        "The share rose from 22 % to 38 %, a 73 % rise.",
        ("change", "from 22 %, to 38 %, result 73 %"),
    ),
    "change in other words": (
        "Sales dropped 4% to $717.7 million from $748.9 million.",
        ("change", "result 4%, to $717.7 million, from $748.9 million"),
    ),
    "change with times": (
        "Sales doubled from $4M in 2024 to $8M in 2025.",
        ("change", "result doubled, from $4M, to $8M"),
    ),
    "arrow": (
        "Latency: 120 ms → 80 ms (-33%).",
        ("change", "from 120 ms, to 80 ms, result 33%"),
    ),
    "multiple": (
        "It made $9 million, three times the $3 million of 2024.",
        ("multiple", "to $9 million, result three times, from $3 million"),
    ),
    "ratio": (
        "Of the startups, 10 of 48 (21 %) pay.",
        ("ratio", "part 10, whole 48, percent 21 %"),
    ),
    "slash": ("It solved 45/50 (90%) of them.", ("ratio", "part 45, whole 50, percent 90%")),
    "parts": (
        "Acme raised $110B: $30B from Globex, $30B from Initech and $50B from Umbra.",
        ("parts", "total $110B, parts $30B, parts $30B, parts $50B"),
    ),
    "parts first": (
        "It sold $3 million in Norway and $4 million in Sweden, for a total of $7 million.",
        ("parts", "parts $3 million, parts $4 million, total $7 million"),
    ),
    "conversion": (
        "A 10-million-euro ($11.7 million) round.",
        ("converted_sum", "value 10-million-euro, converted $11.7 million"),
    ),
    "weekday": (
        "The vote is on Mon, Aug 24, 2026.",
        ("weekday", "weekday Mon, date Aug 24, 2026"),
    ),
    "announced list": (
        "Here are two takeaways:\n\n- One.\n- Two.\n",
        ("announced_list", "count two takeaways, list One., list Two."),
    ),
    "names": (
        "Its two founders, Kim Lee and Ann Ray, left.",
        ("named_list", "count two founders, list Kim Lee, list Ann Ray"),
    ),
    "total row": (
        "| City | Stores |\n|---|---|\n| Oslo | 12 |\n| Bergen | 9 |\n| Total | 21 |\n",
        ("column_total", "total 21, parts 12, parts 9"),
    ),
    "change column": (
        "| City | 2024 | 2025 | Change |\n|---|---|---|---|\n| Oslo | 40 | 50 | 25% |\n"
        "| B | 1 | 2 | x |\n",
        ("changed_columns", "from 40, to 50, result 25%"),
    ),
    "difference": (
        "Revenue was $9 million, $2 million more than the $7 million of 2024.",
        ("difference", "to $9 million, result $2 million, from $7 million"),
    ),
    "yearly growth": (
        "It is put at $6.4 billion in 2024, projected to reach $10 billion by 2031 at a 7% CAGR.",
        (
            "compound_growth",
            "from $6.4 billion, since 2024, to $10 billion, until 2031, rate 7%",
        ),
    ),
    "part of a whole": (
        "It cut 1,200 jobs, or 8% of its workforce of 15,000.",
        ("ratio", "part 1,200 jobs, percent 8%, whole 15,000"),
    ),
    "rest of a whole": (
        "It cut 1,200 jobs, 10% of its staff, leaving 10,800 employees.",
        ("rest_of_whole", "part 1,200 jobs, percent 10%, left 10,800 employees"),
    ),
    "product": (
        "Four cards with 32 GB each make 128 GB in total.",
        ("products", "count Four cards, each 32 GB, product 128 GB"),
    ),
    "age": (
        "Kim Lee, born in 1970, is 55 years old.",
        ("age", "since 1970, age 55 years"),
    ),
    "called by its age": (
        "The 28-year-old company, founded in 1998, makes lamps.",
        ("aged", "years 28-year-old, since 1998"),
    ),
    "list in a sentence": (
        "It has three stages: seed, growth and exit.",
        ("inline_list", "count three stages, list seed, list growth, list exit"),
    ),
    "list of any things": (
        "We see two camps:\n\n- One.\n- Two.\n",
        ("announced_list", "count two camps, list One., list Two."),
    ),
    "list with its total": (
        "- Oslo: 12 stores\n- Bergen: 9 stores\n- Total: 21 stores\n",
        ("list_total", "total 21 stores, parts 12 stores, parts 9 stores"),
    ),
    "shares in a list": (
        "The tokens are allocated:\n\n- Team: 40%\n- Investors: 35%\n- Public: 25%\n",
        ("listed_shares", "shares 40%, shares 35%, shares 25%"),
    ),
    "shares in a column": (
        "| Holder | Allocation |\n|---|---|\n| Team | 40% |\n| Fund | 35% |\n| Rest | 25% |\n",
        ("share_column", "shares 40%, shares 35%, shares 25%"),
    ),
}

ROWS = {
    "part and whole": (
        "| Team | Passed | Total | Rate |\n|---|---|---|---|\n| A | 12 | 48 | 25% |\n"
        "| B | 10 | 50 | 20% |\n",
        ["part 12, whole 48, percent 25%", "part 10, whole 50, percent 20%"],
    ),
    "weekday and date": (
        "| Day | Date |\n|---|---|\n| Thu | March 5, 2026 |\n| Tuesday | March 10, 2026 |\n",
        ["weekday Thu, date March 5, 2026", "weekday Tuesday, date March 10, 2026"],
    ),
    "two units": (
        "| Trip | Miles | Kilometers |\n|---|---|---|\n| A | 10 | 16 |\n| B | 5 | 8 |\n",
        ["value 10 miles, converted 16 kilometers", "value 5 miles, converted 8 kilometers"],
    ),
    "a last column": (
        "| City | Gold | Silver | Total |\n|---|---|---|---|\n"
        "| A | 3 | 4 | 7 |\n| B | 1 | 2 | 3 |\n",
        ["total 7, parts 3, parts 4", "total 3, parts 1, parts 2"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_each_row_is_read_by_its_heads(text: str, expected: list[str]) -> None:
    assert [told for _, told in read(text)] == expected


SUMS = {
    "change": (
        "Sales fell from $84 million to $63 million, a 33% drop.",
        "($63 million - $84 million) / $84 million = -26 to -24 %; stated: 33%",
    ),
    "sum": (
        "The total of $9 million is made up of $4 million in cash and $3 million in stock.",
        "$4 million + $3 million = $6 million to $8 million; stated: $9 million",
    ),
    "product": (
        "Four cards with 32 GB each make 96 GB in total.",
        "Four cards x 32 GB = 126 GB to 130 GB; stated: 96 GB",
    ),
    "share": ("In all 10 of 48 (25 %) left.", "10 / 48 = 20.8 %; stated: 25 %"),
    "conversion": (
        "The road is 26 miles (62 km) long.",
        "26 miles in km = 38.58 km to 45.21 km; stated: 62 km",
    ),
    "weekday": (
        "The vote is on Mon, Aug 25, 2026.",
        "weekday of 2026-08-25 = Tuesday; stated: Mon",
    ),
    "list": (
        "It has five stages: seed, growth and exit.",
        "entries of the list = 3; stated: five stages",
    ),
}


@pytest.mark.parametrize(("text", "worked"), SUMS.values(), ids=SUMS)
def test_a_finding_shows_its_sum_in_full(text: str, worked: str) -> None:
    extract = linter.extract(documents.read("a.md", text.encode()), tools())
    rules = [rule for rule in tools().packs.rules if rule.relations]
    found = linter.compare([extract], rules, tools().gazetteer).ran.slips
    assert [finding.because for finding in found] == [worked]


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_a_construction_is_read(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("v2 and 2.0.1", []),
        ("in 2026", []),
        ("12:30, 1st, 48-bit, $5, #7", []),
        ("10 of 48", ["10", "48"]),
        ("45/50 of them", ["45", "50"]),
        ("on 24/7 duty, 1,200 lamps", ["24", "7"]),
        ("one in four (25%)", ["one", "four"]),
    ],
)
def test_bare_numbers(text: str, bare: list[str]) -> None:
    known = figures.find(text, None)
    found = [one for one in numerals.filled(text, known) if one not in known]
    assert [one.value.text for one in found] == bare


def number(value: Decimal | int, unit: str = "USD", step: int | str = 1) -> Value:
    """A number written to a step."""
    exact = Decimal(value)
    kind = {"%": "percent", "": "count", "m": "quantity"}.get(unit, "money")
    interval = Interval(exact, exact, unit, "exact", Decimal(step), Decimal(step) < 1)
    return Value(kind, f"{exact} {unit}", interval)  # type: ignore[arg-type]


def relation(dated: str | None = None, **slots: Value | list[Value]) -> Relation:
    """A relation with these values in its slots."""
    operands = tuple(
        Operand(slot, one, HERE)
        for slot, values in slots.items()
        for one in (values if isinstance(values, list) else [values])
    )
    document = Document("a.md", dated=days(dated))
    return Relation("change", operands, HERE, "", "", document, {"parts": "all"})


AMOUNTS = st.integers(1, 10**9)
SCALES = st.sampled_from([2, 3, 10, 1000, 10**6])


@given(before=AMOUNTS, after=AMOUNTS)
def test_the_true_change_is_never_refuted(before: int, after: int) -> None:
    percent = (Decimal(abs(after - before)) / before * 100).quantize(Decimal("0.1"))
    told = relation(
        **{"from": number(before), "to": number(after)}, result=number(percent, "%", "0.1")
    )
    assert list(change.check([told])) == []


@given(before=st.integers(100, 10**6), after=st.integers(100, 10**6), off=st.integers(5, 80))
def test_a_false_change_is_found(before: int, after: int, off: int) -> None:
    percent = (Decimal(abs(after - before)) / before * 100).quantize(Decimal("0.1"))
    stated = percent + off + percent / 10
    exact = {"from": number(before * 10 + 1), "to": number(after * 10 + 1)}
    told = relation(**exact, result=number(stated, "%", "0.1"))
    assert len(list(change.check([told]))) == 1


@given(before=AMOUNTS, after=AMOUNTS, percent=st.integers(1, 300), scale=SCALES)
def test_a_change_is_judged_alike_at_any_scale(
    before: int, after: int, percent: int, scale: int
) -> None:
    result = number(percent, "%")
    small = relation(**{"from": number(before), "to": number(after)}, result=result)
    large = relation(
        **{
            "from": number(before * scale, step=scale),
            "to": number(after * scale, step=scale),
        },
        result=result,
    )
    assert bool(list(change.check([small]))) == bool(list(change.check([large])))


@given(part=st.integers(0, 500), whole=st.integers(1, 500))
def test_the_true_share_is_never_refuted(part: int, whole: int) -> None:
    percent = round(Decimal(part) / whole * 100)
    told = relation(part=number(part, ""), whole=number(whole, ""), percent=number(percent, "%"))
    assert list(ratio.check([told])) == []


@given(parts=st.lists(st.integers(1, 10**6), min_size=2, max_size=12))
def test_a_true_sum_is_never_refuted(parts: list[int]) -> None:
    told = relation(total=number(sum(parts)), parts=[number(one) for one in parts])
    assert list(sums.check([told])) == []


@given(
    parts=st.lists(st.decimals("0.1", "900", places=3), min_size=2, max_size=8),
)
def test_a_true_sum_is_never_refuted_for_its_rounding(parts: list[Decimal]) -> None:
    rounded = [number(one.quantize(Decimal("0.1")), step="0.1") for one in parts]
    total = number(sum(parts, Decimal(0)).quantize(Decimal("0.1")), step="0.1")
    assert list(sums.check([relation(total=total, parts=rounded)])) == []


@given(
    parts=st.lists(st.integers(1, 10**6), min_size=2, max_size=12),
    more=st.integers(1, 10**6),
    sign=st.sampled_from([1, -1]),
)
def test_a_sum_that_is_off_by_more_than_rounding_is_found(
    parts: list[int], more: int, sign: int
) -> None:
    off = sign * (more + 10 * len(parts) + sum(parts) // 5)
    told = relation(total=number(sum(parts) + abs(off)), parts=[number(one) for one in parts])
    below = [*parts, abs(off)]
    untold = relation(total=number(sum(parts)), parts=[number(one) for one in below])
    assert list(sums.check([told if off > 0 else untold]))


@given(
    digits=st.integers(2, 90),
    after=st.integers(2, 90),
    percent=st.integers(2, 300),
    words=st.sampled_from([("$", "M"), ("$", " million"), ("USD ", " million"), ("", "m dollars")]),
)
def test_notation_does_not_matter(
    digits: int, after: int, percent: int, words: tuple[str, str]
) -> None:
    left, right = words
    plain = f"Sales rose from ${digits} million to ${after} million, a {percent}% rise."
    other = (
        f"Sales rose from {left}{digits}{right} to {left}{after}{right}, a {percent} percent rise."
    )
    assert refuted(plain) == refuted(other)


def refuted(text: str) -> int:
    extract = linter.extract(documents.read("a.md", text.encode()), tools())
    return len(list(change.check(extract.relations)))


@given(
    code=st.sampled_from(["EUR", "GBP", "JPY", "INR", "HKD"]),
    amount=st.integers(10**6, 10**9),
    year=st.integers(currencies.FIRST_YEAR, currencies.LAST_YEAR),
)
def test_a_rate_of_the_year_is_right_and_a_thousandfold_wrong(
    code: str, amount: int, year: int
) -> None:
    band = currencies.band(code, [year])
    assert band is not None
    assert band.low is not None
    dollars = int(amount / band.low)
    for factor, found in ((1, 0), (1000, 1)):
        told = relation(
            f"{year}-06-01",
            value=number(amount, code),
            converted=number(dollars * factor, "USD", 1000),
        )
        assert len(list(convert.check([told]))) == found


def test_rates_are_known_for_years_of_the_table_only() -> None:
    assert currencies.band("EUR", [currencies.FIRST_YEAR - 1]) is None
    assert currencies.band("EUR", [currencies.LAST_YEAR + 1]) is None
    assert currencies.band("XXX", []) is None
    every, one = currencies.band("JPY", []), currencies.band("JPY", [2019])
    assert every is not None
    assert one is not None
    assert every.meets(one)


BECAUSE = {
    "The share rose from 22 % to 38 %, a 16 % rise.": (
        "from 22 % to 38 % is +16 percentage points or +72.7 %, not 16 %"
    ),
    "It employs 48 people (20 engineers, 18 sellers and 14 managers).": (
        "20 engineers + 18 sellers + 14 managers = 52 people, not 48 people"
    ),
    "Of the startups, 10 of 48 (25 %) are profitable.": "10 of 48 is 20.8 %, not 25 %",
    "The road is 26 miles (62 km) long.": "26 miles is 41.84 km, not 62 km",
    "The vote is on Mon, Aug 25, 2026.": "2026-08-25 is a Tuesday, not a Monday",
    "In June 2026 Acme raised a 10-million-euro ($11.7 billion) round.": (
        "10-million-euro was $9.61 million to $14.36 million in 2026, not $11.7 billion"
    ),
}


@pytest.mark.parametrize(("text", "because"), BECAUSE.items(), ids=range(len(BECAUSE)))
def test_a_finding_shows_its_sum(text: str, because: str, write: Write, run: Run) -> None:
    write({"a.md": text + "\n"})
    result = run("check", "a.md")
    assert because in result.output


def test_copies_are_one_finding(write: Write, run: Run) -> None:
    text = "The vote is on Mon, Aug 25, 2026.\n"
    write({"a.md": text, "b.md": text})
    output = run("check", "--format", "concise").output
    assert output.count("weekday-mismatch") == 1
    assert "(and in 1 copy)" in output


@pytest.mark.parametrize("check", RELATION_CHECKS.values(), ids=RELATION_CHECKS)
def test_every_check_is_silent_about_nothing(check: object) -> None:
    assert list(check([])) == []  # type: ignore[operator]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("0", 1, "0"), ("41.8429", 2, "41.84"), ("1200", 1, "1,200"), ("100", 1, "100")],
)
def test_computed_numbers_are_shown_plainly(value: str, places: int, text: str) -> None:
    assert spans.shown(Decimal(value), places) == text


PACK = """\
version: 1
lists:
  won: [won, wins]
relations:
  score:
    summary: Games won, and all games.
    slots: {part: count, whole: count, percent: percent}
    cues:
      - {match: "<won> {part} of {whole} \\"(\\" {percent} \\")\\"", unless-after: [so]}
rules:
  score-mismatch:
    summary: A share of games that is not that of the games.
    why: It is worked out by hand.
    check: ratio
    relations: [score]
    severity: error
    message: "{part} of {whole}: {because}"
    bad:
      - ["The club won 3 games of 8 games (70%)."]
    good:
      - ["The club won 3 games of 4 games (75%)."]
"""


def test_a_pack_brings_relations_of_its_own(write: Write, run: Run) -> None:
    write(
        {"p.yml": PACK, "factlint.toml": 'packs = ["p.yml"]\n', "a.md": "They won 3 of 8 (70%).\n"}
    )
    assert "3 of 8: 3 of 8 is 37.5 %, not 70%" in run("check", "a.md").output
    assert run("test", "p.yml").output == "2 tests, 0 failed\n"
    assert "slots        part (count)" in run("explain", "score").output


MISTAKES = {
    'cues:\n      - {match: "<won> {part}': "no slot {prt}",
    "part: count, whole": "unknown kind of slot 'cuont'",
    "[score]": "unknown relation 'scroe'",
    "check: ratio": "unknown check 'ration'",
    '"{part} of': "unknown placeholder {prt}",
    "unless-after": "unknown key of a cue 'unles-after'",
    "    severity": "a rule over relations has no 'per'",
}
SLIPS = {
    'cues:\n      - {match: "<won> {part}': 'cues:\n      - {match: "<won> {prt}',
    "part: count, whole": "part: cuont, whole",
    "[score]": "[scroe]",
    "check: ratio": "check: ration",
    '"{part} of': '"{prt} of',
    "unless-after": "unles-after",
    "    severity": "    per: [subject]\n    severity",
}


@pytest.mark.parametrize(("right", "message"), MISTAKES.items(), ids=range(len(MISTAKES)))
def test_a_mistake_in_a_relation_is_told(right: str, message: str, write: Write, run: Run) -> None:
    write({"p.yml": PACK.replace(right, SLIPS[right], 1), "factlint.toml": 'packs = ["p.yml"]\n'})
    result = run("rules")
    assert result.exit_code == 2
    assert message in result.output
