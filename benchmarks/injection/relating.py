"""A corpus -> how many relations that were falsified are found, and what harmless edits cost.

Each relation that is read, is true and can be falsified takes part. A relation is judged by itself,
so that all edits of one kind in a document are made together, none where another one is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from benchmarks.injection import arithmetic, corpus, texts
from benchmarks.injection.corpus import State, is_loud
from benchmarks.injection.draws import spread
from benchmarks.injection.falsehoods import ERRORS, HARMLESS, TRIES, Edit, Kind
from benchmarks.injection.report import Alarms
from benchmarks.injection.texts import Change, Span, placed
from benchmarks.injection.trials import FOUND, Outcome
from factlint.model import Finding, Relation

MODE = "related"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A relation and the edit that is made to it."""

    relation: Relation
    edit: Edit


@dataclass(frozen=True, slots=True)
class Trial:
    """One document alone, before and after all edits of one kind that are made to it."""

    path: str
    drawn: tuple[Drawn, ...]
    changes: tuple[Change, ...]
    before: State
    after: State

    @property
    def told(self) -> tuple[Finding, ...]:
        """The errors and warnings that come with the edits."""
        return tuple(filter(is_loud, corpus.new_findings(self.before, self.after)))

    def moved(self, span: Span) -> Span:
        """Where a stretch of the document lies after the edits."""
        return texts.moved(span, self.changes)

    def read(self, relation: Relation) -> tuple[Relation, ...]:
        """The relations of its kind that are read where a relation was."""
        around = self.moved(placed(self.before.readings[self.path], relation.place))
        reading = self.after.readings[self.path]
        return tuple(
            one
            for one in self.after.extracts[self.path].relations
            if one.kind == relation.kind and placed(reading, one.place).meets(around)
        )


def errors(
    state: State, kinds: Sequence[str], seed: int, n: int
) -> Mapping[tuple[str, str], tuple[Outcome, ...]]:
    """By kind, what came of so many falsehoods at most."""
    found: dict[tuple[str, str], tuple[Outcome, ...]] = {}
    for name in (name for name in kinds if name in ERRORS):
        rng = Random(f"{seed}:{MODE}:{name}")
        drawn = islice(_false(state, ERRORS[name], rng), n)
        trials = _trials(state, drawn)
        found[MODE, name] = tuple(_outcome(one, trial) for trial in trials for one in trial.drawn)
    return {key: some for key, some in found.items() if some}


def alarms(
    state: State, kinds: Sequence[str], seed: int, n: int
) -> Mapping[tuple[str, str], Alarms]:
    """By kind, what so many harmless edits at most have cost; each new finding is an alarm."""
    found = {}
    for name in (name for name in kinds if name in HARMLESS):
        rng = Random(f"{seed}:{MODE}:harmless:{name}")
        trials = list(_trials(state, islice(_harmless(state, HARMLESS[name], rng), n)))
        told = [
            {"edit": _nearest(trial, finding), "says": f"[{finding.rule}] {finding.message}"}
            for trial in trials
            for finding in trial.told
        ]
        found[MODE, name] = Alarms(sum(len(trial.drawn) for trial in trials), tuple(told))
    return found


def _nearest(trial: Trial, finding: Finding) -> str:
    """The edit whose line is the nearest to a finding."""
    line = finding.place.line
    one = min(trial.drawn, key=lambda drawn: abs(drawn.relation.place.line - line))
    change = one.edit.changes[0]
    old = trial.before.text(trial.path)[change.span.start : change.span.end]
    return " ".join(f"{trial.path}: {old!r} -> {change.text!r}: {one.relation.quote}"[:300].split())


# What is drawn


def _true(state: State, kind: Kind, rng: Random) -> Iterator[Relation]:
    """The relations with a slot of a kind that hold, one of each document first."""
    found = [
        relation
        for path in sorted(state.extracts)
        for relation in state.extracts[path].relations
        if any(one.slot in kind.slots for one in relation.operands)
    ]
    for relation in spread(found, lambda one: one.place.path, rng):
        stated = arithmetic.statement(relation)
        if stated is not None and stated.is_true:
            yield relation


