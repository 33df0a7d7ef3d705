"""The handouts: pictures of their pages, the phone page in a sandbox, and the files to download."""

from __future__ import annotations

from urllib.parse import quote

from starlette.responses import Response

from ..build.formats import FORMATS
from .handout_choice import HandoutChoice
from .pack_view import pack_choice
from .page_pictures import SHARP, SMALL, DrawnFile
from .render_thread import Turn
from .sheet_view import choice_of, used_once
from .visit import NotHere, Visit, page_at

CAGE = (
    "sandbox allow-scripts; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The Content-Security-Policy of a phone page in its preview: a sandbox of an origin of its own, which cannot reach
the desk. The page itself has a stricter policy for its style and script.
"""
_OPENED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
"""The Content-Security-Policy of a PDF that the browser displays."""


def picture(visit: Visit) -> Response:
    """A page of a sheet as a picture."""
    return _picture(visit, choice_of(visit, visit.sheet()), visit.named("page"))


def cover(visit: Visit) -> Response:
    """The first page of a sheet as a small PNG for the list; requests for single pages go first."""
    return _picture(visit, choice_of(visit, visit.sheet()), "1", SMALL)


def pack_picture(visit: Visit) -> Response:
    """A page of today's pack as a picture."""
    return _picture(visit, pack_choice(visit), visit.named("page"))


def _picture(visit: Visit, choice: HandoutChoice, page: str, scale: float = SHARP) -> Response:
    return page_picture(visit, visit.cache.drawn(choice, used_once(visit, choice)), page, scale)


def page_picture(visit: Visit, drawn: DrawnFile, page: str, scale: float = SHARP) -> Response:
    """A page of a file, counted from 1, as a PNG; raises NotHere for a page that does not exist."""
    if not page.isdigit() or not 1 <= int(page) <= len(drawn.sizes):
        raise NotHere
    larger = 2 if "large" in visit.asked else 1
    return Response(drawn.picture(int(page) - 1, scale * larger), media_type="image/png")


def taken(visit: Visit) -> Response:
    """The file of a sheet to take away, or to open for printing."""
    return _file(visit, choice_of(visit, visit.sheet()))


def pack_taken(visit: Visit) -> Response:
    """The file of today's pack."""
    return _file(visit, pack_choice(visit))


def _file(visit: Visit, choice: HandoutChoice) -> Response:
    name, client = visit.named("format"), used_once(visit, choice)
    if name not in FORMATS:
        raise NotHere
    data = visit.cache.drawn(choice, client).data if name == "pdf" else visit.cache.made(choice, name, client)
    opened = name == "pdf" and "open" in visit.asked
    told = quote(visit.cache.file_name(choice, name, client))
    headers = {"content-disposition": f"{'inline' if opened else 'attachment'}; filename*=UTF-8''{told}"}
    if opened:
        headers["content-security-policy"] = _OPENED
    return Response(data, media_type=FORMATS[name].media_type, headers=headers)


def phone(visit: Visit) -> Response:
    """The phone page of a sheet, for display inside a page of the desk."""
    choice = choice_of(visit, visit.sheet())
    data = visit.cache.made(choice, "html", used_once(visit, choice))
    return Response(data, media_type=FORMATS["html"].media_type, headers={"content-security-policy": CAGE})


ROUTES = (
    page_at("/sheet/{sheet}/page/{page}", picture),
    page_at("/sheet/{sheet}/cover", cover, turn=Turn.SOON),
    page_at("/sheet/{sheet}/take/{format}", taken),
    page_at("/sheet/{sheet}/phone", phone),
    page_at("/pack/page/{page}", pack_picture),
    page_at("/pack/take/{format}", pack_taken),
)
