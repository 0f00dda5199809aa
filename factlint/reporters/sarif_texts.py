"""Finding, rule -> the texts of SARIF: a message with links, help in plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.model import Finding, Rule
from factlint.reporters import words

#: What a message of SARIF would take for a link.
_LINK = re.compile(r"[\\\[\]]")  # must: "[sic]"; must not: "(sic)"
_BRACE = re.compile(r"[{}]")  # must: "{0}", a placeholder if it is not doubled; must not: "(0)"

#: What Markdown takes for markup inside a line.
_MARKUP = re.compile(r"[\\`*_\[\]<>&]")  # must: "<b>", "*"; must not: "a-b"


def message(finding: Finding, count: int) -> str:
    """The message of a finding, with links to its first `count` related places, and the reason.

    Where the message names a place, the link stands there; other places follow behind. Code
    scanning shows related places only where a link leads to them.
    """
    text = escaped(finding.message)
    behind = []
    for number, related in enumerate(finding.related[:count], 1):
        name = escaped(f"{related.place.path}:{related.place.line}")
        link = f"[{name}]({number})"
        before, found, after = _cut(text, name)
        if found:
            text = f"{before}{link}{after}"
        else:
            behind.append(link)
    left_out = len(finding.related) - count
    if left_out:
        behind.append(words.plural(left_out, "more place"))
    also = f" See also {', '.join(behind)}." if behind else ""
    return "; ".join(filter(None, (text.rstrip("."), _reason(finding)))) + "." + also


def _cut(text: str, name: str) -> tuple[str, str, str]:
    """`text` before, at and after a place that is no link yet nor the end of another place."""
    found = re.search(rf"(?<![\[\w./-]){re.escape(name)}(?!\d)", text)
    return (text[: found.start()], name, text[found.end() :]) if found else (text, "", "")


def _reason(finding: Finding) -> str:
    return "" if finding.because == finding.message else escaped(finding.because).rstrip(".")


def escaped(text: str) -> str:
    """Text of which nothing is a link or a placeholder."""
    return _BRACE.sub(r"\g<0>\g<0>", _LINK.sub(r"\\\g<0>", text))


def _parts(rule: Rule) -> Iterator[tuple[str, str]]:
    """What there is to say of a rule, with its heading."""
    yield "", " ".join(rule.summary.split())
    yield "Why", " ".join(rule.why.split())
    if rule.fooled_by:
        yield "What would fool it", " ".join(rule.fooled_by.split())
    if rule.hint:
        yield "What to do", " ".join(rule.hint.split())


def help_text(rule: Rule) -> str:
    """The page of a rule in plain text."""
    return "\n\n".join(f"{head}: {text}" if head else text for head, text in _parts(rule))


def help_markdown(rule: Rule) -> str:
    """The page of a rule in Markdown."""
    parts = (
        f"**{head}.** {_markdown(text)}" if head else _markdown(text) for head, text in _parts(rule)
    )
    return "\n\n".join((f"# {rule.id}", *parts)) + "\n"


def _markdown(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)
