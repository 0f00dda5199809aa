"""Rule packs of installed packages: named in the settings, found without running their code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .conftest import Run, Write
from .test_cli import PACK

Install = Callable[..., None]

#: A package whose code must never run.
CODE = "raise RuntimeError('this code must not run')\n"


@pytest.fixture
def install(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package: its name, its entry points of packs, its files."""

    def put(package: str, points: Mapping[str, str], files: Mapping[str, str]) -> None:
        site = tmp_path_factory.mktemp(package)
        info = site / f"{package}-1.0.dist-info"
        entries = "".join(f"{name} = {value}\n" for name, value in points.items())
        named = {
            f"{info.name}/METADATA": f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n",
            f"{info.name}/entry_points.txt": f"[factlint.packs]\n{entries}",
            **files,
        }
        for name, text in named.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(site)

    return put


@pytest.fixture
def tools(install: Install) -> None:
    install(
        "acme_rules",
        {"acme-tools": "acme_rules.packs", "acme-code": "acme_rules.none"},
        {"acme_rules/__init__.py": CODE, "acme_rules/packs/tools.yml": PACK},
    )


@pytest.mark.usefixtures("tools")
def test_a_pack_that_the_settings_name_is_read(run: Run, write: Write) -> None:
    write({"factlint.toml": 'packs = ["package:acme-tools"]\n', "a.md": "Acme offers 34 tools.\n"})
    assert "tool_count = 34 tools" in run("claims", "a.md").output


@pytest.mark.usefixtures("tools")
def test_a_pack_that_is_only_installed_is_not_read(run: Run, write: Write) -> None:
    write({"a.md": "Acme offers 34 tools.\n"})
    assert "tool_count" not in run("claims", "a.md").output


@pytest.mark.usefixtures("tools")
def test_its_tests_run(run: Run) -> None:
    result = run("test", "package:acme-tools")
    assert (result.exit_code, result.stdout) == (0, "2 tests, 0 failed\n")


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("acme-tool", "named 'acme-tool'; did you mean 'acme-tools'?", id="misspelled"),
        pytest.param("zzz", "named 'zzz'; installed: acme-code, acme-tools", id="unknown"),
        pytest.param("acme-code", "stands for 'acme_rules.none', which is no folder", id="gone"),
    ],
)
def test_a_name_that_leads_nowhere(run: Run, write: Write, name: str, message: str) -> None:
    write({"factlint.toml": f'\npacks = ["package:{name}"]\n'})
    result = run("rules")
    assert result.exit_code == 2
    assert "factlint.toml:2: 'packs': " in result.stderr
    assert message in result.stderr
    assert message in run("test", "--isolated", f"package:{name}").stderr


@pytest.mark.usefixtures("tools")
def test_two_packages_with_one_name(run: Run, install: Install) -> None:
    install("other_rules", {"acme-tools": "other_rules"}, {"other_rules/a.yml": PACK})
    result = run("test", "package:acme-tools")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "2 installed packages bring rule packs named 'acme-tools'" in result.stderr


def test_a_folder_without_packs(run: Run, install: Install, tmp_path: Path) -> None:
    install("bare_rules", {"bare": "bare_rules"}, {"bare_rules/__init__.py": ""})
    result = run("test", "package:bare")
    assert result.exit_code == 2
    assert "no rule pack (*.yml) in this folder" in result.stderr
