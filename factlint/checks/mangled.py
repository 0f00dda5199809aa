"""Residue of a broken tool -> one slip a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factlint.model import Relation, Slip


def check(relations: Sequence[Relation]) -> Iterator[Slip]:
    """No amount or template was eaten on the way into the text.

    Would fool it:
        A text about templates or shells that shows their signs outside of code.
    """
    for relation in relations:
        yield Slip(relation, relation.says["what"])
