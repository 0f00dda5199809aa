"""The JSON Schemas: what they let through and what not is what the loaders do."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from factlint import config, linter
from factlint.errors import FactlintError
from factlint.reporters.schemas import SCHEMAS
from factlint.rules import packs

from .conftest import Run, Write
from .test_config import FAULTS
from .test_packs import CLAIM, RULE

ROOT = Path(__file__).parents[1]


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `on` and `no` are words, a date is a text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|false", "tf"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


@cache
def schema(what: str) -> Draft7Validator:
    found = json.loads(SCHEMAS[what](linter.packs_of((), Path())))
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def faults(what: str, data: object) -> list[str]:
    return [f"{list(one.absolute_path)}: {one.message}" for one in schema(what).iter_errors(data)]


def yaml_data(text: str) -> object:
    return yaml.load(text, Loader=Loader)


@pytest.mark.parametrize("path", packs.shipped(), ids=lambda path: path.stem)
def test_the_shipped_packs_fit(path: Path) -> None:
    assert faults("pack", yaml_data(path.read_text(encoding="utf-8"))) == []


def guides() -> Iterator[str]:
    for guide in sorted((ROOT / "docs").glob("*.md")):
        text = guide.read_text(encoding="utf-8")
        yield from re.findall(r'^```yaml title="(?!drafts/)[^"]+"\n(.*?)^```$', text, re.M | re.S)


@pytest.mark.parametrize("text", [CLAIM + RULE, *guides()])
def test_the_packs_of_tests_and_guides_fit(text: str) -> None:
    assert faults("pack", yaml_data(text)) == []


def test_an_entry_that_extends_needs_no_more() -> None:
    change = "{valuation-conflict: {extends: valuation-conflict, severity: warning}}"
    assert faults("pack", yaml_data(f"version: 1\nrules: {change}")) == []


#: What stands in a right pack, and what is put in its place.
WRONG = [
    pytest.param("version: 1\n", "", id="no version"),
    pytest.param("version: 1\n", "version: 2\n", id="another version"),
    pytest.param("claims:\n", "clams:\n", id="unknown section"),
    pytest.param("  valuation:\n", "  Valuation:\n", id="name of an attribute"),
    pytest.param("  valuation-conflict:\n", "  valuation_conflict:\n", id="name of a rule"),
    pytest.param("value: money", "value: mony", id="kind of value"),
    pytest.param("    value: money\n", "", id="claim without value"),
    pytest.param("one at a time", "now and then", id="cardinality"),
    pytest.param("{kind: [org]}", "{kind: [orc]}", id="kind of subject"),
    pytest.param("{kind: [org]}", "{kin: [org]}", id="key of subject"),
    pytest.param("round: nearby", "rond: nearby", id="qualifier"),
    pytest.param("priority: 9", "priority: 10", id="priority too high"),
    pytest.param("priority: 9", "prio: 9", id="key of a cue"),
    pytest.param("summary: What", "sumary: What", id="key of a claim"),
    pytest.param("subject: Acme, value", "subjekt: Acme, value", id="key of an expected claim"),
    pytest.param("    check: agree\n", "", id="rule without check"),
    pytest.param("check: agree", "check: agre", id="check"),
    pytest.param("same-if-present", "same-if-presen", id="option of the check"),
    pytest.param("same-if-present", "still-open", id="option of another check"),
    pytest.param("[round, part-of]", "[rund, part-of]", id="word of an option"),
    pytest.param("severity: error", "severity: err", id="severity"),
    pytest.param("    why: A company has one.\n", "", id="rule without why"),
    pytest.param("date: 2026-03-01", "dated: 2026-03-01", id="key of a document"),
    pytest.param("date: 2026-03-01", "date: March 1", id="date"),
]


@pytest.mark.parametrize(("right", "wrong"), WRONG)
def test_what_the_loader_refuses_does_not_fit(right: str, wrong: str, tmp_path: Path) -> None:
    text = (CLAIM + RULE).replace(right, wrong, 1)
    path = tmp_path / "a.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactlintError):
        packs.load([path], own=())
    assert faults("pack", yaml_data(text))


def test_an_option_may_stand_alone_or_in_a_list() -> None:
    rule = {"extends": "list-count", "check": "count-list"}
    for units in ("steps", ["steps", "rules"]):
        assert faults("pack", {"version": 1, "rules": {"a": {**rule, "units": units}}}) == []


def test_settings_fit() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (settings,) = re.findall(r"^```toml\n(include.*?)^```$", readme, re.M | re.S)
    assert faults("settings", tomllib.loads(settings)) == []


#: Faults of settings that no schema can tell: files that are not there, what a text means.
UNTOLD = {
    "a way", "version", "no sign", "~=1", "no pack", "a folder", "no pattern", "unclosed",
    "no TOML", "another version is told before its unknown keys", "no name",
}  # fmt: skip


@pytest.mark.parametrize(
    "text", [pytest.param(row.values[0], id=row.id) for row in FAULTS if row.id not in UNTOLD]
)
def test_what_the_settings_refuse_does_not_fit(text: str) -> None:
    assert faults("settings", tomllib.loads(text))


def test_all_settings_have_their_shape() -> None:
    found = json.loads(SCHEMAS["settings"](linter.packs_of((), Path())))
    assert set(found["properties"]) == set(config.ALLOWED)
    assert "valuation-conflict" in found["properties"]["rules"]["properties"]
    assert all(one["description"] for one in found["properties"].values())


def test_a_schema_knows_the_names_of_the_packs_in_use(run: Run, write: Write) -> None:
    write(
        {"factlint.toml": 'packs = ["our.yml"]\n', "our.yml": CLAIM.replace("valuation", "worth")}
    )
    found = json.loads(run("schema", "pack").output)
    assert "worth" in found["definitions"]["attribute"]["anyOf"][0]["enum"]


def test_every_key_of_a_pack_says_what_it_is_for() -> None:
    found = json.loads(SCHEMAS["pack"](linter.packs_of((), Path())))
    silent = [
        f"{part}.{name}"
        for part in ("claim", "tie", "rule")
        for name, shape in found["definitions"][part]["properties"].items()
        if not shape.get("description")
    ]
    assert silent == []
