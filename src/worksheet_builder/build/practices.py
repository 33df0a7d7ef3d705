"""Worksheets for many practices: make the handouts of one practice, in any process, and report the results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from ..foundation.problems import Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.library import Library
from ..reading.loader import in_order
from ..reading.practices_reader import ManyPractices, NamedPractice
from .composer import Composer
from .incremental import renew
from .jobs import BuildResult, Job, planned
from .manifest import Manifest
from .order import Order
from .shared_parts import SharedParts
from .stores import DISK, Store


@record
class ServiceOrder:
    """What is made for each of many practices; each has its own folder below that of the order."""

    library: Library
    order: Order
    worksheets: tuple[Path, ...]
    everything: bool = False
    """Whether nobody named the worksheets, so that those without any translation in a language are skipped."""

    def composer(self, named: NamedPractice, shared: SharedParts | None = None) -> Composer:
        """The composer of one practice."""
        output = self.order.output / named.id
        order = replace(self.order, practice=named.file, output=output, workers=1)
        return Composer(self.library, order, named.practice, shared)

    def jobs(self, composer: Composer) -> tuple[Job, ...]:
        """The jobs of one practice, cached for all practices with the same languages."""
        plans = composer.shared.plans if composer.shared else {}
        if composer.tags not in plans:
            plans[composer.tags] = planned(composer, self.worksheets, self.everything)
        return plans[composer.tags]


@record
class PracticeResult:
    """The result for one practice: the number of handouts by status, and the problems."""

    id: str
    counts: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, name: str, results: Iterable[BuildResult]) -> PracticeResult:
        """Add up the results of the handouts of a practice."""
        found = tuple(results)
        counts = Counter(it.status.value for it in found)
        return cls(name, dict(counts), tuple(dict.fromkeys(problem for it in found for problem in it.problems)))


def checked(service: ServiceOrder, read: ManyPractices) -> dict[str, int]:
    """The number of handouts of each practice, by id; raises Refused with the problems of all practices."""
    problems = [*read.problems]
    counts: dict[str, int] = {}
    shared = SharedParts()
    for named in read.practices:
        composer = service.composer(named, shared)
        try:
            composer.prepared()
            refuse_if(_beside_itself(service.order, composer, named))
            counts[named.id] = sum(len(job.formats) for job in service.jobs(composer))
        except Refused as refused:
            problems += refused.problems
    refuse_if(in_order(problems))
    return counts


def _beside_itself(order: Order, composer: Composer, named: NamedPractice) -> Iterator[Problem]:
    if order.beside in composer.tags:
        sentence = f"‘{order.beside}’ cannot stand beside itself on the handouts of ‘{named.id}’."
        hint = "Give --bilingual another language than this practice has, or name languages with -l."
        yield Problem(named.practice.at("languages"), sentence, hint)


def make_practice(
    service: ServiceOrder, named: NamedPractice, shared: SharedParts | None = None, store: Store = DISK
) -> PracticeResult:
    """Make the changed handouts of one practice in its folder; refusals are in the result and not raised."""
    return made_with(service, named.id, service.composer(named, shared), store)


def made_with(service: ServiceOrder, name: str, composer: Composer, store: Store) -> PracticeResult:
    """Make the changed handouts of the practice called `name` with its composer; refusals are in the result."""
    try:
        manifest = Manifest.open(composer.order.folder, store, stamped=True)
        return PracticeResult.of(name, renew(service.jobs(composer), composer, manifest))
    except Refused as refused:
        return PracticeResult(name, {}, refused.problems)
