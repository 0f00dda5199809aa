"""The nouns.

Document, passage, mention, claim, entity, rule, finding. Frozen data, no behaviour beyond places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from factlint.intervals import DateRange, Interval

ValueKind = Literal["money", "percent", "quantity", "count", "date", "name", "round", "text"]
EntityKind = Literal["org", "person", "product", "place", "market", "unknown"]
Status = Literal["done", "planned", "in_talks", "rumored", "forecast", "denied"]
Severity = Literal["error", "warning", "info"]
#: Rounds that a company has several of, so that their name is no name of a deal.
REPEATED_ROUNDS = frozenset(("debt", "bridge", "growth", "angel"))
PassageKind = Literal["title", "heading", "paragraph", "item", "cell", "field"]

#: Claims less sure than this are listed but not compared, unless a rule says otherwise.
COMPARED = 0.75
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


# Documents


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file.

    Lines and columns count from 1, columns in code points; the end is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Segment(NamedTuple):
    """A run of passage text and the source it was read from.

    From `start` on, each character of the passage is one character of the source from `source` on;
    a segment with `width` stands for one piece of source of that many characters (an entity, an
    escape, a run of blanks).
    """

    start: int
    source: int
    width: int | None = None


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads each character of a passage back to the source text.

    Segments are in order of `start`.
    """

    segments: tuple[Segment, ...]
    starts: tuple[int, ...]

    def _bounds(self, index: int) -> tuple[int, int]:
        segment = self.segments[bisect_right(self.starts, index) - 1]
        if segment.width is not None:
            return segment.source, segment.source + segment.width
        at = segment.source + index - segment.start
        return at, at + 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Passage offsets [start, end) -> offsets in the source text."""
        return self._bounds(start)[0], self._bounds(max(start, end - 1))[1]


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of prose: normalised text, and the way back to the source.

    `section` counts the headings above it, so that passages with equal `section` stand under one
    heading; `headings` are the texts of the headings above it, outermost first. `field` names the
    front-matter key or the field of a record. `dated` is the date of a dated heading above it, else
    of its record. `column` and `row` are the texts of the head of a cell's column and of the first
    cell of its row; for a field of a record, the head that the settings map it to and whom the
    record is about. A heading with a `row` names whom its record is about.
    """

    text: str
    kind: PassageKind
    map: SourceMap
    section: int = 0
    headings: tuple[str, ...] = ()
    field: str | None = None
    dated: DateRange | None = None
    column: str | None = None
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What is known of one source file.

    `path` relative to the root, title, date, who published it.
    """

    path: str
    title: str | None = None
    dated: DateRange | None = None
    source: str | None = None
    url: str | None = None


class Record(NamedTuple):
    """A part of a data file that is a document of its own: passages [first, last) of the file."""

    document: Document
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Census:
    """Which fields the records of a data file have.

    `records` counts them, `declared` are the fields of the settings that one of them has, `keys`
    the first keys of any kind, for suggestions.
    """

    records: int
    declared: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of a document itself, reported as a finding of the rule `rule`."""

    rule: str
    message: str
    place: Place
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """What a comment at `place` tells factlint; it holds for the lines `first` to `last`, included.

    An "ignore" keeps claims there from the rules `codes`, up to the day `until`; a "claim" corrects
    them by its `values`: keys and what is written behind them. `says` is its first word.
    """

    kind: Literal["ignore", "claim"]
    place: Place
    first: int
    last: int
    says: str = "ignore"
    codes: tuple[str, ...] = ()
    until: date | None = None
    reason: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format reader makes of one file.

    `line_starts` are offsets into `text`. With `records`, each of them is a document of its own
    that knows nothing of the others; `census` is there for data files only.
    """

    document: Document
    text: str
    line_starts: tuple[int, ...]
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()
    records: tuple[Record, ...] = ()
    census: Census | None = None
    directives: tuple[Directive, ...] = ()

    def stories(self) -> Iterator[Reading]:
        """What tells one story each: the records of a data file, else the whole document."""
        if self.census is None:
            yield self
        for document, first, last in self.records:
            passages = self.passages[first:last]
            yield Reading(document, self.text, self.line_starts, passages)

    def place(self, start: int, end: int) -> Place:
        """Source offsets [start, end) -> lines and columns."""
        line = bisect_right(self.line_starts, start)
        end_line = bisect_right(self.line_starts, end)
        return Place(
            self.document.path,
            line,
            start - self.line_starts[line - 1] + 1,
            end_line,
            end - self.line_starts[end_line - 1] + 1,
        )


# Mentions


@dataclass(frozen=True, slots=True)
class Value:
    """What a mention says.

    Numbers have an `interval`; names, rounds and dates a `canonical` form. `within` names what a
    place lies in and whom a company belongs to, the nearest first.
    """

    kind: ValueKind
    text: str
    interval: Interval | None = None
    canonical: str | None = None
    days: DateRange | None = None
    per: str | None = None
    within: tuple[str, ...] = ()


class Mention(NamedTuple):
    """A typed span of passage text. A tuple, because many are made and that takes less time.

    `start` includes the hedge, `core` is where the value itself starts. `backs` marks the name of
    an organization that gives money to companies by trade, `within` is the place of its seat,
    `region` marks a country or larger, `made_by` is the maker of a product or the parent.
    """

    start: int
    end: int
    core: int
    value: Value
    entity_kind: EntityKind = "unknown"
    backs: bool = False
    within: str | None = None
    region: bool = False
    made_by: str | None = None


# Entities


class Entity(NamedTuple):
    """A line of the gazetteer; a tuple, because there are many and each run makes all of them.

    `made_by` is the maker of a product or the parent, `within` the place it lies in, `backs` says
    that an organization gives money to companies by trade, `region` that a place is a country or
    larger, and no seat of a company.
    """

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    made_by: str | None = None
    within: str | None = None
    backs: bool = False
    region: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Known entities by each of their spellings (name and aliases, as written).

    Two are the same only if they are one: what is made of one is kept for it.

    `own` are the names of the user's own lines, which are always shown as they stand there, `words`
    the spellings that the user says are no names.
    """

    entries: Mapping[str, Entity] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


