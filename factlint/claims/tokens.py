"""A sentence -> tokens: words, punctuation, and one token for each mention."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

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

# "Dr. Kim Lee", "Sir Kim Lee"
_TITLE = re.compile(r"\b (?: (?: Dr | Prof | Mr | Mrs | Ms ) \.? | Sir | Dame ) [ ] $", re.VERBOSE)
_LONGEST = 6
#: What is glued to a pronoun, and the word that it is short for.
_CONTRACTED = {"'s": "'s", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am"}


class Token(NamedTuple):
    """A word, a punctuation mark, or a mention; offsets are those of the passage.

    A tuple, because it takes a third of the time of a frozen dataclass to make one.
    """

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

    `encoded` holds tokens, each followed by one blank, words in lower case and mentions as their
    mark; `kept` are the indices of those tokens, None if it holds all of them.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    encoded: str
    kept: tuple[int, ...] | None = None

    def token_at(self, offset: int) -> int:
        """The token that starts at an offset of `encoded`."""
        if offset >= len(self.encoded):
            return len(self.tokens)
        # No token holds a blank, so that those before it count the tokens before it.
        number = self.encoded.count(" ", 0, offset)
        return number if self.kept is None else self.kept[number]


#: A token from its five fields. Half of the time of `Token(...)`, which is a Python function.
_token = partial(tuple.__new__, Token)


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        at, stop = found.span()
        if "'" in word and (cut := word.rfind("'")) > 0:
            meant = _CONTRACTED.get(word[cut:].lower())
            if meant is not None:
                tokens.append(Token(word[:cut], word[:cut].lower(), at, at + cut))
                tokens.append(Token(word[cut:], meant, at + cut, stop))
                continue
        tokens.append(_token((word, word.lower(), at, stop, None)))
    return tokens


def words(text: str, start: int, end: int, mentions: Sequence[Mention]) -> set[str]:
    """The words of text[start:end] as its tokens will hold them, without those of mentions."""
    gaps: list[str] = []
    for mention in mentions:
        gaps.append(text[start : mention.start])
        start = mention.end
    gaps.append(text[start:end])
    listed = " ".join(_WORD.findall("\n".join(gaps))).lower()
    found = set(listed.split(" "))
    if "'" in listed:
        for word in [word for word in found if "'" in word]:
            stem, mark, rest = word.rpartition("'")
            meant = _CONTRACTED.get(mark + rest)
            if stem and meant is not None:
                found |= {stem, meant}
    return found


def mark(mention: Mention) -> str:
    """How a mention is encoded: as the mark of its kind.

    A multiple ("five times") tells of a change as a percentage does.
    """
    value = mention.value
    times = value.interval is not None and value.interval.unit == "times"
    return MARKS["percent"] if times else MARKS[value.kind]


def encode(tokens: Sequence[Token]) -> str:
    """The tokens as the string that cues are matched over."""
    pieces = [token.lower if token.mention is None else mark(token.mention) for token in tokens]
    return " ".join(pieces) + " " if pieces else ""


def without(sentence: Sentence, skipped: Container[int]) -> Sentence:
    """A sentence without some of its tokens, as cues are matched over it."""
    kept = tuple([index for index in range(len(sentence.tokens)) if index not in skipped])
    encoded = encode([sentence.tokens[index] for index in kept])
    return Sentence(sentence.start, sentence.end, sentence.tokens, encoded, kept)


def _before_title(text: str, at: int, mention: Mention) -> int:
    """Where the words before a mention end: a title is no word of its sentence, "Dr. Kim Lee"."""
    if mention.value.kind != "name":
        return mention.start
    title = _TITLE.search(text, max(at, mention.start - _LONGEST), mention.start)
    return title.start() if title else mention.start


def tokenize(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    """The sentence text[start:end], with the mentions that lie in it."""
    tokens: list[Token] = []
    at = start
    if _PRIVATE.search(text, start, end):
        text = _PRIVATE.sub("?", text)
    for mention in mentions:
        tokens += _words(text, at, _before_title(text, at, mention))
        shown = text[mention.start : mention.end]
        tokens.append(Token(shown, shown.lower(), mention.start, mention.end, mention))
        at = mention.end
    tokens += _words(text, at, end)
    return Sentence(start, end, tuple(tokens), encode(tokens))
