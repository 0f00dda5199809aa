"""All rules -> their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factlint.model import Rule
from factlint.reporters import objects, pages


def _table_text(rules: Sequence[Rule]) -> str:
    header = ("rule", "severity", "check", "over", "summary")
    rows = [header, *(_row(rule) for rule in rules)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "".join(
        "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False))
        + f"  {row[4]}".rstrip()
        + "\n"
        for row in rows
    )


def _row(rule: Rule) -> tuple[str, str, str, str, str]:
    shown = ", ".join(rule.claims or rule.relations)
    claims = shown if len(shown) <= 40 else f"{len(rule.claims)} attributes"
    return rule.id, rule.severity, rule.check, claims, " ".join(rule.summary.split())


def _table_json(rules: Sequence[Rule]) -> str:
    entries = [
        {
            "id": rule.id,
            "severity": rule.severity,
            "check": rule.check,
            "claims": list(rule.claims),
            "summary": " ".join(rule.summary.split()),
            "why": " ".join(rule.why.split()),
            "min_confidence": objects.number(rule.min_confidence),
            "options": pages.options_of(rule),
            "relations": list(rule.relations),
        }
        for rule in rules
    ]
    return objects.dumps({"version": objects.VERSION, "rules": entries}, indent=2) + "\n"


#: The table of all rules, by format.
RULE_TABLES: Mapping[str, Callable[[Sequence[Rule]], str]] = {
    "text": _table_text,
    "json": _table_json,
}
