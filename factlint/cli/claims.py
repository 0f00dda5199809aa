"""`factlint claims`: documents -> the list of their claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from factlint import linter
from factlint.claims.tracing import Trace
from factlint.cli import options, streams
from factlint.linter import Listing
from factlint.reporters import CLAIM_LISTS, EXPLANATIONS


@click.command("claims")
@options.reading
@options.parallel
@click.option(
    "--format",
    "style",
    type=click.Choice(list(CLAIM_LISTS)),
    default="text",
    show_default=True,
    help="How to list them.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="SHARE",
    help="List only claims that are at least this sure (0 to 1).",
)
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Show what made each claim, and where figures without one got stuck.",
)
def command(
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    jobs: int | None,
    style: str,
    min_confidence: float,
    explained: bool,
) -> None:
    """List what the documents claim: who, what, how much, when.

    PATHS mean the same as for check.

    \b
    Examples:
      factlint claims notes/2026-03-16.md
      factlint claims --explain draft.md        why these claims, and why no others
      factlint claims --format jsonl --min-confidence 0.75 > claims.jsonl
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    with streams.progress() as progress:
        if explained:
            listed = _explained(linter.explain(corpora, progress), style, min_confidence)
        else:
            listed = _plain(linter.list_claims(corpora, progress, jobs), style, min_confidence)
    streams.write(listed)


def _plain(listing: Listing, style: str, least: float) -> str:
    sure = tuple(claim for claim in listing.claims if claim.confidence >= least)
    return CLAIM_LISTS[style](sure, listing.counts)


def _explained(traces: Iterable[Trace], style: str, least: float) -> str:
    sure = tuple(
        replace(one, claims=tuple(each for each in one.claims if each.claim.confidence >= least))
        for one in traces
    )
    return EXPLANATIONS[style](sure)