def _false(state: State, kind: Kind, rng: Random) -> Iterator[Drawn]:
    """Relations that are true, each with an edit that makes it false."""
    for relation in _true(state, kind, rng):
        edits = kind.edits(state.readings[relation.place.path], relation, kind.slots, rng)
        for edit in islice(edits, TRIES):
            stated = arithmetic.statement(edit.after)
            if stated is not None and stated.is_false:
                yield Drawn(relation, edit)
                break


def _harmless(state: State, kind: Kind, rng: Random) -> Iterator[Drawn]:
    """Relations that are true, each with an edit that leaves it so."""
    for relation in _true(state, kind, rng):
        edits = kind.edits(state.readings[relation.place.path], relation, kind.slots, rng)
        for edit in islice(edits, 1):
            stated = arithmetic.statement(edit.after)
            if stated is not None and stated.is_true:
                yield Drawn(relation, edit)


def _trials(state: State, drawn: Iterator[Drawn]) -> Iterator[Trial]:
    """The edits of each document together; one that meets another is left out."""
    by_path: dict[str, list[Drawn]] = {}
    for one in drawn:
        others = by_path.setdefault(one.relation.place.path, [])
        if not any(_meets(state, one, other) for other in others):
            others.append(one)
    for path, chosen in sorted(by_path.items()):
        changes = tuple(sorted(change for one in chosen for change in one.edit.changes))
        before = _alone(state, path)
        after = corpus.changed(before, {path: texts.apply(before.text(path), changes)})
        yield Trial(path, tuple(chosen), changes, before, after)


def _meets(state: State, one: Drawn, other: Drawn) -> bool:
    reading = state.readings[one.relation.place.path]
    spans = [
        [placed(reading, drawn.relation.place), *(change.span for change in drawn.edit.changes)]
        + [placed(reading, operand.place) for operand in drawn.relation.operands]
        for drawn in (one, other)
    ]
    return any(a.meets(b) for a in spans[0] for b in spans[1])


def _alone(state: State, path: str) -> State:
    """One document as a corpus of its own."""
    only = replace(state, readings={path: state.readings[path]}, extracts={}, claims=())
    return corpus.changed(replace(only, findings=()), {path: state.text(path)})


# What came of it


def _outcome(one: Drawn, trial: Trial) -> Outcome:
    """What came of a falsehood; a relation is its own counterpart."""
    read = trial.read(one.relation)
    told = tuple(finding for finding in trial.told if _is_of(one, finding, trial))
    before, after = (state.text(trial.path) for state in (trial.before, trial.after))
    change = one.edit.changes[0]
    why = "check: silent" if read else "not read any more"
    return Outcome(
        path=trial.path,
        line=before.count("\n", 0, change.span.start) + 1,
        old=before[change.span.start : change.span.end],
        new=change.text,
        read=bool(read),
        partner_read=bool(read),
        found=bool(told),
        why=FOUND if told else f"{why}: {one.relation.kind}",
        before=_around(before, change.span),
        after=_around(after, trial.moved(change.span)),
        partner=one.relation.quote,
        now=tuple(f"{relation.kind}: {relation.quote}" for relation in read),
        findings=tuple(f"{each.severity}[{each.rule}] {each.message}" for each in told),
    )


def _is_of(one: Drawn, finding: Finding, trial: Trial) -> bool:
    """Whether a finding is about the relation that was edited."""
    around = trial.moved(placed(trial.before.readings[trial.path], one.relation.place))
    return finding.attribute == one.relation.kind and corpus.touches(
        trial.after, finding, trial.path, around
    )


def _around(text: str, span: Span) -> str:
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 160)
    end = text.find("\n", span.end)
    return text[start : min(len(text) if end < 0 else end, span.end + 120)].strip()
