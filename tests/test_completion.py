"""Shells ask what could follow: click's own completion answers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from factlint.cli.app import COMMANDS, app
from factlint.reporters import REPORTERS

SCRIPTS = {"bash": "complete -o nosort", "zsh": "#compdef factlint", "fish": "complete --no-files"}


@pytest.mark.parametrize(("shell", "part"), SCRIPTS.items(), ids=SCRIPTS)
def test_the_script_of_a_shell(shell: str, part: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factlint"],
        env={**os.environ, "_FACTLINT_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert part in done.stdout


def completed(*arguments: str) -> list[str]:
    *before, incomplete = arguments
    asked = ShellComplete(app, {}, "factlint", "_FACTLINT_COMPLETE")
    return [item.value for item in asked.get_completions(before, incomplete)]


WORDS = [
    pytest.param([""], list(COMMANDS), id="commands"),
    pytest.param(["che"], ["check"], id="a command"),
    pytest.param(["check", "--format", "j"], ["json", "jsonl", "junit"], id="formats"),
    pytest.param(["check", "--format", ""], list(REPORTERS), id="all formats"),
    pytest.param(["check", "--stat"], ["--statistics"], id="an option"),
]


@pytest.mark.parametrize(("arguments", "words"), WORDS)
def test_words(arguments: list[str], words: list[str]) -> None:
    assert completed(*arguments) == words
