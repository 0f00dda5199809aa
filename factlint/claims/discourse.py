"""A document -> what it is about at each sentence: what "it" and "the company" stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factlint.claims import clauses, roles, sentences, tokens, words
from factlint.claims.clauses import Clause
from factlint.claims.tokens import Sentence, Token
from factlint.model import EntityKind, Mention, Reading

#: An item that opens with a name of its own, known or not: "Foo, robots", "Foo — robots".
_LEAD = re.compile(r"[A-Z][^,:;()—–]{0,40}(?:,|\ [—–(])", re.VERBOSE)
#: How far back a reader still has a name in mind, in sentences.
REACH = 5
FADE = 0.6
#: A document of so many sentences tells one story: what one claim is about, others are too.
SHORT = 30
#: The margin of a name without any rival.
ALONE = 99.0


@dataclass(frozen=True, slots=True)
class Actor:
    """A name at a token of a sentence, and how much the sentence is about it (0..1)."""

    name: str
    text: str
    kind: EntityKind
    weight: float
    at: int = 0
    backs: bool = False


def _left_words(line: Sequence[Token], at: int) -> list[str]:
    return [token.lower for token in line[max(0, at - 4) : at]]


class Analysis:
    """One sentence, its place in the document, and its clauses and names once they are asked for.

    A class because most sentences that are looked at are never taken apart.
    """

    def __init__(self, sentence: Sentence, passage: int, section: int) -> None:
        self.sentence = sentence
        self.passage = passage
        self.section = section

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        return clauses.split(self.sentence.tokens)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The names that the sentence speaks of."""
        return actors(self.sentence, self.clauses)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an anaphor stands for.

    `margin` is its weight over that of the best rival; `near` says that its own passage, a heading
    or the title names it. `rivals` are the next likeliest names.
    """

    name: str
    text: str
    kind: EntityKind
    margin: float
    near: bool
    rivals: tuple[str, ...] = ()


def actors(sentence: Sentence, parts: Sequence[Clause]) -> tuple[Actor, ...]:
    """The names of a sentence: subjects of main clauses weigh most, names on prepositions least."""
    line = sentence.tokens
    subjects: dict[int, float] = {}
    for index, clause in enumerate(parts):
        if clause.kind not in ("main", "label"):
            continue
        found = roles.clause_subject(line, parts, index)
        verb = line[clause.verb].lower if clause.verb is not None else ""
        for at in found.names if found else ():
            subjects[at] = 0.25 if verb in words.BYSTANDERS else 1.0
    verbs = {line[clause.verb].lower for clause in parts if clause.verb is not None}
    backed = bool(verbs & words.BACKING)
    result = []
    for i, token in enumerate(line):
        mention = token.mention
        if mention is None or mention.value.kind != "name" or roles.is_modifier(line, i):
            continue
        oblique = roles.is_oblique(line, i)
        weight = subjects.get(i, 0.15 if oblique else 0.35)
        previous = line[i - 1].lower if i else ""
        if previous in ("by", "told", "to", "from"):
            weight = 0.1
        elif backed and oblique and "from" not in _left_words(line, i):
            weight = 0.9  # "Foo led a round in the startup Acme"
        name = mention.value.canonical or token.text
        actor = Actor(name, token.text, mention.entity_kind, weight, i, mention.backs)
        result.append(actor)
    return tuple(result)


def compatible(kind: EntityKind, kinds: Sequence[EntityKind]) -> bool:
    """Whether a name of one kind may hold an attribute of these kinds; unknown may."""
    return kind == "unknown" or not kinds or kind in kinds


class Discourse:
    """The sentences of a document in order, taken apart when first asked for.

    A class because what it remembers saves most of the work: few sentences are ever looked at.
    """

    def __init__(self, reading: Reading, mentions: Sequence[Sequence[Mention]]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.spans: list[tuple[int, int, int]] = []
        for number, passage in enumerate(reading.passages):
            for start, end in sentences.split(passage.text, mentions[number]):
                self.spans.append((number, start, end))
        self._known: dict[int, Analysis] = {}
        self._headings: dict[str, tuple[Actor, ...]] | None = None
        self._heroes: dict[str | None, dict[str, Actor]] = {}
        self._backers: set[str] = set()
        self._told: dict[str, list[int]] = {}
        #: How often something unnamed was asked for.
        self.asked = 0

    def __len__(self) -> int:
        return len(self.spans)

    def inside(self, at: int) -> list[Mention]:
        """The mentions of one sentence that are read."""
        return list(self.within(at)[: sentences.MOST_MENTIONS])

    def within(self, at: int) -> Sequence[Mention]:
        """All mentions of one sentence."""
        number, start, end = self.spans[at]
        found = self.mentions[number]
        first = bisect_left(found, start, key=lambda m: m.start)
        last = bisect_left(found, end, key=lambda m: m.start)
        return found[first:last]

    def __getitem__(self, at: int) -> Analysis:
        if at not in self._known:
            number, start, end = self.spans[at]
            passage = self.reading.passages[number]
            sentence = tokens.tokenize(passage.text, start, end, self.inside(at))
            self._known[at] = Analysis(sentence, number, passage.section)
        return self._known[at]

    def topics(self, at: int) -> Iterator[Actor]:
        """The names of the headings above a sentence and of the title, the nearest one first."""
        if self._headings is None:
            self._headings = self._read_headings()
        passage = self.reading.passages[self[at].passage]
        weight = 1.0
        for text in (*reversed(passage.headings), self.reading.document.title or ""):
            for actor in self._headings.get(text, ()):
                yield replace(actor, weight=actor.weight * weight)
            weight *= 0.5

    def _read_headings(self) -> dict[str, tuple[Actor, ...]]:
        found: dict[str, tuple[Actor, ...]] = {}
        first: dict[str, int] = {}  # a heading that stands a thousand times speaks of no more names
        for at, (number, _, _) in enumerate(self.spans):
            passage = self.reading.passages[number]
            if passage.kind not in ("heading", "title"):
                continue
            if first.setdefault(passage.text, number) == number:
                known = found.get(passage.text, ())
                found[passage.text] = (known + self[at].actors)[: sentences.MOST_MENTIONS]
        return found

    def learn(self, actor: Actor, event: str | None, *, backs: bool) -> None:
        """What an explicit claim tells: that a deal is about a name, or that it gives the money.

        `event` is the kind of deal; None for what is no deal.
        """
        if backs:
            self._backers.add(actor.name)
            return
        for kind in dict.fromkeys((event, None)):
            heroes = self._heroes.setdefault(kind, {})
            known = heroes.get(actor.name)
            heroes[actor.name] = replace(actor, weight=1.0 + (known.weight if known else 0.0))

    def tell(self, at: int, attribute: str) -> None:
        """Remember that sentence `at` makes a claim about an attribute."""
        self._told.setdefault(attribute, []).append(at)

    def told(self, at: int, attribute: str) -> float:
        """How much the text around a sentence is about an attribute: near and often counts."""
        self.asked += 1
        return sum(FADE ** min(abs(at - other), 8) for other in self._told.get(attribute, ()))

    def _bias(self, actor: Actor, event: str | None) -> float:
        """How much more a name is spoken of than its place in the sentences says."""
        if actor.name in self._heroes.get(event, {}):
            return 1.6
        return 0.15 if actor.name in self._backers or (actor.backs and event == "funding") else 1.0

    def resolve(
        self,
        at: int,
        before: int,
        kinds: Sequence[EntityKind],
        excluded: frozenset[str],
        event: str | None,
    ) -> Antecedent | None:
        """The thing that token `before` of sentence `at` goes on about without naming it, or None.

        Names of the sentences before count by role and distance, those of title and headings as
        much as a subject two sentences back, and those that claims of the same kind of deal are
        about more than others.
        """
        self.asked += 1
        weights: dict[str, float] = {}
        best: dict[str, Actor] = {}
        near: set[str] = set()
        for actor, weight, close in self._heard(at, before, event):
            if not weight or actor.name in excluded or not compatible(actor.kind, kinds):
                continue
            factor = self._bias(actor, event) * (0.7 if actor.kind == "unknown" else 1.0)
            weights[actor.name] = weights.get(actor.name, 0.0) + weight * factor
            best.setdefault(actor.name, actor)
            if close:
                near.add(actor.name)
        if not weights:
            return None
        ranked = sorted(weights, key=lambda name: (-weights[name], name))
        rival = weights[ranked[1]] if len(ranked) > 1 else 0.0
        margin = weights[ranked[0]] / rival if rival else ALONE
        actor = best[ranked[0]]
        close = actor.name in near
        return Antecedent(actor.name, actor.text, actor.kind, margin, close, tuple(ranked[1:4]))

    def _carries(self, earlier: Analysis, here: Analysis) -> float:
        """How far a topic lives on: list items rarely go on with the item before."""
        if earlier.passage == here.passage:
            return 1.0
        return 0.0 if self._is_item(here) else 0.4

    def _is_item(self, here: Analysis) -> bool:
        return self.reading.passages[here.passage].kind in ("item", "cell")

    def _heard(
        self, at: int, before: int, event: str | None
    ) -> Iterator[tuple[Actor, float, bool]]:
        """Names so far, each with its weight, and whether it stands close by."""
        here = self[at]
        for actor in here.actors:
            if actor.at < before:
                yield actor, actor.weight * 0.8, True
        for distance in range(1, min(REACH, at) + 1):
            earlier = self[at - distance]
            if earlier.section != here.section:
                break
            fade = FADE ** (distance - 1) * self._carries(earlier, here)
            for actor in earlier.actors:
                yield actor, actor.weight * fade, earlier.passage == here.passage
        if self._is_item(here) and _LEAD.match(self.reading.passages[here.passage].text):
            return  # "Foo, robots: $9M": whoever Foo is, the item is about him
        for actor in self.topics(at):
            yield actor, actor.weight * 0.7, True
        if len(self.spans) <= SHORT and not self._is_item(here):
            heroes = self._heroes.get(event) or self._heroes.get(None, {})
            total = sum(actor.weight for actor in heroes.values())
            for actor in heroes.values():
                yield actor, 0.4 * actor.weight / total, True
