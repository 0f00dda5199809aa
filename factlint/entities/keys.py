"""A name -> the exact key that spellings of one name share."""

from __future__ import annotations

import re
from functools import lru_cache

#: A legal form at the end: "Inc.", "Holdings plc"; not "AI" or "Labs", which tell names apart.
_FORMS = (
    "inc", "ltd", "llc", "llp", "corp", "corporation", "incorporated", "limited", "gmbh", "sa",
    "s.a", "ag", "plc", "co", "nv", "n.v", "bv", "b.v", "oy", "oyj", "ab", "asa", "pbc", "pte",
    "se", "s.e",
)  # fmt: skip
_LEGAL = re.compile(rf"(?<=[\w.])[\s,]+(?:{'|'.join(map(re.escape, _FORMS))})\.?$")
_POSSESSIVE = re.compile(r"(?<=\w)['’](?:s)?$")
_THE = re.compile(r"the\s+(?=\w)")
_DIGIT = re.compile(r"\d")
#: A dot between digits tells versions apart: 2.0 is not 20.
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_SEPARATORS = re.compile(r"[\s\-‐‑–—_./,:;'’\"“”·()\[\]!?*]+")
#: Digits that a squeezed separator would join to others: "GPT 4 5" is not "GPT 45".
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s\-‐‑–—_/,:;]+(?=\d)")


def has_legal_form(name: str) -> bool:
    """Whether a name ends as only firms do: "Foo, Inc."."""
    return _LEGAL.search(name.strip().casefold()) is not None


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The key of a name: equal for spellings that differ in case, punctuation or legal form.

    What tells things apart stays: Flash, mini, Max, 70B against 8B, 2.0 against 2.0 mini.
    """
    text = name.strip().casefold()
    if text.isalnum():  # most names are one word
        return text
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    while text.removesuffix(".").endswith(_FORMS) and (shorter := _LEGAL.sub("", text)) != text:
        text = shorter.rstrip(" ,.")
    text = _THE.sub("", text, count=1) if text.startswith("the ") else text
    if _DIGIT.search(text):
        text = _POINT.sub("\x00", text)
        text = _BETWEEN_DIGITS.sub("\x01", text)
    text = _SEPARATORS.sub("", text)
    return text.replace("\x00", ".").replace("\x01", " ") or name.strip().casefold()
