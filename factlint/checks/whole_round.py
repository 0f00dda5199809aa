"""Investments and rounds -> one investor credited with the size of the whole round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factlint.checks import clusters, reasons, times, values
from factlint.model import Claim, Clash

_BACKERS = frozenset(("investor", "lead_investor"))

Index = Mapping[str, Sequence[Claim]]


def _index(claims: Sequence[Claim], attributes: frozenset[str]) -> Index:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute in attributes and claim.qualifiers.status != "denied":
            found.setdefault(claim.key, []).append(claim)
    return found


def _others(amount: Claim, investor: Claim, backers: Sequence[Claim]) -> list[Claim]:
    """Who shows that others gave money to a round, too: them, or the investor as its leader."""
    return [
        one
        for one in backers
        if one.deal == amount.deal
        and (one.attribute == "lead_investor" or not _is_same(one, investor))
    ]


def _is_same(backer: Claim, investor: Claim) -> bool:
    name = backer.value.canonical or backer.value.text
    house = (investor.subject, *investor.owners)
    return any(values.same_name(name, one) for one in house) or any(
        values.same_name(owner, investor.subject) for owner in backer.value.within
    )


def _is_of(investment: Claim, amount: Claim) -> bool:
    """Whether an investment has the sum of a round and is told near it, in other words."""
    if values.signature(investment.value) != values.signature(amount.value):
        return False
    apart = times.gap(investment, amount)
    told_apart = not times.in_one_document(investment, amount) or (
        investment.sentence != amount.sentence
    )
    return told_apart and (apart is None or apart.days <= reasons.SETTLED)


def _part(backer: Claim) -> str:
    if backer.attribute == "lead_investor":
        return f"which {backer.value.text} led"
    return f"in which {backer.value.text} took part"


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """What one investor puts in is not the size of a round that has others in it.

    Would fool it:
        An investor who pays the whole round while others come in for nothing that is told.
    """
    amounts = _index(claims, frozenset(("funding_amount",)))
    backers = _index(claims, _BACKERS)
    for investment in claims:
        if investment.attribute != "investment" or not investment.counterparty_key:
            continue
        if investment.qualifiers.status != "done":
            continue
        target = investment.counterparty_key
        for amount in amounts.get(target, ())[: clusters.MOST]:
            others = _others(amount, investment, backers.get(target, ())[: clusters.MOST])
            if not others or not _is_of(investment, amount):
                continue
            because = f"{amount.value.text} is the whole round, {_part(others[0])}"
            yield Clash((investment, amount, others[0]), because, None, "this", "a part, not all")
            break
