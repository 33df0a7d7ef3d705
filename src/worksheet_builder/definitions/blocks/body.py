"""The outline of a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node
from ...document.drawings import Drawing, Pen, Point, Shape, smooth
from ...foundation.problems import Place, Problem
from .block import ComposeContext, Hint, NewPage, Prompt, asked, range_problems

_HEIGHT = 262.0


@dataclass(frozen=True, slots=True)
class Body:
    """The plain outline of a person, from the front and from the back, to mark or colour, with lines for words."""

    kind: ClassVar[str] = "body"
    id: str
    place: Place
    prompt: Prompt
    hint: Hint = None
    lines: Annotated[int, "How many lines for words under it: 1 to 6, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to six lines."""
        yield from range_problems(self.place, "lines", self.lines, 1, 6)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, the two outlines, and the lines."""
        words = sheet.common.figures
        figure = Figure(words.body, _DRAWN, captions=(words.front, words.back))
        return (
            *asked(self.prompt, self.hint),
            figure,
            Answer(sheet.field(self.id), self.prompt, Lines(self.lines)),
        )


# One half of the outline, from the crown of the head to between the legs: distance from the middle, and from the top.
_HALF = (
    ((0.0, 3.0), (7.8, 5.0), (13.2, 10.2), (15.2, 18.0), (14.2, 26.5), (10.6, 33.6), (7.6, 37.4)),
    ((7.6, 37.4), (7.3, 41.0), (8.4, 45.0), (14.0, 48.2), (23.5, 50.2), (31.0, 53.8), (35.2, 61.0), (37.4, 72.0),
     (39.6, 86.0), (42.4, 99.0), (45.6, 113.0), (48.4, 127.0), (50.4, 133.6), (53.2, 140.6), (54.2, 148.4),
     (52.2, 154.6), (48.6, 154.8), (45.6, 150.0), (43.6, 142.0), (42.2, 134.0), (37.6, 118.0), (33.2, 103.0),
     (30.2, 90.0), (27.6, 76.0)),
    ((27.6, 76.0), (26.6, 88.0), (24.4, 100.0), (24.0, 110.0), (26.4, 121.0), (28.8, 132.0), (29.0, 144.0),
     (27.6, 160.0), (25.4, 176.0), (23.6, 189.0), (22.8, 201.0), (21.8, 214.0), (19.2, 230.0), (16.6, 242.0),
     (17.8, 248.6), (21.6, 254.4), (20.6, 258.0), (14.0, 258.8), (8.0, 257.4), (7.4, 251.0), (8.6, 242.0),
     (7.8, 228.0), (7.0, 213.0), (6.6, 199.0), (5.8, 184.0), (4.4, 166.0), (2.2, 148.0), (0.0, 141.0)),
)  # fmt: skip


def _outline(across: float) -> tuple[Shape, ...]:
    """Head, both arms, and the rest from one armpit down and up to the other."""

    def line(points: tuple[tuple[float, float], ...]) -> Shape:
        return smooth(tuple(Point(x, y, across) for x, y in points), Pen.MAIN)

    head, arm, legs = _HALF
    return (
        line((*_mirrored(head), *head[1:])),
        line(arm),
        line(_mirrored(arm)),
        line((*legs, *_mirrored(legs)[1:])),
    )


def _mirrored(points: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    return tuple((-x, y) for x, y in reversed(points))


_DRAWN = Drawing((*_outline(0.25), *_outline(0.75)), _HEIGHT)
