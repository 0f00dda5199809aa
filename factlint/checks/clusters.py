"""Claims of one group and a way to judge pairs -> one clash per contradiction.

Never quadratic over an unbounded group: equal tellings are one, and at most `MOST` are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factlint.checks import values
from factlint.checks.pairs import Judgement
from factlint.model import SEVERITIES, Claim, Clash

MOST = 80
#: ... and of a larger group so many of one document.
MOST_AT_HOME = 12

Judge = Callable[[Claim, Claim], Judgement | None]
Pair = tuple[int, int, Judgement]


def _telling(claim: Claim) -> tuple[object, ...]:
    dates = claim.document.dated, claim.moved, claim.place.path
    return (values.signature(claim.value), claim.qualifiers, claim.event, *dates)


def tellings(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that say the same with the same qualifiers in one document, put together."""
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        found.setdefault(_telling(claim), []).append(claim)
    return list(found.values())


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """All pairs of a small group; of a large one those of each document, and of its first."""
    if len(claims) <= MOST:
        yield from combinations(range(len(claims)), 2)
        return
    homes: dict[str, list[int]] = {}
    for index, claim in enumerate(claims):
        homes.setdefault(claim.place.path, []).append(index)
    for home in homes.values():
        yield from combinations(home[:MOST_AT_HOME], 2)
    first: dict[object, int] = {}
    for index, claim in enumerate(claims):
        first.setdefault((values.signature(claim.value), claim.qualifiers), index)
    for a, b in combinations(list(first.values())[:MOST], 2):
        if claims[a].place.path != claims[b].place.path:
            yield a, b


def _components(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs that hang together through common claims."""
    leader: dict[int, int] = {}

    def find(one: int) -> int:
        while leader.setdefault(one, one) != one:
            leader[one] = one = leader[leader[one]]
        return one

    for a, b, _ in pairs:
        leader[find(a)] = find(b)
    found: dict[int, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(find(pair[0]), []).append(pair)
    return list(found.values())


def _clash(component: Sequence[Pair], groups: Sequence[Sequence[Claim]]) -> Clash:
    worst = min(component, key=lambda pair: (SEVERITIES.index(pair[2].severity), pair[:2]))
    a, b, judgement = worst
    rest = sorted({index for pair in component for index in pair[:2]} - {a, b})
    heads = [groups[index][0] for index in (a, b, *rest)]
    tails = [claim for index in (a, b, *rest) for claim in groups[index][1:]]
    return Clash((*heads, *tails), judgement.because, judgement.severity)


def clashes(claims: Sequence[Claim], judge: Judge) -> Iterator[Clash]:
    """One clash for all claims that contradict each other, directly or through a third.

    The first two claims of a clash are the pair that contradicts most. Updates and the like are
    kept apart from contradictions.
    """
    groups = tellings(claims)
    heads = [group[0] for group in groups]
    judged = [
        (a, b, judgement)
        for a, b in _pairs(heads)
        if (judgement := judge(heads[a], heads[b])) is not None
    ]
    loud = _components([pair for pair in judged if pair[2].severity != "info"])
    known = {index for component in loud for pair in component for index in pair[:2]}
    quiet = [pair for pair in judged if pair[2].severity == "info" and not {*pair[:2]} <= known]
    for component in (*loud, *_components(quiet)):
        yield _clash(component, groups)
