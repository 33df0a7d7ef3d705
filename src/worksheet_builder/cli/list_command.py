"""The command that lists the worksheets there are."""

from __future__ import annotations

from typing import Any

import click

from ..definitions.intensity import Intensity
from ..project.library import Library
from .output import print_json, print_problems, print_table
from .parameter_types import COLLECTION, ChoiceOf
from .sheet_facts import facts_of_all, origin_words


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
    found, problems = facts_of_all(library)
    shown = [
        it for it in found if collection in (None, it[0]["collection"]) and intensity in (None, it[0]["intensity"])
    ]
    rows = [facts for facts, _ in shown]
    if as_json:
        print_json(rows)
    else:
        _print(rows)
        print_problems(it for _, remarks in shown for it in remarks)
    print_problems(problems)
    return ctx.exit(1) if problems else None


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
