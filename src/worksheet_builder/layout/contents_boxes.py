"""The table of contents of a pack: each line links to the page of its sheet (ISO 32000-1, 12.5.6.5 and 14.8.4)."""

from __future__ import annotations

from dataclasses import replace

from ..document import Contents, Lead, Part, Role
from .boxes import Box, Column, keep_together, spaced
from .context import LayoutContext
from .display_list import Artifact, DrawOp, LinkOp, RuleOp, TextOp
from .tag_tree import Tag

_GAP = 6.0
"""Points between words, dots and page number."""


def contents_boxes(context: LayoutContext, contents: Contents, column: Column, tag: Tag) -> list[Box]:
    """The boxes of all lines; page numbers come from `context.starts`, which is known after a first layout."""
    whole = tag.add("TOC")
    return [box for lead in contents.leads for box in _lead(context, lead, column, whole.add("TOCI"))]


def _lead(context: LayoutContext, lead: Lead, column: Column, entry: Tag) -> list[Box]:
    line_style = context.line_style(Role.LABEL)
    number = replace(lead.title, text=context.number(context.starts.get(lead.part, 0) + 1), parallel=None)
    widest = context.setter.width(replace(number, text=context.number(888)), line_style.style)
    words = column.inset(0.0, widest + 3 * _GAP)
    mark = entry.add("Reference").add("Link")
    box = context.block(lead.title, line_style, words, mark)
    line = context.setter.line(number, line_style.style)
    x, base = column.x + column.width - line.width, context.baseline(line_style)
    ops: list[DrawOp] = [*box.ops, *_dots(context, lead, box, words)]
    ops.append(TextOp(x, base, line.width, line, line_style.style.size, line_style.colour, entry.add("Lbl")))
    ops.append(LinkOp(column.x, 0.0, column.width, box.height, lead.part, lead.title.plain(), mark))
    title = Box(box.height, ops, place=lead.title.place)
    note = context.lines(lead.note, context.line_style(Role.HINT), words, entry.add("P")) if lead.note else []
    return spaced(keep_together([title, *note]), context.rhythm.aside)


def _dots(context: LayoutContext, lead: Lead, box: Box, column: Column) -> list[DrawOp]:
    """The dotted leader from the title to the page number; none if the title takes more than one line."""
    texts = [op for op in box.ops if isinstance(op, TextOp)]
    if lead.title.parallel or len(texts) != 1:
        return []
    start = texts[0].line.width + _GAP
    room = column.width + _GAP - start
    return [RuleOp(column.x + start, texts[0].y - 1.0, room, 0.7, context.palette.hairline, Artifact.LAYOUT, True)]


def part_boxes(part: Part, boxes: list[Box]) -> list[Box]:
    """Make the boxes of a sheet of a pack begin on a new page; returns the same list."""
    boxes[0].opens_page, boxes[0].starts = True, part.id
    return boxes
