"""The header of the first page in Word: logo, name and strapline, in a table row of two cells if they share a line.

A row keeps a logo of any shape beside words of any length and carries a background from margin to margin; all programs
draw it alike, unlike a picture that is anchored to a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..definitions.logo_size import BESIDE
from ..definitions.practice import Brand
from ..document import Document
from ..document.rhythm import Rhythm
from ..foundation.phrases import Phrase
from ..foundation.records import record
from ..ooxml.markup import TAB, part, w
from ..text import TextStyle
from .answer_markup import width_of
from .line_measures import line_measures
from .paragraph_markup import paragraph
from .paragraph_style import Tab
from .picture_markup import Picture
from .run_markup import Runs
from .style_context import twips
from .table_styles import margins

_GAP = 10.0
"""Points between the logo and the name, and the least between the strapline and the line printed on each page."""
_PAD, _TALL_PAD, _LOW_PAD = 9.0, 7.0, 2.5
"""Padding on a background in points: horizontal, vertical, and vertical where space is saved."""
_SURE = 1.2
"""The factor by which the estimated width of words may be too small."""


class _Line(NamedTuple):
    """A line under or beside the logo: its style, its runs, its plain words, and the tab stop of words at its end."""

    style: str
    runs: str
    words: str
    stop: str = ""


@record
class Letterhead:
    """Writes the header of the first page of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def part(self, picture: Picture | None, relation: str) -> bytes | None:
        """The header part; None if there is no logo and the practice has no lines for it."""
        if not (self.document.header_footer.practice.head() or picture):
            return None
        logo = self._logo(picture, relation) if picture else ""
        beside = bool(logo) and not self._stacked and bool(self._lines(self._room))
        if not (beside or self.brand.grounded):
            return self._written(*self._under_each_other(logo))
        cells = self._cells(logo, picture) if picture and beside else [(self._room, self._in_cell(logo))]
        return self._written(self._table(cells), self._after())

    def _written(self, *content: str) -> bytes:
        return part("w:hdr", {}, *content, prefixes="w r wp a pic")

    @property
    def _stacked(self) -> bool:
        return self.brand.logo_place in ("above", "centre")

    @property
    def _room(self) -> float:
        """The width between the margins, in points."""
        return self.runs.context.measure

    def _logo(self, picture: Picture, relation: str) -> str:
        vector = f"{relation}-drawing" if picture.vector else None
        return w("r", picture.drawn(relation, self.document.header_footer.stands_for_logo(), vector=vector))

    def _lines(self, room: float) -> list[_Line]:
        """The name, and the lines under it: strapline and the line of each page share a line if both fit."""
        practice = self.document.header_footer.practice
        name, strapline, each = None if practice.in_logo else practice.name, practice.strapline, practice.each
        if strapline and each and self._beside_each_other(strapline, each, room):
            stop = w("tabs", Tab(room, "right").markup())
            under = self.runs.of(strapline) + TAB + self.runs.of(each)
            both = _Line("Practice Line", under, f"{strapline.plain()} {each.plain()}", stop)
            return [*self._each_in_its_line(("Practice", name)), both]
        return self._each_in_its_line(("Practice", name), ("Practice Line", strapline), ("Practice Line", each))

    def _each_in_its_line(self, *said: tuple[str, Phrase | None]) -> list[_Line]:
        return [_Line(style, self.runs.of(words), words.plain()) for style, words in said if words]

    def _beside_each_other(self, strapline: Phrase, each: Phrase, room: float) -> bool:
        """Whether both fit in one line; never in a centred header, nor with the logo at the right."""
        if self.brand.centred or self.brand.logo_place == "right":
            return False
        context = self.runs.context
        measures, look = line_measures(context.language, context.family), TextStyle(context.design.sizes.running)
        return sum(measures.width(it.plain(), look) for it in (strapline, each)) + _GAP <= room

    def _under_each_other(self, logo: str) -> Iterator[str]:
        """Paragraphs without a table; the last has the border of the design."""
        lines = [_Line("Practice Line", logo, "")] if logo else []
        lines += self._lines(self._room)
        middle = w("jc", val="center") if self.brand.centred else ""
        for at, it in enumerate(lines, 1):
            ruled = "Practice Rule" if it.style == "Practice Line" else it.style
            yield paragraph(ruled if at == len(lines) else it.style, it.runs, properties=it.stop + middle)
        if lines and lines[-1].style == "Practice":
            yield paragraph("Practice Rule")

    def _in_cell(self, logo: str = "") -> str:
        """Paragraphs in a single cell: the logo, if given, and the lines."""
        middle = w("jc", val="center") if self.brand.centred else ""
        lines = [_Line("Practice Line", logo, "")] if logo else []
        lines += self._lines(self._room - 2 * _PAD)
        return "".join(paragraph(it.style, it.runs, properties=it.stop + middle) for it in lines)

    def _cells(self, logo: str, picture: Picture) -> list[tuple[float, str]]:
        """The logo and the lines beside it, each with the width of its cell."""
        pad = _PAD if self.brand.grounded else 0.0
        first = picture.width + _GAP + pad
        lines = self._lines(self._room - first - 2 * pad)
        words = "".join(paragraph(it.style, it.runs, properties=it.stop) for it in lines)
        if self.brand.centred:
            sizes = {"Practice": self.brand.design.sizes.subsection, "Practice Line": self.brand.design.sizes.running}
            need = max(width_of(it.words) * sizes[it.style] * _SURE for it in lines)
            return [(first, paragraph("Practice Line", logo)), (min(self._room - first, need + 2 * pad), words)]
        if self.brand.logo_place == "right":
            placed = paragraph("Practice Line", logo, properties=w("jc", val="right"))
            return [(self._room - first, words), (first, placed)]
        return [(first, paragraph("Practice Line", logo)), (self._room - first, words)]

    def _table(self, cells: list[tuple[float, str]]) -> str:
        """A table of one row with the background of the design."""
        context, grounded = self.runs.context, self.brand.grounded
        whole = twips(sum(width for width, _ in cells))
        properties = w(
            "tblPr",
            w("tblStyle", val="LetterheadTable"),
            w("bidiVisual") if context.language.rtl else "",
            w("tblW", w=whole, type="dxa"),
            w("jc", val="center") if self.brand.centred else "",
            w("tblLayout", type="fixed"),
            margins(_LOW_PAD if context.sparing else _TALL_PAD, _PAD) if grounded else margins(0.0, 0.0),
            w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        )
        grid = w("tblGrid", *(w("gridCol", w=twips(width)) for width, _ in cells))
        middle = w("vAlign", val="center")
        row = (w("tc", w("tcPr", w("tcW", w=twips(width), type="dxa"), middle), words) for width, words in cells)
        return w("tbl", properties, grid, w("tr", w("trPr", w("cantSplit")), *row))

    def _after(self) -> str:
        """The paragraph that must follow a table: one point high, with the border and the spacing of the design."""
        context = self.runs.context
        rhythm = context.rhythm if context.told else Rhythm.of(self.brand.design)
        after = rhythm.step if context.closest else rhythm.aside
        low = w("spacing", before=0, after=twips(after), line=20, lineRule="exact")
        return paragraph("Practice Rule", properties=low)


def room_of_logo(brand: Brand, document: Document, measure: float) -> float:
    """The greatest width of a logo in points; less if words are beside it, or if the header has a background."""
    inside = measure - 2 * _PAD if brand.grounded else measure
    stacked = brand.logo_place in ("above", "centre")
    return inside * BESIDE if document.header_footer.practice.head() and not stacked else inside
