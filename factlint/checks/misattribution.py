"""Claims about all subjects -> figures of one subject that were given to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import clusters, reasons, times, values
from factlint.checks.pairs import Holds, Qualifier, Terms
from factlint.model import Claim, Clash, Severity

#: A figure that so many subjects have is no figure of any one of them.
SHARED = 4

Subjects = dict[str, list[Claim]]


def _by_subject(claims: Sequence[Claim]) -> Subjects:
    found: Subjects = {}
    for claim in claims:
        found.setdefault(claim.key, []).append(claim)
    return found


def _own(borrowed: Claim, claims: Sequence[Claim], terms: Terms) -> Claim | None:
    """A value of the subject's own that the borrowed one contradicts beyond doubt."""
    for claim in claims[: clusters.MOST]:
        if not values.disjoint(claim.value, borrowed.value):
            continue
        judgement = reasons.weigh(borrowed, claim, terms)
        if judgement is not None and judgement.severity == "error":
            return claim
    return None


def _has_no_other(figure: Claim, claims: Sequence[Claim]) -> bool:
    return not any(values.disjoint(claim.value, figure.value) for claim in claims)


def _may_have_slipped(owner: Claim, borrower: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a figure can have slipped from one to the other: near in time, and no one thing.

    Where the borrower is told of together with the owner, they may be maker and product.
    """
    apart = times.gap(owner, borrower)
    if apart is not None and apart.days > times.NEAR:
        return False
    together = any(owner.subject in claim.sentence for claim in claims[: clusters.MOST])
    return not together and borrower.subject not in owner.sentence


def _clash(figures: Subjects, everything: Subjects, terms: Terms) -> Iterator[Clash]:
    """Of the subjects with one figure: those that have another one, against those that have not."""
    holders = [
        claims[0] for key, claims in figures.items() if _has_no_other(claims[0], everything[key])
    ]
    for key, claims in figures.items():
        borrowed, mine = claims[0], everything[key]
        own = _own(borrowed, mine, terms)
        owners = [
            one for one in holders if one.key != key and _may_have_slipped(one, borrowed, mine)
        ]
        if own is None or not owners:
            continue
        names = " and ".join(one.subject for one in owners)
        verb = "has" if len(owners) == 1 else "have"
        because = (
            f"{borrowed.value.text} is the figure of {names}, which {verb} no other; "
            f"{borrowed.subject} has {own.value.text} of its own"
        )
        yield Clash(
            (borrowed, *owners, own, *claims[1:]),
            because,
            "error",
            odd="this",
            odd_reason=f"the figure belongs to {names}",
        )


def check(
    claims: Sequence[Claim],
    *,
    holds: Holds = "one at a time",
    same_if_present: tuple[Qualifier, ...] = (),
    need: tuple[Qualifier, ...] = (),
    undated: Severity = "warning",
) -> Iterator[Clash]:
    """A distinctive figure of one subject must not be given to another that has its own.

    Options:
        same-if-present: as in agree.
        need: as in agree.
        undated: as in agree.

    Would fool it:
        Two companies that really have the same distinctive figure; a parent and its part under
        names that nothing joins.
    """
    if holds == "many" and not need:
        return
    terms = Terms(holds, same_if_present, need, undated)
    everything = _by_subject(claims)
    figures: dict[str, list[Claim]] = {}
    for claim in claims:
        if values.is_distinctive(claim.value) and claim.qualifiers.status != "denied":
            figures.setdefault(values.signature(claim.value), []).append(claim)
    for same in figures.values():
        subjects = _by_subject(same)
        if 2 <= len(subjects) < SHARED:
            yield from _clash(subjects, everything, terms)
