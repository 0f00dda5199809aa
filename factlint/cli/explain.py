"""`factlint explain`: the name of a rule, a check or an attribute -> its page."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli import options, streams
from factlint.errors import FactlintError
from factlint.reporters import manual
from factlint.spelling import suggestion


@click.command("explain")
@click.argument("name")
@options.configured
def command(name: str, config_path: Path | None, isolated: bool) -> None:
    """Show the page of a rule, a check, an attribute or a relation.

    \b
    Examples:
      factlint explain valuation-conflict     why it exists, what would fool it, examples
      factlint explain agree                  a check and its options
      factlint explain funding_amount         an attribute, its cues and examples
      factlint explain change                 a relation between figures, and its check
    """
    packs = options.packs(config_path, isolated)
    pages = manual.pages(name, packs)
    if not pages:
        hint = suggestion(name, manual.names(packs))
        raise FactlintError(f"no rule, check, attribute or relation {name!r}{hint}")
    streams.write("\n".join(pages))
