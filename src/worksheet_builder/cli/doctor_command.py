"""The command `doctor`, which checks that all that a build needs is there."""

from __future__ import annotations

from pathlib import Path

import click

from ..foundation.clock import today
from ..project.library import Library
from .output import print_json, print_problems, problem_as_json


@click.command(
    epilog="""\b
Examples:
  worksheet-builder doctor
  worksheet-builder doctor --practice practice.yaml -o ~/Desktop/handouts

\b
Exit code: 0 all is well · 1 something would keep handouts from being made."""
)
@click.option(
    "--practice",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The practice to look at. [default: practice.yaml of the project]",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("handouts"), help="Where handouts go.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(practice: Path | None, output: Path, as_json: bool) -> None:
    """See whether all that a build needs is there: packages, letters, folder, practice, worksheets, translations."""
    from ..checks.doctor import Level, examine

    library = Library.open()
    findings = list(examine(library, practice or library.practice, output, today()))
    if as_json:
        print_json([{"about": it.about, "level": it.level.value, **problem_as_json(it.problem)} for it in findings])
    else:
        for finding in findings:
            if finding.level is Level.WELL:
                click.echo(click.style("ok  ", fg="green") + f"{finding.about}: {finding.problem.sentence}")
        for level in (Level.ADVICE, Level.FAULT):
            print_problems(it.problem for it in findings if it.level is level)
    faults = sum(finding.level is Level.FAULT for finding in findings)
    found = "Nothing keeps handouts from being made." if not faults else f"{faults} to be put right."
    click.echo(click.style(found, fg="red" if faults else "green"), err=True)
    if faults:
        raise SystemExit(1)
