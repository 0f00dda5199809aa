"""Baseline file <-> known findings; findings and a baseline -> the new ones.

One entry stands on each line, between a first and a last line that never change, and each ends in a
comma. So with `merge=union` in `.gitattributes` two branches that both add entries never conflict.
An entry has no line numbers: it holds as long as its documents say the same of the same subject.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast

from factlint.errors import FactlintError
from factlint.model import SEVERITIES, Finding, Severity
from factlint.spelling import listing

NAME = ".factlint-baseline.json"
VERSION = 1
#: The line of `.gitattributes` that makes merges easy, for a baseline of this name.
ATTRIBUTES = "{} merge=union"

_FIRST = f'{{"version": {VERSION}, "findings": ['
_LAST = "{}]}"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_AGAIN = "repair the line, or write the file anew: factlint baseline"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding; all but the fingerprint and the severity is for readers.

    `paths` are its documents as shown. `line` is where it stands in its file, 0 if it is new.
    """

    fingerprint: str
    rule: str
    severity: Severity
    paths: tuple[str, ...]
    message: str
    line: int = 0

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is known: it has not become more severe since."""
        return SEVERITIES.index(self.severity) <= SEVERITIES.index(finding.severity)


def entry(finding: Finding) -> Entry:
    """What a baseline keeps of a finding."""
    paths = tuple(sorted({place.path for place in finding.places()}))
    return Entry(finding.fingerprint, finding.rule, finding.severity, paths, _message(finding))


def _message(finding: Finding) -> str:
    """What a finding is about, without the line numbers of its own message."""
    if finding.value is None:
        return finding.message
    others = (each.value.text for each in finding.related if each.value)
    told = " | ".join(dict.fromkeys((finding.value.text, *others)))
    about = (finding.subject, finding.attribute, told)
    return ": ".join(part for part in about if part)


def split(
    findings: Iterable[Finding], known: Iterable[Entry]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The new findings and the known ones, both in the order given."""
    entries = {one.fingerprint: one for one in known}
    new: list[Finding] = []
    old: list[Finding] = []
    for finding in findings:
        match = entries.get(finding.fingerprint)
        (old if match and match.covers(finding) else new).append(finding)
    return tuple(new), tuple(old)


def stale(
    known: Iterable[Entry], findings: Iterable[Finding], judged: Callable[[Entry], bool]
) -> tuple[Entry, ...]:
    """The entries that a run could have found again (`judged`) and did not."""
    found = {finding.fingerprint for finding in findings}
    return tuple(one for one in known if one.fingerprint not in found and judged(one))


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in order, each fingerprint once: of two, the one that covers more."""
    best: dict[str, Entry] = {}
    for one in sorted(entries, key=_order):
        best.setdefault(one.fingerprint, one)
    return tuple(sorted(best.values(), key=_order))


def _order(one: Entry) -> tuple[tuple[str, ...], str, str, int, str]:
    """By document first, so that entries of different documents are lines far apart."""
    return one.paths, one.rule, one.fingerprint, SEVERITIES.index(one.severity), one.message


def dump(entries: Iterable[Entry]) -> str:
    """The text of a baseline file."""
    lines = (_line(one) for one in merged(entries))
    return "\n".join((_FIRST, *lines, _LAST)) + "\n"


def _line(one: Entry) -> str:
    content = {
        "fingerprint": one.fingerprint,
        "rule": one.rule,
        "severity": one.severity,
        "paths": one.paths,
        "message": one.message,
    }
    return json.dumps(content, ensure_ascii=False) + ","


def load(path: Path, shown: str) -> tuple[Entry, ...]:
    """The entries of a file, duplicates dropped; FactlintError says what is broken, and where.

    `shown` is what messages call the file.
    """
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = "no such baseline; write it: factlint baseline"
        raise FactlintError(message, shown) from None
    except UnicodeDecodeError:
        raise FactlintError(f"not a baseline: it is not UTF-8; {_AGAIN}", shown) from None
    except OSError as error:
        raise FactlintError(f"cannot read: {error.strerror}", shown) from None
    return parse(source, shown)


def parse(source: str, shown: str) -> tuple[Entry, ...]:
    """The entries of the text of a baseline; one that was formatted anew is read, too."""
    lines = source.split("\n")
    for row, text in enumerate(lines, 1):
        if text.startswith(_CONFLICT):
            fix = f"keep the entries of both sides; {ATTRIBUTES.format(NAME)!r} in .gitattributes"
            _broken(f"a merge conflict; {fix} avoids it", shown, row)
    try:
        content = json.loads(source)
    except json.JSONDecodeError as error:
        _broken(f"not valid JSON: {error.msg}; {_AGAIN}", shown, error.lineno)
    except RecursionError:
        _broken(f"nested too deeply; {_AGAIN}", shown, 1)
    found = _findings(content, shown)
    rows = _rows(lines, found)
    pairs = zip(found, rows, strict=True)
    return merged(_entry(one, shown, row) for one, row in pairs if one != {})


def _broken(message: str, shown: str, row: int) -> NoReturn:
    raise FactlintError(message, shown, row) from None


def _findings(content: object, shown: str) -> Sequence[object]:
    if not isinstance(content, dict) or "version" not in content:
        _broken(f"not a baseline: it has no version; {_AGAIN}", shown, 1)
    version = content["version"]
    if version != VERSION or isinstance(version, bool):
        message = f"unknown version {version!r} of a baseline; this factlint reads {VERSION}:"
        _broken(f"{message} install a newer one, or write the file anew", shown, 1)
    found = content.get("findings")
    if not isinstance(found, list):
        _broken(f"not a baseline: 'findings' must be a list; {_AGAIN}", shown, 1)
    return found


def _rows(lines: Sequence[str], found: Sequence[object]) -> list[int]:
    """The line of each entry: by count in a file as written, else where its fingerprint stands."""
    if lines[0].rstrip() == _FIRST and len(lines) == len(found) + 2:
        return [index + 2 for index in range(len(found))]
    at = {mark: row for row, text in enumerate(lines, 1) for mark in text.split('"')}
    return [at.get(str(one.get("fingerprint")), 1) if isinstance(one, dict) else 1 for one in found]


def _entry(given: object, shown: str, row: int) -> Entry:
    if not isinstance(given, dict):
        _broken(f"an entry must be a mapping; {_AGAIN}", shown, row)
    for key in ("fingerprint", "rule", "severity", "message"):
        if not isinstance(given.get(key), str):
            _broken(f"an entry needs the text {key!r}; {_AGAIN}", shown, row)
    if given["severity"] not in SEVERITIES:
        message = f"unknown severity {given['severity']!r} (allowed: {listing(SEVERITIES)})"
        _broken(f"{message}; {_AGAIN}", shown, row)
    paths = given.get("paths")
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        _broken(f"an entry needs 'paths', a list of texts; {_AGAIN}", shown, row)
    severity = cast(Severity, given["severity"])
    return Entry(given["fingerprint"], given["rule"], severity, tuple(paths), given["message"], row)
