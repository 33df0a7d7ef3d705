"""Words beside a small drawing at the start side, and titles with a small drawing (a mark) at the end side."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from ..document import Group, Node, Paragraph
from ..document.drawings import Drawing, Frame, strokes
from ..foundation.palette import Palette
from .boxes import Box, Column, keep_together, spaced, stacked_height
from .context import LayoutContext, stack
from .display_list import Artifact, StrokeOp
from .tag_tree import Tag

_ROOM, _GAP = 84.0, 14.0
"""The width kept for a drawing, and its distance from the words, in points for text of 12 points."""
_SPARED = 64.0
"""That width if space is given up."""
_LEAST = 46.0
"""The height below which no drawing is made smaller to save space, so that it stays recognisable."""
_TALLEST = 76.0
"""The greatest height of a drawing beside words in easy read, in points for text of 12 points."""
_ROW = 68.0
"""The least height of a row of easy read, in that unit, so that the words of a list stand equally far apart."""
_THIN = 0.8
"""The least width of a pen, as a fraction of its own, where a drawing is made smaller."""
_ABOVE = 3.0
"""The greatest height of a mark above its title, in points for text of 12 points: the header is not far above."""

Lay = Callable[[LayoutContext, tuple[Node, ...], Column, Tag], list[Box]]


def pictured_boxes(context: LayoutContext, group: Group, column: Column, tag: Tag, lay: Lay) -> list[Box]:
    """The boxes of a group beside its drawing, kept together and at least as high as that; words vertically centred.

    Beside words alone, a drawing is made as low as the words on a sheet in two languages, whose columns are narrow, and
    at the first step of `sparing`; at the second step it is left out.
    """
    boxes = _beside(context, group, column, tag, lay)
    if boxes and group.asked:
        boxes[0].head = partial(_again, context, group.asked, column)
    return boxes


def _again(context: LayoutContext, asked: Paragraph, column: Column) -> Box:
    """The question, repeated on the next page; an artifact, since a screen reader has already read it."""
    line_style = context.line_style("asked" if asked.after else asked.role)
    box = stack(context.lines(asked.said, line_style, column, Artifact.PAGINATION))
    box.height = context.rhythm.up(box.height)
    return box


def _beside(context: LayoutContext, group: Group, column: Column, tag: Tag, lay: Lay) -> list[Box]:
    unit, rhythm = context.unit, context.rhythm
    spared = max(context.sparing, context.document.beside is not None) if group.has_words_alone else 0
    if spared > 1:
        return lay(context, group.children, column, tag)
    if group.drawing is None:
        return spaced(keep_together(lay(context, group.children, column, tag)), rhythm.step)
    drawing, room = group.drawing, min((_SPARED if spared else _ROOM) * unit, column.width / 3)
    boxes = lay(context, group.children, column.inset(room + _GAP * unit), tag)
    height = stacked_height(boxes)
    most = max(height, _LEAST * unit) if spared else _TALLEST * unit if context.document.easy_read else math.inf
    scale = min(unit, room / drawing.width, most / drawing.height)
    wide, tall = drawing.width * scale, drawing.height * scale
    row = max(tall, _ROW * unit if context.document.easy_read and not spared else 0.0)
    lead = rhythm.up(max(0.0, (row - height) / 2))
    lines = strokes(drawing, Frame(drawing.width * scale, 0.0, scale))
    pen = max(scale, unit * _THIN)
    x, y = column.x + (room - wide) / 2, (row - tall) / 2
    drawn = StrokeOp(x, y, wide, tall, lines, context.palette, pen, Artifact.LAYOUT)
    boxes[0].before = 0.0
    boxes[-1].height += max(rhythm.up(row), rhythm.up(lead + height)) - lead - height
    return keep_together([Box(lead, [drawn], before=rhythm.step), *boxes])


def mark_room(context: LayoutContext, mark: Drawing) -> float:
    """The width in points that a mark takes at the end of a title's lines."""
    return (mark.width + _GAP) * context.unit


def opening_palette(context: LayoutContext) -> Palette:
    """The colours of drawings in an opening."""
    return context.palette.in_opening() if context.design.opening == "field" else context.palette


def marked(context: LayoutContext, boxes: list[Box], mark: Drawing, column: Column) -> list[Box]:
    """Add a mark at the end side of a title's lines, at the bottom of the last line; returns the same boxes."""
    unit = context.unit
    height = sum(box.height for box in boxes)
    scale = min(unit, (height + _ABOVE * unit) / mark.height)
    wide, tall = mark.width * scale, mark.height * scale
    lines = strokes(mark, Frame(wide, 0.0, scale))
    x, top = column.x + column.width - wide, height - tall
    boxes[0].ops.append(StrokeOp(x, top, wide, tall, lines, opening_palette(context), scale, Artifact.LAYOUT))
    return boxes
