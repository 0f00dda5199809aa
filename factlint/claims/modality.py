"""A clause -> what it asserts: the status of its claim, whether it asserts, what has moved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from factlint.claims import words
from factlint.claims.clauses import Clause
from factlint.claims.tokens import Sentence, Token, encode
from factlint.model import Status

#: Wordings left of the value, by what they say of it; the first status that fits is taken.
STATUS_WORDINGS: Mapping[Status, tuple[str, ...]] = {
    "denied": (
        "denied", "denies", "deny", "rejected", "rejects", "ruled out", "rules out", "did not",
        "didn't", "does not", "doesn't", "has not", "hasn't", "have not", "is not", "isn't",
        "was not", "wasn't", "will not", "won't", "never", "no plans", "declined to",
    ),
    "in_talks": (
        "in talks", "in discussions", "in negotiations", "in early talks", "in advanced talks",
        "in discussion", "talks", "eyeing", "eyes", "is considering", "are considering",
        "considering", "exploring", "negotiating", "looking to", "weighing", "mulling",
        "seeking", "seeks", "discussed raising", "float", "floats",
        "near deal", "nears", "nearing", "close to raising", "close to closing", "close to a",
        "closing stages", "discusses", "nears deal", "discussing",
        "finalizing", "finalising", "in the process of", "courting",
        "wants to raise", "hoping to raise",
    ),
    "rumored": (
        "reportedly", "a reported", "rumored", "rumoured", "allegedly", "is said to",
        "are said to", "is thought to", "are thought to", "is believed to", "are believed to",
        "sources say", "according to sources", "people familiar", "speculation",
        "rumors", "rumours",
    ),
    "forecast": (
        "expected", "expects", "expect", "forecast", "forecasts", "estimate", "estimates",
        "estimated", "projected", "projects", "predict", "predicts", "predicted", "could",
        "might", "may", "likely", "would", "anticipates", "anticipated", "on track",
        "heading for", "on pace", "set to exceed", "set to reach", "set to hit", "set to top",
        "set to double", "set to triple", "set to grow", "set to surpass", "set to pass",
        "should", "projections", "potential", "a possible",
    ),
    "planned": (
        "plan to", "plan on", "plan for", "plan worth", "plan of", "a plan", "investment plan",
        "spending plan", "expansion plan", "its plan", "their plan", "plans", "planned",
        "planning", "will", "intends", "intend", "intending",
        "pledge", "pledged", "pledges", "commit", "commits", "committed", "committing",
        "commitment", "set to", "is to", "are to", "was to", "prepared to", "guides to",
        "guided", "proposed", "proposes", "agreed to", "agrees to", "vowed", "promised",
        "slated", "scheduled", "aim to", "aims to", "aiming to", "hope to", "hopes to", "hoping to",
        "want to", "wants to", "targeting", "targets", "poised to",
        "to invest", "to spend", "to raise", "to acquire", "to buy", "ambitions", "going to",
        "means to", "mean to", "is being bought", "is being acquired", "is being sold",
        "is acquiring", "are acquiring", "is buying", "are buying", "a term sheet",
        "about to", "to cut", "to lay off", "to slash", "to shed",
        "to eliminate", "upcoming", "pending", "files for", "filed for", "to go public",
    ),
}  # fmt: skip

#: A label that opens a sentence says it of all that follows: "Sources: Foo's sales grew 18%".
_LABELS: Mapping[str, Status] = {
    "source": "rumored", "sources": "rumored", "insiders": "rumored", "rumor": "rumored",
    "rumour": "rumored", "rumors": "rumored", "rumours": "rumored",
    "guidance": "forecast", "outlook": "forecast", "forecast": "forecast",
}  # fmt: skip


def _pattern(wordings: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(wordings, key=len, reverse=True)
    return re.compile(r"(?:(?<= )|^)(?:" + "|".join(map(re.escape, ordered)) + r") ")


_STATUS_PATTERNS = {status: _pattern(wordings) for status, wordings in STATUS_WORDINGS.items()}
#: A year whose figures are estimates of whoever writes: "in 2026E".
_ESTIMATED_YEAR = re.compile(r"(?:(?:fy|cy)?20|fy|cy)\d\de", re.IGNORECASE)
#: What makes the figure before it one that was expected, and what may stand between.
_EXPECTED = words.words("est expected forecast forecasted consensus estimate estimates predicted")
_EXPECTING = words.words(
    "that which analysts analyst economists street wall had was were by the of"
)
#: What is said of a deal that is not done.
_SUPPOSING = frozenset(("would", "could", "might"))
_SUPPOSED = frozenset(("value", "be", "give", "bring", "make", "mark", "double", "triple"))
_RAISING = _pattern(("is raising", "of raising", "be raising", "are raising"))
_NOT_ASSERTED = _pattern((*words.HYPOTHETICAL, *words.HYPOTHETICAL_PHRASES))
#: What opens a piece of advice: "Use Foo to raise a Series A", "How to raise $9M".
_ADVICE = re.compile(r'(?:" )?(?:use|try|learn|avoid|how to) ')
_MAIN = frozenset(("main", "cont"))
#: "..., but it did not": what takes back all that was said before it.
_CONTRARY = frozenset(("but", "yet", "although", "though"))
_BARE = frozenset(("did", "does", "do", "has", "have", "had", "is", "was", "are", "were"))
_NOT = frozenset(("not", "n't"))
_BARE_NOT = frozenset(f"{word}n't" for word in _BARE)
#: What a value can have been before; so many tokens stand between it and "from".
_MEASURED = frozenset(("money", "percent", "quantity", "count", "date"))
_NEAR = 4
#: So many tokens name who did not.
_NAMED_IN = 4
_ASIDE = frozenset(("app", "paren"))
_INHERITS = frozenset(("ing", "prep", "paren", "app", "cont"))


def _governing(clauses: Sequence[Clause], index: int) -> int:
    """The first clause whose words bear on this one: for a dependent clause its main clause."""
    if clauses[index].kind not in _INHERITS or clauses[index].verb is not None:
        return index
    earlier = (c for c in range(index, -1, -1) if clauses[c].kind in ("main", "cont", "rel"))
    return next(earlier, index)


def _encoded(sentence: Sentence, start: int, end: int) -> str:
    if start >= end:
        return ""
    tokens = sentence.tokens
    return encode([tokens[i] for i in range(start, end) if not _is_month(tokens, i)])


#: Before one of these "May" is a month: in a headline a capital says nothing.
_BEFORE_MONTH = frozenset(
    ("in", "by", "since", "until", "till", "from", "of", "last", "this", "next", "early", "late")
)


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the month and no verb: "By May Foo had $9M"."""
    return tokens[at].text == "May" and at > 0 and tokens[at - 1].lower in _BEFORE_MONTH


