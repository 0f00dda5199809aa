"""Corpora -> outcome: the whole pipeline.

`extract` needs one document and nothing of the others; `compare` needs all extracts and no text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from factlint import claims as claiming
from factlint import (
    corrections,
    declarations,
    entities,
    faults,
    mentions,
    pool,
    relations,
    rules,
    severities,
    sources,
    suppressions,
)
from factlint.claims import tracing
from factlint.claims.tracing import Trace
from factlint.claims.wordings import Wordings
from factlint.config import Corpus
from factlint.config.levels import Level
from factlint.entities import Listed, Suggestion
from factlint.entities import gazetteer as gazetteers
from factlint.errors import FactlintError
from factlint.mentions import name_words, names
from factlint.model import (
    SEVERITIES,
    Claim,
    Counts,
    Dataset,
    EntityKind,
    Extract,
    Finding,
    Gazetteer,
    Mention,
    Name,
    Packs,
    Passage,
    Place,
    Problem,
    Reading,
    Rule,
    Severity,
    Summary,
)
from factlint.rules import findings as rule_findings
from factlint.rules import packs as rule_packs
from factlint.sources import Source
from factlint.spelling import suggestion
from factlint.suppressions import Suppressions

NOTHING_HELD = suppressions.active((), None)

Mentions = tuple[tuple[Mention, ...], ...]  # of one document, passage by passage


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules to run, by id: those selected (all if none are), without those ignored.

    `levels` are severities of the command line, which go before those of the settings.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tools:
    """What documents are read and compared with; made once a run."""

    packs: Packs
    gazetteer: Gazetteer
    known: names.Known
    wordings: Wordings
    relations: relations.Readers


@dataclass(frozen=True, slots=True)
class Listing:
    """Claims in order, and how many figures of their documents they hold."""

    claims: tuple[Claim, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Inventory:
    """The entities that documents name, in order, what may be one, how many documents there are."""

    entities: tuple[Listed, ...]
    suggestions: tuple[Suggestion, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, in order, where its documents came from by the path shown, what ran."""

    findings: tuple[Finding, ...]
    summary: Summary
    sources: Mapping[str, Source]
    warnings: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The claims of a corpus, what is suppressed in it, and what the rules found."""

    claims: tuple[Claim, ...]
    held: Suppressions
    ran: rules.Ran


@dataclass(frozen=True, slots=True)
class _Run:
    """What findings of a corpus are looked for with, now and at the commits before."""

    tools: Tools
    chosen: Sequence[Rule]
    levels: severities.Plan
    today: date | None


@dataclass(frozen=True, slots=True)
class _Found:
    """The findings of a corpus in order, those that are suppressed, and what was compared."""

    findings: tuple[Finding, ...]
    hidden: tuple[Finding, ...]
    compared: Compared


def lint(
    corpora: Sequence[Corpus],
    choice: Choice = Choice(),
    progress: sources.Progress = sources.unwatched,
    jobs: pool.Jobs = 1,
    today: date | None = None,
) -> Outcome:
    """Find what contradicts each other in each of the corpora, by so many processes.

    Suppressions that ended before `today` hide nothing; without a day all of them hold.
    """
    return _joined([_lint(corpus, choice, progress, jobs, today) for corpus in corpora])


def _lint(
    corpus: Corpus,
    choice: Choice,
    progress: sources.Progress,
    jobs: pool.Jobs,
    today: date | None,
) -> Outcome:
    tools = equip(corpus)
    severities.check_ids(tools.packs.rules, corpus.levels)
    selected = choose(tools.packs.rules, choice)
    levels = severities.plan(selected, corpus.levels, choice.levels, choice.select)
    chosen = severities.running(selected, levels)
    found, unread = sources.find(corpus)
    extracts = _extracts(corpus, found, tools, progress, jobs)
    run = _Run(tools, chosen, levels, today)
    judged = _findings(corpus, found, extracts, run)
    known = _known(corpus, found, extracts, run, progress, jobs)
    focus = sources.focus(corpus, found)
    fresh = (finding for finding in judged.findings if _is_news(finding, known))
    shown = tuple(_touching(focus, fresh))
    summary = _summary(extracts, unread, judged.compared, shown)
    summary = replace(summary, suppressed=sum(1 for _ in _touching(focus, judged.hidden)))
    origins = {one.shown: one for one in found}
    warnings = (
        *tools.packs.warnings,
        *declarations.unmatched(corpus.data, _declared(found)),
        *severities.unmatched(corpus.levels, tuple(origins)),
    )
    return Outcome(shown, summary, origins, warnings, chosen)


def _findings(
    corpus: Corpus, found: Sequence[Source], extracts: Sequence[Extract], run: _Run
) -> _Found:
    """All findings in order, those that are suppressed, and what was compared."""
    told = [directive for one in extracts for directive in one.directives]
    held = suppressions.active(told, run.today)
    compared = compare(extracts, run.chosen, run.tools.gazetteer, held)
    wrong = [problem for one in extracts for problem in one.problems]
    wrong += declarations.unknown_fields(corpus.data, _declared(found), extracts)
    ids = [rule.id for rule in run.tools.packs.rules]
    wrong += suppressions.mistakes(told, ids, run.today)
    left, hidden = _judged(compared, wrong, run.chosen)
    settled = severities.settle(left, run.chosen, run.levels)
    return _Found(rule_findings.in_order(settled), hidden, compared)


def _declared(found: Iterable[Source]) -> Mapping[str, Dataset]:
    """What declares the data files, by the path shown."""
    return {one.shown: one.dataset for one in found if one.dataset}


def _known(
    corpus: Corpus,
    found: Sequence[Source],
    extracts: Sequence[Extract],
    run: _Run,
    progress: sources.Progress,
    jobs: pool.Jobs,
) -> Mapping[str, Severity]:
    """What was found at the commits before, and how severe it was, by its mark.

    What has not changed is not read again.
    """
    read = dict(zip(map(id, found), extracts, strict=True))
    known: dict[str, Severity] = {}
    for commit in corpus.before:
        then = sources.before(corpus, commit, found)
        changed = [one for one in then if id(one) not in read]
        again = _extracts(corpus, changed, run.tools, progress, jobs)
        all_read = read | {id(one): extract for one, extract in zip(changed, again, strict=True)}
        old = [all_read[id(one)] for one in then]
        for one in _findings(corpus, then, old, run).findings:
            if _is_news(one, known):
                known[one.fingerprint] = one.severity
    return known


def _is_news(finding: Finding, known: Mapping[str, Severity]) -> bool:
    """Whether a finding was not there before, or has become more severe since."""
    before = known.get(finding.fingerprint)
    return before is None or SEVERITIES.index(finding.severity) < SEVERITIES.index(before)


def _extracts(
    corpus: Corpus,
    found: Sequence[Source],
    tools: Tools,
    progress: sources.Progress,
    jobs: pool.Jobs,
) -> list[Extract]:
    """The extracts of all documents, in order."""
    return pool.run(found, partial(_read, tools), partial(_reader, corpus), jobs, progress)


def _reader(corpus: Corpus) -> Callable[[Sequence[Source]], list[Extract]]:
    """What a process needs that has not inherited the tools."""
    return partial(_read, equip(corpus))


def _read(tools: Tools, found: Sequence[Source]) -> list[Extract]:
    return [extract(reading, tools) for reading in sources.read(found)]


def extract(reading: Reading, tools: Tools) -> Extract:
    """One document -> all that later stages need of it; pure, whatever else is in the corpus."""
    found = _mentions(reading, tools)
    claims, counts = claiming.extract(reading, found, tools.wordings)
    corrected = corrections.apply(claims, reading.directives)
    return Extract(
        reading.document,
        corrected.claims,
        _evidence(reading, found),
        (*reading.problems, *corrected.problems),
        counts,
        reading.census,
        relations.extract(reading, found, tools.relations),
        reading.directives,
    )


def compare(
    extracts: Sequence[Extract],
    chosen: Sequence[Rule],
    gazetteer: Gazetteer,
    held: Suppressions = NOTHING_HELD,
) -> Compared:
    """All extracts -> the claims of the corpus and their findings, with what is suppressed."""
    claims = entities.resolve(extracts, gazetteer)
    spelled = any(rule.check == "name-variant" for rule in chosen)
    plain = name_words.common()
    names = entities.misspelled(extracts, gazetteer, plain, claims) if spelled else ()
    all_claims = (*claims, *names)
    tags = suppressions.tags(held, all_claims, [rule.id for rule in chosen])
    related = [relation for extract in extracts for relation in extract.relations]
    return Compared(claims, held, rules.run_twice(all_claims, chosen, tags, related))


def _judged(
    compared: Compared, wrong: Sequence[Problem], chosen: Sequence[Rule]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of claims and documents that are left, and those that are suppressed.

    That a suppression is unused can be suppressed, too, but not that this one is.
    """
    held, ran, ids = compared.held, compared.ran, {rule.id for rule in chosen}
    apart = (*_faults(wrong, chosen), *ran.slips)  # what no other claim has a part in
    first = suppressions.judge(held, ran.found, ran.kept, apart, ids - {faults.UNUSED})
    unused = _faults(first.unused, chosen)
    second = suppressions.judge(held, (), (), unused, ids & {faults.UNUSED})
    last = _faults(second.unused, chosen)
    slips = set(map(id, ran.slips))
    left = [one for one in first.kept if id(one) not in slips]
    told = rule_findings.folded(one for one in first.kept if id(one) in slips)
    return (*left, *told, *second.kept, *last), (*first.hidden, *second.hidden)


