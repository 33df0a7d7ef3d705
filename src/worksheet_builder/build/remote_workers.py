"""Practices made by remote workers: what a worker does, and how the files that it sends back are stored."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path

from ..foundation.problems import Problem, Refused
from ..foundation.records import record
from .fingerprint import tool
from .incremental import Renewal
from .jobs import BuildResult, JobRunner, Status, build
from .manifest import Manifest
from .object_store import store_at
from .practices import PracticeResult, ServiceOrder, made_with
from .shared_parts import SharedParts
from .stores import Memory
from .worker_payload import Parcel, TravellingOrder, TravellingPractice

_OTHER = "A worker has another version of this tool or its library, and would make other pages"
_SAME = "Install the same version with the same lock on every worker, and start them anew."
_one_at_a_time = threading.Lock()
"""Held while a practice is made: a worker with several threads makes only one, as page-making is not thread-safe."""


@record
class PracticeRequest:
    """A request to a worker: a practice, the handouts to make, and the hash of all inputs (`seal`).

    `wanted` are numbers of jobs in the plan, from 0, with formats. The worker compares the hash with that of its own
    inputs.
    """

    practice: TravellingPractice
    seal: str
    wanted: tuple[tuple[int, tuple[str, ...]], ...] = ()


@record
class SentBack:
    """The reply of a worker: the result of the practice, or the result of each handout with the files made."""

    told: PracticeResult | None = None
    results: tuple[BuildResult, ...] = ()
    files: dict[Path, bytes] = field(default_factory=dict)


def make_away(order: TravellingOrder, own: Parcel, asked: PracticeRequest) -> SentBack:
    """Make a practice on this worker, and write the files into the store of the order, or send them back."""
    with _one_at_a_time:
        try:
            return _made(order, own, asked)
        except Refused as refused:
            problems = tuple(order.at_home(it, own) for it in refused.problems)
            return SentBack(PracticeResult(asked.practice.id, {}, problems))


def _made(order: TravellingOrder, own: Parcel, asked: PracticeRequest) -> SentBack:
    if other := {*order.tool} ^ {*tool()}:
        raise Refused([Problem(None, f"{_OTHER} ({', '.join(sorted(other)[:4])}).", _SAME)])
    service, named = order.unpacked(own), asked.practice.unpacked()
    composer = service.composer(named, _shared_parts(order, own.digest))
    jobs, memory = service.jobs(composer), Memory()
    renewal = Renewal.of(jobs, composer, Manifest(composer.order.folder, store=memory))
    if renewal.seal() != asked.seal:
        raise Refused([Problem(None, f"{_OTHER}.", _SAME)])
    if service.order.store:
        told = made_with(service, named.id, composer, store_at(service.order.store))
        return SentBack(replace(told, problems=tuple(order.at_home(it, own) for it in told.problems)))
    wanted = [replace(jobs[at], formats=names) for at, names in asked.wanted]
    found = [
        replace(it, problems=tuple(order.at_home(problem, own) for problem in it.problems))
        for it in build(wanted, renewal.workshop, 1)
    ]
    return SentBack(None, tuple(found), memory.files)


@lru_cache(maxsize=1)
def _shared_parts(_order: TravellingOrder, _own: str) -> SharedParts:
    """The cache of this worker for an order."""
    return SharedParts()


def asked_for(service: ServiceOrder, renewal: Renewal, practice: TravellingPractice) -> PracticeRequest:
    """The request for a practice: the handouts to make; none are named with a store, as the worker compares them."""
    if service.order.store:
        return PracticeRequest(practice, renewal.seal())
    places: dict[tuple[Path, str], int] = {}
    for job, _ in renewal.known:
        places.setdefault((job.worksheet, job.language), len(places))
    wanted = tuple((places[job.worksheet, job.language], job.formats) for job in renewal.wanted())
    return PracticeRequest(practice, renewal.seal(), wanted)


def taken_in(renewal: Renewal, sent: SentBack) -> Iterator[BuildResult]:
    """Write each handout that a worker sent into its place here, and yield the results in order of the plan."""
    return renewal.results(_placed(renewal.workshop, made, sent.files) for made in sent.results)


def _placed(runner: JobRunner, made: BuildResult, files: dict[Path, bytes]) -> BuildResult:
    if not made.digest:
        return made
    try:
        status, problems = runner.place(made.worksheet, made.path, files[made.path])
    except Refused as refused:
        return replace(made, status=Status.REFUSED, problems=refused.problems, digest="", pages=None)
    if status is Status.KEPT:
        return replace(made, status=status, problems=problems, digest="", pages=None)
    return replace(made, status=status)
