"""Kinds of comparison: the claims of one group -> clashes; the relations of a document -> slips.

Keyword-only arguments are options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factlint.checks import (
    agree,
    calendar,
    change,
    convert,
    count_list,
    deal_sum,
    headline,
    leads,
    mangled,
    misattribution,
    name_variant,
    order,
    range,
    ranking,
    ratio,
    role_slip,
    scale,
    status,
    sum,
    unique,
    whole_round,
)
from factlint.model import Clash, Slip

CHECKS: Mapping[str, Callable[..., Iterator[Clash]]] = {
    "agree": agree.check,
    "headline": headline.check,
    "leads": leads.check,
    "misattribution": misattribution.check,
    "name-variant": name_variant.check,
    "order": order.check,
    "range": range.check,
    "role-slip": role_slip.check,
    "scale": scale.check,
    "status": status.check,
    "sum": deal_sum.check,
    "unique": unique.check,
    "whole-round": whole_round.check,
}

#: Checks of relations; `sum` and `unique` are both, over what their rule names.
RELATION_CHECKS: Mapping[str, Callable[..., Iterator[Slip]]] = {
    "calendar": calendar.check,
    "change": change.check,
    "convert": convert.check,
    "count-list": count_list.check,
    "mangled": mangled.check,
    "ratio": ratio.check,
    "sum": sum.check,
    "unique": ranking.check,
}

#: Arguments that claim definitions and the rule itself give, not options.
GIVEN = frozenset({"holds", "attributes"})

#: Checks that need the claims of all subjects in one group.
ACROSS_SUBJECTS = frozenset({"misattribution", "unique", "whole-round"})

#: Checks that need the claims of all attributes of a rule in one group.
ACROSS_ATTRIBUTES = frozenset(
    {"headline", "leads", "order", "role-slip", "sum", "unique", "whole-round"}
)

#: Checks to which one claim is enough.
OF_ONE = frozenset({"range"})
