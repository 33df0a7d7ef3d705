"""A paragraph: its style, what little stands beside it, its content."""

from __future__ import annotations

from ..ooxml.markup import w
from .style_types import style_id

PAGE_BREAK = w("p", w("r", w("br", type="page")))


def paragraph(style: str, *content: str, released: bool = False, kept: bool = False, properties: str = "") -> str:
    """A paragraph in a style, by its name; `released` from the next one or `kept` with it, whatever the style says."""
    bound = w("keepNext") if kept else w("keepNext", val=0) if released else ""
    return w("p", w("pPr", w("pStyle", val=style_id(style)), bound, properties), *content)
