"""Figures: strokes on the page under one tag, and beside them words and room to write that stay real text and fields.

The words are siblings of the figure's tag and not under it: a reader that speaks the alternative text skips what is
under it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from ..document import Answer, Figure, Lines, Role, Spot
from ..document.drawings import FIRST_LINE, Frame, Stroke, strokes
from ..foundation.phrases import Phrase
from .answer_boxes import ring, ruled
from .bilingual import spans
from .boxes import Column, Slab, keep_together
from .context import Press, stack
from .display_list import Drawn, Ink, Mark, Text, moved
from .tag_tree import Attributes, Tag

_TEXT = 12.0
"""The size of running text that a drawing is measured for, in points."""
_GAP = 7.0
"""Room between one row's last line and the next row, in a drawing's units."""


def figure_slabs(press: Press, figure: Figure, column: Column, tag: Tag) -> list[Slab]:
    """A slab for each spot beside the drawing, or one for a drawing over the full width."""
    if not figure.drawing.rows:
        return [_across(press, figure, column, tag)]
    beside = _Beside.of(press, figure, column, tag)
    slabs = [beside.slab(at, 0) for at in range(len(figure.spots))]
    for at, slab in enumerate(slabs if beside.grows else ()):
        slab.grow = partial(beside.slab, at)
        slab.lines, slab.pitch, slab.family = beside.lines, press.pitch, beside
    slabs[0].before = 5.0 * beside.unit
    _captioned(press, figure, column, tag, slabs[-1])
    return keep_together(slabs) if figure.drawing.whole else slabs


def _unit(press: Press) -> float:
    return press.look("ink").style.size / _TEXT


def _across(press: Press, figure: Figure, column: Column, tag: Tag) -> Slab:
    unit = _unit(press)
    mark = tag.add("Figure")
    mark.alt = figure.alt.plain()
    height = figure.drawing.height * unit
    lines = strokes(figure.drawing, Frame(column.width, 0.0, unit))
    drawn = Drawn(column.x, 0.0, column.width, height, lines, press.palette, unit, mark)
    slab = Slab(height, [drawn], before=6.0 * unit, keep=True, place=figure.alt.place)
    return _captioned(press, figure, column, tag, slab)


def _captioned(press: Press, figure: Figure, column: Column, tag: Tag, slab: Slab) -> Slab:
    """The slab with the captions under it: several are centred in their share, one stands at the start."""
    share, top = column.width / max(1, len(figure.captions)), slab.height + 2.0
    for at, caption in enumerate(figure.captions):
        mark = tag.add("P")
        if len(figure.captions) == 1:
            under = press.block(caption, press.look(Role.LABEL), column, mark)
        else:
            under = _centred(press, caption, Column(column.x + at * share, share).inset(6.0, 6.0), mark)
        slab.inks += [moved(ink, 0.0, top) for ink in under.inks]
        slab.height = max(slab.height, top + under.height)
    return slab


def _centred(press: Press, words: Phrase, column: Column, mark: Mark) -> Slab:
    """A few words in the middle of a column; more of them as a paragraph."""
    look = press.look(Role.LABEL)
    if words.echo:
        said = (replace(words, echo=None), words.echo)
        return stack([_centred(press, it, column, own) for it, own in zip(said, spans(mark), strict=True)])
    if press.setter.width(words, look.style) > column.width:
        return press.block(words, look, column, mark)
    line = press.setter.line(words, look.style)
    x = column.x + (column.width - line.width) / 2
    spoken = press.spoken(words, mark)
    text = Text(x, press.baseline(look), line.width, line, look.style.size, look.colour, spoken)
    return Slab(look.leading, [text])


@dataclass(slots=True, eq=False)
class _Part:
    """What stands beside one stretch of a drawing."""

    spot: Spot
    number: Tag | None
    label: Slab | None
    room: Slab | None

    def needed(self, unit: float) -> float:
        """The height of what stands in it, in points."""
        label = self.label.height + _GAP * unit if self.label else 0.0
        return label + (self.room.height if self.room else 0.0)


@dataclass(slots=True, eq=False)
class _Beside:
    """A drawing with rows, and what stands beside them."""

    press: Press
    figure: Figure
    column: Column
    unit: float
    mark: Tag
    rings: Tag | None
    parts: list[_Part]
    row: float

    @classmethod
    def of(cls, press: Press, figure: Figure, column: Column, tag: Tag) -> _Beside:
        """Set the words, and find the height that every row needs."""
        unit, drawing = _unit(press), figure.drawing
        inner = column.inset(drawing.start * unit, drawing.end * unit)
        mark = tag.add("Figure")
        mark.alt = figure.alt.plain()
        numbers = Attributes.list("None")
        rings = tag.add("L", attributes=numbers) if figure.scale else None
        whole = tag.add("L", attributes=numbers)
        parts = [_part(press, spot, inner, whole.add("LI")) for spot in figure.spots]
        row = max(drawing.least * unit, *(part.needed(unit) / part.spot.rows for part in parts))
        return cls(press, figure, column, unit, mark, rings, parts, row)

    @property
    def grows(self) -> bool:
        """Whether each spot has one row to itself and more than one line, so that all can have another."""
        return self.lines > 1 and all(spot.rows == 1 for spot in self.figure.spots)

    @property
    def lines(self) -> int:
        """The writing lines of a spot."""
        forms = [spot.room.form for spot in self.figure.spots if spot.room]
        return max((form.count for form in forms if isinstance(form, Lines)), default=0)

    def slab(self, at: int, more: int) -> Slab:
        """One spot, with so many more writing lines, and the stretch of the drawing beside it."""
        part, row = self.parts[at], self.row + more * self.press.pitch
        height = row * part.spot.rows
        inks: list[Ink] = [self._drawn(part, row, at)]
        inks += self._numbers(part, row)
        if part.label:
            inks += part.label.inks
        if part.room and part.room.grow:
            room = part.room.grow(more)
            below = part.label.height if part.label else height - self.press.pitch
            inks += [moved(ink, 0.0, below) for ink in room.inks]
        inks += self._number(part, height)
        return Slab(height + self._beyond(row, at), inks, place=self.figure.alt.place)

    def _beyond(self, row: float, at: int) -> float:
        """How far the drawing reaches below the last row."""
        if at < len(self.parts) - 1:
            return 0.0
        lines = strokes(self.figure.drawing, Frame(self.column.width, row, self.unit))
        return max(0.0, max(line.extent[3] for line in lines) - row * self.figure.drawing.rows)

    def _drawn(self, part: _Part, row: float, at: int) -> Drawn:
        """The strokes from the top of the spot's first row on; at the two ends a little beyond."""
        unit, column, margin = self.unit, self.column, 8.0 * self.unit
        above = margin if at == 0 else 0.0
        below = margin if at == len(self.parts) - 1 else 0.0
        height = row * part.spot.rows + above + below
        top = row * part.spot.row - above
        lines = strokes(self.figure.drawing, Frame(column.width, row, unit))
        shown = tuple(_lifted(line, top) for line in lines if _meets(line, top, height))
        return Drawn(column.x, -above, column.width, height, shown, self.press.palette, unit, self.mark)

    def _numbers(self, part: _Part, row: float) -> list[Ink]:
        """The rings of the scale that lie beside the spot."""
        scale = self.figure.scale
        if scale is None or self.rings is None:
            return []
        side = min(20.5 * self.unit, row - 3.0)
        inks: list[Ink] = []
        for step in range(min(part.spot.rows, 11 - part.spot.row)):
            x = self.column.x + 22.0 * self.unit - side / 2
            rung = ring(self.press, scale, 10 - part.spot.row - step, x, side, self.rings)
            inks += [moved(ink, 0.0, step * row + FIRST_LINE * self.unit - side / 2) for ink in rung]
        return inks

    def _number(self, part: _Part, height: float) -> list[Ink]:
        """The number of a rung, before the line that is the rung."""
        number, label = part.spot.number, part.spot.room.label if part.spot.room else None
        if number is None or part.number is None or label is None:
            return []
        look = self.press.look("strong")
        words = Phrase(self.press.number(number), label.address, label.place, label.language)
        line = self.press.setter.line(words, look.style)
        x = self.column.x + self.figure.drawing.start * self.unit - line.width - 6.0 * self.unit
        return [Text(x, height - 5.0 * self.unit, line.width, line, look.style.size, look.colour, part.number)]


def _part(press: Press, spot: Spot, column: Column, entry: Tag) -> _Part:
    number = entry.add("Lbl") if spot.number is not None else None
    body = entry.add("LBody")
    label = _label(press, spot.label, column, body.add("P")) if spot.label else None
    room = _room(press, spot.room, column, body) if spot.room else None
    return _Part(spot, number, label, room)


def _label(press: Press, words: Phrase, column: Column, mark: Tag) -> Slab:
    """Words whose first line has its middle where drawings expect it."""
    look, unit = press.look(Role.LABEL), _unit(press)
    down = FIRST_LINE * unit + 0.36 * look.style.size - press.baseline(look)
    slab = press.block(words, look, column, mark)
    return Slab(slab.height + down, [moved(ink, 0.0, down) for ink in slab.inks])


def _room(press: Press, answer: Answer, column: Column, tag: Tag) -> Slab:
    count = answer.form.count if isinstance(answer.form, Lines) else 1
    return ruled(press, answer, count, column, tag)


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
