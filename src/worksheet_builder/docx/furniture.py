"""What stands around the document: the practice above it, contact and page below."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Document
from ..practice import Brand
from .markup import part, w
from .paragraphs import paragraph
from .pictures import Picture
from .runs import Runs

_TAB = w("r", w("tab"))
_BETWEEN = "  ·  "


@dataclass(frozen=True, slots=True)
class Around:
    """Writes the headers and footers of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def first_header(self, picture: Picture | None, relation: str) -> bytes | None:
        """Logo, name and strapline; nothing where the practice has none."""
        practice = self.brand.practice
        if not (practice.name or practice.strapline or picture):
            return None
        name = self.runs.of(practice.name) if practice.name else ""
        logo = picture.drawn(relation, self._stands_for()) if picture else ""
        first = paragraph("Practice", w("r", logo) + _TAB + name if logo else name) if logo or name else ""
        strapline = self._strapline(bool(logo))
        return part("w:hdr", {}, first, strapline, prefixes="w r wp a pic")

    def _strapline(self, beside: bool) -> str:
        strapline = self.brand.practice.strapline
        words = (_TAB if beside else "") + self.runs.of(strapline) if strapline else ""
        return paragraph("Practice Rule", words)

    def _stands_for(self) -> str:
        name = self.brand.practice.name
        logo = self.document.furniture.logo
        return logo.fill(practice=name.plain() if name else "").plain().strip()

    def header(self) -> bytes:
        """The pages after the first: the sheet, and quietly whose it is."""
        name = self.brand.practice.name
        words = self.runs.of(self.document.title) + (_TAB + self.runs.of(name) if name else "")
        return part("w:hdr", {}, paragraph("Header Rule", words))

    def footer(self) -> bytes:
        """Contact, the practice's own lines and the notice, one under the other; the page number beside the first."""
        furniture, practice = self.document.furniture, self.brand.practice
        page = self.runs.of(furniture.page, {"page": "PAGE", "pages": "NUMPAGES"})
        phrases = (practice.address, practice.footer, furniture.notice)
        lines = [line for line in (self._contact(), *(self.runs.of(it) for it in phrases if it)) if line]
        first, *others = lines or [""]
        below = (paragraph("footer", line) for line in others)
        return part("w:ftr", {}, paragraph("Footer Rule", first, _TAB, page), *below)

    def _contact(self) -> str:
        parts = [self.runs.apart(words) for words in self.brand.practice.contact_line()]
        return self.runs.plain(_BETWEEN).join(parts)
