"""Report -> workflow commands that GitHub shows as annotations, and the summary of the step.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factlint.model import Finding, Place, Severity
from factlint.reporters import excerpt, ranking, words
from factlint.reporters.report import Report

COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

#: Annotations of one kind that GitHub shows of a step.
SHOWN = 10

#: Bytes that the summary of a step may have; a larger one is refused as a whole.
SUMMARY_LIMIT = 1024 * 1024


def report(given: Report) -> str:
    """The worst of each severity as annotations, a notice of how many more there are."""
    shown = _shown(given.findings)
    lines = [_annotation(finding) for finding in shown]
    hidden = len(given.findings) - len(shown)
    if hidden:
        lines.append(f"::notice title=factlint::{_data(_hidden(hidden))}")
    end = f"{words.verdict(given.summary, given.findings)}; {words.coverage(given.summary)}"
    return "\n".join([*lines, excerpt.visible(end), ""])


def _shown(findings: Sequence[Finding]) -> list[Finding]:
    """What GitHub will show; where something is left out, one notice is kept to say so."""
    counts = Counter(finding.severity for finding in findings)
    room = dict.fromkeys(COMMANDS, SHOWN)
    if max(counts.values(), default=0) > SHOWN:
        room["info"] -= 1
    shown = []
    for finding in ranking.worst_first(findings):
        if room[finding.severity] > 0:
            room[finding.severity] -= 1
            shown.append(finding)
    return shown


def _hidden(count: int) -> str:
    verb = "is" if count == 1 else "are"
    return f"{words.plural(count, 'more finding')} {verb} not shown here; the summary has all"


def _annotation(finding: Finding) -> str:
    told = (text for label, text in words.notes(finding) if label != "odd")
    message = "\n".join((finding.message, *told))
    properties = {**_where(finding.place), "title": f"factlint {finding.rule}"}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {shown}::{_data(message)}"


def _where(place: Place) -> Mapping[str, str | int]:
    """Columns are allowed within one line only."""
    lines: dict[str, str | int] = {
        "file": place.path,
        "line": place.line,
        "endLine": place.end_line,
    }
    if place.line != place.end_line:
        return lines
    return {**lines, "col": place.column, "endColumn": place.end_column}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# The summary of the step

_HEAD = "| severity | rule | where | finding |\n|---|---|---|---|\n"

#: What Markdown takes for markup inside a line.
_MARKUP = re.compile(r"[\\`*_\[\]|~<>&]")  # must: "a|b", "<b>"; must not: "a-b 9"


def step_summary(given: Report, room: int = SUMMARY_LIMIT) -> str:
    """All findings as a table of Markdown, the worst first, in at most `room` bytes.

    Rows that do not fit are counted. Without room for the head there is nothing.
    """
    end = f"{words.verdict(given.summary, given.findings)}. {words.coverage(given.summary)}."
    head = f"## factlint\n\n{_markdown(end)}\n\n"
    left = room - _size(head) - _size(_HEAD) - _size(_rest(len(given.findings)))
    if left < 0:
        return ""
    if not given.findings:
        return head
    rows, hidden = _fitting(list(_rows(given.findings)), left)
    return "".join((head, _HEAD, *rows, _rest(hidden) if hidden else ""))


def _rest(count: int) -> str:
    return f"\n{words.plural(count, 'more finding')} not shown.\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _fitting(rows: Sequence[str], left: int) -> tuple[list[str], int]:
    """As many rows as fit into so many bytes, and how many do not."""
    for count, row in enumerate(rows):
        left -= _size(row)
        if left < 0:
            return list(rows[:count]), len(rows) - count
    return list(rows), 0


def _rows(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in ranking.worst_first(findings):
        places = (finding.place, *(related.place for related in finding.related))
        where = "<br>".join(_markdown(f"{place.path}:{place.line}") for place in places)
        told = "<br>".join(map(_markdown, (finding.message, *_reasons(finding))))
        yield f"| {finding.severity} | {_markdown(finding.rule)} | {where} | {told} |\n"


def _reasons(finding: Finding) -> Iterator[str]:
    return (f"{label}: {text}" for label, text in words.notes(finding))


def _markdown(text: str) -> str:
    """Text that Markdown shows as it is, in one line."""
    line = excerpt.visible(" ".join(text.split()))
    # Two dollar signs in a line would be taken for a formula; GitHub's manual names this way out.
    return _MARKUP.sub(r"\\\g<0>", line).replace("$", "<span>$</span>")
