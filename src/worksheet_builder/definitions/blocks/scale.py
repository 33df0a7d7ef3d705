"""A row of numbers of which one is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated, ClassVar

from ... import document
from ...document import Answer, Node
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import SHORT, ComposeContext, Hint, NewPage, Prompt, asked, range_problems


@record
class ScaleBlock:
    """A question answered on a row of numbers, 0 to 10 unless said otherwise. Nothing is scored."""

    kind: ClassVar[str] = "scale"
    id: str
    place: Place
    question: Prompt
    low: Annotated[Phrase, "What the lowest number means, in one to four words."] = field(metadata=SHORT)
    high: Annotated[Phrase, "What the highest number means, in one to four words."] = field(metadata=SHORT)
    hint: Hint = None
    lowest: Annotated[int, "The first number of the row; 0 if left out."] = 0
    highest: Annotated[int, "The last number of the row; 10 if left out."] = 10
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """The ends lie between 0 and 10, the lowest first."""
        yield from range_problems(self.place, "lowest", self.lowest, 0, 9)
        yield from range_problems(self.place, "highest", self.highest, 1, 10)
        if self.lowest >= self.highest:
            yield Problem(
                self.place,
                f"The scale begins at {self.lowest} and ends at {self.highest}.",
                "Make ‘lowest’ smaller than ‘highest’.",
            )

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The question, then the numbers."""
        form = document.Scale(self.lowest, self.highest, self.low, self.high)
        return (*asked(self.question, self.hint), Answer(sheet.field(self.id), self.question, form))
