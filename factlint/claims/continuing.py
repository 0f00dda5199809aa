"""A figure without a wording of its own -> the attribute of the figure told right before it.

"Acme was valued at $9M. A year ago it was $2M.": the same thing at another time. "Foo has 3 million
users. Bar is at 2 million.": the same thing of another. Only plain verbs may stand between the
subject and the figure, and nothing after the figure may say what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from factlint.claims import phrases, subjects, words
from factlint.claims.clauses import is_timely, skips
from factlint.claims.cues import Entry, Match
from factlint.claims.discourse import Discourse
from factlint.claims.drafting import LENT, Draft, draft, is_bare
from factlint.claims.scene import Party, Scene
from factlint.claims.tokens import Token

#: What is so many times as much is no figure of the same thing: a price beside a round.
_FAR = 10_000
#: How many tokens may lie between a subject and its figure.
_REACH = 14
#: Verbs that say of a figure no more than that it is there, or is expected.
_PLAIN_VERBS = words.words(
    "go reach hit head forecast say guide top put project see expect add come follow lead end close"
    " stand remain stay get move climb rise fall drop jump approach near pass exceed trail lag"
    " count plan target hope aim compare amount total manage receive make predict estimate"
    " anticipate cross slip grow rank hold keep sit finish start begin cost pay want offer"
)
#: Those of them by which another gets a sum: "Bar got $5M"; "Bar has $5M" may be anything.
_GETS = words.words("get take receive manage come follow add collect secure land")
#: What stands for the figure, or for whom it was told of.
_FIGURES = words.words(
    "it that this there they these figure number sum total amount count level price bill tally"
    " value equivalent one"
)
#: Who expects figures, or pays them, without being who they are about.
_OBSERVERS = words.words(
    "analysts economists consensus forecasters street investors backers shareholders observers"
    " buyers experts"
)
#: Between a verb and its figure these say nothing of what it is.
_BETWEEN = words.ARTICLES | words.words(
    "at to from by with on up down as of for in only about some around roughly nearly almost over"
    " under above below than more less higher lower twice double triple half against versus"
    " ahead behind second third fourth fifth first last next place initially originally previously"
    " formerly earlier lately ago before after within compared still originally was were"
)
#: What tells that a figure is of another time, or was only expected.
_OTHERWISE = words.words(
    "ago before earlier previously then now later once originally initially formerly still today"
    " currently last next previous first prior up down twice double triple half compared versus"
    " against from was"
)
_JOINS = frozenset((",", ";", "and", "but", "while", "(", "—", "–", ":"))
_COMPARES = words.words("after than against behind versus vs over and to with from of ,")

#: A figure below this may be anything.
_TELLING = 10_000
#: Verbs that say of a figure only that it is reached, named or given.
_VAGUE = words.words(
    "go reach hit head forecast say guide top put project see expect add come follow lead"
    " end close stand remain stay get move climb rise fall drop jump approach near pass exceed"
    " trail lag count plan target might could may will would should"
)
#: Who expects figures.
_FORECASTERS = words.words("analysts economists consensus forecasters street")
#: Who says what had been expected, or what it had been.
_FORESEEN = words.words(
    "expected forecast forecasted predicted projected pencilled penciled estimated consensus guided"
    " anticipated foreseen analysts"
)


@dataclass(frozen=True, slots=True)
class _Lender:
    """What was told before: the wording, of whom, in which unit and how much."""

    entry: Entry
    party: Party
    token: int | None


def may_find(discourse: Discourse, at: int, shown: Set[str]) -> bool:
    """A cheap look at the words of a sentence with figures: whether the text lends one a wording.

    Items are read as those beside them and short texts by their theme; what was expected is what
    the sentence before tells.
    """
    passage = discourse.reading.passages[discourse.spans[at][0]]
    return (
        passage.kind == "item"
        or discourse.is_short
        or not shown.isdisjoint(_FORECASTERS)
        or bool(discourse.leaves(at))
    )


def from_before(scene: Scene, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "Revenue was $9 billion. Analysts had expected $8 billion.": that of the sentence before."""
    if found:
        return
    said = {token.lower for token in scene.tokens}
    if said.isdisjoint(_FORECASTERS) or said.isdisjoint(_FORESEEN - _FORECASTERS):
        return
    for at, token in enumerate(scene.tokens):
        interval = token.mention.value.interval if token.mention else None
        left = [
            one for one in scene.discourse.left(scene.at) if interval and one.unit == interval.unit
        ]
        if not left or scene.value(at).per is not None:
            continue
        entry, actor = left[-1].entry, left[-1].actor
        lent = Match(entry, at, at + 1, at, None, None, at)
        party = Party(actor.name, actor.text, actor.kind, at, "topic", (LENT,))
        yield draft(scene, lent, party, at)
        return


