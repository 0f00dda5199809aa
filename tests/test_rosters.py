"""Lists of names in a text about a deal -> its investors, or nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import pages

FUNDING = pages.definition("funding", "money", "raised ..1 {V}", event="funding")
INVESTOR = pages.definition("investor", "name", "backed by {V}", event="funding", roster=True)
WORDINGS = pages.wordings(FUNDING, INVESTOR)
RAISED = "*Acme* raised $9 million."


def investors(*lines: str) -> set[str]:
    """Who is told to be an investor, and of whom: "Acme: Foo"."""
    return {
        f"{claim.subject}: {claim.value.canonical}"
        for claim in pages.found(WORDINGS, *lines)
        if claim.attribute == "investor"
    }


LISTS = {
    "two": ("*Foo Ventures/investor* and *Bar Capital/investor* are down for the rest.",
            {"Acme: Foo Ventures", "Acme: Bar Capital"}),
    "three before their verb": (
        "*Foo Ventures/investor*, *Bar Capital/investor* and *Baz* are down for the rest.",
        {"Acme: Foo Ventures", "Acme: Bar Capital", "Acme: Baz"}),
    "half of them known": ("*Foo Ventures/investor* and *Baz* are down for the rest.",
                           {"Acme: Foo Ventures", "Acme: Baz"}),
    "behind the words": ("The rest: *Foo Ventures/investor*, *Bar Capital/investor* and *Baz*.",
                         {"Acme: Foo Ventures", "Acme: Bar Capital", "Acme: Baz"}),
    "a person": ("The rest: *Foo Ventures/investor* and *Kim Lee/person*.",
                 {"Acme: Foo Ventures", "Acme: Kim Lee"}),
    "unknown kind": ("The rest: *Foo Ventures/investor* and *Qux/unknown*.",
                     {"Acme: Foo Ventures", "Acme: Qux"}),
    "places and things left out": (
        "The rest: *Foo Ventures/investor*, *Bar Capital/investor*, *Oslo/place* and"
        " *Lamp/product*.", {"Acme: Foo Ventures", "Acme: Bar Capital"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_a_list_of_investors(text: str, expected: set[str]) -> None:
    assert investors(RAISED, text) == expected


OTHERS = {
    "one name": "The rest: *Foo Ventures/investor*.",
    "no list": "*Foo Ventures/investor* met *Bar Capital/investor* and the rest.",
    "nobody known": "The rest: *Foo* and *Bar*.",
    "most unknown": "The rest: *Foo Ventures/investor*, *Bar* and *Baz*.",
    "refusal": "*Foo Ventures/investor* and *Bar Capital/investor* declined the rest.",
    "leave": "*Foo Ventures/investor* and *Bar Capital/investor* left, as did the rest.",
    "sellers": "*Foo Ventures/investor* and *Bar Capital/investor* sold the rest.",
    "customers": "Customers are *Foo Ventures/investor*, *Bar Capital/investor* and the rest.",
    "rivals": "The rest are rivals of *Foo Ventures/investor* and *Bar Capital/investor*.",
    "a comparison": "More than the rest: *Foo Ventures/investor* and *Bar Capital/investor*.",
    "leads": "*Foo Ventures/investor* and *Bar Capital/investor* lead, the rest is open.",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_list(text: str) -> None:
    assert investors(RAISED, text) == set()


BOTH = "The rest: *Foo Ventures/investor* and *Bar Capital/investor*."
NO_DEAL = {
    "nothing before": (),
    "no deal": ("*Acme* sells robots.",),
    "nobody's deal": ("A startup raised $9 million.",),
}


@pytest.mark.parametrize("before", NO_DEAL.values(), ids=NO_DEAL)
def test_a_text_without_a_deal_has_no_investors(before: tuple[str, ...]) -> None:
    assert investors(*before, BOTH) == set()


def test_a_deal_told_of_later_is_one() -> None:
    assert investors("# *Acme* grows", BOTH, RAISED) == {"Acme: Foo Ventures", "Acme: Bar Capital"}


def test_a_definition_without_a_roster_has_none() -> None:
    plain = pages.definition("investor", "name", "backed by {V}", event="funding")
    found = pages.told(pages.wordings(FUNDING, plain), RAISED, BOTH)
    assert found == {"Acme funding $9 million"}


def test_a_roster_of_another_event_has_none() -> None:
    other = pages.definition("investor", "name", event="acquisition", roster=True)
    found = pages.told(pages.wordings(FUNDING, other), RAISED, BOTH)
    assert found == {"Acme funding $9 million"}


def test_a_list_with_a_wording_is_read_by_that() -> None:
    text = "It is backed by *Foo Ventures/investor* and *Bar Capital/investor*."
    found = [one for one in pages.found(WORDINGS, RAISED, text) if one.attribute == "investor"]
    assert len(found) == 2
    assert all("cue: backed by {V}" in one.reasons for one in found)


def test_a_list_is_less_sure_than_a_wording() -> None:
    worded = "It is backed by *Foo Ventures/investor* and *Bar Capital/investor*."
    read = [pages.found(WORDINGS, RAISED, text)[-1].confidence for text in (worded, BOTH)]
    assert read[1] < read[0]


@given(st.lists(st.booleans(), min_size=2, max_size=7))
def test_all_or_none_of_a_list_are_investors(known: list[bool]) -> None:
    names = [f"*Foo{at}{'/investor' if one else ''}*" for at, one in enumerate(known)]
    found = investors(RAISED, f"The rest: {', '.join(names[:-1])} and {names[-1]}.")
    most = 2 * sum(known) >= len(known)
    assert found == ({f"Acme: Foo{at}" for at in range(len(known))} if most else set())
