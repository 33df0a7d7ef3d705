"""Rings, the innermost first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Spot
from ...document.drawings import FIRST_LINE, Circle, Curve, Drawing, Path, Pen, Point, Shape
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems

_RADIUS = 84.0
"""The radius of the outermost ring."""
_EDGE, _WORDS = 2 * _RADIUS + 8.0, 2 * _RADIUS + 40.0
"""Where the leading lines leave the rings, and where the words begin."""


@dataclass(frozen=True, slots=True)
class Circles:
    """Rings that lie one inside the other, each with a name and room to write beside it."""

    kind: ClassVar[str] = "circles"
    id: str
    place: Place
    prompt: Prompt
    rings: Annotated[Mapping[str, Phrase], "Two to four, the innermost first, each as ‘name: one to four words’."]
    hint: Hint = None
    lines: Annotated[int, "How many lines for each ring: 1 to 4, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to four rings."""
        yield from entry_problems(self.place, "rings", self.rings, 2, 4)
        yield from range_problems(self.place, "lines", self.lines, 1, 4)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the rings."""
        spots = tuple(
            Spot(name, Answer(sheet.field(self.id, key), name, Lines(self.lines)), row)
            for row, (key, name) in enumerate(self.rings.items())
        )
        figure = Figure(sheet.common.figures.circles, _drawing(len(spots)), spots)
        return (*asked(self.prompt, self.hint), figure)


def _drawing(count: int) -> Drawing:
    """Rings that touch at the top, so that there is room in each, half-way down beside the rows."""
    shapes: list[Shape] = []
    for at in range(count):
        radius = _RADIUS * (at + 1) / count
        inner = 2 * _RADIUS * at / count
        shapes.append(Circle(_middle(radius - _RADIUS, count), radius, Pen.MAIN))
        shapes += _leading(at, (inner + 2 * radius) / 2 - _RADIUS, count)
    return Drawing(tuple(shapes), rows=count, least=(2 * _RADIUS + 8) / count, start=_WORDS)


def _middle(down: float, count: int, x: float = _RADIUS + 2.0) -> Point:
    return Point(x, down, row=count / 2)


def _leading(row: int, down: float, count: int) -> tuple[Shape, ...]:
    """A dot in a ring, and a dotted line from it to the words of its row."""
    dot = _middle(down, count)
    end = Point(_WORDS - 6.0, FIRST_LINE, row=row)
    middle = (_EDGE + _WORDS - 6.0) / 2
    curve = Curve(_middle(down, count, middle), Point(middle, FIRST_LINE, row=row), end)
    return Circle(dot, 2.4, Pen.SOLID), Path(dot, (_middle(down, count, _EDGE), curve), Pen.DOTTED)
