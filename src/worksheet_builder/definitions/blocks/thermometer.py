"""A vertical scale, the highest number at the top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Scale, Spot
from ...document.drawings import FIRST_LINE, KAPPA, Curve, Drawing, Path, Pen, Point, Shape
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems

_HIGHEST = 10
_X, _TUBE, _BULB = 22.0, 14.5, 19.0
"""The middle of the tube and its numbers, half the width of the tube, and the radius of the bulb, in points."""


@record
class Thermometer:
    """A question answered on numbers from 0 at the bottom to 10 at the top, with words beside some of them."""

    kind: ClassVar[str] = "thermometer"
    id: str
    place: Place
    question: Prompt
    marks: Annotated[
        Mapping[str, Phrase], "Two to five, from the lowest to the highest, each as ‘name: one to four words’."
    ]
    hint: Hint = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to five marks."""
        yield from entry_problems(self.place, "marks", self.marks, 2, 5)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The question, then the numbers with the marks, the highest first."""
        numbers = marked(len(self.marks))
        lines = 2 if len(numbers) < 4 else 1
        ends = [*(_HIGHEST - number for number in numbers[1:]), _HIGHEST + 1 + lines]
        spots = tuple(
            Spot(
                text,
                Answer(sheet.field(self.id, key), text, Lines(lines)),
                row=_HIGHEST - number,
                rows=end - (_HIGHEST - number),
            )
            for (key, text), number, end in zip(reversed([*self.marks.items()]), numbers, ends, strict=True)
        )
        scale = Answer(sheet.field(self.id, "_number"), self.question, Scale(0, _HIGHEST))
        figure = Figure(sheet.common.figures.thermometer, _drawing(numbers, ends[-1]), spots, scale=scale)
        return (*asked(self.question, self.hint), figure)


def marked(count: int) -> tuple[int, ...]:
    """The numbers, from the highest, at which `count` marks are evenly spaced, rounded to whole numbers."""
    return tuple((2 * _HIGHEST * at + count - 1) // (2 * (count - 1)) for at in range(count - 1, -1, -1))


def _drawing(numbers: tuple[int, ...], rows: int) -> Drawing:
    marks: tuple[Shape, ...] = tuple(
        Path(_at(_X + _TUBE, 0.0, number), (_at(_X + _TUBE + 13.0, 0.0, number),), Pen.LINE)
        for number in numbers
        if number
    )
    foot = Path(_at(_X + _BULB, 0.0, 0), (_at(_X + _TUBE + 13.0, 0.0, 0),), Pen.LINE)
    return Drawing((_outline(), *marks, foot), rows=rows, least=24.0, start=58.0)


def _at(x: float, y: float, number: int) -> Point:
    return Point(x, FIRST_LINE + y, row=_HIGHEST - number)


def _outline() -> Path:
    """The outline: up one side, around the top, down the other side, and around the bulb."""
    cap, round_ = _TUBE * KAPPA, _BULB * KAPPA
    join = -((_BULB**2 - _TUBE**2) ** 0.5)
    left, right = _X - _TUBE, _X + _TUBE
    return Path(
        _at(left, join, 0),
        (
            _at(left, 0.0, _HIGHEST),
            Curve(_at(left, -cap, _HIGHEST), _at(_X - cap, -_TUBE, _HIGHEST), _at(_X, -_TUBE, _HIGHEST)),
            Curve(_at(_X + cap, -_TUBE, _HIGHEST), _at(right, -cap, _HIGHEST), _at(right, 0.0, _HIGHEST)),
            _at(right, join, 0),
            Curve(_at(_X + _BULB, join * 0.7, 0), _at(_X + _BULB, -3.0, 0), _at(_X + _BULB, 0.0, 0)),
            Curve(_at(_X + _BULB, round_, 0), _at(_X + round_, _BULB, 0), _at(_X, _BULB, 0)),
            Curve(_at(_X - round_, _BULB, 0), _at(_X - _BULB, round_, 0), _at(_X - _BULB, 0.0, 0)),
            Curve(_at(_X - _BULB, -3.0, 0), _at(_X - _BULB, join * 0.7, 0), _at(left, join, 0)),
        ),
        Pen.MAIN,
        closed=True,
    )
