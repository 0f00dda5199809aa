"""Corpora -> outcome: the whole pipeline.

`extract` needs one document and nothing of the others; `compare` needs all extracts and no text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factlint import claims as claiming
from factlint import documents, entities, faults, mentions, rules
from factlint.claims import cues
from factlint.config import Corpus
from factlint.documents import decoding, discovery
from factlint.entities import gazetteer as gazetteers
from factlint.errors import FactlintError
from factlint.mentions import names
from factlint.model import (
    Claim,
    EntityKind,
    Extract,
    Finding,
    Gazetteer,
    Mention,
    Name,
    Packs,
    Place,
    Problem,
    Reading,
    Rule,
    Summary,
)
from factlint.rules import findings as rule_findings
from factlint.rules import packs as rule_packs
from factlint.spelling import suggestion

Progress = Callable[[int, int], None]  # documents read so far, documents in all
Mentions = tuple[tuple[Mention, ...], ...]  # of one document, passage by passage


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules to run, by id: those selected (all if none are), without those ignored."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What documents are read and compared with; made once a run."""

    packs: Packs
    gazetteer: Gazetteer
    known: names.Known
    cues: cues.Index


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from; `data` if its bytes are not those of the file."""

    shown: str
    path: Path
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, in order, and where its documents came from, by the path shown."""

    findings: tuple[Finding, ...]
    summary: Summary
    sources: Mapping[str, Source]
    warnings: tuple[str, ...] = ()


def _unwatched(done: int, total: int) -> None:
    """Nobody wants to know how far it is."""


def lint(
    corpora: Sequence[Corpus], choice: Choice = Choice(), progress: Progress = _unwatched
) -> Outcome:
    """Find what contradicts each other in each of the corpora."""
    return _joined([_lint(corpus, choice, progress) for corpus in corpora])


def _lint(corpus: Corpus, choice: Choice, progress: Progress) -> Outcome:
    tools = equip(corpus)
    chosen = choose(tools.packs.rules, choice)
    sources, unread = find(corpus)
    extracts = [extract(reading, tools) for reading in read(sources, progress)]
    claims, clashes, compared = compare(extracts, chosen, tools.gazetteer)
    wrong = (problem for one in extracts for problem in one.problems)
    found = (*clashes, *_faults(wrong, chosen))
    shown = rule_findings.in_order(_focused(found, corpus, sources))
    summary = _summary(extracts, unread, len(claims), compared, shown)
    return Outcome(shown, summary, {one.shown: one for one in sources}, tools.packs.warnings)


def extract(reading: Reading, tools: Tools) -> Extract:
    """One document -> all that later stages need of it; pure, whatever else is in the corpus."""
    found = _mentions(reading, tools)
    claims, counts = claiming.extract(reading, found, tools.cues)
    return Extract(reading.document, claims, _evidence(reading, found), reading.problems, counts)


def compare(
    extracts: Sequence[Extract], chosen: Sequence[Rule], gazetteer: Gazetteer
) -> tuple[tuple[Claim, ...], tuple[Finding, ...], int]:
    """All extracts -> the claims of the corpus, their findings, and how many were compared."""
    claims = entities.resolve(extracts, gazetteer)
    found, compared = rules.run(claims, chosen)
    return claims, found, compared


def list_claims(corpora: Sequence[Corpus], progress: Progress = _unwatched) -> tuple[Claim, ...]:
    """The claims of all documents in focus, by place."""
    return tuple(
        claim
        for corpus in corpora
        for claim in sorted(_claims(corpus, progress), key=lambda one: _position(one.place))
    )


def _claims(corpus: Corpus, progress: Progress) -> Iterator[Claim]:
    tools = equip(corpus)
    sources, _ = find(corpus)
    extracts = [extract(reading, tools) for reading in read(sources, progress)]
    focus = _focus(corpus, sources)
    claims = entities.resolve(extracts, tools.gazetteer)
    return (claim for claim in claims if claim.place.path in focus)


