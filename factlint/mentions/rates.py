"""A place behind a value -> what it is counted by: "/month", " per million tokens", " a year"."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.mentions.countables import PLURALS
from factlint.mentions.units import PER_NOUNS


class Rate(NamedTuple):
    """What the value is per, and where the words for it end."""

    per: str
    end: int


_TIMES = "second|minute|hour|day|week|month|quarter|year"

# " a month", " an hour", " each year", in a headline " a Year"
_INDEFINITE = re.compile(
    rf"[\ ](?:a|an|each|every)[\ ](?P<noun>{_TIMES}|share|piece|barrel|seat|unit|head|pop|ton)\b"
    r"(?!\ (?:ago|earlier|before|later|after)\b)",
    re.VERBOSE | re.IGNORECASE,
)
# " per million input tokens", "/1M tokens", "/mo", "/user/month"
_PER = re.compile(
    r"""
    (?: [\ ]? / [\ ]? | [\ -] per [\ -] )
    (?P<scale> (?: one[\ ] )? (?: million | thousand | billion ) (?=[\ ])
             | 1(?:,000)+ | 1000 | 100 | (?: 1[MmKk] | [MK] ) (?! \w ) )?
    (?: (?<! [/ -] ) [\ ] )?
    (?P<noun> [A-Za-z]+ )?
    """,
    re.VERBOSE,
)
_PREPOSITIONS = frozenset(("on", "in", "at", "for", "of", "to", "with", "from", "and", "or"))
#: How many words "per million input tokens" may put before its noun.
_AHEAD = 2
_WORD = re.compile(r"[\ ](?P<word>[a-z]+)\b", re.VERBOSE)
_ADVERBS = {
    " annually": "year", " yearly": "year", " a year": "year", " per annum": "year",
    " monthly": "month", " weekly": "week", " daily": "day", " hourly": "hour", "/yr": "year",
}  # fmt: skip
_ADVERB = re.compile(r"[\ ](?:annually|yearly|monthly|per\ annum)\b", re.VERBOSE)

_SCALES = {"1m": "million", "m": "million", "1k": "thousand", "k": "thousand", "1,000": "thousand",
           "1000": "thousand", "1,000,000": "million", "one million": "million"}  # fmt: skip


def after(text: str, at: int, *, adverbs: bool = False) -> Rate | None:
    """What the value that ends at `at` is counted by; with `adverbs` also "annually"."""
    if match := _INDEFINITE.match(text, at):
        return Rate(_named(match["noun"]), match.end())
    if adverbs and (match := _ADVERB.match(text, at)):
        return Rate(_ADVERBS[match.group()], match.end())
    rate = _per(text, at)
    further = _per(text, rate.end) if rate else None
    if rate and further:
        return Rate(f"{rate.per} per {further.per}", further.end)
    return rate


def _named(noun: str) -> str:
    return PER_NOUNS.get(noun.lower(), noun.lower())


def _per(text: str, at: int) -> Rate | None:
    match = _PER.match(text, at)
    if match is None or not (match["scale"] or match["noun"]):
        return None
    if match["noun"] is None:
        scale = match["scale"].lower()
        return Rate(_SCALES.get(scale, scale), match.end())
    words = [_named(match["noun"])]
    end = match.end()
    scale = (match["scale"] or "").lower()
    if scale:
        words.insert(0, _SCALES.get(scale, scale))
        end = _phrase(text, end, words)
        if words[-1] not in PLURALS:
            return Rate(words[0], match.end("scale"))
    return Rate(" ".join(words), end)


def _phrase(text: str, at: int, words: list[str]) -> int:
    """Read on from "million input" to the counted noun, if one follows."""
    end = at
    ahead: list[str] = []
    while words[-1] not in PLURALS and len(ahead) < _AHEAD:
        match = _WORD.match(text, end)
        if match is None or words[-1] in _PREPOSITIONS:
            return at
        ahead.append(match["word"])
        end = match.end()
        if match["word"] in PLURALS:
            words.extend(ahead)
            return end
    return at
