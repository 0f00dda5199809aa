"""The example corpus through the command line: its contradictions, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint.cli.app import app

SEEDS = Path(__file__).parents[1] / "seeds"

#: severity, rule, subject, and the values of the sides
CONFLICTS = {
    "halved-valuation": (
        "error", "valuation-conflict", "Nscale", {"$14.6 billion", "$7.5 billion"},
    ),
    "slipped-subject": ("error", "figure-misattribution", "Nscale", {"$7.5 billion"}),
    "magnitudes": (
        "error", "magnitude-clash", "Reliance Industries", {"multi-gigawatt", "more than 120 MW"},
    ),
    "eyed-and-had": (
        "warning", "funding-status", "Together AI", {"$1 billion", "more than $1 billion"},
    ),
    "open-and-closed": ("warning", "funding-status", "Portkey", {"$15 million"}),
}  # fmt: skip


@pytest.fixture(scope="module")
def report() -> dict[str, list[dict[str, object]]]:
    arguments = ["check", "--isolated", "--format", "json", "--exit-zero", str(SEEDS)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    loaded: dict[str, list[dict[str, object]]] = json.loads(result.stdout)
    return loaded


def told(finding: dict[str, object]) -> tuple[object, object, object, frozenset[str]]:
    """Severity, rule, subject and the values of a finding, as written."""
    places = [finding, *finding["related"]]  # type: ignore[misc]
    values = frozenset(place["value"]["text"] for place in places)
    return finding["severity"], finding["rule"], finding["subject"], values


@pytest.mark.parametrize(
    ("severity", "rule", "subject", "values"), CONFLICTS.values(), ids=CONFLICTS
)
def test_a_contradiction_is_found(
    report: dict[str, list[dict[str, object]]],
    severity: str,
    rule: str,
    subject: str,
    values: set[str],
) -> None:
    found = [told(finding) for finding in report["findings"]]
    assert any(one[:3] == (severity, rule, subject) and values <= one[3] for one in found), found


def test_nothing_else_is_an_error_or_a_warning(
    report: dict[str, list[dict[str, object]]],
) -> None:
    loud = [f for f in report["findings"] if f["severity"] != "info"]
    assert len(loud) == len(CONFLICTS)


def test_every_quote_stands_in_its_file(report: dict[str, list[dict[str, object]]]) -> None:
    places = [p for f in report["findings"] for p in (f, *f["related"])]  # type: ignore[misc]
    texts = {p["path"]: (SEEDS / Path(p["path"]).name).read_text("utf-8") for p in places}
    assert all(p["quote"] in texts[p["path"]] for p in places)


def test_every_value_stands_at_its_place(report: dict[str, list[dict[str, object]]]) -> None:
    places = [p for f in report["findings"] for p in (f, *f["related"])]  # type: ignore[misc]
    lines = {
        p["path"]: (SEEDS / Path(p["path"]).name).read_text("utf-8").split("\n") for p in places
    }
    shown = [
        (lines[p["path"]][p["line"] - 1][p["column"] - 1 : p["end_column"] - 1], p["value"]["text"])
        for p in places
    ]
    assert all(found == written for found, written in shown), shown
