"""Run work in several processes, with the results in order, or behind the standard Executor interface."""

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
"""Seconds between two signals to end that a worker sends itself after its parent process has ended."""
_PATIENCE = 20.0
"""Seconds that a worker gets to finish its work before it is killed."""


def spread(work: Callable[[T], Sequence[R]], items: Sequence[T], workers: int) -> Iterator[R]:
    """Yield the results of `work(item)` for each item, in the order of the items, computed in `workers` processes.

    On Linux the processes are forked and have all modules loaded; elsewhere they import them again. If the caller stops
    iterating, or an exception is raised, the calls that have begun are finished and no more are started.
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
    """A context manager for an Executor with `workers` processes on this computer, for work that may be interrupted.

    If an exception leaves the block (Ctrl-C too), the processes are sent SIGTERM: each removes the file that it is
    writing and ends; files that are finished stay.
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
    """Wait for processes to finish; kill one that runs on after that, since it may wait for a process that is gone."""
    for process in processes:
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()


def _begin(work: Callable[..., object] | None) -> None:
    """Initialise a worker: ignore Ctrl-C, which the parent handles; raise SystemExit on SIGTERM, to clear up files."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    if work is None:
        threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """Wait until the parent process has ended, even if it was killed and sent no signal, then end this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        while True:  # repeatedly, since the first signal may only end the current item
            if sys.platform == "win32":
                os.kill(os.getpid(), signal.SIGTERM)
            else:  # to the main thread, which waits for work: a signal to another does not wake it
                signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
            time.sleep(_AGAIN)


def _leave(number: int, _frame: FrameType | None) -> None:
    global _told_to_end
    _told_to_end = True
    sys.stderr = io.StringIO()  # so that no traceback of the interrupted work is printed
    sys.exit(128 + number)


def leave_if_told() -> None:
    """Raise SystemExit if this worker has received SIGTERM, so that it does not begin another item from its queue."""
    if _told_to_end:
        sys.exit(128 + signal.SIGTERM)


def _one(item: object) -> object:
    assert _work is not None
    return _work(item)
