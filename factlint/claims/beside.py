"""A row of a table or a mapping of front matter -> what its other cells say of each claim in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factlint.claims import heads
from factlint.claims.actor import Actor
from factlint.claims.heads import STATUS
from factlint.claims.rows import Row
from factlint.claims.words import words
from factlint.intervals import DateRange
from factlint.model import ClaimDefinition, EntityKind, Mention, Passage, Status

_NOTE = re.compile(r"\s*[(\[].*$|\s*[*†‡§]+$|\s+[-–—|]\s.*$")
#: What a cell says instead of a name.
_NOBODY = words(
    "n/a na none total no yes self-funded bootstrapped private public both all same pending new old"
    " free average median company model name true false null nil varies angels founders management"
    " employees insiders"
)
#: Words that a text about unnamed ones opens with: "Existing investors", "Angel investors".
_UNNAMED = words(
    "unknown undisclosed various other others tbd tba not existing angel unnamed multiple several"
    " see unspecified confidential"
)
_SMALL = words("of the and de von van der du la le & for in")
#: Deals that are no rounds: their sums are not what a company raises.
_SOLD = re.compile(
    r"\W*(?:acqui|merger|merged|buyout|takeover|exit|secondary|sold|spac|tender|dividend|sale\b)",
    re.I,
)
#: "CIOs and CTOs" are no names.
_ACRONYMS = re.compile(r"[A-Z]{2,5}s")
#: Rows of prices that a product has several of.
_PLANS = words(
    "tier tiers plan plans edition package subscription seat offer feature features module"
)
_LONGEST_NAME = 6
#: A page with so many facts in its front matter is about its title, if that has few words.
_FACTS, _TITLE = 2, 3
_EDGES = " *_`'\"“”.,;:"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a row says of the claims that its cells make.

    `named` holds the names under the heads of things, in order; `first` the first cell's name, if
    that is no value itself; `plain` says that the first cell names nothing, so that the row is
    about what the page is about. `events` are the deals that its heads speak of without doubt,
    `staged` says that one speaks of rounds or stages; `buyers` are who buys in it. `skipped` marks
    a row that sums up others, `sold` one of another deal than a round. `corner` is the head of the
    first column.
    """

    named: tuple[tuple[int, str, Actor], ...] = ()
    first: Actor | None = None
    plain: bool = True
    days: DateRange | None = None
    round: str | None = None
    status: Status | None = None
    currency: str | None = None
    events: frozenset[str] = frozenset()
    buyers: tuple[str, ...] = ()
    skipped: bool = False
    sold: bool = False
    staged: bool = False
    corner: str = ""


NOTHING = Beside()


def of(
    row: Row,
    passages: Sequence[Passage],
    mentions: Sequence[Sequence[Mention]],
    strict: Mapping[str, Sequence[ClaimDefinition]],
) -> Beside:
    """What the members of a row say; `strict` are the definitions by heads that leave no doubt."""
    named: list[tuple[int, str, Actor]] = []
    days, stage, status, currency = None, None, None, None
    events: set[str] = set()
    buyers: list[str] = []
    sure = sum(bool(meant(head_of(passages[n]), strict)) for n in row.members) >= _FACTS
    for number in row.members:
        passage, found = passages[number], mentions[number]
        head, text = head_of(passage), passage.text
        kinds = heads.kinds(head)
        if kinds is not None and (one := _named(passage, head, found, kinds, sure=sure)):
            named.append((number, head, one))
        if heads.is_when(head):
            days = days or next((m.value.days for m in found if m.value.days), None)
        if heads.is_round(head) and not heads.is_latest(head):
            stage = stage or next(
                (m.value.canonical for m in found if m.value.kind == "round"), None
            )
        if heads.plain(head) == "status":
            status = status or STATUS.get(text.strip(_EDGES).lower())
        if heads.plain(head) == "currency" and text.isalpha() and len(text) == 3:
            currency = text.upper()
        for definition in meant(head, strict):
            events |= {definition.event} if definition.event else set()
            if definition.event == "acquisition" and definition.value == "name":
                buyers += [
                    m.value.canonical or m.value.text for m in found if m.value.kind == "name"
                ]
    opening = passages[row.members[0]]
    head = head_of(opening)
    is_value = bool(meant(head, strict)) or heads.is_when(head) or heads.is_round(head)
    said = heads.plain(head).split()
    planned = not _PLANS.isdisjoint(said) and heads.NAMING.keys().isdisjoint(said)
    first = None
    if not is_value and not planned:
        first = actor(opening.text, mentions[row.members[0]], None)
    sold = any(
        _SOLD.match(passages[n].text) for n in row.members if heads.is_round(head_of(passages[n]))
    )
    return Beside(
        tuple(named), first, is_value or _says_nothing(opening), days, stage, status, currency,
        frozenset(events), tuple(buyers), opening.kind == "cell" and heads.is_sum(opening.text),
        sold, any(heads.is_round(head_of(passages[n])) for n in row.members), head,
    )  # fmt: skip


