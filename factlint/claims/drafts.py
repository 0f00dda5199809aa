"""Cues found in a sentence -> drafts of claims: the best cue of each value, with its subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factlint.claims import (
    cells,
    continuing,
    cues,
    governors,
    guards,
    lending,
    listing,
    phrases,
    roles,
    rosters,
    skeletons,
    subjects,
    words,
)
from factlint.claims.actor import Actor
from factlint.claims.clauses import is_finite
from factlint.claims.cues import Match
from factlint.claims.discourse import ALONE, Discourse, Left
from factlint.claims.drafting import Draft, draft
from factlint.claims.governors import Governor
from factlint.claims.phrases import Subject
from factlint.claims.scene import Party, Scene
from factlint.claims.wordings import Wordings
from factlint.model import ClaimDefinition, Value

#: Words that end the text of a superlative.
_TEXT_ENDS = frozenset(
    (",", ";", ":", ".", "(", ")", "—", "–", "which", "who", "and", "but", "after")
)
_LONGEST_TEXT = 14
#: So many tokens off its sum a rate ends: "a month", "/ month".
_LONGEST_RATE = 4
#: A cue of that priority leaves no doubt about what a figure is.
_SURE = 7
#: One of that priority says what it says in a text about a deal only.
_LOOSE = 4


def find(scene: Scene, index: Wordings) -> Iterator[Draft]:
    """The claims that the cues find here, the best cue for each value first."""
    found = list(cells.find(scene, index.columns, index.governors))
    holders = {one.party.name for one in found}
    bound = {one.token for one in found}
    taken: dict[tuple[int, str], Match] = {}
    fitting = [match for match in matches(scene, index) if guards.fits(scene, match)]
    for match in sorted(fitting, key=rank):
        for one in of(scene, match):
            if holders and (one.party.name not in holders or one.token in bound):
                continue  # a cell is about whom its row is about
            keys = _keys(one)
            if all(taken.setdefault(key, match) is match for key in keys):
                found.append(one)
    found = _of_one_deal(found)
    found += listing.from_intro(scene, index.governors, found)
    found += listing.from_siblings(scene, index.governors, found)
    found += continuing.from_story(scene, found)
    told = _worded(fitting)
    found += lending.find(scene, found, told)
    found += continuing.from_before(scene, found)
    if further := list(continuing.find(scene, found, told)):
        found += further
        found += lending.find(scene, found, told)  # "Bar follows at 20% and Baz at 13%"
    yield from found
    yield from rosters.find(scene, index.rosters, found)


def _worded(matches: Sequence[Match]) -> Mapping[int, frozenset[str]]:
    """What sure wordings of a figure make it, by its token: also where they found no subject."""
    found: dict[int, frozenset[str]] = {}
    for match in matches:
        if match.value is not None and match.entry.cue.priority >= _SURE:
            known = found.get(match.value, frozenset())
            found[match.value] = known | {match.entry.definition.attribute}
    return found


def _of_one_deal(found: Sequence[Draft]) -> list[Draft]:
    """What is told of a deal without saying whose, behind the only name that one is told of here.

    "Acme raised $9M; Foo Ventures led": the round that Foo led is Acme's.
    """
    named: dict[str, dict[str, Draft]] = {}
    for one in found:
        event = one.match.entry.definition.event
        if event is not None and one.party.how not in (*_GUESSED, "event"):
            named.setdefault(event, {}).setdefault(one.party.name, one)
    result = []
    for one in found:
        owners = named.get(one.match.entry.definition.event or "", {})
        first = next(iter(owners.values())) if len(owners) == 1 else None
        if one.party.how == "topic" and first is not None and first.token < one.token:
            told = one.value.canonical or one.value.text
            if told != first.party.name:
                one = replace(one, party=replace(first.party, how="event", signs=()))
        result.append(one)
    return result


def matches(scene: Scene, index: Wordings) -> Iterator[Match]:
    """The cues whose words stand here, in the sentence or in its skeleton, and the governors."""
    entries = index.cues.candidates(scene.sentence)
    governed = governors.may_find(index.governors, scene.sentence)
    if not entries and not governed:
        return  # most sentences: their clauses are never looked for
    left_out = said_by_the_way = frozenset[int]()
    if skeletons.interrupted(scene.sentence):
        left_out = skeletons.skipped(scene.sentence, scene.clauses)
        said_by_the_way = skeletons.credentials(scene.tokens)
    if entries:
        tails = skeletons.listed(scene.tokens)
        shorter = dict.fromkeys((said_by_the_way, left_out, left_out | tails))
        skeleton = (skeletons.of(scene.sentence, each) for each in shorter if each)
        yield from cues.find(entries, (scene.sentence, *skeleton))
    if not governed:
        return
    for at, readings in governors.find(index.governors, scene.sentence, left_out):
        yield governors.match(_likeliest(scene, readings), at)


def _likeliest(scene: Scene, readings: Sequence[Governor]) -> Governor:
    """What a word means here that several definitions call their value by: a "deal"."""
    if len(readings) == 1:
        return readings[0]
    return max(readings, key=lambda one: _telling(scene, one.entry.definition))


def _telling(scene: Scene, definition: ClaimDefinition) -> float:
    """How much the text around is about a definition: a purchase is told of as one."""
    told = scene.discourse.told(scene.at, definition.attribute)
    if definition.event != "acquisition":
        signed = any(token.lower in _SIGNED for token in scene.tokens)
        return told + (ALONE if signed and definition.attribute == "deal_value" else 0)
    return max(told, scene.discourse.told(scene.at, "acquirer")) or -1.0


#: Whoever signs a deal buys no company by it.
_SIGNED = words.words("signed signs signing inked inks contract contracts contracted lease leases")
#: The parts that the subject and the value of an attribute play in a deal.
PARTNERS = {"acquirer": ("target", "buyer"), "parent_company": ("unit", "owner")}
#: Attributes whose value is a person that speaks for the company.
_OFFICES = frozenset(("ceo", "founder"))
#: Attributes whose value is who makes or owns the subject.
_OWNED = frozenset(("developer", "parent_company"))
_GUESSED = frozenset(("anaphor", "topic", "modifier"))


def learn(discourse: Discourse, at: int, drafted: Sequence[Draft]) -> None:
    """Tell the discourse whom the explicit drafts are about, and who gives money in them."""
    for one in sorted(drafted, key=lambda one: one.token):
        definition, party = one.match.entry.definition, one.party
        discourse.tell(at, definition.attribute, definition.event)
        if one.value.interval is not None:
            discourse.itemize(at, one.match.entry, one.value.kind)
            told = Actor(party.name, party.text, party.kind, 1.0)
            interval = one.value.interval
            if one.value.per is None:
                discourse.leave(at, Left(one.match.entry, told, interval.unit, interval.number))
        if definition.attribute in PARTNERS and party.how not in _GUESSED:
            subject, value = PARTNERS[definition.attribute]
            discourse.meet(subject, Actor(party.name, party.text, party.kind, 1.0))
            name = one.value.canonical or one.value.text
            discourse.meet(value, Actor(name, one.value.text, "unknown", 1.0))
        if definition.attribute in _OWNED and party.how not in _GUESSED:
            discourse.own(party.name, one.value.canonical or one.value.text)
        if definition.attribute in _OFFICES:
            company = Actor(party.name, party.text, party.kind, 1.0)
            discourse.employ(one.value.canonical or one.value.text, company)
        if definition.event is not None and one.value.kind == "name":
            name = one.value.canonical or one.value.text
            payer = Actor(name, one.value.text, "unknown", 1.0)
            discourse.learn(payer, definition.event, backs=True)
        if party.how not in _GUESSED and definition.value != "text":
            # whom a rank is told of in passing is not whom the text is about
            actor = Actor(party.name, party.text, party.kind, 1.0)
            discourse.learn(actor, definition.event, backs=definition.event == "investment")


def rank(match: Match) -> tuple[int, int, int, int]:
    """What sorts the best cue to the front."""
    literals = match.entry.pattern.literals
    return (-match.entry.cue.priority, -literals, match.end - match.start, match.start)


def _keys(draft: Draft) -> tuple[tuple[int, str], ...]:
    """What a claim takes up in its sentence, for the other claims of its own cue only.

    A number has one attribute; a name may be the value of several, and a subject has one buyer.
    """
    definition = draft.match.entry.definition
    if draft.value.interval is not None:
        return ((draft.token, ""),)
    own = (draft.token, definition.name)
    office = draft.match.entry.cue.qualifiers.get("office", "")  # who goes makes room for who comes
    only = (-1, f"{definition.name} {draft.party.name} {office}")
    return (own,) if definition.holds == "many" else (own, only)


def of(scene: Scene, match: Match) -> Iterator[Draft]:
    """The claims that one cue gives, whatever other cues give."""
    if _is_out_of_place(scene, match):
        return
    if match.entry.cue.agent == "value":
        yield from _agents(scene, match)
    elif match.entry.definition.value == "text":
        yield from _texts(scene, match)
    else:
        yield from _values(scene, match)


def _is_out_of_place(scene: Scene, match: Match) -> bool:
    """Whether a loose wording needs a text about a deal: "Foo is in", "as did Foo"."""
    definition, priority = match.entry.definition, match.entry.cue.priority
    if definition.event is None or definition.value != "name" or not 0 < priority <= _LOOSE:
        return False
    return not scene.discourse.tells(scene.at, definition.event)


def _values(scene: Scene, match: Match) -> Iterator[Draft]:
    assert match.value is not None
    first = match.value
    if scene.tokens[first].is_name and match.subject != first + 2:  # "Foo's Acme" in one cue
        first = scene.head(first)
    values = [first, *_more_values(scene, match, first)]
    parties = [party for party in subjects.find(scene, match) if not _is_other(scene, match, party)]
    if match.subject is None and match.entry.definition.value == "name" and len(values) > 1:
        parties = _outside(scene, match, parties, values)
    for party, token in _pairs(scene, match, parties, values):
        value = scene.value(token)
        other = match.counterparty
        if other is not None and scene.party(scene.head(other)).name == party.name:
            continue  # nobody invests in himself
        if value.canonical is None or value.canonical != party.name:
            one = draft(scene, match, party, token)
            per = scene.value(first).per if token != first and value.kind == "money" else None
            yield replace(one, value=replace(one.value, per=value.per or per))


def _outside(
    scene: Scene, match: Match, parties: list[Party], values: Sequence[int]
) -> list[Party]:
    """The subjects that are none of the values: "Investors Foo and Bar joined" tells of Acme."""
    listed = frozenset(scene.value(at).canonical or "" for at in values)
    others = [party for party in parties if party.name not in listed]
    if others or not parties:
        return others
    topic = Subject("topic", "", anaphor="it")
    return subjects.resolved(scene, topic, match, match.entry.kinds, listed)


def _is_other(scene: Scene, match: Match, party: Party) -> bool:
    """Whether the cue for a product has another part for a name: no benchmark has a score."""
    definition = match.entry.definition
    if match.subject is not None or definition.value == "name" or match.entry.kinds != ("product",):
        return False
    inside = match.start <= party.at < match.end
    return inside and scene.tokens[party.at].is_name


def _pairs(
    scene: Scene, match: Match, parties: Sequence[Party], values: Sequence[int]
) -> list[tuple[Party, int]]:
    """Which subject holds which value: "A and B ... V and W, respectively" zipped."""
    if match.entry.definition.value in ("name", "round"):
        return [(party, value) for party in parties for value in values]
    alike = scene.like(values[0])
    if scene.says("respectively") and len(parties) == len(alike) > 1:
        return list(zip(parties, alike, strict=True))
    if parties and (parties[0].how == "list" or scene.says("each")):
        return [(party, values[0]) for party in parties]
    return [(party, value) for party in parties[:1] for value in values]


def _more_values(scene: Scene, match: Match, at: int) -> list[int]:
    """The rest of the list around the value: "led by A, B and C", "A, B and C among the leads"."""
    if match.entry.definition.value == "money":
        return _conversion(scene, at)
    if not _takes_several(scene, match) or not scene.tokens[at].is_name:
        return []
    return [*scene.list_before(at), *scene.list_after(at)]


#: Offices that two hold at a time.
_SHARED = frozenset(("co-ceos", "co-chief", "co-chiefs", "co-heads"))


def _takes_several(scene: Scene, match: Match) -> bool:
    """Whether a list of names are all values: of what holds many, or of a shared office."""
    said = {token.lower for token in scene.tokens[match.start : match.end]}
    return match.entry.definition.holds == "many" or not _SHARED.isdisjoint(said)


def _conversion(scene: Scene, at: int) -> list[int]:
    """The same sum in another currency: "$1.03B (€890M)", "€20 a month (~$23)"."""
    opens = at + 1
    while scene.value(at).per is not None and opens < at + _LONGEST_RATE:
        if opens >= len(scene.tokens) or scene.tokens[opens].text == "(":
            break
        opens += 1
    if opens + 1 >= len(scene.tokens) or scene.tokens[opens].text != "(":
        return []
    other = scene.tokens[opens + 1].mention
    if other is None or other.value.interval is None or other.value.kind != "money":
        return []
    own = scene.value(at).interval
    differs = own is not None and other.value.interval.unit != own.unit
    return [opens + 1] if differs else []


def _agents(scene: Scene, match: Match) -> Iterator[Draft]:
    """ "X acquired Y": the agent is the value, the object the subject."""
    own = match.entry.cue.value_kinds or match.entry.definition.value_kinds
    kinds = own or ("org", "person")
    agents = subjects.agent(scene, match, kinds)
    # "They bought it": a buyer who is a guess himself buys nothing. "She founded it" is clear where
    # there is one she may be.
    agents = [one for one in agents if one.how not in ("anaphor", "topic") or _is_clear(one)]
    if match.entry.definition.event == "acquisition":
        agents = [one for one in agents if _may_buy(one)]
    if not _takes_several(scene, match):
        agents = agents[:1]
    if match.subject is None:
        yield from _topical(scene, match, agents)
        return
    first = scene.head(match.subject)
    for agent in agents:
        for at in (first, *scene.list_after(first)):
            party = scene.fitting(at, match.entry.kinds)
            if party is None or party.name == agent.name:
                continue
            if party.kind == "product" and agent.kind == "unknown":
                continue  # "why people buy Lumo 4 to run Foo"
            how = agent.how if agent.how in ("anaphor", "topic", "modifier") else "slot"
            yield from _named(scene, match, replace(party, how=how, signs=agent.signs), agent)


def _may_buy(agent: Party) -> bool:
    """Whether a name can be that of a buyer: no thing, nor what is called like a version of one."""
    return agent.kind in ("org", "person") or not any(mark.isdigit() for mark in agent.name)


def _is_clear(agent: Party) -> bool:
    """Whether an agent without a name is a firm, or the only person that he can be."""
    return agent.kind == "org" or (agent.kind == "person" and not agent.signs)


def _topical(scene: Scene, match: Match, agents: Sequence[Party]) -> Iterator[Draft]:
    """ "Foo led the round": the agent is the value, the subject is who the text is about."""
    told = roles.clause_subject(scene.tokens, scene.clauses, 0)
    if told is not None and told.anaphor in phrases.ROLES:
        return  # "The buyer, led by Kim Lee, who is its CEO": not the topic, but who buys it
    names = frozenset(agent.name for agent in agents)
    topic = Subject("topic", "", anaphor="it")
    for party in subjects.resolved(scene, topic, match, match.entry.kinds, names):
        for agent in agents:
            if agent.how not in ("anaphor", "topic", "modifier"):
                yield from _named(scene, match, party, agent)


def _named(scene: Scene, match: Match, party: Party, agent: Party) -> Iterator[Draft]:
    """A claim whose value is the agent, at the words that stand for it; none without a place."""
    value = Value("name", agent.text, canonical=agent.name)
    if agent.at < len(scene.tokens) and scene.tokens[agent.at].is_name:
        yield Draft(match, party, agent.at, agent.at + 1, value)
        return
    said = agent.text.split()
    for start in range(min(match.start, agent.at), -1, -1):
        if [token.text for token in scene.tokens[start : start + len(said)]] == said:
            yield Draft(match, party, start, start + len(said), value)
            return


def _text_end(scene: Scene, match: Match) -> int:
    """Where the text of a rank ends; a name behind it holds it: "Oslo's largest bank Acme"."""
    end = match.end
    if match.subject is not None and match.start < match.subject == end - 1:
        return match.subject
    while end < min(len(scene.tokens), match.start + _LONGEST_TEXT):
        if scene.tokens[end].lower in _TEXT_ENDS and scene.tokens[end].mention is None:
            break
        if scene.tokens[end].lower in words.PAST and is_finite(scene.tokens, end, match.start):
            break
        end += 1
    return end


def _texts(scene: Scene, match: Match) -> Iterator[Draft]:
    """A value that is a stretch of text: from the cue to the end of its noun phrase."""
    end = _text_end(scene, match)
    start, stop = scene.tokens[match.start].start, scene.tokens[end - 1].end
    text = scene.passage.text[start:stop]
    for party in subjects.find(scene, match)[:1]:
        yield Draft(match, party, match.start, end, Value("text", text, canonical=text))
