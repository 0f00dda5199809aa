"""Cue text -> a pattern over token streams, and an index of cues by trigger word.

The mini-language: a word matches itself; `( | )` alternatives; `?` after a word or group makes it
optional; `..N` at most N free words; `{V}` the value, `{S}` the subject, `{C}` the counterparty;
`{MONEY} {PERCENT} {COUNT} {QUANTITY} {DATE} {ROUND} {NAME}` any mention of that kind; `'s` a
possessive; text in double quotes stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factlint.claims import sieve
from factlint.claims.tokens import MARKS, Sentence
from factlint.errors import FactlintError
from factlint.model import ClaimDefinition, Cue, EntityKind, Mention, ValueKind

LONGEST_GAP = 8
KINDS: Mapping[str, ValueKind] = {
    "MONEY": "money", "PERCENT": "percent", "COUNT": "count", "QUANTITY": "quantity",
    "DATE": "date", "ROUND": "round", "NAME": "name",
}  # fmt: skip
#: Words that a gap never crosses: they start another clause or turn the roles round.
STOPS = ("by", "which", "who", "whose", "while", "whereas", "but", "although", ";", ":", "(", ")",
         "—", "–", ",", ".", "from", "at", "than", "for", "into", "with", "to", "on")  # fmt: skip

_STOPPING = "|".join(map(re.escape, STOPS))

_LITERAL = r"(?: [^\s(){}|?\".] | \. (?! \. ) )+"
_PHRASE = rf"\s* {_LITERAL} (?: \s+ {_LITERAL} )* \s*"
_PIECE = re.compile(
    rf"""
      (?P<choice> \( {_PHRASE} (?: \| {_PHRASE} )* \) )
    | (?P<slot>  \{{ [A-Za-z]* \}}? )
    | (?P<gap>   \.\. [0-9]* )
    | (?P<quote> " [^"]* "? )
    | (?P<mark>  [(|)?] )
    | (?P<blank> \s+ )
    | (?P<word>  {_LITERAL} )
    """,
    re.VERBOSE,
)


class CueError(FactlintError):
    """A fault in the text of a cue; `offset` is where in it."""

    def __init__(self, message: str, offset: int = 0) -> None:
        super().__init__(message)
        self.offset = offset


#: Kinds of value whose mentions are too common to look at each of their sentences.
SCARCE = ("name", "text", "date")
_LETTERS = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed cue: the regular expression over encoded sentences, and the words that trigger it.

    Of `triggers` (words, or marks of mentions) at least one stands in a sentence that matches, of
    `marks` all do, and of each set of `needs` at least one.
    """

    expression: str
    triggers: frozenset[str]
    slots: frozenset[str]
    literals: int
    marks: tuple[str, ...] = ()
    needs: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a named place of a cue: an expression over encoded tokens, each with its blank.

    Of `needs` at least one token stands in what it matches.
    """

    expression: str
    needs: frozenset[str] = frozenset()

    @classmethod
    def of(cls, mark: str) -> Slot:
        """The slot of one mention."""
        return cls(mark + " ", frozenset((mark,)))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The named slots of a cue, and the marks that its gaps never cross."""

    slots: Mapping[str, Slot]
    own: str


#: Words that stand in every other sentence and so trigger a cue only if nothing else can.
_COMMON = frozenset(
    ("'s", "a", "about", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had",
     "has", "have", "in", "into", "is", "it", "its", "more", "new", "next", "not", "of", "on", "or",
     "out", "that", "the", "their", "then", "to", "up", "was", "were", "which", "who", "will",
     "with", "would", "first", "based", "company", "model", "models")
)  # fmt: skip


@dataclass(slots=True)
class _Part:
    """A piece of a cue while it is parsed: its expression and its triggers (None: no literal).

    Of each set of `needs` a token must stand in what it matches.
    """

    expression: str
    triggers: frozenset[str] | None
    literals: int = 0
    needs: tuple[frozenset[str], ...] = ()


