"""`factlint rules`: the rule packs -> the table of their rules."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options, streams
from factlint.reporters.rule_tables import RULE_TABLES


@click.command("rules")
@options.configured
@click.option(
    "--format",
    "style",
    type=click.Choice(list(RULE_TABLES)),
    default="text",
    show_default=True,
    help="How to show them.",
)
def command(config_path: Path | None, isolated: bool, style: str) -> None:
    """Show the table of all rules: the shipped ones and those of your rule packs.

    \b
    Examples:
      factlint rules
      factlint rules --format json
    """
    packs = options.packs(config_path, isolated)
    streams.write(RULE_TABLES[style](packs.rules))
