"""Makes only what has changed since it was made last, and keeps the manifest of the folder it is made in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..document.output_options import Edition
from ..foundation.files import clear_parts
from ..foundation.problems import Refused
from .composer import Composer
from .fingerprint import Fingerprint
from .jobs import BuildResult, Job, JobRunner, Status, build
from .made_from import made_from
from .manifest import Manifest, ManifestEntry, Standing, in_the_way

_SAVED_EVERY = 0.5
"""Seconds of work that are lost to the manifest, not to the folder, when the machine stops."""


def renew(jobs: Sequence[Job], composer: Composer) -> Iterator[BuildResult]:
    """Each handout in order of the plan: made, unless it stands there unchanged; raises Refused for a broken manifest.

    With the option `force` all is made anew; what a user has edited is replaced only with `overwrite`.
    """
    output = composer.order.folder
    clear_parts(dict.fromkeys((output, *(output / job.language for job in jobs))))
    renewal = _Renewal(JobRunner(composer, Manifest.open(output)))
    known = {(job, name): renewal.known(job, name) for job in jobs for name in job.formats}
    wanted = [(job, tuple(name for name in job.formats if known[job, name] is None)) for job in jobs]
    made = build(
        [replace(job, formats=names) for job, names in wanted if names], renewal.workshop, composer.order.workers
    )
    left = sum(len(names) for _, names in wanted)
    try:
        for (job, name), told in known.items():
            left -= told is None
            yield told or renewal.noted(job, name, next(made), last=left == 0)
    finally:
        with contextlib.suppress(Refused):  # told already, unless the run was stopped
            renewal.workshop.manifest.save()


@dataclass(slots=True)
class _Renewal:
    """One run over a folder: compares with the manifest first, and notes in it what was made."""

    workshop: JobRunner
    saved: float = field(default_factory=time.monotonic)
    inputs: Fingerprint = field(init=False)
    digests: dict[tuple[Job, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        composer, order = self.workshop.composer, self.workshop.order
        given = (composer.practice, composer.brand.design, composer.output_options, order.page_choices())
        self.inputs = Fingerprint(composer.library, given, order.edition is Edition.THERAPIST)

    def known(self, job: Job, name: str) -> BuildResult | None:
        """What is settled without making the handout: that it stands there unchanged, or edited and left alone."""
        if job.passed_over:
            return None
        manifest, path, stem = self.workshop.manifest, self.workshop.path(job, name), job.name
        digest = self.digests[job, name] = self._digest(job, name)
        entry = None if self.workshop.order.force else manifest.made_from(path, stem, digest)
        if entry is None:
            return None
        standing = manifest.standing(path, stem)
        if standing is Standing.OURS:
            return self.workshop.standing(job, name, Status.UNCHANGED, entry.pages)
        if self.workshop.order.overwrite:
            return None
        return self.workshop.standing(job, name, Status.KEPT, None, in_the_way(path, standing))

    def noted(self, job: Job, name: str, made: BuildResult, last: bool) -> BuildResult:
        """The handout once it stands in the manifest; what keeps the manifest from being written is told with it."""
        if made.digest:
            entry = ManifestEntry(made.worksheet, made.digest, self.digests[job, name], made.pages)
            self.workshop.manifest.note(made.path, entry)
        if not last and time.monotonic() - self.saved < _SAVED_EVERY:
            return made
        self.saved = time.monotonic()
        try:
            self.workshop.manifest.save()
        except Refused as refused:
            return replace(made, problems=(*made.problems, *refused.problems))
        return made

    def _digest(self, job: Job, name: str) -> str:
        tags = (job.language, *([job.beside] if job.beside else ()))
        composer = self.workshop.composer
        sheets, others = made_from(composer.library, job.worksheet, tags, job.pack)
        return self.inputs.digest(sheets, tags, name, composer.help_in(job.language), *others)
