"""The names of a document in their texts -> the kind of each.

All evidence is votes: what the words around a name say, wherever it stands, and its own form.
A second round then asks the names beside it: those in one list with it, and those it is part of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from factlint.mentions import name_contexts as contexts
from factlint.mentions import name_shapes as shapes
from factlint.mentions import name_words as words
from factlint.mentions.name_cues import funded
from factlint.mentions.name_index import Index
from factlint.model import Entity, EntityKind

#: So many times as many products as firms make a document one about things.
_MOSTLY = 2
#: The first word of one that is glued: "Lumo" of "LumoResearch".
_CAMEL = re.compile(r"[A-Z][a-z]+(?=[A-Z])")

Spans = Sequence[tuple[int, int]]
Ballots = dict[str, Counter[EntityKind]]

#: What stands between the items of a list.
_JOINTS = frozenset((", ", " and ", ", and ", " or ", ", or ", " & ", "/", " vs ", " vs. ", " + "))


def tally(named: Mapping[str, Spans], given: Mapping[str, Entity]) -> Ballots:
    """The votes for the kinds of the names of all texts; `given` are the known spellings."""
    ballots: Ballots = defaultdict(Counter)
    for text, spans in named.items():
        for start, end in spans:
            name = text[start:end]
            entity = given.get(name)
            if entity is None:
                ballot = ballots[name]
                for kind, weight in contexts.votes(text, start, end):
                    ballot[kind] += weight
            elif entity.kind == "product" and funded(text, end):
                ballots[name]["org"] += 3
        _neighbours(text, spans, given, ballots)
    return ballots


def _neighbours(text: str, spans: Spans, given: Mapping[str, Entity], ballots: Ballots) -> None:
    """The votes of known names right before or after: "Lumo, Spain", "Google's Lumo"."""
    for (start, end), (begin, stop) in pairwise(spans):
        if begin - end > 3:
            continue
        first, gap, second = text[start:end], text[end:begin], text[begin:stop]
        left, right = given.get(first), given.get(second)
        if gap == ", " and left is None:
            if _is_code(second) or (
                right is not None and right.kind == "place" and text[stop : stop + 2] != "'s"
            ):
                ballots[first]["place"] += 3
        elif (
            right is None
            and gap == ", "
            and left is not None
            and left.kind == "place"
            and _is_code(second)
        ):
            ballots[second]["place"] += 4
        elif right is None and left is not None and left.kind == "org" and gap in ("'s ", " "):
            ballots[second]["product"] += 3
        elif left is None and right is not None and right.kind == "product" and gap == "'s ":
            ballots[first]["org"] += 2


def _is_code(name: str) -> bool:
    """Whether a name may be the short form of a state or country: "CA"."""
    return len(name) == 2 and name.isupper()


def elect(
    seen: Collection[str], named: Mapping[str, Spans], given: Mapping[str, Entity], index: Index
) -> Mapping[str, EntityKind]:
    """The kind of each name of a document."""
    ballots = tally(named, given)
    for name in seen:
        if name in given:
            continue
        ballot = ballots[name]
        for kind, weight in form(name, given, index):
            ballot[kind] += weight
    first = {name: winner(name, ballots[name], given) for name in seen}
    for name, kind, weight in _second_round(named, first):
        ballots[name][kind] += weight
    second = {name: winner(name, ballots[name], given) for name in seen}
    count = Counter(second.values())
    things = count["product"] > _MOSTLY * count["org"]
    return {
        name: _settled(name, ballots[name], second, things=things) if kind == "unknown" else kind
        for name, kind in second.items()
    }


def _settled(
    name: str, ballot: Counter[EntityKind], kinds: Mapping[str, EntityKind], *, things: bool
) -> EntityKind:
    """What votes do not tell: a site is what its firm is, a technical form that of a thing.

    `things` says that the document tells of things far more than of firms.
    """
    bare = kinds.get(name.rpartition(".")[0], "unknown")
    if bare != "unknown":
        return bare
    maker = _CAMEL.match(name)
    if maker is not None and maker[0] != name and kinds.get(maker[0]) == "org":
        return "org"  # "LumoResearch"
    if " " not in name and ballot["org"] == ballot["person"] > 0:
        return "org"  # "Lumo said": people have two names
    if ballot["org"] > 0 or ballot["product"] < 0:
        return "unknown"
    return "product" if things and shapes.technical(name) else "unknown"


def alone(name: str, given: Mapping[str, Entity], index: Index) -> EntityKind:
    """The kind of a name by its own form only."""
    ballot: Counter[EntityKind] = Counter()
    for kind, weight in form(name, given, index):
        ballot[kind] += weight
    return leader(ballot)


def form(name: str, given: Mapping[str, Entity], index: Index) -> Iterator[tuple[EntityKind, int]]:
    """The votes of a name's own form, known names in it included."""
    opening = _opening(name, given, index)
    for kind, weight in shapes.votes(name):
        if weight > 1 or opening == "unknown":
            yield kind, weight
    head, _, last = name.rpartition(" ")
    if head:
        surname = given.get(last)
        if surname is not None and surname.kind == "person":
            yield "person", 2
    if opening == "product":
        yield "product", 6
    elif opening == "org":
        yield "product", 1
    elif opening == "place" and any(part in words.STATE_BODIES for part in name.split()[1:]):
        yield "org", 3


