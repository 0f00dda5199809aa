"""Claims -> the days they speak of, and how far apart two of them lie."""

from __future__ import annotations

from datetime import timedelta

from factlint import intervals
from factlint.intervals import DateRange
from factlint.model import Claim

#: A claim without a date of its own speaks of the days up to that of its document.
RECENT = 14
#: Two tellings of one event of unknown name lie at most so many days apart.
NEAR = 60


def stated(claim: Claim) -> DateRange | None:
    """The days that the text gives to a claim.

    A date that is its value is none of them, nor is the day of its document, which a row or record
    repeats: it says when the claim was told.
    """
    own = claim.qualifiers.as_of
    return None if claim.value.days or own == claim.document.dated else own


def when(claim: Claim) -> DateRange | None:
    """The days a claim speaks of; None where neither it nor its document says."""
    own = stated(claim)
    if own is not None:
        return own
    dated = claim.document.dated
    return intervals.days_before(dated, RECENT) if dated else None


def in_one_document(a: Claim, b: Claim) -> bool:
    """Whether two claims stand in one file; records of a file are documents of their own."""
    return a.place.path == b.place.path and a.document == b.document


def gap(a: Claim, b: Claim) -> timedelta | None:
    """The days between two claims; zero where they overlap, None where one is unknown."""
    first, second = when(a), when(b)
    if first is None or second is None:
        return None
    return max(second.first - first.last, first.first - second.last, timedelta(0))


def told_before(a: Claim, b: Claim) -> bool | None:
    """Whether the document of one is older than what the other speaks of; None: unknown."""
    told = a.document.dated
    if told is None:
        return None
    then = stated(b) or b.document.dated
    return told.last < then.first if then else None
