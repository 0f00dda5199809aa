"""What a key of a pack or of the settings is for, and what may stand there.

A shape is a fragment of JSON Schema (draft 7, which editors read) with a sentence for people.
YAML has no types here: "9" and 9 are both read as they are written.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

Shape = Mapping[str, object]

#: What YAML and JSON call a text that holds nothing but a number.
TEXT_OR_NUMBER = ["string", "number"]


def text(says: str = "", *, pattern: str = "") -> Shape:
    """Any text, or one of a pattern."""
    found: dict[str, object] = {"type": "string", "minLength": 1}
    if pattern:
        found["pattern"] = f"^{pattern}$"
    return told(says, found)


def word(says: str = "") -> Shape:
    """A text that may look like a number."""
    return told(says, {"type": TEXT_OR_NUMBER})


def whole(says: str = "", *, low: int, high: int) -> Shape:
    """A whole number from low to high."""
    return told(says, {"type": "integer", "minimum": low, "maximum": high})


def number(says: str = "", *, low: float, high: float) -> Shape:
    """A number from low to high."""
    return told(says, {"type": "number", "minimum": low, "maximum": high})


def answer(says: str = "") -> Shape:
    """True or false."""
    return told(says, {"type": "boolean"})


def choice(says: str, words: Collection[str]) -> Shape:
    """One of some words; packs may write `in-talks` for `in_talks`."""
    return told(says, {"enum": spellings(words)})


def spellings(words: Collection[str]) -> list[str]:
    """Words as packs may write them: with hyphens first, then as they are."""
    return list(dict.fromkeys([*(one.replace("_", "-") for one in words), *words]))


def many(says: str, item: Shape) -> Shape:
    """A list; one thing alone is a list of one, nothing an empty one."""
    return told(says, {"anyOf": [item, {"type": "array", "items": item}, {"type": "null"}]})


def listed(says: str, item: Shape) -> Shape:
    """A list, even of one."""
    return told(says, {"type": "array", "items": item})


def mapping(
    says: str,
    keys: Mapping[str, Shape],
    *,
    needs: Sequence[str] = (),
    other: Shape | None = None,
) -> Shape:
    """A mapping with these keys, and no others unless `other` says what stands there."""
    found: dict[str, object] = {"type": "object", "properties": dict(keys)}
    if needs:
        found["required"] = list(needs)
    found["additionalProperties"] = other if other is not None else False
    return told(says, found)


def either(says: str, *shapes: Shape) -> Shape:
    """One of several shapes."""
    return told(says, {"anyOf": list(shapes)})


def refer(name: str, says: str = "") -> Shape:
    """What stands under `definitions` of the same schema."""
    where = {"$ref": f"#/definitions/{name}"}
    return told(says, {"allOf": [where]}) if says else where


def told(says: str, shape: Shape) -> Shape:
    """A shape with its sentence."""
    return {"description": says, **shape} if says else shape
