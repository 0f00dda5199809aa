"""An entry of `claims:` -> a claim definition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast, get_args

from factlint import shapes
from factlint.claims import cues
from factlint.mentions import nouns, units
from factlint.model import ClaimDefinition, Cue, EntityKind, Example, Rates, Status, ValueKind
from factlint.rules import entries, lists, nodes
from factlint.rules.entries import QUALIFIERS, Context, Entry, given, one_of
from factlint.rules.nodes import Mistake, Node, mistake
from factlint.shapes import Shape

EXPECTED = ("subject", "value", "attribution", *QUALIFIERS)
#: An entry that extends another adds to these and replaces the rest.
ADDED = ("cues", "nouns", "verbs", "columns", "loose-columns", "yes", "no")
ALLOWED = ("allowed", "refused")
RATES = (*ALLOWED, "required", "yearly")
EVENTS = ("funding", "acquisition", "contract", "investment")
HOLDS = ("one at a time", "once", "many")
AGENTS = ("subject", "value", "other", "topic")
#: A qualifier without words of its own is left to the generic finder.
NEARBY = "nearby"
ROSTERS = ("investors",)
#: What a claim definition needs that does not extend another one.
NEEDED = ("summary", "value", "holds", "subject")

_KIND = shapes.many("", shapes.choice("", get_args(EntityKind)))
_SUBJECT = shapes.mapping(
    "Whom it can be about.",
    {"kind": shapes.told("The kinds of names that can be the subject.", _KIND)},
    needs=("kind",),
)
_VALUE_KINDS = shapes.told("The kinds of names that may be the value.", _KIND)
_WORD = shapes.text("A word, a few words, or a <list>.")
_SAID = shapes.mapping(
    "",
    dict.fromkeys(shapes.spellings(QUALIFIERS), shapes.word()),
)
CUE_KEYS: Mapping[str, Shape] = {
    "match": shapes.text("The wording: words, (a|b), word?, ..2 for a gap, {V} for the value."),
    "priority": shapes.whole(
        "Which of two cues counts that fit; 5, if nothing is said.", low=1, high=9
    ),
    "status": shapes.choice("The status that the wording itself tells.", get_args(Status)),
    "unless-before": shapes.many("Words that must not stand before it.", _WORD),
    "unless-after": shapes.many("Words that must not stand behind it.", _WORD),
    "agent": shapes.choice("What the grammatical subject is.", AGENTS),
    "qualifiers": shapes.told("Qualifiers that the wording itself tells.", _SAID),
    "subject": _SUBJECT,
    "value-kinds": _VALUE_KINDS,
}
_CUE = shapes.either(
    "", shapes.text("A wording."), shapes.mapping("A wording.", CUE_KEYS, needs=("match",))
)
_EXPECTED = shapes.mapping(
    "A claim that the text gives.", dict.fromkeys(shapes.spellings(EXPECTED), shapes.word())
)
_EXAMPLE = shapes.either(
    "",
    shapes.text("A text."),
    shapes.mapping(
        "A text, and the claims that it gives.",
        {"text": shapes.text("The text."), "expect": shapes.listed("All its claims.", _EXPECTED)},
        needs=("text",),
    ),
)
KEYS: Mapping[str, Shape] = {
    "extends": shapes.text(
        "The definition that this one is a variant of; wordings add up, other keys replace its."
    ),
    "summary": shapes.text("What it states, in one sentence."),
    "attribute": shapes.refer("attribute", "The attribute it tells of, if another has its name."),
    "value": shapes.choice("The kind of thing that is claimed.", get_args(ValueKind)),
    "holds": shapes.choice("How long it is true.", HOLDS),
    "subject": _SUBJECT,
    "units": shapes.many(
        "The plain units a value may have (s, B, W, %, USD), or what it counts, in the plural.",
        _WORD,
    ),
    "bare": shapes.choice("Whether a number without any unit will do.", ALLOWED),
    "rates": shapes.choice(
        "Whether the value may be a rate ($20 a month); yearly: only one by the year.", RATES
    ),
    "value-kinds": _VALUE_KINDS,
    "event": shapes.choice("The kind of deal it tells of.", EVENTS),
    "least": shapes.whole("No number below this is ever the value.", low=1, high=10**15),
    "most": shapes.whole("No number above this is ever the value.", low=1, high=10**15),
    "qualifiers": shapes.mapping(
        "What narrows the claim, with the words near the value that say so.",
        dict.fromkeys(
            shapes.spellings(QUALIFIERS),
            shapes.either(
                "",
                shapes.choice("", (NEARBY,)),
                shapes.mapping("", {}, other=shapes.many("Words that say so.", _WORD)),
            ),
        ),
    ),
    "cues": shapes.many("The wordings around the value.", _CUE),
    "nouns": shapes.many("Nouns a figure hangs on, in any wording; singular.", _WORD),
    "verbs": shapes.many("Verbs a figure hangs on; base form, with particle.", _WORD),
    "roster": shapes.choice("The kind of list of names that gives the values.", ROSTERS),
    "columns": shapes.many("Heads of columns, fields and labels that hold the value.", _WORD),
    "loose-columns": shapes.many("Heads that do so beside another column of its event.", _WORD),
    "yes": shapes.many("Texts that give the claims they name, and no other.", _EXAMPLE),
    "no": shapes.many("Texts that give none, near misses first.", _EXAMPLE),
}

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")  # must: funding_amount; must not: ceo-name


def _words(node: Node, context: Context) -> tuple[str, ...]:
    found: list[str] = []
    for item in nodes.items(node, context.mistakes):
        if nodes.text(item, context.mistakes):
            found += lists.words(item, context.lists, context.mistakes)
    return tuple(found)


def _cue(node: Node, definition: ClaimDefinition, context: Context, *, valid: bool) -> Cue:
    mistakes = context.mistakes
    found = {"match": node}
    if node.kind != "text":
        found = nodes.fields(node, "key of a cue", CUE_KEYS, mistakes)
    if "match" not in found:
        mistakes.append(mistake(node, "a cue without 'match'"))
        return Cue("")
    match = found["match"]
    known = len(mistakes)
    nodes.text(match, mistakes)
    expanded = lists.expand(match, context.lists, mistakes)

    def read_words(words: Node, _: list[Mistake]) -> tuple[str, ...]:
        return _words(words, context)

    status = given(found, "status", one_of("status", get_args(Status)), "", mistakes)
    agent = given(found, "agent", one_of("agent", AGENTS), "subject", mistakes)
    cue = Cue(
        match=expanded.text,
        written=match.text,
        priority=given(found, "priority", entries.whole(1, 9), 5, mistakes),
        status=cast(Status, status) if status else None,
        unless_before=given(found, "unless-before", read_words, (), mistakes),
        unless_after=given(found, "unless-after", read_words, (), mistakes),
        agent=cast(Literal["subject", "value", "other", "topic"], agent),
        qualifiers=given(found, "qualifiers", entries.qualifiers, {}, mistakes),
        subject_kinds=given(found, "subject", _subject_kinds, (), mistakes),
        value_kinds=given(found, "value-kinds", _value_kinds, (), mistakes),
        path=match.path,
        line=match.line,
    )
    if valid and len(mistakes) == known:
        _validate(cue, definition, match, expanded, mistakes)
    return cue


def _validate(
    cue: Cue,
    definition: ClaimDefinition,
    match: Node,
    expanded: lists.Expanded,
    mistakes: list[Mistake],
) -> None:
    try:
        cues.validate(cue, definition)
    except cues.CueError as error:
        mistakes.append(mistake(match, error.message, expanded.written(error.offset)))


def _qualifiers(node: Node, context: Context) -> dict[str, Mapping[str, tuple[str, ...]]]:
    found: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for name, value in entries.snake_fields(
        node, "qualifier", QUALIFIERS, context.mistakes
    ).items():
        if value.kind == "text":
            given({name: value}, name, one_of("way", (NEARBY,)), "", context.mistakes)
            found[name] = {}
            continue
        pairs = nodes.entries(value, context.mistakes)
        found[name] = {key.text: _words(words, context) for key, words in pairs}
    return found


def _subject_kinds(node: Node, mistakes: list[Mistake]) -> tuple[EntityKind, ...]:
    found = nodes.fields(node, "key of subject", ("kind",), mistakes)
    if "kind" not in found:
        mistakes.append(mistake(node, "subject without 'kind'"))
        return ()
    return _value_kinds(found["kind"], mistakes)


def _value_kinds(node: Node, mistakes: list[Mistake]) -> tuple[EntityKind, ...]:
    kinds = entries.many_of("kind", get_args(EntityKind))(node, mistakes)
    return cast(tuple[EntityKind, ...], kinds)


def _expected(node: Node, mistakes: list[Mistake]) -> Mapping[str, str]:
    found = entries.snake_fields(node, "key of an expected claim", EXPECTED, mistakes)
    return {name: nodes.text(value, mistakes) for name, value in found.items()}


def _example(node: Node, mistakes: list[Mistake]) -> Example:
    if node.kind == "text":
        return Example(nodes.text(node, mistakes), path=node.path, line=node.line)
    found = nodes.fields(node, "key of an example", ("text", "expect"), mistakes)
    if "text" not in found:
        mistakes.append(mistake(node, "an example without 'text'"))
    expect = entries.listed(found, "expect", mistakes)
    return Example(
        text=given(found, "text", nodes.text, "", mistakes),
        expect=tuple(_expected(one, mistakes) for one in expect),
        path=node.path,
        line=node.line,
    )


def _examples(node: Node, mistakes: list[Mistake]) -> tuple[Example, ...]:
    return tuple(_example(item, mistakes) for item in nodes.items(node, mistakes))


def _units(node: Node, value: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    """The units of a definition; one that no value of its kind can have is a mistake."""
    for item in nodes.items(node, mistakes):
        wrong = _no_unit(item.text.strip(), value)
        if wrong:
            mistakes.append(mistake(item, wrong))
    return nodes.texts(node, mistakes)


def _no_unit(text: str, value: str) -> str:
    """Why values of a kind are never in a unit; empty if they are."""
    kinds = units.plain_names()
    if value == "count":
        written_so = text.islower() or nouns.is_product(text)
        return (
            "" if written_so else f"{text!r} is never read: counted nouns are kept in small letters"
        )
    if value not in kinds or text in kinds[value]:
        return ""
    spelt: Mapping[str, units.Unit] = {**units.UNITS, **units.PERCENTS}
    if text in spelt and spelt[text].kind == value:
        return f"no value is kept in {text!r}, but in {spelt[text].name!r}; write that"
    return f"{text!r} is no unit of {value}; allowed: {', '.join(sorted(kinds[value]))}"


def read(entry: Entry, context: Context) -> ClaimDefinition:
    """The claim definition of an entry."""
    mistakes = context.mistakes
    entries.check_name(entry, NAME, "an attribute name in snake_case", mistakes)
    entries.require(entry, NEEDED, "claim", mistakes)
    get = entry.fields
    qualifiers = (
        _qualifiers(get["qualifiers"], context)
        if "qualifiers" in get and not nodes.is_empty(get["qualifiers"])
        else {}
    )
    value = given(get, "value", one_of("kind of value", get_args(ValueKind)), "", mistakes)
    holds = given(get, "holds", one_of("word for 'holds'", HOLDS), "", mistakes)

    def read_words(node: Node, _: list[Mistake]) -> tuple[str, ...]:
        return tuple(word.lower() for word in _words(node, context))

    def read_units(node: Node, mistakes: list[Mistake]) -> tuple[str, ...]:
        return _units(node, value, mistakes)

    bare = ClaimDefinition(
        name=entry.key.text,
        summary=entries.string(entry, "summary", mistakes),
        value=cast(ValueKind, value or "text"),
        holds=cast(Literal["one at a time", "once", "many"], holds or "many"),
        subject_kinds=given(get, "subject", _subject_kinds, (), mistakes),
        units=given(get, "units", read_units, (), mistakes),
        bare=given(get, "bare", one_of("word", ALLOWED), "allowed", mistakes) == "allowed",
        rates=cast(Rates, given(get, "rates", one_of("word", RATES), "refused", mistakes)),
        least=given(get, "least", entries.whole(1, 10**15), 0, mistakes),
        most=given(get, "most", entries.whole(1, 10**15), None, mistakes),
        event=given(get, "event", one_of("event", EVENTS), None, mistakes),
        value_kinds=given(get, "value-kinds", _value_kinds, (), mistakes),
        qualifiers=qualifiers,
        columns=given(get, "columns", nodes.texts, (), mistakes),
        loose_columns=given(get, "loose-columns", nodes.texts, (), mistakes),
        roster=given(get, "roster", one_of("kind of list", ROSTERS), "", mistakes) != "",
        attribute=given(get, "attribute", nodes.text, entry.key.text, mistakes),
        nouns=given(get, "nouns", read_words, (), mistakes),
        verbs=given(get, "verbs", read_words, (), mistakes),
        yes=given(get, "yes", _examples, (), mistakes),
        no=given(get, "no", _examples, (), mistakes),
        path=entry.key.path,
        line=entry.key.line,
    )
    items = entries.listed(get, "cues", mistakes)
    return replace(bare, cues=tuple(_cue(item, bare, context, valid=bool(value)) for item in items))
