"""YAML -> nodes with their places.

Read as events, which never expand an alias and never recurse. An alias of a short scalar stands
for it; what other aliases stand for is not read where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from factlint.documents import yaml_marks
from factlint.documents.data import nodes
from factlint.documents.data.nodes import Broken, Node, NodeKind

_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?$")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL", "true", "True", "TRUE",
                      "false", "False", "FALSE", ".nan", ".NaN", ".inf", "-.inf"))  # fmt: skip
#: A scalar of at most so many characters is read once more wherever an alias stands for it.
_SHORT = 100
_HINT = "quote values that hold a colon and a blank, a leading @ or an unpaired quote"


@dataclass(slots=True)
class _State:
    """The open collections, whether each is a mapping; whether a key comes next; the anchors."""

    stack: list[bool] = field(default_factory=list)
    wants_key: bool = False
    anchors: dict[str, tuple[Node, str]] = field(default_factory=dict)


def read(text: str, start: int, end: int) -> Iterator[Node]:
    """The nodes of the YAML in text[start:end], one document after the other."""
    state = _State()
    events = yaml.parse(text[start:end], Loader=yaml_marks.Loader)
    while True:
        try:
            event = next(events, None)
        except yaml.YAMLError as error:
            problem, at = yaml_marks.trouble(error, end - start)
            raise Broken(f"not valid YAML: {problem}", start + at, _HINT) from None
        if event is None:
            return
        node = _node(state, event, start)
        if node is not None:
            yield node


def _node(state: _State, event: Event, start: int) -> Node | None:
    """What an event tells; None for the marks around documents."""
    first = start + yaml_marks.index(event.start_mark)
    last = start + yaml_marks.index(event.end_mark)
    if isinstance(event, ScalarEvent):
        node = Node(_kind(event), first, last)
        if event.anchor and last - first <= _SHORT:
            state.anchors[event.anchor] = node, event.value
        return _placed(state, node, event.value)
    if isinstance(event, AliasEvent):
        node, value = state.anchors.get(event.anchor or "", (Node("alias", first, last), ""))
        return _placed(state, node, value)
    if isinstance(event, CollectionStartEvent):
        return _opened(state, isinstance(event, MappingStartEvent), first, last)
    if isinstance(event, CollectionEndEvent):
        state.stack.pop()
        state.wants_key = bool(state.stack) and state.stack[-1]
        return Node("end", first, last)
    return None


def _opened(state: _State, mapping: bool, first: int, last: int) -> Node:
    if state.wants_key:
        raise Broken("a list or mapping stands for a key", first, "keys are texts")
    if len(state.stack) == nodes.DEEPEST:
        raise nodes.too_deep(first)
    state.stack.append(mapping)
    state.wants_key = mapping
    return Node("mapping" if mapping else "list", first, last)


def _placed(state: _State, node: Node, value: str) -> Node:
    """A scalar as the key or the value that it is."""
    if state.wants_key:
        state.wants_key = False
        return Node("key", node.start, node.end, value)
    state.wants_key = bool(state.stack) and state.stack[-1]
    return node


def _kind(event: ScalarEvent) -> NodeKind:
    if event.style:
        return "string"
    if event.value in _NOTHING:
        return "other"
    return "number" if _NUMBER.match(event.value) else "string"
