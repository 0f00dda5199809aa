"""The signature and docstring of a check -> its options, and nodes -> their values."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from factlint import shapes
from factlint.checks import CHECKS, GIVEN, RELATION_CHECKS, descriptions
from factlint.rules import entries, nodes
from factlint.rules.nodes import Mistake, Node
from factlint.shapes import Shape

Reader = Callable[[Node, list[Mistake]], object]


class _Form(NamedTuple):
    """What a type of Python is in a pack: what reads it, its shape, and its name for people."""

    read: Reader
    shape: Shape
    called: str


MOST = 10**9
_PLAIN: Mapping[object, _Form] = {
    str: _Form(nodes.text, shapes.text(), "text"),
    bool: _Form(entries.yes_or_no, shapes.answer(), "true or false"),
    int: _Form(entries.whole(-MOST, MOST), shapes.whole(low=-MOST, high=MOST), "whole number"),
}


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a check: how it is read, what may stand there, what holds without it."""

    read: Reader
    shape: Shape
    called: str
    default: object
    says: str


def _form(annotation: Any, name: str) -> _Form:
    if get_origin(annotation) is UnionType:
        return _form(get_args(annotation)[0], name)
    if get_origin(annotation) is Literal:
        words = get_args(annotation)
        allowed = ", ".join(word.replace("_", "-") for word in words)
        return _Form(entries.one_of(name, words), shapes.choice("", words), f"one of {allowed}")
    if get_origin(annotation) is tuple:
        item = _form(get_args(annotation)[0], name)
        of_words = get_origin(get_args(annotation)[0]) is Literal
        words = get_args(get_args(annotation)[0])
        read: Reader = entries.many_of(name, words) if of_words else nodes.texts
        return _Form(read, shapes.many("", item.shape), f"list: {item.called}")
    return _PLAIN[annotation]


@cache
def of(check: str, *, of_relations: bool = False) -> Mapping[str, Option]:
    """The options of a check by their names in YAML: its keyword-only arguments."""
    function = RELATION_CHECKS[check] if of_relations else CHECKS[check]
    hints = get_type_hints(function)
    told = descriptions.of(function).options
    found = {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is not parameter.KEYWORD_ONLY or parameter.name in GIVEN:
            continue
        name = parameter.name.replace("_", "-")
        form = _form(hints[parameter.name], name.replace("-", " "))
        shape = shapes.told(told.get(name, ""), form.shape)
        found[name] = Option(form.read, shape, form.called, parameter.default, told.get(name, ""))
    return found


@cache
def every() -> frozenset[str]:
    """The options of all checks, for a rule whose check is not known."""
    of_claims = (name for check in CHECKS for name in of(check))
    of_relations = (name for check in RELATION_CHECKS for name in of(check, of_relations=True))
    return frozenset((*of_claims, *of_relations))


@cache
def takes(check: str, name: str) -> bool:
    """Whether a check has a parameter of that name."""
    return name in inspect.signature(CHECKS[check]).parameters
