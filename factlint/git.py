"""A repository -> the blobs of a commit or of the index, and where two histories part.

The only module that calls git; it never writes: no checkout, no stash, no refresh of the index.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from factlint.errors import FactlintError
from factlint.spelling import suggestion

#: The state of the files that are staged; every other state is the id of a commit.
INDEX = ":0"

#: What git tells its hooks of their own repository. The folder we run in says which one is meant.
_OF_HOOKS = frozenset(
    ("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_DIR", "GIT_GRAFT_FILE",
     "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_LITERAL_PATHSPECS", "GIT_NAMESPACE",
     "GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_WORK_TREE")
)  # fmt: skip
_FILE, _MODULE = "100", "160000"  # how the modes of files and of submodules begin
_ID = re.compile(r"[0-9a-f]{7,64}")
#: Digits of a whole id.
_FULL = 40
_NOTHING = re.compile(r"0{40,64}")


class Blob(NamedTuple):
    """A file as git keeps it: the repository, and the id of the content."""

    folder: Path
    id: str


class _Entry(NamedTuple):
    mode: str
    id: str
    path: str


def top(folder: Path) -> Path:
    """The root of the repository that holds a folder, without links."""
    done = _call(folder, ("rev-parse", "--show-toplevel"))
    if done.returncode:
        if b"not a git repository" in done.stderr:
            raise FactlintError("not in a git repository", str(folder))
        raise _failed(folder, done)
    return Path(_line(done)).resolve()


def commit(folder: Path, ref: str) -> str:
    """The id of a commit by any of its names; if it is not here, the error says how to get it."""
    found = known(folder, ref)
    if found is None:
        raise FactlintError(f"no commit {ref!r} in this clone{_remedy(folder, ref)}")
    return found


def known(folder: Path, ref: str) -> str | None:
    """The id of a commit by any of its names, if it is here."""
    if ref.startswith("-"):
        return None
    done = _call(folder, ("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"))
    return None if done.returncode else _line(done)


def is_nothing(ref: str) -> bool:
    """Whether this is the id that stands for "there was no commit before"."""
    return _NOTHING.fullmatch(ref) is not None


def merge_base(folder: Path, ref: str, other: str) -> str | None:
    """The commit where the histories of two commits part; None if they have nothing in common."""
    ours, theirs = commit(folder, ref), commit(folder, other)
    done = _call(folder, ("merge-base", ours, theirs))
    if done.returncode == 0:
        return _line(done)
    if _is_shallow(folder):
        missing = f"this shallow clone ends before the merge base of {ref} and {other}"
        raise FactlintError(f"{missing}; fetch it: {_fetch(folder, ref)}")
    return None


def is_staged(folder: Path) -> bool:
    """Whether the index differs from HEAD; before the first commit, whether it holds anything."""
    if known(folder, "HEAD") is None:
        return any(_entries(folder, INDEX))
    done = _call(folder, ("diff-index", "--cached", "--quiet", "HEAD", "--"), _hook_index(folder))
    if done.returncode > 1:
        raise _failed(folder, done)
    return done.returncode == 1


def merged(folder: Path) -> tuple[str, ...]:
    """The commits that a merge in progress brings in."""
    path = folder / _line(_call(folder, ("rev-parse", "--git-path", "MERGE_HEAD")))
    return tuple(path.read_text("ascii").split()) if path.is_file() else ()


def blobs(folder: Path, state: str) -> dict[Path, Blob]:
    """The files of a state below the root of a repository; links are left out.

    A submodule that is checked out has the files of the commit that the state names.
    """
    found: dict[Path, Blob] = {}
    for entry in _entries(folder, state):
        path = folder / entry.path
        if entry.mode.startswith(_FILE):
            found[path] = Blob(folder, entry.id)
        elif entry.mode == _MODULE and (path / ".git").exists():
            found |= blobs(path, commit(path, entry.id))
    return found


def _entries(folder: Path, state: str) -> Iterator[_Entry]:
    if state == INDEX:
        arguments: tuple[str, ...] = ("ls-files", "--stage", "-z", "--full-name")
    else:
        arguments = ("ls-tree", "-r", "-z", "--full-tree", state)
    for entry in _fields(_output(folder, arguments, _hook_index(folder))):
        head, _, path = entry.partition("\t")
        first, second, third = head.split(" ")
        if state != INDEX:
            yield _Entry(first, third, path)
        elif third in ("0", "2"):  # 2: our side of what is not merged yet
            yield _Entry(first, second, path)


def renames(folder: Path, before: str, state: str | None) -> dict[Path, Path]:
    """What a file of a commit is called in a state, or on disk: old path -> new path."""
    if state is None:
        command: tuple[str, ...] = ("diff-index", before)
    elif state == INDEX:
        command = ("diff-index", "--cached", before)
    else:
        command = ("diff-tree", "-r", before, state)
    how = ("-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff")
    fields = _fields(_output(folder, (command[0], *how, *command[1:]), _hook_index(folder)))
    return {folder / old: folder / new for _, old, new in zip(*[iter(fields)] * 3, strict=True)}


def contents(wanted: Iterable[Blob]) -> dict[Blob, bytes]:
    """Blobs -> their bytes, with one call of git a repository."""
    found: dict[Blob, bytes] = {}
    by_folder: dict[Path, list[Blob]] = {}
    for blob in dict.fromkeys(wanted):
        by_folder.setdefault(blob.folder, []).append(blob)
    for folder, here in by_folder.items():
        found.update(zip(here, _batch(folder, [blob.id for blob in here]), strict=True))
    return found


def _batch(folder: Path, ids: Sequence[str]) -> Iterator[bytes]:
    asked = "".join(f"{one}\n" for one in ids).encode()
    answer = _output(folder, ("cat-file", "--batch"), given=asked)
    at = 0
    for one in ids:
        end = answer.index(b"\n", at)
        size = answer[at:end].split(b" ")[-1]
        if not size.isdigit():
            raise FactlintError(f"git has no object {one}; look with git fsck", str(folder))
        at = end + 1 + int(size)
        yield answer[end + 1 : at]
        at += 1


def is_content(content: bytes, blob: Blob) -> bool:
    """Whether these bytes are those of the blob."""
    make = hashlib.sha1 if len(blob.id) == 40 else hashlib.sha256
    return make(b"blob %d\0%b" % (len(content), content)).hexdigest() == blob.id


def _remedy(folder: Path, ref: str) -> str:
    """What to do about a commit that is not here."""
    if fetch := _fetch(folder, ref):
        return f"; fetch it: {fetch}"
    names = _output(folder, ("for-each-ref", "--format=%(refname:short)"))
    return suggestion(ref, os.fsdecode(names).split())


def _fetch(folder: Path, ref: str) -> str:
    """The command that gets a commit; empty if nothing can be fetched."""
    remotes = os.fsdecode(_output(folder, ("remote",))).split()
    if not remotes:
        return ""
    deeper = ("--unshallow",) if _is_shallow(folder) else ()
    name = re.split(r"[~^:]|@\{", ref)[0]
    remote, _, branch = name.partition("/")
    # No remote knows a shortened id: all that lacks is the history.
    short = bool(_ID.fullmatch(ref)) and len(ref) < _FULL and bool(deeper)
    if name != ref or name in ("", "HEAD") or short:
        what: tuple[str, ...] = ()
        remote = remotes[0]
    elif remote in remotes and branch:
        what = (f"+refs/heads/{branch}:refs/remotes/{remote}/{branch}",)
    else:
        remote = "origin" if "origin" in remotes else remotes[0]
        what = (ref if _ID.fullmatch(ref) or known(folder, ref) else f"{ref}:{ref}",)
    return shlex.join(("git", "fetch", *deeper, remote, *what)) if deeper or what else ""


def _is_shallow(folder: Path) -> bool:
    return _output(folder, ("rev-parse", "--is-shallow-repository")).strip() == b"true"


def _hook_index(folder: Path) -> Mapping[str, str]:
    """The index that git gives its hooks, if it is one of this repository.

    "git commit -a" and "git commit FILE" stage in an index of their own.
    """
    given = os.environ.get("GIT_INDEX_FILE")
    if not given:
        return {}
    index = Path(given).resolve()
    ours = Path(_line(_call(folder, ("rev-parse", "--absolute-git-dir")))).resolve()
    return {"GIT_INDEX_FILE": str(index)} if index.parent == ours else {}


def _output(
    folder: Path, arguments: Sequence[str], extra: Mapping[str, str] = {}, given: bytes = b""
) -> bytes:
    done = _call(folder, arguments, extra, given)
    if done.returncode:
        raise _failed(folder, done)
    return done.stdout


def _call(
    folder: Path, arguments: Sequence[str], extra: Mapping[str, str] = {}, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, whatever hook of whatever repository we run in."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    fixed = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ("git", "-c", "core.fsmonitor=false", *arguments)
    try:
        return subprocess.run(
            command, cwd=folder, input=given, capture_output=True, env={**kept, **fixed, **extra}
        )
    except FileNotFoundError:
        raise FactlintError("git is needed for this and is not installed") from None
    except OSError as error:
        raise FactlintError(f"cannot run git: {error.strerror}", str(folder)) from None


def _failed(folder: Path, done: subprocess.CompletedProcess[bytes]) -> FactlintError:
    said = done.stderr.decode("utf-8", "replace").strip() or f"exit code {done.returncode}"
    return FactlintError(f"git failed: {said}", str(folder))


def _line(done: subprocess.CompletedProcess[bytes]) -> str:
    return os.fsdecode(done.stdout.removesuffix(b"\n"))


def _fields(output: bytes) -> list[str]:
    return [os.fsdecode(field) for field in output.split(b"\0")[:-1]]
