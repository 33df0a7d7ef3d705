"""The one thread on which the desk reads, composes and draws, so that the server always answers.

What somebody waits for comes before what is only prepared. One thread is enough, since all of this keeps Python busy,
and it lets the caches below be used without locks.
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
"""Orders that may wait; more than that nobody looks at."""


class Turn(IntEnum):
    """Who comes first."""

    NOW = 0
    """Somebody waits for it."""
    SOON = 1
    """Pictures further down a page."""
    IDLE = 2
    """What is prepared while nobody waits."""


class Busy(Exception):
    """More is waiting than will ever be looked at."""


@dataclass(order=True, slots=True)
class _Waiting:
    turn: Turn
    number: int
    work: Callable[[], Any] | None = field(compare=False)
    done: Callable[[Any, BaseException | None], None] = field(compare=False)


class RenderThread:
    """A thread and what waits for it."""

    def __init__(self) -> None:
        self._waiting: queue.PriorityQueue[_Waiting] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._thread = threading.Thread(target=self._run, name="renderer", daemon=True)
        self._thread.start()

    async def ask(self, work: Callable[[], T], turn: Turn = Turn.NOW) -> T:
        """What the work gives, done when its turn has come; raises what it raises, and Busy."""
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
        """Have something done when nobody waits; what it raises is left for whoever asks in earnest."""
        self._waiting.put(_Waiting(Turn.IDLE, next(self._numbers), work, lambda value, error: None))

    def close(self) -> None:
        """Let the thread end after what it is at."""
        self._waiting.put(_Waiting(Turn.NOW, -1, None, lambda value, error: None))
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (it := self._waiting.get()).work:
            try:
                value, error = it.work(), None
            except BaseException as raised:  # whoever waits is told, whatever it is
                value, error = None, raised
            it.done(value, error)
