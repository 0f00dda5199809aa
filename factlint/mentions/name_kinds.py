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
from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_shapes as shapes
from factlint.mentions import name_words as words
from factlint.mentions.name_cues import raised
from factlint.mentions.name_index import Index
from factlint.model import Entity, EntityKind

#: So many times as many products as firms make a document one about things.
_MOSTLY = 2
_DIGIT = re.compile(r"\d")
#: The first word of one that is glued: "Lumo" of "LumoResearch".
_CAMEL = re.compile(r"[A-Z][a-z]+(?=[A-Z])")

Spans = Sequence[tuple[int, int]]
Ballots = dict[str, Counter[EntityKind]]
#: A name, and a vote for its kind.
Said = tuple[str, EntityKind, int]
#: By text, its names and what was said there of their kinds.
Heard = dict[str, tuple[Spans, Sequence[Said]]]

#: What stands between the items of a list.
_JOINTS = frozenset((", ", " and ", ", and ", " or ", ", or ", " & ", "/", " vs ", " vs. ", " + "))


def tally(named: Mapping[str, Spans], given: Mapping[str, Entity], heard: Heard) -> Ballots:
    """The votes for the kinds of the names of all texts.

    `given` are the known spellings; `heard` remembers what texts said whose names stay the same.
    """
    ballots: Ballots = defaultdict(Counter)
    for text, spans in named.items():
        before = heard.get(text)
        if before is not None and before[0] is spans:
            said = before[1]
        else:
            said = [*_around(text, spans, given), *_between(text, spans, given)]
            heard[text] = spans, said
        for name, kind, weight in said:
            ballots[name][kind] += weight
    return ballots


def _around(text: str, spans: Spans, given: Mapping[str, Entity]) -> Iterator[Said]:
    """What the words around the names of a text say."""
    for start, end in spans:
        name = text[start:end]
        entity = given.get(name)
        if entity is None:
            for kind, weight in contexts.votes(text, start, end):
                yield name, kind, weight
        elif entity.kind == "product" and (raised(text, end) or contexts.is_firm(text, start)):
            yield name, "org", 3


#: Behind a place that no address ends with.
_NO_ADDRESS = ("'s", ":", " —", " –")


def _between(text: str, spans: Spans, given: Mapping[str, Entity]) -> Iterator[Said]:
    """What known names right before or after say: "Lumo, Spain", "Google's Lumo"."""
    for (start, end), (begin, stop) in pairwise(spans):
        judge = _BETWEEN.get(text[end:begin]) if begin - end < _NEXT else None
        if judge is None or (text[end] == "," and text.startswith(_NO_ADDRESS, stop)):
            continue  # "Lumo, Spain's first bank", "Lumo, Madrid: $9M"
        first, second = text[start:end], text[begin:stop]
        yield from judge(first, given.get(first), second, given.get(second))


def _by_comma(first: str, left: Entity | None, second: str, right: Entity | None) -> Iterator[Said]:
    """ "Lumo, Spain" and "Lumo, CA" are places; so is the code after one."""
    if left is None and (_is_code(second) or (right is not None and right.kind == "place")):
        yield first, "place", 3
    elif left is not None and left.kind == "place" and right is None and _is_code(second):
        yield second, "place", 4


def _by_firm(first: str, left: Entity | None, second: str, right: Entity | None) -> Iterator[Said]:
    """ "Google Lumo": what stands after a firm is its product."""
    if right is None and left is not None and left.kind == "org":
        yield second, "product", 3


def _by_owner(first: str, left: Entity | None, second: str, right: Entity | None) -> Iterator[Said]:
    """ "Google's Lumo", "Lumo's Gemini"."""
    yield from _by_firm(first, left, second, right)
    if left is None and right is not None and right.kind == "product":
        yield first, "org", 2


#: What may stand between two names that tell of one another, and what they tell then.
_BETWEEN = {", ": _by_comma, " ": _by_firm, "'s ": _by_owner}
_NEXT = 1 + max(map(len, _BETWEEN))


def _is_code(name: str) -> bool:
    """Whether a name may be the short form of a state or country: "CA"."""
    return len(name) == 2 and name.isupper()


def guess(
    seen: Collection[str],
    named: Mapping[str, Spans],
    given: Mapping[str, Entity],
    index: Index,
    heard: Heard,
) -> tuple[Mapping[str, EntityKind], Ballots]:
    """The kind of each name of a document by its own votes, and these."""
    ballots = tally(named, given, heard)
    for name in seen:
        if name in given:
            continue
        ballot = ballots[name]
        for kind, weight in form(name, given, index):
            ballot[kind] += weight
    return {name: winner(name, ballots[name], given) for name in seen}, ballots


def elect(
    named: Mapping[str, Spans],
    given: Mapping[str, Entity],
    guessed: Mapping[str, EntityKind],
    ballots: Ballots,
) -> Mapping[str, EntityKind]:
    """The kind of each name of a document, after a second round with what was `guessed`."""
    for name, kind, weight in _second_round(named, guessed):
        ballots[name][kind] += weight
    elected = {name: winner(name, ballots[name], given) for name in guessed}
    count = Counter(elected.values())
    things = count["product"] > _MOSTLY * count["org"]
    return {
        name: _settled(name, ballots[name], elected, things=things) if kind == "unknown" else kind
        for name, kind in elected.items()
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
    if name.rpartition(" ")[2] in nouns.OTHER_ENDS:
        opening = "unknown"  # "Rust Meetup": what takes place is none of its name's kinds
    singular = given.get(name[:-1]) if name.endswith("s") else None
    if singular is not None and singular.kind == "product":
        yield "product", 4  # "two Macs"
    for kind, weight in shapes.votes(name):
        if weight > 1 or opening == "unknown":
            yield kind, weight
    head, _, last = name.rpartition(" ")
    if head:
        surname = given.get(last)
        if surname is not None and surname.kind == "person":
            yield "person", 2
    if opening == "product":
        # "Gemini 3.1 Pro", but "Obsidian Compute" may be a firm that shares a word
        yield (
            "product",
            6 if _DIGIT.search(name) or name.rpartition(" ")[2] in nouns.PRODUCT_ENDS else 2,
        )
    elif opening == "org":
        yield "product", 1
    elif opening == "place" and any(part in words.STATE_BODIES for part in name.split()[1:]):
        yield "org", 3


def _opening(name: str, given: Mapping[str, Entity], index: Index) -> EntityKind:
    """The kind of the known name that a longer one opens with: "Gemini 3.1 Pro"."""
    head = name.partition(" ")[0].partition("-")[0]
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


def _second_round(named: Mapping[str, Spans], kinds: Mapping[str, EntityKind]) -> Iterator[Said]:
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


def _of_list(listed: Sequence[str], kinds: Mapping[str, EntityKind]) -> Iterator[Said]:
    count = Counter(kinds[name] for name in listed if kinds.get(name, "unknown") != "unknown")
    if not count:
        return
    kind, most = count.most_common(1)[0]
    if 3 * most < 2 * count.total() or (kind == "person" and len(listed) == 2):
        return
    if kind == "place" and most == 1 and len(listed) > 2:
        return  # "Lumo, Zedex and Sahara": a firm may have the name of a place
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
