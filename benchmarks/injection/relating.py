"""A corpus -> how many relations that were falsified are found, and what harmless edits cost.

Each relation that is read, is true and can be falsified takes part. Only its own document is read
and judged again, since no other one bears on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from benchmarks.injection import arithmetic, corpus, texts
from benchmarks.injection.corpus import State, is_loud
from benchmarks.injection.draws import spread
from benchmarks.injection.falsehoods import ERRORS, HARMLESS, TRIES, Kind
from benchmarks.injection.report import Alarms
from benchmarks.injection.texts import Change, Span, placed
from benchmarks.injection.trials import FOUND, Outcome
from factlint.model import Finding, Relation

MODE = "related"


@dataclass(frozen=True, slots=True)
class Edited:
    """A relation, the edit of it, its document alone before and after."""

    relation: Relation
    changes: tuple[Change, ...]
    before: State
    after: State

    @property
    def told(self) -> tuple[Finding, ...]:
        """The errors and warnings that come with the edit."""
        return tuple(filter(is_loud, corpus.new_findings(self.before, self.after)))

    def touching(self) -> tuple[Relation, ...]:
        """The relations of this kind that are read where the edit is."""
        path = self.relation.place.path
        around = texts.moved(placed(self.before.readings[path], self.relation.place), self.changes)
        reading = self.after.readings[path]
        return tuple(
            one
            for one in self.after.extracts[path].relations
            if one.kind == self.relation.kind
            and (placed(reading, one.place).meets(around) or _begins_alike(one, self.relation))
        )


def _begins_alike(one: Relation, other: Relation) -> bool:
    """Whether two relations of a list or table start in one place: a row may have been cut."""
    return bool(one.operands and other.operands) and (
        one.operands[0].place.line == other.operands[0].place.line
    )


def errors(
    state: State, kinds: Sequence[str], seed: int, n: int
) -> Mapping[tuple[str, str], tuple[Outcome, ...]]:
    """By kind, what came of so many falsehoods at most."""
    found = {}
    for name in (name for name in kinds if name in ERRORS):
        drawn = islice(_false(state, ERRORS[name], Random(f"{seed}:{MODE}:{name}")), n)
        found[MODE, name] = tuple(map(_outcome, drawn))
    return {key: some for key, some in found.items() if some}


def alarms(
    state: State, kinds: Sequence[str], seed: int, n: int
) -> Mapping[tuple[str, str], Alarms]:
    """By kind, what so many harmless edits at most have cost."""
    found = {}
    for name in (name for name in kinds if name in HARMLESS):
        rng = Random(f"{seed}:{MODE}:harmless:{name}")
        drawn = list(islice(_harmless(state, HARMLESS[name], rng), n))
        told = [
            {"edit": _edit(one), **{f"says {at}": f"[{f.rule}] {f.message}"}}
            for one in drawn
            for at, f in enumerate(one.told, start=1)
        ]
        found[MODE, name] = Alarms(len(drawn), tuple(told))
    return found


def _edit(one: Edited) -> str:
    change = one.changes[0]
    reading = one.before.readings[one.relation.place.path]
    old = reading.text[change.span.start : change.span.end]
    quote = one.relation.quote[:200]
    return " ".join(f"{one.relation.place.path}: {old!r} -> {change.text!r}: {quote}".split())


def _relations(state: State, kind: Kind, rng: Random) -> list[Relation]:
    """The relations with a slot of a kind, in an order of chance, one of each document first."""
    found = [
        relation
        for path in sorted(state.extracts)
        for relation in state.extracts[path].relations
        if any(one.slot in kind.slots for one in relation.operands)
    ]
    return spread(found, lambda relation: relation.place.path, rng)


def _alone(state: State, path: str) -> State:
    """One document as a corpus of its own."""
    only = replace(state, readings={path: state.readings[path]}, extracts={}, claims=())
    return corpus.changed(replace(only, findings=()), {path: state.text(path)})


def _false(state: State, kind: Kind, rng: Random) -> Iterator[Edited]:
    """Relations that were true, each with an edit that makes it false."""
    for relation, before in _true(state, kind, rng):
        path = relation.place.path
        if _is_accused(before, relation):
            continue
        edits = kind.edits(before.readings[path], relation, kind.slots, rng)
        for changes in islice(edits, TRIES):
            after = corpus.changed(before, {path: texts.apply(before.text(path), changes)})
            one = Edited(relation, changes, before, after)
            if _becomes_false(one, kind):
                yield one
                break


def _becomes_false(one: Edited, kind: Kind) -> bool:
    """Whether the edit makes a falsehood; where it is not read any more, the edit alone tells."""
    states = [arithmetic.statement(relation) for relation in one.touching()]
    if states:
        return any(state is not None and state.is_false for state in states)
    return kind is not ERRORS["item"]


def _harmless(state: State, kind: Kind, rng: Random) -> Iterator[Edited]:
    for relation, before in _true(state, kind, rng):
        path = relation.place.path
        edits = kind.edits(before.readings[path], relation, kind.slots, rng)
        changes = next(edits, None)
        if changes is not None:
            text = texts.apply(before.text(path), changes)
            yield Edited(relation, changes, before, corpus.changed(before, {path: text}))


def _true(state: State, kind: Kind, rng: Random) -> Iterator[tuple[Relation, State]]:
    """Relations that hold as they stand, with their document alone; those of a list in turn."""
    alone: dict[str, State] = {}
    for relation in _relations(state, kind, rng):
        stated = arithmetic.statement(relation)
        if stated is None or not stated.is_true:
            continue
        path = relation.place.path
        if path not in alone:
            alone[path] = _alone(state, path)
        yield relation, alone[path]


def _is_accused(state: State, relation: Relation) -> bool:
    span = placed(state.readings[relation.place.path], relation.place)
    return any(
        corpus.touches(state, one, relation.place.path, span)
        for one in state.findings
        if is_loud(one)
    )


def _outcome(one: Edited) -> Outcome:
    """What came of a falsehood; a relation is its own counterpart."""
    path = one.relation.place.path
    read = one.touching()
    told = one.told
    found = any(_of_it(one, finding) for finding in told)
    change = one.changes[0]
    why = FOUND if found else "check: silent" if read else "the relation is not read any more"
    before, after = one.before.readings[path], one.after.readings[path]
    span = change.span
    new = Span(span.start, span.start + len(change.text))
    return Outcome(
        path=path,
        line=before.text.count("\n", 0, span.start) + 1,
        old=before.text[span.start : span.end],
        new=change.text,
        read=bool(read),
        partner_read=bool(read),
        found=found,
        why=why if found else f"{why}: {one.relation.kind}",
        before=_around(before.text, span),
        after=_around(after.text, new),
        partner=one.relation.quote,
        now=tuple(f"{relation.kind}: {relation.quote}" for relation in read),
        findings=tuple(f"{f.severity}[{f.rule}] {f.message}" for f in told),
    )


def _of_it(one: Edited, finding: Finding) -> bool:
    """Whether a finding is about the relation that was edited."""
    if finding.attribute != one.relation.kind:
        return False
    path = one.relation.place.path
    around = texts.moved(placed(one.before.readings[path], one.relation.place), one.changes)
    return corpus.touches(one.after, finding, path, around) or any(
        relation.place == finding.place or finding.place.line == relation.place.line
        for relation in one.touching()
    )


def _around(text: str, span: Span) -> str:
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 160)
    end = text.find("\n", span.end)
    return text[start : min(len(text) if end < 0 else end, span.end + 120)].strip()
