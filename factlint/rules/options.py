"""The signature of a check -> its options, and nodes -> their values."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from factlint.checks import CHECKS, GIVEN, RELATION_CHECKS
from factlint.rules import entries, nodes
from factlint.rules.nodes import Mistake, Node

Reader = Callable[[Node, list[Mistake]], object]

_PLAIN: Mapping[object, Reader] = {
    str: nodes.text,
    bool: entries.yes_or_no,
    int: entries.whole(-(10**9), 10**9),
}


def _reader(annotation: Any, name: str) -> Reader:
    if get_origin(annotation) is UnionType:
        return _reader(get_args(annotation)[0], name)
    if get_origin(annotation) is Literal:
        return entries.one_of(name, get_args(annotation))
    if get_origin(annotation) is tuple:
        item = get_args(annotation)[0]
        return nodes.texts if item is str else entries.many_of(name, get_args(item))
    return _PLAIN[annotation]


@cache
def readers(check: str, *, of_relations: bool = False) -> Mapping[str, Reader]:
    """The options of a check by their names in YAML, each with what reads it."""
    function = RELATION_CHECKS[check] if of_relations else CHECKS[check]
    hints = get_type_hints(function)
    names = [
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY and parameter.name not in GIVEN
    ]
    return {name.replace("_", "-"): _reader(hints[name], name.replace("_", " ")) for name in names}


@cache
def takes(check: str, name: str) -> bool:
    """Whether a check has a parameter of that name."""
    return name in inspect.signature(CHECKS[check]).parameters
