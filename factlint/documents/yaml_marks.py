"""Marks and errors of the YAML reader -> offsets and messages."""

from __future__ import annotations

import yaml

#: Every scalar stays a text; libyaml is faster by far where it is there.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def index(mark: object) -> int:
    """The offset of a mark; the two loaders have classes of their own for it."""
    return int(getattr(mark, "index", 0))


def trouble(error: yaml.YAMLError, length: int) -> tuple[str, int]:
    """What is wrong with a text of some length, and at which offset of it."""
    mark = getattr(error, "problem_mark", None)
    at = getattr(error, "position", 0) if mark is None else index(mark)
    if at >= length:  # a quote or bracket is never closed: say where it was opened
        at = index(getattr(error, "context_mark", None) or mark)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    return problem, max(min(at, length - 1), 0)