def list_mentions(
    corpora: Sequence[Corpus], progress: Progress = _unwatched
) -> Iterator[tuple[Place, Mention]]:
    """The mentions of all documents in focus, each with its place."""
    for corpus in corpora:
        tools = equip(corpus)
        sources, _ = find(corpus)
        focus = _focus(corpus, sources)
        wanted = [source for source in sources if source.shown in focus]
        for reading in read(wanted, progress):
            yield from sorted(_placed(reading, tools), key=lambda placed: _position(placed[0]))


def _placed(reading: Reading, tools: Tools) -> Iterator[tuple[Place, Mention]]:
    found = _mentions(reading, tools)
    for passage, here in zip(reading.passages, found, strict=True):
        for mention in here:
            yield reading.place(*passage.map.span(mention.start, mention.end)), mention


def _mentions(reading: Reading, tools: Tools) -> Mentions:
    """The mentions of each passage; a dated heading dates what stands below it."""
    lexicon = names.lexicon((passage.text for passage in reading.passages), tools.known)
    dated = reading.document.dated
    bases = (passage.dated or dated for passage in reading.passages)
    return tuple(
        mentions.find(passage.text, lexicon, base.first if base else None)
        for passage, base in zip(reading.passages, bases, strict=True)
    )


def _evidence(reading: Reading, found: Mentions) -> tuple[Name, ...]:
    """How often a document uses which spelling of a name, of which kind, and how it defines it."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    defined: dict[str, str] = {}
    for passage, here in zip(reading.passages, found, strict=True):
        defined.update(names.definitions(passage.text, here))
        for mention in here:
            if mention.value.kind == "name":
                kinds[mention.value.text][mention.entity_kind] += 1
    return tuple(
        Name(spelling, votes.most_common(1)[0][0], votes.total(), defined.get(spelling))
        for spelling, votes in sorted(kinds.items())
    )


def equip(corpus: Corpus) -> Tools:
    """Packs, gazetteer and cues for a corpus."""
    packs = packs_of(corpus.packs, corpus.root)
    gazetteer = gazetteers.load((*_shipped_entities(), *corpus.entities))
    return Tools(packs, gazetteer, names.known(gazetteer), claiming.compile(packs.definitions))


def _shipped_entities() -> tuple[Path, ...]:
    """The gazetteer that comes with the rule packs, in the folder `entities` beside them."""
    folders = sorted({path.parent / "entities" for path in rule_packs.shipped()})
    return tuple(path for folder in folders for path in sorted(folder.glob("*.tsv")))


def packs_of(paths: Sequence[Path], root: Path) -> Packs:
    """The shipped packs with those of the user, and the rules of document faults."""
    files = (*rule_packs.shipped(), *pack_files(paths))
    packs = rule_packs.load(files, shown=partial(pack_name, root=root))
    return Packs(packs.definitions, (*packs.rules, *faults.RULES), packs.warnings)


def pack_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Packs named one by one or by their folder -> the files."""
    for path in paths:
        found = [path] if path.is_file() else sorted((*path.glob("*.yml"), *path.glob("*.yaml")))
        if not found:
            raise FactlintError("no rule pack (*.yml) in this folder", str(path))
        yield from found


def pack_name(path: Path, root: Path) -> str:
    """What messages call a pack: its place below the root, a shipped one "rules/..."."""
    return f"rules/{path.name}" if path in rule_packs.shipped() else _shown(path, root)


def choose(available: Sequence[Rule], choice: Choice) -> tuple[Rule, ...]:
    """The rules to run; a name that no rule has is an error."""
    ids = [rule.id for rule in available]
    for name in (*choice.select, *choice.ignore):
        if name not in ids:
            raise FactlintError(f"no rule {name!r}{suggestion(name, ids)}")
    selected = choice.select or ids
    return tuple(rule for rule in available if rule.id in selected and rule.id not in choice.ignore)


def find(corpus: Corpus) -> tuple[tuple[Source, ...], Mapping[str, int]]:
    """The documents of a corpus in order, and how many files are not read, by suffix."""
    files, unread = _discover(corpus.paths, corpus)
    sources = {path: Source(shown, path) for path, shown in files}
    for path, data in corpus.overlay.items():
        if path in sources or not _is_excluded(path, corpus):
            sources[path] = Source(_shown(path, corpus.root), path, data)
    if not sources:
        where = ", ".join(map(str, corpus.paths))
        raise FactlintError(f"nothing to read: the settings exclude all documents in {where}")
    return tuple(sorted(sources.values(), key=lambda source: source.shown)), unread