def _needed(branches: Sequence[_Part]) -> tuple[frozenset[str], ...]:
    """What alternatives need together: of one set of each, so of all of these sets.

    The set of a branch that is hardest to meet is taken; a branch without any needs nothing.
    """
    if not all(branch.needs for branch in branches):
        return ()
    chosen = [
        branch.needs[0]
        if len(branch.needs) == 1
        else max(branch.needs, key=lambda need: min(map(_rarity, need)))
        for branch in branches
    ]
    return (frozenset().union(*chosen),)


def _rarity(word: str) -> int:
    return 0 if word in _COMMON else len(word)


def _one_of(branches: Sequence[_Part]) -> _Part:
    """Alternatives as one piece."""
    if len(branches) == 1:
        return branches[0]
    sets = [branch.triggers for branch in branches]
    known = [one for one in sets if one is not None]
    triggers = frozenset().union(*known) if len(known) == len(sets) else None
    expression = "(?:" + "|".join([branch.expression for branch in branches]) + ")"
    literals = min(branch.literals for branch in branches)
    return _Part(expression, triggers, literals, _needed(branches))


def _in_turn(parts: Sequence[_Part]) -> _Part:
    """Pieces one behind the other as one."""
    if len(parts) == 1:
        return parts[0]
    choices = [part.triggers for part in parts if part.triggers]
    # The rarest trigger is not known; a long word that is no function word is a fair guess.
    best = choices[0] if choices else None
    if len(choices) > 1:
        best = max(choices, key=lambda words: min(map(_rarity, words)))
    literals = sum(part.literals for part in parts)
    needs = tuple(need for part in parts for need in part.needs)
    return _Part("".join(part.expression for part in parts), best, literals, needs)


def _grouped(part: _Part) -> _Part:
    return _Part(f"(?:{part.expression})", part.triggers, part.literals, part.needs)


@lru_cache(maxsize=16384)
def _literal(text: str) -> _Part:
    """The piece for a word."""
    word = text.lower()
    only = frozenset((word,))
    return _Part(re.escape(word) + " ", only, 1, (only,))


@lru_cache(maxsize=4096)
def _choice(text: str) -> _Part:
    """The piece for words and phrases in brackets: mostly a list that many cues share."""
    branches = [list(map(_literal, branch.split())) for branch in text[1:-1].split("|")]
    return _grouped(_one_of(list(map(_in_turn, branches))))


