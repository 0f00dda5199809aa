"""The rules that no pack can hold: what is wrong with a document itself."""

from __future__ import annotations

from factlint.model import Rule

#: Fault rules compare nothing, so they name no attributes; `documents` reports them.
CHECK = "document"
#: A declared field that no record has; `declarations` reports it.
UNKNOWN_FIELD = "unknown-field"

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
    Rule(
        id="unreadable-data",
        summary="A declared data file, or a part of it, that is not what it is declared to be.",
        why=(
            "Records behind a missing comma, behind an alias or at another place than the settings"
            " say are not checked, and nothing else would tell."
        ),
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A pattern of the settings that also fits files of another kind; narrow it.",
    ),
    Rule(
        id=UNKNOWN_FIELD,
        summary="A field that the settings declare for data files, and that no record has.",
        why="A field that was renamed or misspelt is no longer read, in all records at once.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A field that records may have and just now none has; leave it out until then.",
    ),
)