def list_claims(
    corpora: Sequence[Corpus],
    progress: sources.Progress = sources.unwatched,
    jobs: pool.Jobs = 1,
) -> Listing:
    """The claims of all documents in focus, by place."""
    listings = [_listing(corpus, progress, jobs) for corpus in corpora]
    return Listing(
        tuple(claim for listing in listings for claim in listing.claims),
        counted(listing.counts for listing in listings),
    )


def _listing(corpus: Corpus, progress: sources.Progress, jobs: pool.Jobs) -> Listing:
    tools = equip(corpus)
    found, _ = sources.find(corpus)
    extracts = _extracts(corpus, found, tools, progress, jobs)
    focus = sources.focus(corpus, found)
    claims = entities.resolve(extracts, tools.gazetteer)
    shown = (claim for claim in claims if claim.place.path in focus)
    return Listing(
        tuple(sorted(shown, key=lambda one: _position(one.place))),
        counted(extract.counts for extract in extracts if extract.document.path in focus),
    )


def counted(parts: Iterable[Counts]) -> Counts:
    """What was seen in several documents together."""
    known = tuple(parts)
    return Counts(sum(part.figures for part in known), sum(part.bound for part in known))


def explain(
    corpora: Sequence[Corpus], progress: sources.Progress = sources.unwatched
) -> Iterator[Trace]:
    """How the claims of the documents in focus came about, sentence by sentence."""
    for corpus in corpora:
        yield from _explained(corpus, progress)


