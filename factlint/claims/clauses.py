"""Tokens of a sentence -> its clauses: main, relative, participle, apposition, parenthesis, label.

No grammar and no model: punctuation cuts the sentence into chunks, the first words and the finite
verb of a chunk say what it is. `bracket` shows the result as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from factlint.claims import words
from factlint.claims.tokens import Token

Kind = Literal["main", "cont", "rel", "ing", "ed", "app", "prep", "paren", "label"]

_CUTS = frozenset(
    (",", ";", ":", "—", "–", "--", "-", "(", ")", "[", "]", "…", "?", "!", ".", "•", "|")
)


#: After these a name alone is the head of a clause that goes on: "while Acme, a spin-off, raised".
_CONTRASTS = frozenset(("while", "whereas", "but", "although", "though", "because", "so"))


class Clause(NamedTuple):
    """Tokens [start, end) of one kind; `verb` is the first finite verb, if any.

    `opener` is the punctuation before it. A "cont" goes on with the clause before it (after an
    apposition, or with a second verb).
    """

    kind: Kind
    start: int
    end: int
    verb: int | None
    opener: str


def skips(token: Token) -> bool:
    """Whether a token is an adverb, which may stand anywhere."""
    word = token.lower
    return word in words.ADVERBS or (
        word.endswith("ly") and len(word) > 4 and token.mention is None
    )


def before(tokens: Sequence[Token], at: int, least: int = 0) -> int | None:
    """The token left of `at` that is no adverb."""
    at -= 1
    while at >= least and skips(tokens[at]):
        at -= 1
    return at if at >= least else None


def _is_day(token: Token) -> bool:
    dated = token.mention is not None and token.mention.value.kind == "date"
    return dated or token.lower in words.WEEKDAYS


def is_timely(token: Token) -> bool:
    """Whether a token is a date, a weekday or a word for a time: "2024", "quarter"."""
    return _is_day(token) or token.lower in words.TIMES


def _follows_subject(tokens: Sequence[Token], left: int | None) -> bool:
    if left is None:
        return False
    token = tokens[left]
    if left > 1 and _is_day(token) and tokens[left - 1].lower == "on":
        return tokens[left - 2].is_name  # "Acme on Thursday forecast"
    return (
        token.is_name
        or token.lower in words.PRONOUNS
        or token.lower in words.RELATIVES
        or token.lower in words.ANAPHORS
        or token.lower in (")", ",", "that", "others")
    )


def _is_finite_past(tokens: Sequence[Token], at: int, left: int | None) -> bool:
    word = tokens[at].lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if left is not None:
        previous = tokens[left]
        if previous.lower in words.AUXILIARIES or previous.lower == "to":
            return False
        if _is_relative(tokens, left):
            return True
        if previous.lower in words.ARTICLES or previous.lower in ("'s", "$"):
            return False
        if previous.lower in words.PREPOSITIONS:
            return False
    if following == "by" or _is_done_by(tokens, at + 1):
        return False
    if word in words.PARTICIPLES and following in words.PARTICIPLE_FOLLOWERS:
        return False
    if word in words.AMBIGUOUS:
        return _follows_subject(tokens, left)
    return True


def _is_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is the "that" of a relative clause: "a group that includes"."""
    if tokens[at].lower != "that" or at == 0 or tokens[at].mention is not None:
        return False
    noun = tokens[at - 1]
    return noun.is_name or (
        noun.text.isalpha()
        and noun.lower not in words.PREPOSITIONS | words.AUXILIARIES | words.ARTICLES
        and noun.lower not in words.LEMMA
        and noun.lower not in words.COORDINATORS | words.SUBORDINATORS
    )


