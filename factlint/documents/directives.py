"""Comments for factlint -> directives with the lines they hold for, and what is wrong with them.

ignore[rule, rule] until=2026-12-31 -- reason; ignore-start[rule], ignore-end; ignore-file[rule];
claim key=value key="a value".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from factlint.documents.comments import Comment
from factlint.documents.contents import Fault, Span
from factlint.documents.reach import Reach
from factlint.model import Directive, Reading
from factlint.spelling import listing, suggestion

#: The rule that reports what is wrong with a directive.
INVALID_DIRECTIVE = "invalid-directive"

_WORDS = ("ignore", "ignore-start", "ignore-end", "ignore-file", "claim")
_FORM = re.compile(
    r"\s*+(?P<word>[\w-]*+)\s*+(?:\[(?P<codes>[^\[\]]*+)\])?+(?P<rest>.*)", re.DOTALL
)
_REASON = re.compile(r"(?:(?<=\s)|(?<=\])|^)(?:--|[–—])(?=\s|$)")
_PART = re.compile(
    r"""(?P<key>[\w-]++)\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"']++))
    (?:\s++|$)""",
    re.VERBOSE,
)
_HINT = "write ignore[rule-id] -- reason"
_CLAIM_HINT = 'write claim key=value, as in claim as-of=2024-03 subject="Acme Labs"'


class _Mistake(Exception):
    """What is wrong with a directive, and what to do."""

    def __init__(self, message: str, hint: str = _HINT) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(slots=True)
class _State:
    """What is read so far.

    `open` are the starts that wait for their ends, None for one that found it; `by_codes` says
    where in `open` those with the same rules stand.
    """

    reading: Reading
    reach: Reach
    made: list[Directive] = field(default_factory=list)
    open: list[tuple[Comment, Directive] | None] = field(default_factory=list)
    by_codes: dict[frozenset[str], list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read(
    reading: Reading, comments: Sequence[Comment], heads: Sequence[Span]
) -> tuple[tuple[Directive, ...], tuple[Fault, ...]]:
    """The directives of a document in order; `heads` are the parts of its text that are YAML."""
    state = _State(reading, Reach(reading, comments, heads))
    for comment in comments:
        try:
            _read(state, comment)
        except _Mistake as mistake:
            state.faults.append(_fault(comment, mistake.message, mistake.hint))
    for comment, directive in filter(None, state.open):
        message = f"{_named(directive)} has no ignore-end, so that it hides nothing"
        state.faults.append(_fault(comment, message, "end it, or write ignore-file"))
    made = sorted(state.made, key=lambda one: (one.place.line, one.place.column))
    return tuple(made), tuple(sorted(state.faults, key=lambda fault: fault.start))


def _fault(comment: Comment, message: str, hint: str) -> Fault:
    return Fault(INVALID_DIRECTIVE, message, comment.start, comment.end, hint)


def _named(directive: Directive) -> str:
    return f"{directive.says}[{', '.join(directive.codes)}]"


def _read(state: _State, comment: Comment) -> None:
    if comment.fault:
        raise _Mistake(comment.fault, "write it as the format writes its comments, up to the end")
    form = _FORM.match(comment.said)
    word = form["word"] if form else ""
    if form is None or word not in _WORDS:
        near = suggestion(word, _WORDS) if word else ""
        raise _Mistake(f"no directive {word!r}{near}", f"there are {listing(_WORDS)}")
    stated, reason = _parted(form["rest"])
    codes = tuple(code.strip() for code in (form["codes"] or "").split(",") if code.strip())
    if word == "claim":
        _correct(state, comment, codes, tuple(_parts(stated, _CLAIM_HINT)))
        return
    if not codes and word != "ignore-end":
        raise _Mistake(f"{word} names no rule", f"name what it hides: {word}[rule-id] -- reason")
    place = state.reading.place(comment.start, comment.end)
    directive = Directive(
        "ignore", place, place.line, place.line, word, codes, _until(stated), reason
    )
    _ACTS[word](state, comment, directive)


def _correct(
    state: _State, comment: Comment, codes: Sequence[str], values: tuple[tuple[str, str], ...]
) -> None:
    if codes:
        raise _Mistake("a correction takes no rules", _CLAIM_HINT)
    if not values:
        raise _Mistake("this correction says nothing", _CLAIM_HINT)
    place = state.reading.place(comment.start, comment.end)
    state.made.append(Directive("claim", place, *state.reach.of(comment), "claim", values=values))


def _parted(rest: str) -> tuple[str, str]:
    """What is stated, and the reason behind "--"."""
    found = _REASON.search(rest)
    if found is None:
        return rest.strip(), ""
    return rest[: found.start()].strip(), " ".join(rest[found.end() :].split())


def _parts(stated: str, hint: str) -> Iterator[tuple[str, str]]:
    """key=value, as many as there are."""
    at = 0
    while at < len(stated):
        found = _PART.match(stated, at)
        if found is None:
            raise _Mistake(f"cannot read {_excerpt(stated, at)!r}", hint)
        value = next(text for text in found.group("double", "single", "bare") if text is not None)
        yield found["key"], " ".join(value.split())
        at = found.end()


def _excerpt(text: str, at: int = 0) -> str:
    return text[at:] if len(text) - at <= 40 else f"{text[at : at + 39]}…"


def _until(stated: str) -> date | None:
    """The last day, if one is given; nothing else may stand between the rules and the reason."""
    until = None
    hint = "behind the rules stand until=2026-12-31 and -- reason"
    for key, value in _parts(stated, hint):
        if key != "until":
            raise _Mistake(f"no option {key!r}{suggestion(key, ('until',))}", hint)
        try:
            until = date.fromisoformat(value)
        except ValueError:
            message = f"until={_excerpt(value)} is no day, so that this hides nothing"
            raise _Mistake(message, "write it as in until=2026-12-31") from None
    return until


def _line(state: _State, comment: Comment, directive: Directive) -> None:
    first, last = state.reach.of(comment)
    state.made.append(replace(directive, first=first, last=last))


def _file(state: _State, comment: Comment, directive: Directive) -> None:
    last = len(state.reading.line_starts)
    state.made.append(replace(directive, first=1, last=last))


def _start(state: _State, comment: Comment, directive: Directive) -> None:
    state.by_codes.setdefault(frozenset(directive.codes), []).append(len(state.open))
    state.open.append((comment, directive))


def _end(state: _State, comment: Comment, directive: Directive) -> None:
    """The end of the last start with the same rules, or of the last one if it names none."""
    while state.open and state.open[-1] is None:
        state.open.pop()
    held = state.open[-1] if state.open else None
    codes = directive.codes or (held[1].codes if held else ())
    waiting = state.by_codes.get(frozenset(codes))
    if not waiting:
        name = _named(directive) if directive.codes else "ignore-end"
        hint = "remove it, or name the same rules"
        raise _Mistake(f"no ignore-start is open for this {name}", hint)
    at = waiting.pop()
    start, state.open[at] = state.open[at], None
    if start is not None:
        state.made.append(replace(start[1], last=directive.place.end_line))


_ACTS: dict[str, Callable[[_State, Comment, Directive], None]] = {
    "ignore": _line,
    "ignore-file": _file,
    "ignore-start": _start,
    "ignore-end": _end,
}
