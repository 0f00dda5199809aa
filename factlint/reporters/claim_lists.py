"""Claims -> a list of them: one line of text or one JSON object each."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.model import Claim, Counts
from factlint.reporters import excerpt, objects, words


def jsonl(claims: Sequence[Claim], counts: Counts) -> str:
    """One JSON object a line."""
    return "".join(objects.dumps(objects.claim(claim)) + "\n" for claim in claims)


def text(claims: Sequence[Claim], counts: Counts) -> str:
    """One line a claim, then how many of the figures seen are bound to one."""
    lines = (*map(line, claims), words.figures(counts))
    return "".join(excerpt.visible(each) + "\n" for each in lines)


def line(claim: Claim) -> str:
    """Place, subject, attribute, value, qualifiers, confidence."""
    said = f" (as {claim.subject_text!r})" if claim.subject_text != claim.subject else ""
    narrowed = ", ".join(
        f"{name}={value}"
        for name, value in objects.qualifiers(claim.qualifiers).items()
        if value is not None and (name, value) != ("status", "done")
    )
    return (
        f"{claim.place.path}:{claim.place.line}:{claim.place.column}: "
        f"{claim.subject}{said}: {claim.attribute} = {claim.value.text}"
        f"{f' [{narrowed}]' if narrowed else ''} ({claim.confidence:.2f})"
    )
