"""The command that lists the worksheets there are."""

from __future__ import annotations

from typing import Any

import click

from ..library import Library
from ..problems import Problem, Refused
from ..reading import read_worksheet
from ..worksheet import Intensity, Worksheet
from .choices import COLLECTION, Word
from .printing import path_shown, print_json, print_problems, print_table


@click.command(
    "list",
    epilog="""\b
Examples:
  worksheet-builder list
  worksheet-builder list --intensity settling
  worksheet-builder list --json""",
)
@click.option("--collection", type=COLLECTION, help="Only those of one collection.")
@click.option("--intensity", type=Word(Intensity), help="Only those that may stir so much.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_context
def list_worksheets(ctx: click.Context, collection: str | None, intensity: str | None, as_json: bool) -> None:
    """List the worksheets of the project and of the library that comes with the tool."""
    library = Library.open()
    found, problems = _read(library)
    rows = [
        facts(library, worksheet)
        for worksheet in found
        if collection in (None, worksheet.collection) and intensity in (None, worksheet.intensity.value)
    ]
    if as_json:
        print_json(rows)
    else:
        _print(rows)
    print_problems(problems)
    if problems:
        ctx.exit(1)


def facts(library: Library, worksheet: Worksheet) -> dict[str, Any]:
    """What is told of a worksheet before one opens it."""
    return {
        "id": worksheet.id,
        "title": worksheet.title.plain(),
        "summary": worksheet.summary.plain(),
        "collection": worksheet.collection,
        "intensity": worksheet.intensity.value,
        "minutes": worksheet.minutes,
        "languages": list(library.languages_of(worksheet.id)),
        "path": path_shown(worksheet.place.file),
    }


def _read(library: Library) -> tuple[list[Worksheet], list[Problem]]:
    found: list[Worksheet] = []
    problems: list[Problem] = []
    for path in library.worksheets.values():
        try:
            found.append(read_worksheet(path))
        except Refused as refused:
            problems += refused.problems
    return sorted(found, key=lambda worksheet: (worksheet.collection, worksheet.id)), problems


def _print(rows: list[dict[str, Any]]) -> None:
    if not rows:
        click.echo("There are no such worksheets.", err=True)
        return
    columns = ("id", "title", "collection", "intensity", "minutes")
    cells = [[*(str(row[name]) for name in columns), " ".join(row["languages"])] for row in rows]
    print_table(cells, (*(name.upper() for name in columns), "LANGUAGES"))