def from_story(scene: Scene, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "Foo might reach $9 billion" in a text that tells of budgets only: Foo's budget."""
    taken = {one.token for one in found}
    for at, token in enumerate(scene.tokens):
        if at in taken or token.mention is None or token.mention.value.interval is None:
            continue
        entry = scene.discourse.prevailing(token.mention.value.kind)
        if [after.lower for after in scene.tokens[at + 1 : at + 2]] == ["of"]:
            continue  # "$1.5 billion of new term loans"
        if entry is None or not _is_theme(scene, at, entry):
            continue
        if any(one.match.entry.definition.attribute != entry.definition.attribute for one in found):
            continue  # the sentence changes the theme
        clause = scene.clause(at)
        verb = scene.tokens[clause.verb].lower if clause.verb is not None else ""
        lent = Match(entry, at, at + 1, at, None, None, at)
        if words.LEMMA.get(verb, verb) not in _VAGUE:
            continue
        named = subjects.candidates(scene, lent)[:1]
        if not named or len(named[0].names) != 1 or named[0].how not in ("clause", "adjacent"):
            continue
        party = scene.fitting(named[0].names[0], entry.kinds)
        if party is not None and not words.tells_news(party.name):
            yield draft(scene, lent, replace(party, how="clause", signs=(LENT,)), at)


def _is_theme(scene: Scene, at: int, entry: Entry) -> bool:
    """Whether a figure can be of the kind that the text is about."""
    value, definition = scene.value(at), entry.definition
    unit = value.interval.unit if value.interval else ""
    if value.per is not None or definition.event is not None or value.interval is None:
        return False
    return abs(value.interval.number) >= max(definition.least, _TELLING) and (
        not definition.units or unit in definition.units or not unit
    )


def find(
    scene: Scene, found: Sequence[Draft], worded: Mapping[int, frozenset[str]]
) -> Iterator[Draft]:
    """The drafts of figures that go on with what was told right before.

    `worded` tells what the words around a figure make it: it takes no other wording.
    """
    taken = {one.token for one in found}
    told = list(found)
    for at, token in enumerate(scene.tokens):
        if at in taken or token.mention is None or token.mention.value.interval is None:
            continue
        lender = _lender(scene, told, at)
        if lender is None or (
            worded.get(at) and lender.entry.definition.attribute not in worded[at]
        ):
            continue
        party = _subject(scene, lender, at)
        if party is None:
            continue
        match = Match(lender.entry, at, at + 1, at, None, None, at)
        one = draft(scene, match, party, at)
        told.append(one)
        yield one


def _lender(scene: Scene, told: Sequence[Draft], at: int) -> _Lender | None:
    """The last figure told before one of its kind, here or in the sentence before."""
    earlier = [one for one in told if one.token < at and one.value.interval is not None]
    for one in sorted(earlier, key=lambda one: -one.token):
        interval = one.value.interval
        if interval is None or one.value.per is not None:
            continue
        if _is_alike(scene, one.match.entry, interval.unit, interval.number, at):
            return _Lender(one.match.entry, one.party, one.token)
    if earlier or any(i < at and not scene.tokens[i].is_name for i in scene.like(at)):
        return None  # the sentence tells of something else by now
    for left in reversed(scene.discourse.left(scene.at)):
        if _is_alike(scene, left.entry, left.unit, left.number, at):
            actor = left.actor
            party = Party(actor.name, actor.text, actor.kind, at, "topic")
            return _Lender(left.entry, party, None)
    return None


def _is_alike(scene: Scene, entry: Entry, unit: str, number: Decimal, at: int) -> bool:
    """Whether a figure is of the kind, the unit and about the size of one told before."""
    value = scene.value(at)
    if value.interval is None or value.per is not None:
        return False
    definition = entry.definition
    own = value.interval.unit
    if definition.value != value.kind or not (own == unit or (not own and value.kind == "count")):
        return False
    one, other = abs(value.interval.number), abs(number)
    if value.kind != "percent" and max(one, other) > _FAR * min(one, other):
        return False
    return definition.admits(value.interval.number)


def _subject(scene: Scene, lender: _Lender, at: int) -> Party | None:
    """Whom a figure is told of, if it goes on with what was told before."""
    tokens = scene.tokens
    more = _another(scene, lender, at)
    if more is not None:
        return more
    if not is_bare(tokens, at) or (at and tokens[at - 1].lower in ("up", "down", "by")):
        return None  # "It is up $5M"
    return _named_before(scene, lender, at) or _of_clause(scene, lender, at)


def _named_before(scene: Scene, lender: _Lender, at: int) -> Party | None:
    """ "after Meta's €1.2 billion": the name that owns the figure, behind a comparison."""
    tokens = scene.tokens
    if at < 3 or tokens[at - 1].lower != "'s" or not tokens[at - 2].is_name:
        return None
    if tokens[at - 3].lower not in _COMPARES:
        return None
    party = scene.fitting(at - 2, lender.entry.kinds)
    return replace(party, how="possessive", signs=(LENT,)) if party else None


def _another(scene: Scene, lender: _Lender, at: int) -> Party | None:
    """ "Another 120 followed in August": as many more of the same."""
    tokens = scene.tokens
    if not at or tokens[at - 1].lower not in ("another", "further"):
        return None
    verb = at + 1
    while verb < len(tokens) and (skips(tokens[verb]) or tokens[verb].lower in words.AUXILIARIES):
        verb += 1
    goes = words.LEMMA.get(tokens[verb].lower) if verb < len(tokens) else None
    if goes not in ("follow", "come", "go", "leave", "lose"):
        return None
    return replace(lender.party, signs=(*lender.party.signs, LENT))


def _of_clause(scene: Scene, lender: _Lender, at: int) -> Party | None:
    """The subject of the plain verb that a figure follows, if that goes on with what was told."""
    tokens = scene.tokens
    verbs = _verbs(tokens, at)
    if verbs is None:
        return None
    first = verbs[0]
    start = _start(scene, first)
    if lender.token is not None and lender.token >= start:
        return None  # of the same clause
    return _same(scene, lender, start, verbs, at) or _other(scene, lender, start, verbs)


def _verbs(tokens: Sequence[Token], at: int) -> list[int] | None:
    """The verbs left of a figure with nothing but plain words between, in order; None if none."""
    verbs: list[int] = []
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token, word = tokens[i], tokens[i].lower
        if token.mention is not None and token.mention.value.kind in ("date", "percent", "count"):
            if verbs or not (is_timely(token) or _is_multiple(token)):
                return verbs[::-1] or None
            continue
        if token.mention is None and _is_plain_verb(word):
            verbs.append(i)
            continue
        if verbs and not skips(token) and word != "to":
            return verbs[::-1]
        if not (word in _BETWEEN or skips(token) or is_timely(token)):
            return None
    return verbs[::-1] or None


def _is_plain_verb(word: str) -> bool:
    return word in words.AUXILIARIES or words.LEMMA.get(word) in _PLAIN_VERBS


def _is_multiple(token: Token) -> bool:
    interval = token.mention.value.interval if token.mention else None
    return interval is not None and interval.unit in ("times", "%")


def _start(scene: Scene, verb: int) -> int:
    """Where what stands before a verb begins."""
    tokens = scene.tokens
    start = verb
    while start > 0 and tokens[start - 1].lower not in _JOINS:
        start -= 1
    return start


def _same(scene: Scene, lender: _Lender, start: int, verbs: Sequence[int], at: int) -> Party | None:
    """The subject told of before, of which a pronoun or "the figure" says another time's figure."""
    tokens = scene.tokens
    definition = lender.entry.definition
    before = [token.lower for token in tokens[start : verbs[0]]]
    spoken = [word for word in before if word not in words.ADVERBS]
    if not spoken:
        return None
    last = spoken[-1]
    does = {words.LEMMA.get(tokens[i].lower, tokens[i].lower) for i in verbs}
    anaphor = last in _FIGURES or last in _OBSERVERS or last in words.ANAPHORS
    if not anaphor or any(token.is_name for token in tokens[start : verbs[0]]):
        return None
    own = last in words.ANAPHORS or last in ("it", "they")
    if own and does <= {"have", "has", "had"} and definition.event is not None:
        return None  # "It has $5M": of cash, perhaps
    if last in _OBSERVERS and does <= {"be", "have"}:
        return None
    around = {token.lower for token in tokens[start : at + 6]}
    timed = any(map(is_timely, tokens[start : at + 6])) or not around.isdisjoint(_OTHERWISE)
    expected = not does.isdisjoint(_EXPECTING)
    if not (timed or expected):
        return None
    return replace(lender.party, signs=(*lender.party.signs, LENT))


_EXPECTING = words.words("expect forecast project see hope aim target guide plan predict estimate")


def _other(scene: Scene, lender: _Lender, start: int, verbs: Sequence[int]) -> Party | None:
    """Another than was told of before: "Bar is at $5M", "Bar's figure is $5M"."""
    tokens = scene.tokens
    found = phrases.phrase_subject(tokens, start, verbs[0])
    if found is None or len(found.names) != 1 or found.how not in ("clause", "possessive"):
        return None
    if found.how == "possessive" and tokens[verbs[0] - 1].lower not in _FIGURES:
        return None
    event = lender.entry.definition.event
    does = {words.LEMMA.get(tokens[i].lower, tokens[i].lower) for i in verbs}
    if event is not None and does.isdisjoint(_GETS) and found.how == "clause":
        return None
    party = scene.fitting(found.names[0], lender.entry.kinds)
    if party is None or words.tells_news(party.name):
        return None
    if party.name == lender.party.name and lender.token is not None:
        return None  # "With $6M in revenue, Bar could hit $7M"
    if party.kind == "unknown" and lender.party.kind != "unknown":
        return None  # "YaRN takes it to 1 million": nothing tells that it is another model
    return replace(party, how="clause", signs=(LENT,))
