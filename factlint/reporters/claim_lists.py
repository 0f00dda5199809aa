"""Claims -> a list of them: one line of text or one JSON object each."""

from __future__ import annotations

from collections.abc import Sequence

from factlint.model import Claim
from factlint.reporters import excerpt, objects


def jsonl(claims: Sequence[Claim]) -> str:
    """One JSON object a line."""
    return "".join(objects.dumps(objects.claim(claim)) + "\n" for claim in claims)


def text(claims: Sequence[Claim]) -> str:
    """One line a claim: place, confidence, subject, attribute, value, qualifiers."""
    return "".join(excerpt.visible(_line(claim)) + "\n" for claim in claims)


def _line(claim: Claim) -> str:
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
