"""The table styles: tables to fill in, cards, crisis contacts, letterhead, words beside a drawing."""

from __future__ import annotations

from typing import assert_never

from ..document.measures import CARD_PADDING, MM
from ..foundation.colours import WHITE
from ..ooxml.markup import w
from .numbering import PANEL_PADDING
from .paragraph_style import AROUND, Border, Letters, style_id
from .style_context import StyleContext, ThemeColour, twips

_OVER_CONTACTS = 6.0
"""Points above and below the crisis contacts, at most."""
_OVER_CONTACTS_CLOSEST = 2.0
"""The same in the closest layout."""
_BETWEEN_CONTACTS = 2.0
"""Points between the lines of the crisis contacts; none in the closest layout."""


def to_fill_in(context: StyleContext) -> str:
    """The style of tables to fill in: lines as the design has them, and a header row on a band of colour."""
    line, hair = Border((), "border", 0.75), Border((), "hairline", 0.5)
    edges = {"top": line, "bottom": line, "insideH": line, "insideV": hair}
    match context.design.table:
        case "lines":
            pass
        case "grid":
            edges = {"top": line, "left": line, "bottom": line, "right": line, "insideH": line, "insideV": line}
        case "rows":
            edges = {"bottom": line, "insideH": line}
        case _:
            assert_never(context.design.table)
    borders = w("tblBorders", *(edge.on(side, context) for side, edge in edges.items()))
    band = "" if context.palette.band == WHITE else w(
        "shd", val="clear", color="auto", fill=context.hex("band"), **context.shade("band", "themeFill")
    )  # fmt: skip
    if context.design.table == "rows":
        band = w("tcBorders", Border((), "rule", 1.5).on("bottom", context))
    strong = Letters(strong=True).markup(context)
    return _styled(
        "Worksheet Table",
        w("tblPr", w("tblInd", w=0, type="dxa"), borders, margins(2 * MM / 2, 2 * MM)),
        w("tblStylePr", strong, w("tcPr", band, w("vAlign", val="bottom")), type="firstRow"),
    )


def cut_out(context: StyleContext) -> str:
    """The style of cards: a dashed border to cut along, and dotted lines between the sides to fold along."""
    edge, fold = Border((), "border", 1, dashed=True), Border((), "border", 1, dotted=True)
    edges: dict[str, Border] = {**dict.fromkeys(AROUND, edge), "insideH": fold, "insideV": fold}
    borders = w("tblBorders", *(edge.on(side, context) for side, edge in edges.items()))
    padding = margins(CARD_PADDING, CARD_PADDING)
    return _styled("Card Table", w("tblPr", w("tblInd", w=0, type="dxa"), borders, padding))


def contacts(context: StyleContext) -> str:
    """The style of the frame around the crisis contacts."""
    edges = dict.fromkeys(AROUND, Border((), "rule", 1))
    borders = w("tblBorders", *(edge.on(side, context) for side, edge in edges.items()))
    padding = margins(over_contacts(context), PANEL_PADDING)
    return _styled("Contacts Table", w("tblPr", w("tblInd", w=0, type="dxa"), borders, padding))


def over_contacts(context: StyleContext) -> float:
    """Points above and below the crisis contacts in their frame."""
    return _OVER_CONTACTS_CLOSEST if context.closest else min(_OVER_CONTACTS, context.rhythm.pad)


def between_contacts(context: StyleContext) -> float:
    """Points between the lines of the crisis contacts in their frame."""
    return 0.0 if context.closest else _BETWEEN_CONTACTS


def letterhead(context: StyleContext) -> str:
    """The style of the first page's header, with the background of the design if it has one."""
    grounds: dict[str, ThemeColour] = {"band": "head", "solid": "solid"}
    ground = grounds.get(context.design.header)
    filled = w("tcPr", w("shd", val="clear", color="auto", fill=context.hex(ground),
                         **context.shade(ground, "themeFill"))) if ground else ""  # fmt: skip
    return _styled("Letterhead Table", w("tblPr", w("tblInd", w=0, type="dxa"), margins(0.0, 0.0)), filled)


def pictured(context: StyleContext) -> str:
    """The style of words beside a small drawing: no lines, the words centred vertically."""
    cell = w("tcPr", w("vAlign", val="center"))
    return _styled("Pictured Table", w("tblPr", w("tblInd", w=0, type="dxa"), margins(5.0, 0.0)), cell)


def margins(tall: float, wide: float) -> str:
    """The space in a cell, in points: over and under its words, and beside them."""
    sides = {"top": tall, "left": wide, "bottom": tall, "right": wide}
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides.items()))


def _styled(name: str, *properties: str) -> str:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=39),
        w("qFormat"),
        *properties,
        type="table",
        customStyle=1,
        styleId=style_id(name),
    )
