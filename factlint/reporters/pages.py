"""Rule packs -> the pages of the manual: of each rule, attribute, relation and check.

A page is data; `manual` makes text of it, `reference` Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factlint.checks import CHECKS, RELATION_CHECKS, descriptions
from factlint.model import (
    ClaimDefinition,
    Cue,
    Example,
    Packs,
    RelationCue,
    RelationDefinition,
    Rule,
    SampleDocument,
)
from factlint.rules import options
from factlint.rules.options import Option

Kind = Literal["rule", "attribute", "relation", "check"]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs of free text under a label; the label may be empty."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; `about` is the kind of page that the words have, if they have."""

    label: str
    words: tuple[str, ...]
    about: Kind | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts that stand together; those without words are left out."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A list under a label; `code` says that the entries are no prose."""

    label: str
    entries: tuple[str, ...]
    about: Kind | None = None
    code: bool = False


@dataclass(frozen=True, slots=True)
class Corpus:
    """A test corpus of a rule: one text a document, with what is known of it in brackets."""

    label: str
    documents: tuple[str, ...]


Part = Prose | Facts | Entries | Corpus


@dataclass(frozen=True, slots=True)
class Page:
    """What the manual says of one thing."""

    name: str
    kind: Kind
    title: str
    summary: str
    parts: tuple[Part, ...]


def of(packs: Packs) -> Iterator[Page]:
    """All pages; a name may head several."""
    for rule in packs.rules:
        yield _page(rule.id, "rule", rule.summary, _rule(rule), rule.severity)
    for attribute in packs.definitions:
        parts = _attribute(attribute, packs)
        yield _page(attribute.name, "attribute", attribute.summary, parts)
    for relation in packs.relations:
        yield _page(relation.name, "relation", relation.summary, _relation(relation, packs))
    for table, over in ((CHECKS, "claims"), (RELATION_CHECKS, "relations")):
        for name, check in table.items():
            summary = descriptions.of(check).summary
            yield _page(name, "check", summary, _check(name, check, packs), f"over {over}")


def _page(
    name: str, kind: Kind, summary: str, parts: Iterable[Part | None], more: str = ""
) -> Page:
    title = f"{kind}, {more}" if more else kind
    return Page(name, kind, title, " ".join(summary.split()), tuple(filter(None, parts)))


def _rule(rule: Rule) -> Iterator[Part | None]:
    yield _prose("Why", rule.why)
    yield _prose("What would fool it", rule.fooled_by)
    given = {name: (value,) for name, value in options_of(rule).items()}
    yield Facts(
        (
            Fact("check", (rule.check,), "check"),
            Fact("claims", rule.claims, "attribute"),
            Fact("relations", rule.relations, "relation"),
            Fact("min-confidence", () if rule.relations else (str(rule.min_confidence),)),
            Fact("per", rule.per),
            *(Fact(name, value) for name, value in given.items()),
            _origin(rule.path, rule.line),
        )
    )
    yield from _corpora("A finding", rule.bad)
    yield from _corpora("No finding", rule.good)


def _attribute(definition: ClaimDefinition, packs: Packs) -> Iterator[Part | None]:
    other = definition.attribute if definition.attribute != definition.name else ""
    further = [one.name for one in packs.definitions if one.attribute == definition.attribute]
    users = [rule.id for rule in packs.rules if definition.name in rule.claims]
    yield Facts(
        (
            Fact("value", (" ".join((definition.value, *definition.units)),)),
            Fact("holds", (definition.holds,)),
            Fact("subject", definition.subject_kinds),
            Fact("qualifiers", tuple(definition.qualifiers)),
            Fact("nouns", definition.nouns),
            Fact("verbs", definition.verbs),
            Fact("columns", definition.columns),
            Fact("loose columns", definition.loose_columns),
            Fact("tells of", (other,), "attribute"),
            Fact("see also", tuple(n for n in further if n != definition.name), "attribute"),
            Fact("compared by", tuple(users), "rule"),
            _origin(definition.path, definition.line),
        )
    )
    yield _entries("Cues", (cue.written for cue in definition.cues), code=True)
    yield _entries("Word lists", _lists(definition.cues, packs), code=True)
    yield _entries("Says so", (_example(example) for example in definition.yes))
    yield _entries("Does not", (_text(example) for example in definition.no))


