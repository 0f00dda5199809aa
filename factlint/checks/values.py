"""Two values -> whether they can both be true, and whether they are written alike."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factlint import intervals
from factlint.intervals import Interval
from factlint.model import Value

#: "over $1 billion" and a value of more than twice that are hardly meant to be the same figure.
FAR = Decimal(2)

#: Those who work somewhere, by whatever noun; users and subscribers are not the same.
_PEOPLE = frozenset(
    (
        "people",
        "employees",
        "staff",
        "staffers",
        "workers",
        "personnel",
        "jobs",
        "positions",
        "roles",
    )
)

#: What is counted where only the attribute says what it is.
_ANYTHING = frozenset(("", "people"))

#: Units that are counted by powers of two as well.
_BINARY = frozenset(("tokens", "B"))
_KIBI = Decimal("1.024")

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=8192)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded: ("google", "cloud")."""
    return tuple(_WORD.findall(name.casefold()))


def _name(value: Value) -> str:
    return value.canonical or value.text


def _contains(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    width = len(short)
    return any(long[at : at + width] == short for at in range(len(long) - width + 1))


def same_name(a: str, b: str) -> bool:
    """Whether two names may stand for one thing.

    Equal, one within the other (Google, Google Cloud), a prefix, or the initials of the other.
    """
    short, long = sorted((words(a), words(b)), key=lambda one: (len(one), sum(map(len, one))))
    if not short:
        return True
    if _contains(long, short) or "".join(long).startswith("".join(short)):
        return True
    return len(short) == 1 and short[0] == "".join(word[0] for word in long)


def _number(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def signature(value: Value) -> str:
    """One text for all spellings of a value: "USD 20000000 20000000 exact"."""
    if value.interval is not None:
        one = value.interval
        ends = (one.unit, _number(one.low), _number(one.high), one.bound, value.per or "")
        return " ".join(ends).strip()
    return value.days.text if value.days else " ".join(words(_name(value)))


def comparable(a: Value, b: Value) -> bool:
    """Whether two values are of one sort: both numbers of one unit, both dates, both names."""
    if a.interval is not None and b.interval is not None:
        units = {a.interval.unit, b.interval.unit}
        # "Its users number 9 million", "9 million people use it": users, by the attribute.
        bare = bool(units & _ANYTHING) and a.kind == b.kind == "count"
        return (len(units) == 1 or bare or units <= _PEOPLE) and a.per == b.per
    return a.kind == b.kind and a.kind != "text"


def _is_binary(a: Interval, b: Interval) -> bool:
    """Whether one counts by 1,024 what the other counts by 1,000: 256K tokens are 262,144."""
    if not {a.unit, b.unit} & _BINARY or not a.number or not b.number:
        return False
    low, high = sorted((abs(a.number), abs(b.number)))
    return any(high == low * _KIBI**power for power in (1, 2, 3, 4))


def _lies_within(a: Value, b: Value) -> bool:
    """Whether one names a part of the other: Paris and France, DeepMind and Google."""
    return any(
        same_name(outer, _name(whole)) for part, whole in ((a, b), (b, a)) for outer in part.within
    )


def disjoint(a: Value, b: Value) -> bool:
    """Whether two values cannot both be true of one thing."""
    if not comparable(a, b):
        return False
    if a.interval is not None and b.interval is not None:
        if _is_binary(a.interval, b.interval):
            return False
        # People, employees and staff are counted alike where they stand for one attribute.
        return intervals.disjoint(a.interval, replace(b.interval, unit=a.interval.unit))
    if a.days and b.days:
        return not a.days.overlaps(b.days)
    if a.kind == "round":
        return words(_name(a)) != words(_name(b))
    return a.kind == "name" and not same_name(_name(a), _name(b)) and not _lies_within(a, b)


def _floor_exceeded(floor: Interval, other: Interval) -> bool:
    return floor.bound == "at_least" and floor.number > 0 and other.number > FAR * floor.number


def far_above_floor(a: Value, b: Value) -> bool:
    """Whether one is "over X" and the other more than twice X."""
    if a.interval is None or b.interval is None or not comparable(a, b):
        return False
    return _floor_exceeded(a.interval, b.interval) or _floor_exceeded(b.interval, a.interval)


def ratio(a: Value, b: Value) -> Decimal:
    """How many times larger the larger of two numbers is; 1 for what has no order."""
    if a.interval is None or b.interval is None:
        return Decimal(1)
    low, high = sorted((abs(a.interval.number), abs(b.interval.number)))
    return high / low if low else Decimal("Infinity")


def alike(a: Value, b: Value) -> bool:
    """Whether two values agree closely enough to be the same figure told twice."""
    return comparable(a, b) and not disjoint(a, b) and ratio(a, b) <= FAR


def above(a: Value, b: Value) -> bool:
    """Whether one number is the larger; False for what has no order."""
    if a.interval is None or b.interval is None:
        return False
    return a.interval.number > b.interval.number


def is_distinctive(value: Value) -> bool:
    """Whether two mentions of a value hardly agree by chance: two or more significant digits."""
    return value.interval is not None and intervals.significant_digits(value.interval) >= 2
