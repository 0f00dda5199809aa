"""Pack files -> definitions and rules, with all mistakes of all files at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from factlint import __version__, versions
from factlint.errors import FactlintError
from factlint.model import ClaimDefinition, Packs, RelationDefinition, Rule
from factlint.rules import definitions, nodes, relations, rule
from factlint.rules.entries import Context, Entry
from factlint.rules.nodes import Mistake, Node, mistake
from factlint.spelling import listing, suggestion

VERSION = "1"
MIN_VERSION = "min-version"
KEYS = ("version", MIN_VERSION, "lists", "claims", "relations", "rules")

#: Signs of the cue language; a word list holds plain words.
_SIGNS = frozenset("<>(){}|?")

Section = dict[str, Entry]


def shipped() -> tuple[Path, ...]:
    """The rule packs that come with the program: of the wheel, else of the checkout."""
    package = Path(__file__).parents[1]
    folders = (package / "_data" / "rules", package.parent / "rules")
    found = next((folder for folder in folders if folder.is_dir()), None)
    return tuple(sorted(found.glob("*.yml"))) if found else ()


def _root(path: Path, name: str, mistakes: list[Mistake]) -> dict[str, Node]:
    try:
        data = path.read_bytes()
    except OSError as error:
        mistakes.append(Mistake(name, 1, 1, f"cannot be read: {error.strerror}"))
        return {}
    node = nodes.parse(data, name, mistakes)
    if node is None or not nodes.expect(node, "mapping", mistakes):
        return {}
    found = nodes.fields(node, "section", KEYS, mistakes)
    least = found.get(MIN_VERSION)
    if least is not None and not versions.is_plain(nodes.text(least, mistakes)):
        mistakes.append(mistake(least, f"{least.text!r} is not a version like 0.2"))
    version = found.get("version")
    if version is None:
        mistakes.append(mistake(node, f"no 'version: {VERSION}'"))
    elif nodes.text(version, mistakes) != VERSION:
        mistakes.append(mistake(version, f"unknown version; allowed: {VERSION}"))
    return found


def _check_program(roots: Sequence[Mapping[str, Node]]) -> None:
    """Packs that need a newer program are all that is told: their other keys may be newer, too."""
    wanted = (root[MIN_VERSION] for root in roots if MIN_VERSION in root)
    _raise(
        [
            mistake(
                node,
                f"this pack needs factlint {node.text} or newer, and this is {__version__};"
                " install such a version, or use an older version of the pack",
            )
            for node in wanted
            if versions.is_plain(node.text) and not versions.meets(__version__, f">={node.text}")
        ]
    )


def _list_words(node: Node, mistakes: list[Mistake]) -> tuple[str, ...]:
    found = nodes.texts(node, mistakes)
    for item in nodes.items(node, []):
        if _SIGNS & set(item.text):
            mistakes.append(mistake(item, "a word list holds plain words"))
    return found


def _add_lists(
    lists: dict[str, tuple[str, ...]],
    roots: Sequence[Mapping[str, Node]],
    mistakes: list[Mistake],
) -> None:
    first: dict[str, Node] = {}
    for root in roots:
        if "lists" not in root:
            continue
        for key, value in nodes.entries(root["lists"], mistakes):
            if key.text in first:
                mistakes.append(_twice(key, first[key.text], "list"))
                continue
            first[key.text] = key
            lists[key.text] = _list_words(value, mistakes)


def _twice(key: Node, first: Node, what: str) -> Mistake:
    return mistake(key, f"the {what} {key.text!r} is already in {first.path}:{first.line}")


def _merged(key: Node, own: Entry, base: Entry) -> Entry:
    """What an entry that extends another one holds: single keys replaced, wordings added."""
    kept = {name: node for name, node in base.fields.items() if name not in rule.NOT_INHERITED}
    added = {
        name: node._replace(items=(*kept[name].items, *node.items))
        for name, node in own.fields.items()
        if name in definitions.ADDED and name in kept and node.kind == kept[name].kind == "list"
    }
    return replace(
        own, fields={**kept, **own.fields, **added}, keys={**base.keys, **own.keys}, extends=True
    )


def _extended(entry: Entry, section: Section, what: str, mistakes: list[Mistake]) -> Entry:
    if "extends" not in entry.fields:
        return entry
    name = entry.fields["extends"]
    text = nodes.text(name, mistakes)
    if text in section:
        return _merged(entry.key, entry, section[text])
    if text:
        hint = suggestion(text, section)
        mistakes.append(mistake(name, f"no earlier {what} {text!r} to extend{hint}"))
    return replace(entry, extends=True)


def _entry(key: Node, value: Node, is_shipped: bool, mistakes: list[Mistake]) -> Entry:
    pairs = list(nodes.entries(value, mistakes))
    fields = {name.text: node for name, node in pairs}
    return Entry(key, fields, {name.text: name for name, _ in pairs}, is_shipped)


def _add_entries(
    section: Section,
    name: str,
    roots: Sequence[Mapping[str, Node]],
    is_shipped: bool,
    mistakes: list[Mistake],
) -> None:
    """The entries of one level of precedence over those of the levels before."""
    what = name.removesuffix("s")
    first: dict[str, Node] = {}
    for root in roots:
        if name not in root:
            continue
        for key, value in nodes.entries(root[name], mistakes):
            if key.text in first:
                mistakes.append(_twice(key, first[key.text], what))
                continue
            first[key.text] = key
            entry = _entry(key, value, is_shipped, mistakes)
            section[key.text] = _extended(entry, section, what, mistakes)


def _check_keys(
    section: Section, what: str, allowed: Collection[str], mistakes: list[Mistake]
) -> None:
    for entry in section.values():
        for name, key in entry.keys.items():
            if name not in allowed:
                mistakes.append(nodes.unknown(key, f"key of a {what}", allowed))


def _untested(entry: Entry) -> str | None:
    lacking = [name for name in rule.NOT_INHERITED if name not in entry.fields]
    if entry.shipped or entry.extends or not lacking:
        return None
    text = f"rule {entry.key.text!r} has no {listing(map(repr, lacking))} examples"
    return str(mistake(entry.key, f"{text}: {_UNTESTED[len(lacking)]}"))


#: What it means that examples of one kind, or of both, are lacking.
_UNTESTED = {1: "only half of it is tested", 2: "nothing tests it"}


def _check_attributes(claims: Section, mistakes: list[Mistake]) -> None:
    """Each `attribute` must be that of some definition."""
    for entry in claims.values():
        node = entry.fields.get("attribute")
        if node is not None and node.kind == "text" and node.text not in claims:
            hint = suggestion(node.text, claims)
            mistakes.append(mistake(node, f"no claim {node.text!r} to tell of{hint}"))


def _told(entry: Entry) -> str:
    """The attribute that a claim definition tells of: its own, or that of another one."""
    node = entry.fields.get("attribute")
    return entry.key.text if node is None or node.kind != "text" else node.text


def _raise(mistakes: Collection[Mistake]) -> None:
    if not mistakes:
        return
    first, *rest = sorted(set(mistakes))
    notes = tuple(str(one) for one in rest)
    raise FactlintError(first.message, first.path, first.line, first.column, notes)


def load(
    paths: Sequence[Path],
    *,
    shown: Callable[[Path], str] = str,
    own: Collection[Path] | None = None,
) -> Packs:
    """All that the pack files say; FactlintError holds every mistake of every file.

    `shown` turns a path into what messages call it. `own` are the packs that belong to the
    program (by default the shipped ones): entries of the others replace theirs.
    """
    house = {path.resolve() for path in (shipped() if own is None else own)}
    once = {path.resolve(): path for path in reversed(paths)}
    mistakes: list[Mistake] = []
    read = {real: _root(path, shown(path), mistakes) for real, path in reversed(once.items())}
    _check_program(list(read.values()))
    lists: dict[str, tuple[str, ...]] = {}
    claims: Section = {}
    related: Section = {}
    rules: Section = {}
    for is_shipped in (True, False):
        roots = [root for real, root in read.items() if (real in house) == is_shipped]
        _add_lists(lists, roots, mistakes)
        _add_entries(claims, "claims", roots, is_shipped, mistakes)
        _add_entries(related, "relations", roots, is_shipped, mistakes)
        _add_entries(rules, "rules", roots, is_shipped, mistakes)
    _check_keys(claims, "claim", definitions.KEYS, mistakes)
    _check_keys(related, "relation", relations.KEYS, mistakes)
    _check_attributes(claims, mistakes)
    told = {name: _told(entry) for name, entry in claims.items()}
    context = Context(lists, mistakes)
    found_claims: tuple[ClaimDefinition, ...] = tuple(
        definitions.read(entry, context) for entry in claims.values()
    )
    found_rules: tuple[Rule, ...] = tuple(
        rule.read(entry, told, mistakes, related) for entry in rules.values()
    )
    found_relations: tuple[RelationDefinition, ...] = tuple(
        relations.read(entry, context) for entry in related.values()
    )
    _raise(mistakes)
    warnings = tuple(text for entry in rules.values() if (text := _untested(entry)))
    holds = {one.name: one.holds for one in found_claims}
    return Packs(
        found_claims,
        tuple(
            replace(one, holds={name: holds[name] for name in one.claims}) for one in found_rules
        ),
        warnings,
        found_relations,
        lists,
    )
