"""A cue found in a sentence -> whether it means what it says there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factlint.claims import phrases, words
from factlint.claims.clauses import is_finite, is_timely, skips
from factlint.claims.cues import Match
from factlint.claims.discourse import compatible
from factlint.claims.scene import Scene
from factlint.claims.tokens import Token
from factlint.model import EntityKind


def fits(scene: Scene, match: Match) -> bool:
    """Whether a cue means here what it says."""
    return objection(scene, match) is None


def objection(scene: Scene, match: Match) -> str | None:
    """Why a cue does not mean here what it says; None if it does."""
    return (
        _unless(scene, match)
        or _given_away(scene, match)
        or _worth_of_thing(scene, match)
        or _raised_forecast(scene, match)
        or _aimed_for(scene, match)
        or _multiplied(scene, match)
        or _of_a_whole(scene, match)
        or _noun(scene, match)
        or _stranger(scene, match)
        or _part(scene, match)
        or _score(scene, match)
        or _misfit(scene, match)
    )


#: Words for money that is given away: whoever gives it raises nothing.
_GIFTS = words.words(
    "grants grantee grantees bounties prizes donations scholarships fellowships hackathon"
)


def _given_away(scene: Scene, match: Match) -> str | None:
    """ "The grantees of Foo share $9M in funding": Foo gives what a noun or verb says is raised."""
    if match.entry.cue.priority or match.entry.definition.event != "funding":
        return None
    left = {token.lower for token in scene.tokens[: match.end]}
    if gifts := left & _GIFTS:
        return f"{_quoted(gifts)} before it: it is given away"
    return None


#: What tells what something is worth, and not only a company.
_WORTH = words.words("worth valued priced")


#: What may stand between a thing and "valued".
_LATELY = words.words(", last once first previously")
#: Verbs that join "worth" to its subject.
_SEEMING = words.words("become remain stay look seem be get")
#: Before "worth" these are no noun that it is told of.
_NO_NOUNS = words.RELATIVES | words.COORDINATORS | words.SUBORDINATORS | words.words("that than")


def _worth_of_thing(scene: Scene, match: Match) -> str | None:
    """ "computing power worth $9M", "a task order, valued at $9M": a thing's, and no company's."""
    if match.entry.definition.attribute != "valuation" or match.subject is not None:
        return None
    at = match.start
    if scene.tokens[at].lower not in _WORTH or match.value is None or match.value < at:
        return None
    if scene.tokens[at + 1].is_name:
        return None  # "a round valued Acme at $9M"
    near = [i for i in range(scene.clause(at).start, at) if scene.tokens[i].is_name]
    if near and scene.kind(near[-1]) == "market":
        return f"{scene.tokens[near[-1]].text!r} is worth so much"
    left = at - 1
    while left >= 0 and (scene.tokens[left].lower in _LATELY or skips(scene.tokens[left])):
        left -= 1
    if left > 1 and scene.tokens[left].is_name and scene.tokens[left - 1].lower == "with":
        left -= 2  # "agreements with Foo worth $9M"
    if left < 1:
        return None
    token, word = scene.tokens[left], scene.tokens[left].lower
    plain = token.mention is None and word.isalpha() and token.text.islower()
    does = word in words.PAST or words.LEMMA.get(word) in _SEEMING
    if not plain or does or word in words.AUXILIARIES or word in words.PREPOSITIONS:
        return None
    if word in words.ANAPHORS or word in words.PRONOUNS or word in words.DESCRIBERS:
        return None
    if word in words.TIMES or word in _NO_NOUNS or is_timely(token):
        return None
    return f"{token.text!r} is what is worth so much"


#: What companies raise that is no money.
_FORECASTS = words.words(
    "guidance outlook forecast forecasts target targets estimate estimates projection projections"
    " dividend price prices limit limits ceiling expectations bar stakes wages salaries fees rates"
)


def _raised_forecast(scene: Scene, match: Match) -> str | None:
    """ "is raising its revenue guidance to $9M": no money is raised."""
    definition = match.entry.definition
    if match.value is None or definition.event != "funding" or definition.value != "money":
        return None
    between = {token.lower for token in scene.tokens[match.start : match.value]}
    said = {words.LEMMA.get(word) for word in between}
    if "raise" in said and (raised := between & _FORECASTS):
        return f"{_quoted(raised)} is what is raised"
    return None


def _unless(scene: Scene, match: Match) -> str | None:
    """A word nearby that the cue must not have."""
    cue = match.entry.cue
    left = set(map(_worded, _before(scene.tokens, match.start)))
    if barred := left.intersection(cue.unless_before):
        return f"{_quoted(barred)} before it (unless-before)"
    clause = scene.clause(match.end - 1)
    last = max(match.end, min(match.end + 4, clause.end))
    if last < len(scene.tokens) and scene.tokens[last].lower in words.RELATIVES:
        last = min(last + 3, len(scene.tokens))  # "300 people who left"
    right = set(map(_worded, scene.tokens[match.trigger + 1 : last]))
    if barred := right.intersection(cue.unless_after):
        return f"{_quoted(barred)} after it (unless-after)"
    return None


def _before(tokens: Sequence[Token], end: int) -> Iterator[Token]:
    """The words left of a cue that bear on it, not those that an earlier figure counts.

    In "3 million users and 4,000 employees" the users are no reason to doubt the employees.
    """
    counted = False
    for token in tokens[max(0, end - 12) : end]:
        if token.lower in _JOINTS or token.lower in words.AUXILIARIES:
            counted = False  # "its 900 staff would get shares worth $9M"
        if not counted:
            yield token
        if token.mention is not None and token.mention.value.interval is not None:
            counted = True


_JOINTS = frozenset((",", ";", "and", "but", "while"))


def _worded(token: Token) -> str:
    """How `unless-before` and `unless-after` call a token: by its word, a round as {ROUND}."""
    is_round = token.mention is not None and token.mention.value.kind == "round"
    return "{ROUND}" if is_round else token.lower


def _aimed_for(scene: Scene, match: Match) -> str | None:
    """ "$5M of $9M raised": the second figure is only what was aimed for."""
    at = match.value
    if at is None or at < 2 or scene.tokens[at - 1].lower != "of":
        return None
    whole = scene.tokens[at - 2].mention
    alike = whole is not None and whole.value.kind == scene.value(at).kind
    if alike and match.trigger > at and scene.tokens[match.trigger].lower in words.PAST:
        return f"only a part of {scene.value(at).text!r}"
    return None


def _multiplied(scene: Scene, match: Match) -> str | None:
    """ "valued at $9M, triple the $3M of its Series B": a value as that told before, not raised."""
    at, definition = match.value, match.entry.definition
    raised = definition.event == "funding" and definition.holds == "once"
    if at is None or not raised or match.start < at - 1:
        return None
    if scene.is_multiplied(at):
        return f"{scene.tokens[at - 2].text!r} before it: a value as the one told before"
    return None


def _of_a_whole(scene: Scene, match: Match) -> str | None:
    """ "worth $9M, of which $3M has been paid": a part of what is told before, and no price."""
    whole = scene.whole(match.value) if match.value is not None else None
    return f"a part of {scene.value(whole).text!r}" if whole is not None else None


def _noun(scene: Scene, match: Match) -> str | None:
    """ "After the cuts Foo has 900 employees": a noun, and not what was done to them."""
    if match.value is None or not match.start or match.value <= match.start + 1:
        return None
    first, before = scene.tokens[match.start], scene.tokens[match.start - 1]
    between = range(match.start + 1, match.value)
    acts = any(scene.tokens[i].is_name for i in between if i != match.subject)
    if acts and before.lower in ("the", "these", "those") and first.lower in words.AMBIGUOUS:
        return f"{first.text!r} is a noun"
    return None


def _stranger(scene: Scene, match: Match) -> str | None:
    """A name in the cue that plays another part than the cue says."""
    if match.subject is not None and phrases.is_modifier(scene.tokens, match.subject):
        return f"{scene.tokens[match.subject].text!r} only describes what follows"
    if match.subject is not None and _only_owns(scene, match):
        # "bought Foo's stake": Foo is not what was bought
        return f"{scene.tokens[match.subject].text!r} only owns what follows"
    if match.entry.definition.event == "acquisition" and _only_describes(scene, match):
        return f"{scene.tokens[match.subject or 0].text!r} only describes what follows"
    if match.subject is not None and _is_apart(match):
        return "something stands between the two"
    if match.subject is not None and _acts_itself(scene, match):
        return f"{scene.tokens[match.subject].text!r} has a verb of its own"
    if match.entry.definition.event == "funding" and _is_fund(scene, match):
        return f"{scene.tokens[match.subject or 0].text!r} only describes what follows"
    if match.entry.definition.value == "name" and _counts_others(scene, match):
        return "what is counted is none of them"
    if match.subject is not None and match.entry.kinds == ("product",):
        tail = _tail(scene, match.subject)
        if tail is not None:
            return f"{scene.tokens[match.subject].text!r} goes on with {tail!r}"
    if match.counterparty is not None and _is_given(match) and not _may_give(scene, match):
        return f"{scene.tokens[match.counterparty].text!r} is not known to give money"
    if match.counterparty is not None and scene.kind(scene.head(match.counterparty)) == "place":
        # money put into a place is spent, not invested in a company
        return f"{scene.tokens[match.counterparty].text!r} is a place"
    return None


def _is_apart(match: Match) -> bool:
    """Whether what a cue of two slots joins is parted by an aside: "3B, the smallest, Foo"."""
    if match.entry.pattern.literals or match.value is None or match.subject is None:
        return False
    return abs(match.value - match.subject) > 1


def _acts_itself(scene: Scene, match: Match) -> bool:
    """Whether what the cue takes for an object opens a clause: "Foo launched, Bar expects"."""
    at = match.subject
    if match.entry.cue.agent != "value" or at is None or at != match.end - 1:
        return False
    if at + 1 >= len(scene.tokens):
        return False
    opens = scene.tokens[at - 1].lower == "," and match.trigger < at - 1
    return opens and is_finite(scene.tokens, at + 1, at)


#: What a company's name describes before these is no part of the company: "Foo's bonds".
_HOLDINGS = words.words("fund funds bond bonds note notes loan loans etf etfs debt")


def _is_fund(scene: Scene, match: Match) -> bool:
    """Whether money goes into paper that a name describes: "invests in Foo funds"."""
    if match.subject is None or match.subject != match.end - 1:
        return False
    after = scene.tokens[match.end : match.end + 1]
    return any(token.mention is None and token.lower in _HOLDINGS for token in after)


def _may_give(scene: Scene, match: Match) -> bool:
    """Whether the counterparty is known to give money, or a person, who hardly is a customer."""
    assert match.counterparty is not None
    return scene.backs(match.counterparty) or scene.kind(match.counterparty) == "person"


def _is_given(match: Match) -> bool:
    """Whether the counterparty is who gives the money of a round."""
    definition = match.entry.definition
    return definition.event == "funding" and definition.value == "money"


def _counts_others(scene: Scene, match: Match) -> bool:
    """Whether a count in a cue for names counts others: "its two founders" are no investors.

    A cue that asks for a count says whom it counts: "founded by {COUNT} , {V}".
    """
    if "{COUNT}" in match.entry.cue.match:
        return False
    for token in scene.tokens[match.start : match.end]:
        interval = token.mention.value.interval if token.mention else None
        if interval is not None and token.mention and token.mention.value.kind == "count":
            return match.entry.definition.attribute not in interval.unit
    return False


def _part(scene: Scene, match: Match) -> str | None:
    """A share of what is said to be bought or owned whole: "bought 12% of Foo"."""
    attribute = match.entry.definition.attribute
    if attribute in _SOLD and not _PARTS.isdisjoint(
        token.lower for token in scene.tokens[match.start : match.end] if token.mention is None
    ):
        return "only a part of it"
    if attribute not in _WHOLE:
        return None
    for token in scene.tokens[max(0, match.start - 4) : match.end]:
        interval = token.mention.value.interval if token.mention else None
        if interval is not None and interval.unit == "%" and interval.number < _MAJORITY:
            return f"only {token.text} of it"
    return None


def _score(scene: Scene, match: Match) -> str | None:
    """Whether a share is that of a test: "72% on Foo-Bench, against 54% for Bar".

    What names no benchmark itself is no score in a sentence without one.
    """
    attribute, said = match.entry.definition.attribute, match.entry.cue.match
    if attribute == "market_share":
        if beside := scene.benchmark:
            return f"a score on {beside!r}"
        spoken = {token.lower for token in scene.tokens}
        if _MARKETS.isdisjoint(spoken) and not _shared_before(scene):
            return "no market is spoken of"
    if attribute == "benchmark_score" and not scene.benchmark:
        if "{NAME}" not in said:
            return "no benchmark is named"
        if _shared_before(scene):
            return "the text tells of shares of a market"
    return None


#: One of these tells that a share is that of a market, also where the wording does not.
_MARKETS = words.words(
    "market markets share shares shipments sales slice portion piece units registrations searches"
    " queries traffic deliveries orders revenue spending subscribers subscriptions imports exports"
    " production output capacity searching business segment connections chips processors phones"
    " cars cards views viewing"
)


def _shared_before(scene: Scene) -> bool:
    """Whether the sentence before tells of shares of a market."""
    left = scene.discourse.shared(scene.at)
    return left is not None and left.entry.definition.attribute == "market_share"


#: What is told of a purchase, and what is only a part of a company.
_SOLD = frozenset(("acquirer", "acquisition_price"))
_PARTS = words.words("stake stakes holding holdings shares position slice")
#: Attributes that hold of whole companies only, and the share that makes an owner.
_WHOLE = frozenset(("acquirer", "parent_company"))
_MAJORITY = 50


def _only_describes(scene: Scene, match: Match) -> bool:
    """Whether a name describes what is bought: "acquires Stories template maker Foo"."""
    if match.subject is None or match.subject != match.end - 1:
        return False
    for i in range(match.end, min(match.end + 3, len(scene.tokens) - 1)):
        if scene.tokens[i].lower in words.ANAPHORS:
            return scene.tokens[i + 1].is_name
        if scene.tokens[i].mention is not None or not scene.tokens[i].text.isalpha():
            return False
    return False


def _only_owns(scene: Scene, match: Match) -> bool:
    """Whether the cue is about what the subject owns: "bought Foo's sensor business for"."""
    assert match.subject is not None
    bought = match.entry.definition.event == "acquisition"
    return (bought or match.subject == match.end - 1) and scene.owns(scene.head(match.subject))


def _tail(scene: Scene, at: int) -> str | None:
    """The capitalised word right after a product, of which it is a part: "Codestral Mamba".

    None where capitals say nothing, as in a headline.
    """
    if at + 1 >= len(scene.tokens):
        return None
    after = scene.tokens[at + 1]
    if after.mention is not None and not (after.is_name and scene.kind(at + 1) == "unknown"):
        return None
    if not after.text[:1].isupper() or not after.text.isalpha():
        return None
    plain = [t.text for t in scene.tokens if t.mention is None and len(t.text) > 3]
    capitals = sum(word[0].isupper() for word in plain)
    return after.text if 2 * (capitals - 1) < len(plain) else None


def _misfit(scene: Scene, match: Match) -> str | None:
    """A value of the wrong kind, unit or rate."""
    definition = match.entry.definition
    if match.value is None:
        return None
    value = scene.value(match.value)
    kind = scene.kind(match.value)
    if value.kind == "name":
        if definition.event == "funding" and words.tells_news(value.canonical or value.text):
            return f"{value.text!r} tells the news"
        if not _may_be(kind, match.entry.cue.value_kinds or definition.value_kinds):
            return f"{value.text!r} is a {kind}"  # "Bitcoin-backed loans": a thing holds no other
        if _is_speaker(scene, match.value):
            return f"{value.text!r} is who says so"
        if _is_bare_possessive(scene, match):
            owned = match.end - 1  # "Silicon Valley's Russ Hanneman" is not a company's seat
            for at in (match.value, owned):
                if scene.kind(at) == "unknown":
                    return f"nothing tells what {scene.tokens[at].text!r} is"
        if kind == "unknown" and definition.value_kinds == ("place",):
            return f"nothing tells that {value.text!r} is a place"
        mention = scene.tokens[match.value].mention
        said = {token.lower for token in scene.tokens[match.start : match.end]}
        is_region = mention is not None and mention.region
        if definition.value_kinds == ("place",) and is_region and said.isdisjoint(_SEATED):
            return f"{value.text!r} is larger than the seat of a company"
        person = definition.value_kinds == ("person",)
        left = scene.tokens[match.value - 1].lower if match.value else ""
        if kind == "unknown" and person and (" " not in value.text or left == "of"):
            return f"nothing tells that {value.text!r} is a person"
    sized = value.kind in ("count", "quantity") and match.entry.kinds == ("product",)
    if sized and value.per is None and _is_generic(scene, match.value, match.start):
        return "it is the size of some model, not of one with a name"
    near = [token.lower for token in scene.tokens[max(0, match.value - 2) : match.value]]
    if definition.attribute in _SIZES and near[1:] == ["in"] and near[0] not in _IN:
        return "what is done in so many"  # "better Foo prompts in 77M parameters"
    if definition.attribute in _SIZES and _ends_range(scene, match.value):
        return "an end of a range: the size of one of several"
    if not definition.may_be_per(value.per) or value.per in _TRADED:
        rated = f"a rate, per {value.per}"
        return rated if value.per else "no rate: not by the month, piece or unit"
    if value.interval and abs(value.interval.number) < definition.least:
        return f"below {definition.least:,}, the least that the claim may be"
    if value.interval and definition.most and abs(value.interval.number) > definition.most:
        return f"above {definition.most:,}, the most that the claim may be"
    unit = value.interval.unit if value.interval else ""
    bare = not unit and definition.bare and match.entry.pattern.literals > 0
    if definition.units and unit not in definition.units and not bare:
        return f"the unit {unit or 'none'!r} is none of {', '.join(definition.units)}"
    return None


#: Sizes that those of a family have, "from 0.8B to 9B", and none of them alone.
_SIZES = frozenset(("parameters",))


_GROWING = words.words("scales scaled scaling expands expanded grows grew growing up increased")


def _ends_range(scene: Scene, at: int) -> bool:
    """Whether a figure is one end of a range: "3B to 72B"; "grew from 3B to 72B" ends in one."""
    before = {token.lower for token in scene.tokens[max(0, at - 6) : at]}
    sides = ((at - 1, at - 2), (at + 1, at + 2))
    for link, other in sides if before.isdisjoint(_GROWING) else sides[1:]:
        if not 0 <= other < len(scene.tokens) or scene.tokens[link].lower != "to":
            continue
        far = scene.tokens[other].mention
        if far is not None and far.value.interval is not None:
            return True
    return False


#: Words that make even a country the seat of a company.
_SEATED = frozenset(("-based", "based", "-headquartered", "headquartered"))


#: What those do who tell the news.
_SPEAKS = words.words("says said told tells reports reported writes wrote warns warned claims")


def _is_speaker(scene: Scene, at: int) -> bool:
    """Whether a name only tells the news: "a bundle for subscribers, Kim Lee says"."""
    after = scene.tokens[at + 1 : at + 2]
    said = any(token.mention is None and token.lower in _SPEAKS for token in after)
    return said and at > 0 and scene.tokens[at - 1].lower == ","


def _is_bare_possessive(scene: Scene, match: Match) -> bool:
    """Whether a cue is no more than an owner and what it owns: "Muon's Newton-Schulz"."""
    return match.end - match.start == 3 and scene.tokens[match.start + 1].lower == "'s"


#: By these goods are traded, or trials counted: no product has a price by them.
_TRADED = frozenset(
    ("share", "barrel", "ton", "ounce", "head", "task", "test", "run", "problem", "question")
)


def _quoted(found: Iterable[str]) -> str:
    return ", ".join(map(repr, sorted(found)))


def _may_be(kind: EntityKind, kinds: Sequence[EntityKind]) -> bool:
    """Whether a name may be the value; without a word of the definition no product is."""
    return compatible(kind, kinds or ("org", "person", "place"))


#: What may have its own size behind "in".
_IN = words.words("comes come came available offered released ships shipped total arrives")


def _is_generic(scene: Scene, at: int, start: int) -> bool:
    """Whether a size is that of some model: "fine-tuned a 4B model" names no model.

    "Foo is a 4B model" and "Foo, a 4B model," do.
    """
    weighed = [token.lower for token in scene.tokens[max(0, at - 2) : at]] == ["in", "at"]
    if at and scene.tokens[at - 1].lower in ("at", "the", "beyond", "past") and not weighed:
        return True  # an operating point, or one model of a family
    if any(t.lower in ("models", "llms") for t in scene.tokens[at + 1 : at + 3]):
        return True
    before = [i for i in range(max(0, at - 3), at) if scene.tokens[i].lower in ("a", "an")]
    if not before or before[0] >= start:
        return False  # "runs on a laptop with 16 GB of memory": of no model at all
    if scene.tokens[at - 1].lower == "of" and scene.tokens[at - 2].lower in ("window", "length"):
        return False
    clause = scene.clause(at)
    if clause.kind == "app" and before[0] - clause.start <= 1:
        return False
    left = before[0] - 1
    while left >= 0 and skips(scene.tokens[left]):
        left -= 1
    kin = words.BE | {"as", "has", "with", "features", "offers", "supports", "boasts", "gets"}
    return left < 0 or scene.tokens[left].lower not in kin
