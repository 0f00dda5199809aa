"""A sentence and its drafts -> a trace: what made each claim, and where other figures got stuck.

Nothing is decided here: the functions that make the claims are asked again, one step at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factlint.claims import assembly, clauses, confidence, drafts, guards, phrases, vacancies
from factlint.claims.cues import Match
from factlint.claims.drafting import Draft
from factlint.claims.scene import Party, Scene
from factlint.claims.wordings import Wordings
from factlint.model import Claim, Counts, Mention, Place, Value

Stage = Literal["guard", "subject", "assertion", "rank"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A cue that matched: its text and place in a pack, and the words that it matched."""

    attribute: str
    cue: str
    path: str
    line: int
    words: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A cue that matched and gave no claim: the stage that it did not pass, and why."""

    wording: Wording
    stage: Stage
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """A claim and what made it.

    `under` are the heads of a cell, a field or a label. `rivals` are names that could have been
    the subject; `signs` are the warning signs with the share that each takes off `base`; `also`
    are the other cues that matched the value.
    """

    claim: Claim
    mention: Mention | None
    wording: Wording
    how: phrases.How
    rivals: tuple[str, ...]
    base: float
    signs: tuple[tuple[str, float], ...]
    also: tuple[Attempt, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """A figure without a claim, and the cues that came closest; `read` unless cues never saw it."""

    place: Place
    value: Value
    attempts: tuple[Attempt, ...]
    read: bool = True


@dataclass(frozen=True, slots=True)
class Trace:
    """One sentence that holds figures or claims: its clauses, its claims, its other figures.

    A number without a unit or noun is counted but not told of.
    """

    place: Place
    sentence: str
    clauses: str
    claims: tuple[Account, ...]
    strays: tuple[Stray, ...]
    counts: Counts


def trace(
    scene: Scene, found: Sequence[Draft], mentions: Sequence[Mention], index: Wordings
) -> Trace:
    """How the claims of a sentence came about; `mentions` are all that start in it."""
    matches = sorted(drafts.matches(scene, index), key=drafts.rank)
    asserted = [draft for draft in found if assembly.doubt(scene, draft) is None]
    claims = tuple(assembly.claims(scene, asserted))
    figures = tuple(assembly.figures(mentions))
    bound = {draft.token for draft in asserted}
    sentence = scene.sentence
    return Trace(
        assembly.place(scene, scene.tokens[0].start, scene.tokens[-1].end),
        scene.passage.text[sentence.start : sentence.end].strip(),
        clauses.bracket(scene.tokens, scene.clauses),
        tuple(
            _account(scene, claim, draft, found, matches)
            for claim, draft in zip(claims, asserted, strict=True)
        ),
        tuple(_strays(scene, figures, bound, found, matches)),
        Counts(len(figures), len({c.place for c in claims if c.value.interval is not None})),
    )


def named(traces: Iterable[Trace], claims: Iterator[Claim]) -> Iterator[Trace]:
    """The traces with the same claims, in the same order, under their canonical names."""
    for one in traces:
        accounts = [replace(account, claim=next(claims)) for account in one.claims]
        accounts.sort(key=lambda account: (account.claim.place.line, account.claim.place.column))
        yield replace(one, claims=tuple(accounts))


def _account(
    scene: Scene, claim: Claim, draft: Draft, found: Sequence[Draft], matches: Sequence[Match]
) -> Account:
    rest = [match for match in matches if match != draft.match]
    return Account(
        claim,
        scene.tokens[draft.token].mention,
        _wording(scene, draft.match),
        draft.party.how,
        _rivals(scene, draft, found),
        confidence.BASE[draft.party.how],
        tuple((sign, confidence.SIGNS[sign]) for sign in assembly.signs(scene, draft)),
        tuple(_attempts(scene, draft.token, found, rest)) if claim.value.interval else (),
        draft.under,
    )


def _rivals(scene: Scene, draft: Draft, found: Sequence[Draft]) -> tuple[str, ...]:
    """Names that could have been the subject: of the text before, or else of the sentence."""
    party = draft.party
    if party.how in ("anaphor", "topic"):
        return party.rivals
    own = {other.party.name for other in found if other.match == draft.match}
    others = (
        _fitting(scene, at, draft)
        for at, token in enumerate(scene.tokens)
        if token.is_name and at not in (draft.token, draft.match.counterparty)
    )
    return tuple(dict.fromkeys(one.name for one in others if one and one.name not in own))


def _fitting(scene: Scene, at: int, draft: Draft) -> Party | None:
    return scene.fitting(at, draft.match.entry.kinds)


def _strays(
    scene: Scene,
    figures: Sequence[Mention],
    bound: set[int],
    found: Sequence[Draft],
    matches: Sequence[Match],
) -> Iterator[Stray]:
    at = {token.mention.start: i for i, token in enumerate(scene.tokens) if token.mention}
    for figure in figures:
        token = at.get(figure.start)
        if token in bound:
            continue
        place = assembly.place(scene, figure.start, figure.end)
        if token is None:
            yield Stray(place, figure.value, (), read=False)
        else:
            yield Stray(place, figure.value, tuple(_attempts(scene, token, found, matches)))


def _attempts(
    scene: Scene, token: int, found: Sequence[Draft], matches: Sequence[Match]
) -> Iterator[Attempt]:
    """The cues that matched a value and gave no claim, the best one first."""
    seen: set[tuple[str, Stage, str]] = set()
    for match in matches:
        if match.value != token or _is_beside(scene, match):
            continue
        stage, reason = _stuck(scene, match, found)
        key = (match.entry.definition.name, stage, reason)
        if key not in seen:
            seen.add(key)
            yield Attempt(_wording(scene, match), stage, reason)


def _is_beside(scene: Scene, match: Match) -> bool:
    """Whether a cue is for rates only and the value is none: it tells a reader nothing."""
    needed = match.entry.definition.rates == "required"
    return needed and match.value is not None and scene.value(match.value).per is None


def _stuck(scene: Scene, match: Match, found: Sequence[Draft]) -> tuple[Stage, str]:
    """The stage that a match did not pass, and why."""
    objection = guards.objection(scene, match)
    if objection is not None:
        return "guard", objection
    drafted = tuple(drafts.of(scene, match))
    if not drafted:
        return "subject", vacancies.describe(scene, match)
    doubts = (assembly.doubt(scene, draft) for draft in drafted)
    doubt = next((one for one in doubts if one is not None), None)
    if doubt is not None:
        return "assertion", doubt
    name = match.entry.definition.name
    better = next((one for one in found if one.token == match.value), None)
    winner = better.match.entry.definition.name if better else name
    return "rank", f"a better cue of {winner} took the value"


def _wording(scene: Scene, match: Match) -> Wording:
    cue, definition = match.entry.cue, match.entry.definition
    first, last = scene.tokens[match.start], scene.tokens[match.end - 1]
    words = scene.passage.text[first.start : last.end]
    return Wording(definition.name, cue.match, cue.path, cue.line, words)
