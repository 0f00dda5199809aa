"""Who, which wording, which value -> a claim in the making."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from factlint.claims.cues import Match
from factlint.claims.scene import Party, Scene
from factlint.intervals import Interval
from factlint.model import Qualifiers, Value


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: who, which cue, the tokens [token, end) and what they say.

    `beside` is what the row or heads of a cell say of it, `under` those heads for an editor.
    """

    match: Match
    party: Party
    token: int
    end: int
    value: Value
    beside: Qualifiers | None = None
    under: str = ""


def draft(scene: Scene, match: Match, party: Party, token: int) -> Draft:
    """The claim in the making about a party with the value at a token."""
    value = scene.value(token)
    if match.entry.definition.value == "percent":
        value = as_percent(value)
    return Draft(match, party, token, token + 1, value)


def as_percent(value: Value) -> Value:
    """A multiple as the change it means: "five times" is a growth of 400 %."""
    if value.interval is None or value.interval.unit != "times":
        return value
    low, high, step = value.interval.low, value.interval.high, value.interval.step

    def change(times: Decimal | None) -> Decimal | None:
        return None if times is None else (times - 1) * 100

    grown = Interval(change(low), change(high), "%", value.interval.bound, step * 100)
    return replace(value, kind="percent", interval=grown)
