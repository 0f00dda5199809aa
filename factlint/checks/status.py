"""Claims about one thing -> clashes of what is done with what is still open, or denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Literal

from factlint.checks import clusters, crowds, pairs, times, values
from factlint.checks.pairs import Holds, Judgement, Qualifier, Terms
from factlint.model import Claim, Clash

Open = Literal["planned", "in_talks", "rumored", "forecast"]

_DENIABLE = ("done", "planned")
_WORDS = {
    "planned": "planned",
    "in_talks": "in talks",
    "rumored": "a rumor",
    "forecast": "a forecast",
}


def _denial(a: Claim, b: Claim) -> Judgement | None:
    """A denial contradicts what is done or planned at any date; rumors are what it denies."""
    statuses = {a.qualifiers.status, b.qualifiers.status} - {"denied"}
    if not statuses or not statuses <= set(_DENIABLE):
        return None
    return Judgement("warning", "one side denies what the other states")


def _long_after(later: Claim, earlier: Claim) -> bool:
    told, then = later.document.dated, earlier.document.dated
    return bool(told and then and (told.first - then.last).days > times.RECENT)


def _progress(a: Claim, b: Claim, still_open: tuple[Open, ...]) -> Judgement | None:
    done, coming = (a, b) if pairs.is_firm(a) else (b, a)
    if not pairs.is_firm(done) or coming.qualifiers.status not in still_open:
        return None
    if times.in_one_document(a, b) or a.moved or b.moved:
        return None
    state = _WORDS[coming.qualifiers.status]
    before = times.told_before(coming, done)
    if before:
        return Judgement("info", f"{state} first, done in the later document: an update")
    if before is False and _long_after(coming, done):
        return Judgement("info", f"{state} long after it was done: perhaps another one")
    when = "no dates tell which is later" if before is None else "and the first is not older"
    return Judgement("warning", f"{state} in one document, done in the other; {when}")


def _judge(a: Claim, b: Claim, terms: Terms, still_open: tuple[Open, ...]) -> Judgement | None:
    if not values.alike(a.value, b.value):
        return None
    if any(pairs.said(a, name) != pairs.said(b, name) for name in pairs.STRICT):
        return None
    if any(pairs.differ(a, b, name) for name in (*terms.same_if_present, *terms.roles)):
        return None
    if terms.need and not any(pairs.share(a, b, name) for name in terms.need):
        return None
    if "denied" in (a.qualifiers.status, b.qualifiers.status):
        return _denial(a, b)
    return _progress(a, b, still_open)


def check(
    claims: Sequence[Claim],
    *,
    holds: Holds = "one at a time",
    same_if_present: tuple[Qualifier, ...] = (),
    need: tuple[Qualifier, ...] = (),
    still_open: tuple[Open, ...] = ("planned", "in_talks", "rumored", "forecast"),
) -> Iterator[Clash]:
    """What is done in one document is not open in another of the same or an unknown date.

    A denial contradicts done and planned at any date.

    Options:
        same-if-present: as in agree.
        need: as in agree.
        still-open: the states that contradict done.

    Would fool it:
        Two deals of one size, one done and one planned; a document without a date that is an
        old one.
    """
    if len({claim.qualifiers.status for claim in claims}) < 2:
        return
    if holds == "once" and crowds.is_sought_after(claims):
        return
    terms = Terms(same_if_present=same_if_present, need=need)
    judge = partial(_judge, terms=terms, still_open=still_open)
    yield from clusters.clashes(claims, judge)
