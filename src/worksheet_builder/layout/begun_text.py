"""Answers that are begun, set as lines on the rules of a field, as if a hand had written them there."""

from __future__ import annotations

from ..foundation.phrases import Phrase, escape
from ..foundation.problems import Place
from .boxes import Column
from .context import LayoutContext
from .display_list import FieldOp, Mark, TextOp, moved
from .field_metrics import INSET, LIFT


def begun_lines(
    context: LayoutContext, address: str, column: Column, first: float, mark: Mark, pitch: float = 0.0
) -> tuple[TextOp, ...]:
    """The lines of the answer in a field, the first over a rule at `first`; none where nothing is begun."""
    words = context.begun(address)
    if not words:
        return ()
    style = context.line_style("ink")
    language = context.document.language.tag
    width = column.width - 2 * INSET
    found: list[TextOp] = []
    for text in words.split("\n"):
        phrase = Phrase(escape(text), address, Place(""), language)
        for line in context.setter.lines(phrase, style.style, width):
            y = first - LIFT + len(found) * (pitch or context.pitch)
            found.append(TextOp(column.x + INSET, y, width, line, style.style.size, style.colour, mark))
    return tuple(found)


def written(field: FieldOp, context: LayoutContext, begun: tuple[TextOp, ...]) -> FieldOp:
    """The field with what is begun in it."""
    field.value = context.begun(field.name)
    field.shown = tuple(moved(op, -field.x, -field.y) for op in begun)
    return field
