"""Passage text -> dates as ranges of days: absolute, without a year, relative to the document."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.mentions import figures

MONDAY = date(2026, 3, 16)


def dates(text: str, base: date | None) -> list[str | None]:
    return [m.value.canonical for m in figures.find(text, base) if m.value.kind == "date"]


QUIET = {
    "no year, no base": "On March 15 they met.",
    "month without a cue": "They march on; May it last.",
    "month name in a name": "The April Group and June Street.",
    "weekday of a company": "Sunday builds robots, Sunday is young.",
    "relative without base": "It was sold last week and two months ago.",
    "today in general": "Models today are large.",
    "number like a year": "It has 2048 slots; buffer 2084 is full.",
    "event": "NeurIPS 2025 was busy.",
    "impossible day": "On 2026-02-31 nothing happened.",
    "impossible month": "The code 2026-13-01 is wrong.",
    "decade": "Songs of the 2010s.",
    "money like a year": "It cost $2026.",
    "tokens like a year": "A window of 2048 tokens.",
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_no_date(text: str) -> None:
    assert dates(text, None) == []


ABSOLUTE = {
    "2026-03-15": (
        "2026-03-15", "March 15, 2026", "Mar 15, 2026", "Mar. 15, 2026", "15 March 2026",
        "15th of March 2026", "March 15th, 2026", "2026/03/15", "3/15/2026", "15 Mar 2026",
        "MARCH 15, 2026", "2026 March 15", "Sunday, March 15, 2026",
    ),
    "2026-03": ("March 2026", "Mar 2026", "March, 2026", "March of 2026", "2026-03", "March '26"),
    "2026-Q3": (
        "Q3 2026", "Q3'26", "3Q 2026", "3Q26", "2026 Q3", "third quarter of 2026", "Q3 FY2026",
        "the third quarter of its fiscal year 2026", "third-quarter 2026",
    ),
    "2026-H1": ("H1 2026", "1H26", "first half of 2026", "2026 H1"),
    "2026-H2": ("H2 2026", "second half of 2026", "last half of 2026"),
    "2026": ("in 2026", "by 2026", "since 2026", "FY2026", "fiscal 2026", "FY26", "(2026)",
             "until 2026", "The 2026 budgets grew", "2026 marks a turn", "around 2026",
             "Its 2026 revenue", "the year 2026", "during 2026", "2026's first deal"),
    "2026-01-01/2026-04-30": ("early 2026", "Early 2026"),
    "2026-05-01/2026-08-31": ("mid-2026", "mid 2026"),
    "2026-09-01/2026-12-31": ("late 2026", "late-2026"),
    "2026-12": ("the end of 2026",),
    "2026-01": ("the beginning of 2026", "the start of 2026"),
    "2026-03-11/2026-03-20": ("mid-March 2026",),
    "2026-06-03/2026-06-05": ("June 3-5, 2026", "June 3–5, 2026"),
    "2024-01-01/2026-12-31": ("2024-2026", "2024–26"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "canonical"),
    [(text, canonical) for canonical, texts in ABSOLUTE.items() for text in texts],
    ids=[text for texts in ABSOLUTE.values() for text in texts],
)
def test_absolute(text: str, canonical: str) -> None:
    assert dates(text, None) == [canonical]


YEARLESS = {
    "past day": ("On March 2 they met.", "2026-03-02"),
    "near future": ("On April 6 it opens.", "2026-04-06"),
    "last year's autumn": ("On November 13 they met.", "2025-11-13"),
    "month": ("It came out in January.", "2026-01"),
    "month of last year": ("It came out in October.", "2025-10"),
    "quarter": ("Revenue in Q4 fell.", "2025-Q4"),
    "end of month": ("by the end of February", "2026-02"),
    "leap day": ("On February 29 they met.", None),
}


@pytest.mark.parametrize(("text", "canonical"), YEARLESS.values(), ids=YEARLESS)
def test_without_year(text: str, canonical: str | None) -> None:
    assert dates(text, MONDAY) == [canonical] * (canonical is not None)


RELATIVE = {
    "yesterday": ("It closed yesterday.", "2026-03-15"),
    "today": ("It was announced today.", "2026-03-16"),
    "weekday": ("It said on Thursday that", "2026-03-12"),
    "same weekday": ("It said on Monday that", "2026-03-16"),
    "last weekday": ("It closed last Monday.", "2026-03-09"),
    "next weekday": ("It opens next Monday.", "2026-03-23"),
    "weekday morning": ("Tuesday morning brought news", "2026-03-10"),
    "last week": ("It closed last week.", "2026-03-09/2026-03-15"),
    "this week": ("It closes this week.", "2026-03-16/2026-03-22"),
    "next month": ("It opens next month.", "2026-04"),
    "last month": ("It closed last month.", "2026-02"),
    "last quarter": ("It lost money last quarter.", "2025-Q4"),
    "last year": ("It lost money last year.", "2025"),
    "this year": ("It will earn money this year.", "2026"),
    "last June": ("It closed last June.", "2025-06"),
    "last summer": ("It closed last summer.", "2025-06-01/2025-08-31"),
    "days ago": ("It closed 10 days ago.", "2026-03-06"),
    "weeks ago": ("It closed two weeks ago.", "2026-03-02/2026-03-08"),
    "months ago": ("It closed two months ago.", "2026-01"),
    "a year ago": ("It closed a year ago.", "2025"),
    "holiday": ("It closed on Christmas Eve.", "2025-12-24"),
    "a running year": ("over the next year", None),
}


@pytest.mark.parametrize(("text", "canonical"), RELATIVE.values(), ids=RELATIVE)
def test_relative(text: str, canonical: str | None) -> None:
    assert dates(text, MONDAY) == [canonical] * (canonical is not None)


def test_the_range_covers_its_days() -> None:
    (mention,) = figures.find("in the first quarter of 2024", None)
    assert mention.value.days is not None
    assert (mention.value.days.first, mention.value.days.last) == (
        date(2024, 1, 1),
        date(2024, 3, 31),
    )


def test_weekday_stays_outside_its_date() -> None:
    (mention,) = figures.find("on Wednesday, September 10, 2025", MONDAY)
    assert mention.value.text == "September 10, 2025"


FORMATS = ("%Y-%m-%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)), st.sampled_from(FORMATS))
def test_every_day_in_every_form(day: date, form: str) -> None:
    assert dates(f"They met on {day.strftime(form)}.", None) == [day.isoformat()]


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)), st.integers(-150, 150))
def test_a_near_day_without_its_year_lies_near(base: date, shift: int) -> None:
    day = base + timedelta(days=min(shift, 100))
    expected = [] if (day.month, day.day) == (2, 29) else [day.isoformat()]
    assert [c for c in dates(f"on {day.strftime('%B %d')},", base) if expected] == expected
