"""Concentric rings around a person, the innermost first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Spot
from ...document.drawings import Curve, Drawing, Path, Pen, Point
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from ..drawing_reader import stored_drawing
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems

_SIDE, _OVER = 16.0, 10.0
"""The distance between two rings at the sides, and at the top, in points (as all lengths here)."""
_WITHIN = 34.0
"""The distance from the ends of a writing line to the sides of its ring, so as to clear the rounded corners."""
_PERSON, _CLEAR = 0.44, 5.0
"""The scale of the person in the middle, and the space above the head."""
_FULL = 0.68
"""The length of a ring's Bézier handles, as a fraction: more than the 0.55 of an ellipse, for a fuller shape."""
_HIGH, _WIDE = 36.0, 46.0
"""The height and the width of the corners of a ring."""
_BELOW = 3.0
"""The distance from the bottom of a row down to the lower edge of its ring."""


@record
class Circles:
    """A person in the middle of rings, each with a name and room to write in it."""

    kind: ClassVar[str] = "circles"
    id: str
    place: Place
    prompt: Prompt
    rings: Annotated[Mapping[str, Phrase], "Two to four, the innermost first, each as ‘name: one to four words’."]
    hint: Hint = None
    lines: Annotated[int, "How many lines for each ring: 1 to 4, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to four rings, one to four lines each."""
        yield from entry_problems(self.place, "rings", self.rings, 2, 4)
        yield from range_problems(self.place, "lines", self.lines, 1, 4)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the rings."""
        last = len(self.rings) - 1
        spots = tuple(
            Spot(name, Answer(sheet.field(self.id, key), name, Lines(self.lines)), row, inset=(last - row) * _SIDE)
            for row, (key, name) in enumerate(self.rings.items())
        )
        person = stored_drawing("person").beside()
        figure = Figure(sheet.common.figures.circles, _drawing(len(spots)), spots, middle=person)
        return (*asked(self.prompt, self.hint), figure)


def _drawing(count: int) -> Drawing:
    """Rings around a person, each wider below than above, so that there is room to write in its lower part.

    The innermost ring is tinted and has a stronger line, so that what is closest is seen first.
    """
    person = stored_drawing("person")
    above = person.height * _PERSON + _CLEAR + _OVER * (count - 1)
    ground = _ring(0, count, above, Pen.WASH)
    rings = tuple(_ring(at, count, above, Pen.LINE if at else Pen.MAIN) for at in reversed(range(count)))
    drawn = person.at(0.0, -person.height * _PERSON, across=0.5, scale=_PERSON)
    return Drawing((ground, *rings, *drawn), rows=count, start=_WITHIN, end=_WITHIN, above=above)


def _ring(at: int, count: int, above: float, pen: Pen) -> Path:
    """The outline of a ring, with rounded corners: from above all rows to under its own."""
    side, top, row = (count - 1 - at) * _SIDE + 2.0, -above + (count - 1 - at) * _OVER, at + 1.0
    end, out, near = side + _WIDE, side + _WIDE * (1 - _FULL), _HIGH * (1 - _FULL)
    over = (
        Curve(Point(side, top + near), Point(out, top), Point(end, top)),
        Point(-end, top, 1.0),
        Curve(Point(-out, top, 1.0), Point(-side, top + near, 1.0), Point(-side, top + _HIGH, 1.0)),
    )
    under = (
        Point(-side, _BELOW - _HIGH, 1.0, row),
        Curve(Point(-side, _BELOW - near, 1.0, row), Point(-out, _BELOW, 1.0, row), Point(-end, _BELOW, 1.0, row)),
        Point(end, _BELOW, row=row),
        Curve(Point(out, _BELOW, row=row), Point(side, _BELOW - near, row=row), Point(side, _BELOW - _HIGH, row=row)),
    )
    return Path(Point(side, top + _HIGH), (*over, *under), pen, closed=True)
