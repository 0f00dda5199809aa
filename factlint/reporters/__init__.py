"""What a run found -> text to print: one function a format, named in these tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from factlint.claims.tracing import Trace
from factlint.entities import Listed, Suggestion
from factlint.model import Claim, Counts
from factlint.reporters import (
    claim_csv,
    claim_lists,
    concise,
    entity_lists,
    explanations,
    github,
    gitlab,
    json_report,
    jsonl_report,
    junit,
    mention_lists,
    rdjson,
    sarif,
    text,
)
from factlint.reporters.mention_lists import Placed
from factlint.reporters.report import Report

REPORTERS: Mapping[str, Callable[[Report], str]] = {
    "text": text.report,
    "concise": concise.report,
    "json": json_report.report,
    "jsonl": jsonl_report.report,
    "sarif": sarif.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "junit": junit.report,
    "rdjson": rdjson.report,
}

#: Formats that have more to say in a file of their platform: its variable, what goes to the end of
#: the file within so many bytes, and how many these are.
SUMMARIES: Mapping[str, tuple[str, Callable[[Report, int], str], int]] = {
    "github": ("GITHUB_STEP_SUMMARY", github.step_summary, github.SUMMARY_LIMIT),
}

CLAIM_LISTS: Mapping[str, Callable[[Sequence[Claim], Counts], str]] = {
    "text": claim_lists.text,
    "jsonl": claim_lists.jsonl,
    "csv": claim_csv.report,
}

ENTITY_LISTS: Mapping[str, Callable[[Sequence[Listed], Sequence[Suggestion]], str]] = {
    "text": entity_lists.text,
    "jsonl": entity_lists.jsonl,
    "tsv": entity_lists.tsv,
}

EXPLANATIONS: Mapping[str, Callable[[Sequence[Trace]], str]] = {
    "text": explanations.text,
    "jsonl": explanations.jsonl,
}

MENTION_LISTS: Mapping[str, Callable[[Sequence[Placed]], str]] = {
    "text": mention_lists.text,
    "jsonl": mention_lists.jsonl,
}

__all__ = [
    "CLAIM_LISTS",
    "ENTITY_LISTS",
    "EXPLANATIONS",
    "MENTION_LISTS",
    "REPORTERS",
    "SUMMARIES",
    "Placed",
    "Report",
]