class _Parser:
    """One pass over a cue's text. A class, because the slots seen are shared by all levels."""

    def __init__(self, match: str, grammar: Grammar) -> None:
        self.match = match
        self.grammar = grammar
        self.slots: set[str] = set()
        self.pieces = [(m.lastgroup or "", m.group(), m.start()) for m in _PIECE.finditer(match)]
        self.pieces = [piece for piece in self.pieces if piece[0] != "blank"]
        self.at = 0

    def parse(self) -> _Part:
        part = self._alternatives()
        if self.at < len(self.pieces):
            raise CueError("a ')' without '('", self.pieces[self.at][2])
        return part

    def _peek(self, text: str) -> bool:
        return self.at < len(self.pieces) and self.pieces[self.at][:2] == ("mark", text)

    def _alternatives(self) -> _Part:
        branches = [self._sequence()]
        while self._peek("|"):
            self.at += 1
            branches.append(self._sequence())
        return _one_of(branches)

    def _sequence(self) -> _Part:
        parts = []
        while self.at < len(self.pieces) and not (self._peek("|") or self._peek(")")):
            parts.append(self._optional(self._one()))
        return _in_turn(parts)

    def _optional(self, part: _Part) -> _Part:
        if not self._peek("?"):
            return part
        self.at += 1
        return _Part(f"(?:{part.expression})?", None)

    def _one(self) -> _Part:
        kind, text, offset = self.pieces[self.at]
        self.at += 1
        if kind == "mark" and text == "(":
            part = self._alternatives()
            if not self._peek(")"):
                raise CueError("a '(' without ')'", offset)
            self.at += 1
            return _grouped(part)
        return _READERS[kind](self, text, offset)

    def _choice(self, text: str, offset: int) -> _Part:
        return _choice(text)

    def _word(self, text: str, offset: int) -> _Part:
        return _literal(text)

    def _quoted(self, text: str, offset: int) -> _Part:
        if len(text) < 3 or not text.endswith('"'):
            raise CueError('quoted text needs a closing "', offset)
        words = text[1:-1].lower().split()
        expression = "".join(re.escape(word) + " " for word in words)
        needs = tuple(frozenset((word,)) for word in words)
        return _Part(expression, frozenset((max(words, key=len),)), len(words), needs)

    def _gap(self, text: str, offset: int) -> _Part:
        number = text[2:]
        if not number or not 1 <= int(number) <= LONGEST_GAP:
            raise CueError(f"a gap is ..1 to ..{LONGEST_GAP}", offset)
        own = self.grammar.own
        return _Part(rf"(?:(?!(?:{_STOPPING})\ )[^ {own}]+ ){{0,{number}}}?", None)

    def _slot(self, text: str, offset: int) -> _Part:
        name = text.strip("{}")
        if not text.endswith("}"):
            raise CueError("a '{' without '}'", offset)
        if name in KINDS:
            mark = MARKS[KINDS[name]]
            # Rounds and the like are rare enough to trigger a cue; names and the value are not.
            rare = mark != MARKS["name"] and mark not in self.grammar.own
            own = frozenset((mark,))
            return _Part(mark + " ", own if rare else None, needs=(own,))
        if name not in self.grammar.slots:
            allowed = ", ".join((*self.grammar.slots, *KINDS))
            raise CueError(f"no slot {{{name}}}; allowed: {allowed}", offset)
        if name in self.slots:
            raise CueError(f"the slot {{{name}}} stands twice", offset)
        if name == "V" and not self.grammar.own:
            raise CueError(
                "{V} is no place for a text: the text from the cue on is the value", offset
            )
        self.slots.add(name)
        slot = self.grammar.slots[name]
        needs = (slot.needs,) if slot.needs else ()
        return _Part(f"(?P<{name}>{slot.expression})", None, needs=needs)

    def _stray(self, text: str, offset: int) -> _Part:
        raise CueError(f"a stray {text!r}", offset)


_READERS = {
    "choice": _Parser._choice,
    "word": _Parser._word,
    "quote": _Parser._quoted,
    "gap": _Parser._gap,
    "slot": _Parser._slot,
    "mark": _Parser._stray,
}


def _value_slot(value: ValueKind) -> Slot:
    """The slot of a value; a name may be the first of a list: "counts Foo, Bar and Baz among"."""
    mark = MARKS.get(value) or MARKS["name"]
    if value != "name":
        return Slot.of(mark)
    one = (
        rf"(?:the (?:[a-z-]+ ){{0,3}})?(?:{mark} 's )?{mark} "  # "the state bank Bar", "Oslo's Baz"
    )
    others = rf"(?:(?:, {one})*(?:, )?(?:and|&) {one}(?!'s ))?"  # not "Foo and Bar's stake"
    return Slot(f"{mark} {others}", frozenset((mark,)))


@lru_cache(maxsize=4096)
def parse(match: str, value: ValueKind) -> Pattern:
    """The pattern of a cue for values of one kind; CueError says what is wrong and where."""
    own = MARKS.get(value, "")
    name = Slot.of(MARKS["name"])
    grammar = Grammar({"V": _value_slot(value), "S": name, "C": name}, own)
    parser, part = _parsed(match, grammar)
    # The value always has a place; a subject or counterparty may stand in an optional group.
    own = MARKS[value] if "V" in parser.slots else MARKS["name"]
    marks = () if value == "text" else (own,)
    slots = frozenset(parser.slots)
    triggers = part.triggers or frozenset()
    needs = tuple(dict.fromkeys((*map(frozenset, marks), *part.needs)))
    return Pattern(part.expression, triggers, slots, part.literals, marks, needs)


