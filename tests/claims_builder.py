"""Short texts -> values and claims for tests, without any extraction."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from factlint import intervals
from factlint.intervals import Bound, DateRange, Interval
from factlint.model import Claim, Document, Place, Qualifiers, Value

SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
HEDGES: dict[str, Bound] = {"about": "about", "over": "at_least", "under": "at_most"}


def interval(text: str, unit: str = "USD") -> Interval:
    """ "over 14.6 billion" -> its interval."""
    *hedge, digits, scale = [*text.split(), ""] if text[-1].isdigit() else text.split()
    bound = HEDGES[hedge[0]] if hedge else "exact"
    written = Decimal(digits)
    number = written.scaleb(SCALES[scale])
    pointed = "." in digits
    places = int(written.as_tuple().exponent) if pointed else 0
    zeros = 0 if pointed else len(digits) - len(digits.rstrip("0"))
    step = Decimal(1).scaleb(SCALES[scale] + places + zeros)
    low = None if bound == "at_most" else number
    high = None if bound == "at_least" else number
    return Interval(low, high, unit, bound, step, pointed)


def money(text: str, unit: str = "USD") -> Value:
    """ "14.6 billion" -> dollars."""
    return Value("money", f"${text}", interval(text, unit))


def quantity(text: str, unit: str) -> Value:
    """ "120 million" of a unit."""
    return Value("quantity", f"{text} {unit}", interval(text, unit))


def name(text: str) -> Value:
    """The name of a company or person."""
    return Value("name", text, canonical=text)


def days(text: str | None) -> DateRange | None:
    """ "2026-03-01" or "2026" -> the days it stands for."""
    if text is None:
        return None
    return intervals.day(date.fromisoformat(text)) if "-" in text else intervals.year(int(text))


def claim(
    subject: str,
    attribute: str,
    value: Value | str,
    *,
    path: str = "a.md",
    line: int = 1,
    column: int = 1,
    dated: str | None = None,
    as_of: str | None = None,
    sentence: str = "",
    phrase: int | None = None,
    moved: bool = False,
    attribution: str | None = None,
    confidence: float = 0.9,
    **qualifiers: Any,
) -> Claim:
    """A claim; a value given as text is money."""
    said = money(value) if isinstance(value, str) else value
    end = column + len(said.text)
    place = Place(path, line, column, line, end)
    return Claim(
        place=place,
        attribute=attribute,
        subject=subject,
        subject_text=subject,
        subject_kind="org",
        value=said,
        qualifiers=Qualifiers(as_of=days(as_of), **qualifiers),
        sentence=sentence or f"{path} {line}: {subject} {said.text}.",
        quote=f"{subject} {said.text}",
        quote_place=place,
        confidence=confidence,
        reasons=(),
        definition=attribute,
        phrase=line if phrase is None else phrase,
        attribution=attribution,
        moved=moved,
        document=Document(path, dated=days(dated)),
        key=subject.lower(),
    )
