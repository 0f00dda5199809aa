"""The head of a Markdown file (YAML, TOML or plain `Key: value` lines) -> its fields, with places.

Broken front matter is a fault, and is read line by line so that its titles and dates are kept.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from factlint.documents import scalars, yaml_marks
from factlint.documents.contents import Fault, Field
from factlint.documents.sourcemap import BLANKS

INVALID = "invalid-front-matter"

#: Collections inside collections; what lies deeper is no front matter.
_DEEPEST = 60

_OPEN = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_LINE_END = re.compile(r"\r\n?|\n|\Z")
#: Title: This Week, above the first empty line and without any fence
_PLAIN_HEAD = re.compile(
    r"(?:title|date|author|slug|category|tags|summary):[ \t]+\S.*(?:\r\n?|\n)", re.IGNORECASE
)
#: key: value at the start of a line, or key = value
_KEY_VALUE = re.compile(
    r"^(?P<key>[A-Za-z_][\w.-]*)[ \t]*(?P<mark>[:=])(?=[ \t\r\n]|$)[ \t]*(?P<value>[^\r\n]*)",
    re.MULTILINE,
)
_CONTINUED = re.compile(r"(?:(?:\r\n?|\n)(?:[ \t]+[^\r\n]*|[ \t]*(?=\r|\n)))*")
_LIST_ITEM = re.compile(r"^[ \t]+-[ \t]+(?P<value>[^\r\n]*)", re.MULTILINE)
_STRING = re.compile(r"\"[^\"\r\n]*\"|'[^'\r\n]*'")
_LONG_STRING = re.compile(r"(?P<mark>\"{3}|'{3})(?P<inside>.*?)(?P=mark)", re.DOTALL)
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")

_WORDS = re.compile(rf"\w[^\s]*[{BLANKS}]+[^\w{BLANKS}]*\w")
#: $150M, 40%, 3.2bn: one word that says how much
_AMOUNT = re.compile(r"[$€£¥₹%]|\d\s?(?:k|m|bn?|tn?|mn|million|billion|trillion)\b", re.IGNORECASE)
_ALWAYS_PROSE = frozenset(
    ("title", "subtitle", "headline", "description", "summary", "excerpt", "abstract", "lede")
)
_NO_PROSE = re.compile(
    r"""(?:^|[._-])(?:url|uri|slug|layout|image|images|img|permalink|link|links|href|id|uuid|guid|
    path|file|filename|thumbnail|favicon|icon|cover|template|type|lang|language|locale|weight|
    draft|sha|hash|email|date|dates|time|timestamp|updated|lastmod|pubdate|publishdate|published|
    created|modified|robots|color|css|script|version|target)$
    | ^date[._-] | _date[._-] | _at$ | ^keywords$ | _keywords$ | _prompt$""",
    re.IGNORECASE | re.VERBOSE,
)
#: Words of a key whose value is a fact, however short: "founded: 2019", "rounds.series: A".
_FACTS = frozenset(
    ("acquired", "acquirer", "amount", "announced", "arr", "backer", "backers", "cap",
     "ceo", "closed", "company", "context", "currency", "customers", "date", "developer",
     "employees", "founded", "founded_by", "founder", "founders", "founding", "funding",
     "headcount", "headquartered", "headquarters", "hq", "investor", "investors",
     "launched", "layoffs", "lead", "leads", "led", "maker", "memory", "model", "name",
     "organisation", "organization", "owner", "parameters", "params", "parent", "price",
     "product", "profit", "raised", "released", "revenue", "round", "seed", "series",
     "staff", "stage", "startup", "status", "subscribers", "total", "users", "valuation",
     "vendor", "workforce", "year",)
)  # fmt: skip
_KEY_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
#: Dates of facts, among keys of dates that tell when a page was written.
_DATED_FACT = re.compile(
    r"(?:found\w*|launch\w*|release\w*|clos\w*|announce\w*|funding|round)[._-]?date$"
    r"|^date[._-]?(?:founded|launched|released|announced|closed)$"
    r"|\.(?:date|announced|closed|year)$",
    re.IGNORECASE,
)
#: Longer values are prose.
_LONGEST_FACT = 120
_QUOTE_HINT = "quote values that hold a colon and a blank, a leading @ or an unpaired quote"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields in order, where the body starts, and what is wrong."""

    fields: tuple[Field, ...] = ()
    body: int = 0
    faults: tuple[Fault, ...] = ()


