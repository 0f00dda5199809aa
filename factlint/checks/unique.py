"""Superlatives of all subjects -> one rank that two of them hold at one time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from factlint.checks import clusters, times, values
from factlint.model import Claim, Clash, Severity

#: Words for one thing, by the word that stands for them all.
_ALIKE = {
    "biggest": "largest",
    "costliest": "most expensive",
    "dearest": "most expensive",
    "raise": "round",
    "financing": "round",
    "funding": "round",
    "fundraise": "round",
    "purchase": "acquisition",
    "takeover": "acquisition",
    "buyout": "acquisition",
    "firm": "company",
    "start-up": "startup",
    "maker": "manufacturer",
    "european": "europe",
    "american": "us",
    "america": "us",
    "british": "uk",
    "indian": "india",
    "chinese": "china",
    "worldwide": "world",
    "globally": "world",
    "global": "world",
    "best-capitalised": "best-capitalized",
}
#: Words that do not tell one rank from another.
_EMPTY = frozenset(
    ("the", "a", "an", "in", "of", "on", "to", "by", "for", "and", "s", "is", "was", "be", "been",
     "become", "becomes", "became", "ever", "yet", "history", "record", "date", "far", "so", "all",
     "time", "any", "that", "has", "have", "had", "made", "raised", "won", "signed", "struck",
     "done", "paid", "built", "marks", "makes", "making", "it")
)  # fmt: skip
#: Whose rank is told within a history of its own, not against others.
_OWN = frozenset(("its", "their", "his", "her", "our", "my", "it", "they"))
#: A rank needs a thing that is ranked beside the word that ranks.
_FEWEST_WORDS = 2


def rank(text: str) -> frozenset[str] | None:
    """ "Europe's biggest AI raise" -> its words as {largest, europe, ai, round}; None: of its own."""
    words = values.words(text.replace("'s", " "))
    if _OWN & set(words):
        return None
    found = frozenset(_ALIKE.get(word, word) for word in words if word not in _EMPTY)
    return found if len(found) >= _FEWEST_WORDS else None


def _may_clash(a: Claim, b: Claim) -> bool:
    if a.key == b.key or a.moved or b.moved or a.sentence == b.sentence:
        return False
    if {a.qualifiers.status, b.qualifiers.status} != {"done"}:
        return False
    apart = times.gap(a, b)
    return apart is None or apart.days <= times.NEAR


def _is_one_house(a: Claim, b: Claim) -> bool:
    """Whether one is told of together with the other: maker and product, buyer and bought."""
    named = values.same_name(a.subject, b.subject)
    return named or a.subject in b.sentence or b.subject in a.sentence


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Only one can hold a rank at one time; what is ranked must be told in the same words."""
    ranks: dict[frozenset[str], list[Claim]] = {}
    for claim in claims:
        found = rank(claim.value.text) if claim.value.kind == "text" else None
        if found:
            ranks.setdefault(found, []).append(claim)
    for held in ranks.values():
        for a, b in combinations(held[: clusters.MOST], 2):
            if not _may_clash(a, b) or _is_one_house(a, b):
                continue
            together = times.in_one_document(a, b)
            known = together or times.gap(a, b) is not None
            level: Severity = "warning" if known else "info"
            because = "one rank has one holder at a time, and both are told of the same time"
            yield Clash((a, b), because if known else f"{because}, or of times unknown", level)
            break
