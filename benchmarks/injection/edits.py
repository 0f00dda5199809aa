"""A site -> the text with an error in it: the table of the kinds of errors.

A kind is one entry of `KINDS`: the slot that it edits, how, when the result is an error against a
claim that agreed before, and what a claim must say for the edit to have been read. Kinds that need
no second claim (a sum that does not add up) have `alone`.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import NamedTuple

from benchmarks.injection import comparing, wordings, written
from benchmarks.injection.slots import Site
from factlint.model import Claim, Document

#: What one person is in one company at a time.
OFFICES = ("ceo",)


class Entity(NamedTuple):
    """A subject of the corpus: how it is named, its key, and the claims about it."""

    name: str
    key: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """What a corpus offers for edits: its entities by kind, and all names that it uses.

    `holds` says of each attribute how many values a subject has of it, `documents` are by path.
    """

    entities: Mapping[str, Sequence[Entity]] = field(default_factory=dict)
    names: Collection[str] = ()
    holds: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)


Make = Callable[[Site, Pool, Random], str | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of edit.

    `make` gives the new text of a site, or None where the edit cannot be made. `fair` says whether
    the site with that text contradicts a claim that agreed with it, or another one of the pool (for
    harmless kinds: still agrees). `reads` says whether a claim tells what the edited text says.
    """

    summary: str
    slot: str
    make: Make
    fair: Callable[[Site, str, Claim, Pool], bool]
    reads: Callable[[Claim, Site, str], bool]
    alone: bool = False


def _figure(make: Callable[[str, Random], str | None]) -> Make:
    return lambda site, pool, rng: make(site.text, rng)


# What is made


def _other_entity(site: Site, pool: Pool, rng: Random) -> str | None:
    """Another subject of the same kind: of those that have a value of their own, if any has."""
    claim = site.claim
    if claim is None:
        return None
    strangers = [
        one for one in pool.entities.get(claim.subject_kind, ())
        if one.key != claim.key and one.name not in claim.sentence
    ]  # fmt: skip
    rivals = [one for one in strangers if _has_its_own(one, claim)]
    return rng.choice(rivals or strangers).name if strangers else None


def _has_its_own(entity: Entity, claim: Claim) -> bool:
    return any(
        own.attribute == claim.attribute and not comparing.same(own.value, claim.value)
        for own in entity.claims
    )


def _other_round(site: Site, pool: Pool, rng: Random) -> str | None:
    """The series before or after: Series B -> Series C."""
    head, letter = site.text[:-1], site.text[-1:]
    if not head.lower().endswith(("series ", "series-")) or letter not in string.ascii_uppercase:
        return None
    near = [chr(ord(letter) + step) for step in (-1, 1) if "A" <= chr(ord(letter) + step) <= "H"]
    return head + rng.choice(near)


def _other_hedge(site: Site, pool: Pool, rng: Random) -> str | None:
    hedge = wordings.hedge_of(site.text)
    if hedge is None:
        return None
    other = rng.choice(wordings.HEDGES[hedge])
    cased = other.capitalize() if site.text[0].isupper() else other
    return cased + site.text[len(hedge) :]


def _other_status(site: Site, pool: Pool, rng: Random) -> str | None:
    deeds = wordings.DEEDS.get(site.claim.attribute, ()) if site.claim else ()
    others = wordings.opposite(deeds, site.text)
    return rng.choice(others) if others else None


def _other_title(site: Site, pool: Pool, rng: Random) -> str | None:
    makes = [written.another_number, written.another_magnitude]
    rng.shuffle(makes)
    return next((new for make in makes if (new := make(site.text, rng))), None)


def _misspelled(site: Site, pool: Pool, rng: Random) -> str | None:
    """One letter inside a name changed, or two of them transposed."""
    inner = [at for at in range(1, len(site.text) - 1) if site.text[at : at + 2].islower()]
    if len(site.text) < 5 or not inner:
        return None
    at = rng.choice(inner)
    old = site.text[at : at + 2]
    letter = rng.choice([one for one in string.ascii_lowercase if one != old[0]])
    swapped = rng.random() < 0.5 and old[0] != old[1]
    new = site.text[:at] + (old[::-1] if swapped else letter + old[1]) + site.text[at + 2 :]
    return None if new in pool.names else new


# When it is an error


def _excluded(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    value = comparing.reading(new)
    return value is not None and comparing.excludes(value, partner.value)


def _always(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    return True


def _given_away(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    """Whether a reader of all places can tell whose the value is.

    It is one that two hardly have, or the new subject has another one at that time. That two
    companies are in Paris, or have 9 million customers, is no contradiction.
    """
    claim = site.claim
    if claim is None:
        return False
    moved = replace(claim, document=pool.documents.get(site.path, claim.document))
    near = comparing.days_apart(moved, partner) <= comparing.NEAR
    if comparing.is_odd(claim.value) or (near and claim.attribute in OFFICES):
        return True
    return any(
        comparing.same_fact(replace(moved, key=one.key), own, pool.holds.get(own.attribute, ""))
        and comparing.differs(claim.value, own.value)
        for one in pool.entities.get(claim.subject_kind, ())
        if one.name == new
        for own in one.claims
    )


def _same_round(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    return site.claim is not None and partner.qualifiers.round == site.claim.qualifiers.round


def _no_progress(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    """Both told of one state, and what is now open is not told before it is done."""
    claim = site.claim
    if claim is None or is_done(claim) != is_done(partner):
        return False
    open_one, done = (claim, partner) if is_done(claim) else (partner, claim)
    return not comparing.is_older(open_one, done)


def is_done(claim: Claim) -> bool:
    """Whether a claim tells of something done."""
    return claim.qualifiers.status == "done"


# When it is read


def _new_value(claim: Claim, site: Site, new: str) -> bool:
    value = comparing.reading(new)
    return value is not None and comparing.says(claim.value, value)


def _new_subject(claim: Claim, site: Site, new: str) -> bool:
    return claim.subject_text == new


def _new_round(claim: Claim, site: Site, new: str) -> bool:
    return claim.qualifiers.round == new or claim.value.canonical == new


def _new_status(claim: Claim, site: Site, new: str) -> bool:
    return site.claim is not None and is_done(claim) != is_done(site.claim)


KINDS: Mapping[str, Kind] = {
    "number": Kind(
        "a digit or the value changed, by a factor between 1.2 and 3",
        "value", _figure(written.another_number), _excluded, _new_value,
    ),
    "magnitude": Kind(
        "million for billion, M for B, K for M",
        "value", _figure(written.another_magnitude), _excluded, _new_value,
    ),
    "unit": Kind(
        "another currency or unit: $ for €, MW for GW, B for M parameters",
        "value", _figure(written.another_unit), _excluded, _new_value,
    ),
    "entity": Kind(
        "the subject replaced by another one of its kind, where a reader can tell",
        "subject", _other_entity, _given_away, _new_subject,
    ),
    "round": Kind("Series B for Series C", "round", _other_round, _same_round, _new_round),
    "hedge": Kind(
        '"more than" for "less than"', "hedge", _other_hedge, _excluded, _new_value
    ),
    "status": Kind(
        '"raised" for "plans to raise", and the reverse',
        "verb", _other_status, _no_progress, _new_status,
    ),
    "title": Kind(
        "a figure of the title or description changed that the body repeats",
        "title", _other_title, _excluded, _new_value,
    ),
    "name": Kind(
        "a letter of a name changed that occurs several times",
        "name", _misspelled, _always, _new_subject,
    ),
}  # fmt: skip
