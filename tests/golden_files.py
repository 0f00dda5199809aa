"""The example corpus -> what every format says of it, below `golden/`.

`make golden` writes the files anew; read what has changed before you commit it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner

from factlint.cli.app import app
from factlint.reporters import CLAIM_LISTS, MENTION_LISTS, REPORTERS

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "golden"

#: File -> the command that it shows, without the documents.
COMMANDS: dict[str, tuple[str, ...]] = {
    **{f"check.{style}": ("check", "--show", "info", "--format", style) for style in REPORTERS},
    **{f"claims.{style}": ("claims", "--format", style) for style in CLAIM_LISTS},
    **{f"mentions.{style}": ("mentions", "--format", style) for style in MENTION_LISTS},
    "statistics.text": ("check", "--format", "concise", "--statistics"),
}

#: What must not be set while they are made: it colours texts, or has them written elsewhere.
QUIET = ("FORCE_COLOR", "GITHUB_STEP_SUMMARY")


def printed(name: str, more: Sequence[str] = (), documents: Sequence[str] = ("seeds",)) -> bytes:
    """What the command of a golden file prints now."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        arguments = [*COMMANDS[name], "--isolated", *more, *documents]
        runner = CliRunner(env=dict.fromkeys(QUIET))
        return runner.invoke(app, arguments, catch_exceptions=False).stdout_bytes
    finally:
        os.chdir(before)


def write() -> None:
    """Write all golden files, and remove those of formats that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        if path.name not in COMMANDS:
            path.unlink()
    for name in COMMANDS:
        (FOLDER / name).write_bytes(printed(name))


if __name__ == "__main__":
    write()
    where = FOLDER.relative_to(ROOT).as_posix()
    sys.stdout.write(f"{len(COMMANDS)} files written; what has changed: git diff {where}\n")
