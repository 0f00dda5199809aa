"""A number without a physical unit -> whether it counts something, and what."""

from __future__ import annotations

import re

from factlint.mentions import nouns, scores
from factlint.mentions.amounts import Amount
from factlint.mentions.countables import PLURALS
from factlint.mentions.nouns import Noun
from factlint.mentions.units import listed

#: Words in capitals that are no part of a name: they open sentences or headlines.
_FUNCTION_WORDS = listed(
    """
    a an the this that these those its his her their our in on at to for from by with of about
    around over under nearly almost roughly approximately some only just all and or but both up
    more less than between among after before since until during as is are was were has have had
    will would can could may might we you they he she it who which there here now also plus minus
    cuts cut lays raises hires fires adds gets hits sells buys wins loses plans seeks eyes closes
    lands bags nets tops sheds slashes axes trims eliminates employs serves claims reaches surpasses
    passes crosses counts reports sees delivers ships opens deploys orders pledges commits spends
    pays costs releases launches introduces unveils announces offers supports using used when where
    while if nor not no every each any first last next another other such via per every including
    total roughly exactly merely another off out into within without against across through because
    updated sources source employees headcount users customers these top-selling
    """
)
#: A number behind one of these is its name or place, not a count.
_LABELS = listed(
    """
    top version ver v chapter section step figure fig fig. page pages p. pp. no. no number issue
    part episode ep ep. season day week phase level tier type grade gen generation round rank route
    line volume vol vol. item table question article rule option stage category class layer model
    port channel track exhibit appendix slide level lesson module unit problem room floor gate
    building block bug pr ticket rfc act scene game match area district title slot bit web
    fortune nasdaq s&p ftse russell stoxx nikkei
    """
)
_PREVIOUS = re.compile(r"(?P<word> [\w.&'’+-]+ ) [\ ] $", re.VERBOSE)

