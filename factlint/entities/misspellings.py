"""Extracts and the gazetteer -> claims of how names are written, where one looks misspelled."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from factlint.entities import inventory, lookalikes, suggestions
from factlint.entities.inventory import Listed, Spelling
from factlint.entities.lookalikes import Pair
from factlint.entities.suggestions import MISSPELLING, Suggestion
from factlint.model import Claim, Extract, Gazetteer, Qualifiers, Value

#: The attribute of such claims; no text is read for it.
ATTRIBUTE = "spelling"


def take(
    extracts: Sequence[Extract],
    gazetteer: Gazetteer,
    plain: Collection[str],
    claims: Sequence[Claim] = (),
) -> tuple[Claim, ...]:
    """For each probable misspelling the claim of the right spelling and that of the wrong one.

    The subject of both is the entity. The right spelling is that of the same document, if it has
    one. A name that was cut short is no misspelling. `plain` are words in lower case that are no
    names. Where `claims` tell the same of two names that are nearly one, they need not be frequent;
    the claims then have the sentences that do. If neither is better known, both may be wrong.
    """
    documents = {extract.document.path: extract for extract in extracts}
    listed = inventory.take(extracts, gazetteer)
    frequent = [
        found
        for found in suggestions.suggest(listed, plain)
        if found.kind == MISSPELLING and not found.told.text.startswith(found.found.text)
    ]
    told = {frozenset((found.entity.key, found.other.key)) for found in frequent}
    known = {one.key: one for one in listed}
    return (
        *(claim for found in frequent for claim in _claims(found, documents)),
        *(
            claim
            for pair in lookalikes.find(claims, plain)
            if frozenset((pair.one.key, pair.other.key)) not in told
            and not (_is_listed(pair.one, known) and _is_listed(pair.other, known))
            for claim in _told_alike(pair, known, documents)
        ),
    )


def _claims(found: Suggestion, documents: Mapping[str, Extract]) -> Iterator[Claim]:
    slip = (
        f"{found.found.text} stands {_times(found.other.count)}, "
        f"{found.told.text} {_times(found.entity.count)}"
    )
    home = documents[found.found.place.path]
    beside = (name.place for name in home.names if name.spelling == found.told.text)
    right = replace(found.told, place=next(beside, found.told.place))
    yield _claim(found.entity, right, (), documents)
    yield _claim(found.entity, found.found, (slip,), documents)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _told_alike(
    pair: Pair, known: Mapping[str, Listed], documents: Mapping[str, Extract]
) -> Iterator[Claim]:
    """The claims of two names of which one fact is told, the better known name first."""
    sides = [(pair.one, pair.name), (pair.other, pair.near)]
    ranks = [_rank(known.get(claim.key)) for claim, _ in sides]
    if ranks[0] < ranks[1]:
        sides.reverse()
    (right, name), _ = sides
    fact = f"{right.value.text} is told of both as {right.attribute.replace('_', ' ')}"
    for claim, text in sides:
        slips = (fact,) if ranks[0] == ranks[1] or claim is not right else ()
        names = (one for one in documents[claim.place.path].names if one.spelling == text)
        place = next((one.place for one in names), claim.quote_place)
        yield replace(
            claim,
            place=place,
            attribute=ATTRIBUTE,
            subject=name,
            value=Value("name", text, canonical=text),
            qualifiers=Qualifiers(),
            quote=text,
            quote_place=place,
            confidence=1.0,
            reasons=slips,
            definition=ATTRIBUTE,
            key=right.key,
        )


def _is_listed(claim: Claim, known: Mapping[str, Listed]) -> bool:
    """Whether a subject has a line in a file: two that have are two things."""
    listed = known.get(claim.key)
    return listed is not None and listed.entry is not None


def _rank(listed: Listed | None) -> tuple[bool, int]:
    """How well a name is known: from a file, from many places."""
    return (listed.entry is not None, listed.count) if listed else (False, 0)


def _claim(
    entity: Listed, spelling: Spelling, reasons: tuple[str, ...], documents: Mapping[str, Extract]
) -> Claim:
    return Claim(
        place=spelling.place,
        attribute=ATTRIBUTE,
        subject=entity.name,
        subject_text=spelling.text,
        subject_kind=entity.kind,
        value=Value("name", spelling.text, canonical=spelling.text),
        qualifiers=Qualifiers(),
        sentence="",
        quote=spelling.text,
        quote_place=spelling.place,
        confidence=1.0,
        reasons=reasons,
        definition=ATTRIBUTE,
        phrase=0,
        document=documents[spelling.place.path].document,
        key=entity.key,
        named=entity.name,
    )
