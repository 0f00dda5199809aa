"""The drafts of a sentence -> drafts of figures that have no wording of their own but share one.

"Foo spends $9 billion, Bar $5 billion": one verb for all. "Revenue was $9 billion, against $7
billion": the same thing at another time. "From $2 billion to $9 billion": both ends of one change.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from factlint.claims import words
from factlint.claims.clauses import is_timely, skips
from factlint.claims.drafting import Draft, draft
from factlint.claims.scene import Party, Scene
from factlint.claims.tokens import Token

#: Words that may stand between a name and the value it shares a verb for: "and Foo to $5 billion".
_GAPPED = frozenset(
    ("to", "at", "with", "by", "for", "of", ",", ":", "(", "a", "an", "about", "on", "'s")
)
_BEFORE_GAPPED = frozenset((",", ";", "and", "while", "but", "(", "—", "–", ":", "than", "against",
                            "behind", "versus", "vs", "before"))  # fmt: skip
#: Pairs of words that rank one name behind another.
_RANKING = frozenset(
    (
        ("ahead", "of"), ("front", "of"), ("followed", "by"), ("trailed", "by"),
        ("compared", "with"), ("compared", "to"),
    )
)  # fmt: skip
_LENDERS = frozenset(
    ("adjacent", "clause", "label", "list", "possessive", "slot", "topic", "anaphor")
)
#: Words right before the figure of another time, and those that may stand between.
_COMPARING = words.words("against versus vs from after than to instead")
#: The same where "an estimate of" stands between: "beating a consensus of $9 million".
_COMPARING_FORECASTS = words.words("from against versus than with beating missing above below")
_COMPARED = frozenset(
    (
        ("compared", "with"), ("compared", "to"), ("instead", "of"), ("down", "on"), ("up", "on"),
        ("short", "of"), ("ahead", "of"), ("shy", "of"),
    )
)  # fmt: skip
#: Before "to", what a figure may at most become.
_LIMITED = words.words("extendable extensible expandable scalable upgradable extended extension")
_ASIDE = words.words(
    "a an the some its about only just under over nearly almost previously announced reported"
    " planned initial original previous prior earlier , . - – 's"
)
#: Who says what had been expected, or what it had been.
_EXPECTED = words.words(
    "expected forecast forecasted predicted projected pencilled penciled estimated consensus guided"
    " anticipated foreseen analysts"
)
#: Behind one of these a bracket holds the figure of another time.
_EARLIER = words.words("before earlier previously prior ago")
#: What is so many times as much is no figure of the same thing: a price beside a round.
_FAR = 10_000
#: Words of a comparison or an expectation stand at most so many tokens from their figure.
REACH = 5


def find(
    scene: Scene, found: Sequence[Draft], worded: Mapping[int, frozenset[str]]
) -> Iterator[Draft]:
    """The drafts that other drafts of the sentence lend their wording to.

    `worded` tells what the words around a figure make it: it takes no other wording.
    """
    numbers = [one for one in found if one.value.interval is not None]
    numbers.sort(key=lambda one: one.token)  # the nearest lends first
    taken = {one.token for one in found}
    for at, token in enumerate(scene.tokens):
        if not numbers or at in taken or token.mention is None or not token.mention.value.interval:
            continue
        lent = (
            _mirrored(scene, at, numbers)
            or _gapped(scene, at, numbers)
            or _compared(scene, at, numbers)
            or _other_end(scene, at, numbers)
            or _dated(scene, at, numbers)
            or _partial(scene, at, numbers)
            or _expected_too(scene, at, numbers)
        )
        own = worded.get(at)
        if lent is not None and (not own or lent.match.entry.definition.attribute in own):
            taken.add(at)
            insort(numbers, lent, key=lambda one: one.token)
            yield lent


def _alike(scene: Scene, lender: Draft, at: int) -> bool:
    """Whether a figure is of the kind and unit of a claimed one."""
    own, other = scene.value(at), lender.value
    if own.interval is None or other.interval is None:
        return False
    if own.kind != other.kind and own.interval.unit != "times":
        return False
    if own.interval.unit not in (other.interval.unit, "") or own.per != other.per:
        return False
    one, another = abs(own.interval.number), abs(other.interval.number)
    return own.interval.unit == "times" or max(one, another) <= _FAR * min(one, another)


def _mirrored(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "spent $9 million on Foo and $5 million on Bar": the name behind the same preposition."""
    if at + 2 >= len(scene.tokens) or not scene.tokens[at + 2].is_name:
        return None
    link = scene.tokens[at + 1].lower
    for lender in reversed(numbers):
        slot = lender.match.subject
        if slot is None or not lender.token < slot < at or not _alike(scene, lender, at):
            continue
        if scene.tokens[slot - 1].lower == link and link in words.PREPOSITIONS:
            party = scene.fitting(scene.head(at + 2), lender.match.entry.kinds)
            return draft(scene, lender.match, party, at) if party else None
    return None


