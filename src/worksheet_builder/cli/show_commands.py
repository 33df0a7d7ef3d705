"""The commands that show one thing in full: a worksheet, the blocks, the schema."""

from __future__ import annotations

import click

from ..document import Edition
from ..project.library import Library
from .parameter_types import LANGUAGE, WORKSHEET, ChoiceOf


@click.command(
    epilog="""\b
Examples:
  worksheet-builder show where-harm-occurred
  worksheet-builder show where-harm-occurred -l es --edition therapist"""
)
@click.argument("worksheet", type=WORKSHEET)
@click.option("-l", "--language", type=LANGUAGE, default="en", help="The language to show it in.")
@click.option("--edition", type=ChoiceOf(Edition), default="client", help="With or without the therapist’s notes.")
def show(worksheet: str, language: str, edition: Edition) -> None:
    """Show a WORKSHEET: what it is for, and all of its words in the order in which they are printed."""
    from ..build.composer import Composer
    from ..build.order import Order
    from ..document.text_dump import outline
    from ..reading.tailoring_loader import read_sheet
    from .list_command import facts

    library = Library.open()
    path = library.find(worksheet)
    sheet = read_sheet(library, path)
    told = facts(library, sheet)
    document = Composer(library, Order(practice=library.practice, edition=edition)).document(path, language)
    for name, value in told.items():
        click.echo(click.style(f"{name:<11}", bold=True) + _in_one_line(value))
    click.echo("\n" + outline(document), nl=False)


@click.command(
    epilog="""\b
Examples:
  worksheet-builder blocks
  worksheet-builder blocks table scale"""
)
@click.argument("kinds", metavar="[KIND]...", nargs=-1)
def blocks(kinds: tuple[str, ...]) -> None:
    """Show the blocks that a worksheet is made of, each with an example to copy; only those of a KIND, if one is named.

    Under each example stands what becomes of it.
    """
    from ..reading.block_examples import examples

    found = examples()
    unknown = set(kinds) - {example.kind for example in found}
    if unknown:
        known = ", ".join(example.kind for example in found)
        raise click.UsageError(f"There is no block ‘{min(unknown)}’. There are: {known}.")
    for example in found:
        if not kinds or example.kind in kinds:
            click.secho(example.kind, bold=True)
            click.echo(f"{example.prose}\n\n{example.yaml}\n{_indented(example.outline)}\n")


@click.command(epilog="Example:\n  worksheet-builder schema > worksheets/worksheet.schema.json")
@click.option("--pack", is_flag=True, help="That of a pack.")
def schema(pack: bool) -> None:
    """Print the JSON Schema of a worksheet, which lets an editor complete and check while one types."""
    from ..definitions.pack import Pack
    from ..definitions.worksheet import Worksheet
    from ..reading.json_schema import text

    click.echo(text(Pack if pack else Worksheet), nl=False)


def _in_one_line(value: object) -> str:
    match value:
        case {"state": "draft"}:
            return "the author’s draft, not yet reviewed by a registered clinician"
        case {"state": "reviewed", **review}:
            return "by {by} ({registration}), {on}".format_map(review)
        case list():
            return " ".join(value)
        case _:
            return str(value)


def _indented(text: str) -> str:
    return "".join(f"    | {line}\n" for line in text.splitlines())
