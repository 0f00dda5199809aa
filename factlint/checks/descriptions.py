"""The docstring of a check -> what its page, its options and the schema say of it.

Summary.

More about it.

Options:
    name: what it is for.

Would fool it:
    Which right texts would look wrong to it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

OPTIONS = "Options:"
FOOLED_BY = "Would fool it:"

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
#: "undated: the most that ...", with its continuation lines further in.
_OPTION = re.compile(r"^(?P<name>[a-z][a-z-]*): (?P<says>.+(?:\n .+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Description:
    """What a check is for: `details` are paragraphs, `options` by their names in YAML."""

    summary: str
    details: tuple[str, ...]
    options: Mapping[str, str]
    fooled_by: str


def of(check: Callable[..., object]) -> Description:
    """The description of a check."""
    summary, *rest = map(str.strip, _PARAGRAPH.split(inspect.cleandoc(check.__doc__ or "")))
    sections = {"": [], OPTIONS: [], FOOLED_BY: []}  # type: dict[str, list[str]]
    for paragraph in rest:
        head, _, body = paragraph.partition("\n")
        if head in sections:
            sections[head].append(inspect.cleandoc(body))
        else:
            sections[""].append(_line(paragraph))
    told = "\n".join(sections[OPTIONS])
    options = {found["name"]: _line(found["says"]) for found in _OPTION.finditer(told)}
    return Description(
        _line(summary), tuple(sections[""]), options, _line(" ".join(sections[FOOLED_BY]))
    )


def _line(text: str) -> str:
    return " ".join(text.split())