def scope(
    clauses: Sequence[Clause], index: int, upto: int, *, standing: bool = False
) -> list[tuple[int, int]]:
    """The stretches of tokens left of `upto` whose words bear on a clause.

    What stands is told aside of what may come: "is to buy Acme, an Oslo designer of chips".
    """
    aside = standing and clauses[index].kind in _ASIDE
    first = index if aside else _governing(clauses, index)
    spans = [(c.start, min(c.end, upto)) for c in (clauses[first], clauses[index])]
    return [span for span in dict.fromkeys(spans) if span[0] < span[1]]


def status(
    sentence: Sentence,
    clauses: Sequence[Clause],
    index: int,
    upto: int,
    *,
    funding: bool,
    standing: bool,
) -> Status:
    """The status that the words of a clause left of token `upto` give its claim.

    `funding`: who "is raising" money is still in talks; who is raising prices is not. `standing`:
    the claim is none of a deal or a figure, but of where, since when and by whom.
    """
    if _taken_back(sentence, upto):
        return "denied"
    if funding and any(
        _RAISING.search(_encoded(sentence, *span)) for span in scope(clauses, index, upto)
    ):
        return "in_talks"
    spans = scope(clauses, index, upto, standing=standing)
    own = _said(sentence, reversed(spans))
    if own == "done":
        return (
            _estimated(sentence, upto)
            or _supposed(sentence, clauses, index, upto)
            or _labelled(sentence, clauses, index)
        )
    if own != "forecast" or clauses[index].kind != "rel":
        return own
    # "is in talks over a round that would value it at": the main clause knows better
    main = next((c for c in range(index - 1, -1, -1) if clauses[c].kind in _MAIN), index)
    said = _said(sentence, scope(clauses, main, clauses[main].end))
    return own if said == "done" else said


def _supposed(
    sentence: Sentence, clauses: Sequence[Clause], index: int, value: int
) -> Status | None:
    """Whether a value left of its verb is only supposed: "A $9M round, led by Foo, would value"."""
    own = clauses[index].verb
    later = (c.verb for c in clauses[index + 1 :] if c.kind == "cont" and c.verb is not None)
    verb = own if own is not None else next(later, None)
    if verb is None or verb < value:
        return None
    said = [token.lower for token in sentence.tokens[verb : verb + 2]]
    supposed = said[0] in _SUPPOSING and not _SUPPOSED.isdisjoint(said[1:])
    return "forecast" if supposed else None


def _labelled(sentence: Sentence, clauses: Sequence[Clause], index: int) -> Status:
    """What the label of a sentence says of it: "Guidance for Q3: $9M in revenue" is a forecast."""
    label = clauses[0]
    if label.kind != "label" or not index:
        return "done"
    return _LABELS.get(sentence.tokens[label.start].lower, "done")


