"""The guides: their files are written, their commands run, their output compared."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from .conftest import Run, Write
from .repositories import call

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "docs").glob("*.md"))

#: ```yaml title="our.yml" ... ``` is a file, ```console ... ``` commands with what they print.
_FENCE = re.compile(
    r"""
    ^ ``` (?P<kind> \w+ ) (?: \ title="(?P<title> [^"]+ )" )? \n
    (?P<body> .*? \n )
    ``` $
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
#: The id of a commit follows from its content, author and dates.
DATED = {"GIT_AUTHOR_DATE": "2026-01-01T12:00Z", "GIT_COMMITTER_DATE": "2026-01-01T12:00Z"}
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def written(guide: Path, write: Write, run: Run) -> Iterator[tuple[str, str, str]]:
    """Each command of a guide, what it should print, and what it prints."""
    for fence in _FENCE.finditer(guide.read_text(encoding="utf-8")):
        if fence["title"]:
            write({fence["title"]: fence["body"]})
            continue
        for block in re.split(r"^\$ ", fence["body"], flags=re.MULTILINE)[1:]:
            command, _, output = block.partition("\n")
            program, *arguments = shlex.split(command)
            assert program in ("factlint", "git")
            yield command, output, _printed(program, arguments, run)


def _printed(program: str, arguments: Sequence[str], run: Run) -> str:
    if program == "factlint":
        return str(run(*arguments).output)
    return call(Path.cwd(), program, *arguments, extra=DATED).output


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_does_what_it_says(guide: Path, write: Write, run: Run) -> None:
    results = list(written(guide, write, run))
    assert results
    assert [printed for _, _, printed in results] == [shown for _, shown, _ in results]


@pytest.mark.parametrize(
    "document", [*GUIDES, ROOT / "README.md"], ids=lambda document: document.stem
)
def test_links_lead_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
