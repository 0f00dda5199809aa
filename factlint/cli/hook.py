"""`factlint hook`: what is committed or pushed -> the findings that are new in it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from factlint import linter, scopes, snapshots, sources
from factlint.cli import check, options, outputs, streams
from factlint.config import Corpus
from factlint.errors import NothingToRead
from factlint.scopes import Scope

#: Options of `check` that choose documents, which is done here.
_CHOOSING = ("paths", "stdin_filename", "diff_base")


@click.command("hook", params=[one for one in check.command.params if one.name not in _CHOOSING])
@click.pass_context
def command(
    ctx: click.Context,
    /,
    config_path: Path | None,
    isolated: bool,
    formats: Sequence[outputs.Output],
    **asked: Any,
) -> None:
    """Check what is about to be committed or pushed.

    All documents are compared, because a changed one can make an unchanged one wrong; findings
    that were there before are not shown. The first line says what is checked:

    \b
      PRE_COMMIT_FROM_REF and PRE_COMMIT_TO_REF set    that range of commits
      something is staged                              what is staged, against HEAD
      else                                             all documents on disk

    Other options are those of check.

    \b
    Examples:
      factlint hook                             what is staged, else everything
      factlint hook --fail-on warning

    \b
    Exit codes: 0 nothing at or above --fail-on, or nothing to do; 1 findings;
    2 could not do the job.
    """
    (corpus,) = options.corpora((), None, config_path, isolated)
    scope = scopes.choose(snapshots.top(corpus), os.environ)
    corpus = replace(corpus, state=scope.state, before=scope.before)
    total, changed = _numbers(corpus)
    streams.announce(f"factlint hook: {_told(scope, total, changed)}", outputs.is_prose(formats))
    if changed:
        check.judge(ctx, (corpus,), formats=formats, isolated=isolated, **asked)
    else:
        linter.equip(corpus)  # wrong rule packs and names are told even then


def _numbers(corpus: Corpus) -> tuple[int, int]:
    """How many documents there are, and how many changes: all are one where nothing is known."""
    try:
        total = len(sources.find(corpus)[0])
    except NothingToRead:
        return 0, 0
    if not total or not corpus.before or corpus.state is None:
        return total, total
    return total, min(snapshots.changes(corpus, corpus.state, one) for one in corpus.before)


def _told(scope: Scope, total: int, changed: int) -> str:
    """What is checked, on one line."""
    if not total:
        return f"no {scope.label}s: nothing to do"
    documents = f"{total} {scope.label}{'' if total == 1 else 's'}"
    if not changed:
        return f"no change in {documents} {scope.against}: nothing to do"
    if not scope.before:
        return f"{documents}; {scope.against}"
    changes = f"{changed} {'change' if changed == 1 else 'changes'}"
    return f"{changes} in {documents}; what is new {scope.against}"
