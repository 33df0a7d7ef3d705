"""Find the worksheets and packs that a command names, and the languages folder of its project."""

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
    """The paths of worksheets and packs, by the names of their catalogues; raises Refused with all unknown names.

    `names` are names of catalogues, ids, or paths of files; a worksheet comes before a pack of the same id.
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
    """The path of a YAML file from its name; raises Refused if there is no such file."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise Refused([unknown(name, known, "worksheet or pack")])
    with contextlib.suppress(OSError, ValueError):  # a name that the system does not allow
        if path.is_file():
            return path
    raise Refused([Problem(Place(name), "There is no such file.", "Check the name and the folder.")])
