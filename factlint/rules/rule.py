"""An entry of `rules:` -> a rule."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import cast

from factlint import shapes
from factlint.checks import ACROSS_SUBJECTS, CHECKS, RELATION_CHECKS
from factlint.model import COMPARED, SEVERITIES, Rule, SampleDocument, Severity
from factlint.rules import entries, messages, nodes, options
from factlint.rules.entries import QUALIFIERS, Entry, given, many_of, one_of
from factlint.rules.nodes import Mistake, Node, mistake, unknown, unknown_part
from factlint.shapes import Shape

PER = ("subject", *QUALIFIERS)
SAMPLE_KEYS: Mapping[str, Shape] = {
    "text": shapes.text("What stands in the document; Markdown, if `path` says nothing else."),
    "date": shapes.text("Its date, as 2026-03-16.", pattern=r"\d{4}-\d{2}-\d{2}"),
    "title": shapes.text("Its title."),
    "path": shapes.text("Its path; the suffix is its format."),
    "source": shapes.text("Who published it."),
}
_DOCUMENT = shapes.either(
    "", shapes.text("A document."), shapes.mapping("A document.", SAMPLE_KEYS, needs=("text",))
)
_CORPORA = shapes.listed("", shapes.many("A corpus: one document, or a list of them.", _DOCUMENT))
KEYS: Mapping[str, Shape] = {
    "extends": shapes.text("The rule that this one is a variant of; keys given here replace its."),
    "summary": shapes.text("What it finds, in one sentence."),
    "why": shapes.text("Why that matters, and where it comes from."),
    "fooled-by": shapes.text("Which right texts would still look wrong to it."),
    "check": shapes.choice("The kind of comparison.", {**CHECKS, **RELATION_CHECKS}),
    "claims": shapes.many("The attributes that are compared.", shapes.refer("attribute")),
    "relations": shapes.many("The relations that are worked out again.", shapes.refer("relation")),
    "per": shapes.many(
        "What claims must share to be compared; the subject, if nothing is said.",
        shapes.choice("", PER),
    ),
    "min-confidence": shapes.number(
        f"Claims less sure are not compared; {COMPARED}, if nothing is said.", low=0, high=1
    ),
    "severity": shapes.choice("How severe a finding is at most.", SEVERITIES),
    "message": shapes.text(
        "One line about the two sides: {subject}, {value}, {other}, {other.place} and so on."
    ),
    "hint": shapes.text("What to look at to settle it."),
    "bad": shapes.told("Small corpora with exactly one finding of this rule each.", _CORPORA),
    "good": shapes.told("Small corpora without any, near misses first.", _CORPORA),
}
#: Keys that group claims; a relation stands for itself.
OF_CLAIMS = ("claims", "per", "min-confidence")
#: Examples test one set of options; who changes an option brings examples of his own.
NOT_INHERITED = ("bad", "good")

#: What a rule needs that does not extend another one.
NEEDED = ("summary", "why", "check", "severity", "message")

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")  # must: deal-status; must not: deal_status


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


def _attributes(entry: Entry, told: Mapping[str, str], mistakes: list[Mistake]) -> tuple[str, ...]:
    """The attributes of a rule; a definition that tells of another one has none of its own."""
    names = _named(entry, "claims", "attribute", set(told.values()), mistakes, besides=told)
    for node in entries.listed(entry.fields, "claims", []):
        attribute = told.get(node.text, node.text)
        if attribute != node.text:
            says = f"{node.text!r} tells of {attribute!r}, so no claim bears its name"
            mistakes.append(mistake(node, f"{says}; write {attribute!r}"))
    return names


def _named(
    entry: Entry,
    key: str,
    what: str,
    defined: Collection[str],
    mistakes: list[Mistake],
    *,
    besides: Collection[str] = (),
) -> tuple[str, ...]:
    """What a rule is over: names of claims or of relations that some pack defines."""
    found = entries.listed(entry.fields, key, mistakes)
    names = tuple(nodes.text(node, mistakes) for node in found)
    mistakes += [
        unknown(node, what, defined)
        for node, name in zip(found, names, strict=True)
        if name and name not in defined and name not in besides
    ]
    return names


def _message(entry: Entry, allowed: Collection[str], mistakes: list[Mistake]) -> str:
    template = entries.string(entry, "message", mistakes)
    mistakes += [
        unknown_part(entry.fields["message"], offset, f"placeholder {{{name}}}", name, allowed)
        for name, offset in messages.placeholders(template)
        if name not in allowed
    ]
    return template


def _options(
    entry: Entry, check: str, of_relations: bool, mistakes: list[Mistake]
) -> dict[str, object]:
    known = options.of(check, of_relations=of_relations) if check else {}
    found: dict[str, object] = {}
    for name, node in entry.fields.items():
        if name in KEYS:
            continue
        if name in known:
            found[name.replace("-", "_")] = known[name].read(node, mistakes)
        elif check:
            what = f"key of a rule with the check {check}"
            mistakes.append(unknown(entry.keys[name], what, (*KEYS, *known)))
        elif name not in options.every():
            mistakes.append(unknown(entry.keys[name], "key of a rule", KEYS))
    return found


def _per(entry: Entry, check: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    across = check in ACROSS_SUBJECTS
    default: tuple[str, ...] = () if across else ("subject",)
    per = given(entry.fields, "per", many_of("group", PER), default, mistakes)
    if across and "subject" in per:
        mistakes.append(mistake(entry.fields["per"], f"{check} compares subjects with each other"))
    return per


def _over(entry: Entry, mistakes: list[Mistake]) -> bool:
    """Whether a rule is over relations; it names either claims or relations."""
    of_relations = "relations" in entry.fields and "claims" not in entry.fields
    if not of_relations:
        entries.require(entry, ("claims",), "rule", mistakes)
    for key in OF_CLAIMS if "relations" in entry.fields else ():
        if key in entry.keys:
            mistakes.append(mistake(entry.keys[key], f"a rule over relations has no {key!r}"))
    return of_relations


def _placeholders(names: Collection[str], relations: Mapping[str, Entry]) -> tuple[str, ...]:
    """What the message of a rule over relations may name: their slots, and the whole."""
    nodes_of = (relations[name].fields.get("slots") for name in names if name in relations)
    slots = (key.text for node in nodes_of if node is not None for key, _ in node.pairs)
    return (*messages.OF_RELATIONS, *dict.fromkeys(slots))


def read(
    entry: Entry,
    told: Mapping[str, str],
    mistakes: list[Mistake],
    relations: Mapping[str, Entry] | None = None,
) -> Rule:
    """The rule of an entry; `told` says which attribute each claim definition tells of."""
    known = relations or {}
    entries.check_name(entry, NAME, "a rule id in kebab-case", mistakes)
    entries.require(entry, NEEDED, "rule", mistakes)
    if entry.shipped:
        entries.require(entry, ("bad", "good"), "shipped rule", mistakes)
    get = entry.fields
    of_relations = _over(entry, mistakes)
    checks: Collection[str] = RELATION_CHECKS if of_relations else CHECKS
    check = given(get, "check", one_of("check", checks), "", mistakes)
    severity = given(get, "severity", one_of("severity", SEVERITIES), "", mistakes)
    confidence = given(get, "min-confidence", entries.number("0", "1"), None, mistakes)
    related = _named(entry, "relations", "relation", known, mistakes)
    allowed = _placeholders(related, known) if of_relations else tuple(messages.PLACEHOLDERS)
    return Rule(
        id=entry.key.text,
        summary=entries.string(entry, "summary", mistakes),
        why=entries.string(entry, "why", mistakes),
        check=check,
        claims=_attributes(entry, told, mistakes),
        relations=related,
        severity=cast(Severity, severity or "error"),
        message=_message(entry, allowed, mistakes),
        fooled_by=entries.string(entry, "fooled-by", mistakes),
        hint=entries.string(entry, "hint", mistakes),
        min_confidence=COMPARED if confidence is None else float(confidence),
        per=() if of_relations else _per(entry, check, mistakes),
        options=_options(entry, check, of_relations, mistakes),
        bad=given(get, "bad", _corpora, (), mistakes),
        good=given(get, "good", _corpora, (), mistakes),
        path=entry.key.path,
        line=entry.key.line,
    )
