"""Worksheets × languages × formats: plan the handouts, make each, and report the results."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from ..definitions.phone_link import page_name
from ..document import Document, Edition, Style
from ..foundation.languages import SOURCE_LANGUAGE
from ..foundation.problems import Problem, Refused, refuse_if
from ..foundation.records import record
from ..project.library import PACK_PREFIX, Library
from .composer import Composer
from .formats import FORMATS, page_count
from .manifest import Manifest, Standing, in_the_way
from .order import Order

_WORTH_WORKERS = 1.0
"""Seconds of remaining work for which more processes are started; starting them takes about a tenth of that."""
_ENDED = Problem(
    None,
    "A process that made handouts was ended from outside, perhaps because there was too little memory.",
    "Build again with ‘--jobs 1’; what was made is whole and is not made again.",
)


class Status(StrEnum):
    """The result for one handout."""

    MADE = "made"
    UNCHANGED = "unchanged"
    """The file exists already, with the contents that it would get."""
    KEPT = "kept"
    """The existing file was left as it is, because the tool may not replace it."""
    REFUSED = "refused"
    UNTRANSLATED = "untranslated"
    """Skipped: nothing of the worksheet is translated, and nobody asked for the worksheet by name."""


@record
class Job:
    """One worksheet in one language, written in every format that was asked for."""

    worksheet: Path
    language: str
    formats: tuple[str, ...]
    beside: str | None = None
    """The second language of a bilingual handout."""
    passed_over: bool = False
    pack: bool = False
    """Whether `worksheet` is the file of a pack, which becomes one handout."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The language of the handout, or its two languages."""
        return (self.language, self.beside) if self.beside else (self.language,)

    @property
    def name(self) -> str:
        """The name of the handouts of this job."""
        return f"{PACK_PREFIX}{_stem(self.worksheet)}" if self.pack else _stem(self.worksheet)


@lru_cache(maxsize=4096)
def _stem(path: Path) -> str:
    return path.stem


@record
class BuildResult:
    """One handout, or the problems that kept it from being made; `pages` is known for PDF only, else None."""

    worksheet: str
    language: str
    format: str
    edition: Edition
    style: Style
    path: Path
    pages: int | None = None
    status: Status = Status.MADE
    problems: tuple[Problem, ...] = ()
    beside: str | None = None
    digest: str = field(default="", repr=False)
    """The SHA-256 of the file in hexadecimal, if the file is known to have the contents that were made; else empty."""


def plan(
    worksheets: Sequence[Path], languages: Sequence[str], formats: Sequence[str], beside: str | None = None
) -> tuple[Job, ...]:
    """The jobs, worksheet by worksheet; raises Refused where two would write the same file."""
    named: dict[str, Path] = {}
    problems = []
    for path in worksheets:
        first = named.setdefault(path.stem.casefold(), path)
        if first is not path:
            sentence = f"{first} and {path} would become the same handout."
            problems.append(Problem(None, sentence, "Rename one of them, or build them into two folders with -o."))
    if problems:
        raise Refused(problems)
    return tuple(Job(path, language, tuple(formats), beside) for path in worksheets for language in languages)


def planned(composer: Composer, worksheets: Sequence[Path], everything: bool = False) -> tuple[Job, ...]:
    """The jobs of an order; `everything`: no worksheets were named, and those that cannot be made are left out."""
    order = composer.order
    found = plan(worksheets, composer.tags, order.format_names(), order.beside)
    if everything and not order.draft:
        found = where_translated(found, composer.library)
    if everything and order.leaf:
        found = tuple(job for job in found if (sheet := composer.sheet_of(job.worksheet)) is None or sheet.leaf)
    return found


def where_translated(jobs: Sequence[Job], library: Library) -> tuple[Job, ...]:
    """The jobs, with `passed_over` set if their language has nothing of the worksheet, but something of others."""
    wanted = {tag for job in jobs for tag in (job.language, job.beside) if tag not in (None, SOURCE_LANGUAGE)}
    if not wanted:
        return tuple(jobs)
    from ..translation.translated_structures import lacking_in

    lacking = {tag: lacking_in(library, tag, {job.worksheet.stem for job in jobs}) for tag in wanted}

    def is_passed_over(job: Job) -> bool:
        return any(job.worksheet.stem in lacking.get(tag or "", ()) for tag in (job.language, job.beside))

    return tuple(replace(job, passed_over=is_passed_over(job)) for job in jobs)


def build(jobs: Sequence[Job], workshop: JobRunner, workers: int | None = None) -> Iterator[BuildResult]:
    """Run all jobs, and yield the result of each handout in order of the plan.

    The first two jobs run in this process, which loads the modules and measures the time of a job; more processes are
    started for the rest if that saves time, or as many as `workers` says.
    """
    taken = 0.0
    for job in jobs[:2]:
        began = time.monotonic()
        yield from workshop.make(job)
        taken = taken if job.passed_over else time.monotonic() - began
    rest = jobs[2:]
    if workers is None:
        workers = (os.cpu_count() or 1) if taken * len(rest) > _WORTH_WORKERS else 1
    workers = min(workers, len(rest))
    if workers > 1:
        yield from _spread(rest, workshop, workers)
    else:
        for job in rest:
            yield from workshop.make(job)


