"""Words beside a small drawing: at the side where lines begin, or a mark at the end of the lines of a title."""

from __future__ import annotations

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
"""How wide the room for a drawing is, and how far words stand from it, where text has 12 points."""
_SPARED = 64.0
"""How wide that room is where room is given up."""
_LEAST = 46.0
"""How high a drawing always is there, so that it can be made out."""
_ABOVE = 3.0
"""How far a mark may reach above its title, where text has 12 points: the head of the page is not far from there."""

Lay = Callable[[LayoutContext, tuple[Node, ...], Column, Tag], list[Box]]


def pictured_boxes(context: LayoutContext, group: Group, column: Column, tag: Tag, lay: Lay) -> list[Box]:
    """The boxes of what stands beside the drawing, as one that is at least as high as it; words in the middle.

    Beside words alone it is hardly higher than they are on a sheet in two languages, whose columns are narrow, and
    before a sheet takes a page more; then it is left out.
    """
    boxes = _beside(context, group, column, tag, lay)
    if boxes and group.asked:
        boxes[0].head = partial(_again, context, group.asked, column)
    return boxes


def _again(context: LayoutContext, asked: Paragraph, column: Column) -> Box:
    """What is asked, at the head of a page that goes on with it; an artifact, since a reader has heard it."""
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
    scale = min(unit, room / drawing.width, *((max(height, _LEAST * unit) / drawing.height,) if spared else ()))
    wide, tall = drawing.width * scale, drawing.height * scale
    lead = rhythm.up(max(0.0, (tall - height) / 2))
    lines = strokes(drawing, Frame(drawing.width * scale, 0.0, scale))
    drawn = StrokeOp(column.x + (room - wide) / 2, 0.0, wide, tall, lines, context.palette, scale, Artifact.LAYOUT)
    boxes[0].before = 0.0
    boxes[-1].height += max(rhythm.up(tall), rhythm.up(lead + height)) - lead - height
    return keep_together([Box(lead, [drawn], before=rhythm.step), *boxes])


def mark_room(context: LayoutContext, mark: Drawing) -> float:
    """The points at the end of a title's lines that its mark takes."""
    return (mark.width + _GAP) * context.unit


def opening_palette(context: LayoutContext) -> Palette:
    """The colours of what is drawn in an opening."""
    return context.palette.in_opening() if context.design.opening == "field" else context.palette


def marked(context: LayoutContext, boxes: list[Box], mark: Drawing, column: Column) -> list[Box]:
    """The lines of a title with a mark at the end of the column; the foot of the last line and of the mark are one."""
    unit = context.unit
    height = sum(box.height for box in boxes)
    scale = min(unit, (height + _ABOVE * unit) / mark.height)
    wide, tall = mark.width * scale, mark.height * scale
    lines = strokes(mark, Frame(wide, 0.0, scale))
    x, top = column.x + column.width - wide, height - tall
    boxes[0].ops.append(StrokeOp(x, top, wide, tall, lines, opening_palette(context), scale, Artifact.LAYOUT))
    return boxes