def _opening(name: str, given: Mapping[str, Entity], index: Index) -> EntityKind:
    """The kind of the known name that a longer one opens with: "Gemini 3.1 Pro"."""
    head = re.split(r"[ -]", name, maxsplit=1)[0]
    if head == name:
        return "unknown"
    for spelling in index.spellings.get(head, ()):
        if name.startswith(spelling) and name[len(spelling) : len(spelling) + 1] in (" ", "-"):
            return given[spelling].kind
    return "unknown"


def winner(name: str, ballot: Counter[EntityKind], given: Mapping[str, Entity]) -> EntityKind:
    """The kind of a name by its votes.

    The gazetteer decides, save that a product that is said to raise money is a company here.
    """
    entity = given.get(name)
    if entity is not None:
        return "org" if entity.kind == "product" and ballot["org"] > 2 else entity.kind
    return leader(ballot)


def leader(ballot: Counter[EntityKind]) -> EntityKind:
    """The kind with the most votes; two alike are none."""
    best = ballot.most_common(2)
    if not best or best[0][1] <= 0 or (len(best) > 1 and best[0][1] == best[1][1]):
        return "unknown"
    return best[0][0]


def _second_round(
    named: Mapping[str, Spans], kinds: Mapping[str, EntityKind]
) -> Iterator[tuple[str, EntityKind, int]]:
    """Votes of the names in one list with a name, and of those that it opens."""
    for text, spans in named.items():
        for listed in _lists(text, spans):
            yield from _of_list(listed, kinds)
    lines = {
        name.split(" ", 1)[0]
        for name, kind in kinds.items()
        if kind == "product" and " " in name and any(map(str.isdigit, name))
    }
    for name, kind in kinds.items():
        head = name.split(" ", 1)[0]
        if head in lines:
            yield name, "product", 2
        if head == name or head not in kinds:
            continue
        if kind == "person" and head in words.given_names():
            yield head, kind, 2


def _of_list(
    listed: Sequence[str], kinds: Mapping[str, EntityKind]
) -> Iterator[tuple[str, EntityKind, int]]:
    count = Counter(kinds[name] for name in listed if kinds.get(name, "unknown") != "unknown")
    if not count:
        return
    kind, most = count.most_common(1)[0]
    if 3 * most < 2 * count.total() or (kind == "person" and len(listed) == 2):
        return
    for name in listed:
        if kinds.get(name) == "unknown":
            yield name, kind, 2


def _lists(text: str, spans: Spans) -> Iterator[list[str]]:
    """The names of each list: "A, B and C"; two with a comma alone are none."""
    held: list[str] = []
    commas = True
    last = -9
    for start, end in spans:
        gap = text[last:start] if 0 < start - last < 7 else ""
        if gap in _JOINTS:
            commas = commas and gap == ", "
        else:
            if len(held) > 2 or (len(held) > 1 and not commas):
                yield held
            held, commas = [], True
        held.append(text[start:end])
        last = end
    if len(held) > 2 or (len(held) > 1 and not commas):
        yield held
