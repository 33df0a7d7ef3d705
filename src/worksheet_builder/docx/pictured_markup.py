"""Words beside a small drawing: a row of two cells, the drawing in the first."""

from __future__ import annotations

from ..ooxml.markup import w
from .contacts_markup import AFTER
from .style_context import StyleContext, twips


def beside(picture: str, content: str, room: float, said: str, context: StyleContext) -> str:
    """A table: the picture in a cell of `room` points, the content in the other; `said` is the table's description."""
    widths = twips(room), twips(context.measure - room)
    properties = w(
        "tblPr",
        w("tblStyle", val="PicturedTable"),
        w("bidiVisual") if context.language.rtl else "",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=said),
        w("tblDescription", val=said),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    cells = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), inside)
        for width, inside in zip(widths, (picture, content), strict=True)
    )
    return w("tbl", properties, grid, w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)) + AFTER
