"""One visit of a browser to the desk, and how a view answers it. A view is a function from a visit to a response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

import jinja2
from starlette.datastructures import URL, FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ..foundation.languages import Language
from ..foundation.problems import Problem, Refused
from ..project.package_files import package_file
from .desk_cache import DeskCache
from .desk_state import DeskState
from .interface_words import InterfaceWords, direction, spoken_language
from .plain_problems import plain
from .render_thread import Busy, Turn
from .shared_computer import reasons

_MOST_FIELDS, _MOST_FILES = 2000, 4  # two logos and two fonts, chosen or not
_LONGEST_FIELD = 200_000
"""The most bytes of one field of a form."""


_ONCE = ("did", "kept", "new", "part", "saved", "updated")
"""Query parameters that only report once what was done."""
_PROBLEMS = ("problems", "advice")
"""The template values that are problems, and are shown in the words of the desk."""


class NotHere(Exception):
    """Raised when there is no such page, sheet or picture."""


@dataclass
class Visit:
    """The argument of a view: the request, the state of the desk, and the submitted form."""

    request: Request
    state: DeskState
    form: FormData

    @property
    def cache(self) -> DeskCache:
        """The library and the project as they are now."""
        return self.state.cache

    @cached_property
    def asked(self) -> Mapping[str, str]:
        """The query of the address as a map; the last value of a repeated name."""
        return dict(self.request.query_params)

    def named(self, field: str) -> str:
        """A part of the path, such as the id of a sheet."""
        return str(self.request.path_params[field])

    def sheet(self) -> str:
        """The id of the sheet in the path; raises NotHere for an unknown one."""
        name = self.named("sheet")
        if name not in self.cache.sheets:
            raise NotHere
        return name

    def text(self, field: str) -> str:
        """A field of the form as text; empty where it was not sent."""
        value = self.form.get(field)
        return value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""

    def texts(self, field: str) -> list[str]:
        """All fields of that name."""
        return [it.strip() for it in self.form.getlist(field) if isinstance(it, str)]

    def upload(self, field: str) -> tuple[str, bytes] | None:
        """The name and bytes of an uploaded file; None without one. The name is to show, never to use as a path."""
        value = self.form.get(field)
        if not isinstance(value, UploadFile) or not value.filename:
            return None
        return value.filename, value.file.read()

    @property
    def language(self) -> str:
        """The language of the desk for this request."""
        state, cache = self.state, self.cache
        try:
            practice = cache.composer.practice.languages
        except Refused:
            practice = ()
        accepted = self.request.headers.get("accept-language", "")
        return spoken_language(state.language, cache.library.languages, practice, accepted)

    @cached_property
    def words(self) -> InterfaceWords:
        """The words of the desk."""
        return self.cache.words(self.language)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Render a template as a page or a part of one; every template has the desk, its words and its language."""
        self.state.spoken = self.words.language
        came = self.came_from
        here = came.partition("?")[0] if came and self.request.method == "POST" else self.request.url.path
        shared = {
            "w": self.words,
            "here": here,
            "back": came if came.partition("?")[0] not in ("", self.request.url.path) else "",
            "language": self.words.language,
            "direction": direction(self.words.language),
            "languages": [(tag, Language.of(tag).name) for tag in self.cache.library.languages],
            "name_of": lambda tag: Language.of(tag).name,
            "direction_of": direction,
            "state": self.state,
            "practice_name": _practice_name(self.cache),
            "shared": reasons(),
        }
        told = {name: plain(values[name], self.words) for name in _PROBLEMS if name in values}
        return HTMLResponse(_templates().get_template(template).render({**shared, **values, **told}), status)

    @property
    def came_from(self) -> str:
        """The path and query of the desk page from which the request came, without `_ONCE`; empty if unknown."""
        try:
            came = URL(self.request.headers.get("referer", "")).remove_query_params(_ONCE)
        except ValueError:
            return ""
        if came.netloc != self.request.headers["host"] or not came.path.startswith("/") or came.path.startswith("//"):
            return ""
        return f"{came.path}?{came.query}" if came.query else came.path

    def to(self, path: str) -> Response:
        """Redirect to another page, by GET (303)."""
        return RedirectResponse(path, 303)

    def problems(self, problems: tuple[Problem, ...], status: int = 422) -> Response:
        """A page that says what is wrong and what to do."""
        return self.page("problems.html", status, problems=problems)


View = Callable[[Visit], Response]


def page_at(path: str, view: View, *methods: str, turn: Turn = Turn.NOW) -> Route:
    """A route whose view is called on the render thread; GET unless other methods are named."""

    async def endpoint(request: Request) -> Response:
        state: DeskState = request.app.state.desk
        form = FormData()
        if request.method == "POST":
            form = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_LONGEST_FIELD)
        try:
            return await state.renderer.ask(partial(_answered, view, Visit(request, state, form)), turn)
        except Busy:
            return PlainTextResponse("The desk is busy. Try again in a moment.", 503)
        finally:
            await form.close()

    return Route(path, _named(endpoint, view), methods=[*methods] or ["GET"])


def _named(endpoint: Callable[[Request], Awaitable[Response]], view: View) -> Callable[[Request], Awaitable[Response]]:
    endpoint.__name__ = view.__name__
    return endpoint


def _answered(view: View, visit: Visit) -> Response:
    try:
        return view(visit)
    except Refused as refused:
        return visit.problems(refused.problems)
    except NotHere:
        return visit.page("not_here.html", 404)


def _practice_name(cache: DeskCache) -> str:
    try:
        name = cache.composer.practice.name
    except Refused:
        return ""
    return name.plain() if name else ""


@lru_cache(maxsize=1)
def _templates() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(package_file("desk/templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
