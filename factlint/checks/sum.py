"""Parts and their total -> totals that the parts do not make: of a sentence, a list, a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factlint.checks import spans
from factlint.checks.spans import Number, Span
from factlint.model import Relation, Severity, Slip

#: All of something, in percent; rounded shares may add up to a little more for each of them.
WHOLE = Decimal(100)
#: A list with fewer parts is hardly one of all parts.
FEWEST = 2
#: Without words that say so, a list of fewer parts is hardly meant to be complete.
FEWEST_CLOSED = 3
#: Words that make one number stand for several parts.
_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)
#: More parts than this are not written out in the reason.
SHOWN = 12


def _numbers(relation: Relation, slot: str) -> list[Number]:
    found = (spans.number(one.value) for one in relation.all(slot))
    return [one for one in found if one is not None]


def _alike(total: Number, parts: Sequence[Number]) -> bool:
    """Whether parts can be added to a total: of its kind and its unit, or counted like it."""
    if total.interval.unit in ("times", "%", "pp"):
        return False
    return all(
        one.value.per == total.value.per
        and one.value.kind == total.value.kind
        and (one.value.kind == "count" or one.interval.unit == total.interval.unit)
        for one in parts
    )


def _worded(parts: Sequence[Number]) -> str:
    if len(parts) > SHOWN:
        return f"the {len(parts)} parts"
    return " + ".join(one.value.text for one in parts)


def _meets(computed: Span, total: Span) -> bool:
    """Whether parts can make a total; half of the last digit is rounded away from, not to it."""
    if computed.low == computed.high and total.low == total.high:
        return computed.low == total.low
    return computed.meets(total) and total.low != computed.high and total.high != computed.low


def _level(relation: Relation, computed: Span, total: Span) -> Severity | None:
    """How loudly: parts above their total cannot be, parts below it may not be all."""
    above = computed.low is not None and total.high is not None and computed.low >= total.high
    if above:
        return "error"
    if relation.says.get("parts") == "some":
        return None
    if relation.says.get("parts") == "all":
        return "error"
    enough = relation.says.get("parts") == "listed" or len(relation.all("parts")) >= FEWEST_CLOSED
    return "warning" if enough and relation.says.get("ends") == "yes" else None


def _are_others(relation: Relation) -> bool:
    """Whether numbers behind a total may be others than its parts: nothing says that they are."""
    says = relation.says
    return says.get("parts") not in ("all", "some") and says.get("told") != "alike"


def _total(relation: Relation) -> Iterator[Slip]:
    stated, parts = relation.one("total"), _numbers(relation, "parts")
    total = spans.number(stated.value) if stated else None
    if total is None or len(parts) < FEWEST or not _alike(total, parts):
        return
    if _EACH.search(relation.sentence):
        return
    if min(map(_plain, parts)) < 0:
        return
    if _are_others(relation) and max(map(_plain, parts)) > total.plain:
        return  # no part of it: "$35M ($7M seed, $90M valuation)"
    computed = spans.added(map(spans.exact, parts))
    meant = spans.exact(total)
    if _meets(computed, meant):
        return
    level = _level(relation, computed, meant)
    if level is None:
        return
    if any(one.interval.bound != "exact" for one in (total, *parts)):
        level = "warning"
    made = spans.alike(sum(map(_plain, parts), Decimal(0)), total)
    because = f"{_worded(parts)} = {made}, not {total.value.text}"
    worked = spans.worked(_worded(parts), spans.ends_alike(computed, total), total.value.text)
    yield Slip(relation, because, level, stated, worked=worked)


def _plain(one: Number) -> Decimal:
    return one.plain


def _shares(relation: Relation) -> Iterator[Slip]:
    """Shares of one whole are not more than all of it."""
    parts = _numbers(relation, "shares")
    if len(parts) < FEWEST or any(one.interval.unit != "%" for one in parts):
        return
    computed = spans.added(map(spans.exact, parts))
    if computed.low is None or computed.low <= WHOLE:
        return
    together = spans.shown(sum(map(_plain, parts), Decimal(0)))
    because = f"{_worded(parts)} = {together} %, more than all of it"
    worked = spans.worked(_worded(parts), f"{spans.told(computed)} %", "shares of one whole")
    yield Slip(relation, because, worked=worked)


def _product(relation: Relation) -> Iterator[Slip]:
    """So many things of one size make their number times that size."""
    count, each = _one(relation, "count"), _one(relation, "each")
    stated = relation.one("product")
    total = spans.number(stated.value) if stated else None
    if count is None or each is None or total is None or count.value.kind != "count":
        return
    if each.interval.unit != total.interval.unit or each.value.kind != total.value.kind:
        return
    computed = spans.multiplied(count.span, each.span)
    if computed.meets(total.span):
        return
    formula = f"{count.value.text} x {each.value.text}"
    made = spans.alike(count.plain * each.plain, total)
    worked = spans.worked(formula, spans.ends_alike(computed, total), total.value.text)
    yield Slip(relation, f"{formula} = {made}, not {total.value.text}", at=stated, worked=worked)


def _difference(relation: Relation) -> Iterator[Slip]:
    """What is left of a number is what was not taken from it."""
    whole, taken = _one(relation, "whole"), _one(relation, "taken")
    stated = relation.one("left")
    left = spans.number(stated.value) if stated else None
    if whole is None or taken is None or left is None or not _alike(whole, (taken, left)):
        return
    computed = spans.subtracted(spans.exact(whole), spans.exact(taken))
    if computed.meets(spans.exact(left)):
        return
    formula = f"{whole.value.text} - {taken.value.text}"
    made = spans.alike(whole.plain - taken.plain, left)
    worked = spans.worked(formula, spans.ends_alike(computed, left), left.value.text)
    yield Slip(relation, f"{formula} = {made}, not {left.value.text}", at=stated, worked=worked)


def _one(relation: Relation, slot: str) -> Number | None:
    return next(iter(_numbers(relation, slot)), None)


_JUDGES = (_total, _shares, _product, _difference)


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """Parts add up to their stated total.

    Parts above the total are an error; parts below it one where the wording says that they are
    all, a warning where the list closes, nothing where it says "including". Shares of one whole
    must not be above 100 %. So many things of one size make their product, and what is left of a
    number makes it with what was taken.

    Would fool it:
        Parts that overlap; a total with a part that is told elsewhere; shares of answers of
        which several could be given.
    """
    for relation in relations:
        for judge in _JUDGES:
            yield from judge(relation)
