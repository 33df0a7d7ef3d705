"""The markup of a paragraph, and changes to the markup of paragraphs that are written already."""

from __future__ import annotations

import re
from functools import lru_cache

from ..ooxml.markup import w
from .paragraph_style import style_id

_SMALL = frozenset(("Fine Print", "Reference", "Hint", "Example", "Meta"))
"""Styles smaller than running text."""
_PANEL = '<w:p><w:pPr><w:pStyle w:val="Panel'
_KEPT, _RELEASED = w("keepNext"), w("keepNext", val=0)
PAGE_BREAK = w("p", w("r", w("br", type="page")))


_BOUND = re.compile(r'(<w:pPr><w:pStyle w:val="\w+"/>)(?:<w:keepNext[^>]*/>)?')


def echoing(style: str, otherwise: str) -> str:
    """The style of a paragraph's translation: the same style for small text, else `otherwise`."""
    like = style.removeprefix("First ")
    return like if like in _SMALL else otherwise


def held(markup: str) -> str:
    """The markup with its last paragraph, or the last row of a table at its end, kept with what follows."""
    at = markup.rfind("<w:tr>" if markup.endswith("</w:tbl>") else "<w:p>")
    return markup[:at] + _BOUND.sub(r"\1<w:keepNext/>", markup[at:]) if at >= 0 else markup


def parted(markup: str) -> str:
    """The markup of a panel of three paragraphs or more, the last of which is no longer kept with those before it."""
    at = markup.rfind("<w:p>")
    long = markup.startswith(_PANEL) and markup.count("<w:p>", 0, max(at, 0)) > 1
    return let_go(markup[:at]) + markup[at:] if long else markup


def let_go(markup: str) -> str:
    """The markup with its last paragraph not kept with what follows."""
    at = markup.rfind("<w:p>")
    return markup[:at] + _BOUND.sub(r'\1<w:keepNext w:val="0"/>', markup[at:]) if at >= 0 else markup


def on_new_page(markup: str) -> str:
    """The markup with its first paragraph at the top of a page."""
    return _BOUND.sub(lambda found: f"{found[0]}<w:pageBreakBefore/>", markup, count=1)


def paragraph(style: str, *content: str, released: bool = False, kept: bool = False, properties: str = "") -> str:
    """A paragraph in a style, by its name; `released` from the next one or `kept` with it, whatever the style says."""
    bound = _KEPT if kept else _RELEASED if released else ""
    return w("p", w("pPr", _styled(style), bound, properties), *content)


@lru_cache(maxsize=256)
def _styled(style: str) -> str:
    return w("pStyle", val=style_id(style))
