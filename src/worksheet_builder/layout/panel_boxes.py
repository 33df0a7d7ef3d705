"""Panels: boxes on a common background, and the frame with contacts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from ..document import Node, Paragraph, Role, numbered
from ..foundation.phrases import Phrase
from .boxes import Box, Column, Ground, keep_together
from .context import LayoutContext, stack
from .display_list import DrawOp, TextOp, moved
from .tag_tree import Tag

_BESIDE = 10.0
"""Points between a number and the words beside it."""
_MOST = 0.42
"""The greatest share of the width for a number that has its words beside it, not below it."""

_HANGS = 8.0
"""Points from the outer edge of a bar that hangs in the margin to the column."""

Flow = Callable[[LayoutContext, tuple[Node, ...], Column, Tag], list[Box]]
"""A function that lays nodes out in a column: `node_boxes`, whose module imports this one."""


def panel_boxes(
    context: LayoutContext, nodes: tuple[Node, ...], column: Column, tag: Tag, node_boxes: Flow
) -> list[Box]:
    """The boxes of nodes on the background of the design's panels, kept together unless they take over half a page."""
    boxes = _on(_ground(context), context, node_boxes(context, nodes, _inner(context, column), tag.add("Aside")))
    if sum(box.height + box.before for box in boxes) <= context.page_height / 2:
        return keep_together(boxes)
    boxes[0].keep = boxes[1].keep = boxes[-2].keep = True
    return boxes


def joined(boxes: list[Box]) -> list[Box]:
    """Join panels with rules that follow each other, so that the rule between two is drawn once; returns the list."""
    under: dict[int, Ground] = {}
    for before, box in pairwise(boxes):
        first, second = before.ground, box.ground
        if first and second and first is not second and first.rules and second.rules:
            box.before, under[id(second)] = 0.0, replace(second, joined=True)
        if box.ground and id(box.ground) in under:
            box.ground = under[id(box.ground)]
    return boxes


def contact_boxes(
    context: LayoutContext, nodes: tuple[Node, ...], column: Column, tag: Tag, node_boxes: Flow
) -> list[Box]:
    """The boxes of contacts, in a frame and on one page: numbers one below the other, each with its words beside it."""
    inner, box = _inner(context, column), tag.add("Aside")
    told = [it.text for it in nodes if isinstance(it, Paragraph) and it.role is Role.CONTACT]
    stop = _stop(context, told, inner)
    boxes: list[Box] = []
    for node in nodes:
        match node:
            case Paragraph(text=line, role=Role.CONTACT):
                boxes.append(_contact(context, line, inner, stop, box))
                if line is told[0]:
                    boxes[-1].before = context.rhythm.step
            case _:
                boxes += node_boxes(context, (node,), inner, box)
    ground = Ground(None, context.palette.rule, None, context.design.radius)
    return keep_together(_on(ground, context, boxes))


def on_bar(context: LayoutContext, boxes: list[Box]) -> list[Box]:
    """Boxes beside a bar in the accent colour, which hangs in the margin; returns the same list."""
    ground = Ground(None, None, context.palette.accent, 0.0, hangs=_HANGS)
    for box in boxes:
        box.ground = ground
    return boxes


def _inner(context: LayoutContext, column: Column) -> Column:
    return column.inset(context.design.padding + 2, context.design.padding)


def _on(ground: Ground, context: LayoutContext, children: list[Box]) -> list[Box]:
    """The boxes with padding above and below, all on one background."""
    pad = context.rhythm.pad
    boxes = [Box(pad, before=context.rhythm.aside), *children, Box(pad)]
    boxes[1].before = 0.0
    for box in boxes:
        box.ground = ground
    return boxes


def _ground(context: LayoutContext) -> Ground:
    palette = context.palette
    match context.design.panel:
        case "tint":
            return Ground(palette.tint, None, None, context.design.radius)
        case "bar":
            return Ground(None, None, palette.rule, 0.0)
        case "frame":
            return Ground(None, palette.border, None, context.design.radius)
        case "rules":
            return Ground(None, None, None, 0.0, palette.rule)
        case _:
            assert_never(context.design.panel)


def _stop(context: LayoutContext, lines: list[Phrase], column: Column) -> float:
    """The indent of the words in points: after the widest number that is at most `_MOST` of the column."""
    found = (numbered(line) for line in lines)
    widths = [_width(context, it[0]) for it in found if it]
    return max((width for width in widths if width <= column.width * _MOST), default=0.0) + _BESIDE


def _width(context: LayoutContext, number: Phrase) -> float:
    return context.setter.width(number, context.line_style("number").style)


def _contact(context: LayoutContext, line: Phrase, column: Column, stop: float, tag: Tag) -> Box:
    """The box of a contact: its number with the words beside it, or below it if it is long; each is read by itself."""
    found, line_style = numbered(line), context.line_style("number")
    if found is None:
        box = context.block(line, context.line_style(Role.CONTACT), column, tag.add("P"))
        box.before = context.rhythm.item
        return box
    number, words = found
    set_ = context.setter.line(number, line_style.style)
    head: list[DrawOp] = [
        TextOp(column.x, line_style.base, set_.width, set_, line_style.style.size, line_style.colour, tag.add("P"))
    ]
    beside = set_.width + _BESIDE <= stop + 0.01
    room = column.inset(stop if beside else 2 * _BESIDE)
    said = context.block(words, context.line_style(Role.CONTACT), room, tag.add("P"))
    if not beside:
        return stack([Box(line_style.leading, head, before=context.rhythm.item, place=line.place), said])
    down = max(0.0, line_style.base - context.line_style(Role.CONTACT).base)
    ops = [*head, *(moved(op, 0.0, down) for op in said.ops)]
    return Box(max(line_style.leading, said.height + down), ops, before=context.rhythm.item, place=line.place)