# Claims


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What narrows a claim; None where the text does not say."""

    status: Status = "done"
    round: str | None = None
    basis: str | None = None
    as_of: DateRange | None = None
    counterparty: str | None = None
    purpose: str | None = None
    scope: str | None = None
    period: str | None = None
    part_of: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, attribute, value and qualifiers, at one place: the value as written with its hedge.

    `subject` is the name as found in extraction and the canonical name after `entities.resolve`;
    `key` is the exact key that claims are grouped by, `named` the fullest form of the subject that
    its own document uses. `subject_text` is what stands in the text
    ("its"). `quote` is contiguous source text at `quote_place`. `moved` says that words in the
    clause tell of a change (from, previously, up from). `phrase` numbers the noun phrase of the
    document that the value stands in. `in_title` says that it stands in the title or description of
    its document; `echoed` that a figure of the body agrees with it, None where it does not stand in
    the title or the body has no such figures. `event_kind` is the kind of deal that its attribute
    tells of, `deal` names that very deal, the same in all documents. `counterparty_key` is the key
    of the other party, `owners` who makes the subject or owns it, the nearest first.
    """

    place: Place
    attribute: str
    subject: str
    subject_text: str
    subject_kind: EntityKind
    value: Value
    qualifiers: Qualifiers
    sentence: str
    quote: str
    quote_place: Place
    confidence: float
    reasons: tuple[str, ...]
    definition: str
    phrase: int
    attribution: str | None = None
    event: str | None = None
    moved: bool = False
    document: Document = field(default_factory=lambda: Document(""))
    key: str = ""
    named: str = ""
    in_title: bool = False
    echoed: bool | None = None
    event_kind: str | None = None
    deal: str = ""
    counterparty_key: str = ""
    owners: tuple[str, ...] = ()


# Relations


