"""Test sentences with their names marked: "*Acme* raised $5M" -> text and mentions."""

from __future__ import annotations

import re

from factlint.claims import clauses, tokens
from factlint.entities import gazetteer
from factlint.mentions import figures
from factlint.model import Mention, Value

_NAME = re.compile(
    r"\*([^*/@]+)(?:/(org|person|product|place|market|unknown|investor|region))?(?:@([^*]+))?\*"
)


def read(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """The text without the marks, and its mentions.

    "*Kim Lee/person*" gives a kind as the gazetteer words it, "*Acme@Oslo*" the seat.
    """
    text, names, at = "", [], 0
    for found in _NAME.finditer(marked):
        text += marked[at : found.start()]
        name, start = found[1], len(text)
        kind = found[2] or "org"
        text += name
        value = Value("name", name, canonical=name)
        mention = Mention(
            start,
            len(text),
            start,
            value,
            {**gazetteer.KINDS, "market": "market"}.get(kind, "unknown"),
            backs=kind == gazetteer.INVESTOR,
            within=found[3],
            region=kind == gazetteer.REGION,
        )
        names.append(mention)
        at = found.end()
    text += marked[at:]
    spans = {(name.start, name.end) for name in names}
    numbers = [
        m for m in figures.find(text, None) if not any(a < m.end and m.start < b for a, b in spans)
    ]
    return text, tuple(sorted((*names, *numbers), key=lambda m: m.start))


def sentence(marked: str) -> tokens.Sentence:
    """The tokens of a marked sentence."""
    text, mentions = read(marked)
    return tokens.tokenize(text, 0, len(text), mentions)


def bracketed(marked: str) -> str:
    """The clauses of a marked sentence as text."""
    line = sentence(marked)
    return clauses.bracket(line.tokens, clauses.split(line.tokens))
