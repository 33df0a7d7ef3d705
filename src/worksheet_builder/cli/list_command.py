"""The command that lists the worksheets there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from ..definitions.worksheet import Intensity, Worksheet
from ..foundation.problems import Problem, Refused
from ..project.library import Library
from ..reading.tailoring_loader import read_sheet
from ..translation.translated_structures import languages_with
from .output import path_shown, print_json, print_problems, print_table
from .parameter_types import COLLECTION, ChoiceOf


@click.command(
    "list",
    epilog="""\b
Examples:
  worksheet-builder list
  worksheet-builder list --intensity settling
  worksheet-builder list --packs
  worksheet-builder list --json""",
)
@click.option("--collection", type=COLLECTION, help="Only those of one collection.")
@click.option("--intensity", type=ChoiceOf(Intensity), help="Only those that may stir so much.")
@click.option("--packs", is_flag=True, help="The packs instead: several worksheets as one handout.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
@click.pass_context
def list_worksheets(
    ctx: click.Context, collection: str | None, intensity: str | None, packs: bool, as_json: bool
) -> None:
    """List the worksheets of the project and of the library that comes with the tool."""
    if packs and (collection or intensity):
        raise click.UsageError("--packs goes with neither --collection nor --intensity.")
    library = Library.open()
    if packs:
        from .pack_command import print_packs

        return print_packs(library, as_json)
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
        shown = {row["id"] for row in rows}
        print_problems(it for sheet in found if sheet.id in shown for it in _remarks(sheet))
    print_problems(problems)
    return ctx.exit(1) if problems else None


def facts(library: Library, worksheet: Worksheet) -> dict[str, Any]:
    """What is told of a worksheet before one opens it."""
    return {
        "id": worksheet.id,
        "title": worksheet.title.plain(),
        "summary": worksheet.summary.plain(),
        "collection": worksheet.collection,
        "intensity": worksheet.intensity.value,
        "minutes": worksheet.minutes,
        "languages": list(languages_with(library, worksheet.id)),
        "review": _review(worksheet),
        "origin": _origin(library, worksheet),
        "path": path_shown(worksheet.place.file),
    }


def _origin(library: Library, worksheet: Worksheet) -> dict[str, Any]:
    """Whether a sheet is the project's own, and what it is based on."""
    own = not library.is_built_in(Path(worksheet.place.file))
    return {"own": own, **({"based_on": worksheet.origin.based_on} if worksheet.origin else {})}


def _remarks(sheet: Worksheet) -> tuple[Problem, ...]:
    """What has moved under a tailored sheet."""
    return sheet.origin.remarks(sheet.id, sheet.place) if sheet.origin else ()


def origin_words(origin: Mapping[str, Any]) -> str:
    """The same in words; empty for a sheet of the library."""
    based_on = origin.get("based_on")
    return f"yours, from {based_on}" if based_on else "yours" if origin["own"] else ""


def _review(worksheet: Worksheet) -> dict[str, str]:
    """The state of the clinical review, and who answers for it."""
    review = worksheet.review
    if review is None:
        return {"state": "draft"}
    return {"state": "reviewed", "by": review.by, "registration": review.registration, "on": str(review.on)}


def _read(library: Library) -> tuple[list[Worksheet], list[Problem]]:
    found: list[Worksheet] = []
    problems: list[Problem] = []
    for path in library.worksheets.values():
        try:
            found.append(read_sheet(library, path))
        except Refused as refused:
            problems += refused.problems
    return sorted(found, key=lambda worksheet: (worksheet.collection, worksheet.id)), problems


def _print(rows: list[dict[str, Any]]) -> None:
    if not rows:
        click.echo("There are no such worksheets.", err=True)
        return
    columns = ("id", "title", "collection", "intensity", "minutes")
    origins = [origin_words(row["origin"]) for row in rows]
    cells = [
        [*(str(row[name]) for name in columns), row["review"]["state"], " ".join(row["languages"])] for row in rows
    ]
    heads = [*(name.upper() for name in columns), "REVIEW", "LANGUAGES"]
    if any(origins):
        heads.append("ORIGIN")
        cells = [[*cell, origin] for cell, origin in zip(cells, origins, strict=True)]
    print_table(cells, heads)
