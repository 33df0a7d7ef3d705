"""The commands that fit a worksheet or a pack to a practice; they store only the changes, by address."""

from __future__ import annotations

from typing import Any

import click

from ..build.tailor_files import change, source_of
from ..project.library import Library
from .output import path_shown
from .parameter_types import SHEET
from .tailor_arguments import Asked, PlacedPart, placed_in
from .tailor_update import take_back, update


class TailorGroup(click.Group):
    """A command group in which an argument that is no subcommand is taken as a worksheet to tailor."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return "tailor", begin, args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Pass options before the worksheet on to the worksheet's command."""
        early = bool(args) and args[0].startswith("-") and args[0] not in ("-h", "--help")
        return super().parse_args(ctx, ["--", *args] if early else args)


class _InOrder(click.Command):
    """A command that remembers which ‘--after’ or ‘--first’ belongs to which ‘--move’ or ‘--add’."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["placed"] = placed_in(args)
        return super().parse_args(ctx, args)


@click.command(cls=_InOrder)
@click.argument("sheet", metavar="WORKSHEET", type=SHEET)
@click.option("--as", "name", metavar="ID", help="The id of the new one. [default: the same, in place of the other]")
@click.option("--drop", "drops", metavar="ADDRESS", multiple=True, help="Leave something out. Can be repeated.")
@click.option("--reword", "rewords", metavar="ADDRESS=TEXT", multiple=True, help="Other words, or another number.")
@click.option("--move", metavar="ADDRESS", multiple=True, help="Put something elsewhere in its list.")
@click.option("--add", metavar="FILE", multiple=True, help="Add the block, option, row or item that FILE holds.")
@click.option("--into", metavar="ADDRESS", multiple=True, help="The list that an option, row or item is added to.")
@click.option("--after", metavar="ADDRESS", multiple=True, help="What it is to stand after.")
@click.option("--first", is_flag=True, multiple=False, help="Before all others.")
@click.option("--even-safety", is_flag=True, help="Also what keeps a client safe: a resting place, a note.")
@click.pass_context
def begin(
    ctx: click.Context,
    /,
    sheet: str,
    name: str | None,
    drops: tuple[str, ...],
    rewords: tuple[str, ...],
    even_safety: bool,
    **_: Any,
) -> None:
    """Fit a WORKSHEET or pack to your practice: a file that holds your changes and nothing else."""
    placed: tuple[PlacedPart, ...] = ctx.meta["placed"]
    asked = Asked(drops, rewords, placed, even_safety)
    library = Library.open()
    source = source_of(library, sheet)
    from ..reading.tailoring_loader import read_source

    click.echo(path_shown(change(source, name, list(asked.changes(read_source(library, source))))))


tailor = TailorGroup(
    "tailor",
    no_args_is_help=True,
    help="""Fit a WORKSHEET or pack of the library to your practice.

    Writes a file in your project that holds only what you change: ‘show’ prints the addresses. What you do not change
    keeps its translations, and follows the library. Without --as it stands in place of the one it is based on. A
    worksheet that is tailored already is changed further.""",
    epilog="""\b
Usage:
  worksheet-builder tailor WORKSHEET [--as ID] [--drop ADDRESS] [--reword ADDRESS=TEXT]
      [--move ADDRESS --after ADDRESS] [--add FILE [--into ADDRESS] --after ADDRESS] [--even-safety]
  worksheet-builder tailor update [ID ...]
  worksheet-builder tailor from FILE.docx [--as ID]

\b
Examples:
  worksheet-builder tailor waves --as our-waves
  worksheet-builder tailor our-waves --drop hard-day.hint --reword minutes=10
  worksheet-builder tailor our-waves --reword 'hard-day.prompt=What helps on a hard day?'
  worksheet-builder tailor our-waves --move two-kinds-of-day --first
  worksheet-builder tailor our-waves --add 'again: Once more' --into ways-of-saying.beginnings
  worksheet-builder tailor update our-waves --accept hard-day.prompt""",
)
tailor.add_command(update)
tailor.add_command(take_back)
