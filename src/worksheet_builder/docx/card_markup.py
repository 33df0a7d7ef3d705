"""Cards to cut out: a table of the size of a bank card with a dashed border, dotted where the card is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from ..document import Answer, Group, Lines, Listing, Node, Paragraph, walk
from ..document.measures import CARD, CARD_PADDING, CARD_SPREAD
from ..foundation.phrases import Phrase
from ..ooxml.markup import w
from .answer_markup import line_below, width_of
from .style_context import StyleContext, twips

_UNDER = 3.0
"""Points under a paragraph on a card."""


def width(context: StyleContext) -> float:
    """The width of one side of a card, in points: that of a bank card, more for type larger than 12 points."""
    return min(context.measure, CARD[0] * max(1.0, context.design.sizes.body / 12))


def inner_width(context: StyleContext) -> float:
    """The width of the words on one side of a card, in points."""
    return width(context) - 2 * CARD_PADDING


def rows(card: Group, context: StyleContext) -> list[list[tuple[Node, ...]]]:
    """The nodes of each cell: all on one side if they fit, else two sides beside each other, or one under the other."""
    sides = [side.children for side in card.children if isinstance(side, Group)]
    whole = sum(sides, ())
    if sum(_heights(whole, context)) <= _height(context) - 2 * CARD_PADDING:
        return [[whole]]
    return [sides] if width(context) * len(sides) <= context.measure else [[side] for side in sides]


def table(card: Group, cells: Sequence[Sequence[str]], context: StyleContext) -> str:
    """The table of a card, from the markup of its cells by rows; a row may be higher than a bank card."""
    wide, across = twips(width(context)), len(cells[0])
    title, *others = _named(card)
    properties = w(
        "tblPr",
        w("tblStyle", val="CardTable"),
        w("bidiVisual") if context.language.rtl else "",
        w("tblW", w=wide * across, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=title),
        w("tblDescription", val=" · ".join(others) or title),
    )
    height = w("trHeight", val=twips(_height(context)), hRule="atLeast")
    first, *more = (
        "".join(w("tc", w("tcPr", w("tcW", w=wide, type="dxa")), content) for content in row) for row in cells
    )
    head = w("tr", w("trPr", w("cantSplit"), height, w("tblHeader")), first)
    grid = w("tblGrid", *(w("gridCol", w=wide) for _ in cells[0]))
    return w("tbl", properties, grid, head, *(w("tr", w("trPr", w("cantSplit"), height), row) for row in more))


def over_lines(side: Sequence[Node], context: StyleContext) -> str:
    """The spacing above each writing line of a side: its share of the height left, at most `CARD_SPREAD`."""
    lines = sum(isinstance(node, Answer) for node in side)
    free = _height(context) - 2 * CARD_PADDING - sum(_heights(side, context))
    more = min(CARD_SPREAD, free / lines) if lines else 0.0
    return w("spacing", before=twips(more)) if more > 0 else ""


def _height(context: StyleContext) -> float:
    return width(context) * CARD[1] / CARD[0]


def _named(card: Group) -> list[str]:
    """The title of a card, and the other sentences and questions on it."""
    nodes = (node for node in walk(card.children) if isinstance(node, Paragraph | Answer))
    return [(node.text if isinstance(node, Paragraph) else node.label).plain() for node in nodes]


def _heights(nodes: Sequence[Node], context: StyleContext) -> Iterator[float]:
    """Estimate the height in points of each paragraph on a card, and of each answer as one line, with words above."""
    body, room = context.design.sizes.body, inner_width(context)
    for node in nodes:
        match node:
            case Paragraph(text=text):
                phrases: tuple[Phrase, ...] = (text,)
            case Listing(items=items):
                phrases = items
            case Answer(form=Lines(lead=lead)) if lead and line_below(lead, room, context):
                yield context.pitch
                phrases = (lead,)
            case _:
                yield context.pitch
                continue
        for phrase in phrases:
            lines = sum(ceil(width_of(it.plain()) * body / room) for it in (phrase, phrase.parallel) if it)
            yield lines * body * context.leading + _UNDER
