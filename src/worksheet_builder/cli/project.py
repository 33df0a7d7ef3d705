"""The project that a command works in."""

from __future__ import annotations

from pathlib import Path

from ..library import Library
from ..problems import Place, Problem, Refused


def own_locales(library: Library) -> Path:
    """The folder of the project's languages; raises Refused outside a project."""
    if library.project is None:
        hint = "Go to the folder of your project, or make one with ‘worksheet-builder init’."
        raise Refused([Problem(Place(str(Path.cwd())), "This folder is not a project.", hint)])
    return library.project.locales
