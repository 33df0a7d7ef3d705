"""Drawings as data: lines, curves and circles that every format can draw, and that stretch to the space available.

Lengths are in points for running text of 12 points; a format scales them with its text size. `x` grows from the side
where lines of text begin, so that a drawing is mirrored in a right-to-left language; `y` grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Literal, assert_never

from ..foundation.records import record

KAPPA = 0.5523
"""The length of the Bézier handles of a quarter circle, as a fraction of its radius."""
TEXT = 12.0
"""The size of running text, in points, for which the lengths of drawings are given."""
FIRST_LINE = 14.5
"""The distance in points from the top of a row down to the middle of its first line of text."""


class Pen(StrEnum):
    """A kind of line or filling; no meaning depends on colour or filling alone."""

    MAIN = "main"
    LINE = "line"
    FINE = "fine"
    DOTTED = "dotted"
    SOLID = "solid"
    """Filled, for dots."""
    WASH = "wash"
    """Filled, behind lines, in the colour of table heads (`Palette.band`); in low ink this is white, so invisible."""
    CODE = "code"
    """Filled in the colour of running text, for QR codes."""


@record
class PenStyle:
    """The width of a pen in points, the lengths of its dashes and gaps, and the name of its colour in a palette."""

    width: float
    colour: Literal["accent", "border", "ink", "band"]
    dashes: tuple[float, float] | None = None
    filled: bool = False


PEN_STYLES = {
    Pen.MAIN: PenStyle(1.5, "accent"),
    Pen.LINE: PenStyle(1.0, "border"),
    Pen.FINE: PenStyle(0.6, "border"),
    Pen.DOTTED: PenStyle(1.0, "border", (0.0, 3.0)),
    Pen.SOLID: PenStyle(0.0, "accent", filled=True),
    Pen.WASH: PenStyle(0.0, "band", filled=True),
    Pen.CODE: PenStyle(0.0, "ink", filled=True),
}


@record
class Point:
    """A point of a drawing: `x` from the fraction `across` of its width, and `y` from the top of row number `row`.

    Rows are counted from 0; `row` may be a fraction, such as 0.5 for the middle of the first row.
    """

    x: float
    y: float
    across: float = 0.0
    row: float = 0.0


@record
class Curve:
    """A cubic Bézier curve to `end`, with the control points `first` and `second`."""

    first: Point
    second: Point
    end: Point


@record
class Path:
    """A line through points and along curves."""

    start: Point
    steps: tuple[Point | Curve, ...]
    pen: Pen
    closed: bool = False
    as_drawn: bool = False
    """Whether it keeps its direction where the drawing is mirrored, as a tick does in every script."""


@record
class Circle:
    """A circle; its radius does not stretch."""

    centre: Point
    radius: float
    pen: Pen


@record
class Rectangle:
    """A rectangle between two corners."""

    corner: Point
    opposite: Point
    pen: Pen


Shape = Path | Circle | Rectangle


@record
class Drawing:
    """Shapes over the full width with a `height`, or beside `rows` rows of words and writing space.

    All rows have the height of the tallest, and at least `least`. Their words begin `start` from one side and end
    `end` from the other. A `whole` drawing is never split between pages.
    """

    shapes: tuple[Shape, ...]
    height: float = 0.0
    rows: int = 0
    least: float = 0.0
    start: float = 0.0
    end: float = 0.0
    whole: bool = True
    above: float = 0.0
    """How far the drawing extends above its first row."""
    width: float = 0.0
    """Its own width, beside a group or a title; 0 for a drawing that takes the full width available."""


@record
class Frame:
    """The space for a drawing: its width and the height of a row in points, and the points of one drawing unit."""

    width: float
    row: float
    unit: float

    def at(self, point: Point) -> tuple[float, float]:
        """The coordinates of a point of the drawing: from the start side and from the top, in points."""
        return point.x * self.unit + point.across * self.width, point.y * self.unit + point.row * self.row


Step = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]


@record
class Stroke:
    """A shape laid out in a frame: steps to move (M), draw a line (L) or curve (C) and close (Z), in points."""

    pen: Pen
    steps: tuple[Step, ...]
    as_drawn: bool = False
    """Whether it keeps its direction where the drawing is mirrored."""

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """The bounding box of its coordinates, control points included: left, top, right, bottom."""
        across = [value for _, values in self.steps for value in values[0::2]]
        down = [value for _, values in self.steps for value in values[1::2]]
        return min(across), min(down), max(across), max(down)

    def turned(self) -> Stroke:
        """The stroke mirrored in its own middle, so that a mirrored drawing shows it in its place as it was drawn."""
        left, _, right, _ = self.extent
        steps = (
            (name, tuple(value if at % 2 else left + right - value for at, value in enumerate(values)))
            for name, values in self.steps
        )
        return Stroke(self.pen, tuple(steps), self.as_drawn)


_MOST_LAID = 256
_laid: dict[tuple[int, Frame], tuple[Drawing, tuple[Stroke, ...]]] = {}
"""Drawings laid out, by their identity: to compare the points of two takes as long as to lay one out."""


def strokes(drawing: Drawing, frame: Frame) -> tuple[Stroke, ...]:
    """The shapes of a drawing laid out in a frame, in the same order; cached, since a page is laid out often."""
    key = (id(drawing), frame)
    known = _laid.get(key)
    if known is None or known[0] is not drawing:
        if len(_laid) >= _MOST_LAID:
            _laid.clear()
        known = _laid[key] = drawing, tuple(_stroke(shape, frame) for shape in drawing.shapes)
    return known[1]


def _stroke(shape: Shape, frame: Frame) -> Stroke:
    return Stroke(shape.pen, tuple(_steps(shape, frame)), isinstance(shape, Path) and shape.as_drawn)


def to_mirror(lines: Sequence[Stroke]) -> tuple[Stroke, ...]:
    """The strokes of a drawing that is then mirrored whole: those that keep their direction are turned before."""
    return tuple(line.turned() if line.as_drawn else line for line in lines)


def _steps(shape: Shape, frame: Frame) -> Iterator[Step]:
    match shape:
        case Path():
            yield "M", frame.at(shape.start)
            yield from (_step(step, frame) for step in shape.steps)
            if shape.closed:
                yield "Z", ()
        case Circle():
            yield from _round(*frame.at(shape.centre), shape.radius * frame.unit)
        case Rectangle():
            (left, top), (right, bottom) = frame.at(shape.corner), frame.at(shape.opposite)
            yield "M", (left, top)
            yield from (("L", corner) for corner in ((right, top), (right, bottom), (left, bottom)))
            yield "Z", ()
        case _:
            assert_never(shape)


def _step(step: Point | Curve, frame: Frame) -> Step:
    if isinstance(step, Point):
        return "L", frame.at(step)
    return "C", (*frame.at(step.first), *frame.at(step.second), *frame.at(step.end))


def _round(x: float, y: float, r: float) -> Iterator[Step]:
    k = r * KAPPA
    yield "M", (x + r, y)
    yield "C", (x + r, y + k, x + k, y + r, x, y + r)
    yield "C", (x - k, y + r, x - r, y + k, x - r, y)
    yield "C", (x - r, y - k, x - k, y - r, x, y - r)
    yield "C", (x + k, y - r, x + r, y - k, x + r, y)
    yield "Z", ()


def smooth(points: tuple[Point, ...], pen: Pen, closed: bool = False) -> Path:
    """A smooth line through points: a uniform Catmull–Rom spline as Bézier curves."""
    count = len(points)
    around = [points[at % count] if closed else points[min(max(at, 0), count - 1)] for at in range(-1, count + 2)]
    steps = tuple(_between(*around[at : at + 4]) for at in range(count if closed else count - 1))
    return Path(points[0], steps, pen, closed)


def _between(before: Point, start: Point, end: Point, after: Point) -> Curve:
    return Curve(_towards(start, before, end), _towards(end, after, start), end)


def _towards(point: Point, back: Point, ahead: Point) -> Point:
    """The Bézier handle of a point: the point moved by a sixth of the way from `back` to `ahead`."""
    return Point(
        *(
            getattr(point, name) + (getattr(ahead, name) - getattr(back, name)) / 6
            for name in ("x", "y", "across", "row")
        )
    )
