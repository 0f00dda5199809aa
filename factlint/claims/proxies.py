"""A subject that cannot hold an attribute -> whom it stands for.

"CEO Kim Lee expects sales of $9M" tells of the company that he heads; "Foo released Bar 2, a 9B
model" of the product that Foo brings out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.claims import phrases, words
from factlint.claims.clauses import clause_at
from factlint.claims.scene import Party, Scene

#: Words of which the title of who heads a company is made.
_OFFICE = frozenset(
    word for word, kind in words.ANAPHORS.items() if kind == "person"
) | words.words("chief executive officer managing director co-ceo cfo coo chair head owner")
_JOINS = frozenset(("and", "&", "-", "group", "interim", "then", "long-time", "longtime"))
#: A title behind a name is made of so many words.
_TITLE = 3
#: Verbs by which a company brings out a product.
_LAUNCHING = frozenset(
    ("release", "launch", "unveil", "introduce", "announce", "ship", "debut", "publish", "present",
     "reveal", "drop")
)  # fmt: skip
_OPENS = frozenset(("open-sourced", "open-sources"))


def heads(scene: Scene, at: int) -> bool:
    """Whether the text tells of the person at a token that he heads or founded a company.

    A clause that names a company or a product, too, leaves open of which of them he speaks.
    """
    first, titled = _title(scene, at)
    if titled and first >= 0 and scene.tokens[first].is_name:
        return scene.kind(first) in ("org", "unknown")
    clause = scene.clause(at)
    around = range(clause.start, clause.end)
    if any(scene.tokens[i].is_name and scene.kind(i) in ("org", "product") for i in around):
        return False
    known = scene.discourse.employer(scene.party(at).name)
    return known is not None or titled or _is_titled_behind(scene, at)


def company(scene: Scene, at: int) -> Party | None:
    """The company that the person at a token heads, if the text names it."""
    first, titled = _title(scene, at)
    if titled and first >= 0 and scene.tokens[first].is_name:
        return replace(scene.party(first), how="clause")
    known = scene.discourse.employer(scene.party(at).name)
    return Party(known.name, scene.tokens[at].text, known.kind, at, "anaphor") if known else None


def _title(scene: Scene, at: int) -> tuple[int, bool]:
    """The token before the title in front of a name, and whether there is a title."""
    first = at - 1
    while first >= 0 and scene.tokens[first].lower in _OFFICE | _JOINS:
        first -= 1
    titled = any(token.lower in _OFFICE for token in scene.tokens[first + 1 : at])
    if titled and first >= 0 and scene.tokens[first].lower == "'s":
        first -= 1
    return first, titled


def _is_titled_behind(scene: Scene, at: int) -> bool:
    """Whether the title follows: "Kim Lee, co-founder and boss, counts"."""
    mark, *title = scene.tokens[at + 1 : at + 2 + _TITLE] or (scene.tokens[at],)
    return (
        mark.text in (",", "(")
        and any(token.lower in _OFFICE for token in title)
        and not any(token.is_name for token in title)
    )


def product(scene: Scene, trigger: int, value: int) -> int | None:
    """The one product that the clause of a figure, or the one it hangs on, says is brought out."""
    index = clause_at(scene.clauses, trigger)
    while index > 0 and scene.clauses[index].kind not in ("main", "cont"):
        index -= 1
    clause = scene.clauses[index]
    if clause.verb is None or clause.verb >= value:
        return None
    group = scene.tokens[clause.verb : clause.verb + 3]
    said = {words.LEMMA.get(token.lower, token.lower) for token in group}
    if said.isdisjoint(_LAUNCHING | _OPENS):
        return None
    named = _products(scene, clause.verb, min(value, trigger))
    if len({scene.party(at).name for at in named}) != 1:
        return None
    return named[0] if phrases.preposition(scene.tokens, named[0], clause.verb) is None else None


def _products(scene: Scene, start: int, end: int) -> Sequence[int]:
    return [i for i in range(start, end) if scene.tokens[i].is_name and scene.kind(i) == "product"]
