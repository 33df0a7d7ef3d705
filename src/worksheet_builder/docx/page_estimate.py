"""Estimates how many pages a Word file takes: only Word knows, and only after the file is made.

Paragraphs and rows are stacked with the spacing of their styles, in lines measured with the fonts of the handout; a
line without a fixed height has the height of its font. Drawings count with their height.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

from ..document.measures import CARD_PADDING, MM
from ..document.rhythm import LAST
from ..text import TextStyle
from .line_measures import line_measures
from .numbering import PANEL_PADDING
from .opening_markup import LEAF
from .page_count import Slab, chain_height, pages_of_sheet_and_leaf, sections_of
from .paragraph_style import ParagraphStyle, style_id
from .sections import header_footer_distances, margins
from .style_context import StyleContext
from .stylesheet import paragraph_styles
from .table_styles import over_contacts

SURE = 0.98
"""The share of a page's height that is counted on, since each program stacks lines a little differently."""
LESS_SURE = 0.97
"""The same for scripts other than Latin: LibreOffice takes a line more in some of them, and what is kept together then
moves to the next page as a whole. A sheet in them must fit at both shares.
"""
_TICK, _UNDER = 1.6, 0.3
"""The height of a line with a tick box, and the space under a drawing in a line, in em of the text."""
_RULE = 0.75
"""The width of the border under a row, in points."""
_PADDED = {
    "WorksheetTable": (MM, 2 * MM),
    "CardTable": (CARD_PADDING, CARD_PADDING),
    "ContactsTable": (0.0, PANEL_PADDING),
    "PicturedTable": (5.0, 0.0),
}
"""Points over and under the words of a cell, and on each side of them, by the style of its table."""
_EMU = 12700
"""English Metric Units per point, the unit of drawings in Word."""
_PANELS = frozenset(("Panel Heading", "Panel Opening", "Opening Title"))
"""The styles that a panel or an opening begins with."""
_PARAGRAPH, _TABLE, _ROW_OF, _CELL, _RUN = (qn(f"w:{it}") for it in ("p", "tbl", "tr", "tc", "r"))
_TEXT, _BREAK, _TAB, _RUN_STYLE, _TABLE_STYLE = (qn(f"w:{it}") for it in ("t", "br", "tab", "rStyle", "tblStyle"))
_CONTROLS = frozenset((qn("w:sdt"), qn("w:sdtContent")))
_PROPERTIES, _STYLE, _SPACING, _INDENT = (qn(f"w:{it}") for it in ("pPr", "pStyle", "spacing", "ind"))
_KEEP, _SECTION, _HEIGHT = (qn(f"w:{it}") for it in ("keepNext", "sectPr", "trHeight"))
_VALUE, _WIDTH, _TYPE, _LEFT, _RIGHT = (qn(f"w:{it}") for it in ("val", "w", "type", "left", "right"))
_BEFORE, _AFTER, _LINE, _RULED = (qn(f"w:{it}") for it in ("before", "after", "line", "lineRule"))
_HANGING, _MARGINS, _TOP = (qn(f"w:{it}") for it in ("hanging", "tblCellMar", "top"))
_EXTENT, _INLINE = qn("wp:extent"), qn("wp:inline")


class Inside(NamedTuple):
    """The content of a paragraph: its words split at tabs, the height of its drawing in points, and further facts.

    `opens_page` says whether it has a page break; `looks` are the character styles of its runs, `strong` the share
    of its words that is bold.
    """

    parts: list[str]
    drawn: float
    opens_page: bool
    looks: set[str]
    strong: float


