"""HTML inside Markdown: patterns of tags, and which of them hold no prose or part passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.model import PassageKind

#: Elements whose contents are no prose.
CODE = ("script", "style", "pre", "textarea", "svg", "iframe", "math", "template")

#: Elements that stand apart from the text around them.
_BLOCK = r"""
    address | article | aside | blockquote | body | caption | center | col | colgroup |
    dd | details | dialog | dir | div | dl | dt | fieldset | figcaption | figure |
    footer | form | frame | frameset | h1 | h2 | h3 | h4 | h5 | h6 | head | header | hr
    | html | legend | li | link | main | menu | menuitem | nav | noframes | ol |
    optgroup | option | p | param | search | section | summary | table | tbody | td |
    tfoot | th | thead | title | tr | track | ul
"""
_BREAKS = frozenset((*_BLOCK.replace("|", " ").split(), "br", "img", "video", "audio"))

#: What the text inside these elements is.
_KINDS: dict[str, PassageKind] = {
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
CODE_END = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in CODE}
#: <div, </p: a line that starts so is HTML up to the next blank line
BLOCK_START = re.compile(rf"</?(?: {_BLOCK} )(?=[\s/>]|$)", re.IGNORECASE | re.VERBOSE)
_BLOCK_TAG = re.compile(
    rf"<(?P<close>/?)(?P<name> {_BLOCK} )(?=[\s/>])", re.IGNORECASE | re.VERBOSE
)


def instead(name: str) -> str:
    """What stands in the place of a tag: a blank where words would else be glued together."""
    return " " if name.lower() in _BREAKS else ""


def parts(raw: str) -> Iterator[tuple[PassageKind, int, int, int]]:
    """HTML -> its passages as (kind, heading level, start, end), parted by block elements.

    >>> [raw[start:end] for raw in ["<li>a</li><li>b</li>"] for *_, start, end in parts(raw)]
    ['a', 'b']
    """
    kind: PassageKind = "paragraph"
    level = position = 0
    for found in _BLOCK_TAG.finditer(raw):
        tag = TAG.match(raw, found.start())
        if tag is None or found.start() < position:
            continue
        if raw[position : found.start()].strip():
            yield kind, level, position, found.start()
        position = tag.end()
        name = found["name"].lower()
        kind = "paragraph" if found["close"] else _KINDS.get(name, "paragraph")
        level = int(name[1]) if kind == "heading" else 0
    if raw[position:].strip():
        yield kind, level, position, len(raw)