def parse_with(match: str, grammar: Grammar) -> Pattern:
    """The pattern of a cue whose slots are those of a grammar."""
    parser, part = _parsed(match, grammar)
    triggers = part.triggers or frozenset()
    return Pattern(
        part.expression, triggers, frozenset(parser.slots), part.literals, needs=part.needs
    )


def _parsed(match: str, grammar: Grammar) -> tuple[_Parser, _Part]:
    parser = _Parser(match, grammar)
    part = parser.parse()
    if not part.expression:
        raise CueError("an empty cue")
    return parser, part


def validate(cue: Cue, definition: ClaimDefinition) -> None:
    """CueError for a cue that parses but cannot work in its definition."""
    pattern = parse(cue.match, definition.value)
    if definition.value == "text":
        if not pattern.triggers:
            raise CueError("a cue needs a word that must stand in the text")
        return
    if "V" not in pattern.slots and cue.agent != "value":
        raise CueError("a cue needs {V}, the place of the value (or `agent: value`)")
    if "V" in pattern.slots and cue.agent == "value":
        raise CueError(
            "with `agent: value` the value is the grammatical subject; {V} is not allowed"
        )
    if not pattern.triggers and not (definition.units or definition.value == "round"):
        raise CueError("a cue needs a word that must stand in the text (or the claim `units`)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A cue ready to be matched."""

    cue: Cue
    definition: ClaimDefinition
    pattern: Pattern

    @classmethod
    def of(cls, cue: Cue, definition: ClaimDefinition) -> Entry:
        """The entry of a cue that is no wording: it stands for a word that governs a value."""
        words = frozenset(cue.match.split()[1:])
        return cls(
            cue, definition, Pattern("", words, frozenset("V"), 1, (MARKS[definition.value],))
        )

    @property
    def kinds(self) -> tuple[EntityKind, ...]:
        """The kinds of entity that may be the subject."""
        return self.cue.subject_kinds or self.definition.subject_kinds

    @property
    def triggers(self) -> frozenset[str]:
        """The words, or the units of mentions, of which one stands where the cue fits."""
        units = self.definition.units or (self.definition.value,)
        return self.pattern.triggers or frozenset(map(sieve.of_unit, units))

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What a sentence needs: tokens, and a name that can be the value."""
        needs = self.pattern.needs
        if self.pattern.triggers not in needs:
            needs = (self.triggers, *needs)
        if self.definition.value != "name" or "V" not in self.pattern.slots:
            return needs
        own = self.definition.value_kinds
        kinds: set[EntityKind] = {*(self.cue.value_kinds or own or ("org", "person", "place"))}
        if own != ("place",):  # nothing but its kind makes a name the place of something
            kinds.add("unknown")
        return (*needs, frozenset(map(sieve.of_kind, kinds)))


@dataclass(frozen=True, slots=True)
class Match:
    """A cue found in a sentence. All numbers are token indices; `end` is exclusive."""

    entry: Entry
    start: int
    end: int
    value: int | None
    subject: int | None
    counterparty: int | None
    trigger: int


@lru_cache(maxsize=4096)
def _compiled(expression: str) -> re.Pattern[str]:
    # A cue starts with a token; the blank before it is a prefix that `re` looks for fast.
    return re.compile(" " + expression)


class Index:
    """The cues of all definitions by what they need."""

    def __init__(self, definitions: Sequence[ClaimDefinition]) -> None:
        entries = [
            Entry(cue, definition, parse(cue.match, definition.value))
            for definition in definitions
            for cue in definition.cues
        ]
        self._numbers = {id(entry): number for number, entry in enumerate(entries)}
        self.sieve = sieve.Sieve((entry, entry.needs) for entry in entries)
        self._among_names = _telling(entries, SCARCE)
        self._alone = _telling(entries, ("text",))

    def may_match(self, text: str, mentions: Sequence[Mention]) -> bool:
        """A cheap look at a sentence: whether any cue could fit. Most sentences hold nothing."""
        if not mentions:
            return not self._alone.isdisjoint(_LETTERS.findall(text.lower()))
        if any(mention.value.kind not in ("name", "date") for mention in mentions):
            return True
        return not self._among_names.isdisjoint(_LETTERS.findall(text.lower()))

    def candidates(self, sentence: Sentence) -> list[Entry]:
        """The cues that have a trigger in a sentence, and all else that they need."""
        mentions = [token.mention for token in sentence.tokens if token.mention is not None]
        units = {unit: at for at, unit in enumerate(dict.fromkeys(map(sieve.unit, mentions)))}
        words = {*sentence.encoded.split(" "), *units, *map(sieve.kind, mentions)}

        def place(entry: Entry) -> tuple[int, str, int]:
            """By the first word that triggers it, else behind those by the first such unit."""
            number = self._numbers[id(entry)]
            if entry.pattern.triggers:
                return -1, min(entry.pattern.triggers & words), number
            return min(units[unit] for unit in entry.triggers & words), "", number

        found = {id(entry): entry for entry in self.sieve.find(words)}
        return sorted(found.values(), key=place)

    def match(self, *readings: Sentence) -> Iterator[Match]:
        """Every place where a cue fits, also where places overlap.

        `readings` are the sentence and what else it is read as, over the same tokens.
        """
        return find(self.candidates(readings[0]), readings)


def _telling(entries: Sequence[Entry], kinds: Sequence[str]) -> frozenset[str]:
    """The last letters of the rare trigger words of definitions of some kinds of value."""
    return frozenset(
        _LETTERS.findall(word)[-1]
        for entry in entries
        if entry.definition.value in kinds
        for word in entry.pattern.triggers
        if _rarity(word) and _LETTERS.search(word)
    )


def find(entries: Sequence[Entry], readings: Sequence[Sentence]) -> Iterator[Match]:
    """Every place where one of these cues fits a reading of a sentence."""
    seen: set[tuple[int, int | None, int | None, int]] = set()
    padded = [(sentence, " " + sentence.encoded) for sentence in readings]
    for entry in entries:
        for match in _matches(entry, padded):
            key = (id(entry), match.value, match.subject, match.trigger)
            if key not in seen:
                seen.add(key)
                yield match


def _matches(entry: Entry, readings: Sequence[tuple[Sentence, str]]) -> Iterator[Match]:
    """The places of one cue in readings of a sentence, each with its padded encoding."""
    search = _compiled(entry.pattern.expression).search
    marks = entry.pattern.marks
    for sentence, padded in readings:
        if marks and marks[0] not in padded:
            continue
        found = search(padded)
        while found:
            yield _located(entry, sentence, found)
            # From the next token on: one word can be the trigger of several values.
            found = search(padded, padded.find(" ", found.start() + 1))


def _located(entry: Entry, sentence: Sentence, found: re.Match[str]) -> Match:
    # `found` counts the blank that is padded on the left; `start` is the token behind it.
    slots = {
        name: sentence.token_at(found.start(name) - 1)
        for name in found.re.groupindex
        if found.start(name) >= 0
    }
    start = sentence.token_at(found.start())
    end = sentence.token_at(found.end() - 1)
    triggers = entry.pattern.triggers
    trigger = next(
        (i for i in range(start, end) if sentence.tokens[i].lower in triggers),
        slots.get("V", start),
    )
    return Match(entry, start, end, slots.get("V"), slots.get("S"), slots.get("C"), trigger)
