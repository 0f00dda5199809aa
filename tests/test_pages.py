"""`factlint explain --write`: all pages as files, and what happens to those that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from factlint.checks import CHECKS, RELATION_CHECKS
from factlint.linter import packs_of
from factlint.reporters import pages, reference

from .conftest import Run, Write
from .test_cli import PACK

_LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(reference.files(tuple(pages.of(packs_of((), Path())))))


def test_everything_has_a_page(files: dict[str, str]) -> None:
    packs = packs_of((), Path())
    named = {
        *(f"rules/{rule.id}.md" for rule in packs.rules),
        *(f"attributes/{one.name}.md" for one in packs.definitions),
        *(f"relations/{one.name}.md" for one in packs.relations),
        *(f"checks/{name}.md" for name in (*CHECKS, *RELATION_CHECKS)),
    }
    assert set(files) == {reference.INDEX, *named}


def test_links_lead_to_pages(files: dict[str, str]) -> None:
    broken = [
        (name, link)
        for name, text in files.items()
        for link in _LINK.findall(re.sub(r"`[^`\n]+`", "", text))
        if (Path("/", name).parent / link).resolve().relative_to("/").as_posix() not in files
    ]
    assert broken == []


def test_the_pages_in_docs_are_those_of_now(files: dict[str, str]) -> None:
    folder = Path(__file__).parents[1] / "docs" / "reference"
    written = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.glob("**/*.md")
    }
    stale = [name for name in {*files, *written} if files.get(name) != written.get(name)]
    assert sorted(stale) == [], "make reference writes them anew"


def test_a_page_says_what_the_pack_says() -> None:
    rule = next(one for one in packs_of((), Path()).rules if one.id == "valuation-conflict")
    shown = reference.files(tuple(pages.of(packs_of((), Path()))))["rules/valuation-conflict.md"]
    plain = re.sub(r"<[^>]+>", "", MarkdownIt().render(shown))
    assert " ".join(rule.why.split()) in plain
    assert " ".join(rule.bad[0][0].text.split()) in plain
    assert shown.count("\n## No finding\n") == 1


def test_all_pages_are_written(run: Run, write: Write) -> None:
    folder = write({"factlint.toml": 'packs = ["ours.yml"]\n', "ours.yml": PACK})
    result = run("explain", "--write", "pages")
    assert re.fullmatch(r"[0-9]+ pages written: pages/README\.md\n", result.stdout)
    page = (folder / "pages/attributes/tool_count.md").read_text(encoding="utf-8")
    assert "How many tools a product has." in page
    assert "[tool\\_count](attributes/tool_count.md)" in (folder / "pages/README.md").read_text()


def test_a_page_of_what_is_no_more_is_removed(run: Run, write: Write) -> None:
    folder = write({"factlint.toml": 'packs = ["ours.yml"]\n', "ours.yml": PACK})
    run("explain", "--write", "pages")
    mine = write({"pages/attributes/mine.md": "# Mine\n"}) / "pages/attributes/mine.md"
    result = run("explain", "--isolated", "--write", "pages")
    assert ", 1 removed: " in result.stdout
    assert not (folder / "pages/attributes/tool_count.md").exists()
    assert mine.read_text(encoding="utf-8") == "# Mine\n"


def test_a_file_of_somebody_else_stays(run: Run, write: Write) -> None:
    folder = write({"pages/README.md": "# Mine\n"})
    result = run("explain", "--write", "pages")
    assert result.exit_code == 2
    assert "pages/README.md: is there already, and factlint has not written it" in result.stderr
    assert [path.name for path in (folder / "pages").iterdir()] == ["README.md"]


def test_a_folder_that_is_a_file(run: Run, write: Write) -> None:
    write({"pages": ""})
    result = run("explain", "--write", "pages")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pages: cannot write: " in result.stderr


@pytest.mark.parametrize("arguments", [(), ("agree", "--write", "pages")])
def test_a_name_or_a_folder(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("explain", *arguments)
    assert result.exit_code == 2
    assert "explain takes either a NAME or --write FOLDER" in result.stderr


def test_a_page_as_markdown(run: Run) -> None:
    shown = run("explain", "agree", "--format", "markdown").stdout
    assert shown.startswith("# agree\n\n*check, over claims*\n")
    assert "- valuation-conflict" in shown
