"""Three bands, one above the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Spot
from ...document.drawings import Drawing, Path, Pen, Point, Rectangle, smooth
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import SHORT, ComposeContext, Hint, NewPage, Prompt, asked, range_problems

_LEFT, _RIGHT = 14.0, 86.0
"""The x in points from which and to which the lines that picture the three states are drawn."""


@record
class Window:
    """Three bands, one above the other: more than one can bear, what one can bear, and too little."""

    kind: ClassVar[str] = "window"
    id: str
    place: Place
    prompt: Prompt
    above: Annotated[Phrase, "The name of the upper band, in one to five words."] = field(metadata=SHORT)
    inside: Annotated[Phrase, "The name of the middle band, in one to five words."] = field(metadata=SHORT)
    below: Annotated[Phrase, "The name of the lower band, in one to five words."] = field(metadata=SHORT)
    hint: Hint = None
    lines: Annotated[int, "How many lines in each band: 1 to 4, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to four lines."""
        yield from range_problems(self.place, "lines", self.lines, 1, 4)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the three bands."""
        bands = {"above": self.above, "inside": self.inside, "below": self.below}
        spots = tuple(
            Spot(name, Answer(sheet.field(self.id, key), name, Lines(self.lines)), row)
            for row, (key, name) in enumerate(bands.items())
        )
        return (*asked(self.prompt, self.hint), Figure(sheet.common.figures.window, _DRAWN, spots))


def _jagged() -> Path:
    step = (_RIGHT - _LEFT) / 8
    points = [Point(_LEFT + step * at, (-15.0, 15.0)[at % 2], row=0.5) for at in range(9)]
    return Path(points[0], tuple(points[1:]), Pen.MAIN)


def _rolling(height: float, row: float, pen: Pen) -> Path:
    step = (_RIGHT - _LEFT) / 12
    heights = (0.0, -0.87, -0.87, 0.0, 0.87, 0.87)
    return smooth(tuple(Point(_LEFT + step * at, height * heights[at % 6], row=row) for at in range(13)), pen)


_DRAWN = Drawing(
    (
        Rectangle(Point(0.5, 0.0, row=1), Point(-0.5, 0.0, 1.0, 2), Pen.WASH),
        Rectangle(Point(0.5, 0.0, row=1), Point(-0.5, 0.0, 1.0, 2), Pen.MAIN),
        Path(Point(0.5, 0.0, row=1), (Point(0.5, 3.0), Point(-0.5, 3.0, 1.0), Point(-0.5, 0.0, 1.0, 1)), Pen.FINE),
        Path(
            Point(0.5, 0.0, row=2),
            (Point(0.5, 0.0, row=3), Point(-0.5, 0.0, 1.0, 3), Point(-0.5, 0.0, 1.0, 2)),
            Pen.FINE,
        ),
        _jagged(),
        _rolling(9.0, 1.5, Pen.MAIN),
        _rolling(1.6, 2.5, Pen.MAIN),
    ),
    rows=3,
    start=102.0,
    end=12.0,
)
