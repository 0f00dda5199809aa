"""Items and work on them -> results in order, by several processes where that pays.

Processes are forked where that is safe and inherit what is ready; elsewhere they are spawned and
get ready themselves, once each. A worker is told by two numbers which items to do and sends back
their results through a pipe of its own; nothing is pickled anywhere else.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from factlint.errors import FactlintError

if TYPE_CHECKING:  # multiprocessing takes 10 ms to import and is needed for large corpora only
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkContext, SpawnContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]
Method = Literal["fork", "spawn"]
Jobs = int | None  # None: as many as pay

#: Other systems have libraries that do not survive a fork.
METHOD: Method = "fork" if sys.platform == "linux" else "spawn"

#: From so many documents on, two processes are faster than one: measured in processor time with
#: documents of 1.6 kB. To fork takes 15 ms a process, to spawn and load the packs 1.1 s.
BREAK_EVEN: dict[Method, int] = {"fork": 64, "spawn": 400}

#: Items a worker does at a time: at most so many, and at least so many portions a worker, so that
#: all of them end at about the same time.
PORTION = 64
PORTIONS = 4


@dataclass(frozen=True, slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection


def processes(jobs: Jobs, items: int, method: Method = METHOD) -> int:
    """How many processes to use: as told, else one a core if there are enough items."""
    if jobs is not None:
        return max(1, min(jobs, items))
    return min(_cores(), items) if items >= BREAK_EVEN[method] else 1


def _cores() -> int:
    """Cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    items: Sequence[Item],
    work: Work[Item, Result],
    ready: Callable[[], Work[Item, Result]],
    jobs: Jobs,
    progress: Callable[[int, int], None],
    method: Method = METHOD,
) -> list[Result]:
    """The results of `work` for all items, in the order of the items.

    `ready` makes `work` anew in a process that has inherited nothing; it, the items and the results
    can be pickled. What `work` raises rises here. A worker that dies is an error for the user.
    """
    count = processes(jobs, len(items), method)
    if count < 2:
        return _alone(items, work, progress)
    made = (lambda: work) if method == "fork" else ready
    with _workers(count, items, made, method) as workers:
        return _gather(workers, len(items), progress)


def _alone(
    items: Sequence[Item], work: Work[Item, Result], progress: Callable[[int, int], None]
) -> list[Result]:
    results: list[Result] = []
    for done, item in enumerate(items):
        progress(done, len(items))
        results += work((item,))
    return results


def _context(method: Method) -> ForkContext | SpawnContext:
    import multiprocessing

    if method == "fork":
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


@contextmanager
def _workers(
    count: int, items: Sequence[Item], ready: Callable[[], Work[Item, Result]], method: Method
) -> Iterator[tuple[_Worker, ...]]:
    """Workers that wait for portions; none is left behind, whatever happens."""
    context = _context(method)
    workers: list[_Worker] = []
    try:
        with _uninterrupted():
            for _ in range(count):
                ours, theirs = context.Pipe()
                inherited = [*(one.pipe for one in workers), ours] if method == "fork" else []
                process = context.Process(
                    target=_serve, args=(ready, items, theirs, inherited), daemon=True
                )
                process.start()
                theirs.close()
                workers.append(_Worker(process, ours))
        yield tuple(workers)
    finally:
        for worker in workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits until all workers know that it is none of their business."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    ready: Callable[[], Work[Item, Result]],
    items: Sequence[Item],
    pipe: Connection,
    inherited: Sequence[Connection],
) -> None:
    """What a worker does until the pipe is closed: by the end of the work, or of the parent.

    It closes what it has inherited of the parent's ends, else it would never see the pipe closed.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    try:
        work = ready()
        while True:
            start, stop = pipe.recv()
            pipe.send(_outcome(work, items[start:stop]))
    except (EOFError, ConnectionError):
        return


def _outcome(
    work: Work[Item, Result], items: Sequence[Item]
) -> tuple[list[Result], Exception | None]:
    try:
        return work(items), None
    except Exception as error:  # it rises in the parent, which alone can tell the user
        error.add_note(traceback.format_exc())
        return [], error


def _portions(items: int, workers: int) -> list[tuple[int, int]]:
    size = max(1, min(PORTION, items // (workers * PORTIONS)))
    return [(start, min(start + size, items)) for start in range(0, items, size)]


def _gather(
    workers: Sequence[_Worker], items: int, progress: Callable[[int, int], None]
) -> list[Result]:
    """Give each worker the next portion when it has done one, until all are done."""
    from multiprocessing.connection import wait

    results: dict[int, list[Result]] = {}
    waiting = iter(_portions(items, len(workers)))
    busy: dict[object, tuple[_Worker, int]] = {}
    done = 0
    for worker in workers:
        _give(worker, waiting, busy)
    while busy:
        progress(done, items)
        for pipe in wait([worker.pipe for worker, _ in busy.values()]):
            worker, start = busy.pop(pipe)
            results[start] = _received(worker)
            done += len(results[start])
            _give(worker, waiting, busy)
    return [result for _, part in sorted(results.items()) for result in part]


def _give(
    worker: _Worker,
    waiting: Iterator[tuple[int, int]],
    busy: dict[object, tuple[_Worker, int]],
) -> None:
    portion = next(waiting, None)
    if portion is None:
        return
    try:
        worker.pipe.send(portion)
    except OSError:
        raise _dead(worker) from None
    busy[worker.pipe] = worker, portion[0]


def _received(worker: _Worker) -> list[Result]:
    try:
        results, error = worker.pipe.recv()
    except (EOFError, OSError):
        raise _dead(worker) from None
    if error is not None:
        raise error
    return list(results)


def _dead(worker: _Worker) -> FactlintError:
    worker.process.join()
    code = worker.process.exitcode
    how = f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
    return FactlintError(
        f"a process that read documents ended {how}; if memory was short, use --jobs 1"
    )
