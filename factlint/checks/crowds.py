"""Claims of one group -> whether they speak of one thing at all, or of several."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factlint.checks import values
from factlint.model import Claim

#: A name with so many values, each so many times the one before, is a family of models.
FAMILY_SIZE = 3
FAMILY_STEP = Decimal("1.3")
#: Of two values one is wrong; so many are those of several things, or of a history.
MANY = 3


def is_family(claims: Sequence[Claim]) -> bool:
    """Whether one name carries three or more values more than 1.3x apart: a family of models."""
    numbers = sorted({abs(c.value.interval.number) for c in claims if c.value.interval})
    sizes = 0
    last: Decimal | None = None
    for number in numbers:
        if last is None or number > FAMILY_STEP * last:
            sizes += 1
            last = number
    return sizes >= FAMILY_SIZE


def _different(claims: Sequence[Claim]) -> int:
    """How many values that exclude each other stand in a group, counted up to `MANY`."""
    found: list[Claim] = []
    for claim in claims:
        if len(found) == MANY:
            break
        if all(values.disjoint(claim.value, known.value) for known in found):
            found.append(claim)
    return len(found)


def is_sought_after(claims: Sequence[Claim]) -> bool:
    """Whether so many different names stand for one thing that it is no single thing.

    Everybody buys bitcoin.
    """
    return _different([claim for claim in claims if claim.value.kind == "name"]) == MANY


def is_saga(claims: Sequence[Claim]) -> bool:
    """Whether so many different sums stand for the one sale of a company that it was no single one.

    Bids, parts that were sold and later owners: a saga. Rounds have names of their own.
    """
    prices = [claim for claim in claims if claim.attribute == "acquisition_price"]
    return _different(prices) == MANY


def series(claims: Sequence[Claim]) -> frozenset[str]:
    """The documents that tell so many different numbers of one thing that they tell its history."""
    homes: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.value.interval is not None and claim.qualifiers.status == "done":
            homes.setdefault(claim.place.path, []).append(claim)
    return frozenset(path for path, home in homes.items() if _different(home) == MANY)