class SlabReader:
    """Converts the parts of a file into slabs, with the sizes and spacing of one context."""

    def __init__(self, context: StyleContext) -> None:
        self._context, self._styles = context, _styles(context)
        self._lines = line_measures(context.language, context.family)

    def slabs(self, body: Iterable[etree._Element], width: float) -> Iterator[Slab]:
        """The slabs of a body, a cell, a header or a footer, in order; `width` in points."""
        for it in body:
            if it.tag == _PARAGRAPH:
                yield self._paragraph(it, width)
            elif it.tag == _TABLE:
                yield from self._rows(it)
            elif it.tag in _CONTROLS:
                yield from self.slabs(it, width)

    def stacked(self, body: etree._Element, width: float) -> float:
        """The height of all slabs together, in points."""
        found = [*self.slabs(body, width)]
        return found[0].before + chain_height(found) + found[-1].after

    def room(self, header: bytes, footer: bytes) -> float:
        """The height for text on a page with this header and footer, in points."""
        context = self._context
        around = [self.stacked(etree.fromstring(it), context.measure) if it else 0.0 for it in (header, footer)]
        taken = (
            max(least, at + tall)
            for least, at, tall in zip(margins(context), header_footer_distances(context), around, strict=True)
        )
        return context.paper.points[1] - sum(taken)

    def _paragraph(self, it: etree._Element, width: float) -> Slab:
        said = {child.tag: child for child in it[0]} if len(it) and it[0].tag == _PROPERTIES else {}
        style = self._styles[_value(said.get(_STYLE), "Normal")]
        spacing, indent, keep = (said.get(tag) for tag in (_SPACING, _INDENT, _KEEP))
        before, after, line = (_points(spacing, key, own) for key, own in _own(style))
        content, size = _content(it), style.letters.size or self._context.design.sizes.body
        exact = style.exact if spacing is None or spacing.get(_RULED) is None else spacing.get(_RULED) == "exact"
        free = width - _points(indent, _LEFT, style.indent or 0.0) - _points(indent, _RIGHT, style.right or 0.0)
        hangs = _points(indent, _HANGING, style.hanging) > 0 and len(content.parts) > 1
        look = TextStyle(size, bool(style.letters.strong))
        parts = content.parts[1:] if hangs else content.parts
        sure, bold = self._context.sparing < LAST, 0.0 if look.strong else content.strong
        asked = [self._lines.heights(part, look, free, sure=sure, strong=bold) for part in parts]
        largest = self._largest(content, size)
        lines = max(([line if exact else max(line, it * size) for it in part] for part in asked), key=sum)
        lines[0] = lines[0] if exact else max(lines[0], largest)
        return Slab(
            max(sum(lines), content.drawn and content.drawn + _UNDER * size) + _edges(style),
            before,
            after,
            bool(style.keep_next) if keep is None else keep.get(_VALUE) != "0",
            style.new_page or content.opens_page,
            _SECTION in said,
            style.name == LEAF,
        )

    def _largest(self, content: Inside, size: float) -> float:
        """The height in points of a line that begins with a contact number or a tick box, 0 for other lines."""
        number = self._context.design.sizes.number * self._lines.own
        return max(
            number if "ContactNumber" in content.looks else 0.0, _TICK * size if "TickBox" in content.looks else 0.0
        )

    def _rows(self, table: etree._Element) -> Iterator[Slab]:
        """The rows of a table as slabs; those after the header row carry the height of the header."""
        style = next(table.iter(_TABLE_STYLE)).get(_VALUE, "")
        over, beside = _PADDED.get(style, (0.0, 0.0))
        over = over_contacts(self._context) + _RULE if style == "ContactsTable" else over
        for own in table[0].iterchildren(_MARGINS):
            over, beside = (_points(own.find(it), _WIDTH, 0.0) for it in (_TOP, _LEFT))
        head, *rows = (self._row(row, over, beside) for row in table.iter(_ROW_OF))
        yield replace(head, calls=style == "ContactsTable")
        yield from (replace(row, again=head.height) for row in rows)

    def _row(self, row: etree._Element, over: float, beside: float) -> Slab:
        tall, least, last = 0.0, 0.0, row
        for part in row:
            if part.tag == _CELL:
                width = _points(part[0][0], _WIDTH, self._context.measure) - 2 * beside
                tall = max(tall, self.stacked(part, width) + 2 * over)
                last = part
            else:
                least = max([least, *(_points(it, _VALUE, 0.0) for it in part.iter(_HEIGHT))])
        *_, paragraph = last.iter(_PARAGRAPH)
        return Slab(max(tall, least) + _RULE, keep=self._paragraph(paragraph, self._context.measure).keep)


def overfull(document: bytes, around: Mapping[str, bytes], context: StyleContext, share: float) -> bool:
    """Whether the crisis contacts, with all that is kept with them, are higher than this share of a page."""
    stack, chain = SlabReader(context), list[Slab]()
    for slab in stack.slabs(etree.fromstring(document)[0], context.measure):
        chain.append(slab)
        if slab.calls:
            return chain_height(chain) > share * stack.room(around["header"], around["footer"])
        chain = chain if slab.keep else []
    return False


