"""The directives of reStructuredText whose contents are prose, and what their argument is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

#: The argument is part of the text, a title of its own, or nothing for readers.
Argument = Literal["text", "title", "none"]

_BY_ARGUMENT: Mapping[Argument, str] = {
    "text": """attention caution danger error hint important note tip warning seealso todo epigraph
        highlights pull-quote compound centered versionadded versionchanged deprecated""",
    "title": """admonition topic sidebar rubric table tab tab-item dropdown card details collapse
        list-table csv-table""",
    "none": """figure container only ifconfig glossary hlist tabs tab-set grid grid-item
        grid-item-card card-carousel rst-class""",
}
#: All others hold code, data or settings: they are passed over.
PROSE: Mapping[str, Argument] = {
    name: argument for argument, names in _BY_ARGUMENT.items() for name in names.split()
}
#: Directives whose options or argument say something of the document
META = "meta"
POST = "post"
