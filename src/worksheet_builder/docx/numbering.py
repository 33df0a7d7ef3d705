"""List definitions: a paragraph style refers to its list, and each numbered list restarts at 1."""

from __future__ import annotations

from collections.abc import Iterable

from ..ooxml.markup import part, w
from .style_context import StyleContext, twips

BULLETS, NUMBERS, PANEL_BULLETS, PANEL_NUMBERS, CARD_BULLETS = 1, 2, 3, 4, 5
"""The list numbers (`w:numId`) that the styles use; restarted lists have the numbers after them."""
STYLES = {
    BULLETS: "List Bullet",
    NUMBERS: "List Number",
    PANEL_BULLETS: "Panel Bullet",
    PANEL_NUMBERS: "Panel Number",
    CARD_BULLETS: "Card Bullet",
}
_COUNTED = frozenset((NUMBERS, PANEL_NUMBERS))
_FORMATS = {"deva": "hindiNumbers"}
"""The formats of Word by numbering system. It has none for the digits of Persian and Arabic, which it and LibreOffice
set by an option of the reader instead (`Numerals`).
"""
PANEL_PADDING = 9.0
"""Points between the edge of a panel and its words."""


def hang(context: StyleContext, which: int = BULLETS) -> float:
    """The distance of a list's words from its bullets or numbers, in points."""
    return context.design.sizes.body * (1.4 if which in _COUNTED else 1.15)


def edge(context: StyleContext, which: int) -> float:
    """The position of the bullets or numbers of a list, in points from the edge of the text.

    LibreOffice puts the numbers of right-to-left lists outside by their own width, so there they are set further in.
    """
    if which in (PANEL_BULLETS, PANEL_NUMBERS):
        return PANEL_PADDING
    return context.design.sizes.body * 0.8 if context.language.rtl else 0.0


def numbering(context: StyleContext, restarts: Iterable[int]) -> bytes:
    """`numbering.xml`; `restarts` has, for each restarted list, the list definition it repeats."""
    further = enumerate(restarts, len(STYLES) + 1)
    return part(
        "w:numbering",
        {},
        *(_definition(context, which) for which in STYLES),
        *(w("num", w("abstractNumId", val=which), numId=which) for which in STYLES),
        *(_restarted(number, which) for number, which in further),
    )


def _definition(context: StyleContext, which: int) -> str:
    counted = which in _COUNTED
    step = hang(context, which)
    colour = w("color", val=context.hex("accent"), **context.shade("accent", "themeColor"))
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=_FORMATS.get(context.language.numbering, "decimal") if counted else "bullet"),
        w("pStyle", val=STYLES[which].replace(" ", "")),
        w("lvlText", val="%1." if counted else "•"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(edge(context, which) + step), hanging=twips(step))),
        w("rPr", w("b", val=0), w("bCs", val=0), colour),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=which)


def _restarted(number: int, which: int) -> str:
    override = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    return w("num", w("abstractNumId", val=which), override, numId=number)
