"""The head of a column, row or field -> the names to look it up by, and what it is the head of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from factlint.claims.words import words
from factlint.model import EntityKind, Status

#: What a head says beside its name: "Revenue (2025, $M)", "Sales in €bn", "Price per seat".
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]|[,;:].*$|\s+(?:in|of)\s+(?:US|\W)?[$€£].*$|\s+[$€£].*$")
_PER = re.compile(r"\s*(?:/|\bper\b).*$|\s+in\s+(?:thousand|million|billion|trillion)s?\b.*$")
_PERIOD = re.compile(
    r"\b(?:(?:fy|cy)?[ ']?(?:19|20)\d\d[aefp]?|(?:fy|cy)[ ']?\d\d|[qh][1-4](?:[ ']?\d\d)?"
    r"|[1-4]q\d\d|ttm|ltm)\b"
)
_UNITS = re.compile(
    r"\s+(?:usd|eur|gbp|gb|tb|mb|mw|gw|kw|kwh|ms|%|pct|percent|m|bn?|k|mn|t|tokens|million|billion)$"
)
_GUESSED = re.compile(
    r"^(?:est\.?|estimated|approx\.?|approximate|reported|current|latest|last|known|most recent"
    r"|their|the|announced|disclosed)\s+"
)
_MARKS = " *_.`#^†‡?"

#: Heads of columns and fields that name what the row is about, by what that is.
NAMING: Mapping[str, tuple[EntityKind, ...]] = {
    **dict.fromkeys(
        ("company", "companies", "company name", "startup", "startups", "startup name", "firm",
         "organization", "organisation", "organization name", "business", "portfolio company",
         "issuer", "lab", "ai lab", "employer", "recipient", "operator", "hyperscaler", "retailer",
         "manufacturer", "chipmaker", "automaker", "bank", "publisher", "vendor", "provider",
         "maker", "developer", "competitor", "player", "ticker/company", "borrower"),
        ("org",)),
    **dict.fromkeys(
        ("target", "target company", "acquired company", "company acquired", "acquiree", "acquired",
         "acquisition", "deal target"),
        ("org", "product")),
    **dict.fromkeys(
        ("model", "models", "model name", "product", "product name", "tool", "chip", "gpu",
         "device", "accelerator", "llm", "app", "application", "service", "phone", "processor",
         "hardware", "card", "graphics card", "system", "variant", "version", "base model",
         "checkpoint", "assistant", "agent", "cpu", "soc", "laptop", "vehicle"),
        ("product",)),
    **dict.fromkeys(
        ("shareholder", "shareholders", "holder", "stakeholder", "investor", "owner", "fund"),
        ("org", "person")),
    **dict.fromkeys(("name", "entity", "project", "platform", "brand", "title"), ()),
}  # fmt: skip
#: Heads of what is bought: a deal is about it, whoever else stands in the row.
TARGETS = frozenset(
    ("target", "target company", "acquired company", "company acquired", "acquiree", "acquired",
     "deal target")
)  # fmt: skip
#: Heads of those who hold a part of what the row names.
_HOLDERS = frozenset(
    ("shareholder", "shareholders", "holder", "stakeholder", "investor", "owner", "fund")
)
#: Heads of the dates of what else stands in the row.
_WHEN = frozenset(
    ("date", "year", "quarter", "period", "month", "when", "announced", "announced on", "day",
     "announcement date", "date announced", "announced date", "funding date", "round date",
     "deal date", "closed", "close date", "closing date", "closed on", "as of", "fiscal year",
     "fiscal quarter", "reported", "week", "fy", "year ended", "date of round", "date closed",
     "approximate date", "raised on", "date raised", "funding year")
)  # fmt: skip
_ROUND = words("round series stage")
_LATEST = words("latest last current recent")
STATUS: Mapping[str, Status] = {
    **dict.fromkeys(("rumored", "rumoured", "reported", "unconfirmed", "speculated"), "rumored"),
    **dict.fromkeys(("in talks", "talks", "negotiating", "exploring"), "in_talks"),
    **dict.fromkeys(("planned", "upcoming", "pending", "announced", "proposed", "agreed",
                     "signed"), "planned"),
    **dict.fromkeys(("forecast", "expected", "projected", "estimate", "estimated"), "forecast"),
    **dict.fromkeys(("cancelled", "canceled", "denied", "withdrawn", "terminated", "abandoned",
                     "called off", "blocked"), "denied"),
}  # fmt: skip
_FORECAST = re.compile(
    r"(?:19|20)?\d\d[EFP]\b|(?i:\b(?:forecast|projected|projection|guidance|outlook|consensus)\b"
    r"|\((?:e|est\.?)\))",
)
#: Rows and columns that sum up others and are about nobody.
_SUMS = re.compile(
    r"\W*(?:grand |sub-?)?(?:totals?|averages?|avg\.?|means?|medians?|sum|overall|others?|all"
    r"|combined|minimum|maximum|min|max|range|n/a|none|various|industry average|everyone)\s*"
    r"(?:[(:,*].*)?\W*$",
    re.IGNORECASE,
)

#: Words of headings that part a page on one thing, and name none of their own.
_GENERAL = words(
    """
    about overview summary facts details info information profile snapshot glance background history
    timeline funding fundraising finances financials financial financing investors investment
    investments valuation revenue metrics numbers stats statistics traction team people leadership
    management founders founder company business product products technology specs specifications
    model models pricing price market customers competitors competition news update updates notes
    links references sources key basics data headquarters location employees growth performance
    results highlights description introduction general status events milestones acquisition
    acquisitions deal deals terms round rounds capital essentials quick identity legal corporate
    benchmarks evaluation size organization ownership structure
    """
)


@lru_cache(maxsize=4096)
def plain(head: str) -> str:
    """The name of a column without units, years and the like."""
    return _ASIDE.sub("", head.strip().lower()).strip(_MARKS)


@lru_cache(maxsize=4096)
def names(head: str) -> tuple[str, ...]:
    """What a head may be called in a rule pack, the fullest name first."""
    return tuple(dict.fromkeys(one for one in _names(head.strip().lower()) if one))


def _names(head: str) -> Iterator[str]:
    yield head.strip(_MARKS)
    inside = re.sub(r"[()\[\]]", " ", head)
    yield " ".join(inside.split()).strip(_MARKS)
    short = plain(head)
    yield short
    for cut in (_PER, _PERIOD, _UNITS, _UNITS, _GUESSED):
        short = " ".join(cut.sub("", short).split()).strip(" -–'" + _MARKS)
        yield short


def kinds(head: str) -> tuple[EntityKind, ...] | None:
    """The kinds of thing that a column names, () for any; None if it names nothing."""
    return next((NAMING[name] for name in names(head) if name in NAMING), None)


def is_when(head: str) -> bool:
    """Whether a column holds the dates of its rows."""
    return not _WHEN.isdisjoint(names(head))


def is_round(head: str) -> bool:
    """Whether a column holds funding rounds."""
    return not _ROUND.isdisjoint(plain(head).split())


def is_latest(head: str) -> bool:
    """Whether a column holds the last of several: its round is not that of the other cells."""
    return not _LATEST.isdisjoint(plain(head).split())


def is_holder(head: str) -> bool:
    """Whether a column names those who hold a part of what the row names."""
    return plain(head) in _HOLDERS


def is_forecast(head: str) -> bool:
    """Whether a head speaks of what is yet to come: "2027E", "Revenue (forecast)"."""
    return _FORECAST.search(head) is not None


def is_sum(text: str) -> bool:
    """Whether the text of a head sums up others: "Total", "Median"."""
    return _SUMS.match(text) is not None


def is_general(heading: str) -> bool:
    """Whether a heading names a part of a page and no thing: "Key facts", "Funding history"."""
    return not heading or not _GENERAL.isdisjoint(re.findall(r"[a-z]+", heading.lower()))
