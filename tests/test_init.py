"""A repository -> what was found in it, and settings that hold."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factlint import config, layouts, starter

from .conftest import Run, Write

TEXT = "Acme is valued at $9 billion.\n"
DRAFT = "---\ntitle: Acme\ndraft: true\n---\nText.\n"

SITES = [
    pytest.param({}, "plain documents", [], [], id="nothing at all"),
    pytest.param({"a.md": TEXT, "n/b.md": TEXT}, "plain documents", [], [], id="plain"),
    pytest.param(
        {"README.md": TEXT, "n/README.md": ""}, "plain documents", [], ["/README.md"], id="house"
    ),
    pytest.param({"package.json": "{}", "config.toml": ""}, "plain documents", [], [], id="others"),
    pytest.param(
        {"hugo.toml": "", "content/a.md": TEXT, "archetypes/x.md": "", "README.md": ""},
        "Hugo",
        ["/content/"],
        ["/archetypes/"],
        id="Hugo",
    ),
    pytest.param(
        {"config/_default/x.toml": "", "content/a.md": ""}, "Hugo", ["/content/"], [], id="H"
    ),
    pytest.param(
        {"_config.yml": "", "_posts/a.md": TEXT, "_site/a.html": "", "README.md": ""},
        "Jekyll",
        [],
        ["/_site/", "/README.md"],
        id="Jekyll",
    ),
    pytest.param(
        {"astro.config.mjs": "", "src/content/a.md": TEXT, "src/x.md": "", "dist/a.html": ""},
        "Astro",
        ["/src/content/"],
        ["/dist/"],
        id="Astro",
    ),
    pytest.param(
        {".eleventy.js": "", "src/a.md": TEXT, "src/_includes/b.njk": ""},
        "Eleventy",
        [],
        ["/src/_includes/"],
        id="Eleventy",
    ),
    pytest.param({".obsidian/app.json": "{}", "a.md": TEXT}, "Obsidian", [], [], id="Obsidian"),
]


@pytest.mark.parametrize(("files", "name", "include", "exclude"), SITES)
def test_sites(
    run: Run, write: Write, files: dict[str, str], name: str, include: list[str], exclude: list[str]
) -> None:
    folder = write(files)
    result = run("init")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(f"Found: {name}")
    path = folder / "factlint.toml"
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    assert written == {**({"include": include} if include else {}), "exclude": exclude}
    config.load(path)


@pytest.mark.parametrize(("files", "name", "include", "exclude"), SITES)
def test_the_settings_read_what_was_counted(
    run: Run, write: Write, files: dict[str, str], name: str, include: list[str], exclude: list[str]
) -> None:
    count = sum(count for _, count in layouts.look(write(files)).documents)
    run("init")
    printed = run("check").stdout.partition("\n")[2]
    read = int(printed.split()[0]) if printed else 0
    assert read == count


def uncommented(text: str) -> str:
    """The file with all that it proposes; only proposals look like TOML."""
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("# Data files"))
    proposed = (line.removeprefix("# ") for line in lines[start + 2 :])
    return "\n".join((*lines[:start], *proposed))


def test_data_files_are_proposed(run: Run, write: Write) -> None:
    record = '[{"company": "Acme", "ti\\"tle": "x", "body": "y"}]'
    folder = write({"hugo.toml": "", "content/a.md": TEXT, "data/n/a.json": record})
    assert "data/**/*.json  1, not read before they are declared\n" in run("init").stdout
    path = folder / "factlint.toml"
    text = path.read_text(encoding="utf-8")
    assert '# Data files found: 1; the first one has: ["company", "ti\\"tle", "body"]\n' in text
    path.write_text(uncommented(text), encoding="utf-8")
    (declared,) = config.load(path).data
    assert (declared.files, declared.subject) == (("data/**/*.json",), "company")
    assert "2 documents read" in run("check").stdout


BROKEN = ["", "[", "3", "[]", "[1]", "[" * 100_000, "\ufeff{}"]


@pytest.mark.parametrize("text", BROKEN)
def test_data_files_that_are_not_plain(run: Run, write: Write, text: str) -> None:
    write({"data/a.json": text, "a.md": TEXT})
    assert run("init").exit_code == 0


def test_the_proposed_rules_exist(run: Run, write: Write) -> None:
    folder = write({"archive/a.md": TEXT})
    run("init")
    path = folder / "factlint.toml"
    before, _, rules = path.read_text(encoding="utf-8").partition("# [rules]\n")
    lines = [
        line.removeprefix("# ") for line in rules.splitlines() if " = " in line or "[[" in line
    ]
    path.write_text("\n".join((before, "[rules]", *lines)), encoding="utf-8")
    assert len(config.load(path).levels.overrides) == 1
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")


def test_drafts_are_told(run: Run, write: Write) -> None:
    files = {"content/drafts/a.md": TEXT, "content/b.md": DRAFT, "content/c.md": "draft: true\n"}
    folder = write({"hugo.toml": "", **files})
    out = run("init").stdout
    assert "  content/drafts/  drafts: 1, read\n" in out
    assert "  marked as drafts in their front matter: 1, read\n" in out
    text = (folder / "factlint.toml").read_text(encoding="utf-8")
    assert '  # "/content/drafts/",  # drafts: 1\n' in text


def test_folders_with_signs_of_patterns(run: Run, write: Write) -> None:
    folder = write({"[a]*/a.md": TEXT, "a/b.md": TEXT})
    run("init")
    path = folder / "factlint.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('# include = ["/[a]', 'include = ["/[a]'), encoding="utf-8")
    commented = next(line for line in text.splitlines() if line.startswith("# include"))
    path.write_text(text.replace(commented, commented[2:].replace(', "/a/"', "")), "utf-8")
    assert "1 document read" in run("check").stdout


def test_a_first_pack_whose_tests_pass(run: Run, write: Write) -> None:
    folder = write({"a.md": TEXT})
    result = run("init", "--pack")
    assert f"Written: {starter.SETTINGS}\nWritten: {starter.PACK}\n" in result.stdout
    assert config.load(folder / starter.SETTINGS).packs == (folder / starter.PACKS,)
    tested = run("test", starter.PACKS)
    assert (tested.exit_code, tested.stderr) == (0, "")
    write({"a.md": "Acme offers 40 integrations.\n\nAcme has 90 integrations.\n"})
    assert "[integration-count-conflict]" in run("check", "--format", "concise").stdout


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_dry_run_writes_nothing(run: Run, write: Write) -> None:
    folder = write({"a.md": TEXT})
    before = names(folder)
    shown = run("init", "--pack", "--dry-run").stdout
    assert names(folder) == before
    run("init", "--pack")
    for name in (starter.SETTINGS, starter.PACK):
        assert f"--- {name}\n{(folder / name).read_text(encoding='utf-8')}" in shown


PRESENT = [
    pytest.param({"factlint.toml": "packs = []\n"}, "factlint.toml: there are settings", id="own"),
    pytest.param({".factlint.toml": ""}, ".factlint.toml: there are settings", id="hidden"),
    pytest.param(
        {"pyproject.toml": "[tool.factlint]\n"}, "pyproject.toml: there are", id="project"
    ),
    pytest.param({starter.PACK: "x"}, f"{starter.PACK}: is there already; move it", id="pack"),
]


@pytest.mark.parametrize(("files", "message"), PRESENT)
def test_nothing_is_overwritten(
    run: Run, write: Write, files: dict[str, str], message: str
) -> None:
    folder = write(files)
    before = names(folder)
    result = run("init", "--pack")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {message}")
    assert names(folder) == before
    assert {name: (folder / name).read_text(encoding="utf-8") for name in files} == files


def test_settings_further_up_are_told(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"factlint.toml": "", "sub/a.md": TEXT})
    monkeypatch.chdir(folder / "sub")
    result = run("init")
    assert result.exit_code == 0
    assert "will no longer hold here" in result.stderr