def _spread(jobs: Sequence[Job], workshop: JobRunner, workers: int) -> Iterator[BuildResult]:
    """Run the jobs in several processes; if one is ended from outside, the handouts not yet made are reported."""
    from concurrent.futures import BrokenExecutor

    from ..foundation.process_pool import spread

    left = [(job, name) for job in jobs for name in job.formats]
    try:
        for made in spread(workshop.make, jobs, workers):
            left.pop(0)
            yield made
    except BrokenExecutor:
        yield from (workshop.standing(job, name, Status.REFUSED, None, _ENDED) for job, name in left)


@record
class JobRunner:
    """Runs jobs: writes handouts into the folder of the order, and replaces files only as the manifest allows."""

    composer: Composer
    manifest: Manifest
    _suffixes: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _paths: dict[tuple[Job, str], Path] = field(default_factory=dict, repr=False, compare=False)

    @property
    def order(self) -> Order:
        """The order that the jobs belong to."""
        return self.composer.order

    def make(self, job: Job) -> tuple[BuildResult, ...]:
        """Compose the document once and write it in each format; a refusal in one format does not stop the others."""
        if job.passed_over:
            return tuple(replace(self._result(job, name), status=Status.UNTRANSLATED) for name in job.formats)
        try:
            compose = self.composer.pack if job.pack else self.composer.document
            document = compose(job.worksheet, job.language, job.beside)
        except Refused as refused:
            return tuple(self._result(job, name, refused) for name in job.formats)
        return tuple(self._write(job, document, name) for name in job.formats)

    def _write(self, job: Job, document: Document, format_name: str) -> BuildResult:
        try:
            if not FORMATS[format_name].paged:
                refuse_if(self.composer.lacking_tools(job.tags))
            data = FORMATS[format_name].write(document, self.composer.brand)
            status, problems = self.place(job.name, self.path(job, format_name), data)
        except Refused as refused:
            return self._result(job, format_name, refused)
        digest = "" if status is Status.KEPT else hashlib.sha256(data).hexdigest()
        made = self._result(job, format_name, pages=None if status is Status.KEPT else page_count(data))
        return replace(made, status=status, problems=problems, digest=digest)

    def place(self, name: str, path: Path, data: bytes) -> tuple[Status, tuple[Problem, ...]]:
        """Write a handout, unless the existing file is equal or may not be replaced; raises Refused."""
        store = self.manifest.store
        store.check(path, self.order.output)
        standing = self.manifest.standing(path, name)
        allowed = (Standing.NOTHING, Standing.OURS)
        if standing in allowed or (self.order.overwrite and standing is not Standing.FOREIGN):
            store.write(path, data)
            return Status.MADE, ()
        if store.digest(path) == hashlib.sha256(data).hexdigest():
            return Status.UNCHANGED, ()
        return Status.KEPT, (in_the_way(path, standing),)

    def standing(
        self, job: Job, format_name: str, status: Status, pages: int | None, *problems: Problem
    ) -> BuildResult:
        """The result of a handout with the given status, pages and problems."""
        return self._result(job, format_name, pages=pages, status=status, problems=problems)

    def _result(
        self,
        job: Job,
        format_name: str,
        refused: Refused | None = None,
        pages: int | None = None,
        status: Status = Status.MADE,
        problems: tuple[Problem, ...] = (),
    ) -> BuildResult:
        return BuildResult(
            job.name,
            job.language,
            format_name,
            self.order.edition,
            self.order.style,
            self.path(job, format_name),
            pages,
            Status.REFUSED if refused else status,
            refused.problems if refused else problems,
            job.beside,
        )

    def path(self, job: Job, format_name: str) -> Path:
        """The path of a handout."""
        found = self._paths.get((job, format_name))
        if found is None:
            found = self._paths[job, format_name] = self._path(job, format_name)
        return found

    def _path(self, job: Job, format_name: str) -> Path:
        suffix = self._suffix(format_name)
        if self.order.site:
            return self.order.site / f"{page_name(job.name, job.language, job.beside, suffix)}.{format_name}"
        both = f"-{job.language}-{job.beside}" if job.beside else ""
        return self.order.output.joinpath(job.language, f"{job.name}{both}{suffix}.{format_name}")

    def _suffix(self, format_name: str) -> str:
        if format_name not in self._suffixes:
            paper = self.composer.practice.sheet_of_paper()
            self._suffixes[format_name] = self.order.suffix(format_name, paper)
        return self._suffixes[format_name]
