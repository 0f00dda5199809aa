"""The rules that no pack can hold: what is wrong with a document itself."""

from __future__ import annotations

from factlint.model import Rule

#: Fault rules compare nothing, so they name no attributes; `documents` reports them.
CHECK = "document"

RULES = (
    Rule(
        id="unreadable-document",
        summary="A document that cannot be read as text, or whose end is lost.",
        why=(
            "What cannot be read is not checked. A silent skip would look like a document without"
            " mistakes."
        ),
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A binary file with the suffix of a text file; exclude it.",
    ),
    Rule(
        id="invalid-front-matter",
        summary="Front matter that is not the YAML or TOML it should be.",
        why=(
            "Title, date and description stand there, often with the figures that matter most. They"
            " are read line by line as far as possible, but lists and folded texts are lost."
        ),
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="Two rules around the first paragraph of a document without front matter.",
    ),
)
