"""What is shipped holds the data, and finds it."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("rules", "seeds")
    for path in (ROOT / folder).rglob("*")
    if path.is_file()
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return target


def test_there_are_packs_a_gazetteer_and_an_example_corpus() -> None:
    kinds = {(path.partition("/")[0], Path(path).suffix) for path in DATA}
    assert {("rules", ".yml"), ("rules", ".tsv"), ("seeds", ".txt")} <= kinds


def test_the_wheel_holds_the_data(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"factlint/_data/{path}" for path in DATA} <= names
    assert {"factlint/py.typed", "factlint/mentions/common_words.txt"} <= names


def test_the_source_archive_holds_the_data(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    assert {*DATA, "factlint/cli/app.py", "README.md", "LICENSE", "pyproject.toml"} <= names


def test_the_wheel_runs_away_from_the_checkout(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "a.md").write_text("Acme is valued at $9 billion.\n")
    done = subprocess.run(
        [sys.executable, "-m", "factlint", "claims", "a.md"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("a.md:1:19: Acme: valuation = $9 billion")
