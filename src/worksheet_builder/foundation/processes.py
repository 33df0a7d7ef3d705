"""Work spread over processes, its results in order."""

from __future__ import annotations

import multiprocessing
import multiprocessing.process
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[..., object] | None = None
_PATIENCE = 20.0
"""Seconds that a process may take to finish what it has begun."""


def spread(work: Callable[[T], Sequence[R]], items: Sequence[T], workers: int) -> Iterator[R]:
    """The results of `work` for each item, item by item, from so many processes.

    On Linux the processes are forked and find everything loaded; elsewhere they load it themselves. If the reader of
    the results stops, or is stopped, what has begun is finished and nothing more is started.
    """
    context, others = multiprocessing.get_context("fork" if sys.platform == "linux" else None), _children()
    pool = ProcessPoolExecutor(workers, context, _begin, (work,))
    try:
        for results in pool.map(_one, items):
            yield from results  # type: ignore[misc]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        _end(_children() - others)


def _children() -> set[multiprocessing.process.BaseProcess]:
    return set(multiprocessing.active_children())


def _end(processes: set[multiprocessing.process.BaseProcess]) -> None:
    """Wait for processes to finish what they have begun; one that waits for another that is gone is ended."""
    for process in processes:
        process.join(_PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()


def _begin(work: Callable[..., object]) -> None:
    """A worker leaves Ctrl-C to the process that started it; told to end, it clears up what it is writing."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


def _one(item: object) -> object:
    assert _work is not None
    return _work(item)
