"""`factlint test`: rule packs -> whether the tests inside them pass."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import linter, trials
from factlint.cli import options, streams
from factlint.config import Corpus
from factlint.errors import FactlintError


@click.command("test")
@click.argument("packs", nargs=-1, type=click.Path(path_type=Path))
@options.configured
@click.pass_context
def command(
    ctx: click.Context, packs: tuple[Path, ...], config_path: Path | None, isolated: bool
) -> None:
    """Run the tests inside rule packs: yes and no of claims, bad and good of rules.

    Without PACKS (files, folders, package:NAME), the shipped packs and those of the settings are
    tested. With PACKS, only these are; they are read on top of the others.

    \b
    Examples:
      factlint test
      factlint test our-rules.yml
      factlint test package:acme-scores    of an installed package
    """
    config = options.config(config_path, isolated)
    named = options.packs_named(packs)
    root = config.path.parent if config.path else Path.cwd()
    both = tuple(dict.fromkeys((*config.packs, *named)))
    tools = linter.equip(Corpus(root, (), packs=both, entities=config.entities))
    wanted = frozenset(linter.pack_name(path, root) for path in linter.pack_files(named))
    for warning in tools.packs.warnings:
        streams.warn(warning)
    results = tuple(trials.run(tools, wanted))
    if not results:
        raise FactlintError("no tests in these packs")
    streams.write(trials.report(results))
    ctx.exit(int(any(not result.passed for result in results)))
