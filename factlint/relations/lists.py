"""A number before a list -> the relation of what it announces and what stands in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factlint.intervals import Interval
from factlint.model import Mention, Operand, Passage, Relation, RelationDefinition, Value
from factlint.relations import things
from factlint.relations.page import Page

#: The number announces a list only from here on back to the end of what stands before it.
_REACH = 80
#: Numbers of things that nobody lists.
_FEWEST, _MOST = 2, 20
#: Longer words behind the number tell of more than what is listed.
_SHORT = 45
#: What is done to things that the list below is not one of: it holds what was asked.
_ASKED = re.compile(
    r"\b(?:asked|surveyed|interviewed|polled|told|tested|emailed|called|quizzed|took|takes|costs?"
    r"|after|within|every|over|under|about|last|past|next)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[a-z]+")
#: How an item of a list starts in its line.
_MARKER = re.compile(r"(?P<indent>[ \t>]*)(?P<mark>[-*+•]|\d{1,3}[.)])[ \t]+\S")
_OPEN = re.compile(r"\b(?:including|such as|among|like|e\.g\.|for example|of which|of)\b", re.I)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list in the source: how far in it stands and what marks it."""

    indent: int
    mark: str
    passage: Passage


def counted(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each "four takeaways:" with the items that follow it."""
    words = frozenset(definition.words)
    for at, passage in enumerate(page.passages[:-1]):
        if page.passages[at + 1].kind != "item" or passage.kind not in ("paragraph", "heading"):
            continue
        mention = _announced(passage, page.mentions[at], words)
        if mention is None:
            continue
        listed = items(page, at + 1)
        if not listed:
            continue
        count = page.operand("count", passage, mention)
        entries = (_operand(page, item) for item in listed)
        span = mention.start, mention.end
        yield page.relation(definition, passage, span, (count, *entries), {})


def summed(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each "in total $9M:" with the sums that stand one in each item of the list below."""
    words = frozenset(definition.words)
    mentions = page.at()
    for at, passage in enumerate(page.passages[:-1]):
        if page.passages[at + 1].kind != "item" or not passage.text.rstrip().endswith(":"):
            continue
        money = [one for one in page.mentions[at] if one.value.kind == "money"]
        if len(money) != 1 or words.isdisjoint(_LETTERS.findall(passage.text.lower())):
            continue
        listed = items(page, at + 1)
        parts = [
            page.operand("parts", item.passage, found[0])
            for item in listed
            for found in ([m for m in mentions[id(item.passage)] if m.value.kind == "money"],)
            if len(found) == 1
        ]
        if len(parts) < _FEWEST or len(parts) != len(listed):
            continue
        total = page.operand("total", passage, money[0])
        span = money[0].start, money[0].end
        yield page.relation(definition, passage, span, (total, *parts), {"ends": "yes"})


def _operand(page: Page, item: Item) -> Operand:
    text = item.passage.text
    return Operand("list", Value("text", text[:60]), page.place(item.passage, 0, len(text)))


def _announced(
    passage: Passage, mentions: Sequence[Mention], words: frozenset[str]
) -> Mention | None:
    """The number with one of the nouns whose phrase ends the passage."""
    text = passage.text.rstrip()
    if passage.kind == "paragraph" and not text.endswith(":"):
        return None
    numbers = [one for one in mentions if one.value.kind == "count" and one.value.interval]
    last = numbers[-1] if numbers else None
    if last is None or len(text) - last.end > _REACH or not _is_small(last.value.interval):
        return None
    behind = text[last.core :].rstrip(":").lower()
    if (
        re.search(r"[.;:?!(]", behind)
        or _OPEN.search(behind)
        or _OPEN.search(text, max(0, last.start - 9), last.start)
    ):
        return None
    nouns = _LETTERS.findall(behind)[:4]
    if any(word in words for word in nouns):
        return last
    if passage.kind == "heading" or _ASKED.search(text, 0, last.start):
        return None
    return last if len(behind) <= _SHORT and any(map(things.is_listed, nouns[:3])) else None


def _is_small(interval: Interval | None) -> bool:
    return (
        interval is not None
        and interval.bound == "exact"
        and interval.number == int(interval.number)
        and _FEWEST <= interval.number <= _MOST
    )


def _item(page: Page, passage: Passage) -> Item | None:
    """How an item starts in the source; None where its line does not show it."""
    at = passage.map.span(0, 1)[0] if passage.text else 0
    line = page.reading.line_starts[page.reading.place(at, at + 1).line - 1]
    found = _MARKER.match(page.reading.text, line)
    if found is None or found.end() - 1 > at + 4:
        return None
    mark = found["mark"]
    return Item(len(found["indent"].expandtabs(4)), "1" if mark[0].isdigit() else mark, passage)


def items(page: Page, first: int) -> list[Item]:
    """The items of the list that starts at a passage, without those of lists inside of it.

    None where one cannot tell: another list of the same kind follows under the same heading.
    """
    found: list[Item] = []
    section = page.passages[first].section
    ended = False
    for passage in page.passages[first:]:
        if passage.section != section:
            break
        if passage.kind != "item":
            ended = True
            continue
        item = _item(page, passage)
        if item is None:
            return []
        if found and item.indent > found[0].indent + 1:
            continue
        if ended or (found and (item.mark, item.indent) != (found[0].mark, found[0].indent)):
            return []
        found.append(item)
    return found
