"""A sentence -> a number of things and the list of them: "three stages: seed, growth and exit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factlint.intervals import Interval
from factlint.mentions import numbers
from factlint.model import Operand, Passage, Relation, RelationDefinition, Value
from factlint.relations import things
from factlint.relations.page import Page

_SMALL = "two|three|four|five|six|seven|eight|nine|ten"
# "three stages: seed, growth, and exit.", "two ways (by sea and by air)"
_SERIES = re.compile(
    rf"""
    \b (?P<count> {_SMALL} | [2-9] ) \ (?P<what> (?: [a-z]+(?:-[a-z]+)? \ ){{0,2}}? [a-z]+ )
    (?: : \ (?P<behind> [^:;.!?()\[\]—–]{{5,200}} ) (?= [.;!?] (?: \s | $ ) | $ )
      | \ \( (?P<inside> [^:;.!?()\[\]—–]{{5,200}} ) \) )
    """,
    re.VERBOSE,
)
#: What makes a list one of examples only, or of something else.
_OPEN = re.compile(
    r"\b(?:including|such as|among|like|e\.g\.|for example|etc|more|others?|respectively|each|only"
    r"|first|vs|versus|up|down|from|about|nearly|over)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r",?\ (?:and|&)\ ")
_WORD = re.compile(r"\w\w")
_SPLIT = re.compile(r",\ ")
#: What before the number makes it one of more: "one of five", "top five".
_NARROWING = re.compile(
    r"(?: \b (?: of|top|first|last|another|about|over|than|some ) | [-–.\d] ) \ ? $",
    re.VERBOSE | re.IGNORECASE,
)
# "Lamp 3 models", but "The 3 models"
_NAMED = re.compile(r"\b(?!(?:The|Our|Its|These|Their|All|Here|With|In)\b)[A-Z]\w*[ -]$")
_REACH = 12
#: An entry with more words is hardly one of a plain list.
_LONGEST = 5
_FEWEST = 2


def find(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each number of things with one of the nouns, and the plain list that follows."""
    words = frozenset(definition.words)
    for passage in page.passages:
        if passage.kind == "cell" or ("," not in passage.text and " and " not in passage.text):
            continue
        for found in _SERIES.finditer(passage.text):
            noun = found["what"].split()[-1]
            known = noun in words or (found["behind"] and things.is_listed(noun))
            if known and not _narrowed(passage.text, found.start()):
                yield from _listed(page, definition, passage, found)


def _narrowed(text: str, start: int) -> bool:
    """Whether what stands before the number makes it one of more: "one of five", "top five"."""
    if _NARROWING.search(text, max(0, start - _REACH), start):
        return True
    return text[start].isdigit() and _NAMED.search(text, max(0, start - _REACH), start) is not None


def _listed(
    page: Page, definition: RelationDefinition, passage: Passage, found: re.Match[str]
) -> Iterator[Relation]:
    group = "behind" if found["behind"] else "inside"
    listed = found[group]
    spots = _entries(listed)
    entries = [listed[start:end] for start, end in spots]
    if len(entries) < _FEWEST or _OPEN.search(listed) or _OPEN.search(found["what"]):
        return
    at = found.start()
    number = numbers.words(passage.text, at) or numbers.digits(passage.text, at)
    if number is None or not all(map(_is_plain, entries)):
        return
    named = passage.text[at : found.end("what")]
    exact = Interval(number.value, number.value, found["what"].split()[-1], step=number.step)
    value = Value("count", named, exact)
    count = Operand("count", value, page.place(passage, at, found.end("what")))
    first = found.start(group)
    operands = [
        Operand("list", Value("text", entry), page.place(passage, first + start, first + end))
        for entry, (start, end) in zip(entries, spots, strict=True)
    ]
    yield page.relation(definition, passage, found.span(), (count, *operands), {})


def _is_plain(entry: str) -> bool:
    """Whether an entry is a few words; nothing is left of one that is code."""
    return _WORD.search(entry) is not None and len(entry.split()) <= _LONGEST


def _entries(listed: str) -> Sequence[tuple[int, int]]:
    """Where the entries of "a, b and c" lie; none where "and" or a comma may be inside of one."""
    ends = list(_LAST.finditer(listed))
    if len(ends) != 1 or "," in listed[ends[0].end() :]:
        return ()
    last = ends[0]
    cuts = [(one.start(), one.end()) for one in _SPLIT.finditer(listed, 0, last.start())]
    cuts.append((last.start(), last.end()))
    starts = (0, *(end for _, end in cuts))
    return list(zip(starts, (*(start for start, _ in cuts), len(listed)), strict=True))
