"""A folder of web pages for any static host: pages with neutral names, their index, and protective HTTP headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..foundation.problems import Refused
from ..html.site_index import HEADERS, ROBOTS, SitePage, index
from .composer import Composer
from .jobs import BuildResult, Job, Status
from .manifest import Manifest

_NAME = "site"
"""The name in the manifest for files that belong to no worksheet."""


def write_site(jobs: Sequence[Job], made: Sequence[BuildResult], composer: Composer, folder: Path) -> tuple[Path, ...]:
    """Write the index of the pages, headers and robots.txt; raises Refused if other files are in their place."""
    pages = [*_listed(jobs, made, composer)]
    if not pages:
        return ()
    files = {"index.html": index(pages, composer.brand), "_headers": HEADERS.encode(), "robots.txt": ROBOTS.encode()}
    manifest = Manifest.open(folder)
    for name, data in files.items():
        manifest.put(folder / name, _NAME, data)
    return tuple(folder / name for name in files)


def _listed(jobs: Sequence[Job], made: Sequence[BuildResult], composer: Composer) -> Iterator[SitePage]:
    for job, result in zip(jobs, made, strict=True):
        if result.status in (Status.MADE, Status.UNCHANGED):
            try:
                compose = composer.pack if job.pack else composer.document
                yield SitePage(result.path.name, compose(job.worksheet, job.language, job.beside))
            except Refused:
                continue