def split(text: str) -> FrontMatter:
    """The front matter of `text`; a fence that is never closed is none."""
    opening = _OPEN.match(text)
    if opening is None:
        return _plain_head(text)
    closing = _CLOSE[opening["fence"]].search(text, opening.end())
    if closing is None:
        return FrontMatter()
    end = _LINE_END.match(text, closing.end())
    body = end.end() if end else closing.end()
    read = _toml if opening["fence"] == "+++" else _yaml
    return read(text, opening.end(), closing.start(), body)


def is_prose(field: Field) -> bool:
    """Whether a field holds words for readers: at least two, an amount, or a title."""
    last = field.key.rpartition(".")[2]
    if last in _ALWAYS_PROSE:
        return True
    if field.value.isalpha() or not (_WORDS.search(field.value) or _AMOUNT.search(field.value)):
        return False
    return not _NO_PROSE.search(last)


def is_fact(field: Field) -> bool:
    """Whether a field holds one short fact that its key names: "founded: 2019"."""
    value = field.value.strip()
    if field.blocks or not value or len(value) > _LONGEST_FACT or "://" in value:
        return False
    if _DATED_FACT.search(field.key):
        return True
    last = field.key.rpartition(".")[2]
    words = [word.lower() for word in _KEY_WORDS.findall(last)]
    return not _FACTS.isdisjoint(words) and not _NO_PROSE.search(last)


def _yaml(text: str, start: int, end: int, body: int) -> FrontMatter:
    source = text[start:end]
    try:
        fields = tuple(_scalars(text, start, source))
    except yaml.YAMLError as error:
        return _broken(text, start, end, body, _yaml_fault(error, start, end))
    except _TooDeep as error:
        message = f"front matter nests collections more than {_DEEPEST} deep"
        at = start + error.index
        fault = Fault(INVALID, message, at, at + 1, "keep data that deep in a file of its own")
        return _broken(text, start, end, body, fault)
    if not fields and source.strip() and not source.lstrip().startswith("#"):
        return FrontMatter()
    return FrontMatter(fields, body)


class _TooDeep(Exception):
    """Nesting that no front matter has; libyaml needs quadratic time for it."""

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


def _scalars(text: str, start: int, source: str) -> Iterator[Field]:
    """The scalar values of YAML with their dotted keys.

    Read as events: they never expand an alias, and never recurse as the composer does. `stack`
    holds the key of each open collection, and whether its next scalar is a key.
    """
    stack: list[tuple[str, bool]] = []
    key = ""
    expects_key = False
    for event in yaml.parse(source, Loader=yaml_marks.Loader):
        if isinstance(event, ScalarEvent):
            if not stack:
                return
            held, mapping = stack[-1]
            if expects_key:
                key = f"{held}.{event.value}" if held else event.value
                expects_key = False
                continue
            first, last = (
                start + yaml_marks.index(event.start_mark),
                start + yaml_marks.index(event.end_mark),
            )
            yield Field(key if mapping else held, event.value, *scalars.read(text, first, last))
            expects_key = mapping
        elif isinstance(event, CollectionStartEvent):
            if not stack and not isinstance(event, MappingStartEvent):
                return
            if len(stack) >= _DEEPEST:
                raise _TooDeep(yaml_marks.index(event.start_mark))
            stack.append((key, isinstance(event, MappingStartEvent)))
            expects_key = stack[-1][1]
        elif isinstance(event, CollectionEndEvent):
            stack.pop()
            key, expects_key = stack[-1] if stack else ("", False)
        elif isinstance(event, AliasEvent):
            expects_key = bool(stack) and stack[-1][1] and not expects_key


