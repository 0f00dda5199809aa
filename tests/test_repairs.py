"""What JSON says of a finding is enough to repair the documents, without reading them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run, Write

Change = Mapping[str, Any]  # path, line, column, end_line, end_column, text

DECIDED = {
    "newer": {
        "b.md": "---\ndate: 2026-03-04\n---\n\nAcme is valued at $9 billion.\n",
        "c.md": "---\ndate: 2026-03-02\n---\n\nGlobex aside, Acme is valued at **$7 billion**.\n",
    },
    "three voices against one in two files": {
        "g1.md": "Acme is valued at $9 billion as of March 2026.\n",
        "g2.md": "Experts: Acme is valued at $9 billion as of March 2026.\n",
        "g3.md": "Today Acme is valued at $9 billion as of March 2026.\n",
        "h1.md": "# News\n\nAcme is valued at $7 billion.\n",
        "h2.md": "# News\n\nAcme is valued at $7 billion.\n",
    },
    "title": {
        "a.md": (
            "---\ntitle: “Wow” – Acme raises $90 million\n---\n\n"
            "Acme raised $19 million in its Series A round. Globex leads it.\n"
        ),
    },
}
SLIPPED = {
    "a.md": "Acme is in talks over a round that would value it at $7.5 billion.\n",
    "b.md": (
        "Globex raised $2 billion at a valuation of $14.6 billion.\n\n"
        "Later, Globex wanted money at a valuation of $7.5 billion.\n"
    ),
}
UNDECIDED = {
    "two documents": {
        "a.md": "Acme is valued at $9 billion.\n",
        "b.md": "« Ça »: Acme is valued at $7 billion.\n",
    },
    "a copy": {
        "a.md": "Acme is valued at $9 billion.\n",
        "b.md": "Acme is valued at $7 billion.\n",
        "c.md": "Acme is valued at $7 billion.\n",
    },
}


def findings(run: Run) -> list[dict[str, Any]]:
    result = run("check", "--isolated", "--show", "info", "--format", "json")
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


def apply(changes: Sequence[Change], folder: Path) -> None:
    """Write the texts of changes at their places, from the end to the beginning."""
    ordered = sorted(changes, key=lambda one: (one["path"], one["line"], one["column"]))
    for change in reversed(ordered):
        assert change["line"] == change["end_line"]
        path = folder / change["path"]
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        line = lines[change["line"] - 1]
        before, after = line[: change["column"] - 1], line[change["end_column"] - 1 :]
        lines[change["line"] - 1] = f"{before}{change['text']}{after}"
        path.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize("corpus", [*DECIDED.values(), SLIPPED], ids=[*DECIDED, "slipped subject"])
def test_the_edits_of_a_decided_finding_make_it_vanish(
    run: Run, write: Write, corpus: Mapping[str, str]
) -> None:
    folder = write(corpus)
    changes = [
        edit for each in findings(run) if each["odd"] != "undecided" for edit in each["edits"]
    ]
    assert {change["safety"] for change in changes} == {"unsafe"}
    apply(changes, folder)
    assert findings(run) == []


def chosen(finding: Mapping[str, Any]) -> list[Change]:
    """The side of the finding itself written wherever the other one is, as a person may decide."""
    right = finding["value"]["text"]
    others = [one for one in finding["related"] if one["value"]["text"] != right]
    places = (place for one in others for place in (one, *one["copies"]))
    return [{**place, "text": right} for place in places]


@pytest.mark.parametrize("corpus", UNDECIDED.values(), ids=UNDECIDED)
def test_an_undecided_finding_names_all_places_to_change(
    run: Run, write: Write, corpus: Mapping[str, str]
) -> None:
    folder = write(corpus)
    (finding,) = findings(run)
    assert (finding["odd"], finding["edits"]) == ("undecided", [])
    apply(chosen(finding), folder)
    assert findings(run) == []


STATUS = {
    "a.md": "Acme is in talks to raise $90 million.\n",
    "b.md": "Acme raised $90 million, investors say.\n",
}


def test_where_the_values_agree_json_says_what_differs(run: Run, write: Write) -> None:
    write(STATUS)
    (finding,) = findings(run)
    (other,) = finding["related"]
    assert {finding["qualifiers"]["status"], other["qualifiers"]["status"]} == {"in_talks", "done"}
    assert finding["edits"] == []


SIDES: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    "this": lambda finding: finding,
    "other": lambda finding: finding["related"][0],
}


@pytest.mark.parametrize("side", SIDES.values(), ids=SIDES)
@pytest.mark.parametrize(
    "corpus", [*DECIDED.values(), *UNDECIDED.values(), SLIPPED, STATUS],
    ids=[*DECIDED, *UNDECIDED, "slipped subject", "status"],
)  # fmt: skip
def test_both_sides_say_who_what_and_where(
    run: Run,
    write: Write,
    corpus: Mapping[str, str],
    side: Callable[[Mapping[str, Any]], Mapping[str, Any]],
) -> None:
    folder = write(corpus)
    for finding in findings(run):
        told = side(finding)
        assert told["subject"]
        assert told["attribute"]
        assert finding["because"]
        place = told["quote_place"]
        text = (folder / place["path"]).read_text(encoding="utf-8").splitlines()
        assert place["line"] == place["end_line"]
        quoted = text[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1]
        assert quoted == told["quote"]
        assert told["value"]["text"] in quoted