def _relation(definition: RelationDefinition, packs: Packs) -> Iterator[Part | None]:
    users = [rule.id for rule in packs.rules if definition.name in rule.relations]
    slots = (f"{name} ({kind})" for name, kind in definition.slots.items())
    yield Facts(
        (
            Fact("slots", tuple(slots)),
            Fact("of one sort", definition.same),
            Fact("read by", () if definition.cues else (definition.reader,)),
            Fact("words", definition.words),
            Fact("compared by", tuple(users), "rule"),
            _origin(definition.path, definition.line),
        )
    )
    yield _entries("Cues", (cue.written for cue in definition.cues), code=True)
    yield _entries("Word lists", _lists(definition.cues, packs), code=True)


def _check(name: str, check: Callable[..., object], packs: Packs) -> Iterator[Part | None]:
    of_relations = RELATION_CHECKS.get(name) is check
    told = descriptions.of(check)
    users = [
        one for one in packs.rules if one.check == name and bool(one.relations) == of_relations
    ]
    yield _prose("", "\n\n".join(told.details))
    yield _prose("What would fool it", told.fooled_by)
    known = options.of(name, of_relations=of_relations)
    yield _entries("Options", (_option(each, known[each]) for each in known))
    yield _entries("Rules", (rule.id for rule in users), about="rule")
    for rule in users[:1]:
        yield from _corpora(f"A finding, by {rule.id}", rule.bad[:1])
        yield from _corpora(f"No finding of {rule.id}", rule.good[:1])


#: "<raise> ..4 {V}" names a list.
_LISTED = re.compile(r"<(?P<name>[a-z-]+)>")


def _lists(cues: Sequence[Cue] | Sequence[RelationCue], packs: Packs) -> Iterator[str]:
    """The word lists that cues name, written out once."""
    named = (found["name"] for cue in cues for found in _LISTED.finditer(cue.written))
    for name in dict.fromkeys(named):
        if name in packs.lists:
            yield f"<{name}>: {', '.join(packs.lists[name])}"


def _option(name: str, option: Option) -> str:
    usual = shown(option.default) if option.default not in (None, ()) else ""
    return f"{name} ({option.called}{f'; usually {usual}' if usual else ''}): {option.says}"


def options_of(rule: Rule) -> Mapping[str, str]:
    """The options of a rule as its YAML names them."""
    return {key.replace("_", "-"): shown(value) for key, value in rule.options.items()}


def shown(value: object) -> str:
    """An option as it would stand in YAML."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _origin(path: str, line: int) -> Fact:
    return Fact("from", (f"{path}:{line}",) if path else ())


def _prose(label: str, text: str) -> Prose | None:
    paragraphs = tuple(" ".join(each.split()) for each in text.strip().split("\n\n"))
    return Prose(label, paragraphs) if text.strip() else None


def _entries(
    label: str, entries: Iterable[str], *, about: Kind | None = None, code: bool = False
) -> Entries | None:
    found = tuple(entries)
    return Entries(label, found, about, code) if found else None


def _corpora(label: str, corpora: Sequence[Sequence[SampleDocument]]) -> Iterator[Corpus]:
    for corpus in corpora:
        yield Corpus(label, tuple(map(_document, corpus)))


def _document(sample: SampleDocument) -> str:
    said = ", ".join(filter(None, (str(sample.date or ""), sample.title, sample.source)))
    text = " ".join(sample.text.split())
    return f"[{said}] {text}" if said else text


def _example(example: Example) -> str:
    expected = "; ".join(
        ", ".join(f"{key} {value}" for key, value in claim.items()) for claim in example.expect
    )
    return f"{_text(example)} ({expected})" if expected else _text(example)


def _text(example: Example) -> str:
    return " ".join(example.text.split())
