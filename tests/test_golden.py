"""Every format on the example corpus: the same bytes as last time, however it is run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from .golden_files import COMMANDS, FOLDER, QUIET, ROOT, printed

CHECKS = [name for name in COMMANDS if name.startswith("check.")]
DOCUMENTS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "seeds").iterdir())


def golden(name: str) -> str:
    return (FOLDER / name).read_bytes().decode()


def test_there_is_a_file_for_every_format() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_format_says_the_same_as_before(name: str) -> None:
    """If the change is wanted, `make golden` takes it over."""
    assert printed(name).decode() == golden(name)


RUNS = [
    pytest.param(["--jobs", "2", "seeds"], "0", id="two processes"),
    pytest.param(["--jobs", "1", *DOCUMENTS[::-1]], "0", id="another order of documents"),
    pytest.param(["--jobs", "2", *DOCUMENTS[2:], *DOCUMENTS[:2]], "1", id="both"),
    pytest.param(["--jobs", "1", "seeds"], "2", id="another order of sets"),
]


@pytest.mark.parametrize(("arguments", "seed"), RUNS)
def test_all_formats_at_once(arguments: Sequence[str], seed: str, tmp_path: Path) -> None:
    formats = [f"--format={name.partition('.')[2]}={tmp_path / name}" for name in CHECKS]
    command = ["check", "--isolated", "--show", "info", "--exit-zero", *formats, *arguments]
    kept = {name: value for name, value in os.environ.items() if name not in QUIET}
    subprocess.run(
        [sys.executable, "-m", "factlint", *command],
        cwd=ROOT,
        env={**kept, "PYTHONHASHSEED": seed},
        check=True,
    )
    written = {name: (tmp_path / name).read_bytes().decode() for name in CHECKS}
    assert written == {name: golden(name) for name in CHECKS}


CLAIMS = [
    pytest.param(("--jobs", "2"), ("seeds",), id="two processes"),
    pytest.param(("--jobs", "1"), DOCUMENTS[::-1], id="another order of documents"),
]


@pytest.mark.parametrize(("more", "documents"), CLAIMS)
def test_claims_are_the_same(more: Sequence[str], documents: Sequence[str]) -> None:
    assert printed("claims.jsonl", more, documents).decode() == golden("claims.jsonl")
