"""A folder of documents -> how fast factlint checks it, in MB/s.

    python benchmarks/throughput.py [FOLDER] [--times N] [--jobs N]

Without a folder, the example corpus is copied until there is enough of it. Timed is one complete
run in this process, after a first one over a single document that loads tables and packs.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from factlint import linter
from factlint.config import Corpus

SEEDS = Path(__file__).parent.parent / "seeds"
COPIES = 40


def measure(folder: Path, jobs: int = 1) -> tuple[float, linter.Outcome]:
    """Seconds that one run over a folder takes with so many processes, and what it found."""
    corpus = Corpus(folder, (folder,))
    start = time.perf_counter()
    outcome = linter.lint((corpus,), jobs=jobs)
    return time.perf_counter() - start, outcome


def repeated(folder: Path, target: Path) -> Path:
    """A folder with many copies of the example corpus."""
    for copy in range(COPIES):
        shutil.copytree(folder, target / f"{copy:03}")
    return target


def size(outcome: linter.Outcome) -> int:
    """Bytes of all documents that were read."""
    return sum(source.path.stat().st_size for source in outcome.sources.values())


def main() -> int:
    """Print one line a run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(SEEDS)
        folder = options.folder.resolve() if options.folder else repeated(SEEDS, Path(scratch))
        for _ in range(options.times):
            seconds, outcome = measure(folder, options.jobs)
            megabytes = size(outcome) / 1e6
            sys.stdout.write(
                f"{megabytes / seconds:6.2f} MB/s: {megabytes:.2f} MB in {seconds:.2f} s,"
                f" {outcome.summary.documents:,} documents, {outcome.summary.claims:,} claims,"
                f" {outcome.summary.compared:,} compared\n"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
