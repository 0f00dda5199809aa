"""Extracts and the gazetteer -> claims of how names are written, where one looks misspelled."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from factlint.entities import inventory, suggestions
from factlint.entities.inventory import Listed, Spelling
from factlint.entities.suggestions import MISSPELLING, Suggestion
from factlint.model import Claim, Extract, Gazetteer, Qualifiers, Value

#: The attribute of such claims; no text is read for it.
ATTRIBUTE = "spelling"


def take(
    extracts: Sequence[Extract], gazetteer: Gazetteer, plain: Collection[str]
) -> tuple[Claim, ...]:
    """For each probable misspelling the claim of the right spelling and that of the wrong one.

    The subject of both is the entity. The right spelling is that of the same document, if it has
    one. A name that was cut short is no misspelling. `plain` are words in lower case that are no
    names.
    """
    documents = {extract.document.path: extract for extract in extracts}
    listed = inventory.take(extracts, gazetteer)
    return tuple(
        claim
        for found in suggestions.suggest(listed, plain)
        if found.kind == MISSPELLING and not found.told.text.startswith(found.found.text)
        for claim in _claims(found, documents)
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
