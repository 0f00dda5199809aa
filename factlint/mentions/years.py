"""A number at a place -> the year it names, where the words around tell it from a count."""

from __future__ import annotations

import re
from datetime import date

from factlint import intervals
from factlint.mentions.calendars import YEAR, Found, span, word_before
from factlint.mentions.countables import PLURALS
from factlint.mentions.units import listed

# "2024-2025", "2024–25"
_SPAN = re.compile(rf"(?P<a>{YEAR})[-–](?P<b>{YEAR}|\d\d)(?![\w%/-]|[.,]\d)")
# "2026", "2026's"; not "2048-token", "2026/27", "$2026"
_YEAR = re.compile(rf"(?P<y>{YEAR})(?:'s\b)?(?![\w%$€£/+]|[.,:]\d|-[a-z\d])")

#: What stands before a bare year.
_CUES = listed(
    "in by since until till during year mid late early circa around fiscal calendar year, back "
    "throughout spring summer autumn fall winter"
)
#: What may also stand before any other number: only a likely year counts.
_WEAK_CUES = listed(
    "of for between before after from through to and the than last vs against pre post a its "
    "their our earlier"
)
_STRONG_BEFORE_NOUN = frozenset(("the", "in", "since", "by", "until"))
#: Numbers that are years even before a noun: "the target for 2025 deliveries".
_RECENT = range(2010, 2036)
_LIKELY = range(1950, 2041)
#: How many years a span may hold.
_LONGEST = 60

#: Verbs that have a year for their subject: "2026 marks a turn".
_VERBS = listed(
    "is was will has had may could should marks marked saw sees brings brought promises embodies "
    "ended began starts started became becomes represents stands looks proved shapes"
)
#: Nouns that a year goes before: "2024 revenue".
_YEARLY = listed(
    "revenue revenues sales arr earnings profit profits results budget budgets guidance capex "
    "spending forecast outlook election elections season"
)
_SCALES = frozenset(("million", "billion", "thousand", "percent"))
_NEXT_WORD = re.compile(r"[\ ]?-?[\ ]? (?P<word> [A-Za-z%]+ )", re.VERBOSE)
_NAME_BEFORE = re.compile(r"\b [A-Z] [\w-]* [\ ] $", re.VERBOSE)


def read(text: str, at: int) -> Found | None:
    """The year or the span of years that starts at `at`."""
    if match := _SPAN.match(text, at):
        a, b = int(match["a"]), match["b"]
        z = int(b) if len(b) == 4 else a // 100 * 100 + int(b)
        if a < z < a + _LONGEST and a in _LIKELY:
            return Found(span(date(a, 1, 1), date(z, 12, 31)), at, match.end())
    match = _YEAR.match(text, at)
    if match is None or not _is_year(text, at, match):
        return None
    return Found(intervals.year(int(match["y"])), at, match.end("y"))


def _is_year(text: str, at: int, match: re.Match[str]) -> bool:
    before = word_before(text, at)
    ahead = _NEXT_WORD.match(text, match.end())
    word = ahead["word"].lower() if ahead else ""
    if word in PLURALS and before not in _STRONG_BEFORE_NOUN:
        return int(match["y"]) in _RECENT and before in _WEAK_CUES
    if before in _CUES:
        return word not in _SCALES
    if int(match["y"]) not in _LIKELY:
        return False
    if before in _WEAK_CUES or match.group().endswith("s") or word in _YEARLY:
        return True
    if text.endswith(("'s ", "s' "), 0, at):
        return True
    if word in _VERBS:
        return not _NAME_BEFORE.search(text, max(0, at - 16), at)
    return text.endswith("(", 0, at) and text.startswith(")", match.end())
