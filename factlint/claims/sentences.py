"""Passage text and its mentions -> sentences, as spans of the passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factlint.model import Mention

#: A sentence longer than this is cut, so that no later pass meets an endless one.
LONGEST = 1_500
MOST_MENTIONS = 40

# "raised $1.5B. Then" splits; "Acme Inc. said", "the U.S. market", "3.1" do not.
_END = re.compile(
    r"""
    [.!?…] ["')\]]* \ + (?= ["'(\[]* [A-Z0-9$€£¥₹@•] )
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""
    (?: \b (?: Inc | Corp | Co | Ltd | Bros | Mr | Mrs | Ms | Dr | Prof | Sr | Jr | St | No | vs | v
             | e\.g | i\.e | approx | est | Jan | Feb | Mar | Apr | Jun | Jul | Aug | Sept? | Oct
             | Nov | Dec | Gen | Gov | Sen | Rep | al | cf | ca | Fig )
      | \b [A-Z] (?: \. [A-Z] )* )
    \. $
    """,
    re.VERBOSE,
)
_ENDS_A_SENTENCE_TOO = re.compile(r"\b(?:Inc|Corp|Co|Ltd|U\.S|U\.K|E\.U)\.$")
_STARTER = re.compile(
    r"[\"'(]*(?:The|It|Its|In|He|She|They|This|That|These|A|An|But|And|However|Meanwhile|We)\b"
)
_CUT = re.compile(r"[;,—–]\s")
#: "OSLO, Feb 12 (Newswire) - Acme said", "OSLO and BONN, March 3, 2026 -- Acme",
#: "OSLO (Newswire) – Acme", "Oslo, Norway, 3 March 2026 - Acme".
_DATELINE = re.compile(
    r"""
    (?: [A-Z] [A-Z.'\ ]{2,30} (?: ,\ [A-Z][\w.\ ]{1,20} )?
        (?: \ (?: and | & )\ [A-Z] [A-Z.'\ ]{2,30} (?: ,\ [A-Z][\w.\ ]{1,20} )? )?
        (?: ,\ (?: \d{1,2}\ )? [A-Z][a-z]{2,8} \.? (?: \ \d{1,2} )? (?: ,?\ \d{4} )?
            (?: \ \([^()]{2,30}\) )?
          | \ \( [A-Z][A-Za-z.\ ]{2,30} \) )
      | [A-Z][\w.'\ ]{2,30} (?: ,\ [A-Z][\w.\ ]{1,20} )? (?: ,\ | \ \( | \ [-–—]\ )
        (?: \d{1,2}\ [A-Z][a-z]{2,8}\.? ,?\ \d{4} | [A-Z][a-z]{2,8}\.?\ \d{1,2},\ \d{4} ) \)?
        (?: \ \([^()]{2,30}\) )? )
    \ ? (?: /[A-Z][\w\ ]{2,30}/ \ )? [-–—/]{1,2} \ +
    """,
    re.VERBOSE,
)


def _is_abbreviation(text: str, start: int, dot: int, after: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation and not to the sentence."""
    left = text[max(start, dot - 8) : dot + 1]
    if not _ABBREVIATION.search(left):
        return False
    return not (_ENDS_A_SENTENCE_TOO.search(left) and _STARTER.match(text, after))


def _within(mentions: Sequence[Mention], starts: Sequence[int], at: int) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and mentions[index].start <= at < mentions[index].end - 1


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = max((m.end() for m in _CUT.finditer(text, start + LONGEST // 2, start + LONGEST)),
                  default=start + LONGEST)  # fmt: skip
        yield start, cut
        start = cut
    yield start, end


def dateline(text: str) -> int:
    """Where the line of place and day ends that a dispatch opens with; 0 without one."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


# ". a16z": a name in small letters may open a sentence, too
_END_BEFORE_SMALL = re.compile(r"(?<= [\w)\]%] [a-z)\]%] ) [.!?] \ + (?= [a-z] )", re.VERBOSE)


def _ends(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[re.Match[str]]:
    """What may end a sentence, in order."""
    small = {m.start for m in mentions if m.value.kind == "name" and text[m.start].islower()}
    found = list(_END.finditer(text, start))
    if small:
        found += [m for m in _END_BEFORE_SMALL.finditer(text, start) if m.end() in small]
        found.sort(key=lambda match: match.start())
    yield from found


def split(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Spans [start, end) of the sentences of a passage, in order, at most LONGEST characters."""
    starts = [mention.start for mention in mentions]
    rounds = {mention.end for mention in mentions if mention.value.kind == "round"}
    start = dateline(text)
    if start:
        yield 0, start
    for found in _ends(text, start, mentions):
        dot = found.start()
        if _within(mentions, starts, dot):
            continue
        # the letter of "a Series E." is no initial
        initial = text[dot] == "." and dot not in rounds
        if initial and _is_abbreviation(text, start, dot, found.end()):
            continue
        yield from _pieces(text, start, found.end())
        start = found.end()
    if start < len(text):
        yield from _pieces(text, start, len(text))
