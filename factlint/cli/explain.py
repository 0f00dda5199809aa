"""`factlint explain`: the name of a rule, a check, an attribute -> its page; all pages -> files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from factlint.cli import options, streams
from factlint.errors import FactlintError
from factlint.reporters import manual, pages, reference
from factlint.reporters.pages import Page
from factlint.spelling import suggestion

FORMATS: Mapping[str, Callable[[Page], str]] = {
    "text": manual.text,
    "markdown": reference.markdown,
}


@click.command("explain")
@click.argument("name", required=False)
@options.configured
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to show the page.",
)
@click.option(
    "--write",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write all pages as Markdown files into this folder.",
)
def command(
    name: str | None, config_path: Path | None, isolated: bool, style: str, folder: Path | None
) -> None:
    """Show the page of a rule, a check, an attribute or a relation.

    With --write, the pages of all of them go into a folder, as Markdown with an index: those that
    ship, and those of your rule packs. Pages of things that are no more are removed.

    \b
    Examples:
      factlint explain valuation-conflict     why it exists, what would fool it, examples
      factlint explain agree                  a check and its options
      factlint explain funding_amount         an attribute, its cues and examples
      factlint explain change                 a relation between figures, and its check
      factlint explain --write docs/facts     all pages as files
    """
    if (name is None) == (folder is None):
        raise click.UsageError("explain takes either a NAME or --write FOLDER")
    known = tuple(pages.of(options.packs(config_path, isolated)))
    if folder is not None:
        streams.write(_written(reference.files(known), folder))
        return
    found = [page for page in known if page.name == name]
    if not found:
        hint = suggestion(name or "", (page.name for page in known))
        raise FactlintError(f"no rule, check, attribute or relation {name!r}{hint}")
    streams.write("\n".join(map(FORMATS[style], found)))


def _written(files: Mapping[str, str], folder: Path) -> str:
    """Write the files, remove older ones that are no longer among them, and say so.

    A file that factlint has not written stays, and nothing is written then.
    """
    targets = {folder / name: text for name, text in files.items()}
    for path in targets:
        if path.exists() and not _is_ours(path):
            hint = "is there already, and factlint has not written it; name another folder"
            raise FactlintError(hint, str(path))
    stale = [path for path in folder.glob("*/*.md") if path not in targets and _is_ours(path)]
    try:
        for path in stale:
            path.unlink()
        for path in targets:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FactlintError(f"cannot write: {error.strerror}", str(folder)) from None
    for path, text in targets.items():
        streams.save(text, path)
    removed = f", {len(stale)} removed" if stale else ""
    return f"{len(targets)} pages written{removed}: {folder / reference.INDEX}\n"


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as opened:
        return opened.readline().strip() == reference.MARK
