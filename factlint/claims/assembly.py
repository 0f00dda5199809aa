"""Drafts of claims -> claims, with qualifiers, status, confidence and exact places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims import confidence, headlines, modality, qualifiers
from factlint.claims.clauses import clause_at, is_timely
from factlint.claims.drafting import LENT, Draft
from factlint.claims.scene import Scene
from factlint.model import Claim, Mention, Passage, Place, Qualifiers, Reading

_UNKNOWN = "kind of the subject unknown"
#: A quote starts with its subject unless that is further off, in tokens.
FAR = 28


def claims(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """The drafts of a sentence as claims, with qualifiers, status and confidence."""
    return (_claim(scene, draft) for draft in drafts if doubt(scene, draft) is None)


def doubt(scene: Scene, draft: Draft) -> str | None:
    """Why the text does not assert what a draft says; None if it does."""
    clause = clause_at(scene.clauses, draft.match.trigger)
    return modality.doubt(scene.sentence, scene.clauses, clause, _upto(draft))


def _upto(draft: Draft) -> int:
    """The token up to which words bear on a claim."""
    match = draft.match
    return max(match.trigger, draft.token) if match.value is not None else match.end


def signs(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The warning signs of a draft."""
    found = list(draft.party.signs)
    if draft.party.kind == "unknown":
        product = draft.match.entry.kinds == ("product",)
        found.append("a product by nothing but its attribute" if product else _UNKNOWN)
    if LENT in found:
        return (*found, *_compared(scene, draft))  # no wording of its own is weak or strong
    if not draft.match.entry.cue.priority:
        found.append("read off the word that governs it")
    elif draft.match.entry.cue.priority <= 3:
        found.append("weak wording")
    elif draft.match.entry.cue.priority == 4:
        found.append("a loose wording")
    return (*found, *_compared(scene, draft))


#: What may be said of a sentence and not of what its figures are multiples of.
_AHEAD = frozenset(("forecast", "planned", "in_talks", "rumored"))
#: Before what something else is held against.
_AGAINST = frozenset(("than", "compared", "versus", "vs", "unlike"))
#: How many tokens left of a value they are looked for, and how many right of it a time.
_NEAR, _SOON = 4, 4


def _compared(scene: Scene, draft: Draft) -> tuple[str, ...]:
    """The sign that a value may be that of what its subject is held against.

    "than Foo's $9M" is told of Foo, but "compared with $9M in 2024" or "with $9M expected" of the
    subject, at another time or by those who guess.
    """
    first = max(0, draft.token - _NEAR)
    near = [token.lower in _AGAINST for token in scene.tokens[first : draft.token]]
    if not any(near):
        return ()
    against = first + len(near) - 1 - near[::-1].index(True)
    if against < draft.party.at < draft.token:
        return ()
    if against < draft.match.start and draft.party.how == "slot":
        return ()  # "than the $9M imposed on Foo": the wording itself tells of whom
    after = scene.tokens[draft.end : draft.end + _SOON]
    if any(is_timely(token) for token in after):
        return ("a comparison with another time",)
    if modality.is_expected(scene.sentence, draft.end - 1):
        return ("a comparison with what was expected",)
    return ("a comparison",)


