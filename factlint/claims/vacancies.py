"""A cue without a compatible subject -> what stood where the subject was looked for."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.claims import subjects, words
from factlint.claims.cues import Match
from factlint.claims.phrases import Subject
from factlint.claims.scene import Scene
from factlint.model import EntityKind

KINDS: Mapping[EntityKind, str] = {
    "org": "an organization",
    "product": "a product",
    "person": "a person",
    "place": "a place",
    "market": "a market",
    "unknown": "a name of unknown kind",
}


def describe(scene: Scene, match: Match) -> str:
    """What stood there, and what was looked for."""
    wanted = " or ".join(KINDS[kind] for kind in match.entry.kinds)
    return f"{_standing(scene, match)}; wanted: {wanted or 'a name'}"


def _standing(scene: Scene, match: Match) -> str:
    if match.subject is not None:
        return _named(scene, scene.head(match.subject))
    found = subjects.candidates(scene, match)
    if found:
        return _candidate(scene, match, found[0])
    clause = scene.clause(match.trigger)
    end = match.start if clause.verb is None else min(clause.verb, match.start)
    phrase = scene.tokens[clause.start : end]
    if not phrase:
        return "no subject, and no topic that could be meant"
    return f"{scene.passage.text[phrase[0].start : phrase[-1].end]!r} names nobody"


def _candidate(scene: Scene, match: Match, found: Subject) -> str:
    if found.names:
        return ", ".join(_named(scene, at) for at in found.names)
    shown = repr(found.text) if found.text else "the topic"
    meant = next((words for kind, words in KINDS.items() if kind == found.anaphor), None)
    if meant and match.entry.kinds and found.anaphor not in match.entry.kinds:
        return f"{shown} stands for {meant}"
    return f"{shown} stands for nothing that is clearly named nearby"


def _named(scene: Scene, at: int) -> str:
    party = scene.party(at)
    if words.tells_news(party.name):
        return f"{party.text!r} tells the news"
    return f"{party.text!r} is {KINDS[party.kind]}"
