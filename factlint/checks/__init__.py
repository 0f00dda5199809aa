"""Kinds of comparison: the claims of one group -> clashes; keyword-only arguments are options."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factlint.checks import agree, misattribution, scale, status
from factlint.model import Clash

CHECKS: Mapping[str, Callable[..., Iterator[Clash]]] = {
    "agree": agree.check,
    "misattribution": misattribution.check,
    "scale": scale.check,
    "status": status.check,
}

#: Arguments that claim definitions give, not rules.
GIVEN = frozenset({"holds"})

#: Checks that need the claims of all subjects in one group.
ACROSS_SUBJECTS = frozenset({"misattribution"})
