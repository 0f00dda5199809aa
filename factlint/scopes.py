"""A repository and what pre-commit tells -> what to check, and against which commits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factlint import git

FROM, TO = "PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF"
_SHORT = 10  # characters of a commit's id that people are shown


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents count, against which commits, and how to say that.

    `state` and `before` are as in `Corpus`. `label` names one of the documents, `against` says
    what their findings are measured by, or why all count.
    """

    state: str | None
    before: tuple[str, ...]
    label: str
    against: str


def since(folder: Path, ref: str) -> Scope:
    """The files on disk against the commit where HEAD left `ref`."""
    base = git.merge_base(folder, ref, "HEAD") or git.commit(folder, ref)
    return Scope(None, (base,), "document", f"since {_named(ref, base)}")


def choose(folder: Path, environment: Mapping[str, str]) -> Scope:
    """What a hook checks: the range it is called for, else what is staged, else everything."""
    start, end = environment.get(FROM), environment.get(TO)
    if start and end:
        return _range(folder, start, end)
    if not git.is_staged(folder):
        return Scope(None, (), "document", "everything, as nothing is staged")
    head = git.known(folder, "HEAD")
    if head is None:
        return Scope(git.INDEX, (), "staged document", "everything, as there is no commit yet")
    merged = git.merged(folder)
    names = " and ".join(("HEAD", *(f"MERGE_HEAD ({one[:_SHORT]})" for one in merged)))
    return Scope(git.INDEX, (head, *merged), "staged document", f"against {names}")


def _range(folder: Path, start: str, end: str) -> Scope:
    last = git.commit(folder, end)
    shown = _named(end, last)
    if git.is_nothing(start):
        return Scope(last, (), "document", f"everything up to {shown}")
    base = git.merge_base(folder, start, end) or git.commit(folder, start)
    return Scope(last, (base,), "document", f"from {_named(start, base)} to {shown}")


def _named(ref: str, commit: str) -> str:
    """A name with the commit it stands for, shortened."""
    short = commit[:_SHORT]
    return short if commit.startswith(ref) else f"{ref} ({short})"
