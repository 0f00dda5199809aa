"""What a run found -> text to print: one function a format, named in these tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factlint.claims.tracing import Trace
from factlint.model import Claim, Counts
from factlint.reporters import claim_lists, concise, explanations, json_report, mention_lists, text
from factlint.reporters.mention_lists import Placed
from factlint.reporters.report import Report

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": text.report,
    "concise": concise.report,
    "json": json_report.report,
}

CLAIM_LISTS: Mapping[str, Callable[[Sequence[Claim], Counts], str]] = {
    "text": claim_lists.text,
    "jsonl": claim_lists.jsonl,
}

EXPLANATIONS: Mapping[str, Callable[[Sequence[Trace]], str]] = {
    "text": explanations.text,
    "jsonl": explanations.jsonl,
}

MENTION_LISTS: Mapping[str, Callable[[Sequence[Placed]], str]] = {
    "text": mention_lists.text,
    "jsonl": mention_lists.jsonl,
}

__all__ = ["CLAIM_LISTS", "EXPLANATIONS", "MENTION_LISTS", "REPORTERS", "Placed", "Report"]
