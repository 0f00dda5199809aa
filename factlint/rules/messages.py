"""A message template and the two sides of a finding, or a slip of a relation -> one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from factlint.model import Claim, Slip

_PLACEHOLDER = re.compile(r"\{(?P<name>[^{}]*)\}")  # must: {other.place}; must not: { {


def _where(claim: Claim) -> str:
    return f"{claim.place.path}:{claim.place.line}"


_STATUS = {"in_talks": "in talks"}

_FIELDS: Mapping[str, Callable[[Claim], str]] = {
    "subject": lambda claim: claim.subject,
    "attribute": lambda claim: claim.attribute.replace("_", " "),
    "value": lambda claim: claim.value.text,
    "place": _where,
    "status": lambda claim: _STATUS.get(claim.qualifiers.status, claim.qualifiers.status),
    "round": lambda claim: claim.qualifiers.round or "no round",
    "basis": lambda claim: claim.qualifiers.basis or "no basis",
    "counterparty": lambda claim: claim.qualifiers.counterparty or "an unnamed party",
}

#: What a template may name: a field of the primary claim, or of the other one.
PLACEHOLDERS: Mapping[str, tuple[bool, Callable[[Claim], str]]] = {
    **{name: (False, read) for name, read in _FIELDS.items()},
    **{f"other.{name}": (True, read) for name, read in _FIELDS.items()},
    "other": (True, _FIELDS["value"]),
}


def placeholders(template: str) -> Iterator[tuple[str, int]]:
    """The names in braces, each with its offset."""
    return ((found["name"], found.start("name")) for found in _PLACEHOLDER.finditer(template))


def fill(template: str, primary: Claim, other: Claim) -> str:
    """The template with what the claims say, on one line."""

    def say(found: re.Match[str]) -> str:
        is_other, read = PLACEHOLDERS[found["name"]]
        return read(other if is_other else primary)

    return " ".join(_PLACEHOLDER.sub(say, template).split())


#: What a template may name of a relation, beside its slots.
OF_RELATIONS = ("quote", "because")


def fill_slip(template: str, slip: Slip) -> str:
    """The template with what the values of a relation say; empty for a slot that is not filled."""
    said = {"quote": slip.relation.quote, "because": slip.because}
    for operand in slip.relation.operands:
        said.setdefault(operand.slot, operand.value.text)

    def say(found: re.Match[str]) -> str:
        return said.get(found["name"], "")

    return " ".join(_PLACEHOLDER.sub(say, template).split())
