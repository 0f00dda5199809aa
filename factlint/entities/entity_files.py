"""Tab-separated files -> their lines, each checked, with the column of every cell.

The header is `name kind aliases made-by in`; aliases are separated by `;`, empty cells at the end
of a line may be left out, a line that starts with `#` is a comment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

from factlint.errors import FactlintError
from factlint.model import EntityKind
from factlint.spelling import listing, suggestion

HEADER = ("name", "kind", "aliases", "made-by", "in")
#: Kinds with a word of their own: who gives money to companies by trade, and a country or larger.
INVESTOR, REGION = "investor", "region"
#: The kind of what is no name at all.
WORD = "word"
#: Kinds that no file gives: a market is named where its size is told.
_UNDECLARED = ("unknown", "market")
KINDS: dict[str, EntityKind] = {
    **{kind: kind for kind in get_args(EntityKind) if kind not in _UNDECLARED},
    INVESTOR: "org",
    REGION: "place",
}
_ALLOWED = (*KINDS, WORD)
#: Before an alias: the name has it no more.
_NOT = "-"


class Line(NamedTuple):
    """One line of a file: what it says of one name. A tuple, because many are made at every start.

    `aliases` are further spellings, `dropped` those that the name has no more. An empty text says
    nothing.
    """

    path: str
    number: int
    source: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    dropped: tuple[str, ...]
    made_by: str
    within: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    def at(self, cell: str, text: str = "") -> str:
        """The place of a cell, or of one of its texts, for a message."""
        return f"{self.path}:{self.number}:{_column(self.source, cell, text)}"

    def fault(self, message: str, cell: str, text: str = "") -> FactlintError:
        """What is wrong with a cell or one of its texts, at its place."""
        return FactlintError(message, self.path, self.number, _column(self.source, cell, text))

    def spelling_cell(self, spelling: str) -> str:
        """The cell that a spelling stands in."""
        return "name" if spelling == self.name else "aliases"


def _column(source: str, cell: str, text: str) -> int:
    """The column, from 1, that a cell or one of its texts starts in."""
    before = source.split("\t")
    index = HEADER.index(cell)
    start = sum(len(part) + 1 for part in before[:index])
    if index >= len(before):
        return len(source) + 1
    for part in before[index].split(";"):
        if not text or part.strip().removeprefix(_NOT).strip() == text:
            return start + len(part) - len(part.lstrip()) + 1
        start += len(part) + 1
    return start


Faults = list[FactlintError]


def raised(faults: Sequence[FactlintError]) -> None:
    """Raise all faults as one, in the order of their places."""
    if not faults:
        return
    first, *rest = sorted(faults, key=lambda one: (one.path or "", one.line or 0, one.column or 0))
    raise FactlintError(first.message, first.path, first.line, first.column, tuple(map(str, rest)))


def read(path: Path, shown: Callable[[Path], str], faults: Faults) -> Iterator[Line]:
    """The lines of one file that are right; what is wrong with the others goes to `faults`."""
    name = shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        faults.append(FactlintError("cannot be read: it is not UTF-8", name))
        return
    except OSError as error:
        faults.append(FactlintError(f"cannot be read: {error.strerror}", name))
        return
    header_seen = False
    for number, source in enumerate(text.split("\n"), start=1):
        if source.startswith("#") or not source.strip():
            continue
        cells = tuple(map(str.strip, source.split("\t")))
        if header_seen:
            line = _checked(name, number, source, cells, faults)
            if line:
                yield line
        elif cells == HEADER:
            header_seen = True
        else:
            message = f"the header must be {_shown(HEADER)}"
            faults.append(FactlintError(message, name, number, 1))
            return


def _shown(columns: Sequence[str]) -> str:
    return "<tab>".join(columns)


def _checked(
    path: str, number: int, source: str, cells: Sequence[str], faults: Faults
) -> Line | None:
    """The line that these cells make, if nothing is wrong with it."""
    if len(cells) > len(HEADER) or (len(cells) == 1 and "  " in cells[0]):
        message = f"{len(cells)} columns, not {len(HEADER)}: {_shown(HEADER)}"
        faults.append(FactlintError(message, path, number, 1))
        return None
    line = _line(path, number, source, cells)
    wrong = list(_wrong(line))
    faults.extend(wrong)
    return None if wrong else line


def _line(path: str, number: int, source: str, cells: Sequence[str]) -> Line:
    name, kind, listed, made_by, within = (*cells, "", "", "", "")[: len(HEADER)]
    aliases: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    if listed:
        parts = [part for alias in listed.split(";") if (part := alias.strip())]
        aliases = tuple(part for part in parts if part[0] != _NOT)
        dropped = tuple(part[1:].strip() for part in parts if part[0] == _NOT)
    return Line(path, number, source, name, kind, aliases, dropped, made_by, within)


def _wrong(line: Line) -> Iterator[FactlintError]:
    """What is wrong with a line by itself."""
    if not line.name:
        yield line.fault("an entity without a name", "name")
    for text in line.spellings:
        if text and not text[0].isalnum():
            message = f"{text!r} is never found: a name starts with a letter or a digit"
            yield line.fault(message, line.spelling_cell(text), text)
    if line.kind and line.kind not in _ALLOWED:
        near = suggestion(line.kind, _ALLOWED)
        yield line.fault(f"no kind {line.kind!r}, only {listing(_ALLOWED)}{near}", "kind")
    for text in line.dropped:
        if text in line.spellings:
            yield line.fault(f"{text!r} is both given and taken away", "aliases", text)
    if line.kind == WORD:
        for cell, said in (
            ("aliases", line.dropped),
            ("made-by", line.made_by),
            ("in", line.within),
        ):
            if said:
                yield line.fault(f"a word has nothing in the column {cell!r}", cell)