def _yaml_fault(error: yaml.YAMLError, start: int, end: int) -> Fault:
    problem, index = yaml_marks.trouble(error, end - start)
    at = start + index
    message = f"front matter is not valid YAML: {problem}"
    return Fault(INVALID, message, at, at + 1, _QUOTE_HINT)


def _broken(text: str, start: int, end: int, body: int, fault: Fault) -> FrontMatter:
    """Front matter that cannot be parsed, line by line; without any `key:` it is body text."""
    fields = tuple(_by_lines(text, start, end))
    if not fields:
        return FrontMatter()
    return FrontMatter(fields, body, (fault,))


def _by_lines(text: str, start: int, end: int) -> Iterator[Field]:
    """`key: value` at the start of lines, with the indented lines below."""
    for found in _KEY_VALUE.finditer(text, start, end):
        key, first = found["key"], found.start("value")
        continued = _CONTINUED.match(text, found.end(), end)
        last = continued.end() if continued else found.end()
        if long := _LONG_STRING.match(text, first, end):
            yield _plain_field(text, key, *long.span("inside"))
        elif text.startswith("[", first):
            for string in _STRING.finditer(text, first, last):
                yield from _line_field(text, key, *string.span())
        elif not found["value"].strip() and _LIST_ITEM.search(text, found.end(), last):
            for item in _LIST_ITEM.finditer(text, found.end(), last):
                yield from _line_field(text, key, *item.span("value"))
        else:
            yield from _line_field(text, key, first, last)


def _line_field(text: str, key: str, start: int, end: int) -> Iterator[Field]:
    value = text[start:end]
    start += len(value) - len(value.lstrip())
    end -= len(value) - len(value.rstrip())
    if start >= end:
        return
    if text[start] in "'\"" and (end - start < 2 or text[end - 1] != text[start]):
        yield _plain_field(text, key, start + 1, end)  # an opening quote that is never closed
        return
    raw, origin, blocks = scalars.read(text, start, end)
    yield Field(key, " ".join(raw.split()), raw, origin, blocks)


def _plain_field(text: str, key: str, start: int, end: int) -> Field:
    raw = text[start:end]
    return Field(key, " ".join(raw.split()), raw, start, blocks="\n\n" in raw)


def _toml(text: str, start: int, end: int, body: int) -> FrontMatter:
    """TOML is checked as a whole and read by lines, since its parser gives no places."""
    fields = tuple(_by_lines(text, start, end))
    try:
        tomllib.loads(text[start:end].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return FrontMatter(fields, body, (_toml_fault(str(error), text, start, end),))
    return FrontMatter(fields, body)


def _toml_fault(message: str, text: str, start: int, end: int) -> Fault:
    at = start
    if found := _TOML_PLACE.search(message):
        for _ in range(int(found[1]) - 1):
            at = max(text.find("\n", at, end) + 1, at)
        at = min(at + int(found[2]) - 1, max(end - 1, start))
    problem = _TOML_PLACE.sub("", message).strip()
    hint = "values of text stand in double quotes in TOML"
    return Fault(INVALID, f"front matter is not valid TOML: {problem}", at, at + 1, hint)


def _plain_head(text: str) -> FrontMatter:
    """`Title: x` lines without a fence, up to the first empty line."""
    if not _PLAIN_HEAD.match(text):
        return FrontMatter()
    at = 0
    fields: list[Field] = []
    while (found := _KEY_VALUE.match(text, at)) and found["mark"] == ":":
        fields += _line_field(text, found["key"].lower(), *found.span("value"))
        ending = _LINE_END.match(text, found.end())
        at = ending.end() if ending else found.end()
    end_of_head = _LINE_END.match(text, at)
    ended = at >= len(text) or bool(end_of_head and end_of_head[0])
    return FrontMatter(tuple(fields), at) if len(fields) > 1 and ended else FrontMatter()
