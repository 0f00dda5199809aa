"""A noun phrase -> who it is about: the names of it, or the anaphor that stands for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factlint.claims import words
from factlint.claims.clauses import is_timely, skips
from factlint.claims.tokens import Token

How = Literal[
    "slot", "adjacent", "clause", "antecedent", "possessive", "list", "label", "event",
    "modifier", "anaphor", "topic", "row", "page",
]  # fmt: skip


#: Nouns for the parties of a deal, by the part they play.
ROLES: Mapping[str, str] = {
    **dict.fromkeys(("buyer", "acquirer", "purchaser", "suitor", "bidder"), "buyer"),
    **dict.fromkeys(("owner", "parent"), "owner"),
    "target": "target",
}


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a clause: token indices of names (first the main one), and how it was found.

    An anaphor ("the company", "it", "its round") has no names but the kind of thing it stands for;
    `text` is what stands in the text. `of` is the token of a name whose maker or owner is meant.
    """

    how: How
    text: str
    names: tuple[int, ...] = ()
    anaphor: str | None = None
    of: int | None = None


def _text(tokens: Sequence[Token], indices: Iterable[int]) -> str:
    return " ".join(tokens[i].text for i in indices)


def _trim(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Without leading conjunctions and adverbs, and without trailing adverbs and auxiliaries."""
    while start < end and (
        skips(tokens[start])
        or tokens[start].lower in words.COORDINATORS
        or tokens[start].lower in words.SUBORDINATORS
        or tokens[start].lower == "that"
    ):
        start += 1
    while end > start and (skips(tokens[end - 1]) or tokens[end - 1].lower in words.AUXILIARIES):
        end -= 1
    return start, end


#: After these a participle belongs to the noun that follows.
_OPENS_NOUN = words.ARTICLES | {"'s"}


def _core_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the noun phrase ends and what describes it begins ("of", "such as", "led by")."""
    for i in range(start + 1, end):
        word = tokens[i].lower
        if tokens[i].mention is not None:
            continue
        if word in words.PREPOSITIONS or word in words.LISTERS:
            return i
        if word in ("up", "down") and i + 1 < end and tokens[i + 1].mention is not None:
            return i  # "Acme Q1 revenue up 16% to"
        if word in words.GERUND and tokens[i - 1].lower not in _OPENS_NOUN:
            return i  # not "the operating loss"
        following = tokens[i + 1].lower if i + 1 < len(tokens) else ""  # "Acme Set (to raise)"
        if word in words.PAST and following in words.PARTICIPLE_FOLLOWERS:
            return i
    return end


def is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only describes what follows: "Intel-backed", "Foo rival Acme"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.lower in words.ALUMNI:
        return True  # "two Stanford dropouts"
    if after.lower in words.RIVALS and at + 2 < len(tokens):
        return tokens[at + 2].is_name
    return after.text.startswith("-") and after.start == tokens[at].end  # not "Foo - $9M"


def is_oblique(tokens: Sequence[Token], at: int, least: int = 0) -> bool:
    """Whether a name hangs on a preposition: "shares of chip startup Groq"."""
    return preposition(tokens, at, least) is not None


_DETERMINERS = frozenset(("the", "this", "that"))
#: What nouns for people and firms end in: "the recycler Acme", "the economist Kim Lee".
_AGENTIVE = ("er", "or", "ist", "ian")


def _describes(token: Token) -> bool:
    """Whether a noun before a name may say what it is."""
    word = token.lower
    return word in words.DESCRIBERS or word in words.KIN or word.endswith(_AGENTIVE)


def preposition(tokens: Sequence[Token], at: int, least: int = 0) -> str | None:
    """The preposition that a name hangs on: "of" in "shares of chip startup Groq"."""
    for i in range(at - 1, max(least, at - 5) - 1, -1):
        word = tokens[i].lower
        if tokens[i].mention is not None or word in (",", "'s"):
            return None
        if word == "per" and i < at - 1:
            return None  # "At $3 per million tokens Acme"
        if word in words.PREPOSITIONS:
            return word
        if word in words.TIMES:
            return None  # "In the past Acme"
        other = tokens[i].text[:1]
        if words.ANAPHORS.get(word) == "person":
            continue  # "under CEO Kim Lee"
        if word in _DETERMINERS and at - i > 1 and not _describes(tokens[at - 1]):
            return None  # "At the height of the boom Acme"
        if word in words.LEMMA or word in words.LISTERS or other.isupper() or other.isdigit():
            return None  # "In June Acme": the month hangs on the preposition
    return None


def _listed(tokens: Sequence[Token], start: int, end: int) -> tuple[int, ...]:
    """Names of a list from `start` on: "A, B and C"."""
    names = []
    for i in range(start, end):
        if tokens[i].is_name and not is_modifier(tokens, i):
            names.append(i)
        elif tokens[i].lower not in ("and", "or", "as", ",", "&", "(", ")") and names:
            break
    return tuple(names)


def possessor(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The last name with a possessive in a noun phrase."""
    owners = [i for i in range(start, end - 1) if tokens[i].is_name and _owns(tokens, i)]
    return owners[-1] if owners else None


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name has a possessive; in "the 'Foo' creators" a quotation ends."""
    mark = tokens[at + 1].lower
    return mark == "'s" or (mark == "'" and tokens[at].lower.endswith("s"))


def _coordinated(tokens: Sequence[Token], start: int, head: int) -> tuple[int, ...]:
    """The head of a noun phrase and what it is joined with: "OpenAI and Tata"."""
    names = [
        i
        for i in range(start, head + 1)
        if tokens[i].is_name
        and not is_modifier(tokens, i)
        and (i == head or tokens[i + 1].lower in ("and", "or", ",", "&"))
    ]
    return tuple(names)


def _owned_by(tokens: Sequence[Token], core: int, end: int) -> int | None:
    """The "its" of "registrations of its cars"."""
    owned = core + 1 < end and tokens[core].lower in ("of", "for", "in")
    return core + 1 if owned and tokens[core + 1].lower in ("its", "their") else None


def _event_names(tokens: Sequence[Token], core: int, end: int) -> tuple[int, ...]:
    """Whom an event noun is about: "the round for the startup Acme", "a takeover of Acme"."""
    for i in range(core, end - 1):
        if tokens[i].lower not in ("for", "of", "between", "at", "in"):
            continue
        first = next((n for n in range(i + 1, end) if tokens[n].mention is not None), end)
        plain = all(tokens[n].lower not in words.PREPOSITIONS for n in range(i + 1, first))
        if first < end and tokens[first].is_name and first - i <= 4 and plain:
            return _listed(tokens, first, end)
    return ()


#: What is an adverb only where nothing else stands between a comma and the verb.
_ONCE = frozenset(("last", "first", "next", "twice", "earlier"))
_OPENS_TIME = _ONCE | {"this", "that"}


def _before_time(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a noun phrase ends without the time behind it: "Sales last year"."""
    at = end
    while at > start + 1 and (is_timely(tokens[at - 1]) or tokens[at - 1].lower in _OPENS_TIME):
        at -= 1
    return at if at < end and tokens[at].lower in _OPENS_TIME else end


def phrase_subject(tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """The subject that a noun phrase names or stands for; None for a generic phrase."""
    start, end = _trim(tokens, start, end)
    if start >= end:
        return None
    start = _behind_time(tokens, start, end)
    core = _before_time(tokens, start, _core_end(tokens, start, end))
    head = core - 1
    while head > start and (
        skips(tokens[head])
        or tokens[head].text in (")", "(", "'s")
        or (tokens[head - 1].is_name and is_timely(tokens[head]))  # "Acme Q3 (profit)"
    ):
        head -= 1
    if head - 2 >= start and _adds_others(tokens, head):
        head -= 2
    first = tokens[start].lower
    if tokens[end - 1].lower == "there":  # "A year before there was a loss"
        return Subject("topic", tokens[end - 1].text, anaphor="it")
    lister = core < end and tokens[core].lower in ("like", "such")
    if tokens[start].mention is None and first in words.PREPOSITIONS:
        return _after_preposition(tokens, start, end)
    if tokens[head].is_name and not is_modifier(tokens, head):
        return Subject("clause", tokens[head].text, _coordinated(tokens, start, head))
    if lister and tokens[head].lower not in words.KIN:
        names = _listed(tokens, core + 1, end)
        return Subject("list", _text(tokens, names), names) if names else None
    return _described(tokens, start, core, end, head)


def _adds_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list of names ends in nobody in particular: "Foo, Bar and others"."""
    joined = tokens[at - 1].lower in ("and", "among") and tokens[at].lower == "others"
    return joined and tokens[at - 2].is_name


def _behind_time(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the noun phrase behind "Last week", "Earlier this month" or a date starts."""
    if tokens[start].lower in words.PREPOSITIONS and tokens[start].mention is None:
        return start
    for i in range(start + 1, min(end, start + 6)):
        before = tokens[i - 1]
        dated = before.mention is not None and before.mention.value.kind == "date"
        timed = before.lower in words.TIMES or before.lower in words.WEEKDAYS or dated
        if timed and (tokens[i].is_name or tokens[i].lower in ("the", "its", "it", "they", "a")):
            return i
    return start


def is_time(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether all that stands before a verb is a time: "last year", "this month"."""
    timed = [
        token.lower in words.TIMES
        or (token.mention is not None and token.mention.value.kind == "date")
        for token in tokens[start:end]
    ]
    said = [token.lower for token in tokens[start:end]]
    if len(said) == 1 and said[0] in _ONCE:
        return True  # "Acme, a bank, last raised"
    return any(timed) and all(
        time or word in ("last", "this", "next", "in", "on", "earlier", "later", "the", "past")
        for time, word in zip(timed, said, strict=True)
    )


def is_place(token: Token) -> bool:
    return token.mention is not None and token.mention.entity_kind == "place"


def is_product(token: Token) -> bool:
    return token.mention is not None and token.mention.entity_kind == "product"


def _after_preposition(tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """ "In March Nscale": the name that does not hang on the preposition."""
    if tokens[end - 1].lower in ("it", "they"):  # "For 2026 it expects"
        return Subject("anaphor", tokens[end - 1].text, anaphor="it")
    names = [
        i for i in range(start, end)
        if tokens[i].is_name and not is_oblique(tokens, i, start) and not is_modifier(tokens, i)
    ]  # fmt: skip
    inner = next((i for i in range(end - 1, start, -1) if _opens_phrase(tokens, i)), None)
    described = bool(names) and tokens[min(names[-1] + 1, end - 1)].lower in words.ANAPHORS
    if inner is not None and (not names or names[-1] < inner or described):
        return phrase_subject(tokens, inner, end)  # "In May the Oslo company"
    if not names and tokens[start].lower in ("at", "for") and start + 1 < end:
        first = tokens[start + 1]
        if first.is_name and not is_place(first):  # "At Acme some 500 people were let go"
            return Subject("event", first.text, (start + 1,))
    return Subject("clause", tokens[names[-1]].text, (names[-1],)) if names else None


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase of its own starts here, that hangs on no preposition."""
    word, before = tokens[at], tokens[at - 1]
    opens = word.lower in ("the", "its", "their", "it", "they") and word.mention is None
    return opens and before.lower not in words.PREPOSITIONS and before.lower not in ("and", "or")


#: Who is behind a product, not the product.
_OWNERS = frozenset(("owner", "parent"))
_MAKERS = _OWNERS | {"maker", "developer", "creator", "publisher", "operator"}


def _is_made(token: Token, noun: str) -> bool:
    """Whether a name before "maker" or "owner" is what is made or owned: no place is."""
    return is_product(token) or (noun in _OWNERS and not is_place(token))


def _is_made_by_head(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands for its maker: "the Facebook parent", not "Facebook parent Meta"."""
    if not tokens[at].is_name or at + 1 >= len(tokens):
        return False
    noun = tokens[at + 1].lower
    named = at + 2 < len(tokens) and tokens[at + 2].is_name
    return noun in _MAKERS and not named and _is_made(tokens[at], noun)


def _described(
    tokens: Sequence[Token], start: int, core: int, end: int, head: int
) -> Subject | None:
    """The subject behind a phrase whose head is a common noun or a pronoun."""
    noun = tokens[head].lower
    shown = _text(tokens, range(start, core))
    owner = possessor(tokens, start, core)
    named = head - 1
    if owner is not None and noun in words.ANAPHORS and named > owner and tokens[named].is_name:
        return Subject("clause", tokens[named].text, (named,))  # "Foo's Falcon 9 model"
    before = head - 1 if head > start and tokens[head - 1].is_name else None
    if noun in _MAKERS and before is not None and _is_made(tokens[before], noun):
        return Subject("anaphor", shown, anaphor="org", of=before)  # "the Falcon 9 maker"
    if noun in ROLES and tokens[start].lower in ("the", "its", "their", "whose"):
        return Subject("anaphor", shown, anaphor=ROLES[noun])
    if owner is not None and noun in words.KIN:
        return None  # "Acme's tiny rival": not Acme, whoever it is
    if owner is not None and is_place(tokens[owner]) and noun in words.ANAPHORS:
        return Subject("anaphor", shown, anaphor=words.ANAPHORS[noun])  # "Oslo's lamp maker"
    if owner is not None and noun in _MAKERS:
        return Subject("anaphor", shown, anaphor="org", of=owner)  # "Falcon 9's maker"
    if owner is not None:
        return Subject("possessive", tokens[owner].text, (owner,))
    if noun in ("it", "they", "its", "their", "we"):  # "we": who writes, or who is quoted
        return Subject("anaphor", tokens[head].text, anaphor="it")
    if noun in ("he", "she", "who"):
        return Subject("anaphor", tokens[head].text, anaphor="person")
    inside = [i for i in range(start, core) if tokens[i].is_name and not is_modifier(tokens, i)]
    if noun in words.MOUTHPIECES and not inside:
        return Subject("topic", shown, anaphor="it")  # "A spokesman put sales at $9M"
    if noun in words.ANAPHORS:  # "the Austin company"
        inside = [i for i in inside if not is_place(tokens[i])]
    counted = tokens[head].mention
    if counted is not None and counted.value.kind == "count":
        # "300 employees at Acme" are Acme's, "three startups" nobody's in particular
        names = _event_names(tokens, core, end)
        if names:
            return Subject("event", _text(tokens, names), names)
        unit = counted.value.interval.unit if counted.value.interval else ""
        return Subject("topic", shown, anaphor="it") if unit in words.STAFF else None
    if noun in words.EVENT_NOUNS or counted is not None:
        owned = start if tokens[start].lower in ("its", "their") else _owned_by(tokens, core, end)
        if owned is not None:
            return Subject("anaphor", tokens[owned].text, anaphor="it")
        if inside:
            return Subject("event", tokens[inside[-1]].text, (inside[-1],))
        made = next((i for i in range(core, end) if _is_made_by_head(tokens, i)), None)
        if made is not None:  # "shares of the Facebook parent"
            return Subject("anaphor", tokens[made].text, anaphor="org", of=made)
        if any(tokens[i].lower in words.WORLDWIDE for i in range(start, core)):
            return None  # "worldwide smartphone shipments": of nobody in particular
        if tokens[start].lower in ("a", "an") and tokens[head].mention is None:
            return None  # "a $10M seed round raises no eyebrows": any round
        names = _event_names(tokens, core, end)
        if names:
            return Subject("event", _text(tokens, names), names)
        return Subject("topic", shown, anaphor="it")
    definite = tokens[start].lower in ("the", "this", "that", "its")
    if words.ANAPHORS.get(noun) == "person" and inside:
        return Subject("anaphor", shown, anaphor="person")  # "an Acme cofounder" is not Acme
    if noun in words.ANAPHORS and inside and inside[-1] == head - 1:
        return Subject("clause", tokens[head - 1].text, (head - 1,))  # "the Falcon 9 model"
    if noun in words.ANAPHORS and definite:
        if inside:
            return Subject("modifier", tokens[inside[-1]].text, (inside[-1],))
        return Subject("anaphor", shown, anaphor=words.ANAPHORS[noun])
    if inside and noun not in words.ANAPHORS:
        return Subject("modifier", tokens[inside[-1]].text, (inside[-1],))
    if tokens[start].lower in ("its", "their") and noun not in words.KIN and not inside:
        return Subject("anaphor", tokens[start].text, anaphor="it")  # "Its apps draw"
    return None
