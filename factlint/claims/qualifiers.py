"""The words around a value -> what narrows its claim: round, basis, as-of, other party, purpose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from factlint.claims import words
from factlint.claims.clauses import Clause, clause_at
from factlint.claims.tokens import Sentence, Token
from factlint.intervals import DateRange
from factlint.model import ClaimDefinition, ValueKind

#: How many tokens off a word still bears on a value.
NEAR = 5
_PURPOSE = frozenset(("to", "for", "toward", "towards", "on", "into"))
#: What stands before a part: "$20 billion, of which $13 billion is paid".
_OF_WHICH = ("of", "which")
_PHASE = (("first", "phase"), ("initial", "phase"), ("first", "tranche"))


def nearest(
    tokens: Sequence[Token], kind: ValueKind, at: int, start: int, end: int, other: ValueKind | None
) -> int | None:
    """The mention of one kind in tokens [start, end) that is nearest to `at`.

    With `other` it must not lie nearer to another mention of that kind.
    """
    found = [i for i in range(start, end) if _is(tokens[i], kind)]
    rivals = [i for i in range(start, end) if other and _is(tokens[i], other) and i != at]
    own = [i for i in found if all(_cost(at, i) <= _cost(rival, i) for rival in rivals)]
    return min(own, key=lambda i: _cost(at, i), default=None)


def _cost(at: int, other: int) -> float:
    """The distance of two tokens; what follows describes a value more often than what precedes."""
    return other - at if other > at else (at - other) * 1.5


def _is(token: Token, kind: ValueKind) -> bool:
    return token.mention is not None and token.mention.value.kind == kind


def round_of(sentence: Sentence, clause: Clause, at: int, kind: ValueKind) -> str | None:
    """The funding round that a value belongs to: the only one of its clause, else the nearest."""
    tokens = sentence.tokens
    if _is(tokens[at], "round"):
        return _canonical(tokens[at])
    first, last = _segment(tokens, at)
    rounds = [i for i, token in enumerate(tokens) if _is(token, "round")]
    if any(first <= i < last for i in rounds):
        rounds = [i for i in rounds if first <= i < last]
    else:
        first, last = 0, len(tokens)
    if len(rounds) == 1 and clause.start <= rounds[0] < clause.end:
        return _canonical(tokens[rounds[0]])
    found = nearest(tokens, "round", at, first, last, kind if kind == "money" else None)
    return _canonical(tokens[found]) if found is not None and abs(found - at) <= 14 else None


def _segment(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The tokens between the semicolons around a value: "Series A led by Foo; $9M Series B"."""
    first, last = at, at
    while first and tokens[first - 1].text != ";":
        first -= 1
    while last < len(tokens) and tokens[last].text != ";":
        last += 1
    return first, last


def _canonical(token: Token) -> str | None:
    return token.mention.value.canonical if token.mention else None


def worded(definition: ClaimDefinition, sentence: Sentence, at: int) -> Mapping[str, str]:
    """The qualifiers that a definition reads off the words near the value."""
    near = _around(sentence.tokens, at)
    return {
        name: value
        for name, values in definition.qualifiers.items()
        for value, signs in values.items()
        if near & set(signs)
    }


def _around(tokens: Sequence[Token], at: int) -> set[str]:
    """The words near a value, not those beyond another value of its kind."""
    own = tokens[at].mention
    kind: ValueKind = own.value.kind if own else "text"
    left, right = at, at
    while left > max(0, at - NEAR) and not _is(tokens[left - 1], kind):
        left -= 1
    while right < min(len(tokens) - 1, at + NEAR) and not _is(tokens[right + 1], kind):
        right += 1
    # The words right behind another value are its own, as "active" in "10B active parameters".
    before = tokens[left + 2 if left and _is(tokens[left - 1], kind) else left : at]
    return {token.lower for token in (*before, *tokens[at : right + 1])}


def as_of(sentence: Sentence, clauses: Sequence[Clause], index: int, at: int) -> DateRange | None:
    """The date that the clause of a value gives, else the only date of the sentence."""
    clause, tokens = clauses[index], sentence.tokens
    found = nearest(tokens, "date", at, clause.start, clause.end, None)
    dates = [i for i, token in enumerate(tokens) if _is(token, "date")]
    if found is None and len(dates) == 1 and clause.kind in ("main", "cont", "app", "prep"):
        found = dates[0] if not _tells_of_its_own(clauses, dates[0]) else None
    mention = tokens[found].mention if found is not None else None
    return mention.value.days if mention else None


