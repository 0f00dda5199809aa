"""The bytes of a YAML file -> nodes that know their place; every scalar stays text.

The usual YAML loader turns the key `on:` into True and `12:30:00` into 45000, and forgets where
things stood. Here the schema alone converts. Aliases are refused, depth is bounded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import yaml

from factlint.spelling import suggestion

Kind = Literal["text", "list", "mapping"]

DEEPEST = 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_KIND_NAMES: Mapping[Kind, str] = {"text": "a text", "list": "a list", "mapping": "a mapping"}


class Node(NamedTuple):
    """A scalar, list or mapping, and where it starts. A tuple: packs hold twenty thousand.

    `shift` is the number of characters before the text itself (an opening quote), None where the
    text does not stand on one line as it is read (block scalars).
    """

    kind: Kind
    path: str
    line: int
    column: int
    text: str = ""
    shift: int | None = None
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[Node, Node], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong in a pack, and where."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


def mistake(node: Node, message: str, offset: int | None = None) -> Mistake:
    """A mistake at a node, or `offset` characters into its text."""
    inside = 0 if node.shift is None or offset is None else node.shift + offset
    return Mistake(node.path, node.line, node.column + inside, message)


def _explained(message: str, word: str, allowed: Collection[str]) -> str:
    return f"{message}; allowed: {', '.join(sorted(allowed)) or 'none'}{suggestion(word, allowed)}"


def unknown(node: Node, what: str, allowed: Collection[str]) -> Mistake:
    """A word that is none of the allowed ones, with all of them and the likely one."""
    return mistake(node, _explained(f"unknown {what} {node.text!r}", node.text, allowed))


def unknown_part(
    node: Node, offset: int, what: str, word: str, allowed: Collection[str]
) -> Mistake:
    """The same for a word within a text."""
    return mistake(node, _explained(f"unknown {what}", word, allowed), offset)


def parse(data: bytes, path: str, mistakes: list[Mistake]) -> Node | None:
    """The one document of a YAML file; None (and a mistake) where there is none."""
    node, found = _parsed(data, path)
    mistakes += found
    return node


@lru_cache(maxsize=64)
def _parsed(data: bytes, path: str) -> tuple[Node | None, tuple[Mistake, ...]]:
    """The document of a file and its mistakes: a process that loads packs again reads them once."""
    mistakes: list[Mistake] = []
    return _read(data, path, mistakes), tuple(mistakes)


def _read(data: bytes, path: str, mistakes: list[Mistake]) -> Node | None:
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mistakes.append(Mistake(path, line, 1, "not UTF-8"))
        return None
    try:
        return _compose(yaml.parse(source, Loader=_LOADER), path, mistakes)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        mistakes.append(Mistake(path, line, column, f"no valid YAML: {error.problem}"))
    except yaml.reader.ReaderError as error:
        line = source.count("\n", 0, error.position) + 1
        mistakes.append(Mistake(path, line, 1, f"no valid YAML: {error.reason}"))
    return None


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _compose(events: Iterator[yaml.Event], path: str, mistakes: list[Mistake]) -> Node | None:
    # Not yaml.compose: it recurses in C, and 100,000 brackets end the process without a message.
    stack: list[tuple[yaml.Event, list[Node]]] = []
    roots: list[Node] = []
    into = roots
    for event in events:
        line, column = _start(event)
        if isinstance(event, yaml.ScalarEvent):
            one_line = event.style not in ("|", ">")
            shift = int(event.style in ("'", '"')) if one_line else None
            into.append(Node("text", path, line, column, event.value, shift))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(stack) == DEEPEST:
                mistakes.append(Mistake(path, line, column, f"deeper than {DEEPEST} levels"))
                return None
            into = []
            stack.append((event, into))
        elif isinstance(event, yaml.CollectionEndEvent):
            start, children = stack.pop()
            into = stack[-1][1] if stack else roots
            into.append(_collection(start, children, path))
        elif isinstance(event, yaml.AliasEvent):
            text = f"an alias (*{event.anchor}) is not allowed; write it out"
            mistakes.append(Mistake(path, line, column, text))
            into.append(Node("text", path, line, column))
        elif isinstance(event, yaml.DocumentStartEvent) and roots:
            mistakes.append(Mistake(path, line, column, "a second YAML document"))
            return None
    if not roots:
        mistakes.append(Mistake(path, 1, 1, "an empty file"))
        return None
    return roots[0]


def _collection(start: yaml.Event, children: list[Node], path: str) -> Node:
    line, column = _start(start)
    if isinstance(start, yaml.SequenceStartEvent):
        return Node("list", path, line, column, items=tuple(children))
    pairs = tuple(zip(children[::2], children[1::2], strict=True))
    return Node("mapping", path, line, column, pairs=pairs)


def is_empty(node: Node) -> bool:
    """Whether nothing was written behind a key."""
    return node.kind == "text" and not node.text and node.shift == 0


def expect(node: Node, kind: Kind, mistakes: list[Mistake]) -> bool:
    """Whether a node is of a kind; a mistake where it is not."""
    if node.kind == kind:
        return True
    mistakes.append(mistake(node, f"{_KIND_NAMES[node.kind]} where {_KIND_NAMES[kind]} belongs"))
    return False


def entries(node: Node, mistakes: list[Mistake]) -> Iterator[tuple[Node, Node]]:
    """The (key, value) pairs of a mapping, each key once."""
    if is_empty(node) or not expect(node, "mapping", mistakes):
        return
    seen: dict[str, Node] = {}
    for key, value in node.pairs:
        if not expect(key, "text", mistakes):
            continue
        if key.text in seen:
            first = seen[key.text].line
            mistakes.append(mistake(key, f"{key.text!r} stands twice, first in line {first}"))
            continue
        seen[key.text] = key
        yield key, value


def fields(
    node: Node, what: str, allowed: Collection[str], mistakes: list[Mistake]
) -> dict[str, Node]:
    """The values of a mapping by their keys, all of them among the allowed ones."""
    found = {}
    for key, value in entries(node, mistakes):
        if key.text in allowed:
            found[key.text] = value
        else:
            mistakes.append(unknown(key, what, allowed))
    return found


def text(node: Node, mistakes: list[Mistake]) -> str:
    """A text that is not empty."""
    if not expect(node, "text", mistakes):
        return ""
    if not node.text.strip():
        mistakes.append(mistake(node, "an empty text"))
    return node.text.strip()


def texts(node: Node, mistakes: list[Mistake]) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    return tuple(text(item, mistakes) for item in items(node, mistakes))


def items(node: Node, mistakes: list[Mistake]) -> tuple[Node, ...]:
    """The nodes of a list; a single text is a list of one, nothing is an empty list."""
    if node.kind == "text":
        return () if is_empty(node) else (node,)
    return node.items if expect(node, "list", mistakes) else ()
