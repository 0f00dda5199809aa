"""A claim -> a plain sentence in another document that says the same: its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from benchmarks.injection import comparing, wordings, written
from benchmarks.injection.corpus import State, changed, is_sure
from benchmarks.injection.counterparts import Index
from benchmarks.injection.slots import AROUND, Site
from benchmarks.injection.templates import FAMILIES
from benchmarks.injection.texts import Span
from factlint.intervals import DateRange
from factlint.model import Claim, Value

#: The nearest documents by date, of which one is drawn to hold the sentence.
HOSTS = 5
#: How far off, in days, a document without a date is taken to be.
UNKNOWN = 30

_SLOT = re.compile(r"\{(?P<slot>s|v|in|r)\} | <(?P<verb>[^>]*)>", re.VERBOSE)
#: The slots that a sentence of ours can have.
SLOTS = frozenset(("value", "hedge", "subject", "name", "round", "verb", "synonym"))
#: ... and the one that it must have for any edit: both sides must name the round.
ON_BOTH_SIDES = frozenset(("round",))
#: Attributes that hold at a time, and those of what happened at one.
STATES = ("valuation", "total_funding", "market_cap", "headcount", "users", "customers")
DEEDS = ("funding_amount", "acquisition_price", "acquirer", "revenue", "layoffs")
#: What a sentence of ours does not say.
_UNSAID = ("basis", "counterparty", "purpose", "scope", "period", "part_of", "office")
_SPELLED_OUT = re.compile(
    r"(?P<year>\d{4}) (?: -(?P<month>\d\d) | -Q(?P<quarter>\d) )?", re.VERBOSE
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_QUARTERS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where its value lies in it, and where what edits call slots."""

    text: str
    value: Span
    slots: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Restatement:
    """The state with the sentence that restates a claim, and where that and its slots are."""

    state: State
    path: str
    sentence: str
    value: Span
    sites: Mapping[str, Site]


def tellable(index: Index) -> Iterator[Claim]:
    """The claims that a sentence of ours can restate without leaving out what narrows them."""
    for claim in filter(is_sure, index.state.claims):
        said = claim.qualifiers
        if claim.attribute not in FAMILIES or said.status != "done" or claim.moved:
            continue
        if any(getattr(said, name) for name in _UNSAID) or index.is_accused(claim):
            continue
        many = index.holds.get(claim.attribute) == "many"
        when = _spoken_date(claim)
        if _spoken_value(claim) and (when or (when == "" and not many)):
            yield claim


def _spoken_value(claim: Claim) -> str | None:
    value: Value = claim.value
    if value.interval is None:
        return claim.value.text if not value.text.islower() else None
    figure = written.read(value.text)
    if figure is None or value.per:
        return None
    return written.bare(value.text) if value.kind == "count" else value.text


def _spoken_date(claim: Claim) -> str | None:
    """ "March 2026" for a time that can be named that shortly, "" for none; else None."""
    when: DateRange | None = claim.qualifiers.as_of
    if when is None or claim.value.days is not None:
        return ""
    found = _SPELLED_OUT.fullmatch(when.text)
    if found is None or claim.attribute not in (*STATES, *DEEDS):
        return None
    if found["month"]:
        return f"{_MONTHS[int(found['month']) - 1]} {found['year']}"
    if found["quarter"]:
        return f"the {_QUARTERS[int(found['quarter']) - 1]} quarter of {found['year']}"
    return found["year"]


def _dated(template: str, claim: Claim) -> str:
    """A template with the time of a claim: "In 2025, ..." of a deed, "as of 2025" of a state."""
    when = _spoken_date(claim)
    if not when:
        return template
    if claim.attribute in STATES:
        return f"{template[:-1]} as of {when}."
    return f"In {when}, {template[0].lower()}{template[1:]}"


def rendered(template: str, claim: Claim) -> Sentence:
    """A template filled with what a claim says."""
    round_ = claim.qualifiers.round
    fills = {
        "s": claim.subject,
        "v": _spoken_value(claim) or "",
        "in": f" in a {round_} round" if round_ else "",
        "r": f"{round_} " if round_ else "",
    }
    pieces, slots, at, length = [], {}, 0, 0

    def put(text: str) -> int:
        nonlocal length
        pieces.append(text)
        length += len(text)
        return length - len(text)

    template = _dated(template, claim)
    for hit in _SLOT.finditer(template):
        put(template[at : hit.start()])
        text = hit["verb"] or fills[hit["slot"]]
        start = put(text)
        slots[hit["slot"] or "verb"] = Span(start, start + len(text))
        at = hit.end()
    put(template[at:])
    text = "".join(pieces)
    return Sentence(text[:1].upper() + text[1:], slots["v"], _named(text, slots, claim))


def _named(text: str, slots: Mapping[str, Span], claim: Claim) -> Mapping[str, Span]:
    """The slots of a template under the names of the slots of edits."""
    found = {"subject": slots["s"], "name": slots["s"]}
    if "verb" in slots:
        found["verb"] = found["synonym"] = slots["verb"]
    if claim.value.interval is not None:
        found["value"] = slots["v"]
    if wordings.hedge_of(text[slots["v"].start : slots["v"].end]):
        found["hedge"] = slots["v"]
    told = next((slots[name] for name in ("in", "r") if name in slots), None)
    if told and claim.qualifiers.round:
        start = text.index(claim.qualifiers.round, told.start)
        found["round"] = Span(start, start + len(claim.qualifiers.round))
    return found


def restate(index: Index, claim: Claim, rng: Random, slot: str = "") -> Restatement | None:
    """One sentence about a claim added to one of the documents nearest to its date.

    None if no document is near, or if the sentence does not have the slot that is asked for.
    """
    hosts = _hosts(index.state, claim)
    said = rendered(rng.choice(FAMILIES[claim.attribute]), claim)
    if not hosts or (slot and slot not in said.slots):
        return None
    path = rng.choice(hosts)
    before = index.state.text(path).rstrip()
    state = changed(index.state, {path: f"{before}\n\n{said.text}\n"})
    start = len(before) + 2
    value = Span(start + said.value.start, start + said.value.end)
    sites = {
        name: _site(state.text(path), path, Span(start + at, start + end), value, claim)
        for name, (at, end) in said.slots.items()
    }
    return Restatement(state, path, said.text, value, sites)


def _site(text: str, path: str, span: Span, value: Span, claim: Claim) -> Site:
    left, right = text[max(0, span.start - AROUND) : span.start], text[span.end :][:AROUND]
    return Site(path, span, text[span.start : span.end], value, claim, left, right)


def _hosts(state: State, claim: Claim) -> list[str]:
    """The paths of the documents nearest in time, other than the claim's own."""

    def distance(path: str) -> int:
        own, other = claim.document.dated, state.readings[path].document.dated
        if own is None or other is None:
            return UNKNOWN
        return max((own.first - other.last).days, (other.first - own.last).days, 0)

    others = [path for path in sorted(state.readings) if path != claim.place.path]
    near = [path for path in others if distance(path) <= comparing.NEAR]
    nearest = sorted(near, key=lambda path: (distance(path), path))
    if len(nearest) <= HOSTS:
        return nearest
    return [path for path in nearest if distance(path) <= distance(nearest[HOSTS - 1])]
