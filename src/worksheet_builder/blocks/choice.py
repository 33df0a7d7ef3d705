"""Boxes of which one is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..document import Answer, Node, Ticks
from ..problems import Place, Problem
from .block import Hint, Options, Other, Prompt, Sheet, asked, count_problems, options


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with boxes of which one is ticked. With `other` the client can add something else."""

    kind: ClassVar[str] = "choice"
    id: str
    place: Place
    question: Prompt
    options: Options
    hint: Hint = None
    other: Other = False

    def check(self) -> Iterator[Problem]:
        """Two to seven options."""
        yield from count_problems(self.place, "options", self.options, 2)

    def compose(self, sheet: Sheet) -> tuple[Node, ...]:
        """The question, then the boxes."""
        other = sheet.common.other if self.other else None
        ticks = Ticks(options(self.options), many=False, other=other)
        return (*asked(self.question, self.hint), Answer(sheet.field(self.id), self.question, ticks))
