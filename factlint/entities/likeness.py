"""Two names -> whether they can be one: what tells variants apart, initials, words at the end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

Pair = tuple[str, str]


def _table(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that make another thing of a name: models, sizes, editions.
VARIANTS = _table("""
    air base beta alpha chat code coder codex deep distill edge edition embed embedding enterprise
    experimental fast flash fold guard haiku heavy high image instruct large lite live low max
    maverick medium micro mini nano next omni opus plus preview prime pro reasoning research se
    scout sdk small sonnet studio super team thinking tiny turbo ultra vision vl voice xl
""")
#: Words that a company may add to its name or leave out.
TAILS = _table("""
    ai company group holding holdings industries international lab labs networks pharmaceuticals
    software solutions systems technologies technology therapeutics
""")
#: "4.5", "910C", "20+": what stands behind a number makes another one of it.
_NUMBER = re.compile(r"\d+(?:\.\d+)*[a-z]*\+?")
_VERSION = re.compile(r"(?<![a-z])v(?=\d)")
_WORD = re.compile(r"[^\W_]+(?:\.\d+)*\+*")
#: "Acme.ai", "AcmeAI"
_GLUED = re.compile(r"(?<=\w)\.(?:ai|AI|app|co|com|dev|io|net|org)$|(?<=[a-z])AI$")
_CAPITALS = re.compile(r"[A-Z][A-Z&]{2,5}$")
#: What words take at their end: "Bolivian", "Winklevosses", "YouTuber".
_ENDINGS = _table("""
    a al an ans d e ed er ers es ese i ia ian ians ic ing ish ist ists n ns r rs s y
""") | {""}
#: Likeness (0 to 100) that two words of a name have at least if one is a slip of the other.
_SLIP = 80.0
#: Shorter words differ too easily: "Play" and "Pay".
_LONG = 5
#: ... even where all else speaks for a slip: "Go" and "Gov".
_SLIPPERY = 4


@lru_cache(maxsize=65536)
def squeezed(name: str) -> str:
    """Letters, digits and "+", without case, accents and the "v" of versions; "&" is "and"."""
    small = _VERSION.sub("", name.casefold()).replace("&", "and")
    text = unicodedata.normalize("NFKD", small)
    return "".join(mark for mark in text if mark.isalnum() or mark == "+")


def signature(name: str) -> tuple[str, ...]:
    """The numbers of a name: "GPT-4.5" and "GPT-4" are two things, "910" and "910C" too."""
    return tuple(_NUMBER.findall(name.casefold()))


def words(name: str) -> tuple[str, ...]:
    """The words of a name without case and the "v" of versions."""
    return tuple(_WORD.findall(_VERSION.sub("", name.casefold())))


def varies(one: str, other: str) -> bool:
    """Whether two names tell variants apart: other numbers, or a word such as "Flash" or "mini"."""
    if signature(one) != signature(other):
        return True
    first, second = set(words(one)), set(words(other))
    return any(word in VARIANTS or len(word) == 1 or "+" in word for word in first ^ second)


def is_glued(name: str) -> bool:
    """Whether a web domain or "AI" is written onto a name: "Acme.ai", "AcmeAI"."""
    return _GLUED.search(name) is not None


def stem(name: str) -> str:
    """A name without the words that companies add, "" if there are none: "Acme" of "Acme Labs"."""
    parts = _GLUED.sub("", name).split()
    while len(parts) > 1 and parts[-1].casefold() in TAILS:
        parts = parts[:-1]
    short = " ".join(parts)
    return short if short != name and len(short) > 2 else ""


def initials(name: str) -> str:
    """The first letters of at least three words: "AWS" of "Amazon Web Services"."""
    big = [part[0] for part in name.split() if part[0].isupper()]
    return "".join(big) if len(big) > 2 and not any(mark.isdigit() for mark in name) else ""


def is_acronym(name: str) -> bool:
    """Whether a name is three capitals or a few more."""
    return _CAPITALS.match(name) is not None


def slips(one: str, other: str) -> Sequence[Pair]:
    """The words that differ between two names as slips of the pen do; none if more differs."""
    if varies(one, other):
        return ()
    first, second = words(one), words(other)
    if len(first) != len(second):
        if set(first) <= set(second) or set(second) <= set(first):
            return ()
        first, second = ("".join(first),), ("".join(second),)
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return pairs if all(_is_slip(a, b) for a, b in pairs) else ()


def _is_slip(one: str, other: str) -> bool:
    if one[0] != other[0] or min(len(one), len(other)) < _LONG:
        return False
    if any(mark.isdigit() for mark in one + other) or _is_inflected(one, other):
        return False
    return fuzz.ratio(one, other) >= _SLIP or sorted(one) == sorted(other)


def is_one_slip(one: str, other: str, plain: Collection[str]) -> bool:
    """Whether two names are one but for one letter changed, left out, doubled or swapped.

    `plain` are words in lower case: where both names have one in that place, they are two.
    """
    if varies(one, other) or one[:1].casefold() != other[:1].casefold():
        return False
    first, second = squeezed(one), squeezed(other)
    if OSA.distance(first, second, score_cutoff=1) != 1 or _is_inflected(first, second):
        return False
    odd = set(words(one)) - set(words(other)), set(words(other)) - set(words(one))
    either = odd[0] | odd[1]
    if any(len(word) < _SLIPPERY or not word.isalpha() for word in either):
        return False
    return not all(word in plain for word in either)


def _is_inflected(one: str, other: str) -> bool:
    """Whether two words differ by an ending, which is no slip."""
    return any(
        one[:at] == other[:at] and one[at:] in _ENDINGS and other[at:] in _ENDINGS
        for at in range(min(len(one), len(other)), _LONG - 2, -1)
    )


def is_cut(one: str, other: str) -> bool:
    """Whether a name is another one without its last letter, which is no "s"."""
    short, long = squeezed(one), squeezed(other)
    return short == long[:-1] and long[-1].isalpha() and long[-1] != "s"


def is_longer(one: str, other: str) -> bool:
    """Whether a name goes on where another one ends: "GnosisX"."""
    return squeezed(one).startswith(squeezed(other))
