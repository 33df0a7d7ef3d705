"""The command that checks, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from ..library import Library
from .printing import print_json, print_problems, problem_as_json


@click.command(
    epilog="""\b
Examples:
  worksheet-builder check
  worksheet-builder check worksheets/own/my-first-sheet.yaml practice.yaml"""
)
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the problems as JSON.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], as_json: bool) -> None:
    """Check the worksheets, translations and practice of the project, or the files and folders at each PATH.

    Outside a project, what comes with the tool is checked.
    """
    from ..checking import check_library, check_paths

    library = Library.open()
    checked = check_paths(library, paths) if paths else check_library(library)
    if as_json:
        print_json([problem_as_json(problem) for problem in checked.problems])
    else:
        print_problems(checked.problems)
    count = len(checked.problems)
    found = "1 problem" if count == 1 else f"{count or 'no'} problems"
    message = f"{checked.files} files checked, {found}."
    click.echo(click.style(message, fg="red" if count else "green"), err=True)
    if count:
        ctx.exit(1)
