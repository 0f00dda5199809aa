"""Sentences with their clauses -> claims: the best cue of each value, and its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factlint.claims import confidence, cues, modality, qualifiers, roles, words
from factlint.claims.clauses import Clause, clause_at, is_finite, skips
from factlint.claims.cues import Match
from factlint.claims.discourse import Analysis, Discourse, compatible
from factlint.claims.roles import How, Subject
from factlint.claims.tokens import Sentence, Token
from factlint.model import Claim, EntityKind, Mention, Passage, Place, Qualifiers, Reading, Value

#: A subject further off than this, in tokens, is a guess.
FAR = 28
#: A possessor is looked for so many tokens left of its value.
REACH = 9
#: Attributes that tell of one deal, by the name of the event.
#: Attributes of those who get the money, not of those who give it.
ABOUT_THE_FUNDED = frozenset(
    ("funding_amount", "funding_round", "total_funding", "valuation", "lead_investor", "investor")
)
EVENTS = {
    "funding_amount": "funding", "funding_round": "funding", "valuation": "funding",
    "lead_investor": "funding", "acquirer": "acquisition", "acquisition_price": "acquisition",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """A name that plays a part in a claim, and how it was found."""

    name: str
    text: str
    kind: EntityKind
    at: int
    how: How
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: who, which cue, the token and the value."""

    match: Match
    party: Party
    token: int
    value: Value


