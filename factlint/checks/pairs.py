"""Two claims of one attribute -> what they say in common, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factlint.checks import values
from factlint.model import REPEATED_ROUNDS, SEVERITIES, Claim, Severity

Holds = Literal["one at a time", "once", "many"]
Qualifier = Literal[
    "round", "basis", "as_of", "counterparty", "purpose", "scope", "period", "part_of", "office"
]

#: Always different facts where both sides say it: nobody compares two fiscal years.
ROLES: tuple[Qualifier, ...] = ("basis", "scope", "period")
#: Different facts even where only one side says it: a part is never compared with the whole.
STRICT: tuple[Qualifier, ...] = ("part_of", "office")
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
    return first.casefold() == second.casefold()


def differ(a: Claim, b: Claim, qualifier: Qualifier) -> bool:
    """Whether both say a qualifier and mean different things by it."""
    return _same(a, b, qualifier) is False


def share(a: Claim, b: Claim, qualifier: Qualifier) -> bool:
    """Whether both say a qualifier and mean the same."""
    return _same(a, b, qualifier) is True


def same_event(a: Claim, b: Claim, terms: Terms) -> bool:
    """Whether two claims are known to tell of one deal: of one round, or of what happens once.

    A company takes up debt or a bridge more than once: such a round is no name of a deal.
    """
    named = share(a, b, "round") and said(a, "round") not in REPEATED_ROUNDS
    once = terms.holds == "once" and not terms.by_round
    return named or is_one_deal(a, b) or once


def is_one_deal(a: Claim, b: Claim) -> bool:
    """Whether two claims were joined to one deal, whatever either says of its round."""
    return a.deal != "" and a.deal == b.deal
