"""An entry of `rules:` -> a rule."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from typing import cast

from factlint.checks import ACROSS_SUBJECTS, CHECKS
from factlint.model import COMPARED, SEVERITIES, Rule, SampleDocument, Severity
from factlint.rules import entries, messages, nodes, options
from factlint.rules.entries import QUALIFIERS, Entry, given, many_of, one_of
from factlint.rules.nodes import Mistake, Node, mistake, unknown, unknown_part

KEYS = (
    "extends", "summary", "why", "fooled-by", "check", "claims", "per", "min-confidence",
    "severity", "message", "hint", "bad", "good",
)  # fmt: skip
SAMPLE_KEYS = ("text", "date", "title", "path", "source")
PER = ("subject", *QUALIFIERS)
#: Examples test one set of options; who changes an option brings examples of his own.
NOT_INHERITED = ("bad", "good")

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")  # must: deal-status; must not: deal_status


def _date(node: Node, mistakes: list[Mistake]) -> date | None:
    text = nodes.text(node, mistakes)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        mistakes.append(mistake(node, f"{text!r} is not a date like 2026-03-16"))
        return None


def _document(node: Node, number: int, mistakes: list[Mistake]) -> SampleDocument:
    path = f"{number}.md"
    if node.kind == "text":
        return SampleDocument(nodes.text(node, mistakes), path)
    found = nodes.fields(node, "key of a document", SAMPLE_KEYS, mistakes)
    if "text" not in found:
        mistakes.append(mistake(node, "a document without 'text'"))
    return SampleDocument(
        text=given(found, "text", nodes.text, "", mistakes),
        path=given(found, "path", nodes.text, path, mistakes),
        date=given(found, "date", _date, None, mistakes),
        title=given(found, "title", nodes.text, "", mistakes) or None,
        source=given(found, "source", nodes.text, "", mistakes) or None,
    )


def _corpus(node: Node, mistakes: list[Mistake]) -> tuple[SampleDocument, ...]:
    """The documents of one example; a text or mapping alone is a corpus of one."""
    documents = (node,) if node.kind == "mapping" else nodes.items(node, mistakes)
    return tuple(_document(one, number, mistakes) for number, one in enumerate(documents, 1))


def _corpora(node: Node, mistakes: list[Mistake]) -> tuple[tuple[SampleDocument, ...], ...]:
    return tuple(_corpus(one, mistakes) for one in nodes.items(node, mistakes))


def _attributes(entry: Entry, defined: Collection[str], mistakes: list[Mistake]) -> tuple[str, ...]:
    found = entries.listed(entry.fields, "claims", mistakes)
    names = tuple(nodes.text(node, mistakes) for node in found)
    mistakes += [
        unknown(node, "attribute", defined)
        for node, name in zip(found, names, strict=True)
        if name and name not in defined
    ]
    return names


def _message(entry: Entry, mistakes: list[Mistake]) -> str:
    template = entries.string(entry, "message", mistakes)
    allowed = messages.PLACEHOLDERS
    mistakes += [
        unknown_part(entry.fields["message"], offset, f"placeholder {{{name}}}", name, allowed)
        for name, offset in messages.placeholders(template)
        if name not in allowed
    ]
    return template


def _options(entry: Entry, check: str, mistakes: list[Mistake]) -> dict[str, object]:
    readers = options.readers(check) if check else {}
    found: dict[str, object] = {}
    for name, node in entry.fields.items():
        if name in KEYS:
            continue
        if name in readers:
            found[name.replace("-", "_")] = readers[name](node, mistakes)
        elif check:
            what = f"key of a rule with the check {check}"
            mistakes.append(unknown(entry.keys[name], what, (*KEYS, *readers)))
    return found


def _per(entry: Entry, check: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    across = check in ACROSS_SUBJECTS
    default: tuple[str, ...] = () if across else ("subject",)
    per = given(entry.fields, "per", many_of("group", PER), default, mistakes)
    if across and "subject" in per:
        mistakes.append(mistake(entry.fields["per"], f"{check} compares subjects with each other"))
    return per


def read(entry: Entry, defined: Collection[str], mistakes: list[Mistake]) -> Rule:
    """The rule of an entry; `defined` are the known attributes."""
    entries.check_name(entry, _NAME, "a rule id in kebab-case", mistakes)
    needed = ("summary", "why", "check", "claims", "severity", "message")
    entries.require(entry, needed, "rule", mistakes)
    if entry.shipped:
        entries.require(entry, ("bad", "good"), "shipped rule", mistakes)
    get = entry.fields
    check = given(get, "check", one_of("check", CHECKS), "", mistakes)
    severity = given(get, "severity", one_of("severity", SEVERITIES), "", mistakes)
    confidence = given(get, "min-confidence", entries.number("0", "1"), None, mistakes)
    return Rule(
        id=entry.key.text,
        summary=entries.string(entry, "summary", mistakes),
        why=entries.string(entry, "why", mistakes),
        check=check,
        claims=_attributes(entry, defined, mistakes),
        severity=cast(Severity, severity or "error"),
        message=_message(entry, mistakes),
        fooled_by=entries.string(entry, "fooled-by", mistakes),
        hint=entries.string(entry, "hint", mistakes),
        min_confidence=COMPARED if confidence is None else float(confidence),
        per=_per(entry, check, mistakes),
        options=_options(entry, check, mistakes),
        bad=given(get, "bad", _corpora, (), mistakes),
        good=given(get, "good", _corpora, (), mistakes),
        path=entry.key.path,
        line=entry.key.line,
    )