def _discover(
    paths: Sequence[Path], corpus: Corpus
) -> tuple[tuple[tuple[Path, str], ...], Mapping[str, int]]:
    """The files below `paths` with the paths shown; those of the overlay need not exist."""
    on_disk = [path for path in paths if path not in corpus.overlay]
    found = discovery.discover(on_disk, corpus.root, corpus.include, corpus.exclude)
    return found.files, found.unread


def _is_excluded(path: Path, corpus: Corpus) -> bool:
    """Whether the settings keep a file from being read that would be there."""
    if not path.exists():
        return False
    return not discovery.discover((path,), corpus.root, corpus.include, corpus.exclude).files


def read(sources: Sequence[Source], progress: Progress = _unwatched) -> Iterator[Reading]:
    """The documents of these sources, one at a time."""
    for done, source in enumerate(sources):
        progress(done, len(sources))
        if source.data is None:
            yield documents.load(source.path, source.shown)
        else:
            yield documents.read(source.shown, source.data)


def lines(source: Source) -> Sequence[str]:
    """The lines of a document as its places count them."""
    if source.data is None:
        return documents.lines(source.path)
    return decoding.lines(decoding.decode(source.data)[0])


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _position(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _faults(problems: Iterable[Problem], chosen: Sequence[Rule]) -> tuple[Finding, ...]:
    """What is wrong with the documents themselves, as findings of the chosen rules."""
    ids = {rule.id for rule in chosen}
    return rules.report_problems(problem for problem in problems if problem.rule in ids)


def _focus(corpus: Corpus, sources: Sequence[Source]) -> frozenset[str]:
    """The documents to show something of, by the path shown."""
    if not corpus.focus:
        return frozenset(source.shown for source in sources)
    files, _ = _discover(corpus.focus, corpus)
    overlaid = (source.shown for source in sources if source.data is not None)
    return frozenset((*overlaid, *(shown for _, shown in files)))


def _focused(
    found: Iterable[Finding], corpus: Corpus, sources: Sequence[Source]
) -> Iterator[Finding]:
    """The findings that touch a document in focus."""
    focus = _focus(corpus, sources)
    for finding in found:
        places = (finding.place, *(related.place for related in finding.related))
        if any(place.path in focus for place in places):
            yield finding


def _summary(
    extracts: Sequence[Extract],
    unread: Mapping[str, int],
    claims: int,
    compared: int,
    found: Sequence[Finding],
) -> Summary:
    levels = Counter(finding.severity for finding in found)
    return Summary(
        documents=len(extracts),
        unread=unread,
        figures=sum(extract.counts.figures for extract in extracts),
        bound=sum(extract.counts.bound for extract in extracts),
        claims=claims,
        compared=compared,
        error=levels["error"],
        warning=levels["warning"],
        info=levels["info"],
    )


def _joined(outcomes: Sequence[Outcome]) -> Outcome:
    """Several corpora are reported as one: findings in order, counts added."""
    if len(outcomes) == 1:
        return outcomes[0]
    parts = [outcome.summary for outcome in outcomes]
    unread: Counter[str] = Counter()
    for part in parts:
        unread.update(part.unread)
    return Outcome(
        rule_findings.in_order(one for outcome in outcomes for one in outcome.findings),
        Summary(
            documents=sum(part.documents for part in parts),
            unread=unread,
            figures=sum(part.figures for part in parts),
            bound=sum(part.bound for part in parts),
            claims=sum(part.claims for part in parts),
            compared=sum(part.compared for part in parts),
            error=sum(part.error for part in parts),
            warning=sum(part.warning for part in parts),
            info=sum(part.info for part in parts),
        ),
        {shown: source for outcome in outcomes for shown, source in outcome.sources.items()},
        tuple(dict.fromkeys(text for outcome in outcomes for text in outcome.warnings)),
    )