class Scene:
    """One sentence of a document while its claims are read. A class, to pass one thing along."""

    def __init__(self, discourse: Discourse, at: int) -> None:
        self.discourse = discourse
        self.at = at
        self.analysis: Analysis = discourse[at]
        self.sentence: Sentence = self.analysis.sentence
        self.tokens: tuple[Token, ...] = self.sentence.tokens
        self.clauses: tuple[Clause, ...] = self.analysis.clauses
        self.passage: Passage = discourse.reading.passages[self.analysis.passage]

    def drafts(self, index: cues.Index) -> Iterator[Draft]:
        """The claims that the cues find here, the best cue for each value first."""
        taken: set[tuple[int, str]] = set()
        ranked = sorted(
            (match for match in index.match(self.sentence) if self._fits(match)), key=_rank
        )
        for match in ranked:
            for draft in self._drafts_of(match):
                for key in _keys(draft):
                    if key in taken:
                        break
                else:
                    taken.update(_keys(draft))
                    yield draft

    def _fits(self, match: Match) -> bool:
        cue, definition = match.entry.cue, match.entry.definition
        left = {t.lower for t in self.tokens[max(0, match.start - 12) : match.start]}
        clause = self.clauses[clause_at(self.clauses, match.end - 1)]
        right = {t.lower for t in self.tokens[match.end : min(match.end + 4, clause.end)]}
        if left & set(cue.unless_before) or right & set(cue.unless_after):
            return False
        if match.subject == match.end - 1 and self._owns(self._head(match.subject)):
            return False  # "bought Foo's stake": Foo is not what was bought
        if match.counterparty is not None and self._kind(self._head(match.counterparty)) == "place":
            return False  # money put into a place is spent, not invested in a company
        if match.value is None:
            return True
        value = _value(self.tokens[match.value])
        if value.kind == "name" and self._kind(match.value) == "product":
            return False  # "Bitcoin-backed loans": a thing holds no other
        if match.entry.kinds == ("product",) and self._is_generic(match.value):
            return False
        if value.per is not None and definition.name != "price":
            return False
        unit = value.interval.unit if value.interval else ""
        bare = not unit and match.entry.pattern.literals > 0
        return not definition.units or unit in definition.units or bare

    def _head(self, at: int) -> int:
        """The last name of a possessive chain: "Kim Lee's Acme" is about Acme."""
        while self._owns(at) and at + 2 < len(self.tokens) and self.tokens[at + 2].is_name:
            at += 2
        return at

    def _is_generic(self, at: int) -> bool:
        """Whether a size is that of some model: "fine-tuned a 4B model" names no model.

        "Foo is a 4B model" and "Foo, a 4B model," do.
        """
        if at and self.tokens[at - 1].lower in ("at", "the", "beyond", "past"):
            return True  # an operating point, or one model of a family
        if any(t.lower in ("models", "llms") for t in self.tokens[at + 1 : at + 3]):
            return True
        before = [i for i in range(max(0, at - 3), at) if self.tokens[i].lower in ("a", "an")]
        if not before:
            return False
        clause = self.clauses[clause_at(self.clauses, at)]
        if clause.kind == "app" and before[0] - clause.start <= 1:
            return False
        left = before[0] - 1
        while left >= 0 and skips(self.tokens[left]):
            left -= 1
        kin = words.BE | {"as", "has", "with", "features", "offers", "supports", "boasts", "gets"}
        return left < 0 or self.tokens[left].lower not in kin

    def _kind(self, at: int) -> EntityKind:
        mention = self.tokens[at].mention
        return mention.entity_kind if mention else "unknown"

    def _owns(self, at: int) -> bool:
        """Whether a token is a name with a possessive."""
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        return self.tokens[at].is_name and following == "'s"

    def _drafts_of(self, match: Match) -> Iterator[Draft]:
        if match.entry.cue.agent == "value":
            yield from self._agent_drafts(match)
            return
        assert match.value is not None
        values = [match.value, *self._more_values(match, match.value)]
        subjects = self._subjects(match)
        if len(values) > 1 and len(values) == len(subjects) and self._says("respectively"):
            pairs = list(zip(subjects, values, strict=True))
        elif match.entry.definition.value in ("name", "round"):
            pairs = [(party, value) for party in subjects for value in values]
        else:
            pairs = [(party, value) for party in subjects[:1] for value in values]
            if self._says("respectively") and len(subjects) == len(self._like(match.value)):
                pairs = list(zip(subjects, self._like(match.value), strict=True))
            elif subjects and subjects[0].how == "list":
                pairs = [(party, match.value) for party in subjects]
        for party, token in pairs:
            value = _value(self.tokens[token])
            if value.canonical is None or value.canonical != party.name:
                yield Draft(match, party, token, value)

    def _says(self, word: str) -> bool:
        return any(token.lower == word for token in self.tokens)

    def _like(self, at: int) -> list[int]:
        """The tokens with a value of the same kind, in order."""
        kind = _value(self.tokens[at]).kind
        return [i for i, t in enumerate(self.tokens) if t.mention and t.mention.value.kind == kind]

    def _more_values(self, match: Match, at: int) -> list[int]:
        """The rest of a list that starts with the value: "led by A, B and C"."""
        if match.entry.definition.value == "money":
            return self._conversion(at)
        if match.entry.definition.holds != "many" or not self.tokens[at].is_name:
            return []
        return self._list_after(at)

    def _conversion(self, at: int) -> list[int]:
        """The same sum in another currency: "$1.03B (€890M)"."""
        if at + 2 >= len(self.tokens) or self.tokens[at + 1].text != "(":
            return []
        other = self.tokens[at + 2].mention
        if other is None or other.value.interval is None or other.value.kind != "money":
            return []
        own = _value(self.tokens[at]).interval
        differs = own is not None and other.value.interval.unit != own.unit
        return [at + 2] if differs else []

    def _list_after(self, at: int) -> list[int]:
        more, i = [], at + 1
        while i < len(self.tokens) and self.tokens[i].lower in (",", "and", "&", "or"):
            while i < len(self.tokens) and self.tokens[i].lower in (",", "and", "&", "or"):
                i += 1
            if i >= len(self.tokens) or not self.tokens[i].is_name:
                break
            clause = self.clauses[clause_at(self.clauses, i)]
            if (clause.kind == "main" and clause.start > at) or self._owns(i):
                break  # the name starts a clause or a noun phrase of its own
            more.append(i)
            i += 1
        return more

    def _agent_drafts(self, match: Match) -> Iterator[Draft]:
        """ "X acquired Y": the agent is the value, the object the subject."""
        agents = self._role(match, ("org", "person", "unknown"))
        # "They bought it": a buyer who is a guess himself buys nothing.
        agents = [one for one in agents if one.how not in ("anaphor", "topic") or one.kind == "org"]
        many = match.entry.definition.holds == "many"
        kinds = match.entry.kinds
        if match.subject is None:
            yield from self._topic_drafts(match, agents, kinds)
            return
        first = self._head(match.subject)
        objects = [first, *self._list_after(first)]
        for agent in agents if many else agents[:1]:
            for at in objects:
                party = self._slot_party(at, kinds)
                if party is None or party.name == agent.name:
                    continue
                signs = agent.signs
                how = agent.how if agent.how in ("anaphor", "topic", "modifier") else "slot"
                value = Value("name", agent.text, canonical=agent.name)
                yield Draft(match, replace(party, how=how, signs=signs), agent.at, value)

    def _topic_drafts(
        self, match: Match, agents: Sequence[Party], kinds: Sequence[EntityKind]
    ) -> Iterator[Draft]:
        """ "Foo led the round": the agent is the value, the subject is who the text is about."""
        names = frozenset(agent.name for agent in agents)
        for party in self._resolved(Subject("topic", "", anaphor="it"), match, kinds, names):
            for agent in agents:
                if agent.how not in ("anaphor", "topic", "modifier"):
                    value = Value("name", agent.text, canonical=agent.name)
                    yield Draft(match, party, agent.at, value)

    def _slot_party(self, at: int, kinds: Sequence[EntityKind]) -> Party | None:
        mention = self.tokens[at].mention
        if mention is None or not compatible(mention.entity_kind, kinds):
            return None
        return self._party(at, "slot")

    def _party(self, at: int, how: How, signs: tuple[str, ...] = ()) -> Party:
        mention = self.tokens[at].mention
        assert mention is not None
        name = mention.value.canonical or self.tokens[at].text
        return Party(name, self.tokens[at].text, mention.entity_kind, at, how, signs)

    def _subjects(self, match: Match) -> list[Party]:
        kinds = match.entry.kinds
        if match.subject is not None:
            first = self._head(match.subject) if match.subject == match.end - 1 else match.subject
            slots = [first, *self._list_after(first)]
            found = [party for at in slots if (party := self._slot_party(at, kinds))]
            return found if match.entry.definition.holds == "many" else found[:1]
        at = match.trigger if match.value is None else match.value
        mention = self.tokens[at].mention
        taken = frozenset((mention.value.canonical or "",)) if mention else frozenset()
        clause = clause_at(self.clauses, match.trigger)
        if match.entry.definition.name in ABOUT_THE_FUNDED and self._is_bystanders(clause):
            return self._funded(clause, match, kinds)
        return self._role(match, kinds, taken)

    def _role(
        self, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str] = frozenset()
    ) -> list[Party]:
        """The grammatical subject of the match, or what it stands for; never a name of `taken`."""
        at = match.trigger
        clause = clause_at(self.clauses, at)
        upto = match.value if match.value is not None else at
        for near in (
            self._owner(match, kinds),
            self._asked(match, kinds),
            self._adjacent(at, kinds),
        ):
            if near is not None:
                return [near]
        least = min(match.start, upto)
        found = list(roles.clause_subjects(self.tokens, self.clauses, clause, least))
        if not found:
            return self._headless(clause, match, kinds, taken)
        tried = (self._parties(subject, match, kinds, taken) for subject in found)
        return next((parties for parties in tried if parties), [])

    def _is_bystanders(self, clause: int) -> bool:
        """Whether a clause tells what backers did: "Foo led the round"."""
        if self.clauses[clause].kind == "ing" and clause:
            return self._is_bystanders(clause - 1)
        verb = self.clauses[clause].verb
        if verb is None:
            return False
        group = [token.lower for token in self.tokens[verb : verb + 4]]
        return "by" not in group and not words.BACKING.isdisjoint(group[:3])

    def _funded(self, clause: int, match: Match, kinds: Sequence[EntityKind]) -> list[Party]:
        """Who got the money of a round that others led: named after it, else the topic."""
        end = self.clauses[clause].end
        for i in range(match.end, min(end, match.end + 6)):
            if self.tokens[i].is_name and self.tokens[i - 1].lower in ("of", "for", "in", "into"):
                party = self._slot_party(i, kinds)
                return [replace(party, how="event")] if party else []
        backers = roles.clause_subject(self.tokens, self.clauses, clause)
        names = [self._party(i, "slot").name for i in (backers.names if backers else ())]
        topic = Subject("topic", "", anaphor="it")
        return self._resolved(topic, match, kinds, frozenset(names))

    def _asked(self, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
        """The name before an infinitive: "enables models like Foo 2 to support"."""
        at = match.trigger if match.value is None else min(match.trigger, match.value)
        least = max(1, self.clauses[clause_at(self.clauses, at)].start, at - 5)
        for i in range(at - 1, least - 1, -1):
            if self.tokens[i].mention is not None:
                return None
            if self.tokens[i].lower == "to":
                named = self.tokens[i - 1].is_name and not roles.is_oblique(self.tokens, i - 1)
                party = self._slot_party(i - 1, kinds) if named else None
                return replace(party, how="clause") if party else None
        return None

    def _adjacent(self, at: int, kinds: Sequence[EntityKind]) -> Party | None:
        """The name right before a verb: "X (has|recently) raised"."""
        clause = self.clauses[clause_at(self.clauses, at)]
        if clause.verb is None or clause.verb > at or clause.kind not in ("main",):
            return None
        left = clause.verb - 1
        between = self.tokens[clause.verb : at]
        if any(t.mention or t.lower in ("to", "that", "and") for t in between):
            return None
        while left >= clause.start and skips(self.tokens[left]):
            left -= 1
        if left < clause.start or not self.tokens[left].is_name:
            return None
        if left > clause.start and self.tokens[left - 1].lower in (
            "and",
            "or",
            ",",
            "&",
            "like",
            "as",
        ):
            return None
        party = self._slot_party(left, kinds)
        if party is None or roles.is_oblique(self.tokens, left, clause.start):
            return None
        return replace(party, how="adjacent")

    def _owner(self, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
        """The possessor that a value belongs to: "Acme's $9M round at a $50M valuation"."""
        if match.value is None:
            return None
        least = max(self.clauses[clause_at(self.clauses, match.value)].start, match.value - REACH)
        for i in range(match.value - 1, least - 1, -1):
            if self._owns(i):
                party = self._slot_party(i, kinds)
                return replace(party, how="possessive") if party else None
            if self.tokens[i].is_name or is_finite(self.tokens, i, least):
                return None
        return None

    def _headless(
        self, clause: int, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str]
    ) -> list[Party]:
        """A clause without a subject of its own: a headline or a list item is about its topic."""
        here = self.clauses[clause]
        before = self.tokens[here.start : match.start]
        words_before = [t for t in before if t.mention is None and t.lower.isalpha()]
        if (here.verb is not None and here.verb <= match.trigger) or len(words_before) > 3:
            return []
        return self._resolved(Subject("topic", "", anaphor="it"), match, kinds, taken)

    def _parties(
        self, found: Subject, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str]
    ) -> list[Party]:
        if not found.names:
            return self._resolved(found, match, kinds, taken)
        parties = []
        for at in found.names:
            party = self._slot_party(at, kinds)
            if party is not None and party.name not in words.MEDIA:
                signs = self._signs(at, match, found.names)
                parties.append(replace(party, how=found.how, signs=signs))
        if not parties and found.how in ("event", "modifier"):
            return self._resolved(Subject("topic", found.text, anaphor="it"), match, kinds, taken)
        return parties

    def _signs(self, at: int, match: Match, own: Sequence[int]) -> tuple[str, ...]:
        """The warning signs between a subject and its value; `own` are the names of the subject."""
        to = match.value if match.value is not None else match.trigger
        signs = []
        low, high = sorted((at, to))
        between = range(low + 1, high)
        skipped = {
            i for c in self.clauses if c.kind in ("app", "rel", "ed", "ing", "paren", "prep")
            for i in range(c.start, c.end) if not c.start <= to < c.end
        }  # fmt: skip
        names = [i for i in between if self.tokens[i].is_name and i not in skipped]
        names = [i for i in names if i not in own and not roles.is_modifier(self.tokens, i)]
        if any(self._party(i, "slot").kind in ("org", "product") for i in names):
            signs.append("another name between subject and value")
        if high - low - len(skipped & set(between)) > FAR:
            signs.append("far from the value")
        return tuple(signs)

    def _resolved(
        self,
        found: Subject,
        match: Match,
        kinds: Sequence[EntityKind],
        excluded: frozenset[str] = frozenset(),
    ) -> list[Party]:
        wanted = tuple(kinds)
        if found.anaphor in ("org", "product", "person"):
            if kinds and found.anaphor not in kinds:
                return []
            wanted = (found.anaphor,)  # type: ignore[assignment]
        antecedent = self.discourse.resolve(self.at, match.start, wanted, excluded)
        guessed = found.how == "topic" and tuple(kinds) == ("product",)
        if antecedent is None or guessed:  # a size without a subject is seldom that of the topic
            return []
        signs: tuple[str, ...] = ()
        if antecedent.margin < 1.25:
            signs = ("several rivals",)
        elif antecedent.margin < 2.0:
            signs = ("a rival not far behind",)
        if not antecedent.near:
            signs += ("named in another passage",)
        how: How = "anaphor" if found.how == "anaphor" else "topic"
        at = match.trigger
        text = found.text or antecedent.text
        return [Party(antecedent.name, text, antecedent.kind, at, how, signs)]


