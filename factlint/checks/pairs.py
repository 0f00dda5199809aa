"""Two claims of one attribute -> how loudly they contradict each other, and why; or None.

First come the reasons to stay silent, then those that lower the voice: each is a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from factlint.checks import times, values
from factlint.model import SEVERITIES, Claim, Severity, Value

Holds = Literal["one at a time", "once", "many"]
Qualifier = Literal[
    "round", "basis", "as_of", "counterparty", "purpose", "scope", "period", "part_of", "office"
]

#: Always different facts where both sides say it: nobody compares two fiscal years.
ROLES: tuple[Qualifier, ...] = ("basis", "scope", "period")
#: Different facts even where only one side says it: a part is never compared with the whole.
STRICT: tuple[Qualifier, ...] = ("part_of", "office")
#: Two tellings of one event of unknown name lie at most so many days apart.
NEAR = 60
#: Two sums so many times apart are hardly two tellings of one round of no name.
UNLIKE = (Decimal(3), Decimal(5))
#: Told later than that, an event may have grown: a round was extended, a price renegotiated.
SETTLED = 180

_APART = re.compile(
    r"""\b(?: total | totals | totaling | totalling | altogether | cumulative | combined | overall
      | another | additional | extra | further | second | extension | extended | tranche | follow-on
      | previous | previously | earlier | prior | last | since | so\ far | to\ date | in\ all )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # must: "raised another $5 million"; must not: "raised $5 million"
_FALL = re.compile(
    r"""\b(?: down[ -]?round | discount | marked?[ -]?down | lower | fall | fell | fallen | drop
      | dropped | cut | slashed )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)  # must: "a down round at $2 billion"; must not: "at $2 billion"
_GOES_ON = re.compile(
    r"[ -]? (?: [%\w] \b | \d | (?: thousand | [mbt]r?illion )\b ) | [.,]\d | \w", re.VERBOSE
)  # must, after "$110": " million", "B", ".5"; must not: " from", ".", ")"
#: Words that tell no purpose, party or scope from another.
_GENERAL = frozenset(
    ("a", "an", "and", "at", "for", "in", "into", "its", "of", "on", "the", "their", "to", "with",
     "ai", "data", "center", "centers", "centre", "centres", "infrastructure", "cloud", "new",
     "projects", "project", "capacity", "compute", "computing", "expand", "build", "develop")
)  # fmt: skip
_FREE_TEXT: tuple[Qualifier, ...] = ("counterparty", "purpose", "scope", "part_of")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule and a claim definition say about comparing.

    `need` lists qualifiers of which one must be the same on both sides; `undated` is the most that
    two documents are worth when one of them has no date; `roles` differ wherever both are said.
    """

    holds: Holds = "one at a time"
    same_if_present: tuple[Qualifier, ...] = ()
    need: tuple[Qualifier, ...] = ()
    undated: Severity = "error"
    roles: tuple[Qualifier, ...] = ROLES

    @property
    def by_round(self) -> bool:
        """Whether a subject has many such facts, one a round."""
        return self.holds == "once" and "round" in self.same_if_present


@dataclass(frozen=True, slots=True)
class Judgement:
    """How loudly two claims contradict each other, and why."""

    severity: Severity
    because: str


def weakest(*severities: Severity) -> Severity:
    """The least of some severities."""
    return max(severities, key=SEVERITIES.index)


def said(claim: Claim, qualifier: Qualifier) -> str | None:
    """What a claim says of a qualifier."""
    if qualifier == "as_of":
        return claim.qualifiers.as_of.text if claim.qualifiers.as_of else None
    found: str | None = getattr(claim.qualifiers, qualifier)
    return found or None


def is_firm(claim: Claim) -> bool:
    """Whether a claim tells of something done, not of plans, talks, rumors or forecasts."""
    return claim.qualifiers.status == "done"


def same_text(a: str, b: str) -> bool | None:
    """Whether two free texts name one thing; None where only general words are left of one.

    They do if more than half of the words of the shorter stand in the other.
    """
    first = set(values.words(a)) - _GENERAL
    second = set(values.words(b)) - _GENERAL
    if not first or not second:
        return None
    return values.same_name(a, b) or 2 * len(first & second) > min(len(first), len(second))


def _same(a: Claim, b: Claim, qualifier: Qualifier) -> bool | None:
    """Whether two claims mean the same by a qualifier; None where that is not said."""
    first, second = said(a, qualifier), said(b, qualifier)
    if first is None or second is None:
        return None
    if qualifier in _FREE_TEXT:
        return same_text(first, second)
    return values.words(first) == values.words(second)


def differ(a: Claim, b: Claim, qualifier: Qualifier) -> bool:
    """Whether both say a qualifier and mean different things by it."""
    return _same(a, b, qualifier) is False


def share(a: Claim, b: Claim, qualifier: Qualifier) -> bool:
    """Whether both say a qualifier and mean the same."""
    return _same(a, b, qualifier) is True


def same_event(a: Claim, b: Claim, terms: Terms) -> bool:
    """Whether two claims are known to tell of one deal: of one round, or of what happens once."""
    return share(a, b, "round") or (terms.holds == "once" and not terms.by_round)


# Reasons to stay silent


def _denied(a: Claim, b: Claim, terms: Terms) -> bool:
    return "denied" in (a.qualifiers.status, b.qualifiers.status)


def _other_fact(a: Claim, b: Claim, terms: Terms) -> bool:
    return any(said(a, name) != said(b, name) for name in STRICT) or any(
        differ(a, b, name) for name in (*terms.roles, *terms.same_if_present)
    )


def _nothing_shared(a: Claim, b: Claim, terms: Terms) -> bool:
    if not terms.need:
        return False
    return differ(a, b, "counterparty") or not any(share(a, b, name) for name in terms.need)


def _moved_on(a: Claim, b: Claim, terms: Terms) -> bool:
    """In one document something written sets the two apart: a change, or another date."""
    if not times.in_one_document(a, b):
        return False
    dates = a.qualifiers.as_of, b.qualifiers.as_of
    apart = times.gap(a, b)
    return a.moved or b.moved or (any(dates) and bool(apart))


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
    return apart is not None and apart.days > NEAR


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
    if times.gap(a, b) is None and bool(said(a, "round")) != bool(said(b, "round")):
        return Judgement("info", "only one side names the round, and the dates are unknown")
    return Judgement("warning", "no common round is named, so they may be two rounds")


def _told_as_past(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    if a.moved or b.moved:
        return Judgement("info", "one sentence tells of a change, so one value may be the old one")
    return None


def _update(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    apart = times.gap(a, b)
    if not apart:
        return None
    if terms.holds == "one at a time":
        return Judgement("info", "they speak of different times: an update")
    if apart.days > SETTLED:
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
        if bool(said(a, name)) != bool(said(b, name)):
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
    if a.qualifiers.as_of or b.qualifiers.as_of:
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


def weigh(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    """How loudly two claims contradict each other if their values do; None: not at all."""
    if set_apart(a, b, terms):
        return None
    found = [one for reason in LOWER if (one := reason(a, b, terms))]
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
