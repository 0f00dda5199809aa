"""Extracts and the gazetteer -> all their claims, with canonical subjects, names and keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factlint.entities import canon as canons
from factlint.entities.canon import Canon, Scope, canon
from factlint.model import COMPARED, Claim, Extract, Gazetteer, Value

#: Deals of which a product is told as its maker is.
MONEY_GIVEN = frozenset(("funding", "investment"))
#: The key of the maker by the key of the product.
Makers = Mapping[str, str]
#: How far a place is followed upwards: district, city, state, country, continent.
DEEPEST = 5


def resolve(extracts: Sequence[Extract], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """All claims of all extracts, in order, with canonical names and the key to group them by."""
    corpus = canons.corpus(extracts, gazetteer)
    scopes = [canons.scope(extract, corpus) for extract in extracts]
    makers = _told_makers(extracts, scopes)
    return tuple(
        claim
        for extract, scope in zip(extracts, scopes, strict=True)
        for claim in _resolved(extract, scope, makers)
    )


def _told_makers(extracts: Sequence[Extract], scopes: Sequence[Scope]) -> Makers:
    """Who makes a product, where the documents say so, and all of them the same."""
    found: dict[str, set[str]] = {}
    for extract, scope in zip(extracts, scopes, strict=True):
        for claim in extract.claims:
            if claim.attribute == "developer" and claim.confidence >= COMPARED:
                made = canon(claim.subject, scope)
                maker = canon(claim.value.canonical or claim.value.text, scope)
                if made.key != maker.key and made.kind != "org":
                    found.setdefault(made.key, set()).add(maker.key)
    alone = {made: next(iter(names)) for made, names in found.items() if len(names) == 1}
    return {made: maker for made, maker in alone.items() if maker not in alone}


def _resolved(extract: Extract, scope: Scope, makers: Makers) -> Iterator[Claim]:
    for claim in extract.claims:
        subject = canon(claim.subject, scope)
        kind = claim.subject_kind if subject.kind == "unknown" else subject.kind
        counterparty = claim.qualifiers.counterparty
        qualifiers = claim.qualifiers
        other = canon(counterparty, scope) if counterparty else None
        if other is not None:
            qualifiers = replace(qualifiers, counterparty=other.name)
        yield replace(
            claim,
            subject=subject.name,
            key=_party(claim, subject, scope, makers),
            counterparty_key=_party(claim, other, scope, makers) if other else "",
            owners=tuple(_around(subject, scope)),
            named=subject.named,
            subject_kind=kind,
            value=_valued(claim.value, scope),
            qualifiers=qualifiers,
        )


def _party(claim: Claim, party: Canon, scope: Scope, makers: Makers) -> str:
    """The key of whom a claim is compared with: money raised is that of the maker of a product.

    "Cursor raised $9M" and "Anysphere, which makes Cursor, raised $9M" tell of one deal. The two
    stay two entities in all else.
    """
    if party.kind == "org" or claim.event_kind not in MONEY_GIVEN:
        return party.key
    told = makers.get(party.key, "")
    known = _maker(party, scope) if party.kind == "product" else ""
    return known or told or party.key


def _valued(value: Value, scope: Scope) -> Value:
    if value.kind != "name":
        return value
    named = canon(value.canonical or value.text, scope)
    return replace(value, canonical=named.name, within=tuple(_around(named, scope)))


def _around(named: Canon, scope: Scope) -> Iterator[str]:
    """What a place lies in, and whom a company belongs to, the nearest first."""
    entity = named.entity
    for _ in range(DEEPEST):
        above = (entity.within if entity.kind == "place" else entity.made_by) if entity else None
        if not above:
            return
        yield above
        entity = canon(above, canons.everywhere(scope.corpus)).entity


def _maker(subject: Canon, scope: Scope) -> str:
    """The key of who makes or owns the subject; the two are never one."""
    maker = subject.entity.made_by if subject.entity else None
    return canon(maker, canons.everywhere(scope.corpus)).key if maker else ""
