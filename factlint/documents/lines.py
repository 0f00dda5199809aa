"""Text -> its lines, with their indentation in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factlint.documents.contents import Span

_LINE = re.compile(r"(?P<blanks>[ \t]*+)(?P<inside>[^\r\n]*+)(?:\r\n?|\n|\Z)")
_TAB = 8


class Line(NamedTuple):
    """What a line holds between its blanks: source offsets [at, end), and the column of `at`."""

    at: int
    end: int
    indent: int

    @property
    def blank(self) -> bool:
        """Whether nothing but blanks stands in the line."""
        return self.at == self.end

    @property
    def span(self) -> Span:
        """Its source offsets."""
        return self.at, self.end


def split(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of text[start:end]; tabs lead to stops of eight."""
    stop = len(text) if end is None else end
    found = _LINE.finditer(text, start, stop)
    return [_line(line) for line in found if line.end() > line.start()]


def below(lines: Sequence[Line], number: int, indent: int) -> int:
    """The number of the first line from `number` on that is not indented by more than `indent`."""
    while number < len(lines) and (lines[number].blank or lines[number].indent > indent):
        number += 1
    return number


def rest(text: str, line: Line, at: int) -> Line:
    """The line from offset `at` on, behind the blanks there."""
    indent = line.indent + at - line.at
    while at < line.end and text[at].isspace():
        indent += _TAB - indent % _TAB if text[at] == "\t" else 1
        at += 1
    return Line(at, line.end, indent)


def _line(found: re.Match[str]) -> Line:
    blanks, inside = found["blanks"], found["inside"]
    text = inside.strip()
    at = found.end("blanks") + len(inside) - len(inside.lstrip())
    indent = len(blanks.expandtabs(_TAB)) if "\t" in blanks else len(blanks)
    return Line(at, at + len(text), indent)
