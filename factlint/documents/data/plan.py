"""A declaration and the keys of a value -> what becomes of the value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from factlint.documents.data import ways
from factlint.model import Dataset

Use = Literal["subject", "title", "markdown", "text", "field", "own", "none"]

#: Fields that head a record without being named as its title, if they are prose.
_TITLES = ("title", "headline")


class Part(NamedTuple):
    """What a value is for its record.

    `use` is the passage that it becomes ("own" only if it is short: it is read by its own name),
    `head` the one it is mapped to, `declared` the fields of the declaration that it is.
    """

    use: Use
    declared: frozenset[str]
    head: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A declaration, and what it says of the keys seen so far."""

    dataset: Dataset
    title: str
    parts: dict[str, Part] = field(default_factory=dict)

    @classmethod
    def of(cls, dataset: Dataset) -> Plan:
        """The plan of a declaration; a prose field called title or headline is the title."""
        prose = (*dataset.text, *dataset.markdown)
        return cls(dataset, dataset.title or next((one for one in _TITLES if one in prose), ""))

    def part(self, keys: str) -> Part:
        """What a value with these keys is for its record."""
        found = self.parts.get(keys)
        if found is None:
            found = self.parts[keys] = _part(self, keys)
        return found


def declared(dataset: Dataset) -> tuple[str, ...]:
    """The fields that a declaration names, each once; a currency may be one itself."""
    one = (dataset.title, dataset.subject, dataset.date, dataset.source, currency_of(dataset))
    mapped = (each.field for each in dataset.fields)
    return tuple(dict.fromkeys(filter(None, (*dataset.text, *dataset.markdown, *one, *mapped))))


def currency_of(dataset: Dataset) -> str:
    """The field that says the currency; none if the declaration itself does."""
    return "" if is_code(dataset.currency) else dataset.currency


def is_code(currency: str) -> bool:
    """Whether this is a currency ("USD", "$") and not the name of a field."""
    return (len(currency) == 3 and currency.isupper()) or not any(map(str.isalnum, currency))


def _part(plan: Plan, keys: str) -> Part:
    dataset = plan.dataset
    names = frozenset(way for way in declared(dataset) if ways.fits(way, keys))
    head = next((one.head for one in dataset.fields if one.field in names), "")
    name = keys.removesuffix(f".{ways.ANY}")
    uses: tuple[tuple[Use, bool], ...] = (
        ("subject", dataset.subject in names),
        ("title", plan.title in names),
        ("markdown", not names.isdisjoint(dataset.markdown)),
        ("text", not names.isdisjoint(dataset.text)),
        ("field", bool(head)),
        ("own", not names and "." not in name),
    )
    use: Use = next((use for use, holds in uses if holds), "none")
    return Part(use, names, head, name)
