"""A clause -> who it is about: the names of its subject, or the anaphor that stands for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factlint.claims import words
from factlint.claims.clauses import Clause, Kind, is_timely, skips
from factlint.claims.tokens import Token

How = Literal[
    "slot", "adjacent", "clause", "antecedent", "possessive", "list", "label", "event",
    "modifier", "anaphor", "topic", "row", "page",
]  # fmt: skip


_Finder = Callable[[Sequence[Token], Sequence[Clause], int, int | None], "Subject | None"]


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
    `text` is what stands in the text.
    """

    how: How
    text: str
    names: tuple[int, ...] = ()
    anaphor: str | None = None


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
        if word in words.GERUND and tokens[i - 1].lower not in _OPENS_NOUN:
            return i  # not "the operating loss"
        following = tokens[i + 1].lower if i + 1 < end else ""
        if word in words.PAST and following in words.PARTICIPLE_FOLLOWERS:
            return i
    return end


def is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only describes what follows: "Intel-backed", "Foo rival Acme"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.lower in words.RIVALS and at + 2 < len(tokens):
        return tokens[at + 2].is_name
    return after.text.startswith("-")


def is_oblique(tokens: Sequence[Token], at: int, least: int = 0) -> bool:
    """Whether a name hangs on a preposition: "shares of chip startup Groq"."""
    return preposition(tokens, at, least) is not None


def preposition(tokens: Sequence[Token], at: int, least: int = 0) -> str | None:
    """The preposition that a name hangs on: "of" in "shares of chip startup Groq"."""
    for i in range(at - 1, max(least, at - 5) - 1, -1):
        word = tokens[i].lower
        if tokens[i].mention is not None or word in (",", "'s"):
            return None
        if word in words.PREPOSITIONS:
            return word
        if word in words.TIMES:
            return None  # "In the past Acme"
        other = tokens[i].text[:1]
        if words.ANAPHORS.get(word) == "person":
            continue  # "under CEO Kim Lee"
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


def _possessor(tokens: Sequence[Token], start: int, end: int) -> int | None:
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
    while head > start and (skips(tokens[head]) or tokens[head].text in (")", "(", "'s")):
        head -= 1
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


def _is_time(tokens: Sequence[Token], start: int, end: int) -> bool:
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


def _is_place(token: Token) -> bool:
    return token.mention is not None and token.mention.entity_kind == "place"


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
        if first.is_name and not _is_place(first):  # "At Acme some 500 people were let go"
            return Subject("event", first.text, (start + 1,))
    return Subject("clause", tokens[names[-1]].text, (names[-1],)) if names else None


