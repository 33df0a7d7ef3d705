"""The commands that begin something: a project, a worksheet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..build.new_project import COUNTRY as USUAL_COUNTRY
from ..build.new_project import NAME, SCHEMA, begin_project, quoted, template, write_schema
from ..foundation.decoding.decoder import KEY
from ..foundation.files import unfit_name, write_new
from ..foundation.problems import Place, Problem, Refused
from ..project.library import PRACTICE, Library
from .parameter_types import COUNTRY


@click.command(
    epilog="""\b
Examples:
  worksheet-builder init
  worksheet-builder init our-practice"""
)
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--name", help="The name of the practice; asked for on a terminal.")
@click.option("--country", type=COUNTRY, help="Its country, as two capitals; asked for on a terminal, else GB.")
def init(folder: Path, name: str | None, country: str | None) -> None:
    """Begin a project in DIR, the current folder unless said otherwise.

    Writes practice.yaml, with a comment on each line, the folders worksheets and locales, and a file to double-click
    that opens the desk. A file that is there already is left as it is.
    """
    if sys.stdin.isatty() and not (folder / PRACTICE).exists():
        name = name or click.prompt("The name of your practice", default=NAME, err=True)
        country = country or click.prompt(
            "Your country, as two capitals", default=USUAL_COUNTRY, type=COUNTRY, err=True
        )
    for path, is_new in begin_project(folder, name or "", country or ""):
        _tell(path, is_new)
    click.echo("Next: double-click ‘Open the desk’ in this folder, or look at practice.yaml.", err=True)


@click.command(
    epilog="""\b
Examples:
  worksheet-builder new my-first-sheet
  worksheet-builder new after-the-scan --title "After the scan" --collection returning-to-care"""
)
@click.argument("name", metavar="ID")
@click.option("--title", help="Its title. [default: made from the id]")
@click.option("--collection", default="own", help="The collection, which is also its folder.")
def new(name: str, title: str | None, collection: str) -> None:
    """Begin a worksheet of your own: a small one, complete and with comments, in the project’s folder worksheets."""
    for word in (name, collection):
        if not KEY.fullmatch(word):
            hint = "Use small letters, digits and hyphens, such as ‘first-visit’."
            raise Refused([Problem(None, f"‘{word}’ cannot be an id.", hint)])
        if unfit := unfit_name(word):
            raise Refused([Problem(None, *unfit)])
    path = Path("worksheets") / collection / f"{name}.yaml"
    if path.exists():
        raise Refused([Problem(Place(str(path)), "This worksheet is there already.", "Choose another id, or edit it.")])
    hidden = Library.open().worksheets.get(name)
    if hidden and hidden != path:
        instead = f"‘worksheet-builder tailor {name}’ changes that one instead, and keeps its translations."
        click.echo(f"This will stand in place of the worksheet ‘{name}’ that is there. {instead}", err=True)
    title = title or name.replace("-", " ").capitalize()
    schema, is_new = write_schema(Path())
    if is_new:
        _tell(schema, is_new)
    text = template("worksheet.yaml", title=quoted(title), collection=collection, schema=f"../{SCHEMA}")
    _tell(path, write_new(path, text.encode()))


def _tell(path: Path, is_new: bool) -> None:
    """Say whether a file was written or was there."""
    click.echo(f"{'Written' if is_new else 'Left as it is'}: {path}", err=True)
