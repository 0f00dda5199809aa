"""A draw -> what came of it: whether the edit was read, told again and found, or why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.injection import corpus, texts
from benchmarks.injection.corpus import State, is_loud, is_sure
from benchmarks.injection.draws import Draw, Partner
from benchmarks.injection.texts import Change, Span
from factlint.model import Claim, Finding

#: What counts as seen, and nothing is left to explain.
FOUND = "found"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one draw.

    `why` is the class of the miss, `found` if there is none. `before` and `after` are the sentence
    before and after the edit, `partner` the one that it contradicts, `now` the claims that are read
    at the edited place.
    """

    path: str
    line: int
    old: str
    new: str
    read: bool
    partner_read: bool
    found: bool
    why: str
    before: str
    after: str
    partner: str
    now: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _After:
    """The state after an edit, and where what was edited, its value and its partners are there."""

    state: State
    changes: tuple[Change, ...]
    edited: Span
    value: Span
    partners: tuple[Partner, ...]
    fresh: tuple[Finding, ...]


def _edited(draw: Draw) -> _After:
    site, before = draw.site, draw.before
    changes = (Change(site.span, draw.new),)
    after = corpus.changed(before, {site.path: texts.apply(before.text(site.path), changes)})
    partners = tuple(
        Partner(one.path, _moved(one, site.path, changes), one.key, one.attribute)
        for one in draw.partners
    )
    edited, value = texts.moved(site.span, changes), texts.moved(site.value, changes)
    fresh = corpus.new_findings(before, after)
    return _After(after, changes, edited, value, partners, fresh)


def _moved(partner: Partner, path: str, changes: Sequence[Change]) -> Span:
    return texts.moved(partner.span, changes) if partner.path == path else partner.span


def alarms(draw: Draw) -> tuple[Finding, ...]:
    """The errors and warnings that come with an edit; a harmless one should have none."""
    return tuple(filter(is_loud, _edited(draw).fresh))


def judge(draw: Draw) -> Outcome:
    """Make one edit and see what the linter says."""
    after = _edited(draw)
    site = draw.site
    here = after.state.at(site.path, after.value)
    reads = [one for one in here if _reads(one, draw)]
    read = draw.kind.alone or bool(reads)
    told = [claim for one in after.partners if (claim := _told(after.state, one))]
    partner_read = draw.kind.alone or bool(told)
    touching = [one for one in after.fresh if _touches(after, site.path, one)]
    found = any(map(is_loud, touching))
    why = FOUND
    if not found:
        why = _why(draw, after, here, reads, told, touching)
    return Outcome(
        path=site.path,
        line=_line(draw.before, site.path, site.span),
        old=site.text,
        new=draw.new,
        read=read,
        partner_read=partner_read,
        found=found,
        why=why,
        before=_around(draw.before, site.path, site.value),
        after=_around(after.state, site.path, after.value),
        partner=" / ".join(_around(after.state, p.path, p.span) for p in after.partners[:1]),
        now=tuple(map(described, here)),
        findings=tuple(f"{one.severity}[{one.rule}] {one.message}" for one in after.fresh),
    )


def _reads(claim: Claim, draw: Draw) -> bool:
    """Whether a claim tells, for sure, what the edited text says."""
    known = draw.site.claim
    if not is_sure(claim) or not draw.kind.reads(claim, draw.site, draw.new):
        return False
    if known is None:
        return True
    moves = draw.kind.slot in ("subject", "name")
    return claim.attribute == known.attribute and (moves or claim.key == known.key)


def _told(state: State, partner: Partner) -> Claim | None:
    for claim in state.at(partner.path, partner.span):
        if is_sure(claim) and (claim.key, claim.attribute) == (partner.key, partner.attribute):
            return claim
    return None


def _touches(after: _After, path: str, finding: Finding) -> bool:
    spots = ((path, after.edited), (path, after.value), *((p.path, p.span) for p in after.partners))
    return any(corpus.touches(after.state, finding, *spot) for spot in spots)


# Why an error was not found


def _why(
    draw: Draw,
    after: _After,
    here: Sequence[Claim],
    reads: Sequence[Claim],
    told: Sequence[Claim],
    touching: Iterable[Finding],
) -> str:
    """The first stage that lost the error."""
    if draw.kind.alone:
        return "check: silent"
    known = draw.site.claim
    if not reads:
        key, attribute = (known.key, known.attribute) if known else ("", "")
        return f"edited: {_lost(here, '' if _renames(draw) else key, attribute)}"
    if not told:
        if not after.partners:
            return "told nowhere else"
        first = after.partners[0]
        there = after.state.at(first.path, first.span)
        return f"partner: {_lost(there, first.key, first.attribute)}"
    if not _has_rule(draw.before, reads[0].attribute):
        return f"check: no rule compares {reads[0].attribute}"
    quiet = next((one for one in touching if not is_loud(one)), None)
    if quiet:
        return f"check: info, {quiet.because}"
    return f"check: silent{_differences(reads[0], told[0])}"


def _renames(draw: Draw) -> bool:
    return draw.kind.slot in ("subject", "name")


def _lost(here: Sequence[Claim], key: str, attribute: str) -> str:
    """Why no claim at a place tells what it should."""
    if not here:
        return "no claim (extraction)"
    same = [claim for claim in here if claim.attribute == attribute or not attribute]
    if not same:
        return f"read as {here[0].attribute} (extraction)"
    own = [claim for claim in same if claim.key == key or not key]
    if not own:
        return "another subject"
    if not any(map(is_sure, own)):
        return "not sure enough (confidence)"
    return "the edit is not seen"


def _has_rule(state: State, attribute: str) -> bool:
    return any(attribute in rule.claims for rule in state.tools.packs.rules)


def _differences(a: Claim, b: Claim) -> str:
    """What sets two claims apart: the subject, the status, qualifiers that are not the same."""
    names = ("status", "round", "basis", "as_of", "counterparty", "purpose", "scope", "period")
    first, second = a.qualifiers, b.qualifiers
    apart = [name for name in names if getattr(first, name) != getattr(second, name)]
    apart += ["moved"] if a.moved or b.moved else []
    apart = ["subject", *apart] if a.key != b.key else apart
    return f", differ in {', '.join(apart)}" if apart else ""


# What is shown


def described(claim: Claim) -> str:
    """ "Acme: valuation $9 billion (0.95, done, Series B)"."""
    said = claim.qualifiers
    notes = [f"{claim.confidence:.2f}", said.status, *filter(None, (said.round, said.basis))]
    return f"{claim.subject}: {claim.attribute} {claim.value.text} ({', '.join(notes)})"


def _line(state: State, path: str, span: Span) -> int:
    return state.text(path).count("\n", 0, span.start) + 1


def _around(state: State, path: str, span: Span) -> str:
    """The passage text around a place, cut short."""
    text = state.text(path)
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 160)
    end = text.find("\n", span.end)
    return text[start : min(len(text) if end < 0 else end, span.end + 120)].strip()
