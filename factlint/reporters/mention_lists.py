"""Mentions with their places -> a list of them: one line of text or one JSON object each."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.model import Mention, Place, Value
from factlint.reporters import excerpt, objects

Placed = tuple[Place, Mention]


def jsonl(mentions: Sequence[Placed]) -> str:
    """One JSON object a line."""
    return "".join(objects.dumps(objects.mention(*placed)) + "\n" for placed in mentions)


def text(mentions: Sequence[Placed]) -> str:
    """One line a mention: place, kind, what is written, what it means."""
    return "".join(excerpt.visible(_line(*placed)) + "\n" for placed in mentions)


def _line(place: Place, mention: Mention) -> str:
    value = mention.value
    shown = f" = {meaning(value)}" if value.kind != "name" or value.canonical else ""
    return f"{place.path}:{place.line}:{place.column}: {value.kind} {value.text!r}{shown}"


def meaning(value: Value) -> str:
    """What a value stands for: "at_least 1000000000 USD", "10000000 to 20000000 USD", "2026-Q3"."""
    plain = objects.value(value)
    if value.interval is None:
        return str(plain["value"])
    ends = dict.fromkeys(str(end) for end in (plain["low"], plain["high"]) if end is not None)
    bound = "" if value.interval.bound in ("exact", "range") else f"{value.interval.bound} "
    per = f" per {value.per}" if value.per else ""
    return f"{bound}{' to '.join(ends)} {value.interval.unit}".rstrip() + per
