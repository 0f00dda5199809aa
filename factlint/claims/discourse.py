"""A document -> what it is about at each sentence: what "it" and "the company" stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, partial, wraps
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from factlint.claims import clauses, phrases, roles, salience, sentences, tokens, words
from factlint.claims.actor import Actor
from factlint.claims.clauses import Clause
from factlint.claims.cues import Entry
from factlint.claims.salience import Candidate, Sign
from factlint.claims.structure import Structure
from factlint.claims.tokens import Sentence, Token
from factlint.model import EntityKind, Mention, Reading, ValueKind

#: An item that opens with a name of its own, known or not: "Foo, robots", "Foo — robots".
_LEAD = re.compile(r"(?P<word>[A-Z]\w*)[^,:;()—–]{0,40}(?:,(?!\d)|\ [—–(])", re.VERBOSE)
#: Words that open an item about whom the list is: "Employs 40 people, most of them in Oslo".
_OPENING_VERBS = frozenset((*words.PAST, *words.THIRD))
#: A heading over things that were gathered, or that says where they were said: "Acme News and
#: Links", "thanks to our sponsor Acme", "Acme Discord", "Acme > #general".
_COLLECTION = re.compile(
    r"""
    \b (?: links? | round-?up | digest | newsletter | bookmarks | headlines | sponsors? | sponsored
      | (?: job | event ) \  listings | further \  reading | reading \  list | worth \  reading
      | discord | subreddits? | channels? ) \b
    | [#][a-z]
    """,
    re.VERBOSE | re.IGNORECASE,
)
#: How far back a reader still has a name in mind, in sentences.
REACH = 5
FADE = 0.6
#: A pronoun so many tokens behind a name is its: "Foo, under its founder".
CLOSE = 4
#: A document of so many sentences tells one story: what one claim is about, others are too.
SHORT = 30
#: A text of so many paragraphs or more is a round-up if no name stands in more than such a share.
_SEVERAL = 3
_THREAD = 0.4
#: A text has one theme if it has so many figures of a kind, and such a share of them are alike.
_MANY = 3
_MOST = 0.6
#: So many items of a list that are read alike tell of the others.
_SIBLINGS = 2
#: A sentence of so few tokens that opens a passage is its label: "**Acme.**"
_LABEL = 3
#: So much of what a list is under is read for each of its items, in characters.
_INTRO = 200
#: A name that is never more than that in what is heard of it only stands on a preposition.
_OBLIQUE = 0.2
#: A bracket with an exchange and a symbol has at most so many tokens; how symbols are written.
_TICKER = 8
_SYMBOL = re.compile(r"[A-Z0-9][A-Z0-9.-]{0,9}")
#: Events in which who pays does so by trade; who buys a company does not.
_FINANCING = ("funding", "investment")
#: The lead of a name without any rival.
ALONE = 99.0


def _left_words(line: Sequence[Token], at: int) -> list[str]:
    return [token.lower for token in line[max(0, at - 4) : at]]


class Analysis:
    """One sentence, its place in the document, and its clauses and names once they are asked for.

    A class because most sentences that are looked at are never taken apart.
    """

    def __init__(self, sentence: Sentence, passage: int, section: int, is_dateline: bool) -> None:
        self.sentence = sentence
        self.passage = passage
        self.section = section
        self.is_dateline = is_dateline

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        return clauses.split(self.sentence.tokens)

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """The names that the sentence speaks of."""
        return () if self.is_dateline else actors(self.sentence, self.clauses)

    @cached_property
    def is_about_it(self) -> bool:
        """Whether "it" is what the sentence is about: that stands for none of its names."""
        first = roles.clause_subject(self.sentence.tokens, self.clauses, 0)
        return first is not None and first.text.lower() == "it"


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What an anaphor stands for.

    `lead` is how far its score lies ahead of the best rival's, as a logarithm; `near` says that it
    is named where a reader looks: right before, in a heading, or, in a document that tells one
    story, in its title or opening. `rivals` are the next likeliest names; `backs` says that it is
    known to give money, `labelled` that the passage is labelled with it, `above` that a heading,
    the title or a label holds it.
    """

    name: str
    text: str
    kind: EntityKind
    lead: float
    near: bool
    rivals: tuple[str, ...] = ()
    backs: bool = False
    labelled: bool = False
    above: bool = False


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
    tickers = frozenset(_tickers(line))
    result = []
    for i, token in enumerate(line):
        mention = token.mention
        if mention is None or mention.value.kind != "name" or phrases.is_modifier(line, i):
            continue
        if i in tickers:
            continue
        oblique = phrases.is_oblique(line, i)
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


def _tickers(line: Sequence[Token]) -> Iterator[int]:
    """The tokens of brackets that say where shares are listed: "(Euronext Oslo: FOO)"."""
    for at, token in enumerate(line):
        if token.text != "(":
            continue
        inside = [other.text for other in line[at + 1 : at + 1 + _TICKER]]
        if ")" not in inside:
            continue
        end = inside.index(")")
        colon = inside.index(":") if ":" in inside[:end] else 0
        if colon and _SYMBOL.fullmatch("".join(inside[colon + 1 : end])):
            yield from range(at + 1, at + 1 + end)


class Left(NamedTuple):
    """A figure that a sentence told: as what, of whom, in which unit and how much."""

    entry: Entry
    actor: Actor
    unit: str
    number: Decimal


class Question(NamedTuple):
    """What a discourse was asked, and what it answered then."""

    ask: Callable[[], object]
    answer: object

    def has_changed(self) -> bool:
        """Whether the answer is another one by now."""
        return self.ask() != self.answer


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def _noted(
    question: Callable[Concatenate[Discourse, _Asked], _Answer],
) -> Callable[Concatenate[Discourse, _Asked], _Answer]:
    """A question whose answer rests on what was read so far: it is kept, to be asked once more."""

    @wraps(question)
    def ask(self: Discourse, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        answer = question(self, *args, **kwargs)
        self.asked.append(Question(partial(question, self, *args, **kwargs), answer))
        return answer

    return ask


def compatible(kind: EntityKind, kinds: Sequence[EntityKind]) -> bool:
    """Whether a name of one kind may hold an attribute of these kinds.

    One of unknown kind may, but not what only markets have: those are called so.
    """
    return kind in kinds or not kinds or (kind == "unknown" and tuple(kinds) != ("market",))


class Discourse:
    """The sentences of a document in order, taken apart when first asked for.

    A class because what it remembers saves most of the work: few sentences are ever looked at.
    """

    def __init__(self, reading: Reading, mentions: Sequence[Sequence[Mention]]) -> None:
        self.reading = reading
        self.mentions = mentions
        self.structure = Structure(reading, mentions)
        self.spans: list[tuple[int, int, int]] = []
        for number, passage in enumerate(reading.passages):
            for start, end in sentences.split(passage.text, mentions[number]):
                self.spans.append((number, start, end))
        self._known: dict[int, Analysis] = {}
        self._headings: dict[str, tuple[Actor, ...]] | None = None
        self._heroes: dict[str | None, dict[str, Actor]] = {}
        self._learned: Counter[str | None] = Counter()
        self._backers: dict[str | None, set[str]] = {}
        self._happened: dict[str, list[int]] = {}
        self._last: dict[int, list[Left]] = {}
        self._told: dict[str, list[int]] = {}
        self._parts: dict[str, dict[str, Actor]] = {}
        self._makers: dict[str, str] = {}
        self._employers: dict[str, dict[str, Actor]] = {}
        self._figures: dict[ValueKind, list[Entry]] = {}
        self._items: dict[int, Counter[str]] = {}
        self._entries: dict[str, Entry] = {}
        self._itemized: set[int] = set()
        self._dealt: dict[int, dict[str | None, set[int]]] = {}
        self._counted: dict[int, dict[str, set[int]]] = {}
        self._places: dict[str, str] = {}
        self._intros: dict[int, str] | None = None
        #: What it was asked that it may answer otherwise once all is read.
        self.asked: list[Question] = []

    @property
    def is_short(self) -> bool:
        """Whether the document tells one story."""
        return len(self.spans) <= SHORT

    @cached_property
    def is_story(self) -> bool:
        """Whether a short document has one story, and is no round-up of several.

        The paragraphs of a round-up open with names of their own, and none runs through them.
        """
        if not self.is_short:
            return False
        told: Counter[str] = Counter()
        opening: Counter[str] = Counter()
        count = 0
        for number, passage in enumerate(self.reading.passages):
            if passage.kind in ("title", "heading", "field"):
                continue
            names = {
                mention.value.canonical or mention.value.text
                for mention in self.mentions[number]
                if mention.value.kind == "name" and mention.entity_kind not in ("place", "person")
            }
            if names:
                count += 1
                told.update(names)
                leads = (actor for actor in self[self._first(number)].actors if actor.weight >= 1)
                opening.update(actor.name for actor in leads if actor.name in names)
        title = self.reading.document.title or ""
        runs = count and max(told.values()) > _THREAD * count
        titled = 0 < sum(name in title for name in told) < _SEVERAL
        return len(opening) < _SEVERAL or 2 * len(opening) < count or titled or bool(runs)

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
            heads = start == 0 and 0 < sentences.dateline(passage.text) == end
            self._known[at] = Analysis(sentence, number, passage.section, heads)
        return self._known[at]

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
        """What an explicit claim tells: that a deal is about a name, or that it pays for one.

        `event` is the kind of deal; None for what is no deal.
        """
        if backs:
            self._backers.setdefault(event, set()).add(actor.name)
            return
        for kind in dict.fromkeys((event, None)):
            heroes = self._heroes.setdefault(kind, {})
            known = heroes.get(actor.name)
            heroes[actor.name] = replace(actor, weight=1.0 + (known.weight if known else 0.0))
            self._learned[kind] += 1

    def tell(self, at: int, attribute: str, event: str | None) -> None:
        """Remember that sentence `at` makes a claim about an attribute, and a kind of deal."""
        self._told.setdefault(attribute, []).append(at)
        if event is not None:
            self._happened.setdefault(event, []).append(at)
        passage = self.reading.passages[self.spans[at][0]]
        if passage.kind == "item":
            told = self._dealt.setdefault(passage.section, {})
            told.setdefault(event, set()).add(self.spans[at][0])

    def leave(self, at: int, left: Left) -> None:
        """Remember a figure that sentence `at` tells."""
        self._last.setdefault(at, []).append(left)

    @_noted
    def left(self, at: int) -> tuple[Left, ...]:
        """The figures that the sentence before `at` tells, in the same passage."""
        return self.leaves(at)

    def leaves(self, at: int) -> tuple[Left, ...]:
        """The same as `left`, as far as it is known by now."""
        alike = at > 0 and self.spans[at - 1][0] == self.spans[at][0]
        return tuple(self._last.get(at - 1, ())) if alike else ()

    def shared(self, at: int) -> Left | None:
        """What the sentence before `at` last told in percent."""
        return next((left for left in reversed(self.left(at)) if left.unit == "%"), None)

    def meet(self, part: str, actor: Actor) -> None:
        """Remember who plays a part in the deals that the text tells of."""
        self._parts.setdefault(part, {})[actor.name] = actor

    @_noted
    def partners(self, part: str) -> tuple[Actor, ...]:
        """Who plays a part in the deals that the text tells of."""
        return tuple(self._parts.get(part, {}).values())

    def own(self, name: str, maker: str) -> None:
        """Remember who makes or owns something."""
        self._makers[name] = maker

    @_noted
    def maker(self, name: str) -> str | None:
        """Who makes or owns something, by what the text tells."""
        return self._makers.get(name)

    def employ(self, person: str, company: Actor) -> None:
        """Remember that the text tells of somebody that he heads or founded a company."""
        self._employers.setdefault(person, {})[company.name] = company

    @_noted
    def employer(self, person: str) -> Actor | None:
        """The one company that the text tells somebody to head or to have founded."""
        known = tuple(self._employers.get(person, {}).values())
        return known[0] if len(known) == 1 else None

    def itemize(self, at: int, entry: Entry, kind: ValueKind) -> None:
        """Remember what a figure was read as, and whether it is the first of a list item."""
        self._figures.setdefault(kind, []).append(entry)
        here = self.spans[at][0]
        passage = self.reading.passages[here]
        if kind == "money" and passage.kind == "item" and here not in self._itemized:
            self._itemized.add(here)
            attribute = entry.definition.attribute
            self._items.setdefault(passage.section, Counter())[attribute] += 1
            if attribute not in self._entries or entry.cue.status is None:
                self._entries[attribute] = entry

    @_noted
    def is_list_of(self, at: int, event: str) -> bool:
        """Whether several items of the list, and half of those that make claims, tell of a deal."""
        passage = self.reading.passages[self.spans[at][0]]
        told = self._dealt.get(passage.section, {})
        items = set().union(*told.values())
        count = len(told.get(event, ()))
        return passage.kind == "item" and count >= _SIBLINGS and 2 * count >= len(items)

    @_noted
    def prevailing(self, kind: ValueKind) -> Entry | None:
        """What most figures of a kind are in a short text that tells of little else."""
        entries = self._figures.get(kind, ())
        if not self.is_short or len(entries) < _MANY:
            return None
        counts = Counter(entry.definition.attribute for entry in entries)
        attribute, count = counts.most_common(1)[0]
        if count < _MOST * len(entries):
            return None
        return next(entry for entry in entries if entry.definition.attribute == attribute)

    @_noted
    def usual(self, at: int) -> Entry | None:
        """What the items of the list are read as, if it is so for several and for half of them."""
        read = self._items.get(self.reading.passages[self.spans[at][0]].section)
        if not read:
            return None
        likeliest, count = read.most_common(1)[0]
        alike = count >= _SIBLINGS and 2 * count >= read.total()
        return self._entries[likeliest] if alike else None

    def intro(self, at: int) -> str:
        """The words that a list is under: the sentence with a colon before it, or its heading."""
        if self._intros is None:
            self._intros = {}
            passages = self.reading.passages
            for number, passage in enumerate(passages):
                if passage.kind not in ("item", "cell"):
                    continue
                said = self._intros.get(number - 1)
                if said is None:
                    before = passages[number - 1].text.rstrip() if number else ""
                    title = self.reading.document.title or ""
                    heading = passage.headings[-1] if passage.headings else title
                    said = before.rpartition(". ")[2] if before.endswith(":") else heading
                    said = said[-_INTRO:]
                self._intros[number] = said
        return self._intros.get(self.spans[at][0], "")

    @_noted
    def tells(self, at: int, event: str) -> bool:
        """Whether the text makes a claim about a deal of a kind; a long one, near sentence `at`."""
        others = self._happened.get(event, ())
        first = 0 if self.is_short else bisect_left(others, at - REACH)
        return first < len(others) and (self.is_short or others[first] <= at + REACH)

    @_noted
    def told(self, at: int, attribute: str) -> float:
        """How much the text around a sentence is about an attribute: near and often counts."""
        others = self._told.get(attribute, ())
        first = bisect_left(others, at - SHORT)
        return sum(FADE ** min(abs(at - other), 8) for other in others[first : first + SHORT])

    @_noted
    def resolve(
        self,
        at: int,
        before: int,
        kinds: Sequence[EntityKind],
        excluded: frozenset[str],
        event: str | None,
        *,
        pronoun: bool = False,
    ) -> Antecedent | None:
        """The thing that token `before` of sentence `at` goes on about without naming it, or None.

        `excluded` are names that it cannot be, `event` the kind of deal that is told of.
        """
        found = self._candidates(at, before, kinds, excluded, event)
        if not found:
            return None
        weights = salience.PRONOUN if pronoun else salience.TOPIC
        if tuple(kinds) == ("product",):
            weights = salience.PRODUCT
        scores = {name: candidate.score(weights) for name, candidate in found.items()}
        ranked = sorted(scores, key=lambda name: (-scores[name], name))
        best = found[ranked[0]]
        lead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else ALONE
        near = not best.signs.keys().isdisjoint(_NEAR if self.is_story else _RIGHT_HERE)
        near = near or (self.is_short and len(ranked) == 1)  # the only one that its paragraph names
        backs = "gives money by trade" in best.signs or "gives money" in best.signs
        labelled = "labels the passage" in best.signs
        above = labelled or not best.signs.keys().isdisjoint(_ABOVE)
        rivals = tuple(ranked[1:4])
        return Antecedent(
            best.name, best.text, best.kind, lead, near, rivals, backs, labelled, above
        )

    def _candidates(
        self,
        at: int,
        before: int,
        kinds: Sequence[EntityKind],
        excluded: frozenset[str],
        event: str | None,
    ) -> dict[str, Candidate]:
        """Every name around that could be meant, with the signs for and against it."""
        found: dict[str, Candidate] = {}
        weights: dict[str, float] = {}
        for actor, sign, strength in self._heard(at, before):
            if actor.name in excluded or not compatible(actor.kind, kinds):
                continue
            product = tuple(kinds) == ("product",)
            if words.tells_news(actor.name) or (product and words.is_benchmark(actor.name)):
                continue
            known = found.get(actor.name)
            if known is None:
                known = found[actor.name] = Candidate(actor.name, actor.text, actor.kind)
                self._judge(actor, known, event)
            known.show(sign, strength)
            weights[actor.name] = max(actor.weight, weights.get(actor.name, 0.0))
        if not found:
            self._hear_ahead(at, before, kinds, excluded, found, weights)
        census = self._census(at)
        most = max((len(census.get(name, ())) for name in found), default=0) or 1
        seats = self._seats(at)
        for name, candidate in found.items():
            if weights[name] < _OBLIQUE:
                candidate.show("in passing")
            candidate.show("spread", len(census.get(name, ())) / most)
            if self._places.get(name) in seats:
                candidate.show("seat fits")
        return found

    def _hear_ahead(
        self,
        at: int,
        before: int,
        kinds: Sequence[EntityKind],
        excluded: frozenset[str],
        found: dict[str, Candidate],
        weights: dict[str, float],
    ) -> None:
        """Whom a main clause further on is about: "Since its founding in 2015, Acme has"."""
        here = self[at]
        line = here.sentence.tokens
        opens = {
            c.start for c in here.clauses
            if c.kind == "main" and c.opener == ","
            and c.verb is not None and line[c.verb].lower not in words.REPORTING
        }  # fmt: skip
        for actor in here.actors:
            fits = actor.kind in kinds and actor.name not in excluded
            if actor.at >= before and actor.at in opens and fits:
                found[actor.name] = Candidate(actor.name, actor.text, actor.kind)
                found[actor.name].show("subject of this sentence", 1.0)
                weights[actor.name] = actor.weight
                self._judge(actor, found[actor.name], None)
                return

    def _judge(self, actor: Actor, candidate: Candidate, event: str | None) -> None:
        """The signs that lie in a name itself."""
        gives = actor.backs or any(actor.name in self._backers.get(e, ()) for e in _FINANCING)
        pays = event is not None and actor.name in self._backers.get(event, ())
        if pays or (gives and event == "funding"):
            candidate.show("gives money")
        elif gives:
            candidate.show("gives money by trade")
        if words.is_public_body(actor.name):
            candidate.show("a public body")
        if actor.kind == "unknown":
            candidate.show("unknown kind")
        if actor.kind == "product" and event is not None:
            candidate.show("a product")
        if words.tells_news(actor.name) or actor.text == self.reading.document.source:
            candidate.show("tells the news")
        for kind in dict.fromkeys((event, None)):
            heroes = self._heroes.get(kind, {})
            if actor.name in heroes and (self.is_story or not self.is_short):
                share = heroes[actor.name].weight / self._learned[kind]
                candidate.show("hero" if kind is None else "hero of such deals", share)

    def _heard(self, at: int, before: int) -> Iterator[tuple[Actor, Sign, float]]:
        """The names around sentence `at`, and where each of them stands."""
        here = self[at]
        for actor in here.actors:
            if actor.at < before:
                yield actor, _role(actor, "subject of this sentence", "named in this sentence"), 1.0
                if actor.weight >= 1 and self._is_label(at, actor):
                    yield actor, "labels the passage", 1.0
                if before - actor.at <= CLOSE:
                    yield actor, "right before", 1.0
        yield from self._heard_before(at)
        item = self._is_item(here)
        if item and self._has_lead(here):
            return  # "Foo, robots: $9M": whoever Foo is, the item is about him
        if self._is_gathered(here):
            return
        short = self.is_story
        for actor in self._above(here):
            yield actor, "in the heading", 1.0
        for actor in self._heading(here):
            yield actor, "heads the section", 1.0
        title = self.reading.document.title or ""
        for actor in self._headed().get(title, ()):
            if title.strip() == actor.text:  # a page about one thing
                yield actor, "in the heading", 1.0
            yield actor, "in the title", 1.0 if short else 0.2
        if short and not item:
            yield from self._heard_anywhere(at)

    def _heard_before(self, at: int) -> Iterator[tuple[Actor, Sign, float]]:
        """The names of the sentences right before, and of the one that opens the passage."""
        here = self[at]
        passed = 0  # sentences about a pronoun: what it stands for is told before them
        for back in range(1, min(REACH, at) + 1):
            earlier, distance = self[at - back], back - passed
            if earlier.section != here.section:
                break
            strength = self._carries(earlier, here) * FADE ** max(0, distance - 2)
            if not strength:
                continue
            if earlier.is_about_it:
                passed += 1
                for actor in earlier.actors:
                    yield actor, "beside a pronoun", 1.0
                continue
            for actor in earlier.actors:
                if distance == 1 and (not passed or actor is earlier.actors[-1]):
                    yield actor, _role(actor, "subject before", "named before"), strength
                else:
                    yield (
                        actor,
                        _role(actor, "subject further back", "named further back"),
                        strength,
                    )
        first = self._first(here.passage)
        if first < at:
            for actor in self[first].actors:
                if actor.weight >= 1:
                    yield actor, "opens the passage", 1.0
                    if self._is_label(first, actor):
                        yield actor, "labels the passage", 1.0

    def _is_label(self, at: int, actor: Actor) -> bool:
        """Whether a name is what a passage is headed with: "**Acme.**", "- Acme, Oslo: lamps"."""
        if len(self[at].sentence.tokens) <= _LABEL:
            return True
        opening = self[at].clauses[0]
        return opening.kind == "label" and actor.at < opening.end and self._is_item(self[at])

    def _heard_anywhere(self, at: int) -> Iterator[tuple[Actor, Sign, float]]:
        """All names of a short document, which tells one story."""
        opened = False
        for other in range(len(self.spans)):
            if self.reading.passages[self.spans[other][0]].kind in ("title", "heading", "field"):
                continue
            for actor in self[other].actors:
                if not opened and other < at and actor.weight >= 1:
                    yield actor, "opens the text", 1.0
                if other != at:
                    yield actor, "early" if other < at else "late", 1.0
            opened = True

    def _first(self, passage: int) -> int:
        """The first sentence of a passage."""
        return bisect_left(self.spans, passage, key=lambda span: span[0])

    def _carries(self, earlier: Analysis, here: Analysis) -> float:
        """How far a topic lives on: list items rarely go on with the item before."""
        if earlier.passage == here.passage:
            return 1.0
        return 0.0 if self._is_item(here) else 0.5

    def _is_item(self, here: Analysis) -> bool:
        return self.reading.passages[here.passage].kind in ("item", "cell")

    def _has_lead(self, here: Analysis) -> bool:
        """Whether an item opens with what may be a name, not with "Series B (2023):"."""
        lead = _LEAD.match(self.reading.passages[here.passage].text)
        if lead is None or lead["word"].lower() in _OPENING_VERBS:
            return False
        opening = self[self._first(here.passage)].sentence.tokens[0]
        return opening.mention is None or opening.is_name

    def _is_gathered(self, here: Analysis) -> bool:
        """Whether a sentence is an item of a collection, whose items have subjects of their own."""
        if not self._is_item(here):
            return False
        above = (self.reading.document.title or "", *self.reading.passages[here.passage].headings)
        return any(_COLLECTION.search(text) for text in above)

    def _above(self, here: Analysis) -> Iterator[Actor]:
        """The names of the headings above a sentence."""
        for text in reversed(self.reading.passages[here.passage].headings):
            yield from self._headed().get(text, ())

    def _heading(self, here: Analysis) -> tuple[Actor, ...]:
        """The one name that the nearest heading consists of, if there are headings of others."""
        headings = self.reading.passages[here.passage].headings
        found = self._headed().get(headings[-1], ()) if len(headings) > 1 else ()
        alone = len(found) == 1 and 2 * len(found[0].text) > len(headings[-1])
        return found if alone else ()

    def _headed(self) -> dict[str, tuple[Actor, ...]]:
        """The names of each heading and of the title, by their text."""
        if self._headings is None:
            self._headings = self._read_headings()
        return self._headings

    def _census(self, at: int) -> Mapping[str, set[int]]:
        """The sentences that each name stands in: of a short document, else of the section."""
        if not self._counted:
            for span, (number, _, _) in enumerate(self.spans):
                section = self._scope(number)
                names = self._counted.setdefault(section, {})
                for mention in self.within(span):
                    if mention.value.kind == "name":
                        name = mention.value.canonical or mention.value.text
                        names.setdefault(name, set()).add(span)
                        if mention.within is not None:
                            self._places[name] = mention.within
        return self._counted.get(self._scope(self[at].passage), {})

    def _scope(self, passage: int) -> int:
        """What shares its names with a passage: the whole story, a section, or itself alone."""
        if self.is_story:
            return 0
        return passage if self.is_short else self.reading.passages[passage].section

    def _seats(self, at: int) -> set[str | None]:
        """The places of "the Oslo company" and the like in a sentence."""
        line = self[at].sentence.tokens
        return {
            token.mention.value.canonical
            for i, token in enumerate(line[:-1])
            if token.mention is not None
            and token.mention.entity_kind == "place"
            and any(other.lower in words.ANAPHORS for other in line[i + 1 : i + 4])
        }


def _role(actor: Actor, subject: Sign, other: Sign) -> Sign:
    return subject if actor.weight >= 1 else other


#: Signs that stand near enough to be kept in mind, in a text about many things.
_RIGHT_HERE: frozenset[Sign] = frozenset(
    ("subject of this sentence", "subject before", "opens the passage", "labels the passage",
     "in the heading", "right before", "heads the section")
)  # fmt: skip
#: The signs that a heading or the title holds a name.
_ABOVE: frozenset[Sign] = frozenset(("in the heading", "in the title"))
_NEAR: frozenset[Sign] = _RIGHT_HERE | frozenset(
    ("named in this sentence", "named before", "in the title", "opens the text")
)
