"""A name -> votes for its kind by its own form: "X Capital", "Jane X", "X-7B", "XBench"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_words as words
from factlint.mentions.name_votes import Vote

_DIGIT = re.compile(r"\d")
#: A word of a person's name: "Jane", "O'Brien", "Smith-Jones", "L", "McKay".
_PURE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?$")
#: "J. Lumo", "J.K. Lumo".
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z]+$")
#: "EthOslo2026": what takes place in a year is none of the four kinds.
_YEARLY = re.compile(r"[^\W\d_]{3,}(?:19|20)\d\d$")
#: "Technikmuseum Lumo", "Lumo Universität".
_BODIES = (
    "museum", "museet", "universität", "universiteit", "universitet", "université", "universidad",
    "hochschule", "akademie", "institut", "institutet", "verlag", "zentrum", "stiftung", "verein",
)  # fmt: skip
_DOMAIN = (".ai", ".Ai", ".AI", ".io", ".com", ".co", ".org", ".net")
#: "FlashInfer", "MEV-Boost", "vLLM": how things are spelled, and few firms.
_TECHNICAL = re.compile(
    r"(?=\w*[a-z])(?:[A-Z][a-z]+[A-Z]|[a-z]+[A-Z]|[A-Z]{2,}[a-z]|\w+-[A-Z])[\w-]*$"
)


def technical(name: str) -> bool:
    """Whether a name is spelled as things are, and firms, people and events seldom."""
    return _TECHNICAL.match(name) is not None and not name.endswith(nouns.EVENT_ENDINGS)


@lru_cache(maxsize=16384)
def votes(name: str) -> tuple[Vote, ...]:
    """What the name itself says; asked at both looks, and of many names in many documents."""
    return tuple(_votes(name))


def _votes(name: str) -> Iterator[Vote]:
    parts = name.split()
    last = parts[-1]
    if len(parts) == 1:
        yield from _of_word(name)
    elif last in nouns.FIELDS and all(part.casefold() in words.common() for part in parts):
        return  # "Cloud Computing": a line of business as likely as a firm
    elif last in words.ORG_SUFFIXES or (parts[1] == "of" and parts[0] in words.OF_HEADS):
        yield "org", 2 if last in nouns.PRODUCT_ENDS or last in words.WEAK_SUFFIXES else 3
    elif any(part.casefold().endswith(_BODIES) for part in parts):
        yield "org", 3
    elif parts[0] in nouns.PLACE_OPENS:
        yield "place", 2
    elif _is_personal(parts):
        yield "person", 3 if last.casefold() in words.common() else 5
    elif _INITIALS.match(name):
        yield "person", 3
    elif " & " in name:
        yield "org", 2
    elif last in nouns.PRODUCT_ENDS:
        yield "product", 3
    elif last in nouns.PLACE_ENDS:
        yield "place", 3
    elif last in nouns.OTHER_ENDS:
        return
    elif last.endswith(nouns.FIRM_ENDINGS):
        yield "org", 2
    elif _may_be_personal(parts):
        yield "person", 1
    if _DIGIT.search(name) and not _YEARLY.match(name):
        yield "product", 2


def _of_word(name: str) -> Iterator[Vote]:
    if name.endswith(_DOMAIN) or name.endswith(nouns.FIRM_ENDINGS):
        yield "org", 2
    elif name.endswith(nouns.THING_ENDINGS) and name not in nouns.THING_ENDINGS:
        yield "product", 2
    elif name in words.given_names() and name.casefold() not in words.common():
        yield "person", 2


def _is_personal(parts: list[str]) -> bool:
    """Whether a first name opens it, and only words of letters follow."""
    return parts[0] in words.given_names() and len(parts) < 5 and all(map(_PURE.match, parts))


def _may_be_personal(parts: list[str]) -> bool:
    """Whether two or three words look like those of a person that no list knows."""
    return (
        len(parts) < 4
        and all(
            _PURE.match(part)
            and (part[1:].islower() or (len(part) < 3 and part[-1:] == "."))
            and part.casefold() not in words.common()
            for part in parts
        )
        and not (parts[-1].endswith("s") and parts[-1][:-1].casefold() in words.common())
    )
