"""Rule packs -> the results of the tests inside them.

A claim definition brings sentences that must give claims (`yes`) and sentences that must not
(`no`), a rule brings small corpora with exactly one finding (`bad`) and without any (`good`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import yaml

from factlint import documents, entities, intervals, linter
from factlint.linter import Tools
from factlint.model import (
    COMPARED,
    Claim,
    ClaimDefinition,
    Example,
    Extract,
    Reading,
    Relation,
    Rule,
    SampleDocument,
)
from factlint.reporters import objects


@dataclass(frozen=True, slots=True)
class Trial:
    """One test: where it stands, what it is about, what was expected, what came."""

    path: str
    line: int
    name: str
    sample: str
    passed: bool
    expected: str
    got: str


def run(tools: Tools, packs: Collection[str] = ()) -> Iterator[Trial]:
    """The tests of all packs, or only of `packs` (as messages call them)."""
    for definition in tools.packs.definitions:
        if not packs or definition.path in packs:
            yield from _definition(definition, tools)
    for rule in tools.packs.rules:
        if not packs or rule.path in packs:
            yield from _rule(rule, tools)


def report(trials: Sequence[Trial]) -> str:
    """What failed and how, then the counts."""
    failed = [trial for trial in trials if not trial.passed]
    counts = f"{len(trials):,} tests, {len(failed):,} failed\n"
    return "".join([*map(_difference, failed), counts])


def _difference(trial: Trial) -> str:
    return (
        f"{trial.path}:{trial.line}: {trial.name}\n"
        f"  text:     {trial.sample}\n"
        f"  expected: {trial.expected}\n"
        f"  got:      {trial.got}\n\n"
    )


def _definition(definition: ClaimDefinition, tools: Tools) -> Iterator[Trial]:
    for label, examples in (("yes", definition.yes), ("no", definition.no)):
        for example in examples:
            yield _example(example, definition, label, tools)


def _example(example: Example, definition: ClaimDefinition, label: str, tools: Tools) -> Trial:
    """The claims of the attribute that a sentence gives against those it should give.

    An example may not rest on a claim that no rule would compare.
    """
    extracts = [_extract(SampleDocument(example.text, "example.md"), tools)]
    claims = [
        claim
        for claim in entities.resolve(extracts, tools.gazetteer)
        if claim.definition == definition.name
    ]
    left = [claim for claim in claims if claim.confidence >= COMPARED]
    missed = 0
    for wanted in example.expect:
        found = next((claim for claim in left if _meets(claim, wanted)), None)
        missed += found is None
        left = [claim for claim in left if claim is not found]
    return Trial(
        example.path,
        example.line,
        f"{definition.name}, {label}",
        example.text,
        not (missed or left),
        "; ".join(map(_worded, example.expect)) or "no claim",
        _listed(claims),
    )


def _meets(claim: Claim, wanted: Mapping[str, str]) -> bool:
    """Whether a claim says all that is wanted; a value as written or in its canonical form."""
    said = _said(claim)
    canonical = str(objects.value(claim.value).get("value"))
    return all(
        value.casefold() == said.get(key, "").casefold()
        or (key == "value" and value.casefold() == canonical.casefold())
        for key, value in wanted.items()
    )


def _said(claim: Claim) -> Mapping[str, str]:
    """What an example may expect of a claim."""
    said = {
        "subject": claim.subject,
        "value": claim.value.text,
        **objects.qualifiers(claim.qualifiers),
        "attribution": claim.attribution,
    }
    return {key: str(value) for key, value in said.items() if value is not None}


def _worded(said: Mapping[str, str]) -> str:
    return ", ".join(f"{key} {value}" for key, value in said.items())


def _listed(claims: Iterable[Claim]) -> str:
    """The claims that came, with how sure they are where that is too little."""
    return "; ".join(map(_told, claims)) or "no claim"


def _told(claim: Claim) -> str:
    said = {key: value for key, value in _said(claim).items() if (key, value) != _USUAL}
    unsure = claim.confidence < COMPARED
    return _worded(said) + (f" (not compared: confidence {claim.confidence:.2f})" if unsure else "")


_USUAL = ("status", "done")


def _related(relation: Relation) -> str:
    said = (f"{one.slot} {one.value.text}" for one in relation.operands)
    return f"{relation.kind}: {', '.join(said)}"


def _rule(rule: Rule, tools: Tools) -> Iterator[Trial]:
    for label, wanted, corpora in (("bad", 1, rule.bad), ("good", 0, rule.good)):
        for corpus in corpora:
            yield _corpus(corpus, rule, label, wanted, tools)


def _corpus(
    corpus: Sequence[SampleDocument], rule: Rule, label: str, wanted: int, tools: Tools
) -> Trial:
    """The findings of the rule in a small corpus: as many as wanted."""
    extracts = [_extract(sample, tools) for sample in corpus]
    compared = linter.compare(extracts, (rule,), tools.gazetteer)
    findings = (*compared.ran.found, *compared.ran.slips)
    about = [claim for claim in compared.claims if claim.attribute in rule.claims]
    read = [one for extract in extracts for one in extract.relations if one.kind in rule.relations]
    listed = "; ".join(map(_related, read)) or "no relation" if rule.relations else _listed(about)
    return Trial(
        rule.path,
        rule.line,
        f"{rule.id}, {label}",
        " | ".join(" ".join(sample.text.split()) for sample in corpus),
        len(findings) == wanted,
        "one finding" if wanted else "no finding",
        "; ".join(finding.message for finding in findings) or f"no finding in: {listed}",
    )


def _extract(sample: SampleDocument, tools: Tools) -> Extract:
    return linter.extract(_reading(sample), tools)


def _reading(sample: SampleDocument) -> Reading:
    """A document of a test as if it were a file: Markdown gets its front matter."""
    said = {"title": sample.title, "date": sample.date, "source": sample.source}
    known = {key: value for key, value in said.items() if value is not None}
    if known and PurePosixPath(sample.path).suffix == ".md":
        head = yaml.safe_dump(known, allow_unicode=True, sort_keys=False)
        return documents.read(sample.path, f"---\n{head}---\n\n{sample.text}".encode())
    reading = documents.read(sample.path, sample.text.encode())
    document = replace(
        reading.document,
        title=sample.title or reading.document.title,
        dated=intervals.day(sample.date) if sample.date else reading.document.dated,
        source=sample.source or reading.document.source,
    )
    return replace(reading, document=document)