def _explained(corpus: Corpus, progress: sources.Progress) -> Iterator[Trace]:
    tools = equip(corpus)
    found, _ = sources.find(corpus)
    focus = sources.focus(corpus, found)
    extracts: list[Extract] = []
    traces: list[Trace] = []
    for reading in sources.read(found, progress):
        extracts.append(extract(reading, tools))
        if reading.document.path in focus:
            traces += claiming.trace(reading, _mentions(reading, tools), tools.wordings)
    claims = entities.resolve(extracts, tools.gazetteer)
    named = tracing.named(traces, (claim for claim in claims if claim.place.path in focus))
    yield from sorted(named, key=lambda one: _position(one.place))


def list_entities(
    corpora: Sequence[Corpus], progress: sources.Progress = sources.unwatched
) -> Inventory:
    """The entities that the documents in focus name; all documents of their corpus count."""
    inventories = [_inventory(corpus, progress) for corpus in corpora]
    return Inventory(
        tuple(entity for one in inventories for entity in one.entities),
        tuple(suggestion for one in inventories for suggestion in one.suggestions),
        sum(one.documents for one in inventories),
    )


def _inventory(corpus: Corpus, progress: sources.Progress) -> Inventory:
    tools = equip(corpus)
    found, _ = sources.find(corpus)
    focus = sources.focus(corpus, found)
    extracts = [extract(reading, tools) for reading in sources.read(found, progress)]
    claims = entities.resolve(extracts, tools.gazetteer)
    listed = entities.take(extracts, tools.gazetteer, claims)
    return Inventory(
        tuple(one for one in listed if not focus.isdisjoint(one.documents)),
        tuple(
            one
            for one in entities.suggest(listed, name_words.common())
            if not focus.isdisjoint(one.entity.documents | one.other.documents)
        ),
        len(focus),
    )


