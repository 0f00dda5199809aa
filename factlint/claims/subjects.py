"""A cue found in a sentence -> who its claim is about, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.claims import phrases, proxies, roles, words
from factlint.claims.clauses import clause_at, is_finite, skips
from factlint.claims.cues import Match
from factlint.claims.discourse import Antecedent, compatible
from factlint.claims.phrases import ROLES, How, Subject
from factlint.claims.scene import Party, Scene
from factlint.model import EntityKind

#: A subject further off than this, in tokens, is a guess.
FAR = 28
#: A topic that lies less than so far ahead of its best rival is less sure.
LEADS = ((1.0, "several rivals"), (2.0, "a rival not far behind"), (4.0, "a rival further behind"))
#: What one short text is about is surer: there is one story, and one who it is about.
ONE_STORY = ((1.5, "several rivals"), (3.0, "a rival further behind"))
#: In a text that tells one story, a name that lies so far ahead need not be named nearby.
CLEAR = 2.5
#: A possessor is looked for so many tokens left of its value.
REACH = 9
#: A name behind one of these is no rival for the subject: "Acme filed with Foo for a $9M float".
_ASIDE = words.words(
    "with by from at on after under through via alongside behind against over before"
)
_JOINS = frozenset(("and", "or", ",", "&"))
#: After one of these a name is one of several, or an example of another.
_LISTS = frozenset(("and", "or", ",", "&", "like", "as"))


#: Verbs by which an investor, too, takes money in: "Foo Ventures closed a $9 billion fund".
_TAKES_IN = frozenset(("raise", "close", "collect", "gather", "amass"))
_FUNDS = frozenset(("fund", "funds", "vehicle", "vehicles"))


def _fitting(scene: Scene, at: int, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
    """The name at a token as a party, if it can be whom the match is about.

    Those who give money by trade are not funded, unless they are said to raise.
    """
    if scene.backs(at) and _only_gives(scene, match):
        return None
    party = scene.fitting(at, kinds)
    if party is None:
        return None
    if words.tells_news(party.name) and not (_is_raised(scene, match) or _is_owned(at, match)):
        return None
    return None if _is_no_holder(party.name, match, kinds) else party


def _is_raised(scene: Scene, match: Match) -> bool:
    """Whether a wording says that money is raised: who tells the news may do so, too."""
    said = (words.LEMMA.get(token.lower) for token in scene.tokens[match.start : match.end])
    return match.entry.definition.event == "funding" and "raise" in said


def _is_owned(at: int, match: Match) -> bool:
    """Whether a wording itself tells whose a name is: "WSJ parent News Corp"."""
    return at == match.subject and match.entry.definition.attribute in _OWNED


#: Attributes that those who tell the news have as well.
_OWNED = frozenset(("parent_company", "acquirer", "acquisition_price"))
#: What models have, and no machine that they run on.
_OF_MODELS = frozenset(("parameters", "training_tokens", "context_window", "benchmark_score"))


def _is_no_holder(name: str, match: Match, kinds: Sequence[EntityKind]) -> bool:
    """Whether a name is of what has no such size: a test, a machine for a model, a school."""
    definition = match.entry.definition
    if definition.event == "funding" and words.is_school(name):
        return True
    if definition.value in ("name", "date") or tuple(kinds) != ("product",):
        return False
    runs = definition.attribute in _OF_MODELS and words.is_hardware(name)
    return runs or words.is_benchmark(name) or words.is_licence(name)


def _only_gives(scene: Scene, match: Match) -> bool:
    """Whether the subject of a match gets money, but is not said to take it in for others."""
    around = [token.lower for token in scene.tokens[match.start : match.end]]
    sums = match.entry.definition.value == "money"
    takes_in = not _FUNDS.isdisjoint(around) or any(
        words.LEMMA.get(word, "") in _TAKES_IN
        or (sums and word in words.PAST and word not in words.BACKING | words.AMBIGUOUS)
        for word in around
    )
    return _is_funded(match) and not takes_in


def _is_funded(match: Match) -> bool:
    """Whether the subject of a match gets money, and is not who gives it."""
    return match.entry.definition.event == "funding" and match.entry.cue.agent != "value"


def find(scene: Scene, match: Match) -> list[Party]:
    """The parties that a claim may be about, the main one first; none if nobody fits."""
    kinds = match.entry.kinds
    if match.subject is not None:
        first = scene.head(match.subject) if match.subject == match.end - 1 else match.subject
        slots = [first, *scene.list_after(first)]
        held = [party for at in slots if (party := _fitting(scene, at, match, kinds))]
        several = match.entry.definition.holds == "many" or scene.says("respectively")
        return held if several else held[:1]
    at = match.trigger if match.value is None else match.value
    mention = scene.tokens[at].mention
    taken = frozenset((mention.value.canonical or "",)) if mention else frozenset()
    clause = clause_at(scene.clauses, match.trigger)
    if scene.tokens[match.start].lower in words.RELATIVES | {"that"}:
        found = roles.antecedents(
            scene.tokens, scene.clauses, clause_at(scene.clauses, match.start)
        )
        tried = (_parties(scene, subject, match, kinds, taken) for subject in found)
        parties = next((parties for parties in tried if parties), [])
        if parties or not _is_funded(match):
            return parties
        # "Investors valued Acme at $9M in a round that Foo led": whose round the text tells of
        return resolved(scene, Subject("topic", "", anaphor="it"), match, kinds, taken)
    event = match.entry.definition.event
    if event == "acquisition" and not match.entry.cue.priority:
        target = _partner(scene, Subject("event", "", anaphor="target"), match, kinds)
        if target:
            return target  # "Foo said the $9M deal will close": the price of what Foo buys
    if match.entry.cue.agent == "topic":
        shown = scene.tokens[match.start].text
        return resolved(scene, Subject("anaphor", shown, anaphor="org"), match, kinds, taken)
    if match.entry.cue.agent == "other" or (event == "funding" and _is_bystanders(scene, clause)):
        return _other(scene, clause, match, kinds)
    if event == "acquisition" and _buys(scene, clause, match):
        return _other(scene, clause, match, kinds)
    parties = agent(scene, match, kinds, taken)
    if parties or match.entry.definition.value != "name":
        return parties
    # "CEO Kim Lee is 25", "The founder is Kim Lee": the value is the subject of its clause, or the
    # subject is the part that it plays; the claim is about the topic
    # or another holds the office: "CEO Kim Lee will be replaced by Jo Poe"
    topic = Subject("topic", "", anaphor="it")
    if any(one.anaphor in ROLES for one in candidates(scene, match)[:1]):
        return []  # "The buyer, led by Kim Lee": of the buyer, whoever it is
    if (
        _is_subject(scene, match)
        or _is_office(scene, match)
        or _is_speaker(scene, match)
        or _is_colleague(scene, match)
    ):
        return resolved(scene, topic, match, kinds, taken)
    return []


def _is_office(scene: Scene, match: Match) -> bool:
    """Whether the subject of the clause is an office or part that the value holds, or who held it.

    "The founder is Kim Lee", "Jane Roe was succeeded by Kim Lee".
    """
    found = next(iter(candidates(scene, match)), None)
    if found is None:
        return False
    if found.names and match.entry.definition.value_kinds == ("person",):
        return all(scene.kind(at) == "person" for at in found.names)
    return found.anaphor == "person" and found.how == "anaphor"


def _is_speaker(scene: Scene, match: Match) -> bool:
    """Whether the value is who says what is quoted: ""We win," said chief executive Kim Lee"."""
    assert match.value is not None or match.entry.cue.agent
    to = match.value if match.value is not None else match.start
    said = scene.tokens[max(0, match.start - 1) : to]
    return any(token.lower in words.REPORTING for token in said)


def _is_colleague(scene: Scene, match: Match) -> bool:
    """Whether a person does something with the person who is the value."""
    if match.entry.definition.value_kinds != ("person",):
        return False
    found = next(iter(candidates(scene, match)), None)
    return found is not None and any(scene.kind(at) == "person" for at in found.names)


def _is_subject(scene: Scene, match: Match) -> bool:
    """Whether the value is the grammatical subject of its own clause."""
    if match.value is None:
        return False
    clause = clause_at(scene.clauses, match.value)
    found = roles.clause_subject(scene.tokens, scene.clauses, clause)
    return found is not None and match.value in found.names


def agent(
    scene: Scene, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str] = frozenset()
) -> list[Party]:
    """The grammatical subject of the match, or what it stands for; never a name of `taken`."""
    for near in (
        _owner(scene, match, kinds),
        _leading(scene, match, kinds),
        _asked(scene, match, kinds),
        _adjacent(scene, match, kinds),
    ):
        if near is not None:
            return [near]
    found = candidates(scene, match)
    if not found:
        clause = clause_at(scene.clauses, match.trigger)
        return _headless(scene, clause, match, kinds, taken)
    for subject in found:
        parties = _parties(scene, subject, match, kinds, taken)
        if parties or not subject.names:
            return parties  # who "the maker" is, is unclear; nobody further off is meant
        told = {scene.party(at).name for at in subject.names}
        tested = all(words.is_benchmark(name) for name in told)  # "- Foo-Bench: 91%"
        if (
            all(map(words.tells_news, told)) or tested
        ):  # "Reuters put the deal at $9M": the deal of the text
            topic = Subject("topic", "", anaphor="it")
            return resolved(scene, topic, match, kinds, taken | told)
    return []


def candidates(scene: Scene, match: Match) -> list[Subject]:
    """Who the clause of a match may be about, of whatever kind, the likeliest first."""
    clause = clause_at(scene.clauses, match.trigger)
    upto = match.value if match.value is not None else match.trigger
    least = min(match.start, upto)
    return list(roles.clause_subjects(scene.tokens, scene.clauses, clause, least))


def _is_bystanders(scene: Scene, clause: int) -> bool:
    """Whether a clause tells what backers did: "Foo led the round"."""
    if scene.clauses[clause].kind in ("ing", "prep", "ed") and clause:
        return _is_bystanders(scene, clause - 1)
    verb = scene.clauses[clause].verb
    if verb is None:
        return False
    group = [token.lower for token in scene.tokens[verb : verb + 4]]
    return "by" not in group and not words.BACKING.isdisjoint(group[:3])


def _buys(scene: Scene, clause: int, match: Match) -> bool:
    """Whether a clause tells what a buyer did: "Foo bought the firm for $9M", not "was bought"."""
    trigger = scene.tokens[match.trigger].lower
    if words.LEMMA.get(trigger) not in words.BUYING:
        return trigger == "deal" and _is_bought(scene, clause)
    start = scene.clauses[clause].start
    group = {token.lower for token in scene.tokens[max(start, match.trigger - 3) : match.trigger]}
    passive = trigger in words.PAST and not group.isdisjoint(words.BE | {"'s"})
    return not passive and scene.tokens[min(match.trigger + 1, len(scene.tokens) - 1)].lower != "by"


def _is_bought(scene: Scene, clause: int) -> bool:
    """Whether the verb of a clause is to buy, in the active voice: "is buying Foo in a deal"."""
    verb = scene.clauses[clause].verb
    if verb is None:
        return False
    group = [token.lower for token in scene.tokens[verb : verb + 3]]
    bought = [word for word in group if words.LEMMA.get(word) in ("buy", "acquire")]
    passive = bought and bought[0] in words.PAST and not words.BE.isdisjoint(group)
    return bool(bought) and not passive and "by" not in group


def _other(scene: Scene, clause: int, match: Match, kinds: Sequence[EntityKind]) -> list[Party]:
    """Who got the money that the subject of a clause gives: named after it, else the topic."""
    end = scene.clauses[clause].end
    for i in range(match.end, min(end, match.end + 6)):
        if scene.tokens[i].is_name and scene.tokens[i - 1].lower in ("of", "for", "in", "into"):
            party = _fitting(scene, i, match, kinds)
            return [replace(party, how="event")] if party else []
    backers = roles.clause_subject(scene.tokens, scene.clauses, clause)
    names = [scene.party(i, "slot").name for i in (backers.names if backers else ())]
    topic = Subject("topic", "", anaphor="it")
    return resolved(scene, topic, match, kinds, frozenset(names))


def _asked(scene: Scene, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
    """The name before an infinitive or gerund: "enables models like Foo 2 to support"."""
    at = match.trigger if match.value is None else min(match.trigger, match.value)
    gerund = scene.tokens[at].lower in words.GERUND
    if gerund and at > 1 and scene.tokens[at - 1].is_name:
        led = scene.tokens[at - 2].lower in ("of", "with", "after", "despite", "sees", "saw", "by")
        party = _fitting(scene, at - 1, match, kinds) if led else None
        if party is not None:  # "with Foo raising $9M"
            return replace(party, how="clause")
    least = max(1, scene.clause(at).start, at - 5)
    for i in range(at - 1, least - 1, -1):
        if scene.tokens[i].mention is not None:
            return None
        if scene.tokens[i].lower == "to":
            named = scene.tokens[i - 1].is_name and not phrases.is_oblique(scene.tokens, i - 1)
            if i > 1 and scene.tokens[i - 2].lower in _LISTS:
                return None  # of several, none alone
            party = _fitting(scene, i - 1, match, kinds) if named else None
            return replace(party, how="clause") if party else None
    return None


def _adjacent(scene: Scene, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
    """The name right before a verb: "X (has|recently) raised"."""
    at = match.trigger
    clause = scene.clause(at)
    if clause.verb is None or clause.verb > at or clause.kind not in ("main",):
        return None
    left = clause.verb - 1
    between = scene.tokens[clause.verb : at]
    if any(t.mention or t.lower in ("to", "that", "and") for t in between):
        return None
    while left >= clause.start and skips(scene.tokens[left]):
        left -= 1
    if left < clause.start or not scene.tokens[left].is_name:
        return None
    if left > clause.start and scene.tokens[left - 1].lower in _LISTS:
        return None
    party = _fitting(scene, left, match, kinds)
    if party is None or phrases.is_oblique(scene.tokens, left, clause.start):
        return None
    return replace(party, how="adjacent")


def _leading(scene: Scene, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
    """The name that an aside opens with, right before its figure: "rivals (Foo $9M, Bar $4M)"."""
    if match.value is None or match.entry.definition.value == "name":
        return None
    clause = scene.clause(match.value)
    first = clause.start
    if clause.kind not in ("paren", "app") or clause.verb is not None:
        return None
    figures = scene.tokens[first + 1 : match.value]
    if clause.kind == "app" and figures:
        return None
    if not scene.tokens[first].is_name or any(token.mention is None for token in figures):
        return None
    party = _fitting(scene, first, match, kinds)
    return replace(party, how="label") if party else None


def _owner(scene: Scene, match: Match, kinds: Sequence[EntityKind]) -> Party | None:
    """The possessor that a value belongs to: "Acme's $9M round at a $50M valuation"."""
    if match.value is None:
        return None
    least = max(scene.clause(match.value).start, match.value - REACH)
    named = match.entry.definition.value == "name"
    for i in range(match.value - 1, least - 1, -1):
        if scene.owns(i):
            if i == match.value - 2 and match.entry.definition.event == "funding" and named:
                return None  # "Foo's NVentures came in": Foo owns who gives
            party = _fitting(scene, i, match, kinds)
            if party is not None and party.kind == "unknown" and tuple(kinds) == ("product",):
                return None  # "Foo's lab released Bar, a 9B model"
            return replace(party, how="possessive") if party else None
        if scene.tokens[i].is_name or is_finite(scene.tokens, i, least):
            return None
    return None


def _headless(
    scene: Scene, clause: int, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str]
) -> list[Party]:
    """A clause without a subject of its own: a headline or a list item is about its topic."""
    here = scene.clauses[clause]
    if here.kind in _DEPENDENT and _is_anybodys(scene, clause):
        return []
    before = scene.tokens[here.start : match.start]
    words_before = [t for t in before if t.mention is None and t.lower.isalpha()]
    if here.verb is not None and here.verb <= match.trigger and not _is_elided(scene, clause):
        return []
    if len(words_before) > 3:
        return []
    if here.verb is not None and scene.tokens[here.start].lower in ("a", "an"):
        return []  # "a $10M seed round raises no eyebrows": any round
    return _before_colon(scene, clause, match, kinds) or resolved(
        scene, Subject("topic", "", anaphor="it"), match, kinds, taken
    )


def _is_elided(scene: Scene, clause: int) -> bool:
    """Whether a sentence opens with the verb of whom it leaves out: "- Raised $9M in May"."""
    first = scene.clauses[clause]
    if clause or first.verb != first.start:
        return False
    said = {token.lower for token in scene.tokens[first.start + 1 : first.end]}
    if not said.isdisjoint(words.FINITE_AUXILIARIES):
        return False  # "Listed prices are low"
    opening = scene.tokens[first.start]
    return opening.text[:1].isupper() and opening.lower in {*words.PAST, *words.THIRD}


def _before_colon(
    scene: Scene, clause: int, match: Match, kinds: Sequence[EntityKind]
) -> list[Party]:
    """Whom a sentence is about that ends in figures: "Acme does well: 8 million users"."""
    opener = next(
        (i for i in range(clause, 0, -1) if scene.clauses[i].opener in (":", "—", "–")), None
    )
    first = scene.clauses[0]
    if first.kind != "label" and (opener is None or first.kind != "main" or first.verb is None):
        return []
    found = roles.clause_subject(scene.tokens, scene.clauses, 0)
    if found is None or len(found.names) != 1:
        return []
    party = _fitting(scene, found.names[0], match, kinds)
    how: How = "label" if first.kind == "label" else "antecedent"
    return [replace(party, how=how)] if party else []


def _is_anybodys(scene: Scene, clause: int) -> bool:
    """Whether the clause that this one depends on is about some company or other."""
    for earlier in reversed(scene.clauses[:clause]):
        plain = earlier.kind == "main" and earlier.opener != ""  # "Chips: makers (Foo) investing"
        if earlier.kind in ("main", "cont") and (earlier.verb is not None or plain):
            left = scene.tokens[earlier.start : earlier.verb or earlier.end]
            return any(token.lower in words.ANYBODY for token in left)
    return False


_DEPENDENT = frozenset(("app", "prep", "ing", "ed", "paren", "rel"))


def _parties(
    scene: Scene, found: Subject, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str]
) -> list[Party]:
    if not found.names:
        return resolved(scene, found, match, kinds, taken)
    figure = match.entry.definition.value not in ("name", "date", "round", "text")
    persons = all(scene.kind(at) == "person" for at in found.names)
    if figure and persons and kinds and "person" not in kinds:
        return _headed(scene, found, match, kinds, taken)
    if tuple(kinds) == ("product",) and all(scene.kind(at) == "org" for at in found.names):
        return _brought_out(scene, match)
    parties = []
    for at in found.names:
        party = _fitting(scene, at, match, kinds)
        if party is not None:
            signs = _signs(scene, at, match, found.names)
            if found.how == "antecedent" and _is_standard(scene, at, match):
                signs += ("the subject hangs on a preposition",)
            parties.append(replace(party, how=found.how, signs=signs))
    given = [at for at in found.names if scene.backs(at) and _only_gives(scene, match)]
    if given:
        parties = []  # "Foo Ventures and Bar": who stands beside an investor gives, too
        given = list(found.names)
    if not parties and (given or found.how in ("event", "modifier")):
        taken |= {scene.party(at).name for at in given}
        return resolved(scene, Subject("topic", found.text, anaphor="it"), match, kinds, taken)
    return parties


def _headed(
    scene: Scene, found: Subject, match: Match, kinds: Sequence[EntityKind], taken: frozenset[str]
) -> list[Party]:
    """The company that somebody speaks for who heads it; none of a private person."""
    if not proxies.heads(scene, found.names[0]):
        return []
    headed = proxies.company(scene, found.names[0])
    if headed is None:
        return resolved(scene, Subject("topic", found.text, anaphor="it"), match, kinds, taken)
    return [headed] if compatible(headed.kind, kinds) and headed.name not in taken else []


def _brought_out(scene: Scene, match: Match) -> list[Party]:
    """The product that an organization brings out, for what only a product can have."""
    value = match.value if match.value is not None else match.trigger
    at = proxies.product(scene, match.trigger, value)
    if at is None:
        return []
    return [replace(scene.party(at), how="antecedent", signs=_signs(scene, at, match, (at,)))]


def _is_standard(scene: Scene, at: int, match: Match) -> bool:
    """Whether a product is what another is measured by: "an upgrade to Foo 4, with a"."""
    left = phrases.preposition(scene.tokens, at, scene.clause(at).start)
    return match.entry.kinds == ("product",) and left is not None and left != "of"


def _signs(scene: Scene, at: int, match: Match, own: Sequence[int | None]) -> tuple[str, ...]:
    """The warning signs between a subject and its value; `own` are the names of the subject."""
    to = match.value if match.value is not None else match.trigger
    signs = []
    low, high = sorted((at, to))
    if to < at and scene.clause(to).kind in ("ed", "ing", "prep"):
        low = min(high, scene.clause(to).end - 1)  # "Founded in 2016 by Foo alumni, Acme"
    between = range(low + 1, high)
    skipped = {
        i for c in scene.clauses if c.kind in ("app", "rel", "ed", "ing", "paren", "prep")
        for i in range(c.start, c.end) if not c.start <= to < c.end
    }  # fmt: skip
    names = [i for i in between if scene.tokens[i].is_name and i not in skipped]
    own = (*own, match.counterparty)  # "Foo's stake in Bar rose to 9%"
    names = [i for i in names if i not in own and not phrases.is_modifier(scene.tokens, i)]
    names = [i for i in names if not (_describes(scene, i, to) or _ends_part(scene, i, to))]
    names = [i for i in names if not _tells_sort(scene, i, to)]
    names = [i for i in names if not (_stands_aside(scene, i, match) or _tells_whose(scene, i))]
    others = [party for i in names if not words.is_benchmark((party := scene.party(i)).name)]
    if any(party.kind in ("org", "product") for party in others):
        signs.append("another name between subject and value")
    if high - low - len(skipped & set(between)) > FAR:
        signs.append("far from the value")
    return tuple(signs)


#: Whose people they are says the name before: "by two former Foo engineers".
_PEOPLE = words.words(
    "engineers employees researchers scientists founders alumni veterans executives managers"
    " staffers students graduates colleagues customers users shareholders investors fans"
)


def _tells_whose(scene: Scene, at: int) -> bool:
    """Whether a name only says whose people are meant."""
    following = scene.tokens[at + 1 : at + 2]
    return bool(following) and following[0].mention is None and following[0].lower in _PEOPLE


def _tells_sort(scene: Scene, at: int, to: int) -> bool:
    """Whether a name says what sort of firm another is: "Neon, a Postgres specialist founded"."""
    clause, following = scene.clause(to), scene.tokens[at + 1 : at + 2]
    article = clause.start < at < to and scene.tokens[clause.start].lower in ("a", "an", "the")
    aside = clause.kind == "app" and article and bool(following)
    return aside and following[0].mention is None and following[0].lower in words.ANAPHORS


def _ends_part(scene: Scene, at: int, to: int) -> bool:
    """Whether a name ends the part before that of the value: "put $5M into Foo and $7M"."""
    clause = scene.clause(to)
    between = {token.lower for token in scene.tokens[at + 1 : to]}
    if at < clause.start or not between or not between <= {"and", ",", "plus", "another"}:
        return False
    return phrases.preposition(scene.tokens, at, clause.start) in ("into", "in", "to")


def _stands_aside(scene: Scene, at: int, match: Match) -> bool:
    """Whether a name hangs on a preposition of its own: "filed with Foo for", not "a Foo ETF"."""
    first = at  # "from Foo and Bar at a $9M valuation"
    while first > 1 and scene.tokens[first - 1].lower in _JOINS and scene.tokens[first - 2].is_name:
        first -= 2
    if phrases.preposition(scene.tokens, first) not in _ASIDE:
        return False
    upto = match.trigger if match.trigger > at or match.value is None else match.value
    between = scene.tokens[at + 1 : upto]
    return any(token.lower in words.PREPOSITIONS or token.lower in (",", "to") for token in between)


def _describes(scene: Scene, at: int, to: int) -> bool:
    """Whether a name only describes the value: "former Meta chief scientist Kim Lee"."""
    between = scene.tokens[at + 1 : to]
    return bool(between) and all(
        token.mention is None
        and token.text.isalpha()
        and token.lower not in words.PREPOSITIONS | words.COORDINATORS | words.AUXILIARIES
        and token.lower not in words.PAST
        for token in between
    )


def resolved(
    scene: Scene,
    found: Subject,
    match: Match,
    kinds: Sequence[EntityKind],
    excluded: frozenset[str] = frozenset(),
) -> list[Party]:
    """Who the text around is about, as a subject without a name stands for it; none if unclear."""
    wanted = tuple(kinds)
    sizeless = found.how == "topic" and wanted == ("product",)
    if found.anaphor in ROLES:
        return _partner(scene, found, match, kinds)
    if found.of is not None:
        made = scene.party(found.of).name
        maker = _maker(scene, found, match, kinds)
        if maker or scene.kind(found.of) != "product":
            return maker
        excluded |= {made}
    if found.anaphor in ("org", "product", "person"):
        if kinds and found.anaphor not in kinds:
            return []
        wanted = (found.anaphor,)  # type: ignore[assignment]
    if found.text.lower() in ("we", "our") and set(wanted) == {"org", "product"}:
        wanted = ("org",)  # "We announced a Series B": who brings the product out
    event = match.entry.definition.event
    pronoun = found.how == "anaphor" and found.text.lower() in words.PRONOUNS
    antecedent = scene.discourse.resolve(
        scene.at,
        _reach_of(scene, found, match),
        wanted,
        excluded,
        event,
        pronoun=pronoun,
    )
    if sizeless and not (antecedent and _is_about(scene, antecedent)):
        return []  # a size without a subject is seldom that of the topic
    if antecedent is None or (antecedent.backs and _only_gives(scene, match)):
        return []
    if _is_no_holder(antecedent.name, match, wanted):
        return []
    signs: tuple[str, ...] = ()
    alone = antecedent.near and scene.discourse.is_story
    for least, sign in ONE_STORY if alone else LEADS:
        if antecedent.lead < least:
            signs = (sign,)
            break
    if antecedent.kind == "unknown":
        signs += ("the topic is a name of unknown kind",)
        if not scene.discourse.is_story:
            signs += ("one of many names",)
    clear = scene.discourse.is_story and antecedent.lead >= CLEAR
    if not antecedent.near and not clear:
        signs += ("not named nearby",)
    if found.anaphor == "product" and any(mark.isdigit() for mark in found.text):
        signs += ("told apart by a number",)  # "the 27B model": one of a family
    if found.text.lower() == "we" and not (antecedent.above or clear):
        signs += ("a writer whom no title names",)
    how: How = "anaphor" if found.how == "anaphor" else "topic"
    at = match.trigger
    text = found.text or antecedent.text
    return [Party(antecedent.name, text, antecedent.kind, at, how, signs, antecedent.rivals)]


def _maker(scene: Scene, found: Subject, match: Match, kinds: Sequence[EntityKind]) -> list[Party]:
    """Who "the ChatGPT developer" is, by what is known of the name or what the text tells."""
    assert found.of is not None
    mention = scene.tokens[found.of].mention
    known = mention.made_by if mention is not None else None
    name = scene.discourse.maker(scene.party(found.of).name) or known
    if name is None or not compatible("org", kinds):
        return []
    return [Party(name, found.text, "org", match.trigger, "anaphor")]


#: The topic of a text is this far ahead of the next product, where a size has no subject.
_AHEAD = 1.5


def _is_about(scene: Scene, antecedent: Antecedent) -> bool:
    """Whether a text is about one product so plainly that its sizes need no subject."""
    titled = scene.discourse.is_story and antecedent.above and antecedent.lead >= _AHEAD
    return antecedent.labelled or titled


def _reach_of(scene: Scene, found: Subject, match: Match) -> int:
    """The token before which an unnamed subject is named: "The model runs on the Osprey card"."""
    verb = scene.clause(match.trigger).verb
    if found.how != "anaphor" or verb is None:
        return match.start
    return min(verb, match.start)


def _partner(
    scene: Scene, found: Subject, match: Match, kinds: Sequence[EntityKind]
) -> list[Party]:
    """Who "the buyer" or "the target" is, where the text names only one."""
    names = scene.discourse.partners(found.anaphor or "")
    if len(names) != 1:
        return []
    (actor,) = names
    if not compatible(actor.kind, kinds):
        return []
    return [Party(actor.name, found.text, actor.kind, match.trigger, "anaphor")]