def _opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase of its own starts here, that hangs on no preposition."""
    word, before = tokens[at], tokens[at - 1]
    opens = word.lower in ("the", "its", "their", "it", "they") and word.mention is None
    return opens and before.lower not in words.PREPOSITIONS and before.lower not in ("and", "or")


def _described(
    tokens: Sequence[Token], start: int, core: int, end: int, head: int
) -> Subject | None:
    """The subject behind a phrase whose head is a common noun or a pronoun."""
    noun = tokens[head].lower
    shown = _text(tokens, range(start, core))
    owner = _possessor(tokens, start, core)
    named = head - 1
    if owner is not None and noun in words.ANAPHORS and named > owner and tokens[named].is_name:
        return Subject("clause", tokens[named].text, (named,))  # "Foo's Falcon 9 model"
    if noun in ROLES and tokens[start].lower in ("the", "its", "their", "whose"):
        return Subject("anaphor", shown, anaphor=ROLES[noun])
    if owner is not None and noun in words.KIN:
        return None  # "Acme's tiny rival": not Acme, whoever it is
    if owner is not None and _is_place(tokens[owner]) and noun in words.ANAPHORS:
        return Subject("anaphor", shown, anaphor=words.ANAPHORS[noun])  # "Oslo's lamp maker"
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
        inside = [i for i in inside if not _is_place(tokens[i])]
    counted = tokens[head].mention
    if counted is not None and counted.value.kind == "count":
        # "300 employees at Acme" are Acme's, "three startups" nobody's in particular
        names = _event_names(tokens, core, end)
        if names:
            return Subject("event", _text(tokens, names), names)
        unit = counted.value.interval.unit if counted.value.interval else ""
        return Subject("topic", shown, anaphor="it") if unit in words.STAFF else None
    if noun in words.EVENT_NOUNS or counted is not None:
        if tokens[start].lower in ("its", "their"):
            return Subject("anaphor", tokens[start].text, anaphor="it")
        if inside:
            return Subject("event", tokens[inside[-1]].text, (inside[-1],))
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


def clause_subjects(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None = None
) -> Iterator[Subject]:
    """Who a clause may be about, the likeliest first.

    `upto` is the token where the cue starts: a clause without a verb is read up to there.
    """
    for finder in _FINDERS[clauses[index].kind]:
        found = finder(tokens, clauses, index, upto)
        if found is not None:
            yield found


def antecedents(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int
) -> Iterator[Subject]:
    """What a relative clause describes, though it may have a subject of its own."""
    for finder in (_antecedent, _participle):
        found = finder(tokens, clauses, index, None)
        if found is not None:
            yield found


def clause_subject(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None = None
) -> Subject | None:
    """Who a clause is most likely about."""
    return next(clause_subjects(tokens, clauses, index, upto), None)


def _main(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    clause = clauses[index]
    end = clause.verb if clause.verb is not None else clause.end
    if clause.verb is None and upto is not None and clause.start < upto < clause.end:
        end = upto
    if clause.verb == clause.start + 1 and tokens[clause.start].lower in ("that", "this"):
        return Subject("topic", tokens[clause.start].text, anaphor="it")  # "That is its third"
    if index and _is_time(tokens, clause.start, end):
        return _continued(tokens, clauses, index, upto)  # "Acme, a bank, last year raised"
    if _ends_examples(tokens, clauses, index):
        return None  # "Investors including Foo, Bar and Baz have put in": not Bar and Baz
    found = phrase_subject(tokens, clause.start, end)
    if found is None and end < clause.end and clause.verb is None:
        found = phrase_subject(tokens, clause.start, clause.end)  # the cue starts in the phrase
    opens = index == 0 and clause.verb is None and len(clauses) > 1
    if opens and (found is None or found.how == "topic"):
        found = _fronted(tokens, clauses) or found
    labelled = _labelled(tokens, clauses, index)
    if labelled is not None and (found is None or not found.names):
        return labelled
    if found is not None and found.how == "topic":
        found = _placed(tokens, clauses, index) or found
    if found is not None:
        return _with_list(tokens, clauses, index, found)
    return None


def _ends_examples(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> bool:
    """Whether a clause starts with the last of several examples of whom the sentence is about."""
    clause = clauses[index]
    for earlier in reversed(clauses[:index]):
        if earlier.verb is not None or clause.opener != ",":
            return False
        held = tokens[earlier.start : earlier.end]
        if any(token.lower in ("including", "like") for token in held):
            return held[-1].is_name and held[0].mention is None
        if not all(token.is_name for token in held):
            return False
    return False


def _placed(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Subject | None:
    """Who opens the sentence as the place of an event: "At Acme, a bank, spending rose"."""
    first = clauses[0]
    if not index or first.kind != "prep" or first.end - first.start > _SHORT_OPENING:
        return None
    name = first.end - 1
    opens = tokens[first.start].lower in ("at", "for")
    if not opens or not tokens[name].is_name or _is_place(tokens[name]):
        return None
    return Subject("event", tokens[name].text, (name,))


#: "At the chipmaker Acme" is an opening that tells whom the sentence is about.
_SHORT_OPENING = 4


def _fronted(tokens: Sequence[Token], clauses: Sequence[Clause]) -> Subject | None:
    """The subject behind an opening without a verb: "Fresh off a $9M round, Acme hires"."""
    if tokens[clauses[0].end].text != "," or clauses[1].kind != "main":
        return None
    found = clause_subject(tokens, clauses, 1)
    return found if found is not None and found.names else None


def _labelled(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Subject | None:
    """The label that a clause without a verb stands behind: "Acme (Oslo): $9M"."""
    label = index - 1
    while label > 0 and clauses[label].kind in ("paren", "app") and clauses[label].verb is None:
        label -= 1
    if label >= 0 and label < index and clauses[label].kind == "label":
        return _label(tokens, clauses, label, None)
    return None


def _with_list(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, found: Subject
) -> Subject:
    """Names of a list that commas cut off: "A, B and C raised"."""
    clause = clauses[index]
    first = next((i for i in range(clause.start, clause.end) if tokens[i].mention), clause.end)
    joined = tokens[clause.start].lower in ("and", "or") or len(found.names) > 1
    if not (found.names and index and joined and clause.opener == "," and first in found.names):
        return found
    names: tuple[int, ...] = found.names
    for earlier in reversed(clauses[:index]):
        only_names = all(tokens[i].is_name for i in range(earlier.start, earlier.end))
        if earlier.verb is not None or not only_names:
            break
        names = tuple(range(earlier.start, earlier.end)) + names
    return Subject(found.how, found.text, names, found.anaphor)


def _label(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    clause = clauses[index]
    names = [i for i in range(clause.start, clause.end) if tokens[i].is_name]
    return Subject("label", tokens[names[0]].text, (names[0],)) if names else None


def _continued(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """The subject of the clause that this one goes on with."""
    for earlier in range(index - 1, -1, -1):
        if _is_listed(clauses, earlier, index):
            return clause_subject(tokens, clauses, earlier, upto)  # "which has A, runs B, costs C"
        if clauses[earlier].kind in ("main", "label"):
            found = clause_subject(tokens, clauses, earlier, upto)
            if found is not None or clauses[earlier].verb is not None:
                return found
    # "Kai, a security firm, secured", "In May the Oslo firm, which makes lamps, secured": the head
    # was taken for a list item, an apposition or an adverbial.
    for earlier in range(index - 1, -1, -1):
        if clauses[earlier].kind in ("app", "prep") and clauses[earlier].opener == "":
            return phrase_subject(tokens, clauses[earlier].start, clauses[earlier].end)
    return None


def _is_listed(clauses: Sequence[Clause], earlier: int, index: int) -> bool:
    """Whether a clause is one more verb of a relative clause, as its main clause has its own."""
    relative = clauses[earlier]
    between = clauses[earlier + 1 : index + 1]
    if relative.kind != "rel" or any(
        c.kind not in ("cont", "app") or c.opener != "," for c in between
    ):
        return False
    main = next((c for c in reversed(clauses[:earlier]) if c.kind in ("main", "label")), None)
    return main is not None and main.verb is not None


def _antecedent(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """What a relative clause, a participle or an apposition describes: the noun to its left."""
    for earlier in range(index - 1, -1, -1):
        clause = clauses[earlier]
        if clause.kind in ("app", "paren") and earlier and clause.opener:
            continue
        describes = clause.kind in ("rel", "ed", "prep", "ing") and clause.opener == ","
        nearest = earlier == index - 1 and clauses[index].kind == "rel"
        if describes and not nearest:
            continue
        start = clause.start if clause.verb is None else clause.verb + 1
        found = _left_noun(tokens, start, clause.end)
        if found is not None:
            return found
        if start < clause.end and not _is_eventful(tokens[clause.end - 1]):
            return None  # ", a 142B model," describes an object that has no name
        return clause_subject(tokens, clauses, earlier, upto)
    return _following(tokens, clauses, index)


def _of(tokens: Sequence[Token], clause: Clause) -> Sequence[Token]:
    return tokens[clause.start : clause.end]


def _is_figure(token: Token) -> bool:
    return token.mention is not None and token.mention.value.interval is not None


def _is_eventful(token: Token) -> bool:
    """Whether a word is a figure, a round or an event noun, as the object of a deal is."""
    return token.mention is not None or token.lower in words.EVENT_NOUNS


def _following(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Subject | None:
    """The subject of the main clause after a leading participle: "Backed by Foo, Acme raised"."""
    if any(clause.kind not in ("prep", "label") for clause in clauses[:index]):
        return None
    following = next((c for c in range(index + 1, len(clauses)) if clauses[c].kind == "main"), None)
    return clause_subject(tokens, clauses, following, None) if following is not None else None


def _left_noun(tokens: Sequence[Token], start: int, end: int) -> Subject | None:
    """The last noun phrase of a clause, if it holds a name: what a comma and "which" refer to."""
    if start >= end:
        return None
    last = end - 1
    while last > start and tokens[last].text in ("'s", ")"):
        last -= 1
    if tokens[last].is_name and not is_modifier(tokens, last):
        return Subject("antecedent", tokens[last].text, (last,))
    left = last
    while left > start and tokens[left - 1].lower not in words.PREPOSITIONS | {","}:
        left -= 1
    owner = _possessor(tokens, left, last + 1)
    spoken = tokens[last].lower
    if owner is None and spoken in words.ANAPHORS and tokens[left].lower in ("the", "that"):
        return Subject("anaphor", spoken, anaphor=words.ANAPHORS[spoken])  # "the Oslo company"
    if owner is None and spoken in ROLES and tokens[left].lower in ("the", "its"):
        return Subject("anaphor", spoken, anaphor=ROLES[spoken])
    if owner is None and tokens[last - 1].is_name and not is_modifier(tokens, last - 1):
        owner = last - 1  # "the Acme campus, which"
    if owner is not None:
        return Subject("antecedent", tokens[owner].text, (owner,))
    return None


def _participle(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "X raised $2B, bringing ...": the subject of the main clause, before or after."""
    earlier = next((c for c in range(index - 1, -1, -1) if clauses[c].kind == "main"), None)
    if earlier is not None:
        if clauses[earlier].verb is None:  # "models like X, featuring": still the noun itself
            figures = any(_is_figure(token) for token in _of(tokens, clauses[earlier]))
            return None if figures else _antecedent(tokens, clauses, index, upto)
        return clause_subject(tokens, clauses, earlier, upto)
    return _following(tokens, clauses, index)


