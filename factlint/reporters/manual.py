"""A name of a rule, a check, an attribute or a relation -> its page; all rules -> their table."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factlint.checks import CHECKS, GIVEN, RELATION_CHECKS
from factlint.model import (
    ClaimDefinition,
    Example,
    Packs,
    RelationDefinition,
    Rule,
    SampleDocument,
)
from factlint.reporters import objects

WIDTH = 92


def pages(name: str, packs: Packs) -> tuple[str, ...]:
    """The pages of everything that bears the name; none if nothing does."""
    rules = [_rule(rule) for rule in packs.rules if rule.id == name]
    attributes = [_attribute(each, packs) for each in packs.definitions if each.name == name]
    relations = [_relation(each, packs) for each in packs.relations if each.name == name]
    checks = [_check(name, of[name], packs) for of in (CHECKS, RELATION_CHECKS) if name in of]
    found = (*rules, *attributes, *relations, *checks)
    return tuple("\n".join(page) + "\n" for page in found)


def names(packs: Packs) -> tuple[str, ...]:
    """Everything that has a page."""
    rules = (rule.id for rule in packs.rules)
    attributes = (each.name for each in packs.definitions)
    relations = (each.name for each in packs.relations)
    return (*rules, *attributes, *relations, *dict.fromkeys((*CHECKS, *RELATION_CHECKS)))


def _rule(rule: Rule) -> Iterator[str]:
    yield from _title(rule.id, f"rule, {rule.severity}", rule.summary)
    yield from _prose("Why", rule.why)
    yield from _prose("What would fool it", rule.fooled_by)
    yield from _facts(
        {
            "check": rule.check,
            "claims": ", ".join(rule.claims),
            "relations": ", ".join(rule.relations),
            "min-confidence": "" if rule.relations else str(rule.min_confidence),
            "per": ", ".join(rule.per),
            **_options_of(rule),
            "from": f"{rule.path}:{rule.line}" if rule.path else "",
        }
    )
    yield from _corpora("A finding", rule.bad)
    yield from _corpora("No finding", rule.good)


def _attribute(definition: ClaimDefinition, packs: Packs) -> Iterator[str]:
    kinds = ", ".join(definition.subject_kinds)
    yield from _title(definition.name, "attribute", definition.summary)
    yield from _facts(
        {
            "value": " ".join((definition.value, *definition.units)),
            "holds": definition.holds,
            "subject": kinds,
            "qualifiers": ", ".join(definition.qualifiers),
            "nouns": ", ".join(definition.nouns),
            "verbs": ", ".join(definition.verbs),
            "columns": ", ".join(definition.columns),
            "loose columns": ", ".join(definition.loose_columns),
            "tells of": definition.attribute if definition.attribute != definition.name else "",
            "see also": ", ".join(_further(definition, packs)),
            "compared by": ", ".join(_users(definition.name, packs.rules)),
            "from": f"{definition.path}:{definition.line}" if definition.path else "",
        }
    )
    yield from _bullets("Cues", (cue.match for cue in definition.cues))
    yield from _bullets("Says so", (_example(example) for example in definition.yes))
    yield from _bullets("Does not", (example.text for example in definition.no))


def _relation(definition: RelationDefinition, packs: Packs) -> Iterator[str]:
    yield from _title(definition.name, "relation", definition.summary)
    users = [rule.id for rule in packs.rules if definition.name in rule.relations]
    yield from _facts(
        {
            "slots": ", ".join(f"{name} ({kind})" for name, kind in definition.slots.items()),
            "read by": "" if definition.cues else definition.reader,
            "words": ", ".join(definition.words),
            "compared by": ", ".join(users),
            "from": f"{definition.path}:{definition.line}" if definition.path else "",
        }
    )
    yield from _bullets("Cues", (cue.written for cue in definition.cues))


def _further(definition: ClaimDefinition, packs: Packs) -> Iterator[str]:
    """The other definitions of the same attribute."""
    for other in packs.definitions:
        if other.attribute == definition.attribute and other.name != definition.name:
            yield other.name


def _check(name: str, function: Callable[..., object], packs: Packs) -> Iterator[str]:
    of_relations = function in RELATION_CHECKS.values()
    head, _, rest = inspect.cleandoc(function.__doc__ or "").partition("\n")
    yield from _title(name, "check", head)
    yield from _prose("", rest)
    yield from _bullets("Options", _options(function))
    users = (rule for rule in packs.rules if rule.check == name)
    yield from _bullets(
        "Rules", (rule.id for rule in users if bool(rule.relations) is of_relations)
    )


def _options(function: Callable[..., object]) -> Iterator[str]:
    """The keyword-only arguments of a check are its options in YAML."""
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.name not in GIVEN:
            default = "" if parameter.default is parameter.empty else f" = {parameter.default}"
            yield f"{parameter.name.replace('_', '-')}: {parameter.annotation}{default}"


def _users(attribute: str, rules: Iterable[Rule]) -> Iterator[str]:
    return (rule.id for rule in rules if attribute in rule.claims)


def _title(name: str, what: str, summary: str) -> Iterator[str]:
    yield f"{name} ({what})"
    yield summary.strip()


def _prose(label: str, text: str) -> Iterator[str]:
    """Paragraphs of free text, filled."""
    if not text.strip():
        return
    yield ""
    paragraphs = text.strip().split("\n\n")
    first = f"{label}: {paragraphs[0]}" if label else paragraphs[0]
    yield "\n\n".join(_filled(each) for each in (first, *paragraphs[1:]))


def _filled(text: str, bullet: str = "", less: int = 0) -> str:
    """Text broken into lines, never inside a word."""
    return textwrap.fill(
        text,
        WIDTH - less,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _facts(rows: Mapping[str, str]) -> Iterator[str]:
    """Label and value, one row each; empty ones are left out."""
    present = {label: value for label, value in rows.items() if value}
    width = max(map(len, present), default=0)
    yield ""
    for label, value in present.items():
        yield f"  {label:<{width}}  {value}"


def _bullets(label: str, entries: Iterable[str]) -> Iterator[str]:
    found = tuple(entries)
    if not found:
        return
    yield f"\n{label}:"
    for entry in found:
        yield _filled(entry, "  - ")


def _corpora(label: str, corpora: Sequence[Sequence[SampleDocument]]) -> Iterator[str]:
    """The test corpora of a rule: one block each, one line a document."""
    for corpus in corpora:
        yield f"\n{label}:"
        for sample in corpus:
            said = ", ".join(filter(None, (str(sample.date or ""), sample.title, sample.source)))
            text = " ".join(sample.text.split())
            yield textwrap.indent(_filled(f"[{said}] {text}" if said else text, less=4), "  | ")


def _example(example: Example) -> str:
    expected = "; ".join(
        ", ".join(f"{key} {value}" for key, value in claim.items()) for claim in example.expect
    )
    return f"{example.text} ({expected})" if expected else example.text


def _options_of(rule: Rule) -> Mapping[str, str]:
    """The options of a rule as its YAML names them."""
    return {key.replace("_", "-"): _shown(value) for key, value in rule.options.items()}


def _shown(value: object) -> str:
    """An option as it would stand in YAML."""
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _table_text(rules: Sequence[Rule]) -> str:
    header = ("rule", "severity", "check", "over", "summary")
    rows = [header, *(_row(rule) for rule in rules)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
        + f"  {row[4]}".rstrip()
        + "\n"
        for row in rows
    )


def _row(rule: Rule) -> tuple[str, str, str, str, str]:
    shown = ", ".join(rule.claims or rule.relations)
    claims = shown if len(shown) <= 40 else f"{len(rule.claims)} attributes"
    return rule.id, rule.severity, rule.check, claims, " ".join(rule.summary.split())


def _table_json(rules: Sequence[Rule]) -> str:
    entries = [
        {
            "id": rule.id,
            "severity": rule.severity,
            "check": rule.check,
            "claims": list(rule.claims),
            "summary": " ".join(rule.summary.split()),
            "why": " ".join(rule.why.split()),
            "min_confidence": objects.number(rule.min_confidence),
            "options": _options_of(rule),
            "relations": list(rule.relations),
        }
        for rule in rules
    ]
    return objects.dumps({"version": objects.VERSION, "rules": entries}, indent=2) + "\n"


#: The table of all rules, by format.
RULE_TABLES: Mapping[str, Callable[[Sequence[Rule]], str]] = {
    "text": _table_text,
    "json": _table_json,
}
