"""A cell of a table -> drafts: the head of its column, or its row's, says what its value is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factlint.claims import subjects
from factlint.claims.cues import Entry, Match
from factlint.claims.drafting import Draft, draft
from factlint.claims.roles import Subject
from factlint.claims.scene import Party, Scene
from factlint.model import ClaimDefinition, Cue, Value

Columns = Mapping[str, tuple[Entry, ...]]

#: What a head says beside the name of its column: "Revenue (2025, $M)".
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]|[,;:].*$|\s+(?:in\s+)?[$€£].*$")
#: The sign and the magnitude that a head gives to all bare numbers below it: "($M)", "in €bn".
_SCALED = re.compile(
    r"(?P<sign>US\$|[$€£]|USD|EUR|GBP)\s?(?P<scale>tn|trillions?|t|bn|billions?|b|mn|mio|millions?"
    r"|m|thousands?|k)?(?!\w)",
    re.IGNORECASE,
)
_SIGNS = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
}
_SCALES = {"t": 12, "b": 9, "m": 6, "k": 3}
#: Opens the name of an attribute among the heads; no head of a table starts with it.
_NAMED = "= "
#: A cell that says more than so many tokens is prose.
LONGEST = 16


def columns(definitions: Sequence[ClaimDefinition]) -> Columns:
    """The definitions by their attributes and by the heads of columns that hold their values."""
    found: dict[str, tuple[Entry, ...]] = {}
    for definition in definitions:
        for head in definition.columns:
            cue = Cue(f"column: {head}", priority=6, path=definition.path, line=definition.line)
            entry = Entry(cue, definition, Entry.of(cue, definition).pattern)
            found[plain(head)] = (*found.get(plain(head), ()), entry)
        if definition.value != "text":
            attribute = _NAMED + definition.attribute
            cue = Cue(
                f"attribute: {definition.attribute}",
                priority=6,
                path=definition.path,
                line=definition.line,
            )
            found[attribute] = (*found.get(attribute, ()), Entry.of(cue, definition))
    return found


def knows(columns: Columns, head: str) -> bool:
    """Whether the settings can mean this head: an attribute, or the head of a column."""
    return _NAMED + head in columns or plain(head) in columns


@lru_cache(maxsize=4096)
def plain(head: str) -> str:
    """The name of a column without units, years and the like."""
    return _ASIDE.sub("", head.strip().lower()).strip(" *_.")


def find(scene: Scene, known: Columns) -> Iterator[Draft]:
    """The drafts that a cell gives for its row, or for the column where the row says what it is."""
    passage = scene.passage
    if passage.field is not None:
        yield from _of_field(scene, known, passage.field)
        return
    if passage.kind != "cell" or passage.row is None or len(scene.tokens) > LONGEST:
        return
    for head, holder in ((passage.column, passage.row), (passage.row, passage.column)):
        for entry in known.get(plain(head or ""), ()):
            if entry.definition.event == "acquisition" and holder == passage.column:
                continue  # the head of the column is who bids
            found = list(_read(scene, entry, head or "", holder))
            if found:
                yield from found
                return


def _of_field(scene: Scene, known: Columns, name: str) -> Iterator[Draft]:
    """The drafts that a field of front matter or of a record gives: "funding_amount: $9M"."""
    holder = scene.passage.row
    head = scene.passage.column or re.sub(r"[_-]", " ", name.rpartition(".")[2])
    named = known.get(_NAMED + _ASIDE.sub("", head)) if scene.passage.column else None
    for entry in named or known.get(plain(head), ()):
        if holder or entry.definition.event != "acquisition":
            yield from _read(scene, entry, head, holder)


def _read(scene: Scene, entry: Entry, head: str, holder: str | None) -> Iterator[Draft]:
    tokens = [at for at in range(len(scene.tokens)) if _fits(scene, at, entry, head)]
    if entry.definition.holds != "many" or entry.definition.value != "name":
        tokens = tokens[:1]
    for at in tokens:
        match = Match(entry, at, at + 1, at, None, None, at)
        party = _holder(scene, entry, match, holder)
        if party is not None:
            made = draft(scene, match, party, at)
            summed = entry.definition.value == "money"
            value = _scaled(made.value, head) if summed else made.value
            if not value.interval or abs(value.interval.number) >= entry.definition.least:
                yield replace(made, value=value)


def _fits(scene: Scene, at: int, entry: Entry, head: str) -> bool:
    """Whether a token holds a value of the kind that the column has."""
    mention = scene.tokens[at].mention
    if mention is None:
        return False
    value, definition = mention.value, entry.definition
    if value.kind == "name":
        fits = not definition.value_kinds or mention.entity_kind in (
            *definition.value_kinds,
            "unknown",
        )
        return definition.value == "name" and fits
    if definition.value == "money" and value.kind == "count":
        return _SCALED.search(head) is not None and bool(value.interval and not value.interval.unit)
    if value.kind != definition.value or (value.per is not None and definition.rates == "refused"):
        return False
    unit = value.interval.unit if value.interval else ""
    return not definition.units or not unit or unit in definition.units


def _scaled(value: Value, head: str) -> Value:
    """A bare number as the sum of money that the head of its column makes it."""
    found = _SCALED.search(head)
    if value.kind != "count" or found is None or value.interval is None or value.interval.unit:
        return value
    scale = (found["scale"] or "").lower()
    short = "k" if scale.startswith("th") else scale[:1]
    factor = Decimal(10) ** _SCALES.get(short, 0)
    own = value.interval
    interval = replace(
        own,
        low=None if own.low is None else own.low * factor,
        high=None if own.high is None else own.high * factor,
        step=own.step * factor,
        unit=_SIGNS[found["sign"].lower()],
    )
    return replace(value, kind="money", interval=interval)


def _holder(scene: Scene, entry: Entry, match: Match, holder: str | None) -> Party | None:
    """Whom the cell is about: the name in the other head, else what the page is about."""
    named = scene.discourse.cell(holder) if holder else None
    if named is not None and named.kind in (*entry.kinds, "unknown"):
        return Party(named.name, named.text, named.kind, 0, "label")
    if named is not None or (holder and plain(holder) not in _UNTOLD and len(holder) > 2):
        return None
    topic = Subject("topic", "", anaphor="it")
    return next(iter(subjects.resolved(scene, topic, match, entry.kinds)), None)


#: Heads of columns that hold what the first column names.
_UNTOLD = frozenset(
    ("", "value", "detail", "details", "figure", "figures", "number", "numbers", "info", "data",
     "amount", "answer", "fact", "facts", "metric", "today", "now")
)  # fmt: skip