def _estimated(sentence: Sentence, value: int) -> Status | None:
    """Whether what stands right behind a value makes it an estimate: "$9M in 2026E"."""
    near = sentence.tokens[value + 1 : value + _NEAR]
    dated = any(_ESTIMATED_YEAR.fullmatch(token.text) for token in near)
    return "forecast" if dated or is_expected(sentence, value) else None


def is_expected(sentence: Sentence, value: int) -> bool:
    """Whether a value is what was expected: "vs. $9M est.", "below the $9M analysts forecast"."""
    for token in sentence.tokens[value + 1 : value + _NEAR + 1]:
        if token.lower in _EXPECTED:
            return True
        if token.mention is not None or token.lower not in _EXPECTING:
            return False
    return False


def _taken_back(sentence: Sentence, upto: int) -> bool:
    """Whether the end of the sentence takes back what stands left of it: "..., but it did not"."""
    told = [token.lower for token in sentence.tokens[upto:] if token.lower.strip(".,;!\"')")]
    for at, word in enumerate(told):
        if word not in _CONTRARY or len(told) - at > _NAMED_IN + 3:
            continue
        rest = told[at + 1 :]
        if rest and rest[-1] in _BARE_NOT:
            return True
        if len(rest) > 1 and rest[-1] in _NOT and rest[-2] in _BARE:
            return True
    return False


def _said(sentence: Sentence, spans: Iterable[tuple[int, int]]) -> Status:
    """The status that the words of the first stretch with any say."""
    for start, end in spans:
        text = _encoded(sentence, start, end)
        for name, pattern in _STATUS_PATTERNS.items():
            if pattern.search(text):
                return name
    return "done"


def worded(sentence: Sentence, start: int, end: int) -> Status:
    """What a wording says that holds whatever is said around it: "is to buy Oslo-based Acme"."""
    return _said(sentence, ((start, end),))


def negated(sentence: Sentence, at: int) -> bool:
    """Whether a value is named as what is not: "hired its founder, not a $9M acquisition"."""
    left = [token.lower for token in sentence.tokens[max(0, at - 2) : at]]
    return left[-1:] == ["not"] or (left[:1] == ["not"] and left[-1] in words.ARTICLES)


def doubt(sentence: Sentence, clauses: Sequence[Clause], index: int, upto: int) -> str | None:
    """Why a clause states nothing: a question, hypothesis, wish or guess; None if it does."""
    if sentence.tokens and sentence.tokens[-1].text == "?":
        return "a question"
    if _is_inverted(sentence):
        return f"hypothetical: {sentence.tokens[0].text!r}"
    for start, end in scope(clauses, index, upto):
        found = _NOT_ASSERTED.search(_encoded(sentence, start, end))
        if found:
            return f"hypothetical: {found[0].strip()!r}"
        if _ADVICE.match(_encoded(sentence, start, end)):
            return "a piece of advice"
    return None


#: What opens a condition without "if", and what of its other half tells so.
_INVERTED, _CONSEQUENCE = (
    frozenset(("had", "were", "should")),
    frozenset(("would", "could", "might")),
)


def _is_inverted(sentence: Sentence) -> bool:
    """Whether a sentence is a condition without "if": "Had Acme taken the $9M, it would be"."""
    said = sentence.tokens
    if len(said) < 3 or said[0].lower not in _INVERTED:
        return False
    named = said[1].is_name or said[1].lower in ("it", "they", "he", "she", "the", "its", "their")
    return named and any(token.lower in _CONSEQUENCE for token in said)


def has_moved(sentence: Sentence, clauses: Sequence[Clause], index: int) -> bool:
    """Whether words of the clause tell that its value changed or belongs to an earlier time.

    "Five months before, investors had paid": the time that opens the sentence counts, too.
    """
    clause = clauses[index]
    dated = index > 0 and clauses[index - 1].verb is None and clauses[index - 1].start == 0
    start = clauses[index - 1].start if dated else clause.start
    tokens = sentence.tokens
    end = clause.end
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    if following and tokens[following.start].lower in words.MOVED_BY | words.MOVED_FROM:
        end = following.end  # "$20 million, up from $8 million"
    return any(
        tokens[at].lower in words.MOVED
        or (tokens[at].lower in words.MOVED_FROM and _is_value(tokens[at + 1 : at + _NEAR]))
        or (tokens[at].lower in words.MOVED_BY and _is_change(tokens[at + 1 : at + _NEAR]))
        for at in range(start, end)
    )


def _is_value(tokens: Sequence[Token]) -> bool:
    """Whether words come to a value: "about $2 billion"."""
    kinds = (token.mention.value.kind for token in tokens if token.mention is not None)
    return any(kind in _MEASURED for kind in kinds)


def _is_change(tokens: Sequence[Token]) -> bool:
    """Whether words behind "up" tell how far or from where: "from 40", "by 8%", "8%"."""
    if tokens and tokens[0].lower in ("from", "by", "to"):
        return True
    return any(token.mention and token.mention.value.kind == "percent" for token in tokens)
