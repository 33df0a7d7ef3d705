"""Tall columns to write in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Lines, Node, Table
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems


@record
class SideBySide:
    """Two to four tall columns to write in, side by side."""

    kind: ClassVar[str] = "side-by-side"
    id: str
    place: Place
    prompt: Prompt
    columns: Annotated[Mapping[str, Phrase], "Two to four, each as ‘name: heading’, with one to five words."]
    hint: Hint = None
    lines: Annotated[int, "How many lines in each column: 2 to 12, 6 if left out."] = 6
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two to four columns, two to twelve lines."""
        yield from entry_problems(self.place, "columns", self.columns, 2, 4)
        yield from range_problems(self.place, "lines", self.lines, 2, 12)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then a table of one row."""
        row = tuple(
            Answer(sheet.field(self.id, key), heading, Lines(self.lines)) for key, heading in self.columns.items()
        )
        table = Table(self.prompt, tuple(self.columns.values()), (row,), (1.0,) * len(row))
        return (*asked(self.prompt, self.hint), table)
