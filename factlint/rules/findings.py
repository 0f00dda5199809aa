"""Clashes, slips and problems of documents -> findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from factlint.checks import pairs, values
from factlint.model import (
    Claim,
    Clash,
    Document,
    Edit,
    Finding,
    Operand,
    Place,
    Problem,
    Related,
    Rule,
    Severity,
    Slip,
)
from factlint.rules import messages, odd

#: Claims by `id` -> the same claims in the same sentence elsewhere, mostly in other files.
Copies = Mapping[int, Sequence[Claim]]

COLLECTED = "but a file of so many claims is a collection, whose parts may be years apart"


def fingerprint(*parts: str) -> str:
    """A short mark of what a finding is about, free of line numbers."""
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _mark(rule: Rule, claims: Sequence[Claim]) -> str:
    told = sorted({f"{c.key}|{values.signature(c.value)}|{c.qualifiers.round}" for c in claims})
    paths = sorted({claim.place.path for claim in claims})
    return fingerprint(rule.id, claims[0].key, claims[0].attribute, *told, *paths)


def _position(claim: Claim) -> tuple[str, int, int]:
    return claim.place.path, claim.place.line, claim.place.column


def _primary_first(clash: Clash) -> Clash:
    """The place to look at first: a side known to be odd, the newest document, the first place."""
    if clash.odd_reason or len(clash.claims) == 1:
        return clash
    a, b, *rest = clash.claims
    dates = [claim.document.dated for claim in (a, b)]
    newer = dates[0].last < dates[1].last if dates[0] and dates[1] else False
    older = dates[0].last > dates[1].last if dates[0] and dates[1] else False
    swap = newer or (not older and _position(b) < _position(a))
    rest.sort(key=_position)
    return replace(clash, claims=(b, a, *rest) if swap else (a, b, *rest))


def _copies_text(claims: Sequence[Claim], copies: Copies) -> str:
    files = [
        {copy.place.path for copy in copies.get(id(claim), ())} - {claim.place.path}
        for claim in claims
    ]
    return _copied(sum(map(len, files)))


def _edits(side: odd.Side, claims: Sequence[Claim], copies: Copies) -> tuple[Edit, ...]:
    """All values of the odd side, in copies too, replaced by the first one of the other side.

    Only where both tell of one attribute of one subject: no other figure is one to write down.
    """
    first = claims[0]
    mine = [one for one in claims if (one.key, one.attribute) == (first.key, first.attribute)]
    against = [claim for claim in mine if values.disjoint(first.value, claim.value)]
    if side == "undecided" or not against:
        return ()
    agreeing = [claim for claim in mine if claim not in against]
    wrong, right = (agreeing, against[0]) if side == "this" else (against, first)
    told = (copy for claim in wrong for copy in (claim, *copies.get(id(claim), ())))
    return tuple(dict.fromkeys(Edit(claim.place, right.value.text) for claim in told))


def _places(claims: Sequence[Claim]) -> tuple[Place, ...]:
    return tuple(claim.place for claim in claims)


def _related(claim: Claim, primary: Claim, copies: Copies) -> Related:
    who = "" if claim.subject == primary.subject else f" ({claim.subject})"
    return Related(
        place=claim.place,
        quote=claim.quote,
        message=f"{claim.value.text} here{who}",
        value=claim.value,
        quote_place=claim.quote_place,
        subject=claim.subject,
        attribute=claim.attribute,
        qualifiers=claim.qualifiers,
        copies=_places(copies.get(id(claim), ())),
    )


def _quiet(claims: Sequence[Claim], collections: Collection[Document]) -> bool:
    """Whether one of two claims stands in a collection of many years, and not both say when."""
    if all(claim.qualifiers.as_of for claim in claims):
        return False
    return any(claim.document in collections for claim in claims)


def assemble(
    clash: Clash, rule: Rule, holds: str, copies: Copies, collections: Collection[Document] = ()
) -> Finding:
    """The finding of a rule for a clash; `collections` are the documents that span years."""
    clash = _primary_first(clash)
    primary, other = clash.claims[0], clash.claims[min(1, len(clash.claims) - 1)]
    side, reason = odd.decide(clash, holds)
    text = messages.fill(rule.message, primary, other)
    most: Severity = "info" if _quiet((primary, other), collections) else "error"
    return Finding(
        rule=rule.id,
        severity=pairs.weakest(rule.severity, clash.severity or rule.severity, most),
        message=text + _copies_text(clash.claims, copies),
        place=primary.place,
        quote=primary.quote,
        because=clash.because if most == "error" else f"{clash.because}; {COLLECTED}",
        fingerprint=_mark(rule, clash.claims),
        hint=clash.hint or rule.hint,
        subject=primary.subject,
        attribute=primary.attribute,
        value=primary.value,
        confidence=min(claim.confidence for claim in clash.claims[:2]),
        odd=side,
        odd_reason=reason,
        related=tuple(_related(claim, primary, copies) for claim in clash.claims[1:]),
        edits=_edits(side, clash.claims, copies),
        quote_place=primary.quote_place,
        qualifiers=primary.qualifiers,
        copies=_places(copies.get(id(primary), ())),
    )


#: The slot of dates that only tell of which time a relation speaks, and how many places are shown.
_CONTEXT = "when"
_MOST_SHOWN = 12


def assemble_slip(slip: Slip, rule: Rule) -> Finding:
    """The finding of a rule for a relation that its own numbers refute."""
    relation, at = slip.relation, slip.at
    others = [one for one in relation.operands if one is not at and one.slot != _CONTEXT]
    told = "|".join(f"{one.slot} {values.signature(one.value)}" for one in relation.operands)
    return Finding(
        rule=rule.id,
        severity=pairs.weakest(rule.severity, slip.severity or rule.severity),
        message=messages.fill_slip(rule.message, slip),
        place=at.place if at else relation.place,
        quote=relation.quote,
        because=slip.worked or slip.because,
        fingerprint=fingerprint(rule.id, relation.kind, told, relation.quote, relation.place.path),
        hint=slip.hint or rule.hint,
        attribute=relation.kind,
        value=at.value if at else None,
        related=tuple(_beside(one) for one in others[:_MOST_SHOWN]),
    )


def folded(slips: Iterable[Finding]) -> Iterator[Finding]:
    """Findings over relations, those of the same words in many files as one with its copies."""
    voices: dict[tuple[str, str, str], list[Finding]] = {}
    for one in in_order(slips):
        voices.setdefault((one.rule, one.quote, one.because), []).append(one)
    for first, *rest in voices.values():
        others = {one.place.path for one in rest} - {first.place.path}
        copies = tuple(one.place for one in rest)
        yield replace(first, message=first.message + _copied(len(others)), copies=copies)


def _copied(count: int) -> str:
    return f" (and in {count} {'copy' if count == 1 else 'copies'})" if count else ""


def _beside(operand: Operand) -> Related:
    """An operand that stands elsewhere than what a finding points at."""
    value = operand.value
    return Related(operand.place, value.text, f"{operand.slot}: {value.text}", value)


def report_problems(problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """Faults of documents in order, as warnings: their rules say how severe they are."""
    found = [
        Finding(
            rule=problem.rule,
            severity="warning",
            message=problem.message,
            place=problem.place,
            quote="",
            because=problem.message,
            fingerprint=fingerprint(problem.rule, problem.place.path, problem.message),
            hint=problem.hint,
        )
        for problem in problems
    ]
    return in_order(found)


def _distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings whose marks are unique: a second one of the same mark is counted."""
    seen: dict[str, int] = {}
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        if count == 1:
            yield finding
        else:
            yield replace(finding, fingerprint=fingerprint(finding.fingerprint, str(count)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by path, line, column and rule, each with a mark of its own."""

    def order(finding: Finding) -> tuple[str, int, int, str, str]:
        place = finding.place
        return place.path, place.line, place.column, finding.rule, finding.fingerprint

    return tuple(_distinct(sorted(findings, key=order)))
