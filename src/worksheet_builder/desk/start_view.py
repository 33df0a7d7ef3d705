"""The first page, to make or open a project; and the actions of every page: choose a language, stop."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path

from starlette.responses import Response

from ..build.new_project import begin_project
from ..definitions.countries import is_country, unknown_country
from ..foundation.files import unfit_name
from ..foundation.languages import PSEUDO, Language
from ..foundation.problems import Place, refuse_if
from ..project.library import is_project
from .practice_form import without_name
from .typed_ids import id_from
from .visit import Visit, page_at

_MOST_SHOWN = 24
_USUAL = "our-practice"


def start(visit: Visit) -> Response:
    """Show the worksheets if a project is open; otherwise the first page."""
    if visit.state.is_project:
        return visit.to("/choose")
    return visit.page("start.html", countries=countries(visit.words.language), projects=_projects(visit.state.folder))


def make(visit: Visit) -> Response:
    """Make a project from a name and a country, in the desk's folder if that is empty, else in a new one inside it."""
    name, country = visit.text("name"), visit.text("country")
    refuse_if((*without_name(name), *unknown_country(country, Place("country"))))
    folder = _folder_for(visit.state.folder, name)
    for _ in begin_project(folder, name, country):
        pass
    visit.state.move_to(folder)
    return visit.to("/practice?new=yes")


def open_project(visit: Visit) -> Response:
    """Open one of the projects in this folder, by its number in the list."""
    found, number = _projects(visit.state.folder), visit.text("project")
    if number.isdigit() and int(number) < len(found):
        visit.state.move_to(found[int(number)])
    return visit.to("/")


def speak(visit: Visit) -> Response:
    """Set the language of the desk until it is stopped."""
    if visit.text("language") in {*visit.cache.library.languages, *PSEUDO}:
        visit.state.language = visit.text("language")
    back = visit.text("back")
    return visit.to(back if re.fullmatch(r"/[A-Za-z0-9/_-]*", back) and not back.startswith("//") else "/")


def stop(visit: Visit) -> Response:
    """Stop the desk; today's pack is lost."""
    visit.state.stopping = True
    return visit.page("stopped.html")


def countries(tag: str) -> list[tuple[str, str]]:
    """The code and name of every country, in the order of their names in a language (CLDR)."""
    names: Mapping[str, str] = Language.of(tag).locale.territories
    known = {code: name for code, name in names.items() if is_country(code)}
    return sorted(known.items(), key=lambda it: unicodedata.normalize("NFKD", it[1]).casefold())


def _projects(folder: Path) -> list[Path]:
    """The projects right inside a folder."""
    if not folder.is_dir():
        return []
    found = (it for it in sorted(folder.iterdir()) if it.is_dir() and not it.name.startswith("."))
    return [it for it in found if is_project(it) and (it / "practice.yaml").is_file()][:_MOST_SHOWN]


def _folder_for(folder: Path, name: str) -> Path:
    """The folder itself if it is empty, else a new folder inside it with the practice's name."""
    if not folder.exists() or not any(it for it in folder.iterdir() if not it.name.startswith(".")):
        return folder
    stem = id_from(name) or _USUAL
    stem = _USUAL if unfit_name(stem) else stem
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(it for it in (folder / name for name in names) if not it.exists())


ROUTES = (
    page_at("/", start),
    page_at("/make", make, "POST"),
    page_at("/open", open_project, "POST"),
    page_at("/speak", speak, "POST"),
    page_at("/stop", stop, "POST"),
)
