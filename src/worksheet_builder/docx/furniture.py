"""What stands around the document: the practice above it, contact and page below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..document import Document
from ..phrases import Phrase
from ..practice import BETWEEN, Brand
from .markup import part, w
from .paragraphs import paragraph
from .pictures import Picture
from .runs import Runs
from .style import Tab

_TAB = w("r", w("tab"))
_GAP = 10.0
"""Points between the logo and the name."""


@dataclass(frozen=True, slots=True)
class Around:
    """Writes the headers and footers of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def first_header(self, picture: Picture | None, relation: str) -> bytes | None:
        """Logo, name and strapline; nothing where the practice has none."""
        practice = self.brand.practice
        if not (practice.name or practice.strapline or practice.header or picture):
            return None
        name = self.runs.of(practice.name) if practice.name else ""
        vector = f"{relation}-drawing" if self.brand.vector else None
        logo = w("r", picture.drawn(relation, self._stands_for(), vector=vector)) if picture else ""
        above = ""
        if logo and self.brand.design.header == "solid" and not self.brand.on_dark:
            above, logo = paragraph("header", logo), ""
        between = self.runs.plain("\u2002") if self.centred else _TAB
        stop = w("tabs", Tab(picture.width + _GAP).markup()) if logo and picture and not self.centred else ""
        words = logo + between + name if logo else name
        first = paragraph("Practice", words, properties=stop) if words else ""
        return part("w:hdr", {}, above, first, self._strapline(stop), prefixes="w r wp a pic")

    def _strapline(self, stop: str) -> str:
        """The strapline and the line for the head of each page; beside a logo they stand where the name does."""
        practice = self.brand.practice
        words = [self.runs.of(line) for line in (practice.strapline, practice.header) if line]
        said = self.runs.plain(BETWEEN).join(words)
        return paragraph("Practice Rule", (_TAB if stop else "") + said if said else "", properties=stop)

    @property
    def centred(self) -> bool:
        """Whether the head stands in the middle."""
        return self.brand.design.align == "centre"

    def _stands_for(self) -> str:
        name = self.brand.practice.name
        logo = self.document.furniture.logo
        return logo.fill(practice=name.plain() if name else "").plain().strip()

    def header(self, title: Phrase) -> bytes:
        """The pages after the first: the sheet, and quietly whose it is."""
        beside = self.brand.practice.header or self.brand.practice.name
        words = self.runs.of(title.joined()) + (_TAB + self.runs.of(beside) if beside else "")
        return part("w:hdr", {}, paragraph("Header Rule", words))

    def footer(self, *, first: bool = False) -> bytes:
        """Contact, the practice's own lines and the notice, one under the other; the page number beside the first."""
        furniture, practice = self.document.furniture, self.brand.practice
        page = self.runs.plain(BETWEEN).join(self._pages())
        phrases = practice.foot_words(self.document.title, first=first)
        joined = self.runs.plain(BETWEEN).join(self.runs.of(it) for it in phrases)
        notice = self.runs.of(furniture.notice.joined()) if furniture.notice else ""
        lines = [line for line in (self._contact(), joined, notice) if line]
        top, *others = lines or [""]
        below = (paragraph("footer", line) for line in others)
        return part("w:ftr", {}, paragraph("Footer Rule", top, _TAB, page), *below)

    def _pages(self) -> Iterator[str]:
        """The page number, in each language of the handout."""
        page = self.document.furniture.page
        yield from (self.runs.of(it, {"page": "PAGE", "pages": "NUMPAGES"}) for it in (page, page.echo) if it)

    def _contact(self) -> str:
        parts = [self.runs.apart(words) for words in self.brand.practice.contact_line()]
        return self.runs.plain(BETWEEN).join(parts)