@dataclass(frozen=True, slots=True)
class Operand:
    """A value that takes part in a relation, in the slot that the wording gives it."""

    slot: str
    value: Value
    place: Place


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words around some values say of them together: "from 22 % to 38 %, up 73 %".

    `kind` is the name of its definition, `operands` stand in the order of the text, those of a
    list one by one in one slot. `says` is what the wording itself states: the direction of a
    change, that a list need not be complete. `place` is that of the whole construction, `quote`
    its source text.
    """

    kind: str
    operands: tuple[Operand, ...]
    place: Place
    quote: str
    sentence: str
    document: Document
    says: Mapping[str, str] = field(default_factory=dict)

    def all(self, slot: str) -> tuple[Operand, ...]:
        """The operands of a slot."""
        return tuple(one for one in self.operands if one.slot == slot)

    def one(self, slot: str) -> Operand | None:
        """The operand of a slot; None where the wording leaves it out."""
        return next((one for one in self.operands if one.slot == slot), None)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was seen in one document: figures, and figures bound to a claim."""

    figures: int = 0
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """Evidence for one spelling in one document.

    How often, of which kind, and where first; `full` is the form that the document reads it as
    ("Kim Lee" for a later "Lee"), `defined_as` what its text says that it is short for.
    """

    spelling: str
    kind: EntityKind
    count: int
    place: Place
    full: str
    defined_as: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """All that later stages need of one document; never its text."""

    document: Document
    claims: tuple[Claim, ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()
    counts: Counts = Counts()
    census: Census | None = None
    relations: tuple[Relation, ...] = ()
    directives: tuple[Directive, ...] = ()


# Settings


class FieldHead(NamedTuple):
    """A field of a record that holds the values of an attribute or column head; its line."""

    field: str
    head: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Dataset:
    """What the settings say of data files: one `[[data]]`, which stands at `line` of `path`.

    `files` are patterns as in a .gitignore file. All else are dotted ways through mappings, `*`
    for any key or entry of a list: `records` leads to the records, the others from a record to
    its fields. `text` are fields of prose, `markdown` those of them that are Markdown, `title` is
    what heads a record, `subject` whom it is about, `date` when it was told and `source` by whom.
    `fields` are numbers and names with the heads they would have in a table; `currency` is that
    of numbers without one, or the field that says it.
    """

    files: tuple[str, ...]
    records: str = ""
    text: tuple[str, ...] = ()
    markdown: tuple[str, ...] = ()
    title: str = ""
    subject: str = ""
    date: str = ""
    source: str = ""
    currency: str = ""
    fields: tuple[FieldHead, ...] = ()
    path: str = ""
    line: int = 0


# Rule packs


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording of a claim in the mini-language, with its options.

    `agent` says what the grammatical subject of the wording is: the claim's subject, or its value
    ("X acquired Y": the value of Y's acquirer is the agent), or somebody else ("X came in at a $9M
    valuation": not of X); with "topic" it plays no part ("X bought the Oslo company").
    `subject_kinds` and `value_kinds` narrow the kinds of the definition. `written` is the cue with
    its lists by name.
    """

    match: str
    written: str = ""
    priority: int = 5
    status: Status | None = None
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    agent: Literal["subject", "value", "other", "topic"] = "subject"
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    subject_kinds: tuple[EntityKind, ...] = ()
    value_kinds: tuple[EntityKind, ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a claim definition and the claims it must give.

    Mappings of subject, value, and so on.
    """

    text: str
    expect: tuple[Mapping[str, str], ...] = ()
    path: str = ""
    line: int = 0


#: Whether the value of a claim may be a rate: "$20 a month".
Rates = Literal["refused", "allowed", "required", "yearly"]


@dataclass(frozen=True, slots=True)
class ClaimDefinition:
    """What an attribute is and how text words it.

    `units` are the units a value may have; `bare` says that a number without any will do where
    the cue has words, `rates` whether the value may or must be a rate ("$20 a month", "8 TB/s").
    `qualifiers` maps a qualifier to its values and the words near the value that say so; an empty
    mapping leaves it to the generic finder. `event` names the kind of deal that the attribute
    tells of: in a "funding" those who give the money are not whom it is about. `value_kinds` are
    the kinds that a name as value may have. A number below `least` or above `most`, in its plain
    unit, is never the value: $208.27 is the price of a share, no revenue. `nouns` call the value
    by its name, `verbs` (base forms) take it as their object: what hangs on one of them is a claim
    where no cue has the words. `attribute` is what its claims are about: its own name, unless it is
    one more kind of value of another definition ("a tenth of its staff"). With `roster` the names
    of a list of investors are its values where the text tells of a deal of its event. `columns` are
    heads of tables and names of fields that hold the value, `loose_columns` those that do only
    beside others of the same event, or below words that tell of it: "Amount".
    """

    name: str
    summary: str
    value: ValueKind
    holds: Literal["one at a time", "once", "many"]
    subject_kinds: tuple[EntityKind, ...]
    cues: tuple[Cue, ...] = ()
    units: tuple[str, ...] = ()
    bare: bool = True
    rates: Rates = "refused"
    qualifiers: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    event: str | None = None
    value_kinds: tuple[EntityKind, ...] = ()
    least: int = 0
    most: int | None = None
    columns: tuple[str, ...] = ()
    loose_columns: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    attribute: str = ""
    roster: bool = False
    yes: tuple[Example, ...] = ()
    no: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0

    def admits(self, number: Decimal) -> bool:
        """Whether a number, in its plain unit, lies between `least` and `most`."""
        return abs(number) >= self.least and (self.most is None or abs(number) <= self.most)

    def may_be_per(self, per: str | None) -> bool:
        """Whether the value may be a rate per something; None stands for no rate."""
        if per is None:
            return self.rates != "required"
        return per == "year" if self.rates == "yearly" else self.rates != "refused"


#: What a slot of a relation holds: a value of a kind, any number, or several of them in a row.
SlotKind = Literal[
    "number", "money", "percent", "times", "quantity", "count", "date", "weekday", "ordinal",
    "age", "numbers", "percents", "names",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationCue:
    """One wording of a relation in the mini-language.

    `written` is the cue with its lists by name. `says` is what it states beside the values,
    `unless_before` the words that may not stand right before it, `unless_after` those that may not
    follow it, `unless_within` those that may neither stand in it nor right behind it.
    """

    match: str
    written: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_within: tuple[str, ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RelationDefinition:
    """A construction that ties values together: by cues, or by what a built-in reader finds.

    `same` names the slots whose values must be of one sort, `words` are those that the reader
    looks for, `columns` the heads of the columns of a table that hold the values of each slot.
    """

    name: str
    summary: str
    slots: Mapping[str, SlotKind] = field(default_factory=dict)
    cues: tuple[RelationCue, ...] = ()
    same: tuple[str, ...] = ()
    reader: str = "prose"
    words: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """One document of a test corpus inside a rule."""

    text: str
    path: str
    date: date | None = None
    title: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A check applied to attributes, or to relations.

    `per` says what the claims of one group share beside the attribute, `holds` is what the claim
    definitions say of the attributes; `options` are the check's own keyword arguments.
    """

    id: str
    summary: str
    why: str
    check: str
    claims: tuple[str, ...]
    severity: Severity
    message: str
    fooled_by: str = ""
    hint: str = ""
    min_confidence: float = COMPARED
    per: tuple[str, ...] = ("subject",)
    relations: tuple[str, ...] = ()
    holds: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
    bad: tuple[tuple[SampleDocument, ...], ...] = ()
    good: tuple[tuple[SampleDocument, ...], ...] = ()
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Packs:
    """All that the loaded rule packs say.

    `warnings` name what is weak but not wrong in a user's own packs, `lists` are word lists.
    """

    definitions: tuple[ClaimDefinition, ...] = ()
    rules: tuple[Rule, ...] = ()
    warnings: tuple[str, ...] = ()
    relations: tuple[RelationDefinition, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


# Findings


@dataclass(frozen=True, slots=True)
class Clash:
    """What a check reports: claims that cannot all be true, and why.

    `claims[0]` is the primary one. `odd` is "this" (the primary), "other" or "undecided".
    """

    claims: tuple[Claim, ...]
    because: str
    severity: Severity | None = None
    odd: Literal["this", "other", "undecided"] = "undecided"
    odd_reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What a check of relations reports: one that its own numbers refute, and what they give.

    `at` is the operand to look at first, the whole construction where it is None. `worked` is the
    sum in full: the operands in their formula, the computed interval and what is stated.
    """

    relation: Relation
    because: str
    severity: Severity | None = None
    at: Operand | None = None
    hint: str = ""
    worked: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """A further place of a finding: what is claimed there, of whom, and what narrows it.

    `place` is that of the value, `quote_place` that of the quote around it; `copies` are the places
    of the same value in the same sentence elsewhere.
    """

    place: Place
    quote: str
    message: str
    value: Value | None = None
    quote_place: Place | None = None
    subject: str | None = None
    attribute: str | None = None
    qualifiers: Qualifiers | None = None
    copies: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the text; always unsafe, a person decides.

    All edits of a finding together make it vanish.
    """

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports.

    One primary place, related places, the reason, and the side that looks odd; `quote_place`,
    `qualifiers` and `copies` are as in `Related`.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    quote: str
    because: str
    fingerprint: str
    hint: str = ""
    subject: str | None = None
    attribute: str | None = None
    value: Value | None = None
    confidence: float | None = None
    odd: Literal["this", "other", "undecided"] = "undecided"
    odd_reason: str = ""
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()
    quote_place: Place | None = None
    qualifiers: Qualifiers | None = None
    copies: tuple[Place, ...] = ()

    def places(self) -> Iterator[Place]:
        """All places that the finding shows or counts, the primary one first."""
        yield self.place
        yield from self.copies
        for related in self.related:
            yield related.place
            yield from related.copies


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run saw, compared and reported."""

    documents: int
    unread: Mapping[str, int]
    figures: int
    bound: int
    claims: int
    compared: int
    error: int
    warning: int
    info: int
    suppressed: int = 0
    baselined: int = 0
