"""The rules that no pack can hold: what is wrong with a document itself."""

from __future__ import annotations

from factlint.model import Rule

#: Fault rules compare nothing, so they name no attributes; `documents` reports them.
CHECK = "document"
#: A declared field that no record has; `declarations` reports it.
UNKNOWN_FIELD = "unknown-field"
#: What is wrong with the comments that suppress or correct; `suppressions` and `corrections`
#: report them, `documents` those that cannot be read.
INVALID_DIRECTIVE = "invalid-directive"
UNUSED = "unused-suppression"
UNKNOWN_RULE = "unknown-suppressed-rule"
EXPIRED = "expired-suppression"
UNEXPLAINED = "unexplained-suppression"
UNUSED_CORRECTION = "unused-correction"

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
    Rule(
        id=INVALID_DIRECTIVE,
        summary="A comment for factlint that cannot be read, or that has no end.",
        why="It does nothing: what it should hide is reported, what it should correct is not.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A comment about factlint that starts as one for it does.",
    ),
    Rule(
        id=UNUSED,
        summary="A suppression without which the same would be reported.",
        why="What it was for is gone; left there, it would hide the next mistake in these lines.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A contradiction with a document that is not among those that are read.",
    ),
    Rule(
        id=UNKNOWN_RULE,
        summary="A suppression of a rule that does not exist.",
        why="It hides nothing, mostly because of a slip in the name of the rule.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A rule of a pack that the settings of this run do not name.",
    ),
    Rule(
        id=EXPIRED,
        summary="A suppression past its last day.",
        why="Who wrote `until=` wanted to look at it again by then; it hides nothing any more.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
    ),
    Rule(
        id=UNEXPLAINED,
        summary="A suppression without a reason.",
        why=(
            "Without ` -- reason` nobody can tell later whether it may go. An info: it is seen with"
            " `--show info` only, and never fails a run by itself."
        ),
        check=CHECK,
        claims=(),
        severity="info",
        message="",
    ),
    Rule(
        id=UNUSED_CORRECTION,
        summary="A correction in whose lines no claim is read.",
        why="It corrects nothing; the sentence may have moved, or no figure of it is understood.",
        check=CHECK,
        claims=(),
        severity="warning",
        message="",
        fooled_by="A figure that is not read as a claim; see `factlint claims --explain`.",
    ),
)
