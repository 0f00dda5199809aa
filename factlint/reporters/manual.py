"""A page of the manual -> text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from factlint.reporters.pages import Corpus, Entries, Facts, Page, Part, Prose

WIDTH = 92


def text(page: Page) -> str:
    """A page in lines of 92 characters."""
    lines = [f"{page.name} ({page.title})", page.summary]
    for part in page.parts:
        lines += _part(part)
    return "\n".join(lines) + "\n"


def _part(part: Part) -> Iterator[str]:
    match part:
        case Prose():
            yield from _prose(part)
        case Facts():
            yield from _facts(part)
        case Entries():
            yield f"\n{part.label}:"
            yield from (_filled(entry, "  - ") for entry in part.entries)
        case Corpus():
            yield f"\n{part.label}:"
            yield from (textwrap.indent(_filled(one, less=4), "  | ") for one in part.documents)


def _prose(part: Prose) -> Iterator[str]:
    first, *rest = part.paragraphs
    yield ""
    yield "\n\n".join(map(_filled, (f"{part.label}: {first}" if part.label else first, *rest)))


def _facts(part: Facts) -> Iterator[str]:
    rows = {row.label: ", ".join(row.words) for row in part.rows if any(row.words)}
    width = max(map(len, rows), default=0)
    yield ""
    for label, value in rows.items():
        yield f"  {label:<{width}}  {value}"


def _filled(text: str, bullet: str = "", less: int = 0) -> str:
    """Text broken into lines, never inside a word."""
    return textwrap.fill(
        text,
        WIDTH - less,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
