"""How many sides a file takes, by a guess: Word alone knows, but only after the file is made.

Paragraphs and rows are stacked as their styles say, with the widths of words guessed; drawings count with their height.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from docx.oxml.ns import qn
from lxml import etree

from ..document.design import MM
from ..foundation.records import open_record
from .answer_markup import width_of
from .style_context import StyleContext
from .style_types import ParagraphStyle, style_id
from .stylesheet import paragraph_styles

SIDES = 2
"""The pages that a sheet to be written on should take: those of one piece of paper."""
_WIDER = 1.12
"""How much more room words take than their guessed width: lines are not filled to the end, and fonts differ."""
_FULL = 0.98
"""The share of a page that is counted on, since programs break lines and pages each in their own way."""
_ROW = 5.7
"""Points over and under the words of a cell, together."""
_EMU = 12700
"""Parts of a point in which Word measures drawings."""
_PANELS = frozenset(("Panel Heading", "Panel Opening", "Opening Title"))
"""The styles that a panel or an opening begins with."""
_PARAGRAPH, _TABLE, _ROW_OF, _CELL, _TEXT, _BREAK = (qn(f"w:{it}") for it in ("p", "tbl", "tr", "tc", "t", "br"))
_CONTROLS = frozenset((qn("w:sdt"), qn("w:sdtContent")))
_PROPERTIES, _STYLE, _SPACING, _INDENT = (qn(f"w:{it}") for it in ("pPr", "pStyle", "spacing", "ind"))
_KEEP, _SECTION, _HEIGHT = (qn(f"w:{it}") for it in ("keepNext", "sectPr", "trHeight"))
_VALUE, _WIDTH, _TYPE, _LEFT, _RIGHT = (qn(f"w:{it}") for it in ("val", "w", "type", "left", "right"))
_BEFORE, _AFTER, _LINE = (qn(f"w:{it}") for it in ("before", "after", "line"))
_EXTENT, _INLINE = qn("wp:extent"), qn("wp:inline")


@open_record
class Slab:
    """A paragraph, or a row of a table: its height and the space around it in points, and what holds or parts it."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    opens_page: bool = False
    ends_section: bool = False
    leaf: bool = False
    """Whether it is the title of a page for other people."""


def slabs(body: etree._Element, context: StyleContext, width: float) -> Iterator[Slab]:
    """What stands in a body, a cell, a header or a footer, under each other."""
    for it in body:
        if it.tag == _PARAGRAPH:
            yield _paragraph(it, context, width)
        elif it.tag == _TABLE:
            yield from (_row(row, context) for row in it.iter(_ROW_OF))
        elif it.tag in _CONTROLS:
            yield from slabs(it, context, width)


def stacked(body: etree._Element, context: StyleContext, width: float) -> float:
    """The height of all of it in points."""
    return sum(it.height + max(it.before, it.after) for it in slabs(body, context, width))


def fullness(document: bytes, around: Mapping[str, bytes], context: StyleContext) -> float:
    """The share of its pages that a sheet takes: two, and one for a leaf, of which the fuller counts.

    It ends where notes begin. `around` are its headers and footers by the stems of their names.
    """
    first = _room(context, around.get("headerFirst", b""), around["footerFirst"])
    others, bare = _room(context, around["header"], around["footer"]), _room(context, b"", b"")
    found, run = [0.0], list[Slab]()
    for slab in slabs(etree.fromstring(document)[0], context, context.measure):
        if slab.opens_page and run:
            break
        run.append(slab)
        if slab.ends_section:
            found.append(_share(run, first, others, bare))
            run, first = [], others
    return max(*found, _share(run, first, others, bare))


def _share(run: Sequence[Slab], first: float, others: float, bare: float) -> float:
    """The share of its pages that what stands together takes, the last page by its height."""
    if any(slab.leaf for slab in run):
        return _pages(run, bare, bare)
    return _pages(run, first, others) / SIDES


def _pages(run: Sequence[Slab], first: float, others: float) -> float:
    count, free, room = 1, first, first
    chain: list[Slab] = []
    for slab in run:
        chain.append(slab)
        if slab.keep:
            continue
        height = _height(chain)
        if height > room:
            count, free, room = count + 1, others, others
        room -= height
        chain = []
    return count - room / free


