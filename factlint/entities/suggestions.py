"""The entities of a corpus -> pairs that may be one: aliases to declare, probable misspellings.

Nothing is merged here. A suggestion has its reason, and a person decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product

from rapidfuzz import fuzz

from factlint.entities import likeness, neighbours
from factlint.entities.inventory import Listed, Spelling

#: Likeness (0 to 100) of the squeezed spellings from which two names may be one.
NEAR = 90.0
#: The same for a misspelling.
MISSPELT = 92.0
#: Names of fewer letters and digits are alike too easily.
SHORTEST = 6
#: A misspelling stands this often at most, and the right spelling that many times as often.
RARE, TIMES = 3, 5
#: Of two names that are alike, one is named so often.
KNOWN = 3
_NEARLY = "nearly the same letters"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`other` may be one more spelling of `entity`.

    `told` and `found` are the spellings that say so, of `entity` and of `other`; `score` is their
    likeness from 0 to 100, where that is the reason.
    """

    kind: str
    entity: Listed
    other: Listed
    told: Spelling
    found: Spelling
    reason: str
    score: float | None = None


Side = tuple[Listed, Spelling]
Alike = tuple[Side, Side, float]
MISSPELLING = "misspelling"


@dataclass(frozen=True, slots=True)
class _Names:
    """All spellings that mean one thing everywhere, by squeezed text.

    `words` counts the names that a word stands in, `plain` are words that name nothing alone.
    """

    owners: Mapping[str, Sequence[Side]]
    words: Mapping[str, int]
    plain: Collection[str]


