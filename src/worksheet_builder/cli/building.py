"""The command that makes handouts."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..document import Edition, Paper, Style
from ..formats import FORMATS
from ..library import Library
from .choices import LANGUAGE, WORKSHEET, Word
from .printing import path_shown, print_json, print_problems, problem_as_json

if TYPE_CHECKING:
    from ..build import Made
    from ..composer import Composer

FORMAT = click.Choice(list(FORMATS))
FOLDER = click.Path(file_okay=False, path_type=Path)
_LONG = 12
"""Handouts from which on a build shows how far it is."""


@click.command(
    epilog="""\b
Examples:
  worksheet-builder build where-harm-occurred
  worksheet-builder build --all -l en -l es
  worksheet-builder build grief-and-anger -l es -f pdf --style large-print
  worksheet-builder build my-sheet.yaml --practice practice.yaml -o ~/Desktop/handouts

\b
Exit code: 0 all made · 1 problems in what was given, the rest is made · 2 wrong usage."""
)
@click.argument("worksheets", metavar="[WORKSHEET]...", nargs=-1, type=WORKSHEET)
@click.option("--all", "everything", is_flag=True, help="Every worksheet of the project and the library.")
@click.option("-l", "--language", "languages", multiple=True, type=LANGUAGE, help="Can be repeated. [default: en]")
@click.option("-f", "--format", "formats", multiple=True, type=FORMAT, help="Can be repeated. [default: all]")
@click.option(
    "--practice",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The practice whose name and colours they carry. [default: practice.yaml of the project]",
)
@click.option("-o", "--output", type=FOLDER, default=Path("handouts"), help="The folder to put them in.")
@click.option("--edition", type=Word(Edition), default="client", help="With or without the therapist’s notes.")
@click.option("--style", type=Word(Style), default="standard", help="How it is set.")
@click.option("--paper", type=Word(Paper), help="The sheet it is printed on. [default: by the practice’s country]")
@click.option("--no-fill", is_flag=True, help="To be filled with a pen only: no form fields.")
@click.option("--draft", is_flag=True, help="Print the English, marked, where there is no current translation.")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Handouts made at a time. [default: as it is worth it]")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(
    worksheets: tuple[str, ...],
    everything: bool,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    practice: Path | None,
    output: Path,
    jobs: int | None,
    as_json: bool,
    **how: Any,
) -> None:
    """Make handouts: each WORKSHEET, an id or a YAML file, in each language and format.

    They go to OUTPUT/LANGUAGE/WORKSHEET.FORMAT.
    """
    if bool(worksheets) == everything:
        raise click.UsageError("Name the worksheets to build, or give --all; one of the two.")
    library = Library.open()
    paths = tuple(library.worksheets.values()) if everything else library.find_all(worksheets)
    from ..build import build as make
    from ..build import plan

    planned = plan(paths, tuple(dict.fromkeys(languages or ("en",))), tuple(dict.fromkeys(formats or FORMATS)))
    composer = _composer(library, practice or library.practice, **how)
    with _shown_progress(make(planned, composer, output, jobs), sum(len(job.formats) for job in planned)) as made:
        handouts = list(made)
    _report(handouts, as_json)


def _composer(
    library: Library, practice: Path | None, edition: str, style: str, paper: str | None, no_fill: bool, draft: bool
) -> Composer:
    from ..composer import Composer

    sheet = Paper(paper) if paper else None
    return Composer(library, practice, Edition(edition), Style(style), sheet, not no_fill, draft).prepared()


@contextlib.contextmanager
def _shown_progress(made: Iterable[Made], length: int) -> Iterator[Iterable[Made]]:
    """The handouts as they are made, with a bar on a terminal if there are many."""
    if length < _LONG or not sys.stderr.isatty():
        yield made
        return
    with click.progressbar(made, length=length, label="Making handouts", file=sys.stderr) as bar:
        yield bar


def _report(handouts: list[Made], as_json: bool) -> None:
    """Problems and the sum on standard error, what was made on standard output; exit code 1 if any was refused."""
    print_problems(problem for handout in handouts for problem in handout.problems)
    made = [handout for handout in handouts if handout.status == "made"]
    if as_json:
        print_json([_as_json(handout) for handout in handouts])
    else:
        for handout in made:
            click.echo(path_shown(handout.path))
    refused = len(handouts) - len(made)
    tail = f", {refused} not made" if refused else ""
    click.echo(click.style(f"{_counted(len(made))} made{tail}.", fg="red" if refused else "green"), err=True)
    if refused:
        raise SystemExit(1)


def _counted(count: int) -> str:
    return "1 handout" if count == 1 else f"{count} handouts"


def _as_json(handout: Made) -> dict[str, Any]:
    return {
        "worksheet": handout.worksheet,
        "language": handout.language,
        "format": handout.format,
        "edition": handout.edition.value,
        "style": handout.style.value,
        "path": str(handout.path),
        "pages": handout.pages,
        "status": handout.status.value,
        "problems": [problem_as_json(problem) for problem in handout.problems],
    }
