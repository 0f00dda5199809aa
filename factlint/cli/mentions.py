"""`factlint mentions`: documents -> the list of their mentions."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import linter
from factlint.cli import options, streams
from factlint.reporters import MENTION_LISTS


@click.command("mentions")
@options.reading
@click.option(
    "--format",
    "style",
    type=click.Choice(list(MENTION_LISTS)),
    default="text",
    show_default=True,
    help="How to list them.",
)
def command(
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    style: str,
) -> None:
    """List the figures, dates and names of the documents, bound to a claim or not.

    PATHS mean the same as for check.

    \b
    Examples:
      factlint mentions notes/2026-03-16.md
      factlint mentions --format jsonl > mentions.jsonl
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    with streams.progress() as progress:
        mentions = tuple(linter.list_mentions(corpora, progress))
    streams.write(MENTION_LISTS[style](mentions))
