"""How one name is written -> spellings that look like slips: "Columbia" among "Colombia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import times
from factlint.model import Claim, Clash, Severity

#: Names of so many characters hardly differ by a slip alone and are two.
LONG = 10


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """A name is not misspelled: a rare spelling beside a frequent one that differs by a slip.

    Where no document has both, a short one may be the name of something else, unless a sentence
    tells of it what is told of the other. If none of two is the frequent one, either may be wrong.

    Would fool it:
        Two things whose names differ by one letter, one of them seldom named, or with one fact in
        common.
    """
    right = next((claim for claim in claims if not claim.reasons), None)
    if right is None:
        yield from (Clash((claims[0], one), "; ".join(one.reasons)) for one in claims[1:])
        return
    for wrong in claims:
        if wrong.reasons:
            because = "; ".join(wrong.reasons)
            short = len(wrong.value.text) < LONG and not wrong.sentence
            sure = times.in_one_document(wrong, right) or not short
            level: Severity | None = None if sure else "info"
            yield Clash((wrong, right), because, level, "this", "the rarer spelling")
