"""Figures: a drawing under one `Figure` tag, with words and writing lines beside it as real text and fields.

The words are siblings of the `Figure` tag, not its children: a screen reader that speaks the alternative text of a tag
skips its children.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ..document import Answer, Figure, Lines, Role, Spot
from ..document.drawings import FIRST_LINE, Frame, Stroke, strokes
from ..foundation.phrases import Phrase
from ..foundation.records import open_record
from .answer_boxes import ring, ruled
from .bilingual import spans
from .boxes import Box, Column, keep_ends, keep_together
from .context import LayoutContext, stack
from .display_list import DrawOp, LinkOp, Mark, StrokeOp, TextOp, moved
from .tag_tree import Attributes, Tag

_GAP = 7.0
"""The space between a row's last line and the next row, in units of the drawing."""


def figure_boxes(context: LayoutContext, figure: Figure, column: Column, tag: Tag) -> list[Box]:
    """The boxes of a figure: one for each spot beside the drawing, or one for a drawing over the full width."""
    if not figure.drawing.rows:
        return [_across(context, figure, column, tag)]
    beside = _Beside.of(context, figure, column, tag)
    boxes = [beside.box(at, 0) for at in range(len(figure.spots))]
    for at, box in enumerate(boxes if beside.grows else ()):
        box.grow = partial(beside.box, at)
        box.lines, box.pitch, box.family = beside.lines, context.pitch, beside
    boxes[0].before = context.rhythm.step
    _captioned(context, figure, column, tag, boxes[-1])
    return keep_together(boxes) if figure.drawing.whole or context.whole(boxes) else keep_ends(boxes, 1)


def _across(context: LayoutContext, figure: Figure, column: Column, tag: Tag) -> Box:
    unit = context.unit * context.drawn
    mark = tag.add("Figure")
    mark.alt = figure.alt.plain()
    height = figure.drawing.height * unit
    lines = strokes(figure.drawing, Frame(column.width, 0.0, unit))
    drawn = StrokeOp(column.x, 0.0, column.width, height, lines, context.palette, unit, mark)
    box = Box(height, [drawn], before=context.rhythm.step, keep=True, place=figure.alt.place)
    return _captioned(context, figure, column, tag, box)


def _captioned(context: LayoutContext, figure: Figure, column: Column, tag: Tag, box: Box) -> Box:
    """Add the captions to the bottom of the box, each centred in its share of the width; returns the same box.

    A single caption below a drawing with rows is not centred.
    """
    share, top = column.width / max(1, len(figure.captions)), box.height + 2.0
    for at, caption in enumerate(figure.captions):
        mark = tag.add("P")
        if len(figure.captions) == 1 and figure.drawing.rows:
            under = context.block(caption, context.line_style(Role.LABEL), column, mark)
        else:
            under = _centred(context, caption, Column(column.x + at * share, share).inset(6.0, 6.0), mark)
        box.ops += [moved(op, 0.0, top) for op in under.ops]
        box.height = max(box.height, top + under.height)
    return box


def _centred(context: LayoutContext, words: Phrase, column: Column, mark: Mark) -> Box:
    """Words with each of their lines centred in a column."""
    line_style = context.line_style(Role.LABEL)
    if words.parallel:
        said = (replace(words, parallel=None), words.parallel)
        return stack([_centred(context, it, column, own) for it, own in zip(said, spans(mark), strict=True)])
    if context.setter.width(words, line_style.style) > column.width:
        lines = context.setter.lines(words, line_style.style, column.width)
    else:
        lines = (context.setter.line(words, line_style.style),)
    base, size, colour = context.baseline(line_style), line_style.style.size, line_style.colour
    spoken, boxes = context.spoken(words, mark), []
    for line in lines:
        x = column.x + (column.width - line.width) / 2
        boxes.append(Box(line_style.leading, [TextOp(x, base, line.width, line, size, colour, spoken)]))
    return boxes[0] if len(boxes) == 1 else stack(boxes)


@open_record(eq=False)
class _Part:
    """The words and writing lines of one spot, beside the rows of the drawing that belong to it."""

    spot: Spot
    number: Tag | None
    label: Box | None
    room: Box | None

    def needed(self, unit: float) -> float:
        """The height that the words and writing lines need, in points; `unit` is points to a unit of the drawing."""
        label = self.label.height + _GAP * unit if self.label else 0.0
        return label + (self.room.height if self.room else 0.0)


