"""Traces -> what made each claim, and where the other figures got stuck, for an editor to read.

sentence  Acme is valued at $9 billion.
clauses   [main Acme is valued at $9 billion]
  a.md:1:19: Acme: valuation = $9 billion (0.97)
    mention  money '$9 billion' = 9000000000 USD
    cue      "valued at {V}" (rules/funding.yml:104) matched 'valued at $9 billion'
    subject  Acme: the name right before the verb
    rivals   none
    sure     0.97 = 0.97 for such a subject
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factlint.claims.phrases import How
from factlint.claims.tracing import Account, Attempt, Stage, Stray, Trace, Wording
from factlint.model import Counts, Value
from factlint.reporters import claim_lists, excerpt, mention_lists, objects, words

#: How a subject was found, in words.
SUBJECTS: Mapping[How, str] = {
    "slot": "the cue itself names it",
    "adjacent": "the name right before the verb",
    "clause": "the subject of the clause",
    "antecedent": "the name that the clause describes",
    "possessive": "the name that owns the value",
    "list": "one of a list of names",
    "label": "the name before the colon",
    "event": "the name that the round or deal is about",
    "modifier": "a name that only describes the subject",
    "anaphor": "what a pronoun or a noun stands for",
    "topic": "what the text around is about",
    "row": "whom the row or the front matter names",
    "page": "whom the heading or the title names",
}
#: What a cue that matched did not pass.
STAGES: Mapping[Stage, str] = {
    "guard": "refused",
    "subject": "no compatible subject",
    "assertion": "not asserted",
    "rank": "outranked",
}

#: Alternatives of a cue that are too many to show: "(raised|raises|to raise|will raise)".
_LISTS = re.compile(r"\( [^()|]* (?: \| [^()|]* ){3,} \)", re.VERBOSE)

_Row = tuple[str, str]


def text(traces: Sequence[Trace]) -> str:
    """A block for each sentence with claims or figures, then the share of figures bound."""
    told = (trace for trace in traces if trace.claims or trace.strays)
    counts = Counts(
        sum(trace.counts.figures for trace in traces), sum(trace.counts.bound for trace in traces)
    )
    return "\n".join([*map(_block, told), words.figures(counts) + "\n"])


def jsonl(traces: Sequence[Trace]) -> str:
    """One JSON object a claim, as without explanations, and its key `explain`."""
    return "".join(
        objects.dumps({**objects.claim(account.claim), "explain": _plain(account, trace)}) + "\n"
        for trace in traces
        for account in trace.claims
    )


def _block(trace: Trace) -> str:
    return "".join(excerpt.visible(line) + "\n" for line in _lines(trace))


def _lines(trace: Trace) -> Iterator[str]:
    """A sentence, its clauses, its claims and its figures without a claim."""
    yield f"sentence  {' '.join(trace.sentence.split())}"
    yield f"clauses   {trace.clauses}"
    for account in trace.claims:
        yield f"  {claim_lists.line(account.claim)}"
        yield from (f"    {label:<7}  {shown}" for label, shown in _grounds(account))
    for stray in trace.strays:
        place = stray.place
        yield f"  {place.path}:{place.line}:{place.column}: {stray.value.text}: no claim"
        yield from (f"    {label:<7}  {shown}" for label, shown in _obstacles(stray))


def _grounds(account: Account) -> Iterator[_Row]:
    """What made a claim."""
    claim = account.claim
    yield "mention", _mention(account.mention.value if account.mention else claim.value)
    yield "cue", _wording(account.wording)
    if account.under:
        yield "under", account.under
    said = f" (as {claim.subject_text!r})" if claim.subject_text != claim.subject else ""
    yield "subject", f"{claim.subject}{said}: {SUBJECTS[account.how]}"
    yield "rivals", ", ".join(account.rivals) or "none"
    signs = "".join(f" - {share:.2f} ({sign})" for sign, share in account.signs)
    yield "sure", f"{claim.confidence:.2f} = {account.base:.2f} for such a subject{signs}"
    for attempt in account.also:
        yield "also", _attempt(attempt)


def _obstacles(stray: Stray) -> Iterator[_Row]:
    """How far a figure got."""
    yield "mention", _mention(stray.value)
    if not stray.read:
        yield "stopped", "too many mentions in one sentence: the last ones are not read"
    elif not stray.attempts:
        yield "stopped", "no cue of any attribute has its words"
    for attempt in stray.attempts:
        yield "stopped", _attempt(attempt)


def _mention(value: Value) -> str:
    return f"{value.kind} {value.text!r} = {mention_lists.meaning(value)}"


def _wording(wording: Wording) -> str:
    cue = _LISTS.sub(_shortened, wording.cue)
    return f'"{cue}" ({wording.path}:{wording.line}) matched {wording.words!r}'


def _shortened(found: re.Match[str]) -> str:
    first = found[0].split("|")[:3]
    return f"{'|'.join(first)}|…)"


def _attempt(attempt: Attempt) -> str:
    wording = attempt.wording
    reason = f"{STAGES[attempt.stage]} ({attempt.reason})"
    return f"{wording.attribute}: {reason}; cue {_wording(wording)}"


def _plain(account: Account, trace: Trace) -> objects.Plain:
    """The key `explain` of a claim."""
    return {
        "mention": objects.value(account.mention.value) if account.mention else None,
        "cue": _plain_wording(account.wording),
        "under": account.under or None,
        "clauses": trace.clauses,
        "subject": {"how": account.how, "rivals": list(account.rivals)},
        "confidence": {
            "base": account.base,
            "signs": [{"sign": sign, "share": share} for sign, share in account.signs],
        },
        "also": [
            {
                "attribute": attempt.wording.attribute,
                "cue": _plain_wording(attempt.wording),
                "stage": attempt.stage,
                "reason": attempt.reason,
            }
            for attempt in account.also
        ],
    }


def _plain_wording(wording: Wording) -> objects.Plain:
    return {
        "text": wording.cue,
        "path": wording.path,
        "line": wording.line,
        "words": wording.words,
    }
