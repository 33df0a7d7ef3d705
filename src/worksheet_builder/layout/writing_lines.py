"""Writing lines: rules, or a box with finer rules inside."""

from __future__ import annotations

from .boxes import Column
from .context import LayoutContext
from .display_list import DrawOp, Mark, RectangleOp, RuleOp

_INSIDE = 6.0
"""Points between the edge of a box to write in and its rules."""


def writing_room(context: LayoutContext, column: Column, total: int, mark: Mark) -> list[DrawOp]:
    """The rules of `total` writing lines, or a box around them with finer rules inside; from y = 0."""
    pitch = context.pitch
    if context.design.lines != "boxed":
        return [writing_rule(context, column, (index + 1) * pitch, mark) for index in range(total)]
    line, fine = context.palette.border, context.palette.hairline
    ops: list[DrawOp] = [
        RectangleOp(column.x, 0.0, column.width, total * pitch, mark, stroke=line, radius=context.design.radius)
    ]
    inner = column.inset(_INSIDE, _INSIDE)
    ops += [RuleOp(inner.x, (at + 1) * pitch, inner.width, 0.5, fine, mark) for at in range(total - 1)]
    return ops


def writing_rule(context: LayoutContext, column: Column, y: float, mark: Mark) -> RuleOp:
    """The rule of one writing line at `y`."""
    dotted = context.design.lines == "dotted"
    return RuleOp(column.x, y, column.width, 0.7, context.palette.border, mark, dotted)
