"""The command that makes several worksheets into one handout, and what is told of the packs there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..build.formats import FORMATS
from ..definitions.pack import Pack
from ..foundation.problems import Problem, Refused
from ..project.library import SOURCE_LANGUAGE, Library
from ..reading.tailoring_loader import read_whole_pack
from ..translation.lookup import languages_begun
from .build_command import build, composer_for, refuse_same, report, report_fallbacks, tell_notices
from .output import path_shown, print_json, print_problems, print_table
from .parameter_types import PACK

_ALIKE = (
    "languages",
    "formats",
    "practice",
    "output",
    "edition",
    "style",
    "paper",
    "beside",
    "no_fill",
    "no_examples",
    "protect",
    "draft",
    "force",
    "overwrite",
    "as_json",
)
"""The options that mean for a pack what they mean for a worksheet."""


def _make(
    pack: str,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    practice: Path | None,
    output: Path,
    beside: str | None,
    force: bool,
    overwrite: bool,
    as_json: bool,
    **how: Any,
) -> None:
    """Make a PACK, an id or a YAML file that names worksheets, into one PDF and one Word file.

    They open with the contents, and go to OUTPUT/LANGUAGE/pack-PACK.FORMAT.
    """
    from ..build.incremental import renew
    from ..build.jobs import Job

    library = Library.open()
    path = library.find_pack(pack)
    composer = composer_for(library, practice or library.practice, **how)
    tags = tuple(dict.fromkeys(languages or composer.practice.languages or (SOURCE_LANGUAGE,)))
    refuse_same(tags, beside)
    report_fallbacks(composer, tags, beside)
    notices = tell_notices(composer, tags, beside)
    kinds = tuple(dict.fromkeys(formats or FORMATS))
    jobs = [Job(path, tag, kinds, beside, pack=True) for tag in tags]
    report(list(renew(jobs, composer, output, 1, force, overwrite)), as_json, notices)


pack = click.Command(
    "pack",
    callback=_make,
    help=_make.__doc__,
    params=[click.Argument(["pack"], metavar="PACK", type=PACK), *(it for it in build.params if it.name in _ALIKE)],
    epilog="""\b
Examples:
  worksheet-builder pack first-sessions
  worksheet-builder pack first-sessions -l es --edition therapist
  worksheet-builder pack packs/my-pack.yaml -f pdf

\b
Exit code: 0 made · 1 problems in what was given, or edits in the way · 2 wrong usage.""",
)


def print_packs(library: Library, as_json: bool) -> None:
    """The packs of the project and of the library; raises Refused for those that cannot be read, after the others."""
    rows, problems = _rows(library)
    if as_json:
        print_json(rows)
    elif rows:
        cells = [(row["id"], row["title"], " ".join(row["worksheets"]), " ".join(row["languages"])) for row in rows]
        print_table(cells, ("ID", "TITLE", "WORKSHEETS", "LANGUAGES"))
    print_problems(problems)
    if problems:
        raise SystemExit(1)


def _rows(library: Library) -> tuple[list[dict[str, Any]], list[Problem]]:
    rows: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path in library.packs.values():
        try:
            rows.append(_facts(library, read_whole_pack(library, path)))
        except Refused as refused:
            problems += refused.problems
    return rows, problems


def _facts(library: Library, told: Pack) -> dict[str, Any]:
    return {
        "id": told.id,
        "title": told.title.plain(),
        "summary": told.summary.plain(),
        "worksheets": [entry.sheet for entry in told.worksheets],
        "languages": list(languages_begun(library, told.name)),
        "path": path_shown(told.place.file),
    }