def list_mentions(
    corpora: Sequence[Corpus], progress: sources.Progress = sources.unwatched
) -> Iterator[tuple[Place, Mention]]:
    """The mentions of all documents in focus, each with its place."""
    for corpus in corpora:
        tools = equip(corpus)
        found, _ = sources.find(corpus)
        focus = sources.focus(corpus, found)
        wanted = [source for source in found if source.shown in focus]
        for reading in sources.read(wanted, progress):
            yield from sorted(_placed(reading, tools), key=lambda placed: _position(placed[0]))


def _placed(reading: Reading, tools: Tools) -> Iterator[tuple[Place, Mention]]:
    found = _mentions(reading, tools)
    for passage, here in zip(reading.passages, found, strict=True):
        for mention in here:
            yield _place(reading, passage, mention), mention


def _mentions(reading: Reading, tools: Tools) -> Mentions:
    """The mentions of each passage; what a name is, each story tells for itself."""
    return tuple(found for story in reading.stories() for found in _of_story(story, tools))


def _of_story(story: Reading, tools: Tools) -> Iterator[tuple[Mention, ...]]:
    """The mentions of each passage; a dated heading dates what stands below it.

    The heading of a record is the name of whom it is about, as its file declares.
    """
    lexicon = names.lexicon((passage.text for passage in story.passages), tools.known)
    for passage, under in zip(story.passages, mentions.above(story.passages), strict=True):
        if passage.kind == "heading" and passage.row is not None:
            yield names.declared(passage.text, lexicon)
            continue
        base = passage.dated or story.document.dated
        yield mentions.find(passage.text, lexicon, base.first if base else None, under)


