"""Bookmarks (the document outline, ISO 32000-1, 12.3.3): the headings of the document, nested by their level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from ..foundation.records import open_record
from ..layout.tag_tree import Content, Tag, walk
from .objects import PdfCanvas, text_string


@open_record
class _Entry:
    title: str
    page: int
    number: int
    under: list[_Entry] = field(default_factory=list)


def put_outline(pdf: PdfCanvas, headings: Sequence[Tag], pages: Sequence[int], deepest: int) -> int:
    """Write the bookmarks of headings, down to level `deepest`; `pages` are object numbers; returns the outline's."""
    top = _Entry("", 0, pdf.reserve())
    above = [top]
    for tag in headings:
        if tag.listed and (depth := int(tag.kind[1:])) <= deepest:
            entry = _Entry(tag.title, _page(tag), pdf.reserve())
            del above[depth:]
            above[-1].under.append(entry)
            above.append(entry)
    return pdf.put(f"<</Type/Outlines{_under(pdf, top, pages)}>>".encode(), top.number)


def _under(pdf: PdfCanvas, entry: _Entry, pages: Sequence[int]) -> str:
    """Write the bookmarks under an entry, all of them open; returns its entries /First, /Last and /Count."""
    under = entry.under
    for index, child in enumerate(under):
        before = f"/Prev {under[index - 1].number} 0 R" if index else ""
        after = f"/Next {under[index + 1].number} 0 R" if index + 1 < len(under) else ""
        body = (
            f"<</Title {text_string(child.title)}/Parent {entry.number} 0 R"
            f"/Dest [{pages[child.page]} 0 R/Fit]{before}{after}{_under(pdf, child, pages)}>>"
        )
        pdf.put(body.encode(), child.number)
    return f"/First {under[0].number} 0 R/Last {under[-1].number} 0 R/Count {_open(entry)}" if under else ""


def _open(entry: _Entry) -> int:
    return sum(1 + _open(child) for child in entry.under)


def _page(tag: Tag) -> int:
    return next((child.page for part in walk(tag) for child in part.children if isinstance(child, Content)), 0)
