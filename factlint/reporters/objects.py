"""Findings, claims, mentions -> plain objects for JSON, key by key as the contract says.

Keys are only ever added; what is not known is null. Numbers without a fraction are integers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal

from factlint.entities import Listed, Suggestion
from factlint.entities.inventory import Spelling
from factlint.model import Claim, Edit, Finding, Mention, Place, Qualifiers, Related, Summary, Value
from factlint.reporters.report import Tally

VERSION = 1

Plain = Mapping[str, object]


def dumps(content: object, indent: int | None = None) -> str:
    """JSON with the characters as they are; lines of a text never end early."""
    text = json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def number(value: Decimal | float | None) -> int | float | None:
    """A number as JSON shows it: an integer where nothing stands after the point."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def place(given: Place) -> Plain:
    """Where something stands; lines and columns from 1, the end exclusive."""
    return {
        "path": given.path,
        "line": given.line,
        "column": given.column,
        "end_line": given.end_line,
        "end_column": given.end_column,
    }


def value(given: Value) -> Plain:
    """A value as written: `value` is there for names, rounds, dates and texts only."""
    interval = given.interval
    content: dict[str, object] = {
        "kind": given.kind,
        "low": number(interval.low) if interval else None,
        "high": number(interval.high) if interval else None,
        "unit": interval.unit if interval else None,
        "bound": interval.bound if interval else None,
        "text": given.text,
    }
    if given.per is not None:
        content["per"] = given.per
    if interval is None:
        content["value"] = _canonical(given)
    return content


def _canonical(given: Value) -> str:
    if given.canonical is not None:
        return given.canonical
    return given.days.text if given.days else given.text


def qualifiers(given: Qualifiers) -> Plain:
    """What narrows a claim."""
    return {
        "round": given.round,
        "basis": given.basis,
        "status": given.status,
        "as_of": given.as_of.text if given.as_of else None,
        "counterparty": given.counterparty,
        "purpose": given.purpose,
        "scope": given.scope,
        "period": given.period,
        "part_of": given.part_of,
        "office": given.office,
    }


def claim(given: Claim) -> Plain:
    """One line of `factlint claims --format jsonl`."""
    return {
        **place(given.place),
        "subject": given.named or given.subject,
        "entity": given.subject,
        "subject_text": given.subject_text,
        "attribute": given.attribute,
        "value": value(given.value),
        "qualifiers": qualifiers(given.qualifiers),
        "attribution": given.attribution,
        "sentence": given.sentence,
        "event": given.event,
        "confidence": number(round(given.confidence, 4)),
        "definition": given.definition,
    }


def mention(at: Place, given: Mention) -> Plain:
    """One line of `factlint mentions --format jsonl`."""
    content = value(given.value)
    return {
        **place(at),
        "kind": content["kind"],
        "text": content["text"],
        "low": content["low"],
        "high": content["high"],
        "unit": content["unit"],
        "per": content.get("per"),
        "bound": content["bound"],
        "value": content.get("value"),
        "entity_kind": given.entity_kind if given.value.kind == "name" else None,
    }


def entity(given: Listed) -> Plain:
    """One entity of `factlint entities --format jsonl`; `known` says that a file has it."""
    return {
        "record": "entity",
        "name": given.name,
        "kind": given.kind,
        "known": given.entry is not None,
        "made_by": given.entry.made_by if given.entry else None,
        "count": given.count,
        "documents": len(given.documents),
        "claims": given.claims,
        "spellings": [spelling(each) for each in given.spellings],
        "places": [place(each) for each in given.places],
    }


def spelling(given: Spelling) -> Plain:
    """One way to write a name, and where it stands first."""
    return {"text": given.text, "count": given.count, **place(given.place)}


def suggestion(given: Suggestion) -> Plain:
    """One suggestion of `factlint entities --format jsonl`: `other` may be `entity`."""
    return {
        "record": "suggestion",
        "kind": given.kind,
        "entity": given.entity.name,
        "other": given.other.name,
        "reason": given.reason,
        "score": None if given.score is None else number(round(given.score, 1)),
        "spellings": [spelling(given.told), spelling(given.found)],
    }


def finding(given: Finding) -> Plain:
    """One finding of `factlint check --format json`."""
    return {
        "rule": given.rule,
        "severity": given.severity,
        "message": given.message,
        "hint": given.hint,
        **place(given.place),
        "subject": given.subject,
        "attribute": given.attribute,
        "quote": given.quote,
        "value": value(given.value) if given.value else None,
        "confidence": None if given.confidence is None else number(round(given.confidence, 4)),
        "because": given.because,
        "odd": given.odd,
        "odd_reason": given.odd_reason,
        "edits": [edit(each) for each in given.edits],
        "related": [related(each) for each in given.related],
        "fingerprint": given.fingerprint,
        "quote_place": place(given.quote_place) if given.quote_place else None,
        "qualifiers": qualifiers(given.qualifiers) if given.qualifiers else None,
        "copies": [place(each) for each in given.copies],
    }


def related(given: Related) -> Plain:
    """A further place of a finding."""
    return {
        **place(given.place),
        "quote": given.quote,
        "value": value(given.value) if given.value else None,
        "message": given.message,
        "subject": given.subject,
        "attribute": given.attribute,
        "quote_place": place(given.quote_place) if given.quote_place else None,
        "qualifiers": qualifiers(given.qualifiers) if given.qualifiers else None,
        "copies": [place(each) for each in given.copies],
    }


def edit(given: Edit) -> Plain:
    """A change of the text; never a safe one."""
    return {**place(given.place), "text": given.text, "safety": "unsafe"}


def summary(given: Summary) -> Plain:
    """What a run saw, compared and reported."""
    return {
        "documents": given.documents,
        "unread": dict(sorted(given.unread.items())),
        "figures": given.figures,
        "bound": given.bound,
        "claims": given.claims,
        "compared": given.compared,
        "error": given.error,
        "warning": given.warning,
        "info": given.info,
        "suppressed": given.suppressed,
        "baselined": given.baselined,
    }


def statistics(given: Sequence[Tally] | None) -> Plain:
    """The counts of the rules below a key of their own; nothing if nobody asked."""
    if given is None:
        return {}
    return {"statistics": [asdict(tally) for tally in given]}
