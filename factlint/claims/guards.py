"""A cue found in a sentence -> whether it means what it says there."""

from __future__ import annotations

from factlint.claims import words
from factlint.claims.clauses import skips
from factlint.claims.cues import Match
from factlint.claims.discourse import compatible
from factlint.claims.scene import Scene
from factlint.model import ClaimDefinition, EntityKind


def fits(scene: Scene, match: Match) -> bool:
    cue, definition = match.entry.cue, match.entry.definition
    left = {t.lower for t in scene.tokens[max(0, match.start - 12) : match.start]}
    clause = scene.clause(match.end - 1)
    right = {t.lower for t in scene.tokens[match.end : min(match.end + 4, clause.end)]}
    if left & set(cue.unless_before) or right & set(cue.unless_after):
        return False
    if match.subject == match.end - 1 and scene.owns(scene.head(match.subject)):
        return False  # "bought Foo's stake": Foo is not what was bought
    if match.counterparty is not None and scene.kind(scene.head(match.counterparty)) == "place":
        return False  # money put into a place is spent, not invested in a company
    if match.value is None:
        return True
    value = scene.value(match.value)
    if value.kind == "name" and not _may_be(scene.kind(match.value), definition):
        return False  # "Bitcoin-backed loans": a thing holds no other
    if match.entry.kinds == ("product",) and _is_generic(scene, match.value):
        return False
    if value.per is not None and definition.name != "price":
        return False
    unit = value.interval.unit if value.interval else ""
    bare = not unit and match.entry.pattern.literals > 0
    return not definition.units or unit in definition.units or bare


def _may_be(kind: EntityKind, definition: ClaimDefinition) -> bool:
    """Whether a name may be the value; without a word of the definition no product is."""
    return compatible(kind, definition.value_kinds or ("org", "person", "place"))


def _is_generic(scene: Scene, at: int) -> bool:
    """Whether a size is that of some model: "fine-tuned a 4B model" names no model.

    "Foo is a 4B model" and "Foo, a 4B model," do.
    """
    if at and scene.tokens[at - 1].lower in ("at", "the", "beyond", "past"):
        return True  # an operating point, or one model of a family
    if any(t.lower in ("models", "llms") for t in scene.tokens[at + 1 : at + 3]):
        return True
    before = [i for i in range(max(0, at - 3), at) if scene.tokens[i].lower in ("a", "an")]
    if not before:
        return False
    clause = scene.clause(at)
    if clause.kind == "app" and before[0] - clause.start <= 1:
        return False
    left = before[0] - 1
    while left >= 0 and skips(scene.tokens[left]):
        left -= 1
    kin = words.BE | {"as", "has", "with", "features", "offers", "supports", "boasts", "gets"}
    return left < 0 or scene.tokens[left].lower not in kin
