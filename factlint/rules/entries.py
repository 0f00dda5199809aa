"""Nodes -> entries of a pack and their words, numbers and choices, with every mistake located."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from factlint.model import Qualifiers
from factlint.rules import nodes
from factlint.rules.nodes import Mistake, Node, mistake, unknown

T = TypeVar("T")
Lists = Mapping[str, tuple[str, ...]]

#: The qualifiers of a claim, which cues, expectations, groups and options may name.
QUALIFIERS = tuple(one.name for one in fields(Qualifiers))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section: its name, and its fields from wherever they were inherited.

    `keys` are the nodes of the field names.
    """

    key: Node
    fields: Mapping[str, Node]
    keys: Mapping[str, Node]
    shipped: bool = False
    extends: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What reading an entry needs besides the entry: the word lists, and where mistakes go."""

    lists: Lists = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def given(
    found: Mapping[str, Node],
    name: str,
    read: Callable[[Node, list[Mistake]], T],
    default: T,
    mistakes: list[Mistake],
) -> T:
    """What a key holds, read by `read`; the default where nothing is written."""
    node = found.get(name)
    return default if node is None or nodes.is_empty(node) else read(node, mistakes)


def listed(found: Mapping[str, Node], name: str, mistakes: list[Mistake]) -> tuple[Node, ...]:
    """The nodes of a key's list; none where nothing is written."""
    return nodes.items(found[name], mistakes) if name in found else ()


def one_of(what: str, allowed: Collection[str]) -> Callable[[Node, list[Mistake]], str]:
    """A reader of one of some words; `in-talks` also stands for `in_talks`."""

    def read(node: Node, mistakes: list[Mistake]) -> str:
        text = nodes.text(node, mistakes)
        for spelling in (text, text.replace("-", "_")):
            if spelling in allowed:
                return spelling
        if text:
            mistakes.append(unknown(node, what, allowed))
        return ""

    return read


def many_of(
    what: str, allowed: Collection[str]
) -> Callable[[Node, list[Mistake]], tuple[str, ...]]:
    """A reader of a list of some words."""
    read_one = one_of(what, allowed)

    def read(node: Node, mistakes: list[Mistake]) -> tuple[str, ...]:
        return tuple(read_one(item, mistakes) for item in nodes.items(node, mistakes))

    return read


def number(low: str, high: str) -> Callable[[Node, list[Mistake]], Decimal]:
    """A reader of a number from low to high."""
    least, most = Decimal(low), Decimal(high)

    def read(node: Node, mistakes: list[Mistake]) -> Decimal:
        text = nodes.text(node, mistakes)
        try:
            found = Decimal(text) if text else least
        except InvalidOperation:
            mistakes.append(mistake(node, f"{text!r} is not a number"))
            return least
        if found.is_finite() and least <= found <= most:
            return found
        mistakes.append(mistake(node, f"{text} is not within {low} to {high}"))
        return least

    return read


def whole(low: int, high: int) -> Callable[[Node, list[Mistake]], int]:
    """A reader of a whole number from low to high."""
    read_number = number(str(low), str(high))

    def read(node: Node, mistakes: list[Mistake]) -> int:
        found = read_number(node, mistakes)
        if found != int(found):
            mistakes.append(mistake(node, f"{node.text} is not a whole number"))
        return int(found)

    return read


def yes_or_no(node: Node, mistakes: list[Mistake]) -> bool:
    """True or false."""
    return one_of("answer", ("true", "false"))(node, mistakes) == "true"


def qualifiers(node: Node, mistakes: list[Mistake]) -> dict[str, str]:
    """A mapping of qualifiers to values."""
    found = snake_fields(node, "qualifier", QUALIFIERS, mistakes)
    return {name: nodes.text(value, mistakes) for name, value in found.items()}


def snake_fields(
    node: Node, what: str, allowed: Collection[str], mistakes: list[Mistake]
) -> dict[str, Node]:
    """Like `nodes.fields`, for snake_case names that may be written `part-of`."""
    found = {}
    for key, value in nodes.entries(node, mistakes):
        name = key.text.replace("-", "_")
        if name in allowed:
            found[name] = value
        else:
            mistakes.append(unknown(key, what, allowed))
    return found


def check_name(entry: Entry, pattern: re.Pattern[str], style: str, mistakes: list[Mistake]) -> None:
    """A mistake where an entry's name is not in the style of its section."""
    if not pattern.fullmatch(entry.key.text):
        mistakes.append(mistake(entry.key, f"{entry.key.text!r} is not {style}"))


def require(entry: Entry, names: Collection[str], what: str, mistakes: list[Mistake]) -> None:
    """A mistake for each key that an entry needs and does not have.

    An entry that extends one that is not there would lack all that it was to take over.
    """
    for name in names:
        if name not in entry.fields and not entry.extends:
            mistakes.append(mistake(entry.key, f"{what} {entry.key.text!r} has no {name!r}"))


def string(entry: Entry, name: str, mistakes: list[Mistake]) -> str:
    """The text of a key; empty where nothing is written."""
    return given(entry.fields, name, nodes.text, "", mistakes)
