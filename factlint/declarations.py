"""What the settings say of data files, against packs and files -> what does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factlint.claims import columns as known_columns
from factlint.claims.columns import Columns
from factlint.documents import discovery
from factlint.documents.data import plan
from factlint.errors import FactlintError
from factlint.faults import UNKNOWN_FIELD
from factlint.model import ClaimDefinition, Dataset, Extract, Place, Problem
from factlint.spelling import suggestion

Declared = Mapping[str, Dataset]  # the data files by the path shown


def check_heads(
    data: Sequence[Dataset], columns: Columns, definitions: Sequence[ClaimDefinition]
) -> None:
    """A field can only be mapped to what a rule pack knows: an attribute or a column."""
    known = [name for one in definitions for name in (one.attribute, *one.columns)]
    mistakes = [
        FactlintError(
            f"'fields': no attribute or column {each.head!r}{suggestion(each.head, known)}",
            dataset.path,
            each.line,
        )
        for dataset in data
        for each in dataset.fields
        if not known_columns.knows(columns, each.head)
    ]
    if mistakes:
        first, *rest = mistakes
        raise FactlintError(first.message, first.path, first.line, notes=tuple(map(str, rest)))


def unmatched(data: Sequence[Dataset], declared: Declared) -> Iterator[str]:
    """A warning for each pattern that stands for no data file."""
    for dataset in data:
        mine = [shown for shown, owner in declared.items() if owner is dataset]
        for pattern in discovery.unmatched(dataset, mine):
            where = f"{dataset.path}:{dataset.line}"
            yield f"{where}: 'files': no data file fits {pattern!r}"


def unknown_fields(
    data: Sequence[Dataset], declared: Declared, extracts: Sequence[Extract]
) -> Iterator[Problem]:
    """A problem for each declared field that no record of any of its files has.

    It is told at the first of these files: the files of one declaration may each lack some field.
    """
    for dataset in data:
        mine = [one for one in extracts if declared.get(one.document.path) is dataset]
        counts = [one.census for one in mine if one.census and one.census.records]
        if not counts:
            continue
        seen = frozenset().union(*(census.declared for census in counts))
        keys = dict.fromkeys(key for census in counts for key in census.keys)
        path = next(one.document.path for one in mine if one.census and one.census.records)
        for field in plan.declared(dataset):
            if field not in seen:
                near = suggestion(field, keys)
                message = f"no record has the field {field!r} that the settings declare{near}"
                hint = f"it is declared at {dataset.path}:{dataset.line}"
                yield Problem(UNKNOWN_FIELD, message, Place(path, 1, 1, 1, 1), hint)
