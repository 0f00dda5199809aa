"""`factlint schema`: what rule packs and settings may hold -> JSON Schema."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options, streams
from factlint.reporters.schemas import SCHEMAS


@click.command("schema")
@click.argument("what", type=click.Choice(list(SCHEMAS)))
@options.configured
def command(what: str, config_path: Path | None, isolated: bool) -> None:
    """Print the JSON Schema of rule packs or of the settings.

    Editors check and complete files by it. It knows the attributes, relations and rules of the
    packs in use, yours included.

    \b
    Examples:
      factlint schema pack > pack.schema.json
      factlint schema settings > settings.schema.json
    """
    streams.write(SCHEMAS[what](options.packs(config_path, isolated)))
