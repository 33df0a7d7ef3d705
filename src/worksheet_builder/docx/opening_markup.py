"""The opening of a sheet in Word: title and message on the background of its collection, beside their drawing.

Each is a paragraph of its own style with the same borders and indents, so that Word joins them into one background;
the title is still listed as a heading.
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
"""The styles of an opening with a background."""
LEAF = "Leaf Title"
"""The style of the title of a page for other people, by which its section is known; with a background or without."""
ON_GROUND, ON_PAPER = (TITLE, MESSAGE, ECHO), ("Title", "Message", "Echo Heading")
"""The styles of title, message and translated title, with a background and without one."""
_HEIGHT, _ALONE, _GAP = 50.0, 36.0, 14.0
"""In drawing units (text size / 12): the greatest height of the drawing beside title and message, and beside a title
alone, and its distance from the words."""
_OVER, _UNDER, _BEYOND = 5, 6, 31
"""Points between the words and the edges of their background: above, below and at the end of lines; 31 is Word's limit.

The background ends at the paragraph's indent, so only this width is always free for a drawing.
"""
_SURE = 1.2
"""The factor by which bold letters may be wider than the estimate for plain ones."""


def styles(context: StyleContext, title: ParagraphStyle, message: ParagraphStyle) -> Iterator[ParagraphStyle]:
    """The styles of title and message on the background of an opening, and of a leaf's title, with or without one."""
    if not grounded(context):
        yield ParagraphStyle(LEAF, base="Title", following="Subtitle")
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
    yield replace(on, name=LEAF, following="Subtitle", after=context.rhythm.step)
    yield replace(on, name=ECHO, base="Echo Heading", following=MESSAGE, after=0)


def grounded(context: StyleContext) -> bool:
    """Whether the design gives the opening a background."""
    return context.design.opening == "field"


def title_of(group: Group) -> tuple[Heading | None, Phrase | None, tuple[Paragraph, ...]]:
    """The title of an opening, its message if it has one, and the other paragraphs."""
    heading, *words = group.children
    told = [it for it in words if isinstance(it, Paragraph)]
    message = told.pop(0).text if len(told) > 1 else None
    return heading if isinstance(heading, Heading) else None, message, tuple(told)


def picture(group: Group, said: Sequence[Phrase], mark: Drawing | None, figures: Figures) -> tuple[str, str]:
    """The run of the drawing, and the indent that keeps words off it; without room the small mark, if there is one.

    On a background no indent is needed: the words were measured to end before the drawing.
    """
    context, unit = figures.context, figures.unit
    drawing, inset = group.drawing, PANEL_PADDING if grounded(context) else 0.0
    most = _HEIGHT if len(said) > 1 else _ALONE
    scale = unit * min(most / drawing.height, 1.0) if drawing else 0.0
    room = drawing.width * scale + _GAP * unit + inset if drawing else 0.0
    if drawing and _free(context, said, inset, room):
        return _run(drawing, scale, inset, figures), "" if inset else w("ind", right=twips(room))
    if mark is None:
        return "", ""
    scale = min(unit, (_BEYOND - 6.0) / mark.width) if inset else unit
    return _run(mark, scale, inset / 2, figures), "" if inset else w("ind", right=twips((mark.width + _GAP) * unit))


def _free(context: StyleContext, said: Sequence[Phrase], inset: float, room: float) -> bool:
    """Whether title and message leave `room` points free at their end without taking an additional line."""
    sizes = context.design.sizes.title, context.design.sizes.body * 1.12
    free, most = context.measure - inset, context.measure - inset - room
    wide = [width_of(it.plain()) * size * _SURE for it, size in zip(said, sizes, strict=False)]
    fits = [it <= most if inset else ceil(it / most) <= ceil(it / free) for it in wide]
    return all(fits) and not any(it.parallel for it in said)


def _run(drawing: Drawing, scale: float, inset: float, figures: Figures) -> str:
    """The run of the drawing at the end of the lines, over the background, `inset` points from its edge."""
    context = figures.context
    wide, tall = drawing.width * scale, drawing.height * scale
    lines = strokes(drawing, Frame(wide, 0.0, scale))
    inside = context.palette.in_opening() if grounded(context) else context.palette
    shown, ids = figures.stored(lines, Cut(0.0, 0.0, wide + inset, tall), scale, inside)
    return w("r", shown.at_end(ids[0], figures.count, ids[1], rtl=context.language.rtl, over=True))
