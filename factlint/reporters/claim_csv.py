"""Claims -> CSV for spreadsheets (RFC 4180): a header, one line a claim.

Documents may come from strangers, and a spreadsheet runs a cell that begins like a formula. So
such texts get an apostrophe in front, which spreadsheets take for "this is text". Numbers are
written as they are. Who needs every text to the letter takes JSON lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from factlint.model import Claim, Counts
from factlint.reporters import objects

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "subject", "entity", "subject_text",
    "attribute", "kind", "low", "high", "unit", "per", "bound", "value", "text",
    "round", "basis", "status", "as_of", "counterparty", "purpose", "scope", "period", "part_of",
    "office", "attribution", "sentence", "event", "definition", "confidence",
)  # fmt: skip

#: How a formula begins, or what spreadsheets skip before one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def report(claims: Sequence[Claim], counts: Counts) -> str:
    """The header and the claims; no value is an empty cell."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        flat = _flat(claim)
        writer.writerow([_cell(flat.get(column)) for column in COLUMNS])
    return target.getvalue()


def _flat(claim: Claim) -> Mapping[str, object]:
    """The keys of JSON lines without their levels."""
    return {
        **objects.claim(claim),
        "value": None,
        **objects.value(claim.value),
        **objects.qualifiers(claim.qualifiers),
    }


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
