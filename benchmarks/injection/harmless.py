"""A site or a document -> the same said otherwise: the tables of harmless edits.

`KINDS` edit one site, `WHOLE` a document or the corpus. After none of them may there be more
findings than before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from random import Random

from benchmarks.injection import comparing, wordings, written
from benchmarks.injection.edits import Kind, Pool
from benchmarks.injection.slots import Scene, Site
from benchmarks.injection.texts import Change, Span, whole
from factlint.model import Claim, Passage

ADDED_HEDGES = ("about", "roughly", "around")

# "raised |$5M", "of |$5M": a hedge may follow; not "a |$5M round", "its |$5M"
_OPEN_LEFT = re.compile(
    r"\b (?: of | at | to | for | with | is | was | raised | secured | closed | raises | worth"
    r" | paid | spent | reached | hit | had | has | employs | by | cost | totaled ) [ ] $",
    re.VERBOSE,
)
# "$5M|.", "$5M| in a round": no noun that the figure goes with
_OPEN_RIGHT = re.compile(
    r"[.,;:)] | \s (?: in | for | from | at | to | on | and | with | by | as | of | after ) \b | $",
    re.VERBOSE,
)
_MARKED = tuple("*_[`~")


def _rounded(site: Site, pool: Pool, rng: Random) -> str | None:
    return written.rounded(site.text, rng)


def _other_notation(site: Site, pool: Pool, rng: Random) -> str | None:
    alone = bool(_OPEN_LEFT.search(site.left) and _OPEN_RIGHT.match(site.right))
    found = written.notations(site.text, stands_alone=alone)
    return rng.choice(found) if found else None


def _hedged(site: Site, pool: Pool, rng: Random) -> str | None:
    figure = written.read(site.text)
    if figure is None or figure.head or not _OPEN_LEFT.search(site.left):
        return None
    return f"{rng.choice(ADDED_HEDGES)} {site.text}"


def _synonym(site: Site, pool: Pool, rng: Random) -> str | None:
    rows = wordings.SYNONYMS.get(site.claim.attribute, ()) if site.claim else ()
    row = next((row for row in rows if site.text in row), ())
    others = [word for word in row if word != site.text]
    return rng.choice(others) if others else None


def _emphasised(site: Site, pool: Pool, rng: Random) -> str | None:
    """Bold or italic, or with blanks that mean nothing; no marks in text that has none."""
    if site.left.endswith(_MARKED) or site.right.startswith(_MARKED):
        return None
    if not site.path.endswith((".md", ".markdown")) or not site.left.endswith(" "):
        return f" {site.text}" if site.left.endswith(" ") else None
    return rng.choice((f"**{site.text}**", f"*{site.text}*", f" {site.text}"))


def _agrees(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    value = comparing.reading(new)
    return value is not None and not comparing.excludes(value, partner.value)


def _always(site: Site, new: str, partner: Claim, pool: Pool) -> bool:
    return True


def _any_claim(claim: Claim, site: Site, new: str) -> bool:
    return True


KINDS: Mapping[str, Kind] = {
    "rounding": Kind("$14.63 billion -> $14.6 billion", "value", _rounded, _agrees, _any_claim),
    "notation": Kind(
        "$1.5B, $1.5 billion, $1,500 million", "value", _other_notation, _agrees, _any_claim
    ),
    "added-hedge": Kind('"about", "roughly"', "value", _hedged, _agrees, _any_claim),
    "synonym": Kind("raised, secured, closed", "synonym", _synonym, _always, _any_claim),
    "emphasis": Kind("blanks, bold, italics", "value", _emphasised, _always, _any_claim),
}


# Whole documents


def reorderings(scene: Scene) -> Iterator[tuple[Change, ...]]:
    """Two neighbours swapped, items or paragraphs, that name all they tell of."""
    text = scene.state.text(scene.path)
    passages = [one for one in scene.state.readings[scene.path].passages if one.text]
    for (first, second), after in zip(pairwise(passages), (*passages[2:], None), strict=True):
        if not (_are_alike(first, second) and _stand_alone(scene, (first, second))):
            continue
        if after is not None and wordings.ANAPHORS.search(after.text):
            continue
        a, b = _lines(text, whole(first)), _lines(text, whole(second))
        if a.end < b.start and not _has_children(text, b):
            yield Change(a, text[b.start : b.end]), Change(b, text[a.start : a.end])


def _are_alike(a: Passage, b: Passage) -> bool:
    return a.kind == b.kind and a.kind in ("item", "paragraph") and a.section == b.section


def _stand_alone(scene: Scene, passages: Iterable[Passage]) -> bool:
    """Whether each of some passages tells something, and names whom it tells of."""
    return all(
        any(whole(passage).meets(value) for value, _ in scene.claims)
        and not wordings.ANAPHORS.search(passage.text)
        for passage in passages
    )


def _lines(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)


def _has_children(text: str, lines: Span) -> bool:
    return text[lines.end + 1 : lines.end + 2] in (" ", "\t")


#: Documents of another world: nothing in them bears on anything in a corpus.
UNRELATED = (
    "# Lamps\n\nAcme Lanterns raised $7 million in a Series A round. It employs 45 people.\n",
    "# Bread\n\nGlobex Bakery of Lisbon had revenue of €12 million in 2024 and serves 310 cafés.\n",
    "# Kites\n\nInitech Kites was bought by Umbrella Toys for $31 million in May 2023.\n",
    "# Maps\n\nHooli Cartography is valued at $640 million. Its chief executive is Kim Lee.\n",
)


#: Harmless edits of a whole document or of the corpus, each with its summary.
WHOLE: Mapping[str, str] = {
    "reordered": "two list items or paragraphs swapped that name all they tell of",
    "unrelated": "a document added that has nothing to do with the others",
    "restated": "a sentence added to another document that says the same in other words",
}
