"""A sentence -> tokens: words, punctuation, and one token for each mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factlint.model import Mention, Value, ValueKind

#: One private-use character a kind of mention, so that no text can be mistaken for one.
MARKS: Mapping[ValueKind, str] = {
    "money": "\ue001", "percent": "\ue002", "count": "\ue003", "quantity": "\ue004",
    "date": "\ue005", "round": "\ue006", "name": "\ue007",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")

# "co-founded", "'s", "-backed" (after a name), "1,200", "U.S.", "—"
_WORD = re.compile(
    r"""
      's \b
    | n't \b
    | [A-Za-z]\.(?:[A-Za-z]\.)+
    | [^\W_] [\w]* (?: [-'.&/] [^\W_] [\w]* )*
    | -[a-z]+
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a mention; offsets are those of the passage."""

    text: str
    lower: str
    start: int
    end: int
    mention: Mention | None = None

    @property
    def is_name(self) -> bool:
        """Whether the token is a name."""
        return self.mention is not None and self.mention.value.kind == "name"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, and the string that cues are matched over.

    `encoded` holds each token followed by one blank, words in lower case and mentions as their
    mark; `starts` are the offsets of the tokens in it.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    encoded: str
    starts: tuple[int, ...]

    def token_at(self, offset: int) -> int:
        """The token that starts at an offset of `encoded`."""
        if offset >= len(self.encoded):
            return len(self.tokens)
        return bisect_right(self.starts, offset) - 1


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens = []
    for found in _WORD.finditer(text, start, end):
        word, at = found.group(), found.start()
        if len(word) > 2 and word.endswith(("'s", "'S")):
            cut = len(word) - 2
            tokens.append(Token(word[:cut], word[:cut].lower(), at, at + cut))
            tokens.append(Token(word[cut:], "'s", at + cut, found.end()))
            continue
        tokens.append(Token(word, word.lower(), at, found.end()))
    return tokens


def _conversions(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens of sums given again in another currency: "(€890M)" in "$1.03B (€890M) round".

    Cues read on as if they were not there.
    """
    for i in range(len(tokens) - 3):
        own, other = tokens[i].mention, tokens[i + 2].mention
        if own is None or other is None or own.value.kind != "money":
            continue
        if other.value.kind == "money" and tokens[i + 1].text == "(" and tokens[i + 3].text == ")":
            yield from (i + 1, i + 2, i + 3)


def _mark(value: Value) -> str:
    """The mark of a mention; a multiple ("five times") tells of a change as a percentage does."""
    times = value.interval is not None and value.interval.unit == "times"
    return MARKS["percent"] if times else MARKS[value.kind]


def tokenize(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    """The sentence text[start:end], with the mentions that lie in it."""
    tokens: list[Token] = []
    at = start
    for mention in mentions:
        tokens += _words(text, at, mention.start)
        shown = text[mention.start : mention.end]
        tokens.append(Token(shown, shown.lower(), mention.start, mention.end, mention))
        at = mention.end
    tokens += _words(text, at, end)
    skipped = set(_conversions(tokens))
    pieces, starts, length = [], [], 0
    for index, token in enumerate(tokens):
        if index in skipped:
            starts.append(length)
            continue
        piece = _mark(token.mention.value) if token.mention else _PRIVATE.sub("?", token.lower)
        pieces.append(piece)
        starts.append(length)
        length += len(piece) + 1
    encoded = " ".join(pieces) + " " if pieces else ""
    return Sentence(start, end, tuple(tokens), encoded, tuple(starts))
