"""A figure of a sentence -> the noun or verb that says what it is: "revenue came in at $9M".

Cues are single wordings; a governor is a word of a definition's `nouns` or `verbs` that the figure
hangs on, whatever harmless words lie between. It reads what no cue has words for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from factlint.claims import words
from factlint.claims.clauses import skips
from factlint.claims.cues import Entry, Match
from factlint.claims.tokens import Sentence, Token, mark
from factlint.model import ClaimDefinition, Cue, Mention

#: How many tokens off a governor may stand, and how many words that say nothing may lie between.
REACH = 14
_MOST_PLAIN = 3
_RIGHT = 7
_LONGEST = 3
#: Verbs that only link a noun to its figure.
_LINKS = words.words(
    "be have hit reach total exceed top pass cross surpass approach near come stand amount rise"
    " grow climb jump fall drop slip slide sink plunge tumble increase decrease decline surge soar"
    " leap expect estimate project forecast set remain stay land end close settle put peg go swell"
    " shrink lift push take bring make run range average see report post book record show expand"
    " gain add widen narrow dip edge inch balloon double triple beat miss clear break equal"
)
_TRANSPARENT = words.PREPOSITIONS | words.ARTICLES | words.AUXILIARIES | words.words(
    "up down out in as so more less than just only even year quarter month week half fiscal past"
    " last next previous same first second third fourth full annual some any now then ago earlier"
    " later end calendar another further record whopping mere total combined estimated reported"
)  # fmt: skip
_STOPS = words.words(
    '; : ( ) [ ] — – -- | @ " which who whose that while whereas but although though because when'
    " where if since and or nor after before until unless . ! ? …"
)
#: "finance the deal with a $3 billion loan": what follows is of another kind.
_PARTING = words.words("with after before despite amid versus against without besides")
_MARKS = "*_#:,.()\"'"
_OPENERS = frozenset((":", "(", "-", "–", "—", "|"))
#: Between a figure and the noun that it describes: "$9M in revenue", "$9M of new capital".
_OF = frozenset(("in", "of", "worth"))
_PASSIVE = words.BE | {"been", "being", "that", "which", "it", "they"}
_TAILS = words.words(
    "round figure mark sum total amount level number run-rate rate pace tag milestone"
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A word that says what a figure is, at tokens [start, end), and how far off it stands."""

    entry: Entry
    start: int
    end: int
    distance: float


class Index:
    """The nouns and verbs of all definitions, by their words. Done once a run."""

    def __init__(self, definitions: Sequence[ClaimDefinition]) -> None:
        self.nouns = _entries(definitions, "noun")
        self.verbs = _entries(definitions, "verb")
        self.bases = {form: phrase[0] for phrase in self.verbs for form in words.forms(phrase[0])}
        self.words = frozenset(phrase[-1] for phrase in self.nouns) | self.bases.keys()

    def may_govern(self, mentions: Sequence[Mention], shown: Set[str]) -> bool:
        """A cheap look at the words of a sentence with figures: whether one governs."""
        is_round = any(mention.value.kind == "round" for mention in mentions)
        return is_round or not self.words.isdisjoint(shown)

    def told(self, said: str) -> tuple[Entry, ...]:
        """What the nouns of a text are called by: "The largest fines so far" tells of fines."""
        spoken = [word.strip(_MARKS) for word in said.lower().split()]
        found: list[Entry] = []
        start = 0
        while start < len(spoken):
            for length in range(_LONGEST, 0, -1):
                entries = self.nouns.get(tuple(spoken[start : start + length]), ())
                if entries:
                    found += entries
                    start += length - 1
                    break
            start += 1
        return tuple(found)


def _entries(
    definitions: Sequence[ClaimDefinition], kind: str
) -> Mapping[tuple[str, ...], tuple[Entry, ...]]:
    found: dict[tuple[str, ...], tuple[Entry, ...]] = {}
    for definition in definitions:
        for phrase in definition.nouns if kind == "noun" else definition.verbs:
            cue = Cue(f"{kind}: {phrase}", priority=0, path=definition.path, line=definition.line)
            entry = Entry.of(cue, definition)
            for spelling in _spellings(phrase) if kind == "noun" else (phrase,):
                key = tuple(spelling.split())
                found[key] = (*found.get(key, ()), entry)
    return found


def _spellings(noun: str) -> tuple[str, ...]:
    return (noun,) if noun.endswith("s") or not noun.isascii() else (noun, noun + "s")


def may_find(index: Index, sentence: Sentence) -> bool:
    """A cheap look at a sentence: whether a word that governs stands in it."""
    tokens = sentence.tokens
    mentions = [token.mention for token in tokens if token.mention is not None]
    if all(mention.value.interval is None for mention in mentions):
        return False  # no figure
    if any(mention.value.kind == "round" for mention in mentions):
        return True
    return not index.words.isdisjoint([token.lower for token in tokens])


