"""Sentences -> the relations that cues find in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factlint.claims import sentences, sieve
from factlint.claims.tokens import Sentence, Token, tokenize
from factlint.intervals import Interval
from factlint.model import Mention, Operand, Passage, Relation, Value
from factlint.relations import alike
from factlint.relations.grammar import WEEKDAYS, Index, Match
from factlint.relations.page import Page

#: Whether a sentence could hold a relation at all: two figures or dates, a day, a list of names.
_DAY = re.compile(
    r"\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*|will|anniversary|birthday|\d+-year-old)\b"
)
_ORDINAL = re.compile(r"\d+")

#: Slots of several numbers in a row.
_SEVERAL = frozenset(("numbers", "percents"))
#: Words behind each part of a whole that say what it is for.
_TOLD = frozenset(("for", "from", "in", "to", "on"))
#: A number that is followed by one of these has no noun.
_AFTER_BARE = frozenset((",", "and", "&", ")", "]", ";", ".", "/", ""))
#: What may follow a construction that ends its clause.
_CLOSING = frozenset((".", ";", ")", "!", "?"))
_GOES_ON = frozenset((",", "and", "&", "plus", "or", "(", "–", "—"))
_TRAIL = 8
#: So many words behind a cue still bear on what it compares.
_BEHIND = 3


def find(page: Page, index: Index) -> Iterator[Relation]:
    """The relations of all passages, sentence by sentence."""
    for passage, mentions in zip(page.passages, page.mentions, strict=True):
        if all(one.value.kind == "name" for one in mentions):
            continue
        if len(mentions) < 2 and not _DAY.search(passage.text):
            continue
        at = 0
        for start, end in sentences.split(passage.text, mentions):
            while at < len(mentions) and mentions[at].start < start:
                at += 1
            stop = at
            while stop < len(mentions) and mentions[stop].end <= end:
                stop += 1
            inside = mentions[at:stop]
            at = stop
            if not _may_hold(passage.text, start, end, inside):
                continue
            inside = inside[: sentences.MOST_MENTIONS * 3]
            if index.sieve.passes(sieve.shown(passage.text, start, end, inside)):
                sentence = tokenize(passage.text, start, end, inside)
                yield from _read(page, passage, sentence, index)


def _may_hold(text: str, start: int, end: int, inside: Sequence[Mention]) -> bool:
    figures = sum(one.value.kind != "name" for one in inside)
    if figures > 1 or (figures and len(inside) > 2):
        return True
    return bool(figures) and _DAY.search(text, start, end) is not None


def _read(page: Page, passage: Passage, sentence: Sentence, index: Index) -> Iterator[Relation]:
    for match in index.match(sentence):
        tokens = sentence.tokens
        said = dict(match.entry.cue.says)
        if _is_barred(tokens, match):
            continue
        if _is_closed(tokens, match.end):
            said["ends"] = "yes"
        if _is_enumeration(sentence, match):
            continue
        if _are_told_alike(sentence, match):
            said["told"] = "alike"
        operands = tuple(_operands(page, passage, sentence, match))
        if not _fit(match, operands):
            continue
        span = tokens[match.start].start, tokens[match.end - 1].end
        yield page.relation(
            match.entry.definition,
            passage,
            span,
            (*operands, *_context(page, passage, sentence, match)),
            said,
            passage.text[sentence.start : sentence.end].strip(),
        )


def _is_barred(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a word around a cue or in it makes it mean something else."""
    cue = match.entry.cue
    following = tokens[match.end].lower if match.end < len(tokens) else ""
    preceding = tokens[match.start - 1].lower if match.start else ""
    if preceding in cue.unless_before or following in cue.unless_after:
        return True
    if not cue.unless_within:
        return False
    inside = {token.lower for token in tokens[match.start : match.end + _BEHIND]}
    return not inside.isdisjoint(cue.unless_within)


def _fit(match: Match, operands: Sequence[Operand]) -> bool:
    """Whether the values of the slots are of the sorts that the relation needs."""
    definition = match.entry.definition
    same = [one.value for one in operands if one.slot in definition.same]
    kinds = definition.slots
    # What the wording calls all parts of a number of things may be things of several sorts.
    are_parts = match.entry.cue.says.get("parts") == "all"
    of_one_sort = alike.of_one_kind if are_parts else alike.of_one_sort
    return all(alike.fits(one.value, kinds[one.slot]) for one in operands) and (
        not same or of_one_sort(same)
    )


def _is_closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing but a few plain words stands between a construction and the clause's end."""
    for token in tokens[end : end + _TRAIL]:
        if token.lower in _CLOSING:
            return True
        if token.lower in _GOES_ON or (token.mention and token.mention.value.interval):
            return False
    return len(tokens) <= end + _TRAIL


def _is_enumeration(sentence: Sentence, match: Match) -> bool:
    """Whether the numbers of a list are bare: "two papers (1, 2)" counts none of them."""
    tokens = sentence.tokens
    for slot, (start, end) in match.slots.items():
        if match.entry.definition.slots[slot] not in _SEVERAL:
            continue
        for at in range(start, end):
            mention = tokens[at].mention
            following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            bare = mention is not None and mention.value.kind == "count" and _is_plain(mention)
            if bare and following in _AFTER_BARE:
                return True
    return False


def _are_told_alike(sentence: Sentence, match: Match) -> bool:
    """Whether all numbers of a list go on in one way: "$5 million for chips, $4 for rent"."""
    tokens = sentence.tokens
    for slot, (start, end) in match.slots.items():
        if match.entry.definition.slots[slot] in _SEVERAL:
            numbers = [at for at in range(start, end) if _value(tokens[at], "numbers")]
            behind = {tokens[at + 1].lower for at in numbers if at + 1 < len(tokens)}
            return len(behind) == 1 and behind <= _TOLD
    return False


def _is_plain(mention: Mention) -> bool:
    return mention.value.interval is not None and not mention.value.interval.unit


def _operands(page: Page, passage: Passage, sentence: Sentence, match: Match) -> Iterator[Operand]:
    ordered = sorted(match.slots.items(), key=lambda slot: slot[1])
    for slot, (start, end) in ordered:
        kind = match.entry.definition.slots[slot]
        for token in sentence.tokens[start:end]:
            value = _value(token, kind)
            if value:
                yield Operand(slot, value, page.place(passage, token.start, token.end))


def _value(token: Token, kind: str) -> Value | None:
    """What a token of a slot says; None for the words between the values of a list."""
    if kind == "weekday":
        day = WEEKDAYS.get(token.lower)
        return None if day is None else Value("text", token.text, canonical=str(day))
    if kind in ("ordinal", "age"):
        found = _ORDINAL.match(token.text)
        number = Decimal(found.group()) if found else Decimal(0)
        return Value("count", token.text, Interval(number, number, "", "exact", Decimal(1)))
    if token.mention is None:
        return None
    value = token.mention.value
    names = kind == "names"
    if (value.kind == "name") is not names or (kind in _SEVERAL and value.interval is None):
        return None
    return value


def _context(page: Page, passage: Passage, sentence: Sentence, match: Match) -> Iterator[Operand]:
    """The dates of the sentence that are no operands: they tell of which time it speaks."""
    taken = {at for start, end in match.slots.values() for at in range(start, end)}
    for at, token in enumerate(sentence.tokens):
        if at not in taken and token.mention and token.mention.value.days:
            yield page.operand("when", passage, token.mention)
