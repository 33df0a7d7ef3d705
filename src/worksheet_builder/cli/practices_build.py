"""A build for many practices: checks all input first, shows a bar with the time left, reports by practice."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..foundation.problems import Problem
from ..project.library import Library
from .output import print_json, print_problems, problem_as_json

if TYPE_CHECKING:
    from ..build.order import Order
    from ..build.practices import PracticeResult, ServiceOrder
    from ..reading.practices_reader import NamedPractice

_STATUSES = {"made": "made", "unchanged": "unchanged", "kept": "kept", "refused": "not made"}
"""The statuses that are counted for each practice, with their names in the report."""


def build_practices(
    library: Library,
    order: Order,
    worksheets: tuple[Path, ...],
    everything: bool,
    practices: Path,
    address: str | None,
    as_json: bool,
) -> None:
    """Make the worksheets for each practice and report by practice; exit code 1 if anything was refused."""
    for given, name in ((order.practice, "--practice"), (order.client, "--with"), (order.site, "--site")):
        if given:
            raise click.UsageError(f"--practices makes handouts for many practices; leave {name} out.")
    from ..build.practice_executors import cluster, is_scheduler_address, processes
    from ..build.practices import ServiceOrder, checked
    from ..build.practices_dispatch import make_practices
    from ..reading.practices_reader import read_practices

    if address and not is_scheduler_address(address):
        like = "give what ‘dask scheduler’ prints, such as tcp://10.0.0.5:8786."
        raise click.UsageError(f"‘--on {address}’ is not the address of a scheduler; {like}")
    service = ServiceOrder(library, order, worksheets, everything)
    read = read_practices(practices)
    counts = checked(service, read)
    notices = _notices(service, read.practices)
    engine = partial(cluster, address) if address else partial(processes, order.workers)
    with _shown_progress(sum(counts.values())) as advance:
        results = []
        for result in make_practices(service, read.practices, engine):
            results.append(result)
            advance(counts[result.id])
    _report(sorted(results, key=lambda it: it.id), notices, as_json)


@contextlib.contextmanager
def _shown_progress(length: int) -> Iterator[Callable[[int], None]]:
    """A function to call with the number of finished handouts; on a terminal it moves a progress bar."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    with click.progressbar(length=length, label="Making handouts", file=sys.stderr, show_eta=True) as bar:
        yield bar.update


def _notices(service: ServiceOrder, practices: Sequence[NamedPractice]) -> list[Problem]:
    """The notices on missing contacts and on outdated tailored sheets, each once for all practices."""
    from ..build.order_remarks import remarks_of, without_body
    from ..build.outdated_changes import moved_under
    from ..build.source_files import source_files

    found: list[Problem] = []
    for named in practices:
        composer = service.composer(named)
        found += [*remarks_of(composer), *without_body(composer, service.worksheets)]
    files = dict.fromkeys(
        it for path in service.worksheets for it in (path, *source_files(service.library, path, ())[0])
    )
    return [*dict.fromkeys(found), *moved_under(service.library, files)]


def _report(results: Sequence[PracticeResult], notices: Sequence[Problem], as_json: bool) -> None:
    """Problems, notices and the sum on standard error, a line for each practice on standard output, or all as JSON."""
    print_problems((*(problem for result in results for problem in result.problems), *notices))
    if as_json:
        print_json([_as_json(result, notices) for result in results])
    else:
        for result in results:
            click.echo(f"{result.id}: {_said(result.counts)}")
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.counts)
    wrong = any(result.problems for result in results)
    practices = "1 practice" if len(results) == 1 else f"{len(results)} practices"
    click.echo(click.style(f"{practices}: {_said(total)}.", fg="red" if wrong else "green"), err=True)
    if wrong:
        raise SystemExit(1)


def _said(counts: Counter[str] | Any) -> str:
    """The counts in words; what was made always, the others where there are any."""
    said = [f"{counts.get('made', 0)} made"]
    said += [f"{counts[it]} {name}" for it, name in _STATUSES.items() if it != "made" and counts.get(it)]
    return ", ".join(said)


def _as_json(result: PracticeResult, notices: Sequence[Problem]) -> dict[str, Any]:
    return {
        "practice": result.id,
        **{name: result.counts.get(name, 0) for name in (*_STATUSES, "untranslated")},
        "problems": [problem_as_json(problem) for problem in result.problems],
        "notices": [notice.sentence for notice in notices],
    }
