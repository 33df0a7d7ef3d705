"""The commands that show one thing in full: a worksheet, the blocks, the schema."""

from __future__ import annotations

import click

from ..document import Edition
from ..foundation.languages import SOURCE_LANGUAGE
from ..project.library import Library
from .output import print_problems
from .parameter_types import LANGUAGE, WORKSHEET, ChoiceOf


@click.command(
    epilog="""\b
Examples:
  worksheet-builder show where-harm-occurred
  worksheet-builder show where-harm-occurred -l es --edition therapist
  worksheet-builder show our-waves --changes"""
)
@click.argument("worksheet", type=WORKSHEET)
@click.option("-l", "--language", type=LANGUAGE, default=SOURCE_LANGUAGE, help="The language to show it in.")
@click.option("--edition", type=ChoiceOf(Edition), default="client", help="With or without the therapist’s notes.")
@click.option("--changes", is_flag=True, help="Only what a tailored sheet or pack changes, in plain words.")
def show(worksheet: str, language: str, edition: Edition, changes: bool) -> None:
    """Show a WORKSHEET: what it is for, and all of its words in the order in which they are printed.

    After each text stands its address, by which ‘tailor’ changes it; the parts that have no words follow.
    """
    from .shown_sheets import shown_sheet

    library = Library.open()
    if changes:
        return _show_changes(library, worksheet)
    shown = shown_sheet(library, library.find(worksheet), language, edition)
    for name, value in shown.facts.items():
        click.echo(click.style(f"{name:<11}", bold=True) + _in_one_line(value))
    click.echo("\n" + shown.outline, nl=False)
    click.secho(f"\nWhat can be changed, with ‘worksheet-builder tailor {shown.facts['id']}’:", bold=True)
    for name, kind, addresses in shown.parts:
        click.echo(f"  {name} ({kind})" if name else "  and")
        click.echo("".join(f"    {address}\n" for address in addresses), nl=False)
    print_problems(shown.remarks)
    return None


def _show_changes(library: Library, name: str) -> None:
    """What a tailored worksheet or pack changes."""
    from ..build.tailor_files import source_of
    from ..definitions.differences import differences
    from ..reading.tailoring_loader import based_on, read_ground, read_source, read_tailoring

    path = source_of(library, name)
    if not based_on(path):
        click.echo(
            f"‘{path.stem}’ is based on no other sheet. ‘worksheet-builder tailor {path.stem}’ begins.", err=True
        )
        return
    tailoring, ground = read_tailoring(path), read_ground(library, path)
    click.echo(f"{path.stem}, from {tailoring.based_on}:")
    lines = list(differences(ground, tailoring))
    for line in lines:
        click.echo(f"  {line}")
    if not lines:
        click.echo("  nothing is changed")
    made = read_source(library, path)
    print_problems(made.origin.remarks(made.id, made.place) if made.origin else ())


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
@click.option("--tailoring", is_flag=True, help="That of one that is another with changes.")
def schema(pack: bool, tailoring: bool) -> None:
    """Print the JSON Schema of a worksheet, which lets an editor complete and check while one types."""
    from ..definitions.pack import Pack
    from ..definitions.tailoring import PackTailoring, Tailoring
    from ..definitions.worksheet import Worksheet
    from ..reading.json_schema import text

    kinds = {(False, False): Worksheet, (True, False): Pack, (False, True): Tailoring, (True, True): PackTailoring}
    click.echo(text(kinds[pack, tailoring]), nl=False)


def _in_one_line(value: object) -> str:
    from .sheet_facts import origin_words

    match value:
        case {"state": "draft"}:
            return "the author’s draft, not yet reviewed by a registered clinician"
        case {"state": "reviewed", **review}:
            return "by {by} ({registration}), {on}".format_map(review)
        case {"own": own, **origin}:
            return (
                origin_words({"own": own, "based_on": origin.get("based_on")}) or "the library that comes with the tool"
            )
        case list():
            return " ".join(value)
        case _:
            return str(value)


def _indented(text: str) -> str:
    return "".join(f"    | {line}\n" for line in text.splitlines())
