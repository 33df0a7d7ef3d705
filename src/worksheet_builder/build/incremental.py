"""Make only handouts whose inputs have changed since they were made, and update the manifest of their folder."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from ..document.output_options import Edition
from ..foundation.problems import Refused
from ..foundation.records import open_record
from .composer import Composer
from .fingerprint import Fingerprint
from .jobs import BuildResult, Job, JobRunner, Status, build
from .manifest import Manifest, ManifestEntry, Standing, in_the_way
from .shared_parts import SharedParts
from .source_files import source_files


def renew(jobs: Sequence[Job], composer: Composer, manifest: Manifest | None = None) -> Iterator[BuildResult]:
    """Make each handout that is not unchanged, and yield all results in order; raises Refused for a broken manifest.

    With the option `force`, all are made again; a handout that a user has edited is replaced only with `overwrite`.
    """
    renewal = Renewal.of(jobs, composer, manifest or Manifest.open(composer.order.folder))
    made = build(renewal.wanted(), renewal.workshop, composer.order.workers)
    yield from renewal.results(made)


@open_record
class Renewal:
    """One run over a folder: compares handouts with the manifest, and records in it what was made."""

    workshop: JobRunner
    inputs: Fingerprint
    known: dict[tuple[Job, str], BuildResult | None] = field(default_factory=dict)
    """The result of each handout that need not be made; None for one that has to be made."""
    _saved: float = field(default_factory=time.monotonic)
    _digests: dict[tuple[Job, str], str] = field(default_factory=dict)
    _help: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, jobs: Sequence[Job], composer: Composer, manifest: Manifest) -> Renewal:
        """The run, after each handout was compared with the manifest."""
        order = composer.order
        manifest.store.prepare(order.folder, tuple(dict.fromkeys(job.language for job in jobs)))
        given = (composer.practice, composer.brand.design, composer.output_options, order.page_choices())
        printed = order.edition is Edition.THERAPIST
        inputs = Fingerprint(composer.library, given, printed, composer.shared or SharedParts())
        renewal = cls(JobRunner(composer, manifest), inputs)
        for job in jobs:
            for name in job.formats:
                renewal.known[job, name] = renewal._settled(job, name)
        return renewal

    def seal(self) -> str:
        """One hash of the inputs of all handouts: a computer with the same hash makes the same files."""
        return self.inputs.of_value([*self._digests.values()])

    def wanted(self) -> list[Job]:
        """The jobs that have to be run, each with only the formats that have to be made."""
        names: dict[Job, list[str]] = {}
        for (job, name), told in self.known.items():
            if told is None:
                names.setdefault(job, []).append(name)
        return [replace(job, formats=tuple(it)) for job, it in names.items()]

    def results(self, made: Iterator[BuildResult]) -> Iterator[BuildResult]:
        """The result of each handout in order of the plan; those from `made` are recorded in the manifest."""
        left = sum(told is None for told in self.known.values())
        try:
            for (job, name), told in self.known.items():
                left -= told is None
                yield told or self._noted(job, name, next(made), last=left == 0)
        finally:
            with contextlib.suppress(Refused):  # reported already, unless the run was stopped
                self.workshop.manifest.save()

    def _settled(self, job: Job, name: str) -> BuildResult | None:
        """The result of a handout that is unchanged, or was edited and is kept; None if it has to be made."""
        if job.passed_over:
            return None
        manifest, path = self.workshop.manifest, self.workshop.path(job, name)
        digest = self._digests[job, name] = self._digest(job, name)
        found = None if self.workshop.order.force else manifest.current_entry(path, job.name, digest)
        if found is None:
            return None
        entry, standing = found
        if standing is Standing.OURS:
            return self.workshop.standing(job, name, Status.UNCHANGED, entry.pages)
        if self.workshop.order.overwrite:
            return None
        return self.workshop.standing(job, name, Status.KEPT, None, in_the_way(path, standing))

    def _noted(self, job: Job, name: str, made: BuildResult, last: bool) -> BuildResult:
        """The result, after the handout is recorded; problems in saving the manifest are added to it."""
        manifest = self.workshop.manifest
        if made.digest:
            entry = ManifestEntry(made.worksheet, made.digest, self._digests[job, name], made.pages)
            manifest.note(made.path, entry)
        if not last and time.monotonic() - self._saved < manifest.store.saved_every:
            return made
        self._saved = time.monotonic()
        try:
            manifest.save()
        except Refused as refused:
            return replace(made, problems=(*made.problems, *refused.problems))
        return made

    def _digest(self, job: Job, name: str) -> str:
        composer, tag = self.workshop.composer, job.language
        found = self.inputs.known.source_files
        key = (job.worksheet, job.tags, job.pack)
        if key not in found:
            found[key] = source_files(composer.library, *key)
        sheets, others = found[key]
        if tag not in self._help:
            self._help[tag] = self.inputs.of_value(composer.help_in(tag))
        return self.inputs.digest(sheets, job.tags, name, self._help[tag], *others)
