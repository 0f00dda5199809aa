"""Claims, relations and rules -> findings, and how many claims were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from factlint.checks import ACROSS_ATTRIBUTES, CHECKS, OF_ONE, RELATION_CHECKS
from factlint.model import Claim, Clash, Document, Finding, Relation, Rule
from factlint.rules import findings, options
from factlint.rules.findings import report_problems

__all__ = ["Ran", "report_problems", "run", "run_twice"]

Group = list[Claim]
Found = tuple[Rule, str, Clash]
#: Rule -> the claims, by `id`, that it must not compare.
Tags = Mapping[str, frozenset[int]]

DEFAULT_HOLDS = "one at a time"

#: A file of so many claims is an archive of news, not one telling of one time.
COLLECTION = 60

#: Checks that report two sentences once, whatever attributes they share.
ONE_A_STORY = frozenset({"status"})

#: A check that explains a contradiction better than the other: the other stays silent.
MORE_SPECIFIC = {"agree": ("scale",), "headline": ("agree", "scale", "role-slip")}


class Ran(NamedTuple):
    """The findings of a run with all claims, those without the tagged ones, the claims compared.

    `slips` are the findings over relations, in which no other claim has a part.
    """

    found: tuple[Finding, ...]
    kept: tuple[Finding, ...]
    compared: int
    slips: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Run:
    """Where a run stands: `told` are clashes of all claims, `kept` those without tagged ones.

    A group that lost its tagged claims has voices of its own, and so `copies_left`.
    """

    attributes: Mapping[str, Group]
    groups: dict[tuple[object, ...], list[tuple[Group, Group]]] = field(default_factory=dict)
    copies: dict[int, Group] = field(default_factory=dict)
    copies_left: dict[int, Group] = field(default_factory=dict)
    compared: set[int] = field(default_factory=set)
    told: list[Found] = field(default_factory=list)
    kept: list[Found] = field(default_factory=list)


def _by_attribute(claims: Iterable[Claim]) -> Mapping[str, Group]:
    found: dict[str, Group] = {}
    for claim in claims:
        found.setdefault(claim.attribute, []).append(claim)
    return found


def _groups(claims: Iterable[Claim], per: Sequence[str], fewest: int) -> Iterator[Group]:
    """Claims that share what `per` names, where there are at least `fewest` of them."""
    by_subject = "subject" in per
    narrower = [name for name in per if name != "subject"]
    found: dict[object, Group] = {}
    for claim in claims:
        shared = tuple(getattr(claim.qualifiers, name) for name in narrower)
        found.setdefault((claim.key if by_subject else "", shared), []).append(claim)
    return (group for group in found.values() if len(group) >= fewest)


def _voices(group: Group, copies: dict[int, Group]) -> Group:
    """The same sentence in many files is one voice; `copies` gets the claims left out.

    The file that holds most of the group speaks, so that two sentences of one file that both are
    copied are still compared as sentences of one file.
    """
    size = Counter(claim.place.path for claim in group)
    voices: dict[tuple[str, str, str], Group] = {}
    for claim in sorted(group, key=lambda one: (-size[one.place.path], *_position(one))):
        sentence = " ".join(claim.sentence.split()) or str(claim.place)
        voices.setdefault((sentence, claim.key, claim.value.text), []).append(claim)
    for same in voices.values():
        copies[id(same[0])] = same[1:]
    return sorted((same[0] for same in voices.values()), key=_position)


def _position(claim: Claim) -> tuple[str, int, int]:
    return claim.place.path, claim.place.line, claim.place.column


def _collections(claims: Iterable[Claim]) -> frozenset[Document]:
    counts = Counter(claim.document for claim in claims)
    return frozenset(document for document, count in counts.items() if count >= COLLECTION)


def _holds(rule: Rule, attribute: str) -> str:
    return rule.holds.get(attribute, DEFAULT_HOLDS)


def _report(
    clashes: Sequence[Found],
    told: Sequence[Found],
    copies: Mapping[int, Group],
    collections: Collection[Document],
) -> tuple[Finding, ...]:
    """One finding a contradiction, by the most specific rule that saw it.

    What is suppressed is among `told`, so that it does not come back under another name.
    """
    better: dict[tuple[str, int], list[frozenset[int]]] = {}
    for rule, _, clash in told:
        members = frozenset(map(id, clash.claims))
        for member in members:
            better.setdefault((rule.check, member), []).append(members)
    found: dict[tuple[object, ...], Finding] = {}
    for rule, attribute, clash in clashes:
        first = id(clash.claims[0])
        members = frozenset(map(id, clash.claims))
        specific = (
            other
            for check in MORE_SPECIFIC.get(rule.check, ())
            for other in better.get((check, first), ())
        )
        if any(members <= other for other in specific):
            continue
        finding = findings.assemble(clash, rule, _holds(rule, attribute), copies, collections)
        found.setdefault(_story(rule, attribute, clash), finding)
    return findings.in_order(found.values())


def _story(rule: Rule, attribute: str, clash: Clash) -> tuple[object, ...]:
    """What makes a finding one: buyer and price of one deal have one status."""
    told = frozenset((claim.place.path, claim.sentence) for claim in clash.claims)
    apart = () if rule.check in ONE_A_STORY else (attribute, *map(id, clash.claims))
    return rule.id, clash.claims[0].key, told, *apart


def run(
    claims: Sequence[Claim], rules: Sequence[Rule], relations: Sequence[Relation] = ()
) -> tuple[tuple[Finding, ...], int]:
    """The findings of all rules, and how many claims were compared with at least one other."""
    ran = run_twice(claims, rules, {}, relations)
    return findings.in_order((*ran.kept, *findings.folded(ran.slips))), ran.compared


def _over_relations(relations: Sequence[Relation], rules: Sequence[Rule]) -> Iterator[Finding]:
    """A relation is a group of its own: what it says may rest on its list, table or date."""
    kinds: dict[str, list[Relation]] = {}
    for relation in relations:
        kinds.setdefault(relation.kind, []).append(relation)
    for rule in rules:
        check = partial(RELATION_CHECKS[rule.check], **rule.options)
        for slip in check([one for name in rule.relations for one in kinds.get(name, ())]):
            yield findings.assemble_slip(slip, rule)


def run_twice(
    claims: Sequence[Claim],
    rules: Sequence[Rule],
    tags: Tags,
    relations: Sequence[Relation] = (),
) -> Ran:
    """The findings of all rules with all claims, and without those tagged for the rule.

    Only groups that hold tagged claims are compared twice.
    """
    slips = tuple(_over_relations(relations, [rule for rule in rules if rule.relations]))
    ran = _over_claims(claims, [rule for rule in rules if not rule.relations], tags)
    return ran._replace(slips=slips)


def _over_claims(claims: Sequence[Claim], rules: Sequence[Rule], tags: Tags) -> Ran:
    state = _Run(_by_attribute(claims))
    for rule in rules:
        tagged = tags.get(rule.id, frozenset())
        for told in _told(rule):
            check = _bound(rule, told)
            for group, voices in _compared(state, rule, told):
                clashes = [(rule, told[0], clash) for clash in check(voices)]
                state.told += clashes
                if not tagged or tagged.isdisjoint(map(id, group)):
                    state.kept += clashes
                    continue
                left = [claim for claim in group if id(claim) not in tagged]
                if len(left) >= _fewest(rule):
                    again = check(_voices(left, state.copies_left))
                    state.kept += [(rule, told[0], clash) for clash in again]
    collections = _collections(claims)
    found = _report(state.told, state.told, state.copies, collections)
    if not tags:
        return Ran(found, found, len(state.compared))
    copies = {**state.copies, **state.copies_left}
    kept = _report(state.kept, state.told, copies, collections)
    return Ran(found, kept, len(state.compared))


def _fewest(rule: Rule) -> int:
    """How many claims a group must have for the rule to compare it."""
    return 1 if rule.check in OF_ONE else 2


def _compared(state: _Run, rule: Rule, told: tuple[str, ...]) -> list[tuple[Group, Group]]:
    """The groups of a rule, each with its voices; rules that group alike share them."""
    fewest = _fewest(rule)
    key = told, rule.per, rule.min_confidence, fewest
    if key not in state.groups:
        sure = (
            claim
            for attribute in told
            for claim in state.attributes.get(attribute, ())
            if claim.confidence >= rule.min_confidence
        )
        whole = list(_groups(sure, rule.per, fewest))
        # Groups across subjects compare shared figures only: not every claim of them.
        if rule.per and fewest > 1:
            state.compared.update(id(claim) for group in whole for claim in group)
        state.groups[key] = [(group, _voices(group, state.copies)) for group in whole]
    return state.groups[key]


def _told(rule: Rule) -> Iterator[tuple[str, ...]]:
    """The attributes that a rule compares at once: one by one, or all of them."""
    if rule.check in ACROSS_ATTRIBUTES:
        yield rule.claims
        return
    yield from ((attribute,) for attribute in rule.claims)


def _bound(rule: Rule, told: tuple[str, ...]) -> Callable[[Group], Iterator[Clash]]:
    """The check of a rule with its options, and what the rule itself and the definitions give."""
    known = {"holds": _holds(rule, told[0]), "attributes": told}
    given = {name: value for name, value in known.items() if options.takes(rule.check, name)}
    return partial(CHECKS[rule.check], **given, **rule.options)
