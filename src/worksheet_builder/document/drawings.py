"""Drawings as data: lines, curves and circles that any format can draw, and that stretch with the room beside them.

Lengths are in points where running text has 12; a format scales them with its text. `x` grows from the side where
lines of text begin, so that a drawing turns round with the direction of its language; `y` grows downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal, assert_never

from ..foundation.records import record

KAPPA = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""
TEXT = 12.0
"""The size of running text, in points, that the lengths of drawings are measured for."""
FIRST_LINE = 14.5
"""How far below the top of its row the middle of the first line of words stands."""


class Pen(StrEnum):
    """What a line is drawn with; no meaning rests on colour or filling alone."""

    MAIN = "main"
    LINE = "line"
    FINE = "fine"
    DOTTED = "dotted"
    SOLID = "solid"
    """Filled, for dots."""
    WASH = "wash"
    """Filled with the tint of panels, behind lines; on paper without tints there is nothing of it."""
    CODE = "code"
    """Filled in the colour of running text, for what a camera reads."""


@record
class PenStyle:
    """The width of a pen, its dashes and gaps, and the name of its colour in a palette."""

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
    """A place in a drawing: `x` and `y`, from a share `across` of its width and from the top of a `row`."""

    x: float
    y: float
    across: float = 0.0
    row: float = 0.0


@record
class Curve:
    """A cubic Bézier curve to `end`."""

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
    """Shapes, either over the full width and `height` high, or beside `rows` of words and room to write.

    All rows are as tall as the tallest needs, and not less than `least`; the words stand between `start` and `end`,
    which are measured from the two sides. One that is `whole` is never cut between pages.
    """

    shapes: tuple[Shape, ...]
    height: float = 0.0
    rows: int = 0
    least: float = 0.0
    start: float = 0.0
    end: float = 0.0
    whole: bool = True
    above: float = 0.0
    """How far it reaches over the top of its first row."""
    width: float = 0.0
    """How wide it is where it stands beside a group; elsewhere it takes the width that there is."""


@record
class Frame:
    """The room that a drawing is given: its width and the height of a row in points, and the points of one unit."""

    width: float
    row: float
    unit: float

    def at(self, point: Point) -> tuple[float, float]:
        """Where a point lies, in points from the start and top."""
        return point.x * self.unit + point.across * self.width, point.y * self.unit + point.row * self.row


Step = tuple[Literal["M", "L", "C", "Z"], tuple[float, ...]]


@record
class Stroke:
    """A shape in its frame: moves, lines, curves and closings with their coordinates in points."""

    pen: Pen
    steps: tuple[Step, ...]

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """The box around its coordinates: left, top, right, bottom."""
        across = [value for _, values in self.steps for value in values[0::2]]
        down = [value for _, values in self.steps for value in values[1::2]]
        return min(across), min(down), max(across), max(down)


def strokes(drawing: Drawing, frame: Frame) -> tuple[Stroke, ...]:
    """The shapes of a drawing in the room that it is given."""
    return tuple(Stroke(shape.pen, tuple(_steps(shape, frame))) for shape in drawing.shapes)


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
    """A calm line through points: a uniform Catmull–Rom spline as Bézier curves."""
    count = len(points)
    around = [points[at % count] if closed else points[min(max(at, 0), count - 1)] for at in range(-1, count + 2)]
    steps = tuple(_between(*around[at : at + 4]) for at in range(count if closed else count - 1))
    return Path(points[0], steps, pen, closed)


def _between(before: Point, start: Point, end: Point, after: Point) -> Curve:
    return Curve(_towards(start, before, end), _towards(end, after, start), end)


def _towards(point: Point, back: Point, ahead: Point) -> Point:
    """The handle of a point: a sixth of the way between its neighbours."""
    return Point(
        *(
            getattr(point, name) + (getattr(ahead, name) - getattr(back, name)) / 6
            for name in ("x", "y", "across", "row")
        )
    )