def find(
    index: Index, sentence: Sentence, skipped: frozenset[int]
) -> Iterator[tuple[int, tuple[Governor, ...]]]:
    """The figures of a sentence that a noun or verb governs, each with its readings.

    One word may govern for several definitions ("deal"); `skipped` are tokens that interrupt.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.mention is None or token.mention.value.interval is None:
            continue
        found = _best(index, tokens, at, skipped)
        if found:
            yield at, found


def _best(
    index: Index, tokens: Sequence[Token], at: int, skipped: frozenset[int]
) -> tuple[Governor, ...]:
    right = _right(index, tokens, at)
    left = _left(index, tokens, at, skipped)
    passive = _passive(index, tokens, at)
    sides = [side for side in (right, left, passive) if side]
    return min(sides, key=lambda side: side[0].distance, default=())


def _readings(
    entries: Sequence[Entry], tokens: Sequence[Token], at: int, start: int, end: int, cost: float
) -> tuple[Governor, ...]:
    """What the word at [start, end) makes of the figure, for the definitions of its kind."""
    mention = tokens[at].mention
    if not entries or mention is None:
        return ()
    own = mark(mention)
    return tuple(
        Governor(entry, start, end, cost)
        for entry in entries
        if own == entry.pattern.marks[0] and _is_of(entry.definition, mention)
    )


def _is_of(definition: ClaimDefinition, mention: Mention) -> bool:
    """Whether a count may be of what a definition counts; one of nothing may be of anything."""
    interval = mention.value.interval
    counts = mention.value.kind == "count" and interval is not None and interval.unit
    return not (counts and definition.units) or counts in definition.units


def _noun(
    index: Index, tokens: Sequence[Token], at: int, end: int, cost: float
) -> tuple[Governor, ...]:
    """The noun whose last word is the token before `end`."""
    mention = tokens[end - 1].mention
    if mention is not None:
        if mention.value.kind != "round":
            return ()
        return _readings(index.nouns.get(("{round}",), ()), tokens, at, end - 1, end, cost)
    first = tokens[end - 1]
    if first.lower in words.GERUND and end > 1 and tokens[end - 2].lower in _PASSIVE:
        return ()  # "was offering": a verb
    if end > 1 and first.lower in words.AMBIGUOUS and tokens[end - 2].lower == "to":
        return ()  # "agreed to purchase"
    for length in range(min(_LONGEST, end), 0, -1):
        start = end - length
        if start <= at < end:
            continue
        phrase = tuple(token.lower for token in tokens[start:end])
        found = _readings(index.nouns.get(phrase, ()), tokens, at, start, end, cost)
        if found:
            return found
    return ()


def _right(index: Index, tokens: Sequence[Token], at: int) -> tuple[Governor, ...]:
    """The head of the noun phrase that a figure opens: "$9M in annual revenue", "a $9M fine"."""
    opened, plain = False, 0
    head: tuple[Governor, ...] = ()
    for i in range(at + 1, min(len(tokens), at + 1 + _RIGHT)):
        token = tokens[i]
        word = token.lower
        if token.mention is not None and token.mention.value.kind not in ("round", "name", "date"):
            break
        if word in _OF and not opened and not head:
            opened = True
            continue
        if token.mention is None and (word in _STOPS or word in words.PREPOSITIONS or word == ","):
            break
        if token.mention is None and (word in words.LEMMA and word not in _NOUNS_TOO):
            break
        found = _noun(index, tokens, at, i + 1, i - at - 1.0)
        if found:
            head = found
            continue
        if word in words.ARTICLES and (opened or word in ("its", "their")):
            continue
        if word in words.AUXILIARIES or word in words.ARTICLES:
            break
        if head and word in _TAILS:
            continue
        head = ()
        plain += 1
        if plain > _MOST_PLAIN:
            break
    return head


#: Forms of verbs that open or stand in noun phrases as often.
_NOUNS_TOO = (
    words.AMBIGUOUS
    | frozenset(words.PAST)
    | frozenset(words.GERUND)
    | words.words(
        "deal fund round offer bid lease order fine license raise seed series share market stake"
        " purchase sale listing plan budget capital cash"
    )
)


def _left(
    index: Index, tokens: Sequence[Token], at: int, skipped: frozenset[int]
) -> tuple[Governor, ...]:
    """The noun or verb that a figure follows: "revenue came in at $9M", "pulled in $9M"."""
    if _is_change(tokens, at):
        return ()
    plain, cost, modifies = 0, 0.0, False
    if at in skipped:
        skipped = frozenset()  # what interrupts is no way past its own words
    compared = tokens[at - 1].lower in _COMPARING if at else False
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if i in skipped:
            if compared and _is_alike(tokens[i], tokens[at]):
                return ()  # ", valuing it at $9M, up from $4M": a value as that is
            cost -= 1.0
            continue
        token, word = tokens[i], tokens[i].lower
        kind = token.mention.value.kind if token.mention else None
        if kind in ("count", "quantity") and _lasts(token):
            cost += 0.2  # "in the three months to September"
            modifies = False
            continue
        if kind in ("date", "percent", "name") and kind != tokens[at].mention.value.kind:  # type: ignore[union-attr]
            cost += 1.0 if kind == "name" else 0.2
            modifies = False
            continue
        if kind not in (None, "round"):
            break
        distance = at - i + cost
        if not modifies:
            found = _noun(index, tokens, at, i + 1, distance) or _verb(
                index, tokens, at, i, distance
            )
            if tokens[at - 1].lower == "at":
                found = tuple(one for one in found if not _is_raised(one))
            if found:
                return found
        if word == "since" and i and tokens[i - 1].lower in words.HAVE:
            continue  # "has since passed"
        if word == "and" and _goes_on(tokens, i + 1):
            cost += 2.0
            modifies = False
            continue
        if kind == "round" or (word in _STOPS and not (i == at - 1 and word in _OPENERS)):
            break
        if word == ",":
            if i != at - 1 and tokens[i + 1].lower not in ("at", "to", "of", "up"):
                break
            cost += 1.0
            continue
        if word in _PARTING:
            break
        lemma = words.LEMMA.get(word)
        if (
            word in _TRANSPARENT
            or lemma in _LINKS
            or skips(token)
            or word == "'s"
            or (i == at - 1 and word in _OPENERS)
        ):
            modifies = False
            continue
        if lemma is not None and word not in words.AMBIGUOUS:
            break
        plain += 1
        modifies = True
        if plain > _MOST_PLAIN or not word[:1].isalpha():
            break
    return ()


#: Before a figure that is set beside the one told before it.
_COMPARING = frozenset(("from", "with", "against", "than", "to"))


def _is_alike(token: Token, own: Token) -> bool:
    """Whether a token is a figure of the same kind and unit."""
    if token.mention is None or own.mention is None:
        return False
    one, other = token.mention.value, own.mention.value
    if one.interval is None or other.interval is None:
        return False
    return one.kind == other.kind and one.interval.unit == other.interval.unit


#: Units of how long something took.
_DURATIONS = frozenset(("months", "years", "quarters", "s", "decades"))


def _lasts(token: Token) -> bool:
    """Whether a figure is a stretch of time."""
    interval = token.mention.value.interval if token.mention else None
    return interval is not None and interval.unit in _DURATIONS


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a second verb of one subject follows: "revenue tripled and has now passed $9M"."""
    while at < len(tokens) - 1 and skips(tokens[at]):
        at += 1
    word = tokens[at].lower
    return (
        word in words.HAVE
        or word in words.BE
        or word in words.MODALS
        or (words.LEMMA.get(word) in _LINKS and word not in words.AMBIGUOUS)
    )


