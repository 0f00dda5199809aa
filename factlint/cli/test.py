"""`factlint test`: rule packs -> whether the tests inside them pass."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import trials
from factlint.cli import options, streams
from factlint.errors import FactlintError


@click.command("test")
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path))
@options.configured
@click.pass_context
def command(
    ctx: click.Context, packs: tuple[Path, ...], config_path: Path | None, isolated: bool
) -> None:
    """Run the tests inside rule packs: yes and no of claims, bad and good of rules.

    Without PACKS (files or folders), the shipped packs and those of the settings are tested; with
    PACKS, only these.

    \b
    Examples:
      factlint test
      factlint test our-rules.yml
    """
    for path in packs:
        if not path.exists():
            raise FactlintError(f"no such file or folder: {path}")
    config = options.config(config_path, isolated)
    results = trials.run(config, packs)
    streams.write(trials.report(results))
    ctx.exit(int(any(not result.passed for result in results)))
