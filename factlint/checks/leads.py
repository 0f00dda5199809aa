"""Who leads and who follows in one deal -> documents that do not agree on the leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from factlint.checks import clusters, reasons, values
from factlint.model import Claim, Clash, Document

_PARTS = ("lead_investor", "investor")


@dataclass(frozen=True, slots=True)
class _Telling:
    """Those who lead and those who follow, as one document tells it."""

    leads: list[Claim] = field(default_factory=list)
    followers: list[Claim] = field(default_factory=list)


def _tellings(claims: Sequence[Claim]) -> Mapping[Document, _Telling]:
    """The tellings of one deal by document."""
    found: dict[Document, _Telling] = {}
    for claim in claims:
        if claim.attribute not in _PARTS or claim.qualifiers.status == "denied":
            continue
        telling = found.setdefault(claim.document, _Telling())
        (telling.leads if claim.attribute == "lead_investor" else telling.followers).append(claim)
    return found


def _is_among(lead: Claim, others: Sequence[Claim]) -> Claim | None:
    return next((one for one in others if not values.disjoint(lead.value, one.value)), None)


def _follows(a: _Telling, b: _Telling) -> Clash | None:
    """A lead here who merely follows there, where others lead."""
    for lead in a.leads:
        follower = _is_among(lead, b.followers)
        if follower is None or _is_among(lead, b.leads) or not b.leads:
            continue
        because = f"{lead.value.text} leads the round here and only takes part in it there"
        return Clash((lead, follower, *b.leads), because)
    return None


def _strangers(a: _Telling, b: _Telling) -> Clash | None:
    """Two statements of the leads without a common name."""
    if not a.leads or not b.leads or any(_is_among(lead, b.leads) for lead in a.leads):
        return None
    because = "the two name different leads of one round, and none in common"
    return Clash((a.leads[0], b.leads[0], *a.leads[1:], *b.leads[1:]), because)


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Of one deal, two documents name at least one lead in common, and no lead merely follows.

    Would fool it:
        Two closings of one round with leads of their own, told without saying so.
    """
    deals: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.deal:
            deals.setdefault(claim.deal, []).append(claim)
    for told in deals.values():
        tellings = list(_tellings(told).values())[: clusters.MOST]
        found = (
            clash
            for a, b in combinations(tellings, 2)
            if (clash := _follows(a, b) or _follows(b, a) or _strangers(a, b)) is not None
        )
        clash = next(found, None)
        if clash is not None:
            yield clash
    yield from _latest(deals)


def _latest(deals: Mapping[str, Sequence[Claim]]) -> Iterator[Clash]:
    """The leads of a round called the latest, against those of the round raised just before."""
    by_subject: dict[str, list[_Telling]] = {}
    for told in deals.values():
        for telling in _tellings(told).values():
            if telling.leads:
                by_subject.setdefault(telling.leads[0].key, []).append(telling)
    for tellings in by_subject.values():
        for a, b in combinations(tellings[: clusters.MOST], 2):
            one, other = a.leads[0], b.leads[0]
            named = one.qualifiers.round and other.qualifiers.round
            tied = not named and one.deal != other.deal and reasons.is_latest(one, other)
            if tied and (clash := _strangers(a, b)):
                because = "one is the latest round, and the other was raised just before"
                yield replace(clash, because=f"{because}; they have no lead in common")