def sides(
    document: bytes, around: Mapping[str, bytes], context: StyleContext, shares: Sequence[float]
) -> tuple[float, float]:
    """Estimate the pages of a sheet and of its page for other people; a part of a page counts in part.

    Notes for the therapist are not counted. `around` are headers and footers by file name stem. `shares` are the
    shares of a page's height to count on; the greatest number of pages is returned.
    """
    pairs = (around.get("headerFirst", b""), around["footerFirst"]), (around["header"], around["footer"]), (b"", b"")
    stack = SlabReader(context)
    rooms = [stack.room(*it) for it in pairs]
    parts = sections_of(stack.slabs(etree.fromstring(document)[0], context.measure))
    found = [pages_of_sheet_and_leaf(parts, [share * room for room in rooms]) for share in shares]
    return max(sheet for sheet, _ in found), max(leaf for _, leaf in found)


def _edges(style: ParagraphStyle) -> float:
    """The height in points of a paragraph's borders; in a panel or opening only the first paragraph counts."""
    if style.name.startswith(("Panel", "Opening")) and style.name not in _PANELS:
        return 0.0
    edges = ((border, side) for border in style.borders for side in ("top", "bottom"))
    return sum(border.width + border.space for border, side in edges if side in border.sides)


def _content(it: etree._Element) -> Inside:
    words, drawn, broken, looks, strong = [""], 0.0, False, set(), 0
    for part in it.iter(_TEXT, _INLINE, _BREAK, _TAB, _RUN_STYLE):
        if part.tag == _TEXT:
            words[-1] += part.text or ""
            strong += len(part.text or "") if _is_strong(part) else 0
        elif part.tag == _BREAK:
            broken = broken or part.get(_TYPE) == "page"
            words[-1] += "\n"
        elif part.tag == _RUN_STYLE:
            looks.add(part.get(_VALUE, ""))
        elif part.tag == _INLINE:
            drawn = max(drawn, *(int(size.get("cy", "0")) / _EMU for size in part.iterchildren(_EXTENT)))
        elif (above := part.getparent()) is not None and above.tag == _RUN:
            words.append("")
    share = round(10 * strong / max(1, sum(map(len, words)))) / 10
    return Inside([part.strip("\n") for part in words], drawn, broken, looks, share)


def _is_strong(text: etree._Element) -> bool:
    """Whether a text element is in a run of the style Strong."""
    before = text.itersiblings(preceding=True)
    return any(it.get(_VALUE) == "Strong" for run in before for it in run.iterchildren(_RUN_STYLE))


def _own(style: ParagraphStyle) -> tuple[tuple[str, float], ...]:
    return (_BEFORE, style.before or 0.0), (_AFTER, style.after or 0.0), (_LINE, style.line or 0.0)


def _value(it: etree._Element | None, usual: str) -> str:
    return usual if it is None else it.get(_VALUE, usual)


def _points(it: etree._Element | None, key: str, usual: float) -> float:
    """An attribute in twips, converted to points; `usual` if it is absent."""
    found = None if it is None else it.get(key)
    return usual if found is None else float(found) / 20


@lru_cache(maxsize=64)
def _styles(context: StyleContext) -> dict[str, ParagraphStyle]:
    """The paragraph styles by id, each completed with the properties of the style that it is based on."""
    found: dict[str, ParagraphStyle] = {}
    for style in paragraph_styles(context):
        base = found.get(style_id(style.base))
        found[style_id(style.name)] = _based(style, base) if base else style
    return found


def _based(style: ParagraphStyle, base: ParagraphStyle) -> ParagraphStyle:
    inherited = ("before", "after", "line", "indent", "right", "keep_next")
    lacking = [key for key in inherited if getattr(style, key) is None]
    exact = base.exact if style.line is None else style.exact
    own = style.letters
    letters = replace(
        own, size=own.size or base.letters.size, strong=base.letters.strong if own.strong is None else own.strong
    )
    borders = style.borders or base.borders
    return replace(style, letters=letters, exact=exact, borders=borders, **{key: getattr(base, key) for key in lacking})
