"""What stands around the document: the practice above it, contact and page below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..definitions.practice import Brand
from ..document import BETWEEN, Document, PracticeLines
from ..foundation.phrases import Phrase
from ..ooxml.markup import TAB, part, w
from .answer_markup import width_of
from .paragraph_markup import paragraph
from .picture_markup import Picture
from .run_markup import Runs
from .style_context import twips
from .style_types import Tab

_GAP = 10.0
"""Points between the logo and the name."""
_SURE = 1.1
"""By how much a guess at the width of words may be wrong."""


@dataclass(frozen=True, slots=True)
class HeaderFooterWriter:
    """Writes the headers and footers of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def first_page_header(self, picture: Picture | None, relation: str) -> bytes | None:
        """Logo, name and strapline; nothing where the practice has none."""
        practice = self._practice
        if not (practice.head() or picture):
            return None
        if picture and self._beside(picture):
            return part("w:hdr", {}, *self._headed(picture, relation), prefixes="w r wp a pic")
        name = self.runs.of(practice.name) if practice.name else ""
        logo = w("r", picture.drawn(relation, self._stands_for(), vector=self._vector(relation))) if picture else ""
        above = ""
        if logo and self._apart:
            above, logo = paragraph("header", logo), ""
        between = self.runs.plain("\u2002") if self.centred else TAB
        stop = w("tabs", Tab(picture.width + _GAP).markup()) if logo and picture and not self.centred else ""
        words = logo + between + name if logo else name
        first = paragraph("Practice", words, properties=stop) if words else ""
        said = self._strapline()
        second = paragraph("Practice Rule", (TAB if stop else "") + said if said else "", properties=stop)
        return part("w:hdr", {}, above, first, second, prefixes="w r wp a pic")

    def _strapline(self) -> str:
        """The strapline and the line for the head of each page."""
        return self.runs.plain(BETWEEN).join(self.runs.of(line) for line in self._header_lines())

    def _header_lines(self) -> list[Phrase]:
        return [line for line in (self._practice.strapline, self._practice.each) if line]

    def _beside(self, picture: Picture) -> bool:
        """Whether name and strapline find room beside the logo, a line each, on a page without a ground of its own.

        LibreOffice puts what hangs in a header behind everything else, where a ground would cover it.
        """
        name, context = self._practice.name, self.runs.context
        if self.centred or context.design.header in ("band", "solid") or not name or not self._header_lines():
            return False
        said, sizes = BETWEEN.join(line.plain() for line in self._header_lines()), context.design.sizes
        need = max(width_of(name.plain()) * sizes.subsection, width_of(said) * sizes.running)
        return need * _SURE <= context.measure - picture.width - _GAP

    def _headed(self, picture: Picture, relation: str) -> Iterator[str]:
        """Name and strapline, each half as high as the logo that hangs beside them."""
        context, name = self.runs.context, self._practice.name
        logo = picture.anchored(
            relation, self._stands_for(), 1, self._vector(relation), None if context.language.rtl else 0.0, behind=False
        )
        half = w("spacing", line=twips(picture.height / 2), lineRule="exact")
        beside = w("tabs", Tab(picture.width + _GAP).markup()) + half
        yield paragraph("Practice", w("r", logo), TAB, self.runs.of(name) if name else "", properties=beside)
        yield paragraph("Practice Rule", TAB, self._strapline(), properties=beside)

    @property
    def _apart(self) -> bool:
        """Whether the logo stands above the band, since there is none for a dark ground."""
        return self.brand.design.header == "solid" and not self.brand.on_dark

    def _vector(self, relation: str) -> str | None:
        return f"{relation}-drawing" if self.brand.vector else None

    @property
    def centred(self) -> bool:
        """Whether the head stands in the middle."""
        return self.brand.design.align == "centre"

    def _stands_for(self) -> str:
        name = self._practice.name
        logo = self.document.header_footer.logo
        return logo.fill(practice=name.plain() if name else "").plain().strip()

    def header(self, title: Phrase) -> bytes:
        """The pages after the first: the sheet, and quietly whose it is."""
        beside = self._practice.each or self._practice.name
        words = self.runs.of(title.joined()) + (TAB + self.runs.of(beside) if beside else "")
        return part("w:hdr", {}, paragraph("Header Rule", words), prefixes="w r")

    def footer(self, *, first: bool = False) -> bytes:
        """The practice's lines and contact in one paragraph, the notice under it, the page beside the last or under."""
        practice, notice = self._practice, self.document.header_footer.notice
        phrases = practice.foot(first=first)
        said = [*map(self.runs.of, phrases), *(self.runs.apart(_whole(it.plain())) for it in practice.contact)]
        rows = [(self.runs.plain(BETWEEN).join(said), [it.plain() for it in (*phrases, *practice.contact)])]
        rows += [(self.runs.of(notice.joined()), [notice.joined().plain()])] if notice else []
        *above, (last, words) = [row for row in rows if row[0]] or [("", [])]
        numbered = [last + TAB + self._page()] if self._has_room(words) else [last, TAB + self._page()]
        top, *under = *(row for row, _ in above), *numbered
        return part(
            "w:ftr", {}, paragraph("Footer Rule", top), *(paragraph("footer", row) for row in under), prefixes="w r"
        )

    def bare_footer(self) -> bytes:
        """The foot of a page for other people: the notice, and nothing else."""
        notice = self.document.header_footer.notice
        return part("w:ftr", {}, paragraph("footer", self.runs.of(notice.joined()) if notice else ""), prefixes="w r")

    def _has_room(self, words: list[str]) -> bool:
        """Whether the page number stands beside the words, in one line."""
        context = self.runs.context
        need = width_of(BETWEEN.join([*words, *(page.plain() for page in self._pages())]))
        return need * context.design.sizes.running * _SURE <= context.measure

    def _page(self) -> str:
        fields = {"page": "PAGE", "pages": "NUMPAGES"}
        return self.runs.plain(BETWEEN).join(self.runs.of(page, fields) for page in self._pages())

    def _pages(self) -> list[Phrase]:
        """The words around the page number, in each language of the handout."""
        page = self.document.header_footer.page
        return [page, page.parallel] if page.parallel else [page]

    @property
    def _practice(self) -> PracticeLines:
        return self.document.header_footer.practice


def _whole(words: str) -> str:
    """A way to reach somebody, in which no line breaks."""
    return words.replace(" ", "\u00a0")
