"""Claims of a document -> the same; those of its title know whether a figure of the body agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factlint import intervals
from factlint.intervals import Interval
from factlint.model import Claim, Mention, Passage, Reading

#: Fields of the front matter that promise what the body tells.
_FIELDS = frozenset(("title", "headline", "subtitle", "description", "summary", "excerpt", "dek"))


def is_title(passage: Passage) -> bool:
    """Whether a passage is the title of its document, or a description of it."""
    return passage.kind == "title" or passage.field in _FIELDS


def echoed(
    reading: Reading, mentions: Sequence[Sequence[Mention]], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims, those of the title marked with whether the body has a figure like theirs."""
    wanted = [claim for claim in claims if claim.in_title and claim.value.interval is not None]
    body = _figures(reading.passages, mentions) if wanted else ()
    by_unit: dict[tuple[str, str | None], list[Interval]] = {}
    for unit, per, interval in body:
        by_unit.setdefault((unit, per), []).append(interval)
    for claim in claims:
        own = claim.value.interval
        if not claim.in_title or own is None:
            yield claim
            continue
        alike = by_unit.get((own.unit, claim.value.per), ())
        said = any(intervals.agree(own, other) for other in alike) if alike else None
        yield replace(claim, echoed=said)


def _figures(
    passages: Iterable[Passage], mentions: Iterable[Sequence[Mention]]
) -> Iterator[tuple[str, str | None, Interval]]:
    for passage, here in zip(passages, mentions, strict=True):
        if is_title(passage):
            continue
        for mention in here:
            interval = mention.value.interval
            if interval is not None:
                yield interval.unit, mention.value.per, interval