#: Verbs by which a figure right behind them is how far something moved.
_MOVES = words.words("rise fall grow climb jump drop decline increase decrease slip slide shrink")


def _is_change(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure is how far something moved, not where to: "fell by $9M", "fell $9M"."""
    before = at - 1
    while before > 0 and skips(tokens[before]):
        before -= 1
    if before < 0 or tokens[before].mention is not None:
        return False
    word = tokens[before].lower
    if word == "by" and before:
        word = tokens[before - 1].lower
        return word in words.LEMMA or word in ("up", "down", "staff", "workforce")
    return words.LEMMA.get(word) in _MOVES


def _is_raised(governor: Governor) -> bool:
    """Whether a figure is what a round brings in: "a share sale at $500 billion" brings less."""
    definition = governor.entry.definition
    return definition.event == "funding" and definition.holds == "once"


def _verb(
    index: Index, tokens: Sequence[Token], at: int, i: int, cost: float
) -> tuple[Governor, ...]:
    """The verb at token `i`, with its particle: "pulled in"."""
    lemma = index.bases.get(tokens[i].lower)
    if lemma is None:
        return ()
    for length in (2, 1):
        rest = tuple(token.lower for token in tokens[i + 1 : i + length])
        found = _readings(index.verbs.get((lemma, *rest), ()), tokens, at, i, i + length, cost)
        if found and i + length <= at:
            return found
    return ()


def _passive(index: Index, tokens: Sequence[Token], at: int) -> tuple[Governor, ...]:
    """The participle that a figure is the object of: "$9M was raised", "the $9M that Foo paid"."""
    for i in range(at + 1, min(len(tokens), at + 6)):
        word = tokens[i].lower
        if word in index.bases and word.endswith(("ed", "t", "n", "d")):
            lemma = (index.bases[word],)
            return _readings(index.verbs.get(lemma, ()), tokens, at, i, i + 1, i - at + 0.5)
        if word in words.PAST:
            return ()
        if not (tokens[i].is_name or word in _PASSIVE or word in words.HAVE or skips(tokens[i])):
            return ()
    return ()


def match(governor: Governor, at: int) -> Match:
    """A governor of the figure at token `at` as if it were a cue that fits."""
    start, end = min(governor.start, at), max(governor.end, at + 1)
    return Match(governor.entry, start, end, at, None, None, governor.start)
