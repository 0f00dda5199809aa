"""Real git repositories to test with; nothing of the user's own settings counts."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from factlint.cli.app import app

ROOT = Path(__file__).parents[1]

#: How git calls whoever works in a test, and what it reads of settings.
IDENTITY = {
    "GIT_AUTHOR_NAME": "Test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "Test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "protocol.file.allow",
    "GIT_CONFIG_VALUE_0": "always",
    "GIT_CONFIG_KEY_1": "init.defaultBranch",
    "GIT_CONFIG_VALUE_1": "main",
}


@dataclass(frozen=True, slots=True)
class Done:
    """What a program printed, stderr among stdout, and its exit code."""

    code: int
    output: str

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()


def environment(extra: Mapping[str, str] = {}) -> dict[str, str]:
    """That of the tests, without what the hook of an outer repository has left in it."""
    outer = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT")) and name != "GITHUB_STEP_SUMMARY"
    }
    return {**outer, **IDENTITY, "PYTHONPATH": str(ROOT), **extra}


def call(folder: Path, *command: str, extra: Mapping[str, str] = {}) -> Done:
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment(extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return Done(done.returncode, done.stdout)


def git(folder: Path, *arguments: str) -> str:
    done = call(folder, "git", *arguments)
    assert done.code == 0, done.output
    return done.output.strip()


def factlint(folder: Path, *arguments: str, extra: Mapping[str, str] = {}) -> Done:
    """Call the command line in this process: starting one more takes longer than most checks."""
    mine = environment(extra)
    cleared = {name: mine.get(name) for name in {*os.environ, *mine}}
    with chdir(folder):
        done = CliRunner().invoke(app, list(arguments), env=cleared, catch_exceptions=False)
    return Done(done.exit_code, done.output)


def shell_line(*arguments: str) -> str:
    """What a shell runs to call the command line."""
    return shlex.join((sys.executable, "-m", "factlint", *arguments))


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def stage(folder: Path, files: Mapping[str, str]) -> None:
    write(folder, files)
    git(folder, "add", "--all")


def commit(folder: Path, files: Mapping[str, str] = {}) -> str:
    """The id of a commit of these files, and of all else that has changed."""
    stage(folder, files)
    git(folder, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", "change")
    return git(folder, "rev-parse", "HEAD")


def start(folder: Path, files: Mapping[str, str] = {}) -> Path:
    """A new repository, with a first commit if there are files for it."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    if files:
        commit(folder, files)
    return folder
