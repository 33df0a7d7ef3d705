"""The box of crisis contacts: a number and its service in each line, the words aligned at one tab stop."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import numbered
from ..foundation.phrases import Phrase
from ..ooxml.markup import TAB, w
from .answer_markup import width_of
from .paragraph_markup import paragraph
from .paragraph_style import Tab
from .run_markup import Runs
from .style_context import StyleContext, twips

_GAP = 12.0
"""Points between a number and the words beside it."""
_STRONG = 1.3
"""The factor by which bold digits may be wider than the estimate for plain letters."""
AFTER = w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact")))
"""An invisible paragraph of one point: a file must not end with a table, and Word would join two adjacent tables."""
_MOST = 0.42
"""The largest share of the text width that a number may take to have its words beside it."""


def stop(numbers: Iterable[Phrase], context: StyleContext) -> float:
    """The tab stop of the words in points: after the longest number that leaves them enough room, else 0."""
    widths = (width_of(it.plain()) * context.design.sizes.number * _STRONG + _GAP for it in numbers)
    return max((width for width in widths if width <= context.measure * _MOST), default=0.0)


def box(caption: Phrase, content: str, context: StyleContext) -> str:
    """The content in a table of one row, since every program keeps a row on one page, and not every one a frame."""
    wide = twips(context.measure)
    properties = w(
        "tblPr",
        w("tblStyle", val="ContactsTable"),
        w("bidiVisual") if context.language.rtl else "",
        w("tblW", w=wide, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=caption.plain()),
        w("tblDescription", val=caption.plain()),
    )
    cell = w("tc", w("tcPr", w("tcW", w=wide, type="dxa")), content)
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), cell)
    return w("tbl", properties, w("tblGrid", w("gridCol", w=wide)), row) + AFTER


def line(text: Phrase, at: float, runs: Runs, *, released: bool) -> str:
    """A line of the crisis contacts; `at` is the tab stop of its words in points, 0 for none."""
    found = numbered(text)
    if found is None:
        return paragraph("Contacts", runs.both(text), released=released)
    number, words = found
    beside = w("tabs", Tab(at).markup()) + w("ind", left=twips(at), hanging=twips(at)) if at else ""
    return paragraph("Contacts", runs.number(number), TAB, runs.both(words), released=released, properties=beside)
