"""Patterns of tags, and which elements hold no prose or part passages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factlint.documents.sourcemap import Cut
from factlint.model import PassageKind

#: Elements whose contents are no prose.
CODE = ("script", "style", "pre", "textarea", "svg", "iframe", "math", "template")
#: Elements whose contents are taken back.
_STRUCK = ("del", "s", "strike")
#: Elements without prose, and what stands in their place: a blank where something is seen.
SILENT: Mapping[str, str] = {
    **dict.fromkeys(CODE, " "),
    **dict.fromkeys(("audio", "canvas", "code", "kbd", "map", "object", "samp", "video"), " "),
    **dict.fromkeys(("button", "datalist", "meter", "optgroup", "option"), " "),
    **dict.fromkeys(("output", "progress", "select"), " "),
    **dict.fromkeys(("dialog", "nav", "noembed", "noframes", "noscript", "search", "xmp"), " "),
    **dict.fromkeys((*_STRUCK, "rp", "rt"), ""),
}

#: Elements that stand apart from the text around them.
_BLOCK = r"""
    address | article | aside | blockquote | body | caption | center | col | colgroup |
    dd | details | dialog | dir | div | dl | dt | fieldset | figcaption | figure |
    footer | form | frame | frameset | h1 | h2 | h3 | h4 | h5 | h6 | head | header | hr
    | html | legend | li | link | main | menu | menuitem | nav | noframes | ol |
    optgroup | option | p | param | search | section | summary | table | tbody | td |
    tfoot | th | thead | title | tr | track | ul
"""
BLOCK = frozenset(_BLOCK.replace("|", " ").split())
_BREAKS = BLOCK | {"br", "img", "video", "audio"}
#: Elements that are never closed.
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
     "source", "track", "wbr")
)  # fmt: skip

#: What the text inside these elements is.
KINDS: Mapping[str, PassageKind] = {
    "title": "title",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
}

_ATTRIBUTE = r"""
    \s++ [A-Za-z_:@] [\w:.@-]*+
    (?: \s*+ = \s*+ (?: "[^"]*+" | '[^']*+' | \{[^{}]*+\} | [^\s"'=<>`]++ ) )?+
"""
#: <b>, </b>, <br/>, <a href="x" hidden>, but not <3 or <https://a.b>
TAG = re.compile(
    rf"< /?+ (?P<name> [A-Za-z] [A-Za-z0-9-]*+ ) (?: {_ATTRIBUTE} )*+ \s*+ /?+ >", re.VERBOSE
)
#: <script, <pre class="x">: what follows up to the closing tag is no prose
CODE_START = re.compile(rf"<(?P<name>{'|'.join(CODE)})(?=[\s>/]|$)", re.IGNORECASE)
#: The same, and <del>, <s class="x"> inside a line of Markdown
SILENT_START = re.compile(rf"<(?P<name>{'|'.join((*CODE, *_STRUCK))})(?=[\s>/]|$)", re.IGNORECASE)
SILENT_END = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in (*CODE, *_STRUCK)}
#: <div, </p: a line that starts so is HTML up to the next blank line
BLOCK_START = re.compile(rf"</?(?: {_BLOCK} )(?=[\s/>]|$)", re.IGNORECASE | re.VERBOSE)

#: <sup>1</sup>, <sup class="x"><a href="#y">[1]</a></sup>
_RAISED = re.compile(
    r"""<sup\b [^<>]*+> (?: [\s\d\[\]()*†‡§] | &\#?\w++; | (?P<tag> </?(?:a|span)\b [^<>]*+> ) )++
    </sup>""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = frozenset("0123456789")


def instead(name: str) -> str:
    """What stands in the place of a tag: a blank where words would else be glued together."""
    return " " if name.lower() in _BREAKS else ""


def raised(raw: str, at: int) -> Cut | None:
    """A small figure set high, at its tag: a power behind a digit, else a mark of a note."""
    found = _RAISED.match(raw, at)
    if found is None:
        return None
    if raw[at - 1 : at] in _DIGITS and not found["tag"]:
        return at, raw.index(">", at) + 1, "^"
    return at, found.end(), ""
