"""The head of the first page in Word: logo, name and strapline, in a row of two cells where they share a line.

A row keeps a logo of any shape beside words of any length, carries a ground from margin to margin with the logo in it,
and is drawn alike by every program; what hangs in a paragraph is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..definitions.logo_size import BESIDE
from ..definitions.practice import Brand
from ..document import Document
from ..document.rhythm import Rhythm
from ..foundation.records import record
from ..ooxml.markup import part, w
from .answer_markup import width_of
from .paragraph_markup import paragraph
from .picture_markup import Picture
from .run_markup import Runs
from .style_context import twips
from .table_styles import margins

_GAP = 10.0
"""Points between the logo and the name."""
_PAD, _TALL_PAD, _LOW_PAD = 9.0, 7.0, 2.5
"""Points between what stands on a ground and its edges: across, down, and down where room is given up."""
_SURE = 1.2
"""By how much a guess at the width of words may be wrong."""


@record
class Letterhead:
    """Writes the header of the first page of one handout."""

    document: Document
    brand: Brand
    runs: Runs

    def part(self, picture: Picture | None, relation: str) -> bytes | None:
        """The header; nothing where the practice has nothing to say."""
        if not (self.document.header_footer.practice.head() or picture):
            return None
        logo = self._logo(picture, relation) if picture else ""
        beside = bool(logo) and not self._stacked and bool(self._lines())
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

    def _lines(self) -> list[tuple[str, str, str]]:
        """The style, the runs and the words of each line: the name, and what stands under it."""
        practice = self.document.header_footer.practice
        name = None if practice.in_logo else practice.name
        said = [("Practice", name), ("Practice Line", practice.strapline), ("Practice Line", practice.each)]
        return [(style, self.runs.of(words), words.plain()) for style, words in said if words]

    def _under_each_other(self, logo: str) -> Iterator[str]:
        """Paragraphs on the page itself, the last with the rule of the design."""
        lines = [("Practice Line", logo)] if logo else []
        lines += [(style, runs) for style, runs, _ in self._lines()]
        middle = w("jc", val="center") if self.brand.centred else ""
        for at, (style, runs) in enumerate(lines, 1):
            ruled = "Practice Rule" if style == "Practice Line" else style
            yield paragraph(ruled if at == len(lines) else style, runs, properties=middle)
        if lines and lines[-1][0] == "Practice":
            yield paragraph("Practice Rule")

    def _in_cell(self, logo: str = "") -> str:
        """Paragraphs in a cell: the logo if it stands there, and the lines."""
        middle = w("jc", val="center") if self.brand.centred else ""
        lines = [("Practice Line", logo)] if logo else []
        lines += [(style, runs) for style, runs, _ in self._lines()]
        return "".join(paragraph(style, runs, properties=middle) for style, runs in lines)

    def _cells(self, logo: str, picture: Picture) -> list[tuple[float, str]]:
        """The logo and the lines beside it, each with the width of its cell."""
        pads = 2 * _PAD if self.brand.grounded else 0.0
        first = picture.width + _GAP + (_PAD if self.brand.grounded else 0.0)
        words = "".join(paragraph(style, runs) for style, runs, _ in self._lines())
        if self.brand.centred:
            sizes = {"Practice": self.brand.design.sizes.subsection, "Practice Line": self.brand.design.sizes.running}
            need = max(width_of(said) * sizes[style] * _SURE for style, _, said in self._lines())
            return [(first, paragraph("Practice Line", logo)), (min(self._room - first, need + pads), words)]
        if self.brand.logo_place == "right":
            placed = paragraph("Practice Line", logo, properties=w("jc", val="right"))
            return [(self._room - first, words), (first, placed)]
        return [(first, paragraph("Practice Line", logo)), (self._room - first, words)]

    def _table(self, cells: list[tuple[float, str]]) -> str:
        """One row with the ground of the design."""
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
        """The paragraph that has to follow a table: as low as can be, with the rule of the design and the distance."""
        context = self.runs.context
        after = context.rhythm.aside if context.told else Rhythm.of(self.brand.design).aside
        low = w("spacing", before=0, after=twips(after), line=20, lineRule="exact")
        return paragraph("Practice Rule", properties=low)


def room_of_logo(brand: Brand, document: Document, measure: float) -> float:
    """The width in points that a logo may take in Word, where words may stand beside it or round it a ground."""
    inside = measure - 2 * _PAD if brand.grounded else measure
    stacked = brand.logo_place in ("above", "centre")
    return inside * BESIDE if document.header_footer.practice.head() and not stacked else inside
