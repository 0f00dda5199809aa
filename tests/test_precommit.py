"""pre-commit and CI: the hooks of this repository in real commits, the steps of its action."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from factlint.documents import FORMATS
from factlint.documents.data import FORMATS as DATA

from .repositories import ROOT, Done, call, commit, git, shell_line, stage, start

NINE, SEVEN = "Acme is valued at $9 billion.\n", "Acme is valued at $7 billion.\n"
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def settings() -> str:
    """A .pre-commit-config.yaml with our hooks, run from this tree instead of an installation."""
    local = [
        {
            **hook,
            "language": "system",
            "entry": hook["entry"].replace("factlint", shell_line(), 1),
            "args": ["--fail-on", "warning", "--format", "concise"],
        }
        for hook in HOOKS.values()
    ]
    return yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]})


def installed(folder: Path, files: Mapping[str, str]) -> Path:
    start(folder, {**files, ".pre-commit-config.yaml": settings()})
    done = pre_commit(folder, "install", "--hook-type", "pre-commit", "--hook-type", "pre-push")
    assert done.code == 0, done.output
    return folder


def pre_commit(folder: Path, *arguments: str) -> Done:
    command = (sys.executable, "-m", "pre_commit", *arguments)
    return call(folder, *command, extra={"PRE_COMMIT_HOME": str(folder / ".git/pre-commit")})


def run_git(folder: Path, *arguments: str) -> Done:
    return call(
        folder, "git", *arguments, extra={"PRE_COMMIT_HOME": str(folder / ".git/pre-commit")}
    )


# the hooks


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    done = pre_commit(start(tmp_path), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert (done.code, done.output) == (0, "")


TRIGGERS = {
    "documents": ([f"a/b{suffix}" for suffix in (*FORMATS, *DATA)], True),
    "capitals": (["README.MD"], True),
    "names": (["names.tsv"], True),
    "settings": (["factlint.toml", "docs/.factlint.toml", "pyproject.toml"], True),
    "others": (["a.py", "md", "Cargo.toml", "a.md.orig", "a.png"], False),
}


@pytest.mark.parametrize(("names", "expected"), TRIGGERS.values(), ids=TRIGGERS)
def test_files_that_start_the_hook(names: list[str], expected: bool) -> None:
    found = {name: bool(re.search(HOOKS["factlint"]["files"], name)) for name in names}
    assert found == dict.fromkeys(names, expected)


def test_commits(tmp_path: Path) -> None:
    folder = installed(tmp_path, {"a.md": NINE})
    stage(folder, {"b.md": "Globex raised $20 million.\n"})
    good = run_git(folder, "commit", "--message", "good")
    assert good.code == 0, good.output
    assert re.search(r"^factlint\.+Passed$", good.output, re.MULTILINE)
    assert "(all documents)" not in good.output
    stage(folder, {"c.md": SEVEN})
    bad = run_git(folder, "commit", "--message", "bad")
    assert bad.code == 1
    assert "factlint hook: 1 change in 3 staged documents; what is new against HEAD" in bad.lines
    assert "a.md:1:19: warning[valuation-conflict]" in bad.output
    stage(folder, {"c.md": NINE})
    (folder / "c.md").write_text(SEVEN)  # not staged, so pre-commit puts it away and back
    assert run_git(folder, "commit", "--message", "good").code == 0
    assert (folder / "c.md").read_text() == SEVEN
    (folder / "a.md").unlink()
    (folder / "c.md").unlink()
    assert run_git(folder, "commit", "--all", "--message", "deletions").code == 0


def test_all_files(tmp_path: Path) -> None:
    folder = installed(tmp_path, {"a.md": NINE, "b.md": SEVEN})
    done = pre_commit(folder, "run", "--all-files")
    assert done.code == 1
    assert "factlint hook: 2 documents; everything, as nothing is staged" in done.lines
    assert "a.md:1:19: warning[valuation-conflict]" in done.output
    everything = pre_commit(folder, "run", "factlint-all", "--hook-stage", "manual")
    assert everything.code == 1
    assert "a.md:1:19: warning[valuation-conflict]" in everything.output


def test_a_push(tmp_path: Path) -> None:
    remote = tmp_path / "remote"
    git(tmp_path, "init", "--quiet", "--bare", str(remote))
    folder = installed(tmp_path / "clone", {"a.md": NINE})
    git(folder, "remote", "add", "origin", str(remote))
    first = run_git(folder, "push", "origin", "main")
    assert first.code == 0, first.output
    commit(folder, {"b.md": SEVEN})
    commit(folder, {"c.md": "Globex raised $20 million.\n"})
    bad = run_git(folder, "push", "origin", "main")
    assert bad.code == 1
    assert re.search(
        r"^factlint hook: 2 changes in 3 documents; what is new from", bad.output, re.M
    )
    assert re.search(r"^factlint \(all documents\)\.+Failed$", bad.output, re.M)
    commit(folder, {"b.md": NINE})
    assert run_git(folder, "push", "origin", "main").code == 0


# the action


def step(name: str) -> str:
    (script,) = (one["run"] for one in ACTION["runs"]["steps"] if one.get("name") == name)
    return str(script)


def act(folder: Path, **inputs: str) -> Done:
    """Run the steps of our own as a runner does."""
    programs = folder.parent / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "factlint").write_text(f'#!/bin/sh\nexec {shell_line()} "$@"\n')
    (programs / "factlint").chmod(0o755)
    given = {name: one.get("default", "") for name, one in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    extra = {
        f"FACTLINT_{name.upper().replace('-', '_')}": given[name]
        for name in ("args", "base", "fail-on", "paths")
    }
    extra["PATH"] = f"{programs}{os.pathsep}{os.environ['PATH']}"
    bash = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
    fetched = call(folder, *bash, step("Fetch the base"), extra=extra)
    assert fetched.code == 0, fetched.output
    return call(folder, *bash, step("Check"), extra=extra)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A shallow clone of a branch, as a runner has it."""
    origin = start(tmp_path / "origin", {"a.md": NINE, "old.md": "Globex raised $2 million.\n"})
    commit(origin, {"older.md": "Globex raised $3 million.\n"})
    git(origin, "checkout", "--quiet", "-b", "topic")
    commit(origin, {"b.md": SEVEN})
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=topic", origin.as_uri(), "clone")
    return tmp_path / "clone"


def test_the_action_shows_what_a_pull_request_adds(checkout: Path) -> None:
    base = git(checkout.parent / "origin", "rev-parse", "main")
    done = act(checkout, base=base, fail_on="warning")
    assert done.code == 1
    assert "::warning file=a.md,line=1" in done.output
    assert "Globex" not in done.output
    assert (checkout / "factlint.sarif").is_file()
    assert act(checkout, base=base).code == 0


def test_the_action_shows_everything_on_a_push(checkout: Path) -> None:
    done = act(checkout)
    assert (done.code, "Globex" in done.output, "Acme" in done.output) == (0, True, True)


def test_the_action_passes_options_and_paths_on(checkout: Path) -> None:
    done = act(checkout, args="--select valuation-conflict", paths="b.md\n\nold.md\nolder.md\n")
    assert (done.code, "Globex" in done.output, "Acme" in done.output) == (0, False, False)
    assert act(checkout, paths="a.md\nno such file.md").code == 2


def test_inputs_of_the_action_reach_scripts_as_variables_only() -> None:
    """Text of a pull request inside a script would be run."""
    scripts = [one["run"] for one in ACTION["runs"]["steps"] if "run" in one]
    assert [script for script in scripts if "${{" in script] == []