# "12 of them", "625,000 of whom"
_OF_THEM = re.compile(r"[\ ] of [\ ] (?:them|these|those|whom|which) \b", re.VERBOSE)
# "140 of its 900 employees", "70 of the Fortune 500"
_OF_NOUN = re.compile(
    r"""
    [\ ] of [\ ] (?: its | their | the | our | (?: [A-Z][\w.&-]* [\ ] ){0,2} [A-Z][\w.&-]* 's ) [\ ]
    (?: [\w,.'-]+ [\ ] ){0,2}?
    (?P<noun> [a-z]+s? ) \b
    """,
    re.VERBOSE,
)
# "310 on its payroll", "310 strong"
_ON_PAYROLL = re.compile(
    r"[\ ] (?: on [\ ] (?: its | the | their ) [\ ] (?: payroll | rolls | books ) | strong ) \b",
    re.VERBOSE,
)
# "Headcount has been cut from 540 to 410", "a workforce of 900", "its staff numbers 210"
_STAFFED = re.compile(
    r"""
    \b (?: headcount | workforce | payroll | staff | head\ count | subscribers | customers | users
          | membership | merchants | team )
    (?: [\ ] [\w'’-]+ ){0,8}? [\ ]
    (?: of | from | to | at | numbers | numbered | counts | is | was | totals | totaled | totalled )
    (?: [\ ] (?: \d[\d,]* [\ ] to | about | around | over | under | just | nearly | almost | some
                | roughly | only | more [\ ] than | fewer [\ ] than | now ) )*
    [\ ] $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "lays off 300", "let go of 300"
_LET_GO = re.compile(
    r"\b (?: la(?:y|ys|id|ying) [\ ] off | let(?:s|ting)? [\ ] go [\ ] of ) [\ ] $",
    re.VERBOSE | re.IGNORECASE,
)
# "Sources (22)"
_LABELLED = re.compile(r"(?P<word> [A-Za-z]+ ) [\ ] \( $", re.VERBOSE)
# "SWE-bench: 69.4" at the end of a passage
_TAIL = re.compile(r"\s* $", re.VERBOSE)
_CLOCK = re.compile(r"[\ ]? (?: [ap]\.?m\b | o'clock | [A-Z]{2,3}T\b )", re.VERBOSE)
# What glues a number to something that is not its unit: "3D", "24/7", "10:30", "70B-chat"
_GLUED = re.compile(r"\w | [/:] \d | - (?! plus\b ) \w | ['’°@^_=] | \.\w", re.VERBOSE)

#: What a number with the letter B is the size of, not the count: "70B models".
_SIZED = listed("models agents experts variants versions checkpoints sizes weights")
_STAFF_UNITS = listed(
    "employees staff staffers people workers engineers developers customers users subscribers jobs"
    " positions"
)
#: A set, for a range compares a Decimal with each of its numbers.
_PLAIN_YEARS = frozenset(range(1900, 2100))
#: The most that a bare score may be: "1,388 Elo" has a unit.
_FULL_MARKS = 100
_SCREENS = frozenset((2, 4, 8))


def judge(text: str, amount: Amount, *, hedged: bool) -> Noun | None:
    """What `amount` counts, its unit "" where nothing is named; None if it counts nothing."""
    noun = nouns.after(text, amount.end, one=amount.plain == 1)
    if noun is None and _GLUED.match(text, amount.end):
        return None
    if amount.soft and not (noun and noun.known):
        return None
    if noun is None and _is_score(text, amount):
        return Noun("points", amount.end)
    if amount.scale is None and _belongs_to_name(text, amount, noun, hedged=hedged):
        return None
    if noun and noun.unit in _SIZED and text[amount.end - 1] in "Bb" and amount.scale:
        return Noun("", amount.end, known=False)
    if noun:
        return noun if _countable(text, amount, noun) else None
    return _unnamed(text, amount, hedged=hedged)


def _is_score(text: str, amount: Amount) -> bool:
    """Whether a number is what something scored on a benchmark; a small one is a rank."""
    likely = amount.scale is None and not amount.spelt and 10 <= amount.number <= _FULL_MARKS
    return likely and scores.is_score(text, amount.start, amount.end)


def _belongs_to_name(text: str, amount: Amount, noun: Noun | None, *, hedged: bool) -> bool:
    if amount.grouped or hedged:
        return False
    match = _PREVIOUS.search(text, max(0, amount.start - 32), amount.start)
    if match is None:
        return False
    word = match["word"]
    lower = word.lower()
    if lower in _LABELS:
        return True
    if lower in _FUNCTION_WORDS or word.islower() or amount.spelt:
        return False
    code = word.isupper() or any(mark.isdigit() for mark in word) or not word[1:].islower()
    return code or amount.number < 100 or not (noun and noun.known)


def _countable(text: str, amount: Amount, noun: Noun) -> bool:
    """Whether a number with a noun is a count: no "one of", no year."""
    if amount.spelt and amount.scale is None:
        near = noun.end > amount.end or noun.known
        return near and amount.number > 1
    year = amount.scale is None and not amount.grouped and amount.number in _PLAIN_YEARS
    return not year or (noun.known and noun.end > amount.end)


def _unnamed(text: str, amount: Amount, *, hedged: bool) -> Noun | None:
    bare = Noun("", amount.end, known=False)
    if amount.scale is not None:
        return None if _is_idiom(amount) and not hedged else bare
    if amount.spelt or _CLOCK.match(text, amount.end):
        return None
    if match := _LABELLED.search(text, max(0, amount.start - 24), amount.start):
        unit = PLURALS.get(match["word"].lower())
        closed = text.startswith(")", amount.end)
        return (
            Noun(unit, amount.end)
            if unit and unit != match["word"].rstrip("s") and closed
            else None
        )
    year = amount.number in _PLAIN_YEARS and not amount.grouped
    if of := _OF_NOUN.match(text, amount.end):
        unit = PLURALS.get(of["noun"])
        return Noun(unit, amount.end) if unit in _STAFF_UNITS else None
    if not year and _ON_PAYROLL.match(text, amount.end):
        return Noun("employees", amount.end)
    if not year and _LET_GO.search(text, max(0, amount.start - 24), amount.start):
        return Noun("employees", amount.end)
    if not year and _STAFFED.search(text, max(0, amount.start - 96), amount.start):
        return bare
    if amount.grouped or (hedged and amount.number >= 10 and not year):
        return bare
    if _OF_THEM.match(text, amount.end) or (amount.plus and amount.number >= 10):
        return bare
    return bare if not year and _stands_alone(text, amount) else None


def _is_idiom(amount: Amount) -> bool:
    """4K screens, the company 3M."""
    scale = amount.scale or 0
    return not amount.spelt and (
        (scale == 1000 and amount.number in _SCREENS)
        or (scale == 1000 and amount.number == 401)
        or (scale == 1_000_000 and amount.number == 3 and amount.end - amount.start == 2)
    )


def _stands_alone(text: str, amount: Amount) -> bool:
    """Whether the number is all that its passage says, or all behind its last colon."""
    if not _TAIL.match(text, amount.end):
        return False
    return not text[: amount.start].strip() or (
        text.endswith(": ", 0, amount.start) and len(text) < 120
    )
