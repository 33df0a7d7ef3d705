"""A timeline with stages to write about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Spot
from ...document.drawings import FIRST_LINE, Circle, Drawing, Path, Pen, Point
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems

_X, _DOT = 7.0, 4.2
"""The distance of the line from the start side, and the radius of its dots, in points."""


@record
class Timeline:
    """A line with a dot for each stage, and room to write beside it."""

    kind: ClassVar[str] = "timeline"
    id: str
    place: Place
    prompt: Prompt
    stages: Annotated[Mapping[str, Phrase], "Two to seven, each as ‘name: one to four words’."]
    hint: Hint = None
    lines: Annotated[int, "How many lines for each stage: 1 to 4, 2 if left out."] = 2
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to seven stages, one to four lines each."""
        yield from entry_problems(self.place, "stages", self.stages, 2)
        yield from range_problems(self.place, "lines", self.lines, 1, 4)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the line with its stages."""
        spots = tuple(
            Spot(stage, Answer(sheet.field(self.id, key), stage, Lines(self.lines)), row)
            for row, (key, stage) in enumerate(self.stages.items())
        )
        figure = Figure(sheet.common.figures.timeline, _drawing(len(spots)), spots)
        return (*asked(self.prompt, self.hint), figure)


def _drawing(count: int) -> Drawing:
    line = Path(Point(_X, FIRST_LINE), (Point(_X, -4.0, row=count),), Pen.LINE)
    dots = (Circle(Point(_X, FIRST_LINE, row=row), _DOT, Pen.SOLID) for row in range(count))
    return Drawing((line, *dots), rows=count, start=24.0, whole=False)
