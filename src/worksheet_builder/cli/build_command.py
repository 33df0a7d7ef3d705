"""The command that makes handouts."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..build.formats import FORMATS
from ..document import Edition, Paper, Style
from ..project.library import SOURCE_LANGUAGE, Library
from .clock import today
from .output import path_shown, print_json, print_problems, problem_as_json
from .parameter_types import LANGUAGE, WORKSHEET, ChoiceOf

if TYPE_CHECKING:
    from ..build.composer import Composer
    from ..build.jobs import BuildResult
    from ..foundation.problems import Problem

FORMAT = click.Choice(list(FORMATS))
STATE = click.Choice(["draft", "translated", "reviewed"])
FOLDER = click.Path(file_okay=False, path_type=Path)
_LONG = 12
"""Handouts from which on a build shows how far it is."""


@click.command(
    epilog="""\b
Examples:
  worksheet-builder build where-harm-occurred
  worksheet-builder build --all -l en -l es
  worksheet-builder build grief-and-anger -l es -f pdf --style large-print
  worksheet-builder build where-harm-occurred -l es --bilingual en
  worksheet-builder build my-sheet.yaml --practice practice.yaml -o ~/Desktop/handouts

\b
With --all, a worksheet that has no translation yet is passed over in that language.

\b
Exit code: 0 all made · 1 problems in what was given, or edits in the way; the rest is made · 2 wrong usage."""
)
@click.argument("worksheets", metavar="[WORKSHEET]...", nargs=-1, type=WORKSHEET)
@click.option("--all", "everything", is_flag=True, help="Every worksheet of the project and the library.")
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    type=LANGUAGE,
    help="Can be repeated. [default: the practice’s, else en]",
)
@click.option("-f", "--format", "formats", multiple=True, type=FORMAT, help="Can be repeated. [default: all]")
@click.option(
    "--practice",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The practice whose name and colours they carry. [default: practice.yaml of the project]",
)
@click.option("-o", "--output", type=FOLDER, default=Path("handouts"), help="The folder to put them in.")
@click.option("--edition", type=ChoiceOf(Edition), default="client", help="With or without the therapist’s notes.")
@click.option("--style", type=ChoiceOf(Style), default="standard", help="How it is set.")
@click.option("--paper", type=ChoiceOf(Paper), help="The sheet it is printed on. [default: by the practice’s country]")
@click.option("--bilingual", "beside", type=LANGUAGE, help="A second language, on the same sheet.")
@click.option("--no-fill", is_flag=True, help="To be filled with a pen only: no form fields.")
@click.option("--no-examples", is_flag=True, help="Leave out what shows how a table or a beginning may be filled.")
@click.option("--leaf", is_flag=True, help="Only the page that is meant for other people, such as staff.")
@click.option("--protect", is_flag=True, help="In Word, only the fields can be filled; nothing else can be changed.")
@click.option("--draft", is_flag=True, help="Print the English, marked, where there is no current translation.")
@click.option("--require", type=STATE, help="What translations have to be. [default: the practice’s, else draft]")
@click.option("-j", "--jobs", type=click.IntRange(1, 256), help="Handouts made at a time. [default: as it is worth it]")
@click.option("--force", is_flag=True, help="Make also what has not changed since it was made.")
@click.option("--overwrite", is_flag=True, help="Replace handouts that were edited since they were made.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def build(
    worksheets: tuple[str, ...],
    everything: bool,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    practice: Path | None,
    output: Path,
    beside: str | None,
    jobs: int | None,
    force: bool,
    overwrite: bool,
    as_json: bool,
    **how: Any,
) -> None:
    """Make handouts: each WORKSHEET, an id or a YAML file, in each language and format.

    They go to OUTPUT/LANGUAGE/WORKSHEET.FORMAT; in two languages both are in the name of the file. What has not
    changed is not made again. A handout that you have edited is left as it is.
    """
    _refuse_contradictions(how, bool(worksheets), everything)
    library = Library.open()
    paths = tuple(library.worksheets.values()) if everything else library.find_all(worksheets)
    from ..build.incremental import renew
    from ..build.jobs import plan, where_translated

    composer = composer_for(library, practice or library.practice, **how)
    tags = languages or composer.practice.languages or (SOURCE_LANGUAGE,)
    refuse_same(tags, beside)
    report_fallbacks(composer, tags, beside)
    notices = [] if how["leaf"] else tell_notices(composer, tags, beside)
    planned = plan(paths, tuple(dict.fromkeys(tags)), tuple(dict.fromkeys(formats or FORMATS)), beside)
    if everything and not how["draft"]:
        planned = where_translated(planned, library)
    if how["leaf"] and everything:
        planned = tuple(job for job in planned if composer.has_leaf(job.worksheet))
    renewed = renew(planned, composer, output, jobs, force, overwrite)
    with _shown_progress(renewed, sum(len(job.formats) for job in planned)) as made:
        handouts = list(made)
    report(handouts, as_json, notices)


def _refuse_contradictions(how: Mapping[str, Any], named: bool, everything: bool) -> None:
    """A usage error for options that do not go together."""
    if named == everything:
        raise click.UsageError("Name the worksheets to build, or give --all; one of the two.")
    if how["draft"] and how["require"]:
        raise click.UsageError("--draft prints what is not translated, --require refuses it; give one of the two.")
    if how["leaf"] and how["edition"] != Edition.CLIENT:
        raise click.UsageError("A leaf is for other people and has no notes; leave --edition out.")


def refuse_same(tags: Sequence[str], beside: str | None) -> None:
    """A usage error for a language that would stand beside itself."""
    if beside in tags:
        raise click.UsageError(f"‘{beside}’ cannot stand beside itself; give --bilingual another language than -l.")


def report_fallbacks(composer: Composer, tags: Sequence[str], beside: str | None) -> None:
    """Say which languages of an order have letters that the font of the practice does not have."""
    print_problems(composer.practice.stand_ins((*tags, beside) if beside else tags))


def tell_notices(composer: Composer, tags: Sequence[str], beside: str | None) -> list[Problem]:
    """Say in one line, and return, what the pages of an order do not say of whom to call, and what to do."""
    notice = composer.notice((*tags, beside) if beside else tags)
    notices = [notice] if notice else []
    print_problems(notices)
    return notices


def composer_for(
    library: Library,
    practice: Path | None,
    edition: str,
    style: str,
    paper: str | None,
    no_fill: bool,
    protect: bool,
    draft: bool,
    require: str | None = None,
    no_examples: bool = False,
    leaf: bool = False,
) -> Composer:
    """The composer of an order, once all that its documents share is read; raises Refused."""
    from ..build.composer import Composer

    sheet = Paper(paper) if paper else None
    asked = (Edition(edition), Style(style), sheet, not no_fill, draft, today(), require or "", protect)
    return Composer(library, practice, *asked, examples=not no_examples, leaf=leaf).prepared()


@contextlib.contextmanager
def _shown_progress(made: Iterable[BuildResult], length: int) -> Iterator[Iterable[BuildResult]]:
    """The handouts as they are made, with a bar on a terminal if there are many."""
    if length < _LONG or not sys.stderr.isatty():
        yield made
        return
    with click.progressbar(made, length=length, label="Making handouts", file=sys.stderr) as bar:
        yield bar


def report(handouts: list[BuildResult], as_json: bool, notices: Sequence[Problem] = ()) -> None:
    """Problems and the sum on standard error, what was made on standard output; exit code 1 if any was refused.

    As JSON each handout carries the notices of its order.
    """
    print_problems(problem for handout in handouts for problem in handout.problems)
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
    """One line for each language that lacks worksheets altogether."""
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
