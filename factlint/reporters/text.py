"""Report -> text for people: both sides of every finding with their source lines, and the reason.

error[valuation-conflict] Acme is valued at $9 billion here, but at $7 billion at b.md:3
 --> a.md:4:19
  |
4 | Acme is valued at $9 billion.
  |                   ^^^^^^^^^^
 ::: b.md:3:19
  |
3 | Acme is valued at $7 billion.
  |                   ---------- $7 billion here
  |
  = because: one company has one valuation at a time
  = odd: undecided; neither side has more behind it
"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.model import Finding, Place, Severity
from factlint.reporters import excerpt, statistics, words
from factlint.reporters.paint import Style, link, paint
from factlint.reporters.report import Report


def report(given: Report) -> str:
    """All findings, one block each, and what was read."""
    blocks = ["\n".join(_block(finding, given)) + "\n" for finding in given.findings]
    end = paint(words.verdict(given.summary, given.findings), _worst(given), given.colour)
    counts = statistics.table(given.statistics or ())
    return "\n".join([*blocks, f"{end}\n{words.coverage(given.summary)}\n{counts}"])


def _worst(given: Report) -> Style:
    present = {finding.severity for finding in given.findings}
    return next((level for level in _LEVELS if level in present), "strong")


_LEVELS: tuple[Severity, ...] = ("error", "warning", "info")


def _block(finding: Finding, given: Report) -> Iterator[str]:
    places = [finding.place, *(related.place for related in finding.related)]
    gutter = len(str(max(place.line for place in places)))
    name = paint(f"{finding.severity}[{finding.rule}]", finding.severity, given.colour)
    yield f"{name} {paint(excerpt.visible(finding.message), 'strong', given.colour)}"
    yield from _side("-->", finding.place, "^", "", gutter, given, finding.severity)
    for related in finding.related:
        yield from _side(":::", related.place, "-", related.message, gutter, given, "place")
    told = tuple(words.notes(finding))
    if told:
        yield paint(f"{'':{gutter}} |", "place", given.colour)
    for label, text in told:
        name = paint(f"= {label}:", "strong", given.colour)
        yield f"{'':{gutter}} {name} {excerpt.visible(text)}"


def _side(
    arrow: str, place: Place, mark: str, message: str, gutter: int, given: Report, style: Style
) -> Iterator[str]:
    """One place: where it is, its source line, and the marks under the value."""
    bar = paint(f"{'':{gutter}} |", "place", given.colour)
    shown = excerpt.visible(f"{place.path}:{place.line}:{place.column}")
    where = link(shown, given.link(place.path))
    yield f"{'':{gutter}}{paint(arrow, 'place', given.colour)} {where}"
    lines = given.lines(place.path)
    if place.line > len(lines):
        return
    line = lines[place.line - 1]
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = excerpt.cut(line, place.column - 1, end, mark)
    number = paint(f"{place.line:>{gutter}} |", "place", given.colour)
    yield bar
    yield f"{number} {cut.text}".rstrip()
    marks = paint(f"{cut.marks.lstrip()} {excerpt.visible(message)}".rstrip(), style, given.colour)
    yield f"{bar} {' ' * (len(cut.marks) - len(cut.marks.lstrip()))}{marks}"
