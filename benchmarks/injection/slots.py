"""A document of a state -> the sites of a slot: where an edit of some kind can be made.

A slot is a part of what is told: the value, its hedge, the subject, the round, the verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.injection import wordings
from benchmarks.injection.corpus import Mentions, State, is_sure
from benchmarks.injection.texts import Span, sentence_around, whole
from factlint.model import Claim, Mention, Passage, Reading

#: A name that occurs so many times in a corpus is misspelled where one of them differs.
OFTEN = 3
#: Front-matter keys whose text heads a document.
TITLES = ("title", "description")
AROUND = 40


@dataclass(frozen=True, slots=True)
class Site:
    """A stretch of a document that can be edited.

    `value` is where the value of its claim stands, the stretch itself if there is no claim;
    `left` and `right` are the text around it.
    """

    path: str
    span: Span
    text: str
    value: Span
    claim: Claim | None = None
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One document: its passages, sure claims and mentions with their places; all names there are.

    `names` counts those of the whole corpus.
    """

    state: State
    path: str
    passages: tuple[tuple[Span, Passage], ...]
    claims: tuple[tuple[Span, Claim], ...]
    mentions: tuple[tuple[Span, Mention], ...]
    names: Counter[str]

    def site(self, span: Span, value: Span, claim: Claim | None) -> Site:
        """A stretch with its text and what stands around it."""
        text = self.state.text(self.path)
        left, right = text[max(0, span.start - AROUND) : span.start], text[span.end :][:AROUND]
        return Site(self.path, span, text[span.start : span.end], value, claim, left, right)

    def sentence(self, value: Span, claim: Claim) -> Span:
        """The source of the sentence of a claim."""
        at = bisect_right(self.passages, value.start, key=lambda one: one[0].start)
        for _, passage in reversed(self.passages[:at]):
            if found := sentence_around(passage, value, claim.sentence):
                return found
        return value


def scenes(state: State, mentions: Mentions) -> Mapping[str, Scene]:
    """Every document of a state, by path."""
    names = Counter(
        mention.value.text
        for here in mentions.values()
        for _, mention in here
        if mention.value.kind == "name"
    )
    claims: dict[str, list[tuple[Span, Claim]]] = {path: [] for path in state.readings}
    for claim in filter(is_sure, state.claims):
        claims[claim.place.path].append((state.span(claim), claim))
    return {
        path: Scene(state, path, _passages(reading), tuple(claims[path]), mentions[path], names)
        for path, reading in sorted(state.readings.items())
    }


def _passages(reading: Reading) -> tuple[tuple[Span, Passage], ...]:
    """The passages that hold text, by where they start."""
    found = [(whole(passage), passage) for passage in reading.passages if passage.text]
    return tuple(sorted(found, key=lambda one: one[0]))


def _figures(scene: Scene) -> Iterator[tuple[Span, Mention]]:
    return ((span, one) for span, one in scene.mentions if one.value.interval is not None)


def values(scene: Scene) -> Iterator[Site]:
    """Figures: once for each claim that has it as its value, else once without a claim."""
    for span, _ in _figures(scene):
        told: list[Claim | None] = [claim for value, claim in scene.claims if value == span]
        for claim in told or [None]:
            yield scene.site(span, span, claim)


def hedges(scene: Scene) -> Iterator[Site]:
    """Figures with a hedge that can be turned round."""
    return (site for site in values(scene) if wordings.hedge_of(site.text))


def titles(scene: Scene) -> Iterator[Site]:
    """Figures of the title, of the first heading, and of what the front matter says of itself."""
    first = next((one for _, one in scene.passages if one.kind != "field"), None)
    heads = [
        span
        for span, passage in scene.passages
        if passage.field in TITLES or passage.kind == "title"
        or (passage is first and passage.kind == "heading")
    ]  # fmt: skip
    return (site for site in values(scene) if any(head.meets(site.span) for head in heads))


def subjects(scene: Scene) -> Iterator[Site]:
    """Names of subjects that stand once in the sentence of their claim."""
    named = [(span, one) for span, one in scene.mentions if one.value.kind == "name"]
    for value, claim in scene.claims:
        around = scene.sentence(value, claim)
        found = [
            span for span, one in named
            if one.value.text == claim.subject_text and around.meets(span)
        ]  # fmt: skip
        if len(found) == 1 and not found[0].meets(value):
            yield scene.site(found[0], value, claim)


def names(scene: Scene) -> Iterator[Site]:
    """Names that the corpus uses often: of the subjects of claims, and all others."""
    often = {name for name, count in scene.names.items() if count >= OFTEN}
    told = {}
    for site in subjects(scene):
        if site.text in often:
            told[site.span] = site
            yield site
    for span, mention in scene.mentions:
        if mention.value.kind == "name" and mention.value.text in often and span not in told:
            yield scene.site(span, span, None)


def rounds(scene: Scene) -> Iterator[Site]:
    """Names of rounds in the sentences of claims that are about them."""
    named = [(span, one) for span, one in scene.mentions if one.value.kind == "round"]
    for value, claim in scene.claims:
        if claim.attribute not in wordings.TELLS_OF_ROUNDS:
            continue
        around = scene.sentence(value, claim)
        for span, one in named:
            if around.meets(span) and one.value.canonical == claim.qualifiers.round:
                yield scene.site(span, value, claim)
                break


def verbs(scene: Scene) -> Iterator[Site]:
    """Verbs that say whether the deed of a claim is done: the nearest one to its value."""
    told = {
        attribute: [word for deed in deeds for word in (*deed.done, *deed.coming)]
        for attribute, deeds in wordings.DEEDS.items()
    }
    return _worded(scene, told)


def synonyms(scene: Scene) -> Iterator[Site]:
    """Verbs for which there is another of the same meaning."""
    told = {
        attribute: [word for row in rows for word in row]
        for attribute, rows in wordings.SYNONYMS.items()
    }
    return _worded(scene, told)


def _worded(scene: Scene, told: Mapping[str, list[str]]) -> Iterator[Site]:
    """The wording of a claim's attribute that stands nearest to the value in its sentence."""
    patterns = {attribute: wordings.pattern(words) for attribute, words in told.items()}
    text = scene.state.text(scene.path)
    for value, claim in scene.claims:
        if claim.attribute not in patterns:
            continue
        around = scene.sentence(value, claim)
        hits = patterns[claim.attribute].finditer(text, around.start, around.end)
        found = [Span(*hit.span()) for hit in hits]
        if found:
            near = min(found, key=lambda span: (abs(span.start - value.start), span))
            yield scene.site(near, value, claim)


#: Slot -> where it is in a document. `restated` knows where it is in a sentence of its own.
SLOTS: Mapping[str, Callable[[Scene], Iterator[Site]]] = {
    "value": values,
    "hedge": hedges,
    "title": titles,
    "subject": subjects,
    "name": names,
    "round": rounds,
    "verb": verbs,
    "synonym": synonyms,
}