def _gapped(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "Foo spends $9 billion, Bar $5 billion and Baz $3 billion": one verb for all."""
    name = at - 1
    while name >= max(0, at - 2) and scene.tokens[name].lower in _GAPPED:
        name -= 1
    if name < 0 or not scene.tokens[name].is_name:
        return None
    first = name
    if first and scene.tokens[first - 1].lower in words.ARTICLES:
        first -= 1  # "and the Foo 12 Pro at $999"
    before = scene.tokens[first - 1].lower if first else ","
    ranked = name > 1 and (scene.tokens[name - 2].lower, before) in _RANKING
    if before not in _BEFORE_GAPPED and not ranked:
        return None
    for lender in reversed(numbers):
        if lender.token < name and _alike(scene, lender, at) and lender.party.how in _LENDERS:
            party = scene.fitting(name, lender.match.entry.kinds)
            return draft(scene, lender.match, replace(party, how="clause"), at) if party else None
    return None


#: Verbs of those who say what they will have: "spent $9M and guides to $12M".
_EXPECTS = words.words("forecast guide expect project plan target predict budget foresee")


def _expected_too(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "spent $9M last year and forecasts $12M": the same thing, as its subject expects it."""
    verb = at - 1
    while verb > max(0, at - 4) and scene.tokens[verb].lower in _ASIDE | {"to", "for", "on"}:
        verb -= 1
    joined = scene.tokens[verb - 1].lower in ("and", "but") if verb > 0 else False
    if not joined or words.LEMMA.get(scene.tokens[verb].lower) not in _EXPECTS:
        return None
    lender = _lender(scene, at, numbers)
    near = lender is not None and at - lender.token <= 2 * REACH
    return draft(scene, lender.match, lender.party, at) if lender and near else None


def _partial(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "a deal worth $9M, of which $3M has been paid": the part is told of whom the whole is."""
    whole = scene.whole(at)
    lender = next((one for one in numbers if one.token == whole), None)
    return draft(scene, lender.match, lender.party, at) if lender else None


def _compared(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "$9 billion, against $7 billion a year earlier", "and the $8 billion analysts expected"."""
    lender = _lender(scene, at, numbers)
    if lender is None or _is_of_something(scene, at):
        return None  # "a loss of $9 million, after $5 million of costs"
    first = _comparator(scene, at, lender.token)
    word = scene.tokens[first].lower
    pair = (scene.tokens[first - 1].lower, word)
    if word == "to" and pair[0] in _LIMITED:
        return None  # "a window of 256,000 tokens, extendable to 1 million": what it may become
    times = scene.tokens[first].mention
    multiple = (
        times is not None
        and times.value.interval is not None
        and times.value.interval.unit == "times"
    )
    compares = (
        multiple
        or word in _COMPARING
        or pair in _COMPARED
        or _is_expected(scene, at, word)
        or _is_earlier(scene, first)
    )
    if not compares or at - lender.token > 4 * REACH or _is_stopped(scene, lender.token, first):
        return None
    if _is_of_another_version(scene, at):
        return None
    other = _rival(scene, at, lender)
    return draft(scene, lender.match, other or lender.party, at)


def _is_of_something(scene: Scene, at: int) -> bool:
    """Whether "of" tells what a figure is made of, and not when: "the $9 million of 2021"."""
    after = scene.tokens[at + 1 : at + 5]
    if not after or after[0].lower != "of":
        return False
    rounds = (t.mention is not None and t.mention.value.kind == "round" for t in after)
    return not (any(rounds) or any(map(is_timely, after)))


#: What another version of a thing is called: "for its predecessor", "for the previous version".
_OLDER = words.words("previous predecessor older prior earlier original smaller larger last")


def _is_of_another_version(scene: Scene, at: int) -> bool:
    """Whether a figure is that of what came before: "up from 41% for the previous version"."""
    after = [token.lower for token in scene.tokens[at + 1 : at + 5]]
    if not after or after[0] not in ("for", "in", "with", "of"):
        return False
    return not _OLDER.isdisjoint(after) and words.TIMES.isdisjoint(after)


def _lender(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """The last draft left of a figure whose value is of its kind: what it may be compared with."""
    earlier = (one for one in reversed(numbers) if one.token < at)
    return next((one for one in earlier if _alike(scene, one, at)), None)


def _comparator(scene: Scene, at: int, least: int) -> int:
    """The token left of a figure that compares it: "from an earlier forecast of" is a "from"."""
    first = at - 1
    while first > least and (
        scene.tokens[first].lower in _ASIDE or skips(scene.tokens[first]) or scene.owns(first)
    ):
        first -= 1
    if scene.tokens[first].lower != "of":
        return first
    for i in range(first - 1, max(least, first - REACH), -1):
        word = scene.tokens[i].lower
        if word in _COMPARING_FORECASTS:
            return i
        if scene.tokens[i].mention is not None or not word.isalpha() or word in words.BE:
            break
    return first


def _is_earlier(scene: Scene, at: int) -> bool:
    """Whether a bracket opens behind another time: "more than the year before ($9 million)"."""
    before = {token.lower for token in scene.tokens[max(0, at - 3) : at]}
    return scene.tokens[at].text == "(" and not before.isdisjoint(_EARLIER)


def _is_expected(scene: Scene, at: int, word: str) -> bool:
    after = {token.lower for token in scene.tokens[at + 1 : at + 1 + REACH]}
    return word in ("and", "below", "above", "over") and not _EXPECTED.isdisjoint(after)


def _is_stopped(scene: Scene, lender: int, at: int) -> bool:
    """Whether another figure or a clause lies between, and the comparison is with that."""
    depth = 0
    for token in scene.tokens[lender + 1 : at]:
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return True  # "($9M raised) suggests interest, from ..." goes on past the bracket
        told = token.mention
        aside = told is None or told.value.kind in ("percent", "date", "name", "round")
        if told is not None and not aside and told.value.per is None:
            return True
        if token.lower in (";", "which", "who", "that", "while", "but", "and"):
            return True
    return False


def _rival(scene: Scene, at: int, lender: Draft) -> Party | None:
    """Whose figure is compared, if not the same subject's: "than Bar's $5 billion"."""
    for i in (at - 2, at + 2):
        if not 0 <= i < len(scene.tokens) or not scene.tokens[i].is_name:
            continue
        link = scene.tokens[i + 1 if i < at else i - 1].lower
        if link in ("'s", "for", "at", "of", "by"):
            party = scene.fitting(i, lender.match.entry.kinds)
            return replace(party, how="clause") if party else None
    return None


def _dated(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "$9 million in 2025 and $12 million in 2026": the same thing, each at a time of its own."""
    lender = _lender(scene, at, numbers)
    if lender is None:
        return None
    between = scene.tokens[lender.token + 1 : at]
    if _is_said_again(scene, lender.token, at) or _is_paired(scene, lender.token, at):
        return draft(scene, lender.match, lender.party, at)
    joined = between and between[-1].lower in ("and", ",", "but")
    if joined and _has_date(between) and _has_date(scene.tokens[at + 1 : at + 1 + REACH]):
        kinds = [token.mention.value.kind for token in between if token.mention is not None]
        if all(kind in ("date", "percent") for kind in kinds) and len(between) <= 2 * REACH:
            return draft(scene, lender.match, lender.party, at)
    return None


#: What a figure told before is called when it is told again of another time.
_AGAIN = words.words("it that this figure number amount sum total")


def _is_said_again(scene: Scene, lender: int, at: int) -> bool:
    """Whether a clause tells what the figure was at another time: "...; in 2024 it was $9M"."""
    clause = scene.clause(at)
    if clause.verb is None or lender >= clause.start or clause.start == 0:
        return False
    verb = words.LEMMA.get(scene.tokens[clause.verb].lower, "")
    linked = scene.tokens[clause.verb].lower in words.BE | words.HAVE or verb in _STANDING
    left = [token.lower for token in scene.tokens[clause.start : clause.verb]]
    dated = _has_date(scene.tokens[clause.start : clause.verb]) or not words.TIMES.isdisjoint(left)
    plain = all(
        token.mention is None or token.mention.value.kind in ("percent", "date")
        for token in scene.tokens[clause.verb : at]
    )
    return linked and plain and dated and not _AGAIN.isdisjoint(left[-1:])


#: Verbs that say where a figure is, not where it goes.
_STANDING = words.words("be stand amount come total reach")


def _is_paired(scene: Scene, lender: int, at: int) -> bool:
    """Whether two figures stand side by side for two times: "$9M and $12M respectively"."""
    between = [token.lower for token in scene.tokens[lender + 1 : at]]
    return between == ["and"] and scene.says("respectively")


def _has_date(tokens: Sequence[Token]) -> bool:
    """Whether a time is named among tokens, before another figure is."""
    for token in tokens:
        if token.mention is not None:
            return token.mention.value.kind == "date"
    return False


def _other_end(scene: Scene, at: int, numbers: Sequence[Draft]) -> Draft | None:
    """ "from $2 billion in June to $9 billion": the end that the verb does not govern."""
    if at == 0 or scene.tokens[at - 1].lower != "from":
        return None
    clause = scene.clause(at)
    before = {token.lower for token in scene.tokens[clause.start : at]}
    planned = not before.isdisjoint(words.MODALS)  # what it will be is planned, what it was is not
    for lender in numbers:
        if lender.match.entry.kinds == ("product",):
            continue  # "a model that grew from 3B to 7B parameters": another one had 3B
        between = scene.tokens[at + 1 : lender.token]
        near = at < lender.token <= at + 2 * REACH and _alike(scene, lender, at)
        if near and not planned and any(token.lower == "to" for token in between[-2:]):
            return draft(scene, lender.match, lender.party, at)
    return None
