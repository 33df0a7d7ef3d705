"""Begun answers (text that a field already holds), set as lines of text on the rules of the field."""

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
    """The lines of the begun answer of a field, empty if there is none; the first stands on the rule at y = `first`.

    `pitch` is the distance of the rules in points, 0 for that of the context.
    """
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
    """Put the begun answer and its lines into a field; returns the field."""
    field.value = context.begun(field.name)
    field.shown = tuple(moved(op, -field.x, -field.y) for op in begun)
    return field