def _height(chain: list[Slab]) -> float:
    between = sum(max(above.after, below.before) for above, below in pairwise(chain))
    return sum(it.height for it in chain) + between + max(chain[0].before, chain[-1].after)


def _room(context: StyleContext, header: bytes, footer: bytes) -> float:
    """The height for text on a page with this header and footer."""
    heights = [stacked(etree.fromstring(it), context, context.measure) if it else 0.0 for it in (header, footer)]
    head, foot = (at * MM + height for at, height in zip((9, 7), heights, strict=True))
    margins = context.design.margins
    free = context.paper.points[1] - max(head, margins.top * MM - 8.0) - max(foot, margins.bottom * MM - 3.0)
    return free * _FULL


def _paragraph(it: etree._Element, context: StyleContext, width: float) -> Slab:
    said = {child.tag: child for child in it[0]} if len(it) and it[0].tag == _PROPERTIES else {}
    style = _styles(context)[_value(said.get(_STYLE), "Normal")]
    spacing, indent, keep = (said.get(tag) for tag in (_SPACING, _INDENT, _KEEP))
    before, after, line = (_points(spacing, key, own) for key, own in _own(style))
    words, drawn, broken = _content(it)
    free = width - _points(indent, _LEFT, style.indent or 0.0) - _points(indent, _RIGHT, style.right or 0.0)
    room = width_of(words) * (style.letters.size or context.design.sizes.body) * _WIDER
    height = max(line * max(1, ceil(room / max(free, 1.0))), drawn)
    edges = sum(float(border.space) for border in style.borders for side in border.sides if side in ("top", "bottom"))
    return Slab(
        height + (edges if style.name in _PANELS else 0.0),
        before,
        after,
        bool(style.keep_next) if keep is None else keep.get(_VALUE) != "0",
        style.new_page or broken,
        _SECTION in said,
        style.name == "Leaf Title",
    )


def _content(it: etree._Element) -> tuple[str, float, bool]:
    """The words of a paragraph, the height of what is drawn in its line, and whether a page begins in it."""
    words, drawn, broken = [], 0.0, False
    for part in it.iter(_TEXT, _INLINE, _BREAK):
        if part.tag == _TEXT:
            words.append(part.text or "")
        elif part.tag == _BREAK:
            broken = broken or part.get(_TYPE) == "page"
        else:
            drawn = max(drawn, *(int(size.get("cy", "0")) / _EMU for size in part.iterchildren(_EXTENT)))
    return "".join(words), drawn, broken


def _own(style: ParagraphStyle) -> tuple[tuple[str, float], ...]:
    return (_BEFORE, style.before or 0.0), (_AFTER, style.after or 0.0), (_LINE, style.line or 0.0)


def _row(row: etree._Element, context: StyleContext) -> Slab:
    tall, least, last = 0.0, 0.0, row
    for part in row:
        if part.tag == _CELL:
            width = _points(part[0][0], _WIDTH, context.measure) - 2 * _ROW
            tall = max(tall, stacked(part, context, width) + _ROW)
            last = part
        else:
            least = max([least, *(_points(it, _VALUE, 0.0) for it in part.iter(_HEIGHT))])
    *_, paragraph = last.iter(_PARAGRAPH)
    return Slab(max(tall, least), keep=_paragraph(paragraph, context, context.measure).keep)


def _value(it: etree._Element | None, usual: str) -> str:
    return usual if it is None else it.get(_VALUE, usual)


def _points(it: etree._Element | None, key: str, usual: float) -> float:
    """A measure in twips as points."""
    found = None if it is None else it.get(key)
    return usual if found is None else float(found) / 20


@lru_cache(maxsize=64)
def _styles(context: StyleContext) -> dict[str, ParagraphStyle]:
    """The styles by their ids, each with what it has from the one that it is based on."""
    found: dict[str, ParagraphStyle] = {}
    for style in paragraph_styles(context):
        base = found.get(style_id(style.base))
        found[style_id(style.name)] = _based(style, base) if base else style
    return found


def _based(style: ParagraphStyle, base: ParagraphStyle) -> ParagraphStyle:
    lacking = [
        key for key in ("before", "after", "line", "indent", "right", "keep_next") if getattr(style, key) is None
    ]
    letters = style.letters if style.letters.size else replace(style.letters, size=base.letters.size)
    return replace(style, letters=letters, **{key: getattr(base, key) for key in lacking})
