"""The practice as a form."""

from __future__ import annotations

from starlette.responses import Response

from .visit import Visit, page_at


def practice(visit: Visit) -> Response:
    """The form."""
    return visit.page("practice.html")


ROUTES = (page_at("/practice", practice),)
