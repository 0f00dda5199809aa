"""What was found in a repository -> its first settings file, and a first rule pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factlint.layouts import DataFiles, Layout

SETTINGS = "factlint.toml"
PACKS = "factlint-rules/"
PACK = f"{PACKS}first.yml"


def settings(layout: Layout, *, pack: bool) -> str:
    """The text of a settings file for this repository; `pack`: there is a first pack, too."""
    blocks = (
        _HEAD,
        _include(layout),
        _exclude(layout),
        _PACKS.format("" if pack else "# ", PACKS),
        _REST,
        *map(_declaration, layout.data),
    )
    return "\n".join(blocks)


_HEAD = """\
# What factlint reads here, and what it holds for a mistake. "factlint config show" says what holds.
"""

_PACKS = """\
# Your own claims and rules: files or folders. "factlint test" runs the tests inside.
{}packs = ["{}"]
"""

_REST = """\
# Your own names, with kinds and aliases: "factlint entities --unknown --format tsv" begins a file.
# entities = ["names.tsv"]

# Findings that are known and fail nothing; "factlint baseline" writes the file.
# baseline = ".factlint-baseline.json"

# How severe a rule is at most: error, warning, info, or off. "factlint rules" has all rules.
# [rules]
# name-misspelled = "off"

# The same by path; of several that fit a document, the last one counts.
# [[overrides]]
# files = ["archive/"]
# rules = {valuation-conflict = "info"}
"""


def _include(layout: Layout) -> str:
    comment = "# What is read, in patterns as in .gitignore; without it, every document.\n"
    if layout.content:
        return f"{comment}include = {_list([f'/{name}' for name in layout.content])}\n"
    tops = [_pattern(name) for name, _ in layout.documents if name != "."]
    return f"{comment}# include = {_list(tops or ['/notes/'])}\n"


def _exclude(layout: Layout) -> str:
    lines = ["# What is not read, even if it is named.", "exclude = ["]
    lines += [f"  {_text(f'/{name}')}," for name in layout.unwanted]
    lines += [f"  # {_text(f'/{name}')},  # drafts: {count}" for name, count in layout.drafts]
    return "\n".join((*lines, "]")) + "\n"


def _declaration(data: DataFiles) -> str:
    """A data file is declared by those who know its fields: all of it is a comment."""
    told = f"; the first one has: {_list(data.fields)}" if data.fields else ""
    lines = (
        f"Data files found: {data.count}{told}",
        "Which fields are prose, and which one says whom a record is about, you know:",
        "[[data]]",
        f"files = [{_text(data.pattern)}]",
        'text = ["title", "body"]',
        'subject = "company"',
    )
    return "".join(f"# {line}\n" for line in lines)


def _pattern(name: str) -> str:
    """The pattern that stands for this file or folder of the root and no other."""
    return "/" + _SIGNS.sub(r"\\\g<0>", name)


_SIGNS = re.compile(r"[*?\[\]\\]")


def _list(entries: Sequence[str]) -> str:
    return f"[{', '.join(map(_text, entries))}]"


def _text(entry: str) -> str:
    """A name as a TOML string on one line."""
    return '"' + "".join(map(_character, entry)) + '"'


def _character(one: str) -> str:
    if one in '\\"':
        return f"\\{one}"
    return one if one.isprintable() else f"\\u{ord(one):04x}"


def summary(layout: Layout) -> Iterator[str]:
    """What was found, line by line."""
    total = sum(count for _, count in layout.documents)
    by = f" ({layout.marker})" if layout.marker else ""
    yield f"Found: {layout.generator.name}{by}; documents: {total}"
    for name, count in layout.documents:
        yield f"  {name}  {count}"
    for name in layout.unwanted:
        yield f"  {name}  left out"
    for name, count in layout.drafts:
        yield f"  {name}  drafts: {count}, read"
    if layout.marked:
        yield f"  marked as drafts in their front matter: {layout.marked}, read"
    for data in layout.data:
        yield f"  {data.pattern}  {data.count}, not read before they are declared"


FIRST_PACK = """\
# A first rule pack: one claim and one rule, with their tests. "factlint test" runs them.
# Change the wordings to what your texts count; the manual: "factlint explain <attribute>".
version: 1
claims:
  integration_count:
    summary: How many integrations a product has.
    value: count
    units: [integrations]
    holds: one at a time
    subject: {kind: [org, product]}
    cues:
      - {match: "(has|offers|ships|lists) ..2 {V}"}
    yes:
      - text: "Globex Labs offers 40 integrations."
        expect: [{subject: Globex Labs, value: 40 integrations}]
    no:
      - "Globex Labs offers 40 lamps."
rules:
  integration-count-conflict:
    summary: Two numbers of the integrations of one product.
    why: The number grows with every release, and one page is forgotten.
    check: agree
    claims: integration_count
    severity: warning
    message: "{subject} has {value} here, but {other} in {other.place}"
    bad:
      - ["Globex Labs offers 40 integrations.", "Globex Labs has 90 integrations."]
    good:
      - ["Globex Labs offers 40 integrations.", "Hooli Labs has 90 integrations."]
"""
