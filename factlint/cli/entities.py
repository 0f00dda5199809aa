"""`factlint entities`: documents -> who and what they name, and what may be one."""

from __future__ import annotations

from pathlib import Path

import click

from factlint import linter
from factlint.cli import options, streams
from factlint.reporters import ENTITY_LISTS


@click.command("entities")
@options.reading
@click.option(
    "--format",
    "style",
    type=click.Choice(list(ENTITY_LISTS)),
    default="text",
    show_default=True,
    help="How to list them; tsv is for your file of names.",
)
@click.option(
    "--unknown", is_flag=True, help="List only names that no file has, neither ours nor yours."
)
@click.option(
    "--min-count",
    type=click.IntRange(1),
    default=1,
    metavar="N",
    help="List only entities that are named at least so often; suggestions are all shown.",
)
def command(
    paths: tuple[Path, ...],
    stdin_filename: str | None,
    config_path: Path | None,
    isolated: bool,
    style: str,
    unknown: bool,
    min_count: int,
) -> None:
    """List who and what the documents name, the most frequent first.

    What no file of names has is marked "new". Then come suggestions: spellings that may be one more
    alias of an entity, and probable misspellings. Nothing is joined by likeness; that is for you to
    decide, in a file of names (settings key "entities").

    PATHS mean the same as for check: with a settings file, the entities of PATHS are listed, but
    counted in all documents.

    \b
    A file of names, columns separated by tabs, aliases by ";":
      name      kind     aliases    made-by  in
      Acme      org      Acme Labs                 add, or add to what ships
      Acme      org      Globex                    join: what ships as Globex is Acme
      Acme Pro  product             Acme           split: what ships as an alias of Acme
      Acme               -Acme Pro                 take an alias away
      Ramp      word                               no name at all

    \b
    Examples:
      factlint entities notes/
      factlint entities --unknown --min-count 3
      factlint entities --unknown --format tsv > names.tsv
      factlint entities - --stdin-filename notes/today.md < draft.md

    \b
    Exit codes: 0 listed, 2 could not do the job (no documents, a mistake in a file of names).
    """
    corpora = options.corpora(paths, stdin_filename, config_path, isolated)
    with streams.progress() as progress:
        inventory = linter.list_entities(corpora, progress)
    shown = tuple(
        entity
        for entity in inventory.entities
        if entity.count >= min_count and not (unknown and entity.entry)
    )
    streams.write(ENTITY_LISTS[style](shown, inventory.suggestions))
