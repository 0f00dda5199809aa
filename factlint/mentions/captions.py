"""Passages -> the heads that each value of a table, field or labelled item stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factlint.model import Passage

#: A caption is the end of the paragraph right before a table.
_CAPTION = 200
_LABEL = re.compile(r"(?P<label> [A-Z] [^:|.?!]{1,40} ) : [\ ] (?=\S)", re.VERBOSE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")


class Under(NamedTuple):
    """The heads of a passage, the caption of its table, and where its value starts.

    `is_head` marks what is a head itself.
    """

    heads: tuple[str, ...] = ()
    caption: str = ""
    start: int = 0
    is_head: bool = False


NOTHING = Under()


def above(passages: Sequence[Passage]) -> Iterator[Under]:
    """What each passage stands under, in their order."""
    caption = ""
    for passage in passages:
        match passage.kind:
            case "cell":
                heads = tuple(head for head in (passage.column, passage.row) if head)
                is_head = passage.column is None and passage.row is None
                yield Under(heads, caption, is_head=is_head)
            case "field":
                named = passage.column or field_name(passage.field or "")
                yield Under((named,))
            case "title" | "heading":
                caption = passage.text[-_CAPTION:]
                yield NOTHING
            case _:
                caption = passage.text[-_CAPTION:]
                label = _LABEL.match(passage.text)
                yield Under((label["label"],), start=label.end()) if label else NOTHING


def field_name(key: str) -> str:
    """The name of a field as words: "rounds.amountUsd" -> "amount Usd"."""
    return _CAMEL.sub(" ", key.rpartition(".")[2])
