"""Claims about one thing -> clashes of magnitude: in one noun phrase, or by powers of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations
from typing import Literal

from factlint import intervals
from factlint.checks import clusters, currencies, pairs, reasons, times, values
from factlint.checks.pairs import Holds, Judgement, Qualifier, Terms
from factlint.checks.spans import Span
from factlint.intervals import Interval
from factlint.model import Claim, Clash

#: So many times apart, two magnitudes in one phrase cannot mean one thing.
CLASH = Decimal(5)
#: Currencies that are all written "$" at home.
_DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"))
#: What a round sum may be worth in two currencies alike: rates of 2022, loosely converted.
NEARLY_ONE = Span(Decimal("0.95"), Decimal("1.05"))
#: So many zeros are lost with a magnitude word; fewer only count for one and the same event.
LOST_WORD = 3


def _same_phrase(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    found: dict[tuple[str, int, str], list[Claim]] = {}
    for claim in claims:
        key = (claim.place.path, claim.phrase, claim.sentence)
        found.setdefault(key, []).append(claim)
    for group in found.values():
        yield from combinations(group[: clusters.MOST], 2)


def _phrase_clash(a: Claim, b: Claim) -> Clash | None:
    if a.value.interval is None or b.value.interval is None or a.moved or b.moved:
        return None
    if not values.comparable(a.value, b.value) or reasons.set_apart(a, b, Terms()):
        return None
    low, high = sorted((abs(a.value.interval.number), abs(b.value.interval.number)))
    if not low or high < CLASH * low:
        return None
    first, second = sorted((a, b), key=lambda one: (one.place.line, one.place.column))
    times_apart = format((high / low).quantize(Decimal(1)), "f")
    because = f"in one noun phrase, {times_apart} times apart"
    return Clash((first, second), because, "error")


def _rounded_slip(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    """A figure that its document has less rounded elsewhere, and a thousand times off."""
    if not times.in_one_document(a, b) or a.moved or b.moved:
        return None
    first, second = a.value.interval, b.value.interval
    if first is None or second is None or not _is_thousands_off(first, second):
        return None
    if reasons.set_apart(a, b, terms) or pairs.is_firm(a) != pairs.is_firm(b):
        return None
    return Judgement("warning", "nearly the same digits, but another magnitude, in one document")


def _is_thousands_off(a: Interval, b: Interval) -> bool:
    low, high = sorted((a, b), key=lambda one: abs(one.number))
    if low.unit != high.unit or low.number * high.number <= 0:
        return False
    steps = round((high.number / low.number).adjusted() / 3)
    if steps < 1 or low.bound != high.bound:
        return False
    same = intervals.scaled(low, 1000**steps)
    room = max(intervals.slack(one, one.number) for one in (same, high))
    return abs(same.number - high.number) <= room


def _slip(a: Claim, b: Claim, terms: Terms, fewest: int) -> Judgement | None:
    """The same digits with another number of zeros, about one fact."""
    if a.value.interval is None or b.value.interval is None or a.value.per != b.value.per:
        return None
    zeros = intervals.powers_of_ten_apart(a.value.interval, b.value.interval)
    if not zeros:
        return _rounded_slip(a, b, terms)
    if not values.disjoint(a.value, b.value):
        return None
    known = pairs.same_event(a, b, terms)
    if zeros < fewest and not known:
        return None
    sure = known or bool(terms.need) or times.in_one_document(a, b)
    if not sure and not values.is_distinctive(a.value):
        return None
    found = reasons.weigh(a, b, terms, far_apart=False)
    if found is None or found.severity == "info" or pairs.is_firm(a) != pairs.is_firm(b):
        return None
    because = f"the same digits, but {zeros} zero{'s' if zeros > 1 else ''} apart"
    if times.in_one_document(a, b):
        return Judgement(found.severity, f"{because}, in one document")
    return Judgement("warning", because)


def _currency_slip(a: Claim, b: Claim, terms: Terms) -> Judgement | None:
    """The same odd figure in two currencies, about one fact."""
    first, second = a.value.interval, b.value.interval
    if first is None or second is None or first.unit == second.unit or a.value.per != b.value.per:
        return None
    if first.number != second.number:
        return None
    if not (
        values.is_distinctive(a.value)
        or pairs.same_event(a, b, terms)
        or _are_unequal(first.unit, second.unit)
    ):
        return None
    if {first.unit, second.unit} <= _DOLLARS or pairs.is_firm(a) != pairs.is_firm(b):
        return None
    found = reasons.weigh(a, b, terms)
    if found is None or found.severity == "info":
        return None
    return Judgement("warning", f"the same figure in {first.unit} and in {second.unit}")


def _are_unequal(one: str, other: str) -> bool:
    """Whether a currency has never been near to one dollar, so that no round sum is both."""
    foreign = one if other == "USD" else other
    band = currencies.band(foreign, ()) if "USD" in (one, other) else None
    return band is not None and not band.meets(NEARLY_ONE)


def check(
    claims: Sequence[Claim],
    *,
    holds: Holds = "one at a time",
    same_if_present: tuple[Qualifier, ...] = (),
    need: tuple[Qualifier, ...] = (),
    fewest_zeros: int = LOST_WORD,
    within: Literal["phrase", "fact", "currency"] = "fact",
) -> Iterator[Clash]:
    """Magnitudes of one fact must not clash.

    Options:
        fewest-zeros: so many powers of ten must lie between the two; fewer will do about one
            and the same event.
        within: phrase (two magnitudes in one noun phrase, five or more times apart), fact (the
            same digits, powers of ten apart, or nearly the same in one document), currency (the
            same digits in two currencies, where they are distinctive, or tell of one event, or
            where one to one was never the rate).
        same-if-present: as in agree.
        need: as in agree.

    Would fool it:
        Two facts that happen to have the same digits: a round of $20 million, and costs of
        $20,000.
    """
    if within == "phrase":
        yield from (clash for a, b in _same_phrase(claims) if (clash := _phrase_clash(a, b)))
        return
    if holds == "many" and not need:
        return
    terms = Terms(holds, same_if_present, need)
    judge: clusters.Judge = partial(_slip, terms=terms, fewest=fewest_zeros)
    if within == "currency":
        judge = partial(_currency_slip, terms=terms)
    yield from clusters.clashes(claims, judge)
