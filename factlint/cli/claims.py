"""`factlint claims`: documents -> the list of their claims."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import linter
from factlint.cli import options, streams
from factlint.reporters import CLAIM_LISTS


@click.command("claims")
@options.reading
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
def command(
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    style: str,
    min_confidence: float,
) -> None:
    """List what the documents claim: who, what, how much, when.

    PATHS mean the same as for check.

    \b
    Examples:
      factlint claims notes/2026-03-16.md
      factlint claims --format jsonl --min-confidence 0.75 > claims.jsonl
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    with streams.progress() as progress:
        claims = linter.list_claims(corpora, progress)
    sure = tuple(claim for claim in claims if claim.confidence >= min_confidence)
    streams.write(CLAIM_LISTS[style](sure))
