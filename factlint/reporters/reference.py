"""Pages of the manual -> Markdown files that link to one another, with an index."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factlint.reporters.pages import Corpus, Entries, Fact, Facts, Kind, Page, Part, Prose

#: The first line of each file: what may be replaced, and what made it.
MARK = "<!-- Written by factlint explain --write; changes here are lost. -->"
INDEX = "README.md"
FOLDERS: Mapping[Kind, str] = {
    "rule": "rules",
    "check": "checks",
    "attribute": "attributes",
    "relation": "relations",
}
_HEADS: Mapping[Kind, str] = {
    "rule": "Rules",
    "check": "Checks",
    "attribute": "Attributes",
    "relation": "Relations",
}

#: What Markdown would take for markup in plain words.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$]")

_Known = Collection[tuple[Kind, str]]


def files(pages: Sequence[Page]) -> Mapping[str, str]:
    """File below the folder of the reference -> its text; pages of one name share a file."""
    known = {(page.kind, page.name) for page in pages}
    by_file: dict[str, list[Page]] = {}
    for page in pages:
        by_file.setdefault(_file(page.kind, page.name), []).append(page)
    found = {name: _joined(_page(page, known) for page in same) for name, same in by_file.items()}
    return {INDEX: _index(pages), **found}


def markdown(page: Page) -> str:
    """One page, with its names as plain words."""
    return "\n".join(_page(page, ())) + "\n"


def _file(kind: Kind, name: str) -> str:
    return f"{FOLDERS[kind]}/{name}.md"


def _joined(pages: Iterable[Iterable[str]]) -> str:
    return MARK + "\n" + "\n".join("\n".join(("", *lines)) for lines in pages) + "\n"


def _index(pages: Sequence[Page]) -> str:
    def listed(kind: Kind) -> Iterator[str]:
        yield f"\n## {_HEADS[kind]}\n"
        named = {page.name: page for page in reversed(pages) if page.kind == kind}
        for name, page in sorted(named.items()):
            yield f"- [{_plain(name)}]({_file(kind, name)}): {_plain(page.summary)}"

    lines = (line for kind in FOLDERS for line in listed(kind))
    intro = "What factlint finds, how it compares, and what it reads."
    return "\n".join((MARK, "\n# Reference\n", intro, *lines)) + "\n"


def _page(page: Page, known: _Known) -> Iterator[str]:
    yield f"# {_plain(page.name)}\n"
    yield f"*{_plain(page.title)}*\n"
    yield _plain(page.summary)
    label = ""
    for part in page.parts:
        head = "" if isinstance(part, Facts) else part.label
        if head and head != label:
            yield f"\n## {_plain(head)}"
        label = head
        yield ""
        yield from _part(part, known)


def _part(part: Part, known: _Known) -> Iterator[str]:
    match part:
        case Prose():
            yield "\n\n".join(map(_plain, part.paragraphs))
        case Facts():
            yield "## Definition\n\n| | |\n|---|---|"
            yield from (_row(row, known) for row in part.rows if any(row.words))
        case Entries():
            for entry in part.entries:
                shown = _code(entry) if part.code else _named(entry, part.about, known)
                yield f"- {shown}"
        case Corpus():
            yield "```text"
            yield from (one.replace("```", "'''") for one in part.documents)
            yield "```"


def _row(row: Fact, known: _Known) -> str:
    words = row.words
    if row.label == "from":  # a line would change with whatever stands above it
        words = tuple(word.rpartition(":")[0] for word in words)
    return (
        f"| {_plain(row.label)} | {', '.join(_named(each, row.about, known) for each in words)} |"
    )


def _named(word: str, about: Kind | None, known: _Known) -> str:
    """A word, as a link if it has a page."""
    if about and (about, word) in known:
        return f"[{_plain(word)}](../{_file(about, word)})"
    return _plain(word)


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"
