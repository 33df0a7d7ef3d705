"""Send many practices to an engine, one task for each practice, and collect the results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..foundation.problems import Problem, Refused
from ..foundation.process_pool import leave_if_told
from ..reading.practices_reader import NamedPractice
from .incremental import Renewal
from .jobs import build
from .manifest import Manifest
from .object_store import store_at
from .practice_executors import AT_ONCE, Engine, OpenEngine
from .practices import PracticeResult, ServiceOrder, make_practice
from .remote_workers import asked_for, make_away, taken_in
from .shared_parts import SharedParts
from .stores import Memory
from .worker_payload import packed_order, packed_practice

_LOST = Problem(
    None,
    "Processes that made the handouts of this practice were ended from outside, perhaps for too little memory.",
    "Build again with ‘--jobs 1’; what was made is whole and is not made again.",
)

_SENT_AT_ONCE = 32
"""The most tasks at one time if their files come back here: the files of so many practices may be in memory."""


def make_practices(
    service: ServiceOrder, practices: Sequence[NamedPractice], open_engine: OpenEngine
) -> Iterator[PracticeResult]:
    """Make all practices, and yield each result when it is done; a practice whose worker was lost is tried again.

    A lost worker may take other practices with it. So all lost practices are tried again together as long as some of
    them succeed, and then one by one, which shows the practice that ends its worker.
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
    """Yield the results of practices that are done; add those whose worker was lost to `lost`."""
    with open_engine() as engine:
        for named, result in (_away if engine.shared else _here)(engine, service, practices):
            if result is None:
                lost.append(named)
            else:
                yield result


def _here(
    engine: Engine, service: ServiceOrder, practices: Sequence[NamedPractice]
) -> Iterator[tuple[NamedPractice, PracticeResult | None]]:
    return engine.completed(_make_here, ((named, (service, named)) for named in practices))


def _away(
    engine: Engine, service: ServiceOrder, practices: Sequence[NamedPractice]
) -> Iterator[tuple[NamedPractice, PracticeResult | None]]:
    """Like `_here`, for workers that cannot see this disk: a task carries its files, and the results bring files back.

    With a store, the workers write there, and only the counts come back.
    """
    assert engine.shared
    order, own = map(engine.shared, packed_order(service))
    shared = SharedParts()
    settled: list[tuple[NamedPractice, PracticeResult]] = []

    def tasks() -> Iterator[tuple[tuple[NamedPractice, Renewal], tuple[object, ...]]]:
        for named in practices:
            try:
                renewal = _compared(service, named, shared)
            except Refused as refused:
                settled.append((named, PracticeResult(named.id, {}, refused.problems)))
                continue
            left = renewal.wanted()
            if service.order.store or not all(job.passed_over for job in left):
                yield (
                    (named, renewal),
                    (order, own, asked_for(service, renewal, packed_practice(service.library, named))),
                )
            else:
                settled.append((named, PracticeResult.of(named.id, renewal.results(build(left, renewal.workshop, 1)))))

    at_once = AT_ONCE if service.order.store else _SENT_AT_ONCE
    for (named, renewal), sent in engine.completed(make_away, tasks(), at_once):
        yield named, sent if sent is None else sent.told or PracticeResult.of(named.id, taken_in(renewal, sent))
        while settled:
            yield settled.pop()
    yield from settled


def _compared(service: ServiceOrder, named: NamedPractice, shared: SharedParts) -> Renewal:
    """Compare a practice with its manifest; with a store the worker does so, and here all count as to be made."""
    composer = service.composer(named, shared)
    folder = composer.order.folder
    manifest = Manifest(folder, store=Memory()) if service.order.store else Manifest.open(folder, stamped=True)
    return Renewal.of(service.jobs(composer), composer, manifest)


def _make_here(service: ServiceOrder, named: NamedPractice) -> PracticeResult:
    """Make one practice in a worker process of this computer."""
    leave_if_told()
    return make_practice(service, named, _shared_parts(), store_at(service.order.store))


@lru_cache(maxsize=1)
def _shared_parts() -> SharedParts:
    """The cache of this worker process, which lives for one order only."""
    return SharedParts()
