"""Worksheets × languages × formats: plans the handouts, makes each, and says what became of it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .composer import Composer
from .document import Document, Edition, Setting, Style
from .files import write_whole
from .formats import FORMATS, page_count
from .problems import Problem, Refused

_WORTH_WORKERS = 1.0
"""Seconds of work left that more processes are started for; starting them costs about a tenth."""


class Status(StrEnum):
    """What became of a handout."""

    MADE = "made"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Job:
    """One worksheet in one language, written in every format that was asked for."""

    worksheet: Path
    language: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One handout, or the reasons why there is none; `pages` is None where the format leaves paging to Word."""

    worksheet: str
    language: str
    format: str
    edition: Edition
    style: Style
    path: Path
    pages: int | None = None
    status: Status = Status.MADE
    problems: tuple[Problem, ...] = ()


def plan(worksheets: Sequence[Path], languages: Sequence[str], formats: Sequence[str]) -> tuple[Job, ...]:
    """The jobs, worksheet by worksheet; raises Refused where two would write the same file."""
    named: dict[str, Path] = {}
    problems = []
    for path in worksheets:
        if path.stem in named:
            sentence = f"{named[path.stem]} and {path} would become the same handout."
            problems.append(Problem(None, sentence, "Rename one of them, or build them into two folders with -o."))
        named.setdefault(path.stem, path)
    if problems:
        raise Refused(problems)
    return tuple(Job(path, language, tuple(formats)) for path in worksheets for language in languages)


def build(jobs: Sequence[Job], composer: Composer, output: Path, workers: int | None = None) -> Iterator[Made]:
    """Make every job and yield each handout in order of the plan.

    The first two are made here, which loads what is needed and shows how long one takes; more processes are started
    for the rest if that is worth it, or if `workers` says so.
    """
    workshop = Workshop(composer, output)
    taken = time.monotonic()
    for job in jobs[:2]:
        taken = time.monotonic()
        yield from workshop.make(job)
    taken, rest = time.monotonic() - taken, jobs[2:]
    if workers is None:
        workers = (os.cpu_count() or 1) if taken * len(rest) > _WORTH_WORKERS else 1
    workers = min(workers, len(rest))
    if workers > 1:
        from .workers import spread

        yield from spread(workshop.make, rest, workers)
    else:
        for job in rest:
            yield from workshop.make(job)


@dataclass(frozen=True, slots=True)
class Workshop:
    """Turns jobs into files under the folder `output`."""

    composer: Composer
    output: Path

    def make(self, job: Job) -> tuple[Made, ...]:
        """Compose the document once and write it in each format; what is refused in one does not stop the next."""
        try:
            document = self.composer.document(job.worksheet, job.language)
        except Refused as refused:
            return tuple(self._made(job, name, refused) for name in job.formats)
        return tuple(self._write(job, document, name) for name in job.formats)

    def _write(self, job: Job, document: Document, format_name: str) -> Made:
        try:
            data = FORMATS[format_name](document, self.composer.brand)
            write_whole(self._path(job, format_name), data)
        except Refused as refused:
            return self._made(job, format_name, refused)
        return self._made(job, format_name, pages=page_count(data))

    def _made(self, job: Job, format_name: str, refused: Refused | None = None, pages: int | None = None) -> Made:
        setting = self.composer.setting
        return Made(
            job.worksheet.stem,
            job.language,
            format_name,
            setting.edition,
            setting.style,
            self._path(job, format_name),
            pages,
            Status.REFUSED if refused else Status.MADE,
            refused.problems if refused else (),
        )

    def _path(self, job: Job, format_name: str) -> Path:
        return self.output / job.language / f"{job.worksheet.stem}{variant(self.composer.setting)}.{format_name}"


def variant(setting: Setting) -> str:
    """What the name of a file says of its edition and style, so that none stands where another does."""
    parts: Mapping[str, bool] = {
        setting.edition.value: setting.edition is not Edition.CLIENT,
        setting.style.value: setting.style is not Style.STANDARD,
    }
    return "".join(f"-{name}" for name, told in parts.items() if told)
