"""The project that a command works in, and what is named in it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..foundation.problems import Place, Problem, Refused, refuse_if
from .library import PACK_PREFIX, Library, is_pack, unknown


def own_locales(library: Library) -> Path:
    """The folder of the project's languages; raises Refused outside a project."""
    if library.project is None:
        hint = "Go to the folder of your project, or make one with ‘worksheet-builder init’."
        raise Refused([Problem(Place(str(Path.cwd())), "This folder is not a project.", hint)])
    return library.project.locales


def named(library: Library, names: Iterable[str]) -> dict[str, Path]:
    """Worksheets and packs by the name of their catalogue; raises Refused with a problem for every unknown name.

    Each is given by that name, by its id, or as a path to its file; a worksheet comes before a pack of the same id.
    """
    known = library.translatable
    found: dict[str, Path] = {}
    problems: list[Problem] = []
    for name in names:
        catalogue = name if name in known else f"{PACK_PREFIX}{name}"
        try:
            path = known.get(catalogue) or _at(name, known)
        except Refused as refused:
            problems += refused.problems
        else:
            found[f"{PACK_PREFIX}{path.stem}" if is_pack(path) else path.stem] = path
    refuse_if(problems)
    return found


def _at(name: str, known: Mapping[str, Path]) -> Path:
    """The file at a path; raises Refused."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise Refused([unknown(name, known, "worksheet or pack")])
    with contextlib.suppress(OSError, ValueError):  # a name that no disk can hold
        if path.is_file():
            return path
    raise Refused([Problem(Place(name), "There is no such file.", "Check the name and the folder.")])