def _parenthesis(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "OpenAI's work with Amazon ($50 billion)": the name to the left, else the main subject."""
    left = clauses[index].start - 2
    if left >= 0 and tokens[left].is_name:
        return Subject("antecedent", tokens[left].text, (left,))
    return _participle(tokens, clauses, index, upto)


def _apposition(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    clause = clauses[index]
    if clause.opener in ("—", "–", "--", "-", ";", ":") or index == 0:
        own = phrase_subject(tokens, clause.start, upto if upto is not None else clause.end)
        if own is not None and own.names:
            return own
        if index and clauses[index - 1].kind == "label":
            return _label(tokens, clauses, index - 1, None)
    return _antecedent(tokens, clauses, index, upto)


def _led(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "and Acme, under its founders Foo and Bar, left": what "its" stands right behind."""
    clause, before = clauses[index], clauses[index - 1]
    if (
        not index
        or clause.opener != ","
        or before.verb is not None
        or clause.end < clause.start + 2
    ):
        return None
    last = before.end - 1
    owns = tokens[clause.start + 1].lower in ("its", "their")
    if owns and tokens[last].is_name and not is_modifier(tokens, last):
        return Subject("antecedent", tokens[last].text, (last,))
    return None


def _own(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "the round, which Foo led": the name between the pronoun and the verb."""
    clause = clauses[index]
    if clause.verb is None:
        return None
    found = phrase_subject(tokens, clause.start + 1, clause.verb)
    if found is not None and tokens[clause.start].lower == "where":
        return found  # "Poland, where the company employs": never of Poland
    return found if found is not None and found.names and found.how == "clause" else None


#: The finders of each kind of clause, in the order in which they are asked.
_FINDERS: Mapping[Kind, tuple[_Finder, ...]] = {
    "main": (_main,),
    "label": (_label,),
    "cont": (_continued,),
    "rel": (_own, _antecedent, _participle),
    "ed": (_antecedent, _participle),
    "app": (_apposition, _participle),
    "ing": (_participle, _antecedent),
    "prep": (_led, _participle, _antecedent),
    "paren": (_parenthesis,),
}
