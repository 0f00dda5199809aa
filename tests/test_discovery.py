"""Paths -> files to read, counts of those that are not, and what is said of wrong paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.documents import FORMATS, discovery
from factlint.errors import FactlintError

FILES = (
    "a.md",
    "b/c.txt",
    "b/d.org",
    "b/e.MARKDOWN",
    "b/drafts/f.md",
    "g/h.pdf",
    "g/LICENSE",
    ".git/i.md",
    "b/.hidden.md",
    "node_modules/j.md",
    "g/__pycache__/k.md",
    "l/.venv/m.md",
    "l/n.png",
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x\n", "utf-8")
    (tmp_path / "outside.md").write_text("x\n", "utf-8")
    return root


FOUND = {
    "all": ((".",), (), (), ["a.md", "b/c.txt", "b/drafts/f.md", "b/e.MARKDOWN"]),
    "folder": (("b",), (), (), ["b/c.txt", "b/drafts/f.md", "b/e.MARKDOWN"]),
    "file": (("b/c.txt",), (), (), ["b/c.txt"]),
    "each-once": (
        ("a.md", ".", "b/../a.md"),
        (),
        (),
        ["a.md", "b/c.txt", "b/drafts/f.md", "b/e.MARKDOWN"],
    ),
    "hidden-when-named": (
        ("b/.hidden.md", "node_modules"),
        (),
        (),
        ["b/.hidden.md", "node_modules/j.md"],
    ),
    "exclude-folder": ((".",), (), ("drafts/",), ["a.md", "b/c.txt", "b/e.MARKDOWN"]),
    "exclude-pattern": ((".",), (), ("*.md", "!a.md"), ["a.md", "b/c.txt", "b/e.MARKDOWN"]),
    "exclude-named": (("a.md", "b/c.txt"), (), ("/a.md",), ["b/c.txt"]),
    "include": ((".",), ("b/**/*.md",), (), ["b/drafts/f.md"]),
    "both": ((".",), ("b/",), ("drafts",), ["b/c.txt", "b/e.MARKDOWN"]),
}


@pytest.mark.parametrize(("paths", "include", "exclude", "expected"), FOUND.values(), ids=FOUND)
def test_found(
    corpus: Path,
    paths: tuple[str, ...],
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    expected: list[str],
) -> None:
    found = discovery.discover([corpus / path for path in paths], corpus, include, exclude)
    assert [file.shown for file in found.files] == expected
    assert [file.path for file in found.files] == [corpus / shown for shown in expected]


@pytest.mark.parametrize(
    ("paths", "include", "exclude"), [case[:3] for case in FOUND.values()], ids=FOUND
)
def test_what_git_keeps_is_found_by_the_same_rules(
    corpus: Path, paths: tuple[str, ...], include: tuple[str, ...], exclude: tuple[str, ...]
) -> None:
    stored = {path for path in corpus.rglob("*") if path.is_file()}
    given = ([corpus / path for path in paths], corpus, include, exclude)
    assert discovery.sift(stored, *given) == discovery.discover(*given)


def test_unread_files_are_counted(corpus: Path) -> None:
    found = discovery.discover([corpus], corpus, exclude=["*.png"])
    assert found.unread == {"(none)": 1, ".org": 1, ".pdf": 1}


def test_outside_the_root(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus / "b")
    found = discovery.discover([Path("../../outside.md")], corpus)
    assert [file.shown for file in found.files] == ["../../outside.md"]


def test_links_stay_inside(corpus: Path) -> None:
    (corpus / "out.md").symlink_to(corpus.parent / "outside.md")
    (corpus / "0.md").symlink_to(corpus / "a.md")
    (corpus / "b" / "loop").symlink_to(corpus)
    (corpus / "broken.md").symlink_to(corpus / "gone.md")
    found = discovery.discover([corpus], corpus)
    assert [file.shown for file in found.files] == [
        "a.md",
        "b/c.txt",
        "b/drafts/f.md",
        "b/e.MARKDOWN",
    ]


WRONG = {
    "missing": ("nope.xyz", "no such file or folder: {path}"),
    "near": ("b/c.txr", "no such file or folder: {path}; did you mean {near}?"),
    "suffix": (
        "b/d.org",
        "{path} is not read: files that are read end in {suffixes}",
    ),
    "folder": (
        "g",
        "no documents in {path}: files that are read end in {suffixes}; found 1 (none), 1 .pdf",
    ),
}


@pytest.mark.parametrize(("path", "message"), WRONG.values(), ids=WRONG)
def test_wrong_paths(corpus: Path, path: str, message: str) -> None:
    with pytest.raises(FactlintError) as caught:
        discovery.discover([corpus / path], corpus)
    near = (corpus / "b/c.txt").as_posix()
    suffixes = ", ".join(FORMATS)
    expected = message.format(path=corpus / path, near=near, suffixes=suffixes)
    assert str(caught.value) == expected


IGNORED = {
    "nothing": ({}, ["a.md", "drafts/b.md", "drafts/keep.md", "out/c.md"]),
    "folder": ({".gitignore": "out/\n"}, ["a.md", "drafts/b.md", "drafts/keep.md"]),
    "pattern": ({".gitignore": "b.*\n"}, ["a.md", "drafts/keep.md", "out/c.md"]),
    "anchored": ({".gitignore": "/b.md\n/out\n"}, ["a.md", "drafts/b.md", "drafts/keep.md"]),
    "taken-back": (
        {".gitignore": "drafts/*\n!drafts/keep.md\n"}, ["a.md", "drafts/keep.md", "out/c.md"]
    ),
    "nearer-file-decides": (
        {".gitignore": "*.md\n", "drafts/.gitignore": "!keep.md\n"}, ["drafts/keep.md"]
    ),
    "comment": ({".gitignore": "# out/\n"}, ["a.md", "drafts/b.md", "drafts/keep.md", "out/c.md"]),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), IGNORED.values(), ids=IGNORED)
def test_what_git_ignores_is_passed_over(
    tmp_path: Path, files: dict[str, str], expected: list[str]
) -> None:
    for name in ("a.md", "drafts/b.md", "drafts/keep.md", "out/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Hello.\n", encoding="utf-8")
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = discovery.discover([tmp_path], tmp_path)
    assert [file.shown for file in found.files] == expected


def test_the_repository_above_is_asked_too(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("b.md\n", encoding="utf-8")
    (tmp_path / "in").mkdir()
    for name in ("in/a.md", "in/b.md"):
        (tmp_path / name).write_text("Hello.\n", encoding="utf-8")
    inside = tmp_path / "in"
    assert [file.shown for file in discovery.discover([inside], inside).files] == ["a.md"]
    named = discovery.discover([inside / "b.md"], inside)
    assert [file.shown for file in named.files] == ["b.md"]


def test_a_repository_inside_another_has_its_own_rules(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    for folder in (tmp_path, inside):
        (folder / ".git").mkdir(parents=True)
        (folder / "a.md").write_text("Hello.\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*\n", encoding="utf-8")
    found = discovery.discover([inside], inside)
    assert [file.path for file in found.files] == [inside / "a.md"]
