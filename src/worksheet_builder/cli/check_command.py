"""The command that checks, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from ..foundation.clock import today
from ..project.library import Library
from .output import print_json, print_problems, problem_as_json


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
    from ..checks.library_check import check_library, check_paths

    library = Library.open()
    checked = check_paths(library, paths, today()) if paths else check_library(library, today())
    if as_json:
        advice = [{**problem_as_json(problem), "level": "advice"} for problem in checked.advice]
        print_json([*(problem_as_json(problem) for problem in checked.problems), *advice])
    else:
        print_problems((*checked.problems, *checked.advice))
    count = len(checked.problems)
    found = "1 problem" if count == 1 else f"{count or 'no'} problems"
    thoughts = f", {len(checked.advice)} to think about" if checked.advice else ""
    files = "1 file" if checked.files == 1 else f"{checked.files} files"
    message = f"{files} checked, {found}{thoughts}."
    click.echo(click.style(message, fg="red" if count else "green"), err=True)
    if count:
        ctx.exit(1)
