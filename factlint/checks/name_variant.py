"""How one name is written -> spellings that look like slips: "Columbia" among "Colombia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.checks import times
from factlint.model import Claim, Clash, Severity

#: Names of so many characters hardly differ by a slip alone and are two.
LONG = 10


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """A name is not misspelled: a rare spelling beside a frequent one that differs by a slip.

    Where no document has both, a short one may be the name of something else.

    Would fool it:
        Two things whose names differ by one letter, one of them seldom named.
    """
    right = next((claim for claim in claims if not claim.reasons), None)
    for wrong in claims:
        if right is not None and wrong.reasons:
            because = "; ".join(wrong.reasons)
            sure = times.in_one_document(wrong, right) or len(wrong.value.text) >= LONG
            level: Severity | None = None if sure else "info"
            yield Clash((wrong, right), because, level, "this", "the rarer spelling")
