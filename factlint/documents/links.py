"""Links: where the target of one ends, which labels are defined, what of a text is a bare URL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.documents.sourcemap import Cut

_TITLE = r"""(?: "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' | \((?:[^()\\]|\\.)*+\) )"""
_PLAIN = r"[^\s()\\<] | \\."
_TARGET = rf"""
    (?: < (?:[^<>\\\n]|\\.)*+ >
      | (?: {_PLAIN} | < | \( (?: {_PLAIN} | < | \( (?: {_PLAIN} | < )*+ \) )*+ \) )*+ )
"""
#: (https://a.b), (<a b> "title"), (a(b)c)
INLINE = re.compile(rf"\( \s*+ {_TARGET} (?: \s++ {_TITLE} )?+ \s*+ \)", re.VERBOSE | re.DOTALL)
#: [label] behind a link text
LABEL = re.compile(r"\[(?P<label>(?:[^\[\]\\]|\\.)*+)\]", re.DOTALL)
#: [label]: https://a.b "title" on a line of its own
DEFINITION = re.compile(
    rf"""\[ (?P<label> (?:[^\[\]\\]|\\.)++ ) \] : [ \t]*+ (?: <[^<>\n]*+> | [^\s<]\S*+ )
    (?: [ \t]++ {_TITLE} )?+ [ \t]*+ $""",
    re.VERBOSE,
)
#: [[page]], [[folder/page|shown]]: only the last part is shown
WIKI = re.compile(r"\[\[(?P<page>[^\[\]|\n\\]++)(?:\\?\|(?P<shown>[^\[\]\n]*+))?+\]\](?!\()")
#: [^1], [^note]
FOOTNOTE = re.compile(r"\[\^[^\]\[\s]++\]")
#: [1], [12]: a citation, when it is glued to what stands before it
CITATION = re.compile(r"\[\d{1,3}\]")
#: https://a.b/c without anything around it
URL = re.compile(r"(?<![A-Za-z])(?:https?|ftp)://[^\s<>\"]+", re.IGNORECASE)

_LONGEST_LABEL = 999
_CLOSING = frozenset(".,:;!?'\"*_~’”")


def label(text: str) -> str:
    """A label as it is compared: without regard to case and blanks."""
    return " ".join(text.split()).casefold()


def defined(raw: str, start: int, end: int, labels: frozenset[str]) -> bool:
    """Whether raw[start:end] is a label that has a definition."""
    if not labels or not 0 < end - start <= _LONGEST_LABEL:
        return False
    return label(raw[start:end]) in labels


def url_end(url: str) -> str:
    """A bare URL without the punctuation that closes the sentence or bracket around it."""
    surplus = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in _CLOSING or (url[end - 1] == ")" and surplus > 0)):
        surplus -= url[end - 1] == ")"
        end -= 1
    return url[:end]


def bare(raw: str) -> Iterator[tuple[int, int]]:
    """Where the bare URLs of a text stand."""
    if "://" not in raw:
        return
    for found in URL.finditer(raw):
        yield found.start(), found.start() + len(url_end(found[0]))


def cuts(raw: str) -> list[Cut]:
    """The bare URLs of `raw` as cuts: they are no prose."""
    return [(start, end, "") for start, end in bare(raw)]
