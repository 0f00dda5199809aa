"""A repository -> what makes its site, where its documents, drafts and data files stand."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factlint.documents import discovery
from factlint.errors import FactlintError

DATA_SUFFIXES = (".json", ".jsonl", ".ndjson", ".yml", ".yaml")

#: Bytes of a document that are looked at for its front matter, and of a data file for its fields.
_HEAD = 4_000
_DATA = 2_000_000
_DRAFT = re.compile(rb"^draft\s*[:=]\s*true\s*$", re.MULTILINE)
_DRAFTS = frozenset(("drafts", "_drafts"))
#: Documents about the repository itself.
_HOUSE = (
    "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md",
    "LICENSE.md", "LICENSE.txt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Generator:
    """What makes a site of documents: by which files it is known, and the folders it uses.

    All are patterns and folders relative to the root; each of `markers` is enough.
    """

    name: str
    markers: tuple[str, ...]
    content: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    data: tuple[str, ...] = ()


GENERATORS = (
    Generator(
        "Hugo",
        ("hugo.toml", "hugo.y*ml", "hugo.json", "config/_default", "archetypes/default.md"),
        ("content",),
        ("archetypes", "layouts", "themes", "public", "resources"),
        ("data",),
    ),
    Generator(
        "Astro",
        ("astro.config.*",),
        ("src/content", "src/pages", "src/data"),
        ("dist",),
        ("src/content", "src/data"),
    ),
    Generator(
        "Eleventy",
        (".eleventy.js", "eleventy.config.*"),
        (),
        ("_site", "_includes", "_layouts", "src/_includes", "src/_layouts"),
        ("_data", "src/_data"),
    ),
    Generator(
        "Jekyll",
        ("_config.yml", "_config.yaml", "_config.toml", "_posts"),
        (),
        ("_site", "_includes", "_layouts", "_sass", "vendor"),
        ("_data",),
    ),
    Generator("Obsidian", (".obsidian",), (), ("templates", "Templates"), ()),
)
PLAIN = Generator("plain documents", (), data=("data",))


@dataclass(frozen=True, slots=True)
class DataFiles:
    """Data files of one folder and suffix; `fields` are those of the first record, if known."""

    pattern: str
    count: int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """What was found; folders end in "/", `documents` has their number by top folder.

    `drafts` are folders with the number of their documents, `marked` is the number of documents
    whose front matter says that they are drafts.
    """

    generator: Generator
    marker: str
    content: tuple[str, ...]
    unwanted: tuple[str, ...]
    documents: tuple[tuple[str, int], ...]
    drafts: tuple[tuple[str, int], ...]
    marked: int
    data: tuple[DataFiles, ...]


def look(root: Path) -> Layout:
    """Look at a repository; nothing but names is read, and the heads of documents."""
    generator, marker = _generator(root)
    content = tuple(f"{name}/" for name in generator.content if (root / name).is_dir())
    house = () if content else _HOUSE
    unwanted = (
        *(f"{name}/" for name in generator.unwanted if (root / name).is_dir()),
        *(name for name in house if (root / name).is_file()),
    )
    documents = _documents(root, content, unwanted)
    tops = Counter(_top(name) for name in documents)
    drafts = Counter(folder for name in documents if (folder := _draft_folder(name)))
    return Layout(
        generator,
        marker,
        content,
        unwanted,
        tuple(sorted(tops.items())),
        tuple(sorted(drafts.items())),
        sum(_is_draft(root / name) for name in documents),
        tuple(_data(root, generator.data)),
    )


def _generator(root: Path) -> tuple[Generator, str]:
    for generator in GENERATORS:
        for pattern in generator.markers:
            found = sorted(root.glob(pattern))
            if found:
                return generator, found[0].relative_to(root).as_posix()
    return PLAIN, ""


def _documents(root: Path, content: Sequence[str], unwanted: Sequence[str]) -> tuple[str, ...]:
    """The documents that the settings will name; there may be none yet."""
    anchored = [f"/{name}" for name in content]
    excluded = [f"/{name}" for name in unwanted]
    try:
        found = discovery.discover((root,), root, anchored, excluded)
    except FactlintError:
        return ()
    return tuple(file.shown for file in found.files)


def _top(name: str) -> str:
    folder, slash, _ = name.partition("/")
    return f"{folder}/" if slash else "."


def _draft_folder(name: str) -> str:
    """ "content/drafts/a.md" -> "content/drafts/", nothing for a document elsewhere."""
    folders = name.split("/")[:-1]
    at = next((index for index, one in enumerate(folders) if one.lower() in _DRAFTS), None)
    return "" if at is None else "/".join(folders[: at + 1]) + "/"


def _is_draft(path: Path) -> bool:
    try:
        with path.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    fence = head[:3]
    if fence not in (b"---", b"+++"):
        return False
    end = head.find(b"\n" + fence, 3)
    return bool(_DRAFT.search(head, 0, end if end >= 0 else len(head)))


def _data(root: Path, folders: Sequence[str]) -> Iterator[DataFiles]:
    for folder in folders:
        files = sorted((root / folder).rglob("*"))
        for suffix in DATA_SUFFIXES:
            found = [path for path in files if path.suffix == suffix and path.is_file()]
            if found:
                yield DataFiles(f"{folder}/**/*{suffix}", len(found), _fields(found[0]))


def _fields(path: Path) -> tuple[str, ...]:
    """The names of the fields of the first record of a JSON file; nothing if that is not plain."""
    if path.suffix != ".json" or path.stat().st_size > _DATA:
        return ()
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return ()
    first = content[0] if isinstance(content, list) and content else content
    return tuple(first) if isinstance(first, dict) else ()
