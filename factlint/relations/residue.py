"""Passage text -> what was eaten on the way: amounts without digits, templates never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.model import Relation, RelationDefinition
from factlint.relations.page import Page

_BEFORE = "raises?|raised|raising|secures?|secured|closes?|closed|worth|at|of|for|over|than|about"
_SCALE = "[Mm]illion|[Bb]illion|[Tt]rillion"

#: What it is, by how it shows.
_KINDS = {
    # "raises 00 Million", "$00M"
    "an amount without its first digits": rf"""
        (?<! [\w.,:$€£] ) [$€£]? 00+ (?: [\ -]? (?:{_SCALE})\b )""",
    # "raised ,000 in grants"
    "an amount without its first digit": r"(?<= [a-z] \ ) [$€£]? ,\d{3} (?: ,\d{3} )* (?! [\d,] )",
    # "raises at Billion valuation"
    "a magnitude without a number": rf"""
        \b (?: [Rr]aises? | [Rr]aised | [Rr]aising | [Ss]ecures? | [Ss]ecured | [Cc]loses | [Aa]t
            | [Ww]orth ) \ [$€£]? \ ? (?:{_SCALE})
        (?= [\ -] (?: [Vv]aluation | [Ss]eries | [Ss]eed | [Rr]ound | [Ff]unding \b
             | in\ (?:[Ff]unding|[Rr]evenue|cash|stock|equity|debt)\b ) )""",
    # "raised $ million"
    "a currency sign without a number": rf"""
        \b (?:{_BEFORE}) \ [$€£] \ ? (?:{_SCALE}|[MB]) \b (?= [\ .,;] | $ )""",
    # "[object Object]"
    "an object that was printed as such": r"\[object\ Object\]",
    # "undefined%", "$NaN", "NaN million"
    "a value that was never set": rf"""
        [$€£] \ ? (?: undefined | NaN | null | None ) \b
      | \b (?: undefined | NaN | null ) (?: \ ?% | \ (?:{_SCALE}|percent)\b )
      | \b Invalid\ Date \b""",
    # "%!d(MISSING)", "{{amount}}", "${amount}"
    "a template that was never filled in": r"""
        %! [a-zA-Z] \( | (?<! [\\`] ) \{\{ \ ? [a-z][a-zA-Z_.]* \ ? \}\} (?! \} )
      | (?<! [\\`] ) \$ \{ [a-z][a-zA-Z_.]* \}""",
}  # fmt: skip
_PATTERNS = tuple((what, re.compile(shape, re.VERBOSE)) for what, shape in _KINDS.items())
#: No residue without one of these, which stand in some passages and are looked for fast,
_TRACES = ("$", "€", "£", "00", " ,", "illion", "%!", "{{", "NaN", "null", "None", "undefined",
           "object O", "Invalid D")  # fmt: skip
#: and without one of these, which stand in few.
_SIGNS = re.compile(
    r"00[\ -]?[MBTmbt]|\ [$€£]?,\d|(?<![\d\ ])\ [$€£]?\ ?[MBTmbt]r?illion|[$€£]\ ?[MBTmbt]"
    r"|object\ O|undefined|NaN|null|None|Invalid\ D|%!|\{\{|\$\{"
)


def find(page: Page, definition: RelationDefinition) -> Iterator[Relation]:
    """Each piece of residue, once a place."""
    for passage in page.passages:
        text = passage.text
        if not (any(trace in text for trace in _TRACES) and _SIGNS.search(text)):
            continue
        taken = 0
        for start, end, what in sorted(
            (found.start(), found.end(), what)
            for what, pattern in _PATTERNS
            for found in pattern.finditer(text)
        ):
            if start >= taken:
                taken = end
                yield page.relation(definition, passage, (start, end), (), {"what": what})
