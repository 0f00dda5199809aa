"""The title of a document against its body -> figures that the body does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import values
from factlint.model import Claim, Clash, Document


def _by_home(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    homes: dict[Document, list[Claim]] = {}
    for claim in claims:
        homes.setdefault(claim.document, []).append(claim)
    yield from homes.values()


def _rival(title: Claim, body: Sequence[Claim]) -> Claim | None:
    """What the body says instead: another value of the attribute, else of the same unit."""
    same = [
        claim
        for claim in body
        if values.comparable(claim.value, title.value) and claim.qualifiers.status != "denied"
    ]
    of_attribute = [claim for claim in same if claim.attribute == title.attribute]
    return next(iter(of_attribute or same), None)


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """A figure of the title or description stands in the body too, at its precision.

    Only where the body has figures of the same unit, and claims about the same subject.

    Would fool it:
        A title that adds up what the body tells one by one; a teaser about another article.
    """
    for home in _by_home(claims):
        body = [claim for claim in home if not claim.in_title]
        for title in home:
            if not title.in_title or title.echoed is not False:
                continue
            rival = _rival(title, body)
            if rival is None:
                continue
            because = f"no figure of the body agrees with {title.value.text}"
            yield Clash((title, rival), because, None, "this", "the title follows its body")
