"""A place in a text -> the hedge on its left or right, and the bound it sets."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.intervals import Bound
from factlint.mentions.units import listed


class Hedge(NamedTuple):
    """Where a hedge starts (left) or ends (right), and what it makes of the number."""

    at: int
    bound: Bound


_LEFT: dict[Bound, tuple[str, ...]] = {
    "about": (
        "about", "around", "roughly", "approximately", "approx", "approx.", "circa", "ca.", "c.",
        "some", "nearly", "almost", "close to", "approaching", "approaches", "approached",
        "nearing", "near", "nears", "an estimated", "estimated", "an approximate", "just shy of",
        "shy of",
        "on the order of", "in the order of", "in the region of", "in the neighborhood of",
        "somewhere around", "something like",
    ),
    "at_least": (
        "over", "more than", "above", "at least", "upwards of", "upward of", "no fewer than",
        "no less than", "not less than", "exceeding", "exceeds", "exceed", "exceeded",
        "in excess of", "north of", "greater than", "higher than", "larger than", "beyond",
        "surpassing", "surpasses", "surpassed", "surpass", "topping", "topped", "tops",
        "past", "passed", "passes", "crossed", "crosses", "crossing",
        "a minimum of", "minimum of", "as little as", "as low as", "as few as",
    ),
    "at_most": (
        "under", "up to", "as much as", "as many as", "as high as", "at most", "no more than",
        "not more than", "no greater than", "less than", "fewer than", "lower than", "below",
        "a maximum of", "maximum of", "capped at", "south of", "not exceeding", "not to exceed",
    ),
    "range": ("between", "anywhere between", "somewhere between"),
}  # fmt: skip
_BOUNDS: dict[str, Bound] = {words: bound for bound, group in _LEFT.items() for words in group}
#: Verbs and prepositions that are hedges before money alone: not "passed 12 tests".
MONEY_ONLY = frozenset(
    ("near", "nears", "past", "passed", "passes", "crossed", "crosses", "crossing")
)
_LAST_WORDS = frozenset(words.rsplit(" ", 1)[-1] for words in _BOUNDS)
_LONGEST = max(words.count(" ") + 1 for words in _BOUNDS)

_SIGNS: dict[str, Bound] = {
    "~": "about", "≈": "about", "∼": "about", ">": "at_least", "≥": "at_least", ">=": "at_least",
    "<": "at_most", "≤": "at_most", "<=": "at_most",
}  # fmt: skip
_PREFIXES: dict[str, Bound] = {"sub-": "at_most"}

#: Words that may stand between a hedge and its number: "over a staggering $110 billion".
_ARTICLES = frozenset(("a", "an"))
_ADJECTIVES = listed(
    "incredible staggering whopping massive impressive astonishing additional total combined "
    "cumulative reported record mere cool hefty stunning further extra full"
)
#: Hedges that are prepositions when an article follows: "about the", "under a contract".
_NO_ARTICLE = frozenset(("about", "around", "under", "above", "below", "near", "beyond", "some"))

#: Words that make a preposition of the hedge behind them: "talks about", "wins over".
_NOT_AFTER = {
    "over": listed(
        "win wins won preferred prefer prefers improvement improvements advantage gain gains "
        "victory edge lead talks talk clash take takes taken took taking hand handed turn turned "
        "carry carried roll rolled dispute disputes battle fight feud row lawsuit sued"
    ),
    "about": listed(
        "talk talks talking talked think thinking thought worry worried know knows heard hear "
        "learn news what how concern concerns concerned all questions care cares"
    ),
    "around": listed("turn turned turns build built revolve revolves centered"),
}

#: Where "over a $1 billion" is a hedge: "at over a $1 billion", not "talks over a $1 billion".
_BEFORE_OVER_A = listed(
    "at to of for with by in and or is was has have had raise raised raises raising worth well "
    "just secured reach reached valued spent spend paid pay invest invested now already"
)

_MARKS = "(\"'[*_:,;—–|“"

# "500+", "$1B+", "$1 billion-plus", "10 or more", "20 or so", "5 GB and above"
_RIGHT = re.compile(
    r"""
    (?P<plus>  \+ (?! [\w$€£] ) | [\ -] plus \b )
  | [\ ] (?: (?P<more> or [\ ] (?:more|above|higher|greater|over|longer)
                     | and [\ ] (?:beyond|above|higher|up) )
           | (?P<less> or [\ ] (?:less|fewer|below|lower) )
           | (?P<so>   or [\ ] so ) ) \b (?! [\ ] [\d$€£] )
    """,
    re.VERBOSE,
)
_RIGHT_BOUNDS: dict[str, Bound] = {
    "plus": "at_least", "more": "at_least", "less": "at_most", "so": "about"
}  # fmt: skip

# "256,000-token contexts and beyond": the hedge stands behind the noun phrase
_FAR_RIGHT = re.compile(
    r"(?: [\ ] [a-z]+ ){1,2} [\ ] (?:or\ more|and\ beyond|and\ above|or\ higher) \b", re.VERBOSE
)


def before(text: str, at: int) -> Hedge | None:
    """The hedge that ends directly before `at`, articles and praise aside."""
    if not at:
        return None
    mark = text[at - 1]
    if mark == "-":
        return next(
            (Hedge(at - len(p), b) for p, b in _PREFIXES.items() if text.endswith(p, 0, at)), None
        )
    if mark != " " and mark != "\n":
        return _sign(text, at)
    words = text[max(0, at - 64) : at - 1].split(" ")
    return _worded(words, at - 1) or _sign(text, at - 1)


def _sign(text: str, at: int) -> Hedge | None:
    for width in (2, 1):
        if at >= width and (bound := _SIGNS.get(text[at - width : at])):
            return Hedge(at - width, bound)
    return None


def _worded(words: list[str], end: int) -> Hedge | None:
    """The hedge in words that ends at `end`, where `words` stand before."""
    article = False
    for _ in range(3):
        last = _bare(words[-1]) if words else ""
        if last in _LAST_WORDS and (hedge := _longest(words, end, article=article)):
            return hedge
        if last not in _ARTICLES and last not in _ADJECTIVES:
            return None
        article = True
        end -= len(words.pop()) + 1
    return None


def _bare(word: str) -> str:
    """A word without the marks before it, in lower case."""
    return word.rpartition("—")[2].lstrip(_MARKS).lower()


def _longest(words: list[str], end: int, *, article: bool) -> Hedge | None:
    for count in range(min(_LONGEST, len(words)), 0, -1):
        first, *rest = words[-count:]
        opening = first.rpartition("—")[2].lstrip(_MARKS)
        phrase = " ".join((opening, *rest)).lower()
        bound = _BOUNDS.get(phrase)
        if bound is None or (article and phrase in _NO_ARTICLE):
            continue
        previous = _bare(words[-count - 1]) if len(words) > count and opening == first else ""
        if previous in _NOT_AFTER.get(phrase, ()):
            return None
        if article and phrase == "over" and previous and previous not in _BEFORE_OVER_A:
            return None
        return Hedge(end - len(phrase), bound)
    return None


def after(text: str, at: int) -> Hedge | None:
    """The hedge that starts directly at `at`."""
    match = _RIGHT.match(text, at)
    if match is None:
        return None
    return Hedge(match.end(), _RIGHT_BOUNDS[str(match.lastgroup)])


def far_after(text: str, at: int) -> bool:
    """Whether "and beyond" follows within the noun phrase."""
    return _FAR_RIGHT.match(text, at) is not None