def _is_done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether only a time stands before "by": "replaced last year by"."""
    for i in range(at, min(len(tokens), at + 4)):
        word, mention = tokens[i].lower, tokens[i].mention
        if word == "by":
            return i > at
        dated = mention is not None and mention.value.kind == "date"
        if not (dated or word in words.TIMES or word in ("last", "this", "in", "on", "earlier")):
            return False
    return False


#: What plurals that measure a firm do, in words that are nouns, too: "Profits surge 44% to".
_CHANGING = words.words(
    "surge jump fall rise drop climb soar sink slip slump plunge tumble decline shrink leap slide"
    " double triple quadruple swell top reach"
)
#: Verbs that are a figure, too.
_MULTIPLYING = frozenset(("doubles", "triples", "quadruples"))
#: All that may be a finite verb: most words are not even that.
_VERBS = (
    words.FINITE_AUXILIARIES
    | _CHANGING
    | _MULTIPLYING
    | frozenset((*words.THIRD, *words.PAST, *words.PLAIN_BASES))
)


def _looks_past(word: str) -> bool:
    return len(word) > _SHORTEST and word.endswith("ed") and word.isalpha()


#: A word in -ed that is longer than this is a past form, if no list holds it.
_SHORTEST = 5


def is_finite(tokens: Sequence[Token], at: int, least: int = 0) -> bool:
    """Whether the token is a finite verb (or the auxiliary of one), as far as its looks tell."""
    token = tokens[at]
    if token.lower in _MULTIPLYING:
        return at > least and tokens[at - 1].is_name  # "Acme doubles fundraising"
    if token.mention is not None:
        return _passes(tokens, at, least)
    if token.text == "May":
        return False
    word = token.lower
    if word not in _VERBS:
        # "Foo pivoted to chips": a verb that no list holds, right after its subject
        if not _looks_past(word):
            return False
        left = before(tokens, at, least)
        if left is None or not (
            tokens[left].is_name
            or _is_the_firm(tokens, left)
            or _are_people(tokens, left, least)
            or _measures(tokens, at, least)
        ):
            return False
        return _is_finite_past(tokens, at, left)
    if word in words.FINITE_AUXILIARIES:
        return True
    left = before(tokens, at, least)
    if left is None and word in words.PLAIN_BASES:
        return at > 0  # ", continue to attract": a plural subject stands before the comma
    if word in words.PAST:
        return _is_finite_past(tokens, at, left)
    previous = "" if left is None else tokens[left].lower
    if word in words.AMBIGUOUS:
        if left is None:
            return _is_one_more(tokens, at)
        return _follows_subject(tokens, left) or _measures(tokens, at, least)
    if word in _CHANGING:
        return left is not None and previous.endswith("s") and _measures(tokens, at, least)
    if word in words.THIRD:
        if left is not None and _is_relative(tokens, left):
            return True
        return not (previous in words.PREPOSITIONS or previous in words.ARTICLES)
    return left is not None and (
        (tokens[left].is_name or previous.endswith("s") or previous in ("they", "we", "you", "i"))
        and previous not in words.ARTICLES
        and previous != "'s"
    )


#: Verbs that a figure begins with: they say that it is at least so much.
_PASSING = words.words(
    "passed passes topped tops exceeded exceeds surpassed surpasses crossed crosses approached"
    " approaches doubled tripled quadrupled quintupled halved"
)


def _passes(tokens: Sequence[Token], at: int, least: int) -> bool:
    """Whether a figure holds the verb of its clause: "It passed $1 billion"."""
    if tokens[at].lower.partition(" ")[0] not in _PASSING:
        return False
    left = before(tokens, at, least)
    if left is None or tokens[left].lower.endswith("'d"):
        return False  # "they'd passed $1 billion"
    return tokens[left].lower not in words.PREPOSITIONS | words.AUXILIARIES


#: What a verb in -s takes behind a comma, where a noun in -s would not stand before it.
_OBJECTS = words.words("a an the its their over more up about around nearly almost")
#: Such verbs that take a preposition.
_INTRANSITIVE = words.words("runs starts ranks sells works trades")


def _is_one_more(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word in -s behind a comma is one more verb: "Foo 3, out now, supports a"."""
    if not at or at + 1 == len(tokens) or tokens[at - 1].text != ",":
        return False
    word, following = tokens[at].lower, tokens[at + 1]
    if not word.endswith("s"):
        return False
    if following.mention is not None:
        return following.mention.value.interval is not None and word in ("costs", "uses", "needs")
    return following.lower in _OBJECTS or (
        word in _INTRANSITIVE and following.lower in ("on", "at")
    )


def _are_people(tokens: Sequence[Token], at: int, least: int) -> bool:
    """Whether a clause opens with a plural that does something: "Users praised"."""
    token = tokens[at]
    return at == least and token.mention is None and token.lower.endswith("s")


def _is_figure(token: Token) -> bool:
    return token.mention is not None and token.mention.value.interval is not None


#: Behind a verb these open what a measure is.
_MEASURING = frozenset(("at", "to", "near", "below", "above"))


