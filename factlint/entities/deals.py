"""Claims of all documents -> the same claims, those of one funding with the name of one deal.

A telling is what one document says of one round of one company. Tellings of several documents are
one deal where they name the same round, or give the same sum within two months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factlint import intervals
from factlint.intervals import DateRange, Interval
from factlint.model import REPEATED_ROUNDS, Claim, Document

#: What tells of one round; the total of all rounds and its like do not.
FACTS = frozenset(("funding_amount", "valuation", "funding_round", "investor", "lead_investor"))
#: So many days apart, one sum and one company still mean one deal; one named round.
SAME_SUM, SAME_ROUND = 60, 400


@dataclass(slots=True)
class _Telling:
    """What one document says of one deal; `round` and `sum` are None where it does not."""

    claims: list[Claim]
    round: str | None
    sum: Interval | None
    when: DateRange | None


def join(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in order: facts of a funding with the name of their deal, prices with buyers."""
    buyers = _buyers(claims)
    facts: dict[str, dict[Document, list[Claim]]] = {}
    for claim in claims:
        if claim.attribute in FACTS and claim.key:
            facts.setdefault(claim.key, {}).setdefault(claim.document, []).append(claim)
    deals: dict[int, str] = {}
    for key, homes in facts.items():
        in_order = sorted(homes, key=lambda document: document.path)
        tellings = [one for document in in_order for one in _tellings(homes[document])]
        deals.update(_named(key, tellings))
    return tuple(_completed(claim, deals.get(id(claim), ""), buyers) for claim in claims)


def _completed(claim: Claim, deal: str, buyers: Mapping[tuple[str, str, str], str]) -> Claim:
    if deal:
        claim = replace(claim, deal=deal)
    if claim.attribute != "acquisition_price" or claim.qualifiers.counterparty:
        return claim
    buyer = buyers.get((claim.key, claim.place.path, claim.sentence))
    if not buyer:
        return claim
    return replace(claim, qualifiers=replace(claim.qualifiers, counterparty=buyer))


def _buyers(claims: Iterable[Claim]) -> Mapping[tuple[str, str, str], str]:
    """Who buys a company by what one sentence says; none where it names two."""
    found: dict[tuple[str, str, str], set[str]] = {}
    for claim in claims:
        if claim.attribute == "acquirer":
            home = claim.key, claim.place.path, claim.sentence
            found.setdefault(home, set()).add(claim.value.canonical or claim.value.text)
    return {home: names.pop() for home, names in found.items() if len(names) == 1}


def _tellings(claims: Sequence[Claim]) -> list[_Telling]:
    """The deals that one document tells of, by round; claims without one join the deal at hand."""
    found: dict[str, _Telling] = {}
    nameless: list[_Telling] = []
    for sentence in _sentences(claims):
        names = dict.fromkeys(_round(claim) for claim in sentence)
        named = [name for name in names if name is not None]
        for claim in sentence:
            own = _round(claim) or (named[0] if len(named) == 1 else None)
            if own is None:
                continue
            found.setdefault(own, _Telling([], own, None, None)).claims.append(claim)
        rest = [] if len(named) == 1 else [claim for claim in sentence if not _round(claim)]
        if rest:
            nameless.append(_Telling(rest, None, None, None))
    tellings = list(found.values())
    for one in (*tellings, *nameless):
        one.sum, one.when = _sum(one.claims), _when(one.claims)
    for one in nameless:
        home = _home(one, tellings)
        if home is None:
            tellings.append(one)
            continue
        home.claims += one.claims
        home.sum = home.sum or one.sum
    return tellings


def _home(one: _Telling, tellings: Sequence[_Telling]) -> _Telling | None:
    """The telling that claims without a round belong to: the only one, or that with their sum."""
    if one.sum is not None:
        alike = [other for other in tellings if other.sum and _same(one.sum, other.sum)]
        open_ones = [other for other in tellings if other.sum is None]
        return alike[0] if alike else open_ones[0] if len(tellings) == len(open_ones) == 1 else None
    told = [other for other in tellings if other.sum is not None] or tellings
    return told[0] if len(told) == 1 else None


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    yield from found.values()


def _round(claim: Claim) -> str | None:
    name = claim.qualifiers.round
    return name if name and name.casefold() not in REPEATED_ROUNDS else None


def _sum(claims: Iterable[Claim]) -> Interval | None:
    return next((one.value.interval for one in claims if one.attribute == "funding_amount"), None)


def _when(claims: Iterable[Claim]) -> DateRange | None:
    dates = [claim.qualifiers.as_of or claim.document.dated for claim in claims]
    return next((date for date in dates if date), None)


def _same(a: Interval, b: Interval) -> bool:
    return a.unit == b.unit and intervals.agree(a, b)


def _near(a: _Telling, b: _Telling, days: int) -> bool:
    if a.when is None or b.when is None:
        return True
    return max((b.when.first - a.when.last).days, (a.when.first - b.when.last).days) <= days


def _named(key: str, tellings: Sequence[_Telling]) -> Iterator[tuple[int, str]]:
    leader = list(range(len(tellings)))

    def find(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for a, b in _alike(tellings):
        first, second = sorted((find(a), find(b)))
        if first != second and _compatible(tellings, first, second):
            leader[second] = first
    for at, one in enumerate(tellings):
        for claim in one.claims:
            yield id(claim), f"{key}#{find(at)}"


def _compatible(tellings: Sequence[_Telling], first: int, second: int) -> bool:
    """Whether two groups of tellings do not name two rounds; the first keeps what it learns."""
    a, b = tellings[first], tellings[second]
    if a.round and b.round and a.round != b.round:
        return False
    a.round = a.round or b.round
    return True


def _alike(tellings: Sequence[_Telling]) -> Iterator[tuple[int, int]]:
    """Neighbours by round and date, then neighbours by sum: never all pairs."""
    by_round: dict[str, list[int]] = {}
    for at, one in enumerate(tellings):
        if one.round:
            by_round.setdefault(one.round, []).append(at)
    for same in by_round.values():
        yield from _neighbours(
            tellings, sorted(same, key=lambda at: _day(tellings[at])), SAME_ROUND
        )
    sums = [at for at, one in enumerate(tellings) if one.sum is not None]
    order = sorted(sums, key=lambda at: (_amount(tellings[at]), _day(tellings[at]), at))
    for a, b in pairwise(order):
        first, second = tellings[a].sum, tellings[b].sum
        if first and second and _same(first, second) and _near(tellings[a], tellings[b], SAME_SUM):
            yield a, b


def _neighbours(
    tellings: Sequence[_Telling], order: Sequence[int], days: int
) -> Iterator[tuple[int, int]]:
    for a, b in pairwise(order):
        if _near(tellings[a], tellings[b], days):
            yield a, b


def _day(telling: _Telling) -> int:
    return telling.when.first.toordinal() if telling.when else 0


def _amount(telling: _Telling) -> tuple[str, object]:
    return (telling.sum.unit, telling.sum.number) if telling.sum else ("", 0)
