"""Extracts of all documents and the gazetteer -> claims about canonical entities.

Names are merged on the exact key, declared aliases and definitions in the text, never because they
look alike.
"""

from __future__ import annotations

from factlint.entities.inventory import Listed, take
from factlint.entities.keys import key
from factlint.entities.resolution import resolve
from factlint.entities.suggestions import Suggestion, suggest

__all__ = ["Listed", "Suggestion", "key", "resolve", "suggest", "take"]
