"""A list of names in a text about a deal -> who gives the money, whatever the verb.

"Foo Ventures, Bar Capital and Baz are down for smaller portions": where a text tells of a funding
and most of the names are those of investors, the list is one of backers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims import subjects, words
from factlint.claims.cues import Entry, Match
from factlint.claims.drafting import Draft, draft
from factlint.claims.phrases import Subject
from factlint.claims.scene import Scene

#: Words of a sentence whose names are there for something else.
_OTHERWISE = words.words(
    "sell sells sold selling sellers seller sale sue sued sues court lawsuit customers clients"
    " users rival rivals rivalling competitor competitors compete competes advised advising adviser"
    " advisers advisor advisors banks lenders lender loan loans underwriters underwriter formerly"
    " worked work works joined-from alumni veterans veteran like unlike than such owns declined"
    " refused rejected exit exited left denied passed bidders bidder"
)
_LEAST = 2
#: Who leads is told of by wordings of their own.
_LEADING = words.words("led lead leads leading front fronted co-led co-leads co-leading helm head")
_NEAR = 12


def find(scene: Scene, entries: Sequence[Entry], found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts that lists of investors give; no name that is told of otherwise."""
    if not entries or not any(t.mention is not None and t.mention.backs for t in scene.tokens):
        return
    if any(token.lower in _OTHERWISE for token in scene.tokens):
        return
    bound = {one.token for one in found} | {one.party.at for one in found}
    for one in entries:
        if one.definition.event and scene.discourse.tells(scene.at, one.definition.event):
            yield from _listed(scene, one, bound)


def _listed(scene: Scene, one: Entry, bound: set[int]) -> Iterator[Draft]:
    at = 0
    while at < len(scene.tokens):
        if not scene.tokens[at].is_name:
            at += 1
            continue
        names = [at, *scene.list_after(at, across=True)]
        at = names[-1] + 1
        known = sum(scene.backs(name) for name in names)
        near = {token.lower for token in scene.tokens[at : at + _NEAR]}
        if not near.isdisjoint(_LEADING):
            continue
        if len(names) < _LEAST or 2 * known < len(names) or not bound.isdisjoint(names):
            continue
        match = Match(one, names[0], at, names[0], None, None, names[0])
        given = frozenset(scene.party(name).name for name in names)
        topic = Subject("topic", "", anaphor="it")
        for party in subjects.resolved(scene, topic, match, one.kinds, given)[:1]:
            for name in names:
                if scene.kind(name) in ("org", "person", "unknown"):
                    yield draft(scene, match, party, name)
