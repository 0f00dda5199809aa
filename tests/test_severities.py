"""Settings, paths, the command line -> how severe findings are, and which settings hold."""

from __future__ import annotations

import json

import pytest

from .conftest import Run, Write

#: Two firm claims in one document are an error, in two documents without dates a warning.
CORPUS = {
    "a.md": "Acme is valued at $9 billion. Acme is valued at $7 billion.\n",
    "old/b.md": "Globex is valued at $9 billion.\n",
    "old/c.md": "Globex is valued at $7 billion.\n",
}
RULE = "valuation-conflict"


def override(files: str, level: str) -> str:
    return f'[[overrides]]\nfiles = ["{files}"]\nrules = {{{RULE} = "{level}"}}\n'


SEVERITIES = [
    pytest.param("", [], ["error", "warning"], id="as the pack says"),
    pytest.param(
        f'rules = {{{RULE} = "error"}}', [], ["error", "warning"], id="the most it can be"
    ),
    pytest.param(f'rules = {{{RULE} = "warning"}}', [], ["warning", "warning"], id="settings"),
    pytest.param(f'rules = {{{RULE} = "info"}}', [], ["info", "info"], id="info"),
    pytest.param(f'rules = {{{RULE} = "off"}}', [], [], id="off"),
    pytest.param(override("old/", "off"), [], ["error"], id="off by path"),
    pytest.param(override("a.md", "info"), [], ["info", "warning"], id="less by path"),
    pytest.param(
        f'rules = {{{RULE} = "off"}}\n' + override("a.md", "error"), [], ["error"], id="on by path"
    ),
    pytest.param(
        f'rules = {{{RULE} = "info"}}\n' + override("old/", "error"),
        [],
        ["info", "warning"],
        id="more by path",
    ),
    pytest.param(
        override("old/", "off") + override("old/b.md", "info"), [], ["error", "info"], id="the last"
    ),
    pytest.param(override("c.md", "off"), [], ["error", "warning"], id="the other place"),
    pytest.param("", ["--severity", f"{RULE}=info"], ["info", "info"], id="command line"),
    pytest.param(
        f'rules = {{{RULE} = "off"}}\n' + override("a.md", "off"),
        ["--severity", f"{RULE}=warning"],
        ["warning", "warning"],
        id="the command line goes before all",
    ),
    pytest.param(
        f'rules = {{{RULE} = "off"}}', ["--select", RULE], ["error", "warning"], id="selected"
    ),
    pytest.param(override("old/", "info"), ["--isolated"], ["error", "warning"], id="isolated"),
]


def check(run: Run, *arguments: str) -> list[dict[str, str]]:
    found = run("check", "--show", "info", "--format", "json", *arguments)
    return list(json.loads(found.stdout)["findings"])


@pytest.mark.parametrize(("settings", "arguments", "expected"), SEVERITIES)
def test_severities(
    run: Run, write: Write, settings: str, arguments: list[str], expected: list[str]
) -> None:
    write({**CORPUS, "factlint.toml": settings})
    assert [one["severity"] for one in check(run, *arguments)] == expected


@pytest.mark.parametrize("level", ["error", "info", "off"])
def test_faults_of_documents_have_the_level_that_is_said(
    run: Run, write: Write, level: str
) -> None:
    rules = f'rules = {{invalid-front-matter = "{level}"}}\n'
    write({"a.md": '---\ntitle: "x\n---\nText.\n', "factlint.toml": rules})
    assert [one["severity"] for one in check(run)] == [level] * (level != "off")


def test_the_exit_code_follows_the_level(run: Run, write: Write) -> None:
    write(CORPUS)
    assert run("check").exit_code == 1
    assert run("check", "--severity", f"{RULE}=warning").exit_code == 0


def test_a_pattern_that_fits_nothing_is_told(run: Run, write: Write) -> None:
    write({**CORPUS, "factlint.toml": override("new/", "off")})
    assert run("check").stderr == "warning: factlint.toml:2: 'files': no document fits 'new/'\n"


def test_rules_that_nobody_knows_are_told_at_once(run: Run, write: Write) -> None:
    rules = 'rules = {valuation-conflct = "off"}\n'
    write({**CORPUS, "factlint.toml": rules + override("a.md", "off").replace(RULE, "xyz")})
    for command in (["check"], ["config", "show"]):
        result = run(*command)
        assert (result.exit_code, result.stderr) == (
            2,
            "error: factlint.toml:1: no rule 'valuation-conflct'; did you mean"
            " 'valuation-conflict'?\nfactlint.toml:4: no rule 'xyz'\n",
        )


FAULTS = [
    pytest.param("x", "--severity takes RULE=LEVEL, not 'x'", id="no level"),
    pytest.param(
        "x=of", "no level 'of'; did you mean 'off'? (allowed: error, w", id="unknown level"
    ),
    pytest.param(
        "valuation-conflct=off", "no rule 'valuation-conflct'; did you", id="unknown rule"
    ),
]


@pytest.mark.parametrize(("given", "message"), FAULTS)
@pytest.mark.parametrize("command", [["check"], ["baseline"], ["config", "show"]])
def test_faults_of_the_option(
    run: Run, write: Write, command: list[str], given: str, message: str
) -> None:
    write(CORPUS)
    result = run(*command, "--severity", given)
    assert result.exit_code == 2
    assert message in result.stderr


SETTINGS = f"""include = ["*.md"]
required-version = ">=0.1"

[rules]
{RULE} = "off"

[[overrides]]
files = ["old/"]
rules = {{valuation-conflict = "off"}}
"""


def test_every_setting_is_shown_with_its_origin(run: Run, write: Write) -> None:
    write({"factlint.toml": SETTINGS, ".factlint-baseline.json": ""})
    rows = run("config", "show", "--severity", "name-misspelled=info").stdout.splitlines()
    assert [row.split()[0] + " " + row.split()[-1] for row in rows] == [
        "include factlint.toml:1",
        "exclude default",
        "packs default",
        "entities default",
        "data default",
        f"rules.{RULE} factlint.toml:5",
        "rules.name-misspelled line",
        "overrides[0] factlint.toml:8",
        "baseline default",
        "required-version factlint.toml:2",
    ]
    assert '{files = ["old/"], rules = {valuation-conflict = "off"}}' in rows[7]
    assert '".factlint-baseline.json"' in rows[8]


BASELINES = [
    pytest.param([], "mine.json", "file", id="file"),
    pytest.param(["--no-baseline"], None, "command line", id="none"),
    pytest.param(["--baseline", "x.json"], "x.json", "command line", id="another"),
    pytest.param(["--isolated"], None, "default", id="isolated"),
]


@pytest.mark.parametrize(("arguments", "value", "origin"), BASELINES)
def test_the_command_line_goes_before_the_file(
    run: Run, write: Write, arguments: list[str], value: str | None, origin: str
) -> None:
    write({"factlint.toml": 'baseline = "mine.json"\n'})
    content = json.loads(run("config", "show", "--format", "json", *arguments).stdout)
    assert content["version"] == 1
    found = {one.pop("key"): one for one in content["settings"]}
    place = ("factlint.toml", 1) if origin == "file" else (None, None)
    expected = {"value": value, "origin": origin, "path": place[0], "line": place[1]}
    assert found["baseline"] == expected
