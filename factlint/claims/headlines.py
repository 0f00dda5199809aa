"""Claims of a document -> the same; those of its title know whether a figure of the body agrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factlint import intervals
from factlint.intervals import Interval
from factlint.model import Claim, Mention, Passage, Reading, Value

#: Fields of the front matter that promise what the body tells.
_FIELDS = frozenset(("title", "headline", "subtitle", "description", "summary", "excerpt", "dek"))


def is_title(passage: Passage) -> bool:
    """Whether a passage is the title of its document, or a description of it."""
    return passage.kind == "title" or passage.field in _FIELDS


def echoed(
    reading: Reading, mentions: Sequence[Sequence[Mention]], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """The claims, those of the title marked with whether the body has a figure like theirs."""
    wanted = any(claim.in_title and claim.value.interval is not None for claim in claims)
    body = _figures(reading.passages, mentions) if wanted else {}
    texts = {text for figures in body.values() for text, _ in figures}
    for claim in claims:
        own = claim.value.interval
        if not claim.in_title or own is None:
            yield claim
            continue
        alike = body.get(_sort(claim.value), ())
        said = claim.value.text in texts or any(
            intervals.agree(own, replace(other, unit=own.unit)) for _, other in alike
        )
        yield replace(claim, echoed=said if alike else None)


def _sort(value: Value) -> tuple[str, str | None]:
    """What values are looked for among; people, workers and staff are all counts."""
    unit = value.interval.unit if value.interval and value.kind != "count" else ""
    return unit or value.kind, value.per


def _figures(
    passages: Iterable[Passage], mentions: Iterable[Sequence[Mention]]
) -> Mapping[tuple[str, str | None], Sequence[tuple[str, Interval]]]:
    """The numbers of the body, as written and as read, by their sort."""
    found: dict[tuple[str, str | None], list[tuple[str, Interval]]] = {}
    for passage, here in zip(passages, mentions, strict=True):
        for mention in () if is_title(passage) else here:
            interval = mention.value.interval
            if interval is not None:
                found.setdefault(_sort(mention.value), []).append((mention.value.text, interval))
    return found
