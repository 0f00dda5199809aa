"""`factlint claims --explain`: what made a claim, and where a figure without one got stuck."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run, Write

SEEDS = Path(__file__).parents[1] / "seeds"

#: An attribute of our own, so that new wordings of the shipped packs change nothing here.
PACK = """\
version: 1
claims:
  satellite_fleet:
    summary: How many satellites an operator has.
    value: count
    units: [satellites]
    holds: one at a time
    subject: {kind: [org]}
    cues:
      - {match: "fleet of {V}", priority: 7}
      - {match: "(runs|operates|flies|steers) ..3 {V}", unless-after: [planned]}
      - {match: "orbiting {V}", subject: {kind: [product]}}
    columns: [fleet]
"""
SETTINGS = 'packs = ["our.yml"]\n'


def explained(run: Run, write: Write, text: str, *options: str) -> str:
    write({"our.yml": PACK, "factlint.toml": SETTINGS, "a.md": text})
    result = run("claims", "--explain", *options, "a.md")
    assert (result.exit_code, result.stderr) == (0, "")
    return str(result.stdout)


def test_a_claim(run: Run, write: Write) -> None:
    text = explained(run, write, "Globex Labs operates about 90 satellites.\n")
    assert text == (
        "sentence  Globex Labs operates about 90 satellites.\n"
        "clauses   [main Globex Labs operates about 90 satellites]\n"
        "  a.md:1:22: Globex Labs: satellite_fleet = about 90 satellites (0.97)\n"
        "    mention  count 'about 90 satellites' = about 90 satellites\n"
        '    cue      "(runs|operates|flies|…) ..3 {V}" (our.yml:11)'
        " matched 'operates about 90 satellites'\n"
        "    subject  Globex Labs: the name right before the verb\n"
        "    rivals   none\n"
        "    sure     0.97 = 0.97 for such a subject\n"
        "\n"
        "1 figure seen, 1 bound to a claim (100 %)\n"
    )


def test_a_cell(run: Run, write: Write) -> None:
    table = "| Operator | Fleet (K satellites) |\n|---|---|\n| Globex Labs | 1.2 |\n"
    assert explained(run, write, table) == (
        "sentence  1.2\n"
        "clauses   [main 1.2]\n"
        "  a.md:3:17: Globex Labs: satellite_fleet = 1.2 (0.95)\n"
        "    mention  count '1.2' = 1200 satellites\n"
        "    cue      \"column: fleet\" (our.yml:3) matched '1.2'\n"
        "    under    column 'Fleet (K satellites)', row 'Globex Labs'\n"
        "    subject  Globex Labs: whom the row or the front matter names\n"
        "    rivals   none\n"
        "    sure     0.95 = 0.95 for such a subject\n"
        "\n"
        "1 figure seen, 1 bound to a claim (100 %)\n"
    )


def test_nothing(run: Run, write: Write) -> None:
    quiet = "Globex Labs was founded by friends.\n"
    assert explained(run, write, quiet) == "0 figures seen, 0 bound to a claim\n"


def test_a_figure_that_counts_nothing_is_told_too(run: Run, write: Write) -> None:
    shown = explained(run, write, "The list has 1,234 in it.\n")
    assert "1,234: no claim\n" in shown
    assert shown.endswith("\n1 figure seen, 0 bound to a claim (0 %)\n")


CLAIMS = {
    "anaphor and its rivals": (
        "Globex Labs praised Hooli Labs in May. It operates 40 satellites.",
        "    subject  Globex Labs (as 'It'): what a pronoun or a noun stands for",
        "    rivals   Hooli Labs",
    ),
    "names beside the subject": (
        "Globex Labs operates 40 satellites for Hooli Labs.",
        "    rivals   Hooli Labs",
    ),
    "kind unknown": (
        "Quux operates 40 satellites.",
        "    sure     0.94 = 0.97 for such a subject - 0.03 (kind of the subject unknown)",
    ),
    "a weaker cue": (
        "Globex Labs operates a fleet of 40 satellites.",
        "    cue      \"fleet of {V}\" (our.yml:10) matched 'fleet of 40 satellites'",
        "    also     satellite_fleet: outranked (a better cue of satellite_fleet took the value);"
        ' cue "(runs|operates|flies|…) ..3 {V}" (our.yml:11)'
        " matched 'operates a fleet of 40 satellites'",
    ),
}


@pytest.mark.parametrize("case", CLAIMS.values(), ids=CLAIMS)
def test_what_made_a_claim(run: Run, write: Write, case: tuple[str, ...]) -> None:
    text, *rows = case
    lines = explained(run, write, f"{text}\n").splitlines()
    assert [row for row in rows if row not in lines] == [], lines


OPERATES = "cue \"(runs|operates|flies|…) ..3 {V}\" (our.yml:11) matched 'operates 7 satellites'"
STRAYS = {
    "no cue": (
        "Globex Labs dreams of 7 satellites.",
        "no cue of any attribute has its words",
    ),
    "a word that must not follow": (
        "Globex Labs operates 7 satellites planned for May.",
        f"satellite_fleet: refused ('planned' after it (unless-after)); {OPERATES}",
    ),
    "unit": (
        "Globex Labs operates 7 ships.",
        "satellite_fleet: refused (the unit 'ships' is none of satellites); "
        + OPERATES.replace("satellites", "ships"),
    ),
    "generic phrase": (
        "In theory a rival group operates 7 satellites.",
        "satellite_fleet: no compatible subject ('In theory a rival group' names nobody;"
        f" wanted: an organization); {OPERATES}",
    ),
    "wrong kind": (
        "Paris operates 7 satellites.",
        "satellite_fleet: no compatible subject ('Paris' is a place;"
        f" wanted: an organization); {OPERATES}",
    ),
    "wrong kind of anaphor": (
        "The model operates 7 satellites.",
        "satellite_fleet: no compatible subject ('The model' stands for a product;"
        f" wanted: an organization); {OPERATES}",
    ),
    "anaphor of nothing": (
        "It operates 7 satellites.",
        "satellite_fleet: no compatible subject ('It' stands for nothing that is clearly named"
        f" nearby; wanted: an organization); {OPERATES}",
    ),
    "question": (
        "Who thinks Globex Labs operates 7 satellites?",
        f"satellite_fleet: not asserted (a question); {OPERATES}",
    ),
    "hypothesis": (
        "If Globex Labs operates 7 satellites, all is well.",
        f"satellite_fleet: not asserted (hypothetical: 'if'); {OPERATES}",
    ),
    "too many mentions": (
        "Names: " + ", ".join(["Globex Labs"] * 45) + " and then 7 satellites.",
        "too many mentions in one sentence: the last ones are not read",
    ),
}


@pytest.mark.parametrize(("text", "reason"), STRAYS.values(), ids=STRAYS)
def test_how_far_a_figure_got(run: Run, write: Write, text: str, reason: str) -> None:
    shown = explained(run, write, f"{text}\n")
    stopped = [line for line in shown.splitlines() if line.startswith("    stopped  ")]
    assert stopped == [f"    stopped  {reason}"], shown
    assert ": no claim\n" in shown
    assert shown.endswith("\n1 figure seen, 0 bound to a claim (0 %)\n")


def test_json_lines_gain_one_key(run: Run, write: Write) -> None:
    text = "Quux operates a fleet of 40 satellites for Hooli Labs. Nobody has 9 ships.\n"
    (line,) = explained(run, write, text, "--format", "jsonl").splitlines()
    assert json.loads(line)["explain"] == {
        "mention": {
            "kind": "count",
            "low": 40,
            "high": 40,
            "unit": "satellites",
            "bound": "exact",
            "text": "40 satellites",
        },
        "cue": {
            "text": "fleet of {V}",
            "path": "our.yml",
            "line": 10,
            "words": "fleet of 40 satellites",
        },
        "under": None,
        "clauses": "[main Quux operates a fleet of 40 satellites for Hooli Labs]",
        "subject": {"how": "adjacent", "rivals": ["Hooli Labs"]},
        "confidence": {
            "base": 0.97,
            "signs": [{"sign": "kind of the subject unknown", "share": 0.03}],
        },
        "also": [
            {
                "attribute": "satellite_fleet",
                "cue": {
                    "text": "(runs|operates|flies|steers) ..3 {V}",
                    "path": "our.yml",
                    "line": 11,
                    "words": "operates a fleet of 40 satellites",
                },
                "stage": "rank",
                "reason": "a better cue of satellite_fleet took the value",
            }
        ],
    }


def test_unsure_claims_can_be_left_out(run: Run, write: Write) -> None:
    text = "Globex Labs operates 40 satellites.\n"
    shown = explained(run, write, text, "--min-confidence", "1")
    assert shown == "1 figure seen, 1 bound to a claim (100 %)\n"


def test_explaining_changes_no_claim(run: Run) -> None:
    arguments = ("claims", "--isolated", "--format", "jsonl", str(SEEDS))
    plain = [json.loads(line) for line in run(*arguments).stdout.splitlines()]
    told = [json.loads(line) for line in run(*arguments, "--explain").stdout.splitlines()]
    assert [{k: v for k, v in claim.items() if k != "explain"} for claim in told] == plain


def test_explaining_counts_the_same_figures(run: Run) -> None:
    arguments = ("claims", "--isolated", str(SEEDS))
    plain, told = (run(*arguments, *more).stdout.splitlines() for more in ((), ("--explain",)))
    assert told[-1] == plain[-1]
