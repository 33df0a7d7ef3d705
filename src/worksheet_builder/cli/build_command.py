"""The command that makes handouts."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..definitions.practice_remarks import remarks_on
from ..project.library import Library
from .build_options import takes_order
from .output import path_shown, print_json, print_problems, problem_as_json
from .parameter_types import WORKSHEET

if TYPE_CHECKING:
    from ..build.composer import Composer
    from ..build.jobs import BuildResult, Job
    from ..build.order import Order
    from ..foundation.problems import Problem

_LONG = 12
"""The least number of handouts for which a build shows a progress bar."""


@click.command(
    epilog="""\b
Examples:
  worksheet-builder build where-harm-occurred
  worksheet-builder build --all -l en -l es
  worksheet-builder build grief-and-anger -l es -f pdf --style large-print
  worksheet-builder build where-harm-occurred -l es --bilingual en
  worksheet-builder build waves --with - -f pdf < changes.yaml
  worksheet-builder build --all -l en -l es --site pages
  worksheet-builder build my-sheet.yaml --practice practice.yaml -o ~/Desktop/handouts
  worksheet-builder build --all -l en -l es --practices practices.csv

\b
With --all, a worksheet that has no translation yet is passed over in that language.

\b
Exit code: 0 all made · 1 problems in what was given, or edits in the way; the rest is made · 2 wrong usage."""
)
@click.argument("worksheets", metavar="[WORKSHEET]...", nargs=-1, type=WORKSHEET)
@click.option("--all", "everything", is_flag=True, help="Every worksheet of the project and the library.")
@takes_order()
@click.option(
    "--practices",
    type=click.Path(exists=True, path_type=Path),
    help="For each of many practices: a folder of practice files, or a table (CSV, YAML) with one in each row.",
)
@click.option("--on", "address", metavar="ADDRESS", help="With --practices: a Dask scheduler that hands the work out.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(
    worksheets: tuple[str, ...],
    everything: bool,
    order: Order,
    practices: Path | None,
    address: str | None,
    as_json: bool,
) -> None:
    """Make handouts: each WORKSHEET, an id or a YAML file, in each language and format.

    They go to OUTPUT/LANGUAGE/WORKSHEET.FORMAT. What makes another page is in the name of the file: two languages, the
    edition, the style, another paper, what is left out. What has not changed is not made again. A handout that you have
    edited is left as it is.
    """
    if bool(worksheets) == everything:
        raise click.UsageError("Name the worksheets to build, or give --all; one of the two.")
    if address and not practices:
        raise click.UsageError("--on hands out the work of many practices; give --practices too.")
    library = Library.open()
    paths = tuple(library.worksheets.values()) if everything else library.find_all(worksheets)
    if practices:
        from .practices_build import build_practices

        return build_practices(library, order, paths, everything, practices, address, as_json)
    from ..build.jobs import planned

    composer = composer_for(library, order)
    jobs = planned(composer, paths, everything)
    return _make_for_one(jobs, composer, as_json) if order.client else make(jobs, composer, as_json)


def _make_for_one(planned: tuple[Job, ...], composer: Composer, as_json: bool) -> None:
    """Make the handouts of one client, of which nothing is stored; a usage error for more than one worksheet."""
    from ..build.for_one_client import make_for_one
    from ..build.order_remarks import without_body

    if len({job.worksheet for job in planned}) != 1:
        raise click.UsageError("--with is for one worksheet; name just one.")
    report_fallbacks(composer)
    notices = [*notices_of(composer), *without_body(composer, (job.worksheet for job in planned))]
    report(list(make_for_one(planned, composer)), as_json, notices)


def make(planned: Sequence[Job], composer: Composer, as_json: bool) -> None:
    """Make the handouts of an order and report each, with what its pages lack; exit code 1 if any was refused."""
    from ..build.incremental import renew
    from ..build.order_remarks import without_body
    from ..build.outdated_changes import moved_under
    from ..build.source_files import source_files

    report_fallbacks(composer)
    notices = [] if composer.order.leaf else notices_of(composer)
    files = dict.fromkeys(
        it for job in planned for it in (job.worksheet, *source_files(composer.library, job.worksheet, (), job.pack)[0])
    )
    notices += (*without_body(composer, files), *moved_under(composer.library, files))
    with _shown_progress(renew(planned, composer), sum(len(job.formats) for job in planned)) as made:
        handouts = list(made)
    if composer.order.site:
        from ..build.site import write_site

        write_site(planned, handouts, composer, composer.order.site)
    report(handouts, as_json, notices)


def composer_for(library: Library, order: Order) -> Composer:
    """The composer of an order, for the project's practice if the order names none; raises Refused if it has faults.

    Raises a usage error if the second language is also one of the first.
    """
    from ..build.composer import Composer

    composer = Composer(library, replace(order, practice=order.practice or library.practice)).prepared()
    if order.beside in composer.tags:
        sentence = f"‘{order.beside}’ cannot stand beside itself; give --bilingual another language than -l."
        raise click.UsageError(sentence)
    return composer


def report_fallbacks(composer: Composer) -> None:
    """Print which colours of the practice are replaced by a readable shade, and which languages its font lacks."""
    from ..definitions.colour_remarks import shades
    from ..foundation.problems import Place

    told = (replace(it, place=it.place and Place(it.place.file), hint="") for it in shades(composer.practice))
    print_problems((*told, *remarks_on(composer.practice, composer.all_tags)))


def notices_of(composer: Composer) -> list[Problem]:
    """One notice on crisis contacts that the pages of an order lack, and what to do; an empty list if none."""
    notice = composer.notice(composer.all_tags)
    return [notice] if notice else []


@contextlib.contextmanager
def _shown_progress(made: Iterable[BuildResult], length: int) -> Iterator[Iterable[BuildResult]]:
    """The handouts as they are made, with a bar on a terminal if there are many."""
    if length < _LONG or not sys.stderr.isatty():
        yield made
        return
    with click.progressbar(made, length=length, label="Making handouts", file=sys.stderr) as bar:
        yield bar


def report(handouts: list[BuildResult], as_json: bool, notices: Sequence[Problem] = ()) -> None:
    """Print problems, notices and the sum on standard error, paths on standard output; exit code 1 on a problem.

    In JSON, each handout has the notices of its order.
    """
    print_problems((*(problem for handout in handouts for problem in handout.problems), *notices))
    by_status: dict[str, list[BuildResult]] = {}
    for handout in handouts:
        by_status.setdefault(handout.status, []).append(handout)
    kept, refused = (len(by_status.get(status, ())) for status in ("kept", "refused"))
    if as_json:
        print_json([_as_json(handout, notices) for handout in handouts])
    else:
        for handout in handouts:
            if handout.status in ("made", "unchanged"):
                click.echo(path_shown(handout.path))
    _tell_untranslated(by_status.get("untranslated", ()))
    counts = {"unchanged": len(by_status.get("unchanged", ())), "kept": kept, "not made": refused}
    tail = "".join(f", {count} {what}" for what, count in counts.items() if count)
    wrong = any(handout.problems for handout in handouts)
    colour = "red" if wrong else "green"
    click.echo(click.style(f"{_counted(len(by_status.get('made', ())))} made{tail}.", fg=colour), err=True)
    if wrong:
        raise SystemExit(1)


def _tell_untranslated(handouts: Iterable[BuildResult]) -> None:
    """Print a line for each language in which whole worksheets are not translated."""
    lacking: dict[str, set[str]] = {}
    for handout in handouts:
        lacking.setdefault("-".join(filter(None, (handout.language, handout.beside))), set()).add(handout.worksheet)
    for tag, names in lacking.items():
        count = "1 worksheet is" if len(names) == 1 else f"{len(names)} worksheets are"
        click.echo(f"{tag}: {count} not translated yet and passed over.", err=True)


def _counted(count: int) -> str:
    return "1 handout" if count == 1 else f"{count} handouts"


def _as_json(handout: BuildResult, notices: Sequence[Problem]) -> dict[str, Any]:
    return {
        "worksheet": handout.worksheet,
        "language": handout.language,
        **({"bilingual": handout.beside} if handout.beside else {}),
        "format": handout.format,
        "edition": handout.edition.value,
        "style": handout.style.value,
        "path": str(handout.path),
        "pages": handout.pages,
        "status": handout.status.value,
        "problems": [problem_as_json(problem) for problem in handout.problems],
        "notices": [notice.sentence for notice in notices],
    }
