"""A table of two by two boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

from ...document import Answer, Cell, Lines, Node, Table
from ...foundation.phrases import Phrase
from ...foundation.problems import Place, Problem
from ...foundation.records import record
from .block import ComposeContext, Hint, NewPage, Prompt, asked, entry_problems, range_problems


@record
class Weighing:
    """Two by two boxes, to look at both sides of two ways."""

    kind: ClassVar[str] = "weighing"
    id: str
    place: Place
    prompt: Prompt
    columns: Annotated[Mapping[str, Phrase], "The two ways, each as ‘name: heading’, with one to five words."]
    rows: Annotated[Mapping[str, Phrase], "The two sides of each, each as ‘name: text’."]
    hint: Hint = None
    row_heading: Annotated[Phrase | None, "What the two sides are; ‘What to look at’ if left out."] = None
    lines: Annotated[int, "How many lines in each box: 1 to 6, 3 if left out."] = 3
    new_page: NewPage = False

    def check(self) -> Iterator[Problem]:
        """Two columns, two rows, one to six lines."""
        yield from entry_problems(self.place, "columns", self.columns, 2, 2)
        yield from entry_problems(self.place, "rows", self.rows, 2, 2)
        yield from range_problems(self.place, "lines", self.lines, 1, 6)

    def compose(self, sheet: ComposeContext) -> tuple[Node, ...]:
        """The prompt, then the table."""
        header = (self.row_heading or sheet.common.figures.weighed, *self.columns.values())
        rows = tuple(self._row(sheet, key, side) for key, side in self.rows.items())
        table = Table(self.prompt, header, rows, (0.75, *(1.0 for _ in self.columns)), row_headers=True)
        return (*asked(self.prompt, self.hint), table)

    def _row(self, sheet: ComposeContext, row: str, side: Phrase) -> tuple[Cell, ...]:
        def box(column: str, way: Phrase) -> Answer:
            label = sheet.common.cell.fill(column=way, row=side)
            return Answer(sheet.field(self.id, row, column), label, Lines(self.lines))

        return (side, *(box(column, way) for column, way in self.columns.items()))
