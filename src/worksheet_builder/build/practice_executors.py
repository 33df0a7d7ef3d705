"""What work is handed out to: processes of this computer, or a cluster, both behind `concurrent.futures`."""

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
"""Tasks that are handed out before the first of them is done, so that no list of all of them waits anywhere."""
_RETRIES = 2
"""Times that a cluster makes a task again which ended in an error; lost workers have a limit of its own."""
_PATIENCE = "5s"
_ADDRESS = re.compile(r"inproc://\S+|([a-z]+://)?(\[[0-9A-Fa-f:.]+\]|[^\s:/\[\]]+):[0-9]{1,5}")
"""A host and its port, with the protocol or without, as Dask takes them."""

K = TypeVar("K")
R = TypeVar("R")
T = TypeVar("T")


@record
class Engine:
    """An executor, and which errors of a future say that its worker was lost, not that the task is at fault."""

    executor: Executor
    lost: tuple[type[BaseException], ...] = (BrokenExecutor,)
    shared: Callable[[Any], Any] | None = None
    """Where workers do not see this disk: gives, for a value that many tasks are given, what stands for it."""

    def completed(
        self, work: Callable[..., R], tasks: Iterable[tuple[K, tuple[Any, ...]]], at_once: int = AT_ONCE
    ) -> Iterator[tuple[K, R | None]]:
        """The result of each task as it comes, with its key; None for one whose worker was lost for good."""
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
"""Begins an engine, and ends it when its work is done or left."""


def is_scheduler_address(text: str) -> bool:
    """Whether somebody may answer there: a host and a port, or what Dask has inside one process."""
    return _ADDRESS.fullmatch(text) is not None


@contextlib.contextmanager
def processes(workers: int | None = None) -> Iterator[Engine]:
    """So many processes of this computer, as many as it has processors if it is not said."""
    with process_executor(workers or os.cpu_count() or 1) as executor:
        yield Engine(executor)


@contextlib.contextmanager
def cluster(address: str) -> Iterator[Engine]:
    """The workers of a Dask scheduler; raises Refused where the extra is missing or nobody answers."""
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
    """The value: as a task of its own it travels once, and a worker that is lost with it does not take it along."""
    return value