def _evidence(reading: Reading, found: Mentions) -> tuple[Name, ...]:
    """How often a document uses which spelling of a name, of which kind, and how it defines it."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    defined: dict[str, str] = {}
    for passage, here in zip(reading.passages, found, strict=True):
        defined.update(names.definitions(passage.text, here))
    named = [
        (one, passage)
        for passage, here in zip(reading.passages, found, strict=True)
        for one in here
        if one.value.kind == "name"
    ]
    firsts = {one.value.text: (one, passage) for one, passage in reversed(named)}
    for (text, kind), count in Counter(
        [(one.value.text, one.entity_kind) for one, _ in named]
    ).items():
        kinds[text][kind] = count
    return tuple(
        Name(
            spelling,
            votes.most_common(1)[0][0],
            votes.total(),
            _place(reading, firsts[spelling][1], firsts[spelling][0]),
            firsts[spelling][0].value.canonical or spelling,
            defined.get(spelling),
        )
        for spelling, votes in sorted(kinds.items())
    )


def _place(reading: Reading, passage: Passage, mention: Mention) -> Place:
    return reading.place(*passage.map.span(mention.start, mention.end))


def equip(corpus: Corpus) -> Tools:
    """Packs, gazetteer and cues for a corpus."""
    own = corpus.packs or corpus.entities
    tools = _tools(corpus.packs, corpus.entities, corpus.root) if own else _shipped_tools()
    declarations.check_heads(corpus.data, tools.wordings.columns, tools.packs.definitions)
    return tools


@cache
def _shipped_tools() -> Tools:
    """What a corpus without packs or names of its own is read with; corpora of a run share it."""
    return _tools((), (), Path())


def _tools(own_packs: Sequence[Path], own_names: Sequence[Path], root: Path) -> Tools:
    packs = packs_of(own_packs, root)
    shown = partial(sources.shown_path, root=root)
    gazetteer = gazetteers.load(_shipped_entities(), own_names, shown)
    wordings = claiming.compile(packs.definitions)
    return Tools(
        packs, gazetteer, names.known(gazetteer), wordings, relations.compile(packs.relations)
    )


def _shipped_entities() -> tuple[Path, ...]:
    """The gazetteer that comes with the rule packs, in the folder `entities` beside them."""
    folders = sorted({path.parent / "entities" for path in rule_packs.shipped()})
    return tuple(path for folder in folders for path in sorted(folder.glob("*.tsv")))


def packs_of(paths: Sequence[Path], root: Path) -> Packs:
    """The shipped packs with those of the user, and the rules of document faults."""
    files = (*rule_packs.shipped(), *pack_files(paths))
    packs = rule_packs.load(files, shown=partial(pack_name, root=root))
    return replace(packs, rules=(*packs.rules, *faults.RULES))


def pack_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Packs named one by one or by their folder -> the files."""
    for path in paths:
        found = [path] if path.is_file() else sorted((*path.glob("*.yml"), *path.glob("*.yaml")))
        if not found:
            raise FactlintError("no rule pack (*.yml) in this folder", str(path))
        yield from found


def pack_name(path: Path, root: Path) -> str:
    """What messages call a pack: its place below the root, a shipped one "rules/..."."""
    return f"rules/{path.name}" if path in rule_packs.shipped() else sources.shown_path(path, root)


def choose(available: Sequence[Rule], choice: Choice) -> tuple[Rule, ...]:
    """The rules to run; a name that no rule has is an error."""
    ids = [rule.id for rule in available]
    for name in (*choice.select, *choice.ignore, *choice.levels):
        if name not in ids:
            raise FactlintError(f"no rule {name!r}{suggestion(name, ids)}")
    selected = choice.select or ids
    return tuple(rule for rule in available if rule.id in selected and rule.id not in choice.ignore)


def _position(place: Place) -> tuple[str, int, int]:
    return place.path, place.line, place.column


def _faults(problems: Iterable[Problem], chosen: Sequence[Rule]) -> tuple[Finding, ...]:
    """What is wrong with the documents themselves, as findings of the chosen rules."""
    ids = {rule.id for rule in chosen}
    told = (problem for problem in problems if problem.rule in ids)
    return rules.report_problems(told)


def _touching(focus: Collection[str], found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that touch a document in focus."""
    for finding in found:
        if any(place.path in focus for place in finding.places()):
            yield finding


def _summary(
    extracts: Sequence[Extract],
    unread: Mapping[str, int],
    compared: Compared,
    found: Sequence[Finding],
) -> Summary:
    levels = Counter(finding.severity for finding in found)
    return Summary(
        documents=len(extracts),
        unread=unread,
        figures=sum(extract.counts.figures for extract in extracts),
        bound=sum(extract.counts.bound for extract in extracts),
        claims=len(compared.claims),
        compared=compared.ran.compared,
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
            suppressed=sum(part.suppressed for part in parts),
        ),
        {shown: source for outcome in outcomes for shown, source in outcome.sources.items()},
        tuple(dict.fromkeys(text for outcome in outcomes for text in outcome.warnings)),
        tuple({rule.id: rule for outcome in outcomes for rule in outcome.rules}.values()),
    )
