"""Hands many practices out to an engine, a practice a task, and takes in what became of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..foundation.problems import Problem
from ..foundation.processes import leave_if_told
from ..reading.practices_reader import NamedPractice
from .engines import Engine, OpenEngine
from .practices import PracticeResult, ServiceOrder, make_practice
from .shared_parts import SharedParts

_LOST = Problem(
    None,
    "Processes that made the handouts of this practice were ended from outside, perhaps for too little memory.",
    "Build again with ‘--jobs 1’; what was made is whole and is not made again.",
)


def make_practices(
    service: ServiceOrder, practices: Sequence[NamedPractice], open_engine: OpenEngine
) -> Iterator[PracticeResult]:
    """What became of each practice, as they are done; those whose workers were lost are handed out again.

    A worker that is lost may take the work of others with it. So all that was lost is handed out together as long as
    some of it gets done, and then one by one, which shows whose work it is that ends its worker.
    """
    left, done = list(practices), 1
    while left and done:
        lost: list[NamedPractice] = []
        yield from _handed_out(service, left, open_engine, lost)
        left, done = lost, len(left) - len(lost)
    for named in left:
        lost = []
        yield from _handed_out(service, [named], open_engine, lost)
        yield from (PracticeResult(it.id, {"refused": 1}, (_LOST,)) for it in lost)


def _handed_out(
    service: ServiceOrder, practices: Sequence[NamedPractice], open_engine: OpenEngine, lost: list[NamedPractice]
) -> Iterator[PracticeResult]:
    """The results of those that are done; the others are added to those that are lost."""
    with open_engine() as engine:
        for named, result in _here(engine, service, practices):
            if result is None:
                lost.append(named)
            else:
                yield result


def _here(
    engine: Engine, service: ServiceOrder, practices: Sequence[NamedPractice]
) -> Iterator[tuple[NamedPractice, PracticeResult | None]]:
    return engine.completed(_make_here, ((named, (service, named)) for named in practices))


def _make_here(service: ServiceOrder, named: NamedPractice) -> PracticeResult:
    """One practice in a worker of this computer."""
    leave_if_told()
    return make_practice(service, named, _shared_parts())


@lru_cache(maxsize=1)
def _shared_parts() -> SharedParts:
    """What this worker has in hand; it lives for one order only."""
    return SharedParts()
