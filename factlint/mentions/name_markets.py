"""Passage text and its figures -> the markets that it sizes, as names: "the AI in HR market".

A market is named by what is traded in it. It is read as a name only where the text tells how large
it is: elsewhere its words say more of those who sell there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_words as words
from factlint.model import Mention, Value

_MARKET = re.compile(
    r"\b(?:market|industry|sector|segment|economy)\b"
    r"(?! (?:cap|capitali[sz]ation|shares?|leaders?|makers?)\b)",
    re.IGNORECASE,
)
_MONEY = r"(?: [$€£¥₹] | (?: USD | US\$ | EUR | GBP ) \b )"
#: What may stand between a market and the verb that sizes it, and that verb.
_SIZED = re.compile(
    rf"""
    \s \(? (?= {_MONEY} )
    | \s at \s (?: about | around | roughly | nearly | over | more \s than | some | {_MONEY} | \d )
    | [^.;]{{0,120}} , \s (?: and \s is \s )? (?: projected | expected | estimated | forecast )
      \s to \s (?: reach | hit | grow | exceed | be \s worth )
    | (?: \s (?: size | value | itself | alone | specifically | currently | now | also | already
               | as \s a \s whole | \([A-Z]{{2,6}}\) )
          | , \s (?: [^,.;] | \. \d ){{2,80}} , )*
      \s (?: (?: is | was | has | had | will | would | could | may | might | can | should | be
               | been | to | are | were ) \s )*
      (?: (?: valued | worth | estimated | projected | expected | forecast | forecasted | predicted
        | poised | set \s to | likely | reach (?: es | ed | ing )? | gr[eo]ws? | grown | growing
        | hits? | exceed\w* | surpass\w* | total\w* | tops? | topped | achieved | showed
        | generat\w+ | accounted \s for | stood | stands | rose | climb\w* | expand\w*
        | doubl\w+ | tripl\w+ | approach\w* | increas\w+ | swell\w* | balloon\w* ) \b
        | (?: is | was | be ) \s
          (?= about | around | at | approx | roughly | nearly | over | close \s to | {_MONEY} ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w&/+.'’-]*$")
#: The abbreviation of a market: "Learning Management System (LMS) market".
_SHORT = re.compile(r"\s\([A-Z]{2,6}\)\s$")
#: What is sold "as a service", or "as code".
_AS = re.compile(r"as (?:a )?[A-Z]")
#: So far behind its market a size may stand, in characters.
_NEAR = 200
_MOST_WORDS, _LONGEST_WORD = 8, 40
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "its", "their", "our", "each"))
_LINKS = frozenset(("in", "for", "of", "and"))
_SMALL = frozenset(map(str.casefold, words.FUNCTION | words.AUXILIARIES))


def find(text: str, figures: Sequence[Mention], named: Sequence[Mention]) -> Iterator[Mention]:
    """The markets whose size a text tells, in order; none overlaps another."""
    sizes = [one for one in figures if one.value.kind == "money" and one.value.per is None]
    if not sizes:
        return
    starts, ends = [one.start for one in sizes], [one.end for one in sizes]
    whole = {(one.start, one.end) for one in named if one.entity_kind != "unknown"}
    at = 0
    for found in _MARKET.finditer(text):
        behind = bisect_left(ends, found.start())  # how many sizes stand before it
        size = ends[behind - 1] if behind else 0
        start = _start(text, max(at, size and size + 1), found.start())
        if start is None or (start, found.start() - 1) in whole:
            continue  # "the Osprey market": known by its name
        following = starts[behind] if behind < len(starts) else len(text) + _NEAR
        if start == size + 1 or _is_sized(text, found.end(), following):
            at = found.end()
            name = text[start:at]
            yield Mention(start, at, start, Value("name", name, canonical=name), "market")


def _start(text: str, least: int, end: int) -> int | None:
    """Where the words start that say what is traded in the market that ends the phrase.

    They go back to a determiner, a figure or a mark: nothing else tells where a phrase starts.
    """
    spans: list[tuple[int, int]] = []
    while end > least:
        first = max(least, end - _LONGEST_WORD)
        short = _SHORT.search(text, first, end)
        if short:
            end = short.start() + 1
            continue
        found = _WORD.search(text, first, end - 1) if text[end - 1] == " " else None
        if found is None:
            break  # a mark: "Globally, retail software market size reached"
        word = found[0].casefold()
        offered = _AS.match(text, found.start() - 3 * (word == "a")) is not None
        if word.endswith(".") or (
            not offered and (word in _DETERMINERS or word in nouns.VAGUE_SIZES)
        ):
            break
        links = offered or word in _LINKS
        stops = not links and (word in _SMALL or word.endswith("ly"))
        if stops or len(spans) == _MOST_WORDS:
            return None
        spans.append(found.span())
        end = found.start()
    said = [text[start:stop].casefold() for start, stop in spans]
    if not said or said[0] in _LINKS or said[-1] in _LINKS or nouns.ANY_MARKETS.issuperset(said):
        return None
    return spans[-1][0]


def _is_sized(text: str, end: int, size: int) -> bool:
    """Whether the verb behind a market tells its size, which starts at `size`."""
    near = size - end < _NEAR and ". " not in text[end:size]
    return near and _SIZED.match(text, end) is not None
