"""How many sides a file takes, by a guess: Word alone knows, but only after the file is made.

Paragraphs and rows are stacked as their styles say, with the widths of words guessed; drawings count with their height.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from docx.oxml.ns import qn
from lxml import etree

from ..document.design import MM
from .answer_markup import width_of
from .style_context import StyleContext
from .style_types import ParagraphStyle, style_id
from .stylesheet import paragraph_styles

_WIDER = 1.12
"""How much more room words take than their guessed width: lines are not filled to the end, and fonts differ."""
_FULL = 0.98
"""The share of a page that is counted on, since programs break lines and pages each in their own way."""
_ROW = 5.7
"""Points over and under the words of a cell, together."""
_EMU = 12700
"""Parts of a point in which Word measures drawings."""


@dataclass(slots=True)
class Slab:
    """A paragraph, or a row of a table: its height and the space around it in points, and what holds or parts it."""

    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    opens_page: bool = False
    ends_section: bool = False


def slabs(body: etree._Element, context: StyleContext, width: float) -> Iterator[Slab]:
    """What stands in a body, a cell, a header or a footer, under each other."""
    for it in body:
        if it.tag == qn("w:p"):
            yield _paragraph(it, context, width)
        elif it.tag == qn("w:tbl"):
            yield from (_row(row, context) for row in it.iter(qn("w:tr")))
        elif it.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from slabs(it, context, width)


def stacked(body: etree._Element, context: StyleContext, width: float) -> float:
    """The height of all of it in points."""
    return sum(it.height + max(it.before, it.after) for it in slabs(body, context, width))


def sides(document: bytes, around: Mapping[str, bytes], context: StyleContext) -> int:
    """How many pages the sheet takes, up to the first break that it asks for; `around` are its headers and footers."""
    first = _room(context, around.get("headerFirst", b""), around["footerFirst"])
    others = _room(context, around["header"], around["footer"])
    count, room = 1, first
    chain: list[Slab] = []
    for slab in slabs(etree.fromstring(document)[0], context, context.measure):
        if slab.opens_page and count + len(chain) > 1:
            break
        chain.append(slab)
        if slab.keep:
            continue
        height = _height(chain)
        if height > room:
            count, room = count + 1, others
        room -= height
        if slab.ends_section:
            break
        chain = []
    return count


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
    properties = it.find(qn("w:pPr"))
    said = {} if properties is None else {child.tag: child for child in properties}
    style = _styles(context)[_value(said.get(qn("w:pStyle")), "Normal")]
    spacing = said.get(qn("w:spacing"))
    before, after, line = (_points(spacing, key, own) for key, own in _own(style))
    indent = said.get(qn("w:ind"))
    free = width - _points(indent, "left", style.indent or 0.0) - _points(indent, "right", style.right or 0.0)
    size = style.letters.size or context.design.sizes.body
    words = width_of("".join(map(str, it.itertext(qn("w:t"))))) * size * _WIDER
    height = line * max(1, ceil(words / max(free, 1.0)))
    drawn = [int(extent.get("cy", "0")) / _EMU for extent in it.iterfind(f".//{qn('wp:inline')}/{qn('wp:extent')}")]
    keep = said.get(qn("w:keepNext"))
    kept = bool(style.keep_next) if keep is None else keep.get(qn("w:val")) != "0"
    broken = any(br.get(qn("w:type")) == "page" for br in it.iter(qn("w:br")))
    edges = sum(2.0 * border.space for border in style.borders if "top" in border.sides and "bottom" in border.sides)
    edges = edges if style.name in ("Panel Heading", "Panel Opening") else 0.0
    return Slab(
        max([height, *drawn]) + edges,
        before,
        after,
        kept,
        style.new_page or broken,
        qn("w:sectPr") in said,
    )


def _own(style: ParagraphStyle) -> tuple[tuple[str, float], ...]:
    return ("before", style.before or 0.0), ("after", style.after or 0.0), ("line", style.line or 0.0)


def _row(row: etree._Element, context: StyleContext) -> Slab:
    tall = 0.0
    for cell in row.iterfind(qn("w:tc")):
        wide = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        width = _points(wide, "w", context.measure) - 2 * _ROW
        tall = max(tall, stacked(cell, context, width) + _ROW)
    least = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    last = row.findall(f".//{qn('w:p')}")[-1]
    return Slab(max(tall, _points(least, "val", 0.0)), keep=_paragraph(last, context, context.measure).keep)


def _value(it: etree._Element | None, usual: str) -> str:
    return usual if it is None else it.get(qn("w:val"), usual)


def _points(it: etree._Element | None, key: str, usual: float) -> float:
    """A measure in twips as points."""
    found = None if it is None else it.get(qn(f"w:{key}"))
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
