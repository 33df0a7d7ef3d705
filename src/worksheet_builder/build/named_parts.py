"""Find what a practice or a pack names (designs of its own, worksheets by id), and report what does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
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


def unknown_design(practice: Practice, folder: Path | None = None, *, asked: bool = False) -> Iterator[Problem]:
    """A Problem if the practice's design does not exist; `asked`: an option names it, not the practice file."""
    names = design_names(folder)
    if practice.design not in names:
        near = get_close_matches(practice.design, names, 1)
        hint = "".join(f"Did you mean ‘{it}’? " for it in near) + f"Choose from: {', '.join(names)}."
        place, who = (None, ", which ‘--design’ names") if asked else (practice.at("design"), "")
        yield Problem(place, f"There is no design ‘{practice.design}’{who}.", hint)


def unknown_sheets(pack: Pack, library: Library) -> Iterator[Problem]:
    """A Problem for each worksheet of a pack that does not exist."""
    for entry in pack.worksheets:
        if entry.sheet not in library.worksheets:
            yield unknown(entry.sheet, library.worksheets, place=entry.place)
