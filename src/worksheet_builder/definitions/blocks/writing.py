"""A prompt with ruled lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from ...document import Answer, Lines, Node
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, range_problems


@record
class Writing:
    """A prompt with ruled lines to write on."""

    kind: ClassVar[str] = "writing"
    id: str
    place: Place
    prompt: Prompt
    hint: Hint = None
    lines: Annotated[int, "How many lines to write on: 1 to 12, 3 if left out."] = 3
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """One to twelve lines."""
        yield from range_problems(self.place, "lines", self.lines, 1, 12)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the lines."""
        return (*asked(self.prompt, self.hint), Answer(sheet.field(self.id), self.prompt, Lines(self.lines)))
