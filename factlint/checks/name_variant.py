"""How one name is written -> spellings that look like slips: "Columbia" among "Colombia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.model import Claim, Clash


def check(claims: Sequence[Claim]) -> Iterator[Clash]:
    """A name is not misspelled: a rare spelling beside a frequent one that differs by a slip."""
    right = next((claim for claim in claims if not claim.reasons), None)
    for wrong in claims:
        if right is not None and wrong.reasons:
            because = "; ".join(wrong.reasons)
            yield Clash((wrong, right), because, None, "this", "the rarer spelling")
