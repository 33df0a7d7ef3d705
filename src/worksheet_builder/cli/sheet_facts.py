"""The facts on a worksheet for lists; those of the library are cached, since reading all sheets takes a while."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..foundation.problems import Problem, Refused
from ..project.file_cache import State, keep, recall, state_of
from ..project.library import Library
from ..project.package_files import PACKAGE
from .output import path_shown

if TYPE_CHECKING:
    from ..definitions.worksheet import Worksheet

Facts = dict[str, Any]
_KEPT = "worksheets"
"""The name under which the facts of the library's worksheets are kept."""
NAMES = {"id", "title", "summary", "collection", "intensity", "minutes", "languages", "review"}


def facts_of(library: Library, worksheet: Worksheet) -> Facts:
    """The facts on a worksheet, as for JSON."""
    from ..translation.translated_structures import languages_with

    told = {
        "id": worksheet.id,
        "title": worksheet.title.plain(),
        "summary": worksheet.summary.plain(),
        "collection": worksheet.collection,
        "intensity": worksheet.intensity.value,
        "minutes": worksheet.minutes,
        "languages": list(languages_with(library, worksheet.id)),
        "review": _review(worksheet),
    }
    own = not library.is_built_in(Path(worksheet.place.file))
    based_on = {"based_on": worksheet.origin.based_on} if worksheet.origin else {}
    return {**told, "origin": {"own": own, **based_on}, "path": path_shown(worksheet.place.file)}


def facts_of_all(library: Library) -> tuple[list[tuple[Facts, tuple[Problem, ...]]], list[Problem]]:
    """The facts on every worksheet, with notices on outdated changes; and the problems of unreadable ones."""
    found: list[tuple[Facts, tuple[Problem, ...]]] = []
    problems: list[Problem] = []
    ours = library.built_in
    state = state_of_library(library)
    known = _known(state) if state else {}
    new: dict[str, Facts] = {}
    for name, path in library.worksheets.items():
        is_ours = path.is_relative_to(ours.worksheets)
        if is_ours and name in known:
            found.append(({**known[name], "origin": {"own": False}, "path": path_shown(path)}, ()))
            continue
        try:
            told, remarks = _read(library, path)
        except Refused as refused:
            problems += refused.problems
            continue
        found.append((told, remarks))
        if told["origin"] == {"own": False}:
            new[name] = {key: told[key] for key in told if key in NAMES}
    if new and state:
        keep(_KEPT, state, known | new)
    return sorted(found, key=lambda it: (it[0]["collection"], it[0]["id"])), problems


def origin_words(origin: Mapping[str, Any]) -> str:
    """Whether a sheet is the project's own, and what it is based on, in words; empty for a sheet of the library."""
    based_on = origin.get("based_on")
    return f"yours, from {based_on}" if based_on else "yours" if origin["own"] else ""


def _read(library: Library, path: Path) -> tuple[Facts, tuple[Problem, ...]]:
    from ..reading.tailoring_loader import read_sheet

    sheet = read_sheet(library, path)
    return facts_of(library, sheet), sheet.origin.remarks(sheet.id, sheet.place) if sheet.origin else ()


def _review(worksheet: Worksheet) -> dict[str, str]:
    """The state of the clinical review, and who is responsible for it."""
    review = worksheet.review
    if review is None:
        return {"state": "draft"}
    return {"state": "reviewed", "by": review.by, "registration": review.registration, "on": str(review.on)}


def state_of_library(library: Library) -> State | None:
    """The state of all files that the facts of library sheets come from: the tool's code, worksheets, catalogues.

    None if there are other catalogues, since a project may add languages.
    """
    shelf = library.built_in
    if library.locales not in ((), (shelf.locales,)):
        return None
    inside = shelf.folder.resolve().is_relative_to(PACKAGE)
    return state_of([PACKAGE] if inside else [it for it in (PACKAGE, shelf.worksheets, shelf.locales) if it.is_dir()])


def _known(state: State) -> dict[str, Facts]:
    """The cached facts by worksheet; empty if their keys are not those of this version of the tool."""
    found = recall(_KEPT, state)
    is_whole = isinstance(found, dict) and all(isinstance(it, dict) and it.keys() == NAMES for it in found.values())
    return found if is_whole else {}
