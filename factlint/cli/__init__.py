"""Arguments -> exit code: 0 nothing found, 1 findings, 2 could not do the job, 130 interrupted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; `argv` without the program's name, by default that of the process."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):  # asked for by every tool that wraps this one: fast
        from factlint import __version__

        sys.stdout.write(f"factlint {__version__}\n")
        return 0
    try:
        from factlint.cli.app import run

        # What is read is kept to the end and holds no cycles: looking for them costs some percent.
        gc.set_threshold(200_000, 20, 20)
        return run(arguments)
    except KeyboardInterrupt:
        return 130
