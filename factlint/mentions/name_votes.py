"""A vote for the kind of a name: the kind and its weight.

A weight of 1 only breaks ties; 2 is a hint, 3 says it outright, 4 and more cannot mean else.
"""

from __future__ import annotations

from factlint.model import EntityKind

Vote = tuple[EntityKind, int]
