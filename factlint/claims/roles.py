"""A clause -> who it is about: the names of its subject, or the anaphor that stands for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from factlint.claims import words
from factlint.claims.clauses import Clause, Kind, skips
from factlint.claims.phrases import (
    ROLES,
    Subject,
    is_modifier,
    is_oblique,
    is_place,
    is_time,
    phrase_subject,
    possessor,
)
from factlint.claims.tokens import Token

_Finder = Callable[[Sequence[Token], Sequence[Clause], int, int | None], Subject | None]


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
    if index and is_time(tokens, clause.start, end):
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
    name = first.start + 1 if _is_figure(tokens[first.end - 1]) else first.end - 1
    opens = tokens[first.start].lower in ("at", "for")
    if not opens or not tokens[name].is_name or is_place(tokens[name]):
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
    said = tokens[clause.start : clause.verb] if clause.verb is not None else ()
    coordinated = any(token.lower in ("and", "or") for token in said)  # "Bar and others"
    joined = tokens[clause.start].lower in ("and", "or") or coordinated or len(found.names) > 1
    if not (found.names and index and joined and clause.opener == "," and first in found.names):
        return found
    names: tuple[int, ...] = found.names
    for earlier in reversed(clauses[:index]):
        held = _listed_names(tokens, earlier)
        if earlier.verb is not None or not held:
            last = earlier.end - 1  # "Acme said that Foo, Bar and Baz have"
            told = last > earlier.start and tokens[last - 1].lower == "that"
            names = (last, *names) if told and tokens[last].is_name else names
            break
        names = held + names
    return Subject(found.how, found.text, names, found.anaphor)


def _with_rest(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, found: Subject
) -> Subject:
    """Names of a list that goes on behind its first: "A, B and C, who met at Foo, started"."""
    first = clauses[index]
    alone = all(tokens[i].is_name for i in range(first.start, first.end))
    if first.verb is not None or not alone or len(found.names) != 1:
        return found
    names: tuple[int, ...] = found.names
    for clause in clauses[index + 1 :]:
        held = [i for i in range(clause.start, clause.end) if tokens[i].is_name]
        joined = {tokens[i].lower for i in range(clause.start, clause.end) if i not in held}
        if clause.kind != "app" or clause.opener != "," or not joined <= {"and", "&"}:
            return found
        names += tuple(held)
        if joined:
            return Subject(found.how, found.text, names, found.anaphor)
    return found


#: What may stand beside a name in a list: "Foo, the Bar Fund and Baz itself".
_BESIDE = frozenset(("the", "itself", "himself", "herself"))


def _listed_names(tokens: Sequence[Token], clause: Clause) -> tuple[int, ...]:
    """The names of a clause that holds nothing else; none if it does."""
    names = tuple(i for i in range(clause.start, clause.end) if tokens[i].is_name)
    others = {tokens[i].lower for i in range(clause.start, clause.end) if i not in names}
    return names if others <= _BESIDE else ()


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
            found = _named_aside(tokens, clauses, earlier) or clause_subject(
                tokens, clauses, earlier, upto
            )
            if found is not None:
                found = _with_rest(tokens, clauses, earlier, found)
            if found is not None or clauses[earlier].verb is not None:
                return found
    # "Kai, a security firm, secured", "In May the Oslo firm, which makes lamps, secured": the head
    # was taken for a list item, an apposition or an adverbial.
    for earlier in range(index - 1, -1, -1):
        if clauses[earlier].kind in ("app", "prep") and clauses[earlier].opener == "":
            return phrase_subject(tokens, clauses[earlier].start, clauses[earlier].end)
    return None


def _resumed(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """Who a clause goes on about behind a relative one: "Acme, run by Foo, who quit, and won"."""
    main = next((c for c in range(index - 1, -1, -1) if clauses[c].kind in ("main", "label")), None)
    if main is None or not any(_is_listed(clauses, c, index) for c in range(main + 1, index)):
        return None
    return clause_subject(tokens, clauses, main, upto)


def _named_aside(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Subject | None:
    """What is set off behind a noun that says what it is: "Acme's new model, Heron 4, has"."""
    first, aside = clauses[index], clauses[index + 1]
    noun = tokens[first.end - 1].lower
    if first.verb is not None or aside.kind != "app" or aside.end != aside.start + 1:
        return None
    name = tokens[aside.start]
    ranked = noun.endswith("est") and tokens[first.start].lower == "the"  # "The largest, Foo 4,"
    described = noun in words.ANAPHORS or noun in words.KIN or ranked
    if name.mention is None or not name.is_name or not described:
        return None
    holds_office = words.ANAPHORS.get(noun) == "person"
    if holds_office and name.mention.entity_kind != "person":
        return None
    return Subject("clause", name.text, (aside.start,))


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
        if found is not None and _is_passed_by(tokens, clause, clauses[index], found):
            return clause_subject(tokens, clauses, earlier, upto) or found
        if found is not None:
            return _of_both(tokens, clause, clauses[index], found)
        if clause.verb is None and earlier and clauses[earlier - 1].kind == "label":
            return _label(tokens, clauses, earlier - 1, None)  # "Foo: a maker of lamps that"
        if start < clause.end and not _is_eventful(tokens[clause.end - 1]):
            return None  # ", a 142B model," describes an object that has no name
        return clause_subject(tokens, clauses, earlier, upto)
    return _following(tokens, clauses, index)


def _is_passed_by(tokens: Sequence[Token], clause: Clause, figures: Clause, found: Subject) -> bool:
    """Whether what stands behind a dash is not told of a place: "Phi-2 at Ignite - 2.7b params"."""
    dashed = figures.kind == "app" and figures.opener in ("-", "–", "—", "--")
    return dashed and bool(found.names) and is_oblique(tokens, found.names[0], clause.start)


def _of_both(tokens: Sequence[Token], clause: Clause, relative: Clause, found: Subject) -> Subject:
    """Both names before a relative clause that is told of both: "Foo and Bar, which hold"."""
    last = found.names[0] if found.names else 0
    first = last - 2
    if first < clause.start or not tokens[first].is_name or tokens[last - 1].lower != "and":
        return found
    verb = "" if relative.verb is None else tokens[relative.verb].lower
    alike = any(token.lower == "respectively" for token in _of(tokens, relative))
    if not (alike or verb in ("are", "were", "have", "own", "hold", "control")):
        return found
    return Subject(found.how, found.text, (first, last), found.anaphor)


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
    owner = possessor(tokens, left, last + 1)
    spoken = tokens[last].lower
    if owner is None and spoken in words.ANAPHORS and tokens[left].lower in ("the", "that"):
        return Subject("anaphor", spoken, anaphor=words.ANAPHORS[spoken])  # "the Oslo company"
    if owner is None and spoken in ROLES and tokens[left].lower in ("the", "its"):
        return Subject("anaphor", spoken, anaphor=ROLES[spoken])
    sort = owner is not None and words.ANAPHORS.get(spoken) == "product"
    if (owner is None or sort) and tokens[last - 1].is_name and not is_modifier(tokens, last - 1):
        owner = last - 1  # "the Acme campus, which", "Foo's Osprey phone, which"
    if owner is not None:
        return Subject("antecedent", tokens[owner].text, (owner,))
    return None


def _participle(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "X raised $2B, bringing ...": the subject of the main clause, before or after."""
    earlier = next((c for c in range(index - 1, -1, -1) if clauses[c].kind == "main"), None)
    if earlier is not None:
        goes_on = (c for c in range(index - 1, earlier, -1) if clauses[c].kind == "cont")
        said = next(goes_on, None) if clauses[index].kind in ("ing", "prep") else None
        if clauses[earlier].verb is None and said is not None:
            return clause_subject(tokens, clauses, said, upto)  # "Acme, a bank, raised $9M, so"
        if clauses[earlier].verb is None:  # "models like X, featuring": still the noun itself
            figures = any(_is_figure(token) for token in _of(tokens, clauses[earlier]))
            return None if figures else _antecedent(tokens, clauses, index, upto)
        return clause_subject(tokens, clauses, earlier, upto)
    return _following(tokens, clauses, index)


def _predicated(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, upto: int | None
) -> Subject | None:
    """ "Acme is a bank that raised $9M": what it is is told of its subject; what it has is not."""
    earlier = next((c for c in range(index - 1, -1, -1) if clauses[c].verb is not None), None)
    if earlier is None:
        return _following(tokens, clauses, index)
    verb = clauses[earlier].verb or 0
    after = verb + 1
    while after < clauses[earlier].end - 1 and skips(tokens[after]):
        after += 1
    is_told = tokens[verb].lower in words.BE and tokens[after].lower in words.ARTICLES
    return clause_subject(tokens, clauses, earlier, upto) if is_told else None


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
    """ "and Acme, under its founders Foo and Bar, left", "and Acme, with 30% of the market"."""
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
    alone = [token.lower for token in tokens[before.start : last]] in (["and"], ["or"])
    owns = owns or (alone and tokens[clause.start].lower == "with")
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
    "cont": (_continued, _resumed),
    "rel": (_own, _antecedent, _predicated),
    "ed": (_antecedent, _participle),
    "app": (_apposition, _participle),
    "ing": (_participle, _antecedent),
    "prep": (_led, _participle, _antecedent),
    "paren": (_parenthesis,),
}
