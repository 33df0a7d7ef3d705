"""Steps from the easiest to the hardest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, ClassVar

from ...document import Answer, Figure, Lines, Node, Paragraph, Role, Spot
from ...document.drawings import Drawing, Path, Pen, Point
from ...foundation.phrases import Phrase, run_on
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, range_problems

_RAIL, _REACH = 1.0, 8.0
"""The distance of the rails from each side, and their length below the last rung, in points."""


@record
class Ladder:
    """A ladder to write on, with the easiest step on the lowest rung."""

    kind: ClassVar[str] = "ladder"
    id: str
    place: Place
    prompt: Prompt
    top: Annotated[Phrase, "What the highest rung is, in a few words."]
    bottom: Annotated[Phrase, "What the lowest rung is, in a few words."]
    hint: Hint = None
    rungs: Annotated[int, "How many: 3 to 7, 5 if left out."] = 5
    example: Annotated[
        Mapping[str, Phrase], "Rungs as somebody might fill them, each as ‘number: text’; 1 is the lowest."
    ] = field(default_factory=dict)
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Three to seven rungs, and an example only for rungs that exist."""
        yield from range_problems(self.place, "rungs", self.rungs, 3, 7)
        for key in self.example:
            if key not in map(str, range(1, self.rungs + 1)):
                sentence = f"The example fills the rung ‘{key}’, which the ladder does not have."
                yield Problem(self.place, sentence, f"Name rungs by their numbers, from 1 to {self.rungs}.")

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the ladder from top to bottom."""
        numbers = range(self.rungs, 0, -1)
        spots = tuple(self._rung(sheet, row, number) for row, number in enumerate(numbers))
        ladder = Figure(sheet.common.figures.ladder, _drawing(self.rungs), spots, captions=(self.bottom,))
        shown = self._examples(sheet) if sheet.examples else ()
        return (*asked(self.prompt, self.hint), *shown, Paragraph(self.top, Role.LABEL), ladder)

    def _examples(self, sheet: ComposeContext) -> Iterator[Paragraph]:
        """A line for each rung of the example, the highest first as on the ladder."""
        for key, words in sorted(self.example.items(), reverse=True):
            rung = sheet.common.figures.rung.fill(number=int(key))
            said = (rung, words) if len(self.example) > 1 else (words,)
            yield Paragraph(run_on(sheet.common.example, *said, like=words), Role.EXAMPLE)

    def _rung(self, sheet: ComposeContext, row: int, number: int) -> Spot:
        label = sheet.common.figures.rung.fill(number=number)
        return Spot(None, Answer(sheet.field(self.id, str(number)), label, Lines(1)), row, number=number)


def _drawing(count: int) -> Drawing:
    rails = (
        Path(Point(x, 4.0, across), (Point(x, _REACH, across, count),), Pen.MAIN)
        for x, across in ((_RAIL, 0.0), (-_RAIL, 1.0))
    )
    rungs = (Path(Point(_RAIL, 0.0, row=row), (Point(-_RAIL, 0.0, 1.0, row),), Pen.FINE) for row in range(1, count + 1))
    return Drawing((*rails, *rungs), rows=count, least=31.0, start=30.0, end=9.0)
