"""The practice on a page: logo, name and strapline in the header, its lines and contact in the footer."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from functools import lru_cache

from ..definitions.practice import Brand, Practice
from ..definitions.raster_logo_reader import as_png
from ..document import Document
from .elements import Attribute, element, escaped
from .phrase_markup import PhraseMarkup, apart

_DOTS = (960, 320)
"""The greatest width and height of a logo on a page, in pixels."""


def head(document: Document, brand: Brand, phrases: PhraseMarkup) -> str:
    """The header of the page; empty if the practice has no logo and no lines for it."""
    practice = document.header_footer.practice
    names = {
        "name": None if practice.in_logo else practice.name,
        "strapline": practice.strapline,
        "header-line": practice.each,
    }
    said = [element("p", {"class": kind}, phrases.both(words)) for kind, words in names.items() if words]
    logo = _logo(document, brand)
    if not said and not logo:
        return ""
    return element("header", {"class": "practice"}, logo, element("div", {}, *said) if said else "")


def foot(document: Document, brand: Brand, phrases: PhraseMarkup) -> str:
    """The footer of the page, with the notice on the state of a translation."""
    practice, notice = document.header_footer.practice, document.header_footer.notice
    lines = [phrases.both(words) for words in practice.foot(first=True)]
    contact = " · ".join(_contact(brand.practice)) if practice.contact else ""
    lines += [contact] if contact else []
    lines += [phrases.both(notice)] if notice else []
    return element("footer", {"class": "foot"}, *(element("p", {}, line) for line in lines)) if lines else ""


def _contact(practice: Practice) -> Iterator[str]:
    """Phone, e-mail and website as links."""
    if practice.phone:
        digits = "".join(it for it in practice.phone if it in "0123456789+*#").replace("#", "%23")
        yield _link(f"tel:{digits}", practice.phone)
    if practice.email:
        yield _link(f"mailto:{practice.email}", practice.email)
    if practice.website:
        whole = practice.website if "://" in practice.website else f"https://{practice.website}"
        yield _link(whole, practice.website)


def _link(address: str, words: str) -> str:
    """A link that sends no referrer to the other site, for privacy."""
    return element("a", {"href": address, "rel": "noreferrer"}, apart(escaped(words)))


def _logo(document: Document, brand: Brand) -> str:
    if brand.logo is None:
        return ""
    alt = document.header_footer.stands_for_logo()
    kind, data = ("image/svg+xml", brand.vector) if brand.vector else _screen_sized(brand.logo)
    source = f"data:{kind};base64,{base64.b64encode(data).decode()}"
    attributes: dict[str, Attribute] = {"class": None if brand.on_dark else "plate", "src": source, "alt": alt}
    return element("img", attributes)


@lru_cache(maxsize=16)
def _screen_sized(data: bytes) -> tuple[str, bytes]:
    """The media type and bytes of a picture, made smaller if it has more pixels than a sharp screen shows."""
    from PIL import Image

    png = as_png(data)
    with Image.open(io.BytesIO(png)) as made:
        if made.width <= _DOTS[0] and made.height <= _DOTS[1]:
            return "image/png", png
        made.thumbnail(_DOTS)
        stream = io.BytesIO()
        made.save(stream, "PNG", optimize=True)
    return "image/png", stream.getvalue()
