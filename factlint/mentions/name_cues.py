"""A capitalised word and the words around it -> whether they say that it is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from factlint.mentions import name_nouns as nouns
from factlint.mentions import name_words as words
from factlint.mentions.name_votes import Vote
from factlint.model import EntityKind

#: How far the words around a name are read, in characters.
_NEAR = 90

_APPOSITION = re.compile(r"(?:, |\()(?:a|an|the|one of(?: the)?|another|its) ")
#: " - Series B Funding ($9M)": a headline of a round.
_ROUND = r" [-:] (?:[\w-]+ ){0,3}(?:Series [A-K]\+?|Funding)(?!\w)"
_HEADLINE = re.compile(_ROUND)
_FUNDED = re.compile(
    r"(?:, [^,.;]{0,60},)?(?: has| have| had| just| also| recently| is| was| reportedly)*"
    r" (?:raised|raises|raising|secured|secures|closed an?|acquired|acquires|bagged|netted"
    r"|valued at|worth [$€£]|employs|seeking to raise|in talks to raise)\b"
    r"|'s? (?:valuation|Series [A-K]|funding|seed round|investors|shareholders)\b"
    rf"|{_ROUND}"
)
#: Of these, what is said of the maker of a product; a coin is worth something itself.
_RAISED = re.compile(
    r"(?:, [^,.;]{0,60},)?(?: has| have| had| just| also| recently| is| was| reportedly)*"
    r" (?:raised|raises|raising|secured|secures|closed an?|bagged|netted|acquired|acquires"
    r"|seeking to raise|in talks to raise)\b"
    r"| (?:announced|announces|landed|got) [$€£][\d.,]+ ?(?:million|billion|[mMbB]n?)"
    r" (?:of|in) (?:new |fresh )?(?:capital|funding|financing)\b"
    rf"|'s? (?:Series [A-K]|seed round|investors|shareholders)\b|{_ROUND}"
)
_WORDS = re.compile(r"[\w'-]+")
#: The nouns that say what a name is, and which kind each tells.
NOUN_KINDS: Mapping[str, EntityKind] = {
    **dict.fromkeys(nouns.PLACE_NOUNS, "place"),
    **dict.fromkeys(nouns.PERSON_NOUNS, "person"),
    **dict.fromkeys(nouns.PRODUCT_NOUNS, "product"),
    **dict.fromkeys(nouns.ORG_NOUNS, "org"),
}
_PAUSE = re.compile(r"[,.;:()](?!\w)")
#: An apposition is read up to one of these, and no further than so many words.
_STOPS = frozenset(
    [
        "of",
        "for",
        "that",
        "which",
        "who",
        "whose",
        "to",
        "in",
        "on",
        "with",
        "by",
        "from",
        "at",
        "and",
        "or",
        "where",
        "when",
        "as",
        "is",
        "was",
    ]
)
_LONGEST = 12
#: An office right before or behind the name of who holds it: "Jane Roe, CEO of".
OFFICES = nouns.PERSON_NOUNS | words.PERSON_CUES


def next_word(text: str, end: int) -> str:
    """The word right after a name, without its punctuation; "" if punctuation comes first."""
    if text[end : end + 1] != " ":
        return ""
    return text[end + 1 : end + 25].split(" ", 1)[0].rstrip('.,;:!?)"')


def last_word(text: str, start: int) -> str:
    """The word right before a name; "" if punctuation stands between."""
    if start < 2 or text[start - 1] != " ":
        return ""
    return text[max(0, start - 25) : start - 1].rpartition(" ")[2].lstrip("(\"'")


def funded(text: str, end: int) -> bool:
    """Whether what follows is said of companies only, even after the name of a product."""
    return _FUNDED.match(text, end) is not None


def raised(text: str, end: int) -> bool:
    """Whether what follows says that the maker of a product, called by its name, raises money."""
    return _RAISED.match(text, end) is not None


def apposition(tail: str) -> Iterator[Vote]:
    """ "X, a Paris-based maker of": the last noun before "of" and the like decides.

    `tail` starts with the comma or bracket after a name.
    """
    opening = _APPOSITION.match(tail)
    if opening is None:
        office = _WORDS.match(tail, 2)
        if office is not None and office[0] in OFFICES:
            yield "person", 4
        return
    found: Vote | None = None
    phrase = _PAUSE.split(tail[opening.end() :], maxsplit=1)[0]
    for word in _WORDS.findall(phrase)[:_LONGEST]:
        if word in words.TITLES:
            found = ("person", 4)
        elif word in NOUN_KINDS:
            found = None if word in nouns.OFFERS else (NOUN_KINDS[word], 4)
        elif word in _STOPS or (found and word.endswith(("ing", "ed"))):
            break
    if found:
        yield found


def named(text: str, start: int, end: int) -> bool:
    """Whether the words around a plain word say outright that it is a name: "startup Loop"."""
    if last_word(text, start) in nouns.ORG_NOUNS or funded(text, end):
        return True
    return text[end : end + 1] == "," and any(apposition(text[end : end + _NEAR]))


def explained(text: str, end: int) -> bool:
    """Whether an aside says what a name is: "Mind, the meditation app, has"."""
    if text.startswith((", a ", ", an "), end):
        told = any(kind in _OFFERED for kind, _ in apposition(text[end : end + _NEAR]))
        if told:
            return True
    if _TOLD.match(text, end) or _SEATED.match(text, end):
        return True
    aside = _ASIDE.match(text, end)
    if aside is None:
        return False
    said = _WORDS.findall(aside[0])
    told = any(word in NOUN_KINDS for word in said)
    return told and words.TELLING.isdisjoint(said)


#: "Scale, the San Francisco company that": no adverb stands before that.
_SEATED = re.compile(
    r"(?<!ly), (?:the|an?) (?:[A-Z][\w.-]+ ){1,2}(?:\w+[ -]){0,3}?(?:company|startup|start-up|firm"
    r"|maker|group|lab|bank|developer|provider|brand)\b"
)
#: What only a firm can be told of: "Scale, which Kim Lee founded in 2016, labels".
_TOLD = re.compile(
    r", (?:which|whose) [^,.;:]{0,60}?\b(?:(?:co-)?founded|set up|employs|is based|is headquartered"
    r"|has raised|was acquired|was bought|[iw]as valued|is backed|went public|is owned|sells"
    r"|develops|operates|builds|makes(?! up)|offers|runs|lets|helps|trains|designs|supplies)\b"
    r"| (?:will |is |has |plans to |wants to |is to )?"
    r"(?:let(?:ting)? go of|lay(?:s|ing)? off|laid off|cut(?:s|ting)?"
    r"|shed(?:s|ding)?|dismiss(?:es|ed|ing)?|eliminat(?:es|ed|ing)|fir(?:es|ed|ing))"
    r" (?:about |around |some |nearly |another |over |more than |up to )?\d[\d,.]* \w"
    r"|'s (?:team|staff|workforce|employees|chief executive|CEO|founders?|customers|clients|board"
    r"|flotation|headquarters|shareholders|investors|valuation|revenue|sales|shares|stock|IPO)\b"
)
#: Kinds that "a" or "an" introduces: "Crate, a Rotterdam startup whose software plans".
_OFFERED: frozenset[EntityKind] = frozenset(("org", "product"))
#: ", the maker of cargo drones from Oslo,": an aside that is closed.
_ASIDE = re.compile(r", (?:a|an|the) [^,.;:]{3,80},")


def acts(text: str, end: int) -> bool:
    """Whether what follows makes even a plain word a name: "Loop raised", "Target's", "Sunday, a".

    Read at a sentence start, where a capital says nothing.
    """
    tail = text[end : end + _NEAR]
    after = next_word(text, end)
    if after in words.AUXILIARIES or after in words.ACTS:
        return True
    return tail.startswith(("'s ", "'s.", " (", ", a ", ", an ", ", which ", ", the ", ", whose "))


def does(text: str, start: int, end: int) -> bool:
    """Whether a plain word with a capital opens a main clause: "Founded in 2019, Anchor builds"."""
    if not text.startswith(", ", start - 2):
        return False
    return next_word(text, end) in words.ACTS or _OPENED.search(text, 0, start) is not None


#: "Founded in 2016 by Kim Lee, ": a participle that a firm is the subject of.
_OPENED = re.compile(
    r"(?:^|[.!?] )(?:Founded|Co-founded|Headquartered|Based in|Backed by|Valued at|Led by|Set up"
    r"|Established|Incorporated|Started|Spun out|Spun off|Launched in|Created|Bought by"
    r"|Acquired by|Owned by|Run by) [^.!?;:]{3,90}, $"
)


def joined(text: str, start: int) -> str:
    """What a word is joined with by "and", its last word: "Greenoaks" of "Greenoaks and Thrive"."""
    for mark in (" and ", " & "):
        if text.startswith(mark, start - len(mark)):
            return last_word(text, start - len(mark) + 1)
    return ""


def raises(text: str, end: int) -> bool:
    """Whether a raise or a purchase with a figure follows: "Fun raises $72M", "Fun, cash: $72M"."""
    if _ENTRY.match(text, end) or _HEADLINE.match(text, end) or _RAISES.match(text, end):
        return True
    return next_word(text, end) in words.RAISES and bool(
        _AMOUNT.search(text[end : end + _NEAR // 2])
    )


def takes_money(text: str, end: int) -> bool:
    """Whether a headline says of its first word that it raises a sum or is bought for one."""
    return _RAISES.match(text, end) is not None or (
        _BOUGHT.match(text, end) is not None and _AMOUNT.search(text, end, end + _NEAR) is not None
    )


#: "Acme to Be Acquired by Foo for $9M", "Acme Valued at $9M"
_BOUGHT = re.compile(
    r" (?:(?:to be|is|was|is being|will be|set to be) )?"
    r"(?:acquired by|bought by|taken private|taken over by|valued at)\b",
    re.IGNORECASE,
)


#: "Acme Set to Raise $9M", "Acme in Talks to Raise", "Acme Nabs $12M Seed"
_RAISES = re.compile(
    r" (?:(?:is |are )?(?:set|said|poised|in talks|in early talks|in advanced talks|close|looking"
    r"|seeking|seeks|plans|aims|hopes|wants|looks|nears deal) to (?:raise|raising|secure|land)"
    r"|raises|brings in|rakes in|takes in|gets|attracts|draws|collects|clinches|secures|snags|nabs"
    r"|lands|bags|nets|scores|grabs|hauls in|pulls in|picks up|banks|closes|raising|seeks|nears) "
    r"(?:another |over |up to |about |around |nearly |more than |as much as |an? )?[$€£₹¥]\d",
    re.IGNORECASE,
)
_ENTRY = re.compile(r", [a-z][^.:;]{2,60}: [$€£₹¥]")
_AMOUNT = re.compile(r"[$€£₹¥]|\d")
#: "like Sunday,", "Sunday, valued at", "startup Sunday": what a day of the week cannot be.
_NOT_A_DAY_AFTER = re.compile(
    r"(?:, (?:valued|which (?:makes|builds|has)|an? |the (?:startup|company|firm))"
    r"| (?:has|have|is valued|was valued|plans to|wants to)\b"
    r"| (?:raised|raises|secured|secures|closed|landed|acquired|builds|develops) .{0,12}[$€£\d]"
    r"|'s (?:CEO|founders?|valuation|robots?|funding|Series|round)\b| Robotics\b)"
)


def not_a_day(text: str, start: int, end: int) -> bool:
    """Whether a weekday's name is a company here."""
    before = last_word(text, start)
    if before in ("like", "startup", "company", "firm"):
        return True
    return before != "on" and _NOT_A_DAY_AFTER.match(text, end) is not None
