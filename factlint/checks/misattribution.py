"""Claims about all subjects -> figures of one subject that were given to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, product

from factlint import intervals
from factlint.checks import clusters, pairs, reasons, times, values
from factlint.checks.pairs import Holds, Qualifier, Terms
from factlint.model import SEVERITIES, Claim, Clash, Severity, Value

#: A figure that so many subjects have is no figure of any one of them.
SHARED = 4
#: Digits by which two figures hardly agree by chance; of rounds so large one digit fewer will do.
RARE_DIGITS = 3
LARGE = Decimal(10) ** 9
#: So many tellings of one value by one subject are looked at.
TELLINGS = 12

Subjects = dict[str, list[Claim]]


def _by_subject(claims: Sequence[Claim]) -> Subjects:
    found: Subjects = {}
    for claim in claims:
        found.setdefault(claim.key, []).append(claim)
    return found


def _own(
    borrowed: Claim, claims: Sequence[Claim], terms: Terms, least: Severity = "error"
) -> Claim | None:
    """A value of the subject's own that the borrowed one contradicts, `least` or more severely."""
    for claim in claims[: clusters.MOST]:
        if not values.disjoint(claim.value, borrowed.value):
            continue
        judgement = reasons.weigh(borrowed, claim, terms)
        if judgement and SEVERITIES.index(judgement.severity) <= SEVERITIES.index(least):
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


def _slipped(figures: Subjects, everything: Subjects, terms: Terms) -> Iterator[Clash]:
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


def _nearest(one: Sequence[Claim], other: Sequence[Claim]) -> tuple[Claim, Claim]:
    """The two tellings of one value, by two subjects, that lie nearest in time."""

    def apart(pair: tuple[Claim, Claim]) -> timedelta:
        gap = times.gap(*pair)
        return timedelta.max if gap is None else gap

    return min(product(one[:TELLINGS], other[:TELLINGS]), key=apart)


def _is_telling(value: Value) -> bool:
    """Whether a value can be known again: an odd figure, a name in full."""
    return values.is_distinctive(value) or (value.kind == "name" and " " in value.text.strip())


def _is_rare(a: Claim, b: Claim) -> bool:
    """Whether two subjects hardly have one figure by chance; a large one only in rounds alike."""
    interval = a.value.interval
    if interval is None:
        return False
    digits = intervals.significant_digits(interval)
    alike = times.gap(a, b) is not None and pairs.share(a, b, "round")
    large = alike and interval.number >= LARGE
    return digits >= RARE_DIGITS or (large and digits == RARE_DIGITS - 1)


def _is_shared(a: Claim, b: Claim, everything: Subjects, terms: Terms) -> bool:
    """Whether one value of two subjects can only be that of one of them."""
    if pairs.is_firm(a) != pairs.is_firm(b) or a.moved or b.moved:
        return False
    if any(pairs.differ(a, b, name) for name in (*terms.same_if_present, *terms.roles)):
        return False
    if any(pairs.said(a, name) != pairs.said(b, name) for name in pairs.STRICT):
        return False
    if a.subject in b.owners or b.subject in a.owners:
        return False
    slips = (_may_have_slipped(x, y, everything[y.key]) for x, y in ((a, b), (b, a)))
    return all(slips)


def _rivals(
    a: Claim, b: Claim, everything: Subjects, terms: Terms
) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Who borrowed from whom, and what is its own, where the other has nothing else."""
    for borrowed, owner in ((a, b), (b, a)):
        if _stands_alone(owner, everything[owner.key], terms):
            least: Severity = "warning" if _is_number(borrowed) else "info"
            if own := _own(borrowed, everything[borrowed.key], terms, least):
                yield borrowed, owner, own


def _is_number(claim: Claim) -> bool:
    return claim.value.interval is not None


def _stands_alone(figure: Claim, claims: Sequence[Claim], terms: Terms) -> bool:
    """Whether a subject has no other value of the same fact: an office to come is another one."""
    return not any(
        values.disjoint(claim.value, figure.value) and not reasons.set_apart(claim, figure, terms)
        for claim in claims[: clusters.MOST]
    )


def _told_of_two(figures: Subjects, everything: Subjects, terms: Terms) -> Iterator[Clash]:
    """Two subjects with one rare value, or with one that is not what one of them has elsewhere."""
    for one, other in combinations(figures.values(), 2):
        a, b = _nearest(one, other)
        if not _is_shared(a, b, everything, terms):
            continue
        found = list(_rivals(a, b, everything, terms))
        if len(found) == 1 and (_is_rare(a, b) or times.gap(a, b) is not None):
            borrowed, owner, own = found[0]
            because = (
                f"{borrowed.subject} has {own.value.text} of its own, {owner.subject} no other"
            )
            reason = f"it belongs to {owner.subject}"
            yield Clash((borrowed, owner, own), because, "warning", "this", reason)
        elif _is_rare(a, b):
            because = "two hardly have so odd a figure at one time"
            yield Clash((a, b), because, "warning")


def check(
    claims: Sequence[Claim],
    *,
    holds: Holds = "one at a time",
    same_if_present: tuple[Qualifier, ...] = (),
    need: tuple[Qualifier, ...] = (),
    undated: Severity = "warning",
) -> Iterator[Clash]:
    """A distinctive figure of one subject must not be given to another.

    An error if the other has a figure of its own at the same time; a warning if that may be of
    another time, or if the figure is so odd that two hardly have it within two months. A name in
    full may be given to another, too. A value of another time is none of a subject's own.

    Options:
        same-if-present: as in agree.
        need: as in agree.
        undated: as in agree.

    Would fool it:
        Two companies that really have the same distinctive figure; a parent and its part under
        names that nothing joins; somebody who heads two companies.
    """
    if holds == "many" and not need:
        return
    terms = Terms(holds, same_if_present, need, undated)
    everything = _by_subject(claims)
    figures: dict[str, list[Claim]] = {}
    for claim in claims:
        if _is_telling(claim.value) and claim.qualifiers.status != "denied":
            figures.setdefault(values.signature(claim.value), []).append(claim)
    for same in figures.values():
        subjects = _by_subject(same)
        if 2 <= len(subjects) < SHARED:
            slipped = list(_slipped(subjects, everything, terms))
            yield from slipped or _told_of_two(subjects, everything, terms)
