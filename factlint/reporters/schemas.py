"""Rule packs -> the JSON Schema of a rule pack, or of the settings, that knows their names.

Draft 7, because that is the newest one that the language servers of YAML and TOML all read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from factlint import config, shapes
from factlint.checks import CHECKS, RELATION_CHECKS
from factlint.config.levels import LEVELS
from factlint.model import Packs
from factlint.reporters import objects
from factlint.rules import definitions, options, relations, rule
from factlint.rules.packs import MIN_VERSION, VERSION
from factlint.shapes import Shape

DRAFT = "http://json-schema.org/draft-07/schema#"

_LISTS = shapes.mapping(
    "Words that cues name as <name>.", {}, other=shapes.many("", shapes.text("A word, or a few."))
)


def _pack(packs: Packs) -> str:
    root = shapes.mapping(
        "What to extract, and what to compare.",
        {
            "version": {"description": "The version of this format.", "enum": [1, VERSION]},
            MIN_VERSION: shapes.word("The oldest factlint that the pack is for."),
            "lists": _LISTS,
            "claims": _section(
                "Claim definitions, by attribute.", "claim", definitions.NAME.pattern
            ),
            "relations": _section("Relations between figures.", "tie", relations.NAME.pattern),
            "rules": _section("Rules, by id.", "rule", rule.NAME.pattern),
        },
        needs=("version",),
    )
    attributes = [one.name for one in packs.definitions]
    related = [one.name for one in packs.relations]
    parts = {
        "claim": _entry(definitions.KEYS, definitions.NEEDED),
        "tie": _entry(relations.KEYS, relations.NEEDED),
        "rule": _rule(),
        "attribute": _name(attributes, definitions.NAME.pattern),
        "relation": _name(related, relations.NAME.pattern),
    }
    return _text("A rule pack of factlint", root, parts)


def _settings(packs: Packs) -> str:
    levels = {one.id: shapes.choice(" ".join(one.summary.split()), LEVELS) for one in packs.rules}
    root = shapes.mapping("Settings of factlint.", config.SHAPES)
    known = {**config.SHAPES, "rules": {**config.SHAPES["rules"], "properties": levels}}
    return _text("The settings of factlint", {**root, "properties": known}, {})


def _text(title: str, root: Shape, parts: Mapping[str, Shape]) -> str:
    found = {"$schema": DRAFT, "title": title, **root}
    if parts:
        found["definitions"] = parts
    return objects.dumps(found, indent=2) + "\n"


def _section(says: str, part: str, pattern: str) -> Shape:
    section = shapes.mapping(says, {}, other=shapes.refer(part))
    return {**section, "propertyNames": {"pattern": f"^{pattern}$"}}


def _name(known: Collection[str], pattern: str) -> Shape:
    """A known name, or one that this pack defines."""
    return shapes.either("", {"enum": list(known)}, shapes.text(pattern=pattern))


def _entry(keys: Mapping[str, Shape], needed: Sequence[str]) -> Shape:
    """An entry has what it needs, or extends one that has."""
    needs = {"if": {"not": {"required": ["extends"]}}, "then": {"required": list(needed)}}
    return {**shapes.mapping("", keys), "allOf": [needs]}


def _rule() -> Shape:
    """A rule has the options of its check, and is over claims or over relations."""
    of_claims = {name: options.of(name) for name in CHECKS}
    of_relations = {name: options.of(name, of_relations=True) for name in RELATION_CHECKS}
    known = {
        name: option.shape
        for table in (of_relations, of_claims)
        for given in table.values()
        for name, option in given.items()
    }
    entry = _entry({**known, **rule.KEYS}, rule.NEEDED)
    allowed = {
        name: [*rule.KEYS, *of_claims.get(name, ()), *of_relations.get(name, ())]
        for name in {**of_claims, **of_relations}
    }
    by_check = [
        {
            "if": {"required": ["check"], "properties": {"check": {"const": name}}},
            "then": {"propertyNames": {"enum": names}},
        }
        for name, names in allowed.items()
    ]
    over = {"not": {"required": ["claims", "relations"]}}
    needs = entry["allOf"]
    return {**entry, "allOf": [*(needs if isinstance(needs, list) else ()), over, *by_check]}


#: What there is a schema of.
SCHEMAS: Mapping[str, Callable[[Packs], str]] = {"pack": _pack, "settings": _settings}