def _claim(scene: Scene, draft: Draft) -> Claim:
    reading, sentence = scene.discourse.reading, scene.sentence
    definition, cue = draft.match.entry.definition, draft.match.entry.cue
    clause = clause_at(scene.clauses, draft.match.trigger)
    own = clause_at(scene.clauses, draft.token)
    warnings = signs(scene, draft)
    funding = definition.event == "funding"
    standing = definition.event is None and definition.value in ("name", "date")
    at = own if standing else clause
    if definition.value_kinds == ("place",) and draft.party.how == "slot":
        said = modality.worded(sentence, draft.match.start, draft.match.end)
    else:
        said = modality.status(
            sentence, scene.clauses, at, _upto(draft), funding=funding, standing=standing
        )
    if modality.negated(sentence, draft.token):
        said = "denied"
    if said in _AHEAD and scene.is_multiplied(draft.token):
        said = "done"  # what is to be triple the $3M of last year: these are told
    if said == "in_talks" and draft.match.entry.kinds == ("product",):
        said = "done"  # nobody negotiates what a product is: "users discuss its 256k context"
    if said in ("forecast", "planned") and _is_outset(scene, draft):
        said = "done"  # "is to grow from $2 billion to $9 billion"
    if said == "planned" and draft.party.kind == "market":
        said = "forecast"  # nobody plans what "will reach $9 billion by 2030"
    status = cue.status if cue.status and said in ("done", "planned") else said
    worded = {**qualifiers.worded(definition, sentence, draft.token), **cue.qualifiers}
    other = draft.match.counterparty
    other = scene.head(other) if other is not None else None
    counterparty = (
        scene.party(other).name
        if other is not None
        else qualifiers.counterparty(sentence, scene.clauses, own, draft.token)
    )
    counterparty = counterparty or (draft.beside.counterparty if draft.beside else None)
    moved = modality.has_moved(sentence, scene.clauses, own)
    beside = draft.beside or Qualifiers()
    narrowed = Qualifiers(
        status=beside.status if status == "done" else status,
        round=qualifiers.round_of(sentence, scene.clauses[own], draft.token, draft.value.kind)
        or beside.round,
        basis=worded.get("basis") or beside.basis,
        as_of=qualifiers.as_of(sentence, scene.clauses, own, draft.token) or beside.as_of,
        counterparty=counterparty if counterparty != draft.party.name else None,
        purpose=qualifiers.purpose(sentence, scene.clauses, own, draft.token) or beside.purpose,
        scope=worded.get("scope") or beside.scope,
        period=worded.get("period") or beside.period,
        part_of=worded.get("part_of") or qualifiers.part_of(sentence, draft.token),
        office=worded.get("office"),
    )
    start, end = _quoted(scene, draft, own)
    event = definition.event
    return Claim(
        place=place(scene, scene.tokens[draft.token].start, scene.tokens[draft.end - 1].end),
        attribute=definition.attribute,
        subject=draft.party.name,
        subject_text=draft.party.text,
        subject_kind=draft.party.kind,
        value=draft.value,
        qualifiers=narrowed,
        sentence=scene.passage.text[sentence.start : sentence.end].strip(),
        quote=_source(reading, scene.passage, start, end),
        quote_place=place(scene, start, end),
        confidence=confidence.of(draft.party.how, warnings),
        reasons=(f"subject: {draft.party.how}", f"cue: {cue.match}", *warnings),
        definition=definition.name,
        phrase=_phrase(scene, draft.token),
        attribution=qualifiers.attribution(sentence),
        event=f"{draft.party.name}: {narrowed.round or event}" if event else None,
        moved=moved,
        document=reading.document,
        in_title=headlines.is_title(scene.passage),
        event_kind=event,
    )


def _is_outset(scene: Scene, draft: Draft) -> bool:
    """Whether a figure is what another is measured by: "up from $9M", "against $9M in 2025"."""
    before = [token.lower for token in scene.tokens[max(0, draft.token - 2) : draft.token]]
    measured = before[-1:] in (["from"], ["against"], ["versus"], ["vs"])
    compared = measured or before in (["compared", "with"], ["compared", "to"])
    told = not modality.is_expected(scene.sentence, draft.end - 1)
    return compared and told and draft.value.interval is not None


def _phrase(scene: Scene, token: int) -> int:
    """The noun phrase of a value, by the place in the source that it starts at."""
    first = scene.tokens[qualifiers.phrase_start(scene.sentence, token)]
    return scene.passage.map.span(first.start, first.end)[0]


def _quoted(scene: Scene, draft: Draft, own: int) -> tuple[int, int]:
    """The words to show: from the subject (or the cue) to the end of the clause of the value."""
    tokens = scene.tokens
    first = min(draft.match.start, draft.token)
    if draft.party.at < len(tokens) and scene.clauses[own].start - draft.party.at < FAR:
        first = min(first, draft.party.at)
    last = max(draft.match.end, draft.end, min(scene.clauses[own].end, draft.token + 8))
    return tokens[first].start, tokens[min(last, len(tokens)) - 1].end


def place(scene: Scene, start: int, end: int) -> Place:
    """Where a stretch of the passage stands in its document."""
    return scene.discourse.reading.place(*scene.passage.map.span(start, end))


def _source(reading: Reading, passage: Passage, start: int, end: int) -> str:
    low, high = passage.map.span(start, end)
    return reading.text[low:high]


def figures(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that carry a number."""
    return (mention for mention in mentions if mention.value.interval is not None)
