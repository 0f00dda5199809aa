"""Names of a text -> the short forms that the text itself defines: (AWS, Amazon Web Services).

Short forms that it defines by plain words are terms: "customer success platform (CSP)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factlint.mentions import name_words as words

#: "Amazon Web Services (AWS)", 'Foo Bar ("Foo")': a name, and another one in brackets.
_OPENING = re.compile(r' \(["\']?(?:or |the )?["\']?$')
_CLOSING = re.compile(r'["\']?[),;]')
_SHORT = re.compile(r"\([A-Z]{2,6}s?\)")
_SHORTEST_TICKER, _LONGEST_TICKER = 3, 5
#: "customer success platform (CSP)"
_TERM = re.compile(r"((?:\b[a-z]\w*[ -]){2,6})\(([A-Z]{2,6})s?\)")


def find(
    text: str, spans: Sequence[tuple[int, int]], *, tickers: bool = False
) -> Iterator[tuple[str, str]]:
    """(short, long) pairs; `spans` are the places of the names.

    `tickers` count in the text that gives them only: elsewhere their letters may be a word.
    """
    if " (" not in text:
        return
    for (start, end), (begin, stop) in pairwise(spans):
        if not 2 <= begin - end <= 9 or not _OPENING.match(text[end:begin]):
            continue
        if not _CLOSING.match(text, stop):
            continue
        pair = _definition(text[start:end], text[begin:stop], tickers)
        if pair is not None:
            yield pair


def terms(text: str) -> Iterator[str]:
    """The short forms that a text defines by plain words: they name a thing of that sort."""
    if not _SHORT.search(text):
        return
    for found in _TERM.finditer(text):
        letters = found[2]
        said = re.findall(r"\w+", found[1])[-len(letters) :]
        if "".join(word[0] for word in said).upper() == letters:
            yield letters


def _definition(outer: str, inner: str, tickers: bool) -> tuple[str, str] | None:
    """The short form and the long one; "Hollywood (The Hollywood Wire)" names a source."""
    short, long = sorted((outer, inner), key=len)
    if inner == long and f" {outer} " in f" {inner} ":
        return None
    known = abbreviates(short, long) or (tickers and inner == short and _is_ticker(inner, outer))
    return (short, long) if known else None


def _is_ticker(letters: str, name: str) -> bool:
    """Whether letters are those that a firm is traded by: "Oracle (ORCL)", "Nvidia (NVDA)"."""
    if not (_SHORTEST_TICKER <= len(letters) <= _LONGEST_TICKER and letters.isupper()):
        return False
    rest = iter(name.casefold())
    first, others = letters[0].casefold(), letters[1:].casefold()
    return next(rest, "") == first and all(letter in rest for letter in others)


def abbreviates(short: str, long: str) -> bool:
    """Whether one name is a short form of the other: AWS, AMI Labs, a16z, Foo of Foo Systems."""
    if short == long or len(short) >= len(long):
        return False
    stem = [word for word in short.split() if word not in words.ORG_SUFFIXES] or short.split()
    letters = "".join(stem).replace(".", "").replace("&", "")
    parts = re.findall(r"\w+", long)
    if f" {short} " in f" {long} ":
        return True
    if len(letters) > 1 and letters.isupper() and _initials(letters, parts):
        return True
    squeezed = "".join(parts).casefold()
    return short.casefold() == f"{squeezed[0]}{len(squeezed) - 2}{squeezed[-1]}"


def _initials(letters: str, parts: Sequence[str]) -> bool:
    """Whether `letters` are the first letters of the words, small words and legal forms aside."""
    big = [part for part in parts if part[:1].isupper() or part[:1].isdigit()]
    for chosen in (parts, big):
        initials = "".join(part[0] for part in chosen).upper()
        if initials.startswith(letters) and len(initials) - len(letters) <= 1:
            return True
    capitals = "".join(mark for part in parts for mark in part if mark.isupper())
    return capitals == letters