def suggest(listed: Sequence[Listed], plain: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Suggestions, the surest kinds first; no entity is offered to two others.

    `plain` are words in lower case that are no names by themselves.
    """
    names = _names(listed, plain)
    alike = tuple(_alike(names))
    taken: dict[str, str] = {}
    kept = []
    for found in (
        _same_letters(names),
        _misspellings(alike, names),
        _initials(names),
        _tails(names),
        _near(alike, names),
    ):
        for one in sorted(found, key=_order):
            if _is_open(one, taken):
                taken[one.other.key] = "alias"
                taken.setdefault(one.entity.key, "entity")
                kept.append(one)
    return tuple(kept)


def _is_open(one: Suggestion, taken: Mapping[str, str]) -> bool:
    """Whether neither side has been offered the other way round or to somebody else."""
    return one.other.key not in taken and taken.get(one.entity.key) != "alias"


def _order(one: Suggestion) -> tuple[int, str, str, str]:
    return -(one.entity.count + one.other.count), one.entity.name, one.other.name, one.other.key


def _names(listed: Iterable[Listed], plain: Collection[str]) -> _Names:
    owners: dict[str, list[Side]] = defaultdict(list)
    words: Counter[str] = Counter()
    for entity in listed:
        held: dict[str, Spelling] = {}
        for spelling in entity.spellings:
            if spelling.shared:
                held.setdefault(likeness.squeezed(spelling.text), spelling)
        for text, spelling in held.items():
            owners[text].append((entity, spelling))
        words.update({word for one in held.values() for word in likeness.words(one.text)})
    return _Names(owners, words, plain)


def _may_be_one(one: Listed, other: Listed) -> bool:
    """Whether kinds and files leave it open; two that have lines of their own are two things."""
    if one.key == other.key or (one.entry and other.entry):
        return False
    return "unknown" in (one.kind, other.kind) or one.kind == other.kind


def _made(
    kind: str,
    one: Side,
    other: Side,
    reason: str,
    score: float | None = None,
) -> Suggestion:
    """The one with a line in a file, or the one named more often, is the entity."""
    first, second = sorted((one, other), key=_rank)
    return Suggestion(kind, first[0], second[0], first[1], second[1], reason, score)


def _rank(side: Side) -> tuple[bool, int, str]:
    return side[0].entry is None, -side[0].count, side[0].key


def _same_letters(names: _Names) -> Iterator[Suggestion]:
    for held in names.owners.values():
        for one, other in combinations(held, 2):
            texts = one[1].text, other[1].text
            if _may_be_one(one[0], other[0]) and not likeness.varies(*texts):
                yield _made("spelling", one, other, "the same letters")


def _initials(names: _Names) -> Iterator[Suggestion]:
    longs: dict[str, list[Side]] = defaultdict(list)
    for held in names.owners.values():
        for side in held:
            if short := likeness.initials(side[1].text):
                longs[short].append(side)
    for held in names.owners.values():
        for side in held:
            found = longs.get(side[1].text, ()) if likeness.is_acronym(side[1].text) else ()
            fits = [long for long in found if _share_documents(long[0], side[0])]
            if len({long[0].key for long in fits}) == 1 and _may_be_one(fits[0][0], side[0]):
                yield Suggestion(
                    "initials", fits[0][0], side[0], fits[0][1], side[1], "its initials"
                )


def _share_documents(one: Listed, other: Listed) -> bool:
    return not one.documents.isdisjoint(other.documents)


def _tails(names: _Names) -> Iterator[Suggestion]:
    for held in names.owners.values():
        for long in held:
            stem = likeness.stem(long[1].text)
            if not stem or long[0].kind == "product" or _is_plain(likeness.words(stem), names):
                continue
            for short in names.owners.get(likeness.squeezed(stem), ()):
                free = short[0].entry is None or likeness.is_glued(long[1].text)
                if free and _may_be_one(long[0], short[0]):
                    yield _made("suffix", long, short, "the same but for a word at its end")


def _is_plain(words: Iterable[str], names: _Names) -> bool:
    return all(word in names.plain for word in words)


def _alike(names: _Names) -> Iterator[Alike]:
    """Pairs of names that differ by slips, with their likeness."""
    for first, second in neighbours.alike(names.owners, SHORTEST):
        score = fuzz.ratio(first, second, score_cutoff=NEAR)
        if not score:
            continue
        for one, other in product(names.owners[first], names.owners[second]):
            texts = one[1].text, other[1].text
            slips = (
                likeness.slips(*texts) or likeness.is_cut(*texts) or likeness.is_cut(*texts[::-1])
            )
            if slips and _may_be_one(one[0], other[0]):
                yield one, other, score


def _misspellings(alike: Iterable[Alike], names: _Names) -> Iterator[Suggestion]:
    for one, other, score in alike:
        for right, wrong in permutations((one, other)):
            if score >= MISSPELT and _is_misspelling(right, wrong, names):
                yield Suggestion(
                    MISSPELLING, right[0], wrong[0], right[1], wrong[1], _NEARLY, score
                )


def _is_misspelling(right: Side, wrong: Side, names: _Names) -> bool:
    """Whether a rare spelling is a frequent one with a slip in it."""
    if wrong[0].entry or wrong[0].count > RARE or right[0].count < TIMES * wrong[0].count:
        return False
    if likeness.is_longer(wrong[1].text, right[1].text):
        return False
    if likeness.is_cut(wrong[1].text, right[1].text) and not right[0].entry:
        return False  # "Argentinia" may be right beside "Argentinian"
    odd = _odd(right, wrong)
    return odd.isdisjoint(names.plain) and all(names.words[word] == 1 for word in odd)


def _odd(right: Side, wrong: Side) -> set[str]:
    """The words that are in question."""
    return set(likeness.words(wrong[1].text)) - set(likeness.words(right[1].text))


def _near(alike: Iterable[Alike], names: _Names) -> Iterator[Suggestion]:
    for first, second, score in alike:
        sides = sorted((first, second), key=_rank)
        one, other = sides
        longer = any(likeness.is_longer(a[1].text, b[1].text) for a, b in permutations(sides))
        if longer or one[0].count < KNOWN or not _odd(one, other).isdisjoint(names.plain):
            continue
        yield _made("near", one, other, _NEARLY, score)
