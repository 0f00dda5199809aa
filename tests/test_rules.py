"""Claims and rules -> findings: one a contradiction, in order, each with a mark of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import permutations

import pytest

from factlint import rules
from factlint.model import Edit, Place, Problem, Rule
from tests.claims_builder import claim, name

valuation = partial(claim, "Nimbus", "valuation")

AGREE = Rule(
    "valuation-conflict",
    "Two valuations.",
    "",
    "agree",
    ("valuation",),
    "error",
    "{subject} is valued at {value}, but at {other} in {other.place}",
    holds={"valuation": "one at a time"},
    options={"same_if_present": ("round", "basis"), "undated": "warning"},
)
SLIP = replace(AGREE, id="figure-misattribution", check="misattribution", per=(), options={})
SCALE = replace(AGREE, id="magnitude-slip", check="scale", options={})
STATUS = replace(AGREE, id="funding-status", check="status", claims=("funding_amount",), options={})

PAIR = [valuation("14.6 billion"), valuation("7.5 billion", line=31, status="in_talks")]


def test_a_finding_names_both_sides() -> None:
    (found,), compared = rules.run(PAIR, [AGREE])
    assert found.message == "Nimbus is valued at $14.6 billion, but at $7.5 billion in a.md:31"
    assert (found.severity, found.odd, found.place.line, compared) == ("error", "undecided", 1, 2)
    assert [(one.place.line, one.message) for one in found.related] == [(31, "$7.5 billion here")]
    assert found.because
    assert not found.edits


def test_one_claim_alone_is_not_compared() -> None:
    claims = [PAIR[0], claim("Other", "valuation", "3 billion")]
    assert rules.run(claims, [AGREE]) == ((), 0)


def test_a_claim_is_counted_once_for_all_rules() -> None:
    assert rules.run(PAIR, [AGREE, SCALE, SLIP])[1] == 2


def test_an_unsure_claim_takes_no_part() -> None:
    unsure = [PAIR[0], replace(PAIR[1], confidence=0.6)]
    assert rules.run(unsure, [AGREE]) == ((), 0)


def test_the_severity_of_the_rule_is_the_most() -> None:
    (found,), _ = rules.run(PAIR, [replace(AGREE, severity="warning")])
    assert found.severity == "warning"


def test_a_group_shares_what_per_names() -> None:
    claims = [valuation("9 billion", round="Series A"), valuation("7 billion", line=2)]
    assert rules.run(claims, [replace(AGREE, per=("subject", "round"))]) == ((), 0)


def test_copies_are_one_voice() -> None:
    texts = {"sentence": "Nimbus is worth $9 billion."}
    claims = [
        *(valuation("9 billion", path=f"{at}.md", **texts) for at in range(4)),
        valuation("7 billion", path="x.md"),
    ]
    (found,), compared = rules.run(claims, [AGREE])
    assert found.message.endswith("(and in 3 copies)")
    assert (len(found.related), compared, found.odd) == (1, 5, "undecided")


def test_two_sentences_copied_together_are_still_one_document() -> None:
    high = partial(valuation, "9 billion", sentence="Nimbus is worth $9 billion.")
    low = partial(valuation, "7 billion", sentence="Nimbus is worth $7 billion.", line=5)
    claims = [high(path="a.md"), high(path="c.md"), low(path="b.md"), low(path="c.md")]
    (found,), _ = rules.run(claims, [AGREE])
    assert (found.severity, found.place.path) == ("error", "c.md")


def test_findings_do_not_depend_on_the_order_of_claims() -> None:
    claims = [
        *PAIR,
        valuation("9 billion", path="b.md"),
        claim("Vertex", "valuation", "7.5 billion"),
    ]
    runs = [rules.run(list(order), [AGREE, SLIP]) for order in permutations(claims)]
    assert all(run == runs[0] for run in runs)


def test_the_mark_of_a_finding_ignores_lines() -> None:
    moved = [replace(one, place=replace(one.place, line=one.place.line + 7)) for one in PAIR]
    (here,), _ = rules.run(PAIR, [AGREE])
    (there,), _ = rules.run(moved, [AGREE])
    assert here.fingerprint == there.fingerprint


def test_the_mark_of_a_finding_knows_values_and_files() -> None:
    other = [PAIR[0], valuation("7.6 billion", line=31, status="in_talks")]
    elsewhere = [replace(one, place=replace(one.place, path="z.md")) for one in PAIR]
    marks = {rules.run(claims, [AGREE])[0][0].fingerprint for claims in (PAIR, other, elsewhere)}
    assert len(marks) == 3


def test_a_file_of_very_many_claims_is_a_collection() -> None:
    others = [claim(f"Firm {at}", "valuation", "3 billion", line=at + 40) for at in range(60)]
    (found,), _ = rules.run([*PAIR, *others], [AGREE])
    assert found.severity == "info"
    assert "collection" in found.because


def test_buyer_and_price_of_one_deal_have_one_status() -> None:
    both = replace(STATUS, claims=("acquirer", "acquisition_price"))
    texts = {"sentence": "Hooli is in talks to buy Acme for $40 million.", "status": "rumored"}
    done = {"sentence": "Hooli bought Acme for $40 million.", "path": "b.md"}
    claims = [
        claim("Acme", "acquirer", name("Hooli"), **texts),
        claim("Acme", "acquirer", name("Hooli"), **done),
        claim("Acme", "acquisition_price", "40 million", **texts),
        claim("Acme", "acquisition_price", "40 million", **done),
    ]
    assert len(rules.run(claims, [both])[0]) == 1


# The odd side


def test_the_older_value_is_odd() -> None:
    claims = [
        valuation("9 billion", dated="2026-03-01"),
        valuation("7 billion", path="b.md", dated="2026-03-08"),
    ]
    (found,), _ = rules.run(claims, [AGREE])
    assert (found.place.path, found.odd) == ("b.md", "other")
    assert "2026-03-08" in found.odd_reason
    assert found.edits == (Edit(claims[0].place, "$7 billion"),)


def test_three_documents_against_one() -> None:
    claims = [valuation("9 billion", path=f"{at}.md") for at in "bcd"]
    (found,), _ = rules.run([valuation("7 billion"), *claims], [AGREE])
    assert (found.odd, found.odd_reason) == ("this", "3 documents against 1")
    assert found.edits == (Edit(Place("a.md", 1, 1, 1, 11), "$9 billion"),)


def test_two_documents_against_one_decide_nothing() -> None:
    claims = [valuation("9 billion", path=f"{at}.md") for at in "bc"]
    (found,), _ = rules.run([valuation("7 billion"), *claims], [AGREE])
    assert found.odd == "undecided"


# Several rules over one text

VERTEX = claim("Vertex", "valuation", "7.5 billion", path="003.md", status="in_talks")


def test_a_conflict_and_a_misattribution_are_both_reported() -> None:
    found, _ = rules.run([*PAIR, VERTEX], [AGREE, SLIP])
    assert [(one.rule, one.severity) for one in found] == [
        ("valuation-conflict", "error"),
        ("figure-misattribution", "error"),
    ]
    assert found[1].message == "Nimbus is valued at $7.5 billion, but at $7.5 billion in 003.md:1"
    assert found[1].edits == (Edit(PAIR[1].place, "$14.6 billion"),)


def test_the_more_specific_rule_reports() -> None:
    claims = [valuation("110 million"), valuation("110", line=2)]
    found, _ = rules.run(claims, [AGREE, SCALE])
    assert [one.rule for one in found] == ["magnitude-slip"]


def test_a_third_value_is_not_swallowed() -> None:
    claims = [valuation("110 million"), valuation("110", line=2), valuation("3 billion", line=3)]
    found, _ = rules.run(claims, [AGREE, SCALE])
    assert [one.rule for one in found] == ["magnitude-slip", "valuation-conflict"]


STATUSES = {
    "eyed-and-attracted": ("1 billion", "over 1 billion"),
    "ceiling-and-sum": ("under 15 million", "15 million"),
}


@pytest.mark.parametrize(("open_", "done"), STATUSES.values(), ids=STATUSES)
def test_open_here_and_done_there(open_: str, done: str) -> None:
    claims = [
        claim(
            "Vertex", "funding_amount", open_, path="003.md", dated="2026-03-16", status="in_talks"
        ),
        claim("Vertex", "funding_amount", done, path="004.md", dated="2026-03-16"),
    ]
    (found,), _ = rules.run(claims, [STATUS, replace(AGREE, claims=("funding_amount",))])
    assert (found.rule, found.severity) == ("funding-status", "warning")


def test_names_are_compared() -> None:
    rule = replace(AGREE, claims=("acquirer",), holds={"acquirer": "once"})
    claims = [claim("Acme", "acquirer", name(one), line=at) for at, one in enumerate(("A", "B"), 1)]
    (found,), _ = rules.run(claims, [rule])
    assert found.message == "Acme is valued at A, but at B in a.md:2"


# Faults of documents


def test_problems_are_warnings_in_order() -> None:
    place = Place("b.md", 1, 1, 1, 2)
    problems = [
        Problem("invalid-front-matter", "a colon too many", place),
        Problem(
            "unreadable-document", "not UTF-8", replace(place, path="a.md"), "save it as UTF-8"
        ),
        Problem("invalid-front-matter", "a colon too many", replace(place, line=4)),
    ]
    found = rules.report_problems(problems)
    assert [(one.place.path, one.rule, one.severity) for one in found] == [
        ("a.md", "unreadable-document", "warning"),
        ("b.md", "invalid-front-matter", "warning"),
        ("b.md", "invalid-front-matter", "warning"),
    ]
    assert len({one.fingerprint for one in found}) == 3
    assert found[0].hint == "save it as UTF-8"
