"""What a run found -> text to print: one function a format, named in these tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factlint.model import Claim
from factlint.reporters import claim_lists, concise, json_report, mention_lists, text
from factlint.reporters.mention_lists import Placed
from factlint.reporters.report import Report

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": text.report,
    "concise": concise.report,
    "json": json_report.report,
}

CLAIM_LISTS: Mapping[str, Callable[[Sequence[Claim]], str]] = {
    "text": claim_lists.text,
    "jsonl": claim_lists.jsonl,
}

MENTION_LISTS: Mapping[str, Callable[[Sequence[Placed]], str]] = {
    "text": mention_lists.text,
    "jsonl": mention_lists.jsonl,
}

__all__ = ["CLAIM_LISTS", "MENTION_LISTS", "REPORTERS", "Placed", "Report"]