def _keys(draft: Draft) -> tuple[tuple[int, str], ...]:
    """What a claim takes up in its sentence.

    A number has one attribute; a name may be the value of several, each with one subject, and a
    subject has one buyer.
    """
    definition = draft.match.entry.definition
    name = definition.name
    if draft.value.kind in ("name", "round"):
        own = (draft.token, f"{name} {draft.party.name}")
        only = (-1, f"{name} {draft.party.name}")
        return (own,) if definition.holds == "many" else (own, only)
    return ((draft.token, draft.party.name if draft.party.how == "list" else ""),)


def _rank(match: Match) -> tuple[int, int, int, int]:
    literals = match.entry.pattern.literals
    return (-match.entry.cue.priority, -literals, match.end - match.start, match.start)


def _value(token: Token) -> Value:
    assert token.mention is not None
    return token.mention.value


def claims_of(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Claim]:
    """The drafts of a sentence as claims, with qualifiers, status and confidence."""
    for draft in drafts:
        match, at = draft.match, draft.token
        clause = clause_at(scene.clauses, match.trigger)
        own = clause_at(scene.clauses, at)
        upto = max(match.trigger, at) if match.value is not None else match.end
        if not modality.is_asserted(scene.sentence, scene.clauses, clause, upto):
            continue
        signs = _all_signs(scene, draft)
        sure = confidence.of(draft.party.how, signs)
        yield _claim(scene, draft, clause, own, upto, sure, signs)


