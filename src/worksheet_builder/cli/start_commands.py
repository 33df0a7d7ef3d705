"""The commands that begin something: a project, a worksheet."""

from __future__ import annotations

import re
import sys
from importlib import resources
from pathlib import Path

import click

from ..foundation.decoding.decoder import KEY
from ..foundation.files import make_folder, unfit_name, write_new
from ..foundation.phrases import escape
from ..foundation.problems import Place, Problem, Refused
from ..project.library import PRACTICE, Library
from .parameter_types import COUNTRY

SCHEMA = "worksheet.schema.json"


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

    Writes practice.yaml, with a comment on each line, and the folders worksheets and locales. A file that is there
    already is left as it is.
    """
    if sys.stdin.isatty() and not (folder / PRACTICE).exists():
        name = name or click.prompt("The name of your practice", default="Our practice", err=True)
        country = country or click.prompt("Your country, as two capitals", default="GB", type=COUNTRY, err=True)
    for part in ("worksheets", "locales"):
        make_folder(folder / part)
    written = _template("practice.yaml", name=_quoted(name or "Our practice"), country=country or "GB")
    _write(folder / PRACTICE, written)
    _write(folder / "worksheets" / SCHEMA, _schema())
    click.echo("Next: look at practice.yaml, then ‘worksheet-builder new my-first-sheet’.", err=True)


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
    schema = Path("worksheets") / SCHEMA
    if not schema.exists():
        _write(schema, _schema())
    text = _template("worksheet.yaml", title=_quoted(title), collection=collection, schema=f"../{SCHEMA}")
    _write(path, text)


def _template(file: str, /, **words: str) -> str:
    text = (resources.files(__package__) / "templates" / file).read_text("utf-8")
    return re.sub(r"\{([a-z]+)\}", lambda match: words[match[1]], text)


def _schema() -> str:
    from ..reading import json_schema

    return json_schema.text()


def _quoted(text: str) -> str:
    """The text so that YAML and the marks of phrases give it back: in quotation marks unless it is plain words."""
    if text.replace(" ", "").isalpha() and text == text.strip():
        return text
    return '"' + escape(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(path: Path, text: str) -> None:
    """Write a file unless it is there, and say which of the two it was."""
    written = write_new(path, text.encode())
    click.echo(f"{'Written' if written else 'Left as it is'}: {path}", err=True)