def _named(
    passage: Passage,
    head: str,
    found: Sequence[Mention],
    kinds: Sequence[EntityKind],
    *,
    sure: bool,
) -> Actor | None:
    """Whom a member of a row names; a title only if it is a name, or `sure` to stand for one."""
    one = actor(
        passage.text, found, kinds, free=bool(kinds) or (sure and passage.field is not None)
    )
    if one is None or kinds:
        return one
    if one.kind in ("place", "person") and sure:
        one = replace(one, kind="unknown")  # the page "Austin" with a seat and a founding date
    if heads.plain(head) != "title":
        return one
    known = any(m.value.kind == "name" and m.value.text == one.text for m in found)
    return one if passage.field and (known or (sure and len(one.text.split()) <= _TITLE)) else None


def head_of(passage: Passage) -> str:
    """The head of a cell or a field, as words."""
    if passage.column is not None or passage.field is None:
        return passage.column or ""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", passage.field.rpartition(".")[2])


def meant(head: str, known: Mapping[str, Sequence[ClaimDefinition]]) -> Sequence[ClaimDefinition]:
    """The definitions that a head names."""
    return next((known[name] for name in heads.names(head) if name in known), ())


def _says_nothing(opening: Passage) -> bool:
    """Whether the first cell is a number, or one word for any fact."""
    return not any(map(str.isalpha, opening.text))


def actor(
    text: str,
    found: Sequence[Mention],
    kinds: Sequence[EntityKind] | None,
    *,
    free: bool = False,
) -> Actor | None:
    """Whom a cell names; a text of any kind will do where its head says that it names (`kinds`)."""
    label = _NOTE.sub("", text).strip(_EDGES)
    first = next((one for one in found if one.value.kind == "name"), None)
    if first is not None and first.start <= 2 and first.end >= len(label.rstrip(_EDGES)):
        kind = first.entity_kind
        if kinds and kind not in kinds:
            kind = kinds[0]
        return Actor(first.value.canonical or first.value.text, first.value.text, kind, 1.0)
    if kinds is None or not is_name(label, free=free or "product" in kinds):
        return None
    return Actor(label, label, kinds[0] if kinds else "unknown", 1.0)


def is_nobody(text: str) -> bool:
    """Whether a text stands where a name does and gives none: "Undisclosed", "Angel investors"."""
    said = text.lower()
    return said in _NOBODY or not said or said.split()[0] in _UNNAMED


def is_name(text: str, *, free: bool = False) -> bool:
    """Whether a short text can be a name; `free` ones need no capital: "gpt-4o-mini"."""
    parts = text.split()
    if not parts or len(parts) > _LONGEST_NAME or len(text) > 60 or text[-1] in "?!":
        return False
    if is_nobody(text) or any(mark in text for mark in "$€£%<>=~:;|"):
        return False
    if not any(map(str.isalpha, text)) or _ACRONYMS.fullmatch(text):
        return False
    capital = all(
        p[0].isupper() or p[0].isdigit() or p.lower() in _SMALL or not p[0].isalpha() for p in parts
    )
    mixed = any(map(str.isupper, text)) and len(parts) == 1
    coded = free and len(parts) == 1 and len(text) > 2
    return (capital and any(map(str.isupper, text))) or mixed or coded
