"""Values in slots -> whether they are of one sort, as a construction with arithmetic needs them."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.model import SlotKind, Value

#: Those who can be told apart by what they do; other things are counted only with their own kind.
_PEOPLE = frozenset(
    ("people", "employees", "staff", "workers", "personnel", "jobs", "positions", "roles",
     "members")
)  # fmt: skip
_PERSONS = _PEOPLE | frozenset(
    ("engineers", "developers", "researchers", "scientists", "staffers", "executives", "directors",
     "managers", "sellers", "doctors", "students", "teachers", "drivers", "women", "men",
     "children", "adults", "experts", "founders", "investors", "contributors", "volunteers",
     "speakers")
)  # fmt: skip


def of_one_sort(values: Sequence[Value]) -> bool:
    """Whether values are of one kind and unit; counts also without a noun, or of people."""
    units = {one.interval.unit for one in values if one.interval}
    kinds = {one.kind for one in values}
    if len(kinds) != 1 or "times" in units:
        return False
    if kinds != {"count"}:
        return len(units) == 1
    named = units - {""}
    return len(named) <= 1 or (bool(named & _PEOPLE) and named <= _PERSONS)


def of_one_kind(values: Sequence[Value]) -> bool:
    """Whether values are of one kind, and of one unit unless they count things."""
    counts = all(one.kind == "count" and _unit(one) != "times" for one in values)
    return counts or of_one_sort(values)


def _unit(value: Value) -> str:
    return value.interval.unit if value.interval else ""


def fits(value: Value, kind: SlotKind) -> bool:
    """Whether a value may fill a slot: multiples and percentages have one mark in cues."""
    times = value.interval is not None and value.interval.unit == "times"
    if kind == "times":
        return times
    return not (times and kind in ("percent", "percents"))
