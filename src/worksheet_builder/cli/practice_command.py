"""The commands `practice check` and `practice preview`, for a practice that gives the handouts its name."""

from __future__ import annotations

from pathlib import Path

import click

from ..document import Style
from ..foundation.clock import today
from ..foundation.problems import Problem, Refused
from ..project.library import PRACTICE, Library
from .output import path_shown, print_problems
from .parameter_types import ChoiceOf

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(
    epilog="""\b
Examples:
  worksheet-builder practice check
  worksheet-builder practice preview"""
)
def practice() -> None:
    """Check and preview your practice: its name, logo, colours, letters and contacts, as practice.yaml has them."""


@practice.command()
@click.argument("file", required=False, type=FILE)
def check(file: Path | None) -> None:
    """Say what is wrong with practice.yaml, or with FILE, what is missing, and what is out of date."""
    from ..checks.library_check import check_practice

    library = Library.open()
    path = file or _own(library)
    checked = check_practice(library, path, today())
    print_problems((*checked.problems, *checked.advice))
    if checked.problems:
        raise SystemExit(1)
    click.echo(click.style(f"{path_shown(path)} is sound. Everything it prints can be read.", fg="green"), err=True)


@practice.command()
@click.argument("file", required=False, type=FILE)
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), default=Path("handouts"))
@click.option("--style", type=ChoiceOf(Style), default="standard", help="How it is set.")
def preview(file: Path | None, output: Path, style: Style) -> None:
    """Show your practice.yaml, or FILE, on a real sheet and on a sample of every kind of block.

    Each is made in every format, in OUTPUT. Which shades were derived from your colours is said too.
    """
    from ..build.composer import Composer
    from ..build.order import Order
    from ..build.preview import preview as make
    from ..checks.library_check import looks

    library = Library.open()
    order = Order(practice=file or _own(library), style=style, today=today(), output=output)
    composer = Composer(library, order)
    for path in make(composer):
        click.echo(path_shown(path))
    print_problems(looks(composer.practice))


def _own(library: Library) -> Path:
    if library.practice is None:
        hint = "Begin one with ‘worksheet-builder init’, or name the file."
        raise Refused([Problem(None, f"There is no {PRACTICE} here.", hint)])
    return library.practice
