"""Two claims of one attribute -> how loudly they contradict each other, and why; or None.

First come the reasons to stay silent, then those that lower the voice: each is a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from factlint.checks import times, values
from factlint.checks.pairs import (
    STRICT,
    Judgement,
    Terms,
    differ,
    is_firm,
    is_one_deal,
    said,
    same_event,
    share,
)
from factlint.model import SEVERITIES, Claim, Severity, Value

#: Two sums so many times apart are hardly two tellings of one round of no name.
UNLIKE = (Decimal(3), Decimal(5))
#: After so many days an event may have grown: a round was extended, a price renegotiated.
SETTLED = 180

_APART = re.compile(
    r"""\b(?: total | totals | totaling | totalling | altogether | cumulative | combined | overall
      | another | additional | extra | further | second | extension | extended | tranche | follow-on
      | previous | previously | earlier | prior | last | since | so\ far | to\ date | in\ all )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # must: "raised another $5 million"; must not: "raised $5 million"
_LATEST = re.compile(
    r"""\b(?:latest|newest|most\ recent)\s
        (?:(?:funding|financing|fundraising|investment|equity|venture)\s)?
        (?:round|financing|funding|raise|fundraise|series)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # must: "raising $5 million in its latest round"; must not: "the latest model", "its last round"
_FALL = re.compile(
    r"""\b(?: down[ -]?round | discount | marked?[ -]?down | lower | fall | fell | fallen | drop
      | dropped | cut | slashed )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # must: "a down round at $2 billion"; must not: "at $2 billion"
_GOES_ON = re.compile(
    r"[ -]? (?: [%\w] \b | \d | (?: thousand | [mbt]r?illion )\b ) | [.,]\d | \w", re.VERBOSE
)  # must, after "$110": " million", "B", ".5"; must not: " from", ".", ")"


# Reasons to stay silent


def _denied(a: Claim, b: Claim, terms: Terms) -> bool:
    return "denied" in (a.qualifiers.status, b.qualifiers.status)


def _other_fact(a: Claim, b: Claim, terms: Terms) -> bool:
    active = [said(claim, "scope") == "active" for claim in (a, b)]
    return (
        any(said(a, name) != said(b, name) for name in STRICT)
        or active[0] != active[1]
        or any(differ(a, b, name) for name in (*terms.roles, *terms.same_if_present))
    )


def _nothing_shared(a: Claim, b: Claim, terms: Terms) -> bool:
    if not terms.need:
        return False
    return differ(a, b, "counterparty") or not any(share(a, b, name) for name in terms.need)


def _has_moved(a: Claim, b: Claim, terms: Terms) -> bool:
    """Whether a value was told as changing; the day of something, and a known round, do not."""
    known = terms.by_round and same_event(a, b, terms)
    return not known and any(claim.moved and claim.value.days is None for claim in (a, b))


def _moved_on(a: Claim, b: Claim, terms: Terms) -> bool:
    """In one document something written sets the two apart: a change, or another date."""
    if not times.in_one_document(a, b):
        return False
    dates = times.stated(a), times.stated(b)
    apart = times.gap(a, b)
    return _has_moved(a, b, terms) or (any(dates) and bool(apart))


def _next_step(a: Claim, b: Claim, terms: Terms) -> bool:
    """One is done, the other is to come: only a lower value than the present one is odd."""
    if is_firm(a) == is_firm(b):
        return False
    done, coming = (a, b) if is_firm(a) else (b, a)
    if terms.holds == "once" or coming.qualifiers.status == "forecast":
        return True
    fall = _FALL.search(coming.sentence) or _FALL.search(done.sentence)
    return bool(fall) or not values.above(done.value, coming.value)


def _other_round(a: Claim, b: Claim, terms: Terms) -> bool:
    """Neither side names a common round, and they are told too far apart to be one."""
    if not terms.by_round or same_event(a, b, terms):
        return False
    apart = times.gap(a, b)
    return apart is not None and apart.days > times.NEAR


SILENT: tuple[Callable[[Claim, Claim, Terms], bool], ...] = (
    _denied,
    _other_fact,
    _nothing_shared,
    _moved_on,
    _next_step,
    _other_round,
)


def set_apart(a: Claim, b: Claim, terms: Terms) -> bool:
    """Whether two claims speak of different facts, so that their values may differ."""
    return any(reason(a, b, terms) for reason in SILENT)


# Reasons to lower the voice


def _names(sentence: str, value: Value) -> bool:
    """Whether a value stands in a sentence as it is written, not as a piece of a longer one."""
    at = sentence.find(value.text) if value.text else -1
    return at >= 0 and not _GOES_ON.match(sentence, at + len(value.text))


def _one_sentence(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if not values.disjoint(a.value, b.value):
        return None
    same = times.in_one_document(a, b) and a.sentence == b.sentence
    if same or _names(a.sentence, b.value) or _names(b.sentence, a.value):
        return Judgement("info", "both values stand in one sentence, which may tell them apart")
    return None


def _unlike(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    """Two sums of a round without a name are told alike, or they are two rounds."""
    if not terms.by_round or same_event(a, b, terms):
        return None
    if times.gap(a, b) is not None and not times.in_one_document(a, b):
        return None
    apart = values.ratio(a.value, b.value)
    if apart <= UNLIKE[0]:
        return None
    level: Severity = "warning" if apart <= UNLIKE[1] else "info"
    return Judgement(level, "no common round is named, and the sums are far apart")


def _another_round(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if not terms.by_round:
        return None
    known = same_event(a, b, terms)
    if _APART.search(a.sentence) or _APART.search(b.sentence):
        level: Severity = "warning" if known else "info"
        return Judgement(level, "one of the sentences speaks of a total or of a further round")
    if known or times.in_one_document(a, b):
        return None
    if times.gap(a, b):
        return Judgement("info", "no common round is named, and they speak of different times")
    if times.gap(a, b) is None and bool(said(a, "round")) != bool(said(b, "round")):
        return Judgement("info", "only one side names the round, and the dates are unknown")
    return Judgement("warning", "no common round is named, so they may be two rounds")


def _told_as_past(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if _has_moved(a, b, terms):
        return Judgement("info", "one sentence tells of a change, so one value may be the old one")
    return None


def _update(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    apart = times.gap(a, b)
    if not apart:
        return None
    if terms.holds == "one at a time":
        return Judgement("info", "they speak of different times: an update")
    if apart.days > SETTLED:
        return Judgement("info", f"they are told {apart.days} days apart and may have changed")
    if terms.by_round and apart.days > times.NEAR:
        return Judgement("warning", f"they are told {apart.days} days apart and may have changed")
    return None


def _tentative(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    statuses = {a.qualifiers.status, b.qualifiers.status}
    if statuses in ({"done"}, {"planned"}):
        return None
    if not is_firm(a) and not is_firm(b):
        return Judgement("warning", "neither is certain yet")
    if times.in_one_document(a, b):
        return None
    done, coming = (a, b) if is_firm(a) else (b, a)
    if times.told_before(coming, done):
        return Judgement("info", "the later document has the later state: an update")
    return Judgement("warning", "one is done, the other is not yet")


def _unsaid(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    for name in (*terms.same_if_present, *terms.roles):
        known = name == "round" and is_one_deal(a, b)
        if bool(said(a, name)) != bool(said(b, name)) and not known:
            return Judgement("warning", f"only one side says the {name.replace('_', ' ')}")
    return None


def _other_purpose(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if terms.need and differ(a, b, "purpose"):
        return Judgement("info", "they name different purposes")
    return None


def _two_sources(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if a.attribution and b.attribution and not values.same_name(a.attribution, b.attribution):
        return Judgement("warning", "each is attributed to another source")
    return None


def _undated(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if times.gap(a, b) is not None:
        return None
    if not times.in_one_document(a, b):
        return Judgement(terms.undated, "a date is missing, so they may speak of different times")
    if times.stated(a) or times.stated(b):
        return Judgement("warning", "only one side says when")
    return None


LOWER: tuple[Callable[[Claim, Claim, Terms], Judgement | None], ...] = (
    _one_sentence,
    _another_round,
    _unlike,
    _told_as_past,
    _update,
    _tentative,
    _other_purpose,
    _unsaid,
    _two_sources,
    _undated,
)


def is_latest(a: Claim, b: Claim) -> bool:
    """Whether one tells of the latest round, and the other of one that was raised just before."""
    apart = times.gap(a, b)
    if apart is None or apart.days > times.NEAR or times.in_one_document(a, b):
        return False
    if not is_firm(a) or not is_firm(b) or a.moved or b.moved:
        return False
    return any(
        _LATEST.search(latest.sentence)
        and not _APART.search(other.sentence)
        and times.told_before(other, latest) is not False
        for latest, other in ((a, b), (b, a))
    )


def weigh(a: Claim, b: Claim, terms: Terms, *, far_apart: bool = True) -> Judgement | None:
    """How loudly two claims contradict each other if their values do; None: not at all.

    Without `far_apart` it does not matter that two sums are too unlike to be of one round.
    """
    if set_apart(a, b, terms):
        return None
    if terms.by_round and not same_event(a, b, terms) and is_latest(a, b):
        return Judgement("warning", "one is the latest round, and the other was raised just before")
    told = LOWER if far_apart else [reason for reason in LOWER if reason is not _unlike]
    found = [one for reason in told if (one := reason(a, b, terms))]
    if not found or all(one.severity == "error" for one in found):
        where = "in one document" if times.in_one_document(a, b) else "for the same time"
        how = "both are stated" if is_firm(a) == is_firm(b) else "one is done, the other is lower"
        return Judgement("error", f"{how}, {where}, and nothing sets them apart")
    return max(found, key=lambda one: SEVERITIES.index(one.severity))


def judge(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    """How loudly two claims contradict each other; None where they can both be true."""
    if values.disjoint(a.value, b.value):
        return weigh(a, b, terms)
    if values.far_above_floor(a.value, b.value) and weigh(a, b, terms):
        return Judgement("info", "the one is more than twice what the other calls its least")
    return None
