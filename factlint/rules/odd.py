"""The two sides of a clash -> which one looks odd, and why: the first step that decides.

No vote beyond a clear plurality: majority alone is wrong on up to 30 % of items.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from factlint.checks import values
from factlint.model import Claim, Clash

Side = Literal["this", "other", "undecided"]
Verdict = tuple[Side, str]

#: A plurality is so many documents of independent wording, and so many times the other side.
VOICES = 3
MARGIN = 2


def _sides(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The claims that agree with the first one, and the others."""
    first = claims[0].value
    this = [claim for claim in claims if not values.disjoint(first, claim.value)]
    return this, [claim for claim in claims if values.disjoint(first, claim.value)]


def _newest(this: Sequence[Claim], others: Sequence[Claim], holds: str) -> Verdict | None:
    """Of a value that changes the older telling is the odd one."""
    if holds != "one at a time":
        return None
    mine = [claim.document.dated for claim in this]
    theirs = [claim.document.dated for claim in others]
    if None in mine or None in theirs:
        return None
    last_mine = max(one.last for one in mine if one)
    last_theirs = max(one.last for one in theirs if one)
    if last_mine == last_theirs:
        return None
    reason = f"the other side is newer ({last_theirs.isoformat()})"
    if last_mine > last_theirs:
        return "other", f"this side is newer ({last_mine.isoformat()})"
    return "this", reason


def _headline(this: Sequence[Claim], others: Sequence[Claim], holds: str) -> Verdict | None:
    """Of a title and its body the title is the odd one."""
    mine, theirs = this[0], others[0]
    if mine.in_title == theirs.in_title or mine.place.path != theirs.place.path:
        return None
    return ("this" if mine.in_title else "other"), "the title follows its body"


def _plurality(this: Sequence[Claim], others: Sequence[Claim], holds: str) -> Verdict | None:
    mine = len({claim.place.path for claim in this})
    theirs = len({claim.place.path for claim in others})
    if mine >= VOICES and mine >= MARGIN * theirs:
        return "other", f"{mine} documents against {theirs}"
    if theirs >= VOICES and theirs >= MARGIN * mine:
        return "this", f"{theirs} documents against {mine}"
    return None


LADDER: tuple[Callable[[Sequence[Claim], Sequence[Claim], str], Verdict | None], ...] = (
    _newest,
    _plurality,
    _headline,
)


def decide(clash: Clash, holds: str) -> Verdict:
    """Which side of a clash is odd, seen from its first claim."""
    if clash.odd_reason:
        return clash.odd, clash.odd_reason
    this, others = _sides(clash.claims)
    found = (step(this, others, holds) for step in LADDER if others)
    return next((one for one in found if one), ("undecided", "neither side has more behind it"))
