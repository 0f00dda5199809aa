"""Pages of tables, front matter, lists and headings through the command line -> their claims.

Beside each page of `tests/structure` stands what it must give, a line a claim: the line of the
page, subject, attribute, value in plain units, qualifiers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from factlint.cli.app import app
from factlint.model import COMPARED

PAGES = sorted((Path(__file__).parent / "structure").glob("*.md"))


def _value(value: dict[str, Any]) -> str:
    ends = dict.fromkeys(str(end) for end in (value["low"], value["high"]) if end is not None)
    bound = f"{value['bound']} " if value["bound"] not in (None, "exact", "range") else ""
    return f"{bound}{'-'.join(ends)} {value['unit']}" if ends else str(value["value"])


def _line(claim: dict[str, Any]) -> str:
    said = {k: v for k, v in claim["qualifiers"].items() if v and (k, v) != ("status", "done")}
    said = {k: v for k, v in said.items() if v != claim["value"].get("value")}
    narrowed = "".join(f", {name} {value}" for name, value in said.items())
    shown = f"{claim['subject']}: {claim['attribute']} {_value(claim['value'])}{narrowed}"
    return f"{claim['line']}: {shown}"


def told(page: Path) -> list[str]:
    """The claims of a page that are sure enough to be compared."""
    result = CliRunner().invoke(app, ["claims", "--isolated", "--format", "jsonl", str(page)])
    assert result.exit_code == 0, result.output
    claims = map(json.loads, result.stdout.splitlines())
    return [_line(claim) for claim in claims if claim["confidence"] >= COMPARED]


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page(page: Path) -> None:
    assert told(page) == page.with_suffix(".claims").read_text("utf-8").splitlines()
