"""The command `pack`, which makes several worksheets into one handout, and the list of packs for `list --packs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..definitions.pack import Pack
from ..foundation.problems import Problem, Refused
from ..project.library import Library
from ..reading.tailoring_loader import read_whole_pack
from ..translation.translated_structures import languages_begun
from .build_command import composer_for, make
from .build_options import takes_order
from .output import path_shown, print_json, print_problems, print_table
from .parameter_types import PACK

if TYPE_CHECKING:
    from ..build.order import Order


@click.command(
    epilog="""\b
Examples:
  worksheet-builder pack first-sessions
  worksheet-builder pack first-sessions -l es --edition therapist
  worksheet-builder pack packs/my-pack.yaml -f pdf

\b
Exit code: 0 made · 1 problems in what was given, or edits in the way · 2 wrong usage."""
)
@click.argument("pack", metavar="PACK", type=PACK)
@takes_order(but=("leaf", "client"))
@click.option("--json", "as_json", is_flag=True, help="Print what was made as JSON.")
def pack(pack: str, order: Order, as_json: bool) -> None:
    """Make a PACK, an id or a YAML file that names worksheets, into one PDF and one Word file.

    They open with the contents, and go to OUTPUT/LANGUAGE/pack-PACK.FORMAT.
    """
    from ..build.jobs import Job

    library = Library.open()
    path = library.find_pack(pack)
    composer = composer_for(library, order)
    jobs = [Job(path, tag, order.format_names(), order.beside, pack=True) for tag in composer.tags]
    make(jobs, composer, as_json)


def print_packs(library: Library, as_json: bool) -> None:
    """Print the packs of the project and the library, then the problems of unreadable ones; exit code 1 for any."""
    rows, problems = _rows(library)
    if as_json:
        print_json(rows)
    elif rows:
        cells = [(row["id"], row["title"], " ".join(row["worksheets"]), " ".join(row["languages"])) for row in rows]
        print_table(cells, ("ID", "TITLE", "WORKSHEETS", "LANGUAGES"))
    print_problems(problems)
    if problems:
        raise SystemExit(1)


def _rows(library: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path in library.packs.values():
        try:
            rows.append(_facts(library, read_whole_pack(library, path)))
        except Refused as refused:
            problems += refused.problems
    return rows, problems


def _facts(library: Library, told: Pack) -> dict[str, Any]:
    return {
        "id": told.id,
        "title": told.title.plain(),
        "summary": told.summary.plain(),
        "worksheets": [entry.sheet for entry in told.worksheets],
        "languages": list(languages_begun(library, told.name)),
        "path": path_shown(told.place.file),
    }
