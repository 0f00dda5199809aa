"""Claims about one thing -> clashes of values that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Literal

from factlint.checks import clusters, pairs, times, values
from factlint.checks.pairs import Holds, Judgement, Qualifier, Terms
from factlint.model import Claim, Clash, Severity

#: A name with so many values, each so many times the one before, is a family of models.
FAMILY_SIZE = 3
FAMILY_STEP = Decimal("1.3")
#: Of two values one is wrong; so many are those of several things, or of a history.
MANY = 3


def is_family(claims: Sequence[Claim]) -> bool:
    """Whether one name carries three or more values more than 1.3x apart: a family of models."""
    numbers = sorted({abs(c.value.interval.number) for c in claims if c.value.interval})
    sizes = 0
    last: Decimal | None = None
    for number in numbers:
        if last is None or number > FAMILY_STEP * last:
            sizes += 1
            last = number
    return sizes >= FAMILY_SIZE


def _different(claims: Sequence[Claim]) -> int:
    """How many values that exclude each other stand in a group, counted up to `MANY`."""
    found: list[Claim] = []
    for claim in claims:
        if len(found) == MANY:
            break
        if all(values.disjoint(claim.value, known.value) for known in found):
            found.append(claim)
    return len(found)


def is_sought_after(claims: Sequence[Claim]) -> bool:
    """Whether so many different names stand for one thing that it is no single thing.

    Everybody buys bitcoin.
    """
    return _different([claim for claim in claims if claim.value.kind == "name"]) == MANY


def _series(claims: Sequence[Claim]) -> frozenset[str]:
    """The documents that tell so many different numbers of one thing that they tell its history."""
    homes: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.value.interval is not None and claim.qualifiers.status == "done":
            homes.setdefault(claim.place.path, []).append(claim)
    return frozenset(path for path, home in homes.items() if _different(home) == MANY)


def _judge(a: Claim, b: Claim, terms: Terms, series: frozenset[str]) -> Judgement | None:
    found = pairs.judge(a, b, terms)
    told_together = times.in_one_document(a, b) and a.place.path in series
    if found is None or not told_together or pairs.share(a, b, "round"):
        return found
    level = pairs.weakest(found.severity, "info" if terms.by_round else "warning")
    return Judgement(level, f"{found.because}; but the document tells a series of values")


def _instead(a: Claim, b: Claim, terms: Terms, qualifier: Qualifier) -> Judgement | None:
    """One distinctive figure under two rounds or bases: one of the two is not right."""
    if not pairs.differ(a, b, qualifier) or not values.is_distinctive(a.value):
        return None
    if values.signature(a.value) != values.signature(b.value):
        return None
    apart = times.gap(a, b)
    if pairs.is_firm(a) != pairs.is_firm(b) or (apart is not None and apart.days > pairs.NEAR):
        return None
    found = pairs.weigh(a, b, terms)
    if found is None:
        return None
    because = f"the same figure stands under two names of the {qualifier}"
    return Judgement(found.severity, f"{because}; {found.because}")


def check(
    claims: Sequence[Claim],
    *,
    holds: Holds = "one at a time",
    same_if_present: tuple[Qualifier, ...] = (),
    need: tuple[Qualifier, ...] = (),
    undated: Severity = "error",
    families: bool = False,
    compare: Literal["value", "round", "basis"] = "value",
) -> Iterator[Clash]:
    """Claims about one thing must be able to be true together.

    `same-if-present`: qualifiers that must be equal where both sides say them. `need`: one of
    these must be the same on both sides; a subject then holds one value for each of them.
    `undated`: the most that two documents are worth when one has no date. `families`: a name with
    three or more sizes is a family of models. `compare`: what must agree; a round or basis is
    compared where the figures are the same.
    """
    if (holds == "many" and not need) or (families and is_family(claims)):
        return
    if is_sought_after(claims):
        return
    if compare == "value":
        terms = Terms(holds, same_if_present, need, undated)
        yield from clusters.clashes(claims, partial(_judge, terms=terms, series=_series(claims)))
        return
    same = tuple(name for name in same_if_present if name != compare)
    terms = Terms(holds, same, need, undated, roles=_without(compare))
    yield from clusters.clashes(claims, partial(_instead, terms=terms, qualifier=compare))


def _without(qualifier: Qualifier) -> tuple[Qualifier, ...]:
    return tuple(name for name in pairs.ROLES if name != qualifier)
