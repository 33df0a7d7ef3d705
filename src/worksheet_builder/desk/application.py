"""The desk as an ASGI application: the request guard, the views, and the static files and fonts of its pages."""

from __future__ import annotations

import time

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from ..definitions.practice import DEFAULT_FONT
from ..fonts.families import stack
from ..foundation.languages import SOURCE_LANGUAGE, Language
from ..project.package_files import package_file
from . import (
    choose_view,
    handout_view,
    pack_view,
    practice_view,
    review_view,
    rows_view,
    sheet_view,
    start_view,
    tailor_view,
    translate_view,
)
from .desk_state import DeskState
from .request_guard import RequestGuard

VIEWS = (
    start_view,
    choose_view,
    sheet_view,
    handout_view,
    pack_view,
    practice_view,
    tailor_view,
    translate_view,
    rows_view,
    review_view,
)
"""Each module of views with its `ROUTES`."""
_LETTERS = {
    "heading": ("lexend", True),
    "text": ("atkinson-hyperlegible", False),
    "text-strong": ("atkinson-hyperlegible", True),
    "own": ("noto-sans", False),
}
"""The fonts of the pages by name: a family, and whether the bold face is meant. ‘own’ is for the desk's language."""
_LETTERS_OF = (
    '@font-face {{ font-family: "Desk {tag}"; src: url("/letters/{tag}"); font-display: swap; }}\n'
    ':lang({tag}) {{ font-family: "Desk Text", "Desk {tag}", system-ui, sans-serif; }}\n'
)
"""The CSS that assigns a font to a language."""
_COLLECTION = ".ttc"
"""The suffix of font collections, files with several fonts, which no browser loads."""


def application(state: DeskState) -> ASGIApp:
    """The desk with all its routes, behind a RequestGuard that every request has to pass."""
    routes = [route for view in VIEWS for route in view.ROUTES]
    files = Mount("/static", StaticFiles(directory=package_file("desk/static")))
    told = Route("/changes", _changes)
    inside = Starlette(
        routes=[*routes, told, Route("/letters.css", _letters_of_languages), Route("/letters/{name}", _letters), files],
        exception_handlers={HTTPException: _told, Exception: _fault},
    )
    inside.state.desk = state
    return RequestGuard(inside, state, time.monotonic)


async def _changes(request: Request) -> Response:
    """The version of the project, which changes with its files."""
    return PlainTextResponse(request.app.state.desk.version)


async def _letters(request: Request) -> Response:
    """A font file, by its name or a language tag, so that no page loads fonts from another site; 404 if unknown."""
    name, desk = request.path_params["name"], request.app.state.desk
    if name in _LETTERS:
        family, strong = _LETTERS[name]
        language = Language.of(desk.spoken if name == "own" else SOURCE_LANGUAGE)
    elif name in desk.cache.library.languages:
        family, strong, language = DEFAULT_FONT, False, Language.of(name)
    else:
        raise HTTPException(404)
    path = _font(language, family, strong)
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type="font/ttf")


def _font(language: Language, family: str, strong: bool = False) -> str | None:
    """The path of a font file; None for a collection, which no browser loads."""
    faces = stack(language, family)
    path = (faces.strong if strong else faces.regular)[0].path
    return None if path.lower().endswith(_COLLECTION) else path


async def _letters_of_languages(request: Request) -> Response:
    """A style sheet that gives words in other scripts a font of their language."""
    known = map(Language.of, request.app.state.desk.cache.library.languages)
    tags = [it.tag for it in known if it.script != "Latn" and _font(it, DEFAULT_FONT)]
    return PlainTextResponse("".join(_LETTERS_OF.format(tag=it) for it in tags), media_type="text/css")


async def _told(request: Request, error: Exception) -> Response:
    """The answer to a wrong request: one line that repeats nothing of the request, for privacy."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return PlainTextResponse("There is no such page." if status == 404 else "This cannot be done.", status)


async def _fault(request: Request, error: Exception) -> Response:
    """The answer after an unexpected exception; what was typed is put into no message and no log, for privacy."""
    return PlainTextResponse(f"The desk has a fault ({type(error).__name__}). What was saved before is whole.", 500)
