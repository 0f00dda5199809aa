"""A folder of documents -> how many errors made on purpose are found, and what harmless edits cost.

    python -m benchmarks.injection.run FOLDER [--seed 1] [--n 100] [--kinds number,unit]

One edit at a time is made to a copy in memory; the folder itself is only read. The same folder,
seed and options give the same output, byte for byte.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.injection import (
    corpus,
    falsehoods,
    harmless,
    relating,
    report,
    restated,
    slots,
    texts,
    trials,
)
from benchmarks.injection.corpus import State, is_loud
from benchmarks.injection.counterparts import Index
from benchmarks.injection.draws import MODES, Draw
from benchmarks.injection.edits import KINDS
from benchmarks.injection.report import Alarms, Report
from benchmarks.injection.trials import Outcome
from factlint.errors import FactlintError
from factlint.model import Finding

FORMATS: Mapping[str, Callable[..., str]] = {"table": report.as_table, "json": report.as_json}
#: Harmless edits of single sites are made where something can be contradicted.
COMPARED_MODES = ("told", "restated")
NEW_PATH = "zz-unrelated.md"


def measure(
    folder: Path, *, seed: int, n: int, kinds: Sequence[str], modes: Sequence[str], sample: int
) -> Report:
    """Draw, edit and judge; `n` draws of each kind and mode at most."""
    chosen = corpus.sampled(folder, sample, seed)
    state = corpus.load(chosen)
    errors: dict[tuple[str, str], tuple[Outcome, ...]] = {}
    alarms: dict[tuple[str, str], Alarms] = {}
    of_claims = [mode for mode in modes if mode in MODES]
    if of_claims:
        index = Index(state, slots.scenes(state, corpus.mentions(chosen, state)))
        errors |= _errors(index, seed, n, kinds, of_claims)
        alarms |= dict(_alarms(index, seed, n, kinds, of_claims))
    if relating.MODE in modes:
        errors |= relating.errors(state, kinds, seed, n)
        alarms |= relating.alarms(state, kinds, seed, n)
    return Report(len(state.readings), seed, errors, alarms)


def _errors(
    index: Index, seed: int, n: int, kinds: Sequence[str], modes: Sequence[str]
) -> Mapping[tuple[str, str], tuple[Outcome, ...]]:
    found = {
        (mode, kind): tuple(map(trials.judge, _draws(index, mode, kind, seed, n)))
        for mode in modes
        for kind in kinds
        if kind in KINDS
    }
    return {key: some for key, some in found.items() if some}


def _draws(index: Index, mode: str, name: str, seed: int, n: int) -> Iterator[Draw]:
    kind = KINDS.get(name) or harmless.KINDS[name]
    return islice(MODES[mode](index, kind, Random(f"{seed}:{mode}:{name}")), n)


def _alarms(
    index: Index, seed: int, n: int, kinds: Sequence[str], modes: Sequence[str]
) -> Iterator[tuple[tuple[str, str], Alarms]]:
    for mode in (mode for mode in COMPARED_MODES if mode in modes):
        for name in (name for name in harmless.KINDS if name in kinds):
            made = list(_draws(index, mode, name, seed, n))
            found = [_told(draw, alarms) for draw in made if (alarms := trials.alarms(draw))]
            yield (mode, name), Alarms(len(made), tuple(found))
    for name in (name for name in harmless.WHOLE if name in kinds):
        edited = list(islice(WHOLE[name](index, Random(f"{seed}:{name}")), n))
        said = [(what, _new(index.state, state)) for what, state in edited]
        shown = ({"edit": what, **_numbered(alarms)} for what, alarms in said if alarms)
        yield ("whole", name), Alarms(len(edited), tuple(shown))


def _new(before: State, after: State) -> tuple[Finding, ...]:
    return tuple(filter(is_loud, corpus.new_findings(before, after)))


def _told(draw: Draw, alarms: Sequence[Finding]) -> Mapping[str, str]:
    site = draw.site
    edit = f"{site.path}: {site.text!r} -> {draw.new!r}: {site.left}[{draw.new}]{site.right}"
    return {"edit": " ".join(edit.split()), **_numbered(alarms)}


def _numbered(alarms: Sequence[Finding]) -> Mapping[str, str]:
    return {f"says {at}": f"[{one.rule}] {one.message}" for at, one in enumerate(alarms, start=1)}


# Harmless edits of whole documents: what was done, and the state after it

Edited = Iterator[tuple[str, State]]


def _reordered(index: Index, rng: Random) -> Edited:
    swaps = [
        (path, changes)
        for path, scene in index.scenes.items()
        for changes in harmless.reorderings(scene)
    ]
    rng.shuffle(swaps)
    for path, changes in swaps:
        text = texts.apply(index.state.text(path), changes)
        yield f"{path}: {changes[0].text!r} first", corpus.changed(index.state, {path: text})


def _unrelated(index: Index, rng: Random) -> Edited:
    for text in harmless.UNRELATED:
        yield repr(text), corpus.changed(index.state, {NEW_PATH: text})


def _restated(index: Index, rng: Random) -> Edited:
    claims = list(restated.tellable(index))
    rng.shuffle(claims)
    for claim in claims:
        again = restated.restate(index, claim, rng)
        if again is not None:
            yield f"{again.path}: {again.sentence}", again.state


WHOLE: Mapping[str, Callable[[Index, Random], Edited]] = {
    "reordered": _reordered,
    "unrelated": _unrelated,
    "restated": _restated,
}


# The command line


def _names(known: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def parse(text: str) -> tuple[str, ...]:
        names = tuple(text.split(",")) if text else tuple(known)
        wrong = [name for name in names if name not in known]
        if wrong:
            raise argparse.ArgumentTypeError(f"no {', '.join(wrong)}; known: {', '.join(known)}")
        return names

    return parse


def _parser() -> argparse.ArgumentParser:
    related = (*falsehoods.ERRORS, *falsehoods.HARMLESS)
    kinds = tuple(dict.fromkeys((*KINDS, *harmless.KINDS, *harmless.WHOLE, *related)))
    modes = (*MODES, relating.MODE)
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--n", type=int, default=100, help="draws of a kind and mode, at most")
    parser.add_argument("--kinds", type=_names(kinds), default=kinds)
    parser.add_argument("--modes", type=_names(modes), default=modes)
    parser.add_argument("--sample", type=int, default=0, help="so many documents; 0 is all")
    parser.add_argument("--show", action="store_true", help="show what was missed")
    parser.add_argument("--format", choices=tuple(FORMATS), default="table")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; 2 if there is nothing to read."""
    options = _parser().parse_args(arguments)
    try:
        found = measure(
            options.folder.resolve(),
            seed=options.seed,
            n=options.n,
            kinds=options.kinds,
            modes=options.modes,
            sample=options.sample,
        )
    except FactlintError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(FORMATS[options.format](found, show=options.show))
    return 0


if __name__ == "__main__":
    sys.exit(main())
