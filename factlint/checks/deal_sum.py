"""Claims of one deal -> parts that do not add up: pre-money valuation and round, post-money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint import intervals
from factlint.checks import clusters, spans, values
from factlint.intervals import Interval
from factlint.model import Claim, Clash, Severity


def _of(claims: Sequence[Claim], attribute: str, basis: str | None = None) -> Claim | None:
    """The one claim of an attribute; None where there is none, or they do not agree."""
    found = [
        claim
        for claim in claims
        if claim.attribute == attribute
        and claim.qualifiers.basis == basis
        and claim.value.interval is not None
        and claim.qualifiers.status != "denied"
    ][: clusters.MOST]
    if not found or any(values.disjoint(found[0].value, other.value) for other in found[1:]):
        return None
    return found[0]


def added(a: Interval, b: Interval) -> Interval:
    """The sum of two numbers, as sure as both: the coarser step, the looser bound."""
    bounds = {a.bound, b.bound} - {"exact"}
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    coarser = max((a, b), key=lambda one: one.step)
    step, pointed = coarser.step, coarser.pointed
    return Interval(low, high, a.unit, bounds.pop() if len(bounds) == 1 else "exact", step, pointed)


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """The valuation before the money and the round make the valuation after it.

    The three must be told of one deal; each is taken as it is rounded.

    Would fool it:
        A round of which part buys shares of earlier owners: that money does not add to the
        value.
    """
    deals: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.deal:
            deals.setdefault(claim.deal, []).append(claim)
    for told in deals.values():
        before = _of(told, "valuation", "pre-money")
        after = _of(told, "valuation", "post-money")
        amount = _of(told, "funding_amount")
        if before is None or after is None or amount is None:
            continue
        pre, post, new = before.value.interval, after.value.interval, amount.value.interval
        if pre is None or post is None or new is None or pre.unit != new.unit:
            continue
        total = added(pre, new)
        if not intervals.disjoint(total, post):
            continue
        homes = {claim.document for claim in (before, after, amount)}
        level: Severity = "error" if len(homes) == 1 else "warning"
        because = (
            f"{before.value.text} pre-money and {amount.value.text} raised make "
            f"{spans.amount(total.number, total.unit)}, not {after.value.text}"
        )
        yield Clash((after, before, amount), because, level)
