"""Cue text -> patterns: what parses, what does not, and what is matched over token streams."""

from __future__ import annotations

import pytest

from factlint.claims import cues, tokens
from factlint.model import ClaimDefinition, Cue, Mention, Value, ValueKind


def mention(text: str, word: str, kind: ValueKind) -> Mention:
    start = text.index(word)
    return Mention(start, start + len(word), start, Value(kind, word, canonical=word))


def sentence(text: str, **kinds: str) -> tokens.Sentence:
    """A sentence whose mentions are given as kind="text" or kind="one|two"."""
    mentions = [
        mention(text, word, kind)  # type: ignore[arg-type]
        for kind, words in kinds.items()
        for word in words.split("|")
    ]
    return tokens.tokenize(text, 0, len(text), sorted(mentions, key=lambda m: m.start))


def index(match: str, value: ValueKind = "money") -> cues.Index:
    definition = ClaimDefinition("test", "", value, "many", (), (Cue(match),))
    return cues.Index([definition])


def shown(match: str, line: tokens.Sentence, value: ValueKind = "money") -> list[str]:
    return [
        " ".join(t.text for t in line.tokens[found.start : found.end])
        for found in index(match, value).match(line)
    ]


FAULTS = [
    pytest.param("raised {X}", 7, "no slot", id="unknown slot"),
    pytest.param("{V} raised {V}", 11, "twice", id="slot twice"),
    pytest.param("raised (a|b {V}", 7, "without ')'", id="open group"),
    pytest.param("raised a) {V}", 8, "without '('", id="closing group"),
    pytest.param("raised ..20 {V}", 7, "gap", id="gap too wide"),
    pytest.param("raised .. {V}", 7, "gap", id="gap without number"),
    pytest.param("? {V}", 0, "stray", id="optional nothing"),
    pytest.param('raised " {V}', 7, "closing", id="open quote"),
    pytest.param("raised {V", 7, "without '}'", id="open slot"),
]


@pytest.mark.parametrize(("match", "offset", "message"), FAULTS)
def test_faults_are_located(match: str, offset: int, message: str) -> None:
    with pytest.raises(cues.CueError) as caught:
        cues.parse(match, "money")
    assert caught.value.offset == offset
    assert message in caught.value.message


USELESS = [
    pytest.param(Cue("raised money"), "needs {V}", id="no value"),
    pytest.param(Cue("{V}"), "needs a word", id="no word"),
    pytest.param(Cue("bought {V}", agent="value"), "not allowed", id="value twice over"),
]


@pytest.mark.parametrize(("cue", "message"), USELESS)
def test_cues_that_cannot_work_are_refused(cue: Cue, message: str) -> None:
    with pytest.raises(cues.CueError) as caught:
        cues.validate(cue, ClaimDefinition("test", "", "money", "many", ()))
    assert message in caught.value.message


LINE = "Acme raised about ten times $5M in a Series B led by Foo and bought Bar for $9M"

SILENT = [
    pytest.param("raised ..2 {V}", id="gap too short"),
    pytest.param("rais ..4 {V}", id="only the written form"),
    pytest.param("raised ..8 {V} for", id="no gap across another value"),
    pytest.param("{ROUND} ..8 for {V}", id="no gap across by"),
]


@pytest.mark.parametrize("match", SILENT)
def test_no_match(match: str) -> None:
    line = sentence(LINE, money="$5M|$9M", round="Series B", name="Acme|Foo|Bar")
    assert shown(match, line) == []


FOUND = [
    pytest.param("raised ..3 {V}", ["raised about ten times $5M"], id="gap"),
    pytest.param("RAISED ..3 {V}", ["raised about ten times $5M"], id="case"),
    pytest.param("(got|bought) ..3 for {V}", ["bought Bar for $9M"], id="alternatives"),
    pytest.param("{V} (in a)? {ROUND}", ["$5M in a Series B"], id="optional and kind"),
    pytest.param("bought {S} for {V}", ["bought Bar for $9M"], id="subject slot"),
]


@pytest.mark.parametrize(("match", "expected"), FOUND)
def test_match(match: str, expected: list[str]) -> None:
    line = sentence(LINE, money="$5M|$9M", round="Series B", name="Acme|Foo|Bar")
    assert shown(match, line) == expected


def test_one_trigger_serves_several_values() -> None:
    line = sentence("Acme raised $5M and $9M", money="$5M|$9M", name="Acme")
    assert shown("(raised|and) {V}", line) == ["raised $5M", "and $9M"]


def test_a_mention_cannot_be_faked_by_text() -> None:
    line = sentence("Acme raised \ue001 today", name="Acme")
    assert shown("raised {V}", line) == []


def test_a_hostile_sentence_is_read_in_one_pass() -> None:
    line = sentence("raised " * 20_000)
    assert shown("raised ..8 raised ..8 {V}", line) == []
