"""Errors made on purpose: what is written, where, and what the benchmark says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.injection import (
    comparing,
    corpus,
    edits,
    falsehoods,
    harmless,
    relating,
    restated,
    run,
    slots,
    templates,
    texts,
    trials,
    wordings,
    written,
)
from benchmarks.injection.counterparts import Index
from benchmarks.injection.draws import MODES, Draw
from benchmarks.injection.edits import KINDS, Kind
from benchmarks.injection.texts import Change, Span
from factlint.config import Corpus

from .conftest import Write

FILES = {
    "lamps.md": (
        "---\ntitle: Acme raises $20 million\ndate: 2026-03-02\n---\n\n"
        "Acme raised $20 million in a Series B round. Acme is valued at $640 million.\n\n"
        "- Globex raised $7.35 million in a Series A round.\n"
        "- Initech acquired Hooli for $31 million.\n\n"
        "Globex plans to raise $90 million in a Series C round.\n"
    ),
    "deals.md": (
        "---\ntitle: A busy week\ndate: 2026-03-03\n---\n\n"
        "Investors like lamps: Acme raised $20 million in a Series B round.\n\n"
        "Initech acquired Hooli for $31 million. Acme has more than 40,000 customers.\n"
    ),
    "notes.txt": (
        "Acme has secured $20 million in its Series B round.\n\n"
        "Globex raised $7.35 million. Acme has more than 55,000 customers.\n"
    ),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    root = tmp_path_factory.mktemp("news")
    for name, text in FILES.items():
        (root / name).write_text(text, encoding="utf-8")
    folder = Corpus(root, (root,))
    state = corpus.load(folder)
    return Index(state, slots.scenes(state, corpus.mentions(folder, state)))


# Figures as they are written

UNCHANGED = {
    "no scale": (written.another_magnitude, "$20"),
    "two numbers": (written.another_magnitude, "$5-10 million"),
    "words": (written.another_magnitude, "three"),
    "no unit": (written.another_unit, "1,200 employees"),
    "few digits": (written.rounded, "$14.6 billion"),
    "round": (written.rounded, "12,000"),
    "nothing": (written.another_number, "$0"),
}


@pytest.mark.parametrize(("make", "text"), UNCHANGED.values(), ids=UNCHANGED.keys())
def test_what_cannot_be_changed_is_left(
    make: Callable[[str, Random], str | None], text: str
) -> None:
    assert make(text, Random(1)) is None


CHANGED = {
    "million": (written.another_magnitude, "$20 million", "$20 billion"),
    "billion": (written.another_magnitude, "over $1.5 billion", "over $1.5 million"),
    "M": (written.another_magnitude, "€20M", "€20B"),
    "B": (written.another_magnitude, "$1.5B+", "$1.5M+"),
    "K": (written.another_magnitude, "40K users", "40M users"),
    "euros": (written.another_unit, "€20 million", "$20 million"),
    "power": (written.another_unit, "up to 480MW", "up to 480GW"),
    "memory": (written.another_unit, "24 GB", "24 TB"),
    "parameters": (written.another_unit, "70B parameters", "70M parameters"),
    "a decimal less": (written.rounded, "$14.63 billion", "$14.6 billion"),
    "three digits": (written.rounded, "11,432 people", "11,400 people"),
}


@pytest.mark.parametrize(("make", "text", "expected"), CHANGED.values(), ids=CHANGED.keys())
def test_figures_change_in_their_style(
    make: Callable[[str, Random], str | None], text: str, expected: str
) -> None:
    assert make(text, Random(1)) == expected


NOTATIONS = {
    "letter": ("$1.5B", True, ["$1.5 billion", "1,500,000,000 dollars", "1,500 million dollars"]),
    "before a noun": ("$1.5B", False, ["$1.5 billion"]),
    "word": ("over €20 million", False, ["over €20M"]),
    "counted": ("70B parameters", True, ["70 billion parameters"]),
    "compound": ("$2-billion", True, []),
}


@pytest.mark.parametrize(("text", "alone", "expected"), NOTATIONS.values(), ids=NOTATIONS.keys())
def test_notations(text: str, alone: bool, expected: list[str]) -> None:
    assert list(written.notations(text, stands_alone=alone)) == expected


@given(
    st.sampled_from(["${}", "over ${} million", "{}%", "{} employees", "€{}M", "{:,} users"]),
    st.integers(1, 99_999),
    st.integers(0, 1000),
)
def test_another_number_is_1_2_to_3_times_off(style: str, number: int, seed: int) -> None:
    text = style.format(number)
    new = written.another_number(text, Random(seed))
    assert new is not None
    figure, old = written.read(new), written.read(text)
    assert figure is not None
    assert old is not None
    low, high = sorted((figure.number, old.number))
    assert Decimal("1.2") <= high / low <= 3
    assert (figure.head, figure.sign, figure.scale, figure.tail) == (
        old.head, old.sign, old.scale, old.tail,
    )  # fmt: skip


@given(st.decimals("0.1", "999.99", places=2), st.integers(0, 1000))
def test_decimals_stay(number: Decimal, seed: int) -> None:
    new = written.another_number(f"${number} billion", Random(seed))
    assert new is not None
    assert re.fullmatch(r"\$\d+\.\d\d billion", new)


# What contradicts what

EXCLUDES = {
    "rounded": ("$14.63 billion", "$14.6 billion", False),
    "another notation": ("$1.5B", "1,500 million dollars", False),
    "emphasis": ("over **$20M**", "over $20 million", False),
    "within about": ("about $20 million", "$21 million", False),
    "above a floor": ("over $20 million", "$25 million", False),
    "one fact, two nouns": ("40,000 users", "40,000 customers", False),
    "another number": ("$14.6 billion", "$14.9 billion", True),
    "another currency": ("$20 million", "€20 million", True),
    "over and under": ("over 40,000", "less than 40,000", True),
}


@pytest.mark.parametrize(("a", "b", "expected"), EXCLUDES.values(), ids=EXCLUDES.keys())
def test_excludes(a: str, b: str, expected: bool) -> None:
    first, second = comparing.reading(a), comparing.reading(b)
    assert first is not None
    assert second is not None
    assert comparing.excludes(first, second) is expected
    assert comparing.excludes(second, first) is expected


# Changes and places

MOVED = {
    "before": (Span(0, 4), Span(0, 4)),
    "behind": (Span(16, 20), Span(18, 22)),
    "the changed one": (Span(8, 12), Span(8, 14)),
    "around it": (Span(6, 16), Span(6, 18)),
}


@pytest.mark.parametrize(("span", "expected"), MOVED.values(), ids=MOVED.keys())
def test_places_move_with_a_change(span: Span, expected: Span) -> None:
    assert texts.moved(span, [Change(Span(8, 12), "abcdef")]) == expected


def test_changes_are_made_in_order() -> None:
    swap = [Change(Span(0, 1), "c"), Change(Span(2, 3), "a")]
    assert texts.apply("a b c", [*swap[:1], Change(Span(4, 5), "a")]) == "c b a"


SITES = {
    "value": {"$20 million", "$640 million", "$7.35 million", "$31 million", "$90 million"},
    "title": {"$20 million"},
    "hedge": set(),
    "subject": {"Acme", "Globex", "Hooli"},
    "round": {"Series B", "Series A", "Series C"},
    "verb": {"raised", "raises", "acquired", "plans to raise"},
    "synonym": {"raised", "raises", "acquired"},
}


@pytest.mark.parametrize(("slot", "expected"), SITES.items(), ids=SITES.keys())
def test_sites_are_where_they_say(index: Index, slot: str, expected: set[str]) -> None:
    found = list(slots.SLOTS[slot](index.scenes["lamps.md"]))
    assert {site.text for site in found} == expected
    source = FILES["lamps.md"]
    assert {source[slice(*site.span)] for site in found} == expected


# Draws

MADE = {
    "magnitude": ("$20 million", {"$20 billion"}),
    "unit": ("$20 million", {"€20 million", "£20 million"}),
    "round": ("Series B", {"Series A", "Series C"}),
    "hedge": (
        "more than 40,000 customers",
        {"less than 40,000 customers", "up to 40,000 customers"},
    ),
    "status": ("raised", set(wordings.DEEDS["funding_amount"][0].coming)),
    "entity": ("Acme", {"Globex", "Hooli"}),
}


def drawn(
    index: Index, kind: Kind, mode: str = "anywhere", seed: int = 1, most: int | None = None
) -> list[Draw]:
    return list(islice(MODES[mode](index, kind, Random(seed)), most))


@pytest.mark.parametrize(("name", "row"), MADE.items(), ids=MADE.keys())
def test_each_kind_makes_its_error(index: Index, name: str, row: tuple[str, set[str]]) -> None:
    old, expected = row
    found = {
        draw.new
        for seed in range(20)
        for draw in drawn(index, KINDS[name], seed=seed)
        if draw.site.text == old
    }
    assert found
    assert found <= expected


def test_a_misspelled_name_is_one_letter_off(index: Index) -> None:
    found = drawn(index, KINDS["name"])
    assert {draw.site.text for draw in found} == {"Globex"}
    for draw in found:
        off = sum(a != b for a, b in zip(draw.site.text, draw.new, strict=True))
        assert off in (1, 2)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [*KINDS, *harmless.KINDS])
def test_draws_follow_from_the_seed(index: Index, name: str, mode: str) -> None:
    kind = KINDS.get(name) or harmless.KINDS[name]
    first, second = (drawn(index, kind, mode, most=4) for _ in range(2))
    assert [(d.site.path, d.site.span, d.new) for d in first] == [
        (d.site.path, d.site.span, d.new) for d in second
    ]
    for draw in first:
        assert draw.before.text(draw.site.path)[slice(*draw.site.span)] == draw.site.text


def test_what_nobody_repeats_is_not_drawn_as_told(index: Index) -> None:
    told = {draw.site.text for draw in drawn(index, KINDS["number"], "told")}
    assert told == {"$20 million", "$31 million", "$7.35 million"}


def test_a_value_that_still_agrees_is_no_error(index: Index) -> None:
    draw = drawn(index, KINDS["number"], "told")[0]
    assert draw.site.claim is not None
    assert not KINDS["number"].fair(draw.site, draw.site.text, draw.site.claim, index.pool)
    assert harmless.KINDS["rounding"].fair(draw.site, draw.site.text, draw.site.claim, index.pool)


# Restatements


@pytest.mark.parametrize("family", templates.FAMILIES)
def test_a_family_has_six_wordings(family: str) -> None:
    wordings_ = templates.FAMILIES[family]
    assert len(set(wordings_)) >= 6
    assert all(one.count("{s}") == one.count("{v}") == 1 for one in wordings_)


def test_a_restatement_says_what_its_slots_hold(index: Index) -> None:
    claims = [c for c in restated.tellable(index) if c.attribute == "funding_amount"]
    for template in templates.FAMILIES["funding_amount"]:
        said = restated.rendered(template, claims[0])
        held = {name: said.text[slice(*span)] for name, span in said.slots.items()}
        assert (held["value"], held["subject"]) == ("$20 million", "Acme")
        assert held.get("round", "Series B") == "Series B"


def test_a_restatement_stands_in_another_document(index: Index) -> None:
    for claim in restated.tellable(index):
        again = restated.restate(index, claim, Random(1))
        assert again is not None
        assert again.path != claim.place.path
        assert again.state.text(again.path).endswith(f"\n\n{again.sentence}\n")


# Outcomes


def test_a_changed_number_is_read_told_again_and_found(index: Index) -> None:
    found = [trials.judge(draw) for draw in drawn(index, KINDS["number"], "told")]
    acme = [one for one in found if one.old == "$20 million" and one.path == "deals.md"]
    assert [(one.read, one.partner_read, one.found, one.why) for one in acme] == [
        (True, True, True, "found")
    ]


def test_what_is_told_once_says_so(index: Index) -> None:
    found = [trials.judge(draw) for draw in drawn(index, KINDS["number"])]
    alone = [one for one in found if one.old == "$640 million"]
    assert [(one.read, one.found, one.why) for one in alone] == [(True, False, "told nowhere else")]


def test_a_kind_that_stands_alone_needs_no_counterpart(index: Index) -> None:
    number = KINDS["number"]
    kind = Kind("falsified", "value", number.make, number.fair, number.reads, alone=True)
    found = trials.judge(drawn(index, kind)[0])
    assert (found.read, found.partner_read) == (True, True)


def test_harmless_edits_are_silent(index: Index) -> None:
    draws = [
        draw
        for kind in harmless.KINDS.values()
        for mode in ("told", "restated")
        for draw in drawn(index, kind, mode, most=3)
    ]
    assert draws
    assert [trials.alarms(draw) for draw in draws] == [()] * len(draws)


CONFLICT = {
    "a.md": "Acme raised $20 million in a Series B round.\n",
    "b.md": "Acme raised $35 million in a Series B round.\n",
}
RETOLD = {
    "notation": ("$35 million", "$35M", False),
    "rounding": ("$35 million", "$35.0 million", False),
    "another number": ("$35 million", "$55 million", True),
    "another subject": ("Acme", "Globex", False),
}


@pytest.mark.parametrize(("old", "new", "expected"), RETOLD.values(), ids=RETOLD)
def test_a_contradiction_in_other_words_is_not_new(
    write: Write, tmp_path: Path, old: str, new: str, expected: bool
) -> None:
    write(CONFLICT)
    before = corpus.load(Corpus(tmp_path, (tmp_path,)))
    after = corpus.changed(before, {"b.md": CONFLICT["b.md"].replace(old, new)})
    assert bool(corpus.new_findings(before, after)) is expected


SWAPS = {
    "a place that many have": ("Acme is based in Paris.", "Paris", False),
    "a round sum": ("Acme raised $20 million.", "$20 million", False),
    "an odd sum": ("Acme raised $20.3 million.", "$20.3 million", True),
    "a chief executive": ("Jane Roe is the CEO of Acme.", "Jane Roe", True),
}


@pytest.mark.parametrize(("text", "value", "expected"), SWAPS.values(), ids=SWAPS)
def test_a_subject_is_swapped_where_a_reader_can_tell(
    write: Write, tmp_path: Path, text: str, value: str, expected: bool
) -> None:
    write({"a.md": f"{text}\n", "b.md": f"{text} Globex sells chairs, it said.\n"})
    chosen = Corpus(tmp_path, (tmp_path,))
    state = corpus.load(chosen)
    index = Index(state, slots.scenes(state, corpus.mentions(chosen, state)))
    claim = next(one for one in state.claims if one.value.text == value)
    site = slots.Site("a.md", Span(0, 4), "Acme", Span(0, 4), claim)
    assert KINDS["entity"].fair(site, "Globex", claim, index.pool) is expected


def test_items_that_name_their_subjects_are_swapped(index: Index) -> None:
    (changes,) = harmless.reorderings(index.scenes["lamps.md"])
    swapped = texts.apply(FILES["lamps.md"], changes)
    assert "- Initech acquired Hooli for $31 million.\n- Globex raised $7.35" in swapped


# The command


def test_the_same_seed_gives_the_same_bytes(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [str(write(FILES)), "--n", "1", "--format", "json", "--show"]
    outputs = []
    for _ in range(2):
        assert run.main(arguments) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    entries = json.loads(outputs[0])["errors"]
    assert {entry["kind"] for entry in entries} == set(KINDS)
    assert all(0 <= entry["caught"] <= entry["partner"] <= entry["drawn"] == 1 for entry in entries)


def test_the_table_has_a_row_for_each_kind_asked_for(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(write(FILES))
    assert run.main([folder, "--n", "2", "--kinds", "number,unrelated", "--modes", "told"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [line.split()[:3] for line in lines if line.startswith(("told", "whole"))]
    assert ["told", "number", "2"] in rows
    assert ["whole", "unrelated", "2"] in rows


def test_an_unknown_kind_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run.main([str(folder), "--kinds", "numbers"])
    assert "no numbers; known: number, " in capsys.readouterr().err


def test_nothing_to_read_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([str(folder)]) == 2
    assert "no documents in" in capsys.readouterr().err


def test_every_kind_has_a_slot() -> None:
    assert {kind.slot for kind in (*KINDS.values(), *harmless.KINDS.values())} <= set(slots.SLOTS)
    assert edits.KINDS.keys().isdisjoint(harmless.KINDS)


# Relations

RELATED = (
    "---\ndate: 2026-03-02\n---\n\n"
    "Sales rose from $40 million to $52 million, a 30% increase.\n\n"
    "It is $9.5 million: $4.5 million in cash, $3 million in notes and $2 million in stock.\n\n"
    "It opens on Thursday, March 5, 2026. The road is 26 miles (42 km) long.\n\n"
    "Here are three takeaways:\n\n- One.\n- Two.\n- Three.\n"
)
FALSIFIED = {
    "percentage": 1,
    "operand": 3,
    "total": 1,
    "weekday": 1,
    "conversion": 1,
    "item": 1,
}


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> corpus.State:
    folder = tmp_path_factory.mktemp("related")
    (folder / "a.md").write_text(RELATED, encoding="utf-8")
    return corpus.load(Corpus(folder, (folder,)))


@pytest.mark.parametrize(("kind", "count"), FALSIFIED.items(), ids=FALSIFIED)
def test_each_relation_is_falsified_and_found(related: corpus.State, kind: str, count: int) -> None:
    (outcomes,) = relating.errors(related, [kind], seed=1, n=10).values()
    assert [one.found for one in outcomes] == [True] * count


def test_relations_said_otherwise_are_silent(related: corpus.State) -> None:
    found = relating.alarms(related, list(falsehoods.HARMLESS), seed=1, n=10)
    assert {kind: one.alarms for (_, kind), one in found.items()} == dict.fromkeys(
        falsehoods.HARMLESS, ()
    )
    assert sum(one.drawn for one in found.values()) > len(falsehoods.HARMLESS)


OPEN = {
    "a hedge that leaves it open": "Sales rose from $40 million to more than $52 million, up 30%.",
    "a list that names some": "It paid $9 million, including $4 million in cash and $2 million.",
    "a day of no year": "It opens on Thursday, March 5.",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_the_words_leave_open_is_not_falsified(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    state = corpus.load(Corpus(tmp_path, (tmp_path,)))
    found = relating.errors(state, list(falsehoods.ERRORS), seed=1, n=10)
    assert [one for some in found.values() for one in some if not one.found] == []
