"""Keeps together in LibreOffice, too, what a file keeps together.

Before LibreOffice lays out a file it begins a page after every 25 paragraphs. Where that falls between a paragraph and
the one that it is kept with, and the first still fits the page above, it is never set below with the other: a question
stands parted from its figure, or the heading of a panel from the panel. Low paragraphs without words, where a page may
end there, move the first paragraph of such a chain to the place where LibreOffice begins its page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from ..ooxml.markup import part
from .contacts_markup import AFTER
from .page_count import Slab, chain_height
from .page_estimate import SlabReader
from .style_context import StyleContext

_EACH, _IN_LONG_FILES, _LONG = 25, 20, 100
"""The paragraphs of a first page: usually, and in files of more paragraphs than the last number (`SwLayHelper`)."""
_TABLE, _PICTURE = 25, 5
"""The paragraphs that a table and a picture are taken off that number."""
_NEAR = 0.1
"""The share of a page by which the end of a page may be estimated wrong."""
_MOST = 6
"""The most low paragraphs before a chain."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class _Chain(NamedTuple):
    """What is kept together: the top element of the body that it begins in, and its paragraphs and table rows."""

    top: etree._Element
    slabs: list[Slab]


def kept_together(main: bytes, around: Mapping[str, bytes], context: StyleContext) -> bytes:
    """The main part, with low paragraphs before chains that LibreOffice would part; `around` as for `sides`."""
    root = etree.fromstring(main)
    reader = SlabReader(context)
    room = reader.room(around.get("headerFirst", b""), around["footerFirst"])
    lower = [*_lower(_chains(root[0], reader, context), room, _paragraphs_each(root[0]))]
    if not lower:
        return main
    for top, count in lower:
        for gap in _gaps(count):
            top.addprevious(gap)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _lower(chains: Iterable[_Chain], room: float, each: int) -> Iterator[tuple[etree._Element, int]]:
    """Yield the element that a chain begins in, and how many paragraphs lower it has to begin.

    `count` are the paragraphs since LibreOffice has begun a page, `at` is the height of all before, and `starts` are
    the heights at which this page and the one above it begin.
    """
    count, at, under, starts = 0, 0.0, 0.0, (0.0, 0.0)
    for top, slabs in chains:
        if slabs[0].opens_page:
            count, at, under, starts = 0, 0.0, 0.0, (0.0, 0.0)
        begins = at + max(under, slabs[0].before)
        ends = begins + chain_height(slabs)
        inside = each - count
        if 0 <= inside < len(slabs):
            above = begins + chain_height(slabs[:inside])
            near = any(above - it < room * (1 + _NEAR) and ends - it > room * (1 - _NEAR) for it in starts)
            if near and 0 < inside <= _MOST:
                yield top, inside
                inside = 0
            count = -inside
        count += len(slabs)
        starts = (begins, starts[0]) if ends - starts[0] > room else starts
        at, under = ends, slabs[-1].after
        if slabs[-1].ends_section:
            count, at, under, starts = 0, 0.0, 0.0, (0.0, 0.0)


def _chains(body: etree._Element, reader: SlabReader, context: StyleContext) -> list[_Chain]:
    found, kept = list[_Chain](), False
    for top in body:
        for slab in reader.slabs([top], context.measure):
            if kept and found and not slab.opens_page:
                found[-1].slabs.append(slab)
            else:
                found.append(_Chain(top, [slab]))
            kept = slab.keep
    return found


def _paragraphs_each(body: etree._Element) -> int:
    tables, pictures = (sum(1 for _ in body.iter(tag)) for tag in (f"{_W}tbl", f"{_W}drawing"))
    cells = sum(1 for _ in body.iter(f"{_W}tc"))
    nodes = sum(1 for _ in body.iter(f"{_W}p")) + 2 * (tables + cells)
    return _EACH if nodes - _TABLE * tables - _PICTURE * pictures <= _LONG else _IN_LONG_FILES


def _gaps(count: int) -> list[etree._Element]:
    written = AFTER * count
    return [*etree.fromstring(part("w:body", {}, written, prefixes="w"))]