def _measures(tokens: Sequence[Token], at: int, least: int) -> bool:
    """Whether a word says what a figure of a firm is: "Sales last year amounted to"."""
    if at + 1 == len(tokens):
        return False
    following = tokens[at + 1]
    if following.lower not in _MEASURING and not _is_figure(following):
        return False
    left = at - 1
    while left > least and (is_timely(tokens[left]) or tokens[left].lower in ("last", "this")):
        left -= 1
    return left >= least and tokens[left].lower in words.EVENT_NOUNS


def _is_the_firm(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun speaks of a company named before: "the Munich firm", not "a model tuned"."""
    if words.ANAPHORS.get(tokens[at].lower) != "org":
        return False
    return any(token.lower in ("the", "its") for token in tokens[max(0, at - 2) : at])


def _first_verb(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for i in range(start, end):
        word = tokens[i].lower
        verbal = word in _VERBS or _looks_past(word) or tokens[i].mention is not None
        if verbal and is_finite(tokens, i, start):
            return i
    return None


def _chunks(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, int]]:
    """(start, end, opening punctuation, depth of brackets) of each run between cuts."""
    start, opener, depth = 0, "", 0
    for i, token in enumerate(tokens):
        if token.mention is not None or token.text not in _CUTS:
            continue
        if token.text == "." and i < len(tokens) - 1:
            continue  # of an abbreviation: "Acme Inc. operates"
        if token.text == "," and _is_address(tokens, i):
            continue
        if token.text == "-" and _is_glued(tokens, i):
            continue
        if i > start:
            yield start, i, opener, depth
        depth = max(0, depth + (token.text in "([") - (token.text in ")]"))
        start, opener = i + 1, token.text
    if start < len(tokens):
        yield start, len(tokens), opener, depth


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen joins what stands on both sides: "ex-Boeing"."""
    if not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _is_address(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma stands inside an address that describes: "the Cambridge, Mass., company"."""
    around = tokens[max(0, at - 1) : at + 2]
    if len(around) < 3 or not all(_is_place(token) for token in (around[0], around[2])):
        return False
    before = tokens[at - 2].lower if at > 1 else ""
    following = {token.lower for token in tokens[at + 2 : at + 5]}
    return before in ("the", "a", "an") and not following.isdisjoint(words.ANAPHORS)


def _is_place(token: Token) -> bool:
    return token.mention is not None and token.mention.entity_kind == "place"


#: Pronouns that behind "that" are a subject.
_SPEAKERS = frozenset(("we", "he", "she", "it", "they"))
#: What is told goes behind these, too: "We are proud to share that we have raised".
_TELLING = words.REPORTING | words.words(
    "heard hear learned learnt share announce announcing sharing confirm reveal reporting saying"
    " proud happy thrilled pleased"
    " delighted excited glad know knows knew means meant shows showed hope sure aware"
)
_JOINTS = words.SUBORDINATORS | frozenset(("and", "or", "which", "who", "whose", "that"))


def _joints(tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Where a chunk goes on with a relative clause, or with a clause that has its own subject."""
    since = start  # "Acme said that Foo and Bar have": the verb of the clause itself counts
    for i in range(start + 1, end):
        told = tokens[i - 1].lower in _TELLING
        if not told and tokens[i].lower not in _JOINTS:
            continue
        word = "" if tokens[i].mention else tokens[i].lower
        # "such as", and an "and" between two names of one subject, join nothing but names.
        joins = (word in words.SUBORDINATORS and tokens[i - 1].lower != "such") or (
            word in ("and", "or") and _first_verb(tokens, since, i) is not None
        )
        if (
            (word in ("which", "who", "whose") and tokens[i - 1].lower not in words.PREPOSITIONS)
            or (word == "that" and _opens_clause(tokens, i, end))
            or (told and i + 1 < end and _is_quoted(tokens, i, end))
            or (joins and _has_own_subject(tokens, i + 1, end))
        ):
            since = i
            yield i


def _is_told(tokens: Sequence[Token], at: int) -> bool:
    """Whether this "that" opens what somebody tells: "proud to share that we have raised"."""
    told = at > 0 and tokens[at - 1].lower in _TELLING
    return told and at + 1 < len(tokens) and tokens[at + 1].lower in _SPEAKERS


def _opens_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether this "that" is followed by a verb (relative) or by what opens a told clause."""
    after = at + 1
    if after < end and _is_told(tokens, at):
        return True
    while after < end and skips(tokens[after]):
        after += 1
    if after < end and is_finite(tokens, after, at):
        return True
    return tokens[at - 1].lower in words.REPORTING


def _is_quoted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether what is told goes without "that": "Foo announced Bar is buying Baz"."""
    if tokens[at].is_name:
        return _has_own_subject(tokens, at, end)
    first = tokens[at]
    if first.mention is not None or not first.text.isalpha() or at + 1 >= end:
        return False
    several = first.lower.endswith("s") and first.lower not in words.AUXILIARIES
    return several and tokens[at + 1].lower in words.MODALS  # "says companies will spend"


def _has_own_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a subject and, within a few words, its finite verb follow."""
    seen = False
    for i in range(start, min(end, start + 7)):
        if seen and is_finite(tokens, i, start):
            # "backed by Foo and Bar and was valued": the last "and" goes on with the subject
            left = before(tokens, i, start)
            return left is None or tokens[left].lower not in words.COORDINATORS
        if tokens[i].mention is not None and not tokens[i].is_name:
            return False
        if tokens[i].is_name or tokens[i].lower in ("it", "they", "he", "she", "we"):
            seen = True
        seen = seen or tokens[i].lower in words.ANAPHORS or tokens[i].lower in words.EVENT_NOUNS
    return False


def _kind(tokens: Sequence[Token], start: int, end: int, opener: str, verb: int | None) -> Kind:
    """What a chunk is, by its first words and whether it holds a finite verb."""
    at = start
    while at < end and skips(tokens[at]):
        at += 1
    if at == end:
        return "prep"
    first = tokens[at]
    word = "" if first.mention else first.lower
    figure = first.mention is not None and not first.is_name
    if figure and first.lower.endswith("ing") and opener and verb is None:
        return "ing"  # "nearly doubling its sales" is a figure and a participle at once
    if word in words.RELATIVES:
        return "rel"
    if word == "of" and at + 1 < end and tokens[at + 1].lower in ("which", "whom"):
        return "rel"
    if word == "that":
        told = start > 0 and (tokens[start - 1].lower in words.REPORTING or _is_told(tokens, start))
        opens = start == 0 and verb == at + 1  # "That is double what it was"
        return "main" if told or opens else "rel"
    if opener in ("", ":", ";") and start == 0 and verb is not None:
        return "main"
    if word in words.COORDINATORS or word in words.SUBORDINATORS:
        if verb is None:
            heads = word in _CONTRASTS and _is_headed(tokens, at + 1, end)
            heads = heads or (word == "and" and _is_other(tokens, at + 1, start, end))
            return "main" if heads else "prep" if word in words.SUBORDINATORS else "app"
        after = next((i for i in range(at + 1, end) if not skips(tokens[i])), end)
        return "cont" if verb == after and word in words.COORDINATORS else "main"
    if verb == at:
        return "cont"
    if word in words.GERUND and word not in ("following", "including"):
        return "ing"
    if (word in words.PAST or word in words.PARTICIPLES) and (verb is None or verb > at):
        return "ed"
    if verb is not None:
        return "main"
    if word in words.PREPOSITIONS or word in ("including", "led", "backed", "such", "like"):
        return "prep"
    return "app" if opener else "main"


def _is_other(tokens: Sequence[Token], name: int, start: int, end: int) -> bool:
    """Whether a second sentence starts: "sold in 2024, and Foo, led by Kim Lee, is bought"."""
    alone = name + 1 == end and tokens[name].is_name
    if not alone or start < 2 or tokens[start - 1].text != "," or end + 2 >= len(tokens):
        return False
    listed = tokens[start - 2].is_name
    return not listed and tokens[end].text == "," and tokens[end + 1].lower in _DESCRIBES


#: What opens a description of the name before the comma.
_DESCRIBES = frozenset(("led", "run", "headed", "owned", "backed", "founded", "which", "whose"))


def _is_headed(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether words are a noun phrase that a clause can be about: "its Foo model", "Foo"."""
    if start >= end:
        return False
    if tokens[start].is_name:
        return True
    last = tokens[end - 1]
    plain = all(token.lower not in words.PREPOSITIONS for token in tokens[start:end])
    return plain and (last.is_name or last.lower in words.ANAPHORS)


def split(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order, without the punctuation between them."""
    clauses: list[Clause] = []
    for start, end, opener, depth in _chunks(tokens):
        edges = [start, *_joints(tokens, start, end), end]
        for left, right in pairwise(edges):
            verb = _first_verb(tokens, left, right)
            mark = opener if left == start else ""
            if mark == "," and _goes_on(tokens, left, clauses):
                verb = left
            kind: Kind = (
                "paren" if depth and left == start else _kind(tokens, left, right, mark, verb)
            )
            introduced = all(clause.kind == "prep" for clause in clauses) and bool(clauses)
            if kind == "app" and (left != start or introduced or mark in (":", ";")):
                kind = "main"  # "Meanwhile, startups like Acme, which ..., raised"
            clauses.append(Clause(kind, left, right, verb, mark))
    for i, (said, behind) in enumerate(pairwise(clauses[1:]), start=1):
        if _is_inserted(tokens, said, behind):
            clauses[i] = said._replace(kind="paren")
    openers = [clause.opener for clause in clauses[1:4]]
    alone = bool(clauses) and all(t.is_name for t in tokens[clauses[0].start : clauses[0].end])
    aside = alone and any(clause.kind in ("paren", "app") for clause in clauses[1:2])
    aside = aside or _heads_figures(clauses)
    mark = ":" if aside and ":" in openers else openers[0] if openers else ""
    if len(clauses) > 1 and _is_label(tokens, clauses[0], mark):
        clauses[0] = Clause("label", clauses[0].start, clauses[0].end, None, "")
    return tuple(clauses)


def _heads_figures(clauses: Sequence[Clause]) -> bool:
    """Whether a bracket and a colon without a verb follow: "Series B (2023): $9M led by Foo"."""
    if len(clauses) < 3 or clauses[1].kind != "paren":
        return False
    behind = next((clause for clause in clauses[2:] if clause.kind != "paren"), None)
    return behind is not None and behind.opener == ":" and behind.verb is None


#: Who tells it takes up so many tokens, with the verb.
_TELLER = 7


def _is_inserted(tokens: Sequence[Token], said: Clause, behind: Clause) -> bool:
    """Whether a clause between commas says who tells it: "Acme employs 40, Foo says, and made"."""
    if said.verb is None or said.opener != "," or behind.opener != ",":
        return False
    short = said.end - said.start <= _TELLER
    last = said.end - 1
    ends = said.verb == last or (said.verb == last - 1 and is_timely(tokens[last]))
    return short and ends and said.kind == "main" and tokens[said.verb].lower in words.REPORTING


def _goes_on(tokens: Sequence[Token], at: int, clauses: Sequence[Clause]) -> bool:
    """Whether a word that may be a noun is a verb: "Foo, a bank, holds", "Foo packs A, moves B"."""
    if tokens[at].lower not in words.AMBIGUOUS or not clauses:
        return False
    if _goes_on_alike(tokens, at, clauses[-1]):
        return True
    if len(clauses) < 2:
        return False
    named, described = clauses[-2:]
    return described.kind in ("app", "ed") and described.opener == "," and named.verb is None


def _goes_on_alike(tokens: Sequence[Token], at: int, before: Clause) -> bool:
    """Whether a word in -s stands behind a clause whose verb is one, too, and takes an object."""
    if before.kind not in ("main", "cont") or before.verb is None or at + 1 >= len(tokens):
        return False
    if tokens[before.verb].lower not in words.THIRD or tokens[at].lower not in words.THIRD:
        return False
    return not is_finite(tokens, at + 1, at + 1) and tokens[at + 1].lower not in words.PREPOSITIONS


def _is_label(tokens: Sequence[Token], first: Clause, mark: str) -> bool:
    """Whether a sentence opens with a label: "Robots: ...", "Acme - Seed Funding ($9M)"."""
    if first.verb is not None:
        return False
    alone = all(token.is_name for token in tokens[first.start : first.end])
    return mark == ":" or (mark in ("-", "–", "—", "--") and alone)


def bracket(tokens: Sequence[Token], clauses: Sequence[Clause]) -> str:
    """The clauses as text: "[main Nscale] [app a UK company] [cont raised $2 billion]"."""
    return " ".join(
        f"[{clause.kind} {' '.join(t.text for t in tokens[clause.start : clause.end])}]"
        for clause in clauses
    )


def clause_at(clauses: Sequence[Clause], at: int) -> int:
    """The index of the clause that holds a token (or the last one that starts before it)."""
    best = 0
    for index, clause in enumerate(clauses):
        if clause.start <= at:
            best = index
        if clause.start <= at < clause.end:
            return index
    return best
