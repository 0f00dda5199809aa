"""Claims one by one -> values that no such thing can have: a share of 140 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factlint import intervals
from factlint.model import Claim, Clash


def _outside(claim: Claim, least: int | None, most: int | None) -> str:
    """Why a value cannot be; empty where it can."""
    if claim.value.interval is None or claim.qualifiers.status == "denied":
        return ""
    low, high = intervals.widened(claim.value.interval)
    if most is not None and low is not None and low > Decimal(most):
        return f"it cannot be more than {most}"
    if least is not None and high is not None and high < Decimal(least):
        return f"it cannot be less than {least}"
    return ""


def _ahead(claim: Claim) -> str:
    """Why a date cannot be: it was done after its document was written."""
    told, when = claim.document.dated, claim.value.days
    if told is None or when is None or claim.qualifiers.status != "done":
        return ""
    return f"the document is of {told.text}" if when.first > told.last else ""


def check(
    claims: Sequence[Claim],
    *,
    least: int | None = None,
    most: int | None = None,
    past: bool = False,
) -> Iterator[Clash]:
    """A value must lie within what its attribute allows.

    Options:
        least: the lowest possible value, in the plain unit (percent: 40, not 0.4).
        most: the highest possible value, in the same unit.
        past: a date that is told as done does not lie after the date of its document.

    Would fool it:
        A page with an old date that is kept up to date.
    """
    for claim in claims:
        because = _outside(claim, least, most) or (_ahead(claim) if past else "")
        if because:
            yield Clash((claim,), because, None, "this", because)
