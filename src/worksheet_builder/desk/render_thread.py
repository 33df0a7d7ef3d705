"""The only thread on which the desk reads, composes and draws, so that the server always answers.

Work that a request waits for is done before work in advance. More threads would gain nothing, as all of this keeps
Python busy; with one, the caches of the desk need no locks.
"""

from __future__ import annotations

import asyncio
import itertools
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")
MOST_WAITING = 400
"""The most requests that may wait; nobody would look at more."""


class Turn(IntEnum):
    """The priority of a piece of work; lower values come first."""

    NOW = 0
    """A request waits for it."""
    SOON = 1
    """Pictures further down a page."""
    IDLE = 2
    """Work in advance, when no request waits."""


class Busy(Exception):
    """Raised when too many requests are waiting."""


@dataclass(order=True, slots=True)
class _Waiting:
    turn: Turn
    number: int
    work: Callable[[], Any] | None = field(compare=False)
    done: Callable[[Any, BaseException | None], None] = field(compare=False)


class RenderThread:
    """A thread and its priority queue of work."""

    def __init__(self) -> None:
        self._waiting: queue.PriorityQueue[_Waiting] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._thread = threading.Thread(target=self._run, name="renderer", daemon=True)
        self._thread.start()

    async def ask(self, work: Callable[[], T], turn: Turn = Turn.NOW) -> T:
        """Return the result of the work, done by priority; raises what the work raises, and Busy."""
        if sum(it.turn is not Turn.IDLE for it in tuple(self._waiting.queue)) >= MOST_WAITING:
            raise Busy
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()

        def told(value: Any, error: BaseException | None) -> None:
            if result.cancelled():
                return
            if error:
                result.set_exception(error)
            else:
                result.set_result(value)

        def done(value: Any, error: BaseException | None) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(told, value, error)

        self._waiting.put(_Waiting(turn, next(self._numbers), work, done))
        return await result

    def prepare(self, work: Callable[[], object]) -> None:
        """Do work in advance when no request waits; its exceptions are ignored, as a real request meets them again."""
        self._waiting.put(_Waiting(Turn.IDLE, next(self._numbers), work, lambda value, error: None))

    def close(self) -> None:
        """Stop the thread after its current work; waits up to five seconds."""
        self._waiting.put(_Waiting(Turn.NOW, -1, None, lambda value, error: None))
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (it := self._waiting.get()).work:
            try:
                value, error = it.work(), None
            except BaseException as raised:  # every exception is passed on to the waiting request
                value, error = None, raised
            it.done(value, error)
