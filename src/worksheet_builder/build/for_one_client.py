"""Make handouts for one client: only the files are written, and nothing is recorded.

There is no entry in the manifest, no hash, no other process, and nothing about the client in file names or properties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..document import Document
from ..foundation.files import clear_parts, refuse_links, write_whole
from ..foundation.problems import Place, Problem, Refused
from .composer import Composer
from .formats import FORMATS, page_count
from .jobs import BuildResult, Job, JobRunner, Status
from .manifest import Manifest

_THERE = "A handout for a client stands here already, and was left as it is."
_MOVE = "Give it to its client and delete it, or move it; or say --overwrite."


def make_for_one(jobs: tuple[Job, ...], composer: Composer) -> Iterator[BuildResult]:
    """Make each handout of the order without recording it, and yield the results."""
    runner = JobRunner(composer, Manifest(composer.order.output))
    clear_parts(composer.order.output / job.language for job in jobs)
    for job in jobs:
        try:
            document = composer.document(job.worksheet, job.language, job.beside)
        except Refused as refused:
            yield from (runner.standing(job, name, Status.REFUSED, None, *refused.problems) for name in job.formats)
            continue
        yield from (_made(runner, job, document, name) for name in job.formats)


def _made(runner: JobRunner, job: Job, document: Document, name: str) -> BuildResult:
    path = runner.path(job, name)
    try:
        if (path.exists() or path.is_symlink()) and not runner.order.overwrite:
            return runner.standing(job, name, Status.KEPT, None, Problem(Place(str(path)), _THERE, _MOVE))
        refuse_links(path, runner.order.output)
        data = FORMATS[name].write(document, runner.composer.brand)
        write_whole(path, data)
    except Refused as refused:
        return runner.standing(job, name, Status.REFUSED, None, *refused.problems)
    return replace(runner.standing(job, name, Status.MADE, page_count(data)), digest="")
