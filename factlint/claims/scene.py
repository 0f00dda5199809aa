"""One sentence of a document, and what its tokens tell of names: the stage of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.claims import words
from factlint.claims.clauses import Clause, clause_at
from factlint.claims.discourse import Analysis, Discourse, compatible
from factlint.claims.phrases import How
from factlint.claims.tokens import Sentence, Token
from factlint.model import EntityKind, Passage, Value

_JOINTS = (",", "and", "&", "or")
#: So many words may be said of one of a list.
_ASIDE = 8


@dataclass(frozen=True, slots=True)
class Party:
    """A name that plays a part in a claim, and how it was found."""

    name: str
    text: str
    kind: EntityKind
    at: int
    how: How
    signs: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


class Scene:
    """One sentence while its claims are read. A class, to pass one thing along."""

    def __init__(self, discourse: Discourse, at: int) -> None:
        self.discourse = discourse
        self.at = at
        self.analysis: Analysis = discourse[at]
        self.sentence: Sentence = self.analysis.sentence
        self.tokens: tuple[Token, ...] = self.sentence.tokens
        self.passage: Passage = discourse.reading.passages[self.analysis.passage]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        return self.analysis.clauses

    def clause(self, at: int) -> Clause:
        """The clause of a token."""
        return self.clauses[clause_at(self.clauses, at)]

    def value(self, at: int) -> Value:
        """What the mention at a token says."""
        mention = self.tokens[at].mention
        assert mention is not None
        return mention.value

    def kind(self, at: int) -> EntityKind:
        """The kind of the name at a token."""
        mention = self.tokens[at].mention
        return mention.entity_kind if mention else "unknown"

    def backs(self, at: int) -> bool:
        """Whether the name at a token is that of an investor."""
        mention = self.tokens[at].mention
        return mention is not None and mention.backs

    @property
    def benchmark(self) -> str:
        """The first benchmark that the sentence names; "" if it names none."""
        names = (token for token in self.tokens if token.is_name)
        return next((one.text for one in names if words.is_benchmark(one.text)), "")

    def owns(self, at: int) -> bool:
        """Whether a token is a name with a possessive."""
        following = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        return self.tokens[at].is_name and following == "'s"

    def head(self, at: int) -> int:
        """The last name of a possessive chain: "Kim Lee's Acme" is about Acme."""
        while self.owns(at) and at + 2 < len(self.tokens) and self.tokens[at + 2].is_name:
            at += 2
        return at

    def is_multiplied(self, at: int) -> bool:
        """Whether a figure is what another is a multiple of: "triple the $3M of its Series B"."""
        if at < 2 or self.tokens[at - 1].lower not in ("the", "its", "their"):
            return False
        times = self.tokens[at - 2].mention
        interval = times.value.interval if times is not None else None
        return interval is not None and interval.unit == "times"

    def whole(self, at: int) -> int | None:
        """The figure that the one at a token is a part of: "$9M, of which $3M has been paid"."""
        if [token.lower for token in self.tokens[max(0, at - 2) : at]] != ["of", "which"]:
            return None
        alike = [i for i in self.like(at) if i < at]
        return alike[-1] if alike else None

    def says(self, word: str) -> bool:
        """Whether the sentence holds a word."""
        return any(token.lower == word for token in self.tokens)

    def like(self, at: int) -> list[int]:
        """The tokens with a value of the same kind, in order."""
        kind = self.value(at).kind
        return [i for i, t in enumerate(self.tokens) if t.mention and t.mention.value.kind == kind]

    def list_after(self, at: int, *, across: bool = False) -> list[int]:
        """The further names of a list that starts at a token: "A, B and C".

        The last of them may be the subject of a clause, which ends the list unless `across`.
        """
        example = at > 0 and self.tokens[at - 1].lower in ("including", "like", "as")
        more: list[int] = []
        i = self._behind_aside(at + 1)
        while i < len(self.tokens) and self.tokens[i].lower in _JOINTS:
            while i < len(self.tokens) and self.tokens[i].lower in _JOINTS:
                i += 1
            i = self._behind_description(i)
            if i >= len(self.tokens) or not self.tokens[i].is_name:
                break
            clause = self.clause(i)
            if clause.kind == "main" and clause.start > at and not (across or example):
                break  # the name starts a clause of its own
            if self.owns(i):
                if self.kind(i) != "place":
                    break  # or a noun phrase of its own
                i = self.head(i)  # "Japan's Acme"
            if not more and self._opens_another(at, i):
                break
            more.append(i)
            i = self._behind_aside(i + 1)
        return more

    def _opens_another(self, at: int, first: int) -> bool:
        """Whether names behind a comma and "and" do something: "led by A, and B and C joined"."""
        joints = [token.lower for token in self.tokens[at + 1 : first]]
        if joints[:2] != [",", "and"]:
            return False
        i = first
        while i < len(self.tokens) and (self.tokens[i].is_name or self.tokens[i].lower in _JOINTS):
            i = self._behind_description(i + 1) if not self.tokens[i].is_name else i + 1
        said = self.tokens[i : i + 2]
        return any(token.lower in words.PAST or token.lower in words.AUXILIARIES for token in said)

    def _behind_aside(self, at: int) -> int:
        """Where a list goes on behind what is said of one of it: "Foo, its chief, and Bar"."""
        if at >= len(self.tokens) or self.tokens[at].text != ",":
            return at
        for i in range(at + 1, min(at + 2 + _ASIDE, len(self.tokens) - 2)):
            token = self.tokens[i]
            if token.text == ",":
                opens = self.tokens[at + 1].lower in words.ARTICLES | {"who", "formerly"}
                goes_on = self.tokens[i + 1].lower == "and" and self.tokens[i + 2].is_name
                return i if opens and goes_on else at
            if token.mention is not None and not token.is_name:
                return at
        return at

    def _behind_description(self, at: int) -> int:
        """The name behind what describes it in a list: "and returning backer Foo", "the Foo"."""
        for i in range(at, min(at + 5, len(self.tokens))):
            token = self.tokens[i]
            if token.is_name:
                described = i > at and self.tokens[i - 1].lower
                return i if described in words.DESCRIBERS or described == "the" else at
            if token.mention is not None or not token.text.isalpha() or not token.text.islower():
                return at
            if token.lower in words.PREPOSITIONS or token.lower in words.AUXILIARIES:
                return at
        return at

    def list_before(self, at: int) -> list[int]:
        """The names before one of a list: "A, B and C" from C."""
        more, i = [], at - 1
        while i > 0 and self.tokens[i].lower in _JOINTS:
            while i > 0 and self.tokens[i].lower in _JOINTS:
                i -= 1
            if not self.tokens[i].is_name:
                break
            more.append(i)
            i -= 1
        return more

    def party(self, at: int, how: How = "slot") -> Party:
        """The name at a token as a party."""
        name = self.value(at).canonical or self.tokens[at].text
        return Party(name, self.tokens[at].text, self.kind(at), at, how)

    def fitting(self, at: int, kinds: Sequence[EntityKind]) -> Party | None:
        """The name at a token as a party, if it is of one of these kinds."""
        return self.party(at) if compatible(self.kind(at), kinds) else None