def _all_signs(scene: Scene, draft: Draft) -> tuple[str, ...]:
    signs = list(draft.party.signs)
    if draft.party.kind == "unknown":
        signs.append("kind of the subject unknown")
    if draft.match.entry.cue.priority <= 3:
        signs.append("weak wording")
    left = {t.lower for t in scene.tokens[max(0, draft.token - 4) : draft.token]}
    if left & {"than", "compared", "versus", "vs", "unlike"}:
        signs.append("a comparison")
    return tuple(signs)


def _claim(
    scene: Scene, draft: Draft, clause: int, own: int, upto: int, sure: float, signs: Sequence[str]
) -> Claim:
    reading, sentence = scene.discourse.reading, scene.sentence
    definition, cue = draft.match.entry.definition, draft.match.entry.cue
    said = modality.status(sentence, scene.clauses, clause, upto)
    status = cue.status if cue.status and said in ("done", "planned") else said
    token = scene.tokens[draft.token]
    worded = {**qualifiers.worded(definition, sentence, draft.token), **cue.qualifiers}
    other = draft.match.counterparty
    other = scene._head(other) if other is not None else None
    counterparty = (
        scene._party(other, "slot").name
        if other is not None
        else qualifiers.counterparty(sentence, scene.clauses, own, draft.token)
    )
    moved = modality.has_moved(sentence, scene.clauses, own)
    narrowed = Qualifiers(
        status=status,
        round=qualifiers.round_of(sentence, scene.clauses[own], draft.token, draft.value.kind),
        basis=worded.get("basis"),
        as_of=qualifiers.as_of(sentence, scene.clauses, own, draft.token),
        counterparty=counterparty if counterparty != draft.party.name else None,
        purpose=qualifiers.purpose(sentence, scene.clauses, own, draft.token),
        scope=worded.get("scope"),
        period=worded.get("period"),
        part_of=worded.get("part_of") or qualifiers.part_of(sentence, draft.token),
        office=worded.get("office"),
    )
    start, end = _quoted(scene, draft, own)
    event = EVENTS.get(definition.name)
    return Claim(
        place=_place(reading, scene.passage, token.start, token.end),
        attribute=definition.name,
        subject=draft.party.name,
        subject_text=draft.party.text,
        subject_kind=draft.party.kind,
        value=draft.value,
        qualifiers=narrowed,
        sentence=scene.passage.text[sentence.start : sentence.end].strip(),
        quote=_source(reading, scene.passage, start, end),
        quote_place=_place(reading, scene.passage, start, end),
        confidence=sure,
        reasons=(f"subject: {draft.party.how}", f"cue: {cue.match}", *signs),
        definition=definition.name,
        phrase=scene.at * 1000 + qualifiers.phrase_start(sentence, draft.token),
        attribution=qualifiers.attribution(sentence),
        event=f"{draft.party.name}: {narrowed.round or event}" if event else None,
        moved=moved,
        document=reading.document,
    )


def _quoted(scene: Scene, draft: Draft, own: int) -> tuple[int, int]:
    """The words to show: from the subject (or the cue) to the end of the clause of the value."""
    tokens = scene.tokens
    first = min(draft.match.start, draft.token)
    if draft.party.at < len(tokens) and scene.clauses[own].start - draft.party.at < FAR:
        first = min(first, draft.party.at)
    last = max(draft.match.end, draft.token + 1, min(scene.clauses[own].end, draft.token + 8))
    return tokens[first].start, tokens[min(last, len(tokens)) - 1].end


def _place(reading: Reading, passage: Passage, start: int, end: int) -> Place:
    return reading.place(*passage.map.span(start, end))


def _source(reading: Reading, passage: Passage, start: int, end: int) -> str:
    low, high = passage.map.span(start, end)
    return reading.text[low:high]


def figures(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that carry a number."""
    return (mention for mention in mentions if mention.value.interval is not None)
