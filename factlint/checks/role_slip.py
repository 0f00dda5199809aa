"""Claims about the money of one subject -> one figure told in two roles: raised, and worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factlint.checks import clusters, pairs, reasons, times, values
from factlint.model import Claim, Clash, Severity

#: What is raised and what a company is worth or sold for; within one of the two nothing slips.
ROLES = {
    "funding_amount": "raised",
    "total_funding": "raised",
    "valuation": "worth",
    "acquisition_price": "worth",
}


def _may_slip(a: Claim, b: Claim) -> bool:
    """Whether two claims tell one figure in two roles, near in time and not in one sentence."""
    if ROLES[a.attribute] == ROLES[b.attribute] or not values.is_distinctive(a.value):
        return False
    if "denied" in (a.qualifiers.status, b.qualifiers.status) or a.moved or b.moved:
        return False
    apart = times.gap(a, b)
    together = times.in_one_document(a, b) and a.sentence == b.sentence
    return not together and (apart is None or apart.days <= reasons.SETTLED)


def _other(a: Claim, claims: Sequence[Claim]) -> Claim | None:
    """A claim that gives the attribute of `a` another value."""
    for claim in claims:
        if claim.attribute == a.attribute and values.disjoint(claim.value, a.value):
            return claim
    return None


def _clash(a: Claim, b: Claim, claims: Sequence[Claim]) -> Clash | None:
    """The slip, the side with another value for its attribute first: that is the odd one."""
    rivals = [(one, other) for one in (a, b) if (other := _other(one, claims)) is not None]
    if not rivals:
        return None
    level: Severity = "error" if times.in_one_document(a, b) else "warning"
    odd_one, own = rivals[0]
    rest = b if odd_one is a else a
    because = (
        f"{a.value.text} is {_named(a)} in one place and {_named(b)} in the other, "
        f"and {_named(own)} is {own.value.text} elsewhere"
    )
    if len(rivals) == 1:
        reason = f"the {_named(odd_one)} is {own.value.text} in {own.place.path}:{own.place.line}"
        return Clash((odd_one, rest, own), because, level, "this", reason)
    return Clash((odd_one, rest, own), because, level)


def _named(claim: Claim) -> str:
    return claim.attribute.replace("_", " ")


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """One distinctive figure of a subject is not both what it raised and what it is worth.

    Only where the subject has another value for one of the two.

    Would fool it:
        A company that by chance is worth as much as it once raised.
    """
    figures: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute in ROLES and claim.value.interval is not None:
            figures.setdefault(values.signature(claim.value), []).append(claim)
    for same in figures.values():
        found = (
            clash
            for a, b in combinations(same[: clusters.MOST], 2)
            if _may_slip(a, b) and pairs.is_firm(a) == pairs.is_firm(b)
            if (clash := _clash(a, b, claims)) is not None
        )
        clash = next(found, None)
        if clash is not None:
            yield clash
