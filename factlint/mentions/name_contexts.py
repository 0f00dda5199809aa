"""The words around a name -> votes for its kind: "startup X", "X raised", "X's weights"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_words as words
from factlint.mentions.name_cues import NOUN_KINDS, apposition, funded, last_word, next_word
from factlint.mentions.name_votes import Vote
from factlint.model import EntityKind

#: How far the words around a name are read, in characters.
_NEAR = 90

Votes = tuple[Vote, ...]


def _table(*rows: tuple[Iterable[str], EntityKind, int]) -> Mapping[str, Votes]:
    """Word -> all its votes."""
    found: dict[str, list[Vote]] = defaultdict(list)
    for listed, kind, weight in rows:
        for word in listed:
            found[word].append((kind, weight))
    return {word: tuple(given) for word, given in found.items()}


#: The word right before a name.
_BEFORE = _table(
    (nouns.ORG_NOUNS, "org", 3),
    (nouns.PRODUCT_NOUNS, "product", 3),
    (nouns.PERSON_NOUNS, "person", 3),
    (nouns.PLACE_NOUNS, "place", 3),
    (words.PERSON_CUES | {f"{title}." for title in words.PERSON_CUES}, "person", 4),
    (nouns.USES, "product", 2),
    (("the", "The"), "person", -1),
    (nouns.BUYS, "org", 3),
    (nouns.FOUNDS, "org", 4),
    (("buy", "buys", "bought", "buying"), "org", 2),
)
#: The word right after a name.
_AFTER = _table(
    (nouns.PRODUCT_TAILS, "product", 2),
    (nouns.HARDWARE, "product", 1),
    (nouns.ORG_NOUNS, "org", 1),
    (nouns.PLACE_NOUNS, "place", 1),
    (nouns.ORG_TAILS, "org", 3),
    (("Discord", "subreddit", "newsletter"), "org", 2),
    (nouns.EVENTS, "product", -2),
    (nouns.ORG_ACTS, "org", 3),
    (nouns.ACTOR_ACTS, "org", 2),
    (nouns.ACTOR_ACTS, "person", 2),
    (nouns.PERSON_ACTS, "person", 2),
    (nouns.SPEAKING, "person", 3),
    (nouns.PRODUCT_ACTS, "product", 2),
    (("who",), "person", 4),
)
#: Between a name and its deed: "X has raised".
_HAVING = ("has", "had", "have", "also", "recently", "today")
#: What a name has: "X's CEO".
_OWNED = _table(
    (nouns.ORG_GOODS, "org", 3),
    (nouns.ORG_DEEDS, "org", 2),
    (nouns.PRODUCT_GOODS, "product", 2),
    (nouns.PERSON_GOODS, "person", 2),
)
#: A small word before a name, and the votes by the word before that: "engineer at X".
_OBJECTS: Mapping[str, Mapping[str, Votes]] = {
    "at": _table((nouns.POSTS, "org", 3)),
    "of": _table(
        (nouns.POSTS, "org", 3),
        (nouns.PARTS_OF_PRODUCTS, "product", 2),
        (nouns.PLACE_NOUNS, "place", 4),
    ),
    "in": _table((nouns.STAKES, "org", 3), (nouns.SEATS, "place", 3)),
    "near": _table((nouns.SEATS, "place", 3)),
    "to": _table(
        (("sold",), "org", 3),
        (("moved", "relocated", "relocating", "flew", "traveled", "travelled"), "place", 3),
        (nouns.PARTS_OF_PRODUCTS, "product", 2),
    ),
    "on": _table((nouns.PARTS_OF_PRODUCTS, "product", 2)),
    "for": _table((nouns.PARTS_OF_PRODUCTS, "product", 2), (("works", "worked"), "org", 3)),
    "with": _table(
        (("partnered", "partnership", "teamed", "partnering", "merger", "merged"), "org", 3),
        (("interview",), "person", 2),
        (("built", "integration", "compatible", "integrates"), "product", 2),
    ),
    "by": _table(
        (("acquired", "backed", "funded", "bought", "led", "owned"), "org", 3),
        (nouns.MEETINGS, "person", 2),
    ),
    "from": _table((("investment", "backing", "funding", "spun", "hires", "alumni"), "org", 3)),
    "called": {},
    "named": {},
    "dubbed": {},
}
#: "a model called X": the last noun before tells the kind.
_NAMINGS = ("called", "named", "dubbed")
#: "Paris-based startup"; not "Chromium-based browser".
_PLACE_TAILS = re.compile(
    r"-(?:headquartered|born)\b|-based (?:[\w-]+ ){0,3}?(?:"
    + "|".join(sorted(nouns.ORG_NOUNS))
    + r")\b"
)
#: "Paris-based Acme": a name; not "Lasso-based SNARK", "VDF-based RNG".
_SEATED = re.compile(r"-based [A-Z]\w*[a-z]")
#: How a place is written: not "VDF", "WebGPU", "Halo2".
_PLACE_LIKE = re.compile(r"[^\W\d_][^\WA-Z\d_]+(?:[ -][^\W\d_][^\WA-Z\d_]+)*$")
_ORG_ENDINGS = ("-backed", "-owned", "-led", "-funded")
_LISTED = re.compile(
    r"\b(?P<noun>[A-Za-z-]+),? (?:like|such as|including) (?:[A-Z][^.;:]{0,60}(?:, | and ))?$"
)
_PERSON_AFTER = re.compile(r", (?:who |whose (?:wife|husband)|(?:\d\d, ))")
# "Foo, Oslo: $9 million"
_ENTRY_SEAT = re.compile(r", [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}(?:, [A-Z][\w.'-]*)?(?::| [—–]) ")
_TICKER = re.compile(r" \((?:NASDAQ|NYSE|Nasdaq|TSE|HKEX|LSE|ASX|YC |founded in)")
_MADE_BY = re.compile(r" by \W{0,2}[A-Z]")
_BORN = re.compile(r" \((?:born|aged?) ")
_COPULA = re.compile(
    r" (?:is|was|are|were|remains|became)(?: now| already)? (?:a|an|the|one of the) "
)
#: A headline is at least so long; what stands after it, in brackets or after a dash, printed it.
_HEADLINE = 24
_QUOTES = ("'", '"')
_IMPRINTS = {"": (" - ", " | "), ")": (" (",)}


def votes(text: str, start: int, end: int) -> Iterator[Vote]:
    """What the words around a name say."""
    if text[start - 1 : start] in _QUOTES and text[end : end + 1] == text[start - 1]:
        start, end = start - 1, end + 1
    before, after = last_word(text, start), next_word(text, end)
    if before:
        yield from _BEFORE.get(before) or _BEFORE.get(before.lower(), ())
        if before == "the":
            start -= len("the ")
            before = last_word(text, start)
        if before in _OBJECTS:
            yield from _by_object(text, start, before)
    if after:
        yield from _AFTER.get(after, ())
        if after in _HAVING:
            yield from _AFTER.get(next_word(text, end + 1 + len(after)), ())
    if funded(text, end):
        yield "org", 3
    reader = _TAILS.get(text[end : end + 1])
    if reader is not None:
        yield from reader(text, end)
    if _SEATED.match(text, end) and _PLACE_LIKE.match(text[start:end]):
        yield "place", 4
    if end + 1 >= len(text) and _is_printed(text, start, end):
        yield "org", 2
    if text[start - 1 : start] == "(":
        if text[end : end + 1] == ")":
            yield "product", -1  # more often whose words they are
        yield from _of_noun(last_word(text, start - 1))
    lead = text[max(0, start - _NEAR) : start]
    if " like " in lead or " as " in lead or " including " in lead:  # cheaper than the search
        yield from _listed(lead)


def is_firm(text: str, start: int) -> bool:
    """Whether the word before a name makes it a firm, though a thing is known by it, too."""
    before = last_word(text, start)
    if before in _NAMINGS:  # "The startup, called Loop"
        before = last_word(text, start - 1 - len(before)).rstrip(",")
    return before in nouns.FOUNDS or before.lower() in nouns.STARTUPS


def _is_printed(text: str, start: int, end: int) -> bool:
    """Whether a name is that of the paper behind a headline: "Foo Sells Bar for $9M (Wired)"."""
    lead = _IMPRINTS.get(text[end : end + 2])
    return lead is not None and start > _HEADLINE and text.startswith(lead, start - len(lead[0]))


def _by_object(text: str, start: int, small: str) -> Iterator[Vote]:
    """Votes of the word before the small word before a name: "CEO of X", "a model called X"."""
    at = start - 1 - len(small)
    if small in _NAMINGS:
        before = text[max(0, at - 60) : at].split()
        if small == "named" and before[-2:-1] in (["the"], ["The"]):
            return  # "The company named X": whom it chose
        for word in reversed(before):
            if word.rstrip(",") in NOUN_KINDS:
                yield NOUN_KINDS[word.rstrip(",")], 3
                return
        return
    yield from _OBJECTS[small].get(last_word(text, at), ())


def _after_blank(text: str, end: int) -> Iterator[Vote]:
    if _TICKER.match(text, end):
        yield "org", 4
    elif _BORN.match(text, end):
        yield "person", 4
    elif text.startswith(" (", end):
        yield from apposition(text[end + 1 : end + _NEAR])
    elif _MADE_BY.match(text, end):
        yield "product", 2
    elif _COPULA.match(text, end):
        yield from apposition(", " + text[end + 1 : end + _NEAR].partition(" ")[2])


def _after_apostrophe(text: str, end: int) -> Iterator[Vote]:
    if text.startswith("'s ", end):
        yield from _OWNED.get(next_word(text, end + 2), ())
    elif text.startswith("' ", end):
        yield from _OWNED.get(next_word(text, end + 1), ())


def _after_comma(text: str, end: int) -> Iterator[Vote]:
    if _PERSON_AFTER.match(text, end):
        yield "person", 4
        return
    if _ENTRY_SEAT.match(text, end):
        yield "org", 2
    yield from apposition(text[end : end + _NEAR])


def _after_hyphen(text: str, end: int) -> Iterator[Vote]:
    if _PLACE_TAILS.match(text, end):
        yield "place", 4
    elif text.startswith(_ORG_ENDINGS, end):
        yield "org", 2


_TAILS: Mapping[str, Callable[[str, int], Iterator[Vote]]] = {
    " ": _after_blank,
    "'": _after_apostrophe,
    ",": _after_comma,
    "-": _after_hyphen,
}


def _of_noun(word: str) -> Iterator[Vote]:
    if word in NOUN_KINDS:
        yield NOUN_KINDS[word], 3


def _listed(before: str) -> Iterator[Vote]:
    """What a list that ends here holds: "startups like Foo, Bar and "."""
    found = _LISTED.search(before)
    if found is not None:
        yield from _of_noun(found["noun"].lower())
