"""Directives, claims and findings -> what is not compared, what it hid, what is wrong with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factlint import faults
from factlint.model import Claim, Directive, Finding, Place, Problem
from factlint.spelling import suggestion

#: Where a rule is suppressed in a document: merged lines [first, last], in order.
_Lines = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What hides something in a corpus today, and where: by path and rule."""

    directives: tuple[Directive, ...]
    lines: Mapping[tuple[str, str], _Lines]
    codes: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The findings that are left, those that were hidden, and what hid nothing."""

    kept: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    unused: tuple[Problem, ...]


def active(directives: Iterable[Directive], today: date | None) -> Suppressions:
    """The suppressions that hold on a day; without a day none is past its last one."""
    held = tuple(one for one in directives if one.kind == "ignore" and not _is_expired(one, today))
    spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    codes: dict[str, set[str]] = defaultdict(set)
    for directive in held:
        for code in directive.codes:
            spans[directive.place.path, code].append((directive.first, directive.last))
            codes[directive.place.path].add(code)
    return Suppressions(
        held,
        {key: _merged(lines) for key, lines in spans.items()},
        {path: frozenset(named) for path, named in codes.items()},
    )


def tags(
    held: Suppressions, claims: Iterable[Claim], rules: Collection[str]
) -> Mapping[str, frozenset[int]]:
    """Rule -> the claims, by `id`, that it must not compare."""
    tagged: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        for code in held.codes.get(claim.place.path, frozenset()).intersection(rules):
            if _covers(held, code, claim.place):
                tagged[code].add(id(claim))
    return {code: frozenset(claims) for code, claims in tagged.items()}


def judge(
    held: Suppressions,
    found: Sequence[Finding],
    kept: Sequence[Finding],
    problems: Sequence[Finding],
    rules: Collection[str],
) -> Verdict:
    """What the suppressions did to the findings of a run.

    `found` are those of all claims, `kept` those without the tagged ones, `problems` those of
    documents themselves. A finding is hidden if nothing is left of it; a suppression is unused if
    no finding with a claim in its lines has changed. Only of `rules`, those that ran, can that be
    known.
    """
    hidden_problems = tuple(one for one in problems if _covers(held, one.rule, one.place))
    changed = _changed(found, kept)
    touched: dict[tuple[str, str], list[int]] = defaultdict(list)
    for finding in (*changed, *hidden_problems):
        for place in finding.places():
            touched[place.path, finding.rule] += (place.line, place.end_line)
    lines = {key: sorted(numbers) for key, numbers in touched.items()}
    left = tuple(one for one in problems if not _covers(held, one.rule, one.place))
    return Verdict(
        (*kept, *left),
        (*_vanished(changed, kept), *hidden_problems),
        tuple(
            _unused(directive, code)
            for directive in held.directives
            for code in directive.codes
            if code in rules and not _holds(directive, lines.get((directive.place.path, code), ()))
        ),
    )


def mistakes(
    directives: Iterable[Directive], known: Collection[str], today: date | None
) -> Iterator[Problem]:
    """Suppressions of rules that do not exist, past their last day, or without a reason."""
    for directive in directives:
        if directive.kind != "ignore":
            continue
        for code in directive.codes:
            if code not in known:
                message = f"no rule {code!r}{suggestion(code, known)}"
                hint = "`factlint rules` lists them"
                yield Problem(faults.UNKNOWN_RULE, message, directive.place, hint)
        if _is_expired(directive, today):
            message = f"{_named(directive)} ended on {directive.until}, so that it hides nothing"
            hint = "remove it, or look at it again and give it another day"
            yield Problem(faults.EXPIRED, message, directive.place, hint)
        if not directive.reason:
            message = f"{_named(directive)} says not why"
            yield Problem(faults.UNEXPLAINED, message, directive.place, "write -- reason behind it")


def _is_expired(directive: Directive, today: date | None) -> bool:
    return bool(today and directive.until and directive.until < today)


def _named(directive: Directive) -> str:
    return f"{directive.says}[{', '.join(directive.codes)}]"


def _unused(directive: Directive, code: str) -> Problem:
    message = f"{directive.says}[{code}] hides nothing"
    hint = "remove it" if len(directive.codes) == 1 else f"remove {code} from it"
    return Problem(faults.UNUSED, message, directive.place, hint)


def _merged(spans: Iterable[tuple[int, int]]) -> _Lines:
    """Stretches of lines as few as possible, in order."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    return tuple(merged)


def _covers(held: Suppressions, code: str, place: Place) -> bool:
    """Whether a rule is suppressed in one of the lines of a place."""
    lines = held.lines.get((place.path, code), ())
    at = bisect_right(lines, place.end_line, key=lambda span: span[0]) - 1
    return at >= 0 and lines[at][1] >= place.line


def _holds(directive: Directive, lines: Sequence[int]) -> bool:
    """Whether one of the lines, which are sorted, is among those of a directive."""
    at = bisect_left(lines, directive.first)
    return at < len(lines) and lines[at] <= directive.last


def _identity(finding: Finding) -> tuple[str, frozenset[Place]]:
    return finding.rule, frozenset(finding.places())


def _changed(found: Sequence[Finding], kept: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that are not the same any more."""
    if found is kept:
        return ()
    left = set(map(_identity, kept))
    return tuple(finding for finding in found if _identity(finding) not in left)


def _vanished(changed: Sequence[Finding], kept: Sequence[Finding]) -> Iterator[Finding]:
    """Those of which nothing is left: no finding of the rule tells of some of their claims only."""
    if not changed:
        return
    left: dict[tuple[str, Place], list[frozenset[Place]]] = defaultdict(list)
    for finding in kept:
        rule, places = _identity(finding)
        left[rule, finding.place].append(places)
    for finding in changed:
        rule, places = _identity(finding)
        parts = (part for place in places for part in left.get((rule, place), ()))
        if not any(part <= places for part in parts):
            yield finding
