"""Pack files -> rules and claim definitions, and every mistake at its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint import __version__
from factlint.checks import CHECKS, RELATION_CHECKS, descriptions
from factlint.errors import FactlintError
from factlint.model import Packs
from factlint.rules import options, packs

CLAIM = """\
version: 1
lists:
  raise: [raised, has raised]
claims:
  valuation:
    summary: What a company is worth.
    value: money
    holds: one at a time
    subject: {kind: [org]}
    qualifiers: {round: nearby, basis: {pre: [pre-money]}}
    cues:
      - {match: "valued at {V}", priority: 9, unless-before: [deal], qualifiers: {basis: pre}}
      - "<raise> {MONEY} at {V}"
    columns: [valuation]
    yes:
      - {text: "Acme is valued at $2 billion.", expect: [{subject: Acme, value: $2 billion}]}
    no:
      - "A deal valued at $2 billion."
"""
RULE = """\
rules:
  valuation-conflict:
    summary: Two valuations.
    why: A company has one.
    check: agree
    claims: valuation
    same-if-present: [round, part-of]
    severity: error
    message: "{subject}: {value}, {other} in {other.place}"
    bad:
      - [{date: 2026-03-01, text: "Acme is valued at $9 billion."}, "Acme is valued at $7 billion."]
    good:
      - ["Acme is valued at $9 billion."]
"""


@pytest.fixture
def load(tmp_path: Path):  # type: ignore[no-untyped-def]
    def load_texts(*texts: str | bytes, own: int = 0) -> Packs:
        paths = [tmp_path / f"{at}.yml" for at in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return packs.load(paths, shown=lambda path: path.name, own=paths[:own])

    return load_texts


def test_a_definition(load) -> None:  # type: ignore[no-untyped-def]
    (definition,) = load(CLAIM).definitions
    assert (definition.name, definition.value, definition.holds) == (
        "valuation",
        "money",
        "one at a time",
    )
    assert definition.qualifiers == {"round": {}, "basis": {"pre": ("pre-money",)}}
    assert definition.subject_kinds == ("org",)
    first, second = definition.cues
    assert (first.priority, first.unless_before, first.qualifiers) == (
        9,
        ("deal",),
        {"basis": "pre"},
    )
    assert (second.match, second.line) == ("(raised|has raised) {MONEY} at {V}", 13)
    assert definition.yes[0].expect == ({"subject": "Acme", "value": "$2 billion"},)
    assert [example.text for example in definition.no] == ["A deal valued at $2 billion."]


def test_a_rule(load) -> None:  # type: ignore[no-untyped-def]
    (rule,) = load(CLAIM + RULE).rules
    assert rule.options == {"same_if_present": ("round", "part_of")}
    assert rule.holds == {"valuation": "one at a time"}
    assert (rule.per, rule.min_confidence, rule.line) == (("subject",), 0.75, 20)
    first, second = rule.bad[0]
    assert (first.path, str(first.date), second.path) == ("1.md", "2026-03-01", "2.md")


def test_a_list_of_one_file_is_known_in_another(load) -> None:  # type: ignore[no-untyped-def]
    lists, rest = CLAIM.split("claims:")
    found = load(lists, "version: 1\nclaims:" + rest)
    assert found.definitions[0].cues[1].match.startswith("(raised|")


def test_a_users_rule_without_examples_is_a_warning(load) -> None:  # type: ignore[no-untyped-def]
    found = load(CLAIM + RULE.split("    bad:")[0])
    assert found.warnings == (
        "0.yml:20:3: rule 'valuation-conflict' has no 'bad' or 'good' examples: nothing tests it",
    )


def test_a_later_entry_replaces_a_shipped_one(load) -> None:  # type: ignore[no-untyped-def]
    found = load(CLAIM + RULE, "version: 1\n" + RULE.replace("error", "info"), own=1)
    assert [rule.severity for rule in found.rules] == ["info"]


def test_extends_changes_single_options(load) -> None:  # type: ignore[no-untyped-def]
    change = "rules: {valuation-conflict: {extends: valuation-conflict, severity: warning}}"
    found = load(CLAIM + RULE, f"version: 1\n{change}", own=1)
    (rule,) = found.rules
    assert (rule.severity, rule.summary, rule.bad) == ("warning", "Two valuations.", ())
    assert not found.warnings


def test_extends_adds_wordings(load) -> None:  # type: ignore[no-untyped-def]
    change = 'claims: {valuation: {extends: valuation, cues: ["worth {V}"]}}'
    (definition,) = load(CLAIM, f"version: 1\n{change}", own=1).definitions
    assert [cue.match for cue in definition.cues][-1] == "worth {V}"
    assert len(definition.cues) == 3


WORDED = """\
version: 1
lists:
  takings: [Takings, turnover]
