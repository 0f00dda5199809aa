"""Claims about one thing -> clashes of values that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from factlint.checks import clusters, crowds, pairs, reasons, times, values
from factlint.checks.pairs import Holds, Judgement, Qualifier, Terms
from factlint.model import Claim, Clash, Severity


def _judge(a: Claim, b: Claim, terms: Terms, series: frozenset[str]) -> Judgement | None:
    found = reasons.judge(a, b, terms)
    told_together = times.in_one_document(a, b) and a.place.path in series
    if found is None or not told_together or pairs.share(a, b, "round"):
        return found
    level = pairs.weakest(found.severity, "info" if terms.by_round else "warning")
    return Judgement(level, f"{found.because}; but the document tells a series of values")


def _instead(a: Claim, b: Claim, terms: Terms, qualifier: Qualifier) -> Judgement | None:
    """One distinctive figure under two rounds or bases: one of the two is not right."""
    if not pairs.differ(a, b, qualifier):
        return None
    if values.signature(a.value) != values.signature(b.value):
        return None
    apart = times.gap(a, b)
    if apart is None and not values.is_distinctive(a.value):
        return None  # round sums are raised twice, but not within two months
    if pairs.is_firm(a) != pairs.is_firm(b) or (apart is not None and apart.days > times.NEAR):
        return None
    found = reasons.weigh(a, b, terms)
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

    Two values agree if some number fits both, as they are written: rounded, hedged, open at one
    end. Updates, other periods and other states are told apart first.

    Options:
        same-if-present: qualifiers that must be equal where both sides say them.
        need: one of these must be the same on both sides; a subject then holds one value for
            each.
        undated: the most that two documents are worth when one has no date.
        families: a name with three or more sizes is a family of models, and may have several
            values.
        compare: what must agree; a round or a basis is compared where the figures are the same.

    Would fool it:
        An earlier value that is told as if it were today's; two things of one name; a value
        whose narrowing (pre-money, a region, a tranche) is left out.
    """
    if (holds == "many" and not need) or (families and crowds.is_family(claims)):
        return
    if crowds.is_sought_after(claims) or (holds == "once" and crowds.is_saga(claims)):
        return
    if compare == "value":
        terms = Terms(holds, same_if_present, need, undated)
        yield from clusters.clashes(
            claims, partial(_judge, terms=terms, series=crowds.series(claims))
        )
        return
    same = tuple(name for name in same_if_present if name != compare)
    terms = Terms(holds, same, need, undated, roles=_without(compare))
    yield from clusters.clashes(claims, partial(_instead, terms=terms, qualifier=compare))


def _without(qualifier: Qualifier) -> tuple[Qualifier, ...]:
    return tuple(name for name in pairs.ROLES if name != qualifier)
