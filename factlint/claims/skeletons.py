"""A sentence and its clauses -> the same sentence without what interrupts it.

"Acme agreed to buy Foo, a maker of lamps, for $9M" reads "Acme agreed to buy Foo for $9M". The
tokens stay; only the string that cues are matched over leaves some of them out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.claims import words
from factlint.claims.clauses import Clause
from factlint.claims.tokens import Sentence, Token, without

_INTERRUPTS = frozenset(("app", "rel", "ed", "ing", "prep", "paren"))
_JOINTS = frozenset((",", "and", "&", "or"))
#: What a person was before is told in front of the name: "former Foo executive Kim Lee".
_CREDENTIALS = ("former ", "ex ", "onetime ", "veteran ", "longtime ")
#: What a person is said to be by way of where they were, behind the name: "Foo veteran Kim Lee".
_TRADES = (" veteran ", " executive ", " exec ", " manager ", " alumnus ", " alumna ", " alum ",
           " engineer ", " researcher ", " scientist ", " banker ", " man ", " woman ")  # fmt: skip
_ALUMNI = frozenset(word.strip() for word in _TRADES)
_FORMER = frozenset(word.strip() for word in _CREDENTIALS)
_LONGEST_CREDENTIAL = 6
_QUOTES = frozenset(('"', "“", "”", "„"))
_CLOSERS = {",": ",", "(": ")", "—": "—", "–": "–"}


def interrupted(sentence: Sentence) -> bool:
    """A cheap look, before its clauses are known: whether `skipped` could be anything at all."""
    encoded = sentence.encoded
    return (
        "( " in encoded
        or encoded.count(", ") > 1
        or "— " in encoded
        or "– " in encoded
        or "respectively" in encoded
        or any(word in encoded for word in _CREDENTIALS + _TRADES)
        or '" ' in encoded
        or "” " in encoded
    )


def skipped(sentence: Sentence, clauses: Sequence[Clause]) -> frozenset[int]:
    """The tokens that the skeleton of a sentence leaves out."""
    tokens = sentence.tokens
    coordinated = _coordinated(tokens) if "respectively" in sentence.encoded else ()
    return frozenset(
        (
            *_interruptions(tokens, clauses),
            *_conversions(tokens),
            *coordinated,
            *credentials(tokens),
            *(i for i, token in enumerate(tokens) if token.text in _QUOTES),
        )
    )


def listed(tokens: Sequence[Token]) -> frozenset[int]:
    """The tails of lists of names: "with A, B and C joining" reads "with A joining"."""
    tails: list[int] = []
    at = 0
    while at < len(tokens):
        last, joined = at, False
        while tokens[last].is_name:
            after = last + 1
            while after < len(tokens) and tokens[after].lower in _JOINTS:
                joined = joined or tokens[after].lower != ","
                after += 1
            if after == last + 1 or after >= len(tokens) or not tokens[after].is_name:
                break
            last = after
        if last > at and joined:
            tails += range(at + 1, last + 1)
        at = last + 1
    return frozenset(tails)


def of(sentence: Sentence, left_out: frozenset[int]) -> Sentence:
    """A sentence without some of its tokens, as cues are matched over it."""
    return without(sentence, left_out)


def _interruptions(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Iterator[int]:
    """The tokens of clauses between two commas, dashes or brackets, with these."""
    for clause in clauses:
        if clause.kind not in _INTERRUPTS or clause.start == 0 or clause.end >= len(tokens):
            continue
        if tokens[clause.end].text != _CLOSERS.get(clause.opener):
            continue
        inside = tokens[clause.start : clause.end]
        if all(token.is_name or token.lower in ("and", "or", "&") for token in inside):
            continue  # an item of a list
        yield from range(clause.start - 1, clause.end + 1)


def _conversions(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens of sums given again in another currency: "(€890M)" in "$1.03B (€890M) round"."""
    for i, token in enumerate(tokens[:-3]):
        own = token.mention
        if own is None or own.value.kind != "money":
            continue
        other = tokens[i + 2].mention
        if other is None:
            continue
        if other.value.kind == "money" and tokens[i + 1].text == "(" and tokens[i + 3].text == ")":
            yield from (i + 1, i + 2, i + 3)


def credentials(tokens: Sequence[Token]) -> frozenset[int]:
    """The tokens that say who a person was, where the rest stays: "run by ex-Foo man Kim Lee"."""
    return frozenset((*_former(tokens), *_alumni(tokens)))


def _former(tokens: Sequence[Token]) -> Iterator[int]:
    """What stands in front of a person: "by former Foo executive Kim Lee" reads "by Kim Lee"."""
    for i, token in enumerate(tokens):
        if token.lower not in _FORMER:
            continue
        last = min(len(tokens), i + _LONGEST_CREDENTIAL)
        names = [n for n in range(i + 1, last) if tokens[n].is_name]
        between = tokens[i + 1 : names[-1]] if names else ()
        plain = all(
            one.is_name or one.text == "-" or (one.text.isalpha() and one.text.islower())
            for one in between
        )
        if len(names) > 1 and plain and not any(w.lower in words.PREPOSITIONS for w in between):
            yield from range(i, names[-1])


def _alumni(tokens: Sequence[Token]) -> Iterator[int]:
    """The same by the name of the firm: "named Foo veteran Kim Lee" reads "named Kim Lee"."""
    for i in range(1, len(tokens) - 2):
        noun, owner = tokens[i + 1], tokens[i]
        person = tokens[i + 2].mention
        was = noun.mention is None and noun.lower in _ALUMNI
        firm = owner.mention if owner.is_name else None
        if not was or firm is None or firm.entity_kind == "person":
            continue
        if person is not None and person.entity_kind == "person":
            yield from (i, i + 1)


def _coordinated(tokens: Sequence[Token]) -> Iterator[int]:
    """With "respectively", the further values of a list: the first one stands for all."""
    if not any(token.lower == "respectively" for token in tokens):
        return
    first: int | None = None
    for i, token in enumerate(tokens):
        joint = token.lower in (",", "and") and token.mention is None
        if token.mention is not None and token.mention.value.interval is not None:
            if first is not None:
                yield from range(first + 1, i + 1)
            else:
                first = i
        elif not joint:
            first = None
