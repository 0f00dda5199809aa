"""Pieces of a text -> candidate names: runs of pieces that stand together and may be one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from factlint.mentions import name_words as words
from factlint.mentions.name_index import plain
from factlint.mentions.name_pieces import Piece
from factlint.model import EntityKind

#: What may stand between the pieces of one name.
_OF = (" of ", " of the ", " for ")
_PHRASE = (" for ", " of ", " in ", " to ", " & ", "-")
_MOST_PIECES = 7
#: What is wider than any of these, or a particle between blanks, joins nothing.
_WIDEST_GAP = max(map(len, (*_OF, *_PHRASE, *(f" {word} der " for word in words.PARTICLES))))

#: The kinds of known spellings.
Kinds = Mapping[str, EntityKind]


class Group(NamedTuple):
    """A candidate: its pieces, and what stands before it.

    `person` says that it is a title such as "CEO", `loose` that another word with a capital goes
    right before: "Test-Time Training for Long Context", "LangSmith Sandboxes".
    """

    pieces: tuple[Piece, ...]
    person: bool = False
    loose: bool = False

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def single(self) -> bool:
        """Whether it is one piece."""
        return len(self.pieces) == 1


def find(text: str, pieces: Sequence[Piece], kinds: Kinds) -> Iterator[Group]:
    """All candidates of `text`, in order; `kinds` are those of known spellings."""
    held: list[Piece] = []
    before: Piece | None = None
    last: Piece | None = None
    for number, piece in enumerate(pieces):
        if (
            piece.text == "General"
            and last is not None
            and last.kind == "title"
            and piece.start == last.end + 1
        ):
            last = last._replace(end=piece.end)  # "Attorney General"
            continue
        if held and not (
            piece.start - held[-1].end <= _WIDEST_GAP
            and _joined(text, held, piece, pieces[number + 1 : number + 2], kinds)
        ):
            if group := _closed(text, before, held):
                yield group
            held = []
        if piece.kind in ("known", "word") or (held and piece.kind == "generic"):
            before = before if held else last
            held.append(piece)
        last = piece
    if held and (group := _closed(text, before, held)):
        yield group


def _closed(text: str, before: Piece | None, held: Sequence[Piece]) -> Group | None:
    """A group without the generic short forms at its end; "AI" may stay ("Sakana AI")."""
    end = len(held)
    while end and held[end - 1].kind == "generic" and not (held[end - 1].text == "AI" and end > 1):
        end -= 1
    if not end:
        return None
    if before is None or held[0].start - before.end > _WIDEST_GAP:
        return Group(tuple(held[:end]))
    gap = text[before.end : held[0].start]
    person = gap in (" ", ". ") and before.text.rstrip(".") in words.PERSON_CUES
    loose = (
        (gap in _PHRASE and before.kind == "word" and before.text.casefold() in words.common())
        or (gap == " " and before.kind in ("known", "word"))
        or (gap in (" ", *_PHRASE) and before.kind in ("stop", "generic") and _styled(before))
    )
    return Group(tuple(held[:end]), person, loose)


def _styled(piece: Piece) -> bool:
    """Whether a word that is no name has its capital not from opening a sentence."""
    return not (piece.initial and piece.text in words.OPENERS)


def _joined(
    text: str,
    held: Sequence[Piece],
    piece: Piece,
    following: Sequence[Piece],
    kinds: Kinds,
) -> bool:
    """Whether `piece` goes on with the name that `held` began."""
    last = held[-1]
    if len(held) >= _MOST_PIECES or piece.kind in ("title", "stop"):
        return False
    gap = text[last.end : piece.start]
    if gap == " ":
        if last.text in words.LEGAL:
            return False
        if piece.kind == "generic":
            return _takes_generic(text, held, piece, following, kinds)
        return not _is_person(held, piece, following) and _takes(held, piece, kinds)
    if gap in _OF:
        return _takes_of(held[0], piece, gap, kinds)
    if gap == ", ":
        return piece.text in words.LEGAL and last.kind != "generic"
    if gap == " & ":
        return last.kind == "word" and piece.text in words.PARTNERS
    if gap == ". ":
        return (
            len(last.text) == 1
            or last.text in ("St", "Mt", "Ft")
            or (last.text in ("Inc", "Corp", "Co") and piece.text in words.LEGAL)
        )
    if not (gap.startswith(" ") and gap.endswith(" ")) or piece.kind not in ("word", "known"):
        return False
    particles = gap.split()
    if not particles or not words.PARTICLES.issuperset(particles):
        return False
    if held[0].text in words.given_names():
        return True
    strange = held[0].kind == "word" and held[0].text.casefold() not in words.common()
    return strange and len(held) == 1 and piece.kind == "word"


def _is_person(held: Sequence[Piece], piece: Piece, following: Sequence[Piece]) -> bool:
    """Whether a first name starts another name here: "Research" before "Jane Roe"."""
    return (
        piece.text in words.given_names()
        and all(one.kind == "word" and one.text.casefold() in words.common() for one in held)
        and bool(following)
        and following[0].kind == "word"
        and following[0].start == piece.end + 1
        and following[0].text.casefold() not in words.common()
        and following[0].text not in words.ORG_SUFFIXES
    )


def _takes_of(head: Piece, piece: Piece, gap: str, kinds: Kinds) -> bool:
    if gap == " for ":
        return head.text in ("Center", "Centre", "Institute", "Foundation") and piece.kind == "word"
    if head.kind == "known" or head.text not in words.OF_HEADS:
        return False
    known_thing = piece.kind == "known" and kinds.get(piece.text) in ("org", "person", "product")
    return not (known_thing or (head.text in words.OF_HEADS_WITHOUT_NAME and piece.kind != "known"))


def _takes_generic(
    text: str, held: Sequence[Piece], piece: Piece, following: Sequence[Piece], kinds: Kinds
) -> bool:
    """Whether a short form belongs to the name: "Sakana AI", "Foo AI Labs", not "Nvidia GPU"."""
    goes_on = bool(following) and (
        text[piece.end : following[0].start] == " " and following[0].text in words.ORG_SUFFIXES
    )
    if goes_on and not (held[-1].kind == "known" and kinds.get(held[-1].text) == "place"):
        return True
    if piece.text != "AI" or held[-1].kind == "known" or held[-1].kind == "generic":
        return False
    if held[-1].titled:
        return False
    tail = text[piece.end : piece.end + 24]
    return not (tail.startswith(" ") and _word(tail[1:]) in words.AI_NOUNS) and tail[:1] != "-"


def _word(text: str) -> str:
    return text.split(" ", 1)[0].rstrip(".,;:!?)'\"")


def _takes(held: Sequence[Piece], piece: Piece, kinds: Kinds) -> bool:
    """Whether a known name or a capitalised word goes on with the name before it."""
    last = held[-1]
    unknown = piece.kind == "word" and piece.text.casefold() not in words.common()
    if last.kind == piece.kind == "known" and len(held) > 1:
        return False
    if piece.kind == "known" and piece.text not in words.ORG_SUFFIXES and not plain(piece.text):
        return _is_branch(held, piece, kinds) or (
            len(held) == 1
            and last.kind == "word"
            and " " not in piece.text
            and (
                last.text in words.given_names()
                or (
                    kinds.get(piece.text) == "person"
                    and not last.initial
                    and last.text.casefold() not in words.common()
                )
            )
        )
    if piece.text.endswith("ed") and not unknown:
        return False
    if last.kind != "known":
        return True
    kind = "product" if last.versioned else kinds.get(last.text, "unknown")
    return _AFTER_KNOWN[kind](last, piece, unknown)


def _is_branch(held: Sequence[Piece], piece: Piece, kinds: Kinds) -> bool:
    """Whether a firm goes on with the place that a branch of it is named after: "Acme Kenya"."""
    first = held[0]
    if piece.titled or kinds.get(piece.text) != "place" or len(held) > 1:
        return False
    strange = first.kind == "word" and first.text.casefold() not in words.common()
    return strange or kinds.get(first.text) == "org"


def _after_place(last: Piece, piece: Piece, unknown: bool) -> bool:
    if piece.text in words.STATE_BODIES or piece.text in words.ORG_SUFFIXES:
        return True
    return last.text in words.given_names() and unknown


def _after_person(last: Piece, piece: Piece, unknown: bool) -> bool:
    return " " not in last.text and last.text in words.given_names() and unknown


def _after_org(last: Piece, piece: Piece, unknown: bool) -> bool:
    return not piece.titled or piece.text in words.ORG_SUFFIXES


def _after_product(last: Piece, piece: Piece, unknown: bool) -> bool:
    if last.text.istitle() and piece.text in words.ORG_SUFFIXES - words.WEAK_SUFFIXES:
        return True  # "Lattice Robotics": a firm, whatever Lattice is
    if piece.text in words.PRODUCT_PARTS or any(mark.isdigit() for mark in piece.text):
        return True
    if piece.titled or last.versioned or piece.kind != "word" or piece.text.endswith("s"):
        return False
    # a firm may open with what elsewhere is a product: "Kestrel Guard", not "ChatGPT Search"
    return last.text.isalpha() and last.text.istitle()


_AFTER_KNOWN: dict[EntityKind, Callable[[Piece, Piece, bool], bool]] = {
    "place": _after_place,
    "person": _after_person,
    "org": _after_org,
    "product": _after_product,
    "unknown": _after_org,
}
