"""The outcomes of all draws -> a table or JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.injection.trials import FOUND, Outcome


@dataclass(frozen=True, slots=True)
class Alarms:
    """Harmless edits of one kind: how many were drawn, and what each false alarm said."""

    drawn: int
    alarms: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured: errors by mode and kind, harmless edits by mode and kind."""

    documents: int
    seed: int
    errors: Mapping[tuple[str, str], tuple[Outcome, ...]]
    harmless: Mapping[tuple[str, str], Alarms]


@dataclass(frozen=True, slots=True)
class Counts:
    """Errors of one kind: of those drawn so many were read, of those so many told again, ..."""

    drawn: int
    read: int
    partner: int
    caught: int
    found: int

    @property
    def product(self) -> float:
        """Read x told again x found: the share of draws that went all the way."""
        return self.caught / self.drawn if self.drawn else 0.0


def counts(outcomes: Sequence[Outcome]) -> Counts:
    """The stages one after the other; `found` counts finds however they came about."""
    read = [one for one in outcomes if one.read]
    told = [one for one in read if one.partner_read]
    caught = [one for one in told if one.found]
    found = sum(one.found for one in outcomes)
    return Counts(len(outcomes), len(read), len(told), len(caught), found)


def _share(part: int, whole: int) -> str:
    return f"{part:4d} {100 * part / whole:4.0f}%" if whole else f"{part:4d}    -"


def as_table(report: Report, *, show: bool) -> str:
    """The report for people."""
    lines = [f"{report.documents} documents, seed {report.seed}", ""]
    lines += _errors(report)
    lines += ["", *_harmless(report)]
    lines += ["", *_classes(report)]
    if show:
        lines += ["", *_misses(report)]
    return "\n".join(lines) + "\n"


def _errors(report: Report) -> Iterator[str]:
    yield (
        f"{'errors':11}{'kind':11}{'drawn':>6} {'read':>9} {'counterpart':>11} {'found':>10}"
        f" {'product':>8} {'found at all':>13}"
    )
    totals: dict[str, list[Outcome]] = {}
    for (mode, kind), outcomes in report.errors.items():
        totals.setdefault(mode, []).extend(outcomes)
        yield _row(mode, kind, counts(outcomes))
    for mode, every in totals.items():
        yield _row(mode, "all", counts(every))


def _row(mode: str, kind: str, one: Counts) -> str:
    return (
        f"{mode:11}{kind:11}{one.drawn:6d} {_share(one.read, one.drawn):>9}"
        f" {_share(one.partner, one.read):>11} {_share(one.caught, one.partner):>10}"
        f" {100 * one.product:7.1f}% {_share(one.found, one.drawn):>13}"
    )


def _harmless(report: Report) -> Iterator[str]:
    yield f"{'harmless':11}{'kind':12}{'drawn':>6} {'false alarms':>13}"
    for (mode, kind), one in report.harmless.items():
        yield f"{mode:11}{kind:12}{one.drawn:6d} {_share(len(one.alarms), one.drawn):>13}"


def _classes(report: Report) -> Iterator[str]:
    """Why errors were not found: by mode, the most frequent classes first."""
    yield "why not found"
    for mode in dict.fromkeys(mode for mode, _ in report.errors):
        outcomes = [one for (of, _), some in report.errors.items() if of == mode for one in some]
        found = Counter(one.why for one in outcomes if one.why != FOUND)
        for why, count in sorted(found.items(), key=lambda row: (-row[1], row[0])):
            yield f"{mode:11}{count:6d}  {why}"


def _misses(report: Report) -> Iterator[str]:
    for (mode, kind), outcomes in report.errors.items():
        for one in outcomes:
            if not one.found:
                yield f"{mode} {kind}: {one.why}"
                yield f"  {one.path}:{one.line}: {one.old!r} -> {one.new!r}"
                yield f"  after:   {one.after}"
                yield f"  against: {one.partner or '-'}"
                yield f"  reads:   {'; '.join(one.now) or '-'}"
                yield from (f"  says:    {finding}" for finding in one.findings)
    for (mode, kind), some in report.harmless.items():
        for alarm in some.alarms:
            yield f"{mode} {kind}: false alarm"
            yield from (f"  {name}: {text}" for name, text in alarm.items())


def as_json(report: Report, *, show: bool) -> str:
    """The report for programs; with `show` every draw is in it."""
    found = {
        "documents": report.documents,
        "seed": report.seed,
        "errors": [_entry(mode, kind, some, show) for (mode, kind), some in report.errors.items()],
        "harmless": [
            {"mode": mode, "kind": kind, "drawn": one.drawn, "false_alarms": len(one.alarms)}
            | ({"alarms": list(one.alarms)} if show else {})
            for (mode, kind), one in report.harmless.items()
        ],
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _entry(mode: str, kind: str, outcomes: Sequence[Outcome], show: bool) -> Mapping[str, object]:
    one = counts(outcomes)
    why = Counter(outcome.why for outcome in outcomes if outcome.why != FOUND)
    entry = {"mode": mode, "kind": kind, **asdict(one), "product": round(one.product, 4)}
    entry["missed"] = dict(sorted(why.items()))
    return entry | ({"draws": [asdict(outcome) for outcome in outcomes]} if show else {})
