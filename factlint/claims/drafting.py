"""Who, which wording, which value -> a claim in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factlint.claims import words
from factlint.claims.clauses import is_timely, skips
from factlint.claims.cues import Match
from factlint.claims.scene import Party, Scene
from factlint.claims.tokens import Token
from factlint.intervals import Interval
from factlint.model import Qualifiers, Value

#: The sign of a figure that has no wording of its own.
LENT = "read as its neighbours are"
#: What may follow a figure of which no more is told.
_ENDS = words.words(", . ; : ! ? ) — – - ( and or but while each respectively too")
_TIMING = words.words("in on at by for from until since during through as over within after before")


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


def is_bare(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing behind a figure says what it is: "$5M in 2021", not "$5M in debt"."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    if after.lower in _ENDS or is_timely(after) or skips(after):
        return True
    following = tokens[at + 2 : at + 6]
    if after.lower in words.ARTICLES and following and is_timely(following[0]):
        return True  # "$2M a year earlier"
    if after.lower not in _TIMING:
        return False
    return any(map(is_timely, following)) and all(
        is_timely(token) or token.mention is None for token in following[:2]
    )
