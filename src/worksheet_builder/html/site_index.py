"""The index page of a site, and the headers that its host can send with every page."""

from __future__ import annotations

from collections.abc import Sequence

from ..definitions.practice import Brand
from ..document import Document
from ..foundation.records import record
from .colour_scheme import manners, properties
from .elements import element, escaped
from .page import page_head, shared, whole
from .phrase_markup import PhraseMarkup
from .practice_lines import foot, head

HEADERS = """\
# What a host sends with every page. Hosts that know such a file take it as it is; on others, set the same by hand.
/*
  Content-Security-Policy: frame-ancestors 'none'; form-action 'none'; base-uri 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), microphone=(), geolocation=(), interest-cohort=()
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Robots-Tag: noindex, nofollow
"""
ROBOTS = "User-agent: *\nDisallow: /\n"


@record
class SitePage:
    """A page of the folder: its file name, and the handout that it shows."""

    name: str
    document: Document


def index(pages: Sequence[SitePage], brand: Brand) -> bytes:
    """The page that lists all others, grouped by language in the order given, each in its own language."""
    first = pages[0].document
    by_language: dict[str, list[SitePage]] = {}
    for page in pages:
        by_language.setdefault(page.document.language.tag, []).append(page)
    phrases = PhraseMarkup.of_document(first)
    listed = element("main", {}, *map(_section, by_language.values()))
    inside = head(first, brand, phrases), listed, foot(first, brand, phrases)
    looks = properties(brand) + shared("page.css")
    words = first.header_footer.phone
    body = element("body", {"class": f"{manners(brand)} site"}, *inside)
    title = words.title.plain() if words else ""
    return whole(first.language.tag, first.language.rtl, page_head(title, looks), body, brand)


def _section(pages: Sequence[SitePage]) -> str:
    """The list of the pages in one language, and the site's statement of privacy."""
    language, words = pages[0].document.language, pages[0].document.header_footer.phone
    items = (element("li", {}, element("a", {"href": f"{it.name}"}, _title(it.document))) for it in pages)
    said = element("ul", {"class": "contents"}, *items)
    if words:
        heading = element("h1", {"class": "level-1"}, escaped(words.site.index.plain()))
        intro = element("p", {"class": "summary"}, escaped(words.site.intro.plain()))
        said = heading + intro + said + element("p", {"class": "fine"}, escaped(words.site.policy.plain()))
    return element("section", {"lang": language.tag, "dir": "rtl" if language.rtl else "ltr"}, said)


def _title(document: Document) -> str:
    title = document.title.joined() if document.beside else document.title
    return escaped(title.plain())
