"""Levels of settings and command line, rules, findings -> findings as severe as they shall be.

A level takes the place of the `severity` of a rule. It is the most that a finding of the rule can
be: what the check holds for less (an update, a rounding) stays less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pathspec import GitIgnoreSpec

from factlint import faults
from factlint.checks import pairs
from factlint.config.levels import Level, Levels, RuleLevel
from factlint.errors import FactlintError
from factlint.model import SEVERITIES, Finding, Rule
from factlint.spelling import suggestion

ById = Mapping[str, Level]


@dataclass(frozen=True, slots=True)
class Plan:
    """The levels of a run: of each rule, and by path; the last override that fits counts."""

    base: ById
    overrides: tuple[tuple[GitIgnoreSpec, ById], ...] = ()


def plan(rules: Sequence[Rule], levels: Levels, given: ById, named: Sequence[str] = ()) -> Plan:
    """The levels of the rules that are to run; raises for settings that name no rule.

    `given` are the levels of the command line, which win everywhere; a rule that the command line
    has `named` is not off.
    """
    asked = set(named)
    own = {
        one.rule: one.level for one in levels.rules if one.level != "off" or one.rule not in asked
    }
    base: dict[str, Level] = {}
    for rule in rules:
        base[rule.id] = given.get(rule.id, own.get(rule.id, rule.severity))
    overrides = tuple(
        (
            GitIgnoreSpec.from_lines(one.files),
            {each.rule: each.level for each in one.rules if each.rule not in given},
        )
        for one in levels.overrides
    )
    return Plan(base, overrides)


def check_ids(rules: Iterable[Rule], levels: Levels) -> None:
    """Raise if settings name rules that no pack has; all are told at once."""
    ids = [rule.id for rule in rules]
    unknown = [one for one in _named(levels) if one.rule not in ids]
    mistakes = [
        FactlintError(f"no rule {one.rule!r}{suggestion(one.rule, ids)}", levels.path, one.line)
        for one in unknown
    ]
    if mistakes:
        first, *rest = mistakes
        raise FactlintError(first.message, first.path, first.line, notes=tuple(map(str, rest)))


def _named(levels: Levels) -> Iterator[RuleLevel]:
    yield from levels.rules
    for override in levels.overrides:
        yield from override.rules


def running(rules: Sequence[Rule], plan: Plan) -> tuple[Rule, ...]:
    """The rules that are not off everywhere, each as severe as it is anywhere."""
    found = []
    for rule in rules:
        levels = {plan.base[rule.id], *(of.get(rule.id, "off") for _, of in plan.overrides)}
        present = [severity for severity in SEVERITIES if severity in levels]
        if present:
            found.append(replace(rule, severity=present[0]))
    return tuple(found)


def settle(findings: Iterable[Finding], rules: Sequence[Rule], plan: Plan) -> Iterator[Finding]:
    """Findings of running rules, each at most as severe as its primary place allows."""
    fault = {rule.id for rule in rules if rule.check == faults.CHECK}
    for finding in findings:
        level = _level(finding, plan)
        if level == "off":
            continue
        if finding.rule in fault:
            yield replace(finding, severity=level)
        else:
            yield replace(finding, severity=pairs.weakest(finding.severity, level))


def unmatched(levels: Levels, shown: Sequence[str]) -> Iterator[str]:
    """A warning for each pattern of an override that fits no document."""
    for override in levels.overrides:
        for pattern in override.files:
            fits = GitIgnoreSpec.from_lines((pattern.removeprefix("!"),)).match_files(shown)
            if not any(fits):
                yield f"{levels.path}:{override.line}: 'files': no document fits {pattern!r}"


def _level(finding: Finding, plan: Plan) -> Level:
    level = plan.base[finding.rule]
    for files, levels in plan.overrides:
        if finding.rule in levels and files.match_file(finding.place.path):
            level = levels[finding.rule]
    return level
