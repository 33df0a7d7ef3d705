"""Boxes to tick, any number of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from ...document import Node
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Options, Other, Prompt, count_problems, ticked


@record
class Checklist:
    """A question with boxes to tick, any number of them. With `other` the client can add something else."""

    kind: ClassVar[str] = "checklist"
    id: str
    place: Place
    question: Prompt
    options: Options
    hint: Hint = None
    other: Other = False
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to seven options."""
        yield from count_problems(self.place, "options", self.options, 2)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The question, then the boxes."""
        return ticked(sheet, self.id, self.question, self.hint, self.options, many=True, other=self.other)
