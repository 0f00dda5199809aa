"""HTML with another syntax around it -> HTML of the same length, and the cuts for what was masked.

What a template fills in is not known here. A word that holds an expression is no prose as a whole,
so that `${{ amount }}M` and `{{ count }},000` do not become other figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factlint.documents.sourcemap import Cut


class Masked(NamedTuple):
    """Text to read the tags of, with letters in the place of what is cut."""

    text: str
    cuts: Sequence[Cut] = ()


#: What opens a piece of Nunjucks or Liquid, what closes it, and what stands in its place.
_PIECES = {"{{": ("}}", "{"), "{%": ("%}", ""), "{#": ("#}", "")}
#: {% else %}: what stands before it and behind it is never shown together
_BRANCH = re.compile(r"\{%-?\s*+(?:else|elif|elsif|elseif|when)")
_OPENING = re.compile(r"\{[{%#]|<!--|<(?P<name>script|style)\b", re.IGNORECASE)
#: {% raw %}: what follows up to {% endraw %} is code
_CODE = re.compile(r"\{%-?\s*+(?P<name>raw|highlight|comment|codeblock|verbatim|schema)\b")

#: The parts of a word that may be glued to an expression.
_GLUED = frozenset("$€£¥₹%.,-+'’")
_FARTHEST = 40
#: <li{% if a %} class="b"{% endif %}>: what stands right behind the name of a tag
_NAME = re.compile(r"</?[A-Za-z][\w-]*\Z")

_FENCE = re.compile(r"\s*+---[ \t]*+\r?$(?P<inside>.*?)^---[ \t]*+\r?$", re.DOTALL | re.MULTILINE)
_ASTRO = re.compile(r"<!--|<(?P<name>script|style)\b|[{}]", re.IGNORECASE)
_ENDS = {"script": re.compile(r"</script", re.I), "style": re.compile(r"</style", re.I)}
_COMMENT_END = re.compile(r"-->")
_BLANK_EXPRESSION = re.compile(r"\{\s*+(?:'\s*+'|\"\s*+\"|`\s*+`|/\*.*)", re.DOTALL)


def nunjucks(text: str) -> Masked:
    """Nunjucks, Liquid and Jinja: `{{ expression }}`, `{% tag %}`, `{# comment #}`.

    >>> nunjucks("<li{% if a %} b{% endif %}>over ${{ n }}M</li>").text.split()
    ['<li', 'b', '>over', 'xxxxxxxxx</li>']
    """
    return _masked(text, list(_pieces(text))) if "{" in text else Masked(text)


def astro(text: str) -> Masked:
    """Astro: code between two lines of dashes at the top, `{expressions}` in the body.

    >>> astro("<p title={n}>over {n} of them</p>").text
    '<p title=xxx>over xxx of them</p>'
    """
    fence = _FENCE.match(text)
    body = fence.end() if fence else 0
    cuts = [(0, body, "")] if body else []
    return _masked(text, [*cuts, *_expressions(text, body)])


def _pieces(text: str) -> Iterator[Cut]:
    missing: set[str] = set()
    found = _OPENING.search(text)
    while found is not None:
        start = found.start()
        if found[0] not in _PIECES:
            found = _OPENING.search(text, _code_end(text, found))
            continue
        closing, instead = _PIECES[found[0]]
        at = -1 if closing in missing else text.find(closing, start + 2)
        if at < 0:
            missing.add(closing)
            found = _OPENING.search(text, start + 2)
            continue
        end = at + 2
        if (code := _CODE.match(text, start)) and code["name"] not in missing:
            ending = re.compile(rf"\{{%-?\s*+end{code['name']}\b[^%]*+%\}}").search(text, end)
            end = ending.end() if ending else end
            missing |= set() if ending else {code["name"]}
        instead = "{" if _BRANCH.match(text, start) else instead
        yield (*_word(text, start, end), instead) if found[0] == "{{" else (start, end, instead)
        found = _OPENING.search(text, end)


def _expressions(text: str, start: int) -> Iterator[Cut]:
    """The outermost pairs of braces; code and comments have braces of their own."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    found = _ASTRO.search(text, start)
    while found is not None:
        at = found.end()
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs.append((opened.pop(), at))
        elif found[0] != "}" and not opened:
            at = _code_end(text, found)
        found = _ASTRO.search(text, at)
    last = 0
    for first, end in sorted(pairs):
        if first < last:
            continue
        last = end
        blank = _BLANK_EXPRESSION.match(text, first, end)
        yield (first, end, " ") if blank else (*_word(text, first, end), "{")


def _code_end(text: str, opening: re.Match[str]) -> int:
    """Where a script, a style sheet or a comment ends: its braces are its own."""
    ending = _ENDS[opening["name"].lower()] if opening["name"] else _COMMENT_END
    closing = ending.search(text, opening.end())
    return closing.end() if closing else len(text)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around an expression."""
    first, last = start, end
    while first > max(start - _FARTHEST, 0) and _is_glued(text[first - 1]):
        first -= 1
    while last < min(end + _FARTHEST, len(text)) and _is_glued(text[last]):
        last += 1
    return first, last


def _is_glued(char: str) -> bool:
    return char.isalnum() or char in _GLUED


def _masked(text: str, cuts: Sequence[Cut]) -> Masked:
    pieces: list[str] = []
    at = 0
    for start, end, _ in cuts:
        if end <= at:
            continue
        start = max(start, at)
        filler = " " if _NAME.search(text, max(start - _FARTHEST, 0), start) else "x"
        pieces += (text[at:start], filler * (end - start))
        at = end
    return Masked("".join((*pieces, text[at:])), cuts)
