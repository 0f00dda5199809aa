"""A name and the words around it -> votes for its kind, and whether it is a name at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.mentions import name_words as words
from factlint.model import EntityKind

#: How far the words around a name are read, in characters.
_NEAR = 90

_APPOSITION = re.compile(r",? (?:a|an|the|one of the|another|its) ")
_POSSESSED = re.compile(
    r"'s? (?:CEO|CFO|CTO|COO|founders?|co-founders?|chief|valuation|shares?|stock|revenue|board"
    r"|investors?|shareholders?|funding|IPO|headquarters|employees|workforce|customers|backers"
    r"|Series|latest round|earnings|market cap)\b"
)
_FUNDED = re.compile(
    r"(?:, [^,.;]{0,60},)?(?: has| have| had| just| also| recently| is| was| reportedly)*"
    r" (?:raised|raises|raising|secured|secures|closed an?|acquired|acquires|bagged|netted"
    r"|valued at|worth [$€£]|employs|seeking to raise|in talks to raise)\b"
    r"|'s? (?:valuation|Series [A-K]|funding|seed round|investors|shareholders)\b"
)
_WORDS = re.compile(r"[\w'-]+")
_NOUNS: tuple[tuple[frozenset[str], EntityKind], ...] = (
    (words.ORG_NOUNS, "org"),
    (words.PRODUCT_NOUNS, "product"),
    (words.PERSON_NOUNS, "person"),
    (words.PLACE_NOUNS, "place"),
)
#: "Paris-based startup", "Paris-based Acme"; not "Chromium-based browser".
_PLACE_TAILS = re.compile(
    r"-(?:headquartered|born)\b|-based (?:[A-Z]|(?:[\w-]+ ){0,3}?(?:"
    + "|".join(sorted(words.ORG_NOUNS))
    + r")\b)"
)
_SEATED = re.compile(r"\b(?:based|headquartered) (?:in|out of) $")
_ORG_TAILS = ("-backed", "-owned", "-led", "-funded", "-funded")
_LISTED = re.compile(
    r"\b(?i:startups?|companies|firms|labs|investors|rivals|players|banks|giants"
    r"|funds|vendors|competitors|customers|backers)"
    r",? (?:like|such as|including|as) (?:[A-Z][^.;:]{0,60}(?:, | and ))?$"
)
_LISTING = (" like ", " as ", " including ")
_VERSIONED = re.compile(r"\d")
_PURE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?$")


def next_word(text: str, end: int) -> str:
    """The word right after a name, without its punctuation; "" if punctuation comes first."""
    if text[end : end + 1] != " ":
        return ""
    return text[end + 1 : end + 25].split(" ", 1)[0].rstrip('.,;:!?)"')


def last_word(text: str, start: int) -> str:
    """The word right before a name; "" if punctuation stands between."""
    if start < 2 or text[start - 1] != " ":
        return ""
    return text[max(0, start - 25) : start - 1].rpartition(" ")[2].lstrip("(\"'")


def shape_votes(name: str) -> Iterator[tuple[EntityKind, int]]:
    """What the name itself says: "X Capital" an organisation, "Qwen 9" a product."""
    parts = name.split()
    if (len(parts) > 1 and parts[-1] in words.ORG_SUFFIXES) or (
        len(parts) > 2 and parts[1] == "of" and parts[0] in words.OF_HEADS
    ):
        yield "org", 3
    elif 1 < len(parts) < 5 and parts[0] in words.FIRST_NAMES and all(map(_PURE.match, parts)):
        yield "person", 3
    elif " & " in name:
        yield "org", 2
    elif _VERSIONED.search(name):
        yield "product", 2
    if len(parts) == 1 and name.endswith((".ai", ".Ai", ".AI", ".io", ".com")):
        yield "org", 2


def context_votes(text: str, start: int, end: int) -> Iterator[tuple[EntityKind, int]]:
    """What the words around say: "startup X", "X raised", "CEO X", "the X model"."""
    before, after = last_word(text, start), next_word(text, end)
    tail = text[end : end + _NEAR]
    if before in words.PERSON_CUES or before.rstrip(".") in words.PERSON_CUES:
        yield "person", 4
    for nouns, kind in _NOUNS:
        if before in nouns:
            yield kind, 3
        if after in nouns:
            yield kind, 2 if kind == "product" else 1
    if after in words.ORG_ACTS or funded(text, end):
        yield "org", 3
    if _POSSESSED.match(tail):
        yield "org", 3
    if _PLACE_TAILS.match(tail) or _SEATED.search(text[max(0, start - _NEAR // 4) : start]):
        yield "place", 4
    if tail.startswith(_ORG_TAILS):
        yield "org", 2
    if _is_listed(text[max(0, start - _NEAR) : start]):
        yield "org", 3
    yield from _apposition_votes(tail)


def _is_listed(before: str) -> bool:
    """Whether a list of organisations ends here: "startups like Foo, Bar and "."""
    if not any(joint in before for joint in _LISTING):
        return False  # cheaper by far than the search
    return _LISTED.search(before) is not None


def funded(text: str, end: int) -> bool:
    """Whether what follows is said of companies only, even after the name of a product."""
    return _FUNDED.match(text, end) is not None


def _apposition_votes(tail: str) -> Iterator[tuple[EntityKind, int]]:
    """ "X, a Paris-based maker of": the first noun that tells a kind decides."""
    opening = _APPOSITION.match(tail)
    if opening is None or not tail.startswith(","):
        return
    for word in _WORDS.findall(tail[opening.end() :])[:9]:
        if word in words.TITLES:
            yield "person", 4
            return
        for nouns, kind in _NOUNS:
            if word in nouns:
                yield kind, 4
                return


def named(text: str, start: int, end: int) -> bool:
    """Whether the words around a plain word say outright that it is a name: "startup Loop"."""
    if last_word(text, start) in words.ORG_NOUNS:
        return True
    return funded(text, end) or any(
        weight > 2 for _, weight in _apposition_votes(text[end : end + _NEAR])
    )


def acts(text: str, end: int) -> bool:
    """Whether what follows makes even a plain word a name: "Loop raised", "Target's", "Sunday, a".

    Read at a sentence start, where a capital says nothing.
    """
    tail = text[end : end + _NEAR]
    after = next_word(text, end)
    if after in words.AUXILIARIES or after in words.ACTS:
        return True
    return tail.startswith(("'s ", "'s.", " (", ", a ", ", an ", ", which ", ", the ", ", whose "))


def raises(text: str, end: int) -> bool:
    """Whether a raise or a purchase with a figure follows: "Fun raises $72M", "Fun, cash: $72M"."""
    if _ENTRY.match(text, end):
        return True
    return next_word(text, end) in words.RAISES and bool(
        _AMOUNT.search(text[end : end + _NEAR // 2])
    )


_ENTRY = re.compile(r", [a-z][^.:;]{2,60}: [$€£₹¥]")
_AMOUNT = re.compile(r"[$€£₹¥]|\d")
#: "like Sunday,", "Sunday, valued at", "startup Sunday": what a day of the week cannot be.
_NOT_A_DAY_AFTER = re.compile(
    r"(?:, (?:valued|which (?:makes|builds|has)|an? |the (?:startup|company|firm))"
    r"| (?:has|have|is valued|was valued|plans to|wants to)\b"
    r"| (?:raised|raises|secured|secures|closed|landed|acquired|builds|develops) .{0,12}[$€£\d]"
    r"|'s (?:CEO|founders?|valuation|robots?|funding|Series|round)\b| Robotics\b)"
)


def not_a_day(text: str, start: int, end: int) -> bool:
    """Whether a weekday's name is a company here."""
    before = last_word(text, start)
    if before in ("like", "startup", "company", "firm"):
        return True
    return before != "on" and _NOT_A_DAY_AFTER.match(text, end) is not None
