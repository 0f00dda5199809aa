"""`factlint init`: a repository -> its first settings file, and a first rule pack."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import config as settings
from factlint import layouts, starter
from factlint.cli import streams
from factlint.errors import FactlintError


@click.command("init")
@click.option("--pack", is_flag=True, help=f"Write a first rule pack, too: {starter.PACK}.")
@click.option("--dry-run", is_flag=True, help="Only show what would be written.")
def command(pack: bool, dry_run: bool) -> None:
    """Write a first factlint.toml for the working directory, with comments.

    Sites of Hugo, Jekyll, Astro and Eleventy, vaults of Obsidian and folders of plain documents are
    known by their files. Nothing is ever overwritten.

    \b
    Examples:
      factlint init --dry-run      what was found, and what would be written
      factlint init --pack

    \b
    Exit codes: 0 written, 2 could not do the job (there are settings already).
    """
    root = Path.cwd()
    layout = layouts.look(root)
    files = {starter.SETTINGS: starter.settings(layout, pack=pack)}
    if pack:
        files[starter.PACK] = starter.FIRST_PACK
    if dry_run:
        shown = (f"\n--- {name}\n{text}" for name, text in files.items())
        streams.write("".join((_found(layout), *shown)))
        return
    _refuse(root, files)
    for name, text in files.items():
        streams.create(text, root / name, name)
    written = "".join(f"Written: {name}\n" for name in files)
    streams.write(_found(layout) + written + _NEXT)


_NEXT = """\
Next: factlint check
      factlint baseline   if that finds more than you can repair now
"""


def _found(layout: layouts.Layout) -> str:
    return "".join(f"{line}\n" for line in starter.summary(layout))


def _refuse(root: Path, files: dict[str, str]) -> None:
    """Raise if anything is there already; in a folder further up it holds no longer: a warning."""
    present = settings.find(root)
    if present and present.parent == root:
        raise FactlintError(
            "there are settings already; see them with: factlint config show;"
            " for a new start move the file away, or compare with: factlint init --dry-run",
            present.name,
        )
    for name in files:
        if (root / name).exists():
            raise FactlintError("is there already; move it away, or leave out --pack", name)
    if present:
        streams.warn(f"the settings in {present} will no longer hold here")
