"""Claims of two attributes of one subject -> values in the wrong order: a part above its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal

from factlint import intervals
from factlint.checks import clusters, pairs, times, values
from factlint.checks.pairs import Qualifier
from factlint.model import Claim, Clash, Severity, Value

By = Literal["attribute", "scope", "time"]


def exceeds(a: Value, b: Value) -> bool:
    """Whether all that one value may mean lies above (of dates: after) all of the other."""
    if a.days and b.days:
        return a.days.first > b.days.last
    if a.interval is None or b.interval is None or not values.comparable(a, b):
        return False
    low, high = intervals.widened(a.interval)[0], intervals.widened(b.interval)[1]
    return low is not None and high is not None and low > high


def _sides(
    claims: Sequence[Claim], by: By, attributes: Sequence[str]
) -> tuple[list[Claim], list[Claim]]:
    """The claims whose values must not exceed those of the others, and these."""
    if by == "scope":
        small = [claim for claim in claims if claim.qualifiers.scope == "active"]
        return small, [claim for claim in claims if claim.qualifiers.scope != "active"]
    if by == "time":
        return list(claims), list(claims)
    first, rest = attributes[:1], attributes[1:]
    small = [claim for claim in claims if claim.attribute in first]
    return small, [claim for claim in claims if claim.attribute in rest]


def _same_time(a: Claim, b: Claim, by: By) -> bool:
    """Whether two claims are settled and of one time; a whole may grow after it was told."""
    if not pairs.is_firm(a) or not pairs.is_firm(b) or a.moved or b.moved:
        return False
    if a.value.days:
        return True
    apart = times.gap(a, b)
    if apart is not None and apart.days > times.NEAR:
        return False
    return by == "scope" or times.told_before(b, a) is not True


def _fell(earlier: Claim, later: Claim) -> bool:
    """Whether a value that only grows was higher at the earlier time."""
    when, then = times.when(earlier), times.when(later)
    return bool(when and then and when.last < then.first)


def _wrong(a: Claim, b: Claim, by: By, same: Sequence[Qualifier]) -> bool:
    if a is b or not exceeds(a.value, b.value):
        return False
    if any(pairs.differ(a, b, name) for name in same):
        return False
    if by == "time":
        return pairs.is_firm(a) and pairs.is_firm(b) and not b.moved and _fell(a, b)
    return _same_time(a, b, by)


_BECAUSE = {
    "attribute": "{a} is above {b}, which it is a part of or comes before",
    "scope": "{a} of the active ones is above {b} of all",
    "time": "{b} is less than the {a} of an earlier time, and it only grows",
}


def check(
    claims: Sequence[Claim],
    *,
    attributes: Sequence[str] = (),
    by: By = "attribute",
    same_if_present: tuple[Qualifier, ...] = (),
) -> Iterator[Clash]:
    """One value must not exceed, or come after, the other.

    Both must be told of one subject, at the same time as far as the texts say.

    Options:
        by: attribute (a value of the first attribute of the rule must not exceed one of the
            others told at the same time or later), scope (what is active must not exceed the
            total), time (a value that only grows must not be lower later).
        same-if-present: qualifiers that must be equal where both sides say them.

    Would fool it:
        A whole that was counted before its part; values that are revised.
    """
    small, large = _sides(claims, by, attributes)
    for a, b in product(small[: clusters.MOST], large[: clusters.MOST]):
        if not _wrong(a, b, by, same_if_present):
            continue
        level: Severity = "error" if times.in_one_document(a, b) else "warning"
        because = _BECAUSE[by].format(a=a.value.text, b=b.value.text)
        yield Clash((a, b), because, level)
        return
