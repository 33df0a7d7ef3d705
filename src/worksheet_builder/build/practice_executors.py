"""Executors for the work: processes of this computer or a Dask cluster, both as in `concurrent.futures`."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import AbstractContextManager
from itertools import islice
from queue import SimpleQueue
from typing import Any, TypeVar

from ..foundation.problems import Problem, Refused
from ..foundation.process_pool import process_executor
from ..foundation.records import record

AT_ONCE = 256
"""The most tasks that are submitted before the first is done, so that not all of them are in memory."""
_RETRIES = 2
"""How often a cluster repeats a task that ended in an error; Dask has a limit of its own for lost workers."""
_PATIENCE = "5s"
_ADDRESS = re.compile(r"inproc://\S+|([a-z]+://)?(\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+):[0-9]{1,5}")
"""A host and its port, with the protocol or without, as Dask takes them."""

K = TypeVar("K")
R = TypeVar("R")
T = TypeVar("T")


@record
class Engine:
    """An executor, and the exceptions of a future that mean a lost worker and not a fault of the task."""

    executor: Executor
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)
    shared: Callable[[Any], Any] | None = None
    """For workers that cannot see this disk: sends a value for many tasks, and gives what represents it in a task."""

    def completed(
        self, work: Callable[..., R], tasks: Iterable[tuple[K, tuple[Any, ...]]], at_once: int = AT_ONCE
    ) -> Iterator[tuple[K, R | None]]:
        """Submit the tasks, and yield the key and the result of each when it is done; None if its worker was lost."""
        left = iter(tasks)
        pending: dict[Future[R], K] = {}
        done = SimpleQueue[Future[R]]()
        while True:
            for key, given in islice(left, at_once - len(pending)):
                try:
                    future = self.executor.submit(work, *given)
                except self.lost:
                    yield key, None
                    continue
                pending[future] = key
                future.add_done_callback(done.put)
            if not pending:
                return
            future = done.get()
            key = pending.pop(future)
            try:
                yield key, future.result()
            except self.lost:
                yield key, None


OpenEngine = Callable[[], AbstractContextManager[Engine]]
"""A function that opens an engine as a context manager, and closes it at the end."""


def is_scheduler_address(text: str) -> bool:
    """Whether the text can be a scheduler's address: host and port, or Dask's inproc:// within one process."""
    return _ADDRESS.fullmatch(text) is not None


@contextlib.contextmanager
def processes(workers: int | None = None) -> Iterator[Engine]:
    """An engine with `workers` processes of this computer; by default as many as it has processors."""
    with process_executor(workers or os.cpu_count() or 1) as executor:
        yield Engine(executor)


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Engine]:
    """An engine with the workers of a Dask scheduler; raises Refused without Dask, or if no scheduler answers."""
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        hint = "Run: pip install 'worksheet-builder[cluster]'"
        raise Refused([Problem(None, "Dask is not installed, which work is handed out with.", hint)]) from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        hint = "Is it running, and can this computer reach it? ‘dask scheduler’ prints its address."
        sentence = f"No scheduler of Dask answers at ‘{address}’; nothing was made."
        raise Refused([Problem(None, sentence, hint)]) from error
    with client:
        executor = client.get_executor(pure=False, retries=_RETRIES)  # type: ignore[no-untyped-call]
        yield Engine(executor, (KilledWorker, CancelledError), lambda value: client.submit(_same, value))


def _same(value: T) -> T:
    """Return the value. As a task it is sent only once, and made again if the worker that has the value is lost."""
    return value
