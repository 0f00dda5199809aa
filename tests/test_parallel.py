"""Several processes read: the same results in the same order, and no process is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from factlint import linter, pool
from factlint.config import Corpus
from factlint.errors import FactlintError
from factlint.pool import Method

from .conftest import Run, Write

METHODS: tuple[Method, ...] = ("fork", "spawn") if sys.platform != "win32" else ("spawn",)
SEEDS = Path(__file__).parents[1] / "seeds"


def squares(items: Sequence[int]) -> list[int]:
    return [item * item for item in items]


def ids(items: Sequence[int]) -> list[int]:
    time.sleep(0.01)  # long enough for every worker to get some
    return [os.getpid() for _ in items]


def refuse(items: Sequence[int]) -> list[int]:
    if 3 in items:
        raise FactlintError("three", "a.md", 3)
    return list(items)


def fail(items: Sequence[int]) -> list[int]:
    return [1 // (item - 3) for item in items]


def die(items: Sequence[int]) -> list[int]:
    if 3 in items:
        os.kill(os.getpid(), signal.SIGKILL)
    return list(items)


def leave(items: Sequence[int]) -> list[int]:
    os._exit(7)


Work = Callable[[Sequence[int]], list[int]]


def get(work: Work) -> Work:
    return work


def unwatched(done: int, total: int) -> None:
    """Nobody watches."""


def pooled(work: Work, count: int, jobs: int, method: Method = METHODS[0]) -> list[int]:
    return pool.run(range(count), work, partial(get, work), jobs, unwatched, method)


@pytest.fixture(autouse=True)
def nobody_is_left() -> object:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 100])
def test_results_are_in_order(count: int, jobs: int, method: Method) -> None:
    assert pooled(squares, count, jobs, method) == squares(range(count))


def test_all_workers_work() -> None:
    found = set(pooled(ids, 40, 3))
    assert (len(found), os.getpid() in found) == (3, False)


def test_one_job_needs_no_other_process() -> None:
    assert set(pooled(ids, 3, 1)) == {os.getpid()}


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    pool.run(range(8), squares, partial(get, squares), 2, lambda *one: told.append(one), METHODS[0])
    assert (told[0], {total for _, total in told}) == ((0, 8), {8})
    assert told == sorted(told)


@pytest.mark.parametrize("method", METHODS)
def test_what_a_user_can_repair_rises_with_its_place(method: Method) -> None:
    with pytest.raises(FactlintError) as caught:
        pooled(refuse, 8, 2, method)
    assert str(caught.value) == "a.md:3: three"


def test_a_bug_rises_and_says_where() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        pooled(fail, 8, 2)
    assert "in fail" in caught.value.__notes__[0]


DEATHS = [
    pytest.param(die, "ended by signal 9; if memory was short, use --jobs 1", id="killed"),
    pytest.param(leave, "ended with exit code 7", id="left"),
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("work", "message"), DEATHS)
def test_a_worker_that_dies_is_told(work: Work, message: str, method: Method) -> None:
    with pytest.raises(FactlintError, match=message):
        pooled(work, 8, 2, method)


CHOICES = [
    pytest.param(1, 1000, 1, id="one is one"),
    pytest.param(4, 2, 2, id="no more than items"),
    pytest.param(4, 0, 1, id="nothing to do"),
    pytest.param(None, 3, 1, id="few items"),
]


@pytest.mark.parametrize(("jobs", "items", "count"), CHOICES)
def test_processes(jobs: int | None, items: int, count: int) -> None:
    assert pool.processes(jobs, items) == count


def test_many_items_use_all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_cores", lambda: 5)
    few, enough = (pool.processes(None, pool.BREAK_EVEN[pool.METHOD] + more) for more in (-1, 0))
    assert (few, enough) == (1, 5)


@pytest.mark.parametrize("method", METHODS)
def test_extracts_of_other_processes_are_the_same(
    method: Method, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "run", partial(pool.run, method=method))
    corpus = Corpus(SEEDS, (SEEDS,))
    one, two = (linter.lint((corpus,), jobs=jobs) for jobs in (1, 2))
    assert one == two


def test_a_draft_on_stdin_reaches_the_workers(run: Run, write: Write) -> None:
    write({"a.md": "Acme is valued at $9 billion.\n", "b.md": "Nothing.\n"})
    arguments = ("check", "-", "b.md", "a.md", "--stdin-filename", "c.md", "--format", "json")
    draft = "Acme is valued at $7 billion.\n"
    one, two = (run(*arguments, "--jobs", jobs, stdin=draft).stdout for jobs in "12")
    assert (one, '"c.md"' in one) == (two, True)


# The program as a whole


def many_documents(folder: Path) -> None:
    text = (
        "Acme is valued at $9 billion and Globex raised $20 million in a Series A round.\n\n" * 200
    )
    for number in range(60):
        (folder / f"{number:02}.md").write_text(text)


def started(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "factlint", "check", "--jobs", "2", "--format", "json=out.json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        start_new_session=True,  # a group of its own, as a shell gives it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(child) for child in found.split()]


def awaited(condition: Callable[[], object], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def gone(process: int) -> bool:
    """Whether a process has ended; one that only waits to be counted has."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"


ENDS = [
    pytest.param(signal.SIGINT, os.killpg, 130, id="an interrupt from the terminal"),
    pytest.param(signal.SIGTERM, os.kill, -signal.SIGTERM, id="terminated"),
    pytest.param(signal.SIGKILL, os.kill, -signal.SIGKILL, id="killed"),
]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show processes so")
@pytest.mark.parametrize(("sent", "send", "code"), ENDS)
def test_no_process_and_no_file_is_left(
    folder: Path, sent: signal.Signals, send: Callable[[int, int], None], code: int
) -> None:
    many_documents(folder)
    running = started(folder)
    assert awaited(lambda: len(children(running.pid)) == 2)
    workers = children(running.pid)
    send(running.pid, sent)
    _, errors = running.communicate(timeout=60)
    assert (running.returncode, b"Traceback" in errors) == (code, False)
    assert awaited(lambda: all(map(gone, workers)))
    assert [path.name for path in folder.iterdir() if path.suffix != ".md"] == [".git"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not show processes so")
def test_a_worker_that_is_killed_is_told_by_the_program(folder: Path) -> None:
    many_documents(folder)
    running = started(folder)
    assert awaited(lambda: len(children(running.pid)) == 2)
    with suppress(ProcessLookupError):
        os.kill(children(running.pid)[0], signal.SIGKILL)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 2
    assert errors.decode() == (
        "error: a process that read documents ended by signal 9;"
        " if memory was short, use --jobs 1\n"
    )
