"""The commands that fit a worksheet or a pack to a practice: changes by address, kept as changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..foundation.files import unfit_name, write_new, write_whole
from ..foundation.problems import Place, Problem, Refused
from ..project.library import Library, is_pack
from .output import path_shown
from .parameter_types import SHEET
from .tailor_arguments import Asked, Placed, placed_in
from .tailor_update import take_back, update

if TYPE_CHECKING:
    from ..reading.yaml_writer import Value

SCHEMA, PACK_SCHEMA = "tailoring.schema.json", "tailoring-pack.schema.json"


class TailorGroup(click.Group):
    """The group whose first word may be a worksheet, which is then begun or changed."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in self.commands:
            return super().resolve_command(ctx, args)
        return "tailor", begin, args

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Options that stand before the worksheet belong to it."""
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
    placed: tuple[Placed, ...] = ctx.meta["placed"]
    asked = Asked(drops, rewords, placed, even_safety)
    library = Library.open()
    source = source_of(library, sheet)
    from ..reading.tailoring_loader import read_source

    change(source, name, list(asked.changes(read_source(library, source))))


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


def change(source: Path, name: str | None, changes: Sequence[Mapping[str, Value]]) -> None:
    """Write changes to a sheet into the file of a tailoring, new or there already; raises Refused."""
    from ..reading import tailoring_editor
    from ..reading.tailoring_loader import based_on, laid_over, read_ground, read_source, read_tailoring
    from ..reading.yaml_nodes import text_of

    library = Library.open()
    if name is None and based_on(source) and _is_own(library, source):
        read_tailoring(source)
        path, text, ground = source, text_of(source), read_ground(library, source)
    else:
        ground = read_source(library, source)
        path = _new_path(library, source, name)
        text = tailoring_editor.begun(ground, f"../{SCHEMA}" if not is_pack(path) else PACK_SCHEMA)
    for each in changes:
        text = tailoring_editor.with_change(text, ground, each)
    try:
        laid_over(library, text, path)
    except Refused as refused:  # the lines are those of a file that is not written
        raise Refused([Problem(None, it.sentence, it.hint) for it in refused.problems]) from refused
    save(path, text)
    click.echo(path_shown(path))


def source_of(library: Library, sheet: str) -> Path:
    """The file of a worksheet or pack by its id, the name of its catalogue, or a path; raises Refused."""
    from .project_arguments import named

    (path,) = named(library, [sheet]).values()
    return path


def _is_own(library: Library, path: Path) -> bool:
    return library.project is not None and path.resolve().is_relative_to(library.project.folder.resolve())


def _new_path(library: Library, source: Path, name: str | None) -> Path:
    """Where a new tailoring is written; raises Refused outside a project and where something is in the way."""
    from ..reading.decoder import KEY

    if library.project is None:
        hint = "Go to the folder of your project, or make one with ‘worksheet-builder init’."
        raise Refused([Problem(Place(str(Path.cwd())), "This folder is not a project.", hint)])
    if name is not None and (not KEY.fullmatch(name) or unfit_name(name)):
        hint = "Use small letters, digits and hyphens, such as ‘our-waves’."
        raise Refused([Problem(None, f"‘{name}’ cannot be an id.", hint)])
    shelf, packs = library.project, is_pack(source)
    stem = name or source.stem
    if name is None and _is_own(library, source):
        hint = f"Edit it as it is; or make another of it with ‘--as {stem}-2’."
        raise Refused([Problem(Place(str(source)), f"‘{stem}’ is a sheet of your project already.", hint)])
    for path in shelf.pack_files() if packs else shelf.files():
        if path.stem.casefold() == stem.casefold():
            hint = f"‘worksheet-builder tailor {path.stem} …’ changes it further; or choose another id with --as."
            raise Refused([Problem(Place(str(path)), "This is there already.", hint)])
    return (shelf.packs if packs else shelf.worksheets / "own") / f"{stem}.yaml"


def save(path: Path, text: str) -> None:
    """Write the file, and beside it the schema by which an editor completes, if it is not there."""
    from ..definitions.tailoring import PackTailoring, Tailoring
    from ..reading import json_schema

    kind, schema = (PackTailoring, path.parent / PACK_SCHEMA) if is_pack(path) else (Tailoring, None)
    worksheets = next((it for it in path.parents if it.name == "worksheets"), path.parent)
    write_new(schema or worksheets / SCHEMA, json_schema.text(kind).encode())
    write_whole(path, text.encode())


__all__ = ["begin", "change", "save", "source_of", "tailor"]
