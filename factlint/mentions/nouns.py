"""A place behind a number -> the noun that it counts, and how far the mention reaches."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.mentions.countables import PLURALS
from factlint.mentions.units import listed


class Noun(NamedTuple):
    """The unit of a count; `end` is where the mention ends: behind an adjacent noun only."""

    unit: str
    end: int
    known: bool = True


#: How many words may stand between a number and its noun.
REACH = 4

# " corporate", "-token", " H100s"
_NEXT = re.compile(r"(?P<gap> [\ ] | - ) (?P<word> [A-Za-z] [\w'-]* )", re.VERBOSE)
# " tok/s", "t/s": short for tokens only in a rate by the second
_TOKENS_PER_SECOND = re.compile(
    r"[\ ]? (?: t | toks? ) (?= / s (?: ec(?:ond)? )? \b )", re.VERBOSE | re.IGNORECASE
)

_STOP = listed(
    """
    a an the this that these those its his her their our my your it he she they we you i who which
    what whose of in on at to for from by with without within into onto over under above below
    between among across through during before after since until till against per via as than
    and or but nor so yet if when while where because although though is are was were be been being
    am has have had does do did will would can could may might must shall should not no
    percent times also now then still just only even about around versus vs plus minus more-than
    including includes raises raised uses makes says gets takes gives comes goes runs needs wants
    lets puts sees sets keeps allows supports costs adds brings beats offers outperforms shows hits
    remains stands leads becomes follows means marks ranks scores drops falls grows rises reaches
    said say told announced plans continues looks seems works provides requires wins loses cuts
    less next us bonus status basis access focus process progress success business analysis axis
    bias various previous serious famous obvious ambitious plus canvas always perhaps others else
    things ways kinds sorts sides hands minds worlds ends halves yours theirs his hers ours thus
    alas hence ones dismisses years-old year-old
    """
) - {"business"}

#: Nouns that a number may count in the singular: "1 million token context", not "a 9B model".
_MEASURES = frozenset(("token", "parameter", "param", "params"))

#: Adjectives in -s and words that only look like the plural of a noun.
_NO_PLURAL_ENDINGS = ("ss", "us", "is", "'s", "ous")

_PRODUCT = re.compile(r"[A-Z]+\d+[A-Za-z]{0,2}s", re.ASCII)


#: must: GPU-hours, TPU-months; must not: US-based, GPU-hour
_HYPHENED = re.compile(r"[A-Z]{2,5}-[a-z]{3,}s", re.ASCII)


def _plural_looking(word: str) -> bool:
    return bool(_HYPHENED.fullmatch(word)) or (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(_NO_PLURAL_ENDINGS)
        and word.islower()
        and "-" not in word
    )


def is_product(word: str) -> bool:
    """Whether a counted noun is the plural of a product, which keeps its capitals: H100s."""
    return bool(_PRODUCT.fullmatch(word))


def _adjacent(word: str, end: int, *, one: bool) -> Noun | None:
    lower = word.lower()
    plural = PLURALS.get(lower)
    if plural == lower and not one:
        return Noun(lower, end)
    if plural and (one or lower in _MEASURES):
        return Noun(plural, end)
    if is_product(word):
        return Noun(word, end)
    if _plural_looking(word) and lower not in _STOP:
        return Noun(lower, end, known=False)
    return None


def _hyphened(word: str, end: int) -> Noun | None:
    """ "256,000-token": the first part of the compound is the noun."""
    first, _, rest = word.partition("-")
    unit = None if rest == "old" else PLURALS.get(first.lower())
    return Noun(unit, end - len(word) + len(first)) if unit else None


def after(text: str, at: int, *, one: bool = False) -> Noun | None:
    """The noun counted by the number that ends at `at`; adjectives may stand between."""
    if short := _TOKENS_PER_SECOND.match(text, at):
        return Noun("tokens", short.end())
    match = _NEXT.match(text, at)
    if match is None:
        return None
    if match["gap"] == "-":
        return _hyphened(match["word"], match.end())
    if noun := _adjacent(match["word"], match.end(), one=one):
        return noun
    return _distant(text, match)


def _distant(text: str, match: re.Match[str]) -> Noun | None:
    """A known noun within reach; the mention ends before the adjectives."""
    at = match.start()
    step: re.Match[str] | None = match
    for _ in range(REACH):
        if step is None or step["gap"] == "-":
            return None
        word = step["word"]
        lower = word.lower()
        if lower in _STOP or (lower.endswith(("'s", "ed")) and not word.istitle()):
            return None
        if lower == "params" or (lower in PLURALS and PLURALS[lower] == lower):
            return Noun(PLURALS[lower], at)
        step = _NEXT.match(text, step.end())
    return None
