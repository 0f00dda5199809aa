"""Superlatives of all subjects -> one rank that two of them hold at one time.

And records of money raised, against the rounds of others.
"""

from __future__ import annotations

import re
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
#: Words of a record that nothing narrows to a place or a year.
_OF_ALL = frozenset(("ever", "history", "record", "yet", "world", "worldwide"))
_LARGEST = frozenset(("largest", "richest"))
_LARGEST_TEXT = re.compile(r"best-(?:funded|capitali[sz]ed)", re.IGNORECASE)
#: "In Europe it is the largest seed ever": a place that stands beside the rank.
_PLACED = re.compile(r"\b[Ii]n (?:the )?[A-Z]")
#: Words that do not narrow a record of tech startups.
_NARROW = frozenset(
    ("largest", "richest", "best", "funded", "capitalized", "capitalised", "round", "stage", "deal",
     "startup", "company", "ai", "venture", "vc", "world", "single", "private")
)  # fmt: skip
#: A rank needs a thing that is ranked beside the word that ranks.
_FEWEST_WORDS = 2


def rank(text: str) -> frozenset[str] | None:
    """ "Europe's biggest AI raise" -> {largest, europe, ai, round}; None for one's own history."""
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
    named = values.same_name(a.subject, b.subject) or a.subject in b.owners or b.subject in a.owners
    return named or a.subject in b.sentence or b.subject in a.sentence


def _record(claim: Claim) -> str | None:
    """The round that a superlative calls the largest of all: "the largest seed round ever"."""
    words = rank(claim.value.text)
    own = claim.qualifiers.round
    if words is None or own is None or claim.qualifiers.status != "done" or claim.moved:
        return None
    if _PLACED.search(claim.sentence):
        return None
    name = set(values.words(own)) - _EMPTY
    of_all = bool(_OF_ALL & set(values.words(claim.value.text)))
    sized = bool(words & _LARGEST or _LARGEST_TEXT.search(claim.value.text))
    return own if of_all and sized and name <= words and not words - name - _NARROW else None


def _broken(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Records of rounds that the rounds of others, told as earlier, already exceed."""
    amounts: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.attribute == "funding_amount" and claim.qualifiers.status == "done":
            amounts.setdefault(claim.qualifiers.round or "", []).append(claim)
    for held in claims:
        name = _record(held) if held.value.kind == "text" else None
        if not name:
            continue
        told = amounts.get(name, ())
        own = [one for one in told if one.key == held.key]
        for other in told[: clusters.MOST]:
            if other.key == held.key or other.sentence == held.sentence or not own:
                continue
            if not _exceeds(other, own, held):
                continue
            because = f"{other.subject} raised {other.value.text} in its {name}, which is more"
            yield Clash((held, other, own[0]), because, "warning", "this", because)
            break


def _exceeds(other: Claim, own: Sequence[Claim], held: Claim) -> bool:
    """Whether a round of another is larger, and was told before the record or with it."""
    when, then = times.when(other), times.when(held)
    if when and then and when.first > then.last:
        return False
    return all(
        values.disjoint(other.value, one.value) and values.above(other.value, one.value)
        for one in own
    )


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """Only one can hold a rank at one time; what is ranked must be told in the same words.

    A round that is called the largest of its name ever must not be smaller than that of another.

    Would fool it:
        Ranks of different lists or years that leave out which; a claim to a rank, told as a
        fact.
    """
    yield from _broken(claims)
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
