"""A day of the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ...document import Answer, Day, Node
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked


@record
class Date:
    """A question that a day answers, with a short line: in Word, the day can be chosen from a calendar."""

    kind: ClassVar[str] = "date"
    id: str
    place: Place
    question: Prompt
    hint: Hint = None
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Nothing more than the types of its fields."""
        yield from ()

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The question, then the line."""
        return (*asked(self.question, self.hint), Answer(sheet.field(self.id), self.question, Day()))
