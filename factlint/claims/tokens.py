"""A sentence -> tokens: words, punctuation, and one token for each mention."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from factlint.model import Mention, ValueKind

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


def mark(token: Token) -> str:
    """How a token is encoded: a word in lower case, a mention as the mark of its kind.

    A multiple ("five times") tells of a change as a percentage does.
    """
    if token.mention is None:
        return token.lower
    value = token.mention.value
    times = value.interval is not None and value.interval.unit == "times"
    return MARKS["percent"] if times else MARKS[value.kind]


def encode(tokens: Sequence[Token], skipped: Container[int]) -> tuple[str, tuple[int, ...]]:
    """The tokens as the string that cues are matched over, and where each of them starts.

    A skipped token takes no room: it starts where the next one does.
    """
    pieces, starts, length = [], [], 0
    for index, token in enumerate(tokens):
        starts.append(length)
        if index in skipped:
            continue
        piece = mark(token)
        pieces.append(piece)
        length += len(piece) + 1
    return " ".join(pieces) + " " if pieces else "", tuple(starts)


def tokenize(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    """The sentence text[start:end], with the mentions that lie in it."""
    tokens: list[Token] = []
    at = start
    if _PRIVATE.search(text, start, end):
        text = _PRIVATE.sub("?", text)
    for mention in mentions:
        tokens += _words(text, at, mention.start)
        shown = text[mention.start : mention.end]
        tokens.append(Token(shown, shown.lower(), mention.start, mention.end, mention))
        at = mention.end
    tokens += _words(text, at, end)
    encoded, starts = encode(tokens, frozenset())
    return Sentence(start, end, tuple(tokens), encoded, starts)
