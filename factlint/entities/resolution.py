"""Extracts and the gazetteer -> all their claims, with canonical subjects, names and keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.entities import canon as canons
from factlint.entities.canon import Canon, Corpus, Scope, canon
from factlint.model import Claim, Extract, Gazetteer, Value


def resolve(extracts: Sequence[Extract], gazetteer: Gazetteer) -> tuple[Claim, ...]:
    """All claims of all extracts, in order, with canonical names and the key to group them by."""
    corpus = canons.corpus(extracts, gazetteer)
    return tuple(claim for extract in extracts for claim in _resolved(extract, corpus))


def _resolved(extract: Extract, corpus: Corpus) -> Iterator[Claim]:
    scope = canons.scope(extract, corpus)
    for claim in extract.claims:
        subject = canon(claim.subject, scope)
        kind = claim.subject_kind if subject.kind == "unknown" else subject.kind
        counterparty = claim.qualifiers.counterparty
        qualifiers = claim.qualifiers
        if counterparty:
            qualifiers = replace(qualifiers, counterparty=canon(counterparty, scope).name)
        yield replace(
            claim,
            subject=subject.name,
            key=subject.key,
            named=subject.named,
            subject_kind=kind,
            value=_valued(claim.value, scope),
            qualifiers=qualifiers,
            maker=_maker(subject, scope),
        )


def _valued(value: Value, scope: Scope) -> Value:
    if value.kind != "name":
        return value
    return replace(value, canonical=canon(value.canonical or value.text, scope).name)


def _maker(subject: Canon, scope: Scope) -> str:
    """The key of who makes or owns the subject; the two are never one."""
    maker = subject.entity.made_by if subject.entity else None
    return canon(maker, canons.everywhere(scope.corpus)).key if maker else ""
