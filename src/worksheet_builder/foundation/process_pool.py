"""Work spread over processes, its results in order."""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[..., object] | None = None
_told_to_end = False
_AGAIN = 0.5
"""Seconds after which a process that has lost its parent is told once more to end."""
_PATIENCE = 20.0
"""Seconds that a process may take to finish what it has begun."""


def spread(work: Callable[[T], Sequence[R]], items: Sequence[T], workers: int) -> Iterator[R]:
    """The results of `work` for each item, item by item, from so many processes.

    On Linux the processes are forked and find everything loaded; elsewhere they load it themselves. If the reader of
    the results stops, or is stopped, what has begun is finished and nothing more is started.
    """
    pool, others = _pool(workers, work), _children()
    try:
        for results in pool.map(_one, items):
            yield from results  # type: ignore[misc]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _end(_children() - others)


@contextlib.contextmanager
def process_executor(workers: int) -> Iterator[Executor]:
    """So many processes of this computer behind the standard interface, for work that can be left in the middle.

    Whoever leaves while work is on, because of Ctrl-C too, tells the processes to end: what each of them is writing is
    cleared up, and what it has finished stays.
    """
    pool, others = _pool(workers, None), _children()
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        begun = _children() - others
        for process in begun:
            process.terminate()
        _end(begun)
        raise
    pool.shutdown()


def _pool(workers: int, work: Callable[..., object] | None) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(workers, context, _begin, (work,))


def _children() -> set[multiprocessing.process.BaseProcess]:
    return set(multiprocessing.active_children())


def _end(processes: set[multiprocessing.process.BaseProcess]) -> None:
    """Wait for processes to finish what they have begun; one that waits for another that is gone is ended."""
    for process in processes:
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()


def _begin(work: Callable[..., object] | None) -> None:
    """A worker leaves Ctrl-C to the process that started it; told to end, it clears up what it is writing."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    if work is None:
        threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, even if it was killed and could tell nobody."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        while True:  # again and again, since the first time may only end what was being worked on
            if sys.platform == "win32":
                os.kill(os.getpid(), signal.SIGTERM)
            else:  # to the thread that waits for work, which another would not wake
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
            time.sleep(_AGAIN)


def _leave(number: int, _frame: FrameType | None) -> None:
    global _told_to_end
    _told_to_end = True
    sys.stderr = io.StringIO()  # what it was in the middle of is told by nobody
    sys.exit(128 + number)


def leave_if_told() -> None:
    """End a worker that was told to, before it begins what was handed to it already; raises SystemExit."""
    if _told_to_end:
        sys.exit(128 + signal.SIGTERM)


def _one(item: object) -> object:
    assert _work is not None
    return _work(item)
