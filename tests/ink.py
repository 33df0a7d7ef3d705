"""What a drawing reaches on paper, measured along its lines: the handles of a curve lie outside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from worksheet_builder.definitions.drawing_reader import stored_drawing
from worksheet_builder.document.drawings import PEN_STYLES, Drawing, Frame, Stroke, strokes

Box = tuple[float, float, float, float]
_STEPS = 20
"""In how many straight pieces a curve is measured."""


@cache
def ink(name: str) -> Box:
    """The box that a drawing reaches, with the width of its pens: left, top, right, bottom, in points."""
    reached = [(x, y, PEN_STYLES[line.pen].width / 2) for line in lines(name) for x, y in points(line)]
    return (
        min(x - half for x, _, half in reached),
        min(y - half for _, y, half in reached),
        max(x + half for x, _, half in reached),
        max(y + half for _, y, half in reached),
    )


def lines(name: str) -> tuple[Stroke, ...]:
    """The strokes of a drawing, from the corner of its box, in points."""
    stored = stored_drawing(name)
    return strokes(Drawing(stored.at(stored.width / 2, 0.0), stored.height), Frame(stored.width, 0.0, 1.0))


def points(line: Stroke) -> Iterator[tuple[float, float]]:
    """Points along a stroke: its corners, and its curves in small steps."""
    at = (0.0, 0.0)
    for kind, values in line.steps:
        if kind == "C":
            yield from (_curved((*at, *values), step / _STEPS) for step in range(1, _STEPS + 1))
        elif kind != "Z":
            yield values[0], values[1]
        at = (values[-2], values[-1]) if values else at


def _curved(values: tuple[float, ...], t: float) -> tuple[float, float]:
    """The point of a cubic curve, given by its four points, at the fraction `t` of its way."""
    parts = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    x, y = (sum(part * at for part, at in zip(parts, values[first::2], strict=True)) for first in (0, 1))
    return x, y
