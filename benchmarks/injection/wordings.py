"""Tables of words that change what is said (hedges, states of a deal) or only how (synonyms)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: What a hedge is turned into; longer ones first where one starts another.
HEDGES: Mapping[str, tuple[str, ...]] = {
    "more than": ("less than", "up to"),
    "less than": ("more than",),
    "at least": ("at most", "less than"),
    "at most": ("at least",),
    "up to": ("more than", "at least"),
    "over": ("under", "less than"),
    "under": ("over", "more than"),
    "above": ("below",),
    "below": ("above",),
    "exceeding": ("below",),
    "fewer than": ("more than",),
    "no more than": ("no less than",),
    "as much as": ("at least",),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed as it is told when it is done, and while it is open."""

    done: tuple[str, ...]
    coming: tuple[str, ...]


_RAISE = Deed(
    ("has raised", "raised", "has secured", "secured", "has closed", "closed", "raises", "landed",
     "picked up", "pulled in"),
    ("plans to raise", "is in talks to raise", "is seeking to raise", "aims to raise",
     "wants to raise", "is looking to raise", "is raising", "is seeking"),
)  # fmt: skip
_BUY = Deed(
    ("has acquired", "acquired", "has bought", "bought", "acquires", "purchased", "took over",
     "has taken over"),
    ("is in talks to acquire", "plans to acquire", "wants to buy", "is in talks to buy",
     "will acquire", "is considering buying"),
)  # fmt: skip
_SOLD = Deed(
    ("was acquired", "has been acquired", "was bought", "was sold", "was taken over"),
    ("is in talks to be acquired", "is about to be bought", "may be sold", "could be acquired"),
)
_PAY = Deed(
    ("paid", "has paid"),
    ("is ready to pay", "plans to pay", "is in talks to pay", "will pay"),
)
_SPEND = Deed(
    ("has invested", "invested", "has spent", "spent"),
    ("plans to invest", "will invest", "plans to spend", "will spend", "is considering investing"),
)
_CUT = Deed(
    ("has laid off", "laid off", "has cut", "cut"),
    ("plans to lay off", "will cut", "is about to cut", "is considering laying off"),
)
_LAUNCH = Deed(
    ("launched", "has released", "released", "introduced"),
    ("plans to launch", "will release", "is about to release"),
)

#: The deeds that a claim of an attribute can tell of.
DEEDS: Mapping[str, tuple[Deed, ...]] = {
    "funding_amount": (_RAISE,),
    "funding_round": (_RAISE,),
    "acquirer": (_SOLD, _BUY),
    "acquisition_price": (_SOLD, _BUY, _PAY),
    "investment": (_SPEND,),
    "spending": (_SPEND,),
    "layoffs": (_CUT,),
    "launched_on": (_LAUNCH,),
}

#: What a round is part of the telling of.
TELLS_OF_ROUNDS = frozenset(
    ("funding_amount", "funding_round", "valuation", "investor", "lead_investor", "closed_on")
)

#: Verbs that say the same of an attribute; all of one row fit one place in a sentence.
SYNONYMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "funding_amount": (("raised", "secured", "closed"), ("raises", "secures", "closes")),
    "funding_round": (("raised", "secured", "closed"), ("raises", "secures", "closes")),
    "acquirer": (("acquired", "bought", "purchased"), ("acquires", "buys", "purchases")),
    "acquisition_price": (("acquired", "bought", "purchased"), ("acquires", "buys", "purchases")),
}

#: Words that stand for a name told before: where they stand, the order of a text matters.
ANAPHORS = re.compile(
    r"""\b(?: it | its | they | their | them | he | she | his | her | this | these | that | those
      | both | such | another | also | meanwhile | but | however | instead | the\ same
      | the\ (?: company | startup | firm | lab | group | round | deal | model | product ) )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of some wordings, whole words only; the longest one at a place."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")


def opposite(deeds: Iterable[Deed], said: str) -> tuple[str, ...]:
    """What tells the other state of the deed that is told of."""
    for deed in deeds:
        if said in deed.done:
            return deed.coming
        if said in deed.coming:
            return deed.done[:4]
    return ()


def hedge_of(figure: str) -> str | None:
    """The hedge that opens a written figure, if it can be turned round."""
    lower = figure.lower()
    return next((one for one in HEDGES if lower.startswith(f"{one} ")), None)
