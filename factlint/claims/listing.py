"""A list item that says nothing of its figure -> what the list is of.

"- Foo, robots: $9M" in a list whose other items tell of rounds, or under "The largest fines so
far:".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.claims import governors, words
from factlint.claims.clauses import is_finite
from factlint.claims.cues import Entry, Match
from factlint.claims.drafting import LENT, Draft, draft, is_bare
from factlint.claims.scene import Scene
from factlint.claims.tokens import Token

#: The name that an item is about is one of its first tokens.
_LEAD = 5
#: The noun that governs the sum of a round is the name of the round: "its Series A of $9M".
_OF_A_ROUND = "{round}"


def from_siblings(scene: Scene, index: governors.Index, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "- Foo, robots: $9M" in a list whose other items tell of rounds: what those tell of."""
    if scene.passage.kind != "item" or not any(token.is_name for token in scene.tokens[:_LEAD]):
        return
    entry = scene.discourse.usual(scene.at)
    if entry is None and scene.discourse.is_list_of(scene.at, "funding"):
        entry = next(iter(index.told(_OF_A_ROUND)), None)  # items that say who led
    if entry is None:
        return
    theme = scene.discourse.prevailing("money")
    alike = theme is not None and theme.definition.attribute == entry.definition.attribute
    if entry.definition.event == "funding" or alike:
        # only deals, and what the whole text tells of, are listed without saying so
        yield from _listed(scene, entry, found, (LENT,))


def from_intro(scene: Scene, index: governors.Index, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "- Foo, May 2023: $9M" behind "The largest fines so far:": a fine."""
    if scene.passage.kind != "item":
        return
    intro = scene.discourse.intro(scene.at)
    said = {word.lower() for word in intro.split() if word != "May"}
    if not intro.endswith(":") and not words.FINITE_AUXILIARIES.isdisjoint(said):
        return  # a heading that states something: "Applications for Round 3 are open"
    entries = index.told(intro)
    attributes = {one.definition.attribute for one in entries}
    if len(attributes) == 1 and entries[0].definition.event in (None, "funding"):
        yield from _listed(scene, entries[0], found, ())


def _listed(
    scene: Scene, entry: Entry, found: Sequence[Draft], signs: tuple[str, ...]
) -> Iterator[Draft]:
    """The first figure of a list item that opens with a name and says nothing else of it."""
    kind = entry.definition.value
    figures = [
        at
        for at, token in enumerate(scene.tokens)
        if token.mention is not None and token.mention.value.kind == kind
    ]
    names = [at for at, token in enumerate(scene.tokens[:_LEAD]) if token.is_name]
    if not figures or not names or names[0] > figures[0]:
        return
    if any(one.value.kind == kind for one in found):
        return
    between = range(names[0] + 1, figures[0])
    named = any(scene.tokens[i].is_name and scene.tokens[i - 1].lower == "and" for i in between)
    if named or any(scene.tokens[i].lower == "to" for i in between):
        return  # "Foo to pay $9M", "Foo and Bar's $9M project"
    if any(is_finite(scene.tokens, i, names[0]) for i in between):
        return  # "Foo is in talks to put $9M into Bar" has a wording of its own
    if signs and _is_described(scene.tokens, figures[0]):
        return  # "Foo's $9M wipeout"
    own = scene.value(figures[0])
    party = scene.fitting(names[0], entry.kinds)
    if party is None or own.per is not None or not own.interval:
        return
    if not entry.definition.admits(own.interval.number):
        return
    lent = Match(entry, figures[0], figures[0] + 1, figures[0], None, None, figures[0])
    yield draft(scene, lent, replace(party, how="label", signs=signs), figures[0])


def _is_described(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun right behind a figure says what it is: "$9M claims", not "$9M from Foo"."""
    if is_bare(tokens, at):
        return False
    after = tokens[at + 1]
    return after.mention is None and after.text.isalpha() and after.lower not in words.PREPOSITIONS
