"""The opening of a sheet in Word: title and message on the paper of its collection, beside their drawing.

Each is a paragraph of its own style with the same edges, so that Word joins them into one ground, and lists the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from ..document import Group, Heading, Paragraph
from ..document.drawings import Drawing, Frame, strokes
from ..foundation.phrases import Phrase
from ..ooxml.markup import w
from .answer_markup import width_of
from .drawing_markup import Cut
from .numbering import PANEL_PADDING
from .paragraph_style import Border, ParagraphStyle, Side
from .style_context import StyleContext, twips

if TYPE_CHECKING:
    from .figure_markup import Figures

TITLE, MESSAGE, ECHO = "Opening Title", "Opening Message", "Opening Echo"
"""The styles of an opening on its ground."""
ON_GROUND, ON_PAPER = (TITLE, MESSAGE, ECHO), ("Title", "Message", "Echo Heading")
"""The styles of title, message and the title in a second language."""
_HEIGHT, _GAP = 50.0, 14.0
"""How high the drawing is, and how far the words keep from it, where text has 12 points."""
_OVER, _UNDER, _BEYOND = 5, 6, 31
"""Points between the words and the edges of their ground: above, below and where lines end, the most that Word knows.

A ground ends with the indent of its paragraph, so that only this much of it is always free for a drawing.
"""
_SURE = 1.2
"""How much wider strong letters may be than the guess for plain ones."""


def styles(context: StyleContext, title: ParagraphStyle, message: ParagraphStyle) -> Iterator[ParagraphStyle]:
    """The same two on the ground of an opening, and what stands there in a second language."""
    if not grounded(context):
        return
    pad = round(PANEL_PADDING)
    start: tuple[Side, Side] = ("right", "left") if context.language.rtl else ("left", "right")
    sides = Border(start[:1], "paper", 0.5, pad), Border(start[1:], "paper", 0.5, _BEYOND)
    above, below = Border(("top",), "paper", 0.5, _OVER), Border(("bottom",), "paper", 0.5, _UNDER)
    edges = (*sides, above, below)
    on = ParagraphStyle(TITLE, base="Title", following=MESSAGE, fill="paper", indent=pad, right=_BEYOND, borders=edges)
    ruled = tuple(it for it in title.borders if it.sides == ("bottom",))
    yield replace(on, borders=(*sides, above, *ruled) if ruled else edges, after=0, centred=title.centred)
    yield replace(on, name=MESSAGE, base="Message", following="Subtitle", before=context.rhythm.step)
    yield replace(on, name=ECHO, base="Echo Heading", following=MESSAGE, after=0)


def grounded(context: StyleContext) -> bool:
    """Whether the design sets an opening on a ground."""
    return context.design.opening == "field"


def title_of(group: Group) -> tuple[Heading | None, Phrase | None, tuple[Paragraph, ...]]:
    """The title of an opening, its message, and what follows them."""
    heading, *words = group.children
    told = [it for it in words if isinstance(it, Paragraph)]
    message = told.pop(0).text if len(told) > 1 else None
    return heading if isinstance(heading, Heading) else None, message, tuple(told)


def picture(group: Group, said: Sequence[Phrase], mark: Drawing | None, figures: Figures) -> tuple[str, str]:
    """The run of the drawing and the property that keeps words off it; of the mark where they may take a line more.

    On a ground words are kept off by their own length alone.
    """
    context, unit = figures.context, figures.unit
    drawing, inset = group.drawing, PANEL_PADDING if grounded(context) else 0.0
    scale = unit * min(_HEIGHT / drawing.height, 1.0) if drawing else 0.0
    room = drawing.width * scale + _GAP * unit + inset if drawing else 0.0
    if drawing and _free(context, said, inset, room):
        return _run(drawing, scale, inset, figures), "" if inset else w("ind", right=twips(room))
    if mark is None:
        return "", ""
    scale = min(unit, (_BEYOND - 6.0) / mark.width) if inset else unit
    return _run(mark, scale, inset / 2, figures), "" if inset else w("ind", right=twips((mark.width + _GAP) * unit))


def _free(context: StyleContext, said: Sequence[Phrase], inset: float, room: float) -> bool:
    """Whether title and message leave so much free at their end, and take no line more for it."""
    sizes = context.design.sizes.title, context.design.sizes.body * 1.12
    free, most = context.measure - inset, context.measure - inset - room
    wide = [width_of(it.plain()) * size * _SURE for it, size in zip(said, sizes, strict=False)]
    fits = [it <= most if inset else ceil(it / most) <= ceil(it / free) for it in wide]
    return all(fits) and len(fits) == len(sizes) and not any(it.parallel for it in said)


def _run(drawing: Drawing, scale: float, inset: float, figures: Figures) -> str:
    """The drawing at the end of the lines, over their ground, so far from its edge."""
    context = figures.context
    wide, tall = drawing.width * scale, drawing.height * scale
    lines = strokes(drawing, Frame(wide, 0.0, scale))
    inside = context.palette.in_opening() if grounded(context) else context.palette
    shown, ids = figures.stored(lines, Cut(0.0, 0.0, wide + inset, tall), scale, inside)
    return w("r", shown.at_end(ids[0], figures.count, ids[1], rtl=context.language.rtl, over=True))
