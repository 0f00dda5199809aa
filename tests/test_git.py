"""Real repositories -> what `check --diff-base` and `hook` show, and the scope they choose."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from factlint import git as under_test
from factlint import linter
from factlint.config import Corpus
from factlint.errors import FactlintError
from factlint.linter import Tools

from .repositories import Done, call, commit, factlint, git, shell_line, stage, start, write

NINE = "Acme is valued at $9 billion.\n"
SEVEN = "Acme is valued at $7 billion.\n"
OTHER = "Globex raised $20 million.\n"
OTHER_TOO = "Globex raised $25 million.\n"
TIDY = {"a.md": NINE, "g.md": OTHER}
WRONG = {"a.md": NINE, "b.md": SEVEN, "g.md": OTHER}  # known: its findings are no news


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """The tools of every corpus without settings."""
    folder = tmp_path_factory.mktemp("plain")
    return linter.equip(Corpus(folder, (folder,)))


@pytest.fixture(autouse=True)
def equipped_once(monkeypatch: pytest.MonkeyPatch, plain: Tools) -> None:
    """Packs and names are loaded once for all of these tests, which takes a second."""
    equip = linter.equip

    def ready(corpus: Corpus) -> Tools:
        return equip(corpus) if corpus.packs or corpus.entities or corpus.data else plain

    monkeypatch.setattr(linter, "equip", ready)


STRICT = ("--format", "concise", "--fail-on", "info", "--show", "info")


def hook(folder: Path, *arguments: str, extra: dict[str, str] | None = None) -> Done:
    return factlint(folder, "hook", *STRICT, *arguments, extra=extra or {})


def since(folder: Path, ref: str, *arguments: str) -> Done:
    return factlint(folder, "check", "--diff-base", ref, *STRICT, *arguments)


def findings(done: Done) -> list[tuple[str, str]]:
    """The document and the rule of each finding."""
    return re.findall(r"^(\S.*?):\d+:\d+: \w+\[([\w-]+)\]", done.output, re.MULTILINE)


CONFLICT = [("a.md", "valuation-conflict")]


# what is new


def adds_a_contradiction(folder: Path) -> None:
    write(folder, {"new.md": OTHER_TOO})


def edits_a_document(folder: Path) -> None:
    write(folder, {"g.md": OTHER + "\nGlobex raised $25 million.\n"})


def moves_lines(folder: Path) -> None:
    write(folder, {"a.md": "Hello.\n\nHere is some news.\n\n" + NINE})


def moves_a_document(folder: Path) -> None:
    (folder / "old").mkdir()
    git(folder, "mv", "a.md", "old/it's a – näme.md")


def repairs(folder: Path) -> None:
    write(folder, {"b.md": NINE})


def deletes(folder: Path) -> None:
    (folder / "g.md").unlink()


def changes_no_document(folder: Path) -> None:
    write(folder, {"code.py": "x = 1\n"})


CHANGES: dict[str, tuple[Callable[[Path], None], list[tuple[str, str]]]] = {
    "lines-move": (moves_lines, []),
    "rename": (moves_a_document, []),
    "repair": (repairs, []),
    "deletion": (deletes, []),
    "no-document": (changes_no_document, []),
    "new-document": (adds_a_contradiction, [("g.md", "funding-amount-conflict")]),
    "edit": (edits_a_document, [("g.md", "funding-amount-conflict")]),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES)
def test_only_new_findings_are_shown(
    tmp_path: Path, change: Callable[[Path], None], expected: list[tuple[str, str]]
) -> None:
    start(tmp_path, WRONG)
    change(tmp_path)
    on_disk = since(tmp_path, "HEAD")
    assert (findings(on_disk), on_disk.code) == (expected, int(bool(expected)))
    git(tmp_path, "add", "--all")
    staged = hook(tmp_path)
    assert (findings(staged), staged.code) == (expected, int(bool(expected)))
    git(tmp_path, "commit", "--quiet", "--message", "change")
    pushed = {"PRE_COMMIT_FROM_REF": "HEAD~1", "PRE_COMMIT_TO_REF": "HEAD"}
    committed = hook(tmp_path, extra=pushed)
    assert (findings(committed), committed.code) == (expected, int(bool(expected)))


def test_the_base_is_where_the_branch_left(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    git(tmp_path, "checkout", "--quiet", "-b", "topic")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"main.md": SEVEN})
    git(tmp_path, "checkout", "--quiet", "topic")
    write(tmp_path, {"topic.md": SEVEN})
    done = since(tmp_path, "main")
    assert findings(done) == CONFLICT
    base = git(tmp_path, "merge-base", "main", "topic")[:10]
    assert done.lines[0] == f"factlint check: what is new since main ({base})"


def test_nothing_is_written(tmp_path: Path) -> None:
    start(tmp_path, WRONG)
    stage(tmp_path, {"b.md": NINE})
    write(tmp_path, {"b.md": OTHER, "untracked.md": OTHER_TOO})
    before = git(tmp_path, "status", "--porcelain"), (tmp_path / ".git/index").read_bytes()
    assert hook(tmp_path).code == 0
    assert since(tmp_path, "HEAD").code == 1
    assert before == (
        git(tmp_path, "status", "--porcelain"),
        (tmp_path / ".git/index").read_bytes(),
    )


def test_a_rule_that_changes_is_no_news_of_the_documents(tmp_path: Path) -> None:
    rule = (
        "version: 1\nrules:\n  valuation-conflict: {extends: valuation-conflict, severity: error}\n"
    )
    start(tmp_path, {**WRONG, "factlint.toml": ""})
    stage(tmp_path, {"factlint.toml": 'packs = ["pack.yml"]\n', "pack.yml": rule})
    done = hook(tmp_path)
    assert (done.code, done.lines) == (
        0,
        ["factlint hook: no change in 3 staged documents against HEAD: nothing to do"],
    )
    stage(tmp_path, {"pack.yml": "version: 1\nrulez: {}\n"})
    assert hook(tmp_path).code == 2


def test_settings_hold_for_the_base_too(tmp_path: Path) -> None:
    settings = {"factlint.toml": 'exclude = ["drafts/"]\n'}
    start(tmp_path, {**TIDY, **settings, "drafts/b.md": SEVEN, "node_modules/c.md": SEVEN})
    stage(tmp_path, {"drafts/d.md": SEVEN, ".hidden/e.md": SEVEN})
    assert hook(tmp_path).lines == [
        "factlint hook: no change in 2 staged documents against HEAD: nothing to do"
    ]
    git(tmp_path, "mv", "drafts/b.md", "b.md")
    assert findings(hook(tmp_path)) == CONFLICT


def test_a_named_path_is_the_focus(tmp_path: Path) -> None:
    start(tmp_path, {**TIDY, "factlint.toml": ""})
    write(tmp_path, {"b.md": SEVEN, "h.md": OTHER_TOO})
    assert findings(since(tmp_path, "HEAD", "b.md")) == CONFLICT


def test_other_formats_keep_stdout_for_themselves(tmp_path: Path) -> None:
    start(tmp_path, WRONG)
    done = call(tmp_path, "sh", "-c", f"{shell_line('hook', '--format', 'json')} 2>/dev/null")
    assert done.lines[0].startswith("{")


# which scope


def test_a_clean_tree_is_checked_as_a_whole(tmp_path: Path) -> None:
    start(tmp_path, WRONG)
    done = hook(tmp_path)
    assert done.lines[0] == "factlint hook: 3 documents; everything, as nothing is staged"
    assert (findings(done), done.code) == (CONFLICT, 1)


def test_only_what_is_staged_counts(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    stage(tmp_path, {"b.md": SEVEN})
    write(tmp_path, {"b.md": NINE, "c.md": OTHER_TOO})
    done = hook(tmp_path)
    assert (
        done.lines[0] == "factlint hook: 1 change in 3 staged documents; what is new against HEAD"
    )
    assert findings(done) == CONFLICT
    stage(tmp_path, {"b.md": NINE})
    git(tmp_path, "reset", "--quiet", "c.md")
    write(tmp_path, {"b.md": SEVEN})
    assert findings(hook(tmp_path)) == []


def test_the_first_commit(tmp_path: Path) -> None:
    start(tmp_path)
    nothing = hook(tmp_path)
    assert (nothing.code, nothing.lines) == (0, ["factlint hook: no documents: nothing to do"])
    write(tmp_path, WRONG)
    assert hook(tmp_path).lines[0].endswith("3 documents; everything, as nothing is staged")
    git(tmp_path, "add", "--all")
    done = hook(tmp_path)
    assert done.lines[0].endswith("3 staged documents; everything, as there is no commit yet")
    assert findings(done) == CONFLICT


def test_all_documents_are_deleted(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    git(tmp_path, "rm", "--quiet", "*.md")
    done = hook(tmp_path)
    assert (done.code, done.lines) == (0, ["factlint hook: no staged documents: nothing to do"])


def test_a_merge_is_not_blamed_for_what_either_side_has(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    git(tmp_path, "checkout", "--quiet", "-b", "topic")
    commit(tmp_path, {"h.md": OTHER_TOO, "s.md": "# s\n", "same.md": "One.\n"})
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"same.md": "Two.\n"})
    assert call(tmp_path, "git", "merge", "topic").code == 1
    assert findings(hook(tmp_path)) == []  # not merged yet: our side of same.md
    stage(tmp_path, {"same.md": "Both.\n"})
    done = hook(tmp_path)
    assert re.fullmatch(
        r"factlint hook: 1 change in 5 staged documents; "
        r"what is new against HEAD and MERGE_HEAD \(\w+\)",
        done.lines[0],
    )
    assert findings(done) == []
    stage(tmp_path, {"same.md": SEVEN})
    assert findings(hook(tmp_path)) == CONFLICT


RANGES = {
    "two-commits": ("{first}", "{second}", CONFLICT),
    "nothing-in-it": ("{second}", "{second}", []),
    "back-in-time": ("{second}", "{first}", []),
    "a-branch-that-is-new": ("0" * 40, "{second}", CONFLICT),
    "names": ("HEAD~2", "HEAD~1", CONFLICT),
}


@pytest.mark.parametrize(("low", "high", "expected"), RANGES.values(), ids=RANGES)
def test_a_range(tmp_path: Path, low: str, high: str, expected: list[tuple[str, str]]) -> None:
    start(tmp_path)
    ids = {"first": commit(tmp_path, TIDY), "second": commit(tmp_path, {"b.md": SEVEN})}
    commit(tmp_path, {"a.md": SEVEN})  # later than what is pushed
    stage(tmp_path, {"staged.md": OTHER_TOO})
    low, high = low.format(**ids), high.format(**ids)
    done = hook(tmp_path, extra={"PRE_COMMIT_FROM_REF": low, "PRE_COMMIT_TO_REF": high})
    assert findings(done) == expected
    assert git(tmp_path, "rev-parse", "--short=10", high) in done.lines[0]


# where


def in_a_worktree(tmp_path: Path) -> Path:
    start(tmp_path / "main", TIDY)
    git(tmp_path / "main", "worktree", "add", "--quiet", str(tmp_path / "tree"))
    return tmp_path / "tree"


def in_a_submodule(tmp_path: Path) -> Path:
    start(tmp_path / "inner", TIDY)
    outer = start(tmp_path / "outer", {"README.md": "# Outer\n"})
    git(outer, "submodule", "--quiet", "add", str(tmp_path / "inner"), "inner")
    commit(outer)
    return outer / "inner"


def in_odd_paths(tmp_path: Path) -> Path:
    return start(tmp_path / "a folder – ünd\tmore", TIDY)


def over_a_link(tmp_path: Path) -> Path:
    start(tmp_path / "real", TIDY)
    (tmp_path / "link").symlink_to("real")
    return tmp_path / "link"


def in_a_subfolder(tmp_path: Path) -> Path:
    start(tmp_path, {"outside.md": SEVEN, **{f"docs/{name}": text for name, text in TIDY.items()}})
    return tmp_path / "docs"


def with_sha256(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--object-format=sha256")
    commit(tmp_path, TIDY)
    return tmp_path


def with_line_ends(tmp_path: Path) -> Path:
    start(tmp_path, {**TIDY, ".gitattributes": "*.md text eol=crlf\n"})
    (tmp_path / "a.md").write_bytes(NINE.replace("\n", "\r\n").encode())
    return tmp_path


PLACES = {
    place.__name__.replace("_", "-"): place
    for place in (
        in_a_worktree,
        in_a_submodule,
        in_odd_paths,
        over_a_link,
        in_a_subfolder,
        with_sha256,
        with_line_ends,
    )
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_it_works(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    folder = place(tmp_path)
    stage(folder, {"b – ü.md": SEVEN})
    done = hook(folder)
    assert (
        done.lines[0] == "factlint hook: 1 change in 3 staged documents; what is new against HEAD"
    )
    assert findings(done) == CONFLICT
    assert findings(since(folder, "HEAD")) == CONFLICT
    commit(folder)
    assert findings(since(folder, "HEAD")) == []
    assert findings(hook(folder)) == CONFLICT


@pytest.mark.parametrize("place", [in_a_worktree, in_a_submodule, with_line_ends])
def test_git_itself_calls_it(tmp_path: Path, place: Callable[[Path], Path]) -> None:
    """git sets variables for its hooks, and "commit -a" has an index of its own."""
    folder = place(tmp_path)
    hooks = Path(git(folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks"))
    hooks.mkdir(exist_ok=True)
    line = shell_line("hook", *STRICT)
    (hooks / "pre-commit").write_text(f"#!/bin/sh\nexec {line}\n")
    (hooks / "pre-commit").chmod(0o755)
    write(folder, {"g.md": OTHER + "\n" + SEVEN})
    done = call(folder, "git", "commit", "--all", "--message", "change")
    assert done.code == 1
    assert "factlint hook: 1 change in" in done.output
    assert "valuation-conflict" in done.output
    write(folder, {"g.md": OTHER + "\nHello.\n"})
    assert call(folder, "git", "commit", "--all", "--message", "change").code == 0


def test_submodules_are_read_as_the_commit_has_them(tmp_path: Path) -> None:
    inner = start(tmp_path / "inner", WRONG)
    outer = start(tmp_path / "outer", {"x.md": "Hello.\n"})
    git(outer, "submodule", "--quiet", "add", str(inner), "inner")
    commit(outer)
    assert findings(since(outer, "HEAD")) == []
    write(outer, {"inner/h.md": OTHER_TOO})
    assert findings(since(outer, "HEAD")) == [("inner/g.md", "funding-amount-conflict")]
    git(outer / "inner", "add", "--all")
    git(outer / "inner", "commit", "--quiet", "--message", "change")
    git(outer, "add", "--all")
    assert findings(hook(outer)) == [("inner/g.md", "funding-amount-conflict")]


def test_the_index_of_another_repository_does_not_count(tmp_path: Path) -> None:
    outer, folder = start(tmp_path / "outer", TIDY), start(tmp_path / "inner", TIDY)
    stage(folder, {"b.md": SEVEN})
    extra = {"GIT_DIR": str(outer / ".git"), "GIT_INDEX_FILE": str(outer / ".git/index")}
    assert findings(hook(folder, extra=extra)) == CONFLICT


# what cannot be done


def shallow(tmp_path: Path, *arguments: str) -> tuple[Path, str]:
    """A shallow clone of one of two branches, and the commit where they part."""
    origin = start(tmp_path / "origin", TIDY)
    part = commit(origin, {"first.md": "Hello.\n"})
    git(origin, "checkout", "--quiet", "-b", "topic")
    commit(origin, {"b.md": SEVEN})
    git(origin, "checkout", "--quiet", "main")
    commit(origin, {"later.md": "Hello.\n"})
    clone = tmp_path / "clone"
    address = origin.as_uri()
    git(
        tmp_path, "clone", "--quiet", "--depth=1", "--branch=topic", *arguments, address, str(clone)
    )
    return clone, part


MISSING = {
    "branch": ((), "origin/main"),
    "branch-that-is-here": (("--no-single-branch",), "origin/main"),
    "short-name": ((), "main"),
    "commit": ((), "{part}"),
    "shortened-commit": ((), "{part:.10}"),
    "parent": ((), "HEAD~1"),
}


@pytest.mark.parametrize(("arguments", "ref"), MISSING.values(), ids=MISSING)
def test_a_missing_base_is_told_with_the_command_that_gets_it(
    tmp_path: Path, arguments: tuple[str, ...], ref: str
) -> None:
    clone, part = shallow(tmp_path, *arguments)
    ref = ref.format(part=part)
    done = since(clone, ref)
    assert done.code == 2
    fetch = done.output.rstrip("\n").partition("fetch it: ")[2]
    assert fetch.startswith("git fetch --unshallow origin")
    pushed = {"PRE_COMMIT_FROM_REF": ref, "PRE_COMMIT_TO_REF": "HEAD"}
    assert (hook(clone, extra=pushed).code, hook(clone).code) == (2, 1)
    git(clone, *shlex.split(fetch)[1:])
    assert findings(since(clone, ref)) == CONFLICT
    assert findings(hook(clone, extra=pushed)) == CONFLICT


ERRORS = {
    "typo": ("mian", "no commit 'mian' in this clone; did you mean 'main'?"),
    "option": ("--all", "no commit '--all' in this clone"),
    "empty": ("", "no commit '' in this clone"),
    "tree": ("HEAD:", "no commit 'HEAD:' in this clone"),
}


@pytest.mark.parametrize(("ref", "message"), ERRORS.values(), ids=ERRORS)
def test_a_wrong_base_is_told(tmp_path: Path, ref: str, message: str) -> None:
    start(tmp_path, TIDY)
    done = factlint(tmp_path, "check", f"--diff-base={ref}")
    assert (done.code, done.lines) == (2, [f"error: {message}"])


def test_no_repository(tmp_path: Path) -> None:
    write(tmp_path, TIDY)
    extra = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    for arguments in (("hook",), ("check", "--diff-base", "HEAD")):
        done = factlint(tmp_path, *arguments, extra=extra)
        assert (done.code, done.lines) == (2, [f"error: {tmp_path}: not in a git repository"])


def test_no_git(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    done = factlint(tmp_path, "hook", extra={"PATH": str(tmp_path)})
    assert (done.code, done.lines) == (2, ["error: git is needed for this and is not installed"])


def test_a_lost_object_is_told(tmp_path: Path) -> None:
    start(tmp_path, TIDY)
    lost = under_test.Blob(tmp_path, "1" * 40)
    with pytest.raises(FactlintError, match=f"git has no object {lost.id}"):
        under_test.contents([lost])


# many documents

MANY = 2000


def test_a_change_among_many_documents(tmp_path: Path) -> None:
    tidy = {
        f"n/{i % 40}/{i}.md": f"Company{i} is valued at ${i % 90 + 1} billion.\n"
        for i in range(MANY)
    }
    old = {"old/one.md": NINE, "old/two.md": SEVEN}
    start(tmp_path, {**tidy, **old})
    written = factlint(tmp_path, "baseline")
    assert written.lines[0] == ".factlint-baseline.json: 1 finding written"
    assert factlint(tmp_path, "check", "--fail-on", "warning").code == 0
    commit(tmp_path, {})
    stage(tmp_path, {"new.md": "Company7 is valued at $800 million.\n"})
    done = hook(tmp_path)
    assert done.lines[0] == (
        f"factlint hook: 1 change in {MANY + 3} staged documents; what is new against HEAD"
    )
    assert findings(done) == [("n/7/7.md", "valuation-conflict")]
    git(tmp_path, "reset", "--hard", "--quiet")
    stage(tmp_path, {"n/8/8.md": "Hello.\n\n" + tidy["n/8/8.md"]})
    assert findings(hook(tmp_path)) == []
