"""What a practice or a pack names and what there is: designs of its own, worksheets by their ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..definitions.pack import Pack
from ..definitions.practice import Practice
from ..foundation.problems import Problem
from ..project.library import Library, unknown
from ..reading.loader import design_names

DESIGNS = "designs"
"""The folder of a practice's own designs."""


def own_designs(library: Library, practice_file: Path | None) -> Path | None:
    """The folder of a practice's own designs: beside its file, or in the project."""
    homes = [practice_file.parent] if practice_file else []
    homes += [library.project.folder] if library.project else []
    return next((home / DESIGNS for home in homes if (home / DESIGNS).is_dir()), None)


def unknown_design(practice: Practice, folder: Path | None = None) -> Iterator[Problem]:
    """A problem for a design that there is not."""
    names = design_names(folder)
    if practice.design not in names:
        sentence = f"There is no design ‘{practice.design}’."
        yield Problem(practice.at("design"), sentence, f"Choose from: {', '.join(names)}.")


def unknown_sheets(pack: Pack, library: Library) -> Iterator[Problem]:
    """A problem for each worksheet of a pack that there is not."""
    for entry in pack.worksheets:
        if entry.sheet not in library.worksheets:
            yield unknown(entry.sheet, library.worksheets, place=entry.place)