def _tells_of_its_own(clauses: Sequence[Clause], at: int) -> bool:
    """Whether a token stands in an aside with a verb: "Acme, founded in 2017, raised $9M"."""
    own = clauses[clause_at(clauses, at)]
    return own.kind in ("rel", "ing", "ed") or (
        own.kind in ("app", "paren") and own.verb is not None
    )


def _is_day(token: Token) -> bool:
    """Whether a token is a date or, where nothing tells of which week, a weekday."""
    return _is(token, "date") or token.lower in words.WEEKDAYS


def purpose(sentence: Sentence, clauses: Sequence[Clause], index: int, at: int) -> str | None:
    """What the value is for: "to build data centers", at most eight words, else None."""
    end = clauses[index].end
    for i in range(at + 1, min(end - 1, at + 8)):
        word, following = sentence.tokens[i].lower, sentence.tokens[i + 1]
        if word == "to" and (_is(following, "money") or _is(following, "percent")):
            return None  # "up 16% to $881M" tells how far, not what for
        if word in _PURPOSE and not _is_day(following):
            return " ".join(t.text for t in sentence.tokens[i + 1 : min(end, i + 9)]) or None
    return None


def counterparty(sentence: Sentence, clauses: Sequence[Clause], index: int, at: int) -> str | None:
    """The other party of a deal: the first name after the value on a fitting preposition."""
    end, tokens = clauses[index].end, sentence.tokens
    for i in range(at + 1, min(end, at + 12)):
        if tokens[i].is_name and tokens[i - 1].lower in (
            "in",
            "with",
            "into",
            "to",
            "support",
            "from",
        ):
            return _canonical(tokens[i])
    return None


#: What a value behind it is a part of: "$34B, including $19B on research".
_HOLDING = frozenset(("including", "includes"))


def part_of(sentence: Sentence, at: int) -> str | None:
    """ "whole" where the text says that a value is only a part."""
    tokens = sentence.tokens
    near = set(pairwise(token.lower for token in tokens[max(0, at - 6) : at + 6]))
    before = set(pairwise(token.lower for token in tokens[max(0, at - 6) : at]))
    held = any(token.lower in _HOLDING for token in tokens[max(0, at - 2) : at])
    is_part = held or _OF_WHICH in before or any(pair in near for pair in _PHASE)
    return "whole" if is_part else None


def attribution(sentence: Sentence) -> str | None:
    """Who is said to have said it: "according to Bloomberg", "Reuters reported"."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens[:-1]):
        if token.is_name and tokens[i + 1].lower in ("reported", "reports", "calculated", "says"):
            return _canonical(token)
        if token.lower == "according" and i + 2 < len(tokens) and tokens[i + 2].is_name:
            return _canonical(tokens[i + 2])
        if token.lower == "told" and tokens[i + 1].is_name:
            return _canonical(tokens[i + 1])
    return None


def phrase_start(sentence: Sentence, at: int) -> int:
    """The first token of the noun phrase around a value.

    Two values of one kind stand in one noun phrase when nothing but plain words lies between.
    """
    value, tokens = sentence.tokens[at].mention, sentence.tokens
    measured = False
    for i in range(at - 1, max(-1, at - 8), -1):
        token = tokens[i]
        other = token.mention.value.kind if token.mention else None
        if value is not None and other == value.value.kind:
            return i
        if other is not None or not token.lower[:1].isalpha():
            break
        measured = measured or token.lower in _MEASURES
        links = token.lower in ("of", "a", "with") and (measured or i == at - 1)
        if token.lower in _BREAKS and not links:
            break
    return at


#: "hubs with a capacity of 120 MW" is still one noun phrase.
_MEASURES = frozenset(("capacity", "capacities", "output", "power"))


_BREAKS = (
    words.PREPOSITIONS | words.COORDINATORS | words.SUBORDINATORS | words.RELATIVES
    | words.FINITE_AUXILIARIES | frozenset(words.PAST) | words.ARTICLES
)  # fmt: skip