@open_record(eq=False)
class _Beside:
    """A drawing with rows of `row` points, and the words and writing lines beside them."""

    context: LayoutContext
    figure: Figure
    column: Column
    unit: float
    mark: Tag
    rings: Tag | None
    parts: list[_Part]
    row: float

    @classmethod
    def of(cls, context: LayoutContext, figure: Figure, column: Column, tag: Tag) -> _Beside:
        """Set the words, and find the height that every row needs."""
        unit, drawing = context.unit, figure.drawing
        inner = column.inset(drawing.start * unit, drawing.end * unit)
        mark = tag.add("Figure")
        mark.alt = figure.alt.plain()
        numbers = Attributes.list("None")
        rings = tag.add("L", attributes=numbers) if figure.scale else None
        whole = tag.add("L", attributes=numbers)
        parts = [
            _part(context, spot, inner.inset(spot.inset * unit, spot.inset * unit), whole.add("LI"), figure.link)
            for spot in figure.spots
        ]
        row = context.rhythm.up(
            max(drawing.least * unit * context.drawn, *(part.needed(unit) / part.spot.rows for part in parts))
        )
        return cls(context, figure, column, unit, mark, rings, parts, row)

    @property
    def grows(self) -> bool:
        """Whether each spot has one row and writing lines, so that all can get a further line; never above captions."""
        return self.lines > 0 and not self.figure.captions and all(spot.rows == 1 for spot in self.figure.spots)

    @property
    def lines(self) -> int:
        """The number of writing lines of a spot, the greatest of all spots."""
        forms = [spot.room.form for spot in self.figure.spots if spot.room]
        return self.context.room(max((form.count for form in forms if isinstance(form, Lines)), default=0))

    def box(self, at: int, more: int) -> Box:
        """The box of one spot, with `more` additional writing lines and the part of the drawing beside it."""
        part, row = self.parts[at], self.row + self.context.rhythm.up(more * self.context.pitch)
        height = row * part.spot.rows
        ops: list[DrawOp] = [self._stroke_op(part, row, at)]
        ops += self._numbers(part, row)
        if part.label:
            ops += part.label.ops
        if part.room and part.room.grow:
            room = part.room.grow(more)
            below = part.label.height if part.label else height - self.context.pitch
            ops += [moved(op, 0.0, below) for op in room.ops]
        ops += self._number(part, height)
        above = 0.0 if at else self.above
        ops = [moved(op, 0.0, above) for op in ops] if above else ops
        return Box(above + height + self._beyond(row, at), ops, place=self.figure.alt.place)

    @property
    def above(self) -> float:
        """The space above the first row in points, in whole steps of the grid."""
        return self.context.rhythm.up(self.figure.drawing.above * self.unit)

    def _beyond(self, row: float, at: int) -> float:
        """The height in points of the drawing below the last row; 0 for any spot but the last."""
        if at < len(self.parts) - 1:
            return 0.0
        lines = strokes(self.figure.drawing, Frame(self.column.width, row, self.unit))
        return max(0.0, max(line.extent[3] for line in lines) - row * self.figure.drawing.rows)

    def _stroke_op(self, part: _Part, row: float, at: int) -> StrokeOp:
        """The strokes beside a spot, from the top of its first row; the first and the last spot add a margin."""
        unit, column, margin = self.unit, self.column, 8.0 * self.unit
        above = margin + self.above if at == 0 else 0.0
        below = margin if at == len(self.parts) - 1 else 0.0
        height = row * part.spot.rows + above + below
        top = row * part.spot.row - above
        lines = strokes(self.figure.drawing, Frame(column.width, row, unit))
        shown = tuple(_lifted(line, top) for line in lines if _meets(line, top, height))
        return StrokeOp(column.x, -above, column.width, height, shown, self.context.palette, unit, self.mark)

    def _numbers(self, part: _Part, row: float) -> list[DrawOp]:
        """The rings of the scale that are beside the spot."""
        scale = self.figure.scale
        if scale is None or self.rings is None:
            return []
        side = min(20.5 * self.unit, row - 3.0)
        ops: list[DrawOp] = []
        first = part.spot.row
        for step, number in enumerate(self.figure.numbers[first : first + part.spot.rows]):
            x = self.column.x + 22.0 * self.unit - side / 2
            rung = ring(self.context, scale, number, x, side, self.rings)
            ops += [moved(op, 0.0, step * row + FIRST_LINE * self.unit - side / 2) for op in rung]
        return ops

    def _number(self, part: _Part, height: float) -> list[DrawOp]:
        """The number of a rung of a ladder, before the line that draws the rung."""
        number, label = part.spot.number, part.spot.room.label if part.spot.room else None
        if number is None or part.number is None or label is None:
            return []
        line_style = self.context.line_style("strong")
        words = Phrase(self.context.number(number), label.address, label.place, label.language)
        line = self.context.setter.line(words, line_style.style)
        x = self.column.x + self.figure.drawing.start * self.unit - line.width - 6.0 * self.unit
        return [
            TextOp(x, height - 5.0 * self.unit, line.width, line, line_style.style.size, line_style.colour, part.number)
        ]


def _part(context: LayoutContext, spot: Spot, column: Column, entry: Tag, link: str) -> _Part:
    number = entry.add("Lbl") if spot.number is not None else None
    body = entry.add("LBody")
    said = body.add("P") if spot.label else body
    mark = said.add("Link") if link else said
    label = _label(context, spot.label, column, mark) if spot.label else None
    if label and spot.label and link:
        label.ops.append(LinkOp(column.x, 0.0, column.width, label.height, "", spot.label.plain(), mark, link))
    room = _room(context, spot.room, column, body) if spot.room else None
    return _Part(spot, number, label, room)


def _label(context: LayoutContext, words: Phrase, column: Column, mark: Tag) -> Box:
    """The label of a spot, moved down so that the middle of its first line is `FIRST_LINE` below the top of its row."""
    line_style, unit = context.line_style(Role.LABEL), context.unit
    down = FIRST_LINE * unit + 0.36 * line_style.style.size - context.baseline(line_style)
    box = context.block(words, line_style, column, mark)
    return Box(box.height + down, [moved(op, 0.0, down) for op in box.ops])


def _room(context: LayoutContext, answer: Answer, column: Column, tag: Tag) -> Box:
    count = answer.form.count if isinstance(answer.form, Lines) else 1
    return ruled(context, answer, count, column, tag)


def _meets(line: Stroke, top: float, height: float) -> bool:
    _, upper, _, lower = line.extent
    return upper < top + height + 2.0 and lower > top - 2.0


def _lifted(line: Stroke, by: float) -> Stroke:
    return Stroke(
        line.pen,
        tuple(
            (step, tuple(value - by if at % 2 else value for at, value in enumerate(values)))
            for step, values in line.steps
        ),
    )
