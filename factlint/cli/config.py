"""`factlint config`: which settings hold, and where each comes from."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import linter, severities, sources
from factlint.cli import known, options, streams
from factlint.config import origins
from factlint.config.origins import Setting
from factlint.linter import Choice
from factlint.reporters.settings import SETTINGS, Shown


@click.group("config")
def command() -> None:
    """Look at the settings.

    \b
    Examples:
      factlint config show
      factlint config show --format json
    """


@command.command("show")
@options.configured
@options.levelled
@known.comparing
@click.option(
    "--format",
    "style",
    type=click.Choice(list(SETTINGS)),
    default="text",
    show_default=True,
    help="How to show them.",
)
def show(
    config_path: Path | None,
    isolated: bool,
    severity: options.Levels,
    baseline_path: Path | None,
    no_baseline: bool,
    style: str,
) -> None:
    """Show every setting with its value and its origin: file and line, default or command line.

    \b
    Examples:
      factlint config show
      factlint config show --severity name-misspelled=error
      factlint config show --isolated --format json
    """
    using = options.config(config_path, isolated)
    rules = options.packs(config_path, isolated).rules
    severities.check_ids(rules, using.levels)
    linter.choose(rules, Choice(levels=severity))
    given: dict[str, object] = {f"rules.{rule}": level for rule, level in severity.items()}
    if known.excluded(baseline_path, no_baseline):
        given["baseline"] = None
    elif baseline_path:
        given["baseline"] = baseline_path.as_posix()
    usual = known.usual(using.path.parent if using.path else Path.cwd(), isolated)
    found = origins.settings(using.path, given, usual)
    streams.write(SETTINGS[style]([_shown(one) for one in found]))


def _shown(one: Setting) -> Shown:
    path = sources.shown_path(one.path, Path.cwd()) if one.path else None
    return Shown(one.key, one.value, one.origin, path, one.line)