claims:
  revenue:
    summary: What a company takes in.
    value: money
    least: 1000
    event: contract
    holds: once
    subject: {kind: [org]}
    nouns: [<takings>, "{ROUND}"]
    verbs: [bill, Pull in]
    columns: [revenue]
  revenue_share:
    summary: The same as a share.
    attribute: revenue
    value: percent
    holds: many
    subject: {kind: [org]}
  backer:
    summary: Who gives the money.
    value: name
    value-kinds: [org, person]
    holds: many
    roster: investors
    subject: {kind: [org]}
    cues:
      - {match: "bought the {NAME} company from {V}", agent: topic, value-kinds: [org]}
      - {match: "valued by {V}", agent: other, subject: {kind: [product]}}
      - {match: "gave it money", agent: value}
      - "backed by {V}"
"""


def test_words_that_govern(load) -> None:  # type: ignore[no-untyped-def]
    revenue, share, backer = load(WORDED).definitions
    assert revenue.nouns == ("takings", "turnover", "{round}")
    assert revenue.verbs == ("bill", "pull in")
    assert (revenue.columns, revenue.least, revenue.event) == (("revenue",), 1000, "contract")
    assert (share.nouns, share.verbs, share.columns, share.least) == ((), (), (), 0)
    assert (revenue.roster, share.roster, backer.roster) == (False, False, True)


def test_several_definitions_of_one_attribute(load) -> None:  # type: ignore[no-untyped-def]
    found = {one.name: one.attribute for one in load(WORDED).definitions}
    assert found == {"revenue": "revenue", "revenue_share": "revenue", "backer": "backer"}


def test_who_acts_in_a_cue_and_what_it_may_name(load) -> None:  # type: ignore[no-untyped-def]
    backer = load(WORDED).definitions[-1]
    assert backer.value_kinds == ("org", "person")
    assert [(cue.agent, cue.value_kinds, cue.subject_kinds) for cue in backer.cues] == [
        ("topic", ("org",), ()),
        ("other", (), ("product",)),
        ("value", (), ()),
        ("subject", (), ()),
    ]


def test_extends_adds_words_and_columns(load) -> None:  # type: ignore[no-untyped-def]
    change = (
        "claims: {revenue: {extends: revenue, nouns: [sales], verbs: [make], columns: [sales],"
        " least: 5}}"
    )
    revenue = load(WORDED, f"version: 1\n{change}", own=1).definitions[0]
    assert revenue.nouns == ("takings", "turnover", "{round}", "sales")
    assert revenue.verbs == ("bill", "pull in", "make")
    assert (revenue.columns, revenue.least) == (("revenue", "sales"), 5)


# One change of the pack above -> where the mistake is, and what its message holds.
MISWORDED = {
    "roster": ("roster: investors", "roster: lenders", "26:13", "allowed: investors"),
    "roster-list": ("roster: investors", "roster: [investors]", "26:13", "a list where a text"),
    "agent": ("agent: other", "agent: others", "30:41", "did you mean 'other'?"),
    "value-kinds": ("[org, person]", "[org, persn]", "24:24", "did you mean 'person'?"),
    "value-kinds-of-a-cue": ("kinds: [org]}", "kinds: [firm]}", "29:83", "allowed: market, org"),
    "list": ("<takings>", "<taking>", "12:13", "did you mean 'takings'?"),
    "nouns": ("nouns: [<takings>, \"{ROUND}\"]", "nouns: {a: b}", "12:12", "a mapping where"),
    "verbs": ("verbs: [bill, Pull in]", "verbs: {a: b}", "13:12", "a mapping where a list"),
    "empty-verb": ("Pull in", "''", "13:19", "an empty text"),
    "attribute": ("attribute: revenue", "attribute: [revenue]", "17:16", "a list where a text"),
    "attribute-of-nothing": ("attribute: revenue", "attribute: reveneu", "17:16", "no claim 'reve"),
    "event": ("event: contract", "event: contrat", "9:12", "did you mean 'contract'?"),
    "key": ("nouns:", "noun:", "12:5", "did you mean 'nouns'?"),
    "no-value": ("gave it money", "gave {V}", "31:18", "{V} is not allowed"),
    "topic-without-a-value": ("from {V}", "from it", "29:18", "needs {V}"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "message"), MISWORDED.values(), ids=MISWORDED)
def test_a_mistake_in_words_is_located(load, old: str, new: str, place: str, message: str) -> None:  # type: ignore[no-untyped-def]
    assert old in WORDED
    with pytest.raises(FactlintError) as caught:
        load(WORDED.replace(old, new, 1))
    lines = str(caught.value).split("\n")
    assert any(line.startswith(f"0.yml:{place}: ") and message in line for line in lines), lines


# One change of the pack -> where the mistake is, and what its message holds.
MISTAKES = {
    "no-version": ("version: 1\n", "", "1:1", "no 'version: 1'"),
    "version": ("version: 1", "version: 2", "1:10", "unknown version"),
    "min-version": ("version: 1\n", "version: 1\nmin-version: new\n", "2:14", "not a version like"),
    "section": ("rules:", "rule:", "19:1", "did you mean 'rules'?"),
    "key-of-a-claim": ("columns:", "colums:", "14:5", "did you mean 'columns'?"),
    "key-of-a-cue": ("priority:", "priorty:", "12:34", "did you mean 'priority'?"),
    "priority": ("priority: 9", "priority: 12", "12:44", "not within 1 to 9"),
    "priority-word": ("priority: 9", "priority: high", "12:44", "not a number"),
    "list": ("<raise>", "<raize>", "13:10", "did you mean 'raise'?"),
    "cue": ("valued at {V}", "valued at {X}", "12:28", "no slot {X}"),
    "cue-after-a-list": ("} at {V}", "} at {X}", "13:29", "no slot {X}"),
    "value": ("value: money", "value: mony", "7:12", "did you mean 'money'?"),
    "least": ("holds: one at a time", "least: 0", "8:12", "not within 1 to"),
    "least-fraction": ("holds: one at a time", "least: 2.5", "8:12", "not a whole number"),
    "holds": ("one at a time", "one", "8:12", "allowed: many, once, one at a time"),
    "kind": ("[org]", "[firm]", "9:22", "allowed: market, org, person"),
    "qualifier": ("round: nearby", "rund: nearby", "10:18", "did you mean 'round'?"),
    "nearby": ("round: nearby", "round: near", "10:25", "did you mean 'nearby'?"),
    "missing": ("    summary: What a company is worth.\n", "", "5:3", "no 'summary'"),
    "wrong-type": ("columns: [valuation]", "columns: {a: b}", "14:14", "a mapping where a list"),
    "twice": ("    columns:", "    value: money\n    columns:", "14:5", "twice, first in line 7"),
    "attribute-style": ("  valuation:\n", "  Valuation-x:\n", "5:3", "in snake_case"),
    "attribute": ("claims: valuation", "claims: valuaton", "24:13", "did you mean 'valuation'?"),
    "check": ("check: agree", "check: agreed", "23:12", "did you mean 'agree'?"),
    "no-check": ("    check: agree", "    chek: agree", "23:5", "did you mean 'check'?"),
    "option": ("same-if-present", "same-if-presnt", "25:5", "did you mean 'same-if-present'?"),
    "option-word": ("part-of", "part-off", "25:30", "did you mean 'part_of'?"),
    "severity": ("severity: error", "severity: eror", "26:15", "did you mean 'error'?"),
    "placeholder": ("{subject}", "{subjct}", "27:16", "did you mean 'subject'?"),
    "rule-style": ("valuation-conflict", "valuation_conflict", "20:3", "in kebab-case"),
    "confidence": ("severity: error", "min-confidence: 2\n    severity: error", "26:21", "0 to 1"),
    "date": ("2026-03-01", "2026-13-01", "29:17", "not a date like"),
    "document": ("date: 2026", "day: 2026", "29:11", "allowed: date, path"),
    "extends": ("check: agree", "extends: other", "23:14", "no earlier rule 'other'"),
    "alias": ("[valuation]", "&a [valuation]\n    units: *a", "15:12", "an alias (*a)"),
    "broken": ("[org]}", "[org", "10:15", "no valid YAML"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_located(load, old: str, new: str, place: str, message: str) -> None:  # type: ignore[no-untyped-def]
    text = CLAIM + RULE
    assert old in text
    with pytest.raises(FactlintError) as caught:
        load(text.replace(old, new, 1))
    assert any(
        line.startswith(f"0.yml:{place}: ") and message in line
        for line in str(caught.value).split("\n")
    )


def test_a_pack_for_an_older_program_is_read(load) -> None:  # type: ignore[no-untyped-def]
    assert load(CLAIM.replace("version: 1\n", "version: 1\nmin-version: 0.1\n")).definitions


def test_a_pack_for_a_newer_program_says_only_that(load) -> None:  # type: ignore[no-untyped-def]
    newer = "version: 1\nmin-version: 99.1\nfacts: []\n"
    with pytest.raises(FactlintError) as caught:
        load(CLAIM.replace("value: money", "value: mony"), newer)
    assert str(caught.value) == (
        f"1.yml:2:14: this pack needs factlint 99.1 or newer, and this is {__version__};"
        " install such a version, or use an older version of the pack"
    )


UNITS = [
    pytest.param("money", "USD", "", id="a currency"),
    pytest.param("money", "$", "'$' is no unit of money; allowed: AED, AUD", id="a sign"),
    pytest.param("quantity", "s", "", id="a plain unit"),
    pytest.param("quantity", "hours", "no value is kept in 'hours', but in 's'; write", id="hours"),
    pytest.param("quantity", "stars", "'stars' is no unit of quantity; allowed: ", id="no unit"),
    pytest.param("percent", "%", "", id="percent"),
    pytest.param("percent", "percent", "no value is kept in 'percent', but in '%'", id="a word"),
    pytest.param("count", "stars", "", id="a noun"),
    pytest.param("count", "H100s", "", id="a product"),
    pytest.param(
        "count", "Stars", "'Stars' is never read: counted nouns are kept in", id="capital"
    ),
]


@pytest.mark.parametrize(("value", "unit", "message"), UNITS)
def test_a_unit_that_no_value_can_have(load, value: str, unit: str, message: str) -> None:  # type: ignore[no-untyped-def]
    text = CLAIM.replace("value: money", f'value: {value}\n    units: ["{unit}"]')
    text = text.replace("<raise> {MONEY} at {V}", "<raise> {V}")
    told = ""
    try:
        load(text)
    except FactlintError as error:
        told = error.message
    assert told.startswith(message)
    assert bool(told) == bool(message)


def test_a_rule_over_a_definition_that_tells_of_another_attribute(load) -> None:  # type: ignore[no-untyped-def]
    rule = RULE.replace("claims: valuation", "claims: [valuation, worth]")
    worth = "  worth:\n    extends: valuation\n    attribute: valuation\n"
    with pytest.raises(FactlintError) as caught:
        load(CLAIM + rule.replace("rules:", f"{worth}rules:"))
    assert caught.value.message == (
        "'worth' tells of 'valuation', so no claim bears its name; write 'valuation'"
    )


def test_what_extends_nothing_is_told_once(load) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FactlintError) as caught:
        load("version: 1\nrules: {a-rule: {extends: another, severity: error}}\n")
    assert str(caught.value) == "0.yml:2:27: no earlier rule 'another' to extend"


def test_a_users_rule_without_good_examples_is_a_warning(load) -> None:  # type: ignore[no-untyped-def]
    (warning,) = load(CLAIM + RULE.split("    good:")[0]).warnings
    assert warning.endswith("has no 'good' examples: only half of it is tested")


FILES = {
    "empty": (b"", "0.yml:1:1: an empty file"),
    "list": (b"- a\n", "0.yml:1:1: a list where a mapping belongs"),
    "not-utf-8": (b"version: 1\n# \xff", "0.yml:2:1: not UTF-8"),
    "two-documents": (b"version: 1\n---\nversion: 1\n", "0.yml:2:1: a second YAML document"),
    "control-character": (b"version: \x01", "0.yml:1:1: no valid YAML"),
    "deep": (b"version: " + b"[" * 60 + b"]" * 60, "0.yml:1:59: deeper than 50 levels"),
    # Some versions of the parser have a limit of their own and speak first.
    "abyss": (b"version: " + b"[" * 100_000, "0.yml:1:"),
}


@pytest.mark.parametrize(("data", "message"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_pack(load, data: bytes, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FactlintError) as caught:
        load(data)
    assert message in str(caught.value)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FactlintError, match="cannot be read"):
        packs.load([tmp_path / "none.yml"])


def test_all_mistakes_come_at_once(load) -> None:  # type: ignore[no-untyped-def]
    first = (CLAIM + RULE).replace("check: agree", "check: agre").replace("money", "mony", 1)
    with pytest.raises(FactlintError) as caught:
        load(first, "version: 2")
    error = caught.value
    assert (error.path, error.line, error.column) == ("0.yml", 7, 12)
    assert [note.split(" ")[0] for note in error.notes] == ["0.yml:23:12:", "1.yml:1:10:"]


def test_an_entry_stands_once_in_its_level(load) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FactlintError, match=r"already in 0\.yml:5"):
        load(CLAIM, CLAIM.replace("  raise:", "  lift:").replace("<raise>", "<lift>"))


def test_a_shipped_rule_needs_examples(load) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FactlintError) as caught:
        load(CLAIM + RULE.split("    bad:")[0], own=1)
    assert "shipped rule 'valuation-conflict' has no 'bad'" in str(caught.value)


def test_misattribution_compares_subjects(load) -> None:  # type: ignore[no-untyped-def]
    rule = RULE.replace("check: agree", "check: misattribution")
    assert load(CLAIM + rule).rules[0].per == ()
    with pytest.raises(FactlintError, match="compares subjects"):
        load(CLAIM + rule.replace("severity:", "per: [subject]\n    severity:"))


@pytest.mark.parametrize("check", CHECKS)
def test_the_options_of_a_check_are_those_that_its_docstring_tells_of(check: str) -> None:
    assert set(options.of(check)) == set(descriptions.of(CHECKS[check]).options)


@pytest.mark.parametrize("check", RELATION_CHECKS)
def test_those_of_a_check_of_relations_too(check: str) -> None:
    told = descriptions.of(RELATION_CHECKS[check]).options
    assert set(options.of(check, of_relations=True)) == set(told)


@pytest.mark.parametrize("check", [*CHECKS.values(), *RELATION_CHECKS.values()])
def test_a_check_says_what_it_finds_and_what_would_fool_it(check: Callable[..., object]) -> None:
    told = descriptions.of(check)
    assert told.summary.endswith(".")
    assert told.fooled_by.endswith(".")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.integers(0, len(CLAIM + RULE)),
    width=st.integers(0, 12),
    new=st.text("[]{}<>|?:-*&!\"'#\n {V} ab0", max_size=6),
)
def test_a_broken_pack_is_the_users_mistake(load, start: int, width: int, new: str) -> None:  # type: ignore[no-untyped-def]
    text = CLAIM + RULE
    with suppress(FactlintError):
        load(text[:start] + new + text[start + width :])


SHIPPED = packs.load(packs.shipped())


@pytest.mark.parametrize("rule", SHIPPED.rules, ids=lambda rule: rule.id)
def test_a_shipped_rule_is_told_and_tested(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.fooled_by
    assert rule.hint
    assert len(rule.bad) >= 5
    assert len(rule.good) >= 8
