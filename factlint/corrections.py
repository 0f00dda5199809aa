"""Claims and what the comments of their document say of them -> the claims as they are meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, get_args

from factlint import faults, intervals
from factlint.documents import dates
from factlint.intervals import DateRange
from factlint.mentions import rounds
from factlint.model import Claim, Directive, Problem, Status
from factlint.spelling import listing, suggestion

#: How sure a claim is, at least, whose subject a person has named.
SAID = 0.95

_PART_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)-?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))")
_PRE = re.compile(r"pre[- ]?", re.IGNORECASE)
_STATUSES: tuple[Status, ...] = get_args(Status)


class Corrected(NamedTuple):
    """The claims of a document in order, and the corrections that are wrong or meet none."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


class _Wrong(Exception):
    """A value that a key cannot have; says which it can."""


def apply(claims: Sequence[Claim], directives: Sequence[Directive]) -> Corrected:
    """Correct the claims in the lines of each correction, in order; one that is wrong does nothing.

    A later correction of the same line goes on what the earlier ones left.
    """
    told = [directive for directive in directives if directive.kind == "claim"]
    if not told:
        return Corrected(tuple(claims))
    order = sorted(range(len(claims)), key=lambda at: claims[at].place.line)
    lines = [claims[at].place.line for at in order]
    made = list(claims)
    problems: list[Problem] = []
    for directive in told:
        changes = _changes(directive, problems)
        met = order[bisect_left(lines, directive.first) : bisect_left(lines, directive.last + 1)]
        if not met:
            hint = "`factlint claims` lists what is read, and where"
            message = "no claim is read in the lines of this correction"
            problems.append(Problem(faults.UNUSED_CORRECTION, message, directive.place, hint))
        for at in met:
            made[at] = _corrected(made[at], changes)
    return Corrected(tuple(made), tuple(problems))


def _changes(directive: Directive, problems: list[Problem]) -> Mapping[str, object]:
    """Name of a qualifier, or "subject" -> its value; none if one of them is wrong."""
    changes: dict[str, object] = {}
    wrongs: list[Problem] = []
    for key, written in directive.values:
        try:
            changes[key.replace("-", "_")] = _reader(key)(written)
        except _Wrong as wrong:
            wrongs.append(
                Problem(faults.INVALID_DIRECTIVE, str(wrong), directive.place, "nothing is changed")
            )
    problems += wrongs
    return {} if wrongs else changes


def _reader(key: str) -> Callable[[str], object]:
    if key not in _READERS:
        known = listing(_READERS)
        raise _Wrong(f"a claim has no {key!r}{suggestion(key, _READERS)} (known: {known})")
    return _READERS[key]


def _corrected(claim: Claim, changes: Mapping[str, object]) -> Claim:
    qualifiers = {name: value for name, value in changes.items() if name != "subject"}
    if qualifiers:
        claim = replace(claim, qualifiers=replace(claim.qualifiers, **qualifiers))  # type: ignore[arg-type]
    if "subject" not in changes:
        return claim
    return replace(
        claim,
        subject=str(changes["subject"]),
        confidence=max(claim.confidence, SAID),
        reasons=(*claim.reasons, "a comment names the subject"),
    )


def _as_of(written: str) -> DateRange:
    if found := _PART_OF_YEAR.fullmatch(written):
        year = int(found["year"])
        if found["quarter"]:
            return intervals.quarter(year, int(found["quarter"]))
        return intervals.half(year, int(found["half"]))
    days = dates.parse(written)
    if days is None:
        raise _Wrong(f"as-of={written} is no date: write 2024, 2024-03, 2024-03-31 or 2024-Q1")
    return days


def _status(written: str) -> str:
    status = written.lower().replace(" ", "_").replace("-", "_")
    if status not in _STATUSES:
        near = suggestion(status, _STATUSES)
        raise _Wrong(f"no status {written!r}{near} (known: {listing(_STATUSES)})")
    return status


def _round(written: str) -> str:
    early = _PRE.match(written)
    at = early.end() if early else 0
    found = rounds.read(f"{written} round", at) if at < len(written) else None
    if found is None or found.start or found.end < len(written):
        raise _Wrong(f'no round {written!r}: write "Series C", "seed", "pre-seed" or "IPO"')
    return found.canonical


def _text(written: str) -> str:
    if not written:
        raise _Wrong("a correction cannot say nothing: give a value")
    return written


_READERS: Mapping[str, Callable[[str], object]] = {
    "as-of": _as_of,
    "status": _status,
    "subject": _text,
    "round": _round,
    "basis": _text,
    "scope": _text,
    "period": _text,
}
